//! What is done on moves, as it is for every lot of a trade and for whoever stands there: goods cleared in this or that country, on this
//! gauge or that, take the same turn of the same crane. It is made once and shared by the moves from all those standings.

use super::super::ask::MetWith;
use super::super::bill::Bill;
use super::super::emissions::Factor;
use super::super::graph::{ArcKind, Common, TimeKind, TimePart};
use super::super::rules::Touch;
use super::super::state::{Numbers, Standing};
use super::entries::Toll;
use super::schedule::Opening;
use super::through::Under;
use keruen_model::{AnyRef, Hours, Id, Km, Loading, Operator, Service, TableKind, Tonnes, Unit};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::ops::Deref;
use std::sync::Arc as Shared;

/// One move from a standing to another.
#[derive(Debug)]
pub(in crate::compile) struct Move {
    /// Number of the standing to which it leads, in the trade.
    pub end: u32,
    /// Number of the act in the trade.
    pub number: u32,
    act: Shared<Act>,
}

/// A move whose end has no number yet.
#[derive(Debug)]
pub(in crate::compile) struct Unnumbered {
    to: Standing,
    number: u32,
    act: Shared<Act>,
}

impl Unnumbered {
    pub fn number(self, standings: &mut Numbers<Standing>) -> Move {
        Move { end: standings.number(self.to), number: self.number, act: self.act }
    }
}

impl Deref for Move {
    type Target = Act;

    fn deref(&self) -> &Act {
        &self.act
    }
}

/// What a move does.
#[derive(Debug)]
pub(in crate::compile) struct Act {
    /// Position of the place at which it begins.
    pub from: u32,
    /// Position of the place at which it ends.
    pub to_node: u32,
    pub kind: ArcKind,
    pub loading: Loading,
    pub distance: Km,
    /// Time without what grows with the lot.
    pub time: Shared<[TimePart]>,
    /// Time that grows with the lot, behind the first part.
    pub each: Option<Each>,
    pub touch: Touch,
    /// Whether it may be taken at local prices: not where a haul stands in their place.
    pub local: bool,
    pub keeps: Keeps,
    pub bills: SmallVec<[Bill; 2]>,
    /// Subsidies and duties.
    pub policy: MetWith,
    pub emits: SmallVec<[Factor; 1]>,
    /// Rule that refuses it, by position.
    pub refused_by: Option<u32>,
    pub under: Under,
    /// `None` = it can be begun at any moment.
    pub opens: Option<Box<Opening>>,
    /// Second at which a row that it touches ends.
    pub last: Option<i64>,
    /// Chance that one of its regions is closed.
    pub closed: f64,
    /// Facility at which every ship is too deep, by position.
    pub shallow: Option<u32>,
    /// Rows that take no lot under so many tonnes.
    pub least: Box<[(AnyRef, Tonnes)]>,
    /// What arcs share of it.
    pub common: Shared<Common>,
}

/// Hours for each unit of the lot.
#[derive(Clone, Copy, Debug)]
pub(in crate::compile) struct Each {
    pub kind: TimeKind,
    pub hours: Hours,
    pub unit: Unit,
}

/// How prices that were entered and hauls that ended are remembered over a move.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::compile) enum Keeps {
    /// Neither.
    Nothing,
    /// Prices entered go on over a link.
    Link(Toll),
    /// Work that may keep the one and the other.
    Work { entered: bool, hauled: bool },
    /// A haul of an operator over links.
    Haul(Id<Operator>, Vec<Toll>),
}

impl Act {
    /// Medians of the waits before departures.
    pub fn waiting(&self) -> Hours {
        self.time.iter().filter(|p| matches!(p.kind, TimeKind::Waiting(_))).map(|p| p.time.quantile(0.5)).sum()
    }

    /// Whether it is work at a place.
    pub fn is_work(&self) -> bool {
        matches!(self.kind, ArcKind::Operation(..))
    }

    /// Whether it goes over a chain of links at one price.
    pub fn is_chain(&self) -> bool {
        matches!(self.kind, ArcKind::Transit(_))
    }
}

/// What tells acts of a trade apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// A link, by position, forwards or back.
    Link(u32, bool),
    /// Work at a facility, by their positions; on which service it puts goods or takes them off.
    Work { operation: u32, facility: u32, service: Option<Id<Service>>, aboard: bool, rode: bool },
    /// A ride between two calls of a service, by their positions.
    Ride { service: u32, from: u32, to: u32, on: Loading, gauge: u16, aboard: bool },
    /// A chain of links at one price, between two places, by their positions; `haul` = by belts.
    Chain { from: u32, to: u32, on: Loading, gauge: u16, operator: Option<Id<Operator>>, haul: bool },
}

/// The acts of a trade; `None` where something cannot be done at all.
#[derive(Debug, Default)]
pub(in crate::compile) struct Acts {
    known: FxHashMap<Key, Option<(u32, Shared<Act>)>>,
    /// Numbers given so far.
    given: u32,
    /// Numbers of acts that were forgotten.
    free: Vec<u32>,
}

impl Acts {
    /// Numbers that acts can have.
    pub fn numbers(&self) -> usize {
        self.given as usize
    }

    /// Forgets acts over some rows, and where a link is among them every chain of links: another may be the shortest now. What could not
    /// be done may be possible now.
    pub fn forget(&mut self, rows: &[AnyRef]) {
        let hangs = |act: &Act| hangs_on(act, rows);
        let Acts { known, free, .. } = self;
        known.retain(|_, act| match act {
            Some((number, act)) if hangs(act) => {
                free.push(*number);
                false
            }
            act => act.is_some(),
        });
        // The order in which a table of hashes is gone through must not decide about numbers.
        free.sort_unstable();
    }

    fn get(&mut self, key: Key, make: impl FnOnce() -> Option<Act>) -> Option<(u32, Shared<Act>)> {
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let made = make().map(|act| (self.number(), Shared::new(act)));
        self.known.insert(key, made.clone());
        made
    }

    fn number(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.given += 1;
            self.given - 1
        })
    }
}

/// Whether an act hangs on one of some rows.
pub(in crate::compile) fn hangs_on(act: &Act, rows: &[AnyRef]) -> bool {
    let links = rows.iter().any(|r| r.table == TableKind::Link);
    links && act.is_chain() || rows.iter().any(|r| act.touch.rows.contains(r))
}

/// The moves of a standing, while they are found.
pub(super) struct Found<'a> {
    moves: &'a mut Vec<Unnumbered>,
    acts: &'a mut Acts,
}

impl<'a> Found<'a> {
    pub fn new(acts: &'a mut Acts, moves: &'a mut Vec<Unnumbered>) -> Self {
        Found { moves, acts }
    }

    /// A move that leads to a standing, whose act is made where it is not known yet.
    pub fn add(&mut self, to: Standing, key: Key, make: impl FnOnce() -> Option<Act>) {
        if let Some((number, act)) = self.acts.get(key, make) {
            self.moves.push(Unnumbered { to, number, act });
        }
    }
}
