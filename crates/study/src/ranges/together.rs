//! Several corridors at the same draws: how far does a difference move, when what nobody read moves alike on all sides?
//!
//! A parameter is known by its name. Where two sides have it, one draw puts it at the same part of its law on both, so that what is
//! not known of both cancels in the difference. One that a scenario sets stands still on that side (it is decided, not unknown), and
//! one that only one side has moves there alone.

use super::Ranging;
use super::draw::hypercube;
use super::part::{Part, parts, placed};
use crate::error::StudyError;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_model::parallel::in_order;
use keruen_results::flow::FlowAnswer;
use keruen_results::{Progress, Silent};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

/// What is kept of the draws that have an answer on every side.
pub(crate) struct Together<T> {
    /// Parameters of all sides.
    pub parameters: usize,
    /// Draws without an answer on some side.
    pub failed: usize,
    /// Draws before which the asker stopped.
    pub left: usize,
    /// One a draw, in order.
    pub kept: Vec<T>,
}

/// Solves the flow of every side at every draw and keeps what is asked of them; where the asker stops, of the draws made.
pub(crate) fn together<T: Send>(
    sides: &[Corridor],
    question: &FlowQuestion,
    asked: Ranging,
    progress: &dyn Progress,
    keep: impl Fn(&[FlowAnswer]) -> T + Sync,
) -> Result<Together<T>, StudyError> {
    let of_sides: Vec<Vec<Part>> = sides.iter().map(|c| parts(c, &[question.year])).collect();
    let axes = axes(&of_sides);
    let points = hypercube(asked.samples, axes.len(), asked.seed);
    let done = AtomicU64::new(0);
    let one = |(): &mut (), i: usize| {
        if progress.cancelled() {
            return Draw::Left;
        }
        let answers = sides.iter().zip(&of_sides).map(|(c, p)| at(c, question, p, &axes, &points[i]));
        let kept = answers.collect::<Option<Vec<_>>>().map_or(Draw::Failed, |all| Draw::Kept(keep(&all)));
        progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, points.len() as u64);
        kept
    };
    let mut out = Together { parameters: axes.len(), failed: 0, left: 0, kept: Vec::new() };
    for draw in in_order(points.len(), asked.threads, || (), one) {
        match draw {
            Draw::Kept(kept) => out.kept.push(kept),
            Draw::Failed => out.failed += 1,
            Draw::Left => out.left += 1,
        }
    }
    Ok(out)
}

/// What came of a draw.
enum Draw<T> {
    Kept(T),
    Failed,
    Left,
}

/// Position of each parameter's axis, by name.
fn axes(sides: &[Vec<Part>]) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for part in sides.iter().flatten() {
        let next = out.len();
        out.entry(part.name.clone()).or_insert(next);
    }
    out
}

/// The flow of a side at a draw; `None` where there is none.
fn at(
    corridor: &Corridor,
    question: &FlowQuestion,
    parts: &[Part],
    axes: &BTreeMap<String, usize>,
    point: &[f64],
) -> Option<FlowAnswer> {
    let law: Vec<f64> = parts.iter().map(|p| point[axes[&p.name]]).collect();
    let corridor = placed(corridor, parts, &law);
    Flow::new(&corridor, question.clone()).ok()?.solve(&Silent).ok()
}
