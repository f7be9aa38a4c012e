//! What engines return and views read: plain values with a schema version. No view computes a figure a second time.

pub mod chain;
pub mod equilibrium;
pub mod figure;
pub mod flow;
pub mod light;
pub mod map;
pub mod oil;
pub mod progress;
pub mod route;
pub mod scenario;
pub mod seats;
pub mod simulate;
pub mod sources;
pub mod study;
pub mod validate;
pub mod why_not;

pub use figure::{Cited, Range, SourceRef};
pub use progress::{Cancelled, Progress, Silent};
