//! Ways at prices: the cheapest way of a lot through its state graph when every scarce thing has a price.
//!
//! ```text
//! length of an arc = scale x (charges + hours x value of an hour) - sum of price(limit) x what the arc takes of it
//! ```
//!
//! A* with the bounds of [`super::aim`]. They are consistent and prices only add to them, so every place is settled once, though a
//! subsidy may make an arc's length negative.

use super::aim::{Bounds, Label};
use super::plan::Plan;
use super::ways::Ways;
use crate::mincost::{CommodityIx, Error, Offers, Oracle, Prices, RowIx, WayFlow};
use keruen_model::DemandKind;
use rustc_hash::FxHashMap;
use std::collections::BinaryHeap;

/// Labels of one search; forgotten by a new epoch.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    reached: Vec<Reached>,
    now: u32,
    heap: BinaryHeap<Label>,
}

/// How a place was reached.
#[derive(Clone, Copy, Debug, Default)]
struct Reached {
    length: f64,
    /// Arc, and the place before it.
    by: u32,
    before: u32,
    epoch: u32,
}

/// No arc leads here.
const NONE: u32 = u32::MAX;

impl Workspace {
    fn begin(&mut self, places: usize) {
        if self.reached.len() < places {
            self.reached.resize(places, Reached::default());
        }
        self.now += 1;
        self.heap.clear();
    }

    fn reach(&mut self, place: u32, (length, key): (f64, f64), (by, before): (u32, u32)) {
        let r = &mut self.reached[place as usize];
        if r.epoch != self.now || length < r.length {
            *r = Reached { length, by, before, epoch: self.now };
            self.heap.push(Label { key, length, place });
        }
    }
}

/// Everything a search along one graph needs.
struct Search<'a> {
    ways: &'a Ways,
    bounds: &'a Bounds,
    start: u32,
    /// Row of each scarcity in the period.
    rows: &'a [Option<RowIx>],
    prices: &'a [f64],
    scale: f64,
    hour: f64,
    /// Factors, not below 1, on the charges and time of arcs that other ways use already.
    dearer: Option<&'a FxHashMap<u32, f64>>,
}

impl Search<'_> {
    fn length(&self, arc: u32, step: &super::ways::Step) -> f64 {
        let taken: f64 = self.ways.takes(step).iter().map(|&(s, amount)| self.price(s) * amount).sum();
        let plain = step.usd + step.hours * self.hour;
        let dearer = self.dearer.and_then(|d| d.get(&arc)).map_or(0.0, |f| (f - 1.0) * plain.max(0.0));
        self.scale * (plain + dearer) - taken
    }

    fn price(&self, scarcity: u32) -> f64 {
        self.rows[scarcity as usize].map_or(0.0, |r| self.prices[r.index()])
    }

    /// The goal reached at least length, if that is below `most`.
    fn nearest_goal(&self, work: &mut Workspace, begun: f64, most: f64) -> Option<u32> {
        let target = &self.bounds.target;
        work.begin(target.places(self.ways));
        let start = target.begin(self.start);
        work.reach(start, (begun, begun + self.to_come(start)), (NONE, NONE));
        while let Some(Label { key, length, place }) = work.heap.pop() {
            if key >= most {
                return None;
            }
            if length > work.reached[place as usize].length {
                continue;
            }
            if target.is_goal(self.ways, place) {
                return Some(place);
            }
            for &arc in self.ways.out(target.state(place)) {
                let step = &self.ways.steps[arc as usize];
                let Some(to) = target.along(step, place) else { continue };
                let there = length + self.length(arc, step);
                let key = there + self.to_come(to);
                if key < most {
                    work.reach(to, (there, key), (arc, place));
                }
            }
        }
        None
    }

    /// At least so much is to come from a place on.
    fn to_come(&self, place: u32) -> f64 {
        let bound = self.bounds.to_go(place);
        if bound.is_infinite() { f64::INFINITY } else { self.scale * bound }
    }

    fn arcs_to(&self, work: &Workspace, goal: u32) -> Vec<u32> {
        let (mut arcs, mut at) = (Vec::new(), work.reached[goal as usize]);
        while at.by != NONE {
            arcs.push(at.by);
            at = work.reached[at.before as usize];
        }
        arcs.reverse();
        arcs
    }
}

/// The wishes of one kind, a search each.
pub(super) struct Side<'p> {
    plan: &'p Plan,
    groups: Vec<u32>,
}

impl<'p> Side<'p> {
    pub fn new(plan: &'p Plan, kind: DemandKind) -> Side<'p> {
        let mine = |k: &u32| plan.wishes[plan.commodities[*k as usize].1].kind == kind;
        Side { plan, groups: (0..plan.commodities.len() as u32).filter(mine).collect() }
    }
}

impl Oracle for Side<'_> {
    type Workspace = Workspace;

    fn groups(&self) -> usize {
        self.groups.len()
    }

    fn workspace(&self) -> Workspace {
        Workspace::default()
    }

    fn search(&self, group: usize, prices: &dyn Prices, work: &mut Workspace, offers: &mut Offers) -> Result<(), Error> {
        let (plan, commodity) = (self.plan, CommodityIx(self.groups[group]));
        let (period, wish) = plan.commodities[commodity.index()];
        let most = prices.worth(commodity) - prices.tolerance(commodity);
        for origin in 0..plan.wishes[wish].origins.len() {
            let Some(search) = plan.search_of(period, wish, origin, prices.scale(), prices.rows()) else { continue };
            let start = plan.start_of(period, wish, origin, prices);
            if let Some(goal) = search.nearest_goal(work, start, most) {
                let arcs = search.arcs_to(work, goal);
                plan.offer(commodity, origin, &arcs, offers);
            }
        }
        Ok(())
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        if let Some((&origin, arcs)) = steps.split_first() {
            self.plan.offer(commodity, origin as usize, arcs, offers);
        }
    }
}

impl Plan {
    fn search_of<'a>(&'a self, period: usize, wish: usize, origin: usize, scale: f64, prices: &'a [f64]) -> Option<Search<'a>> {
        let (ways, bounds, start) = self.networks[self.version[period]].aim(wish, origin)?;
        Some(Search { ways, bounds, start, rows: &self.rows[period], prices, scale, hour: self.wishes[wish].hour, dearer: None })
    }

    /// What a lot costs before it moves: the supplier's price, and the price of the supply.
    fn start_of(&self, period: usize, wish: usize, origin: usize, prices: &dyn Prices) -> f64 {
        let from = &self.wishes[wish].origins[origin];
        let scarce = self.supply_row(period, from.supply).map_or(0.0, |r| prices.rows()[r.index()] * self.wishes[wish].lot);
        prices.scale() * from.asked - scarce
    }

    /// What a lot on a way takes of the rows.
    pub(super) fn uses(&self, way: &WayFlow) -> Vec<(RowIx, f64)> {
        let (period, wish) = self.commodities[way.commodity.index()];
        let Some((&origin, arcs)) = way.steps.split_first() else { return Vec::new() };
        let w = &self.wishes[wish];
        let Some(ways) = self.ways(self.version[period], wish, origin as usize) else { return Vec::new() };
        let supply = self.supply_row(period, w.origins[origin as usize].supply).map(|r| (r, w.lot));
        let taken = arcs.iter().flat_map(|&a| ways.takes(&ways.steps[a as usize]));
        supply.into_iter().chain(taken.filter_map(|&(s, amount)| Some((self.rows[period][s as usize]?, amount)))).collect()
    }

    /// Offers a way: its origin, then its arcs.
    fn offer(&self, commodity: CommodityIx, origin: usize, arcs: &[u32], offers: &mut Offers) {
        let (period, wish) = self.commodities[commodity.index()];
        let w = &self.wishes[wish];
        let Some(ways) = self.ways(self.version[period], wish, origin) else { return };
        offers.begin(commodity);
        offers.step(
            origin as u32,
            w.origins[origin].asked,
            self.supply_row(period, w.origins[origin].supply).map(|r| (r, w.lot)),
        );
        for &arc in arcs {
            let step = &ways.steps[arc as usize];
            let uses = ways.takes(step).iter().filter_map(|&(s, amount)| Some((self.rows[period][s as usize]?, amount)));
            offers.step(arc, step.usd + step.hours * w.hour, uses);
        }
    }
}

impl Plan {
    /// The cheapest way were nothing scarce, with some arcs made dearer.
    pub(super) fn cheapest(
        &self,
        (period, wish, origin): (usize, usize, usize),
        dearer: &FxHashMap<u32, f64>,
        work: &mut Workspace,
    ) -> Option<Vec<u32>> {
        let free = vec![0.0; self.problem.rows.len()];
        let search = Search { dearer: Some(dearer), ..self.search_of(period, wish, origin, 1.0, &free)? };
        let goal = search.nearest_goal(work, 0.0, f64::INFINITY)?;
        Some(search.arcs_to(work, goal))
    }

    /// Least cost of a lot at its destination at prices of the rows, what the supplier asks included; `None` where no way leads there.
    pub(super) fn least_delivered(
        &self,
        (period, wish, origin): (usize, usize, usize),
        price: &[f64],
        work: &mut Workspace,
    ) -> Option<f64> {
        let search = self.search_of(period, wish, origin, 1.0, price)?;
        let w = &self.wishes[wish];
        let scarce = self.supply_row(period, w.origins[origin].supply).map_or(0.0, |r| price[r.index()] * w.lot);
        let goal = search.nearest_goal(work, w.origins[origin].asked - scarce, f64::INFINITY)?;
        Some(work.reached[goal as usize].length)
    }

    /// Scarcities with a price on the way that a wish would take were nothing scarce: they stop what stays behind.
    pub(super) fn full_on_the_best_way(&self, period: usize, wish: usize, price: &[f64]) -> Vec<u32> {
        let free = vec![0.0; price.len()];
        let mut work = Workspace::default();
        let mut out = Vec::new();
        for origin in 0..self.wishes[wish].origins.len() {
            let Some(search) = self.search_of(period, wish, origin, 1.0, &free) else { continue };
            let Some(goal) = search.nearest_goal(&mut work, 0.0, f64::INFINITY) else { continue };
            let ways = search.ways;
            let taken = search.arcs_to(&work, goal);
            let taken = taken.iter().flat_map(|&a| ways.takes(&ways.steps[a as usize])).map(|t| t.0);
            out.extend(taken.filter(|&s| self.is_dear(period, s, price)));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Whether a scarcity, or the time of the fleets that would bring more of it, has a price.
    fn is_dear(&self, period: usize, scarcity: u32, price: &[f64]) -> bool {
        self.rows[period][scarcity as usize].is_some_and(|r| price[r.index()] < 0.0)
    }
}
