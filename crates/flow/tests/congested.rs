//! The equilibrium of the worked example, where full limits make wait.
//!
//! ```text
//!   STEPPE -- KURYK ~~~ ferry ~~~ ALAT == 182 paths == TBILISI       1,000 hoppers of wheat, 66 boxes a train beside them
//!        \_________________ outside, by the north ________________/
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::{Corridor, TableKind};
use keruen_results::Silent;
use keruen_results::equilibrium::Principle;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::FlowProof;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn set(corridor: &mut Corridor, table: &str, row: &str, value: &str) {
    let kind = TableKind::from_name(table).unwrap();
    let at = corridor.tables.position(kind, corridor.strings.find(row).unwrap()).unwrap();
    corridor.tables.set(kind, at, kind.spec().field("amount").unwrap(), value, &mut corridor.strings).unwrap();
}

fn asked(corridor: &Corridor, months: bool, principle: Principle) -> (FlowAnswer, FlowProof) {
    let question = FlowQuestion { months, ..FlowQuestion::of(2025) };
    let found = Flow::new(corridor, question).unwrap().congested(principle, &Silent).unwrap();
    let verdict = certify_flow(corridor, &found.0, &found.1);
    assert!(verdict.holds(), "{principle:?}: {:?}", verdict.flaws);
    found
}

/// At least cost one path more saves 13,560 USD: by so much a train by the north is dearer. Where wheat goes both ways, waiting for a path
/// costs that too, less what the same wheat waits for at the ferry; so long is the queue.
#[test]
fn who_goes_both_ways_waits_as_long_as_the_detour_is_worth() {
    let (answer, proof) = asked(&mini(), false, Principle::UserEquilibrium);
    let wheat = answer.wishes.iter().find(|w| w.wish == "wheat-tbilisi").unwrap();
    assert!(wheat.outside > 0.0 && wheat.carried > 0.0);
    let path = answer.limits.iter().find(|l| l.limit == "alat-tbilisi.path forth").unwrap();
    assert!(path.share > 1.0, "a limit may be used beyond what there is");
    assert!(path.price <= 13_560.0 && path.price > 13_500.0, "{}", path.price);
    let row = proof.rows.iter().position(|r| r.limit == path.limit).unwrap();
    let c = proof.congestion.as_ref().unwrap().1[row];
    // Akçelik's queue over a year, J = 1/2; above what there is, more than half of what has gathered by the end.
    let z = path.share - 1.0;
    let queue = 8760.0 / 4.0 * (z + (z * z + 4.0 * path.share / path.amount).sqrt());
    let wait = path.price / c.value;
    assert!((wait / queue - 1.0).abs() < 1e-9, "{wait} h beside {queue} h");
    assert!(wait > 8760.0 * z / 2.0);
}

/// All that goods cost and wait for, in US dollars.
fn burden((_, proof): &(FlowAnswer, FlowProof)) -> f64 {
    let (instance, claim) = &proof.through;
    let mut used = vec![0.0; instance.rows.len()];
    for way in &claim.ways {
        let layer = &instance.layers[instance.commodities[way.commodity as usize].layer as usize];
        for (r, each) in way.arcs.iter().flat_map(|&a| &layer.arcs[a as usize].uses) {
            used[*r as usize] += each * way.flow;
        }
    }
    let waits = proof.congestion.as_ref().unwrap().1.iter().zip(&used).map(|(c, x)| {
        let Some(hours) = c.period.filter(|_| c.there > 0.0) else { return 0.0 };
        let (all, r) = (x + c.others, (x + c.others) / c.there);
        let wait = hours / 4.0 * (r - 1.0 + ((r - 1.0).powi(2) + 8.0 * c.randomness * r / c.there).sqrt());
        c.value * wait * all
    });
    claim.objective + waits.sum::<f64>()
}

#[test]
fn what_is_best_for_all_costs_all_no_more_than_what_is_best_for_each() {
    for boxes in ["900", "1200", "2400"] {
        let mut corridor = mini();
        set(&mut corridor, "demand", "boxes", boxes);
        let each = burden(&asked(&corridor, false, Principle::UserEquilibrium));
        let all = burden(&asked(&corridor, false, Principle::SystemOptimum));
        assert!(all < each, "{boxes} boxes: {all} for all, {each} for each");
    }
}

#[test]
fn with_room_for_all_it_is_the_least_cost() {
    let mut corridor = mini();
    for (row, amount) in [("alat-tbilisi.path", "2000000"), ("feeder.allotment", "100000")] {
        set(&mut corridor, "resource", row, amount);
    }
    let least = Flow::new(&corridor, FlowQuestion::of(2025)).unwrap().solve(&Silent).unwrap();
    let (waits, _) = asked(&corridor, false, Principle::UserEquilibrium);
    let (a, b) = (waits.totals.generalised_usd, least.totals.generalised_usd);
    assert!((a / b - 1.0).abs() < 1e-2, "{a} beside {b}");
}

#[test]
fn amounts_and_months_of_every_sort_are_proven() {
    for (boxes, wheat, paths) in [("0", "1", "200"), ("5", "90000", "2"), ("30000", "250000", "50"), ("1200", "60000", "0")] {
        let mut corridor = mini();
        set(&mut corridor, "demand", "boxes", boxes);
        set(&mut corridor, "demand", "wheat-tbilisi", wheat);
        set(&mut corridor, "resource", "alat-tbilisi.path", paths);
        for principle in [Principle::UserEquilibrium, Principle::SystemOptimum] {
            for months in [false, true] {
                let first = asked(&corridor, months, principle);
                assert!(first.0.limits.iter().all(|l| l.amount > 0.0 || l.price == 0.0), "no wait opens what is not there");
                assert_eq!(first.0, asked(&corridor, months, principle).0, "the same question, another answer");
            }
        }
    }
}
