//! A level over time: its mean weighted by time, its most, and its course by equal slices of time.

use crate::Tick;

/// A level that changes in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Level {
    now: f64,
    since: Tick,
    area: f64,
    most: f64,
}

impl Level {
    /// The level is so much from now on.
    #[inline]
    pub fn set(&mut self, now: Tick, level: f64) {
        self.area += self.now * now.since(self.since) as f64;
        self.since = now;
        self.now = level;
        self.most = self.most.max(level);
    }

    /// The level grows by so much.
    #[inline]
    pub fn add(&mut self, now: Tick, by: f64) {
        self.set(now, self.now + by);
    }

    /// The level now.
    pub fn now(&self) -> f64 {
        self.now
    }

    /// The most there ever was.
    pub fn most(&self) -> f64 {
        self.most
    }

    /// Level times ticks up to a moment.
    pub fn area(&self, until: Tick) -> f64 {
        self.area + self.now * until.since(self.since) as f64
    }

    /// Mean over time from the beginning to a moment; 0 of no time.
    pub fn mean(&self, until: Tick) -> f64 {
        if until.0 == 0 { 0.0 } else { self.area(until) / until.0 as f64 }
    }
}

/// A level by slices of time: mean and most of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    slice: u64,
    now: f64,
    since: Tick,
    /// The slice of that moment, and its end.
    at: usize,
    ends: u64,
    area: Vec<f64>,
    most: Vec<f64>,
}

impl Series {
    /// `count` slices of `slice` ticks each, at least one tick; what comes later is not noted.
    pub fn new(slice: u64, count: usize) -> Series {
        let slice = slice.max(1);
        Series { slice, now: 0.0, since: Tick(0), at: 0, ends: slice, area: vec![0.0; count], most: vec![0.0; count] }
    }

    /// The level is so much from now on.
    pub fn set(&mut self, now: Tick, level: f64) {
        self.carry(now);
        self.now = level;
        if let Some(most) = self.most.get_mut(self.at) {
            *most = most.max(level);
        }
    }

    /// The level grows by so much.
    pub fn add(&mut self, now: Tick, by: f64) {
        self.set(now, self.now + by);
    }

    /// Mean of each slice, the level taken as unchanged up to the end.
    pub fn means(&mut self) -> Vec<f64> {
        self.carry(Tick(self.slice.saturating_mul(self.area.len() as u64)));
        self.area.iter().map(|a| a / self.slice as f64).collect()
    }

    /// Most of each slice.
    pub fn mosts(&self) -> &[f64] {
        &self.most
    }

    fn carry(&mut self, to: Tick) {
        while self.since < to
            && let Some((area, most)) = self.area.get_mut(self.at).zip(self.most.get_mut(self.at))
        {
            let end = self.ends.min(to.0);
            *area += self.now * (end - self.since.0) as f64;
            *most = most.max(self.now);
            self.since = Tick(end);
            if end == self.ends {
                self.at += 1;
                self.ends = end.saturating_add(self.slice);
            }
        }
        self.since = self.since.max(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_weighed_by_time() {
        let mut l = Level::default();
        l.set(Tick(2), 3.0);
        l.add(Tick(4), -2.0);
        assert_eq!((l.mean(Tick(10)), l.most(), l.now()), ((3.0 * 2.0 + 6.0) / 10.0, 3.0, 1.0));
    }

    #[test]
    fn slices_share_a_level_that_spans_them() {
        let mut s = Series::new(10, 3);
        s.set(Tick(5), 4.0);
        s.set(Tick(25), 0.0);
        assert_eq!((s.means(), s.mosts().to_vec()), (vec![2.0, 4.0, 2.0], vec![4.0, 4.0, 4.0]));
    }
}
