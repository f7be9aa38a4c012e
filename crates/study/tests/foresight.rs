//! Who chooses a way for the year meets its storms on it: the winter of 2024 comes out of the tables as it was counted.
//!
//! ```text
//!   358 trains sent -> AKTAU ~ feeders ~ ALAT -> 287 received by the end of the year: 71 on the way or on the shore
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::{Corridor, Date};
use keruen_results::Silent;
use keruen_results::observed::{ObservedAnswer, ObservedScore};
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_study::{Foresight, observed, shares};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

const YEAR: i32 = 2024;

fn corridor(name: &str) -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors").join(name);
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn seen(c: &Corridor, foresight: Foresight) -> ObservedAnswer {
    let flow = shares((c, c), (YEAR, foresight), &[], &Silent).unwrap();
    let days = (Date::new(YEAR as i16, 1, 1).unwrap(), Date::new(YEAR as i16, 12, 31).unwrap());
    let question = SimulateQuestion { replications: 6, seed: 11, ..SimulateQuestion::of(days.0, days.1) };
    let run = Simulation::new(c, question, flow.as_slice()).unwrap().run(&Silent).unwrap();
    observed(c, &run.answer)
}

fn score<'a>(a: &'a ObservedAnswer, counter: &str) -> &'a ObservedScore {
    a.scores.iter().find(|s| s.counter == counter).unwrap()
}

#[test]
fn the_winter_jam_comes_out_of_the_tables() {
    let c = corridor("trans-caspian");
    let (year, months) = (seen(&c, Foresight::Year), seen(&c, Foresight::Months));
    let held = |a: &ObservedAnswer| score(a, "TITR_TRAINS-TITR_TRAINS_RX").model;
    assert_eq!(score(&year, "TITR_TRAINS-TITR_TRAINS_RX").hit, Some(true), "{} trains held", held(&year));
    assert!(held(&months) < held(&year) / 2.0, "who knows the storms beforehand goes another way: {}", held(&months));
    assert!(year.hits > months.hits, "{} and {}", year.hits, months.hits);
}

#[test]
fn a_pipeline_is_no_month_behind() {
    let a = seen(&corridor("trans-caspian"), Foresight::Year);
    for counter in ["BTC_ALL", "CPC_T"] {
        let s = score(&a, counter);
        assert!((s.model / s.observed - 1.0).abs() < 0.05, "{counter}: {} of {}", s.model, s.observed);
    }
}

#[test]
fn a_year_without_wishes_has_no_shares() {
    let c = corridor("caspian-mini");
    assert!(shares((&c, &c), (1999, Foresight::Year), &[], &Silent).unwrap().is_none());
    let periods = |foresight| {
        let flow = shares((&c, &c), (2025, foresight), &[], &Silent).unwrap().unwrap();
        flow.wishes.iter().flat_map(|w| &w.ways).map(|w| w.amounts.len()).max().unwrap()
    };
    assert_eq!((periods(Foresight::Year), periods(Foresight::Months)), (1, 12));
}
