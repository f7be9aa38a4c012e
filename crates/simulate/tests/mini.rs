//! The deterministic week of `corridors/caspian-mini/expected.md`, part SIMULATE, to the minute.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT == paths == TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::scenario::{apply, parse};
use keruen_model::{Corridor, Date};
use keruen_results::Silent;
use keruen_simulate::{Deed, Happening, SimulateQuestion, Simulation};
use keruen_tables::{ReadOptions, read_folder};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini")
}

fn mini() -> Corridor {
    read_folder(&folder(), &ReadOptions::default()).unwrap().corridor
}

fn week(demand: bool) -> SimulateQuestion {
    SimulateQuestion { demand, ..SimulateQuestion::of(Date::new(2025, 6, 2).unwrap(), Date::new(2025, 6, 8).unwrap()) }
}

/// Minutes from Monday 00:00: day 0 is Monday.
fn at(day: u64, hour: u64, minute: u64) -> u64 {
    (day * 24 + hour) * 60 + minute
}

const MINUTE: u64 = 60_000;

/// Row, pieces and minute of every delivery.
fn deliveries(log: &[Happening]) -> Vec<(u32, u32, u64)> {
    log.iter().filter(|h| h.deed == Deed::Delivered).map(|h| (h.row.unwrap() + 1, h.pieces, h.at / MINUTE)).collect()
}

/// Minute at which ships leave a call, in order.
fn departures(log: &[Happening], ship: u32) -> Vec<(usize, u64)> {
    log.iter()
        .filter(|h| h.row.is_none() && h.who == ship)
        .filter_map(|h| if let Deed::Leaves { call } = h.deed { Some((call, h.at / MINUTE)) } else { None })
        .collect()
}

#[test]
fn the_week_to_the_minute() {
    let log = Simulation::new(&mini(), week(false), &[]).unwrap().trace(0);
    assert!(log.iter().all(|h| h.at % MINUTE == 0), "every moment is a whole minute");
    let expected = [
        (1, 5, at(2, 8, 30)),
        (2, 5, at(2, 15, 30)),
        (2, 5, at(3, 13, 30)),
        (3, 5, at(4, 6, 30)),
        (4, 4, at(4, 18, 0)),
        (5, 2, at(4, 22, 48)),
        (3, 10, at(5, 22, 0)),
    ];
    assert_eq!(deliveries(&log), expected);
    let ready: Vec<_> =
        log.iter().filter(|h| matches!(h.deed, Deed::ReadyFor { .. })).map(|h| (h.row.unwrap() + 1, h.at / MINUTE)).collect();
    assert_eq!(ready, [(1, at(0, 2, 0)), (4, at(0, 2, 0)), (2, at(0, 7, 0)), (5, at(0, 8, 0)), (3, at(1, 4, 0))]);
    // Ships in the order of the services: the two ferries, then the feeder. Call 0 is the east shore.
    assert_eq!(departures(&log, 0), [(0, at(0, 10, 0)), (1, at(2, 16, 0)), (0, at(3, 22, 0)), (1, at(6, 4, 0))]);
    assert_eq!(departures(&log, 1), [(0, at(1, 4, 0)), (1, at(4, 2, 0)), (0, at(6, 8, 0))]);
    assert_eq!(departures(&log, 2), [(0, at(2, 12, 0)), (1, at(3, 12, 0)), (0, at(5, 12, 0)), (1, at(6, 12, 0))]);
}

#[test]
fn a_day_of_storm_costs_four_hours() {
    let text = std::fs::read_to_string(folder().join("scenarios/storm-june.toml")).unwrap();
    let scenario = parse("storm-june.toml", &text).unwrap();
    let stormy = apply(&mini(), &[scenario], None).unwrap().corridor;
    let log = Simulation::new(&stormy, week(false), &[]).unwrap().trace(0);
    let expected = [
        (1, 5, at(2, 8, 30)),
        (2, 5, at(2, 15, 30)),
        (2, 5, at(3, 17, 30)),
        (3, 5, at(4, 10, 30)),
        (4, 4, at(4, 22, 0)),
        (5, 2, at(5, 2, 48)),
        (3, 10, at(5, 22, 0)),
    ];
    assert_eq!(deliveries(&log), expected);
    assert_eq!(departures(&log, 1), [(0, at(2, 0, 0)), (1, at(4, 6, 0)), (0, at(6, 12, 0))]);
}

/// The log replayed by hand: at no moment more ships at a berth than it has, and no sailing takes goods that were not ready.
#[test]
fn the_log_breaks_no_capacity() {
    let log = Simulation::new(&mini(), week(false), &[]).unwrap().trace(0);
    for call in 0..2 {
        let mut ferries = 0;
        for h in log.iter().filter(|h| h.row.is_none() && h.who < 2) {
            match h.deed {
                Deed::Berths { call: c } if c == call => ferries += 1,
                Deed::Leaves { call: c } if c == call => ferries -= 1,
                _ => {}
            }
            assert!((0..=1).contains(&ferries), "one berth at each port");
        }
    }
    let boarded = |ship: u32| log.iter().filter(move |h| h.deed == Deed::Boards { ship }).map(|h| h.pieces);
    assert_eq!(boarded(0).sum::<u32>() + boarded(1).sum::<u32>(), 35, "every hopper went aboard once");
    assert_eq!(boarded(2).sum::<u32>(), 8, "eight boxes");
}

/// The year with its demand: the same bytes on any number of threads, and nobody is lost.
#[test]
fn a_year_is_the_same_on_any_number_of_threads() {
    let corridor = mini();
    let year = |threads: usize| SimulateQuestion {
        first: Date::new(2025, 1, 1).unwrap(),
        last: Date::new(2025, 12, 31).unwrap(),
        replications: 6,
        threads: NonZeroUsize::new(threads).unwrap(),
        ..week(true)
    };
    let ask = |threads| Simulation::new(&corridor, year(threads), &[]).unwrap().run(&Silent).unwrap().answer;
    let one = ask(1);
    for threads in [2, 3, 8] {
        assert_eq!(ask(threads), one);
    }
    for r in &one.rows {
        assert!(r.no_way.is_none(), "{}", r.row);
        assert!((r.started.mean - r.delivered.mean - r.under_way.mean).abs() < 1e-6);
        assert!(r.delivered.mean > 0.0, "{}", r.row);
    }
}

/// Arrivals are noted ahead where nothing is left to do; the log tells them when they happen. Both tell the same lots.
#[test]
fn the_log_tells_the_arrivals_that_are_counted() {
    let year = SimulateQuestion {
        first: Date::new(2025, 1, 1).unwrap(),
        last: Date::new(2025, 12, 31).unwrap(),
        replications: 1,
        ..week(true)
    };
    let simulation = Simulation::new(&mini(), year, &[]).unwrap();
    let (answer, log) = (simulation.run(&Silent).unwrap().answer, simulation.trace(0));
    assert!(log.windows(2).all(|w| w[0].at <= w[1].at), "the log is in order");
    for (i, row) in answer.rows.iter().enumerate() {
        let pieces: u32 = log.iter().filter(|h| h.row == Some(i as u32) && h.deed == Deed::Delivered).map(|h| h.pieces).sum();
        assert_eq!(f64::from(pieces), row.delivered.mean, "{}", row.row);
    }
}

#[test]
fn years_without_demand_are_told() {
    let notes = |last: Date| {
        let days = SimulateQuestion::of(Date::new(2025, 1, 1).unwrap(), last);
        let simulation = Simulation::new(&mini(), SimulateQuestion { replications: 1, ..days }, &[]).unwrap();
        simulation.run(&Silent).unwrap().answer.notes
    };
    let told = |notes: Vec<String>| notes.into_iter().find(|n| n.starts_with("Table demand has nothing"));
    assert_eq!(told(notes(Date::new(2025, 12, 31).unwrap())), None);
    let wanted = "Table demand has nothing for 2026, 2027: nothing new sets out then.";
    assert_eq!(told(notes(Date::new(2027, 3, 31).unwrap())).as_deref(), Some(wanted));
}
