//! What the data can tell apart: singular directions, parameters seen only together, parameters not seen at all.
//!
//! ```text
//! g_j = slopes of all observations in parameter j, each in standard deviations of both
//! s_k = singular values of the whole; the data know the direction s_k times better than the prior
//! ```

use super::dense;
use super::prior::Unknown;
use super::update::Linear;
use keruen_results::calibrate::DataDirection;

/// Directions weaker than the prior are left out: they say less than was known before.
const WEAK: f64 = 1.0;
/// Parameters named in a direction, and the least part worth a name.
const NAMED: usize = 4;
const PART: f64 = 0.1;
/// A parameter whose whole range moves all counters together by less than this part of a standard deviation is not seen.
const SILENT: f64 = 0.05;
/// Two parameters whose effects point the same way to this cosine are seen only together.
const ALIKE: f64 = 0.999;

/// Directions that the data know better than the prior does, the strongest first.
pub(super) fn directions(linear: &Linear, unknowns: &[Unknown]) -> Vec<DataDirection> {
    let (matrix, spread) = linear.whitened(unknowns);
    let (values, vectors) = dense::eigen(matrix);
    let strong = values.iter().zip(&vectors).filter(|(v, _)| v.max(0.0).sqrt() >= WEAK);
    strong.map(|(v, u)| direction(v.sqrt(), u, &spread, unknowns)).collect()
}

fn direction(strength: f64, u: &[f64], spread: &[Vec<f64>], unknowns: &[Unknown]) -> DataDirection {
    let part = |j: usize| {
        let all: f64 = spread.iter().zip(u).map(|(s, u)| s[j] * u).sum();
        if unknowns[j].sd > 0.0 { all / unknowns[j].sd / strength } else { 0.0 }
    };
    let mut parts: Vec<(String, f64)> = (0..unknowns.len()).map(|j| (unknowns[j].name.clone(), part(j))).collect();
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    parts.retain(|p| p.1.abs() >= PART);
    parts.truncate(NAMED);
    // The sign of a direction means nothing: the largest part goes up.
    let sign = parts.first().map_or(1.0, |p| p.1.signum());
    parts.iter_mut().for_each(|p| p.1 *= sign);
    DataDirection { strength, parts }
}

/// Parameters seen only together, and parameters not seen.
pub(super) fn groups(linear: &Linear, unknowns: &[Unknown]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let effect =
        |j: usize| -> Vec<f64> { linear.slopes.iter().zip(&linear.seen).map(|(g, s)| g[j] * unknowns[j].sd / s.1).collect() };
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let mut groups: Vec<(Vec<f64>, Vec<usize>)> = Vec::new();
    let mut silent = Vec::new();
    for j in (0..unknowns.len()).filter(|&j| unknowns[j].free()) {
        let mut own = effect(j);
        let size = dot(&own, &own).sqrt();
        if size < SILENT {
            silent.push(j);
            continue;
        }
        own.iter_mut().for_each(|x| *x /= size);
        match groups.iter_mut().find(|(g, _)| dot(g, &own).abs() >= ALIKE) {
            Some((_, members)) => members.push(j),
            None => groups.push((own, vec![j])),
        }
    }
    (groups.into_iter().map(|g| g.1).filter(|m| m.len() > 1).collect(), silent)
}
