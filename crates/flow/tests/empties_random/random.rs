//! Drawn worlds, one after the other.

use super::draw::{World, world};
use super::programme::programme;
use super::tables::corridor;
use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;

pub const YEARS: u64 = 1000;
pub const MONTHS: u64 = 100;
/// In which circles of boxes that bring platforms once spoilt the proof.
const CIRCLES: [u64; 3] = [3168, 4981, 20356];
/// US dollars of a price above which something is scarce.
const SCARCE: f64 = 0.1;

/// How many of the worlds show what they are to show.
#[derive(Debug, Default)]
struct Seen {
    /// Empties move; with a ship; others bring some.
    empty: u32,
    ship: u32,
    others: u32,
    scarce: u32,
    left: u32,
    /// That pieces come back costs something.
    dearer: u32,
}

pub fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * (1.0 + a.abs().max(b.abs()))
}

/// The answer and the least cost that it claims, certified.
pub fn solved(w: &World, what: &str) -> (FlowAnswer, f64) {
    let corridor = corridor(w);
    let question = FlowQuestion { empties: true, months: w.is_monthly(), ..FlowQuestion::of(2025) };
    let mut flow = Flow::new(&corridor, question).unwrap_or_else(|e| panic!("{what}: {e}"));
    let (answer, proof) = flow.proven(&Silent).unwrap_or_else(|e| panic!("{what}: {e}"));
    let verdict = certify_flow(&corridor, &answer, &proof);
    assert!(verdict.holds(), "{what}: {:#?}", verdict.flaws);
    (answer, proof.through.1.objective)
}

/// Cost of what the answer tells: ways, what stays behind, and what decides between empty moves that cost the same.
fn told(w: &World, answer: &FlowAnswer) -> f64 {
    let left = answer.wishes.iter().zip(&w.demands).map(|(a, d)| {
        let tonnes = if w.kinds[d.kind].is_box() { a.unserved * 20.0 } else { a.unserved };
        tonnes * f64::from(d.worth)
    });
    let kinds = (0..w.kinds.len()).filter(|&k| w.comes_back(k));
    let moves = answer.empties.iter().flat_map(|e| &e.kinds).zip(kinds).map(|(told, k)| told.empty * w.tie(k));
    answer.totals.generalised_usd + left.sum::<f64>() + moves.sum::<f64>()
}

fn compare(w: &World, what: &str, seen: &mut Seen) {
    let (answer, cost) = solved(w, what);
    let wanted = programme(w, true).solve().unwrap();
    assert!(close(cost, wanted), "{what}: {cost} for {wanted}");
    assert!(close(told(w, &answer), wanted), "{what}: {} told for {wanted}", told(w, &answer));
    let empties = answer.empties.as_ref().unwrap();
    seen.empty += u32::from(!empties.moves.is_empty());
    seen.ship += u32::from(empties.moves.iter().any(|m| !m.way.services.is_empty()));
    seen.others += u32::from(!empties.others.is_empty());
    seen.scarce += u32::from(answer.limits.iter().any(|l| l.price > SCARCE));
    seen.left += u32::from(answer.wishes.iter().any(|a| a.unserved > 1e-6));
    seen.dearer += u32::from(programme(w, false).solve().unwrap() < wanted - 1.0);
}

#[test]
fn a_year_costs_what_the_arc_flows_cost() {
    let mut seen = Seen::default();
    (0..YEARS).chain(CIRCLES).for_each(|seed| compare(&world(seed, false), &format!("year {seed}"), &mut seen));
    assert!(seen.empty > 500 && seen.ship > 40 && seen.others > 15, "{seen:?}");
    assert!(seen.scarce > 500 && seen.left > 500 && seen.dearer > 500, "{seen:?}");
}

#[test]
fn months_cost_what_the_arc_flows_cost() {
    let mut seen = Seen::default();
    (0..MONTHS).for_each(|seed| compare(&world(seed, true), &format!("months {seed}"), &mut seen));
    assert!(seen.empty > 40 && seen.ship > 4 && seen.scarce > 40 && seen.left > 40 && seen.dearer > 40, "{seen:?}");
}
