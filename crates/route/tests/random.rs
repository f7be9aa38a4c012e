//! The front of random tiny worlds against enumeration; every way of them certified.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::enumerate::{Sum, front};
use common::tiny::World;
use common::{consignment, corridor, examined};
use keruen_model::{AnyRef, TableKind};
use keruen_results::route::{RouteAnswer, Way};
use std::collections::BTreeSet;

/// Worlds tried; of some there is no way, and a third have too many to be enumerated: these are only certified.
const WORLDS: u64 = 800;

/// Worlds with a way that must have been compared, lest the test tests nothing.
const LEAST: usize = 200;

fn engine(world: &World) -> (RouteAnswer, String) {
    let corridor = corridor(&world.rows());
    let last = world.country.len() - 1;
    let mut question = consignment(&corridor, &format!("{} goods p0 p{last} 2025-06-01", world.boxes));
    let id = world.wanted.map(|l| corridor.strings.find(&format!("l{l}")).unwrap());
    question.must_use.extend(id.map(|id| AnyRef { table: TableKind::Link, id }));
    examined(&corridor, &question)
}

fn sums(answer: &RouteAnswer) -> BTreeSet<Sum> {
    let of = |w: &Way| {
        let micro = -(-w.totals.risk.unwrap()).ln_1p() * 1e6;
        [w.totals.cost.amount * 100.0, w.totals.hours.p50 * 3600.0, w.totals.co2e_kg * 1000.0, micro].map(|x| x.round() as i64)
    };
    answer.ways.iter().map(of).collect()
}

/// What is wrong with the engine's answer in a world; empty where nothing is.
fn faults(world: &World, wanted: Option<&BTreeSet<Sum>>) -> String {
    let (answer, mut out) = engine(world);
    let got = sums(&answer);
    if answer.ways.len() != got.len() {
        out += "  two ways have the same costs\n";
    }
    let Some(wanted) = wanted else { return out };
    for lost in wanted.difference(&got) {
        out += &format!("  {lost:?} is missing\n");
    }
    for extra in got.difference(wanted) {
        out += &format!("  {extra:?} cannot be, or is beaten\n");
    }
    out
}

#[test]
fn the_front_is_that_of_enumeration() {
    let (mut compared, mut ways, mut several, mut wrong) = (0, 0, 0, Vec::new());
    for seed in 0..WORLDS {
        let world = World::random(seed);
        let wanted = front(&world);
        let faults = faults(&world, wanted.as_ref());
        if !faults.is_empty() {
            wrong.push((seed, faults));
        }
        let size = wanted.map_or(0, |w| w.len());
        compared += usize::from(size > 0);
        ways += size;
        several += usize::from(size > 1);
    }
    println!("{compared} worlds with {ways} ways compared, {several} with more than one");
    let list: String = wrong.iter().map(|(seed, faults)| format!("world {seed}:\n{faults}")).collect();
    let first = wrong.first().map(|(seed, _)| World::random(*seed));
    assert!(wrong.is_empty(), "{} of {WORLDS} worlds:\n{list}\nthe first: {first:#?}", wrong.len());
    assert!(compared > LEAST && several * 3 > compared, "the worlds are too large or too plain to test anything");
}
