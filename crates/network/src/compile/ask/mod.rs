//! The graph of one question: which states its goods can reach, and what each arc takes of them.
//!
//! Forward from the origins, state by state in the order in which they are met. Moves come from the trade; here they get the
//! amounts of the lot, and the faces that they show to goods with different accounts: at local prices, under a through rate, with a
//! subsidy or without it. Arcs that show the same face share it.

mod deed;
mod gates;
mod policy;
mod wants;

pub(super) use policy::{MetWith, met_with, policies};

use super::bill::Extent;
use super::charges::ChargeLine;
use super::consignment::{Consignment, Lot};
use super::emissions::EmissionLine;
use super::gate::Gate;
use super::graph::{Arc, Deed, Refusal, RefusalReason, StateGraph, TimePart};
use super::index::Index;
use super::moves::entries::asked_of;
use super::moves::{Act, Keeps, Move};
use super::state::{Account, Numbers, Standing, State, StateIx};
use super::trade::Trade;
use keruen_model::{AnyRef, Id, Loading, Node};
use std::rc::Rc;
use std::sync::Arc as Shared;
use wants::Wants;

/// Explores the states of one consignment.
pub(super) struct Explorer<'a, 'c> {
    index: &'a Index<'c>,
    question: &'a Consignment,
    lot: Lot,
    trade: &'a mut Trade,
    ticks_per_hour: f64,
    /// Second since 1970 at which the journey begins.
    start: i64,
    /// Standing on the ground at the origin.
    origin: Option<u32>,
    /// Entry-exit prices that are asked of the lot, one bit each.
    entries: u64,
    /// States by the numbers of their standing and account.
    states: Numbers<(u32, u32)>,
    accounts: Numbers<Account>,
    /// What is known of each act.
    slots: Vec<Slot>,
    arcs: Vec<Arc>,
    refusals: Vec<Refusal>,
}

/// What is known of an act for this question.
#[derive(Default)]
struct Slot {
    wants: Option<Box<Wants>>,
    bare: Option<Rc<Bare>>,
    /// Most show one face only.
    face: Option<(Key, Outcome)>,
    faces: Vec<(Key, Outcome)>,
}

/// A move at local prices, before subsidies and duties.
struct Bare {
    time: Shared<[TimePart]>,
    extent: Extent,
    charges: Shared<[ChargeLine]>,
    emissions: Shared<[EmissionLine]>,
    gate: Option<Shared<Gate>>,
}

/// How a move is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    /// At local prices.
    Local,
    /// Under a through rate that goes on, by position.
    Inside(u16),
    /// Under one that begins: position among those that begin with the move.
    Begins(usize),
}

/// What a face hangs on: how it is taken, which of the items that it can meet have been met, whether it leaves the origin first.
type Key = (Face, u64, bool);

/// A face.
#[derive(Clone)]
struct Outcome {
    /// `None` where the move cannot be taken so.
    what: Option<Result<Shared<Deed>, (AnyRef, RefusalReason)>>,
    /// Items of subsidies and duties that it meets.
    fresh: u64,
}

/// A state from which moves are taken.
#[derive(Clone, Copy)]
struct At {
    state: u32,
    standing: u32,
    account: Account,
    account_number: u32,
}

impl<'a, 'c> Explorer<'a, 'c> {
    pub fn new(index: &'a Index<'c>, (question, lot): (&'a Consignment, Lot), trade: &'a mut Trade, ticks_per_hour: f64) -> Self {
        let start = index.start(question.from);
        let origin = ground(index, question.from).map(|s| trade.number(s));
        let entries = asked_of(index, &lot, &trade.entries);
        Explorer {
            index,
            question,
            lot,
            trade,
            ticks_per_hour,
            start,
            origin,
            entries,
            states: Numbers::default(),
            accounts: Numbers::default(),
            slots: Vec::new(),
            arcs: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// The graph of journeys that begin at these places, on this loading.
    pub fn explore(mut self, origins: &[Id<Node>], on: Loading) -> StateGraph {
        let nothing = self.accounts.number(Account::default());
        for s in origins.iter().filter_map(|&n| ground(self.index, n)) {
            let gauges =
                if on == Loading::Rail { self.trade.maker(self.index).gauges_at(s.node as usize) } else { Default::default() };
            let standing = self.trade.number(Standing { loading: on, gauge: gauges.first().copied().unwrap_or(0), ..s });
            self.states.number((standing, nothing));
        }
        let mut at = 0;
        while let Some((standing, account_number)) = self.states.get(at) {
            let account = self.accounts.list()[account_number as usize];
            self.leave(At { state: at, standing, account, account_number });
            at += 1;
        }
        self.finish()
    }

    fn finish(self) -> StateGraph {
        let state = |&(s, a): &(u32, u32)| State::of(self.trade.standing(s), self.accounts.list()[a as usize]);
        let states: Vec<State> = self.states.list().iter().map(state).collect();
        let goals = goals(self.index, self.question, &states);
        let Explorer { arcs, refusals, lot, ticks_per_hour, start, .. } = self;
        StateGraph { states, arcs, refusals, goals, lot, ticks_per_hour, start }
    }

    /// Takes every move from a state.
    fn leave(&mut self, at: At) {
        let moves = self.trade.moves(self.index, at.standing);
        self.slots.resize_with(self.trade.acts(), Slot::default);
        for made in moves.iter() {
            self.take(at, made);
        }
    }

    fn take(&mut self, at: At, made: &Move) {
        let kept = made.keeps.after(at.account, self.entries);
        if made.is_work() && made.end == at.standing && kept == Some(at.account) {
            return;
        }
        let under = Account { entered: 0, hauled: None, ..at.account };
        match at.account.through {
            Some(_) if made.is_chain() => {}
            Some(r) if made.is_work() || made.under.inside.contains(&r) => self.go(at, made, Face::Inside(r), under),
            Some(_) => {}
            None => {
                if let Some(kept) = kept.filter(|_| made.local) {
                    self.go(at, made, Face::Local, kept);
                }
                (0..made.under.begins.len()).for_each(|k| self.go(at, made, Face::Begins(k), under));
            }
        }
    }

    /// Takes a move in one way, to goods that keep an account.
    fn go(&mut self, at: At, made: &Move, face: Face, kept: Account) {
        let wants = self.wants(made);
        if at.account.ridden & wants.once != 0 {
            return;
        }
        let first = Some(at.standing) == self.origin && at.account == Account::default();
        let key = (face, at.account.granted & made.policy.mask, first && made.policy.mask != 0);
        let outcome = self.outcome(made, key, &wants);
        let Some(what) = outcome.what else { return };
        let account = Account {
            through: self.through_after(made, face),
            used: kept.used | wants.used,
            ridden: kept.ridden | wants.once,
            granted: kept.granted | outcome.fresh,
            ..kept
        };
        let number = if account == at.account { at.account_number } else { self.accounts.number(account) };
        let (from, to) = (StateIx(at.state), StateIx(self.states.number((made.end, number))));
        match what {
            Ok(deed) => self.arcs.push(Arc { from, to, deed }),
            Err((what, reason)) => self.refusals.push(Refusal { from, to, what, reason }),
        }
    }

    /// The through rate under which the goods are after a move; a rate is left where a ride or link ends at its end.
    fn through_after(&self, made: &Act, face: Face) -> Option<u16> {
        let rate = self.rate_of(made, face)?;
        let there = self.index.corridor.tables.node.rows()[made.to_node as usize].node_id;
        let ends = !made.is_work() && there == self.trade.rates[usize::from(rate)].to();
        (!ends).then_some(rate)
    }

    fn rate_of(&self, made: &Act, face: Face) -> Option<u16> {
        match face {
            Face::Local => None,
            Face::Inside(r) => Some(r),
            Face::Begins(k) => Some(made.under.begins[k].0),
        }
    }

    fn slot(&mut self, made: &Move) -> &mut Slot {
        &mut self.slots[made.number as usize]
    }

    fn wants(&mut self, made: &Move) -> Wants {
        if self.question.wanted() == 0 && self.question.is_free() {
            return Wants::default();
        }
        if let Some(known) = self.slot(made).wants.as_deref() {
            return *known;
        }
        let wants = Wants::of(self.index, self.question, made);
        self.slot(made).wants = Some(Box::new(wants));
        wants
    }

    fn outcome(&mut self, made: &Move, key: Key, wants: &Wants) -> Outcome {
        let slot = self.slot(made);
        if let Some((_, known)) = slot.face.iter().chain(&slot.faces).find(|(k, _)| *k == key) {
            return known.clone();
        }
        let outcome = self.face(made, key, wants);
        let slot = self.slot(made);
        match slot.face {
            None => slot.face = Some((key, outcome.clone())),
            Some(_) => slot.faces.push((key, outcome.clone())),
        }
        outcome
    }
}

impl Keeps {
    /// What goods with an account, under no through rate, remember after the move; `None` where they cannot take it at local prices.
    fn after(&self, account: Account, asked: u64) -> Option<Account> {
        let (entered, hauled) = match self {
            Keeps::Nothing => (0, None),
            Keeps::Link(toll) => (toll.after(account.entered, asked)?, None),
            Keeps::Work { entered, hauled } => (if *entered { account.entered } else { 0 }, account.hauled.filter(|_| *hauled)),
            Keeps::Haul(operator, _) if account.hauled == Some(*operator) => return None,
            Keeps::Haul(operator, tolls) => {
                let entered = tolls.iter().try_fold(account.entered, |entered, toll| toll.after(entered, asked))?;
                (entered, Some(*operator))
            }
        };
        Some(Account { entered, hauled, ..account })
    }
}

/// States on the ground at the destination, cleared in its country, with all used that must be.
pub(super) fn goals(index: &Index<'_>, question: &Consignment, states: &[State]) -> Vec<StateIx> {
    let node = index.corridor.tables.node.position(question.to.sym());
    let all = ((1u16 << question.wanted()) - 1) as u8;
    let is_goal = |s: &State| {
        node == Some(s.node as usize)
            && s.loading == Loading::Ground
            && s.through.is_none()
            && s.cleared == index.country[s.node as usize]
            && s.used == all
    };
    (0..states.len() as u32).map(StateIx).filter(|&s| is_goal(&states[s.0 as usize])).collect()
}

/// On the ground at a place, cleared in its country.
pub(super) fn ground(index: &Index<'_>, at: Id<Node>) -> Option<Standing> {
    let node = index.corridor.tables.node.position(at.sym())?;
    Some(Standing {
        node: node as u32,
        loading: Loading::Ground,
        gauge: 0,
        cleared: index.country[node],
        ahead: false,
        service: None,
        rode: false,
    })
}
