//! Text for the terminal, readable without colour.

mod calibrate;
mod flow;
mod route;
mod simulate;
mod sources;
mod table;
mod why_not;

pub use calibrate::calibrate;
pub use flow::{flow, flow_csv, flow_limits_csv, flow_link, flow_parquet, validate};
pub use route::route;
pub use simulate::{simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
