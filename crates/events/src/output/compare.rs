//! Two scenarios with the same luck: the interval of the differences, replication by replication.

use super::{Interval, interval};
use crate::stats::Moments;

/// A difference and what sharing the luck was worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// Other less base.
    pub difference: Interval,
    /// Variance of the differences over what it would be had the two run with luck of their own: 1 = sharing gained nothing.
    pub variance_ratio: f64,
}

/// Compares two scenarios; numbers of the same replication stand at the same position.
pub fn paired(base: &[f64], other: &[f64], confidence: f64) -> Paired {
    let differences: Vec<f64> = base.iter().zip(other).map(|(b, o)| o - b).collect();
    let variance = |x: &[f64]| {
        let mut m = Moments::default();
        x.iter().for_each(|&x| m.add(x));
        m.variance().unwrap_or(0.0)
    };
    let apart = variance(base) + variance(other);
    let variance_ratio = if apart > 0.0 { variance(&differences) / apart } else { 1.0 };
    Paired { difference: interval(&differences, confidence), variance_ratio }
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn shared_luck_cancels() {
        let p = paired(&[10.0, 20.0, 30.0], &[11.0, 21.5, 30.5], 0.95);
        assert!((p.difference.mean - 1.0).abs() < 1e-12);
        assert!(p.variance_ratio < 0.01);
    }
}
