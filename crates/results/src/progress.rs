//! How a long computation is watched and stopped. Engines read no clock and print nothing: they tell, and ask.

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

/// The asker stopped the computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl std::fmt::Display for Cancelled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stopped before the answer was found")
    }
}

impl std::error::Error for Cancelled {}
