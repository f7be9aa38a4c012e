//! How far a flow answer moves when the figures that nobody read anywhere move between their ends.

use crate::figure::Range;
use serde::Serialize;
use utoipa::ToSchema;

/// Low and high of each headline, which figures do it, and whether the bottlenecks keep their order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct FlowRanges {
    /// Seed of the sample.
    pub seed: u64,
    /// Samples asked for.
    pub samples: usize,
    /// Samples in which the corridor had no answer; they are left out.
    pub failed: usize,
    /// Assumed and proxy parameters with a low and a high end.
    pub parameters: usize,
    /// Headlines.
    pub headlines: Vec<HeadlineRange>,
    /// Groups of parameters (`table.field`), the strongest first.
    pub screening: Vec<GroupEffect>,
    /// Single parameters, the strongest first.
    pub tornado: Vec<SingleEffect>,
    /// Limits that have a price in the base or in a sample, the most often dearest first.
    pub ranking: Vec<LimitRank>,
    /// Share of samples in which the dearest limit is that of the base.
    pub same_first: f64,
    /// Remarks.
    pub notes: Vec<String>,
}

/// A headline over the samples.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct HeadlineRange {
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// As the tables stand.
    pub base: f64,
    /// 5 and 95 per cent of the samples lie below.
    pub range: Range,
}

/// Morris's measures of a group, mean over the headlines, in per cent of the base from low to high.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct GroupEffect {
    /// `table.field`.
    pub group: String,
    /// How many parameters.
    pub parameters: usize,
    /// Mean size of the effect.
    pub mean: f64,
    /// Its standard deviation: high beside the mean where the effect hangs on what the others do.
    pub deviation: f64,
}

/// What one parameter does from its low to its high end, all others as they stand.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SingleEffect {
    /// `table:id.field`.
    pub parameter: String,
    /// Low and high end.
    pub ends: Range,
    /// Mean over the headlines of the change, in per cent of the base.
    pub effect: f64,
    /// Headline that moves most.
    pub headline: String,
    /// It at the low and at the high end.
    pub at_ends: Range,
}

/// How a limit fares over the samples.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LimitRank {
    /// Limit.
    pub limit: String,
    /// Its place in the base, from 1, by what the whole of it is worth; `None` where it has no price there.
    pub base: Option<usize>,
    /// Share of samples in which it has a price.
    pub priced: f64,
    /// Share of samples in which it is the dearest.
    pub first: f64,
    /// Price of one more unit over the samples, 5 and 95 per cent.
    pub price: Range,
}
