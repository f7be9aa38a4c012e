//! The yardstick: what one writes in an afternoon. Rows of arcs, a binary heap of the standard library, no tricks.
//!
//! It shares nothing with the kernels, so that its answers check theirs and its time is a measure of the machine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::instance::Instance;

/// Compressed sparse rows with one cost.
pub struct Yardstick {
    first: Vec<u32>,
    head: Vec<u32>,
    cost: Vec<u32>,
}

impl Yardstick {
    /// Takes over one column of an instance.
    pub fn new(instance: &Instance, column: usize) -> Self {
        let graph = &instance.graph;
        let (mut first, mut head, mut cost) = (vec![0], Vec::new(), Vec::new());
        for node in 0..graph.nodes() as u32 {
            for &arc in graph.arcs_from(keruen_network::kernel::NodeIx(node)) {
                head.push(graph.head(arc).0);
                cost.push(instance.columns[column][arc.index()]);
            }
            first.push(head.len() as u32);
        }
        Self { first, head, cost }
    }

    /// Distances from `source`; `u32::MAX` where there is no way.
    pub fn distances(&self, source: u32) -> Vec<u32> {
        let mut distance = vec![u32::MAX; self.first.len() - 1];
        let mut heap = BinaryHeap::new();
        distance[source as usize] = 0;
        heap.push(Reverse((0, source)));
        while let Some(Reverse((so_far, node))) = heap.pop() {
            if so_far > distance[node as usize] {
                continue;
            }
            for arc in self.first[node as usize] as usize..self.first[node as usize + 1] as usize {
                let head = self.head[arc];
                let reached = so_far + self.cost[arc];
                if reached < distance[head as usize] {
                    distance[head as usize] = reached;
                    heap.push(Reverse((reached, head)));
                }
            }
        }
        distance
    }
}

/// One number for many distances; nodes without a way do not count.
pub fn checksum(distances: impl Iterator<Item = Option<u32>>) -> u64 {
    distances.flatten().fold(0, |sum, distance| sum.wrapping_add(u64::from(distance)))
}
