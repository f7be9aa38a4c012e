//! The method *least cost*: who should use what when capacities are hard, and what is each capacity worth?
//!
//! ```text
//! min   sum over ways p of  c_p x_p  +  sum over commodities k of  u_k z_k  +  sum over listed columns j of  d_j y_j
//! s.t.  sum of x_p over ways of k  (+ listed columns of k)  +  z_k = demand_k                  every commodity k
//!       lower_r <= sum over p of a_rp x_p + sum over j of b_rj y_j <= upper_r                  every row r
//!       x, z >= 0;  y within its bounds
//! ```
//! `z` is what stays unserved, so too much demand is an answer and no error. Rows are anything that runs out or must balance:
//! train paths, berth hours, fleet hours, stock between periods. The price of a row is the change of the least cost when the row
//! gives one unit more; the worth of a commodity is the change when one unit more is wanted.
//!
//! Ways are not listed: an [`Oracle`] finds the cheapest at the prices of the moment ([`Network`] does so for plain networks).
//! Dantzig and Wolfe 1960 and Ford and Fulkerson 1958 for the decomposition; module `master` for the simplex below it. Where very
//! many commodities share a network, flows near the optimum are found first, made a vertex (module `near`), and brought nearly to the
//! optimum by rounds at the best prices known (module `rounds`).
//!
//! Where several answers cost the same, one of them is told, and it is the same one after a change that does not touch it: each way has a
//! *rank* ([`Ties`]), and of equal answers that of the least rank is found (module `ties`). Prices and certificate know nothing of ranks.
//!
//! Assumptions: flows may be split at will; costs are linear; nothing depends on the order in which flows come.
//!
//! ```
//! use keruen_flow::mincost::{Commodity, Network, Problem, Row, Solver, Unserved};
//! use keruen_network::kernel::{GraphBuilder, NodeIx};
//! use keruen_results::Silent;
//!
//! // 0 ==> 1: a ferry for 5 at cost 2, and a way round for all at cost 7. Wanted: 8.
//! let mut build = GraphBuilder::new(2);
//! build.arc(NodeIx(0), NodeIx(1));
//! build.arc(NodeIx(0), NodeIx(1));
//! let mut problem = Problem::default();
//! let ferry = problem.row(Row::at_most(5.0));
//! let wish = problem.commodity(Commodity { demand: 8.0, unserved: Unserved::At(100.0), weight: 1.0 });
//! let mut network = Network::default();
//! let layer = network.layer(&build.build()?, vec![2.0, 7.0], vec![vec![(ferry, 1.0)], vec![]])?;
//! network.wish(layer, NodeIx(0), NodeIx(1), wish)?;
//!
//! let answer = Solver::new(problem)?.solve(&network, &Silent)?;
//! assert_eq!(answer.objective, 5.0 * 2.0 + 3.0 * 7.0);
//! assert_eq!(answer.price[ferry.index()], -5.0); // one place more on the ferry saves 5
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod conflict;
mod error;
mod master;
mod near;
mod network;
mod oracle;
mod problem;
mod range;
mod rounds;
mod solve;
mod solver;
mod ties;

pub use answer::{Answer, Effort, WayFlow};
pub use error::{Conflict, Error};
pub use near::Near;
pub use network::{LayerIx, Network, Search};
pub use oracle::{NoWays, Offer, Offers, Oracle, Prices};
pub use problem::{Column, ColumnIx, Commodity, CommodityIx, Goal, Problem, Row, RowIx, Ties, Unserved};
pub use range::PriceRange;
pub use solver::Solver;
pub(crate) use ties::BEND;
