//! The direction of a search is a type, so that forward and backward are one piece of code.

use super::graph::{Adjacency, Graph};

/// Which way along the arcs a search goes: [`Forward`] or [`Backward`].
pub trait Direction: Copy + Send + Sync + 'static + sealed::Side {}

/// From tails to heads: ways out of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forward;

/// From heads to tails: ways into a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backward;

impl Direction for Forward {}
impl Direction for Backward {}

pub(crate) mod sealed {
    use super::super::ids::{ArcIx, NodeIx};
    use super::{Adjacency, Backward, Forward, Graph};

    /// The half of a graph that a direction walks on.
    pub trait Side {
        /// True when a chain of arcs found by walking is already in the order of travel.
        const ALONG_TRAVEL: bool;
        fn of(graph: &Graph) -> &Adjacency;
        /// The node that an arc leads to.
        fn end(graph: &Graph, arc: ArcIx) -> NodeIx;
        /// The node that an arc comes from.
        fn start(graph: &Graph, arc: ArcIx) -> NodeIx;
    }

    impl Side for Forward {
        const ALONG_TRAVEL: bool = true;
        fn of(graph: &Graph) -> &Adjacency {
            graph.outgoing()
        }
        fn end(graph: &Graph, arc: ArcIx) -> NodeIx {
            graph.head(arc)
        }
        fn start(graph: &Graph, arc: ArcIx) -> NodeIx {
            graph.tail(arc)
        }
    }

    impl Side for Backward {
        const ALONG_TRAVEL: bool = false;
        fn of(graph: &Graph) -> &Adjacency {
            graph.incoming()
        }
        fn end(graph: &Graph, arc: ArcIx) -> NodeIx {
            graph.tail(arc)
        }
        fn start(graph: &Graph, arc: ArcIx) -> NodeIx {
            graph.head(arc)
        }
    }
}
