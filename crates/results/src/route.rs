//! The answer to "how do I ship this?".

use crate::chain::Chain;
use crate::figure::{Range, SourceRef};
use crate::light::{LightPath, Protection};
use crate::oil::{Netback, OilLot};
use crate::seats::{Return, Seats};
use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`RouteAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 2;

/// Every way worth taking, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RouteAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What was asked.
    pub question: Asked,
    /// Ways, the labelled ones first; no way is better than another in cost, time, CO2e and risk at once.
    pub ways: Vec<Way>,
    /// Where no way was found: the reason. `None` where there are ways.
    pub no_answer: Option<NoAnswer>,
    /// What a rule took out of the network before the search.
    pub refused: Vec<Refused>,
    /// Remarks on the answer as a whole.
    pub notes: Vec<String>,
    /// Data, where asked for: two ways that share as little as can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// Where asked for: the way back, and both together.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion)]
    pub back: Option<Box<Return>>,
    /// Size of the state graph searched.
    pub size: GraphSize,
}

/// The question, as understood.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Asked {
    /// Corridor.
    pub corridor: String,
    /// Scenarios stacked on it.
    pub scenarios: Vec<String>,
    /// Day of departure; of a range, its first day.
    pub day: String,
    /// Last day of departure, where a range was asked; empty otherwise.
    pub last_day: String,
    /// Local clock of departure.
    pub clock: String,
    /// Day by whose end the goods must be there, where one was asked; empty otherwise.
    pub arrive_by: String,
    /// Origin.
    pub from: PlaceRef,
    /// Destination.
    pub to: PlaceRef,
    /// Cargo id.
    pub cargo: String,
    /// Cargo name.
    pub cargo_name: String,
    /// Amount.
    pub quantity: f64,
    /// Unit of the amount.
    pub unit: String,
    /// Equipment asked for; empty = the usual of the cargo.
    pub equipment: String,
    /// Weight of the goods.
    pub tonnes: f64,
    /// Places and services to keep away from, or that must be used.
    pub conditions: Vec<String>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlaceRef {
    /// Node id.
    pub id: String,
    /// English name.
    pub name: String,
    /// Country.
    pub country: String,
    /// Longitude and latitude in millionths of a degree, so that the value is exact.
    pub position: [i64; 2],
}

/// States and arcs of the graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GraphSize {
    /// States: place x loading x gauge x custody x service.
    pub states: usize,
    /// Arcs left after the rules.
    pub arcs: usize,
    /// Arcs that a rule or a missing price took out.
    pub refused: usize,
    /// Departures searched.
    pub departures: usize,
    /// Labels that the searches made.
    pub labels: u64,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Way {
    /// First of its labels: cheapest, fastest, greenest, safest, balanced, or `way N`.
    pub label: String,
    /// All its labels.
    pub labels: Vec<String>,
    /// In one line: the places and services that tell it from others.
    pub summary: String,
    /// Local day and clock of departure, `YYYY-MM-DD HH:MM`.
    pub departs: String,
    /// Local day and clock of arrival, if everything takes its median.
    pub arrives: String,
    /// Totals.
    pub totals: Totals,
    /// Legs in order.
    pub legs: Vec<Leg>,
    /// Permits that must be held, and from when the goods may leave.
    pub permits: Vec<PermitNeed>,
    /// First day on which the goods may leave: the day asked for, or the one on which the last permit is there (medians).
    pub leave_from: String,
    /// Papers, once each.
    pub papers: Vec<String>,
    /// `quotation` only when every charge is read, applicable and valid on the day; else `indicative cost sheet`.
    pub sheet: String,
    /// What the sheet does not hold.
    pub gaps: Vec<String>,
    /// Parameters by which the goods were weighed and counted, as `table:id.field`.
    pub parameters: Vec<String>,
    /// CO2e, element by element; not for data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chain: Option<Chain>,
    /// Price at the destination less the cost of the way, where table `market` has a price there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub netback: Option<Netback>,
    /// Crude: tankers, pipelines, blend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oil: Option<OilLot>,
    /// Data: latency and availability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub light: Option<LightPath>,
    /// Seats: flights, price with and without subsidy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Seats>,
}

/// Totals of a way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Totals {
    /// Hours door to door.
    pub hours: HoursTotal,
    /// Money.
    pub cost: CostTotal,
    /// kg CO2e, well-to-wheel.
    pub co2e_kg: f64,
    /// What is not known about it.
    pub co2e_range: Option<Range>,
    /// Distance.
    pub distance_km: f64,
    /// Chance of a hard event: a port or line closed by weather when it is wanted, or a fixed departure missed by the work before
    /// it; events independent. `None` for data, which no weather stops.
    pub risk: Option<f64>,
    /// How late it may be.
    pub lateness: Option<Lateness>,
}

/// The law of the time from door to door: parts drawn apart, storms drawn once for all parts in one sea, a missed departure
/// followed by the next.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Lateness {
    /// Hours in which one journey in two is over.
    pub p50: f64,
    /// Hours in which nine in ten are.
    pub p90: f64,
    /// What was promised, in words; empty where nothing was.
    pub promise: String,
    /// Chance to keep it.
    pub kept: Option<f64>,
    /// Draws behind these figures.
    pub draws: u32,
}

/// Hours of a way and its parts.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct HoursTotal {
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
    /// How the two were found.
    pub kind: String,
    /// Moving.
    pub moving: f64,
    /// Handling, gauge change, papers.
    pub handling: f64,
    /// Borders.
    pub border: f64,
    /// Waiting for a departure.
    pub waiting: f64,
}

/// Money of a way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CostTotal {
    /// Sum.
    pub amount: f64,
    /// Currency.
    pub currency: String,
    /// Newest price year among the charges; older charges are not inflated.
    pub price_year: i32,
    /// Sum of the low ends of the legs, sum of their high ends.
    pub range: Option<Range>,
}

/// What happens on a leg.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegKind {
    /// From one place to another.
    #[default]
    Move,
    /// Loading, unloading, transfer, rolling on or off, marshalling.
    Handle,
    /// Gauge change.
    GaugeChange,
    /// Border.
    Border,
    /// Papers.
    Papers,
    /// Waiting for a departure.
    Wait,
}

impl LegKind {
    /// The word of the JSON.
    pub fn name(self) -> &'static str {
        match self {
            LegKind::Move => "move",
            LegKind::Handle => "handle",
            LegKind::GaugeChange => "gauge_change",
            LegKind::Border => "border",
            LegKind::Papers => "papers",
            LegKind::Wait => "wait",
        }
    }
}

/// One link, ride or operation.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Leg {
    /// What happens.
    pub kind: LegKind,
    /// From.
    pub from: PlaceRef,
    /// To; the same place for work at a terminal.
    pub to: PlaceRef,
    /// Mode; empty for work at a terminal.
    pub mode: String,
    /// Link, where it runs on one.
    pub link: Option<String>,
    /// Links of a ride, in order.
    pub links: Vec<String>,
    /// Operation, where it is one.
    pub operation: Option<String>,
    /// Facility, where the leg is work at one.
    pub facility: Option<String>,
    /// Service, where it rides on one.
    pub service: Option<String>,
    /// What is printed.
    pub name: String,
    /// Operator.
    pub operator: String,
    /// Distance.
    pub distance_km: f64,
    /// Hours, median.
    pub hours: f64,
    /// Hours, 90th percentile of the leg alone.
    pub hours_p90: f64,
    /// Where a wait comes from; empty for everything else.
    pub wait_origin: String,
    /// Hours since departure at which it begins, if everything before takes its median.
    pub at: f64,
    /// Chance of a hard event on it.
    pub risk: f64,
    /// Sum of the charges.
    pub cost: f64,
    /// Low and high end of that sum. A voucher pays at most the fare at either end.
    pub cost_range: Option<Range>,
    /// Charges.
    pub charges: Vec<Charge>,
    /// Tariff row of the through rate under which it runs: what that rate covers is charged once, where the run begins.
    pub through: Option<String>,
    /// kg CO2e, well-to-wheel.
    pub co2e_kg: f64,
    /// Factor used.
    pub emission: Option<EmissionUse>,
    /// Papers shown or made here.
    pub papers: Vec<String>,
    /// Where shallow water makes the ship lighter than full.
    pub draught: Option<DraughtUse>,
    /// Publications behind the leg's figures.
    pub sources: Vec<SourceRef>,
    /// Parameters used, as `table:id.field`.
    pub parameters: Vec<String>,
}

/// One charge line.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Charge {
    /// Tariff row.
    pub tariff: String,
    /// Name of the charge.
    pub name: String,
    /// Who asks it.
    pub operator: String,
    /// Rate in its own currency.
    pub rate: f64,
    /// Currency of the rate.
    pub currency: String,
    /// Price year.
    pub price_year: i32,
    /// For what.
    pub per: String,
    /// How many of that.
    pub quantity: f64,
    /// US dollars for one unit of the currency.
    pub usd_rate: f64,
    /// Day of that rate; empty for dollars.
    pub rate_date: String,
    /// First and last day on which the price holds; empty = open.
    pub valid_from: String,
    /// See `valid_from`.
    pub valid_to: String,
    /// Days without charge before it runs, where it is by the day.
    pub free_days: Option<f64>,
    /// Sum in dollars.
    pub usd: f64,
    /// Low and high end in dollars.
    pub range: Option<Range>,
    /// How the rate came about.
    pub method: String,
    /// What is included.
    pub includes: String,
    /// What is not included.
    pub excludes: String,
    /// Publications.
    pub sources: Vec<SourceRef>,
}

/// An emission factor as used.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmissionUse {
    /// Emission row.
    pub emission: String,
    /// Name.
    pub name: String,
    /// Factor.
    pub factor: f64,
    /// Unit.
    pub unit: String,
    /// How the factor came about.
    pub method: String,
    /// How emissions of a shared vehicle are shared.
    pub allocation: String,
    /// Low and high end of the leg's kg CO2e.
    pub range: Option<Range>,
}

/// What shallow water takes from a ship. It is no part of the cost: a price a tonne does not say who bears the space that is lost.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DraughtUse {
    /// Facility with the least water.
    pub facility: String,
    /// Its name.
    pub name: String,
    /// Ship of the service that keeps most of its payload.
    pub vehicle: String,
    /// Depth for a keel on the day, metres.
    pub depth_m: f64,
    /// Depth that the full ship needs, metres.
    pub wanted_m: f64,
    /// Payload of the full ship, tonnes.
    pub payload_t: f64,
    /// Payload that is left, tonnes.
    pub left_t: f64,
    /// Voyages that the lot takes at that payload.
    pub voyages: f64,
}

/// A permit on a way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PermitNeed {
    /// Permit row.
    pub permit: String,
    /// Name.
    pub name: String,
    /// Who grants it.
    pub authority: String,
    /// Median days from application to grant.
    pub lead_days: f64,
    /// 90th percentile.
    pub lead_days_p90: f64,
    /// Day on which it is asked for.
    pub asked_on: String,
    /// First day on which it is there (median).
    pub earliest: String,
    /// How much may be moved under it in a year; `None` = no limit is known.
    pub quota: Option<f64>,
    /// Unit of the quota; empty without one.
    pub quota_unit: String,
    /// Part of the quota that the lot takes, where the two have one unit.
    pub quota_share: Option<f64>,
    /// Rule that asks for it.
    pub rule: String,
}

/// Something taken out of the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Refused {
    /// What, as `table:id`.
    pub what: String,
    /// Name.
    pub name: String,
    /// Rule row, or a word such as `no-price`.
    pub rule: String,
    /// Whose rule it is.
    pub authority: String,
    /// Reason.
    pub reason: String,
    /// What would bring it back: a permit, a paper, a consent, a day.
    pub lifted_by: Vec<String>,
    /// How many arcs went.
    pub arcs: usize,
}

/// Why there is no way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct NoAnswer {
    /// In one sentence.
    pub reason: String,
    /// The refusals that, taken back one at a time, would open a way.
    pub cut: Vec<Refused>,
    /// What to try next.
    pub hint: String,
    /// Questions near to this one that have an answer.
    pub alternatives: Vec<Alternative>,
}

/// A question that differs in one thing and has an answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Alternative {
    /// What is different, as one would type it.
    pub change: String,
    /// In words.
    pub what: String,
    /// Its cheapest way, in one line.
    pub summary: String,
    /// Dollars of that way.
    pub cost: f64,
    /// Hours of that way, median.
    pub hours: f64,
    /// kg CO2e of that way.
    pub co2e_kg: f64,
}
