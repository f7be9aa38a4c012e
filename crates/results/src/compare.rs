//! The answer to "which proposal does what, and for whom?": several scenarios side by side.

use crate::forum::Span;
use crate::study::FactShown;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`CompareAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

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
    /// Present value of all over the life, less the cost; `None` without cost or life.
    pub npv: Option<Span>,
    /// Economic rate of return at the central values; `None` without cost or life, or where no rate makes it nothing.
    pub irr: Option<f64>,
    /// Why there is none.
    pub why: String,
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
