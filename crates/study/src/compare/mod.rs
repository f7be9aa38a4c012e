//! Several scenarios side by side: what changed, what each figure does, who pays and who gains, and what it is worth.
//!
//! ```text
//! stack of scenarios -> flow of the year, ways of the study's questions -> figures -> difference to the base
//! worth a year = gain of shippers + gain of carriers + gain of budgets            (`gain`)
//! net present value = - cost + sum over the years of life of worth / (1 + r)^t    (`worth`)
//! low and high of a difference = of its values over draws that move what nobody read alike on all sides  (`drawn`, on request)
//! simulated difference = mean over replications with the same luck on all sides, with its interval       (`luck`, on request)
//! ```
//!
//! The flow is the least-cost flow of one year: its demand is given, so a proposal moves goods only between ways, or from what
//! stays behind. Charges between shippers, carriers and states are transfers and cancel in the sum. CO2e is counted and not priced.

mod asked;
mod drawn;
mod figures;
mod gain;
mod luck;
mod side;
mod worth;

pub use asked::asked;
pub use side::Comparer;
pub(crate) use side::rate;

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::ranges::Ranging;
use keruen_results::compare::{CompareAnswer, SCHEMA_VERSION, Terms};
use keruen_results::forum::Span;
use keruen_results::{Part, Progress};
use side::SideData;
use std::num::NonZeroUsize;
use std::rc::Rc;

/// A question of the study whose answer is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Short name: its figures are called `id-usd`, `id-days` ...
    pub id: String,
    /// In words.
    pub title: String,
    /// The question.
    pub variant: VariantSpec,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareQuestion {
    /// Year of the flow.
    pub year: i32,
    /// Twelve months instead of one year.
    pub months: bool,
    /// Questions of the study.
    pub asks: Vec<Ask>,
    /// How money and years are weighed.
    pub terms: Terms,
    /// Draws of what nobody read, for the low and high ends of the flow's figures; `None` = none.
    pub ranging: Option<Ranging>,
    /// Replications with queues, weather and ships; `None` = none.
    pub luck: Option<Luck>,
}

/// How simulations are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// Replications of each side.
    pub replications: u32,
    /// Seed of all luck.
    pub seed: u64,
    /// Threads; the answer is the same for any number.
    pub threads: NonZeroUsize,
}

/// Terms that hold where a study states no others.
pub fn usual_terms() -> Terms {
    Terms {
        discount: Span { low: 0.05, mid: 0.08, high: 0.12 },
        carrier_cost: Span { low: 0.5, mid: 0.75, high: 1.0 },
        why: "Both assumed: no source of the corridor states a discount rate or what a carrier's next tonne-kilometre costs. \
              Change them in study.toml, [round_table]."
            .into(),
    }
}

/// Compares stacks of scenarios with a base; an empty stack is the corridor as it is. Where the asker stops, what is finished is told:
/// sides that have their flow, draws that have all sides.
///
/// # Errors
/// When a stack does not fit the corridor, a side has no answer, or the asker stops before base and another side are finished.
pub fn compare(
    comparer: &mut Comparer<'_>,
    base: &[String],
    others: &[Vec<String>],
    progress: &dyn Progress,
) -> Result<CompareAnswer, StudyError> {
    let stacks: Vec<&[String]> = std::iter::once(base).chain(others.iter().map(Vec::as_slice)).collect();
    let day = comparer.day(&stacks)?;
    let [plain, drawn, luck] = shares(comparer.question());
    let (sides, missing) = comparer.sides(&stacks, day, &Part::new(progress, plain))?;
    let stacks: Vec<&[String]> = sides.iter().map(|s| s.shown.scenarios.as_slice()).collect();
    let mut answer = plainly(comparer, &sides);
    answer
        .stopped
        .extend(missing.first().map(|_| format!("Stopped before it was finished: {} is not compared.", missing.join(", "))));
    if let Some(asked) = comparer.question().ranging {
        let there = comparer.corridors(&stacks, day)?;
        drawn::draw((comparer, &there), asked, &Part::new(progress, drawn), &mut answer)?;
    }
    if let Some(asked) = comparer.question().luck {
        let there = comparer.corridors(&stacks, day)?;
        match luck::simulated((comparer, &there, &stacks), asked, &Part::new(progress, luck)) {
            Err(StudyError::Cancelled) => answer.stopped.push(NO_PAIRS.into()),
            simulated => answer.simulated = Some(simulated?),
        }
    }
    Ok(answer)
}

/// Half a side has no pairs.
const NO_PAIRS: &str = "Stopped before every side was simulated: without pairs no simulated difference is told.";

/// Parts of the whole that the flows, the draws and the replications take, 0 to 1.
fn shares(q: &CompareQuestion) -> [(f64, f64); 3] {
    match (q.ranging.is_some(), q.luck.is_some()) {
        (false, false) => [(0.0, 1.0), (1.0, 1.0), (1.0, 1.0)],
        (true, false) => [(0.0, 0.1), (0.1, 1.0), (1.0, 1.0)],
        (false, true) => [(0.0, 0.1), (0.1, 0.1), (0.1, 1.0)],
        (true, true) => [(0.0, 0.1), (0.1, 0.5), (0.5, 1.0)],
    }
}

/// Figures, receipts and worth of one flow a side.
fn plainly(comparer: &Comparer<'_>, sides: &[Rc<SideData>]) -> CompareAnswer {
    let all: Vec<&SideData> = sides.iter().map(Rc::as_ref).collect();
    let (ground, others) = (all[0], &all[1..]);
    let q = comparer.question();
    CompareAnswer {
        schema_version: SCHEMA_VERSION,
        corridor: comparer.corridor().meta.id.clone(),
        year: q.year,
        method: if q.months { "least-cost by months" } else { "least-cost" }.into(),
        base: ground.shown.clone(),
        others: others.iter().map(|s| s.shown.clone()).collect(),
        figures: figures::figures(&q.asks, &all),
        payers: gain::payers(&all),
        worth: others.iter().map(|s| worth::worth(comparer.corridor(), ground, s, &q.terms)).collect(),
        terms: q.terms.clone(),
        sample: None,
        simulated: None,
        stopped: Vec::new(),
        notes: notes(ground, others, q),
    }
}

/// What a reader must bear in mind.
fn notes(ground: &SideData, sides: &[&SideData], q: &CompareQuestion) -> Vec<String> {
    let (year, periods) = (q.year, if q.months { "twelve months" } else { "one period" });
    let mut out = vec![
        "All sides are asked for one day: the last that any of their scenarios speaks of, else that of the corridor.".into(),
        format!(
            "The flow is that of {year} in {periods}, at least cost and with given demand: a proposal moves goods between ways or from what stays behind; it makes no new demand."
        ),
    ];
    out.push(ends(q).into());
    if q.luck.is_some() {
        out.push(
            "Simulations share their luck: replication by replication the same storms and the same arrivals on all sides; goods take the ways of the year's flow of their side.".into(),
        );
    }
    for s in sides {
        if s.idle {
            out.push(format!(
                "{}: none of the rows that it changes is open in {year}, so nothing of it is seen; ask for a later year.",
                s.shown.id
            ));
        }
        if s.opens_later(year) {
            out.push(format!(
                "{}: speaks of a day after {year}, so the flow of {year} sees only those of its rows that are open then.",
                s.shown.id
            ));
        }
        if s.asked() != ground.asked() {
            out.push(format!(
                "{}: wishes for other amounts than the base, so its gain of shippers is not a like-for-like figure.",
                s.shown.id
            ));
        }
    }
    out
}

/// What low and high ends rest on.
fn ends(q: &CompareQuestion) -> &'static str {
    if q.ranging.is_some() {
        "Low and high of the flow's figures are 5 and 95 per cent of the draws of assumed and proxy figures; one draw moves them alike on all sides, and what a scenario sets stands still. Those of ways come from the ranges of their prices."
    } else {
        "Figures of the flow carry no low and high end: its ranges are not computed here. Those of ways come from the ranges of their prices."
    }
}
