//! What can be wrong with a study.

use keruen_flow::corridor::FlowError;
use keruen_flow::mincost::Error as Solver;
use keruen_model::{Date, Fault};
use keruen_route::RouteError;
use keruen_simulate::SimulateError;
use std::fmt;

/// Why a study cannot be run. A question without a way is no error: the answer says so.
#[derive(Clone, Debug, PartialEq)]
pub enum StudyError {
    /// The file cannot be read; where and why.
    File(String),
    /// A question names something that the corridor does not have.
    Unknown {
        /// Question and variant.
        place: String,
        /// What was named.
        what: String,
        /// Nearest names.
        hint: String,
    },
    /// A scenario does not fit the corridor.
    Scenario(Vec<Fault>),
    /// A question cannot be searched.
    Route {
        /// Question and variant.
        place: String,
        /// Why.
        error: RouteError,
    },
    /// Nothing is called so.
    Nothing {
        /// What was named.
        what: String,
        /// Nearest names.
        near: Vec<String>,
    },
    /// A table has no such field.
    NoField {
        /// Table.
        table: &'static str,
        /// What was named.
        field: String,
        /// Nearest name.
        near: Option<String>,
    },
    /// There is no such scenario.
    NoScenario {
        /// What was named.
        name: String,
        /// Nearest name.
        near: Option<String>,
    },
    /// No table has wishes.
    NoWishes,
    /// A place stands in the tables, but not on the day.
    NotOpen {
        /// Id.
        place: String,
        /// Its status.
        status: &'static str,
        /// The day asked.
        day: Date,
        /// First and last day on which its row holds.
        holds: (Option<Date>, Option<Date>),
    },
    /// A file of waits does not fit the corridor.
    Waits(String),
    /// The study has no such question.
    NoQuestion {
        /// As asked.
        name: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// A flow cannot be found: why, and whether the fault is ours.
    Flow(String, bool),
    /// A simulation cannot be run: why, and whether the fault is ours.
    Simulation(String, bool),
    /// The spread of a choice is no number above 0.
    Spread,
    /// What must be cannot be: the smallest set of demands that contradict each other.
    Conflict(String),
    /// A flow was found, and its checker found flaws.
    Unproven(Vec<String>),
    /// Nothing to calibrate on, or with.
    Calibrate(String),
    /// Parties cannot be heard.
    Forum(String),
    /// The asker stopped.
    Cancelled,
}

impl From<FlowError> for StudyError {
    fn from(e: FlowError) -> Self {
        match e {
            FlowError::Solver(Solver::Cancelled) => StudyError::Cancelled,
            FlowError::Conflict(_) => StudyError::Conflict(e.to_string()),
            FlowError::Solver(_) => StudyError::Flow(e.to_string(), true),
            e => StudyError::Flow(e.to_string(), false),
        }
    }
}

/// `; did you mean "x"?`, or nothing.
fn meant(near: &Option<String>) -> String {
    near.as_ref().map_or(String::new(), |n| format!("; did you mean {n:?}?"))
}

/// Flaws shown of an answer that is refused.
const SHOWN: usize = 10;

fn unproven(flaws: &[String], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "the flow was found but not proven, and is not given ({} flaws):", flaws.len())?;
    for flaw in flaws.iter().take(SHOWN) {
        writeln!(f, "  {flaw}")?;
    }
    f.write_str("Please report it with what you asked.")
}

impl fmt::Display for StudyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StudyError::File(why) => write!(f, "study.toml: {why}"),
            StudyError::Unknown { place, what, hint } => write!(f, "study.toml, {place}: there is no {what}{hint}"),
            StudyError::Scenario(faults) => {
                for fault in faults {
                    writeln!(f, "{fault}")?;
                }
                Ok(())
            }
            StudyError::Route { place, error } => write!(f, "study.toml, {place}: {error}"),
            StudyError::Nothing { what, near } if near.is_empty() => write!(f, "nothing is called {what:?}"),
            StudyError::Nothing { what, near } => write!(f, "nothing is called {what:?}; did you mean {}?", near.join(" or ")),
            StudyError::NoField { table, field, near } => write!(f, "{table} has no field {field:?}{}", meant(near)),
            StudyError::NoScenario { name, near } => write!(f, "there is no scenario {name:?}{}", meant(near)),
            StudyError::NotOpen { place, status, day, holds } => {
                let end = |d: &Option<Date>| d.map_or("..".to_string(), |d| d.to_string());
                write!(
                    f,
                    "{place} is in the tables with status {status} from {} to {}, and not open on {day}; ask for another day, or under a scenario that opens it",
                    end(&holds.0),
                    end(&holds.1)
                )
            }
            StudyError::Waits(why) => write!(f, "waits: {why}"),
            StudyError::NoQuestion { name, known } if known.is_empty() => {
                write!(f, "there is no question {name:?}: the corridor has no study with questions")
            }
            StudyError::NoQuestion { name, known } => {
                write!(f, "the study has no question {name:?}; it has {}", known.join(", "))
            }
            StudyError::NoWishes => f.write_str("tables demand and market are empty; a flow needs wishes"),
            StudyError::Flow(why, _) | StudyError::Simulation(why, _) => f.write_str(why),
            StudyError::Conflict(why) => f.write_str(why),
            StudyError::Spread => f.write_str("--spread is a number above 0"),
            StudyError::Unproven(flaws) => unproven(flaws, f),
            StudyError::Calibrate(why) => write!(f, "calibrate: {why}"),
            StudyError::Forum(why) => f.write_str(why),
            StudyError::Cancelled => f.write_str("stopped before the study was finished"),
        }
    }
}

impl std::error::Error for StudyError {}

impl From<SimulateError> for StudyError {
    fn from(e: SimulateError) -> StudyError {
        match e {
            SimulateError::Cancelled => StudyError::Cancelled,
            SimulateError::Little(_) => StudyError::Simulation(e.to_string(), true),
            e => StudyError::Simulation(e.to_string(), false),
        }
    }
}
