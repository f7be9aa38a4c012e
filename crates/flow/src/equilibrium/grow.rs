//! New ways into a bush, and out of it what carries nothing.
//!
//! ```text
//! kept:   arcs that carry something
//! taken:  the edge i->j of a shortest way, if   greatest[i] + c(i->j) < greatest[j]
//! order:  by greatest cost
//! ```
//!
//! Every arc then leads from a lower to a higher greatest cost, so there is no cycle (Dial 2006, section 4). A node outside the bush
//! takes the greatest cost of the node by which it is reached, plus the edge between. Ties, which links without cost make, are
//! decided by the former order, and nodes outside come behind those inside.

use super::bush::{Arc, Bush};
use super::graph::{Graph, NONE};
use super::labels::Labels;
use super::loads::Loads;
use super::pricing::Pricing;

/// Working memory.
#[derive(Clone, Debug)]
pub(super) struct Grower {
    /// Nodes of the next bush: greatest cost, order among equals, node, from the high bits to the low ones.
    order: Vec<u128>,
    /// By node outside the bush: its greatest cost, once asked for.
    outside: Vec<f64>,
    asked: Vec<u32>,
    /// By node outside the bush: whether it is taken in.
    is_taken_in: Vec<bool>,
    taken_in: Vec<u32>,
    /// By place: the edge of the shortest way, if it is taken.
    taken: Vec<u32>,
    chain: Vec<u32>,
}

/// A bush with more idle arcs than one in this many is made anew.
const IDLE: usize = 4;

impl Grower {
    /// For a network of so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self {
            order: Vec::new(),
            outside: vec![f64::NAN; nodes],
            asked: Vec::new(),
            is_taken_in: vec![false; nodes],
            taken_in: Vec::new(),
            taken: Vec::new(),
            chain: Vec::new(),
        }
    }

    /// Takes in what the last pricing found, and lets go what carries nothing. True if the bush is another one now.
    pub fn grow(&mut self, graph: &Graph, bush: &mut Bush, labels: &Labels, pricing: &mut Pricing, loads: &mut Loads) -> bool {
        self.choose(graph, bush, labels, pricing, &loads.cost);
        let idle = || bush.arcs.iter().filter(|a| !in_use(labels, a));
        let grown = self.taken.iter().any(|&edge| edge != NONE) || !self.taken_in.is_empty();
        let grown = grown || idle().count() * IDLE > bush.arcs.len();
        if grown {
            idle().filter(|a| a.flow != 0.0).for_each(|a| loads.add(a.edge, -a.flow));
            self.rebuild(graph, bush, labels, pricing);
        }
        self.asked.drain(..).for_each(|node| self.outside[node as usize] = f64::NAN);
        self.taken_in.drain(..).for_each(|node| self.is_taken_in[node as usize] = false);
        grown
    }

    /// Which edges of the shortest ways are taken.
    fn choose(&mut self, graph: &Graph, bush: &Bush, labels: &Labels, pricing: &Pricing, cost: &[f64]) {
        self.taken.clear();
        self.taken.resize(bush.nodes.len(), NONE);
        for (place, &node) in bush.nodes.iter().enumerate().skip(1) {
            let edge = pricing.by[node as usize];
            if !labels.in_use(place) || carries(bush, labels, place, edge) {
                continue;
            }
            let tail = graph.tail[edge as usize];
            if self.greatest(graph, tail, labels, pricing, cost) + cost[edge as usize] < labels.places[place].greatest {
                self.taken[place] = edge;
                self.take_in(graph, tail, labels, pricing);
            }
        }
        for wish in &bush.wishes {
            if wish.place == NONE && pricing.least[wish.node as usize] < f64::INFINITY {
                self.greatest(graph, wish.node, labels, pricing, cost);
                self.take_in(graph, wish.node, labels, pricing);
            }
        }
    }

    /// Greatest cost of a node in the bush or outside.
    fn greatest(&mut self, graph: &Graph, node: u32, labels: &Labels, pricing: &Pricing, cost: &[f64]) -> f64 {
        let mut at = node;
        let mut known = loop {
            let known = match inside(labels, pricing, at) {
                Some(place) => labels.places[place].greatest,
                None => self.outside[at as usize],
            };
            if !known.is_nan() {
                break known;
            }
            self.chain.push(at);
            at = graph.tail[pricing.by[at as usize] as usize];
        };
        while let Some(node) = self.chain.pop() {
            known += cost[pricing.by[node as usize] as usize];
            self.outside[node as usize] = known;
            self.asked.push(node);
        }
        known
    }

    /// Takes in a node outside the bush together with those by which it is reached, these first.
    fn take_in(&mut self, graph: &Graph, node: u32, labels: &Labels, pricing: &Pricing) {
        let mut at = node;
        while inside(labels, pricing, at).is_none() && !self.is_taken_in[at as usize] {
            self.chain.push(at);
            at = graph.tail[pricing.by[at as usize] as usize];
        }
        while let Some(node) = self.chain.pop() {
            self.is_taken_in[node as usize] = true;
            self.taken_in.push(node);
        }
    }

    fn rebuild(&mut self, graph: &Graph, bush: &mut Bush, labels: &Labels, pricing: &mut Pricing) {
        self.order.clear();
        let kept = bush.nodes.iter().enumerate().filter(|&(place, _)| labels.in_use(place));
        self.order.extend(kept.map(|(place, &node)| key(labels.places[place].greatest, place as u32, node)));
        let outside = self.taken_in.iter().zip(bush.nodes.len() as u32..);
        self.order.extend(outside.map(|(&node, order)| key(self.outside[node as usize], order, node)));
        self.order.sort_unstable();
        bush.erase_places(&mut pricing.place);
        let nodes: Vec<u32> = self.order.iter().map(|&key| key as u32).collect();
        nodes.iter().zip(0..).for_each(|(&node, place)| pricing.place[node as usize] = place);
        self.connect(graph, bush, labels, pricing);
        bush.nodes = nodes;
        for wish in &mut bush.wishes {
            wish.place = pricing.place[wish.node as usize];
        }
    }

    /// Arcs of the next bush.
    fn connect(&self, graph: &Graph, bush: &mut Bush, labels: &Labels, pricing: &Pricing) {
        let places = bush.nodes.len();
        let carrying = bush.arcs.iter().filter(|a| in_use(labels, a)).count();
        let more = self.taken.iter().filter(|&&e| e != NONE).count() + self.taken_in.len();
        let (mut first, mut arcs) = (Vec::with_capacity(self.order.len() + 1), Vec::with_capacity(carrying + more));
        let mut before = Vec::new();
        let place = |edge: u32| pricing.place[graph.tail[edge as usize] as usize];
        first.push(0);
        for &key in &self.order {
            let (order, node) = ((key >> 32) as u32 as usize, key as u32);
            if order < places {
                let old = bush.arcs_into(order).filter(|&i| in_use(labels, &bush.arcs[i]));
                before.extend(old.clone().filter_map(|i| bush.before.get(i)));
                arcs.extend(old.map(|i| bush.arcs[i]).map(|a| Arc { tail: place(a.edge), ..a }));
                let edge = self.taken[order];
                if edge != NONE {
                    arcs.push(Arc { edge, tail: place(edge), flow: 0.0 });
                }
            } else {
                let edge = pricing.by[node as usize];
                arcs.push(Arc { edge, tail: place(edge), flow: 0.0 });
            }
            first.push(arcs.len() as u32);
            if !bush.before.is_empty() {
                before.resize(arcs.len(), 0.0);
            }
        }
        (bush.first, bush.arcs, bush.before) = (first, arcs, before);
    }
}

/// Costs are not negative, so their bits are in their order.
fn key(greatest: f64, order: u32, node: u32) -> u128 {
    u128::from(greatest.to_bits()) << 64 | u128::from(order) << 32 | u128::from(node)
}

/// The place of a node of the bush at which something arrives.
fn inside(labels: &Labels, pricing: &Pricing, node: u32) -> Option<usize> {
    let place = pricing.place[node as usize];
    (place != NONE && labels.in_use(place as usize)).then_some(place as usize)
}

/// Whether an arc carries something from the origin. What rounding has left behind a place where nothing arrives any more does not.
fn in_use(labels: &Labels, arc: &Arc) -> bool {
    arc.flow > 0.0 && labels.in_use(arc.tail as usize)
}

fn carries(bush: &Bush, labels: &Labels, place: usize, edge: u32) -> bool {
    bush.arcs[bush.arcs_into(place)].iter().any(|a| a.edge == edge && in_use(labels, a))
}
