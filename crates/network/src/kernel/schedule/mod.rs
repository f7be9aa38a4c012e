//! Journeys through a timetable: which departures to take, where to change, where to walk.
//!
//! Question: leaving a stop at a moment, or at any moment of a window, how does one reach another stop, and which journeys are
//! worth offering?
//!
//! ```text
//! timetable  trips that call at the same stops in the same order, none overtaking another, make a pattern    timetable.rs, build.rs
//! earliest   arrive(v, k) = the earliest arrival at v with at most k rides, round by round k                 rounds.rs, earliest.rs
//! range      the same for every departure of a window, the last one first, each building on the later ones   range.rs
//! Pareto     all journeys that no other betters in arrival, rides and walking at once                        pareto/
//! latest     the latest departure is the earliest arrival in the mirrored timetable                          Timetable::mirrored
//! ```
//! Assumptions. A moment is whole seconds after an origin of the caller's choice; a trip of the day before, or one that passes
//! midnight, is a trip with other moments. Between two rides, before the first and after the last, one footpath at most is
//! walked: footpaths are never chained, so the set need not be closed. Changing at a stop takes no time; where it does, give the
//! stop a second id and a footpath. Waiting is free. A journey with fewer rides is kept although it arrives as late as one with
//! more; of two with equal figures the one found first is kept, so the same input gives the same journeys.
//!
//! Sources: Delling, Pajor, Werneck, "Round-Based Public Transit Routing", Transportation Science 49 (2015), sections 3 (RAPTOR),
//! 4.1 (range) and 4.2 (McRAPTOR). Changed here: arrivals by ride and arrivals on foot are bounded apart, because footpaths that
//! are not closed make the usual single bound miss journeys; only what a round has improved is boarded in the next; the third
//! criterion is the round itself, so a bag is a staircase of two (cf. Pulido, Mandow, Perez de la Cruz, "Dimensionality reduction
//! in multiobjective shortest path search", Computers & OR 64 (2015)); labels are bounded by the least ride and walking that is
//! still to come, from one backward search.
//!
//! ```
//! use keruen_network::kernel::schedule::{Ask, Call, Moment, ScheduleBuilder, ScheduleWorkspace, Seconds, StopIx};
//!
//! let call = |stop, arrive, depart| Call::new(StopIx(stop), Moment(arrive), Moment(depart));
//! let mut build = ScheduleBuilder::new(3);
//! let slow = build.trip(&[call(0, 100, 100), call(2, 900, 900)])?;
//! let fast = build.trip(&[call(1, 200, 200), call(2, 500, 500)])?;
//! build.footpath(StopIx(0), StopIx(1), Seconds(60))?;
//! let timetable = build.build()?;
//!
//! let ask = Ask::new(StopIx(0), StopIx(2), Moment(90));
//! let found = ScheduleWorkspace::new().earliest(&timetable, &ask)?;
//! assert_eq!(found.iter().map(|j| (j.arrive, j.rides(), j.walking)).collect::<Vec<_>>(), [(Moment(500), 1, Seconds(60))]);
//! assert_eq!(found[0].trips().collect::<Vec<_>>(), [fast]);
//! # let _ = slow;
//! # Ok::<(), keruen_network::Error>(())
//! ```

mod build;
mod earliest;
mod ids;
mod journey;
mod log;
mod pareto;
mod range;
mod rounds;
mod timetable;

pub use build::{Call, ScheduleBuilder};
pub use earliest::ScheduleWorkspace;
pub use ids::{Moment, Seconds, StopIx, TripIx};
pub use journey::{Ask, Journey, Leg};
pub use pareto::ScheduleParetoWorkspace;
pub use timetable::Timetable;

/// The latest moment and the longest footpath, 2^30: a moment, a footpath and a bound still add up within 32 bits.
pub const LATEST: u32 = 1 << 30;
