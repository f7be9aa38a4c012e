//! The searches that every question stands on: shortest paths and Pareto fronts over one graph.
//!
//! Question: which ways lead from here to there, and what does each cost?
//!
//! ```text
//! graph   arcs by id, and the arcs of a node side by side in both directions           graph.rs
//! costs   whole numbers, one column a criterion, laid along those arcs                 metric.rs, pareto/costs.rs
//! paths   dist(v) = min over arcs (u, v) of dist(u) + cost(u, v)                       paths/
//! Pareto  all ways whose cost vector no other way equals or betters in every criterion pareto/
//! pair    two ways that share least, and of those the shortest two                      disjoint.rs
//! trips   the same two questions over a timetable: rides on departures, and footpaths  schedule/
//! ```
//! Assumptions: costs add up along a way and are not negative; an arc costs at most [`LARGEST_COST`] and a whole way less than
//! 2^31, else the search refuses with an error rather than answer wrongly. Zero costs, parallel arcs, loops and parts that hang
//! together with nothing are all allowed. Nothing here knows units: the caller says what a cost is.
//!
//! ```
//! use keruen_network::kernel::{Costs, Forward, GraphBuilder, Metric, NodeIx, ParetoWorkspace, PathWorkspace, Query, paths::Stop};
//! use keruen_results::Silent;
//!
//! let mut build = GraphBuilder::new(3);
//! for (tail, head) in [(0, 1), (1, 2), (0, 2)] {
//!     build.arc(NodeIx(tail), NodeIx(head));
//! }
//! let graph = build.build()?;
//! let (money, hours) = ([2, 2, 9], [8, 8, 5]);
//!
//! let metric = Metric::<Forward>::new(&graph, &money)?;
//! let mut paths = PathWorkspace::new();
//! let tree = paths.search(&metric, NodeIx(0), Stop::Never)?;
//! assert_eq!(tree.distance(NodeIx(2)), Some(4));
//!
//! let costs = Costs::new(&graph, [&money, &hours])?;
//! let front = ParetoWorkspace::new().search(&costs, &Query::new(NodeIx(0), NodeIx(2)), &Silent, |_| {})?;
//! assert_eq!(front.points.iter().map(|point| point.costs).collect::<Vec<_>>(), [[4, 16], [9, 5]]);
//! assert_eq!(front.path(&front.points[0]).len(), 2);
//! # Ok::<(), keruen_network::Error>(())
//! ```
//!
//! Same input, same bytes: no search depends on threads, time, addresses or hash order. Many searches at once share out over
//! threads by [`keruen_model::parallel::in_order`], which hands the answers back in the order of the questions.

mod direction;
pub mod disjoint;
mod graph;
mod ids;
mod metric;
pub mod pareto;
pub mod paths;
mod prefetch;
pub mod schedule;

pub use direction::{Backward, Direction, Forward};
pub use graph::{Graph, GraphBuilder};
pub use ids::{ArcIx, NodeIx};
pub use metric::Metric;
pub use pareto::{Costs, Front, ParetoWorkspace, Query};
pub use paths::{PathWorkspace, Tree};

/// The largest cost of one arc, 2^30: four of them still add up within 32 bits, so the searches need not check every sum.
pub const LARGEST_COST: u32 = 1 << 30;
