//! Confidence intervals by Student's t.

use crate::stats::Moments;
use std::cell::Cell;

/// A mean and how far the true one may lie from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Mean.
    pub mean: f64,
    /// Half of the width; infinite of fewer than two numbers.
    pub half: f64,
    /// How many numbers.
    pub count: u64,
}

impl Interval {
    /// Half of the width over the size of the mean; infinite of a mean of 0.
    pub fn relative(&self) -> f64 {
        if self.half == 0.0 { 0.0 } else { self.half / self.mean.abs() }
    }
}

/// Interval that holds the true mean with this confidence (0.95), from independent numbers.
pub fn interval(numbers: &[f64], confidence: f64) -> Interval {
    let mut m = Moments::default();
    numbers.iter().for_each(|&x| m.add(x));
    let half =
        m.variance().map_or(f64::INFINITY, |v| t_quantile(0.5 + confidence / 2.0, m.count - 1) * (v / m.count as f64).sqrt());
    Interval { mean: m.mean().unwrap_or(0.0), half, count: m.count }
}

thread_local! {
    /// Share, degrees and quantile that were asked for last: the intervals of an answer all ask for the same.
    static LAST: Cell<(f64, u64, f64)> = const { Cell::new((f64::NAN, 0, 0.0)) };
}

/// Quantile of Student's t, `0.5 <= p < 1`.
pub fn t_quantile(p: f64, degrees: u64) -> f64 {
    let (share, of, known) = LAST.get();
    if share == p && of == degrees {
        return known;
    }
    let quantile = bisected(p, degrees);
    LAST.set((p, degrees, quantile));
    quantile
}

/// The share above it is found by bisection in the distribution function.
fn bisected(p: f64, degrees: u64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while t_share(high, degrees) < p && high < 1e12 {
        high *= 2.0;
    }
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return middle;
        }
        if t_share(middle, degrees) < p { low = middle } else { high = middle }
    }
}

/// Distribution function of t at `t >= 0` for whole degrees of freedom, by its finite sum (Abramowitz and Stegun 26.7.3-4).
fn t_share(t: f64, degrees: u64) -> f64 {
    let n = degrees.max(1) as f64;
    let angle = (t / n.sqrt()).atan();
    let (sin, cos) = (angle.sin(), angle.cos());
    let square = cos * cos;
    let odd = degrees % 2 == 1;
    let mut term = if odd { cos } else { 1.0 };
    let mut sum = if odd && degrees == 1 { 0.0 } else { term };
    let mut k = if odd { 2.0 } else { 1.0 };
    while k + 2.0 < n + 0.5 {
        term *= square * k / (k + 1.0);
        sum += term;
        k += 2.0;
    }
    let two_sided =
        if odd { 2.0 / std::f64::consts::PI * (angle + sin * if degrees == 1 { 0.0 } else { sum }) } else { sin * sum };
    0.5 + two_sided / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of the printed tables.
    #[test]
    fn quantiles_of_t() {
        for (p, n, t) in [
            (0.975, 1, 12.7062),
            (0.975, 2, 4.30265),
            (0.975, 3, 3.18245),
            (0.975, 4, 2.77645),
            (0.975, 9, 2.26216),
            (0.975, 10, 2.22814),
            (0.95, 29, 1.69913),
            (0.975, 199, 1.97196),
            (0.995, 60, 2.66028),
        ] {
            assert!((t_quantile(p, n) - t).abs() < 1e-4, "{p} {n}: {}", t_quantile(p, n));
        }
    }

    #[test]
    fn an_interval_by_hand() {
        let i = interval(&[1.0, 2.0, 3.0], 0.95);
        assert!((i.mean - 2.0).abs() < 1e-12 && (i.half - 4.30265 / 3.0_f64.sqrt()).abs() < 1e-4);
        assert_eq!(interval(&[4.0], 0.95).half, f64::INFINITY);
    }
}
