//! What can be wrong with a study.

use keruen_model::Fault;
use keruen_route::RouteError;
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
    /// A flow cannot be found.
    Flow {
        /// Scenarios.
        place: String,
        /// Why.
        error: String,
    },
    /// Parties cannot be heard.
    Forum(String),
    /// The asker stopped.
    Cancelled,
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
            StudyError::Flow { place, error } => write!(f, "flow under {place}: {error}"),
            StudyError::Forum(why) => f.write_str(why),
            StudyError::Cancelled => f.write_str("stopped before the study was finished"),
        }
    }
}

impl std::error::Error for StudyError {}
