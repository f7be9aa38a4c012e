//! The arcs that leave a state: links, operations, boardings and rides.

mod entries;
mod fitness;
mod hauls;
mod links;
mod lots;
mod operations;
mod policy;
mod rides;
mod schedule;
mod through;

pub use fitness::{Unfit, unfit};

use super::charges::ChargeLine;
use super::consignment::{Consignment, Lot};
use super::emissions::EmissionLine;
use super::gate::{Gate, micro_risk};
use super::graph::{Arc, ArcKind, RefusalReason, TimeKind, TimePart};
use super::index::Index;
use super::rules::{Goods, Touch};
use super::state::{State, StateIx};
use super::tariffs::{Priced, charges};
use keruen_model::{AnyRef, Dist, Hours, Id, Km, Loading, Node, Quantity, TableKind, TariffScope, Text};

/// A step not yet judged, with what it touches.
struct Made {
    step: Step,
    touch: Touch,
    /// Whether it may be taken at local prices: not where an entry-exit price or a haul stands in their place.
    local: bool,
}

/// One step from a state, allowed or refused.
#[derive(Clone)]
pub(in crate::compile) struct Step {
    pub to: State,
    pub refused: Option<(AnyRef, RefusalReason)>,
    /// Whether it leaves the origin as the first step.
    first: bool,
    /// Items granted on this very step.
    fresh: u64,
    kind: ArcKind,
    loading: Loading,
    distance: Km,
    time: Vec<TimePart>,
    /// Row of the through rate under which it is taken.
    under: Option<u32>,
    charges: Vec<ChargeLine>,
    emissions: Vec<EmissionLine>,
    papers: Vec<Text>,
    permits: Vec<(Id<keruen_model::Permit>, u32)>,
    gate: Option<Gate>,
    regions: Vec<Text>,
    /// Chance that one of them is closed.
    closed: f64,
}

/// Largest integer cost of one arc, so that no sum over a way leaves 64 bits.
const COST_LIMIT: f64 = 1.0e15;

fn integer(value: f64) -> i64 {
    value.round().clamp(-COST_LIMIT, COST_LIMIT) as i64
}

impl Step {
    /// The step as an arc between numbered states.
    pub fn arc(self, (from, to): (StateIx, StateIx), ticks_per_hour: f64) -> Arc {
        let usd: f64 = self.charges.iter().map(|c| c.usd).sum();
        let hours: f64 = self.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        let grams: f64 = self.emissions.iter().map(|e| e.grams).sum();
        let costs = [integer(usd * 100.0), integer(hours * ticks_per_hour), integer(grams), micro_risk(self.closed)];
        Arc {
            from,
            to,
            kind: self.kind,
            loading: self.loading,
            distance: self.distance,
            time: self.time,
            under: self.under,
            charges: self.charges,
            emissions: self.emissions,
            papers: self.papers,
            permits: self.permits,
            gate: self.gate,
            regions: self.regions,
            closed: self.closed,
            costs,
        }
    }
}

/// Makes the steps from states for one consignment.
pub(in crate::compile) struct Expander<'a, 'c> {
    index: &'a Index<'c>,
    question: &'a Consignment,
    goods: Goods<'a>,
    /// Items of subsidies and duties that the goods can meet.
    policies: Vec<(TariffScope, Text)>,
    entries: Vec<entries::Entry>,
    /// Second since 1970 at which the journey begins.
    pub start: i64,
    rates: Vec<through::Rate>,
    /// Links whose narrowest price is by distance belts.
    belted: Vec<bool>,
}

impl<'a, 'c> Expander<'a, 'c> {
    pub fn new(index: &'a Index<'c>, question: &'a Consignment, lot: &'a Lot) -> Self {
        let goods = Goods::new(index.corridor, question, lot);
        let policies = policy::policies(index, &goods);
        let entries = entries::entries(index, &goods);
        let rates = through::rates(index, &goods);
        let mut expander =
            Expander { index, question, goods, policies, entries, rates, belted: Vec::new(), start: index.start(question.from) };
        expander.belted = expander.links_by_belts();
        expander
    }

    /// On the ground at the origin, cleared in its country.
    pub fn origin(&self) -> Option<State> {
        self.origin_at(self.question.from)
    }

    /// The same at another origin.
    pub fn origin_at(&self, from: Id<Node>) -> Option<State> {
        let node = self.index.corridor.tables.node.position(from.sym())?;
        Some(State {
            node: node as u32,
            loading: Loading::Ground,
            gauge: 0,
            cleared: self.index.country[node],
            ahead: false,
            service: None,
            rode: false,
            entered: 0,
            hauled: None,
            through: None,
            used: 0,
            ridden: 0,
            granted: 0,
        })
    }

    /// The same place, on something: wagons on the first gauge of the place.
    pub fn standing(&self, s: State, on: Loading) -> State {
        let gauge = if on == Loading::Rail { self.gauges_at(s.node as usize).first().copied().unwrap_or(0) } else { 0 };
        State { loading: on, gauge, ..s }
    }

    /// On the ground at the destination, cleared in its country.
    pub fn is_goal(&self, s: &State) -> bool {
        let node = self.index.corridor.tables.node.position(self.question.to.sym());
        let all = ((1u16 << self.question.wanted()) - 1) as u8;
        node == Some(s.node as usize)
            && s.loading == Loading::Ground
            && s.through.is_none()
            && s.cleared == self.index.country[s.node as usize]
            && s.used == all
    }

    /// Every step from a state.
    pub fn steps(&self, s: State) -> Vec<Step> {
        let mut out = Vec::new();
        match s.service {
            Some(service) if !s.rode => self.rides(s, service, &mut out),
            Some(_) => {}
            None => {
                self.links(s, &mut out);
                self.boardings_without_work(s, &mut out);
            }
        }
        self.operations(s, &mut out);
        if s.through.is_none() {
            self.transits(s, &mut out);
            self.hauls(s, &mut out);
        }
        out
    }

    fn cleared_to_leave(&self, s: State, to_node: usize) -> bool {
        let free = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air);
        free || s.cleared == self.index.country[s.node as usize] || s.ahead && s.cleared == self.index.country[to_node]
    }

    fn node_ref(&self, node: usize) -> AnyRef {
        any(TableKind::Node, self.index.corridor.tables.node.rows()[node].node_id.sym())
    }

    fn transport(&self, s: State, to: State, kind: ArcKind, distance: Km, time: Dist<Hours>) -> Step {
        Step {
            to,
            refused: None,
            first: Some(s) == self.origin(),
            fresh: 0,
            kind,
            loading: s.loading,
            distance,
            time: vec![TimePart { kind: TimeKind::Moving, time }],
            under: None,
            charges: Vec::new(),
            emissions: Vec::new(),
            papers: Vec::new(),
            permits: Vec::new(),
            gate: None,
            regions: Vec::new(),
            closed: 0.0,
        }
    }

    fn price(&self, step: &mut Step, touch: &Touch, scopes: &[TariffScope], s: State, to: usize) {
        let nodes = self.index.corridor.tables.node.rows();
        let hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let ends = Some((nodes[s.node as usize].node_id, nodes[to].node_id));
        let priced = Priced { scopes, touch, loading: step.loading, ends, operation: None, distance: step.distance, time: hours };
        step.charges = charges(self.index, &self.goods, &priced);
    }
}

fn any(table: TableKind, id: keruen_model::Sym) -> AnyRef {
    AnyRef { table, id }
}
