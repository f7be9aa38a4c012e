//! Round trips of services: what each brings and what it takes.

use super::limits::Limits;
use super::{Limit, LimitIx, Period, Scarce, draught, weather};
use keruen_model::{
    Corridor, Departure, Direction, Facility, Fleet, Hours, Id, Km, Link, Period as Per, Quantity, Service, ServiceKind, Status,
    Stop, TableKind, Unit, Vehicle,
};
use rustc_hash::FxHashMap;

/// Round trips of one service with one fleet in the period.
#[derive(Clone, Debug, PartialEq)]
pub struct Sailing {
    /// Service.
    pub service: Id<Service>,
    /// Whose vehicles; `None` where the service names no fleet.
    pub fleet: Option<Id<Fleet>>,
    /// Moving and staying, out and back, without waiting for goods.
    pub cycle: Hours,
    /// What one round trip adds: places and payload of each hop, one way each.
    pub brings: Vec<(LimitIx, f64)>,
    /// What one round trip takes: time of the fleet, berths, slots, a departure.
    pub takes: Vec<(LimitIx, f64)>,
}

/// How goods are counted aboard a service.
#[derive(Clone, Debug)]
pub(super) struct Aboard {
    /// Nodes of the stops, in order.
    pub nodes: Vec<Id<keruen_model::Node>>,
    /// Unit of the places.
    pub unit: Option<Unit>,
    /// Vehicle that decides how many places a piece takes.
    pub vehicle: Option<Id<Vehicle>>,
}

/// A service that runs in the period, with what its sailings have in common.
struct Run<'c> {
    service: &'c Service,
    stops: Vec<&'c Stop>,
    facilities: Vec<Id<Facility>>,
    open: f64,
}

/// Every sailing, with the limits of places, payload, departures and fleets.
pub(super) fn sailings(corridor: &Corridor, period: Period, limits: &mut Vec<Limit>, index: &mut Limits) -> Vec<Sailing> {
    let runs = runs(corridor, period);
    let fleets = fleet_time(corridor, period, &runs, limits, index);
    let mut out = Vec::new();
    for run in &runs {
        let mut mine: Vec<(Sailing, Option<&Vehicle>)> = Vec::new();
        for (fleet, vehicle) in pools(corridor, period, run.service) {
            mine.extend(with_fleet(corridor, run, (fleet, vehicle), &fleets, index).map(|s| (s, Some(vehicle))));
        }
        if mine.is_empty() && run.service.fleet.is_empty() {
            mine.push((bare(run, calls(corridor, run, index)), None));
        }
        add_departures(period, run, limits, index, &mut mine);
        add_allotments(corridor, period, run, index, &mut mine);
        add_places(corridor, period, run, limits, index, &mut mine);
        out.extend(mine.into_iter().map(|(s, _)| s));
    }
    // A sailing that brings nothing scarce limits nothing.
    out.retain(|s| !s.brings.is_empty());
    out
}

/// A service without a fleet: its sailings cost no time of ships.
fn bare(run: &Run<'_>, takes: Vec<(LimitIx, f64)>) -> Sailing {
    Sailing { service: run.service.service_id, fleet: None, cycle: Hours(0.0), brings: Vec::new(), takes }
}

/// A headway lets so many departures leave each way: open hours / headway.
fn add_departures(
    period: Period,
    run: &Run<'_>,
    limits: &mut Vec<Limit>,
    index: &mut Limits,
    mine: &mut [(Sailing, Option<&Vehicle>)],
) {
    let (Departure::Headway | Departure::Timetable, Some(headway)) = (run.service.departure, run.service.headway) else { return };
    let departures = period.hours().value() * run.open / headway.value();
    let ix = index.add(limits, Scarce::Departures(run.service.service_id), departures, Unit::Departure);
    mine.iter_mut().for_each(|(s, _)| s.takes.push((ix, 1.0)));
}

/// Places booked on every departure: rows of kind place at the service.
fn add_allotments(corridor: &Corridor, period: Period, run: &Run<'_>, index: &Limits, mine: &mut [(Sailing, Option<&Vehicle>)]) {
    let user = keruen_model::AnyRef { table: TableKind::Service, id: run.service.service_id.sym() };
    for line in index.used_by(user) {
        for ix in [line.forth, line.back].into_iter().flatten() {
            let row = index.resource(ix).and_then(|r| corridor.tables.resource.find(r));
            let Some(r) = row.filter(|r| r.per == Per::Departure) else { continue };
            let each = r.amount.value() * r.availability.value() * period.share_within(r.valid_from, r.valid_to);
            mine.iter_mut().for_each(|(s, _)| s.brings.push((ix, each)));
        }
    }
}

/// Places and payload of each hop, both ways.
fn add_places(
    corridor: &Corridor,
    period: Period,
    run: &Run<'_>,
    limits: &mut Vec<Limit>,
    index: &mut Limits,
    mine: &mut [(Sailing, Option<&Vehicle>)],
) {
    let unit = mine.iter().find_map(|(_, v)| v.and_then(places)).map(|p| p.0);
    let loads: Vec<Option<f64>> = mine.iter().map(|(_, v)| bears(corridor, period, run, *v)).collect();
    let service = run.service.service_id;
    let fill = run.service.at_most.value();
    for hop in 1..run.stops.len() as u32 {
        for way in ways(run) {
            if let Some(unit) = unit {
                let ix = index.add(limits, Scarce::Places(service, hop, way), 0.0, unit);
                for (s, v) in mine.iter_mut() {
                    s.brings.push((ix, fill * v.and_then(places).filter(|p| p.0 == unit).map_or(0.0, |p| p.1)));
                }
            }
            if loads.iter().any(Option::is_some) && loads.iter().all(Option::is_some) {
                let ix = index.add(limits, Scarce::Payload(service, hop, way), 0.0, Unit::T);
                mine.iter_mut().zip(&loads).for_each(|((s, _), load)| s.brings.push((ix, fill * load.unwrap_or(0.0))));
            }
        }
    }
    let nodes = run.stops.iter().map(|s| s.node_id).collect();
    let vehicle = mine.iter().find_map(|(_, v)| v.map(|v| v.vehicle_id));
    index.aboard.insert(service, Aboard { nodes, unit, vehicle });
}

fn ways(run: &Run<'_>) -> impl Iterator<Item = Direction> {
    std::iter::once(Direction::Forth).chain(run.service.both_ways.then_some(Direction::Back))
}

/// What a vehicle bears on this line at the water of the period.
fn bears(corridor: &Corridor, period: Period, run: &Run<'_>, vehicle: Option<&Vehicle>) -> Option<f64> {
    draught::payload(corridor, vehicle?, &run.facilities, period.middle()).map(Quantity::value)
}

/// Places of a vehicle: length of its lanes where it has lanes, else what it counts.
fn places(v: &Vehicle) -> Option<(Unit, f64)> {
    let lanes = v.lane_length.map(|l| (Unit::LaneM, l.value()));
    lanes.or_else(|| v.place_unit.zip(v.places).map(|(u, p)| (u, p.value())))
}

fn runs(corridor: &Corridor, period: Period) -> Vec<Run<'_>> {
    let t = &corridor.tables;
    let mut stops: FxHashMap<Id<Service>, Vec<&Stop>> = FxHashMap::default();
    for s in t.stop.iter() {
        stops.entry(s.service_id).or_default().push(s);
    }
    let mut out = Vec::new();
    for service in t.service.iter() {
        let runs = service.status == Status::Open && service.kind == ServiceKind::Line;
        let Some(mut stops) = stops.remove(&service.service_id) else { continue };
        stops.sort_by_key(|s| s.sequence);
        let facilities: Vec<_> = stops.iter().filter_map(|s| s.facility_id).collect();
        let open = period.share_within(service.valid_from, service.valid_to)
            * (1.0 - weather::closed_share(corridor, period, &facilities));
        if runs && open > 0.0 && stops.len() > 1 {
            out.push(Run { service, stops, facilities, open });
        }
    }
    out
}

/// Fleets of a service that exist in the period.
fn pools<'c>(corridor: &'c Corridor, period: Period, service: &Service) -> Vec<(&'c Fleet, &'c Vehicle)> {
    let t = &corridor.tables;
    let there =
        |f: &&Fleet| f.status == Status::Open && period.share_within(f.valid_from, f.valid_to) > 0.0 && f.count.value() > 0.0;
    let known = |f: &'c Fleet| t.vehicle.find(f.vehicle_id).map(|v| (f, v));
    service.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter(there).filter_map(known).collect()
}

/// Hours of each fleet at the largest open share of its services, and that share.
fn fleet_time(
    corridor: &Corridor,
    period: Period,
    runs: &[Run<'_>],
    limits: &mut Vec<Limit>,
    index: &mut Limits,
) -> FxHashMap<Id<Fleet>, (LimitIx, f64)> {
    let mut open: FxHashMap<Id<Fleet>, f64> = FxHashMap::default();
    for run in runs {
        for (fleet, _) in pools(corridor, period, run.service) {
            let best = open.entry(fleet.fleet_id).or_insert(0.0);
            *best = best.max(run.open);
        }
    }
    let mut out = FxHashMap::default();
    for f in corridor.tables.fleet.iter() {
        let Some(&open) = open.get(&f.fleet_id) else { continue };
        let there = period.share_within(f.valid_from, f.valid_to);
        let hours = f.count.value() * f.availability.value() * there * period.hours().value() * open;
        let ix = index.add(limits, Scarce::FleetTime(f.fleet_id), hours, Unit::H);
        out.insert(f.fleet_id, (ix, open));
    }
    out
}

/// The round trips of a service with one fleet; `None` where the time of a hop is not known.
fn with_fleet(
    corridor: &Corridor,
    run: &Run<'_>,
    (fleet, vehicle): (&Fleet, &Vehicle),
    fleets: &FxHashMap<Id<Fleet>, (LimitIx, f64)>,
    index: &Limits,
) -> Option<Sailing> {
    let cycle = cycle(corridor, run, vehicle)?;
    let mut takes = Vec::new();
    if let Some(&(ix, open)) = fleets.get(&fleet.fleet_id) {
        takes.push((ix, cycle.value() * open / run.open));
    }
    takes.extend(calls(corridor, run, index));
    Some(Sailing { service: run.service.service_id, fleet: Some(fleet.fleet_id), cycle, brings: Vec::new(), takes })
}

/// Out and back: each hop twice, stays at both ends once and between them twice.
fn cycle(corridor: &Corridor, run: &Run<'_>, vehicle: &Vehicle) -> Option<Hours> {
    let t = &corridor.tables;
    let mut hours = 0.0;
    for stop in &run.stops[1..] {
        let links: Vec<&Link> = stop.via.iter().filter_map(|&l| t.link.find(l)).collect();
        let length: Km = if links.is_empty() { stop.distance.unwrap_or_default() } else { links.iter().map(|l| l.length).sum() };
        let sailed = vehicle.speed.map(|v| length.at(v.quantile(0.5)));
        hours += 2.0 * stop.time.map(|d| d.quantile(0.5)).or(sailed)?.value();
    }
    hours += visits(run).map(|(s, times)| times * s.dwell.map_or(0.0, |d| d.quantile(0.5).value())).sum::<f64>();
    Some(Hours(hours))
}

/// Stops with the times that a round trip calls there.
fn visits<'r>(run: &'r Run<'_>) -> impl Iterator<Item = (&'r Stop, f64)> {
    let last = run.stops.len() - 1;
    run.stops.iter().enumerate().map(move |(i, &s)| (s, if i == 0 || i == last { 1.0 } else { 2.0 }))
}

/// Berths held and slots taken by one round trip.
fn calls(corridor: &Corridor, run: &Run<'_>, index: &Limits) -> Vec<(LimitIx, f64)> {
    let mut out = Vec::new();
    let user = keruen_model::AnyRef { table: TableKind::Service, id: run.service.service_id.sym() };
    for line in index.used_by(user) {
        match line.unit {
            Unit::Ship => out.extend(line.forth.or(line.back).map(|ix| (ix, line.amount * stay(corridor, run, ix, index)))),
            Unit::Departure => out.extend([line.forth, line.back].into_iter().flatten().map(|ix| (ix, line.amount))),
            _ => {}
        }
    }
    out
}

/// Hours of one round trip at the facility of a berth.
fn stay(corridor: &Corridor, run: &Run<'_>, berth: LimitIx, index: &Limits) -> f64 {
    let at = index.resource(berth).and_then(|r| corridor.tables.resource.find(r)).and_then(|r| r.at.as_id::<Facility>());
    let here = |s: &Stop| at.is_some() && s.facility_id == at;
    visits(run).filter(|(s, _)| here(s)).map(|(s, times)| times * s.dwell.map_or(0.0, |d| d.quantile(0.5).value())).sum()
}
