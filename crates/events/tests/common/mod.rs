//! How a mean over seeds is held against an exact value.

#![allow(dead_code, reason = "each file of tests takes what it needs")]

use keruen_events::output::replicate;
use keruen_events::random::{Law, Stream};
use keruen_events::servers::{Begin, Preemption, Servers};
use keruen_events::stats::Moments;
use keruen_events::{Agenda, Clock, Event, Model, Order, Tick};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

/// Seeds of every exact check.
pub const SEEDS: u32 = 200;
/// Ticks of a unit of time in these models.
pub const CLOCK: Clock = Clock { ticks: 1e6 };

/// One number a seed, on two threads.
pub fn seeds(one: impl Fn(u32) -> f64 + Sync) -> Vec<f64> {
    replicate(0..SEEDS, NonZeroUsize::new(2).unwrap(), &AtomicBool::new(false), one)
}

/// The mean lies within 3 standard errors of the exact value; `sigma` of one number where theory gives it, else that of the sample.
pub fn agrees(what: &str, exact: f64, numbers: &[f64], sigma: Option<f64>) {
    let mut m = Moments::default();
    numbers.iter().for_each(|&x| m.add(x));
    let (mean, sd) = (m.mean().unwrap(), sigma.unwrap_or_else(|| m.variance().unwrap().sqrt()));
    let z = (mean - exact) / (sd / (numbers.len() as f64).sqrt());
    println!("{what}: exact {exact:.6}, mean {mean:.6}, z {z:.2}");
    assert!(z.abs() < 3.0, "{what}: exact {exact}, mean {mean}, z {z}");
    assert!(sd < exact.abs(), "{what}: a check this loose would pass anything");
}

/// Customers of one kind.
#[derive(Clone, Copy)]
pub struct Class {
    pub rate: f64,
    pub work: Law,
}

/// A station that customers of several classes come to; a class is also its priority.
pub struct Shop {
    pub station: Servers,
    classes: Vec<(Class, Stream, Stream)>,
    /// Class and arrival of each customer.
    customers: Vec<(u8, Tick)>,
    /// Stays by class after the warm-up.
    pub stays: Vec<Moments>,
    /// Customers come, and turned away since no server was free (with `loses`).
    pub turned_away: u64,
    pub loses: bool,
    warmup: usize,
}

impl Shop {
    pub fn new(servers: u32, preemption: Preemption, classes: &[Class], seed: u32) -> Shop {
        let streams = |i: usize| (Stream::new(17, 2 * i as u64, seed), Stream::new(17, 2 * i as u64 + 1, seed));
        Shop {
            station: Servers::new(servers, preemption),
            classes: classes.iter().enumerate().map(|(i, &c)| (c, streams(i).0, streams(i).1)).collect(),
            customers: Vec::new(),
            stays: vec![Moments::default(); classes.len()],
            turned_away: 0,
            loses: false,
            warmup: 0,
        }
    }

    /// Lets so many customers come, and forgets the first tenth.
    pub fn serve(mut self, customers: usize) -> Shop {
        self.warmup = customers / 10;
        let mut agenda = Agenda::default();
        for class in 0..self.classes.len() {
            self.invite(Tick(0), class as u8, &mut agenda);
        }
        while self.customers.len() < customers
            && let Some((now, event)) = agenda.next(Tick::NEVER)
        {
            self.happen(now, event, &mut agenda);
        }
        assert_eq!(agenda.late(), 0);
        let now = agenda.now();
        assert!(self.station.queue.little(now).holds() && self.station.inside.little(now).holds(), "Little's law");
        self
    }

    /// Share turned away.
    pub fn lost(&self) -> f64 {
        self.turned_away as f64 / (self.customers.len() - self.warmup) as f64
    }

    fn invite(&mut self, now: Tick, class: u8, agenda: &mut Agenda) {
        let (c, arrivals, _) = &mut self.classes[usize::from(class)];
        agenda.at(now + CLOCK.span(arrivals.exponential() / c.rate), Order::USUAL, Event::new(ARRIVAL, u32::from(class)));
    }

    fn enter(begin: Option<Begin>, agenda: &mut Agenda) {
        if let Some(b) = begin {
            agenda.at(b.ends, Order::FIRST, Event::in_epoch(DONE, b.slot, b.epoch));
        }
    }
}

const ARRIVAL: u8 = 0;
const DONE: u8 = 1;

impl Model for Shop {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        if event.kind() == ARRIVAL {
            let class = event.index() as u8;
            self.invite(now, class, agenda);
            let who = self.customers.len() as u32;
            self.customers.push((class, now));
            let (c, _, work) = &mut self.classes[usize::from(class)];
            let work = CLOCK.span(c.work.draw(work));
            if self.loses && self.station.working() == self.station.capacity() {
                self.turned_away += u64::from(who as usize >= self.warmup);
            } else {
                Shop::enter(self.station.arrive(now, who, class, work), agenda);
            }
        } else if let Some((who, next)) = self.station.finish(now, event.index(), event.epoch()) {
            Shop::enter(next, agenda);
            let (class, came) = self.customers[who as usize];
            if who as usize >= self.warmup {
                self.stays[usize::from(class)].add(CLOCK.time(now.since(came)));
            }
        }
    }
}
