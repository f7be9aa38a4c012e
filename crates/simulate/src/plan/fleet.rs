//! Services that wait for goods: their stops, their departure rule, the ships that run them, the berths that these need.

use super::way::law;
use super::weather::Weather;
use crate::CLOCK;
use keruen_events::Tick;
use keruen_events::departure::Rule;
use keruen_events::random::Law;
use keruen_model::{
    AnyRef, Corridor, Departure, Direction, Facility, Fleet, Id, Link, Quantity, ResourceKind, Service, Stop, TableKind, Unit,
    Vehicle,
};
use keruen_network::compile::{Arc, StateGraph};
use keruen_network::ledger::{Ledger, Period, Scarce};

/// One call of a line.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub name: String,
    /// Berth that a ship needs here.
    pub berth: Option<usize>,
    /// Region whose weather closes it.
    pub region: Option<usize>,
    pub stay: Law,
    /// Goods must be ready so long before, in ticks.
    pub cut_off: u64,
    pub rule: Rule,
}

/// A service.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub id: Id<Service>,
    pub name: String,
    pub calls: Vec<Call>,
    /// Limits that its sailings bring, with the hop and the way for which they hold (0 = every hop).
    limits: Vec<(u32, u32, Direction)>,
}

/// A ship.
#[derive(Clone, Debug)]
pub(crate) struct Ship {
    pub name: String,
    pub line: usize,
    /// Call at which it begins.
    pub at: usize,
    /// What it brings on every sailing.
    pub brings: Vec<(u32, f64)>,
    /// Hours of each hop; the first is that to the second call.
    pub hops: Vec<Law>,
}

/// Berths of one resource.
#[derive(Clone, Debug)]
pub(crate) struct Berth {
    pub name: String,
    pub count: u32,
}

/// Every line, ship and berth.
#[derive(Default)]
pub(crate) struct Lines {
    pub list: Vec<Line>,
    pub ships: Vec<Ship>,
    pub berths: Vec<Berth>,
}

impl Line {
    pub fn brings(&self, limit: u32) -> bool {
        self.limits.iter().any(|l| l.0 == limit)
    }

    /// Limits that hold from a call in a direction.
    pub fn limits_of(&self, call: usize, forth: bool) -> impl Iterator<Item = u32> + '_ {
        let (hop, way) = if forth { (call as u32 + 1, Direction::Forth) } else { (call as u32, Direction::Back) };
        let holds = move |l: &&(u32, u32, Direction)| (l.1 == 0 || l.1 == hop) && (l.2 == Direction::Both || l.2 == way);
        self.limits.iter().filter(holds).map(|l| l.0)
    }
}

impl Lines {
    pub fn new(c: &Corridor, ledger: &Ledger, period: Period, weather: &mut Weather) -> Lines {
        let mut lines = Lines::default();
        for sailing in &ledger.sailings {
            let Some(service) = c.tables.service.find(sailing.service) else { continue };
            let Some(fleet) = sailing.fleet.and_then(|f| c.tables.fleet.find(f)) else { continue };
            let stops = stops(c, service);
            if stops.len() < 2 {
                continue;
            }
            let line = match lines.list.iter().position(|l| l.id == service.service_id) {
                Some(line) => line,
                None => {
                    let limits = sailing.brings.iter().map(|&(ix, _)| {
                        let (hop, way) = match ledger.limits[ix.0 as usize].what {
                            Scarce::Places(_, hop, way) | Scarce::Payload(_, hop, way) => (hop, way),
                            Scarce::Resource(_, way) => (0, way),
                            Scarce::Departures(_) | Scarce::FleetTime(_) => (0, Direction::Both),
                        };
                        (ix.0, hop, way)
                    });
                    let limits = limits.collect();
                    let calls = stops.iter().enumerate().map(|(i, s)| lines.call(c, service, (i, s), weather)).collect();
                    lines.list.push(Line {
                        id: service.service_id,
                        name: c.strings.id(service.service_id).into(),
                        calls,
                        limits,
                    });
                    lines.list.len() - 1
                }
            };
            let brings = sailing.brings.iter().map(|&(ix, amount)| (ix.0, amount)).collect();
            lines.add_ships(c, (fleet, line), &stops, brings, period);
        }
        lines
    }

    fn call(&mut self, c: &Corridor, service: &Service, (i, stop): (usize, &Stop), weather: &mut Weather) -> Call {
        let facility = stop.facility_id.and_then(|f| c.tables.facility.find(f));
        Call {
            name: c.strings.id(stop.node_id).into(),
            berth: stop.facility_id.and_then(|f| self.berth(c, service, f)),
            region: facility.map(|f| c.text(f.region.0)).filter(|r| !r.is_empty()).map(|r| weather.region(r)),
            stay: stop.dwell.as_ref().map_or(Law::Fixed(0.0), law),
            cut_off: CLOCK.span(stop.cut_off.value()),
            rule: rule(service, i),
        }
    }

    /// Berths of a facility that ships of a service take.
    fn berth(&mut self, c: &Corridor, service: &Service, facility: Id<Facility>) -> Option<usize> {
        let user = AnyRef { table: TableKind::Service, id: service.service_id.sym() };
        let uses = c.tables.r#use.iter().filter(|u| u.by == user && u.unit == Unit::Ship);
        let rows = uses.filter_map(|u| c.tables.resource.find(u.resource_id));
        let here = |r: &&keruen_model::Resource| {
            r.at.as_id::<Facility>() == Some(facility) && matches!(r.kind, ResourceKind::Berth | ResourceKind::Ramp)
        };
        let r = rows.filter(here).find(|r| r.status == keruen_model::Status::Open)?;
        let name = c.strings.id(r.resource_id).to_string();
        let known = self.berths.iter().position(|b| b.name == name);
        Some(known.unwrap_or_else(|| {
            self.berths.push(Berth { name, count: (r.amount.value() as u32).max(1) });
            self.berths.len() - 1
        }))
    }

    /// Ships of a fleet for a line: where several lines name the fleet, its ships take turns, and a line with a headway has as many as
    /// keep it. They begin where `state` has them on the first day, else at home, else at the first call.
    fn add_ships(
        &mut self,
        c: &Corridor,
        (fleet, line): (&Fleet, usize),
        stops: &[&Stop],
        brings: Vec<(u32, f64)>,
        period: Period,
    ) {
        let Some(vehicle) = c.tables.vehicle.find(fleet.vehicle_id) else { return };
        let Some(hops) = stops[1..].iter().map(|s| hop(c, s, vehicle)).collect::<Option<Vec<Law>>>() else { return };
        let named: Vec<Id<Service>> = c
            .tables
            .service
            .iter()
            .filter(|s| s.fleet.contains(&fleet.fleet_id) && s.status == keruen_model::Status::Open)
            .map(|s| s.service_id)
            .collect();
        let turn = named.iter().position(|&s| s == self.list[line].id).unwrap_or(0);
        let count = (fleet.count.value() * fleet.availability.value()).round() as usize;
        let name = c.strings.id(fleet.fleet_id);
        let wanted = c.tables.service.find(self.list[line].id).map_or(usize::MAX, |s| self.keep(s, line, &hops));
        for i in (0..count).filter(|i| i % named.len().max(1) == turn).take(wanted) {
            let at = begins(c, fleet, stops, period, i);
            self.ships.push(Ship { name: format!("{name} {}", i + 1), line, at, brings: brings.clone(), hops: hops.clone() });
        }
    }

    /// Ships that keep the headway of a line: its round trip over the headway, weather and berths apart.
    fn keep(&self, service: &Service, line: usize, hops: &[Law]) -> usize {
        let headway = service.headway.filter(|_| matches!(service.departure, Departure::Headway | Departure::Timetable));
        let Some(headway) = headway.map(Quantity::value).filter(|h| *h > 0.0) else { return usize::MAX };
        let calls = &self.list[line].calls;
        let turns = [0, calls.len() - 1];
        let stays = calls.iter().enumerate().map(|(i, c)| c.stay.mean() * if turns.contains(&i) { 1.0 } else { 2.0 });
        let round = stays.sum::<f64>() + 2.0 * hops.iter().map(Law::mean).sum::<f64>();
        (round / headway).ceil().max(1.0) as usize
    }

    /// The line, and the calls at which a ride begins and ends; `None` for services without ships of their own.
    pub fn ride(&self, c: &Corridor, graph: &StateGraph, arc: &Arc, service: Id<Service>) -> Option<(usize, usize, usize)> {
        let line = self.list.iter().position(|l| l.id == service)?;
        let name = |s: keruen_network::compile::StateIx| {
            c.tables.node.rows().get(graph.states[s.0 as usize].node as usize).map(|n| c.strings.id(n.node_id))
        };
        let call = |n: Option<&str>| self.list[line].calls.iter().position(|c| Some(c.name.as_str()) == n);
        let sails = self.ships.iter().any(|s| s.line == line);
        Some((line, call(name(arc.from))?, call(name(arc.to))?)).filter(|_| sails)
    }

    /// Whether a limit is brought by sailings.
    pub fn is_brought(&self, limit: u32) -> bool {
        self.list.iter().any(|l| l.brings(limit))
    }
}

fn stops<'c>(c: &'c Corridor, service: &Service) -> Vec<&'c Stop> {
    let mut stops: Vec<&Stop> = c.tables.stop.iter().filter(|s| s.service_id == service.service_id).collect();
    stops.sort_by_key(|s| s.sequence);
    stops
}

/// A headway is kept at the first call; elsewhere the ship turns when its stay is over.
fn rule(service: &Service, call: usize) -> Rule {
    let span = |h: keruen_model::Hours| CLOCK.span(h.value());
    match (service.departure, service.headway) {
        (Departure::WhenFull, _) => {
            let at_least = service.at_least.map_or(1.0, |a| a.value());
            Rule::WhenFull { at_least, longest: service.longest_wait.map(span) }
        }
        (Departure::Headway | Departure::Timetable, Some(headway)) if call == 0 => {
            Rule::Timetable { first: Tick(service.first.map_or(0, span)), headway: span(headway) }
        }
        _ => Rule::OnDemand,
    }
}

/// Hours from the call before to this one.
fn hop(c: &Corridor, stop: &Stop, vehicle: &Vehicle) -> Option<Law> {
    if let Some(time) = &stop.time {
        return Some(law(time));
    }
    let links: Vec<&Link> = stop.via.iter().filter_map(|&l| c.tables.link.find(l)).collect();
    let length = if links.is_empty() { stop.distance? } else { links.iter().map(|l| l.length).sum() };
    Some(Law::Fixed(length.at(vehicle.speed?.quantile(0.5)).value()))
}

fn begins(c: &Corridor, fleet: &Fleet, stops: &[&Stop], period: Period, ship: usize) -> usize {
    let rows = c.tables.state.iter().filter(|s| s.fleet_id == Some(fleet.fleet_id) && s.date == period.first);
    let mut places = rows.flat_map(|s| std::iter::repeat_n(s.at.as_id(), s.amount.value().max(0.0) as usize));
    let node = places.nth(ship).flatten().or(fleet.home_node_id);
    node.and_then(|n| stops.iter().position(|s| s.node_id == n)).unwrap_or(0)
}
