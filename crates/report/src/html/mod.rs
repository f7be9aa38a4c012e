//! Self-contained HTML: one file, no script, no request. It opens offline, prints on A4 and follows dark mode.

mod map;
mod page;
mod route;
mod sheet;
mod sources;
mod study;

pub use route::route_page;
pub(crate) use sources::headline;
pub use study::study_page;
