//! Runs a set of questions on one corridor, and asks which figures its answers hang on.
//!
//! A study file (`study.toml`) lists claims that somebody made and the questions that bear on them. Each question is asked in
//! variants, like for like: the same goods to the same customer, under other conditions or scenarios. Nothing in the file is an
//! answer.

mod alternatives;
mod batch;
mod calibrate;
pub mod compare;
mod derived;
mod error;
mod explain;
pub mod fibre;
mod file;
mod flow;
mod flow_part;
mod foresight;
mod headlines;
mod influence;
mod names;
mod observed;
mod ranges;
pub mod round_table;
mod run;
mod scenarios;
pub mod seats;
mod simulate_part;
mod sources;
mod validate;
mod waits;
mod when;
mod why_not;

pub use batch::{BatchAnswer, BatchFault};
pub use calibrate::{Calibration, calibrate, scenario_text};
pub use error::StudyError;
pub use explain::explain;
pub use file::{
    AskSpec, ClaimSpec, FlowSpec, OriginsSpec, ProposalSpec, QuestionSpec, RoundTableSpec, SimulateSpec, Study, VariantSpec,
    parse,
};
pub use flow::{FlowAsk, FlowMethod, flow, flow_of, flow_question, flow_years};
pub use flow_part::flow_part;
pub use foresight::{Foresight, shares};
pub use influence::{Influences, influence};
pub use keruen_flow::corridor::Fixed;
pub use keruen_route::{Limits, Promise, Wanted};
pub use names::names;
pub use observed::observed;
pub use ranges::{Ranging, counter_ranges, flow_ranges};
pub use run::{Asker, run};
pub use scenarios::{find_scenario, scenario_changes, scenario_list, stacked};
pub use simulate_part::simulate_part;
pub use sources::{cited, sources};
pub use validate::validate;
pub use waits::{lay_observed_waits, lay_waits};
pub use when::When;
