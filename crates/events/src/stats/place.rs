//! Those who are at a place, and Little's law as a check of the run.
//!
//! ```text
//! area of "how many are here" over time  =  sum of stays of those who left  +  sum of (now - entered) of those still here
//! ```
//! That is L = lambda W for a finite run, leftovers counted. The left side is added up when numbers change, the right side from the
//! stays that the model tells; in whole ticks both are exact, so any difference is a fault of the bookkeeping.

use super::{Sketch, Spans};
use crate::Tick;

/// A queue, a yard, a station: who is here is a number, when each entered is told again when he leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    here: u64,
    most: u64,
    since: Tick,
    area: u128,
    entered: u64,
    entries: u128,
    entries_of_left: u128,
    /// Stays of those who left, in ticks.
    pub stay: Spans,
    /// The same as a sketch.
    pub sketch: Sketch,
}

/// Both sides of Little's law, in ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Little {
    /// Number present, summed over time.
    pub area: u128,
    /// Stays, those still here included.
    pub stays: u128,
}

impl Little {
    /// Whether the law holds to one part in 1e9.
    pub fn holds(self) -> bool {
        self.area.abs_diff(self.stays).saturating_mul(1_000_000_000) <= self.area.max(1)
    }
}

impl Place {
    /// Somebody comes.
    #[inline]
    pub fn enter(&mut self, now: Tick) {
        self.carry(now);
        self.here += 1;
        self.most = self.most.max(self.here);
        self.entered += 1;
        self.entries += u128::from(now.0);
    }

    /// Somebody who entered at `entered` leaves; gives how long he stayed.
    #[inline]
    pub fn leave(&mut self, now: Tick, entered: Tick) -> u64 {
        self.carry(now);
        self.here = self.here.saturating_sub(1);
        self.entries_of_left += u128::from(entered.0);
        let stay = now.since(entered);
        self.stay.add(stay);
        self.sketch.add(stay);
        stay
    }

    /// How many are here.
    pub fn here(&self) -> u64 {
        self.here
    }

    /// The most that were ever here.
    pub fn most(&self) -> u64 {
        self.most
    }

    /// How many came, and how many left.
    pub fn passed(&self) -> (u64, u64) {
        (self.entered, self.stay.count)
    }

    /// Mean number present from the beginning to a moment; 0 of no time.
    pub fn mean(&self, until: Tick) -> f64 {
        if until.0 == 0 { 0.0 } else { self.area_until(until) as f64 / until.0 as f64 }
    }

    /// Both sides of Little's law at a moment.
    pub fn little(&self, until: Tick) -> Little {
        let here = u128::from(self.entered.saturating_sub(self.stay.count));
        let entries_here = self.entries.saturating_sub(self.entries_of_left);
        let waiting = (here * u128::from(until.0)).saturating_sub(entries_here);
        Little { area: self.area_until(until), stays: self.stay.sum + waiting }
    }

    fn area_until(&self, until: Tick) -> u128 {
        self.area + u128::from(self.here) * u128::from(until.since(self.since))
    }

    #[inline]
    fn carry(&mut self, now: Tick) {
        self.area += u128::from(self.here) * u128::from(now.since(self.since));
        self.since = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_holds_and_a_wrong_entry_breaks_it() {
        let mut p = Place::default();
        p.enter(Tick(0));
        p.enter(Tick(3));
        assert_eq!(p.leave(Tick(10), Tick(0)), 10);
        assert_eq!((p.little(Tick(20)), p.most()), (Little { area: 10 + 17, stays: 27 }, 2));
        assert!(p.little(Tick(20)).holds());
        // One who says that he came later than he did is one whom the law finds when all have left.
        p.leave(Tick(20), Tick(5));
        assert!(!p.little(Tick(20)).holds());
    }
}
