//! Text for the terminal, readable without colour.

mod compare;
mod fibre;
mod flow;
mod forum;
mod route;
mod seats;
mod simulate;
mod sources;
mod table;
mod why_not;

pub(crate) use compare::span;
pub(crate) use fibre::percent;
pub(crate) use forum::{most_often, order};

pub use compare::{compare, compare_csv};
pub use fibre::fibre;
pub use flow::{flow, flow_csv, flow_link, validate};
pub use forum::{forum, forum_csv};
pub use route::route;
pub use seats::seat_plan;
pub use simulate::{simulate, simulate_csv};
pub use sources::{explain, sources};
pub use table::Table;
pub use why_not::why_not;
