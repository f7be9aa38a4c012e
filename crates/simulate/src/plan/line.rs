//! Services that wait for goods: their calls, their departure rule, what their vehicles are full of first.

use super::berth::Harbour;
use super::way::law;
use crate::CLOCK;
use keruen_events::Tick;
use keruen_events::departure::Rule;
use keruen_events::random::Law;
use keruen_model::{Corridor, Departure, Direction, Id, Link, Quantity, Service, Stop, Vehicle};
use keruen_network::ledger::{Ledger, Sailing, Scarce};

/// One call of a line.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub name: String,
    /// Place among the ports.
    pub port: usize,
    /// Berth that a ship needs here.
    pub berth: Option<usize>,
    /// Region whose weather closes it.
    pub region: Option<usize>,
    pub stay: Law,
    /// Goods must be ready so long before, in ticks.
    pub cut_off: u64,
    pub rule: Rule,
    /// Slots of the line that hold for a ship that leaves along the stops, and against them.
    pub slots: [Vec<usize>; 2],
}

/// A service.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub id: Id<Service>,
    pub name: String,
    pub calls: Vec<Call>,
    /// Limits that its sailings bring, with the hop and the way for which they hold (0 = every hop).
    pub slots: Vec<Slot>,
    /// Ships are called when goods are there, and wait idle otherwise.
    pub tramp: bool,
    /// Fleets that serve it, in the order of the service.
    pub fleets: Vec<usize>,
    /// Links of each hop, along the stops.
    pub via: Vec<Vec<String>>,
}

/// Something that a vehicle of a line can be full of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// Limit in the ledger.
    pub limit: u32,
    hop: u32,
    way: Direction,
}

/// 0 along the stops, 1 against them.
pub(crate) fn side(forth: bool) -> usize {
    usize::from(!forth)
}

impl Line {
    pub fn new(c: &Corridor, ledger: &Ledger, (service, sailing): (&Service, &Sailing), harbour: &mut Harbour) -> Option<Line> {
        let stops = stops(c, service);
        if stops.len() < 2 {
            return None;
        }
        let slots: Vec<Slot> = sailing.brings.iter().map(|&(ix, _)| slot(ledger, ix.0)).collect();
        let calls = stops.iter().enumerate().map(|(i, s)| call(c, (service, s), harbour, (i, &slots))).collect();
        Some(Line {
            id: service.service_id,
            name: c.strings.id(service.service_id).into(),
            calls,
            slots,
            tramp: service.departure == Departure::OnDemand,
            fleets: Vec::new(),
            via: stops[1..].iter().map(|s| s.via.iter().map(|&l| c.strings.id(l).to_string()).collect()).collect(),
        })
    }

    /// The position of a limit among what the vehicles bring.
    pub fn slot_of(&self, limit: u32) -> Option<usize> {
        self.slots.iter().position(|s| s.limit == limit)
    }

    /// Last call.
    pub fn last(&self) -> usize {
        self.calls.len() - 1
    }

    /// Whether a line keeps a timetable.
    pub fn keeps_time(&self) -> bool {
        self.calls.iter().any(|c| matches!(c.rule, Rule::Timetable { .. }))
    }
}

fn slot(ledger: &Ledger, limit: u32) -> Slot {
    let (hop, way) = match ledger.limits[limit as usize].what {
        Scarce::Places(_, hop, way) | Scarce::Payload(_, hop, way) => (hop, way),
        Scarce::Resource(_, way) => (0, way),
        Scarce::Departures(_) | Scarce::FleetTime(_) => (0, Direction::Both),
    };
    Slot { limit, hop, way }
}

fn call(c: &Corridor, (service, stop): (&Service, &Stop), harbour: &mut Harbour, (i, slots): (usize, &[Slot])) -> Call {
    let facility = stop.facility_id.and_then(|f| c.tables.facility.find(f));
    let region = facility.map(|f| c.text(f.region.0)).filter(|r| !r.is_empty()).map(|r| harbour.weather.region(r));
    let held = |hop: usize, way: Direction| {
        let holds = move |s: &Slot| (s.hop == 0 || s.hop as usize == hop) && (s.way == Direction::Both || s.way == way);
        (0..slots.len()).filter(|&k| holds(&slots[k])).collect()
    };
    Call {
        name: c.strings.id(stop.node_id).into(),
        port: harbour.port(c.strings.id(stop.node_id)),
        berth: stop.facility_id.and_then(|f| harbour.berth(c, service, f)),
        region,
        stay: stop.dwell.as_ref().map_or(Law::Fixed(0.0), law),
        cut_off: CLOCK.span(stop.cut_off.value()),
        rule: rule(service, i),
        slots: [held(i + 1, Direction::Forth), held(i, Direction::Back)],
    }
}

/// Stops of a service in order.
pub(super) fn stops<'c>(c: &'c Corridor, service: &Service) -> Vec<&'c Stop> {
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

/// Hours of every hop of a service with a vehicle; `None` where one is not known.
pub(super) fn hops(c: &Corridor, stops: &[&Stop], vehicle: &Vehicle) -> Option<Vec<Law>> {
    stops[1..].iter().map(|s| hop(c, s, vehicle)).collect()
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
