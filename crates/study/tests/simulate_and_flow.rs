//! Luck carries no more than planning: what a simulation delivers in a year is at most what `flow` can carry with the same resources.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::{Corridor, Date, TableKind};
use keruen_results::Silent;
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini(amount_of_wheat: &str) -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let mut c = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for row in ["wheat-poti", "wheat-tbilisi"] {
        let at = c.strings.find(row).and_then(|s| c.tables.position(TableKind::Demand, s)).unwrap();
        let field = TableKind::Demand.spec().field("amount").unwrap();
        c.tables.set(TableKind::Demand, at, field, amount_of_wheat, &mut c.strings).unwrap();
    }
    c
}

/// Tonnes that the corridor can carry, and those that arrive in a year of luck; nothing lies anywhere at the beginning.
fn both(c: &Corridor) -> (f64, f64) {
    let question = FlowQuestion { goal: Goal::MostServed, ..FlowQuestion::of(2025) };
    let flow = Flow::new(c, question).unwrap().solve(&Silent).unwrap();
    let question = SimulateQuestion {
        replications: 10,
        seed: 5,
        ..SimulateQuestion::of(Date::new(2025, 1, 1).unwrap(), Date::new(2025, 12, 31).unwrap())
    };
    let run = Simulation::new(c, question, &[]).unwrap().run(&Silent).unwrap();
    let arrived = run.answer.rows.iter().filter(|r| !r.outside).map(|r| r.tonnes.mean).sum();
    (flow.totals.tonnes + flow.totals.background_tonnes, arrived)
}

#[test]
fn luck_carries_no_more_than_planning() {
    let (most, arrived) = both(&mini("60000"));
    assert!(arrived > 0.0 && arrived <= most * (1.0 + 1e-9), "{arrived} of {most}");
    let (most, arrived) = both(&mini("600000"));
    assert!(arrived > 0.0 && arrived <= most * (1.0 + 1e-9), "{arrived} of {most}, ten times as much wheat");
}
