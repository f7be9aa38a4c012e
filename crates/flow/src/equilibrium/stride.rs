//! What a sweep moved, prolonged for the flows of all origins at once.
//!
//! ```text
//! d     = flows after this sweep - flows after the sweep before             so it holds the last stride too: a momentum
//! y     = max(0, flows + t * d), at each place scaled to what is wanted     t: least objective on the straight line
//! next  = flows + s * (y - flows),   0 <= s <= 1                            s: least objective on the way to y
//! slope = sum over origins and arcs of d * reduced cost  +  sum over links of D * (c(x + t * D) - c(x)),   D = sum of d
//! ```
//!
//! Where slopes of links differ much, origins undo each other's steps: one leaves a link of small slope for another, which wants flow on
//! the roads between, and others give way on these roads until the first sees nearly the old difference again. What is left is a step
//! that is always the same and far too short, for the objective is nearly linear along it. The step of two sweeps shows its direction,
//! and one search along it does what thousands of sweeps would do.
//!
//! Flows stay feasible: no arc falls below zero, and each place takes in what it wants. The objective does not rise. Its slope is added up
//! from reduced costs: the same as from costs, since trips are conserved, but its terms are as small as what can be gained, so that
//! rounding does not hide it.
//!
//! Source: conjugate gradients with a sweep as the preconditioner, the directions combined as in Polyak, USSR Computational Mathematics
//! and Mathematical Physics 4 (1964) 1-17 (momentum), length by search. The way to stay feasible is our own.

use super::Assignment;
use super::bush::Bush;
use super::labels::Labels;
use super::lane::{Lane, side_by_side};
use super::loads::Loads;

/// Longest stride, in steps. Most are of 1 to 10.
const LONGEST: f64 = 100.0;

/// A search ends where this share of the first slope is left, or after so many trials.
const LEFT: f64 = 0.05;
const TRIALS: usize = 20;

/// A change of the flows of all edges, and the slope of the objective where it begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Direction {
    change: Vec<f64>,
    slope: f64,
}

impl Assignment {
    /// Goes on in the direction in which flows moved since the last stride.
    pub(super) fn stride(&mut self, threads: usize) {
        let so_far = self.direction(threads, |bush, _| remember(bush));
        let length = so_far.least(&self.lanes[0].loads, LONGEST);
        let beyond = self.direction(threads, |bush, wanted| prolong(bush, wanted, length));
        let share = beyond.least(&self.lanes[0].loads, 1.0);
        side_by_side(&mut self.lanes, threads, |lane| lane.stop_at(share, &beyond));
    }

    /// No stride was taken so far.
    pub(super) fn forget_strides(&mut self) {
        self.lanes.iter_mut().flat_map(|lane| &mut lane.bushes).for_each(|bush| bush.before.clear());
    }

    /// From what was before to the present flows, once every bush is prepared.
    fn direction(&mut self, threads: usize, prepare: impl Fn(&mut Bush, &mut Vec<f64>) + Sync) -> Direction {
        side_by_side(&mut self.lanes, threads, |lane| lane.direct(&prepare));
        let mut all = Direction { change: vec![0.0; self.graph.link.len()], slope: 0.0 };
        for lane in &self.lanes {
            all.slope += lane.direction.slope;
            all.change.iter_mut().zip(&lane.direction.change).for_each(|(sum, change)| *sum += change);
        }
        all
    }
}

impl Lane {
    /// The part of a direction that its own bushes make.
    fn direct(&mut self, prepare: impl Fn(&mut Bush, &mut Vec<f64>)) {
        let Direction { change, slope } = &mut self.direction;
        change.clear();
        change.resize(self.loads.cost.len(), 0.0);
        *slope = 0.0;
        let (labels, cost) = (&mut self.tools.labels, &self.loads.cost);
        for bush in &mut self.bushes {
            labels.find(bush, cost);
            prepare(bush, &mut self.tools.wanted);
            *slope += slope_of(bush, labels, cost, change);
        }
    }

    /// Flows come to lie at this share of the way from what was before.
    fn stop_at(&mut self, share: f64, along: &Direction) {
        if share < 1.0 {
            for bush in &mut self.bushes {
                bush.arcs.iter_mut().zip(&bush.before).for_each(|(arc, before)| arc.flow = before + share * (arc.flow - before));
            }
        }
        for (edge, change) in along.change.iter().enumerate().filter(|(_, change)| share * **change != 0.0) {
            self.loads.set(edge, self.loads.flow(edge) + share * change);
        }
    }
}

/// Adds what has changed in a bush to `change`, and gives the slope of the objective along it.
fn slope_of(bush: &Bush, labels: &Labels, cost: &[f64], change: &mut [f64]) -> f64 {
    let mut slope = 0.0;
    for place in 1..bush.nodes.len() {
        let least = labels.places[place].least;
        for i in bush.arcs_into(place) {
            let (arc, edge) = (&bush.arcs[i], bush.arcs[i].edge as usize);
            let moved = arc.flow - bush.before[i];
            if moved != 0.0 {
                change[edge] += moved;
                slope += moved * (labels.places[arc.tail as usize].least + cost[edge] - least);
            }
        }
    }
    slope
}

/// The first time nothing has moved so far.
fn remember(bush: &mut Bush) {
    if bush.before.is_empty() {
        bush.before.extend(bush.arcs.iter().map(|arc| arc.flow));
    }
}

/// Moves on by `length` times what was moved since `before`, which becomes where it begins.
fn prolong(bush: &mut Bush, wanted: &mut Vec<f64>, length: f64) {
    for (arc, before) in bush.arcs.iter_mut().zip(&mut bush.before) {
        let moved = arc.flow - std::mem::replace(before, arc.flow);
        arc.flow = (arc.flow + length * moved).max(0.0);
    }
    bush.distribute(wanted, |_, _| ());
}

impl Direction {
    /// How far to go, at most `most`, to where the objective is least; 0 where it does not fall.
    fn least(&self, loads: &Loads, most: f64) -> f64 {
        if self.slope.is_nan() || self.slope >= 0.0 {
            return 0.0;
        }
        let (mut low, mut high) = (0.0, most);
        let mut at = most.min(-self.slope / self.curved(loads, 0.0).1);
        for _ in 0..TRIALS {
            let (slope, curvature) = self.curved(loads, at);
            if slope.abs() <= LEFT * -self.slope || (slope < 0.0 && at >= most) {
                return at;
            }
            if slope < 0.0 {
                low = at
            } else {
                high = at
            }
            let newton = (at - slope / curvature).min(most);
            at = if newton > low && newton < high || newton > at && high == most { newton } else { low + (high - low) / 2.0 };
        }
        low
    }

    /// Slope and curvature of the objective so far along it.
    fn curved(&self, loads: &Loads, at: f64) -> (f64, f64) {
        let moved = self.change.iter().enumerate().filter(|(_, change)| **change != 0.0);
        moved.fold((self.slope, 0.0), |(slope, curvature), (edge, &change)| {
            let price = loads.price_at(edge, loads.flow(edge) + at * change);
            (slope + change * (price.cost - loads.cost[edge]), curvature + change * change * price.slope)
        })
    }
}
