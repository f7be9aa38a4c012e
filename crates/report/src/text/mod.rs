//! Text for the terminal, readable without colour.

mod route;
mod sources;
mod table;

pub use route::route;
pub use sources::{explain, sources};
pub use table::Table;
