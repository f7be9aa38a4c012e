//! Does it settle at all, and from when on?
//!
//! **Warm-up** by MSER-5 (White 1997; White, Cobb and Spratt 2000): batch the series by fives, and cut off the first `d` batches
//! where `sum of squared deviations of the rest / (n - d)^2` is least. A minimum in the second half says: no warm-up was found.
//!
//! **Steady state.** A queue whose vehicles leave when full at both ends, or that is offered more than it can serve, has none: its
//! mean grows with the length of the run, and any mean printed for it is a statement about the run. The series of all
//! replications, cut at the mean warm-up, are halved; if the second half is above or below the first beyond chance (paired t over replications,
//! one in a thousand) and by more than a tenth, it [drifts](Steady::Drifts) and no mean is given.

use super::{Interval, interval, paired};

/// Numbers in a batch.
const BATCH: usize = 5;
/// Fewest batches that say anything.
const FEWEST: usize = 4;
/// A drift is one beyond a chance of one in a thousand ..
const SURE: f64 = 0.999;
/// .. and by more than this share of the mean.
const MATTERS: f64 = 0.1;

/// Where the warm-up ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warmup {
    /// So many numbers are cut off.
    Cut(usize),
    /// The minimum lies in the second half: the series is too short, or never settles.
    NotFound,
}

/// MSER-5 of a series.
pub fn mser5(series: &[f64]) -> Warmup {
    let batches: Vec<f64> = series.chunks_exact(BATCH).map(|c| c.iter().sum::<f64>() / BATCH as f64).collect();
    let n = batches.len();
    if n < FEWEST {
        return Warmup::NotFound;
    }
    let (mut sum, mut squares, mut best) = (0.0, 0.0, (f64::INFINITY, n));
    for d in (0..n).rev() {
        let rest = (n - d) as f64;
        sum += batches[d];
        squares += batches[d] * batches[d];
        let score = (squares - sum * sum / rest).max(0.0) / (rest * rest);
        // The last few batches alone have hardly any deviation: they are no evidence.
        if n - d >= FEWEST && score <= best.0 {
            best = (score, d);
        }
    }
    if best.1 <= n / 2 { Warmup::Cut(best.1 * BATCH) } else { Warmup::NotFound }
}

/// What can be said about the long run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Steady {
    /// The mean after the warm-up, with its interval over replications.
    Mean(Interval),
    /// It does not settle: mean of the first and of the second half of what follows the warm-up.
    Drifts {
        /// First half.
        from: f64,
        /// Second half.
        to: f64,
    },
    /// Too few replications or numbers to tell.
    TooShort,
}

/// Looks at series of replications, one number a slice of time, all of the same length.
pub fn steady(replications: &[Vec<f64>], confidence: f64) -> Steady {
    let length = replications.iter().map(Vec::len).min().unwrap_or(0);
    if replications.len() < 3 || length < BATCH * FEWEST {
        return Steady::TooShort;
    }
    let mean_of = |x: &[f64]| x.iter().sum::<f64>() / x.len().max(1) as f64;
    let whole: Vec<f64> =
        (0..length).map(|i| replications.iter().map(|r| r[i]).sum::<f64>() / replications.len() as f64).collect();
    let found = mser5(&whole);
    let cut = if let Warmup::Cut(n) = found { n } else { length / 2 };
    let middle = cut + (length - cut) / 2;
    let first: Vec<f64> = replications.iter().map(|r| mean_of(&r[cut..middle])).collect();
    let second: Vec<f64> = replications.iter().map(|r| mean_of(&r[middle..length])).collect();
    let change = paired(&first, &second, SURE).difference;
    let (from, to) = (mean_of(&first), mean_of(&second));
    if change.mean.abs() > change.half && change.mean.abs() > MATTERS * from.abs() {
        return Steady::Drifts { from, to };
    }
    if found == Warmup::NotFound {
        return Steady::TooShort;
    }
    Steady::Mean(interval(&replications.iter().map(|r| mean_of(&r[cut..length])).collect::<Vec<_>>(), confidence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    fn noisy(f: impl Fn(usize) -> f64, seed: u32) -> Vec<f64> {
        let mut s = Stream::new(7, 0, seed);
        (0..400).map(|i| f(i) + s.normal()).collect()
    }

    #[test]
    fn the_warm_up_is_cut_where_it_ends() {
        let series = noisy(|i| if i < 100 { 50.0 } else { 10.0 }, 0);
        let Warmup::Cut(at) = mser5(&series) else { panic!("found") };
        assert!((100..=115).contains(&at), "{at}");
        assert_eq!(mser5(&[1.0; 10]), Warmup::NotFound);
        assert_eq!(mser5(&noisy(|i| i as f64, 1)), Warmup::NotFound);
    }

    #[test]
    fn a_drift_gets_no_mean() {
        let all = |f: fn(usize) -> f64| (0..10).map(|r| noisy(f, r)).collect::<Vec<_>>();
        let Steady::Mean(m) = steady(&all(|i| if i < 50 { 30.0 } else { 10.0 }), 0.95) else { panic!("it settles") };
        assert!((m.mean - 10.0).abs() < m.half.max(0.2));
        assert!(matches!(steady(&all(|i| i as f64 / 4.0), 0.95), Steady::Drifts { from, to } if from < to));
        assert_eq!(steady(&all(|_| 1.0)[..2], 0.95), Steady::TooShort);
    }
}
