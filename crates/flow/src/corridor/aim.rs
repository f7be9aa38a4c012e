//! Where a lot may go: destination, rows that it must use, its own outside option; and how far it is at least from each state.
//!
//! ```text
//! place of a search = state x rows still to be used (one bit each)
//! to_go(place)      = least charges + hours x value of an hour to a goal, were nothing scarce
//! ```
//! The bound is exact at prices of zero and prices only add to it, so the first goal that A* settles is the nearest. It is worked
//! out backwards from the goals, by rising length, until the origins are settled and a little further; beyond that the last length
//! stands for all, which keeps the bound consistent. Where an arc costs less than nothing (a subsidy), labels are corrected
//! until nothing changes.

use super::ways::{NOWHERE, Ways};
use super::wishes::Wish;
use keruen_model::{AnyRef, Corridor, DemandKind, ServiceKind, TableKind};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What a lot from one origin aims at.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    /// Position of its graph.
    pub family: usize,
    /// State at the origin; `None` where the origin is nowhere.
    pub start: Option<u32>,
    /// Position of the bounds.
    pub bounds: usize,
    /// Position of the map of states to those of the next version of the network; `None` where there is none.
    pub later: Option<usize>,
}

/// Bounds of all lots that aim at the same.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    pub target: Target,
    to_go: Vec<f64>,
    /// Length beyond which nothing was looked at.
    reach: f64,
}

/// What lots aim at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub family: usize,
    node: u32,
    /// For each row that must be used, its bit in the graph.
    wanted: Vec<u32>,
    /// Own outside option, as in [`super::ways::Step::outside`].
    outside: u32,
    hour: f64,
    /// Wagons under the goods come back for themselves.
    come_back: bool,
}

/// How much further than the farthest origin bounds are worked out: a tenth more, since prices make lots go round.
const FURTHER: f64 = 1.1;

/// A place in a queue. The nearest comes first, ties by place: both in one whole number, so that one comparison tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Label(Reverse<u128>);

impl Label {
    pub fn new(key: f64, place: u32) -> Label {
        Label(Reverse((u128::from(rank(key)) << 32) | u128::from(place)))
    }

    pub fn place(self) -> u32 {
        self.0.0 as u32
    }

    /// Whether it was put there with a larger key than this one.
    pub fn is_behind(self, key: f64) -> bool {
        (self.0.0 >> 32) as u64 > rank(key)
    }

    /// What orders the queue.
    pub fn key(self) -> f64 {
        let rank = (self.0.0 >> 32) as u64;
        f64::from_bits(if rank & SIGN != 0 { rank ^ SIGN } else { !rank })
    }
}

const SIGN: u64 = 1 << 63;

/// A whole number that orders as a double does.
fn rank(key: f64) -> u64 {
    let bits = key.to_bits();
    if bits & SIGN != 0 { !bits } else { bits | SIGN }
}

impl Target {
    /// The target of a wish from one of its origins; `None` where its destination is nowhere.
    pub fn new(there: &Corridor, wish: &Wish, origin: usize, (family, ways): (usize, &Ways)) -> Option<Target> {
        let lot = &wish.origins[origin].lot;
        let node = there.tables.node.position(lot.to.sym())? as u32;
        let bit = |row: &AnyRef| ways.wanted.iter().position(|w| w == row).map(|b| b as u32);
        let avoided =
            |s: &keruen_model::Service| lot.avoid.contains(&AnyRef { table: TableKind::Service, id: s.service_id.sym() });
        let own = there.tables.service.iter().position(|s| s.kind == ServiceKind::Outside && !avoided(s));
        Some(Target {
            family,
            node,
            wanted: lot.must_use.iter().filter_map(bit).collect(),
            outside: own.map_or(0, |v| v as u32 + 1),
            hour: wish.hour,
            come_back: wish.kind == DemandKind::Through && ways.prices_ways_back,
        })
    }

    /// Where journeys end.
    pub fn node(&self) -> u32 {
        self.node
    }

    /// Places of a search for each state.
    pub fn masks(&self) -> u32 {
        1 << self.wanted.len()
    }

    pub fn places(&self, ways: &Ways) -> usize {
        ways.states() * self.masks() as usize
    }

    /// The place at a state with everything still to be used.
    pub fn begin(&self, state: u32) -> u32 {
        state * self.masks() + self.masks() - 1
    }

    pub fn state(&self, place: u32) -> u32 {
        place >> self.wanted.len()
    }

    /// Rows still to be used at a place, one bit each.
    fn left(&self, place: u32) -> u32 {
        place & (self.masks() - 1)
    }

    /// Whether a journey may end at a place.
    pub fn is_goal(&self, ways: &Ways, place: u32) -> bool {
        self.left(place) == 0 && ways.is_end(self.state(place), self.node)
    }

    /// Whether the lot may take an arc.
    fn may(&self, step: &super::ways::Step) -> bool {
        step.outside == 0 || step.outside == self.outside
    }

    /// The place that an arc leads to from a place; `None` where the lot may not take it.
    pub fn along(&self, step: &super::ways::Step, place: u32) -> Option<u32> {
        let left = self.left(place) & !self.met(step);
        self.may(step).then_some(step.to * self.masks() + left)
    }

    fn met(&self, step: &super::ways::Step) -> u32 {
        let bits = self.wanted.iter().enumerate();
        bits.map(|(own, &bit)| ((step.meets >> bit & 1) as u32) << own).sum()
    }

    pub fn length(&self, step: &super::ways::Step) -> f64 {
        step.charges(self.come_back) + step.hours * self.hour
    }
}

impl Bounds {
    /// Works backwards until all `origins` are settled. Goods may wait for a later version of the network, whose bounds and states are
    /// `later`: waiting costs nothing here, so that the bound holds.
    pub fn new(ways: &Ways, target: Target, origins: &[u32], later: Option<(&Bounds, &[u32])>) -> Bounds {
        let mut bounds = Bounds { to_go: vec![f64::INFINITY; target.places(ways)], reach: f64::INFINITY, target };
        let credit = ways.steps.iter().any(|s| bounds.target.length(s) < 0.0);
        let mut open: Vec<u32> = if credit { vec![u32::MAX] } else { origins.iter().map(|&s| bounds.target.begin(s)).collect() };
        let mut queue = BinaryHeap::new();
        let node = bounds.target.node;
        for state in (0..ways.states() as u32).filter(|&s| ways.is_end(s, node)) {
            bounds.reached(state * bounds.target.masks(), 0.0, &mut queue);
        }
        if let Some(later) = later {
            bounds.waits(ways, later, &mut queue);
        }
        while let Some(label) = queue.pop() {
            if label.is_behind(bounds.reach) {
                return bounds;
            }
            let place = label.place();
            let length = bounds.to_go[place as usize];
            if label.is_behind(length) {
                continue;
            }
            if let Some(i) = open.iter().position(|&o| o == place) {
                open.swap_remove(i);
                if open.is_empty() {
                    bounds.reach = length * FURTHER;
                }
            }
            bounds.back(ways, place, &mut queue);
        }
        bounds.reach = f64::INFINITY;
        bounds
    }

    /// What is to come after a wait for the next version of the network.
    fn waits(&mut self, ways: &Ways, (later, states): (&Bounds, &[u32]), queue: &mut BinaryHeap<Label>) {
        let masks = self.target.masks();
        if later.target.masks() != masks {
            return;
        }
        for stay in ways.stays().iter().filter(|s| states[s.state as usize] != NOWHERE) {
            for mask in 0..masks {
                let to_come = later.to_go(states[stay.state as usize] * masks + mask);
                if to_come.is_finite() {
                    self.reached(stay.state * masks + mask, to_come, queue);
                }
            }
        }
    }

    /// Every place from which an arc leads here.
    fn back(&mut self, ways: &Ways, place: u32, queue: &mut BinaryHeap<Label>) {
        let (masks, left) = (self.target.masks(), self.target.left(place));
        for &arc in ways.into(self.target.state(place)) {
            let step = &ways.steps[arc as usize];
            let met = self.target.met(step);
            if met & left != 0 || !self.target.may(step) {
                continue;
            }
            let length = self.to_go[place as usize] + self.target.length(step);
            // Of the rows that the arc uses, any may have been used before.
            let mut before = met;
            loop {
                self.reached(step.from * masks + (left | before), length, queue);
                if before == 0 {
                    break;
                }
                before = (before - 1) & met;
            }
        }
    }

    fn reached(&mut self, place: u32, length: f64, queue: &mut BinaryHeap<Label>) {
        let best = &mut self.to_go[place as usize];
        if length < *best {
            *best = length;
            queue.push(Label::new(length, place));
        }
    }

    /// At least so much is to come from a place on.
    pub fn to_go(&self, place: u32) -> f64 {
        self.to_go[place as usize].min(self.reach)
    }

    /// Whether a goal can be reached from a state at all.
    pub fn reaches(&self, state: u32) -> bool {
        self.to_go[self.target.begin(state) as usize].is_finite()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BinaryHeap;

    #[test]
    fn labels_order_as_their_keys_do_then_by_place() {
        let keys = [f64::NEG_INFINITY, -3.5, -0.25, 0.0, 1e-300, 2.0, 2.0, f64::INFINITY];
        let mut queue: BinaryHeap<Label> = keys.iter().rev().zip(0..).map(|(&key, place)| Label::new(key, place)).collect();
        let came: Vec<(f64, u32)> = std::iter::from_fn(|| queue.pop()).map(|l| (l.key(), l.place())).collect();
        assert_eq!(came, keys.into_iter().zip([7, 6, 5, 4, 3, 1, 2, 0]).collect::<Vec<_>>());
    }

    #[test]
    fn a_label_is_behind_once_its_place_is_nearer() {
        let label = Label::new(2.0, 9);
        assert!(label.is_behind(1.0) && label.is_behind(-4.0));
        assert!(!label.is_behind(2.0) && !label.is_behind(3.0));
    }
}
