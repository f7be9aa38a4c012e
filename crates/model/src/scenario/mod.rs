//! Scenarios: the base plus named changes.
//!
//! A change names a table, the row (or a selector with the number of rows it must hit), a field, the value it expects and the
//! new one. What does not fit is reported with both values; nothing is changed silently. Scenarios stack; two that change one
//! value differently are a conflict. A change with `from` or `to` holds only for questions asked for a day inside that time.

mod apply;
mod difference;
mod parse;

pub use apply::{Applied, Effect, Stacked, apply, revert};
pub use difference::{Difference, diff};
pub use parse::{Action, Change, Cost, Scenario, Selector, parse};
