//! Text for the terminal, readable without colour.

mod flow;
mod route;
mod simulate;
mod sources;
mod table;
mod why_not;

pub use flow::{flow, flow_csv, flow_link, validate};
pub(crate) use route::labels;
pub use route::{refused, route};
pub use simulate::{simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
