//! The ledger of the worked example against the FLOW part of `corridors/caspian-mini/expected.md`: how much there is of
//! everything, and what one box or hopper takes on its way.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT == paths == TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::{Amount, Cargo, Corridor, Direction, Id, Quantity, TableKind};
use keruen_network::compile::{Consignment, Index, StateGraph, compile};
use keruen_network::ledger::{Ledger, Period, Sailing, Scarce};
use keruen_tables::{ReadOptions, read_folder};
use std::collections::BTreeMap;
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn name(c: &Corridor, what: Scarce) -> String {
    let id = |s| c.text(s).to_string();
    match what {
        Scarce::Resource(r, way) => format!("{} {}", id(r.sym()), way.name()),
        Scarce::Places(s, hop, way) => format!("{} places {hop} {}", id(s.sym()), way.name()),
        Scarce::Payload(s, hop, way) => format!("{} payload {hop} {}", id(s.sym()), way.name()),
        Scarce::Departures(s) => format!("{} departures", id(s.sym())),
        Scarce::FleetTime(f) => format!("{} time", id(f.sym())),
    }
}

fn amounts(c: &Corridor, ledger: &Ledger) -> BTreeMap<String, f64> {
    ledger.limits.iter().map(|l| (name(c, l.what), l.amount.value())).collect()
}

fn sailing<'l>(c: &Corridor, ledger: &'l Ledger, service: &str) -> &'l Sailing {
    ledger.sailings.iter().find(|s| c.text(s.service.sym()) == service).unwrap()
}

/// What a sailing brings or takes of a limit.
fn share(c: &Corridor, ledger: &Ledger, list: &[(keruen_network::ledger::LimitIx, f64)], limit: &str) -> f64 {
    let is = |l: &&(keruen_network::ledger::LimitIx, f64)| name(c, ledger.limits[l.0.0 as usize].what) == limit;
    list.iter().filter(is).map(|l| l.1).sum()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}

#[test]
fn the_year_has_what_was_worked_out_by_hand() {
    let c = mini();
    let ledger = Ledger::new(&c, Period::year(2025).unwrap());
    let there = amounts(&c, &ledger);
    close(there["alat-tbilisi.path forth"], 182.5);
    close(there["rail-ferries time"], 17184.0);
    close(there["kuryk-ferry.berth both"], 8592.0);
    close(there["kuryk-ferry.yard both"], 40.0 * 8760.0);
    close(there["feeder-aktau-alat departures"], 8592.0 / 72.0);
    let ferry = sailing(&c, &ledger, "ferry-kuryk-alat");
    close(ferry.cycle.value(), 60.0);
    close(share(&c, &ledger, &ferry.brings, "ferry-kuryk-alat places 1 forth"), 150.0);
    close(share(&c, &ledger, &ferry.takes, "rail-ferries time"), 60.0);
    close(share(&c, &ledger, &ferry.takes, "kuryk-ferry.berth both"), 10.0);
    let feeder = sailing(&c, &ledger, "feeder-aktau-alat");
    close(share(&c, &ledger, &feeder.brings, "feeder.allotment forth"), 12.0);
    close(share(&c, &ledger, &feeder.brings, "feeder-aktau-alat places 1 forth"), 20.0);
    assert!(!there.contains_key("third-ferry time"), "the third ferry is only proposed");
}

#[test]
fn the_storm_month_is_shorter() {
    let c = mini();
    let there = amounts(&c, &Ledger::new(&c, Period::month(2025, 2).unwrap()));
    close(there["rail-ferries time"], 2.0 * 504.0);
    close(there["feeder-aktau-alat departures"], 7.0);
    close(there["alat-tbilisi.path forth"], 14.0);
}

/// Everything one lot takes on every arc that is on a way of its graph, largest of parallel arcs.
fn taken(c: &Corridor, ledger: &Ledger, question: &Consignment) -> BTreeMap<String, f64> {
    let day = keruen_model::Date::new(2025, 6, 1).unwrap();
    let there = c.on(day);
    let graph: StateGraph = compile(&Index::new(&there, day), question).unwrap();
    let mut out = BTreeMap::new();
    for arc in &graph.arcs {
        for t in ledger.takes(c, question.cargo, &graph, arc) {
            let each = out.entry(name(c, ledger.limits[t.limit.0 as usize].what)).or_insert(0.0_f64);
            *each = each.max(t.amount);
        }
    }
    out
}

fn consignment(c: &Corridor, cargo: &str, amount: f64, to: &str) -> Consignment {
    let find = |kind: TableKind, id: &str| {
        let at = (0..c.tables.len(kind)).find(|&i| c.tables.key(kind, i).is_some_and(|k| c.text(k) == id)).unwrap();
        c.tables.key(kind, at).unwrap()
    };
    let node = |id: &str| c.tables.node.rows()[c.tables.node.position(find(TableKind::Node, id)).unwrap()].node_id;
    let cargo: Id<Cargo> = c.tables.cargo.rows()[c.tables.cargo.position(find(TableKind::Cargo, cargo)).unwrap()].cargo_id;
    Consignment::plain((node("steppe"), node(to)), cargo, Amount(amount), keruen_model::Date::new(2025, 6, 1).unwrap())
}

#[test]
fn two_boxes_take_a_platform_of_everything() {
    let c = mini();
    let ledger = Ledger::new(&c, Period::year(2025).unwrap());
    let taken = taken(&c, &ledger, &consignment(&c, "container-40", 2.0, "poti"));
    close(taken["ferry-kuryk-alat places 1 forth"], 25.0);
    close(taken["alat-tbilisi.path forth"], 0.05);
    close(taken["feeder.allotment forth"], 4.0);
    close(taken["feeder-aktau-alat places 1 forth"], 4.0);
    // A platform stands 2 h + 12 h in the yard of Kuryk.
    close(taken["kuryk-ferry.yard both"], 14.0);
}

#[test]
fn ten_hoppers_take_ten_wagons_of_everything() {
    let c = mini();
    let ledger = Ledger::new(&c, Period::year(2025).unwrap());
    let taken = taken(&c, &ledger, &consignment(&c, "wheat", 600.0, "tbilisi"));
    close(taken["ferry-kuryk-alat places 1 forth"], 150.0);
    close(taken["alat-tbilisi.path forth"], 0.5);
    assert!(!taken.contains_key("feeder.allotment forth"), "hoppers do not go on the feeder");
    assert_eq!(ledger.find(Scarce::Places(ledger.sailings[0].service, 9, Direction::Forth)), None);
}
