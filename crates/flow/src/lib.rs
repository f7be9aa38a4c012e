//! How much does a network carry, who uses what, what stays behind, and which scarcity is worth how much?

pub mod corridor;
pub mod equilibrium;
pub mod mincost;
