//! The answer to "what really happens, with queues, weather and ships that leave when full?".

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`SimulateAnswer`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 3;

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
    /// Yards, tanks and pools of wagons that bound or held something.
    pub rooms: Vec<RoomUse>,
    /// Hours and charges at borders (CPMM indicators 1 and 2).
    pub borders: Vec<BorderTimes>,
    /// Cost and speed by mode (CPMM indicators 3 and 4).
    pub sections: Vec<Section>,
    /// What passed over each link, service and operation.
    pub traffic: Vec<Traffic>,
    /// Hours of storms, added over regions.
    pub storm_hours: Estimate,
    /// Storms of the first replication.
    pub storms: Vec<Storm>,
    /// Events handled in all replications.
    pub events: u64,
    /// Lots that set out in all replications.
    pub lots: u64,
    /// Days after which a lot is late, where they were told.
    pub promised_days: Option<f64>,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// Lots that a loading ban keeps with their senders at the end, and lots that turned to another way.
    pub kept: Estimate,
    /// Lots that a ban or a queue turned to another way of the same wish.
    pub turned_away: Estimate,
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
    /// Waiting for room, wagons or permits.
    pub room: f64,
    /// Share of the lots that arrived within the promised days, where they were told.
    pub in_time: Option<f64>,
    /// Along the way: kilometres behind, and hours since setting out.
    pub marks: Vec<Mark>,
    /// How the lots that arrived spread over hours; `None` of nothing.
    pub spread: Option<Spread>,
    /// Week by week, mean over replications; none of background goods.
    pub weeks: Vec<RowWeek>,
}

/// A week of a row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct RowWeek {
    /// Pieces that set out.
    pub started: f64,
    /// Pieces that came off their first ship.
    pub landed: f64,
    /// Pieces that arrived.
    pub arrived: f64,
    /// Mean hours on the way of those; nought where none did.
    pub hours: f64,
}

/// A histogram with bins of one width: the first holds what is below it too, the last what is above.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Spread {
    /// Hours at which the first bin begins.
    pub from_hours: f64,
    /// Hours of a bin.
    pub width_hours: f64,
    /// Share of the lots in each bin.
    pub shares: Vec<f64>,
}

/// A point of a way in a time-distance chart.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Mark {
    /// Place, and what happens there: ready, aboard, ashore, arrived.
    pub place: String,
    /// Kilometres behind.
    pub km: f64,
    /// Hours that one in ten does not exceed.
    pub p10: f64,
    /// Half of them.
    pub p50: f64,
    /// Nine in ten.
    pub p90: f64,
}

/// Room in a yard or tank, or wagons of a pool.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RoomUse {
    /// Resource.
    pub room: String,
    /// How much there is.
    pub capacity: f64,
    /// Mean over time.
    pub mean: Estimate,
    /// Most at one moment.
    pub most: Estimate,
    /// Hours that a lot which had to wait for room did.
    pub hours: Estimate,
    /// Lots that wait for room at the end.
    pub waiting: Estimate,
    /// Bans that began.
    pub bans: Estimate,
    /// Days under a ban.
    pub banned_days: Estimate,
    /// Lots with their senders at the end.
    pub kept: Estimate,
    /// Most beyond what there is room for, put down off ships.
    pub over: Estimate,
    /// What lies there and what waits for room, mean of each week.
    pub by_week: Vec<f64>,
    /// What waits for room grows as long as one watches: no mean of a wait holds beyond this run.
    pub drifts: bool,
}

/// A closed spell of a region, in hours from the first day.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Storm {
    /// Region.
    pub region: String,
    /// It begins.
    pub from_hours: f64,
    /// It ends.
    pub to_hours: f64,
}

/// A border.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BorderTimes {
    /// Facility.
    pub border: String,
    /// Hours of a lot, the wait for its turn included.
    pub hours: Estimate,
    /// Half of them within.
    pub p50: Option<f64>,
    /// Nine in ten within.
    pub p90: Option<f64>,
    /// US dollars of a lot.
    pub usd: f64,
    /// Lots.
    pub lots: Estimate,
}

/// One mode of the through ways, weighed by tonnes.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Section {
    /// `rail`, `road` or `sea`: the mode of most of the kilometres.
    pub mode: String,
    /// US dollars for 500 km and 20 t, all charges of the way.
    pub usd: f64,
    /// km/h while moving.
    pub speed_moving: f64,
    /// km/h from door to door.
    pub speed: f64,
    /// Tonnes behind the figures.
    pub tonnes: f64,
}

/// What passed over a row of the network, mean over replications.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Traffic {
    /// `table:id`.
    pub what: String,
    /// `forth` or `back`.
    pub direction: String,
    /// Cargo.
    pub cargo: String,
    /// Tonnes.
    pub tonnes: f64,
    /// TEU.
    pub teu: f64,
    /// Wagons.
    pub wagons: f64,
    /// Trucks.
    pub trucks: f64,
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
    /// Half of them within; `None` of nothing.
    pub p50: Option<f64>,
    /// Nine in ten within.
    pub p90: Option<f64>,
    /// Lots that went aboard, over all replications.
    pub count: u64,
    /// Pieces waiting at the end.
    pub at_end: Estimate,
    /// Mean of each week.
    pub by_week: Vec<f64>,
    /// Lowest and highest week's mean of nine replications in ten.
    pub low_by_week: Vec<f64>,
    /// The same, high.
    pub high_by_week: Vec<f64>,
    /// Wagons, boxes and tonnes that went aboard, each week; trucks are not among them.
    pub boarded_by_week: Vec<f64>,
    /// Of the pieces that wait, trucks: mean of each week.
    pub trucks_by_week: Vec<f64>,
    /// Days that the longest waiting of those who went aboard had waited, each week.
    pub longest_days_by_week: Vec<f64>,
    /// Calls of ships.
    pub calls: Estimate,
    /// Hours that a ship waits off the port, for weather and a berth.
    pub off_port_hours: Estimate,
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
    /// Service that it sailed most.
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
