//! Which weight flips the winner, and by how much.
//!
//! Weight k moves to w, the others keep their proportions (Triantaphyllou and Sanchez 1997, Decision Sciences 28/1, after their
//! normalisation). The score of a scenario is then a ratio of two straight lines in w,
//! `(w v_k + (1 - w) A) / (w [k known] + (1 - w) B)` with A, B the sums over the other known criteria; two scenarios are level at
//! the roots of a quadratic. The nearest root beyond which another one leads is the answer.

use crate::opinion::{EQUAL, score};
use keruen_results::forum::Flip;

/// How far beyond a root one looks for the winner.
const BEYOND: f64 = 1e-7;

/// The flip of each weight. `values` is `[criterion][scenario]`.
pub(crate) fn flips(names: &[String], weights: &[f64], values: &[Vec<Option<f64>>]) -> Vec<Flip> {
    let n = values.first().map_or(0, Vec::len);
    let one = |(k, name): (usize, &String)| {
        let (at, winner) = nearest(weights, values, k, n).unzip();
        Flip { what: name.clone(), weight: weights[k], at, winner }
    };
    names.iter().enumerate().map(one).collect()
}

fn nearest(weights: &[f64], values: &[Vec<Option<f64>>], k: usize, n: usize) -> Option<(f64, usize)> {
    let now = weights[k];
    if now > 1.0 - EQUAL || n < 2 {
        return None;
    }
    let moved = |w: f64| -> Vec<f64> {
        let scale = (1.0 - w) / (1.0 - now);
        weights.iter().enumerate().map(|(j, x)| if j == k { w } else { x * scale }).collect()
    };
    let all = |w: f64| -> Vec<f64> { (0..n).map(|a| score(&moved(w), values, a)).collect() };
    let (winner, tied) = first(&all(now));
    if tied {
        return None;
    }
    let lines: Vec<[f64; 4]> = (0..n).map(|a| line(weights, values, k, a)).collect();
    let mut roots: Vec<f64> = (0..n).filter(|&b| b != winner).flat_map(|b| level(&lines[winner], &lines[b])).collect();
    roots.retain(|w| (0.0..=1.0).contains(w));
    roots.sort_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()));
    roots.into_iter().find_map(|w| {
        let beyond = w + BEYOND * if w > now { 1.0 } else { -1.0 };
        if !(0.0..=1.0).contains(&beyond) {
            return None;
        }
        let (other, _) = first(&all(beyond));
        (other != winner).then_some((w, other))
    })
}

/// The first by score, and whether another one is level with it.
fn first(scores: &[f64]) -> (usize, bool) {
    let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lead: Vec<usize> = (0..scores.len()).filter(|&a| scores[a] >= best - EQUAL / 1e3).collect();
    (lead.first().copied().unwrap_or(0), lead.len() > 1)
}

/// Numerator and denominator of a score as lines in w: constant and slope of each.
fn line(weights: &[f64], values: &[Vec<Option<f64>>], k: usize, a: usize) -> [f64; 4] {
    let rest = 1.0 - weights[k];
    let known = |j: &usize| *j != k && values[*j][a].is_some();
    let sum: f64 = (0..weights.len()).filter(known).map(|j| weights[j] * values[j][a].unwrap_or(0.0)).sum::<f64>() / rest;
    let all: f64 = (0..weights.len()).filter(known).map(|j| weights[j]).sum::<f64>() / rest;
    let (v, here) = values[k][a].map_or((0.0, 0.0), |v| (v, 1.0));
    [sum, v - sum, all, here - all]
}

/// Where two ratios of lines are level.
fn level(a: &[f64; 4], b: &[f64; 4]) -> Vec<f64> {
    let x2 = a[1] * b[3] - b[1] * a[3];
    let x1 = a[0] * b[3] + a[1] * b[2] - b[0] * a[3] - b[1] * a[2];
    let x0 = a[0] * b[2] - b[0] * a[2];
    if x2.abs() < 1e-14 {
        return if x1.abs() < 1e-14 { Vec::new() } else { vec![-x0 / x1] };
    }
    let d = x1 * x1 - 4.0 * x2 * x0;
    if d < 0.0 {
        return Vec::new();
    }
    let t = -0.5 * (x1 + x1.signum() * d.sqrt());
    let mut out = vec![t / x2];
    if t != 0.0 {
        out.push(x0 / t);
    }
    out
}
