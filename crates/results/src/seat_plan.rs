//! The answer to "what does a budget for subsidised flights buy, where first, and for whom?".

use crate::forum::Span;
use serde::Serialize;

/// Version of the shape of [`SeatPlan`].
pub const SCHEMA_VERSION: u32 = 1;

/// Pairs of cities, what each instrument does there, and the best use of a budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatPlan {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Corridor.
    pub corridor: String,
    /// Budget as asked.
    pub told: String,
    /// Budget a year, US dollars.
    pub budget_usd: f64,
    /// Part of the budget that each state must see at least.
    pub floor: f64,
    /// Assumptions in words, each with its range and where it comes from.
    pub assumptions: Vec<String>,
    /// Facts they rest on.
    pub facts: Vec<String>,
    /// Pairs, those first where an extra trip costs least.
    pub pairs: Vec<PairOffer>,
    /// Best use: vouchers alone, guarantees alone, both.
    pub uses: Vec<BudgetUse>,
    /// What other budgets bring, both instruments.
    pub curve: Vec<CurvePoint>,
    /// The best use of both at the ends of each assumption: what is changed, extra trips.
    pub sensitivity: Vec<(String, f64)>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// A pair of cities in two states.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairOffer {
    /// Service row.
    pub service: String,
    /// Cities.
    pub name: String,
    /// Two states.
    pub states: [String; 2],
    /// Kilometres.
    pub km: f64,
    /// Direct flights today.
    pub open: bool,
    /// Departures a week each way.
    pub departures: f64,
    /// Seats of an aircraft.
    pub seats: f64,
    /// Part of the seats that are taken.
    pub load: f64,
    /// Cost of a seat kilometre, US cents.
    pub cask_cents: f64,
    /// Fare of a return trip today, direct or by the cheapest connection, US dollars; `None` where nothing leads there.
    pub fare_usd: Option<f64>,
    /// Paper that a rule asks for.
    pub right: String,
    /// Return trips of the eligible at today's fare.
    pub trips: f64,
    /// Voucher for every eligible trip.
    pub voucher: Option<Instrument>,
    /// Guarantee of a rotation a week.
    pub guarantee: Option<Instrument>,
}

/// What an instrument does on a pair in a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Instrument {
    /// Paid for one return trip or one rotation, US dollars.
    pub each_usd: f64,
    /// How many: vouchers, rotations.
    pub count: f64,
    /// Return trips that are paid for or carried.
    pub trips: f64,
    /// Return trips that would not be made without it; the ends are those of the elasticity.
    pub extra: Span,
    /// Money a year, US dollars.
    pub usd: f64,
    /// US dollars for an extra trip; `None` where there is none.
    pub usd_per_extra: Option<f64>,
}

/// A use of the budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BudgetUse {
    /// `voucher`, `guarantee` or `both`.
    pub instrument: String,
    /// What is bought, pair by pair; empty where nothing can be.
    pub bought: Vec<Bought>,
    /// Seats, one way.
    pub seats: f64,
    /// Return trips that would not be made without it.
    pub extra: f64,
    /// Money spent, US dollars.
    pub usd: f64,
    /// US dollars for an extra trip.
    pub usd_per_extra: Option<f64>,
    /// Spending by state: half of each pair to either end.
    pub by_state: Vec<(String, f64)>,
    /// No use brings more extra trips than this.
    pub bound: f64,
    /// Whether the search went through to the end.
    pub proven: bool,
    /// Why nothing can be bought.
    pub why: String,
}

/// Bought on one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bought {
    /// Service row.
    pub service: String,
    /// Cities.
    pub name: String,
    /// `voucher` or `guarantee`.
    pub instrument: String,
    /// Vouchers or rotations.
    pub count: f64,
    /// Return trips that would not be made without it.
    pub extra: f64,
    /// US dollars.
    pub usd: f64,
}

/// One point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CurvePoint {
    /// Budget, US dollars.
    pub budget_usd: f64,
    /// Spent.
    pub usd: f64,
    /// Return trips that would not be made without it.
    pub extra: f64,
}
