//! What an arc of a state graph takes of the limits.

use super::limits::Line;
use super::{Ledger, LimitIx, Scarce, trains};
use crate::compile::{Arc, ArcKind, Carriage, Lot, State, StateGraph};
use keruen_model::{
    AnyRef, Cargo, Corridor, Direction, Equipment, Facility, Hours, Id, Link, Loading, Node, Operation, Quantity, ResourceKind,
    Service, TableKind, Unit,
};

/// So much of a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Take {
    /// Limit.
    pub limit: LimitIx,
    /// How much, for the whole consignment.
    pub amount: f64,
}

/// One consignment in its graph, weighed against the ledger.
struct Weighing<'a> {
    ledger: &'a Ledger,
    corridor: &'a Corridor,
    cargo: Id<Cargo>,
    lot: &'a Lot,
    carriage: Option<&'a Carriage>,
    gauge: u16,
    out: Vec<Take>,
}

impl Ledger {
    /// What one consignment of `cargo` takes on an arc of its graph, each limit once, in the order of the limits. The same on arcs that
    /// share what is done on the same gauge.
    pub fn takes(&self, corridor: &Corridor, cargo: Id<Cargo>, graph: &StateGraph, arc: &Arc) -> Vec<Take> {
        let (from, to) = (&graph.states[arc.from.0 as usize], &graph.states[arc.to.0 as usize]);
        let gauge = gauge(graph, arc);
        let carriage = graph.lot.on(arc.loading);
        let mut w = Weighing { ledger: self, corridor, cargo, lot: &graph.lot, carriage, gauge, out: Vec::new() };
        match &arc.kind {
            ArcKind::Link(link) => w.links(from, std::slice::from_ref(link)),
            ArcKind::Transit(links) => w.links(from, links),
            ArcKind::Ride(service, links) => {
                w.links(from, links);
                w.aboard(*service, from, to);
            }
            ArcKind::Operation(operation, facility, _) => w.work(*operation, *facility, hours(arc)),
        }
        w.pools(arc);
        merged(w.out)
    }

    /// What one consignment that waits before or after an arc of its graph takes at any moment: room in the storage where the work is
    /// done, wagons of pools under it. Each limit once, in the order of the limits; nothing where there is no storage.
    pub fn stored(&self, corridor: &Corridor, cargo: Id<Cargo>, graph: &StateGraph, arc: &Arc) -> Vec<Take> {
        let ArcKind::Operation(_, facility, _) = arc.kind else { return Vec::new() };
        let carriage = graph.lot.on(arc.loading);
        let mut w = Weighing { ledger: self, corridor, cargo, lot: &graph.lot, carriage, gauge: 0, out: Vec::new() };
        w.lines(AnyRef { table: TableKind::Facility, id: facility.sym() }, Direction::Forth, None, None);
        w.out.retain(|t| self.stores(corridor, self.limits[t.limit.0 as usize].what));
        if w.out.is_empty() {
            return w.out;
        }
        if matches!(arc.loading, Loading::Rail | Loading::WagonOnShip) {
            self.index.pools.iter().for_each(|line| w.line(line, Direction::Forth, None, None));
        }
        merged(w.out)
    }

    /// Whether goods may lie in something from one period to the next.
    pub fn stores(&self, corridor: &Corridor, what: Scarce) -> bool {
        let Scarce::Resource(r, _) = what else { return false };
        let kind = corridor.tables.resource.find(r).map(|r| r.kind);
        matches!(kind, Some(ResourceKind::Storage | ResourceKind::Yard | ResourceKind::Tank))
    }
}

/// The gauge of an arc: before it, else behind it; 0 off the rails.
pub fn gauge(graph: &StateGraph, arc: &Arc) -> u16 {
    let [from, to] = [arc.from, arc.to].map(|s| graph.states[s.0 as usize].gauge);
    if from > 0 { from } else { to }
}

fn hours(arc: &Arc) -> Hours {
    arc.time.iter().map(|p| p.time.quantile(0.5)).sum()
}

fn merged(mut takes: Vec<Take>) -> Vec<Take> {
    if takes.len() < 2 {
        return takes;
    }
    takes.sort_by_key(|t| t.limit);
    let mut out: Vec<Take> = Vec::with_capacity(takes.len());
    for t in takes {
        match out.last_mut().filter(|l| l.limit == t.limit) {
            Some(last) => last.amount += t.amount,
            None => out.push(t),
        }
    }
    out
}

impl Weighing<'_> {
    /// Uses of links, each in the direction in which it is ridden.
    fn links(&mut self, from: &State, links: &[Id<Link>]) {
        let mut at = self.corridor.tables.node.rows().get(from.node as usize).map(|n| n.node_id);
        for &id in links {
            let Some(link) = self.corridor.tables.link.find(id) else { continue };
            let forth = at != Some(link.to_node_id);
            at = Some(if forth { link.to_node_id } else { link.from_node_id });
            self.lines(AnyRef { table: TableKind::Link, id: id.sym() }, way(forth), Some(link), None);
        }
    }

    /// Places, payload and other uses of the hops of a ride.
    fn aboard(&mut self, service: Id<Service>, from: &State, to: &State) {
        let ledger = self.ledger;
        let Some(aboard) = ledger.index.aboard.get(&service) else { return };
        let node = |s: &State| self.corridor.tables.node.rows().get(s.node as usize).map(|n| n.node_id);
        let stop = |n: Option<Id<Node>>| aboard.nodes.iter().position(|&x| Some(x) == n);
        let Some((a, b)) = stop(node(from)).zip(stop(node(to))) else { return };
        let way = way(a < b);
        for hop in a.min(b) + 1..=a.max(b) {
            let places = ledger.find(Scarce::Places(service, hop as u32, way)).zip(self.places(aboard));
            let payload = ledger.find(Scarce::Payload(service, hop as u32, way)).zip(self.carriage.map(|c| c.gross.value()));
            self.out.extend([places, payload].into_iter().flatten().map(|(limit, amount)| Take { limit, amount }));
        }
        self.lines(AnyRef { table: TableKind::Service, id: service.sym() }, way, None, None);
    }

    /// Places that the goods take of the vehicles of a service.
    fn places(&self, aboard: &super::sailings::Aboard) -> Option<f64> {
        let (c, unit) = (self.carriage?, aboard.unit?);
        let carrier = aboard.vehicle.map(|v| AnyRef { table: TableKind::Vehicle, id: v.sym() });
        let stands_on = |e: Id<Equipment>| AnyRef { table: TableKind::Equipment, id: e.sym() };
        let told = self.corridor.tables.fit.iter().find(|f| {
            Some(f.carrier) == carrier && std::iter::once(c.equipment).chain(c.under).any(|e| f.carried == stands_on(e))
        });
        match told.and_then(|f| f.places) {
            Some(each) => Some(each.value() * c.pieces),
            None => self.units(unit, None),
        }
    }

    /// Work at a facility: uses by the operation, and room that the goods take while they are there.
    fn work(&mut self, operation: Id<Operation>, facility: Id<Facility>, time: Hours) {
        self.lines(AnyRef { table: TableKind::Operation, id: operation.sym() }, Direction::Forth, None, None);
        self.lines(AnyRef { table: TableKind::Facility, id: facility.sym() }, Direction::Forth, None, Some(time));
    }

    /// Wagons of pools, held while the goods stand on them.
    fn pools(&mut self, arc: &Arc) {
        if !matches!(arc.loading, Loading::Rail | Loading::WagonOnShip) {
            return;
        }
        let held = hours(arc);
        for line in &self.ledger.index.pools {
            self.line(line, Direction::Forth, None, Some(held));
        }
    }

    fn lines(&mut self, user: AnyRef, way: Direction, link: Option<&Link>, held: Option<Hours>) {
        let ledger = self.ledger;
        for line in ledger.index.used_by(user) {
            self.line(line, way, link, held);
        }
    }

    /// One row of table `use`, where it speaks of these goods in a unit that they have.
    fn line(&mut self, line: &Line, way: Direction, link: Option<&Link>, held: Option<Hours>) {
        let mine = line.equipment.is_empty()
            || self.carriage.is_some_and(|c| std::iter::once(c.equipment).chain(c.under).any(|e| line.equipment.contains(&e)));
        let limit = if way == Direction::Back { line.back } else { line.forth };
        let (Some(limit), true, true) = (limit, mine, line.cargo.is_empty() || line.cargo.contains(&self.cargo)) else { return };
        if let Some(units) = self.units(line.unit, link) {
            self.out.push(Take { limit, amount: line.amount * units * held.map_or(1.0, Quantity::value) });
        }
    }

    /// The consignment in a unit of traffic; `None` where it has no such unit: a sailing's own uses are not the goods'.
    fn units(&self, unit: Unit, link: Option<&Link>) -> Option<f64> {
        let c = self.carriage;
        match unit {
            Unit::T => Some(self.lot.tonnes.value()),
            Unit::Kt => Some(self.lot.tonnes.value() / 1000.0),
            Unit::TEU => c.map(|c| c.teu).filter(|&t| t > 0.0),
            Unit::FEU => c.map(|c| c.teu / 2.0).filter(|&t| t > 0.0),
            Unit::Container => c.filter(|c| c.teu > 0.0).map(|c| c.pieces),
            Unit::Wagon => c.map(|c| c.wagons),
            Unit::Truck => c.map(|c| c.pieces),
            Unit::LaneM => c.map(|c| c.length * if c.wagons > 0.0 { c.wagons } else { c.pieces }),
            Unit::Train => trains::trains(self.corridor, c?, self.gauge, link),
            Unit::Seat | Unit::Trip | Unit::TbitPerS => Some(self.lot.units),
            _ => None,
        }
    }
}

fn way(forth: bool) -> Direction {
    if forth { Direction::Forth } else { Direction::Back }
}
