//! Hours of many things, as their number and the exact sum of their ticks: the mean of joined parts is that of the whole in any order.

use crate::CLOCK;

/// Spans in ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hours {
    pub count: u64,
    ticks: u64,
}

impl Hours {
    /// Notes a span in ticks.
    #[inline]
    pub fn add(&mut self, span: u64) {
        self.count += 1;
        self.ticks = self.ticks.saturating_add(span);
    }

    /// Joins what was noted elsewhere.
    pub fn join(&mut self, other: &Hours) {
        self.count += other.count;
        self.ticks = self.ticks.saturating_add(other.ticks);
    }

    /// Mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| CLOCK.time(self.ticks) / self.count as f64)
    }
}
