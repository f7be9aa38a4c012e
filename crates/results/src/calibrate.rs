//! What observations say about demand and about parameters marked free.

use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`CalibrateAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Estimates, what they explain, and what nobody can know from these observations.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CalibrateAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Corridor.
    pub corridor: String,
    /// Scenarios stacked on it.
    pub scenarios: Vec<String>,
    /// Years asked.
    pub years: Vec<i32>,
    /// How much the data weigh.
    pub weight: Weight,
    /// Every parameter that may move, in the order of the tables.
    pub estimates: Vec<Estimate>,
    /// Every observation of the years that the model counts, used or held out.
    pub counters: Vec<CounterFit>,
    /// Hits with the counter itself left out of the estimate, of those that are open for calibration.
    pub left_out_hits: usize,
    /// Observations open for calibration: those used and those beyond the prior.
    pub open: usize,
    /// Hits among observations that were never used.
    pub held_out_hits: usize,
    /// How many those are.
    pub held_out: usize,
    /// Directions in which the data move parameters, the strongest first.
    pub directions: Vec<DataDirection>,
    /// Parameters that the data see only together.
    pub alike: Vec<Vec<String>>,
    /// Parameters of which the data say next to nothing; they keep their prior.
    pub silent: Vec<String>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// Degrees of freedom and misfit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Weight {
    /// Observations used.
    pub observations: usize,
    /// Parameters of the years asked that may move.
    pub parameters: usize,
    /// Rows of the same streams in other years, moved along by the guess they share.
    pub carried_along: usize,
    /// Trace of the hat matrix: how many of them the data decide.
    pub effective_parameters: f64,
    /// Observations less that.
    pub degrees_of_freedom: f64,
    /// Sum of squared misses in standard deviations before and after.
    pub misfit_before: f64,
    /// After.
    pub misfit_after: f64,
    /// Sum of squared moves away from the prior, in its standard deviations.
    pub moved: f64,
    /// Steps of Gauss and Newton.
    pub steps: u32,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Estimate {
    /// `table:id.field`.
    pub parameter: String,
    /// The cell as it stands.
    pub old: String,
    /// Its number.
    pub prior: f64,
    /// Low end that its citation gives.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Estimate, within the ends.
    pub estimate: f64,
    /// Standard deviation before: a quarter of high less low.
    pub sd_prior: f64,
    /// Standard deviation after.
    pub sd: f64,
    /// Whether it stands at one of its ends.
    pub at_end: bool,
}

/// A counter in one year.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CounterFit {
    /// Counter and year.
    pub id: String,
    /// The counter's name.
    pub name: String,
    /// Observation row.
    pub observation: String,
    /// What was seen.
    pub observed: f64,
    /// Within so many per cent is a hit.
    pub tolerance: f64,
    /// Unit.
    pub unit: String,
    /// What it was for.
    pub role: Role,
    /// Model before.
    pub before: f64,
    /// Model after.
    pub after: f64,
    /// Model of an estimate that never saw this counter, in any year; for what was held out the same as `after`.
    pub left_out: f64,
    /// Hit before.
    pub hit_before: bool,
    /// Hit after.
    pub hit_after: bool,
    /// Hit when left out.
    pub hit_left_out: bool,
}

/// What an observation was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The estimate rests on it.
    Used,
    /// Only for validation.
    HeldOut,
    /// Open, but further off than the prior can explain: the model lacks something, and bending demand would hide it.
    Beyond,
}

/// A mix of parameters that the data move as one.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DataDirection {
    /// Singular value: how many times the data know it better than the prior.
    pub strength: f64,
    /// Parameters with the largest parts, each in standard deviations of its prior; the squares of all parts add up to 1 where priors are
    /// independent.
    pub parts: Vec<(String, f64)>,
}
