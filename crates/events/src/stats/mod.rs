//! What is noted of a run, in memory that does not grow with it.

mod batch;
mod level;
mod moments;
mod place;
mod sketch;
mod spans;

pub use batch::Batch;
pub use level::{Level, Series};
pub use moments::Moments;
pub use place::{Little, Place};
pub use sketch::Sketch;
pub use spans::Spans;
