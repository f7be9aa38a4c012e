//! What a lot of oil meets on a way: tankers, pipelines, the blend it comes out in; and the netback of any lot.

use crate::figure::Range;
use serde::Serialize;
use utoipa::ToSchema;

/// Terms of an oil lot on a way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OilLot {
    /// Voyages by tanker.
    pub tankers: Vec<TankerUse>,
    /// Pipelines.
    pub pipes: Vec<PipeUse>,
    /// Cargo that is delivered: the stream of the last mixed pipeline, else the cargo itself.
    pub delivered: String,
}

/// A ride by tanker.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct TankerUse {
    /// Leg of the way, counted from 0.
    pub leg: usize,
    /// Service.
    pub service: String,
    /// Least lot taken.
    pub minimum_lot_t: Option<f64>,
    /// Load of the largest ship of the service's fleets.
    pub largest_ship_t: Option<f64>,
    /// Voyages of the largest ship that the lot needs.
    pub voyages: Option<f64>,
    /// Tonnage of the service's fleets by country of the owner, largest first. Ships may be shared with other lines.
    pub tonnage: Vec<Tonnage>,
}

/// Ships of one country.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Tonnage {
    /// Country of the owner; empty where the tables do not say.
    pub country: String,
    /// Ships.
    pub ships: f64,
    /// Sum of their largest loads.
    pub tonnes: f64,
    /// Part of all.
    pub share: f64,
}

/// A pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PipeUse {
    /// Leg of the way, counted from 0.
    pub leg: usize,
    /// Link.
    pub link: String,
    /// Name.
    pub name: String,
    /// Least lot taken.
    pub minimum_lot_t: Option<f64>,
    /// Days from injection to delivery: the time in which the flow moves one line fill.
    pub line_fill_days: f64,
    /// The stream that the lot is mixed into; `None` where the tables name none.
    pub stream: Option<Stream>,
}

/// A mixed stream.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Stream {
    /// Cargo that comes out.
    pub cargo: String,
    /// Tonnes a year, by the newest whole year counted at the link up to the day; `None` where none was.
    pub flow_t: Option<f64>,
    /// Observation it rests on.
    pub observation: String,
    /// Tonnes in the line: flow x days.
    pub line_fill_t: Option<f64>,
    /// Most of such crude that the stream bears.
    pub limit: Option<BlendLimit>,
}

/// A quota on a link that the lot counts against.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BlendLimit {
    /// Resource row.
    pub resource: String,
    /// Name.
    pub name: String,
    /// Tonnes in its period.
    pub amount_t: f64,
    /// Period.
    pub per: String,
    /// What is not known about it.
    pub range: Option<Range>,
    /// Part of the quota that the lot takes.
    pub lot_share: f64,
    /// Part of the stream that the quota is, where the stream is known: the blend ratio.
    pub blend_ratio: Option<f64>,
    /// Sulphur of the mixture at that ratio, % by mass.
    pub sulphur: Option<f64>,
    /// Density of the mixture at that ratio, t/m3.
    pub density: Option<f64>,
}

/// Price at the destination less everything paid on the way, for a tonne.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Netback {
    /// Market row.
    pub market: String,
    /// Cargo that is sold.
    pub cargo: String,
    /// Price of a unit in dollars.
    pub price: f64,
    /// What is not known about the price.
    pub price_range: Option<Range>,
    /// How the price came about.
    pub price_method: String,
    /// Cost of the way for a unit, in dollars.
    pub cost: f64,
    /// Netback for a unit, in dollars.
    pub amount: f64,
    /// Low price less high cost, high price less low cost.
    pub range: Option<Range>,
    /// Unit.
    pub unit: String,
    /// Price year of the price.
    pub price_year: i32,
}
