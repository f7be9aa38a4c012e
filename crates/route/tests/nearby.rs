//! The one way of near questions is the first way of the whole answer: in random worlds and in the worked example, from everywhere to
//! everywhere, one question after the other.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::tiny::World;
use common::{consignment, corridor, mini};
use keruen_model::{Corridor, Date};
use keruen_results::Silent;
use keruen_route::{Consignment, Nearby, Router, Wanted};

/// Worlds tried.
const WORLDS: u64 = 150;
/// Of the later ones, those where storage is paid stay out: labels of different times are kept apart there, which takes long.
const WITH_YARDS: u64 = 15;

/// Asks for every pair of places; how many have a way.
fn compare(corridor: &Corridor, question: &Consignment) -> usize {
    let day = Date::new(2025, 6, 1).unwrap();
    let on = corridor.on(day);
    let router = Router::new(&on, day, Vec::new());
    let mut nearby = Nearby::of(&router);
    let mut ways = 0;
    for from in on.tables.node.iter() {
        for to in on.tables.node.iter() {
            let question = Consignment { from: from.node_id, to: to.node_id, ..question.clone() };
            let whole = router.ask(&question, Wanted::default(), &Silent).map(|a| a.ways.into_iter().next());
            let one = nearby.cheapest(&question, &Silent);
            let told = |w: keruen_results::route::Way| (w.summary, w.legs, w.totals, w.permits);
            let (whole, one) = (whole.map(|w| w.map(told)), one.map(|w| w.map(told)));
            ways += usize::from(one.as_ref().is_ok_and(Option::is_some));
            assert_eq!(format!("{one:?}"), format!("{whole:?}"), "{:?} to {:?}", from.node_id, to.node_id);
        }
    }
    ways
}

#[test]
fn the_cheapest_of_near_questions_is_the_first_of_the_answer() {
    let mut ways = 0;
    for seed in 0..WORLDS {
        let world = World::random(seed);
        if seed >= WITH_YARDS && world.prices.time.yard.is_some() {
            continue;
        }
        let corridor = corridor(&world.rows());
        let last = world.country.len() - 1;
        ways += compare(&corridor, &consignment(&corridor, &format!("{} goods p0 p{last} 2025-06-01", world.boxes)));
    }
    let mini = mini();
    for words in
        ["2 container-40 steppe poti 2025-06-01", "600 wheat steppe poti 2025-06-01", "60 uranium steppe poti 2025-06-01"]
    {
        ways += compare(&mini, &consignment(&mini, words));
    }
    println!("{ways} questions with a way");
    assert!(ways > 300, "{ways} questions with a way");
}
