//! Morris's screening of groups.

use super::draw::Draw;
use super::{Model, Ranging, changes, size};
use crate::error::StudyError;
use keruen_model::parallel::in_order;
use keruen_results::Progress;
use keruen_results::ranges::GroupEffect;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

/// Walks over the grid. Morris and Campolongo use 4 to 10.
const WALKS: u64 = 4;
/// Levels of the grid, and the step: levels / (2 (levels - 1)).
const LEVELS: usize = 4;
const STEP: f64 = 2.0 / 3.0;

type Headlines = [(&'static str, &'static str, f64)];

/// Groups by the mean size of their effect, the strongest first.
pub(super) fn screening(
    model: &Model<'_>,
    base: &Headlines,
    asked: Ranging,
    progress: &dyn Progress,
) -> Result<Vec<GroupEffect>, StudyError> {
    let groups = groups(model);
    let done = AtomicU64::new(0);
    let walk = |(): &mut (), i: usize| {
        let steps = (groups.len() as u64 + 1) * WALKS;
        let tell = || progress.step(done.fetch_add(1, Ordering::Relaxed), steps);
        if progress.cancelled() { Vec::new() } else { one_walk(model, base, &groups, (asked.seed, i as u64), &tell) }
    };
    let found = in_order(WALKS as usize, model.threads, || (), walk);
    if progress.cancelled() {
        return Err(StudyError::Cancelled);
    }
    let mut out = Vec::new();
    for (g, (name, members)) in groups.iter().enumerate() {
        let effects: Vec<f64> = found.iter().flatten().filter(|e| e.0 == g).map(|e| e.1).collect();
        let mean = effects.iter().sum::<f64>() / effects.len().max(1) as f64;
        let square = effects.iter().map(|e| (e - mean).powi(2)).sum::<f64>() / effects.len().saturating_sub(1).max(1) as f64;
        out.push(GroupEffect { group: name.clone(), parameters: members.len(), mean, deviation: square.sqrt() });
    }
    out.sort_by(|a, b| b.mean.total_cmp(&a.mean).then(a.group.cmp(&b.group)));
    Ok(out)
}

/// Groups by name, with the positions of their members.
pub(super) fn groups(model: &Model<'_>) -> Vec<(String, Vec<usize>)> {
    let mut out: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    model.parts.iter().enumerate().for_each(|(i, p)| out.entry(&p.group).or_default().push(i));
    out.into_iter().map(|(name, members)| (name.into(), members)).collect()
}

/// From a point of the grid, one group after the other steps up or down; the effect of each, from low to high.
fn one_walk(
    model: &Model<'_>,
    base: &Headlines,
    groups: &[(String, Vec<usize>)],
    (seed, walk): (u64, u64),
    tell: &dyn Fn(),
) -> Vec<(usize, f64)> {
    let mut draw = Draw::new(seed, 100 + walk);
    let level = |draw: &mut Draw| draw.below(LEVELS) as f64 / (LEVELS - 1) as f64;
    let mut at: Vec<f64> = groups.iter().map(|_| level(&mut draw)).collect();
    let point = |at: &[f64]| {
        let mut law = model.middle();
        groups.iter().zip(at).for_each(|(g, &x)| g.1.iter().for_each(|&i| law[i] = x));
        model.at(&law)
    };
    let mut before = point(&at);
    let mut out = Vec::new();
    for g in draw.order(groups.len()) {
        tell();
        at[g] = if at[g] + STEP > 1.0 + 1e-9 { at[g] - STEP } else { at[g] + STEP };
        let then = point(&at);
        if let (Some(a), Some(b)) = (&before, &then) {
            out.push((g, size(&changes(base, a, b)) / STEP));
        }
        before = then;
    }
    out
}
