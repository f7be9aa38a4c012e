//! One replication.

mod film;
mod goods;
mod hours;
mod note;
mod quay;
mod room;
mod ships;
mod tramp;
mod turn;

pub(crate) use film::{Moved, Mover, Reel};
pub(crate) use goods::{ROOM, SHIPS};
pub(crate) use hours::Hours;
pub use note::{Deed, Happening};
pub(crate) use note::{Noted, RowNoted};

use crate::CLOCK;
use crate::plan::Plan;
use crate::plan::way::{Step, Task, Way};
use goods::Lot;
use keruen_events::random::Stream;
use keruen_events::{Agenda, Event, Model, Order, Tick};
use note::Notes;
use quay::Quay;
use room::Room;
use ships::{Berths, Ship};
use turn::Station;

/// A lot of a row comes.
const COMES: u8 = 0;
/// A lot has done a step.
const STEP: u8 = 1;
/// A lot may go aboard.
const BOARDABLE: u8 = 2;
/// Room is given back.
const GIVES: u8 = 3;
/// A ship arrives off a port, or tries again.
const ARRIVES: u8 = 4;
/// A ship's stay is over.
const READY: u8 = 5;
/// A ship looks whether it leaves.
const LEAVES: u8 = 6;
/// A ship in ballast without orders is where it waits for them.
const WAITS: u8 = 7;
/// Goods of a line on demand have waited long for a ship's load.
const CALL: u8 = 8;
/// A month begins.
const MONTH: u8 = 9;
/// A lot whose arrival was noted ahead has arrived: for the log alone.
const ARRIVED: u8 = 10;

/// How one replication is run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask {
    pub seed: u64,
    pub replication: u32,
    pub log: bool,
    /// Moves and queues are noted, for a film.
    pub film: bool,
    /// Ticks that the first in a queue has waited when others turn to another way; `None` = never.
    pub divert: Option<u64>,
}

/// Everything that changes.
pub(crate) struct World<'p> {
    plan: &'p Plan,
    ask: Ask,
    ways: Vec<Option<&'p Way>>,
    courses: Vec<Course<'p>>,
    lots: Vec<Lot>,
    /// Lots that have arrived, to be used again.
    free: Vec<u32>,
    /// Arrivals noted when their last work began, which came up as events for the log alone.
    told_before: u64,
    month: usize,
    month_ends: Tick,
    stations: Vec<Station>,
    rooms: Vec<Room>,
    /// Room on its way back: which, and how much.
    coming_back: Vec<(usize, f64)>,
    /// Places of those given back, to be used again.
    came_back: Vec<u32>,
    permits: Vec<Vec<goods::Grant>>,
    ships: Vec<Ship>,
    /// Ships by departure rule that are at a call or on the way there, by line.
    heading: Vec<Vec<u32>>,
    /// Ships without orders, by fleet.
    idle: Vec<Vec<u32>>,
    quays: Vec<Vec<Quay>>,
    /// Empty lists that loading uses again and again: room by slot, and lots that do not fit.
    loading: (Vec<f64>, Vec<u32>),
    berths: Vec<Berths>,
    storms: Vec<Vec<(Tick, Tick)>>,
    arrivals: Vec<Stream>,
    notes: Notes,
}

/// What the lots of a row need whenever they go on, in one place.
struct Course<'p> {
    steps: &'p [Step],
    tasks: &'p [Task],
    work: Stream,
}

impl<'p> Course<'p> {
    fn new(way: Option<&'p Way>, work: Stream) -> Course<'p> {
        let (steps, tasks) = way.map_or((&[][..], &[][..]), |w| (&w.steps, &w.tasks));
        Course { steps, tasks, work }
    }
}

/// Runs a replication to its end.
pub(crate) fn once(plan: &Plan, ask: Ask) -> Noted {
    let mut agenda = Agenda::default();
    let mut world = World::new(plan, ask);
    for &month in plan.months.iter().filter(|&&m| m < plan.end) {
        agenda.at(month, Order::FIRST, Event::new(MONTH, 0));
    }
    for row in 0..plan.rows.len() as u32 {
        world.announce(Tick(0), row, &mut agenda);
    }
    let sails = |s: &crate::plan::fleet::Ship| !s.fixed || plan.used[s.line];
    for (ship, _) in plan.lines.ships.iter().enumerate().filter(|x| sails(x.1)) {
        world.begin(ship as u32, &mut agenda);
    }
    keruen_events::run(&mut world, &mut agenda, plan.end);
    world.end(agenda.happened())
}

impl<'p> World<'p> {
    fn new(plan: &'p Plan, ask: Ask) -> World<'p> {
        let stream = |what: &str, id: &str| Stream::new(ask.seed, Stream::purpose(&[what, id]), ask.replication);
        let lines = &plan.lines;
        World {
            plan,
            ask,
            ways: plan.rows.iter().map(|r| r.way.as_ref()).collect(),
            courses: plan.rows.iter().map(|r| Course::new(r.way.as_ref(), stream("work", &r.id))).collect(),
            lots: Vec::new(),
            free: Vec::new(),
            told_before: 0,
            month: 0,
            month_ends: plan.month_ends(0),
            stations: plan.stations.iter().map(Station::new).collect(),
            rooms: plan.places.rooms.iter().map(|r| Room::new(r, plan.end)).collect(),
            coming_back: Vec::new(),
            came_back: Vec::new(),
            permits: plan
                .rows
                .iter()
                .map(|r| vec![goods::Grant::default(); r.way.as_ref().map_or(0, |w| w.permits.len())])
                .collect(),
            ships: lines.ships.iter().map(|s| Ship::new(s, ask.seed, ask.replication)).collect(),
            heading: lines.list.iter().map(|l| vec![0; l.calls.len()]).collect(),
            idle: vec![Vec::new(); lines.fleets.len()],
            quays: lines.list.iter().map(|l| l.calls.iter().map(|_| Quay::new(l.slots.len())).collect()).collect(),
            loading: Default::default(),
            berths: lines.berths.iter().map(Berths::new).collect(),
            storms: plan.weather.draw(ask.seed, ask.replication, plan.end),
            arrivals: plan.rows.iter().map(|r| stream("arrivals", &r.id)).collect(),
            notes: Notes::new(plan, (ask.log, ask.film)),
        }
    }

    /// When the weather of a region lets ships pass: now, or the end of the storm that is on.
    fn open_from(&self, region: Option<usize>, now: Tick) -> Tick {
        let Some(storms) = region.map(|r| &self.storms[r]) else { return now };
        let next = storms.partition_point(|s| s.1 <= now);
        storms.get(next).filter(|s| s.0 <= now).map_or(now, |s| s.1)
    }

    fn end(mut self, events: u64) -> Noted {
        let end = self.plan.end;
        let mut gone = vec![false; self.lots.len()];
        self.free.iter().for_each(|&i| gone[i as usize] = true);
        let live = self.lots.iter().zip(gone).filter(|x| !x.1);
        let steps: Vec<(u32, u32, u32)> = live.map(|(l, _)| (l.row, l.step, l.pieces)).collect();
        let rooms = self.rooms.iter().map(|r| r.noted(end)).collect();
        self.notes.stations = self.stations.iter().map(|s| (s.worked as f64 / end.0.max(1) as f64, s.waits)).collect();
        let storms: u64 = self.storms.iter().flatten().map(|s| s.1.min(end).since(s.0)).sum();
        self.notes.storms = CLOCK.time(storms);
        self.notes.end(self.plan, (rooms, &steps), events - self.told_before)
    }
}

impl Model for World<'_> {
    #[inline]
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        match event.kind() {
            STEP => self.advance(now, event.index(), agenda),
            _ => self.seldom(now, event, agenda),
        }
    }

    /// A lot that goes on soon: first itself, then its step. What is not a step of a lot touches some lot too: to ask would cost more,
    /// since nobody can foretell the answer.
    #[inline]
    fn soon(&self, event: Event, after: usize) {
        let Some(lot) = self.lots.get(event.index() as usize) else { return };
        if after == 2 {
            std::hint::black_box(lot.step);
        } else if after == 1
            && let Some(course) = self.courses.get(lot.row as usize)
            && let Some(step) = course.steps.get(lot.step as usize)
        {
            std::hint::black_box(std::mem::discriminant(step));
        }
    }
}

impl World<'_> {
    /// Everything but a step of a lot.
    #[inline(never)]
    fn seldom(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let index = event.index();
        match event.kind() {
            COMES => self.comes(now, event, agenda),
            BOARDABLE => self.boardable(now, index, agenda),
            GIVES => self.comes_back(now, index, agenda),
            ARRIVES => self.arrives(now, index, agenda),
            READY => self.ready(now, index, agenda),
            WAITS => self.waits_for_orders(now, event, agenda),
            CALL => self.waited_long(now, index, agenda),
            ARRIVED => self.arrived(now, index),
            MONTH => self.new_month(),
            _ => self.leaves(now, index, agenda),
        }
    }
}
