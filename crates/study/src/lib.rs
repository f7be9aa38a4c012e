//! Runs a set of questions on one corridor, and asks which figures its answers hang on.
//!
//! A study file (`study.toml`) lists claims that somebody made and the questions that bear on them. Each question is asked in
//! variants, like for like: the same goods to the same customer, under other conditions or scenarios. Nothing in the file is an
//! answer.

mod alternatives;
mod batch;
mod calibrate;
mod derived;
mod error;
mod file;
mod flow_part;
mod headlines;
mod influence;
mod ranges;
mod run;
mod sources;
mod validate;
mod when;
mod why_not;

pub use batch::{BatchAnswer, BatchFault};
pub use calibrate::{Calibration, calibrate, scenario_text};
pub use error::StudyError;
pub use file::{ClaimSpec, FlowSpec, OriginsSpec, QuestionSpec, Study, VariantSpec, parse};
pub use flow_part::{Certify, flow_part};
pub use influence::{Influences, influence};
pub use keruen_route::{Limits, Promise, Wanted};
pub use ranges::{Ranging, counter_ranges, flow_ranges};
pub use run::{Asker, run};
pub use sources::{cited, sources};
pub use validate::validate;
pub use when::When;
