//! Small models with known answers: what tests check the kernel against and benchmarks time it on. Each shows how a model is written.

mod ferry;
mod single;
mod tandem;
mod tankers;

pub use ferry::{Crossed, Crossing, PORTS};
pub use single::Single;
pub use tandem::Tandem;
pub use tankers::{KINDS, TankerYears, Tankers};

use crate::Clock;

/// A millionth of the models' unit of time.
pub const MICRO: Clock = Clock { ticks: 1e6 };
