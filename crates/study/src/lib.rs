//! Runs a set of questions on one corridor, and asks which figures its answers hang on.
//!
//! A study file (`study.toml`) lists claims that somebody made and the questions that bear on them. Each question is asked in
//! variants, like for like: the same goods to the same customer, under other conditions or scenarios. Nothing in the file is an
//! answer.

mod alternatives;
mod batch;
mod derived;
mod error;
mod explain;
mod file;
mod flow;
mod headlines;
mod influence;
mod run;
mod scenarios;
mod sources;
mod validate;
mod when;
mod why_not;

pub use batch::{BatchAnswer, BatchFault};
pub use error::StudyError;
pub use explain::explain;
pub use file::{ClaimSpec, QuestionSpec, Study, VariantSpec, parse};
pub use flow::{FlowAsk, FlowMethod, flow, flow_of, flow_years};
pub use influence::{Influences, influence};
pub use keruen_route::{Limits, Promise, Wanted};
pub use run::{Asker, run};
pub use scenarios::{find_scenario, scenario_changes, scenario_list, stacked};
pub use sources::{cited, sources};
pub use validate::validate;
pub use when::When;
