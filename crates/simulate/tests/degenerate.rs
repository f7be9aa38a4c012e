//! A corridor so plain that theory has its answer: one ferry on demand between two quays is the bulk service M/M[b,b]/1.
//!
//! ```text
//!   lots of two wagons, at random ->  KURYK ~~~ one ferry of five lots, away for an exponential time ~~~ ALAT
//!
//!   r in (0, 1):  mu r^(b+1) - (lambda + mu) r + lambda = 0
//!   away and n wait: c r^n          at the quay and n < b wait: c (mu / lambda) (1 - r^(n+1)) / (1 - r)
//! ```
//! Gross and Harris, Fundamentals of Queueing Theory, bulk service; the numbers for other parameters stand in `crates/events/tests`.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::{Corridor, Date, TableKind};
use keruen_results::Silent;
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_tables::{ReadOptions, read_folder};
use std::num::NonZeroUsize;
use std::path::Path;

/// Lots that the ferry takes: 150 m of track, wagons of 15 m, two in a lot.
const LOTS: i32 = 5;
/// Lots an hour, and ferries back an hour: used at half, so that a year forgets that it began empty.
const LAMBDA: f64 = 0.08;
const MU: f64 = 0.032;
const HOURS: f64 = 8760.0;

fn change(c: &mut Corridor, what: &str) {
    let (place, value) = what.split_once('=').unwrap();
    let (table, rest) = place.split_once(':').unwrap();
    let (id, field) = rest.rsplit_once('.').unwrap();
    let kind = TableKind::from_name(table).unwrap();
    let at = c.strings.find(id).and_then(|s| c.tables.position(kind, s)).unwrap_or_else(|| panic!("{what}: no such row"));
    c.tables.set(kind, at, kind.spec().field(field).unwrap(), value, &mut c.strings).unwrap();
}

fn one_ferry() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let mut c = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for what in [
        "demand:boxes.amount=0",
        "demand:wheat-tbilisi.amount=0",
        "demand:wheat-local.amount=0",
        "demand:wheat-poti.lot=120",
        "demand:wheat-poti.arrivals=random",
        "service:ferry-kuryk-alat.departure=on_demand",
        "service:ferry-kuryk-alat.longest_wait=1000000",
        "fleet:rail-ferries.count=1",
        "fleet:rail-ferries.home_node_id=kuryk_port",
        "stop:ferry-1.dwell=fixed(0)",
        "stop:ferry-2.time=fixed(0)",
        "stop:ferry-2.dwell=exponential(mean=31.25)",
        "facility:kuryk-ferry.region=",
        "facility:alat-ferry.region=",
        "resource:kuryk-ferry.yard.amount=1000000",
    ] {
        change(&mut c, what);
    }
    change(&mut c, &format!("demand:wheat-poti.amount={}", LAMBDA * HOURS * 120.0));
    c
}

fn exact() -> f64 {
    let f = |r: f64| MU * r.powi(LOTS + 1) - (LAMBDA + MU) * r + LAMBDA;
    let (mut low, mut high) = (0.0, 1.0 - 1e-9);
    for _ in 0..200 {
        let r = 0.5 * (low + high);
        if f(r) > 0.0 { low = r } else { high = r }
    }
    let r = low;
    let quay = |n: i32| MU / LAMBDA * (1.0 - r.powi(n + 1)) / (1.0 - r);
    let whole = 1.0 / (1.0 - r) + (0..LOTS).map(quay).sum::<f64>();
    let waiting = r / (1.0 - r).powi(2) + (0..LOTS).map(|n| f64::from(n) * quay(n)).sum::<f64>();
    waiting / whole / LAMBDA
}

/// The mean of 200 years lies within three standard errors of the exact value, and one part in a hundred for the empty beginning.
#[test]
fn one_ferry_is_bulk_service() {
    let question = SimulateQuestion {
        first: Date::new(2025, 1, 1).unwrap(),
        last: Date::new(2025, 12, 31).unwrap(),
        demand: true,
        replications: 200,
        seed: 3,
        threads: NonZeroUsize::new(2).unwrap(),
        scenarios: Vec::new(),
        divert_days: None,
        promised_days: None,
        precision: None,
    };
    let run = Simulation::new(&one_ferry(), question, &[]).unwrap().run(&Silent).unwrap();
    let quay = run.answer.queues.iter().find(|q| q.service == "ferry-kuryk-alat" && q.at == "kuryk_port").unwrap();
    let (mean, error) = (quay.hours.mean, quay.hours.half.unwrap() / 1.97);
    println!("exact {:.3} h, mean {mean:.3} h, standard error {error:.3}", exact());
    assert!(quay.count > 100_000, "{} lots went aboard", quay.count);
    assert!((mean - exact()).abs() < 3.0 * error + 0.01 * exact(), "exact {}, mean {mean}, standard error {error}", exact());
    assert!(error < 0.02 * exact(), "a check this loose would pass anything");
}
