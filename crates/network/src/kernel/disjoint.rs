//! Two ways that share as little as can be, and of those the two that are shortest together.
//!
//! Question: along which way do we send, and along which way do we send when that one is cut?
//!
//! ```text
//! minimise over pairs of ways (P, Q) from s to t, in this order:
//!   1. links in both P and Q        0 = link-disjoint
//!   2. inner nodes in both          0 = node-disjoint
//!   3. cost(P) + cost(Q)
//! as a flow of two units: each link and each node carries its first unit free of penalty, its second one at a penalty
//! that outweighs everything below it in the list
//! ```
//! The flow is found by two shortest paths: the second runs on the residual graph under costs reduced by the distances of the
//! first, so both are plain Dijkstra searches. Of the two ways that the flow splits into, the working way is the shortest one
//! inside the flow. It may be longer than the shortest way of all, where that one blocks every second way.
//!
//! Assumptions: costs are not negative; a link may be used in both directions unless it is one-way; parallel links, loops and
//! links that cost nothing are allowed; work is O(m log n).
//! Sources: Suurballe 1974 (Networks 4, 125-145) for the reduced costs; Bhandari 1999, "Survivable Networks", for the split of
//! nodes. Ours adds the two penalties, so that one search finds node-disjoint, link-disjoint and least shared pairs alike.

use super::LARGEST_COST;
use super::ids::NodeIx;
use crate::error::Error;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A link between two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// One end.
    pub tail: NodeIx,
    /// The other end.
    pub head: NodeIx,
    /// What it costs to go along it, at most [`LARGEST_COST`].
    pub cost: u32,
    /// Only from tail to head.
    pub one_way: bool,
}

/// A link gone along, by its place in the list of links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passed {
    /// Place in the list.
    pub edge: usize,
    /// From tail to head.
    pub forward: bool,
}

/// Two ways from the same start to the same end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The shorter one.
    pub working: Vec<Passed>,
    /// The other one.
    pub protection: Vec<Passed>,
    /// Links that both go along, in order of their place.
    pub shared_edges: Vec<usize>,
    /// Inner nodes that both pass, in order.
    pub shared_nodes: Vec<NodeIx>,
}

/// The pair that shares least and is shortest together; `None` where no way leads from `from` to `to`, or both are one.
pub fn pair(nodes: u32, edges: &[Edge], from: NodeIx, to: NodeIx) -> Result<Option<Pair>, Error> {
    check(nodes, edges, from, to)?;
    let mut network = Network::new(nodes as usize, edges, (from, to));
    let (source, sink) = (network.outside(from), network.inside(to));
    if from == to || !network.augment(source, sink) {
        return Ok(None);
    }
    // The second unit always finds the links and nodes of the first, at a penalty.
    network.augment(source, sink);
    let mut flow = network.flow();
    let working = take_shortest(edges, &mut flow, from, to);
    let protection = take_shortest(edges, &mut flow, from, to);
    let shared_edges = both(working.iter().map(|p| p.edge), protection.iter().map(|p| p.edge));
    let shared_nodes = both(inner(edges, &working), inner(edges, &protection));
    Ok(Some(Pair { working, protection, shared_edges, shared_nodes }))
}

fn check(nodes: u32, edges: &[Edge], from: NodeIx, to: NodeIx) -> Result<(), Error> {
    let named = edges.iter().flat_map(|e| [e.tail, e.head]).chain([from, to]);
    if let Some(node) = named.into_iter().find(|n| n.0 >= nodes) {
        return Err(Error::NodeOutOfRange { node, nodes });
    }
    match edges.iter().position(|e| e.cost > LARGEST_COST) {
        Some(at) => Err(Error::CostTooLarge { column: 0, arc: super::ArcIx(at as u32) }),
        None => Ok(()),
    }
}

/// Cost with its penalties: 2 sum(cost) < 2^63, times at most 2^32 nodes, fits.
type Weight = i128;

/// One unit of room from a node to another; every odd unit is the way back of the even one before it.
#[derive(Clone, Copy)]
struct Unit {
    head: usize,
    weight: Weight,
    free: bool,
    passed: Option<Passed>,
}

/// The residual network: each node split into the side that is entered and the side that is left.
struct Network {
    units: Vec<Unit>,
    leaving: Vec<Vec<usize>>,
    potential: Vec<Option<Weight>>,
}

impl Network {
    fn new(nodes: usize, edges: &[Edge], (from, to): (NodeIx, NodeIx)) -> Self {
        let (leaving, potential) = (vec![Vec::new(); 2 * nodes], vec![Some(0); 2 * nodes]);
        let mut network = Network { units: Vec::new(), leaving, potential };
        let share_node = 2 * edges.iter().map(|e| Weight::from(e.cost)).sum::<Weight>() + 1;
        let share_edge = share_node * (nodes as Weight + 1);
        for v in 0..nodes {
            let free = v == from.index() || v == to.index();
            network.two_units(2 * v, 2 * v + 1, (0, if free { 0 } else { share_node }), None);
        }
        for (edge, e) in edges.iter().enumerate() {
            let weights = (Weight::from(e.cost), Weight::from(e.cost) + share_edge);
            let (tail, head) = (e.tail.index(), e.head.index());
            network.two_units(2 * tail + 1, 2 * head, weights, Some(Passed { edge, forward: true }));
            if !e.one_way {
                network.two_units(2 * head + 1, 2 * tail, weights, Some(Passed { edge, forward: false }));
            }
        }
        network
    }

    fn inside(&self, v: NodeIx) -> usize {
        2 * v.index()
    }

    fn outside(&self, v: NodeIx) -> usize {
        2 * v.index() + 1
    }

    fn two_units(&mut self, tail: usize, head: usize, (first, second): (Weight, Weight), passed: Option<Passed>) {
        for weight in [first, second] {
            self.leaving[tail].push(self.units.len());
            self.units.push(Unit { head, weight, free: true, passed });
            self.leaving[head].push(self.units.len());
            self.units.push(Unit { head: tail, weight: -weight, free: false, passed: None });
        }
    }

    /// Sends one unit along the shortest way left; whether there was one. Distances become the next potentials.
    fn augment(&mut self, source: usize, sink: usize) -> bool {
        let (distance, into) = self.distances(source);
        if distance[sink].is_none() {
            return false;
        }
        let mut at = sink;
        while let Some(unit) = into[at] {
            self.units[unit].free = false;
            self.units[unit ^ 1].free = true;
            at = self.units[unit ^ 1].head;
        }
        for (p, d) in self.potential.iter_mut().zip(distance) {
            *p = p.zip(d).map(|(p, d)| p + d);
        }
        true
    }

    /// Reduced distances from the source, and the unit by which each node is reached.
    fn distances(&self, source: usize) -> (Vec<Option<Weight>>, Vec<Option<usize>>) {
        let mut distance: Vec<Option<Weight>> = vec![None; self.leaving.len()];
        let mut into = vec![None; self.leaving.len()];
        let mut queue = BinaryHeap::from([Reverse((0, source))]);
        distance[source] = Some(0);
        while let Some(Reverse((d, v))) = queue.pop() {
            if distance[v] != Some(d) {
                continue;
            }
            for &u in self.leaving[v].iter().filter(|&&u| self.units[u].free) {
                let unit = self.units[u];
                let Some((here, there)) = self.potential[v].zip(self.potential[unit.head]) else { continue };
                let next = d + unit.weight + here - there;
                if distance[unit.head].is_none_or(|old| next < old) {
                    distance[unit.head] = Some(next);
                    into[unit.head] = Some(u);
                    queue.push(Reverse((next, unit.head)));
                }
            }
        }
        (distance, into)
    }

    /// The links that carry a unit, each as often as it does.
    fn flow(&self) -> Vec<Passed> {
        self.units.iter().filter(|u| !u.free).filter_map(|u| u.passed).collect()
    }
}

/// Takes the shortest way out of a flow. A flow from `from` to `to` always holds one.
fn take_shortest(edges: &[Edge], flow: &mut Vec<Passed>, from: NodeIx, to: NodeIx) -> Vec<Passed> {
    let ends = |p: &Passed| {
        let e = &edges[p.edge];
        if p.forward { (e.tail, e.head) } else { (e.head, e.tail) }
    };
    let mut best: Vec<(NodeIx, u64, Option<usize>)> = vec![(from, 0, None)];
    let reached = |best: &[(NodeIx, u64, Option<usize>)], n: NodeIx| best.iter().position(|b| b.0 == n);
    // At most two ways' links: relaxing them over and over is short work.
    loop {
        let mut better = false;
        for (i, p) in flow.iter().enumerate() {
            let (tail, head) = ends(p);
            let Some(at) = reached(&best, tail) else { continue };
            let there = best[at].1 + u64::from(edges[p.edge].cost);
            match reached(&best, head) {
                None => best.push((head, there, Some(i))),
                Some(old) if there < best[old].1 => best[old] = (head, there, Some(i)),
                Some(_) => continue,
            }
            better = true;
        }
        if !better {
            break;
        }
    }
    let (mut way, mut at) = (Vec::new(), to);
    while let Some(i) = reached(&best, at).and_then(|b| best[b].2) {
        way.push(i);
        at = ends(&flow[i]).0;
    }
    way.reverse();
    let taken = way.iter().map(|&i| flow[i]).collect();
    way.sort_unstable();
    for i in way.into_iter().rev() {
        flow.remove(i);
    }
    taken
}

fn inner<'a>(edges: &'a [Edge], way: &'a [Passed]) -> impl Iterator<Item = NodeIx> + 'a {
    let inner = way.len().saturating_sub(1);
    way[..inner].iter().map(|p| if p.forward { edges[p.edge].head } else { edges[p.edge].tail })
}

fn both<T: Ord + Copy>(a: impl Iterator<Item = T>, b: impl Iterator<Item = T>) -> Vec<T> {
    let b: Vec<T> = b.collect();
    let mut out: Vec<T> = a.filter(|x| b.contains(x)).collect();
    out.sort_unstable();
    out.dedup();
    out
}
