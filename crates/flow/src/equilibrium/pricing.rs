//! The least cost from an origin over the whole network, starting from what its bush already knows.
//!
//! The least costs within the bush are costs of real ways, so they bound the least costs from above. Every edge out of the bush is
//! tried once in topological order; only nodes that become cheaper, or are not in the bush, wait in a queue and correct labels
//! until nothing improves. Near the equilibrium almost nothing does, and pricing costs little more than reading the bush's edges.
//! Nothing beyond the farthest destination is looked at.

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
}

/// A bucket is this many usual costs of an edge wide.
const WIDTH: f64 = 1.0;

/// Without a bound yet, so many buckets pass between two looks whether all destinations are reached.
const LOOK: usize = 16;

impl Pricing {
    /// For a network of so many nodes.
    pub fn new(nodes: usize) -> Self {
        let (least, by, place) = (vec![f64::INFINITY; nodes], vec![NONE; nodes], vec![NONE; nodes]);
        Self { least, by, place, queue: Buckets::default(), open: Vec::new() }
    }

    /// Finds the least costs. `labels` are those of the bush at the same costs, `place` its places, `usual` the usual cost of an edge.
    pub fn search(&mut self, graph: &Graph, bush: &Bush, labels: &Labels, cost: &[f64], usual: f64) {
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
                    self.scan(graph, bush.origin, node, cost, bound);
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
            if reached < self.least[head] {
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
    fn scan(&mut self, graph: &Graph, origin: u32, node: u32, cost: &[f64], bound: f64) {
        let from = self.least[node as usize];
        for edge in graph.onward(node, origin) {
            let (head, reached) = (graph.head[edge] as usize, from + cost[edge]);
            if reached < self.least[head] {
                self.least[head] = reached;
                self.by[head] = edge as u32;
                if reached <= bound {
                    self.queue.push(reached, head as u32);
                }
            }
        }
    }

    /// What the flows of a bush cost above the shortest ways: the sum of flow times reduced cost, term by term not negative.
    pub fn excess(&self, graph: &Graph, bush: &Bush, cost: &[f64]) -> f64 {
        let reduced = |edge: usize| self.least[graph.tail[edge] as usize] + cost[edge] - self.least[graph.head[edge] as usize];
        bush.arcs.iter().filter(|a| a.flow > 0.0).map(|a| a.flow * reduced(a.edge as usize)).sum()
    }
}
