//! What engines return and views read: plain values with a schema version. No view computes a figure a second time.

pub mod calibrate;
pub mod chain;
pub mod compare;
pub mod equilibrium;
pub mod fibre;
pub mod figure;
pub mod film;
pub mod flow;
pub mod forum;
pub mod light;
pub mod map;
pub mod names;
pub mod observed;
pub mod oil;
pub mod paired;
pub mod progress;
pub mod proof;
pub mod ranges;
pub mod round_table;
pub mod route;
pub mod scenario;
pub mod seat_plan;
pub mod seats;
pub mod simulate;
pub mod simulate_log;
pub mod sources;
pub mod study;
pub mod validate;
pub mod waits;
pub mod why_not;

pub use figure::{Cited, Range, SourceRef};
pub use progress::{Cancelled, Part, Progress, Silent};
