//! The answer to "how much does the corridor carry, who uses what, and what is each bottleneck worth?".

use crate::figure::Range;
use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`FlowAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// What moves, what is left behind, and which scarcity is worth how much.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FlowAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What was asked.
    pub question: FlowAsked,
    /// Sums over everything.
    pub totals: FlowTotals,
    /// Every wish and what became of it, in the order of the table.
    pub wishes: Vec<WishFlow>,
    /// Everything scarce that is used, the dearest first.
    pub limits: Vec<LimitFlow>,
    /// What moves over each link, service and operation.
    pub elements: Vec<ElementFlow>,
    /// Who earns what.
    pub accounts: Vec<Account>,
    /// Share of each origin in what a market takes.
    pub origins: Vec<OriginShare>,
    /// Equipment that comes back, where asked for.
    pub empties: Option<EmptiesFlow>,
    /// What finite steps bring, where asked for.
    pub steps: Vec<StepFlow>,
    /// How far it moves between the ends of what is not known, where asked for.
    pub ranges: Option<crate::ranges::FlowRanges>,
    /// What proves the answer.
    pub certificate: Certificate,
    /// Size of the problem.
    pub size: FlowSize,
    /// Remarks on the answer as a whole.
    pub notes: Vec<String>,
}

/// The question, as understood.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FlowAsked {
    /// Corridor.
    pub corridor: String,
    /// Scenarios stacked on it.
    pub scenarios: Vec<String>,
    /// Year.
    pub year: i32,
    /// Periods: one for the year or twelve months; first and last day of each.
    pub periods: Vec<PeriodRef>,
    /// `least-cost`, `max-throughput`, `equilibrium` or `choice`.
    pub method: String,
}

/// A period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PeriodRef {
    /// Year, or year and month.
    pub name: String,
    /// First day.
    pub first: String,
    /// Last day.
    pub last: String,
}

/// Sums over all wishes and periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct FlowTotals {
    /// Charges paid for through demand in US dollars, ways and outside options.
    pub charges_usd: f64,
    /// Charges and the value of the time of through demand: what was made least.
    pub generalised_usd: f64,
    /// Generalised cost of the same demand if all went by its outside options; `None` where some has none.
    pub outside_usd: Option<f64>,
    /// Tonnes of through demand carried by the corridor.
    pub tonnes: f64,
    /// Tonne-kilometres of through demand on the corridor.
    pub tonne_km: f64,
    /// TEU of through demand carried by the corridor.
    pub teu: f64,
    /// kg CO2e of through demand, well-to-wheel.
    pub co2e_kg: f64,
    /// Tonnes of background traffic carried.
    pub background_tonnes: f64,
}

/// A wish and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct WishFlow {
    /// Demand row, or market row for goods that several origins offer.
    pub wish: String,
    /// `through` or `background`.
    pub kind: String,
    /// Origin; empty where several compete.
    pub from: String,
    /// Destination.
    pub to: String,
    /// Cargo.
    pub cargo: String,
    /// Unit of the amounts.
    pub unit: String,
    /// Tonnes of one unit.
    pub unit_tonnes: f64,
    /// US dollars that an hour of one unit is worth.
    pub hour_usd: f64,
    /// How much was wished for.
    pub asked: f64,
    /// How much the corridor carries.
    pub carried: f64,
    /// How much takes the outside option.
    pub outside: f64,
    /// How much stays behind.
    pub unserved: f64,
    /// Ways taken, the largest first.
    pub ways: Vec<WayFlow>,
    /// Of what stays behind or goes outside though the corridor is cheaper: what stops it.
    pub stopped_by: Vec<String>,
    /// Why nothing moves at all, where no way exists.
    pub no_way: Option<String>,
    /// Why something stays behind, in words, where no limit alone explains it.
    pub left_because: Option<String>,
}

/// A way and how much takes it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct WayFlow {
    /// Countries and services in order.
    pub summary: String,
    /// Origin.
    pub from: String,
    /// Services ridden, in order.
    pub services: Vec<String>,
    /// Links and services ridden, in order, as `table:id`: what an engine needs to find the way again. Not written out.
    #[serde(skip)]
    pub rows: Vec<String>,
    /// Outside option rather than a way of the corridor.
    pub outside: bool,
    /// How much, in the unit of the wish, each period.
    pub amounts: Vec<f64>,
    /// Sum of the amounts.
    pub amount: f64,
    /// Charges for one unit.
    pub usd: f64,
    /// Hours door to door, without queues.
    pub hours: f64,
    /// kg CO2e for one unit.
    pub co2e_kg: f64,
    /// Kilometres.
    pub km: f64,
}

/// Something scarce in one period.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LimitFlow {
    /// Resource row with its direction, `service.places`, `fleet.time` ...
    pub limit: String,
    /// What it is called.
    pub name: String,
    /// Kind of scarcity.
    pub kind: String,
    /// Row of the network it stands at, as `table:id`.
    pub at: String,
    /// Period.
    pub period: String,
    /// How much there is.
    pub amount: f64,
    /// How much is used.
    pub used: f64,
    /// Unit of both.
    pub unit: String,
    /// Used / there is.
    pub share: f64,
    /// A price that proves the optimum, in US dollars of generalised cost: one more unit saves at most this, and the low end of the interval.
    pub price: f64,
    /// Lowest and highest price where several prove the same optimum.
    pub price_interval: Option<Range>,
    /// For how many more and fewer units the price holds.
    pub price_holds: Option<Range>,
    /// What an end of the interval means where it is no plain number, or why there is no interval.
    pub price_note: Option<String>,
}

/// What comes back empty, and what an empty piece is worth.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmptiesFlow {
    /// Every kind of equipment that comes back, in the order of its table.
    pub kinds: Vec<EmptyKind>,
    /// Empty moves, the largest first.
    pub moves: Vec<EmptyMove>,
    /// What one more empty piece is worth where; places where it is worth least are left out.
    pub worth: Vec<EmptyWorth>,
    /// Places from or to which no way for empties leads: others bring these pieces back to a pool, or from one, at no price.
    pub others: Vec<EmptyGap>,
}

/// A kind of equipment that comes back.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmptyKind {
    /// Equipment row.
    pub equipment: String,
    /// Name.
    pub name: String,
    /// Who owns the pool; empty where nobody is named.
    pub owner: String,
    /// What it is counted in.
    pub unit: String,
    /// Pieces that go laden, each time goods are put on or in one.
    pub laden: f64,
    /// Pieces that go empty.
    pub empty: f64,
    /// Charges of the empty moves in US dollars.
    pub usd: f64,
}

/// Pieces that go empty from one place to another.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmptyMove {
    /// Equipment row.
    pub equipment: String,
    /// Destination.
    pub to: String,
    /// Origin, how, how many and at what price.
    pub way: WayFlow,
}

/// Pieces that come from or to a place of which the tables know no way for empties.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmptyGap {
    /// Equipment row.
    pub equipment: String,
    /// Place.
    pub at: String,
    /// How many.
    pub pieces: f64,
}

/// What an empty piece is worth at a place, beyond what it is worth where it is worth least.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmptyWorth {
    /// Equipment row.
    pub equipment: String,
    /// Place.
    pub at: String,
    /// Period.
    pub period: String,
    /// US dollars.
    pub usd: f64,
}

/// The same flow with more of one limit.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct StepFlow {
    /// Limit, as in [`LimitFlow::limit`].
    pub limit: String,
    /// Period.
    pub period: String,
    /// What the step is: one more vehicle, a tenth more.
    pub what: String,
    /// How much more, in the unit of the limit.
    pub more: f64,
    /// Unit of the limit.
    pub unit: String,
    /// Tonnes of through demand that the corridor carries more.
    pub tonnes: f64,
    /// US dollars of generalised cost saved, what stays behind included.
    pub saves_usd: f64,
    /// Operators whose receipts change most, in US dollars.
    pub gains: Vec<(String, f64)>,
}

/// What moves over a row of the network.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ElementFlow {
    /// `link:id`, `service:id`, `operation:id@facility`.
    pub what: String,
    /// Name.
    pub name: String,
    /// Mode; empty for work at a terminal.
    pub mode: String,
    /// `forth`, `back`; empty where it has no direction.
    pub direction: String,
    /// Tonnes over all periods.
    pub tonnes: f64,
    /// TEU over all periods.
    pub teu: f64,
    /// Wagons over all periods.
    pub wagons: f64,
    /// Trucks over all periods.
    pub trucks: f64,
    /// Seats or Tbit/s over all periods.
    pub units: f64,
    /// Tonnes by period.
    pub by_period: Vec<f64>,
    /// Highest use of any limit that stands at it, 0 to 1; `None` where nothing limits it.
    pub share: Option<f64>,
    /// Who uses it: wish and tonnes (units for seats and data), the largest first.
    pub users: Vec<(String, f64)>,
}

/// What a country or an operator earns, spends or emits.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Account {
    /// `country` or `operator`.
    pub kind: String,
    /// Code or id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Charges received in US dollars.
    pub revenue_usd: f64,
    /// Tonnes that ride its railways, roads, pipelines or services, each lot once.
    pub tonnes: f64,
    /// Tonne-kilometres carried.
    pub tonne_km: f64,
    /// Hours that a tonne spends there, times tonnes.
    pub tonne_hours: f64,
    /// kg CO2e, well-to-wheel.
    pub co2e_kg: f64,
}

/// Share of an origin in what a market takes.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OriginShare {
    /// Market row.
    pub market: String,
    /// Supply row.
    pub supply: String,
    /// How much.
    pub amount: f64,
    /// Unit.
    pub unit: String,
    /// Share of the market's intake.
    pub share: f64,
}

/// What proves the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Certificate {
    /// |cost - bound by the prices| / cost, by the solver itself: no flow can be cheaper by more.
    pub gap: f64,
    /// What a checker found that shares no code with the solver; `None` where none has looked at the answer.
    pub checked: Option<Checked>,
}

/// What the checker found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Checked {
    /// The larger gap of the two problems, background and through, in sums of 32 digits.
    pub gap: f64,
    /// The largest miss of a demand or limit, as a part.
    pub miss: f64,
    /// Limits of the answer.
    pub limits: usize,
    /// Of these, how many were derived again from table `resource`.
    pub limits_recomputed: usize,
    /// Of these, for how many the use was derived again from table `use` and the traffic of the answer.
    pub uses_recomputed: usize,
}

/// Size of the problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct FlowSize {
    /// States of all graphs.
    pub states: usize,
    /// Arcs of all graphs.
    pub arcs: usize,
    /// Wishes times periods.
    pub commodities: usize,
    /// Limits times periods.
    pub rows: usize,
    /// Ways generated.
    pub columns: usize,
}
