//! The answer to "which proposal does what, and for whom?": several scenarios side by side.

use crate::forum::Span;
use crate::paired::Difference;
use crate::simulate::Estimate;
use crate::study::FactShown;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`CompareAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 2;

/// Base and others, figure by figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CompareAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Corridor.
    pub corridor: String,
    /// Year of the flow.
    pub year: i32,
    /// Method of the flow.
    pub method: String,
    /// What the rest is compared with.
    pub base: Side,
    /// The others, in the order asked.
    pub others: Vec<Side>,
    /// Figures: the base first, then each other.
    pub figures: Vec<Figure>,
    /// Receipts by country, then by operator, with those first that change most.
    pub payers: Vec<Payer>,
    /// What each other brings a year and over its life.
    pub worth: Vec<Worth>,
    /// How money and years are weighed.
    pub terms: Terms,
    /// The sample behind the low and high ends of the flow's figures, where it was asked for.
    pub sample: Option<Sample>,
    /// The same year with queues, weather and ships that leave when full, where it was asked for.
    pub simulated: Option<Simulated>,
    /// What is not told since the asker stopped or a limit was reached; empty = the answer is whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stopped: Vec<String>,
    /// Remarks on the answer as a whole.
    pub notes: Vec<String>,
}

/// One side: a stack of scenarios and what it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Side {
    /// Name of the stack; `base` where nothing is stacked.
    pub id: String,
    /// In words.
    pub name: String,
    /// Scenarios.
    pub scenarios: Vec<String>,
    /// Who argues for it and why.
    pub why: String,
    /// Every change made.
    pub changes: Vec<ChangeShown>,
    /// Facts that its scenarios and its cost rest on.
    pub sources: Vec<FactShown>,
    /// What it costs, where a source tells.
    pub cost: Option<CostShown>,
    /// What binds the flow: limit and what one more unit saves, the dearest first.
    pub binds: Vec<(String, f64)>,
    /// Gap of the flow's proof.
    pub gap: f64,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangeShown {
    /// `table:row.field`, or `table:row` for a row that comes or goes.
    pub what: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
    /// Why.
    pub why: String,
}

/// What a proposal costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CostShown {
    /// Money spent once, US dollars.
    pub usd: Span,
    /// Money spent each year beside it, US dollars.
    pub yearly_usd: f64,
    /// As the source gives it.
    pub told: String,
    /// Year of the prices.
    pub price_year: i32,
    /// Years that it lasts.
    pub life: Option<f64>,
    /// Why that life.
    pub life_why: String,
    /// read, computed, proxy, assumed.
    pub method: String,
    /// Arithmetic or reason.
    pub why: String,
}

/// One figure on every side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    /// Id, also as a criterion of parties.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Question it answers: `flow`, or a question of the study.
    pub question: String,
    /// The base first, then each other.
    pub cells: Vec<Cell>,
}

/// A figure on one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Cell {
    /// Value; `None` where there is none.
    pub value: Option<Span>,
    /// Why there is none.
    pub why: String,
    /// Other less base; both low ends rest on the same assumptions, and both high ends.
    pub difference: Option<Span>,
    /// Difference of the central values in per cent of the base.
    pub percent: Option<f64>,
    /// Whether the sign of the difference holds over the sample; `None` of the base, and where nothing was drawn.
    pub sign: Option<Sign>,
}

/// How sure the sign of a difference is when assumed figures move: every draw moves them alike on all sides.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Sign {
    /// The 5 and the 95 per cent point of the differences lie on one side of nothing.
    pub sure: bool,
    /// Share of the draws whose difference has the sign of the central one.
    pub share: f64,
}

/// A sample of the figures that nobody read anywhere, the same draws for every side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sample {
    /// Seed.
    pub seed: u64,
    /// Draws made.
    pub draws: usize,
    /// Draws in which some side had no answer; they are left out on all.
    pub failed: usize,
    /// Assumed and proxy parameters with a low and a high end, on any side.
    pub parameters: usize,
}

/// Simulations of all sides with the same luck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Simulated {
    /// First day.
    pub first: String,
    /// Last day, included.
    pub last: String,
    /// Seed of all luck.
    pub seed: u64,
    /// Replications of each side.
    pub replications: u32,
    /// Headlines, then the figures that some side changes, the surest change first.
    pub figures: Vec<SimulatedFigure>,
}

/// A figure of simulations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SimulatedFigure {
    /// What is measured, and of what.
    pub what: String,
    /// Unit.
    pub unit: String,
    /// It speaks of all through goods, and is told even where nothing changes.
    pub headline: bool,
    /// Under the base, with its interval over replications.
    pub base: Estimate,
    /// Each other less the base, by pairs of replications; `None` where it has nothing to measure in some replication.
    pub others: Vec<Option<Difference>>,
}

/// What a country or an operator receives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Payer {
    /// `country` or `operator`.
    pub kind: String,
    /// Code or id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Receipts of the year, US dollars; less than nothing where subsidies are larger. The base first.
    pub usd: Vec<f64>,
    /// Others less base.
    pub change: Vec<f64>,
}

/// What a proposal brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Worth {
    /// Gain of shippers a year, US dollars: money and time, by the rule of half.
    pub shippers: Span,
    /// Gain of carriers and ports a year: receipts less the cost of what they carry more.
    pub carriers: Span,
    /// Gain of whoever pays subsidies and takes dues that no operator gets.
    pub budgets: f64,
    /// Sum of the three.
    pub all: Span,
    /// The sum over the draws of the sample, and whether its sign holds; `None` where nothing was drawn.
    pub drawn: Option<Drawn>,
    /// Present value of all over the life, less the cost; `None` without cost or life.
    pub npv: Option<Span>,
    /// Economic rate of return at the central values; `None` without cost or life, or where no rate makes it nothing.
    pub irr: Option<f64>,
    /// Why there is none.
    pub why: String,
}

/// A sum over the draws of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Drawn {
    /// 5 per cent of the draws, as the tables stand, 95 per cent.
    pub span: Span,
    /// Whether its sign holds.
    pub sign: Sign,
}

/// How money and years are weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Terms {
    /// Discount rate a year.
    pub discount: Span,
    /// What a carrier's further tonne-km costs it, as part of its receipts for one in the base.
    pub carrier_cost: Span,
    /// Where both come from.
    pub why: String,
}
