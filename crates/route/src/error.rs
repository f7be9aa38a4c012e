//! What can go wrong when a route is asked.

use keruen_network::Error;
use keruen_network::compile::ConsignmentError;
use std::fmt;

/// Why a question could not be searched. "No way" is not an error: it is an answer with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteError {
    /// The consignment cannot be weighed.
    Consignment(ConsignmentError),
    /// A second way was asked for goods that are no data.
    NothingToProtect,
    /// The network of spans cannot be searched.
    Pair(keruen_network::Error),
    /// The asker stopped the search.
    Cancelled,
    /// The graph is beyond what the kernel takes.
    Search(Error),
    /// A range of departures that ends before it begins, or is longer than so many days.
    Days(i32),
    /// A row from which no wait can be read.
    Observed {
        /// Which.
        observation: String,
        /// Why not, and what to write.
        why: String,
    },
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RouteError::Consignment(e) => e.fmt(f),
            RouteError::NothingToProtect => f.write_str("only data can be protected by a second way; ask with --cargo data"),
            RouteError::Pair(e) | RouteError::Search(e) => e.fmt(f),
            RouteError::Days(most) => write!(f, "a range of departures has 1 to {most} days, the first before the last"),
            RouteError::Observed { observation, why } => write!(f, "observation:{observation}: {why}"),
            RouteError::Cancelled => f.write_str("stopped before the answer was found"),
        }
    }
}

impl std::error::Error for RouteError {}

impl From<keruen_results::Cancelled> for RouteError {
    fn from(_: keruen_results::Cancelled) -> Self {
        RouteError::Cancelled
    }
}
