//! The answer to "where do the figures come from?".

use crate::figure::Cited;
use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`SourcesAnswer`].
pub const SCHEMA_VERSION: u32 = 1;

/// Counts, influence and faults of the citations.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SourcesAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Over all groups.
    pub totals: Counts,
    /// Share of `read` and `computed` among the parameters, each weighted by what a change of it by one per cent does to the
    /// answers of the study.
    pub influence_weighted_sourced: f64,
    /// By group.
    pub groups: Vec<Group>,
    /// Parameters ordered by what their low-high does to the answers.
    pub influence: Vec<Influence>,
    /// Citations that name what is not there.
    pub broken: Vec<String>,
    /// Facts older than the stated age.
    pub stale: Vec<Stale>,
    /// Age in days from which a fact is stale.
    pub stale_after_days: u32,
    /// How influence was computed.
    pub method: String,
}

/// Parameters by method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    /// Read in a fact.
    pub read: usize,
    /// Computed from facts.
    pub computed: usize,
    /// Read elsewhere.
    pub proxy: usize,
    /// Assumed.
    pub assumed: usize,
    /// Without citation.
    pub uncited: usize,
}

/// One group of parameters.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Group {
    /// Name.
    pub group: String,
    /// Counts.
    pub counts: Counts,
    /// Share of `read` and `computed`, weighted by influence; `None` where no answer depends on the group.
    pub influence_weighted_sourced: Option<f64>,
    /// The group's part of all weight.
    pub weight: f64,
}

/// One parameter and what it does.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Influence {
    /// The parameter.
    pub cited: Cited,
    /// Group.
    pub group: String,
    /// Mean change of the study's headlines from low to high, in per cent of the headline.
    pub low_to_high_pct: f64,
    /// Mean change of the headlines for a change of the value by one per cent, in per cent.
    pub elasticity: f64,
    /// The headline that moves most.
    pub most_moved: String,
    /// By how many per cent from low to high.
    pub most_moved_pct: f64,
}

/// An old fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Stale {
    /// Fact.
    pub fact: String,
    /// Date it holds for, as printed.
    pub as_of: String,
    /// Age at the corridor's day, in days.
    pub age_days: i32,
}
