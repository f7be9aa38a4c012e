//! All ways from one node to another that no other way equals or betters in every criterion.
//!
//! Question: which trade-offs between up to four costs are there at all?
//!
//! ```text
//! label    one way from the source to a node v, with its costs g = (g1, .., gD)
//! bound    h(v) = (h1, .., hD), hi = the least cost i of any way from v to the target: one backward search a criterion
//! f = g + h   no way that continues the label can cost less, in any criterion
//!
//! labels leave the queue in lexicographic order of f, so at v the first costs g1 only grow. Hence
//! "some earlier label at v is at least as good" needs a look at the other D - 1 costs only:
//!     D = 2   one number, the least g2 so far                        O(1)
//!     D = 3   a staircase of (g2, g3)                                binary search
//!     D = 4, 5   blocks of (g2, .., gD) under a common corner        most blocks fall with one comparison
//! a label is dropped when (1) f breaks a limit, (2) the front of the target is at least as good as f, or (3) the front of v
//! is at least as good as g. What arrives at the target and is not dropped is Pareto-optimal, for good, at once.
//! ```
//! Limits (a price cap, a latest arrival, a budget) prune inside the search by (1). With two criteria the cheapest way of each
//! limits the other criterion beforehand. The backward searches run only as far as the labels ask.
//!
//! Assumptions: costs as in [`super`]. One way is kept for each cost vector, the first in a fixed order; others of exactly the
//! same costs are not listed. Sources: dimension reduction after Pulido, Mandow and Perez de la Cruz 2015 (NAMOA*dr);
//! two criteria after Ulloa et al. 2020 (BOA*); the bounds of each other's cheapest way after Ahmadi et al. 2021. Ours differs
//! in the queue (buckets with a small heap), in backward searches on demand, and in the blocks for four criteria.

mod bounds;
mod costs;
mod each;
mod front;
mod fronts;
mod pricing;
mod query;
mod queue;
mod search;
mod shift;

pub use costs::Costs;
pub use each::each_query;
pub use front::{Effort, Front, Outcome, Point, WhyEmpty};
pub use fronts::{Criteria, Dominance, Frontier};
pub use pricing::{AsLaid, Crossing, Pricing};
pub use query::{Query, Tolerance};
pub use search::ParetoWorkspace;
pub use shift::Shift;

/// No total may exceed this: a total and one more arc then fit 32 bits, and the fronts may compare costs as signed numbers.
pub(crate) const CEILING: u32 = (1 << 31) - 2;
