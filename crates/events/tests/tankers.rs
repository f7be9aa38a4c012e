//! The African port: what must hold of it, and what it answered when it was first written.

use keruen_events::models::{KINDS, MICRO, TankerYears, Tankers};
use keruen_events::output::{interval, paired, replicate};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

/// A year.
const YEAR: f64 = 8760.0;
/// Mean hours of loading, and of the tug in and out.
const LEAST: [f64; KINDS] = [18.0 + 2.0, 24.0 + 2.0, 36.0 + 2.0, 21.0 + 2.0];

fn years(fleet: u32, threads: usize) -> Vec<TankerYears> {
    let one = |replication| Tankers { hours: YEAR, fleet, seed: 1, replication }.run();
    replicate(0..100, NonZeroUsize::new(threads).unwrap(), &AtomicBool::new(false), one)
}

fn hours(all: &[TankerYears], kind: usize) -> Vec<f64> {
    all.iter().map(|y| y.port[kind].stay.mean().unwrap() / MICRO.ticks).collect()
}

#[test]
fn nobody_is_lost_and_the_berths_are_as_busy_as_the_work_asks() {
    let with = years(5, 2);
    for y in &with {
        assert!(y.little.iter().all(|l| l.holds()), "Little's law at every kind");
        let work: f64 = (0..KINDS).map(|k| y.port[k].passed().1 as f64 * LEAST[k]).sum();
        // Berths are held for loading and towing, and for what is waited for the tug and the storm before leaving.
        assert!(y.berths * 3.0 * YEAR > 0.98 * work && y.berths < 1.0, "{} {work}", y.berths);
        let towed: u64 = (0..KINDS).map(|k| y.port[k].passed().0 + y.port[k].passed().1).sum();
        assert!((y.tug * YEAR - towed as f64).abs() < 12.0, "two hours of tug for each");
    }
}

/// Figures of the first run, kept as a regression: the same seed gives the same means.
#[test]
fn the_answer_has_not_moved() {
    let with = years(5, 2);
    let told: Vec<_> = (0..KINDS).map(|k| interval(&hours(&with, k), 0.95)).collect();
    println!("hours in port by kind: {told:?}");
    println!("berths {:?} tug {:?}", with[0].berths, with[0].tug);
    for (k, first) in FIRST.into_iter().enumerate() {
        assert!((told[k].mean - first).abs() < 1e-6 * first, "{k}: {} {first}", told[k].mean);
    }
}

const FIRST: [f64; KINDS] = [40.904_122_514_849_71, 46.708_583_160_719_44, 58.788_877_591_562_05, 43.028_719_143_093_184];

#[test]
fn the_same_bytes_on_any_number_of_threads_and_the_fleet_crowds_the_port() {
    let with = years(5, 2);
    for threads in [1, 3, 8] {
        assert_eq!(years(5, threads), with);
    }
    let p = paired(&hours(&years(0, 2), 1), &hours(&with, 1), 0.95);
    assert!(p.difference.mean > p.difference.half, "{p:?}");
}
