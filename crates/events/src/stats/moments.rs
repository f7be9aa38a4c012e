//! Mean, variance and extremes of numbers that pass by: Welford 1962; joined as by Chan, Golub and LeVeque 1979.

use super::Spans;
use crate::Clock;

/// Count, mean, squared deviations, least and most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// How many.
    pub count: u64,
    mean: f64,
    squares: f64,
    /// Least; infinite of none.
    pub least: f64,
    /// Most; minus infinity of none.
    pub most: f64,
}

impl Default for Moments {
    fn default() -> Self {
        Moments { count: 0, mean: 0.0, squares: 0.0, least: f64::INFINITY, most: f64::NEG_INFINITY }
    }
}

impl Moments {
    /// Notes a number.
    #[inline]
    pub fn add(&mut self, x: f64) {
        self.count += 1;
        let d = x - self.mean;
        self.mean += d / self.count as f64;
        self.squares += d * (x - self.mean);
        self.least = self.least.min(x);
        self.most = self.most.max(x);
    }

    /// Those of spans, in the unit of a clock.
    pub fn of(spans: &Spans, clock: Clock) -> Moments {
        let Some(mean) = spans.mean() else { return Moments::default() };
        let of_sample = spans.variance().unwrap_or(0.0) / (clock.ticks * clock.ticks);
        Moments {
            count: spans.count,
            mean: mean / clock.ticks,
            squares: of_sample * spans.count.saturating_sub(1) as f64,
            least: clock.time(spans.least),
            most: clock.time(spans.most),
        }
    }

    /// Joins what was noted elsewhere. Sums of floating numbers depend on the order: join in a fixed one.
    pub fn join(&mut self, other: &Moments) {
        if other.count == 0 || self.count == 0 {
            if self.count == 0 {
                *self = *other;
            }
            return;
        }
        let (a, b) = (self.count as f64, other.count as f64);
        let d = other.mean - self.mean;
        self.mean += d * b / (a + b);
        self.squares += other.squares + d * d * a * b / (a + b);
        self.count += other.count;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    /// Mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Variance of the sample; `None` of fewer than two.
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / (self.count - 1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_parts_are_as_the_whole() {
        let all = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        let of = |x: &[f64]| {
            let mut m = Moments::default();
            x.iter().for_each(|&x| m.add(x));
            m
        };
        let whole = of(&all);
        let mut parts = Moments::default();
        parts.join(&of(&all[..3]));
        parts.join(&of(&all[3..]));
        assert_eq!((whole.mean(), whole.variance(), whole.least, whole.most), (Some(5.0), Some(32.0 / 7.0), 2.0, 9.0));
        assert!((parts.variance().unwrap() - 32.0 / 7.0).abs() < 1e-12 && parts.mean() == Some(5.0));
        assert_eq!((Moments::default().mean(), of(&all[..1]).variance()), (None, None));
    }

    #[test]
    fn moments_of_spans_are_in_the_unit_of_the_clock() {
        let (mut spans, mut one_by_one) = (Spans::default(), Moments::default());
        for span in [2, 4, 4, 4, 5, 5, 7, 9] {
            spans.add(span);
            one_by_one.add(span as f64 / 8.0);
        }
        assert_eq!(Moments::of(&spans, Clock { ticks: 8.0 }), one_by_one);
        assert_eq!(Moments::of(&Spans::default(), Clock::HOURS), Moments::default());
    }
}
