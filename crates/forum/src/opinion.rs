//! What a party makes of a table: values, scores, places.
//!
//! Weighted sum: `score = sum of w_k v_k` over the criteria whose value is known, divided by their weight. Low and high take every
//! doubt against or for the scenario; a missing value counts there as worst or best.

use crate::error::ForumError;
use crate::party::Party;
use crate::value::Scale;
use keruen_results::forum::{Branch, ForumTable, Scored, Span};

/// Scores that differ by less are equal: rounding of sums of a few dozen terms stays far below.
pub(crate) const EQUAL: f64 = 1e-9;

/// A party's view of a table.
pub(crate) struct Opinion<'p> {
    /// Party.
    pub party: &'p Party,
    /// Central weights.
    pub weights: Vec<f64>,
    /// Scale of each of its criteria.
    pub scales: Vec<Scale<'p>>,
    /// Its columns: `[criterion][scenario]`.
    pub cells: Vec<Vec<Option<Span>>>,
    /// Whether a column moves as one.
    pub together: Vec<bool>,
}

impl<'p> Opinion<'p> {
    /// The party's columns of the table, its scenarios restricted to `rows`.
    pub fn new(party: &'p Party, table: &ForumTable, rows: &[usize]) -> Result<Opinion<'p>, ForumError> {
        let mut out = Opinion { party, weights: Vec::new(), scales: Vec::new(), cells: Vec::new(), together: Vec::new() };
        for view in &party.views {
            let Some(k) = table.criteria.iter().position(|c| c.id == view.criterion) else {
                let known: Vec<&str> = table.criteria.iter().map(|c| c.id.as_str()).collect();
                let why = format!("the table has no criterion {:?}; it has {}", view.criterion, known.join(", "));
                return Err(ForumError::Party { file: party.file.clone(), party: party.id.clone(), why });
            };
            let column: Vec<Option<Span>> = rows.iter().map(|&a| table.cells[a][k]).collect();
            out.scales.push(Scale::new(view, &column));
            out.cells.push(column);
            out.together.push(table.criteria[k].together);
        }
        out.weights = party.weights.as_ref().map(|w| w.centre()).unwrap_or_default();
        Ok(out)
    }

    /// How many scenarios.
    pub fn len(&self) -> usize {
        self.cells.first().map_or(0, Vec::len)
    }

    /// Values: `[criterion][scenario]`.
    pub fn values(&self) -> Vec<Vec<Option<f64>>> {
        let column = |(s, c): (&Scale<'_>, &Vec<Option<Span>>)| c.iter().map(|x| x.map(|x| s.value(x.mid))).collect();
        self.scales.iter().zip(&self.cells).map(column).collect()
    }

    /// Scores of all scenarios.
    pub fn sum(&self) -> Vec<Scored> {
        let values = self.values();
        let scores: Vec<f64> = (0..self.len()).map(|a| score(&self.weights, &values, a)).collect();
        let end = |a: usize, best: bool| {
            let one = |k: usize| match self.cells[k][a] {
                Some(x) => {
                    let (l, h) = (self.scales[k].value(x.low), self.scales[k].value(x.high));
                    if best { l.max(h) } else { l.min(h) }
                }
                None => f64::from(best),
            };
            self.weights.iter().enumerate().map(|(k, w)| w * one(k)).sum::<f64>()
        };
        let ranks = places(&scores);
        scores
            .iter()
            .zip(ranks)
            .enumerate()
            .map(|(a, (&score, rank))| Scored { score, low: end(a, false).min(score), high: end(a, true).max(score), rank })
            .collect()
    }

    /// The tree as shown.
    pub fn tree(&self) -> Vec<Branch> {
        let given = self.party.weights.as_ref().map_or("", |w| w.name());
        let branch = |(k, values): (usize, Vec<Option<f64>>)| {
            let view = &self.party.views[k];
            Branch {
                criterion: view.criterion.clone(),
                group: view.group.clone(),
                better: view.better.name().into(),
                given: given.into(),
                weight: self.weights[k],
                worst: self.scales[k].worst,
                best: self.scales[k].best,
                scale_of_table: view.worst.is_none() || view.best.is_none(),
                values,
            }
        };
        self.values().into_iter().enumerate().map(branch).collect()
    }
}

/// Score of one scenario; one of which nothing is known is in the middle.
pub(crate) fn score(weights: &[f64], values: &[Vec<Option<f64>>], a: usize) -> f64 {
    let (mut sum, mut known) = (0.0, 0.0);
    for (w, column) in weights.iter().zip(values) {
        if let Some(v) = column[a] {
            sum += w * v;
            known += w;
        }
    }
    if known > 0.0 { sum / known } else { 0.5 }
}

/// Places by score, 1 = most; equal scores share the mean of their places.
pub(crate) fn places(scores: &[f64]) -> Vec<f64> {
    let place = |x: &f64| {
        let before = scores.iter().filter(|y| **y > x + EQUAL).count();
        let same = scores.iter().filter(|y| (*y - x).abs() <= EQUAL).count();
        before as f64 + (same as f64 + 1.0) / 2.0
    };
    scores.iter().map(place).collect()
}
