//! From the tables of a corridor to the state graph that engines search.
//!
//! What question it answers: for one consignment on one day, which states can the goods be in, what joins them, and what does
//! each join take in money, time and CO2e?
//!
//! ```text
//! state = (place, loading, gauge, cleared country, service)
//! arc   = link       (rail|road|pipe|fibre state -> same loading at the other end)
//!       | operation  (load, unload, roll on or off, transfer, gauge change, border, at a facility of the place)
//!       | ride       (on a service from one stop to a later one)
//!       | transit    (a railway's or pipeline's entry-exit price over the shortest chain of its links)
//! cost  = (US cents, seconds, grams CO2e, micro-risk), all integers, so that dominance is exact and runs are identical
//! ```
//!
//! Assumptions. Goods carry the country in which they are cleared: over a railway or road they may leave a place only when
//! cleared there, or cleared ahead for the country they enter; a border operation changes the country. Ships may pass any
//! country; the goods are cleared on land. Air, pipe and fibre need no border. Times are queue-free; waits for a departure are
//! half the headway, or half the longest wait of a service that leaves when full, and are marked so. Rules take arcs out before
//! the search, and each arc taken out remembers its rule. An arc of transport without a price is taken out too: nothing
//! travels free because a table lacks a row. Sources: virtual networks, Jourquin and Beuthe 1996 (doi
//! 10.1016/0968-090X(96)00014-8); ours adds custody and schedules to their (place, mode, means).

mod ask;
mod bill;
mod chain;
mod charges;
mod closures;
mod consignment;
mod draught;
mod emissions;
mod gate;
mod graph;
mod index;
mod moves;
mod naming;
mod near;
mod reach;
mod rules;
mod state;
mod stretch;
mod tariffs;
mod trade;

pub use charges::ChargeLine;
pub use closures::{Storm, storm};
pub use consignment::{Carriage, Consignment, ConsignmentError, Lot, MOST_ONCE};
pub use draught::{Draught, draught};
pub use emissions::EmissionLine;
pub use gate::{CERTAIN, Gate, Passage, Run, Starts, Storage, micro_risk};
pub use graph::{
    Arc, ArcKind, Common, Costs, Deed, Refusal, RefusalReason, StateGraph, TimeKind, TimePart, WaitOrigin, compile, compile_from,
    compile_standing,
};
pub use index::{Index, Layout};
pub use moves::{Unfit, ride_time, unfit};
pub use reach::may_lead;
pub use state::{State, StateIx};
pub use stretch::{Stretch, stretches};
pub use trade::TradeKey;
