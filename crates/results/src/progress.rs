//! How a long computation is watched and stopped. Engines read no clock and print nothing: they tell, and ask.

use std::sync::atomic::{AtomicU64, Ordering};

/// Told how far a computation is; asked whether it should go on.
pub trait Progress: Sync {
    /// `done` of `total` steps are done.
    fn step(&self, done: u64, total: u64);

    /// True once the asker wants no answer any more.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Watches nothing, stops nothing.
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _done: u64, _total: u64) {}
}

/// Steps of a whole that has parts.
const WHOLE: u64 = 1000;

/// One part of a long computation, told as a share of the whole: a bar over several runs goes from end to end once.
pub struct Part<'p> {
    of: &'p dyn Progress,
    from: u64,
    to: u64,
    sent: AtomicU64,
}

impl<'p> Part<'p> {
    /// The part between two shares of the whole, 0 to 1.
    pub fn new(of: &'p dyn Progress, (from, to): (f64, f64)) -> Part<'p> {
        let at = |share: f64| (share.clamp(0.0, 1.0) * WHOLE as f64) as u64;
        Part { of, from: at(from), to: at(to).max(at(from)), sent: AtomicU64::new(0) }
    }
}

impl Progress for Part<'_> {
    fn step(&self, done: u64, total: u64) {
        let at = self.from + (self.to - self.from) * done.min(total) / total.max(1);
        // Threads tell out of order; a bar does not go back.
        if self.sent.fetch_max(at, Ordering::Relaxed) < at {
            self.of.step(at, WHOLE);
        }
    }

    fn cancelled(&self) -> bool {
        self.of.cancelled()
    }
}

/// The asker stopped the computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl std::fmt::Display for Cancelled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stopped before the answer was found")
    }
}

impl std::error::Error for Cancelled {}
