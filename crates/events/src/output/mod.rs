//! How sure are we? From the numbers of replications to intervals that can be defended.

mod compare;
mod interval;
mod replicate;
mod settle;

pub use compare::{Paired, paired};
pub use interval::{Interval, interval, t_quantile};
pub use replicate::{FLOOR, Stop, replicate, replicate_until};
pub use settle::{Steady, Warmup, mser5, steady};
