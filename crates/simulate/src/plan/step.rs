//! What a lot does on its way, one thing after the other.

use keruen_events::random::Law;

/// On what the time of a step is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Moving,
    Handling,
    Border,
}

/// Work that takes its time, whoever else is there: a time and so much more for each piece. In one line of the processor's cache.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(crate) struct Task {
    pub part: Part,
    pub time: Law,
    pub each: f64,
    /// Border whose hours these are.
    pub border: Option<u32>,
    /// Stretch of the way that it moves over.
    pub over: Option<u32>,
}

/// One step.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Tasks of the way one after the other: from one, to another that is not among them.
    Work { from: u32, to: u32 },
    /// Waits for its turn at a station, which works so much for each piece.
    Turn { station: usize, each: f64 },
    /// Waits for opening hours.
    Open { hours: usize },
    /// Waits for room, and takes it. Goods off a ship are put down whether there is room or not.
    Take { store: usize, each: f64, may_wait: bool },
    /// Gives room back, after so many ticks.
    Give { store: usize, each: f64, after: u64 },
    /// Waits for a vehicle and rides it. Boxed, since a step is short where rides are left out.
    Ride(Box<Ride>),
}

/// From one stop of a line to another; takes so much of its slots for each piece, and gives room back when it goes aboard.
#[derive(Clone, Debug)]
pub(crate) struct Ride {
    pub line: usize,
    pub from: usize,
    pub to: usize,
    pub takes: Vec<f64>,
    pub gives: Vec<(usize, f64)>,
}
