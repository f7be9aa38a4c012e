//! The state graph of one consignment, and its making by forward search from the origin: only states that can be reached exist.

use super::charges::ChargeLine;
use super::consignment::{Consignment, ConsignmentError, Lot};
use super::emissions::EmissionLine;
use super::expand::Expander;
use super::gate::Gate;
use super::index::Index;
use super::state::{State, StateIx, States};
use keruen_model::{AnyRef, Dist, Facility, Hours, Id, Km, Link, Loading, Node, Operation, Permit, Service, Text};

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
    Ride(Id<Service>, Vec<Id<Link>>),
    /// Over a chain of links at an entry-exit price, or at a price by distance belts.
    Transit(Vec<Id<Link>>),
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

/// One arc of the state graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// From.
    pub from: StateIx,
    /// To.
    pub to: StateIx,
    /// What it is.
    pub kind: ArcKind,
    /// Loading that counts the units charged.
    pub loading: Loading,
    /// Distance.
    pub distance: Km,
    /// Time, part by part.
    pub time: Vec<TimePart>,
    /// Tariff row (the first of several) of the through rate under which the goods go here.
    pub under: Option<u32>,
    /// Charges.
    pub charges: Vec<ChargeLine>,
    /// CO2e, one line a factor used.
    pub emissions: Vec<EmissionLine>,
    /// Papers.
    pub papers: Vec<Text>,
    /// Permits asked for, with the position of the rule.
    pub permits: Vec<(Id<Permit>, u32)>,
    /// When it can be begun; `None` = at any moment.
    pub gate: Option<Gate>,
    /// Regions whose weather can close it.
    pub regions: Vec<Text>,
    /// Chance that one of them is closed when it is to begin.
    pub closed: f64,
    /// The same as integers, for the search; of an arc with a gate what it takes at least.
    pub costs: Costs,
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
    build(index, c, &[c.from], on)
}

/// The graph of consignments that differ in their origins alone; the first states are the origins, in order, each once.
pub fn compile_from(index: &Index<'_>, c: &Consignment, origins: &[Id<Node>]) -> Result<StateGraph, ConsignmentError> {
    build(index, c, origins, Loading::Ground)
}

fn build(index: &Index<'_>, c: &Consignment, origins: &[Id<Node>], on: Loading) -> Result<StateGraph, ConsignmentError> {
    let lot = Lot::new(index.corridor, c)?;
    let is_data = lot.on(Loading::Fibre).is_some();
    let ticks_per_hour = if is_data { MICROSECONDS } else { SECONDS };
    let expander = Expander::new(index, c, &lot);
    let mut states = States::default();
    let (mut arcs, mut refusals) = (Vec::new(), Vec::new());
    for origin in origins.iter().filter_map(|&n| expander.origin_at(n)).map(|s| expander.standing(s, on)) {
        states.number(origin);
    }
    let mut at = 0;
    while let Some(state) = states.get(at) {
        for step in expander.steps(state) {
            if matches!(step.refused, Some((_, RefusalReason::Again))) {
                continue;
            }
            let (to, _) = states.number(step.to);
            let from = StateIx(at as u32);
            match step.refused {
                Some((what, reason)) => refusals.push(Refusal { from, to, what, reason }),
                None => arcs.push(step.arc((from, to), ticks_per_hour)),
            }
        }
        at += 1;
    }
    let states = states.into_list();
    let goals = (0..states.len() as u32).map(StateIx).filter(|&s| expander.is_goal(&states[s.0 as usize])).collect();
    let start = expander.start;
    Ok(StateGraph { states, arcs, refusals, goals, lot, ticks_per_hour, start })
}
