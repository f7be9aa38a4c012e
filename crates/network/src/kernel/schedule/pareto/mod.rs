//! All journeys that no other betters in arrival, rides and walking at once (McRAPTOR).
//!
//! ```text
//! label (arrive, walked) at a stop, in round k = rides
//! kept  unless a label of this or an earlier round arrives as early and has walked as little
//! bound a label at v is dropped when (arrive + left(v), walked) is beaten at the target, or k + rides_left(v) exceeds the rides allowed
//! ```
//! `left` is the least time from `v` to the target over all trips, whenever they run; `rides_left` the fewest rides. Both come
//! from one backward search each (`bounds.rs`). Along a ride, arrive + left never falls, so a rider once beaten is put off the
//! pattern for good.

mod bag;
mod bounds;
mod search;

pub use search::ScheduleParetoWorkspace;
