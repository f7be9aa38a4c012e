//! Clocks: departures of timetables and opening hours, found again day by day.

use crate::case::Case;
use crate::deed::{Deed, Ride, What, aboard};
use keruen_model::calendar::Calendar;
use keruen_model::zone::Zone;
use keruen_model::{Clock, Date, Departure, Facility, Id, Node, Quantity, Service, Stop, TableKind};

/// Days after the departure that are looked at; beyond them nothing runs.
const DAYS: i32 = 120;

/// Seconds of an hour.
pub(crate) const HOUR: f64 = 3600.0;

/// What the clocks make of a deed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Passage {
    /// Hours of waiting.
    pub wait: f64,
    /// Hours of the ride itself, where a timetable says them.
    pub ride: Option<f64>,
    /// Seconds to spare before the latest moment for the departure.
    pub slack: Option<i64>,
}

pub(crate) fn seconds(hours: f64) -> i64 {
    (hours * HOUR).round() as i64
}

impl Case<'_> {
    pub fn zone(&self, node: Id<Node>) -> Zone {
        self.node(node).and_then(|n| Zone::named(self.words(n.time_zone))).unwrap_or_else(Zone::utc)
    }

    fn calendar(&self, text: keruen_model::Text) -> Calendar {
        Calendar::parse(self.words(text)).unwrap_or_default()
    }
}

/// The wait of a deed for goods that are there `now`; `None` where no clock has to do with it, `Some(None)` where it is too late for
/// everything.
pub(crate) fn passage(case: &Case<'_>, deed: &Deed<'_>, now: i64, is_aboard: bool) -> Option<Option<Passage>> {
    match &deed.what {
        What::Ride(ride) => by_clock(case, ride, now, is_aboard),
        What::Work(op, f, service) => {
            let work = seconds(deed.time.iter().map(|p| p.median).sum());
            let boards = aboard(op.to_loading) && !is_aboard;
            let clocked = service.filter(|_| boards).filter(|s| !calls(case, s, f.node_id).is_empty());
            match clocked {
                Some(s) => Some(boarding(case, s, f, (now, work))),
                None => opening(case, f, now).map(|wait| wait.map(|wait| Passage { wait, ..Passage::default() })),
            }
        }
        _ => None,
    }
}

fn calls<'c>(case: &Case<'c>, service: &Service, node: Id<Node>) -> Vec<&'c Stop> {
    let clocked = |s: &&Stop| s.service_id == service.service_id && s.node_id == node && s.departure.is_some();
    let all = case.corridor.tables.stop.iter().filter(clocked);
    if service.departure == Departure::Timetable { all.collect() } else { Vec::new() }
}

/// Days on which a service begins a run.
fn run_days(case: &Case<'_>, service: &Service) -> Vec<Date> {
    let calendar = case.calendar(service.calendar);
    let row = case.corridor.tables.service.position(service.service_id.sym());
    let (from, to) = row.map_or((None, None), |r| case.corridor.tables.validity(TableKind::Service, r));
    let all = (-8..=DAYS).map(|d| case.day.plus_days(d));
    all.filter(|d| calendar.has_day(d.weekday()) && from.is_none_or(|f| f <= *d) && to.is_none_or(|t| *d <= t)).collect()
}

fn boarding(case: &Case<'_>, service: &Service, f: &Facility, (now, work): (i64, i64)) -> Option<Passage> {
    let zone = case.zone(f.node_id);
    let mut best: Option<(i64, i64)> = None;
    for stop in calls(case, service, f.node_id) {
        for day in run_days(case, service) {
            let leaves = zone.instant(day, stop.departure?);
            let latest = leaves - seconds(stop.cut_off.value()) - work;
            let latest = last_open(case, f, now, latest);
            if let Some(latest) = latest.filter(|&l| l >= now && best.is_none_or(|b| leaves < b.0)) {
                best = Some((leaves, latest));
            }
        }
    }
    let (leaves, latest) = best?;
    Some(Passage { wait: (leaves - now - work) as f64 / HOUR, ride: None, slack: Some(latest - now) })
}

/// The last second from `now` to `until` at which a facility is open.
fn last_open(case: &Case<'_>, f: &Facility, now: i64, until: i64) -> Option<i64> {
    let calendar = case.calendar(f.calendar);
    if calendar.is_always() {
        return Some(until);
    }
    let inside = spans(case, &calendar, f).into_iter().filter(|s| s.0 <= until && s.1 > now);
    inside.map(|s| until.min(s.1 - 1)).max()
}

fn spans(case: &Case<'_>, calendar: &Calendar, f: &Facility) -> Vec<(i64, i64)> {
    let zone = case.zone(f.node_id);
    let days = (-2..=DAYS).map(|d| case.day.plus_days(d));
    days.flat_map(|d| calendar.spans_of(d.weekday()).map(|(a, b)| (zone.instant(d, a), zone.instant(d, b))).collect::<Vec<_>>())
        .collect()
}

fn opening(case: &Case<'_>, f: &Facility, now: i64) -> Option<Option<f64>> {
    let calendar = case.calendar(f.calendar);
    if calendar.is_always() {
        return None;
    }
    let next = spans(case, &calendar, f).into_iter().filter(|s| s.1 > now).map(|s| (s.0 - now).max(0)).min();
    Some(next.map(|wait| wait as f64 / HOUR))
}

/// Departures and arrivals of a ride.
fn by_clock(case: &Case<'_>, ride: &Ride<'_>, now: i64, is_aboard: bool) -> Option<Option<Passage>> {
    let (from, to) = (ride.stops.first()?, ride.stops.last()?);
    let clock = from.departure.filter(|_| ride.service.departure == Departure::Timetable)?;
    let arrives = to.arrival.unwrap_or(Clock(0));
    let (here, there) = (case.zone(from.node_id), case.zone(to.node_id));
    let usual = seconds(ride.usual);
    let run = |d: Date| {
        let leaves = here.instant(d, clock);
        (leaves, if to.arrival.is_some() { there.instant(d, arrives) } else { leaves + usual })
    };
    let runs: Vec<(i64, i64)> = run_days(case, ride.service).into_iter().map(run).filter(|r| r.0 >= case.start).collect();
    let least = runs.iter().map(|r| r.1 - r.0).min()?;
    let cut_off = if is_aboard { 0 } else { seconds(from.cut_off.value()) };
    let first = runs.into_iter().filter(|r| if is_aboard { r.0 == now } else { r.0 - cut_off >= now }).min();
    Some(first.map(|(_, ends)| Passage {
        wait: (ends - now - least) as f64 / HOUR,
        ride: Some(least as f64 / HOUR),
        slack: None,
    }))
}
