//! The state graph of one consignment, and its making by forward search from the origin: only states that can be reached exist.

use super::ask::{Explorer, goals};
use super::charges::ChargeLine;
use super::consignment::{Consignment, ConsignmentError, Lot};
use super::emissions::EmissionLine;
use super::gate::Gate;
use super::index::Index;
use super::state::{State, StateIx};
use keruen_model::{AnyRef, Dist, Facility, Hours, Id, Km, Link, Loading, Node, Observation, Operation, Permit, Service, Text};
use std::ops::Deref;
use std::sync::Arc as Shared;

/// Additive integer costs: US cents, ticks of time, grams of CO2e, micro-risk. Only cents may be negative, where a subsidy is
/// larger than the charges; no cycle is, since each subsidy is granted once.
pub type Costs = [i64; 4];

/// What an arc is.
#[derive(Clone, Debug, PartialEq)]
pub enum ArcKind {
    /// A link ridden directly.
    Link(Id<Link>),
    /// Work at a facility; a service where goods go aboard or come off one.
    Operation(Id<Operation>, Id<Facility>, Option<Id<Service>>),
    /// From one stop of a service to a later one, over these links.
    Ride(Id<Service>, Shared<[Id<Link>]>),
    /// Over a chain of links at an entry-exit price, or at a price by distance belts.
    Transit(Shared<[Id<Link>]>),
}

/// What a part of the time is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeKind {
    /// Moving.
    Moving,
    /// Handling, gauge change, papers.
    Handling,
    /// Border.
    Border,
    /// Waiting for a departure.
    Waiting(WaitOrigin),
    /// Staying aboard at a stop.
    Dwell,
}

/// Where a wait comes from. It is never an input of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitOrigin {
    /// Half the headway.
    HalfHeadway,
    /// Half the longest wait of a service that leaves when full.
    HalfLongestWait,
    /// Leaves on demand.
    None,
    /// As a simulation found it, the queue included.
    Simulated,
    /// As seen before a departure, the ride taken out.
    Seen(Id<Observation>),
    /// As seen before work, the work taken out.
    SeenHere(Id<Observation>),
    /// For the departure of a timetable.
    Timetable,
    /// For opening hours.
    Hours,
}

/// A part of the time of an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimePart {
    /// On what.
    pub kind: TimeKind,
    /// How long.
    pub time: Dist<Hours>,
}

/// One arc of the state graph: what is done, from one state to another. Arcs that do the same share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// From.
    pub from: StateIx,
    /// To.
    pub to: StateIx,
    pub(super) deed: Shared<Deed>,
}

impl Arc {
    /// The same number for arcs of a graph that share what is done, and for no others.
    pub fn shared(&self) -> usize {
        Shared::as_ptr(&self.deed) as usize
    }

    /// What is done, to be changed for this arc alone.
    pub fn deed_mut(&mut self) -> &mut Deed {
        Shared::make_mut(&mut self.deed)
    }
}

impl Deref for Arc {
    type Target = Deed;

    fn deref(&self) -> &Deed {
        &self.deed
    }
}

/// Lists that do not differ between the arcs of a move.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Common {
    /// Papers.
    pub papers: Shared<[Text]>,
    /// Permits asked for, with the position of the rule.
    pub permits: Shared<[(Id<Permit>, u32)]>,
    /// Regions whose weather can close it.
    pub regions: Shared<[Text]>,
}

/// What is done on an arc, and what it takes. Parts that arcs have in common are shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// What it is.
    pub kind: ArcKind,
    /// Loading that counts the units charged.
    pub loading: Loading,
    /// Distance.
    pub distance: Km,
    /// Time, part by part.
    pub time: Shared<[TimePart]>,
    /// Tariff row (the first of several) of the through rate under which the goods go here.
    pub under: Option<u32>,
    /// Charges.
    pub charges: Shared<[ChargeLine]>,
    /// CO2e, one line a factor used.
    pub emissions: Shared<[EmissionLine]>,
    /// Papers, permits, regions.
    pub common: Shared<Common>,
    /// When it can be begun; `None` = at any moment.
    pub gate: Option<Shared<Gate>>,
    /// Chance that one of them is closed when it is to begin.
    pub closed: f64,
    /// The same as integers, for the search; of an arc with a gate what it takes at least.
    pub costs: Costs,
}

impl Deref for Deed {
    type Target = Common;

    fn deref(&self) -> &Common {
        &self.common
    }
}

/// Why something was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// A row of table `rule`, by position.
    Rule(u32),
    /// The user asked to keep away.
    Asked,
    /// No tariff row fits.
    NoPrice,
    /// The lot is smaller than the least one taken.
    SmallLot,
    /// The lot is above the quota of a permit that this rule, by position, asks for.
    Quota(u32),
    /// The water at this facility, by position, is too shallow for every ship of the service.
    Draught(u32),
    /// A stretch that may be ridden once only has been: not a step at all, and in no list.
    Again,
}

/// Something taken out before the search.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// From.
    pub from: StateIx,
    /// To.
    pub to: StateIx,
    /// What.
    pub what: AnyRef,
    /// Why.
    pub reason: RefusalReason,
}

/// The graph of one consignment.
#[derive(Debug)]
pub struct StateGraph {
    /// States, the origin first.
    pub states: Vec<State>,
    /// Arcs, by the state they leave.
    pub arcs: Vec<Arc>,
    /// What was taken out.
    pub refusals: Vec<Refusal>,
    /// States that end the journey.
    pub goals: Vec<StateIx>,
    /// The consignment in numbers.
    pub lot: Lot,
    /// Ticks of an hour in [`Costs`]: 3600 for goods, 3.6e9 (microseconds) for data.
    pub ticks_per_hour: f64,
    /// Second since 1970 at which the (first) journey begins.
    pub start: i64,
}

impl StateGraph {
    /// The same goods under the same conditions from the same origin to another destination: only the goals differ.
    pub fn aim(&mut self, index: &Index<'_>, at: &Consignment) {
        self.goals = goals(index, at, &self.states);
    }
}

/// Ticks of an hour for goods and people: seconds.
const SECONDS: f64 = 3600.0;
/// Ticks of an hour for data: microseconds, since light crosses the corridor in 40 ms.
const MICROSECONDS: f64 = 3.6e9;

/// Builds the graph of a consignment.
pub fn compile(index: &Index<'_>, c: &Consignment) -> Result<StateGraph, ConsignmentError> {
    compile_standing(index, c, Loading::Ground)
}

/// Builds the graph of a consignment whose goods stand on something already, cleared where they are.
pub fn compile_standing(index: &Index<'_>, c: &Consignment, on: Loading) -> Result<StateGraph, ConsignmentError> {
    compile_from(index, c, &[c.from], on)
}

/// The graph of consignments that differ in their origins alone, standing on something there; the first states are the origins, in
/// order, each once.
pub fn compile_from(
    index: &Index<'_>,
    c: &Consignment,
    origins: &[Id<Node>],
    on: Loading,
) -> Result<StateGraph, ConsignmentError> {
    let lot = Lot::new(index.corridor, c)?;
    let mut trade = index.trades.take(index, c, &lot);
    let is_data = lot.on(Loading::Fibre).is_some();
    let ticks_per_hour = if is_data { MICROSECONDS } else { SECONDS };
    let graph = Explorer::new(index, (c, lot), &mut trade, ticks_per_hour).explore(origins, on);
    index.trades.put_back(trade);
    Ok(graph)
}
