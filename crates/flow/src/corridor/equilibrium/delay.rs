//! How long who comes to a limit waits, on average over the period.
//!
//! ```text
//! W(x) = T/4 (z + sqrt(z^2 + 8 J r / K))          r = x / K,  z = r - 1
//! ```
//! T hours of the period, K units in it, x units used. Far below K it is the wait J r / (1 - r) x T / K of a queue that has settled (J = 1/2
//! for even service, 1 for Poisson service); above K half of what the queue has grown to at the end, T (r - 1) / 2; between them smooth,
//! convex and rising (Akçelik 1991, "Travel time functions for transport planning purposes", Australian Road Research 21(3)).
//! A customer is a unit of the limit: where ships take many at a time, waits below K are longer than this.

/// J. Even service, as trains and berths by plan have it: assumed, 1/2 to 1 plausible; it matters only close to K.
pub(super) const RANDOMNESS: f64 = 0.5;

/// The queue at a limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delay {
    /// Hours of the period.
    pub period: f64,
    /// Units in the period.
    pub there: f64,
}

/// Wait in hours, its slope and curvature by use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    pub hours: f64,
    pub slope: f64,
    pub curvature: f64,
}

impl Delay {
    /// At a use, not below 0, of a limit of which there is some.
    pub fn at(&self, used: f64) -> Wait {
        let (k, r) = (self.there, used.max(0.0) / self.there);
        let (z, b) = (r - 1.0, 8.0 * RANDOMNESS / k);
        let root = (z * z + b * r).sqrt();
        let steep = (2.0 * z + b) / (2.0 * root);
        // Below K the two terms nearly cancel: the same by the other root.
        let sum = if z < 0.0 { b * r / (root - z) } else { z + root };
        let quarter = self.period / 4.0;
        Wait {
            hours: quarter * sum,
            slope: quarter * (1.0 + steep) / k,
            curvature: quarter * ((1.0 - steep * steep) / root).max(0.0) / (k * k),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_settled_queue_below_and_half_the_backlog_above() {
        let berth = Delay { period: 8760.0, there: 8760.0 };
        let half = berth.at(4380.0).hours;
        assert!((half - 0.5).abs() < 1e-3, "{half}"); // J r / (1 - r) x 1 h
        let above = berth.at(8760.0 * 1.1).hours;
        assert!((above / 438.0 - 1.0).abs() < 0.02, "{above}"); // T (r - 1) / 2
        assert_eq!(berth.at(0.0).hours, 0.0);
    }

    #[test]
    fn slope_and_curvature_are_those_of_the_wait() {
        let d = Delay { period: 730.0, there: 40.0 };
        for used in [5.0, 30.0, 39.0, 40.0, 41.0, 80.0] {
            let (a, b, c) = (d.at(used - 1e-4), d.at(used), d.at(used + 1e-4));
            assert!(((c.hours - a.hours) / 2e-4 / b.slope - 1.0).abs() < 1e-5);
            assert!(((c.slope - a.slope) / 2e-4 - b.curvature).abs() < 1e-4 * (1.0 + b.curvature));
        }
    }
}
