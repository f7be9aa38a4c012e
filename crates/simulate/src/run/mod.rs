//! One replication.

mod goods;
mod note;
mod ships;

pub use note::{Deed, Happening};
pub(crate) use note::{Noted, RowNoted};

use crate::CLOCK;
use crate::plan::Plan;
use goods::Lot;
use keruen_events::random::Stream;
use keruen_events::recursion::Station;
use keruen_events::{Agenda, Event, Model, Order, Tick};
use note::Notes;
use ships::{Quay, Ship};

/// A lot of a row comes.
const COMES: u8 = 0;
/// A lot has done a step.
const STEP: u8 = 1;
/// A ship arrives off a port, or tries again.
const ARRIVES: u8 = 2;
/// A ship's stay is over.
const READY: u8 = 3;
/// A ship looks whether it leaves.
const LEAVES: u8 = 4;

/// Everything that changes.
pub(crate) struct World<'p> {
    plan: &'p Plan,
    lots: Vec<Lot>,
    /// Lots that have arrived, to be used again.
    free: Vec<u32>,
    stations: Vec<Station>,
    ships: Vec<Ship>,
    quays: Vec<Vec<Quay>>,
    berths: Vec<ships::Berths>,
    storms: Vec<Vec<(Tick, Tick)>>,
    arrivals: Vec<Stream>,
    work: Vec<Stream>,
    notes: Notes,
}

/// Runs a replication to its end.
pub(crate) fn once(plan: &Plan, seed: u64, replication: u32, log: bool) -> Noted {
    let mut agenda = Agenda::default();
    let mut world = World::new(plan, seed, replication, log);
    for row in 0..plan.rows.len() as u32 {
        world.announce(Tick(0), row, &mut agenda);
    }
    for ship in 0..plan.ships() as u32 {
        agenda.at(Tick(0), Order::USUAL, Event::new(ARRIVES, ship));
    }
    keruen_events::run(&mut world, &mut agenda, plan.end);
    let busy = world.stations_busy();
    world.notes.end(plan, &busy, agenda.happened())
}

impl Plan {
    fn ships(&self) -> usize {
        self.lines.ships.len()
    }
}

impl<'p> World<'p> {
    fn new(plan: &'p Plan, seed: u64, replication: u32, log: bool) -> World<'p> {
        let stream = |what: &str, id: &str| Stream::new(seed, Stream::purpose(&[what, id]), replication);
        World {
            plan,
            lots: Vec::new(),
            free: Vec::new(),
            stations: plan.stations.iter().map(|_| Station::new(1)).collect(),
            ships: plan.lines.ships.iter().map(|s| Ship::new(s, seed, replication)).collect(),
            quays: plan.lines.list.iter().map(|l| l.calls.iter().map(|_| Quay::default()).collect()).collect(),
            berths: plan.lines.berths.iter().map(ships::Berths::new).collect(),
            storms: plan.weather.draw(seed, replication, plan.end),
            arrivals: plan.rows.iter().map(|r| stream("arrivals", &r.id)).collect(),
            work: plan.rows.iter().map(|r| stream("work", &r.id)).collect(),
            notes: Notes::new(plan, log),
        }
    }

    /// When the weather of a region lets ships pass: now, or the end of the storm that is on.
    fn open_from(&self, region: Option<usize>, now: Tick) -> Tick {
        let Some(storms) = region.map(|r| &self.storms[r]) else { return now };
        let next = storms.partition_point(|s| s.1 <= now);
        storms.get(next).filter(|s| s.0 <= now).map_or(now, |s| s.1)
    }

    fn stations_busy(&self) -> Vec<f64> {
        self.notes.station_work.iter().map(|&w| CLOCK.time(w)).collect()
    }
}

impl Model for World<'_> {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let index = event.index();
        match event.kind() {
            COMES => self.comes(now, index, agenda),
            STEP => self.advance(now, index, agenda),
            ARRIVES => self.arrives(now, index, agenda),
            READY => self.ready(now, index, agenda),
            _ => self.leaves(now, index, agenda),
        }
    }
}
