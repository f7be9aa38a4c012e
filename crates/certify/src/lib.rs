//! Independent checkers of answers.
//!
//! What question it answers: is this answer what the tables say? Nothing of the engines is used: each figure is derived again
//! from the rows of the corridor, in other words and by another path, and what differs is named.
//!
//! ```text
//! answer + tables of the day -> for each way: custody walked leg by leg; rows, hours, charges, CO2e, rules of each leg
//!                            -> sums, papers, permits, sheet of each way
//!                            -> labels and dominance over all ways; refusals
//! ```
//!
//! What is certified: that every way can be gone, costs, takes and emits what it says, breaks no rule and is beaten by no other
//! way of the answer. What is not: that no further way exists; that takes a search, and stands in the tests of the engine.
//!
//! Assumptions, where the meaning of a field leaves room, are named in the modules: which row is narrower ([`narrow`]), where
//! goods are cleared ([`custody`]), what stands on which loading ([`goods`]). Tolerances are constants of [`tolerance`].

mod back;
mod case;
mod chain;
mod clock;
mod custody;
mod days;
mod deed;
mod discrepancy;
mod emissions;
mod equilibrium;
mod flow;
mod goods;
mod hauls;
mod hazard;
mod lateness;
mod leg;
mod lines;
mod lots;
pub mod mincost;
mod narrow;
mod pair;
mod quantity;
mod refusals;
mod resolve;
mod rules;
mod simulation;
mod tariffs;
mod terms;
mod through;
mod time;
mod tolerance;
mod walk;
mod water;
mod ways;
mod whole;

pub use discrepancy::{Check, Discrepancy};
pub use equilibrium::{FlowDiscrepancy, certify_equilibrium};
pub use flow::{FlowFlaw, FlowVerdict, certify_flow};
pub use simulation::{LogFault, check_log};

use case::Case;
use discrepancy::Findings;
use keruen_model::Corridor;
use keruen_results::route::{RouteAnswer, SCHEMA_VERSION};

/// Everything in a route answer that is not what the tables say; empty for a correct answer. `corridor` holds only the rows of
/// the day of the question: see [`Corridor::on`]. A way back is an answer for its own day, to be certified by itself; here only the
/// sums of both are.
pub fn certify_route(corridor: &Corridor, answer: &RouteAnswer) -> Vec<Discrepancy> {
    let mut findings = Findings::default();
    if answer.schema_version != SCHEMA_VERSION {
        findings.add(Check::Question, "schema_version", answer.schema_version, SCHEMA_VERSION);
    }
    let Some(case) = Case::read(corridor, &answer.question, &mut findings) else { return findings.list };
    let ends: Vec<_> = answer.ways.iter().enumerate().map(|(i, way)| ways::certified(&case, way, i, &mut findings)).collect();
    ways::dominance(&ends, &mut findings);
    ways::labels(answer, &mut findings);
    refusals::check(&case, answer, &mut findings);
    answer.protection.iter().for_each(|p| pair::check(&case, p, &mut findings));
    back::check(answer, &mut findings);
    findings.list
}

/// As [`certify_route`], for an answer over the departures of some days. `base` holds the rows of every day. Each way is certified on the
/// rows of its own day, which must be one of those asked; no way is beaten by one of another day.
pub fn certify_departures(base: &Corridor, answer: &RouteAnswer) -> Vec<Discrepancy> {
    let mut findings = Findings::default();
    if answer.schema_version != SCHEMA_VERSION {
        findings.add(Check::Question, "schema_version", answer.schema_version, SCHEMA_VERSION);
    }
    let ends: Vec<_> =
        answer.ways.iter().enumerate().filter_map(|(i, way)| days::certified(base, answer, (i, way), &mut findings)).collect();
    ways::dominance(&ends, &mut findings);
    ways::labels(answer, &mut findings);
    findings.list
}
