//! The answer to "several parties weigh the same proposals: who ranks what how, where do they agree, and what would flip it?".

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`ForumAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// A value and the ends of what is not known about it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Span {
    /// Low end.
    pub low: f64,
    /// Central value.
    pub mid: f64,
    /// High end.
    pub high: f64,
}

impl Span {
    /// A value that is known.
    pub fn exact(value: f64) -> Span {
        Span { low: value, mid: value, high: value }
    }
}

/// What the parties weigh: scenarios in the rows, criteria in the columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ForumTable {
    /// Scenarios.
    pub alternatives: Vec<Named>,
    /// Criteria.
    pub criteria: Vec<Criterion>,
    /// Value of each scenario in each criterion; `None` where it is not known.
    pub cells: Vec<Vec<Option<Span>>>,
}

/// An id and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Named {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Criterion {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// What is not known is not known of all scenarios alike: one draw moves the whole column.
    pub together: bool,
}

/// Rankings, party by party and jointly.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ForumAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What was weighed.
    pub table: ForumTable,
    /// Seed of the draws.
    pub seed: u64,
    /// Each party that showed its weights.
    pub parties: Vec<PartyAnswer>,
    /// Parties whose weights are still sealed; they have no say yet.
    pub sealed: Vec<Sealed>,
    /// All of them together; `None` without a party.
    pub joint: Option<JointAnswer>,
    /// Remarks on the answer as a whole.
    pub notes: Vec<String>,
}

/// A party that has committed itself without telling to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Sealed {
    /// Party.
    pub party: Named,
    /// Salted hash of its weights.
    pub hash: String,
}

/// The ranking of one party.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PartyAnswer {
    /// Party.
    pub party: Named,
    /// How much it counts in the joint ranking.
    pub voice: f64,
    /// Where its weights come from.
    pub note: String,
    /// Facts or pages that the party names.
    pub source: Vec<String>,
    /// Its tree: criteria with weight and value.
    pub tree: Vec<Branch>,
    /// Weighted sum of values.
    pub sum: Vec<Scored>,
    /// PROMETHEE II.
    pub promethee: Vec<NetFlow>,
    /// SMAA-2.
    pub smaa: Smaa,
    /// Least change of each weight that gives another winner.
    pub flips: Vec<Flip>,
    /// Pairs whose order turns when a third scenario is left out.
    pub reversals: Vec<Reversal>,
}

/// One criterion in the tree of a party.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Branch {
    /// Criterion.
    pub criterion: String,
    /// What the party calls the branch it hangs on; empty where on none.
    pub group: String,
    /// `more` or `less`.
    pub better: String,
    /// How the weight was given: points, ranks, intervals, free.
    pub given: String,
    /// Weight; all of them sum to 1.
    pub weight: f64,
    /// Value 0 there.
    pub worst: f64,
    /// Value 1 there.
    pub best: f64,
    /// Whether the ends come from the table, and move when a scenario comes or goes.
    pub scale_of_table: bool,
    /// Value of each scenario, 0 to 1; `None` where missing.
    pub values: Vec<Option<f64>>,
}

/// A score and its place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Scored {
    /// Score; the more the better.
    pub score: f64,
    /// With every doubt and gap against the scenario.
    pub low: f64,
    /// With every doubt and gap for it.
    pub high: f64,
    /// 1 = first; equal scores share the mean of their places.
    pub rank: f64,
}

/// Outranking flows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct NetFlow {
    /// How much it outranks the others.
    pub plus: f64,
    /// How much the others outrank it.
    pub minus: f64,
    /// Difference.
    pub net: f64,
    /// 1 = first; equal flows share the mean of their places.
    pub rank: f64,
}

/// Acceptability over weights and values that are not known.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Smaa {
    /// Draws.
    pub draws: u32,
    /// Share of the draws in which a scenario takes a rank: `[scenario][rank - 1]`.
    pub acceptability: Vec<Vec<f64>>,
    /// Mean weights of the draws that put it first; `None` where none does.
    pub central: Vec<Option<Vec<f64>>>,
    /// Share of the draws of values in which it is first under its central weights.
    pub confidence: Vec<Option<f64>>,
    /// Share of the draws in which the first is better than the second: `[first][second]`.
    pub beats: Vec<Vec<f64>>,
}

/// A weight that gives another winner.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Flip {
    /// Criterion, or party where voices are weighed.
    pub what: String,
    /// Weight now.
    pub weight: f64,
    /// Nearest weight at which the winner changes, the others in proportion; `None` where none does.
    pub at: Option<f64>,
    /// Who wins beyond it.
    pub winner: Option<usize>,
}

/// A third scenario decides on the order of two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reversal {
    /// Method.
    pub method: String,
    /// Scenario left out.
    pub without: usize,
    /// Better with it, worse without it.
    pub first: usize,
    /// The other one.
    pub second: usize,
}

/// All parties together.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JointAnswer {
    /// Mean of the parties' weighted sums by voice.
    pub mean: Vec<Scored>,
    /// Borda points of the parties' rankings.
    pub borda: Vec<Scored>,
    /// Majorities won less majorities lost.
    pub copeland: Vec<Scored>,
    /// Largest regret of any party, with the sign turned: the more the better.
    pub regret: Vec<Scored>,
    /// Which party has that regret.
    pub regret_of: Vec<usize>,
    /// Mean acceptability of the first rank by voice.
    pub first_rank: Vec<f64>,
    /// No other scenario is at least as good for all parties and better for one.
    pub pareto: Vec<bool>,
    /// Kendall's W of the rankings, 0 = no accord, 1 = one ranking; `None` of one party or one scenario.
    pub accord: Option<f64>,
    /// Pairs that every party sees alike: better, worse.
    pub agreed: Vec<(usize, usize)>,
    /// Scenarios among the first three of every party.
    pub common_top: Vec<usize>,
    /// Winners of the methods when a party is left out.
    pub without: Vec<LeftOut>,
    /// Least change of a voice that gives another winner of the mean.
    pub flips: Vec<Flip>,
    /// Pairs whose joint order turns when a third scenario is left out.
    pub reversals: Vec<Reversal>,
}

/// The joint ranking without one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct LeftOut {
    /// Party.
    pub party: usize,
    /// First by the mean.
    pub mean: Vec<usize>,
    /// First by Borda.
    pub borda: Vec<usize>,
    /// First by Copeland.
    pub copeland: Vec<usize>,
    /// First by minimax regret.
    pub regret: Vec<usize>,
}
