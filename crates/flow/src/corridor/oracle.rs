//! Ways at prices: the cheapest way of a lot through its state graph when every scarce thing has a price.
//!
//! ```text
//! length of an arc = scale x (charges + hours x value of an hour) - sum of price(limit) x what the arc takes of it
//! ```
//!
//! A*: the least charges and the least hours from a state to a goal, worked out once, bound what is to come. Both bounds are
//! consistent and prices only add to them, so every state is settled once, though a subsidy may make an arc's length negative.

use super::plan::Plan;
use crate::mincost::{CommodityIx, Error, Offers, Oracle, Prices, RowIx, WayFlow};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Labels of one search; forgotten by a new epoch.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    distance: Vec<f64>,
    before: Vec<u32>,
    epoch: Vec<u32>,
    now: u32,
    heap: BinaryHeap<Label>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Label {
    /// Distance and the bound on what is to come.
    whole: f64,
    distance: f64,
    state: u32,
}

impl Eq for Label {}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Label {
    /// The nearest first, ties by state.
    fn cmp(&self, other: &Self) -> Ordering {
        other.whole.total_cmp(&self.whole).then(other.state.cmp(&self.state))
    }
}

/// No arc leads here.
const NONE: u32 = u32::MAX;

impl Workspace {
    fn begin(&mut self, states: usize) {
        if self.distance.len() < states {
            self.distance.resize(states, 0.0);
            self.before.resize(states, NONE);
            self.epoch.resize(states, 0);
        }
        self.now += 1;
        self.heap.clear();
    }

    fn reach(&mut self, state: u32, (distance, whole): (f64, f64), by: u32) {
        let i = state as usize;
        if self.epoch[i] != self.now || distance < self.distance[i] {
            (self.epoch[i], self.distance[i], self.before[i]) = (self.now, distance, by);
            self.heap.push(Label { whole, distance, state });
        }
    }
}

/// Everything a search along one graph needs.
struct Search<'a> {
    ways: &'a super::ways::Ways,
    /// Row of each scarcity in the period.
    rows: &'a [Option<RowIx>],
    prices: &'a [f64],
    scale: f64,
    hour: f64,
}

impl Search<'_> {
    fn length(&self, arc: u32) -> f64 {
        let step = &self.ways.steps[arc as usize];
        let taken: f64 = self.ways.takes(step).iter().map(|&(s, amount)| self.price(s) * amount).sum();
        self.scale * (step.usd + step.hours * self.hour) - taken
    }

    fn price(&self, scarcity: u32) -> f64 {
        self.rows[scarcity as usize].map_or(0.0, |r| self.prices[r.index()])
    }

    /// The goal reached at least length, if that is below `most`.
    fn nearest_goal(&self, work: &mut Workspace, start: f64, most: f64) -> Option<u32> {
        work.begin(self.ways.states());
        if self.ways.states() > 0 {
            work.reach(0, (start, start + self.to_come(0)), NONE);
        }
        while let Some(Label { whole, distance, state }) = work.heap.pop() {
            if whole >= most {
                return None;
            }
            if distance > work.distance[state as usize] {
                continue;
            }
            if self.ways.is_goal[state as usize] {
                return Some(state);
            }
            for &arc in self.ways.out(state) {
                let to = self.ways.steps[arc as usize].to;
                let there = distance + self.length(arc);
                let whole = there + self.to_come(to);
                if whole < most {
                    work.reach(to, (there, whole), arc);
                }
            }
        }
        None
    }

    /// At least so much is to come from a state on.
    fn to_come(&self, state: u32) -> f64 {
        let [usd, hours] = self.ways.to_goal[state as usize];
        if usd.is_infinite() { f64::INFINITY } else { self.scale * (usd + hours * self.hour) }
    }

    fn arcs_to(&self, work: &Workspace, goal: u32) -> Vec<u32> {
        let (mut arcs, mut at) = (Vec::new(), goal);
        while work.before[at as usize] != NONE {
            let arc = work.before[at as usize];
            arcs.push(arc);
            at = self.ways.start_of(arc);
        }
        arcs.reverse();
        arcs
    }
}

impl Oracle for Plan {
    type Workspace = Workspace;

    fn groups(&self) -> usize {
        self.commodities.len()
    }

    fn workspace(&self) -> Workspace {
        Workspace::default()
    }

    fn search(&self, group: usize, prices: &dyn Prices, work: &mut Workspace, offers: &mut Offers) -> Result<(), Error> {
        let commodity = CommodityIx(group as u32);
        let (period, wish) = self.commodities[group];
        let most = prices.worth(commodity) - prices.tolerance(commodity);
        for origin in 0..self.wishes[wish].origins.len() {
            let search = self.search_of(period, wish, origin, prices.scale(), prices.rows());
            let start = self.start_of(period, wish, origin, prices);
            if let Some(goal) = search.nearest_goal(work, start, most) {
                let arcs = search.arcs_to(work, goal);
                self.offer(commodity, origin, &arcs, offers);
            }
        }
        Ok(())
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        if let Some((&origin, arcs)) = steps.split_first() {
            self.offer(commodity, origin as usize, arcs, offers);
        }
    }
}

impl Plan {
    fn search_of<'a>(&'a self, period: usize, wish: usize, origin: usize, scale: f64, prices: &'a [f64]) -> Search<'a> {
        let ways = &self.ways[self.version[period]][wish][origin];
        Search { ways, rows: &self.rows[period], prices, scale, hour: self.wishes[wish].hour }
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
        let (w, ways) = (&self.wishes[wish], &self.ways[self.version[period]][wish][origin as usize]);
        let supply = self.supply_row(period, w.origins[origin as usize].supply).map(|r| (r, w.lot));
        let taken = arcs.iter().flat_map(|&a| ways.takes(&ways.steps[a as usize]));
        supply.into_iter().chain(taken.filter_map(|&(s, amount)| Some((self.rows[period][s as usize]?, amount)))).collect()
    }

    /// Offers a way: its origin, then its arcs.
    fn offer(&self, commodity: CommodityIx, origin: usize, arcs: &[u32], offers: &mut Offers) {
        let (period, wish) = self.commodities[commodity.index()];
        let w = &self.wishes[wish];
        let ways = &self.ways[self.version[period]][wish][origin];
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
    /// Scarcities with a price on the way that a wish would take were nothing scarce: they stop what stays behind.
    pub(super) fn full_on_the_best_way(&self, period: usize, wish: usize, price: &[f64]) -> Vec<u32> {
        let free = vec![0.0; price.len()];
        let mut work = Workspace::default();
        let mut out = Vec::new();
        for origin in 0..self.wishes[wish].origins.len() {
            let search = self.search_of(period, wish, origin, 1.0, &free);
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
