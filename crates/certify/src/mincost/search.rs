//! Distances at given prices, with 32-digit arc lengths rounded once.

use super::exact::Exact;
use keruen_results::proof::Layer;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Arcs by tail, and their lengths.
pub(super) struct Lengths {
    from: Vec<Vec<usize>>,
    length: Vec<f64>,
    negative: bool,
    closed: Vec<bool>,
}

/// A node that waits, nearest first.
#[derive(PartialEq)]
struct Waiting(f64, u32);

impl Eq for Waiting {}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Rounding of a length that counts as zero, as a part of its terms.
const ROUNDING: f64 = 1e-11;

impl Lengths {
    pub fn new(layer: &Layer, price: &[f64]) -> Self {
        let mut from = vec![Vec::new(); layer.nodes as usize];
        let mut length = Vec::new();
        for (a, arc) in layer.arcs.iter().enumerate() {
            from[arc.tail as usize].push(a);
            let mut sum = Exact::default();
            let mut size = arc.cost.abs();
            sum.add(arc.cost);
            for &(row, amount) in &arc.uses {
                sum.add_product(-amount, price[row as usize]);
                size += (amount * price[row as usize]).abs();
            }
            let value = sum.value();
            length.push(if value.abs() <= ROUNDING * size { 0.0 } else { value });
        }
        let negative = length.iter().any(|&l| l < 0.0);
        let mut closed = vec![false; layer.nodes as usize];
        layer.closed.iter().for_each(|&node| closed[node as usize] = true);
        Self { from, length, negative, closed }
    }

    /// Distances from a node, infinite where there is no way; `None` when some cycle is below zero.
    pub fn from(&self, layer: &Layer, origin: u32) -> Option<Vec<f64>> {
        if self.negative { self.bellman_ford(layer, origin) } else { Some(self.dijkstra(layer, origin)) }
    }

    fn arcs<'a>(&'a self, layer: &'a Layer, origin: u32, node: u32) -> impl Iterator<Item = (usize, u32)> + 'a {
        let open = node == origin || !self.closed[node as usize];
        self.from[node as usize].iter().filter(move |_| open).map(|&a| (a, layer.arcs[a].head))
    }

    fn dijkstra(&self, layer: &Layer, origin: u32) -> Vec<f64> {
        let mut distance = vec![f64::INFINITY; layer.nodes as usize];
        distance[origin as usize] = 0.0;
        let mut heap = BinaryHeap::from([Waiting(0.0, origin)]);
        while let Some(Waiting(so_far, node)) = heap.pop() {
            if so_far > distance[node as usize] {
                continue;
            }
            for (a, head) in self.arcs(layer, origin, node) {
                let reached = so_far + self.length[a];
                if reached < distance[head as usize] {
                    distance[head as usize] = reached;
                    heap.push(Waiting(reached, head));
                }
            }
        }
        distance
    }

    fn bellman_ford(&self, layer: &Layer, origin: u32) -> Option<Vec<f64>> {
        let mut distance = vec![f64::INFINITY; layer.nodes as usize];
        distance[origin as usize] = 0.0;
        for _ in 0..=layer.nodes {
            let mut changed = false;
            for (a, arc) in layer.arcs.iter().enumerate() {
                let (tail, head) = (arc.tail as usize, arc.head as usize);
                if arc.tail != origin && self.closed[tail] {
                    continue;
                }
                let reached = distance[tail] + self.length[a];
                if reached < distance[head] - ROUNDING * reached.abs() {
                    distance[head] = reached;
                    changed = true;
                }
            }
            if !changed {
                return Some(distance);
            }
        }
        None
    }
}
