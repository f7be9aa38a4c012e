//! Faults and repairs as events: cables of one sea wait for one ship, everything else has a crew at hand.
//!
//! ```text
//! span up --Exp(faults a year)--> down, waits for its ship --repair law--> up
//! ```
//!
//! Availability of each pair of places is measured over whole histories. With no shared ship it tends to the exact availability of
//! [`super::reliable`]; two cables on one ship fall below it, because the second fault waits for the first.

use super::net::{Net, YEAR};
use keruen_events::output::{Interval, interval, replicate};
use keruen_events::random::Stream;
use keruen_events::{Agenda, Clock, Event, Model, Order, Tick, run};
use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

const FAULT: u8 = 0;
const MENDED: u8 = 1;

/// How much is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct History {
    /// Seed.
    pub seed: u64,
    /// Replications.
    pub replications: u32,
    /// Years of each.
    pub years: u32,
}

/// Availability of each pair, with the interval of 95 %.
pub(crate) fn histories(net: &Net, pairs: &[(usize, usize)], h: History, threads: NonZeroUsize) -> Vec<Interval> {
    let stop = AtomicBool::new(false);
    let runs = replicate(0..h.replications, threads, &stop, |r| play(net, pairs, h, r));
    (0..pairs.len()).map(|p| interval(&runs.iter().map(|r| r[p]).collect::<Vec<f64>>(), 0.95)).collect()
}

struct Faults<'n> {
    net: &'n Net,
    pairs: &'n [(usize, usize)],
    streams: Vec<Stream>,
    up: Vec<bool>,
    /// Spans that wait for each ship, the one under repair first.
    waiting: Vec<VecDeque<usize>>,
    joined: Vec<bool>,
    since: Tick,
    good: Vec<u64>,
}

fn play(net: &Net, pairs: &[(usize, usize)], h: History, replication: u32) -> Vec<f64> {
    // A span keeps its luck in every stage: a stage is compared with another under the same faults.
    let stream = |s: &super::net::SpanOf| Stream::new(h.seed, Stream::purpose(&["fibre", &s.link]), replication);
    let mut model = Faults {
        net,
        pairs,
        streams: net.spans.iter().map(stream).collect(),
        up: vec![true; net.spans.len()],
        waiting: vec![VecDeque::new(); net.ships.len()],
        joined: vec![true; pairs.len()],
        since: Tick(0),
        good: vec![0; pairs.len()],
    };
    let mut agenda = Agenda::default();
    model.look();
    (0..net.spans.len()).for_each(|i| model.next_fault(i, Tick(0), &mut agenda));
    let end = Tick(Clock::HOURS.span(f64::from(h.years) * YEAR));
    run(&mut model, &mut agenda, end);
    model.count(end);
    model.good.iter().map(|&g| g as f64 / end.0.max(1) as f64).collect()
}

impl Faults<'_> {
    fn next_fault(&mut self, span: usize, now: Tick, agenda: &mut Agenda) {
        let rate = self.net.spans[span].faults;
        if rate > 0.0 {
            let wait = self.streams[span].exponential() / rate * YEAR;
            agenda.at(now + Clock::HOURS.span(wait), Order::USUAL, Event::new(FAULT, span as u32));
        }
    }

    fn mend(&mut self, span: usize, now: Tick, agenda: &mut Agenda) {
        let hours = self.net.spans[span].repair.draw(&mut self.streams[span]);
        agenda.at(now + Clock::HOURS.span(hours), Order::USUAL, Event::new(MENDED, span as u32));
    }

    fn count(&mut self, now: Tick) {
        let span = now.since(self.since);
        self.good.iter_mut().zip(&self.joined).filter(|(_, j)| **j).for_each(|(g, _)| *g += span);
        self.since = now;
    }

    fn look(&mut self) {
        let up = &self.up;
        let see = |&(a, b): &(usize, usize)| self.net.joined(a, b, |i| up[i]);
        self.joined = self.pairs.iter().map(see).collect();
    }
}

impl Model for Faults<'_> {
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let span = event.index() as usize;
        let ship = self.net.spans[span].ship;
        self.count(now);
        if event.kind() == FAULT {
            self.up[span] = false;
            let free = ship.is_none_or(|s| self.waiting[s].is_empty());
            if let Some(s) = ship {
                self.waiting[s].push_back(span);
            }
            if free {
                self.mend(span, now, agenda);
            }
        } else {
            self.up[span] = true;
            self.next_fault(span, now, agenda);
            let next = ship.and_then(|s| {
                self.waiting[s].pop_front();
                self.waiting[s].front().copied()
            });
            if let Some(next) = next {
                self.mend(next, now, agenda);
            }
        }
        self.look();
    }
}
