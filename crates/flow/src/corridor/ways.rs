//! The state graph of a kind of lot, packed for searches that are repeated thousands of times.
//!
//! Wishes for the same goods in the same lots share one graph, whatever their origins and destinations: what they must use and
//! which outside option is theirs is asked of each arc by the search, not built into states. Goods that no row tells apart are the same.

use super::meeting::Meeting;
use super::returns::{Pieces, Returns};
use super::wishes::Wish;
use keruen_model::{Amount, AnyRef, Cargo, Corridor, Equipment, Id, Loading, Node, Quantity, Service, TariffScope, Unit};
use keruen_network::compile::{
    Arc, ArcKind, Consignment, ConsignmentError, Index, Lot, State, StateGraph, StateIx, TradeKey, compile_from,
};
use keruen_network::ledger::{Ledger, Scarce, gauge};
use rustc_hash::FxHashMap;

/// An arc: where it ends, what it costs a lot, and what it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub from: u32,
    pub to: u32,
    /// Charges in US dollars.
    pub usd: f64,
    /// What of them is for the way back of the wagons; 0 where these do not come back for themselves.
    pub way_back: f64,
    /// Median hours without queues.
    pub hours: f64,
    pub takes: (u32, u32),
    /// Pieces of equipment that leave and come where it begins and ends.
    pub moves: (u32, u32),
    /// Which of the rows that some wish must use it uses, one bit each.
    pub meets: u64,
    /// Outside option that it rides: position of the service and 1; 0 = none.
    pub outside: u32,
    /// What it is called, for [`super::ties`].
    pub name: u32,
}

/// A graph by the state that arcs leave; arc numbers are those of the state graph.
#[derive(Debug)]
pub(super) struct Ways {
    pub graph: StateGraph,
    /// Rows that some wish must use.
    pub wanted: Vec<AnyRef>,
    pub steps: Vec<Step>,
    takes: Vec<(u32, f64)>,
    moves: Pieces,
    /// Pieces under the goods in each state, by kind and place.
    held: Vec<Pieces>,
    /// Some prices hold the way back of wagons.
    pub prices_ways_back: bool,
    leaving: Sorted,
    entering: Sorted,
    /// Where goods may wait for the next period, by state.
    stays: Vec<Stay>,
    /// Node of each state in which a journey may end: on the ground, cleared at home; else [`NOWHERE`].
    ends: Vec<u32>,
}

/// A wait in the storage of a facility, before or after work that is done there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stay {
    pub state: u32,
    /// The work, whose facility and storage charges it is.
    pub arc: u32,
    takes: (u32, u32),
}

/// Arcs in the order of a state that they touch.
#[derive(Clone, Debug, Default)]
struct Sorted {
    first: Vec<u32>,
    order: Vec<u32>,
}

pub(super) const NOWHERE: u32 = u32::MAX;
/// Most rows that the wishes of one graph must use, one bit each.
const MOST_WANTED: usize = 64;

/// Numbers of everything scarce, over all periods.
#[derive(Debug, Default)]
pub(super) struct Scarcities {
    pub list: Vec<Scarce>,
    index: FxHashMap<Scarce, u32>,
}

impl Scarcities {
    pub fn number(&mut self, what: Scarce) -> u32 {
        let next = self.list.len() as u32;
        *self.index.entry(what).or_insert_with(|| {
            self.list.push(what);
            next
        })
    }

    pub fn get(&self, what: Scarce) -> Option<u32> {
        self.index.get(&what).copied()
    }
}

/// What wishes must have in common to be of one kind. Ends count only where a subsidy or duty names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Kind {
    cargo: Id<Cargo>,
    equipment: Option<Id<Equipment>>,
    unit: Option<Unit>,
    quantity: u64,
    ends: Option<(Id<Node>, Id<Node>)>,
    standing: Option<Loading>,
    ends_on: Loading,
}

/// What kinds must have in common to share a graph: the same to every row that may price, forbid or count them, and as much of them.
#[derive(Clone, Debug, PartialEq)]
struct Likeness {
    trade: TradeKey,
    lot: Lot,
    /// Rows of table `use` that name the cargo.
    uses: Vec<u32>,
    ends: Option<(Id<Node>, Id<Node>)>,
    standing: Option<Loading>,
    ends_on: Loading,
}

impl Kind {
    fn of(there: &Corridor, lot: &Consignment, standing: Option<Loading>, ends_on: Loading) -> Kind {
        let named = there.tables.tariff.iter().any(|t| {
            let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
            let mine = t.cargo.is_empty() || t.cargo.contains(&lot.cargo);
            let named = t.from_node_id.is_some() || t.to_node_id.is_some();
            let joins = |a, b| t.from_node_id.is_none_or(|n| n == a) && t.to_node_id.is_none_or(|n| n == b);
            policy && mine && named && (joins(lot.from, lot.to) || t.both_ways && joins(lot.to, lot.from))
        });
        Kind {
            cargo: lot.cargo,
            equipment: lot.equipment,
            unit: lot.unit,
            quantity: lot.quantity.value().to_bits(),
            ends: named.then_some((lot.from, lot.to)),
            standing,
            ends_on,
        }
    }
}

impl Likeness {
    /// `None` where the lot makes no sense.
    fn of(index: &Index<'_>, kind: Kind, lot: &Consignment) -> Option<Likeness> {
        let (trade, mut amounts) = (index.trade(lot).ok()?, Lot::new(index.corridor, lot).ok()?);
        amounts.rests_on.clear();
        let uses = index.corridor.tables.r#use.iter().enumerate();
        Some(Likeness {
            trade,
            lot: amounts,
            uses: uses.filter(|(_, u)| u.cargo.contains(&lot.cargo)).map(|(i, _)| i as u32).collect(),
            ends: kind.ends,
            standing: kind.standing,
            ends_on: kind.ends_on,
        })
    }
}

/// The wishes that share a graph: one of them, the origins of all, the rows that some must use.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub lot: Consignment,
    pub origins: Vec<Id<Node>>,
    pub wanted: Vec<AnyRef>,
    /// On what goods stand that are there already.
    pub standing: Option<Loading>,
    /// How they stand when they have come.
    pub ends_on: Loading,
    likeness: Option<Likeness>,
}

/// Families, while wishes come in.
struct Families<'a> {
    index: &'a Index<'a>,
    /// Goods of different names stay apart, since the pieces under them come back.
    apart: bool,
    list: Vec<Family>,
    of_kind: FxHashMap<Kind, usize>,
}

impl Families<'_> {
    /// The family of a lot.
    fn join(&mut self, lot: &Consignment, standing: Option<Loading>, ends_on: Loading) -> usize {
        let kind = Kind::of(self.index.corridor, lot, standing, ends_on);
        let known = self.of_kind.get(&kind).copied();
        let f = known.filter(|&f| self.list[f].has_room(lot)).unwrap_or_else(|| self.find_or_found(kind, lot));
        self.of_kind.insert(kind, f);
        self.list[f].take_in(lot);
        f
    }

    fn find_or_found(&mut self, kind: Kind, lot: &Consignment) -> usize {
        let likeness = Likeness::of(self.index, kind, lot);
        let is_alike = |f: &Family| {
            let alike = likeness.is_some() && f.likeness == likeness && f.has_room(lot);
            alike && (!self.apart || f.lot.cargo == lot.cargo)
        };
        self.list.iter().position(is_alike).unwrap_or_else(|| {
            let free =
                Consignment { avoid: Vec::new(), must_use: Vec::new(), quantity: Amount(lot.quantity.value()), ..lot.clone() };
            let Kind { standing, ends_on, .. } = kind;
            self.list.push(Family { lot: free, origins: Vec::new(), wanted: Vec::new(), standing, ends_on, likeness });
            self.list.len() - 1
        })
    }
}

impl Family {
    /// Families in the order in which wishes first ask for them, and which is whose, by wish and origin. Where equipment comes back, goods
    /// of different names stay `apart`.
    pub fn all(index: &Index<'_>, wishes: &[Wish], apart: bool) -> (Vec<Family>, Vec<Vec<usize>>) {
        let mut families = Families { index, apart, list: Vec::new(), of_kind: FxHashMap::default() };
        let mut join = |w: &Wish| w.origins.iter().map(|o| families.join(&o.lot, o.standing, w.ends_on)).collect();
        let whose = wishes.iter().map(&mut join).collect();
        (families.list, whose)
    }

    /// Its trade; `None` where its lot makes no sense.
    pub fn trade(&self) -> Option<&TradeKey> {
        self.likeness.as_ref().map(|l| &l.trade)
    }

    /// Whether the rows that a lot must use have bits of their own.
    fn has_room(&self, lot: &Consignment) -> bool {
        let new = lot.must_use.iter().filter(|row| !self.wanted.contains(row)).count();
        self.wanted.is_empty() || self.wanted.len() + new <= MOST_WANTED
    }

    fn take_in(&mut self, lot: &Consignment) {
        if !self.origins.contains(&lot.from) {
            self.origins.push(lot.from);
        }
        for &row in &lot.must_use {
            if !self.wanted.contains(&row) {
                self.wanted.push(row);
            }
        }
    }
}

impl Step {
    /// Charges of a lot whose wagons come back for themselves, or not.
    pub fn charges(&self, come_back: bool) -> f64 {
        if come_back { self.usd - self.way_back } else { self.usd }
    }
}

impl Ways {
    /// Compiles and packs the graph of a family. `ledger` may be that of any period in which the network is the same; `waits` where
    /// there are several.
    pub fn new(
        index: &Index<'_>,
        ledger: &Ledger,
        scarcities: &Scarcities,
        (family, waits, returns): (&Family, bool, Option<&Returns>),
    ) -> Result<Ways, ConsignmentError> {
        if family.wanted.len() > MOST_WANTED {
            return Err(ConsignmentError::TooManyMustUse);
        }
        let graph = compile_from(index, &family.lot, &family.origins, family.standing.unwrap_or(Loading::Ground))?;
        let numbers: Vec<Option<u32>> = ledger.limits.iter().map(|l| scarcities.get(l.what)).collect();
        let (mut steps, mut takes, mut moves) = (Vec::with_capacity(graph.arcs.len()), Vec::new(), Pieces::new());
        let held = returns.map_or_else(Vec::new, |r| r.held_in(index.corridor, &graph));
        let meeting = Meeting::new(index, &graph, &family.wanted);
        let mut known: FxHashMap<(usize, u16), Step> = FxHashMap::default();
        for arc in &graph.arcs {
            let like = *known.entry((arc.shared(), gauge(&graph, arc))).or_insert_with(|| {
                let from = takes.len() as u32;
                // States name places by their positions on the day: the ledger is asked about the corridor of that day.
                let taken = ledger.takes(index.corridor, family.lot.cargo, &graph, arc);
                takes.extend(taken.iter().filter_map(|t| Some((numbers[t.limit.0 as usize]?, t.amount))));
                meeting.step(arc, (from, takes.len() as u32))
            });
            let moved = moves.len() as u32;
            if let Some(r) = returns {
                let loading = |s: StateIx| graph.states[s.0 as usize].loading;
                if loading(arc.from) != loading(arc.to) {
                    moves.extend(r.changed((&held[arc.from.0 as usize], &held[arc.to.0 as usize])));
                }
            }
            steps.push(Step { from: arc.from.0, to: arc.to.0, moves: (moved, moves.len() as u32), ..like });
        }
        let states = graph.states.len();
        let leaving = Sorted::new(states, steps.iter().map(|s| s.from));
        let entering = Sorted::new(states, steps.iter().map(|s| s.to));
        let ends = graph.states.iter().map(|s| end(index, s, family.ends_on)).collect();
        let (wanted, stays) = (family.wanted.clone(), Vec::new());
        let mut ways = Ways { graph, wanted, steps, takes, moves, held, prices_ways_back: false, leaving, entering, stays, ends };
        if waits {
            ways.add_stays(index.corridor, ledger, (&numbers, family.lot.cargo));
        }
        Ok(ways)
    }

    /// A wait at each state on the ground before or after work in a storage, each storage once.
    fn add_stays(&mut self, corridor: &Corridor, ledger: &Ledger, (numbers, cargo): (&[Option<u32>], Id<Cargo>)) {
        let mut found: Vec<Stay> = Vec::new();
        for (a, arc) in self.graph.arcs.iter().enumerate() {
            let held = ledger.stored(corridor, cargo, &self.graph, arc);
            let from = self.takes.len() as u32;
            self.takes.extend(held.iter().filter_map(|t| Some((numbers[t.limit.0 as usize]?, t.amount))));
            let takes = (from, self.takes.len() as u32);
            let ashore = |s: &u32| takes.0 < takes.1 && self.graph.states[*s as usize].service.is_none();
            let ends = [arc.from.0, arc.to.0];
            found.extend(ends.into_iter().filter(ashore).map(|state| Stay { state, arc: a as u32, takes }));
        }
        found.sort_by_key(|s| (s.state, s.arc));
        for stay in found {
            let mut mine = self.stays.iter().rev().take_while(|s| s.state == stay.state);
            if mine.all(|s| self.held(s) != self.held(&stay)) {
                self.stays.push(stay);
            }
        }
    }

    /// Waits, by state.
    pub fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// Positions of the waits at a state.
    pub fn stays_at(&self, state: u32) -> std::ops::Range<usize> {
        let first = self.stays.partition_point(|s| s.state < state);
        first..first + self.stays[first..].partition_point(|s| s.state == state)
    }

    /// What a wait takes at any moment: number of the scarcity and amount.
    pub fn held(&self, stay: &Stay) -> &[(u32, f64)] {
        &self.takes[stay.takes.0 as usize..stay.takes.1 as usize]
    }

    /// Storage charges of a wait of so many hours.
    pub fn stay_usd(&self, stay: &Stay, hours: f64) -> f64 {
        let gate = self.graph.arcs[stay.arc as usize].gate.as_ref();
        gate.map_or(0.0, |g| g.storage_usd((hours * 3600.0) as i64))
    }

    /// For each state with waits, the same state in the graph of a later day; [`NOWHERE`] where there is none, or where what the goods
    /// remember of their way counts prices that may be others by then.
    pub fn later(&self, there: &Corridor, (day, then): (&Corridor, &Ways)) -> Vec<u32> {
        let index: FxHashMap<State, u32> = then.graph.states.iter().enumerate().map(|(i, s)| (*s, i as u32)).collect();
        let mut out = vec![NOWHERE; self.states()];
        for stay in &self.stays {
            let s = self.graph.states[stay.state as usize];
            let node = day.tables.node.position(there.tables.node.rows()[s.node as usize].node_id.sym());
            let free = s.entered == 0 && s.through.is_none();
            if let Some(node) = node.filter(|_| free) {
                let same = index.get(&State { node: node as u32, ..s });
                out[stay.state as usize] = same.copied().unwrap_or(NOWHERE);
            }
        }
        out
    }

    pub fn states(&self) -> usize {
        self.graph.states.len()
    }

    /// Arcs that leave a state.
    pub fn out(&self, state: u32) -> &[u32] {
        self.leaving.of(state)
    }

    /// Arcs that enter a state.
    pub fn into(&self, state: u32) -> &[u32] {
        self.entering.of(state)
    }

    /// What an arc takes: number of the scarcity and amount.
    pub fn takes(&self, step: &Step) -> &[(u32, f64)] {
        &self.takes[step.takes.0 as usize..step.takes.1 as usize]
    }

    /// Pieces that an arc makes leave places, those that it makes come below zero.
    pub fn moves(&self, step: &Step) -> &[(u32, f64)] {
        &self.moves[step.moves.0 as usize..step.moves.1 as usize]
    }

    /// Whether any arc makes pieces leave or come.
    pub fn moves_pieces(&self) -> bool {
        !self.moves.is_empty()
    }

    /// Pieces under the goods in a state.
    pub fn held_at(&self, state: u32) -> &[(u32, f64)] {
        self.held.get(state as usize).map_or(&[], Vec::as_slice)
    }

    /// Pieces under the goods where a journey to a node ends: the same in all states in which it may.
    pub fn held_at_end(&self, node: u32) -> &[(u32, f64)] {
        let last = (0..self.states() as u32).find(|&s| self.is_end(s, node));
        last.map_or(&[], |s| self.held_at(s))
    }

    /// Every kind and place that some arc touches.
    pub fn touched(&self) -> impl Iterator<Item = u32> + '_ {
        self.moves.iter().map(|m| m.0)
    }

    /// Whether a journey to a node may end in a state.
    pub fn is_end(&self, state: u32, node: u32) -> bool {
        self.ends[state as usize] == node
    }

    /// The state at an origin.
    pub fn start(&self, node: u32, standing: bool) -> Option<u32> {
        // Origins stand first, on the ground and at home; goods that are there already stand on something.
        let first = |s: u32| self.graph.states[s as usize].node == node;
        (0..self.states() as u32).find(|&s| if standing { first(s) } else { self.is_end(s, node) })
    }
}

impl Sorted {
    fn new(states: usize, keys: impl Iterator<Item = u32> + Clone) -> Sorted {
        let mut first = vec![0; states + 1];
        for k in keys.clone() {
            first[k as usize + 1] += 1;
        }
        for i in 0..states {
            first[i + 1] += first[i];
        }
        let mut next = first.clone();
        let mut order = vec![0; first[states] as usize];
        for (i, k) in keys.enumerate() {
            let at = &mut next[k as usize];
            order[*at as usize] = i as u32;
            *at += 1;
        }
        Sorted { first, order }
    }

    fn of(&self, state: u32) -> &[u32] {
        let (a, b) = (self.first[state as usize], self.first[state as usize + 1]);
        &self.order[a as usize..b as usize]
    }
}

/// The node of a state in which a journey may end.
fn end(index: &Index<'_>, s: &State, on: Loading) -> u32 {
    if s.loading == on && s.cleared == index.country[s.node as usize] { s.node } else { NOWHERE }
}

/// Charges of an arc.
pub(super) fn usd(arc: &Arc) -> f64 {
    arc.charges.iter().map(|c| c.usd).sum()
}

/// Median hours of an arc.
pub(super) fn hours(arc: &Arc) -> f64 {
    arc.time.iter().map(|p| p.time.quantile(0.5).value()).sum()
}

/// Whether an arc is a ride on a service, and which.
pub(super) fn service(arc: &Arc) -> Option<Id<Service>> {
    match arc.kind {
        ArcKind::Ride(s, _) => Some(s),
        _ => None,
    }
}
