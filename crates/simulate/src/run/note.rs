//! What is noted of a replication.

use super::film::{Moved, Mover, Reel};
use super::goods::{Lot, PARTS};
use super::hours::Hours;
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
    /// Line of a ship.
    pub line: usize,
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
    /// Goods come off their ship.
    Lands,
    /// Goods take room; forced when they came off a ship.
    Enters {
        /// Position of the room.
        room: usize,
        /// How much, in millionths.
        micro: u64,
        /// Put down whether there was room or not.
        forced: bool,
    },
    /// Goods give room back, or send wagons back to their pool.
    Vacates {
        /// Position of the room.
        room: usize,
        /// How much, in millionths.
        micro: u64,
    },
    /// A turn at a station.
    Turn {
        /// Position of the station.
        station: usize,
        /// When it begins.
        begins: u64,
        /// When it ends.
        ends: u64,
    },
    /// Goods have arrived.
    Delivered,
    /// A ship berths.
    Berths {
        /// Position of the call.
        call: usize,
    },
    /// A ship that only waits gives its berth to another.
    GivesWay {
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
    /// Lots that a ban keeps with their senders, and that turned to another way.
    pub kept: i64,
    pub turned_away: u64,
    /// Hours of lots delivered.
    pub hours: Hours,
    pub sketch: Sketch,
    /// Of through goods, by week: pieces that set out, pieces off their first ship, pieces that arrived and their hours.
    pub weeks: Vec<[f64; 4]>,
    /// Mean hours by part.
    pub parts: [Hours; PARTS],
    /// Hours since the beginning at each ride: when it was ready for it, when it went aboard, when it came off.
    pub marks: Vec<[Sketch; 3]>,
    /// Pieces that have not done a step yet, by step: of those under way at the end.
    pub before: Vec<u64>,
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
    pub waits: Hours,
    pub sketch: Sketch,
    /// Of the pieces that wait, trucks.
    pub trucks: Series,
    /// Wagons, boxes and tonnes that went aboard, by week: trucks are not among them.
    pub boarded: Vec<f64>,
    /// Longest wait in hours of those who went aboard, by week.
    pub longest: Vec<f64>,
    /// Calls of ships, and hours that they waited off the port.
    pub calls: Hours,
}

/// A yard, a tank, a pool.
#[derive(Clone, Debug)]
pub(crate) struct RoomNoted {
    pub series: Series,
    pub mean: f64,
    pub most: f64,
    /// Hours that lots waited for it, and lots that still do.
    pub waits: Hours,
    pub waiting: u64,
    pub bans: u32,
    pub banned: f64,
    /// Lots with their senders at the end.
    pub kept: u64,
    pub over: f64,
}

/// Of one ship.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShipNoted {
    pub sailings: u64,
    pub load: Moments,
    pub off_port: f64,
    /// Sailings by line.
    pub lines: Vec<(usize, u32)>,
}

/// Everything noted of a replication.
#[derive(Clone)]
pub(crate) struct Noted {
    pub rows: Vec<RowNoted>,
    pub quays: Vec<Vec<QuayNoted>>,
    pub berths: Vec<Level>,
    pub ships: Vec<ShipNoted>,
    /// Share of the time at work, and hours waited, of each station.
    pub stations: Vec<(f64, Hours)>,
    pub rooms: Vec<RoomNoted>,
    /// Hours at each border.
    pub borders: Vec<(Hours, Sketch)>,
    pub events: u64,
    pub lots: u64,
    pub storms: f64,
    pub log: Vec<Happening>,
    pub film: Reel,
    /// A quay where Little's law does not hold.
    pub fault: Option<(usize, usize)>,
}

/// The notebook.
pub(super) struct Notes {
    rows: Vec<RowNoted>,
    quays: Vec<Vec<QuayNoted>>,
    berths: Vec<Level>,
    ships: Vec<ShipNoted>,
    pub stations: Vec<(f64, Hours)>,
    borders: Vec<(Hours, Sketch)>,
    lots: u64,
    pub storms: f64,
    /// Rows whose pieces are trucks.
    trucks: Vec<bool>,
    log: Option<Vec<Happening>>,
    film: Option<Reel>,
}

/// Slices of queues over time: weeks.
pub(super) const SLICE_HOURS: f64 = 168.0;

impl Notes {
    pub fn new(plan: &Plan, (log, film): (bool, bool)) -> Notes {
        let slices = (CLOCK.time(plan.end.0) / SLICE_HOURS).ceil() as usize;
        let row = |r: &crate::plan::Row| RowNoted {
            started: 0,
            delivered: 0,
            tonnes: 0.0,
            kept: 0,
            turned_away: 0,
            hours: Hours::default(),
            sketch: Sketch::default(),
            weeks: vec![[0.0; 4]; if r.background { 0 } else { slices }],
            parts: Default::default(),
            marks: vec![Default::default(); r.way.as_ref().filter(|_| r.marked).map_or(0, |w| w.rides_km.len())],
            before: vec![0; r.way.as_ref().map_or(0, |w| w.steps.len())],
        };
        let quay = QuayNoted {
            level: Level::default(),
            series: Series::new(CLOCK.span(SLICE_HOURS), slices),
            gone: 0,
            came: 0,
            came_of_gone: 0,
            here: 0,
            waits: Hours::default(),
            sketch: Sketch::default(),
            trucks: Series::new(CLOCK.span(SLICE_HOURS), slices),
            boarded: vec![0.0; slices],
            longest: vec![0.0; slices],
            calls: Hours::default(),
        };
        Notes {
            rows: plan.rows.iter().map(row).collect(),
            quays: plan.lines.list.iter().map(|l| vec![quay.clone(); l.calls.len()]).collect(),
            berths: vec![Level::default(); plan.lines.berths.len()],
            ships: vec![ShipNoted::default(); plan.lines.ships.len()],
            stations: Vec::new(),
            borders: vec![Default::default(); plan.places.borders.len()],
            lots: 0,
            storms: 0.0,
            trucks: plan
                .rows
                .iter()
                .map(|r| r.way.as_ref().is_some_and(|w| w.traffic.iter().any(|t| t.measures[3] > 0.0)))
                .collect(),
            log: log.then(Vec::new),
            film: film.then(Reel::default),
        }
    }

    pub fn started(&mut self, lot: &Lot) {
        self.rows[lot.row as usize].started += u64::from(lot.pieces);
        self.by_week(lot.came, lot, [1.0, 0.0, 0.0, 0.0]);
        self.lots += 1;
    }

    /// Adds so much a piece to the week of a moment.
    fn by_week(&mut self, now: Tick, lot: &Lot, each: [f64; 4]) {
        if let Some(sums) = self.rows[lot.row as usize].weeks.get_mut(week(now)) {
            sums.iter_mut().zip(each).for_each(|(s, e)| *s += f64::from(lot.pieces) * e);
        }
    }

    pub fn kept(&mut self, row: u32, by: i64) {
        self.rows[row as usize].kept += by;
    }

    pub fn turns_away(&mut self, row: u32) {
        self.rows[row as usize].turned_away += 1;
    }

    pub fn delivered(&mut self, now: Tick, lot: &Lot, plan: &Plan) {
        let row = &mut self.rows[lot.row as usize];
        row.delivered += u64::from(lot.pieces);
        if let Some(way) = &plan.rows[lot.row as usize].way {
            row.tonnes += way.tonnes * f64::from(lot.pieces) / f64::from(way.pieces.max(1));
        }
        let span = now.since(lot.came);
        row.hours.add(span);
        row.sketch.add(span);
        row.parts.iter_mut().zip(lot.parts).for_each(|(m, p)| m.add(p));
        self.by_week(now, lot, [0.0, 0.0, 1.0, CLOCK.time(span)]);
    }

    /// Ready for a ride.
    pub fn reached(&mut self, now: Tick, lot: &Lot, ride: usize) {
        if let Some(mark) = self.rows[lot.row as usize].marks.get_mut(ride) {
            mark[0].add(now.since(lot.came));
        }
    }

    /// Off a ship.
    pub fn lands(&mut self, now: Tick, lot: &Lot, ride: usize) {
        if ride == 0 {
            self.by_week(now, lot, [0.0, 1.0, 0.0, 0.0]);
        }
        if let Some(mark) = self.rows[lot.row as usize].marks.get_mut(ride) {
            mark[2].add(now.since(lot.came));
        }
    }

    pub fn waits(&mut self, now: Tick, (line, call): (usize, usize), (row, pieces): (u32, u32)) {
        let q = &mut self.quays[line][call];
        if self.trucks[row as usize] {
            q.trucks.add(now, f64::from(pieces));
        }
        q.level.add(now, f64::from(pieces));
        q.series.add(now, f64::from(pieces));
        q.here += u64::from(pieces);
        q.came += u128::from(pieces) * u128::from(now.0);
    }

    pub fn boards(&mut self, now: Tick, (line, call): (usize, usize), lot: (&Lot, usize), pieces: u32) {
        let since = lot.0.waits;
        let q = &mut self.quays[line][call];
        q.level.add(now, -f64::from(pieces));
        q.series.add(now, -f64::from(pieces));
        q.here -= u64::from(pieces);
        q.gone += u128::from(pieces) * u128::from(now.since(since));
        q.came_of_gone += u128::from(pieces) * u128::from(since.0);
        q.waits.add(now.since(since));
        q.sketch.add(now.since(since));
        let (week, is_truck) = (week(now), self.trucks[lot.0.row as usize]);
        if let Some((boarded, longest)) = q.boarded.get_mut(week).zip(q.longest.get_mut(week)) {
            *boarded += if is_truck { 0.0 } else { f64::from(pieces) };
            *longest = longest.max(CLOCK.time(now.since(since)));
        }
        if is_truck {
            q.trucks.add(now, -f64::from(pieces));
        }
        if let Some(mark) = self.rows[lot.0.row as usize].marks.get_mut(lot.1) {
            mark[1].add(now.since(lot.0.came));
        }
    }

    pub fn border(&mut self, border: u32, span: u64) {
        let border = border as usize;
        self.borders[border].0.add(span);
        self.borders[border].1.add(span);
    }

    pub fn berth(&mut self, now: Tick, berth: usize, by: f64) {
        self.berths[berth].add(now, by);
    }

    pub fn berthed(&mut self, (ship, line, call): (u32, usize, usize), waited: u64) {
        self.ships[ship as usize].off_port += CLOCK.time(waited);
        self.quays[line][call].calls.add(waited);
    }

    pub fn sails(&mut self, (ship, line): (u32, usize), load: f64) {
        let s = &mut self.ships[ship as usize];
        s.sailings += 1;
        s.load.add(load);
        match s.lines.iter_mut().find(|l| l.0 == line) {
            Some(known) => known.1 += 1,
            None => s.lines.push((line, 1)),
        }
    }

    pub fn log(&mut self, now: Tick, who: u32, lot: &Lot, deed: Deed) {
        if let Some(log) = &mut self.log {
            log.push(Happening { at: now.0, row: Some(lot.row), who, pieces: lot.pieces, line: 0, deed });
        }
    }

    /// How many lots have set out.
    pub fn lots(&self) -> u32 {
        self.lots as u32
    }

    /// A lot moves from a moment, over stretches of its way, until another.
    pub fn moves(&mut self, lot: &Lot, (begins, from, to): (u64, u32, u32), ends: Tick) {
        if let Some(film) = self.film.as_mut().filter(|_| ends.0 > begins) {
            let who = Mover::Lot { row: lot.row, number: lot.number, from: from as usize, to: to as usize };
            film.moves.push(Moved { begins, ends: ends.0, pieces: lot.pieces, who });
        }
    }

    /// A ship goes to sea.
    pub fn at_sea(&mut self, (begins, ends): (Tick, Tick), pieces: u32, who: Mover) {
        if let Some(film) = self.film.as_mut().filter(|_| ends > begins) {
            film.moves.push(Moved { begins: begins.0, ends: ends.0, pieces, who });
        }
    }

    /// Goods come to the queue of a port, or leave it.
    pub fn queue(&mut self, now: Tick, port: usize, by: i64) {
        if let Some(film) = &mut self.film {
            film.queues.push((now, port, by));
        }
    }

    pub fn log_ship(&mut self, now: Tick, ship: u32, (line, deed): (usize, Deed)) {
        if let Some(log) = &mut self.log {
            log.push(Happening { at: now.0, row: None, who: ship, pieces: 0, line, deed });
        }
    }

    /// Closes the notebook. `live` are row, next step and pieces of those under way.
    pub fn end(mut self, plan: &Plan, (rooms, live): (Vec<RoomNoted>, &[(u32, u32, u32)]), events: u64) -> Noted {
        for &(row, step, pieces) in live {
            let before = &mut self.rows[row as usize].before;
            before.iter_mut().skip(step as usize).for_each(|b| *b += u64::from(pieces));
        }
        let all = self.quays.iter().enumerate().flat_map(|(l, calls)| calls.iter().enumerate().map(move |(c, q)| (l, c, q)));
        let fault = all.into_iter().find(|(_, _, q)| !q.little(plan.end)).map(|(l, c, _)| (l, c));
        Noted {
            stations: self.stations,
            rows: self.rows,
            quays: self.quays,
            berths: self.berths,
            ships: self.ships,
            rooms,
            borders: self.borders,
            events,
            lots: self.lots,
            storms: self.storms,
            log: self.log.unwrap_or_default(),
            film: self.film.unwrap_or_default(),
            fault,
        }
    }
}

/// The week of a moment.
fn week(now: Tick) -> usize {
    (now.0 / (SLICE_HOURS * CLOCK.ticks) as u64) as usize
}

/// An amount in millionths, so that happenings can be compared.
pub(super) fn micro(amount: f64) -> u64 {
    (amount * 1e6).round() as u64
}

impl QuayNoted {
    /// Little's law: pieces over time are stays of those gone and of those still here.
    fn little(&self, end: Tick) -> bool {
        let stays = self.gone + u128::from(self.here) * u128::from(end.0) - (self.came - self.came_of_gone);
        (self.level.area(end) - stays as f64).abs() <= 1e-9 * (stays as f64).max(1.0)
    }
}
