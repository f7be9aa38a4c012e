//! The network: from the tables of a corridor to a state graph ([`compile`]), and the shortest-path and Pareto
//! searches on any graph ([`kernel`]).

pub mod compile;
mod error;
pub mod kernel;
pub mod ledger;

pub use error::Error;
