//! Replications over threads, in their own order; as many as a wanted precision asks for.

use super::{Interval, interval};
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Fewest replications from which a precision is believed.
pub const FLOOR: u32 = 10;

/// Runs replications `from .. to` on threads and gives their answers in order. Each must depend on its number alone; then the
/// answer is the same on any number of threads. Once `cancelled` is set no new one is begun: the longest unbroken run of finished
/// ones is kept.
pub fn replicate<R: Send>(
    range: std::ops::Range<u32>,
    threads: NonZeroUsize,
    cancelled: &AtomicBool,
    one: impl Fn(u32) -> R + Sync,
) -> Vec<R> {
    let next = AtomicU32::new(range.start);
    let answers = Mutex::new(Vec::with_capacity(range.len()));
    let work = || {
        while !cancelled.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= range.end {
                break;
            }
            let answer = one(number);
            answers.lock().expect("no thread panics while it holds the answers").push((number, answer));
        }
    };
    match threads.get().min(range.len()) {
        0 | 1 => work(),
        many => std::thread::scope(|scope| (0..many).for_each(|_| drop(scope.spawn(work)))),
    }
    let mut answers = answers.into_inner().expect("all threads have ended without a panic");
    answers.sort_unstable_by_key(|(number, _)| *number);
    let whole = answers.iter().zip(range.start..).take_while(|((number, _), expected)| number == expected).count();
    answers.into_iter().take(whole).map(|(_, answer)| answer).collect()
}

/// When enough is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Half of the interval over the mean.
    pub relative: f64,
    /// Confidence of the interval.
    pub confidence: f64,
    /// Never more than so many.
    pub most: u32,
}

/// Replicates until the figure that `told` reads is known as precisely as wanted, looked at after every [`FLOOR`] replications:
/// the number is the same on any number of threads (Chow and Robbins 1965; Law, relative precision).
pub fn replicate_until<R: Send>(
    stop: Stop,
    threads: NonZeroUsize,
    cancelled: &AtomicBool,
    one: impl Fn(u32) -> R + Sync,
    told: impl Fn(&R) -> f64,
) -> (Vec<R>, Interval) {
    let mut all: Vec<R> = Vec::new();
    loop {
        let from = all.len() as u32;
        let to = from.saturating_add(FLOOR).min(stop.most.max(FLOOR));
        all.extend(replicate(from..to, threads, cancelled, &one));
        let numbers: Vec<f64> = all.iter().map(&told).collect();
        let known = interval(&numbers, stop.confidence);
        let broken_off = (all.len() as u32) < to;
        if broken_off || to >= stop.most || known.relative() <= stop.relative {
            return (all, known);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    static GO: AtomicBool = AtomicBool::new(false);

    fn threads(n: usize) -> NonZeroUsize {
        NonZeroUsize::new(n).unwrap()
    }

    #[test]
    fn any_number_of_threads_gives_the_same() {
        let one = |r: u32| Stream::new(1, 2, r).next_u64();
        let first = replicate(3..40, threads(1), &GO, one);
        for n in [2, 3, 8] {
            assert_eq!(replicate(3..40, threads(n), &GO, one), first);
        }
    }

    #[test]
    fn it_stops_at_the_precision_and_not_before_ten() {
        let one = |r: u32| Stream::new(1, 2, r).uniform();
        let stop = Stop { relative: 0.05, confidence: 0.95, most: 5000 };
        let (all, known) = replicate_until(stop, threads(2), &GO, one, |&x| x);
        assert!(known.relative() <= 0.05 && all.len() >= 100 && all.len() % 10 == 0, "{}", all.len());
        let (same, _) = replicate_until(stop, threads(3), &GO, one, |&x| x);
        assert_eq!(all, same);
        let (few, _) = replicate_until(stop, threads(2), &GO, |_| 1.0, |&x| x);
        assert_eq!(few.len(), 10);
        let (most, _) = replicate_until(Stop { relative: 1e-9, most: 25, ..stop }, threads(2), &GO, one, |&x| x);
        assert_eq!(most.len(), 25);
    }

    #[test]
    fn what_is_finished_is_kept_when_it_is_cancelled() {
        let flag = AtomicBool::new(false);
        let one = |r: u32| {
            if r == 4 {
                flag.store(true, Ordering::Relaxed);
            }
            r
        };
        assert_eq!(replicate(0..100, threads(1), &flag, one), [0, 1, 2, 3, 4]);
    }
}
