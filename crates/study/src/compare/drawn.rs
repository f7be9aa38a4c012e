//! Low and high ends of the flow's figures, of their differences and of what a proposal is worth a year, over draws of what nobody
//! read that move it alike on all sides ([`together`]).
//!
//! ```text
//! low, high of a figure        5 and 95 per cent of its values
//! low, high of a difference    5 and 95 per cent of (other - base), draw by draw: not the difference of the ends
//! sure                         both ends on one side of nothing
//! ```
//!
//! Where the central value lies outside of the middle 90 per cent, the end moves out to it.

use super::figures::{of_flow, part};
use super::gain;
use super::side::Comparer;
use crate::error::StudyError;
use crate::flow::{FlowAsk, flow_question};
use crate::ranges::{Ranging, spread, together};
use keruen_model::Corridor;
use keruen_results::Progress;
use keruen_results::compare::{CompareAnswer, Drawn, Figure, Sample, Sign};
use keruen_results::flow::FlowAnswer;
use keruen_results::forum::Span;

/// What is kept of one draw.
struct Kept {
    /// Figures of the flow, by side, the base first.
    figures: Vec<Vec<f64>>,
    /// What each other is worth a year.
    worth: Vec<f64>,
}

/// Fills in the ends that rest on the draws. Corridors: the base first.
pub(super) fn draw(
    (comparer, sides): (&Comparer<'_>, &[Corridor]),
    asked: Ranging,
    progress: &dyn Progress,
    answer: &mut CompareAnswer,
) -> Result<(), StudyError> {
    let q = comparer.question();
    let question = flow_question(&sides[0], &FlowAsk { months: q.months, ..FlowAsk::of(q.year) })?;
    let (corridor, terms) = (comparer.corridor(), &q.terms);
    let keep = |flows: &[FlowAnswer]| Kept {
        figures: flows.iter().map(of_flow).collect(),
        worth: flows[1..].iter().map(|f| gain::all(corridor, &flows[0], f, terms).mid).collect(),
    };
    let drawn = together(sides, &question, asked, progress, keep)?;
    let made = asked.samples - drawn.left;
    if drawn.left > 0 {
        answer.stopped.push(format!("Stopped before all draws were made: low and high rest on {made} of {}.", asked.samples));
    }
    answer.sample = Some(Sample { seed: asked.seed, draws: made, failed: drawn.failed, parameters: drawn.parameters });
    let nothing = match (drawn.parameters, drawn.kept.len()) {
        (0, _) => "No assumed or proxy figure has a low and a high end, so draws say nothing of how sure a sign is.",
        (_, 0) => "No draw has an answer on every side, so no low and high end is told.",
        _ => "",
    };
    if !nothing.is_empty() {
        answer.notes.push(nothing.into());
        return Ok(());
    }
    let told = answer.figures.iter_mut().filter(|f| f.question == super::figures::OF_FLOW);
    told.enumerate().for_each(|(k, f)| fill(f, k, &drawn.kept));
    for (i, w) in answer.worth.iter_mut().enumerate() {
        let (span, sign) = ends(w.all.mid, drawn.kept.iter().map(|k| k.worth[i]).collect());
        w.drawn = Some(Drawn { span, sign });
    }
    Ok(())
}

/// Ends of one figure on every side.
fn fill(f: &mut Figure, k: usize, kept: &[Kept]) {
    for (side, cell) in f.cells.iter_mut().enumerate() {
        cell.value = cell.value.map(|v| ends(v.mid, kept.iter().map(|d| d.figures[side][k]).collect()).0);
        if let Some(d) = cell.difference {
            let differences = kept.iter().map(|d| part(d.figures[side][k], d.figures[0][k])).collect();
            let (span, sign) = ends(d.mid, differences);
            (cell.difference, cell.sign) = (Some(span), Some(sign));
        }
    }
}

/// The middle 90 per cent around a central value, and whether its sign holds.
fn ends(mid: f64, values: Vec<f64>) -> (Span, Sign) {
    let same = values.iter().filter(|v| v.partial_cmp(&&0.0) == mid.partial_cmp(&0.0)).count();
    let share = same as f64 / values.len().max(1) as f64;
    let range = spread(values);
    let span = Span { low: range.low.min(mid), mid, high: range.high.max(mid) };
    (span, Sign { sure: span.low > 0.0 || span.high < 0.0, share })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_sure_where_both_ends_lie_on_one_side() {
        let (span, sign) = ends(2.0, (1..=21).map(f64::from).collect());
        assert_eq!((span.low, span.mid, span.high), (2.0, 2.0, 20.0), "1 lies below the 5 per cent point");
        assert!(sign.sure && sign.share == 1.0);
        let (_, sign) = ends(1.0, (-5..=15).map(f64::from).collect());
        assert_eq!((sign.sure, sign.share), (false, 15.0 / 21.0));
        let (span, sign) = ends(0.0, vec![0.0; 8]);
        assert_eq!((span, sign.sure, sign.share), (Span::exact(0.0), false, 1.0));
    }
}
