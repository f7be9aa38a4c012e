//! Empties on random small corridors: the engine against the arc-flow programme that the tables mean, written down apart from it.

#![allow(clippy::unwrap_used, reason = "tests")]

mod arcs;
mod draw;
#[path = "../mincost/draws.rs"]
mod draws;
mod hand;
mod mps;
mod programme;
mod random;
#[path = "../mincost/tableau.rs"]
mod tableau;
mod tables;
