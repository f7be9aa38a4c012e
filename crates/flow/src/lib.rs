//! How much does a network carry, who uses what, what stays behind, and which scarcity is worth how much?

pub mod choice;
pub mod corridor;
pub mod equilibrium;
pub mod mincost;
