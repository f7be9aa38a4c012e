//! Text for the terminal, readable without colour.

mod calibrate;
mod compare;
mod compare_csv;
mod fibre;
mod flow;
mod forum;
mod observed;
mod route;
mod seats;
mod simulate;
mod sources;
mod table;
mod together;
mod why_not;

pub(crate) use compare::span;
pub(crate) use fibre::percent;
pub(crate) use forum::{most_often, order};
pub(crate) use route::labels;
pub(crate) use simulate::band;
pub(crate) use together::{drawn, sample_words, shown, simulated_cell, simulated_words, unit};

pub use calibrate::calibrate;
pub use compare::compare;
pub use compare_csv::compare_csv;
pub use fibre::fibre;
pub use flow::{flow, flow_csv, flow_limits_csv, flow_link, flow_parquet, validate};
pub use forum::{forum, forum_csv};
pub use observed::observed;
pub use route::{refused, route};
pub use seats::seat_plan;
pub use simulate::{log_csv, paired, simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
