//! What was seen beside what a simulation of those days gives.

use crate::validate::NotCounted;
use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`ObservedAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Observations of the days simulated.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ObservedAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// First day simulated.
    pub first: String,
    /// Last day.
    pub last: String,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// One entry an observation that comes out of the simulation.
    pub scores: Vec<ObservedScore>,
    /// Hits, of those with a tolerance.
    pub hits: usize,
    /// Observations with a tolerance.
    pub total: usize,
    /// Hits of the naive forecast, and observations that have one.
    pub naive_hits: usize,
    /// Observations with a tolerance and a naive forecast.
    pub naive_total: usize,
    /// Observations of those days that the simulation does not tell, and why.
    pub not_counted: Vec<NotCounted>,
}

/// An observation and the simulation beside it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ObservedScore {
    /// Observation row, or several joined by `-`.
    pub observation: String,
    /// Counter.
    pub counter: String,
    /// Its name.
    pub name: String,
    /// First and last day.
    pub period: String,
    /// What was seen.
    pub observed: f64,
    /// What comes out.
    pub model: f64,
    /// Unit.
    pub unit: String,
    /// A model value within so many per cent is a hit; `None` where the observation has no tolerance and scores nothing.
    pub tolerance: Option<f64>,
    /// Whether it is one.
    pub hit: Option<bool>,
    /// The same counter at the same place the time before.
    pub naive: Option<f64>,
    /// Whether that would have been a hit.
    pub naive_hit: Option<bool>,
    /// How the figure is taken from the simulation, and what a miss most likely comes from.
    pub cause: String,
}
