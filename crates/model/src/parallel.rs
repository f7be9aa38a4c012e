//! Independent pieces of work over threads, answers in the order of the questions.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Runs `work` for 0, 1, .. `count - 1` on up to `threads` threads and returns the answers in that order.
///
/// Every thread makes one workspace and takes the next open number when it is free, so long and short ones even out.
/// The answers do not depend on the number of threads as long as `work` gives the same answer whatever its workspace did before.
pub fn in_order<W, R: Send>(
    count: usize,
    threads: NonZeroUsize,
    workspace: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize) -> R + Sync,
) -> Vec<R> {
    let threads = threads.get().min(count);
    if threads <= 1 {
        let mut own = workspace();
        return (0..count).map(|number| work(&mut own, number)).collect();
    }
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::with_capacity(count));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mine = take_turns(count, &next, &workspace, &work);
                answers.lock().expect("a panic of another thread ends the scope anyway").extend(mine);
            });
        }
    });
    let mut answers = answers.into_inner().expect("all threads have ended without a panic");
    answers.sort_unstable_by_key(|(number, _)| *number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// As many threads as the machine runs at once; 1 where it does not tell.
pub fn all() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// What one thread does: numbers nobody has taken yet, until there are none.
fn take_turns<W, R>(
    count: usize,
    next: &AtomicUsize,
    workspace: &impl Fn() -> W,
    work: &impl Fn(&mut W, usize) -> R,
) -> Vec<(usize, R)> {
    let mut own = workspace();
    let mut mine = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= count {
            return mine;
        }
        mine.push((number, work(&mut own, number)));
    }
}
