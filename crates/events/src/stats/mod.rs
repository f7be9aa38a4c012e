//! What is noted of a run, in memory that does not grow with it.

mod level;
mod moments;
mod place;
mod sketch;

pub use level::{Level, Series};
pub use moments::Moments;
pub use place::{Little, Place};
pub use sketch::Sketch;
