//! The answer to "what really happens, with queues, weather and ships that leave when full?".

use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`SimulateAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Times, queues and use, over all replications.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SimulateAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What was asked.
    pub question: SimulateAsked,
    /// Each row of demand and of opening stock.
    pub rows: Vec<RowTimes>,
    /// Where goods wait for a vehicle.
    pub queues: Vec<Queue>,
    /// Berths and how much of them is taken.
    pub berths: Vec<BerthUse>,
    /// Ships and what they did.
    pub ships: Vec<ShipUse>,
    /// Whatever is scarce by the day, the busiest first.
    pub stations: Vec<StationUse>,
    /// Events handled in all replications.
    pub events: u64,
    /// Remarks on the answer as a whole.
    pub notes: Vec<String>,
}

/// The question, as understood.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SimulateAsked {
    /// First day.
    pub first: String,
    /// Last day, included.
    pub last: String,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// Replications asked for, and finished.
    pub replications: u32,
    /// Finished ones.
    pub finished: u32,
    /// Seed.
    pub seed: u64,
}

/// A mean over replications with half of its interval of 95 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Estimate {
    /// Mean.
    pub mean: f64,
    /// Half of the interval; `None` of one replication.
    pub half: Option<f64>,
}

/// How long the goods of a row take.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RowTimes {
    /// Row of demand or state.
    pub row: String,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Goods.
    pub cargo: String,
    /// Moves beside the through demand.
    pub background: bool,
    /// Why nothing moves; `None` where something does.
    pub no_way: Option<String>,
    /// Goes by its outside option.
    pub outside: bool,
    /// Pieces that set out.
    pub started: Estimate,
    /// Pieces that arrived.
    pub delivered: Estimate,
    /// Pieces still under way at the end.
    pub under_way: Estimate,
    /// Tonnes that arrived.
    pub tonnes: Estimate,
    /// Hours of a lot that arrived.
    pub hours: Estimate,
    /// Hours that one in ten does not exceed; `None` of nothing.
    pub p10: Option<f64>,
    /// Half of them.
    pub p50: Option<f64>,
    /// Nine in ten.
    pub p90: Option<f64>,
    /// Mean hours moving.
    pub moving: f64,
    /// Handled.
    pub handling: f64,
    /// At borders.
    pub border: f64,
    /// Waiting for a turn at whatever is scarce by the day.
    pub turns: f64,
    /// Waiting for a vehicle.
    pub waiting: f64,
}

/// Goods that wait for a line at a call.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Queue {
    /// Service.
    pub service: String,
    /// Place.
    pub at: String,
    /// Pieces waiting, mean over time.
    pub mean: Estimate,
    /// Most at one moment, mean over replications.
    pub most: Estimate,
    /// Hours waited.
    pub hours: Estimate,
    /// Pieces waiting at the end.
    pub at_end: Estimate,
    /// Mean of each week.
    pub by_week: Vec<f64>,
    /// The queue grows as long as one watches: no mean holds beyond this run.
    pub drifts: bool,
}

/// Berths of one resource.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BerthUse {
    /// Resource.
    pub berth: String,
    /// How many.
    pub count: u32,
    /// Share taken over time.
    pub share: Estimate,
}

/// One ship.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ShipUse {
    /// Fleet and number.
    pub ship: String,
    /// Service.
    pub service: String,
    /// Departures.
    pub sailings: Estimate,
    /// Share of what would be full first, mean over departures.
    pub load: Estimate,
    /// Hours off ports, for weather and berths.
    pub off_port_hours: Estimate,
}

/// Something scarce by the day.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct StationUse {
    /// Resource and direction.
    pub resource: String,
    /// Share of the time at work.
    pub share: Estimate,
    /// Hours that a lot waits for its turn.
    pub hours: Estimate,
}
