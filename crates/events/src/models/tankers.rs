//! A port in Africa that loads crude into tankers: three berths, one tug, storms, and a fleet that comes back.
//!
//! ```text
//! tankers, every 11 +- 7 h  --+                    +-- storms, every Exp(48) h for 4 +- 2 h: the tug stays in
//!  25 % 18+-2 h, 55 % 24+-3,  |                    v
//!  20 % 36+-4 h of loading    +--> [berth + tug] -> in, 1 h -> load -> [tug] -> out, 1 h --> away
//! five more, 21+-3 h       --+                                                           |
//!        ^                                                                               |
//!        +------------------------- away for 240 +- 24 h  <------------------------------+  (the five alone)
//! ```
//! A classic of the textbooks (GPSS and SLAM: "the African port"; Pritsker 1986). A tanker takes berth and tug together or
//! neither; those who leave have the tug before those who come; the tug ends what it has begun when a storm comes. `a +- b` is uniform.

use super::MICRO;
use crate::closure::{Closures, Season};
use crate::pools::{Needs, Pools};
use crate::random::{Law, Stream};
use crate::stats::{Little, Place};
use crate::{Agenda, Event, Model, Order, Tick};

/// Kinds of tankers; the last are the five that come back.
pub const KINDS: usize = 4;

/// So long a run, in hours.
#[derive(Clone, Copy, Debug)]
pub struct Tankers {
    /// Hours.
    pub hours: f64,
    /// Tankers that come back.
    pub fleet: u32,
    /// Seed.
    pub seed: u64,
    /// Replication.
    pub replication: u32,
}

/// What was noted.
#[derive(Clone, Debug, PartialEq)]
pub struct TankerYears {
    /// Tankers in port by kind: how many, how long.
    pub port: [Place; KINDS],
    /// Share of the berths taken.
    pub berths: f64,
    /// Share of the tug's time at work.
    pub tug: f64,
    /// Little's law, kind by kind.
    pub little: [Little; KINDS],
}

const LOADING: [Law; KINDS] =
    [Law::Uniform(16.0, 20.0), Law::Uniform(21.0, 27.0), Law::Uniform(32.0, 40.0), Law::Uniform(18.0, 24.0)];
/// Shares of the first kinds, added up.
const MIX: [f64; 2] = [0.25, 0.80];
const BETWEEN: Law = Law::Uniform(4.0, 18.0);
const AWAY: Law = Law::Uniform(216.0, 264.0);
const STORM: Season = Season { until: Tick::NEVER, share: 4.0 / 52.0, spell: Law::Uniform(2.0, 6.0) };
/// Hours of the tug for one tanker.
const TOWING: f64 = 1.0;
const BERTHS: u32 = 3;

const COMES: u8 = 0;
const AGAIN: u8 = 1;
const IN: u8 = 2;
const LOADED: u8 = 3;
const OUT: u8 = 4;
const STORM_BEGINS: u8 = 5;
const STORM_ENDS: u8 = 6;

struct Tanker {
    kind: usize,
    came: Tick,
    leaving: bool,
}

struct Port {
    tankers: Vec<Tanker>,
    free: Vec<u32>,
    pools: Pools,
    in_port: [Place; KINDS],
    arrivals: Stream,
    loading: [Stream; KINDS],
    away: Stream,
    storms: Closures,
    storm_ends: Tick,
    granted: Vec<u32>,
}

fn one(pools: &[(u16, u32)]) -> Needs {
    Needs::new(pools).expect("two pools are not more than a claim joins")
}

impl Tankers {
    /// Runs it.
    pub fn run(&self) -> TankerYears {
        let stream = |purpose: u64| Stream::new(self.seed, purpose, self.replication);
        let mut port = Port {
            tankers: Vec::new(),
            free: Vec::new(),
            pools: Pools::new(&[BERTHS, 1]),
            in_port: Default::default(),
            arrivals: stream(1),
            loading: [10, 11, 12, 13].map(stream),
            away: stream(2),
            storms: Closures::new(vec![STORM], MICRO, stream(3)),
            storm_ends: Tick(0),
            granted: Vec::new(),
        };
        let (mut agenda, end) = (Agenda::default(), Tick(MICRO.span(self.hours)));
        port.next_tanker(Tick(0), &mut agenda);
        port.next_storm(&mut agenda);
        for i in 0..self.fleet {
            agenda.at(Tick(MICRO.span(f64::from(i) * 48.0)), Order::USUAL, Event::new(AGAIN, 0));
        }
        crate::run(&mut port, &mut agenda, end);
        port.told(end)
    }
}

impl Port {
    fn told(self, end: Tick) -> TankerYears {
        TankerYears {
            berths: self.pools.use_of(0).mean(end) / f64::from(BERTHS),
            tug: self.pools.use_of(1).mean(end),
            little: std::array::from_fn(|k| self.in_port[k].little(end)),
            port: self.in_port,
        }
    }

    fn next_tanker(&mut self, now: Tick, agenda: &mut Agenda) {
        let hours = BETWEEN.draw(&mut self.arrivals);
        agenda.at(now + MICRO.span(hours), Order::USUAL, Event::new(COMES, 0));
    }

    fn next_storm(&mut self, agenda: &mut Agenda) {
        if let Some((from, to)) = self.storms.next() {
            self.storm_ends = to;
            agenda.at(from, Order::FIRST, Event::new(STORM_BEGINS, 0));
        }
    }

    fn comes(&mut self, now: Tick, kind: usize) {
        let tanker = Tanker { kind, came: now, leaving: false };
        let who = match self.free.pop() {
            Some(i) => {
                self.tankers[i as usize] = tanker;
                i
            }
            None => {
                self.tankers.push(tanker);
                self.tankers.len() as u32 - 1
            }
        };
        self.in_port[kind].enter(now);
        self.pools.ask(now, who, 1, one(&[(0, 1), (1, 1)]), &mut self.granted);
    }

    fn towed_out(&mut self, now: Tick, who: u32, agenda: &mut Agenda) {
        let Tanker { kind, came, .. } = self.tankers[who as usize];
        self.in_port[kind].leave(now, came);
        self.free.push(who);
        self.pools.release(now, one(&[(0, 1), (1, 1)]), &mut self.granted);
        if kind == KINDS - 1 {
            let hours = AWAY.draw(&mut self.away);
            agenda.at(now + MICRO.span(hours), Order::USUAL, Event::new(AGAIN, 0));
        }
    }

    /// The tug takes those whom it was granted to.
    fn tow(&mut self, now: Tick, agenda: &mut Agenda) {
        for who in std::mem::take(&mut self.granted) {
            let then = if self.tankers[who as usize].leaving { OUT } else { IN };
            agenda.at(now + MICRO.span(TOWING), Order::USUAL, Event::new(then, who));
        }
    }
}

impl Model for Port {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let who = event.index();
        match event.kind() {
            COMES => {
                let dice = self.arrivals.uniform();
                self.comes(now, MIX.iter().position(|&m| dice < m).unwrap_or(MIX.len()));
                self.next_tanker(now, agenda);
            }
            AGAIN => self.comes(now, KINDS - 1),
            IN => {
                let kind = self.tankers[who as usize].kind;
                let hours = LOADING[kind].draw(&mut self.loading[kind]);
                agenda.at(now + MICRO.span(hours), Order::USUAL, Event::new(LOADED, who));
                self.pools.release(now, one(&[(1, 1)]), &mut self.granted);
            }
            LOADED => {
                self.tankers[who as usize].leaving = true;
                self.pools.ask(now, who, 0, one(&[(1, 1)]), &mut self.granted);
            }
            OUT => self.towed_out(now, who, agenda),
            STORM_BEGINS => {
                self.pools.set_capacity(now, 1, 0, &mut self.granted);
                agenda.at(self.storm_ends, Order::FIRST, Event::new(STORM_ENDS, 0));
            }
            _ => {
                self.pools.set_capacity(now, 1, 1, &mut self.granted);
                self.next_storm(agenda);
            }
        }
        self.tow(now, agenda);
    }
}
