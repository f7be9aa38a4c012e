//! Mean, variance and extremes of whole ticks that pass by, from exact sums: no number costs a division, and parts joined in any
//! order give the same.

use super::Batch;
use crate::Tick;

/// Count, sum, sum of squares, least and most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spans {
    /// How many.
    pub count: u64,
    /// All together.
    pub sum: u128,
    /// Modulo 2^128, which the sum about the mean does not come near.
    squares: u128,
    /// Least; the longest there is of none.
    pub least: u64,
    /// Most; 0 of none.
    pub most: u64,
}

impl Default for Spans {
    fn default() -> Self {
        Spans { count: 0, sum: 0, squares: 0, least: u64::MAX, most: 0 }
    }
}

impl Spans {
    /// Notes a span.
    #[inline]
    pub fn add(&mut self, span: u64) {
        self.count += 1;
        self.sum += u128::from(span);
        self.squares = self.squares.wrapping_add(u128::from(span) * u128::from(span));
        self.least = self.least.min(span);
        self.most = self.most.max(span);
    }

    /// Notes the stays of those who leave together at a moment.
    pub fn add_batch(&mut self, now: Tick, batch: &Batch) {
        if batch.count == 0 {
            return;
        }
        let (count, most) = (u128::from(batch.count), now.since(batch.first));
        let of_first = u128::from(most);
        self.count += batch.count;
        self.sum += count * of_first - batch.sum;
        let less = of_first.wrapping_mul(batch.sum).wrapping_mul(2);
        let squares = (count * of_first).wrapping_mul(of_first).wrapping_sub(less).wrapping_add(batch.squares);
        self.squares = self.squares.wrapping_add(squares);
        self.least = self.least.min(now.since(batch.last));
        self.most = self.most.max(most);
    }

    /// Joins what was noted elsewhere.
    pub fn join(&mut self, other: &Spans) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares = self.squares.wrapping_add(other.squares);
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    /// Mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }

    /// Variance of the sample; `None` of fewer than two.
    ///
    /// About the whole number `q` below the mean, `sum = n q + r`, the squares are a small whole number, so that nothing is lost
    /// where they are taken together; what `q` misses is `r^2 / n`.
    pub fn variance(&self) -> Option<f64> {
        let n = u128::from(self.count);
        let (q, r) = (self.sum.checked_div(n)?, self.sum.checked_rem(n)?);
        let both = self.sum.wrapping_mul(q).wrapping_mul(2);
        let about = self.squares.wrapping_sub(both).wrapping_add(n.wrapping_mul(q).wrapping_mul(q));
        let left = r as f64 * (r as f64 / n as f64);
        (n > 1).then(|| (about as f64 - left).max(0.0) / (n - 1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_as_its_stays_one_by_one() {
        for (came, now) in [(vec![3, 3, 5, 90], 100), (vec![7], 7), (vec![1, 1 << 40, 1 << 62], 1 << 63), (vec![], 5)] {
            let mut batch = Spans::default();
            batch.add_batch(Tick(now), &Batch::of(&came.iter().copied().map(Tick).collect::<Vec<_>>()));
            assert_eq!(batch, of(&came.iter().map(|came| now - came).collect::<Vec<_>>()));
        }
    }

    fn of(all: &[u64]) -> Spans {
        let mut s = Spans::default();
        all.iter().for_each(|&x| s.add(x));
        s
    }

    #[test]
    fn long_spans_that_differ_little_keep_their_variance() {
        let all = [2, 4, 4, 4, 5, 5, 7, 9];
        let far = all.map(|x| x + (1 << 50));
        for (x, mean) in [(all, 5.0), (far, 5.0 + (1_u64 << 50) as f64)] {
            let (whole, mut parts) = (of(&x), of(&x[3..]));
            parts.join(&of(&x[..3]));
            assert_eq!(parts, whole);
            assert_eq!((whole.mean(), whole.variance()), (Some(mean), Some(32.0 / 7.0)));
        }
        assert_eq!((of(&all).least, of(&all).most), (2, 9));
        assert_eq!((Spans::default().mean(), of(&[3]).variance(), Spans::default().variance()), (None, None, None));
    }
}
