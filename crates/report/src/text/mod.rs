//! Text for the terminal, readable without colour.

mod calibrate;
mod compare;
mod compare_csv;
pub(crate) mod empties;
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

pub(crate) use calibrate::role;
pub(crate) use compare::{WORTH, cost, terms};
pub(crate) use fibre::{AVAILABLE, near_one, places, stage, worth};
pub(crate) use forum::{accord, most_often, name, nearest, order, party_name};
pub(crate) use route::labels;
pub(crate) use seats::{PAIRS, alone, by_state, instrument, proof};
pub(crate) use simulate::band;
pub(crate) use together::{drawn, sample_words, shown, simulated_cell, simulated_words, unit};

pub use calibrate::calibrate;
pub use compare::compare;
pub use compare_csv::compare_csv;
pub use fibre::fibre;
pub(crate) use flow::{carried, certified};
pub use flow::{flow, flow_csv, flow_limits_csv, flow_link, flow_parquet, validate};
pub use forum::{forum, forum_csv};
pub use observed::observed;
pub use route::{refused, route};
pub use seats::seat_plan;
pub use simulate::{log_csv, paired, simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
