//! The graph: arcs by id, and for each direction the arcs of a node side by side.
//!
//! ```text
//! arc id   a : tail[a] -> head[a]                              in the order in which arcs were added
//! slot     s : first[v] <= s < first[v + 1]                    the arcs of node v, by ascending arc id
//!              arc[s] = the arc's id
//! ```
//! Compressed sparse rows, one array a field. Parallel arcs and loops stay as they are: nothing is merged or summed.
//! Costs are not part of the graph: [`Metric`](super::Metric) and [`Costs`](super::Costs) lay them along the slots.

use super::ids::{ArcIx, NodeIx};
use crate::Error;

/// As many nodes and as many arcs a graph may have, less one: ids use 31 bits, searches the last one.
const LARGEST_GRAPH: u64 = 1 << 31;

/// Nodes and arcs, without costs.
#[derive(Clone, Debug)]
pub struct Graph {
    tail: Vec<NodeIx>,
    head: Vec<NodeIx>,
    out: Adjacency,
    into: Adjacency,
}

/// The arcs of each node side by side, for one direction.
#[derive(Clone, Debug)]
pub struct Adjacency {
    pub(crate) first: Vec<u32>,
    pub(crate) arc: Vec<ArcIx>,
}

/// Collects arcs, then sorts them into a [`Graph`].
#[derive(Clone, Debug, Default)]
pub struct GraphBuilder {
    nodes: u32,
    tail: Vec<NodeIx>,
    head: Vec<NodeIx>,
}

impl GraphBuilder {
    /// A graph of `nodes` nodes and no arc yet.
    pub fn new(nodes: u32) -> Self {
        Self { nodes, ..Self::default() }
    }

    /// Makes room for `arcs` more arcs.
    pub fn reserve(&mut self, arcs: usize) {
        self.tail.reserve_exact(arcs);
        self.head.reserve_exact(arcs);
    }

    /// Adds a node and returns it.
    pub fn node(&mut self) -> NodeIx {
        self.nodes += 1;
        NodeIx(self.nodes - 1)
    }

    /// Adds an arc and returns its id: 0, 1, 2, and so on.
    pub fn arc(&mut self, tail: NodeIx, head: NodeIx) -> ArcIx {
        self.tail.push(tail);
        self.head.push(head);
        ArcIx((self.tail.len() - 1) as u32)
    }

    /// Sorts the arcs by node for both directions; arc ids stay.
    ///
    /// # Errors
    /// When an arc names a node that is not there, or ids would not fit into 32 bits.
    pub fn build(self) -> Result<Graph, Error> {
        let count = self.tail.len().max(self.nodes as usize) as u64;
        if count >= LARGEST_GRAPH {
            return Err(Error::TooLarge { count });
        }
        if let Some(&node) = self.tail.iter().chain(&self.head).find(|node| node.0 >= self.nodes) {
            return Err(Error::NodeOutOfRange { node, nodes: self.nodes });
        }
        let out = Adjacency::sorted(self.nodes, &self.tail);
        let into = Adjacency::sorted(self.nodes, &self.head);
        Ok(Graph { tail: self.tail, head: self.head, out, into })
    }
}

impl Adjacency {
    /// A stable counting sort of the arcs by the node at one of their ends.
    fn sorted(nodes: u32, by: &[NodeIx]) -> Self {
        let mut first = vec![0; nodes as usize + 1];
        for node in by {
            first[node.index() + 1] += 1;
        }
        for v in 0..nodes as usize {
            first[v + 1] += first[v];
        }
        let mut next = first.clone();
        let mut arc = vec![ArcIx(0); by.len()];
        for (a, node) in by.iter().enumerate() {
            let slot = &mut next[node.index()];
            arc[*slot as usize] = ArcIx(a as u32);
            *slot += 1;
        }
        Self { first, arc }
    }

    /// Where the slots of each node begin; one entry more than there are nodes.
    #[inline]
    pub(crate) fn first(&self) -> &[u32] {
        &self.first
    }

    /// The arc in each slot.
    #[inline]
    pub(crate) fn arc(&self) -> &[ArcIx] {
        &self.arc
    }

    /// The arcs of `node`.
    fn arcs_of(&self, node: NodeIx) -> &[ArcIx] {
        &self.arc[self.first[node.index()] as usize..self.first[node.index() + 1] as usize]
    }
}

impl Graph {
    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.out.first.len() - 1
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.tail.len()
    }

    /// The node an arc leaves.
    pub fn tail(&self, arc: ArcIx) -> NodeIx {
        self.tail[arc.index()]
    }

    /// The node an arc enters.
    pub fn head(&self, arc: ArcIx) -> NodeIx {
        self.head[arc.index()]
    }

    /// The arcs that leave `node`, by ascending id.
    pub fn arcs_from(&self, node: NodeIx) -> &[ArcIx] {
        self.out.arcs_of(node)
    }

    /// The arcs that enter `node`, by ascending id.
    pub fn arcs_into(&self, node: NodeIx) -> &[ArcIx] {
        self.into.arcs_of(node)
    }

    pub(crate) fn outgoing(&self) -> &Adjacency {
        &self.out
    }

    pub(crate) fn incoming(&self) -> &Adjacency {
        &self.into
    }

    pub(crate) fn check(&self, node: NodeIx) -> Result<(), Error> {
        let nodes = self.nodes() as u32;
        if node.0 < nodes { Ok(()) } else { Err(Error::NodeOutOfRange { node, nodes }) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// ```text
    ///  0 --a0--> 1 --a2--> 2
    ///  0 --a1--> 1         2 --a3--> 2 (a loop)
    /// ```
    fn small() -> Graph {
        let mut build = GraphBuilder::new(3);
        for (tail, head) in [(0, 1), (0, 1), (1, 2), (2, 2)] {
            build.arc(NodeIx(tail), NodeIx(head));
        }
        build.build().unwrap()
    }

    #[test]
    fn parallel_arcs_and_loops_keep_their_ids() {
        let graph = small();
        assert_eq!((graph.nodes(), graph.arcs()), (3, 4));
        assert_eq!(graph.arcs_from(NodeIx(0)), [ArcIx(0), ArcIx(1)]);
        assert_eq!(graph.arcs_into(NodeIx(1)), [ArcIx(0), ArcIx(1)]);
        assert_eq!(graph.arcs_into(NodeIx(2)), [ArcIx(2), ArcIx(3)]);
        assert_eq!((graph.tail(ArcIx(2)), graph.head(ArcIx(2))), (NodeIx(1), NodeIx(2)));
    }

    #[test]
    fn an_arc_to_nowhere_is_refused() {
        let mut build = GraphBuilder::new(2);
        build.arc(NodeIx(0), NodeIx(2));
        assert_eq!(build.build().unwrap_err(), Error::NodeOutOfRange { node: NodeIx(2), nodes: 2 });
    }
}
