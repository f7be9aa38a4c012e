//! Logs of the worked example's year are played again without a fault, and each kind of fault is found.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::mini;
use keruen_certify::check_log;
use keruen_model::Date;
use keruen_results::simulate_log::{Deed, Entry, EventLog};
use keruen_simulate::{SimulateQuestion, Simulation};

fn log() -> EventLog {
    let question = SimulateQuestion::of(Date::new(2025, 1, 1).unwrap(), Date::new(2025, 12, 31).unwrap());
    Simulation::new(&mini(), question, &[]).unwrap().log(0)
}

/// Faults after a change of the log.
fn broken(change: impl FnOnce(&mut Vec<Entry>)) -> String {
    let mut log = log();
    change(&mut log.entries);
    check_log(&mini(), &log, 3).first().map_or(String::new(), |f| f.what.clone())
}

fn first(entries: &[Entry], deed: Deed) -> usize {
    entries.iter().position(|e| e.deed == deed).unwrap()
}

#[test]
fn a_year_breaks_nothing() {
    let log = log();
    assert!(log.entries.len() > 1000);
    for deed in [Deed::Boards, Deed::Lands, Deed::Enters, Deed::Vacates, Deed::Turn, Deed::Delivered, Deed::Berths, Deed::Leaves]
    {
        assert!(log.entries.iter().any(|e| e.deed == deed), "{deed:?} happens");
    }
    assert_eq!(check_log(&mini(), &log, 9), []);
}

#[test]
fn each_fault_is_found() {
    assert!(broken(|e| e.swap(0, 900)).contains("time runs back"));
    let second_ship = |e: &mut Vec<Entry>| {
        let at = first(e, Deed::Berths);
        e.insert(at + 1, Entry { ship: "another 1".into(), ..e[at].clone() });
    };
    assert!(broken(second_ship).contains("ships at"));
    let twice = |e: &mut Vec<Entry>| {
        let at = first(e, Deed::Boards);
        e.insert(at, e[at].clone());
    };
    assert!(broken(twice).contains("boards twice"));
    assert!(broken(|e| e.retain(|x| x.deed != Deed::Lands)).contains("delivered at sea"));
    assert!(broken(|e| e.retain(|x| x.deed != Deed::Boards)).contains("comes off no ship"));
    assert!(
        broken(|e| e.retain(|x| x.deed != Deed::Berths)).contains("does not lie")
            || broken(|e| e.retain(|x| x.deed != Deed::Berths)).contains("at sea")
    );
    let heavy = |e: &mut Vec<Entry>| {
        let at = first(e, Deed::Boards);
        e[at].pieces = 99;
    };
    assert!(broken(heavy).contains("carries"));
    let crowded = |e: &mut Vec<Entry>| {
        let at = e.iter().rposition(|x| x.deed == Deed::Enters).unwrap();
        let more = Entry { amount: 999.0, ..e[at].clone() };
        e.insert(at + 1, more);
    };
    assert!(broken(crowded).contains(" in "));
    let early = |e: &mut Vec<Entry>| {
        let at = e.iter().rposition(|x| x.deed == Deed::Turn).unwrap();
        e[at].begins_ms = 0;
    };
    assert!(broken(early).contains("a turn at"));
}
