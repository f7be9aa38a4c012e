//! Several scenarios side by side: what changed, what each figure does, who pays and who gains, and what it is worth.
//!
//! ```text
//! stack of scenarios -> flow of the year, ways of the study's questions -> figures -> difference to the base
//! worth a year = gain of shippers + gain of carriers + gain of budgets            (`gain`)
//! net present value = - cost + sum over the years of life of worth / (1 + r)^t    (`worth`)
//! ```
//!
//! The flow is the least-cost flow of one year: its demand is given, so a proposal moves goods only between ways, or from what
//! stays behind. Charges between shippers, carriers and states are transfers and cancel in the sum. CO2e is counted and not priced.

mod asked;
mod figures;
mod gain;
mod side;
mod worth;

pub use asked::asked;
pub use side::Comparer;
pub(crate) use side::rate;

use crate::error::StudyError;
use crate::file::VariantSpec;
use keruen_results::Progress;
use keruen_results::compare::{CompareAnswer, SCHEMA_VERSION, Terms};
use keruen_results::forum::Span;

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

/// Compares stacks of scenarios with a base; an empty stack is the corridor as it is.
pub fn compare(
    comparer: &mut Comparer<'_>,
    base: &[String],
    others: &[Vec<String>],
    progress: &dyn Progress,
) -> Result<CompareAnswer, StudyError> {
    let total = others.len() as u64 + 1;
    let stacks: Vec<&[String]> = std::iter::once(base).chain(others.iter().map(Vec::as_slice)).collect();
    let day = comparer.day(&stacks)?;
    comparer.prepare(&stacks.iter().map(|s| (*s, day)).collect::<Vec<_>>(), progress);
    let ground = comparer.side(base, day, progress)?;
    let mut sides = Vec::new();
    for (i, names) in others.iter().enumerate() {
        progress.step(i as u64 + 1, total);
        sides.push(comparer.side(names, day, progress)?);
    }
    let all: Vec<_> = std::iter::once(&ground).chain(&sides).map(std::rc::Rc::as_ref).collect();
    let terms = &comparer.question().terms;
    Ok(CompareAnswer {
        schema_version: SCHEMA_VERSION,
        corridor: comparer.corridor().meta.id.clone(),
        year: comparer.question().year,
        method: if comparer.question().months { "least-cost by months" } else { "least-cost" }.into(),
        base: ground.shown.clone(),
        others: sides.iter().map(|s| s.shown.clone()).collect(),
        figures: figures::figures(&comparer.question().asks, &all),
        payers: gain::payers(&all),
        worth: sides.iter().map(|s| worth::worth(comparer.corridor(), &ground, s, terms)).collect(),
        terms: terms.clone(),
        notes: notes(&ground, &sides, comparer.question()),
    })
}

/// What a reader must bear in mind.
fn notes(ground: &side::SideData, sides: &[std::rc::Rc<side::SideData>], q: &CompareQuestion) -> Vec<String> {
    let (year, periods) = (q.year, if q.months { "twelve months" } else { "one period" });
    let mut out = vec![
        "All sides are asked for one day: the last that any of their scenarios speaks of, else that of the corridor.".into(),
        format!(
            "The flow is that of {year} in {periods}, at least cost and with given demand: a proposal moves goods between ways or from what stays behind; it makes no new demand."
        ),
        "Figures of the flow carry no low and high end: its ranges are not computed here. Those of ways come from the ranges of their prices.".into(),
    ];
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
