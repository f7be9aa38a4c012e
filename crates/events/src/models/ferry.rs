//! Two ports and the ferries between them: wagons come at random on both shores, ferries leave when full or after a longest wait.
//!
//! ```text
//!          wagons, Poisson                                              wagons, Poisson
//!                v                                                            v
//!  --> berth -> unload -> ramp: collect <= 50, <= 6 h -> load -> dry weather? -> sail --> berth -> unload -> ...
//!      (2)      U(4,6)    (1)                            U(4,6)  open 72, closed 8  Tri(16,18,24)     (the other port)
//! ```
//! A ferry holds its berth from berthing to leaving, and the ramp while it collects. Time is in hours. A wagon is a moment in a
//! list drawn ahead: no wagon is an event. What is told is the time of wagons from their coming to their being unloaded.
//!
//! Luck belongs to the purpose and the place, not to the ship: the n-th loading, unloading and sailing of a port take the same time
//! with six ferries as with seven. So two fleets can be compared with a tenth of the replications.

use super::MICRO;
use crate::arrivals::{Ahead, Rates};
use crate::closure::{Closures, Season};
use crate::departure::{Decision, Rule};
use crate::random::{Law, Stream};
use crate::stats::{Batch, Moments, Spans};
use crate::{Agenda, Event, Model, Order, Tick};
use std::collections::VecDeque;

/// Ports.
pub const PORTS: usize = 2;

/// The crossing, and how many wagons are carried.
#[derive(Clone, Copy, Debug)]
pub struct Crossing {
    /// Ferries; they begin at the ports in turn.
    pub ferries: u32,
    /// Wagons that one takes.
    pub places: usize,
    /// Wagons an hour on each shore.
    pub rate: f64,
    /// Berths of a port.
    pub berths: u32,
    /// Longest wait at the ramp, hours.
    pub longest: f64,
    /// The run ends when so many wagons have been unloaded.
    pub wagons: u64,
    /// Seed.
    pub seed: u64,
    /// Replication.
    pub replication: u32,
}

/// What became of the wagons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossed {
    /// Hours from coming to being unloaded.
    pub hours: Moments,
    /// Crossings made.
    pub crossings: u64,
    /// Hours that passed.
    pub passed: f64,
}

impl Crossing {
    /// The crossing of the benchmark.
    pub fn usual(wagons: u64, seed: u64, replication: u32) -> Crossing {
        Crossing { ferries: 6, places: 50, rate: 4.0, berths: 2, longest: 6.0, wagons, seed, replication }
    }

    /// Runs it.
    pub fn run(&self) -> Crossed {
        let mut sea = Sea::new(*self);
        let mut agenda = Agenda::default();
        for ferry in 0..self.ferries {
            agenda.at(Tick(0), Order::USUAL, Event::new(ARRIVES, ferry));
        }
        let mut now = Tick(0);
        while sea.stays.count < self.wagons
            && let Some((at, event)) = agenda.next(Tick::NEVER)
        {
            now = at;
            sea.happen(at, event, &mut agenda);
        }
        Crossed { hours: Moments::of(&sea.stays, MICRO), crossings: sea.crossings, passed: MICRO.time(now.0) }
    }
}

const ARRIVES: u8 = 0;
const UNLOADED: u8 = 1;
const COLLECTED: u8 = 2;
const LOADED: u8 = 3;
const LEAVES: u8 = 4;

struct Ferry {
    port: usize,
    aboard: Batch,
}

struct Port {
    sailing: Stream,
    unloading: Stream,
    loading: Stream,
    free: u32,
    off_port: VecDeque<u32>,
    ramp_taken: bool,
    for_ramp: VecDeque<u32>,
    wagons: Ahead,
    storms: Closures,
    storm: (Tick, Tick),
}

struct Sea {
    of: Crossing,
    ferries: Vec<Ferry>,
    ports: Vec<Port>,
    stays: Spans,
    crossings: u64,
}

/// Sailing and handling, hours.
const SAILING: Law = Law::Triangular(16.0, 18.0, 24.0);
const HANDLING: Law = Law::Uniform(4.0, 6.0);
/// Weather: mean hours open and closed.
const OPEN: f64 = 72.0;
const CLOSED: f64 = 8.0;

impl Sea {
    fn new(of: Crossing) -> Sea {
        let stream = |purpose: u64, i: u64| Stream::new(of.seed, purpose << 32 | i, of.replication);
        let season = Season { until: Tick::NEVER, share: CLOSED / (OPEN + CLOSED), spell: Law::Exponential(CLOSED) };
        let port = |p: u64| Port {
            sailing: stream(3, p),
            unloading: stream(4, p),
            loading: stream(5, p),
            free: of.berths,
            off_port: VecDeque::new(),
            ramp_taken: false,
            for_ramp: VecDeque::new(),
            wagons: Ahead::new(Rates::constant(of.rate, MICRO), stream(1, p)),
            storms: Closures::new(vec![season], MICRO, stream(2, p)),
            storm: (Tick(0), Tick(0)),
        };
        let ferry = |f: u32| Ferry { port: f as usize % PORTS, aboard: Batch::default() };
        Sea {
            of,
            ferries: (0..of.ferries).map(ferry).collect(),
            ports: (0..PORTS as u64).map(port).collect(),
            stays: Spans::default(),
            crossings: 0,
        }
    }

    fn handle(&mut self, now: Tick, ferry: u32, then: u8, agenda: &mut Agenda) {
        let port = self.ferries[ferry as usize].port;
        let port = &mut self.ports[port];
        let hours = HANDLING.draw(if then == LOADED { &mut port.loading } else { &mut port.unloading });
        agenda.at(now + MICRO.span(hours), Order::USUAL, Event::new(then, ferry));
    }

    fn arrives(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        let port = &mut self.ports[self.ferries[ferry as usize].port];
        if port.free == 0 {
            return port.off_port.push_back(ferry);
        }
        port.free -= 1;
        self.handle(now, ferry, UNLOADED, agenda);
    }

    fn unloaded(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        self.stays.add_batch(now, &self.ferries[ferry as usize].aboard);
        let port = &mut self.ports[self.ferries[ferry as usize].port];
        if port.ramp_taken {
            return port.for_ramp.push_back(ferry);
        }
        port.ramp_taken = true;
        self.collect(now, ferry, agenda);
    }

    /// The moment of leaving the ramp is known at once: nobody else takes wagons from here meanwhile.
    fn collect(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        let longest = MICRO.span(self.of.longest);
        let rule = Rule::WhenFull { at_least: self.of.places as f64, longest: Some(longest) };
        let full = self.ports[self.ferries[ferry as usize].port].wagons.nth(self.of.places, now + longest);
        let enough = full.is_some_and(|t| t <= now);
        let at = match rule.decide(now, now, if enough { self.of.places as f64 } else { 0.0 }, None) {
            Decision::At(latest) => full.unwrap_or(latest),
            Decision::Leave | Decision::Wait => now,
        };
        agenda.at(at, Order::USUAL, Event::new(COLLECTED, ferry));
    }

    fn collected(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        let f = &mut self.ferries[ferry as usize];
        f.aboard = Batch::of(self.ports[f.port].wagons.take(self.of.places, now));
        self.handle(now, ferry, LOADED, agenda);
        let port = &mut self.ports[self.ferries[ferry as usize].port];
        match port.for_ramp.pop_front() {
            Some(next) => self.collect(now, next, agenda),
            None => port.ramp_taken = false,
        }
    }

    fn loaded(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        self.leaves(now, ferry, agenda);
    }

    /// Leaves, or asks again when the storm is over.
    fn leaves(&mut self, now: Tick, ferry: u32, agenda: &mut Agenda) {
        let f = &mut self.ferries[ferry as usize];
        let port = &mut self.ports[f.port];
        while port.storm.1 <= now {
            port.storm = port.storms.next().unwrap_or((Tick::NEVER, Tick::NEVER));
        }
        if port.storm.0 <= now {
            return agenda.at(port.storm.1, Order::LAST, Event::new(LEAVES, ferry));
        }
        f.port = 1 - f.port;
        self.crossings += 1;
        let hours = SAILING.draw(&mut port.sailing);
        agenda.at(now + MICRO.span(hours), Order::USUAL, Event::new(ARRIVES, ferry));
        match port.off_port.pop_front() {
            Some(next) => self.handle(now, next, UNLOADED, agenda),
            None => port.free += 1,
        }
    }
}

impl Model for Sea {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let ferry = event.index();
        match event.kind() {
            ARRIVES => self.arrives(now, ferry, agenda),
            UNLOADED => self.unloaded(now, ferry, agenda),
            COLLECTED => self.collected(now, ferry, agenda),
            LOADED => self.loaded(now, ferry, agenda),
            _ => self.leaves(now, ferry, agenda),
        }
    }
}
