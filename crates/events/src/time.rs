//! Whole ticks, and what an hour is in them.

/// A moment, in ticks from the beginning of the run; also a span of so many ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tick(pub u64);

impl Tick {
    /// A moment that never comes.
    pub const NEVER: Tick = Tick(u64::MAX);

    /// Ticks from an earlier moment to this one; 0 where it is not earlier.
    pub fn since(self, earlier: Tick) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl std::ops::Add<u64> for Tick {
    type Output = Tick;
    fn add(self, span: u64) -> Tick {
        Tick(self.0.saturating_add(span))
    }
}

/// 2^52: a double of this size has steps of one, so that adding it rounds, and its lower bits are the whole number.
const ROUNDER: f64 = 4_503_599_627_370_496.0;

/// The nearest whole number of ticks, halves to even; 0 below zero, and at most 2^52 - 1, which is 142 years of microseconds.
#[inline]
pub(crate) fn nearest(ticks: f64) -> u64 {
    let within = if ticks < ROUNDER - 1.0 { ticks } else { ROUNDER - 1.0 };
    let within = if within > 0.0 { within } else { 0.0 };
    (within + ROUNDER).to_bits() & (ROUNDER as u64 - 1)
}

/// Whether a number of ticks needs no limit to be rounded.
pub(crate) fn is_short(ticks: f64) -> bool {
    (0.0..ROUNDER - 1.0).contains(&ticks)
}

/// The nearest whole number of ticks where they are [short](is_short).
#[inline]
pub(crate) fn nearest_of_short(ticks: f64) -> u64 {
    (ticks + ROUNDER).to_bits().wrapping_sub(ROUNDER.to_bits())
}

/// Turns hours (or any unit of a model) into ticks and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Ticks of one unit of the model's time.
    pub ticks: f64,
}

impl Clock {
    /// Milliseconds, where the model speaks in hours.
    pub const HOURS: Clock = Clock { ticks: 3_600_000.0 };

    /// The nearest span of so much time; spans below zero are none.
    #[inline]
    pub fn span(self, time: f64) -> u64 {
        nearest(time * self.ticks)
    }

    /// A span in the model's unit.
    pub fn time(self, span: u64) -> f64 {
        span as f64 / self.ticks
    }
}
