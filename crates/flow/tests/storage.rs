//! Goods wait for the next month: by hand, and random cases against the plainest model of the worked example.
//!
//! ```text
//!              +- outside ------------------------------------------------+
//!   hoppers  --+                                                           +--> TBILISI, POTI
//!   March      +- KURYK --- deck, paths of March -------------------------+
//!                  | yard, at the end of March
//!   April    ---- KURYK --- deck, paths of April -------------------------+
//!                  | yard, at the end of April
//!                 ...
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "mincost/slow.rs"]
mod slow;
#[path = "mincost/tableau.rs"]
mod tableau;

use keruen_certify::certify_flow;
use keruen_certify::mincost::{Arc, Column, Commodity, Instance, Layer};
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::{Corridor, TableKind};
use keruen_results::Silent;
use keruen_results::flow::{FlowAnswer, WayFlow};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

/// The worked example with some figures changed: table, row, field, value.
fn mini(changes: &[(&str, &str, &str, String)]) -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let mut c = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for (table, row, field, value) in changes {
        let kind = TableKind::from_name(table).unwrap();
        let at = c.tables.position(kind, c.strings.find(row).unwrap()).unwrap();
        c.tables.set(kind, at, kind.spec().field(field).unwrap(), value, &mut c.strings).unwrap();
    }
    c
}

/// Twelve months, proven.
fn months(corridor: &Corridor) -> FlowAnswer {
    let question = FlowQuestion { months: true, storage: true, ..FlowQuestion::of(2025) };
    let (answer, proof) = Flow::new(corridor, question).unwrap().proven(&Silent).unwrap();
    let verdict = certify_flow(corridor, &answer, &proof);
    assert!(verdict.holds(), "{:?}", verdict.flaws);
    answer
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{a} is not {b}");
}

fn limit(a: &FlowAnswer, name: &str, period: &str) -> (f64, f64, f64) {
    let l = a.limits.iter().find(|l| l.limit == name && l.period == period);
    l.map_or((0.0, 0.0, 0.0), |l| (l.used, l.amount, l.price))
}

/// March has 200 hoppers for Tbilisi and paths for 76 2/3. April has paths for 16 2/3 more than its own 50, May for 26 2/3 more.
/// The yard keeps 40 at the end of March; 16 2/3 go in April, 23 1/3 lie on until May. 83 1/3 go by the north.
#[test]
fn a_peak_waits_in_the_yard() {
    let corridor = mini(&[
        ("cargo", "wheat", "value_of_time", "0.04".into()),
        ("profile", "harvest", "m03", "0.2".into()),
        ("profile", "harvest", "m10", "0.05".into()),
    ]);
    let a = months(&corridor);
    let t = a.wishes.iter().find(|w| w.wish == "wheat-tbilisi").unwrap();
    let north = |m: usize| t.ways.iter().filter(|w| w.outside).map(|w| w.amounts[m] / 60.0).sum::<f64>();
    close(north(2), 250.0 / 3.0);
    close(north(3) + north(4) + north(5), 0.0);
    let (used, there, price) = limit(&a, "kuryk-ferry.yard.carried", "2025-03");
    close(used, 40.0);
    close(there, 40.0);
    close(limit(&a, "kuryk-ferry.yard.carried", "2025-04").0, 70.0 / 3.0);
    close(limit(&a, "kuryk-ferry.yard.carried", "2025-05").0, 0.0);
    // One more in the yard saves what a path of March saves, less two waits of 732 hours at 0.1 USD.
    let path = limit(&a, "alat-tbilisi.path forth", "2025-03").2 * 0.05;
    close(price, path - 2.0 * 732.0 * 0.1);
    // Whose hoppers wait is all the same, those for Poti or those for Tbilisi: 40 + 23 1/3 do in spring, for a month each,
    // and 26 2/3 of the 33 1/3 for which September has no paths: October has so many to spare.
    close(limit(&a, "kuryk-ferry.yard.carried", "2025-09").0, 80.0 / 3.0);
    let waits = a.wishes.iter().flat_map(|w| &w.ways).filter(|w| w.summary.contains("waits at kuryk_port"));
    close(waits.map(|w| w.amount / 60.0 * if w.hours > 1400.0 { 2.0 } else { 1.0 }).sum(), 90.0);
}

/// Five hoppers stand on the track at Kuryk when the year begins.
#[test]
fn opening_stock_goes_first() {
    let corridor = mini(&[("state", "lot-1", "date", "2025-01-01".into())]);
    let a = months(&corridor);
    let lot = a.wishes.iter().find(|w| w.wish == "lot-1").unwrap();
    close(lot.asked, 5.0);
    close(lot.carried, 5.0);
    assert_eq!((lot.ways.len(), lot.ways[0].services.as_slice()), (1, ["ferry-kuryk-alat".to_string()].as_slice()));
    close(lot.ways[0].amounts[0], 5.0);
    assert!(!months(&mini(&[])).wishes.iter().any(|w| w.wish == "lot-1"));
}

/// Cost of a lot on a way.
fn cost(a: &FlowAnswer, wish: &str, lot: f64, which: impl Fn(&WayFlow) -> bool) -> f64 {
    let w = a.wishes.iter().find(|w| w.wish == wish).unwrap();
    let way = w.ways.iter().find(|x| which(x)).unwrap();
    (way.usd + way.hours * w.hour_usd) * lot
}

const DAYS: [f64; 12] = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];

/// The worked example as columns a month: what each kind of goods costs and takes by the ferry, the feeder and outside.
struct Plain {
    instance: Instance,
    yard: f64,
}

impl Plain {
    fn row(&mut self, upper: f64) -> u32 {
        self.instance.rows.push((f64::NEG_INFINITY, upper));
        self.instance.rows.len() as u32 - 1
    }

    /// Rows of each month: deck, allotment, paths, yard, stock at its end.
    fn months(&mut self, availability: f64) -> Vec<[u32; 5]> {
        let open = |m: usize| DAYS[m] * 24.0 * if m == 1 { 0.75 } else { 1.0 };
        let one = |m: usize| {
            [
                self.row(open(m) / 30.0 * 150.0),
                self.row(open(m) / 72.0 * 12.0),
                self.row(DAYS[m] * availability - 5.0),
                self.row(self.yard * DAYS[m] * 24.0),
                self.row(self.yard),
            ]
        };
        (0..12).map(one).collect()
    }

    /// Goods that come to Kuryk by the month: wagons of a lot, its cost by ferry, by feeder and outside, and of an hour of waiting.
    fn goods(
        &mut self,
        by_month: &[f64],
        wagons: f64,
        (ferry, feeder, outside, hour): (f64, Option<f64>, f64, f64),
        rows: &[[u32; 5]],
    ) {
        // Nodes: 0 source, 1 sink, then steppe and Kuryk of each month.
        let mut layer = Layer { nodes: 26, ..Layer::default() };
        let (deck, path) = (if wagons < 1.0 { 12.5 } else { 15.0 }, 0.05 * wagons);
        for (m, &[of_deck, of_feeder, of_paths, of_yard, of_stock]) in rows.iter().enumerate() {
            let (steppe, kuryk) = (2 + 2 * m as u32, 3 + 2 * m as u32);
            let come = self.instance.rows.len() as u32;
            self.instance.rows.push((by_month[m], by_month[m]));
            let mut arc = |tail, head, cost, uses| layer.arcs.push(Arc { tail, head, cost, uses });
            arc(0, steppe, 0.0, vec![(come, 1.0)]);
            arc(steppe, 1, outside, Vec::new());
            if let Some(cost) = feeder {
                arc(steppe, 1, cost, vec![(of_feeder, 2.0), (of_paths, path)]);
            }
            arc(steppe, kuryk, 0.0, Vec::new());
            arc(kuryk, 1, ferry, vec![(of_deck, deck), (of_paths, path), (of_yard, 14.0 * wagons)]);
            if m < 11 {
                let halves = (DAYS[m] * 12.0, DAYS[m + 1] * 12.0);
                let uses = vec![(of_yard, halves.0 * wagons), (rows[m + 1][3], halves.1 * wagons), (of_stock, wagons)];
                arc(kuryk, kuryk + 2, (halves.0 + halves.1) * hour, uses);
            }
        }
        self.instance.layers.push(layer);
        let layer = self.instance.layers.len() as u32 - 1;
        let demand = by_month.iter().sum();
        self.instance.commodities.push(Commodity { layer, from: 0, to: 1, demand, unserved: None });
    }
}

#[test]
fn random_cases_cost_what_the_plain_model_says() {
    let mut state = 7_u64;
    let mut dice = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut waited = 0;
    for _ in 0..12 {
        let (value, yard, availability) = (0.3 * dice() * dice(), (3.0 + 60.0 * dice()).round(), 0.4 + 0.2 * dice());
        let changes = [
            ("cargo", "wheat", "value_of_time", format!("{value}")),
            ("resource", "kuryk-ferry.yard", "amount", format!("{yard}")),
            ("resource", "alat-tbilisi.path", "availability", format!("{availability}")),
            ("profile", "harvest", "m03", "0.2".to_string()),
            ("profile", "harvest", "m10", "0.05".to_string()),
        ];
        let corridor = mini(&changes);
        let year = |c: &Corridor| Flow::new(c, FlowQuestion::of(2025)).unwrap().solve(&Silent).unwrap();
        let mut closed = changes.to_vec();
        closed[2].3 = "0.17".into();
        let (usual, north) = (year(&mini(&changes[..1])), year(&mini(&closed)));
        let by = |service: &'static str| move |w: &WayFlow| w.services.iter().any(|s| s == service);
        let outside = |w: &WayFlow| w.outside;
        let mut plain = Plain { instance: Instance::default(), yard };
        let rows = plain.months(availability);
        let (ferry, hour) = (by("ferry-kuryk-alat"), value * 60.0 / 24.0);
        let box_north = cost(&north, "boxes", 1.0, outside);
        let boxes =
            (cost(&usual, "boxes", 1.0, ferry), Some(cost(&usual, "boxes", 1.0, by("feeder-aktau-alat"))), box_north, 2.0);
        plain.goods(&[100.0; 12], 0.5, boxes, &rows);
        let poti = (cost(&usual, "wheat-poti", 60.0, ferry), None, cost(&north, "wheat-poti", 60.0, outside), hour);
        plain.goods(&[1000.0 / 12.0; 12], 1.0, poti, &rows);
        let tbilisi = (cost(&usual, "wheat-tbilisi", 60.0, ferry), None, cost(&north, "wheat-tbilisi", 60.0, outside), hour);
        let profile = corridor.tables.profile.find(corridor.strings.find("harvest").map(keruen_model::Id::new).unwrap()).unwrap();
        let by_month: Vec<f64> = profile.months().iter().map(|m| keruen_model::Quantity::value(*m) * 1000.0).collect();
        plain.goods(&by_month, 1.0, tbilisi, &rows);
        plain.instance.columns = Vec::<Column>::new();
        let least = slow::least_cost(&plain.instance).unwrap();
        let found = months(&corridor);
        assert!(
            (found.totals.generalised_usd - least).abs() < 1e-7 * least,
            "{} is not {least}: {changes:?}",
            found.totals.generalised_usd
        );
        waited += usize::from(found.limits.iter().any(|l| l.limit.ends_with(".carried")));
    }
    assert!(waited > 3, "goods waited in {waited} cases only");
}
