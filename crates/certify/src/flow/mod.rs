//! Is a flow answer proven, and is what is written what was proven?
//!
//! ```text
//! problems   background, then through demand in what it left: feasible, dual feasible, no gap ([`crate::mincost`]); a choice by its multipliers
//! answer     what each wish carries, leaves and asks; what each limit has, uses and costs: sums over the proven flows
//! tables     what each wish asks, how much there is of each resource and how much goods use of it: from the rows, by another path
//! ```
//! Sums are carried with 32 digits; no code is shared with the solver. What is not certified: that the graphs of the problems are those of
//! the tables (ways of a consignment are certified by [`crate::certify_route`]), and the rows of ships' places and fleet hours, which
//! are checked within the problems but not derived again; of an equilibrium, what an hour at a limit is worth. The verdict counts what was.

mod answer;
mod choice;
mod congestion;
mod tables;

use crate::mincost::{Flaw, certify_mincost};
use keruen_model::Corridor;
use keruen_results::flow::{Checked, FlowAnswer};
use keruen_results::proof::{Claim, FlowProof, Instance};
use std::fmt;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowVerdict {
    /// Figures for the answer's certificate.
    pub checked: Checked,
    /// Everything that is wrong; empty when the answer is proven.
    pub flaws: Vec<FlowFlaw>,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FlowFlaw {
    /// One of the problems is not solved.
    Problem {
        /// `background`, `through` or `choice`.
        which: &'static str,
        /// Limit or wish, where the flaw has one.
        at: String,
        /// What is wrong.
        what: String,
    },
    /// A figure of the answer is not what was found.
    Figure {
        /// Wish, limit or table row, and the period.
        at: String,
        /// Which figure.
        what: &'static str,
        /// In the answer.
        answer: f64,
        /// Found.
        found: f64,
    },
    /// The proof does not fit the answer: arrays of different lengths, or names that are not there.
    Shape(String),
}

impl fmt::Display for FlowFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem { which, at, what } if at.is_empty() => write!(f, "{which}: {what}"),
            Self::Problem { which, at, what } => write!(f, "{which}, {at}: {what}"),
            Self::Figure { at, what, answer, found } => {
                write!(f, "{at}: {what} is {answer} in the answer, {found} when found again")
            }
            Self::Shape(what) => write!(f, "the proof does not fit the answer: {what}"),
        }
    }
}

impl FlowVerdict {
    /// True when the answer is proven.
    pub fn holds(&self) -> bool {
        self.flaws.is_empty()
    }
}

/// Checks an answer with what stands behind it. The corridor holds the rows of all days.
pub fn certify_flow(corridor: &Corridor, answer: &FlowAnswer, proof: &FlowProof) -> FlowVerdict {
    let mut flaws = Vec::new();
    let mut checked = Checked::default();
    if let Some(what) = misfit(proof) {
        return FlowVerdict { checked, flaws: vec![FlowFlaw::Shape(what)] };
    }
    let background = certify_mincost(&proof.background.0, &proof.background.1);
    let through = certify_mincost(&proof.through.0, &proof.through.1);
    for (which, verdict) in [("background", &background), ("through", &through)] {
        flaws.extend(verdict.flaws.iter().map(|flaw| problem(which, flaw, proof)));
    }
    checked.gap = background.gap.max(through.gap);
    checked.miss = background.miss.max(through.miss);
    flaws.extend(answer::left_by_background(proof));
    if let Some(programme) = &proof.choice {
        let (gap, miss, found) = choice::check(programme, proof);
        (checked.gap, checked.miss) = (background.gap.max(gap), background.miss.max(miss));
        flaws.extend(found);
    }
    if let Some(congested) = &proof.congestion {
        flaws.extend(congestion::check(proof, congested));
    }
    flaws.extend(answer::wishes(answer, proof));
    flaws.extend(answer::limits(answer, proof));
    let found = tables::check(corridor, answer);
    (checked.limits, checked.limits_recomputed, checked.uses_recomputed) = (answer.limits.len(), found.limits, found.uses);
    flaws.extend(found.flaws);
    FlowVerdict { checked, flaws }
}

/// Why arrays do not belong together.
fn misfit(proof: &FlowProof) -> Option<String> {
    let fits = |(instance, _): &(Instance, Claim)| {
        instance.rows.len() == proof.rows.len() && instance.commodities.len() == proof.wishes.len()
    };
    if !fits(&proof.background) || !fits(&proof.through) {
        return Some("rows or commodities of a problem have no names".into());
    }
    if proof.congestion.as_ref().is_some_and(|c| c.1.len() != proof.rows.len()) {
        return Some("rows of the equilibrium have no names".into());
    }
    let programme = proof.choice.as_ref()?;
    let known = |uses: &[(u32, f64)]| uses.iter().all(|u| (u.0 as usize) < proof.rows.len());
    let sound = programme.rows.len() == proof.rows.len()
        && programme.price.len() == proof.rows.len()
        && programme.users.iter().all(|u| (u.commodity as usize) < proof.wishes.len())
        && programme.options.iter().all(|o| (o.user as usize) < programme.users.len() && known(&o.uses))
        && programme.columns.iter().all(|c| known(&c.0));
    if sound { None } else { Some("the choice names rows, users or commodities that are not there".into()) }
}

fn problem(which: &'static str, flaw: &Flaw, proof: &FlowProof) -> FlowFlaw {
    let row = |r: u32| proof.rows.get(r as usize).map(|r| format!("{} {}", r.limit, r.period));
    let wish = |k: u32| proof.wishes.get(k as usize).map(|w| format!("{} {}", w.wish, w.period));
    let at = match *flaw {
        Flaw::Row(r, _) | Flaw::Price(r, _) => row(r),
        Flaw::Demand(k, _) => wish(k),
        _ => None,
    };
    FlowFlaw::Problem { which, at: at.unwrap_or_default(), what: flaw.to_string() }
}

/// A figure that differs by more than a part of its size.
fn differs(at: String, what: &'static str, (answer, found): (f64, f64), size: f64) -> Option<FlowFlaw> {
    let near = (answer - found).abs() <= SAME * size.abs().max(answer.abs()).max(found.abs());
    (!near).then_some(FlowFlaw::Figure { at, what, answer, found })
}

/// Figures of the answer may differ by this part from those found again: sums over hundreds of ways in double precision.
const SAME: f64 = 1e-7;
