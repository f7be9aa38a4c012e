//! What can go wrong when a corridor is simulated.

use keruen_model::Date;
use std::fmt;

/// What was wrong, where, and what to try next. Goods that no way carries are an answer, not an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SimulateError {
    /// The last day is before the first.
    Days(Date, Date),
    /// No wish and no stock of the tables falls into the days.
    NothingMoves(Date, Date),
    /// Stopped before a replication was finished.
    Cancelled,
    /// Little's law does not hold at a place: a fault of the program.
    Little(String),
}

impl fmt::Display for SimulateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SimulateError::Days(first, last) => {
                write!(f, "the run would end on {last}, before it begins on {first}; turn them round")
            }
            SimulateError::NothingMoves(first, last) => write!(
                f,
                "tables demand, market and stock have nothing that moves from {first} to {last}; ask for a year that they have"
            ),
            SimulateError::Cancelled => f.write_str("stopped before the first replication was finished; ask for fewer"),
            SimulateError::Little(place) => {
                write!(f, "numbers and stays at {place} contradict each other; this is a fault of the program, please report it")
            }
        }
    }
}

impl std::error::Error for SimulateError {}
