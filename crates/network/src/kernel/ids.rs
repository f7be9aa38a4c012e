//! Numbers of nodes and arcs, as types of their own so that one is never taken for the other.

use std::fmt;

/// A node of a [`Graph`](super::Graph), counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct NodeIx(pub u32);

/// An arc of a [`Graph`](super::Graph), counted from 0 in the order in which arcs were added. Parallel arcs have ids of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ArcIx(pub u32);

impl NodeIx {
    /// The place of this node in an array with one entry a node.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ArcIx {
    /// The place of this arc in an array with one entry an arc.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for NodeIx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "node {}", self.0)
    }
}

impl fmt::Display for ArcIx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "arc {}", self.0)
    }
}
