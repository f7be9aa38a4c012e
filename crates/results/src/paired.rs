//! Two simulations with the same luck, side by side.

use crate::simulate::{Estimate, SimulateAsked};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`PairedAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// What a scenario changes, replication by replication.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairedAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The question under the base.
    pub base: SimulateAsked,
    /// The question under the other.
    pub other: SimulateAsked,
    /// Figures, those that changed most for their interval first.
    pub differences: Vec<Difference>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// What is measured, and of what.
    pub what: String,
    /// Unit.
    pub unit: String,
    /// It speaks of all through goods or all ships.
    pub headline: bool,
    /// Mean under the base.
    pub base: f64,
    /// Mean under the other.
    pub other: f64,
    /// Other - base, with its interval by pairs.
    pub difference: Estimate,
    /// Whether the interval leaves out zero.
    pub sure: bool,
    /// Variance of the difference over that of runs with luck of their own: what shared luck saves; `None` where nothing varies.
    pub variance_ratio: Option<f64>,
}
