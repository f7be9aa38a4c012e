//! Steps of Gauss and Newton towards the estimate.

use super::dense;
use super::model::{Model, sides};
use super::prior::{self, Unknown};
use crate::error::StudyError;
use keruen_results::Progress;
use keruen_results::calibrate::Role;

/// Most steps.
const MOST_STEPS: u32 = 6;
/// The search ends when a step gains less than this part.
const ENOUGH: f64 = 1e-3;
/// An observation further off than so many standard deviations of prior and counter together is not used: the model lacks something there.
/// One in two million would be by chance.
const BEYOND: f64 = 5.0;
/// Shares of a step that are tried, the first that gains is taken.
const TRIES: [f64; 4] = [1.0, 0.5, 0.25, 0.125];

/// The model near a point: values and slopes of the observations used.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    /// What was seen, and its standard deviation.
    pub seen: Vec<(f64, f64)>,
    pub slopes: Vec<Vec<f64>>,
    at: Vec<f64>,
    values: Vec<f64>,
}

/// Where the search ended.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    pub linear: Linear,
    pub x: Vec<f64>,
    pub misfit_before: f64,
    pub misfit_after: f64,
    pub steps: u32,
}

/// Searches for the estimate.
pub(super) fn fit(model: &mut Model<'_>, unknowns: &[Unknown], progress: &dyn Progress) -> Result<Fit, StudyError> {
    let mut x = prior::centres(unknowns);
    let mut values = model.many(std::slice::from_ref(&x), progress)?.remove(0);
    let mut linear = linear(model, unknowns, (&x, &values), progress)?;
    linear = set_aside(model, unknowns, linear);
    let begun = misfit(model, &values);
    let mut best = begun;
    for step in 1.. {
        if step > 1 {
            linear = self::linear(model, unknowns, (&x, &values), progress)?;
        }
        let next = linear.point(unknowns, &vec![true; linear.seen.len()]);
        let moved = better(model, unknowns, (&x, best), &next, progress)?;
        let Some((there, found, worth)) = moved else {
            return Ok(Fit::linear_at(linear, x, (begun, misfit(model, &values)), step));
        };
        let gained = best - worth;
        (x, values, best) = (there, found, worth);
        if step == MOST_STEPS || gained <= ENOUGH * best {
            return Ok(Fit::linear_at(linear, x, (begun, misfit(model, &values)), step));
        }
    }
    Err(StudyError::Cancelled)
}

/// Sets aside what the prior cannot explain.
fn set_aside(model: &mut Model<'_>, unknowns: &[Unknown], linear: Linear) -> Linear {
    let (matrix, _) = linear.whitened(unknowns);
    let off = |i: usize| (linear.seen[i].0 - linear.values[i]) / linear.seen[i].1 / (1.0 + matrix[i][i]).sqrt();
    let keep: Vec<bool> = (0..matrix.len()).map(|i| off(i).abs() <= BEYOND).collect();
    let mut used = model.seen.iter_mut().filter(|s| s.role == Role::Used);
    for keep in &keep {
        if let Some(s) = used.next().filter(|_| !keep) {
            s.role = Role::Beyond;
        }
    }
    let kept = |n: usize| keep[n];
    Linear {
        seen: linear.seen.iter().enumerate().filter(|x| kept(x.0)).map(|x| *x.1).collect(),
        slopes: linear.slopes.into_iter().enumerate().filter(|x| kept(x.0)).map(|x| x.1).collect(),
        values: linear.values.iter().enumerate().filter(|x| kept(x.0)).map(|x| *x.1).collect(),
        at: linear.at,
    }
}

type Point = (Vec<f64>, Vec<f64>, f64);

/// The first share of a step that makes the sum of squares less.
fn better(
    model: &Model<'_>,
    unknowns: &[Unknown],
    (x, best): (&[f64], f64),
    next: &[f64],
    progress: &dyn Progress,
) -> Result<Option<Point>, StudyError> {
    let share = |t: f64| x.iter().zip(next).map(|(a, b)| a + t * (b - a)).collect::<Vec<f64>>();
    let points: Vec<Vec<f64>> = TRIES.iter().map(|&t| share(t)).collect();
    let values = model.many(&points, progress)?;
    let worth = |(x, v): (Vec<f64>, Vec<f64>)| {
        let sum = misfit(model, &v) + prior::distance(unknowns, &x);
        (x, v, sum)
    };
    let tried = points.into_iter().zip(values).map(worth);
    Ok(tried.min_by(|a, b| a.2.total_cmp(&b.2)).filter(|p| p.2 < best))
}

/// Squared misses in standard deviations.
fn misfit(model: &Model<'_>, values: &[f64]) -> f64 {
    let used = model.seen.iter().zip(values).filter(|(s, _)| s.role == Role::Used);
    used.map(|(s, v)| ((s.value - v) / sd(s)).powi(2)).sum()
}

/// Half the tolerance.
fn sd(s: &super::Seen) -> f64 {
    (s.value * s.tolerance / 200.0).abs().max(f64::MIN_POSITIVE)
}

fn linear(
    model: &Model<'_>,
    unknowns: &[Unknown],
    (x, values): (&[f64], &[f64]),
    progress: &dyn Progress,
) -> Result<Linear, StudyError> {
    let sides = sides(unknowns, x);
    let points: Vec<Vec<f64>> = sides.iter().flat_map(|s| [s.1.clone(), s.2.clone()]).collect();
    let found = model.many(&points, progress)?;
    let used: Vec<usize> = (0..model.seen.len()).filter(|&i| model.seen[i].role == Role::Used).collect();
    let mut slopes = vec![vec![0.0; unknowns.len()]; used.len()];
    for (n, side) in sides.iter().enumerate() {
        for (row, &i) in used.iter().enumerate() {
            slopes[row][side.0] = (found[2 * n + 1][i] - found[2 * n][i]) / side.3;
        }
    }
    Ok(Linear {
        seen: used.iter().map(|&i| (model.seen[i].value, sd(&model.seen[i]))).collect(),
        slopes,
        at: x.to_vec(),
        values: used.iter().map(|&i| values[i]).collect(),
    })
}

impl Linear {
    /// The best point of the linear picture within the ends, from the observations kept. What comes to stand beyond an end is held
    /// there and the rest is found again.
    pub fn point(&self, unknowns: &[Unknown], keep: &[bool]) -> Vec<f64> {
        let mut x = prior::centres(unknowns);
        let mut held = vec![false; unknowns.len()];
        for _ in 0..=unknowns.len() {
            let found = self.step(unknowns, keep, (&x, &held));
            let beyond = |j: usize| !held[j] && (found[j] < unknowns[j].low || found[j] > unknowns[j].high);
            let out: Vec<usize> = (0..x.len()).filter(|&j| beyond(j)).collect();
            if out.is_empty() {
                return found;
            }
            for j in out {
                held[j] = true;
                x[j] = found[j].clamp(unknowns[j].low, unknowns[j].high);
            }
        }
        x
    }

    /// `x0 + P J' (J P J' + R)^-1 (seen - model + J (x - x0))`, where `x0` is the prior, or the end that something is held at.
    fn step(&self, unknowns: &[Unknown], keep: &[bool], (from, held): (&[f64], &[bool])) -> Vec<f64> {
        let rows: Vec<usize> = (0..keep.len()).filter(|&i| keep[i]).collect();
        let spread: Vec<Vec<f64>> = rows.iter().map(|&i| prior::spread(unknowns, held, &self.slopes[i])).collect();
        let mut matrix = dense::products(&rows.iter().map(|&i| self.slopes[i].as_slice()).collect::<Vec<_>>(), &spread);
        let mut miss: Vec<f64> = rows
            .iter()
            .map(|&i| {
                let moved: f64 = self.slopes[i].iter().zip(&self.at).zip(from).map(|((g, a), f)| g * (a - f)).sum();
                self.seen[i].0 - self.values[i] + moved
            })
            .collect();
        rows.iter().enumerate().for_each(|(n, &i)| matrix[n][n] += self.seen[i].1.powi(2));
        dense::solve(&matrix, &mut miss);
        let step = |j: usize| spread.iter().zip(&miss).map(|(s, m)| s[j] * m).sum::<f64>();
        (0..from.len()).map(|j| from[j] + step(j)).collect()
    }

    /// `J P J'` with every row in standard deviations of its observation, and `P J'` likewise.
    pub fn whitened(&self, unknowns: &[Unknown]) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let free = vec![false; unknowns.len()];
        let rows: Vec<Vec<f64>> = self.slopes.iter().zip(&self.seen).map(|(g, s)| g.iter().map(|x| x / s.1).collect()).collect();
        let spread: Vec<Vec<f64>> = rows.iter().map(|g| prior::spread(unknowns, &free, g)).collect();
        (dense::products(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>(), &spread), spread)
    }

    /// How many parameters the data decide: the trace of `A (A + 1)^-1`.
    pub fn trace(&self, unknowns: &[Unknown]) -> f64 {
        let (values, _) = dense::eigen(self.whitened(unknowns).0);
        values.iter().map(|v| v.max(0.0) / (v.max(0.0) + 1.0)).sum()
    }

    /// Standard deviations after the data.
    pub fn sds(&self, unknowns: &[Unknown]) -> Vec<f64> {
        let (mut matrix, spread) = self.whitened(unknowns);
        (0..matrix.len()).for_each(|i| matrix[i][i] += 1.0);
        let after = |j: usize| {
            let column: Vec<f64> = spread.iter().map(|s| s[j]).collect();
            let mut solved = column.clone();
            dense::solve(&matrix, &mut solved);
            let known: f64 = column.iter().zip(&solved).map(|(a, b)| a * b).sum();
            (unknowns[j].sd.powi(2) - known).max(0.0).sqrt()
        };
        (0..unknowns.len()).map(after).collect()
    }
}
