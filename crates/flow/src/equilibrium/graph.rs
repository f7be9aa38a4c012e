//! The links of a network in rows by their begin. A link is known inside by its place in these rows, an *edge*.

use super::error::EquilibriumError;
use keruen_results::equilibrium::{CongestedLink, CongestedNetwork, Delay, FlowLink};

/// No edge, node or place.
pub(super) const NONE: u32 = u32::MAX;

/// The graph.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    pub nodes: usize,
    pub first_through: u32,
    /// Edges of node `n`: `first[n]..first[n + 1]`.
    pub first: Vec<u32>,
    pub head: Vec<u32>,
    pub tail: Vec<u32>,
    /// The link of an edge.
    pub link: Vec<u32>,
    /// The edge of a link.
    pub edge: Vec<u32>,
}

impl Graph {
    /// Checks the network and orders its links.
    pub fn new(network: &CongestedNetwork) -> Result<Self, EquilibriumError> {
        let links = network.links.len();
        if links >= NONE as usize || network.nodes == NONE {
            return Err(EquilibriumError::TooLarge { count: links });
        }
        for (i, link) in network.links.iter().enumerate() {
            check(FlowLink(i as u32), link, network.nodes)?;
        }
        let ends: Vec<(u32, u32)> = network.links.iter().map(|link| (link.from.0, link.to.0)).collect();
        Ok(Self::of_ends(network.nodes as usize, network.first_through.0, &ends))
    }

    /// Orders links that are known to be sound. Nodes below `first_through` are only begins and ends of ways.
    pub fn of_ends(nodes: usize, first_through: u32, ends: &[(u32, u32)]) -> Self {
        let mut order: Vec<u32> = (0..ends.len() as u32).collect();
        order.sort_by_key(|&i| ends[i as usize].0);
        let mut edge = vec![0; ends.len()];
        order.iter().enumerate().for_each(|(e, &i)| edge[i as usize] = e as u32);
        let mut first = vec![0; nodes + 1];
        ends.iter().for_each(|link| first[link.0 as usize + 1] += 1);
        (0..nodes).for_each(|n| first[n + 1] += first[n]);
        let head = order.iter().map(|&i| ends[i as usize].1).collect();
        let tail = order.iter().map(|&i| ends[i as usize].0).collect();
        Self { nodes, first_through, first, head, tail, link: order, edge }
    }

    /// Edges that may follow at `node` on a way from `origin`.
    #[inline]
    pub fn onward(&self, node: u32, origin: u32) -> std::ops::Range<usize> {
        if node < self.first_through && node != origin {
            return 0..0;
        }
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }
}

/// Checks the values of one link.
pub(super) fn check(link: FlowLink, given: &CongestedLink, nodes: u32) -> Result<(), EquilibriumError> {
    if given.from.0 >= nodes || given.to.0 >= nodes {
        return Err(EquilibriumError::NodeOfLink { link, nodes });
    }
    let values: &[(&'static str, f64)] = match given.delay {
        Delay::Bpr { free, b, power, capacity } => &[("free", free), ("b", b), ("power", power), ("capacity", capacity)],
        Delay::Queue { free, weight, capacity, knee } => &[
            ("free", free),
            ("weight", weight),
            ("capacity", capacity),
            ("knee", knee),
            ("1 - knee", (1.0 - knee) - f64::MIN_POSITIVE),
        ],
    };
    for &(field, value) in values.iter().chain(&[("fixed", given.fixed)]) {
        if !value.is_finite() || value < 0.0 {
            return Err(EquilibriumError::ValueOfLink { link, field, value });
        }
    }
    Ok(())
}
