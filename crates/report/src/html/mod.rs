//! Self-contained HTML: one file, no script, no request. It opens offline, prints on A4 and follows dark mode.

mod compare;
mod empties;
mod extra;
mod flow;
mod map;
mod minutes;
mod page;
mod parties;
mod route;
mod sheet;
mod simulate;
mod sources;
mod study;

pub use compare::compare_page;
pub use extra::{fibre_page, seats_page};
pub use minutes::{forum_page, minutes_page};
pub use route::route_page;
pub use simulate::simulate_page;
pub(crate) use sources::headline;
pub use study::{Round, study_page};
