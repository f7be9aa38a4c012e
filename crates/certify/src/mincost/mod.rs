//! Is a claimed least-cost flow feasible, and can nothing be cheaper?
//!
//! ```text
//! feasible   ways join origin and destination, flows and unserved add up to demand, rows and columns are within their bounds
//! dual       a price per row of the right sign; dist_k = least over ways of  cost - sum of use * price;
//!            worth_k = min(dist_k, unserved_k)
//! bound      sum of demand * worth + sum of binding bound * price + sum over columns of the least of d * y within its bounds
//! gap        (cost - bound) / max(1, |cost|)
//! ```
//! By weak duality no answer costs less than the bound, whatever the prices are; so a gap of nothing proves the claim. Distances
//! are found by this module's own searches, sums are carried with 32 digits, and no code is shared with any solver.

mod check;
mod exact;
mod search;

pub use check::{Flaw, Verdict, certify_mincost};
pub(crate) use exact::Exact;
pub use keruen_results::proof::{Arc, Claim, Column, Commodity, Instance, Layer, Way};
