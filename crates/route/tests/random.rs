//! The front of random tiny worlds against enumeration; every way of them certified.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::enumerate::{Sum, front};
use common::tiny::World;
use common::{consignment, corridor, examined};
use keruen_model::{AnyRef, TableKind};
use keruen_results::route::{Charge, Leg, RouteAnswer, Way};
use std::collections::BTreeSet;

/// Worlds tried; in a third there is no way, and a fifth have too many to be enumerated: these are only certified.
const WORLDS: u64 = 800;

/// Worlds with a way that must have been compared, lest the test tests nothing.
const LEAST: usize = 300;

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

/// A form of prices, and whether a leg pays it.
type Form = (&'static str, fn(&Leg, &Charge) -> bool);

/// Forms that must have been paid on [`FRONTS`] compared fronts each, lest they are not tested.
const FORMS: [Form; 13] = [
    ("step for few", |_, c| c.tariff.ends_with("-few")),
    ("step for many", |_, c| c.tariff.ends_with("-many")),
    ("whole train", |_, c| c.tariff.ends_with("-train")),
    ("near belt", |_, c| c.tariff.ends_with("-near")),
    ("far belt", |_, c| c.tariff.ends_with("-far")),
    ("belt over several links", |l, c| l.links.len() > 1 && (c.tariff.ends_with("-near") || c.tariff.ends_with("-far"))),
    ("from entry to exit", |_, c| c.tariff.starts_with("t-entry")),
    ("from entry to exit over several links", |l, c| l.links.len() > 1 && c.tariff.starts_with("t-entry")),
    ("through rate", |_, c| c.tariff.starts_with("t-rate")),
    ("beside a through rate", |l, c| l.through.is_some() && !c.tariff.starts_with("t-rate")),
    ("hire", |_, c| c.tariff == "t-hire"),
    ("storage", |_, c| c.tariff == "t-yard"),
    ("least of a link", |_, c| c.tariff.starts_with("t-o") && c.usd > c.rate * c.quantity),
];

/// Fronts on which each form must have been paid.
const FRONTS: usize = 10;

/// Which of the forms some way of an answer pays.
fn paid(answer: &RouteAnswer) -> Vec<usize> {
    let charges = || answer.ways.iter().flat_map(|w| &w.legs).flat_map(|l| l.charges.iter().map(move |c| (l, c)));
    let is_paid = |form: &Form| charges().any(|(l, c)| c.usd > 0.0 && form.1(l, c));
    (0..FORMS.len()).filter(|&i| is_paid(&FORMS[i])).collect()
}

/// What is wrong with the engine's answer in a world; empty where nothing is.
fn faults(world: &World, wanted: Option<&BTreeSet<Sum>>, forms: &mut [usize; FORMS.len()]) -> String {
    let (answer, mut out) = engine(world);
    if wanted.is_some() {
        paid(&answer).into_iter().for_each(|form| forms[form] += 1);
    }
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
    let mut forms = [0; FORMS.len()];
    for seed in 0..WORLDS {
        let world = World::random(seed);
        let wanted = front(&world);
        let faults = faults(&world, wanted.as_ref(), &mut forms);
        if !faults.is_empty() {
            wrong.push((seed, faults));
        }
        let size = wanted.map_or(0, |w| w.len());
        compared += usize::from(size > 0);
        ways += size;
        several += usize::from(size > 1);
    }
    println!("{compared} worlds with {ways} ways compared, {several} with more than one");
    println!("forms of prices on them: {:?}", FORMS.iter().map(|f| f.0).zip(forms).collect::<Vec<_>>());
    let list: String = wrong.iter().map(|(seed, faults)| format!("world {seed}:\n{faults}")).collect();
    let first = wrong.first().map(|(seed, _)| World::random(*seed));
    assert!(wrong.is_empty(), "{} of {WORLDS} worlds:\n{list}\nthe first: {first:#?}", wrong.len());
    assert!(compared > LEAST && several * 3 > compared, "the worlds are too large or too plain to test anything");
    for ((form, _), found) in FORMS.into_iter().zip(forms) {
        assert!(found >= FRONTS, "{form} is paid on {found} fronts only");
    }
}
