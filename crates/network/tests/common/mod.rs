//! What the kernel tests share: small graphs, drawn or at random.
#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part of it")]

use keruen_network::kernel::{Graph, GraphBuilder, NodeIx};

/// A graph from (tail, head) pairs; the arcs get ids in that order.
pub fn graph(nodes: u32, arcs: &[(u32, u32)]) -> Graph {
    let mut build = GraphBuilder::new(nodes);
    for &(tail, head) in arcs {
        build.arc(NodeIx(tail), NodeIx(head));
    }
    build.build().unwrap()
}

/// Repeatable random numbers (Knuth's MMIX generator, upper bits).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Self(seed);
        random.below(1);
        random
    }

    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(end)) as u32
    }
}

/// A random graph with parallel arcs, loops, zero costs, and often parts that cannot be reached.
pub struct RandomGraph<const D: usize> {
    pub graph: Graph,
    pub columns: [Vec<u32>; D],
}

impl<const D: usize> RandomGraph<D> {
    pub fn new(seed: u64, nodes: u32, arcs: usize) -> Self {
        let below = [3, 10, 10, 1000][Random::new(seed).below(4) as usize];
        Self::with_costs(seed, nodes, arcs, below)
    }

    /// Costs are less than `below`.
    pub fn with_costs(seed: u64, nodes: u32, arcs: usize, below: u32) -> Self {
        let mut random = Random::new(seed);
        let ends: Vec<_> = (0..arcs).map(|_| (random.below(nodes), random.below(nodes))).collect();
        let columns = std::array::from_fn(|_| (0..arcs).map(|_| random.below(below)).collect());
        Self { graph: graph(nodes, &ends), columns }
    }

    /// ```text
    ///   0 ====> 1 ====> 2 ====> ..      `ways` parallel arcs from each node to the next
    /// ```
    pub fn chain(seed: u64, nodes: u32, ways: u32) -> Self {
        let mut random = Random::new(seed);
        let ends: Vec<_> = (1..nodes).flat_map(|v| (0..ways).map(move |_| (v - 1, v))).collect();
        let columns = std::array::from_fn(|_| ends.iter().map(|_| random.below(1000)).collect());
        Self { graph: graph(nodes, &ends), columns }
    }

    pub fn columns(&self) -> [&[u32]; D] {
        std::array::from_fn(|i| self.columns[i].as_slice())
    }
}
