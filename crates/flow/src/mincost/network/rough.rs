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
//! Between two changes of prices this is a traffic equilibrium, which bushes find quickly (module [`crate::equilibrium`]). Steep rises
//! bring flows within the capacities and leave them dear; gentle ones then bring the prices to where they belong. So the flows of the
//! steep turns are offered together with the prices of the gentle ones, and with the ways of both. What stays behind goes by a node
//! beside the network, at the price of the dearest wish of its origin. All this is a beginning and nothing more: the simplex makes it
//! an optimum, whatever it is.

use keruen_results::Progress;
use keruen_results::equilibrium::{FlowLink, FlowNode, Principle, Trip};

use super::{Hop, Layer, NO_ROW, Network};
use crate::equilibrium::{Assignment, Curve, Graph};
use crate::mincost::error::Error;
use crate::mincost::near::Near;
use crate::mincost::problem::{CommodityIx, Goal, Problem, Unserved};

/// Below so many commodities the simplex is as quick without: Anaheim (1,406) takes as long, Barcelona (7,922) 1.5 s instead of more
/// than 40.
const COMMODITIES: usize = 2_000;
/// Sweeps of a turn that look for new ways, and sweeps after each that only move flow.
const LOOKS: usize = 3;
const BETWEEN: usize = 8;
/// Capacities are kept a little inside, so that small breaches do not break them.
const INSIDE: f64 = 1.0 - 1e-3;
/// The rise at first, in costs of a usual trip.
const RISE: f64 = 3.0;
/// The gentlest rise later, in the same; and the steepest when settling begins, in prices of the row.
const GENTLE: f64 = 5.0 * RISE;
const OF_PRICE: f64 = 0.3;
/// By which factor rises grow and fall in a turn, by phase.
const CLIMB: f64 = 3.0;
const SETTLE_UP: f64 = 2.0;
const SETTLE_DOWN: f64 = 0.7;
const EASE: f64 = 0.4;
/// A breach that is above this share of what it was a turn ago is stuck.
const STUCK: f64 = 0.5;
/// A breach below this share of capacity is none.
const NO_BREACH: f64 = 1e-6;
/// Climbing ends when breaches are together below this share of all demand, or after so many turns.
const CLIMBED: f64 = 3e-3;
const CLIMBING: usize = 20;
/// Settling ends when price times breach is together below this share of the cost, or after so many turns.
const SETTLED: f64 = 1e-4;
const SETTLING: usize = 16;
/// Turns of the last phase.
const EASING: usize = 11;

/// What the rises do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// They grow where a breach is stuck, so that prices come near.
    Climb,
    /// They grow there, and fall elsewhere, so that flows come within the capacities.
    Settle,
    /// They fall, so that prices come to where they belong.
    Ease,
}

/// A capacity, and the link that uses it.
struct SoftBound {
    link: FlowLink,
    row: u32,
    cost: f64,
    capacity: f64,
    price: f64,
    rise: f64,
    breach: f64,
}

/// The network with soft bounds.
struct Rough<'a> {
    network: &'a Network,
    layer: &'a Layer,
    problem: &'a Problem,
    assignment: Assignment,
    bounds: Vec<SoftBound>,
    /// The cost of a usual trip where nothing is scarce.
    usual: f64,
}

/// Flows to begin with, or none where the network is not of the kind that this works for.
pub(super) fn rough(network: &Network, problem: &Problem, progress: &dyn Progress) -> Result<Option<Near>, Error> {
    if problem.commodities.len() < COMMODITIES { Ok(None) } else { rough_of_any_size(network, problem, progress) }
}

fn rough_of_any_size(network: &Network, problem: &Problem, progress: &dyn Progress) -> Result<Option<Near>, Error> {
    let Some(layer) = plain_layer(network, problem) else { return Ok(None) };
    let Some((assignment, bounds)) = soften(network, layer, problem) else { return Ok(None) };
    let mut rough = Rough { network, layer, problem, assignment, bounds, usual: 0.0 };
    rough.load(progress)?;
    rough.turns(Phase::Climb, CLIMBING, progress)?;
    rough.turns(Phase::Settle, SETTLING, progress)?;
    let mut near = rough.ways();
    rough.turns(Phase::Ease, EASING, progress)?;
    near.know(&rough.ways());
    near.prices = vec![0.0; problem.rows.len()];
    rough.bounds.iter().for_each(|bound| near.prices[bound.row as usize] = -bound.price);
    Ok(Some(near))
}

impl Rough<'_> {
    /// Everybody on the cheapest way of the empty network.
    fn load(&mut self, progress: &dyn Progress) -> Result<(), Error> {
        self.assignment.approach(0, 0, progress).map_err(|_| Error::Cancelled)?;
        let demand = self.demand();
        let usual = self.cost() / demand;
        self.usual = if usual.is_finite() && usual > 0.0 { usual } else { 1.0 };
        self.bounds.iter_mut().for_each(|bound| bound.rise = RISE * self.usual);
        Ok(())
    }

    /// Turns of a phase: flows near the equilibrium, then new prices and rises.
    fn turns(&mut self, phase: Phase, most: usize, progress: &dyn Progress) -> Result<(), Error> {
        let gentle = GENTLE * self.usual;
        for turn in 0..most {
            progress.step(turn as u64, most as u64);
            self.assignment.bend(self.bounds.iter().map(|bound| (bound.link, bound.curve())));
            self.assignment.approach(LOOKS, BETWEEN, progress).map_err(|_| Error::Cancelled)?;
            let (mut breach, mut worth) = (0.0, 0.0);
            for bound in &mut self.bounds {
                let by = bound.learn(self.assignment.flow(bound.link), phase, gentle);
                breach += by;
                worth += bound.price * by;
            }
            let done = match phase {
                Phase::Climb => breach <= CLIMBED * self.demand(),
                Phase::Settle => worth <= SETTLED * self.cost(),
                Phase::Ease => false,
            };
            if done {
                break;
            }
        }
        if phase == Phase::Climb {
            self.bounds.iter_mut().for_each(|bound| bound.rise = bound.rise.min(gentle.max(OF_PRICE * bound.price)));
        }
        Ok(())
    }

    fn demand(&self) -> f64 {
        self.problem.commodities.iter().map(|commodity| commodity.demand).sum()
    }

    /// What the flows cost within the network.
    fn cost(&self) -> f64 {
        let of_slot =
            |(slot, hop): (usize, &Hop)| self.assignment.flow(FlowLink(slot as u32)) * self.layer.cost[hop.arc as usize];
        self.layer.hops.iter().enumerate().map(of_slot).sum()
    }

    /// The ways in use, shared out among the commodities with the same ends in their order.
    fn ways(&self) -> Near {
        let wishes = wishes(self.network, &numbers(&self.layer.closed));
        let mut left: Vec<f64> = self.problem.commodities.iter().map(|commodity| commodity.demand).collect();
        let mut near = Near::default();
        self.assignment.each_way(|trip, links| {
            let ends = (trip.from.0, trip.to.0);
            let first = wishes.partition_point(|wish| wish.0 < ends);
            let inside = links.iter().all(|&link| (link as usize) < self.layer.hops.len());
            let mut rest = trip.amount;
            for &(_, commodity) in wishes[first..].iter().take_while(|wish| wish.0 == ends) {
                let amount = rest.min(left[commodity.index()]);
                left[commodity.index()] -= amount;
                rest -= amount;
                if inside && amount > 0.0 {
                    near.push(commodity, amount, links.iter().map(|&slot| self.layer.hops[slot as usize].arc));
                }
            }
        });
        near
    }
}

impl SoftBound {
    fn curve(&self) -> Curve {
        Curve::soft_bound(self.cost, self.price, self.rise, self.capacity)
    }

    /// Takes the price that the flow asks for, and the next rise. Returns how far the flow is from where it should be: at the capacity
    /// where it has a price, else within.
    fn learn(&mut self, flow: f64, phase: Phase, gentle: f64) -> f64 {
        let over = flow / self.capacity - 1.0;
        self.price = (self.price + self.rise * over).max(0.0);
        let breach = if self.price > 0.0 { over.abs() } else { 0.0 };
        let stuck = breach > STUCK * self.breach && breach > NO_BREACH;
        match phase {
            Phase::Climb if stuck => self.rise *= CLIMB,
            Phase::Climb => {}
            Phase::Settle if stuck => self.rise *= SETTLE_UP,
            Phase::Settle => self.rise = (SETTLE_DOWN * self.rise).max(gentle),
            Phase::Ease => self.rise = (EASE * self.rise).max(gentle),
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
    // Where as much as possible is to be served first, costs say little of the answer, and the master has a row of its own.
    let by_cost = problem.goal == Goal::LeastCost && problem.columns.is_empty();
    let plain = one_wish_each && may_stay && capacities && each_once && costs && by_cost;
    plain.then_some(layer)
}

/// The network with a node beside it for what stays behind, closed nodes first. Links are slots of the layer, then those beside.
fn soften(network: &Network, layer: &Layer, problem: &Problem) -> Option<(Assignment, Vec<SoftBound>)> {
    let number = numbers(&layer.closed);
    let ends_of = |(&tail, hop): (&u32, &Hop)| (number[tail as usize], number[hop.head as usize]);
    let mut ends: Vec<(u32, u32)> = layer.tail.iter().zip(&layer.hops).map(ends_of).collect();
    let (mut curves, bounds) = soft_bounds(layer, problem);
    let trips = go_beside(network, problem, &number, &mut ends, &mut curves);
    let closed = layer.closed.iter().filter(|&&closed| closed).count() as u32;
    let graph = Graph::of_ends(number.len() + 1, closed, &ends);
    let assignment = Assignment::of_curves(graph, &curves, &trips, Principle::UserEquilibrium).ok()?;
    Some((assignment, bounds))
}

/// A curve for each slot, and the bounds that have a price to learn.
fn soft_bounds(layer: &Layer, problem: &Problem) -> (Vec<Curve>, Vec<SoftBound>) {
    let (mut curves, mut bounds) = (Vec::with_capacity(layer.hops.len()), Vec::new());
    for (slot, (hop, &row)) in layer.hops.iter().zip(&layer.single).enumerate() {
        let cost = layer.cost[hop.arc as usize];
        let upper = problem.rows.get(row as usize).map_or(f64::INFINITY, |row| row.upper);
        if upper.is_infinite() {
            curves.push(Curve::fixed(cost));
            continue;
        }
        let capacity = INSIDE * upper;
        curves.push(Curve::soft_bound(cost, 0.0, 0.0, capacity));
        if capacity > 0.0 {
            let link = FlowLink(slot as u32);
            bounds.push(SoftBound { link, row, cost, capacity, price: 0.0, rise: 0.0, breach: f64::INFINITY });
        }
    }
    (curves, bounds)
}

/// Links from each origin to the node beside the network and from there to each destination; all trips.
fn go_beside(
    network: &Network,
    problem: &Problem,
    number: &[u32],
    ends: &mut Vec<(u32, u32)>,
    curves: &mut Vec<Curve>,
) -> Vec<Trip> {
    let beside = number.len() as u32;
    let mut trips = Vec::with_capacity(problem.commodities.len());
    let mut reached = vec![false; number.len()];
    for group in &network.groups {
        let (from, mut dearest) = (number[group.origin as usize], 0.0_f64);
        for &(target, commodity) in &group.targets {
            let (to, wish) = (number[target as usize], &problem.commodities[commodity.index()]);
            if let Unserved::At(cost) = wish.unserved {
                dearest = dearest.max(cost);
            }
            trips.push(Trip { from: FlowNode(from), to: FlowNode(to), amount: wish.demand });
            if !std::mem::replace(&mut reached[target as usize], true) {
                ends.push((beside, to));
                curves.push(Curve::fixed(0.0));
            }
        }
        ends.push((from, beside));
        curves.push(Curve::fixed(dearest));
    }
    trips
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

/// All wishes by their ends.
fn wishes(network: &Network, number: &[u32]) -> Vec<((u32, u32), CommodityIx)> {
    let mut wishes = Vec::new();
    for group in &network.groups {
        let ends = |target: u32| (number[group.origin as usize], number[target as usize]);
        wishes.extend(group.targets.iter().map(|&(target, commodity)| (ends(target), commodity)));
    }
    wishes.sort();
    wishes
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::mincost::network::Search;
    use crate::mincost::{Commodity, Offers, Oracle, Prices, Row, Solver};
    use keruen_network::kernel::{GraphBuilder, NodeIx};
    use keruen_results::Silent;

    /// A network that begins roughly, however small it is.
    struct Begins<'a>(&'a Network);

    impl Oracle for Begins<'_> {
        type Workspace = Search;

        fn groups(&self) -> usize {
            self.0.groups()
        }

        fn workspace(&self) -> Search {
            self.0.workspace()
        }

        fn search(&self, group: usize, prices: &dyn Prices, search: &mut Search, offers: &mut Offers) -> Result<(), Error> {
            self.0.search(group, prices, search, offers)
        }

        fn near(&self, problem: &Problem, progress: &dyn Progress) -> Result<Option<Near>, Error> {
            let near = rough_of_any_size(self.0, problem, progress)?;
            assert!(near.is_some(), "the network is plain");
            Ok(near)
        }

        fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
            self.0.renew(commodity, steps, offers);
        }
    }

    fn below(state: &mut u64, below: u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) % below
    }

    /// Nine nodes, one of them closed now and then; links without capacity, with none to give, parallel and without cost; twins among
    /// the wishes, and wishes that stay behind at different prices.
    fn draw(seed: u64) -> (Problem, Network) {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let (mut build, mut problem, mut costs, mut uses) = (GraphBuilder::new(9), Problem::default(), Vec::new(), Vec::new());
        for _ in 0..30 {
            let (tail, head) = (below(&mut state, 9) as u32, below(&mut state, 9) as u32);
            if tail == head {
                continue;
            }
            build.arc(NodeIx(tail), NodeIx(head));
            costs.push(below(&mut state, 9) as f64);
            let row = (below(&mut state, 4) > 0).then(|| problem.row(Row::at_most(3.0 * below(&mut state, 8) as f64)));
            uses.push(row.map(|row| (row, 1.0)).into_iter().collect());
        }
        let mut network = Network::default();
        let layer = network.layer(&build.build().unwrap(), costs, uses).unwrap();
        if below(&mut state, 2) == 0 {
            network.close(layer, NodeIx(4)).unwrap();
        }
        for _ in 0..25 {
            let (from, to) = (below(&mut state, 9) as u32, below(&mut state, 9) as u32);
            if from == to {
                continue;
            }
            let unserved = Unserved::At(20.0 + below(&mut state, 80) as f64);
            let wish = problem.commodity(Commodity { demand: below(&mut state, 7) as f64, unserved, weight: 1.0 });
            network.wish(layer, NodeIx(from), NodeIx(to), wish).unwrap();
        }
        (problem, network)
    }

    #[test]
    fn the_optimum_does_not_depend_on_the_beginning() {
        let mut scarce = 0;
        for seed in 0..300 {
            let (problem, network) = draw(seed);
            let plain = Solver::new(problem.clone()).unwrap().solve(&network, &Silent).unwrap();
            let rough = Solver::new(problem).unwrap().solve(&Begins(&network), &Silent).unwrap();
            let (a, b) = (plain.objective, rough.objective);
            assert!((a - b).abs() <= 1e-9 * (1.0 + a), "seed {seed}: {a} and {b}");
            assert!(rough.gap().abs() < 1e-9, "seed {seed}");
            scarce += u32::from(plain.effort.binding > 2);
        }
        assert!(scarce > 100, "{scarce}");
    }

    #[test]
    fn where_most_is_to_be_served_the_simplex_begins_as_ever() {
        let (problem, network) = draw(1);
        let most = Problem { goal: Goal::MostServed, ..problem.clone() };
        assert!(rough_of_any_size(&network, &problem, &Silent).unwrap().is_some());
        assert!(rough_of_any_size(&network, &most, &Silent).unwrap().is_none());
    }

    #[test]
    fn flows_to_begin_with_are_near_the_optimum() {
        // 0 ==> 1: ten links, of 10 each and costs of 1, 2, .. 10; wanted are 45 and 30.
        let (mut build, mut problem) = (GraphBuilder::new(2), Problem::default());
        let mut uses = Vec::new();
        for _ in 0..10 {
            build.arc(NodeIx(0), NodeIx(1));
            uses.push(vec![(problem.row(Row::at_most(10.0)), 1.0)]);
        }
        let costs: Vec<f64> = (1..=10).map(f64::from).collect();
        let mut network = Network::default();
        let layer = network.layer(&build.build().unwrap(), costs, uses).unwrap();
        for demand in [45.0, 30.0] {
            let wish = problem.commodity(Commodity { demand, unserved: Unserved::At(100.0), weight: 1.0 });
            network.wish(layer, NodeIx(0), NodeIx(1), wish).unwrap();
        }
        let near = rough_of_any_size(&network, &problem, &Silent).unwrap().unwrap();
        // Arc 0 costs 1, arc 1 costs 2, ..
        let cost: f64 =
            near.ways().map(|(_, amount, steps)| amount * steps.iter().map(|&arc| f64::from(arc + 1)).sum::<f64>()).sum();
        // Seven full links and half of the eighth: 10 * (1 + .. + 7) + 5 * 8 = 320, priced at 8 less their cost.
        assert!((cost - 320.0).abs() < 3.0, "{cost}");
        for (row, &price) in near.prices.iter().enumerate() {
            let wanted = (8.0 - (row as f64 + 1.0)).max(0.0);
            assert!((price + wanted).abs() < 0.5, "row {row}: {price}, and not {}", -wanted);
        }
    }
}
