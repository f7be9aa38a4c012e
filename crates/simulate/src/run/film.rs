//! Moves and queues as they come about, for a film.

use keruen_events::Tick;

/// Who moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mover {
    /// A lot of a row, over some stretches of its way; lots are numbered as they set out.
    Lot { row: u32, number: u32, from: usize, to: usize },
    /// A ship, from a call of a line to the next, or to the one before.
    Ship { ship: u32, line: usize, call: usize, forth: bool },
    /// A ship in ballast, from port to port.
    Ballast { ship: u32, from: usize, to: usize },
}

/// A move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moved {
    pub begins: u64,
    pub ends: u64,
    pub pieces: u32,
    pub who: Mover,
}

/// What is noted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reel {
    pub moves: Vec<Moved>,
    /// Moment, port, pieces that come to a queue or leave it.
    pub queues: Vec<(Tick, usize, i64)>,
}
