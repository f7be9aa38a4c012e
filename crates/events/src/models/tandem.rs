//! Stations in a row, each with several servers: M/M/c after M/M/c.
//!
//! ```text
//! Poisson(lambda) --> (mu)(mu) --> (mu)(mu) --> .. -->     each station is an M/M/c for itself: Burke 1956, Jackson 1957
//! mean time through = stations x (1/mu + C(c, a) / (c mu - lambda)),  a = lambda / mu,  C by Erlang's B recursion
//! ```

use super::MICRO;
use crate::random::Stream;
use crate::stats::Moments;
use crate::{Agenda, Event, Model, Order, Tick, run};
use std::collections::VecDeque;

/// The row of stations, and how many customers pass it.
#[derive(Clone, Copy, Debug)]
pub struct Tandem {
    /// Stations, at most 250.
    pub stations: u8,
    /// Servers of each.
    pub servers: u32,
    /// Arrivals in a unit of time.
    pub lambda: f64,
    /// Customers a server serves in a unit of time.
    pub mu: f64,
    /// Customers.
    pub customers: u64,
    /// Seed.
    pub seed: u64,
    /// Replication.
    pub replication: u32,
}

/// Kind of an arrival from outside; smaller kinds are the stations at which work ends.
const ARRIVAL: u8 = 255;

impl Tandem {
    /// Mean time through in the long run.
    pub fn exact(&self) -> f64 {
        let (c, a) = (f64::from(self.servers), self.lambda / self.mu);
        let b = (1..=self.servers).fold(1.0, |b, k| a * b / (f64::from(k) + a * b));
        let waits = b / (1.0 - a / c * (1.0 - b));
        f64::from(self.stations) * (1.0 / self.mu + waits / (c * self.mu - self.lambda))
    }

    /// Times through, of those who came after the first `warmup`.
    pub fn by_events(&self, warmup: u64) -> Moments {
        let station = Waiting { free: self.servers, queue: VecDeque::new() };
        let mut model = Row {
            of: *self,
            arrivals: Stream::new(self.seed, 1, self.replication),
            work: (0..u64::from(self.stations)).map(|s| Stream::new(self.seed, 10 + s, self.replication)).collect(),
            stations: vec![station; usize::from(self.stations)],
            came: Vec::new(),
            free: Vec::new(),
            entered: 0,
            warmup,
            through: Moments::default(),
        };
        let mut agenda = Agenda::default();
        model.invite(Tick(0), &mut agenda);
        run(&mut model, &mut agenda, Tick::NEVER);
        model.through
    }
}

#[derive(Clone)]
struct Waiting {
    free: u32,
    queue: VecDeque<u32>,
}

struct Row {
    of: Tandem,
    arrivals: Stream,
    work: Vec<Stream>,
    stations: Vec<Waiting>,
    /// When each customer inside came, and how many had come before; numbers of those who left are used again.
    came: Vec<(Tick, u64)>,
    free: Vec<u32>,
    entered: u64,
    warmup: u64,
    through: Moments,
}

impl Row {
    fn invite(&mut self, now: Tick, agenda: &mut Agenda) {
        if self.entered < self.of.customers {
            self.entered += 1;
            let span = MICRO.span(self.arrivals.exponential() / self.of.lambda);
            agenda.at(now + span, Order::USUAL, Event::new(ARRIVAL, 0));
        }
    }

    fn number(&mut self, now: Tick) -> u32 {
        let came = (now, self.entered);
        match self.free.pop() {
            Some(i) => {
                self.came[i as usize] = came;
                i
            }
            None => {
                self.came.push(came);
                self.came.len() as u32 - 1
            }
        }
    }

    fn arrive(&mut self, now: Tick, station: u8, who: u32, agenda: &mut Agenda) {
        let at = &mut self.stations[usize::from(station)];
        if at.free > 0 {
            at.free -= 1;
            self.begin(now, station, who, agenda);
        } else {
            at.queue.push_back(who);
        }
    }

    fn begin(&mut self, now: Tick, station: u8, who: u32, agenda: &mut Agenda) {
        let span = MICRO.span(self.work[usize::from(station)].exponential() / self.of.mu);
        agenda.at(now + span, Order::FIRST, Event::new(station, who));
    }

    fn leave(&mut self, now: Tick, who: u32) {
        let (came, before) = self.came[who as usize];
        self.free.push(who);
        if before > self.warmup {
            self.through.add(MICRO.time(now.since(came)));
        }
    }
}

impl Model for Row {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let (station, who) = (event.kind(), event.index());
        if station == ARRIVAL {
            let who = self.number(now);
            self.invite(now, agenda);
            return self.arrive(now, 0, who, agenda);
        }
        match self.stations[usize::from(station)].queue.pop_front() {
            Some(next) => self.begin(now, station, next, agenda),
            None => self.stations[usize::from(station)].free += 1,
        }
        if station + 1 < self.of.stations {
            self.arrive(now, station + 1, who, agenda);
        } else {
            self.leave(now, who);
        }
    }
}
