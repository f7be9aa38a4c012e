//! The least cost from an origin over the whole network, starting from what its bush already knows.
//!
//! The least costs within the bush are costs of real ways, so they bound the least costs from above. Every edge out of the bush is
//! tried once in topological order; only nodes that become cheaper, or are not in the bush, wait in a queue and correct labels
//! until nothing improves. Near the equilibrium almost nothing does, and pricing costs little more than reading the bush's edges.
//! Nothing beyond the farthest destination is looked at, and outside the bush only what is near, once that is known.

use super::bush::Bush;
use super::graph::{Graph, NONE};
use super::labels::Labels;
use super::queue::Buckets;

/// Least costs of the last search.
#[derive(Clone, Debug)]
pub(super) struct Pricing {
    /// By node; infinite where the search did not come.
    pub least: Vec<f64>,
    /// By node: the edge by which it is reached.
    pub by: Vec<u32>,
    /// By node: its place in the bush being priced, or [`NONE`].
    pub place: Vec<u32>,
    queue: Buckets,
    open: Vec<(f64, u32)>,
    /// Nodes outside the bush in the order in which they were looked at; some several times.
    outside: Vec<u32>,
    /// By node: the detour over it.
    detour: Vec<f64>,
}

/// A bucket is this many usual costs of an edge wide.
const WIDTH: f64 = 1.0;

/// Nodes outside are told apart where at least this many times those in the bush were looked at. Elsewhere a look at all is cheap.
const FEW: usize = 2;

/// Near is what makes a detour of at most this many usual costs of an edge. On a generated grid of 200 x 200 streets it leaves 15,000
/// of 40,000 nodes, 7,000 of them in the bush; 0.15 and 0.3 leave fewer, and then a look at all finds more that was missed.
const NEAR: f64 = 0.5;

/// Without a bound yet, so many buckets pass between two looks whether all destinations are reached.
const LOOK: usize = 16;

impl Pricing {
    /// For a network of so many nodes.
    pub fn new(nodes: usize) -> Self {
        let (infinite, none) = (vec![f64::INFINITY; nodes], vec![NONE; nodes]);
        let (open, outside) = (Vec::new(), Vec::new());
        Self {
            least: infinite.clone(),
            by: none.clone(),
            place: none,
            queue: Buckets::default(),
            open,
            outside,
            detour: infinite,
        }
    }

    /// Finds the least costs. `labels` are those of the bush at the same costs, `place` its places, `usual` the usual cost of an edge.
    pub fn search(&mut self, graph: &Graph, bush: &Bush, labels: &Labels, cost: &[f64], usual: f64) {
        self.outside.clear();
        self.least.fill(f64::INFINITY);
        self.queue.restart(usual * WIDTH);
        for (&node, label) in bush.nodes.iter().zip(&labels.places) {
            self.least[node as usize] = label.least;
            self.by[node as usize] = if label.least_by == NONE { NONE } else { bush.arcs[label.least_by as usize].edge };
        }
        let mut bound = self.farthest(bush);
        for place in 0..bush.nodes.len() {
            self.scan_bush_node(graph, bush, place, cost, bound);
        }
        let mut looked = 0;
        let mut open = std::mem::take(&mut self.open);
        while self.queue.pop(&mut open) {
            looked += 1;
            if bound == f64::INFINITY && looked % LOOK == 0 {
                bound = self.farthest(bush);
            }
            if self.queue.reached() > bound {
                break;
            }
            for &(reached, node) in &open {
                if reached == self.least[node as usize] {
                    self.scan(graph, bush, node, cost, bound);
                }
            }
        }
        self.open = open;
    }

    /// Least cost of the farthest destination, infinite while one is not reached.
    fn farthest(&self, bush: &Bush) -> f64 {
        bush.wishes.iter().fold(0.0, |farthest: f64, wish| farthest.max(self.least[wish.node as usize]))
    }

    fn scan_bush_node(&mut self, graph: &Graph, bush: &Bush, place: usize, cost: &[f64], bound: f64) {
        let node = bush.nodes[place];
        let from = self.least[node as usize];
        for edge in graph.onward(node, bush.origin) {
            let (head, reached) = (graph.head[edge] as usize, from + cost[edge]);
            if reached < self.least[head] && bush.near.holds(head as u32) {
                self.least[head] = reached;
                self.by[head] = edge as u32;
                let later = self.place[head];
                // A later place of the bush will have its turn without waiting.
                if (later == NONE || later as usize <= place) && reached <= bound {
                    self.queue.push(reached, head as u32);
                }
            }
        }
    }

    #[inline]
    fn scan(&mut self, graph: &Graph, bush: &Bush, node: u32, cost: &[f64], bound: f64) {
        if self.place[node as usize] == NONE {
            self.outside.push(node);
        }
        let from = self.least[node as usize];
        for edge in graph.onward(node, bush.origin) {
            let (head, reached) = (graph.head[edge] as usize, from + cost[edge]);
            if reached < self.least[head] && bush.near.holds(head as u32) {
                self.least[head] = reached;
                self.by[head] = edge as u32;
                if reached <= bound {
                    self.queue.push(reached, head as u32);
                }
            }
        }
    }

    /// Tells near nodes from others after a search of all; `usual` is the usual cost of an edge.
    pub fn tell_near(&mut self, graph: &Graph, bush: &mut Bush, cost: &[f64], usual: f64) {
        if self.outside.len() < FEW * bush.nodes.len() {
            return bush.near.forget();
        }
        bush.near.restart(graph.nodes);
        for &node in &bush.nodes {
            self.detour[node as usize] = 0.0;
            bush.near.insert(node);
        }
        // The farthest first: a way that goes back towards the origin in between is not seen, and costs at least that edge.
        for i in (0..self.outside.len()).rev() {
            let node = self.outside[i];
            let detour = self.detour_over(graph, bush.origin, node, cost);
            self.detour[node as usize] = detour.min(self.detour[node as usize]);
            if detour <= usual * NEAR {
                bush.near.insert(node);
            }
        }
        bush.nodes.iter().chain(&self.outside).for_each(|&node| self.detour[node as usize] = f64::INFINITY);
    }

    fn detour_over(&self, graph: &Graph, origin: u32, node: u32, cost: &[f64]) -> f64 {
        let over = |edge: usize| {
            let head = graph.head[edge] as usize;
            if self.detour[head] < f64::INFINITY {
                self.least[node as usize] + cost[edge] - self.least[head] + self.detour[head]
            } else {
                f64::INFINITY
            }
        };
        graph.onward(node, origin).fold(f64::INFINITY, |least, edge| least.min(over(edge)))
    }

    /// What the flows of a bush cost above the shortest ways: the sum of flow times reduced cost, term by term not negative.
    pub fn excess(&self, graph: &Graph, bush: &Bush, cost: &[f64]) -> f64 {
        let reduced = |edge: usize| self.least[graph.tail[edge] as usize] + cost[edge] - self.least[graph.head[edge] as usize];
        bush.arcs.iter().filter(|a| a.flow > 0.0).map(|a| a.flow * reduced(a.edge as usize)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equilibrium::bush::{Arc, Wish};

    //        1              bush: 0-1-2, 1 each
    //      /   \            3: 1 + 1.2 to come back at 2, where 2 is the least: a detour of 0.2
    //     0--3--2           4: 1 + 3, a detour of 2
    //     |\   /            5 behind 4, and 6, 7, 8 behind 0 (0.1 each): nothing leads back
    //     | --4--5
    //   6,7,8
    #[test]
    fn near_is_what_a_short_detour_leads_over() {
        let ends = [(0, 1), (0, 3), (0, 4), (0, 6), (0, 7), (0, 8), (1, 2), (3, 2), (4, 2), (4, 5)];
        let cost = [1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 1.0, 1.2, 3.0, 0.5];
        let graph = Graph::of_ends(9, 0, &ends);
        let mut bush = Bush::new(0, vec![Wish { node: 2, place: 2, amount: 1.0 }]);
        bush.nodes = vec![0, 1, 2];
        bush.first = vec![0, 0, 1, 2];
        bush.arcs = vec![Arc { edge: 0, tail: 0, flow: 1.0 }, Arc { edge: 6, tail: 1, flow: 1.0 }];
        let (mut pricing, mut labels) = (Pricing::new(9), Labels::default());
        labels.find(&bush, &cost);
        bush.write_places(&mut pricing.place);
        pricing.search(&graph, &bush, &labels, &cost, 1.0);
        pricing.tell_near(&graph, &mut bush, &cost, 1.0);
        assert!(bush.near.is_known());
        let near: Vec<u32> = (0..9).filter(|&node| bush.near.holds(node)).collect();
        assert_eq!(near, [0, 1, 2, 3]);
        // The next search does not come to the others, and finds what has become cheaper over a near one.
        let mut cheaper = cost;
        cheaper[7] = 0.5;
        labels.find(&bush, &cheaper);
        pricing.search(&graph, &bush, &labels, &cheaper, 1.0);
        assert_eq!((pricing.least[2], pricing.by[2], pricing.least[4]), (1.5, 7, f64::INFINITY));
    }
}
