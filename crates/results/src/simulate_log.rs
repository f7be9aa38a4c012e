//! What happened in one replication, event by event: for a checker, a film, or a spreadsheet.

use serde::Serialize;

/// Version of the shape of [`EventLog`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// A log in the order in which things happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventLog {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// First day; times count from its midnight.
    pub first: String,
    /// Last day, included.
    pub last: String,
    /// Seed and replication.
    pub seed: u64,
    /// Replication.
    pub replication: u32,
    /// What happened.
    pub entries: Vec<Entry>,
}

/// One thing that happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Milliseconds since the beginning of the first day.
    pub at_ms: u64,
    /// What.
    pub deed: Deed,
    /// Row of demand or opening stock; empty of ships.
    pub row: String,
    /// Number of the lot: those of delivered lots are given again.
    pub lot: u32,
    /// Pieces of the lot.
    pub pieces: u32,
    /// Ship, where one is meant.
    pub ship: String,
    /// Service, where one is meant.
    pub service: String,
    /// Place of a call.
    pub place: String,
    /// Resource: berth, room, station.
    pub resource: String,
    /// How much of it a lot takes: room in its unit, a turn in milliseconds.
    pub amount: f64,
    /// When a turn begins.
    pub begins_ms: u64,
}

/// What can happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Goods are ready for a service.
    #[default]
    Ready,
    /// Goods go aboard.
    Boards,
    /// Goods come off.
    Lands,
    /// Goods take room.
    Enters,
    /// Goods off a ship are put down whether there is room or not.
    Forced,
    /// Goods give room back; wagons set out for their pool.
    Vacates,
    /// Goods have their turn at a station.
    Turn,
    /// Goods have arrived.
    Delivered,
    /// A ship takes a berth.
    Berths,
    /// A ship that only waits gives its berth to another.
    GivesWay,
    /// A ship leaves.
    Leaves,
}

impl Deed {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Deed::Ready => "ready",
            Deed::Boards => "boards",
            Deed::Lands => "lands",
            Deed::Enters => "enters",
            Deed::Forced => "forced",
            Deed::Vacates => "vacates",
            Deed::Turn => "turn",
            Deed::Delivered => "delivered",
            Deed::Berths => "berths",
            Deed::GivesWay => "gives-way",
            Deed::Leaves => "leaves",
        }
    }
}
