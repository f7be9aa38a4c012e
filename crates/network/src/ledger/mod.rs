//! The ledger of scarcity: what can run out on a corridor in a period, and how much of it one consignment takes on its way.
//!
//! What question it answers: of every row of table `resource`, and of every ship's places and every fleet's time, how much is
//! there between two days, and how much does each arc of a state graph take?
//!
//! ```text
//! train paths, slots   amount x availability x days                   a train passes
//! throughput, quota    amount x availability x days / days of year    a tonne, TEU, wagon or truck passes
//! berths, ramps        amount x availability x open hours             a call x its stay
//! storage, pools       amount x availability x hours                  pieces x hours held
//! places of a service  at_most x places x sailings                    pieces on board on one hop, one way
//! time of a fleet      ships x availability x open hours              sailings x (moving + stays, out and back)
//! open hours           hours x (1 - share closed by weather at any port of the service)
//! ```
//!
//! Sailings are not an input: an engine chooses them ([`Ledger::sailings`]), at most as many as a headway allows. A row that holds
//! on part of the days counts for that part, and only that part of the traffic takes it, as if traffic were even over the period.
//! Assumptions: both ways of a line are sailed equally often; wagons on a train are
//! those of one kind; closures are drawn over the whole period, so months tell more than a year. Source of the layout: capacity
//! rows of service network design, Crainic 2000 (doi 10.1016/S0377-2217(99)00233-7), section 3.

mod draught;
mod limits;
mod period;
mod sailings;
mod trains;
mod uses;
mod weather;

pub use period::Period;
pub use sailings::Sailing;
pub use trains::pieces_of_a_train;
pub use uses::{Take, gauge};

use keruen_model::{Amount, Corridor, Direction, Fleet, Id, Resource, Service, Unit};
use limits::Limits;

/// Number of a limit in its ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LimitIx(pub u32);

/// What is scarce.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scarce {
    /// A row of table `resource`; one way only where each direction has its own.
    Resource(Id<Resource>, Direction),
    /// Places of a service between two neighbouring stops (the hop before this position of its stops), one way.
    Places(Id<Service>, u32, Direction),
    /// Tonnes that its vehicles bear on the same hop, at the water of the period.
    Payload(Id<Service>, u32, Direction),
    /// Departures of a service that runs by headway.
    Departures(Id<Service>),
    /// Hours of the vehicles of a fleet.
    FleetTime(Id<Fleet>),
}

/// One thing that can run out in the period.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// What.
    pub what: Scarce,
    /// How much there is for traffic, standing uses taken off. Zero for places and payload: each sailing brings its own.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
    /// Held for a time, not taken once: amounts are unit-hours.
    pub held: bool,
}

/// What is scarce in a period, and who takes it.
#[derive(Debug)]
pub struct Ledger {
    /// The period.
    pub period: Period,
    /// Everything that can run out, in the order of the tables.
    pub limits: Vec<Limit>,
    /// Round trips that can be made, in the order of the tables.
    pub sailings: Vec<Sailing>,
    index: Limits,
}

impl Ledger {
    /// Opens the ledger of a corridor for a period. The corridor holds the rows of all days.
    pub fn new(corridor: &Corridor, period: Period) -> Ledger {
        let mut limits = Vec::new();
        let mut index = Limits::of_resources(corridor, period, &mut limits);
        let sailings = sailings::sailings(corridor, period, &mut limits, &mut index);
        Ledger { period, limits, sailings, index }
    }

    /// The limit of something scarce; `None` where nothing limits it.
    pub fn find(&self, what: Scarce) -> Option<LimitIx> {
        self.index.find(what)
    }
}
