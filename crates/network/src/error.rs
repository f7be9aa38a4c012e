//! What can be wrong with what a graph or a search was given.

use std::fmt;

use crate::kernel::schedule::{Moment, StopIx, TripIx};
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
    /// A trip, a footpath or a question names a stop that the timetable does not have.
    StopOutOfRange {
        /// The stop that was named.
        stop: StopIx,
        /// How many stops the timetable has.
        stops: u32,
    },
    /// A trip has fewer than two calls.
    TripTooShort {
        /// The trip.
        trip: TripIx,
    },
    /// A trip runs backwards in time, or past [`crate::kernel::schedule::LATEST`].
    MomentsOutOfOrder {
        /// The trip.
        trip: TripIx,
        /// The call at which it does, counted from 0.
        position: usize,
    },
    /// A question is about a moment after [`crate::kernel::schedule::LATEST`].
    MomentTooLate {
        /// The moment.
        moment: Moment,
    },
    /// A footpath takes longer than [`crate::kernel::schedule::LATEST`].
    FootpathTooLong {
        /// Start.
        from: StopIx,
        /// End.
        to: StopIx,
    },
    /// The asker stopped the search before the answer was found.
    Cancelled,
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
            Self::StopOutOfRange { stop, stops } => {
                write!(f, "stop {} is not in the timetable, which has {stops} stops (counted from 0)", stop.0)
            }
            Self::TripTooShort { trip } => write!(f, "trip {} has fewer than two calls; leave it out", trip.0),
            Self::MomentsOutOfOrder { trip, position } => {
                write!(f, "trip {}, call {position}: the moments run backwards or past 2^30 s; mend the timetable", trip.0)
            }
            Self::MomentTooLate { moment } => {
                write!(f, "moment {} s is after 2^30 s; choose an origin of time closer to it", moment.0)
            }
            Self::FootpathTooLong { from, to } => {
                write!(f, "the footpath from stop {} to {} takes more than 2^30 s; leave it out", from.0, to.0)
            }
            Self::Cancelled => f.write_str("stopped before the answer was found; ask again"),
            Self::CostOverflow { column } => {
                write!(f, "cost column {column}: the sum along a way does not fit; use a coarser unit")
            }
        }
    }
}

impl std::error::Error for Error {}
