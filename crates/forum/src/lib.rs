//! Several parties weigh one table of scenarios: who ranks what how, where do they agree, and what would flip it?
//!
//! The table is plain: scenarios by criteria, each cell with low, middle, high, or missing. A party names criteria with a direction,
//! a value function or thresholds, and weights as points, ranks, intervals or not at all. Each party is ranked by its own tree
//! ([`hear`]): weighted sum, PROMETHEE II, SMAA-2. Then all together: mean, Borda, Copeland, minimax regret, with what hangs on one
//! party, one weight, one third scenario.
//!
//! Weights are views of parties; values are answers of the model. Nothing here turns one into the other.

mod error;
mod flip;
mod hear;
mod joint;
mod opinion;
mod party;
mod preset;
mod promethee;
mod random;
mod reversal;
pub mod seal;
mod smaa;
mod value;
mod weights;

pub use error::ForumError;
pub use hear::{Chance, hear};
pub use party::{Party, merge, parse, print};
pub use preset::{preset, presets};
pub use value::{Better, Shape, View};
pub use weights::Weights;
