//! What a shortest-path search found: distances, and a tree of arcs.

use super::search::Reach;
use crate::kernel::direction::Direction;
use crate::kernel::ids::{ArcIx, NodeIx};
use crate::kernel::metric::Metric;

/// Least costs and the arcs that give them. Lives until the workspace is used again.
#[derive(Clone, Copy, Debug)]
pub struct Tree<'w, 'g, Dir> {
    reach: &'w Reach,
    metric: &'w Metric<'g, Dir>,
    fixed_below: u64,
}

impl<'w, 'g, Dir: Direction> Tree<'w, 'g, Dir> {
    pub(super) fn new(reach: &'w Reach, metric: &'w Metric<'g, Dir>, fixed_below: u64) -> Self {
        Self { reach, metric, fixed_below }
    }

    /// The least cost of a way between the source and `node`; `None` when there is no way, or the search stopped before it was
    /// sure.
    #[inline]
    pub fn distance(&self, node: NodeIx) -> Option<u32> {
        self.reach.distance(node).filter(|&distance| u64::from(distance) < self.fixed_below)
    }

    /// The arc of the tree at `node`: the last one of its way (forward) or the first (backward). `None` at a source and where
    /// [`Tree::distance`] is `None`.
    pub fn arc(&self, node: NodeIx) -> Option<ArcIx> {
        self.distance(node)?;
        Some(self.metric.arc(self.reach.slot(node)?))
    }

    /// The node before `node` in the tree, on the side of the source.
    pub fn parent(&self, node: NodeIx) -> Option<NodeIx> {
        let arc = self.arc(node)?;
        Some(Dir::start(self.metric.graph(), arc))
    }

    /// The arcs of a least-cost way between the source and `node`, in the order of travel: to `node` when the search went
    /// forward, from `node` when it went backward.
    pub fn path(&self, node: NodeIx) -> Option<Vec<ArcIx>> {
        self.distance(node)?;
        let mut arcs = Vec::new();
        let mut at = node;
        while let (Some(arc), Some(parent)) = (self.arc(at), self.parent(at)) {
            arcs.push(arc);
            at = parent;
        }
        if Dir::ALONG_TRAVEL {
            arcs.reverse();
        }
        Some(arcs)
    }

    /// Every node with a distance, each after its parent: loads pushed back to front reach the source in one pass.
    pub fn order(&self) -> Vec<NodeIx> {
        let nodes = self.metric.graph().nodes();
        let mut listed = vec![false; nodes];
        let mut order = Vec::with_capacity(nodes);
        let mut chain = Vec::new();
        for node in (0..nodes as u32).map(NodeIx).filter(|&node| self.distance(node).is_some()) {
            let mut at = Some(node);
            while let Some(open) = at.filter(|open| !listed[open.index()]) {
                listed[open.index()] = true;
                chain.push(open);
                at = self.parent(open);
            }
            order.extend(chain.drain(..).rev());
        }
        order
    }
}
