//! What can be wrong with what a graph or a search was given.

use std::fmt;

use crate::kernel::{ArcIx, NodeIx};

/// What was wrong, where, and what to try next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// An arc or a search names a node that the graph does not have.
    NodeOutOfRange {
        /// The node that was named.
        node: NodeIx,
        /// How many nodes the graph has.
        nodes: u32,
    },
    /// A graph may have less than 2^31 nodes and as many arcs.
    TooLarge {
        /// How many there would have been.
        count: u64,
    },
    /// A column of costs has not one entry an arc.
    CostsOfOtherLength {
        /// Which column, counted from 0.
        column: usize,
        /// Entries in the column.
        entries: usize,
        /// Arcs in the graph.
        arcs: usize,
    },
    /// One arc costs more than [`crate::kernel::LARGEST_COST`].
    CostTooLarge {
        /// Which column, counted from 0.
        column: usize,
        /// The arc.
        arc: ArcIx,
    },
    /// Going round some cycle has a negative cost, so there is no cheapest way.
    NegativeCycle {
        /// Which cost, counted from 0.
        column: usize,
    },
    /// The cost of a way came close to what 32 bits hold; the answer would be wrong, so there is none.
    CostOverflow {
        /// Which cost, counted from 0.
        column: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NodeOutOfRange { node, nodes } => {
                write!(f, "{node} is not in the graph, which has {nodes} nodes (counted from 0)")
            }
            Self::TooLarge { count } => {
                write!(f, "{count} nodes or arcs are more than 32-bit ids can number; split the graph")
            }
            Self::CostsOfOtherLength { column, entries, arcs } => {
                write!(
                    f,
                    "cost column {column} has {entries} entries for {arcs} arcs; give one cost an arc, in the order of the arcs"
                )
            }
            Self::CostTooLarge { column, arc } => {
                write!(f, "cost column {column}: {arc} costs more than the largest cost of an arc; use a coarser unit")
            }
            Self::NegativeCycle { column } => {
                write!(
                    f,
                    "cost column {column}: some cycle has a negative cost; a subsidy must be granted once, not at every turn"
                )
            }
            Self::CostOverflow { column } => {
                write!(f, "cost column {column}: the sum along a way does not fit; use a coarser unit")
            }
        }
    }
}

impl std::error::Error for Error {}
