//! The way of a lot: the cheapest through its state graph, as steps that a simulation can walk.

use super::fleet::Lines;
use keruen_events::random::Law;
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, Demand, Dist, Equipment, Hours, Id, Loading, Node, Quantity, Service, ServiceKind,
    TableKind, Unit, UsdPerTonneDay,
};
use keruen_network::compile::{Arc, ArcKind, Consignment, Index, Lot, StateGraph, TimeKind, compile_standing};
use keruen_network::ledger::{Ledger, Scarce};
use std::collections::VecDeque;

/// On what the time of a step is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Moving,
    Handling,
    Border,
}

/// One step.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Takes its time, whoever else is there.
    Work { part: Part, time: Law, each: f64 },
    /// Waits for its turn at a station, which works so much for each piece.
    Turn { station: usize, each: f64 },
    /// Waits for a vehicle and rides it from one stop to another; takes so much of its limits for each piece.
    Ride { line: usize, from: usize, to: usize, takes: Vec<(u32, f64)> },
}

/// A way and the lot that goes it.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub steps: Vec<Step>,
    pub pieces: u32,
    pub tonnes: f64,
    pub outside: bool,
}

/// What ways are found with.
pub(crate) struct Ways<'a> {
    pub corridor: &'a Corridor,
    pub index: &'a Index<'a>,
    pub ledger: &'a Ledger,
    pub lines: &'a Lines,
}

impl Ways<'_> {
    pub fn consignment(
        &self,
        (from, to): (Id<Node>, Id<Node>),
        cargo: Id<Cargo>,
        equipment: Option<Id<Equipment>>,
        amount: f64,
        unit: Unit,
    ) -> Consignment {
        Consignment { equipment, unit: Some(unit), ..Consignment::plain((from, to), cargo, Amount(amount), self.index.day) }
    }

    /// A lot of whole pieces of which no more than so many make the year.
    pub fn whole_lot(&self, d: &Demand, year: f64, most: f64) -> f64 {
        let all = self.consignment((d.origin_node_id, d.destination_node_id), d.cargo_id, d.equipment_id, year, d.unit);
        let pieces = Lot::new(self.corridor, &all).map_or(year, |l| pieces(&l)).max(1.0);
        year / pieces * (pieces / most).ceil()
    }

    /// The way of least generalised cost; its own outside option counts as one. `None` where none leads there.
    pub fn find(&self, asked: &Consignment, outside: &[Id<Service>], on: Loading, value: Option<UsdPerTonneDay>) -> Option<Way> {
        let mut asked = asked.clone();
        let foreign =
            self.corridor.tables.service.iter().filter(|s| s.kind == ServiceKind::Outside && !outside.contains(&s.service_id));
        asked.avoid = foreign.map(|s| AnyRef { table: TableKind::Service, id: s.service_id.sym() }).collect();
        let graph = compile_standing(self.index, &asked, on).ok()?;
        let value = value.or_else(|| self.corridor.tables.cargo.find(asked.cargo)?.value_of_time);
        let hour = value.map_or(0.0, |v| v.value() * graph.lot.tonnes.value() / 24.0);
        let arcs = cheapest(&graph, hour)?;
        Some(self.way(&graph, asked.cargo, &arcs))
    }

    fn way(&self, graph: &StateGraph, cargo: Id<Cargo>, arcs: &[usize]) -> Way {
        let pieces = pieces(&graph.lot);
        let mut way = Way { steps: Vec::new(), pieces: pieces.min(1e6) as u32, tonnes: graph.lot.tonnes.value(), outside: false };
        for arc in arcs.iter().map(|&a| &graph.arcs[a]) {
            let service = if let ArcKind::Ride(s, _) = arc.kind { self.corridor.tables.service.find(s) } else { None };
            way.outside |= service.is_some_and(|s| s.kind == ServiceKind::Outside);
            match service.and_then(|s| self.lines.ride(self.corridor, graph, arc, s.service_id)) {
                Some((line, from, to)) => {
                    way.steps.push(Step::Ride { line, from, to, takes: self.places(graph, cargo, arc, line, pieces) })
                }
                None => self.ashore(graph, cargo, arc, pieces, &mut way.steps),
            }
        }
        way
    }

    /// What a piece takes of the places of a vehicle.
    fn places(&self, graph: &StateGraph, cargo: Id<Cargo>, arc: &Arc, line: usize, pieces: f64) -> Vec<(u32, f64)> {
        let takes = self.ledger.takes(self.corridor, cargo, graph, arc);
        takes.iter().filter(|t| self.lines.list[line].brings(t.limit.0)).map(|t| (t.limit.0, t.amount / pieces)).collect()
    }

    /// Turns at whatever is scarce by the day, then the work itself. Expected waits are left out: here they come about.
    fn ashore(&self, graph: &StateGraph, cargo: Id<Cargo>, arc: &Arc, pieces: f64, steps: &mut Vec<Step>) {
        for take in self.ledger.takes(self.corridor, cargo, graph, arc) {
            let limit = &self.ledger.limits[take.limit.0 as usize];
            let by_the_day = matches!(limit.what, Scarce::Resource(..)) && !limit.held && !self.lines.is_brought(take.limit.0);
            if by_the_day && limit.amount.value() > 0.0 {
                steps.push(Step::Turn { station: take.limit.0 as usize, each: take.amount / pieces });
            }
        }
        let operation = if let ArcKind::Operation(o, ..) = arc.kind { self.corridor.tables.operation.find(o) } else { None };
        for (i, part) in arc.time.iter().enumerate() {
            let kind = match part.kind {
                TimeKind::Waiting(_) => continue,
                TimeKind::Moving | TimeKind::Dwell => Part::Moving,
                TimeKind::Handling => Part::Handling,
                TimeKind::Border => Part::Border,
            };
            let told = operation.filter(|_| i > 0 && arc.time.len() > 1 && part.time.law().fixed().is_some());
            match told.and_then(|o| o.time_per_unit) {
                Some(_) => {
                    steps.push(Step::Work { part: kind, time: Law::Fixed(0.0), each: part.time.quantile(0.5).value() / pieces })
                }
                None => steps.push(Step::Work { part: kind, time: law(&part.time), each: 0.0 }),
            }
        }
    }
}

/// Pieces of a lot on the first loading that has any.
fn pieces(lot: &Lot) -> f64 {
    let on = [Loading::Rail, Loading::Road, Loading::Ship, Loading::Pipe].iter().find_map(|&l| lot.on(l));
    on.map_or(1.0, |c| c.pieces).max(1.0)
}

/// The law of a time in hours.
pub(crate) fn law(d: &Dist<Hours>) -> Law {
    use keruen_model::dist::Law as L;
    match d.law() {
        L::Fixed(a) => Law::Fixed(a),
        L::Uniform(a, b) => Law::Uniform(a, b),
        L::Triangular(a, m, b) => Law::Triangular(a, m, b),
        L::LogNormal(p50, p90) => Law::LogNormal(p50, keruen_events::maths::ln(p90 / p50) / Z90),
        L::Exponential(mean) => Law::Exponential(mean),
        L::Gamma(mean, shape) => Law::Gamma(mean, shape),
    }
}

/// z of the 90th percentile of the normal law.
const Z90: f64 = 1.281_551_565_544_600_4;

/// Least charges + hours x value of an hour: label correcting (Bellman and Ford), since a subsidy makes an arc cheaper than nothing.
fn cheapest(graph: &StateGraph, hour: f64) -> Option<Vec<usize>> {
    let n = graph.states.len();
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); n];
    for (i, a) in graph.arcs.iter().enumerate() {
        out[a.from.0 as usize].push(i);
    }
    let cost = |a: &Arc| {
        let hours: f64 = a.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        a.charges.iter().map(|c| c.usd).sum::<f64>() + hours * hour
    };
    let costs: Vec<f64> = graph.arcs.iter().map(cost).collect();
    let mut best = vec![(f64::INFINITY, usize::MAX); n];
    let mut queue = VecDeque::new();
    if n > 0 {
        best[0].0 = 0.0;
        queue.push_back(0);
    }
    let mut looks = 0;
    while let Some(s) = queue.pop_front() {
        looks += 1;
        if looks > MOST_LOOKS {
            return None;
        }
        for &a in &out[s] {
            let (to, there) = (graph.arcs[a].to.0 as usize, best[s].0 + costs[a]);
            if there < best[to].0 - 1e-9 {
                best[to] = (there, a);
                queue.push_back(to);
            }
        }
    }
    let goal = graph
        .goals
        .iter()
        .map(|g| g.0 as usize)
        .filter(|&g| best[g].0.is_finite())
        .min_by(|&a, &b| best[a].0.total_cmp(&best[b].0))?;
    let mut arcs = Vec::new();
    let mut at = goal;
    while at != 0 {
        arcs.push(best[at].1);
        at = graph.arcs[best[at].1].from.0 as usize;
    }
    arcs.reverse();
    Some(arcs)
}

/// States looked at before a graph is given up: far above any that settles.
const MOST_LOOKS: usize = 50_000_000;

/// `resource direction`.
pub(crate) fn label(c: &Corridor, what: Scarce) -> String {
    match what {
        Scarce::Resource(r, keruen_model::Direction::Both) => c.text(r.sym()).into(),
        Scarce::Resource(r, way) => format!("{} {}", c.text(r.sym()), way.name()),
        Scarce::Places(s, ..) | Scarce::Payload(s, ..) | Scarce::Departures(s) => c.text(s.sym()).into(),
        Scarce::FleetTime(f) => c.text(f.sym()).into(),
    }
}
