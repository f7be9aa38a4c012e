//! How much one question may take. Each is a bound against mistakes and floods, far above what a fair question needs.

use std::time::Duration;

/// Bounds of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Longest time for one answer. A flow by months of the bundled corridor takes seconds.
    pub time: Duration,
    /// Longest message read; a question has a few hundred bytes.
    pub message_bytes: usize,
    /// Longest answer; an assistant reads no more at once.
    pub answer_bytes: usize,
    /// Questions worked on at once; the others wait.
    pub at_once: usize,
    /// Replications of a simulation; of a comparison, on all sides together.
    pub replications: u32,
    /// Flows solved for the draws of a comparison, on all sides together. One of twelve months takes two seconds.
    pub draws: u32,
    /// Rows of a list.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(120),
            message_bytes: 1 << 18,
            answer_bytes: 1 << 18,
            at_once: 2,
            replications: 50,
            draws: 60,
            rows: 100,
        }
    }
}
