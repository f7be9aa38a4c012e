//! Text for the terminal, readable without colour.

mod route;
mod sources;
mod table;
mod why_not;

pub use route::route;
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
