//! Waits for vehicles that a simulation of the corridor found, laid beside its tables by who plans with them. They are read from no
//! table: tables hold causes, and a wait is an outcome.

use crate::dist::{Dist, Law};
use crate::rows::{Node, Service};
use crate::strings::{Id, Sym};
use crate::units::Hours;
use std::collections::BTreeMap;

/// Hours between coming to a stop of a service and going aboard, its cut-off included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waits {
    found: BTreeMap<(Sym, Sym), Dist<Hours>>,
}

impl Waits {
    /// Notes what goods wait at a stop. A median and a 90th percentile above it make a log-normal law, a mean alone an exponential
    /// one, and nothing above zero no wait at all.
    pub fn set(&mut self, service: Id<Service>, at: Id<Node>, mean: f64, percentiles: Option<(f64, f64)>) {
        let law = match percentiles {
            Some((p50, p90)) if p50 > 0.0 && p90 > p50 => Law::LogNormal(p50, p90),
            _ if mean > 0.0 => Law::Exponential(mean),
            _ => Law::Fixed(0.0),
        };
        self.found.insert((service.sym(), at.sym()), Dist::new(law).unwrap_or_default());
    }

    /// What was found at a stop; `None` where nothing was, so that the tables' own expectation holds.
    pub fn of(&self, service: Id<Service>, at: Id<Node>) -> Option<Dist<Hours>> {
        self.found.get(&(service.sym(), at.sym())).copied()
    }
}
