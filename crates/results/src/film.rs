//! One replication as moves: what a screen needs to show goods and ships under way, and queues at ports as they grow.
//!
//! A move takes its goods or its ship over a stretch from one moment to another, at even speed. Between moves goods are handled or
//! wait, and a ship lies at the place where its last move ended. Columns, not rows: a year has some hundred thousand moves.

use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`Film`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// The first replication of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Film {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// First day; times count from its midnight.
    pub first: String,
    /// Hours from there to the end.
    pub hours: f64,
    /// Moments of moves are whole numbers of so many hours.
    pub step_hours: f64,
    /// Of so many lots one is shown, the same on its whole way; ships are shown all.
    pub one_in: u32,
    /// Where moves lead.
    pub stretches: Vec<Stretch>,
    /// Rows of demand and opening stock: id, and whether they move beside the through demand.
    pub rows: Vec<FilmRow>,
    /// Ships.
    pub ships: Vec<String>,
    /// Moves of goods on land, by their beginning; `who` is a row.
    pub goods: Moves,
    /// Moves of ships, by their beginning; `who` is a ship.
    pub sailings: Moves,
    /// A queue is told for each so many hours.
    pub queue_hours: f64,
    /// Goods that wait for a ship, by place.
    pub queues: Vec<PlaceQueue>,
}

/// A way that moves take, from place to place.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Stretch {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Links in the order in which they are passed; none where it is not known, then it is drawn straight.
    pub links: Vec<String>,
}

/// A row of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct FilmRow {
    /// Row of demand or state.
    pub row: String,
    /// Goods.
    pub cargo: String,
    /// Moves beside the through demand.
    pub background: bool,
}

/// Moves, column by column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Moves {
    /// When it begins.
    pub begins: Vec<u32>,
    /// How long it lasts.
    pub lasts: Vec<u32>,
    /// Position among the stretches.
    pub over: Vec<u32>,
    /// Row or ship, by position.
    pub who: Vec<u32>,
    /// Pieces that it takes.
    pub pieces: Vec<u32>,
}

/// Goods that wait for a ship at a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct PlaceQueue {
    /// Place.
    pub place: String,
    /// Pieces, mean of each slice of time.
    pub pieces: Vec<f64>,
}
