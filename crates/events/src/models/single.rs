//! One server, arrivals at random, exponential work: M/M/1.
//!
//! ```text
//! Poisson(lambda) --> [ | | | ] --> (mu) -->          mean wait = rho / (mu - lambda),  rho = lambda / mu      Erlang 1917
//! ```

use super::MICRO;
use crate::random::Stream;
use crate::recursion::Station;
use crate::servers::{Begin, Preemption, Servers};
use crate::stats::Moments;
use crate::{Agenda, Event, Model, Order, Tick, run};
use std::collections::VecDeque;

/// The queue, and how many customers are let in.
#[derive(Clone, Copy, Debug)]
pub struct Single {
    /// Arrivals in a unit of time.
    pub lambda: f64,
    /// Customers served in a unit of time by a busy server.
    pub mu: f64,
    /// Customers.
    pub customers: u64,
    /// Seed.
    pub seed: u64,
    /// Replication.
    pub replication: u32,
}

const ARRIVAL: u8 = 0;
const DONE: u8 = 1;

impl Single {
    /// Mean wait in the long run.
    pub fn exact(&self) -> f64 {
        self.lambda / self.mu / (self.mu - self.lambda)
    }

    /// Standard deviation of the mean wait of so many customers: asymptotic variance by Daley 1968, as printed by Whitt 1989.
    pub fn deviation(&self) -> f64 {
        let r = self.lambda / self.mu;
        let variance = r * (2.0 + 5.0 * r - 4.0 * r * r + r * r * r) / (1.0 - r).powi(4) / (self.mu * self.mu);
        (variance / self.customers as f64).sqrt()
    }

    fn streams(&self) -> (Stream, Stream) {
        (Stream::new(self.seed, 1, self.replication), Stream::new(self.seed, 2, self.replication))
    }

    /// Every arrival and every departure is an event; nothing is noted but the sum of waits. Gives their mean.
    pub fn by_events(&self) -> f64 {
        let (arrivals, work) = self.streams();
        let mut model = Lean { of: *self, arrivals, work, waiting: VecDeque::new(), busy: false, entered: 0, waits: 0 };
        let mut agenda = Agenda::default();
        model.invite(Tick(0), &mut agenda);
        run(&mut model, &mut agenda, Tick::NEVER);
        MICRO.time(model.waits as u64) / self.customers as f64
    }

    /// The same through [`Servers`]: mean, variance and quantiles of waits and stays, queue and use over time, Little's law.
    pub fn with_statistics(&self) -> Servers {
        let (arrivals, work) = self.streams();
        let station = Servers::new(1, Preemption::Never);
        let mut model = Noted { of: *self, arrivals, work, station, entered: 0 };
        let mut agenda = Agenda::default();
        model.invite(Tick(0), &mut agenda);
        run(&mut model, &mut agenda, Tick::NEVER);
        model.station
    }

    /// Without events, by Lindley's recursion.
    pub fn by_recursion(&self) -> Moments {
        let (mut arrivals, mut work) = self.streams();
        let (mut station, mut at, mut waits) = (Station::new(1), Tick(0), Moments::default());
        for _ in 0..self.customers {
            at = at + MICRO.span(arrivals.exponential() / self.lambda);
            let passage = station.pass(at, MICRO.span(work.exponential() / self.mu));
            waits.add(MICRO.time(passage.begins.since(at)));
        }
        waits
    }
}

struct Lean {
    of: Single,
    arrivals: Stream,
    work: Stream,
    waiting: VecDeque<Tick>,
    busy: bool,
    entered: u64,
    waits: u128,
}

impl Lean {
    fn invite(&mut self, now: Tick, agenda: &mut Agenda) {
        if self.entered < self.of.customers {
            self.entered += 1;
            let span = MICRO.span(self.arrivals.exponential() / self.of.lambda);
            agenda.at(now + span, Order::USUAL, Event::new(ARRIVAL, 0));
        }
    }

    fn begin(&mut self, now: Tick, agenda: &mut Agenda) {
        let span = MICRO.span(self.work.exponential() / self.of.mu);
        agenda.at(now + span, Order::FIRST, Event::new(DONE, 0));
    }
}

impl Model for Lean {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        if event.kind() == ARRIVAL {
            self.invite(now, agenda);
            if self.busy {
                self.waiting.push_back(now);
            } else {
                self.busy = true;
                self.begin(now, agenda);
            }
        } else if let Some(came) = self.waiting.pop_front() {
            self.waits += u128::from(now.since(came));
            self.begin(now, agenda);
        } else {
            self.busy = false;
        }
    }
}

struct Noted {
    of: Single,
    arrivals: Stream,
    work: Stream,
    station: Servers,
    entered: u64,
}

impl Noted {
    fn invite(&mut self, now: Tick, agenda: &mut Agenda) {
        if self.entered < self.of.customers {
            self.entered += 1;
            let span = MICRO.span(self.arrivals.exponential() / self.of.lambda);
            agenda.at(now + span, Order::USUAL, Event::new(ARRIVAL, 0));
        }
    }
}

fn enter(begin: Option<Begin>, agenda: &mut Agenda) {
    if let Some(b) = begin {
        agenda.at(b.ends, Order::FIRST, Event::in_epoch(DONE, b.slot, b.epoch));
    }
}

impl Model for Noted {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        if event.kind() == ARRIVAL {
            self.invite(now, agenda);
            let work = MICRO.span(self.work.exponential() / self.of.mu);
            enter(self.station.arrive(now, 0, 0, work), agenda);
        } else if let Some((_, next)) = self.station.finish(now, event.index(), event.epoch()) {
            enter(next, agenda);
        }
    }
}
