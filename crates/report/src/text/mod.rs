//! Text for the terminal, readable without colour.

mod flow;
mod observed;
mod route;
mod simulate;
mod sources;
mod table;
mod why_not;

pub use flow::{flow, flow_csv, flow_link, validate};
pub use observed::observed;
pub use route::route;
pub use simulate::{log_csv, paired, simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
