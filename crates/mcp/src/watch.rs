//! One run seen from outside: how far it is, and whether it must stop.

use keruen_results::Progress;
use std::time::Instant;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// Tells how far a run is and stops it at its deadline or when the asker leaves.
pub(crate) struct Watch {
    deadline: Instant,
    gone: CancellationToken,
    told: watch::Sender<(u64, u64)>,
}

impl Watch {
    /// A watch and the end at which its news arrive.
    pub fn new(deadline: Instant, gone: CancellationToken) -> (Watch, watch::Receiver<(u64, u64)>) {
        let (told, news) = watch::channel((0, 0));
        (Watch { deadline, gone, told }, news)
    }

    /// Whether the time is over.
    pub fn late(&self) -> bool {
        Instant::now() >= self.deadline
    }
}

impl Progress for Watch {
    fn step(&self, done: u64, total: u64) {
        // Nobody may be listening; the run goes on.
        let _ = self.told.send((done, total));
    }

    fn cancelled(&self) -> bool {
        self.gone.is_cancelled() || self.late()
    }
}
