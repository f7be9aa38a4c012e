//! A discrete-event kernel for logistics, usable alone.
//!
//! What question it answers: when many things wait for few berths, trains, ships and dry weather, who waits where, how long, and
//! how sure is that?
//!
//! ```text
//!        at(time, order, event)                 happen(now, event)
//! model ------------------------> Agenda ------------------------> model
//!   |                       (4-ary heap, wheel)                      |
//!   +-- Servers, Pools, Store, Departure, Closures: state machines --+   they hold no event of their own: each call says what
//!   +-- Place, Moments, Level, Sketch: statistics -------------------+   begins and when it ends, and the model enters it
//! ```
//!
//! An entity is an index, an event is 24 bytes: when, in which order, what. Nothing is allocated for an event, and nothing is
//! searched for in the agenda: what is no longer meant is recognised by its [epoch](Event::epoch). What nobody waits for is not
//! an event at all: arrivals can be [drawn ahead](arrivals::Ahead), and a first-come-first-served station that feeds no one back
//! can be worked out by [recursion](recursion).
//!
//! # Which of two events at one moment comes first
//!
//! 1. Time never runs backwards: what is entered for the past happens now, and is counted ([`Agenda::late`]).
//! 2. At one tick the smaller [`Order`] comes first. A model of a port would say: ends of work, then arrivals, then departures.
//! 3. At one tick and order, what was entered first comes first.
//! 4. What a model enters for this very tick while it handles an event comes after that event, by rules 2 and 3 among what is
//!    still to come: an earlier order entered late still comes next.
//! 5. A station serves the higher priority first (0 is the highest), within a priority the first come; a pre-empted customer
//!    goes to the head of his priority.
//!
//! Time is counted in whole [`Tick`]s, so that ties are ties on every machine.
//!
//! # The same answer for everybody
//!
//! Each purpose (arrivals at a place, the sea of a port, the sailing times of a ship) draws from a [stream](random::Stream) of its
//! own, made from seed, purpose and replication: two scenarios share their storms, and adding a ship shifts nobody else's luck.
//! Logarithms and exponentials are worked out here, by additions and multiplications alone, so that no library of the machine has
//! a say. Replications run on [any number of threads](output::replicate) and are joined in their own order: the bytes are the same.
//!
//! # Example
//!
//! ```
//! use keruen_events::{Agenda, Event, Model, Order, Tick, run};
//!
//! /// A lighthouse that flashes every ten ticks.
//! struct Light(u32);
//! impl Model for Light {
//!     fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
//!         self.0 += 1;
//!         agenda.at(now + 10, Order::USUAL, event);
//!     }
//! }
//!
//! let (mut agenda, mut light) = (Agenda::default(), Light(0));
//! agenda.at(Tick(0), Order::USUAL, Event::new(0, 0));
//! run(&mut light, &mut agenda, Tick(100));
//! assert_eq!(light.0, 11);
//! ```

pub mod agenda;
pub mod arrivals;
pub mod calendar;
pub mod closure;
pub mod departure;
pub mod maths;
pub mod models;
pub mod output;
pub mod pools;
pub mod random;
pub mod recursion;
pub mod servers;
pub mod stats;
pub mod store;
mod time;
mod wheel;

pub use agenda::{Agenda, Event, Model, Order, run};
pub use time::{Clock, Tick};
