//! The model against what was seen in the world.

use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`ValidateAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Each counter: what was seen, what the model says, and what a forecast without a model would have said.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ValidateAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Corridor.
    pub corridor: String,
    /// Scenarios stacked on it.
    pub scenarios: Vec<String>,
    /// Years asked.
    pub years: Vec<i32>,
    /// One entry an observation that the model can count.
    pub counters: Vec<CounterScore>,
    /// Hits.
    pub hits: usize,
    /// Observations counted.
    pub total: usize,
    /// Hits of the naive forecast, of those that have one.
    pub naive_hits: usize,
    /// Observations with a naive forecast.
    pub naive_total: usize,
    /// Observations of the years that the model does not count, and why.
    pub not_counted: Vec<NotCounted>,
}

/// An observation and the model beside it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CounterScore {
    /// Counter and year, or counter and days where these are not a year.
    pub id: String,
    /// Name of the counter.
    pub name: String,
    /// Observation row.
    pub observation: String,
    /// What was seen.
    pub observed: f64,
    /// What the model says.
    pub model: f64,
    /// Low end of the model over the ranges of its figures; `None` where no ranges were asked.
    pub low: Option<f64>,
    /// High end.
    pub high: Option<f64>,
    /// Unit.
    pub unit: String,
    /// A model value within so many per cent is a hit.
    pub tolerance: f64,
    /// Whether it is one.
    pub hit: bool,
    /// The same counter a year before.
    pub naive: Option<f64>,
    /// Whether that would have been a hit.
    pub naive_hit: Option<bool>,
    /// `calibrate` where demand was drawn up with it, else only for validation.
    pub r#use: String,
}

/// An observation that the model cannot count.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct NotCounted {
    /// Observation row.
    pub observation: String,
    /// Why.
    pub reason: String,
}
