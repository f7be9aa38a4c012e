//! Flows of nearly the least cost that nearly keep the capacities: where the simplex begins when very many commodities share them.
//!
//! Method of multipliers (Hestenes 1969, Powell 1969): the capacity of row r may be broken at a cost that grows with the breach, and
//! its price rises by what the breach cost until none is left,
//!
//! ```text
//! cost of an arc that uses r      c + max(0, price_r + rise_r * (flow / capacity_r - 1))
//! after every turn                price_r = max(0, price_r + rise_r * (flow / capacity_r - 1))
//!                                 rise_r grows where less than half of the breach has gone
//! ```
//!
//! Between two changes of prices this is a traffic equilibrium, which bushes find quickly (module [`crate::equilibrium`]). What stays
//! behind goes by a node beside the network, at the price of the dearest wish of its origin; so the flows are a beginning and
//! nothing more. The simplex makes them an optimum, whatever they are.

use keruen_results::equilibrium::{FlowLink, FlowNode, Principle, Trip};
use keruen_results::Progress;

use super::{Layer, NO_ROW, Network};
use crate::equilibrium::{Assignment, Curve, Graph};
use crate::mincost::error::Error;
use crate::mincost::near::Near;
use crate::mincost::problem::{CommodityIx, Problem, Unserved};

/// Below so many commodities the simplex is as quick without.
const COMMODITIES: usize = 10_000;
/// Changes of prices, at most.
const TURNS: usize = 16;
/// Sweeps of a turn that look for new ways, and sweeps after each that only move flow.
const LOOKS: usize = 3;
const BETWEEN: usize = 5;
/// The rise at first, in costs of a usual trip; and by how much it grows.
const RISE: f64 = 3.0;
const GROWTH: f64 = 3.0;
/// A breach must fall to this share of what it was, or its rise grows.
const FALL: f64 = 0.5;
/// Breaches that are together below this share of all demand are good enough to begin with.
const ENOUGH: f64 = 1e-4;

/// A capacity, and the link that uses it.
struct SoftBound {
    link: FlowLink,
    cost: f64,
    capacity: f64,
    price: f64,
    rise: f64,
    breach: f64,
}

/// Flows to begin with, or none where the network is not of the kind that this works for.
pub(super) fn rough(network: &Network, problem: &Problem, progress: &dyn Progress) -> Result<Option<Near>, Error> {
    let Some(layer) = plain_layer(network, problem) else { return Ok(None) };
    let Some((mut assignment, mut bounds)) = soften(network, layer, problem) else { return Ok(None) };
    let stopped = |_| Error::Cancelled;
    assignment.approach(0, 0, progress).map_err(stopped)?;
    let rise = RISE * usual_cost(&assignment, layer, problem);
    bounds.iter_mut().for_each(|bound| bound.rise = rise);
    let all: f64 = problem.commodities.iter().map(|commodity| commodity.demand).sum();
    for turn in 0..TURNS {
        progress.step(turn as u64, TURNS as u64);
        assignment.bend(bounds.iter().map(|bound| (bound.link, bound.curve())));
        assignment.approach(LOOKS, BETWEEN, progress).map_err(stopped)?;
        let breach: f64 = bounds.iter_mut().map(|bound| bound.learn(assignment.flow(bound.link))).sum();
        if breach <= ENOUGH * all {
            break;
        }
    }
    Ok(Some(offers(network, layer, problem, &assignment)))
}

impl SoftBound {
    fn curve(&self) -> Curve {
        Curve::soft_bound(self.cost, self.price, self.rise, self.capacity)
    }

    /// Takes the price that the flow asks for; returns by how much it breaks the capacity.
    fn learn(&mut self, flow: f64) -> f64 {
        let over = flow / self.capacity - 1.0;
        self.price = (self.price + self.rise * over).max(0.0);
        let breach = over.max(0.0);
        if breach > FALL * self.breach {
            self.rise *= GROWTH;
        }
        self.breach = breach;
        breach * self.capacity
    }
}

/// The only layer, where each row is the capacity of one arc, and all may stay behind.
fn plain_layer<'a>(network: &'a Network, problem: &Problem) -> Option<&'a Layer> {
    let [layer] = network.layers.as_slice() else { return None };
    let wishes: usize = network.groups.iter().map(|group| group.targets.len()).sum();
    let one_wish_each = wishes == problem.commodities.len() && network.layer_of.iter().flatten().count() == wishes;
    let may_stay = problem.commodities.iter().all(|commodity| commodity.unserved != Unserved::Never);
    let capacities = problem.rows.iter().all(|row| row.lower == f64::NEG_INFINITY && row.upper >= 0.0);
    let mut used = vec![false; problem.rows.len()];
    let once = |&row: &u32| row == NO_ROW || !std::mem::replace(&mut used[row as usize], true);
    let each_once = layer.single.len() == layer.hops.len() && layer.single.iter().all(once);
    let costs = layer.cost.iter().all(|&cost| cost >= 0.0);
    let plain = one_wish_each && may_stay && capacities && each_once && costs && problem.columns.is_empty();
    (plain && problem.commodities.len() >= COMMODITIES).then_some(layer)
}

/// The network with a node beside it for what stays behind, closed nodes first. Links are slots of the layer, then those beside.
fn soften(network: &Network, layer: &Layer, problem: &Problem) -> Option<(Assignment, Vec<SoftBound>)> {
    let nodes = layer.closed.len() as u32;
    let number = numbers(&layer.closed);
    let mut ends: Vec<(u32, u32)> =
        layer.tail.iter().zip(&layer.hops).map(|(&tail, hop)| (number[tail as usize], number[hop.head as usize])).collect();
    let (mut curves, mut bounds) = (Vec::with_capacity(ends.len()), Vec::new());
    for (slot, hop) in layer.hops.iter().enumerate() {
        let cost = layer.cost[hop.arc as usize];
        let row = problem.rows.get(layer.single[slot] as usize);
        let Some(capacity) = row.map(|row| row.upper).filter(|upper| upper.is_finite()) else {
            curves.push(Curve::fixed(cost));
            continue;
        };
        curves.push(Curve::soft_bound(cost, 0.0, 0.0, capacity));
        if capacity > 0.0 {
            let link = FlowLink(slot as u32);
            bounds.push(SoftBound { link, cost, capacity, price: 0.0, rise: 0.0, breach: f64::INFINITY });
        }
    }
    let mut trips = Vec::with_capacity(problem.commodities.len());
    let mut ends_there = vec![false; nodes as usize];
    for group in &network.groups {
        let mut dearest = 0.0_f64;
        for &(target, commodity) in &group.targets {
            let wish = &problem.commodities[commodity.index()];
            if let Unserved::At(cost) = wish.unserved {
                dearest = dearest.max(cost);
            }
            let (from, to) = (FlowNode(number[group.origin as usize]), FlowNode(number[target as usize]));
            trips.push(Trip { from, to, amount: wish.demand });
            if !std::mem::replace(&mut ends_there[target as usize], true) {
                ends.push((nodes, number[target as usize]));
                curves.push(Curve::fixed(0.0));
            }
        }
        ends.push((number[group.origin as usize], nodes));
        curves.push(Curve::fixed(dearest));
    }
    let closed = layer.closed.iter().filter(|&&closed| closed).count() as u32;
    let graph = Graph::of_ends(nodes as usize + 1, closed, &ends);
    let assignment = Assignment::of_curves(graph, &curves, &trips, Principle::UserEquilibrium).ok()?;
    Some((assignment, bounds))
}

/// Closed nodes first, each kind in its order.
fn numbers(closed: &[bool]) -> Vec<u32> {
    let mut next = [closed.iter().filter(|&&closed| closed).count() as u32, 0];
    let mut take = |closed: bool| {
        let next = &mut next[usize::from(closed)];
        *next += 1;
        *next - 1
    };
    closed.iter().map(|&closed| take(closed)).collect()
}

/// What a unit of demand costs on average where nothing is scarce.
fn usual_cost(assignment: &Assignment, layer: &Layer, problem: &Problem) -> f64 {
    let of_slot = |(slot, hop): (usize, &super::Hop)| assignment.flow(FlowLink(slot as u32)) * layer.cost[hop.arc as usize];
    let cost: f64 = layer.hops.iter().enumerate().map(of_slot).sum();
    let demand: f64 = problem.commodities.iter().map(|commodity| commodity.demand).sum();
    if cost > 0.0 && demand > 0.0 { cost / demand } else { 1.0 }
}

/// The ways in use, shared out among the commodities with the same ends in their order.
fn offers(network: &Network, layer: &Layer, problem: &Problem, assignment: &Assignment) -> Near {
    let number = numbers(&layer.closed);
    let mut wishes: Vec<((u32, u32), CommodityIx)> = Vec::with_capacity(problem.commodities.len());
    for group in &network.groups {
        let ends = |target: u32| (number[group.origin as usize], number[target as usize]);
        wishes.extend(group.targets.iter().map(|&(target, commodity)| (ends(target), commodity)));
    }
    wishes.sort();
    let mut left: Vec<f64> = problem.commodities.iter().map(|commodity| commodity.demand).collect();
    let mut near = Near::default();
    assignment.each_way(|trip, links| {
        let ends = (trip.from.0, trip.to.0);
        let first = wishes.partition_point(|wish| wish.0 < ends);
        let inside = links.iter().all(|&link| (link as usize) < layer.hops.len());
        let mut rest = trip.amount;
        for &(_, commodity) in wishes[first..].iter().take_while(|wish| wish.0 == ends) {
            let amount = rest.min(left[commodity.index()]);
            if amount > 0.0 {
                left[commodity.index()] -= amount;
                rest -= amount;
                if inside {
                    layer.offer(commodity, links.iter().map(|&slot| layer.hops[slot as usize].arc), &mut near.offers);
                    near.amounts.push(amount);
                }
            }
        }
    });
    near
}
