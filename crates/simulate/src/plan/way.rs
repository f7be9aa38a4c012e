//! A way as steps that a simulation can walk.

use super::fleet::Lines;
use super::place::Places;
pub(crate) use super::step::{Part, Ride, Step, Task};
use keruen_events::random::Law;
use keruen_model::{
    AnyRef, Cargo, Corridor, Direction, Dist, Facility, Hours, Id, Link, Loading, Mode, Node, Quantity, Resource, Service,
    ServiceKind, TableKind, Unit,
};
use keruen_network::compile::{Arc, ArcKind, Lot, StateGraph, TimeKind};
use keruen_network::ledger::{Ledger, Scarce};
use keruen_results::film::Stretch;

/// What has passed when a step is done, a piece: for counters.
#[derive(Clone, Debug)]
pub(crate) struct Traffic {
    pub step: usize,
    pub what: AnyRef,
    pub way: Direction,
    /// Tonnes, TEU, wagons, trucks.
    pub measures: [f64; 4],
}

/// A way and the lot that goes it.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub steps: Vec<Step>,
    pub tasks: Vec<Task>,
    pub pieces: u32,
    pub tonnes: f64,
    pub outside: bool,
    pub traffic: Vec<Traffic>,
    /// Kilometres on rails, roads, water, in pipes.
    pub km: [f64; 4],
    /// Charges of a lot; those at borders, by border.
    pub usd: f64,
    pub borders: Vec<(usize, f64)>,
    /// Permits asked for.
    pub permits: Vec<usize>,
    /// Kilometres behind at each ride: when it begins and when it ends.
    pub rides_km: Vec<(f64, f64)>,
    /// Where it leads over land, for a film.
    pub stretches: Vec<Stretch>,
}

/// A way being made.
pub(super) struct Maker<'a> {
    pub corridor: &'a Corridor,
    pub ledger: &'a Ledger,
    pub lines: &'a Lines,
    pub places: &'a mut Places,
    pub graph: &'a StateGraph,
    pub cargo: Id<Cargo>,
    way: Way,
    /// Room taken and not given back yet: store, for each piece, and whether it is of a wagon pool.
    held: Vec<(usize, f64, bool)>,
    /// Expected ticks over land since the wagons were taken.
    loaded: f64,
    came_off: bool,
}

impl<'a> Maker<'a> {
    pub fn new(
        (corridor, ledger): (&'a Corridor, &'a Ledger),
        (lines, places): (&'a Lines, &'a mut Places),
        (graph, cargo): (&'a StateGraph, Id<Cargo>),
    ) -> Maker<'a> {
        let pieces = pieces(&graph.lot);
        let way = Way {
            steps: Vec::new(),
            tasks: Vec::new(),
            pieces: pieces.min(MOST_PIECES) as u32,
            tonnes: graph.lot.tonnes.value(),
            outside: false,
            traffic: Vec::new(),
            km: [0.0; 4],
            usd: 0.0,
            borders: Vec::new(),
            permits: Vec::new(),
            rides_km: Vec::new(),
            stretches: Vec::new(),
        };
        Maker { corridor, ledger, lines, places, graph, cargo, way, held: Vec::new(), loaded: 0.0, came_off: false }
    }

    /// The steps of a chain of arcs.
    pub fn way(mut self, arcs: &[usize]) -> Way {
        let graph = self.graph;
        for arc in arcs.iter().map(|&a| &graph.arcs[a]) {
            let service = if let ArcKind::Ride(s, _) = arc.kind { self.corridor.tables.service.find(s) } else { None };
            self.way.outside |= service.is_some_and(|s| s.kind == ServiceKind::Outside);
            let asked: Vec<usize> = arc.permits.iter().filter_map(|p| self.places.permit(self.corridor, p.0)).collect();
            self.way.permits.extend(asked);
            self.way.usd += arc.charges.iter().map(|c| c.usd).sum::<f64>();
            match service.and_then(|s| self.lines.ride(self.corridor, graph, arc, s.service_id)) {
                Some(ride) => self.ride(arc, ride),
                None => self.ashore(arc),
            }
            self.count(arc);
            self.way.km[mode(self.corridor, arc)] += arc.distance.value();
            if service.is_some() {
                let km: f64 = self.way.km.iter().sum();
                self.way.rides_km.push((km - arc.distance.value(), km));
            }
        }
        self.give_back(true);
        self.way
    }

    fn pieces(&self) -> f64 {
        f64::from(self.way.pieces.max(1))
    }

    /// What a piece takes of a vehicle; room in yards is given back as it goes aboard. Wagons that do not go aboard with their load are
    /// free when it is off them, and do not wait for the ship.
    fn ride(&mut self, arc: &Arc, (line, from, to): (usize, usize, usize)) {
        if !matches!(arc.loading, Loading::Rail | Loading::WagonOnShip) {
            let (wagons, room): (Vec<_>, Vec<_>) = std::mem::take(&mut self.held).into_iter().partition(|h| h.2);
            self.held = room;
            self.give(&wagons);
        }
        let list = &self.lines.list[line];
        let mut takes = vec![0.0; list.slots.len()];
        for take in self.ledger.takes(self.corridor, self.cargo, self.graph, arc) {
            if let Some(slot) = list.slot_of(take.limit.0) {
                takes[slot] += take.amount / self.pieces();
            }
        }
        let gives = self.held.iter().filter(|h| !h.2).map(|h| (h.0, h.1)).collect();
        self.held.retain(|h| h.2);
        self.way.steps.push(Step::Ride(Box::new(Ride { line, from, to, takes, gives })));
        self.came_off = true;
    }

    /// Room, turns at whatever is scarce by the day, opening hours, then the work itself. Expected waits are left out: here they come about.
    fn ashore(&mut self, arc: &Arc) {
        let mut holds: Vec<(usize, f64, bool)> = Vec::new();
        let (mut indoors, mut turns) = (Vec::new(), Vec::new());
        let hours: f64 = arc.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        for take in self.ledger.takes(self.corridor, self.cargo, self.graph, arc) {
            let limit = &self.ledger.limits[take.limit.0 as usize];
            let each = take.amount / self.pieces();
            match limit.what {
                Scarce::Resource(r, _) if limit.held => {
                    let store = self.places.store(self.corridor, r).filter(|_| hours > 0.0);
                    let hold = store.map(|(s, is_pool)| (s, each / hours, is_pool));
                    if self.is_of_vehicles(r) { holds.extend(hold) } else { indoors.extend(hold) }
                }
                Scarce::Resource(..) if !self.lines.is_brought(take.limit.0) => turns.push((take.limit.0 as usize, each)),
                _ => {}
            }
        }
        holds.append(&mut indoors);
        self.hold(&holds);
        self.way.steps.extend(turns.into_iter().map(|(station, each)| Step::Turn { station, each }));
        self.put_down(&holds);
        if let Some(hours) = facility(arc).and_then(|f| self.places.hours(self.corridor, f)) {
            self.way.steps.push(Step::Open { hours });
        }
        self.work(arc);
    }

    /// Room in wagons or trucks is taken first: goods that wait for a store do so on their vehicles.
    fn is_of_vehicles(&self, id: Id<Resource>) -> bool {
        self.corridor.tables.resource.find(id).is_some_and(|r| matches!(r.unit, Unit::Wagon | Unit::Truck))
    }

    /// Takes room that is not held yet.
    fn hold(&mut self, holds: &[(usize, f64, bool)]) {
        for &(store, each, is_pool) in holds {
            if !self.held.iter().any(|h| h.0 == store) {
                self.way.steps.push(Step::Take { store, each, may_wait: !self.came_off });
                self.held.push((store, each, is_pool));
                if is_pool {
                    self.loaded = 0.0;
                }
            }
        }
        self.came_off = false;
    }

    /// Gives back the room of yards that this arc does not stand in; it is left when the turn has come.
    fn put_down(&mut self, holds: &[(usize, f64, bool)]) {
        let gone: Vec<_> = self.held.iter().filter(|h| !holds.iter().any(|x| x.0 == h.0)).copied().collect();
        self.held.retain(|h| holds.iter().any(|x| x.0 == h.0));
        self.give(&gone);
    }

    fn give_back(&mut self, all: bool) {
        if all {
            let gone = std::mem::take(&mut self.held);
            self.give(&gone);
        }
    }

    /// Wagons of a pool come back empty over the same way before another takes them.
    fn give(&mut self, gone: &[(usize, f64, bool)]) {
        for &(store, each, is_pool) in gone {
            let after = if is_pool { crate::CLOCK.span(self.loaded) } else { 0 };
            self.way.steps.push(Step::Give { store, each, after });
        }
    }

    /// Tasks of an arc, joined to those before where nothing stands between.
    fn work(&mut self, arc: &Arc) {
        let operation = if let ArcKind::Operation(o, ..) = arc.kind { self.corridor.tables.operation.find(o) } else { None };
        let mut tasks = Vec::new();
        let stretch = self.stretch(arc);
        for (i, part) in arc.time.iter().enumerate() {
            let kind = match part.kind {
                TimeKind::Waiting(_) => continue,
                TimeKind::Moving | TimeKind::Dwell => Part::Moving,
                TimeKind::Handling => Part::Handling,
                TimeKind::Border => Part::Border,
            };
            let over = stretch.filter(|_| kind == Part::Moving);
            if kind == Part::Moving {
                self.loaded += law(&part.time).mean();
            }
            let border = (kind == Part::Border).then(|| facility(arc)).flatten().map(|f| self.border(arc, f) as u32);
            let told = operation.filter(|_| i > 0 && arc.time.len() > 1 && part.time.law().fixed().is_some());
            tasks.push(match told.and_then(|o| o.time_per_unit) {
                Some(_) => Task {
                    part: kind,
                    time: Law::Fixed(0.0),
                    each: part.time.quantile(0.5).value() / self.pieces(),
                    border,
                    over,
                },
                None => Task { part: kind, time: law(&part.time), each: 0.0, border, over },
            });
        }
        let from = self.way.tasks.len() as u32;
        self.way.tasks.append(&mut tasks);
        let all = self.way.tasks.len() as u32;
        match self.way.steps.last_mut() {
            Some(Step::Work { to, .. }) => *to = all,
            _ if all > from => self.way.steps.push(Step::Work { from, to: all }),
            _ => {}
        }
    }

    /// Notes where an arc leads; `None` of work at a place.
    fn stretch(&mut self, arc: &Arc) -> Option<u32> {
        let c = self.corridor;
        let node = |s: keruen_network::compile::StateIx| {
            c.tables.node.rows().get(self.graph.states[s.0 as usize].node as usize).map(|n| n.node_id)
        };
        let (from, to) = (node(arc.from)?, node(arc.to)?);
        let links: Vec<Id<Link>> = match &arc.kind {
            ArcKind::Operation(..) => return None,
            ArcKind::Link(l) => vec![*l],
            ArcKind::Transit(l) => l.to_vec(),
            ArcKind::Ride(s, _) => via(c, *s, (from, to)),
        };
        let name = |n| c.strings.id(n).to_string();
        let links = links.into_iter().map(|l| c.strings.id(l).to_string()).collect();
        self.way.stretches.push(Stretch { from: name(from), to: name(to), links });
        Some(self.way.stretches.len() as u32 - 1)
    }

    fn border(&mut self, arc: &Arc, at: Id<Facility>) -> usize {
        let border = self.places.border(self.corridor, at);
        if self.way.borders.last().is_none_or(|b| b.0 != border) {
            self.way.borders.push((border, arc.charges.iter().map(|c| c.usd).sum()));
        }
        border
    }

    /// What passes over the rows of an arc.
    fn count(&mut self, arc: &Arc) {
        let lot = &self.graph.lot;
        let on = lot.on(arc.loading);
        let is_truck = |c: &&keruen_network::compile::Carriage| c.kind == keruen_model::EquipmentKind::Truck;
        let in_wagons = matches!(arc.loading, Loading::Rail | Loading::WagonOnShip);
        let measures = [
            lot.tonnes.value(),
            on.map_or(0.0, |c| c.teu),
            on.filter(|_| in_wagons).map_or(0.0, |c| c.wagons),
            on.filter(is_truck).map_or(0.0, |c| c.pieces),
        ]
        .map(|m| m / self.pieces());
        let step = self.way.steps.len().saturating_sub(1);
        for (what, way) in rows(self.corridor, self.graph, arc) {
            self.way.traffic.push(Traffic { step, what, way, measures });
        }
    }
}

/// Links that a service runs over from one of its stops to another.
fn via(c: &Corridor, service: Id<Service>, (from, to): (Id<Node>, Id<Node>)) -> Vec<Id<Link>> {
    let Some(service) = c.tables.service.find(service) else { return Vec::new() };
    let stops = super::line::stops(c, service);
    let at = |n| stops.iter().position(|s| s.node_id == n);
    let Some((a, b)) = at(from).zip(at(to)) else { return Vec::new() };
    let mut links: Vec<Id<Link>> = stops[a.min(b) + 1..=a.max(b)].iter().flat_map(|s| s.via.iter().copied()).collect();
    if a > b {
        links.reverse();
    }
    links
}

/// More pieces than this are counted as this many.
const MOST_PIECES: f64 = 1e6;

/// Rows of the network that an arc uses, with the direction of use.
fn rows(c: &Corridor, graph: &StateGraph, arc: &Arc) -> Vec<(AnyRef, Direction)> {
    let any = |table, id| AnyRef { table, id };
    let node = |s: keruen_network::compile::StateIx| {
        c.tables.node.rows().get(graph.states[s.0 as usize].node as usize).map(|n| n.node_id)
    };
    match &arc.kind {
        ArcKind::Operation(o, ..) => vec![(any(TableKind::Operation, o.sym()), Direction::Forth)],
        ArcKind::Ride(s, _) => {
            let stops = c.tables.stop.iter().filter(|x| x.service_id == *s);
            let sequence = |n| stops.clone().find(|x| Some(x.node_id) == n).map_or(0, |x| x.sequence);
            let forth = sequence(node(arc.from)) <= sequence(node(arc.to));
            vec![(any(TableKind::Service, s.sym()), if forth { Direction::Forth } else { Direction::Back })]
        }
        ArcKind::Link(l) => links(c, node(arc.from), std::slice::from_ref(l)),
        ArcKind::Transit(l) => links(c, node(arc.from), l),
    }
}

fn links(c: &Corridor, mut at: Option<Id<Node>>, links: &[Id<Link>]) -> Vec<(AnyRef, Direction)> {
    let mut out = Vec::new();
    for link in links.iter().filter_map(|&l| c.tables.link.find(l)) {
        let forth = at != Some(link.to_node_id);
        at = Some(if forth { link.to_node_id } else { link.from_node_id });
        let what = AnyRef { table: TableKind::Link, id: link.link_id.sym() };
        out.push((what, if forth { Direction::Forth } else { Direction::Back }));
    }
    out
}

fn facility(arc: &Arc) -> Option<Id<Facility>> {
    if let ArcKind::Operation(_, f, _) = arc.kind { Some(f) } else { None }
}

/// Rails, roads, water, pipes.
fn mode(c: &Corridor, arc: &Arc) -> usize {
    let link = match &arc.kind {
        ArcKind::Link(l) => Some(*l),
        ArcKind::Transit(l) => l.first().copied(),
        _ => None,
    };
    match link.and_then(|l| c.tables.link.find(l)).map(|l| l.mode) {
        Some(Mode::Rail) => 0,
        Some(Mode::Road) => 1,
        Some(Mode::Pipeline) => 3,
        _ if matches!(arc.loading, Loading::Pipe) => 3,
        _ => 2,
    }
}

/// Pieces of a lot on the first loading that has any.
pub(super) fn pieces(lot: &Lot) -> f64 {
    let on = [Loading::Rail, Loading::Road, Loading::Ship, Loading::Pipe].iter().find_map(|&l| lot.on(l));
    on.map_or(1.0, |c| c.pieces).max(1.0)
}

/// The law of a time in hours.
pub(crate) fn law(d: &Dist<Hours>) -> Law {
    law_of(d.law())
}

/// A law of the tables, in their unit.
pub(crate) fn law_of(law: keruen_model::dist::Law) -> Law {
    use keruen_model::dist::Law as L;
    match law {
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

/// `resource direction`.
pub(crate) fn label(c: &Corridor, what: Scarce) -> String {
    match what {
        Scarce::Resource(r, Direction::Both) => c.text(r.sym()).into(),
        Scarce::Resource(r, way) => format!("{} {}", c.text(r.sym()), way.name()),
        Scarce::Places(s, ..) | Scarce::Payload(s, ..) | Scarce::Departures(s) => c.text(s.sym()).into(),
        Scarce::FleetTime(f) => c.text(f.sym()).into(),
    }
}

/// Links and services by `table:id`; `None` where one is not there.
pub(super) fn chain(c: &Corridor, rows: &[String]) -> Option<Vec<AnyRef>> {
    let find = |row: &String| {
        let (table, id) = row.split_once(':')?;
        let link = || c.tables.link.iter().find(|l| c.strings.id(l.link_id) == id).map(|l| l.link_id.sym());
        let service = || c.tables.service.iter().find(|s| c.strings.id(s.service_id) == id).map(|s| s.service_id.sym());
        match table {
            "link" => Some(AnyRef { table: TableKind::Link, id: link()? }),
            _ => Some(AnyRef { table: TableKind::Service, id: service()? }),
        }
    };
    rows.iter().map(find).collect()
}
