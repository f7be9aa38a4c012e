//! How sure is a flow answer, when the figures that nobody read anywhere (assumed, or proxy) may stand anywhere between their ends?
//!
//! ```text
//! sample     Latin hypercube: every parameter in N equal parts of its law, each part once; half of the weight on each side of its value
//! range      5 and 95 per cent of the samples, for each headline
//! screening  Morris: groups `table.field` walk over a grid of 4 levels, one step a group; mean and deviation of |effect|
//! tornado    groups are halved, the strongest first, until single parameters stand alone (sequential bifurcation)
//! ranking    how often each limit has a price, and is the dearest
//! ```
//! Sources: McKay, Beckman and Conover 1979 (Latin hypercube); Morris 1991, *Factorial sampling plans for preliminary computational
//! experiments*; Campolongo, Cariboni and Saltelli 2007 (groups); Bettonvil and Kleijnen 1997 (sequential bifurcation).
//!
//! Assumptions: parameters are independent of each other; within a group of the screening all move together, so that opposite effects
//! may hide each other there, which halving then finds only where their sum shows.

mod draw;
mod morris;
mod part;
mod sample;
mod together;
mod tornado;

pub use sample::counter_ranges;
pub(crate) use sample::spread;
pub(crate) use together::together;

use crate::error::StudyError;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_results::flow::FlowAnswer;
use keruen_results::ranges::FlowRanges;
use keruen_results::{Progress, Silent};
use part::Part;
use std::num::NonZeroUsize;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranging {
    /// Samples.
    pub samples: usize,
    /// Seed.
    pub seed: u64,
    /// Threads; the answer is the same for any number.
    pub threads: NonZeroUsize,
}

/// Ranges of the headlines of a flow. The corridor holds the rows of all days.
///
/// # Errors
/// When the flow itself cannot be asked, or the asker stops.
pub fn flow_ranges(
    corridor: &Corridor,
    question: &FlowQuestion,
    asked: Ranging,
    progress: &dyn Progress,
) -> Result<FlowRanges, StudyError> {
    let parts = part::parts(corridor, &[question.year]);
    let base = Flow::new(corridor, question.clone())?.solve(progress)?;
    let model = Model { corridor, question, parts: &parts, threads: asked.threads };
    let mut out = FlowRanges { seed: asked.seed, samples: asked.samples, parameters: parts.len(), ..FlowRanges::default() };
    sample::headlines(&model, &base, asked, progress, &mut out)?;
    let measured = headlines(&base);
    out.screening = morris::screening(&model, &measured, asked, progress)?;
    out.tornado = tornado::tornado(&model, &measured, progress)?;
    out.notes.push(
        "Figures that were read or computed stand still, and so do assumed ones without a low and a high end; parameters move independently.".into(),
    );
    Ok(out)
}

/// The flow with some parameters elsewhere.
struct Model<'c> {
    corridor: &'c Corridor,
    question: &'c FlowQuestion,
    parts: &'c [Part],
    threads: NonZeroUsize,
}

impl Model<'_> {
    /// The answer with every parameter at a part of its law (0 = low, 0.5 = as it stands, 1 = high); `None` where there is none.
    fn at(&self, law: &[f64]) -> Option<FlowAnswer> {
        let corridor = part::placed(self.corridor, self.parts, law);
        Flow::new(&corridor, self.question.clone()).ok()?.solve(&Silent).ok()
    }

    /// Everything as it stands.
    fn middle(&self) -> Vec<f64> {
        vec![0.5; self.parts.len()]
    }
}

/// Name, unit and value of every headline.
fn headlines(a: &FlowAnswer) -> Vec<(&'static str, &'static str, f64)> {
    let t = &a.totals;
    let left: f64 = a.wishes.iter().filter(|w| w.kind == "through" && w.unit == "t").map(|w| w.unserved + w.outside).sum();
    vec![
        ("through demand carried", "t", t.tonnes),
        ("containers carried", "TEU", t.teu),
        ("transport work", "t-km", t.tonne_km),
        ("charges", "USD", t.charges_usd),
        ("generalised cost", "USD", t.generalised_usd),
        ("emissions", "kg CO2e", t.co2e_kg),
        ("weighed goods outside or left", "t", left),
    ]
}

/// Change of each headline between two answers, in per cent of the base; those that are zero in the base are left out.
fn changes(base: &[(&'static str, &'static str, f64)], a: &FlowAnswer, b: &FlowAnswer) -> Vec<(usize, f64)> {
    let (a, b) = (headlines(a), headlines(b));
    let nonzero = (0..base.len()).filter(|&i| base[i].2.abs() > 0.0);
    nonzero.map(|i| (i, 100.0 * (b[i].2 - a[i].2) / base[i].2.abs())).collect()
}

/// Mean size of changes.
fn size(changes: &[(usize, f64)]) -> f64 {
    changes.iter().map(|c| c.1.abs()).sum::<f64>() / changes.len().max(1) as f64
}
