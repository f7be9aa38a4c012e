//! What is noted of a replication.

use super::goods::{Lot, PARTS};
use crate::CLOCK;
use crate::plan::Plan;
use keruen_events::Tick;
use keruen_events::stats::{Level, Moments, Series, Sketch};

/// Something that happened, for a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Ticks since the beginning of the first day, thousandths of a second.
    pub at: u64,
    /// Row of demand or opening stock by its position in the answer; `None` of ships.
    pub row: Option<u32>,
    /// Number of the lot, or of the ship; numbers of delivered lots are used again.
    pub who: u32,
    /// Pieces of the lot.
    pub pieces: u32,
    /// What.
    pub deed: Deed,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Goods are ready for a line at a call.
    ReadyFor {
        /// Position of the line.
        line: usize,
        /// Position of the call.
        call: usize,
    },
    /// Goods go aboard.
    Boards {
        /// Ship.
        ship: u32,
    },
    /// Goods have arrived.
    Delivered,
    /// A ship berths.
    Berths {
        /// Position of the call.
        call: usize,
    },
    /// A ship leaves.
    Leaves {
        /// Position of the call.
        call: usize,
    },
}

/// Of one row.
#[derive(Clone, Debug)]
pub(crate) struct RowNoted {
    pub started: u64,
    pub delivered: u64,
    pub tonnes: f64,
    /// Hours of what was delivered, by piece.
    pub hours: Moments,
    pub sketch: Sketch,
    /// Mean hours by part, by piece.
    pub parts: [Moments; PARTS],
}

/// A quay: pieces that wait.
#[derive(Clone, Debug)]
pub(crate) struct QuayNoted {
    pub level: Level,
    pub series: Series,
    /// Ticks waited, times pieces, of those who have gone; and pieces, with the sum of the moments at which they came.
    gone: u128,
    came: u128,
    came_of_gone: u128,
    pub here: u64,
    pub waits: Moments,
}

/// Everything noted of a replication.
pub(crate) struct Noted {
    pub rows: Vec<RowNoted>,
    pub quays: Vec<Vec<QuayNoted>>,
    pub berths: Vec<Level>,
    /// Sailings, mean load, and hours off ports of each ship.
    pub ships: Vec<(u64, Moments, f64)>,
    /// Share of the time at work, and hours waited, of each station.
    pub stations: Vec<(f64, Moments)>,
    pub events: u64,
    pub log: Vec<Happening>,
    /// A quay where Little's law does not hold.
    pub fault: Option<(usize, usize)>,
}

/// The notebook.
pub(super) struct Notes {
    rows: Vec<RowNoted>,
    quays: Vec<Vec<QuayNoted>>,
    berths: Vec<Level>,
    ships: Vec<(u64, Moments, f64)>,
    pub station_work: Vec<u64>,
    station_waits: Vec<Moments>,
    log: Option<Vec<Happening>>,
}

/// Slices of queues over time: weeks.
const SLICE_HOURS: f64 = 168.0;

impl Notes {
    pub fn new(plan: &Plan, log: bool) -> Notes {
        let slices = (CLOCK.time(plan.end.0) / SLICE_HOURS).ceil() as usize;
        let row = RowNoted {
            started: 0,
            delivered: 0,
            tonnes: 0.0,
            hours: Moments::default(),
            sketch: Sketch::default(),
            parts: Default::default(),
        };
        let quay = QuayNoted {
            level: Level::default(),
            series: Series::new(CLOCK.span(SLICE_HOURS), slices),
            gone: 0,
            came: 0,
            came_of_gone: 0,
            here: 0,
            waits: Moments::default(),
        };
        Notes {
            rows: vec![row; plan.rows.len()],
            quays: plan.lines.list.iter().map(|l| vec![quay.clone(); l.calls.len()]).collect(),
            berths: vec![Level::default(); plan.lines.berths.len()],
            ships: vec![(0, Moments::default(), 0.0); plan.lines.ships.len()],
            station_work: vec![0; plan.stations.len()],
            station_waits: vec![Moments::default(); plan.stations.len()],
            log: log.then(Vec::new),
        }
    }

    pub fn started(&mut self, _now: Tick, lot: &Lot, _plan: &Plan) {
        self.rows[lot.row as usize].started += u64::from(lot.pieces);
    }

    pub fn delivered(&mut self, now: Tick, lot: &Lot, plan: &Plan) {
        let row = &mut self.rows[lot.row as usize];
        row.delivered += u64::from(lot.pieces);
        if let Some(way) = &plan.rows[lot.row as usize].way {
            row.tonnes += way.tonnes * f64::from(lot.pieces) / f64::from(way.pieces.max(1));
        }
        let span = now.since(lot.came);
        row.hours.add(CLOCK.time(span));
        row.sketch.add(span);
        row.parts.iter_mut().zip(lot.parts).for_each(|(m, p)| m.add(CLOCK.time(p)));
    }

    pub fn waits(&mut self, now: Tick, (line, call): (usize, usize), pieces: u32) {
        let q = &mut self.quays[line][call];
        q.level.add(now, f64::from(pieces));
        q.series.add(now, f64::from(pieces));
        q.here += u64::from(pieces);
        q.came += u128::from(pieces) * u128::from(now.0);
    }

    pub fn boards(&mut self, now: Tick, (line, call): (usize, usize), since: Tick, pieces: u32) {
        let q = &mut self.quays[line][call];
        q.level.add(now, -f64::from(pieces));
        q.series.add(now, -f64::from(pieces));
        q.here -= u64::from(pieces);
        q.gone += u128::from(pieces) * u128::from(now.since(since));
        q.came_of_gone += u128::from(pieces) * u128::from(since.0);
        q.waits.add(CLOCK.time(now.since(since)));
    }

    pub fn turned(&mut self, station: usize, (asked, begins): (Tick, Tick), span: u64, end: Tick) {
        self.station_waits[station].add(CLOCK.time(begins.since(asked)));
        self.station_work[station] += span.min(end.since(begins));
    }

    pub fn berth(&mut self, now: Tick, berth: usize, by: f64) {
        self.berths[berth].add(now, by);
    }

    pub fn berthed(&mut self, ship: u32, waited: u64) {
        self.ships[ship as usize].2 += CLOCK.time(waited);
    }

    pub fn sails(&mut self, ship: u32, load: f64) {
        self.ships[ship as usize].0 += 1;
        self.ships[ship as usize].1.add(load);
    }

    pub fn log(&mut self, now: Tick, who: u32, lot: &Lot, deed: Deed) {
        if let Some(log) = &mut self.log {
            log.push(Happening { at: now.0, row: Some(lot.row), who, pieces: lot.pieces, deed });
        }
    }

    pub fn log_ship(&mut self, now: Tick, ship: u32, deed: Deed) {
        if let Some(log) = &mut self.log {
            log.push(Happening { at: now.0, row: None, who: ship, pieces: 0, deed });
        }
    }

    pub fn end(self, plan: &Plan, busy: &[f64], events: u64) -> Noted {
        let hours = CLOCK.time(plan.end.0);
        let all = self.quays.iter().enumerate().flat_map(|(l, calls)| calls.iter().enumerate().map(move |(c, q)| (l, c, q)));
        let fault = all.into_iter().find(|(_, _, q)| !q.little(plan.end)).map(|(l, c, _)| (l, c));
        Noted {
            rows: self.rows,
            quays: self.quays,
            berths: self.berths,
            ships: self.ships,
            stations: busy.iter().zip(self.station_waits).map(|(b, w)| (b / hours, w)).collect(),
            events,
            log: self.log.unwrap_or_default(),
            fault,
        }
    }
}

impl QuayNoted {
    /// Little's law: pieces over time are stays of those gone and of those still here.
    fn little(&self, end: Tick) -> bool {
        let stays = self.gone + u128::from(self.here) * u128::from(end.0) - (self.came - self.came_of_gone);
        (self.level.area(end) - stays as f64).abs() <= 1e-9 * (stays as f64).max(1.0)
    }
}
