//! Between which ways does a wish choose?
//!
//! The cheapest, then the cheapest with the arcs of earlier ways made dearer, as long as they are not much dearer and differ (link
//! penalty method, de la Barra, Perez and Anez 1993); beside them those of the least-cost answer. Under a scenario those that were seen
//! without it too, as far as they are still open: what a search happens not to find again is no change of the world.

use super::optimum::Optimum;
use super::plan::Plan;
use super::room::Workspace;
use super::waits::{Leg, WAIT};
use keruen_model::DemandKind;
use rustc_hash::FxHashMap;

/// Searches for distinct ways, and by which factor arcs get dearer with each use.
const SEARCHES: usize = 6;
const DEARER: f64 = 1.25;
/// Ways dearer than the cheapest by this factor are left out: odds of them are below exp(-SPREAD / 2).
const DEAREST: f64 = 1.5;
/// A way shares at most this part of its cost with another one of the set.
const ALIKE: f64 = 0.9;
/// What shares more is the same way.
const SAME: f64 = 1.0 - 1e-9;

/// A way of the frozen set.
pub(super) struct Known {
    pub commodity: usize,
    pub steps: Vec<u32>,
    pub cost: f64,
}

/// A way by names, which outlast a scenario: its origin, then its arcs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Place of the origin, and how many origins of the wish are there before it.
    from: (String, usize),
    arcs: Vec<u32>,
}

impl Plan {
    /// The distinct ways of every through wish and period, with those of the least-cost answer and those `seen` before.
    pub(super) fn distinct<'s>(&self, optimum: &Optimum, seen: impl Fn(usize) -> &'s [Named]) -> Vec<Known> {
        let mut out = Vec::new();
        let mut work = Workspace::default();
        let through = |c: &(usize, &(usize, usize))| self.wishes[c.1.1].kind == DemandKind::Through;
        for (k, &(period, wish)) in self.commodities.iter().enumerate().filter(through) {
            let mut mine: Vec<Known> = Vec::new();
            for origin in 0..self.wishes[wish].origins.len() {
                let mut dearer: FxHashMap<u32, f64> = FxHashMap::default();
                for _ in 0..SEARCHES {
                    let Some(arcs) = self.cheapest((period, wish, origin), &dearer, &mut work) else { break };
                    arcs.iter().for_each(|&a| *dearer.entry(a).or_insert(1.0) *= DEARER);
                    self.add(&mut mine, self.known(k, [origin as u32].into_iter().chain(arcs).collect()), ALIKE);
                }
            }
            let least = mine.iter().map(|w| w.cost).fold(f64::INFINITY, f64::min);
            mine.retain(|w| w.cost <= DEAREST * least.max(0.0));
            let again = seen(wish).iter().filter_map(|named| self.retrace((period, wish), named));
            let used = optimum.ways.iter().filter(|w| w.commodity.index() == k).map(|w| w.steps.clone());
            used.chain(again).for_each(|steps| self.add(&mut mine, self.known(k, steps), SAME));
            out.extend(mine);
        }
        out
    }

    /// Adds a way of the corridor that differs enough from all others.
    fn add(&self, mine: &mut Vec<Known>, way: Known, alike: f64) {
        if !self.is_outside(way.commodity, &way.steps) && mine.iter().all(|w| self.shared(w, &way) <= alike) {
            mine.push(way);
        }
    }

    fn known(&self, commodity: usize, steps: Vec<u32>) -> Known {
        let cost = self.cost_of(commodity, &steps);
        Known { commodity, steps, cost }
    }

    /// Part of the cost of a way that lies on arcs of another.
    fn shared(&self, a: &Known, b: &Known) -> f64 {
        if a.steps.first() != b.steps.first() {
            return 0.0;
        }
        let places =
            |way: &Known| self.legs(self.commodities[way.commodity], &way.steps).map(|l| (l.period, l.step)).collect::<Vec<_>>();
        let (mine, at) = (places(a), self.commodities[b.commodity]);
        let wish = &self.wishes[at.1];
        let cost = |leg: Leg<'_>| {
            let (usd, hours) = self.leg_cost(at.1, leg);
            usd + hours * wish.hour
        };
        let both = self.legs(at, &b.steps).filter(|l| mine.contains(&(l.period, l.step)));
        let common = wish.origins[b.steps.first().map_or(0, |&o| o as usize)].asked + both.map(cost).sum::<f64>();
        if b.cost > 0.0 { common / b.cost } else { 1.0 }
    }

    /// A way by names; `None` where goods wait on it from one period to the next.
    pub(super) fn named(&self, way: &Known) -> Option<Named> {
        let (&origin, arcs) = way.steps.split_first()?;
        let (period, wish) = self.commodities[way.commodity];
        let ways = self.ways(self.version[period], wish, origin as usize)?;
        if arcs.iter().any(|arc| arc & WAIT != 0) {
            return None;
        }
        let from = self.name_of_origin((period, wish), origin as usize);
        Some(Named { from, arcs: arcs.iter().map(|&arc| ways.steps[arc as usize].name).collect() })
    }

    /// The steps of a way by names; `None` where it is not open in the period.
    fn retrace(&self, (period, wish): (usize, usize), named: &Named) -> Option<Vec<u32>> {
        let origins = 0..self.wishes[wish].origins.len();
        let origin = origins.into_iter().find(|&o| self.name_of_origin((period, wish), o) == named.from)?;
        let (ways, bounds, start) = self.networks[self.version[period]].aim(wish, origin)?;
        let target = &bounds.target;
        // Places after each arc, with the arc and the position of the place before.
        let mut reached = vec![vec![(target.begin(start), u32::MAX, 0)]];
        for name in &named.arcs {
            let last = reached.last()?;
            let mut next = Vec::new();
            for (before, &(place, ..)) in last.iter().enumerate() {
                let arcs = ways.out(target.state(place)).iter().filter(|&&arc| ways.steps[arc as usize].name == *name);
                next.extend(arcs.filter_map(|&arc| Some((target.along(&ways.steps[arc as usize], place)?, arc, before))));
            }
            reached.push(next);
        }
        let mut at = reached.last()?.iter().position(|&(place, ..)| target.is_goal(ways, place))?;
        let mut steps: Vec<u32> = Vec::with_capacity(reached.len());
        for places in reached[1..].iter().rev() {
            steps.push(places[at].1);
            at = places[at].2;
        }
        steps.push(origin as u32);
        steps.reverse();
        Some(steps)
    }

    fn name_of_origin(&self, (period, wish): (usize, usize), origin: usize) -> (String, usize) {
        let (there, origins) = (&self.days[self.version[period]].1, &self.wishes[wish].origins);
        let node = origins[origin].lot.from;
        (there.text(node.sym()).to_string(), origins[..origin].iter().filter(|o| o.lot.from == node).count())
    }
}
