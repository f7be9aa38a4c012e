//! Can a planner see it? The corridor on a map in a browser, served by the planner's own machine.
//!
//! ```text
//! browser -> guard (host, origin, token) -> api -> desk: a thread a core, each with the corridor under the scenarios asked last
//!                                              -> jobs: long runs, one at a time, watched by server-sent events
//!                                              -> store: answers under the hash of everything they hang on
//! ```
//! The server computes nothing itself: every figure is an answer of the engines, the same value that the command line prints.
//!
//! Assumptions: one planner, or a few in one office; the machine is trusted, web pages opened beside it are not. Loopback is the
//! default; any other address needs a token.

pub mod api;
mod desk;
mod error;
mod guard;
mod house;
mod jobs;
mod limits;
mod page;
mod patient;
mod server;
mod store;

pub use api::openapi;
pub use error::ServeError;
pub use house::House;
pub use server::{Config, Found, Server};
