//! Where short questions are answered: a thread a core, each keeping the corridor under the scenarios and days asked last.
//!
//! A thread owns its stacks, so nothing is locked while an engine works. What a client no longer waits for is not begun.

use crate::house::{House, Moment};
use crate::limits;
use keruen_results::Progress;
use keruen_study::Asker;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::oneshot;

type Task = Box<dyn FnOnce(&Moment, &mut Asker<'_>) + Send>;

/// Why a question was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Too many wait already.
    Full,
    /// The engine broke.
    Broken,
}

/// The threads and their queue.
pub struct Desk {
    queue: SyncSender<Task>,
}

/// Stops an answer that takes too long, or that nobody waits for any more.
pub struct Patience<'a> {
    until: Instant,
    gone: &'a (dyn Fn() -> bool + Sync),
}

impl Progress for Patience<'_> {
    fn step(&self, _done: u64, _total: u64) {}

    fn cancelled(&self) -> bool {
        Instant::now() >= self.until || (self.gone)()
    }
}

impl Desk {
    /// Starts so many threads.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open(house: &Arc<House>, threads: usize) -> std::io::Result<Desk> {
        let (queue, tasks) = sync_channel(limits::WAITING);
        let tasks = Arc::new(Mutex::new(tasks));
        for i in 0..threads.max(1) {
            let (house, tasks) = (Arc::clone(house), Arc::clone(&tasks));
            std::thread::Builder::new().name(format!("desk {i}")).spawn(move || work(&house, &tasks))?;
        }
        Ok(Desk { queue })
    }

    /// Answers on one of the threads.
    ///
    /// # Errors
    /// When too many questions wait, or the engine breaks.
    pub async fn ask<T: Send + 'static>(
        &self,
        answer: impl FnOnce(&Moment, &mut Asker<'_>, &Patience<'_>) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let (give, take) = oneshot::channel();
        let task: Task = Box::new(move |now, asker| {
            if give.is_closed() {
                return;
            }
            let gone = || give.is_closed();
            let patience = Patience { until: Instant::now() + limits::ANSWER, gone: &gone };
            let done = catch_unwind(AssertUnwindSafe(|| answer(now, asker, &patience)));
            if let Ok(done) = done {
                // Nobody waits any more: nothing to be done.
                let _ = give.send(done);
            }
        });
        match self.queue.try_send(task) {
            Ok(()) => take.await.map_err(|_| Refusal::Broken),
            Err(TrySendError::Full(_)) => Err(Refusal::Full),
            Err(TrySendError::Disconnected(_)) => Err(Refusal::Broken),
        }
    }
}

/// Answers until the desk closes. What an asker holds goes when scenarios have come, or when it holds too much.
fn work(house: &House, tasks: &Mutex<Receiver<Task>>) {
    let mut waiting = None;
    loop {
        let now = house.now();
        let mut asker = Asker::new(&now.corridor, &now.scenarios);
        loop {
            let Some(task) = waiting.take().or_else(|| next(tasks)) else { return };
            if asker.stacks() > limits::STACKS || !now.is(&house.now()) {
                waiting = Some(task);
                break;
            }
            task(&now, &mut asker);
        }
    }
}

fn next(tasks: &Mutex<Receiver<Task>>) -> Option<Task> {
    tasks.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
