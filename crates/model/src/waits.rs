//! Waits laid beside the tables of a corridor by who plans with them: as a simulation of it found them, or as they were seen in the
//! world. They are read from no table of causes: a wait is an outcome. `simulate` passes them over.

use crate::date::Date;
use crate::dist::{Dist, Law};
use crate::rows::{Node, Observation, Operation, Service};
use crate::strings::{Id, Sym};
use crate::units::{Hours, Quantity};
use std::collections::BTreeMap;

/// Hours between coming to a stop of a service and going aboard, its cut-off included; and hours in a queue before work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waits {
    found: BTreeMap<(Sym, Sym), Dist<Hours>>,
    seen: Vec<Seen>,
}

/// What goods wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// To go aboard a service at a place.
    Departure(Id<Service>, Id<Node>),
    /// Work: a border, mostly.
    Work(Id<Operation>),
}

/// An observed time from coming to being through, ride or work included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// The row that says so.
    pub observation: Id<Observation>,
    /// What was waited for.
    pub awaited: Awaited,
    /// Last day of its period.
    pub ended: Date,
    /// Low and high end of the whole time.
    pub whole: (Hours, Hours),
    /// Mean of the ride or work in it, without a queue, by the tables.
    pub own: Hours,
}

impl Seen {
    /// The wait in it: evenly between what the low and the high end leave beside the ride or work, nothing where they leave nothing.
    pub fn wait(&self) -> Dist<Hours> {
        let beside = |whole: Hours| (whole.value() - self.own.value()).max(0.0);
        Dist::new(Law::Uniform(beside(self.whole.0), beside(self.whole.1))).unwrap_or_default()
    }
}

impl Waits {
    /// Notes what goods wait at a stop by a simulation. A median and a 90th percentile above it make a log-normal law, a mean alone an
    /// exponential one, and nothing above zero no wait at all.
    pub fn set(&mut self, service: Id<Service>, at: Id<Node>, mean: f64, percentiles: Option<(f64, f64)>) {
        let law = match percentiles {
            Some((p50, p90)) if p50 > 0.0 && p90 > p50 => Law::LogNormal(p50, p90),
            _ if mean > 0.0 => Law::Exponential(mean),
            _ => Law::Fixed(0.0),
        };
        self.found.insert((service.sym(), at.sym()), Dist::new(law).unwrap_or_default());
    }

    /// Notes what was seen.
    pub fn see(&mut self, seen: Seen) {
        self.seen.push(seen);
    }

    /// What a simulation found at a stop; `None` where nothing was, so that the tables' own expectation holds.
    pub fn of(&self, service: Id<Service>, at: Id<Node>) -> Option<Dist<Hours>> {
        self.found.get(&(service.sym(), at.sym())).copied()
    }

    /// The newest of what was seen; of several whose periods end together the one noted last.
    pub fn seen(&self, awaited: Awaited) -> Option<&Seen> {
        self.seen.iter().filter(|s| s.awaited == awaited).max_by_key(|s| s.ended)
    }

    /// What a row of the observations says.
    pub fn by(&self, observation: Id<Observation>) -> Option<&Seen> {
        self.seen.iter().find(|s| s.observation == observation)
    }

    /// As known on a day: what was seen in periods that had ended before it.
    pub fn on(&self, day: Date) -> Waits {
        Waits { found: self.found.clone(), seen: self.seen.iter().filter(|s| s.ended < day).copied().collect() }
    }

    /// Days from which on more was seen than before.
    pub fn changes(&self) -> impl Iterator<Item = Date> + '_ {
        self.seen.iter().map(|s| s.ended.plus_days(1))
    }
}
