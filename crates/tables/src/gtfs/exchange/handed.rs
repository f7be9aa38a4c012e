//! The services of a corridor as a timetable.
//!
//! GTFS wants all times in one zone: that of the place whose clock is furthest ahead, so that no time is negative. Clocks are
//! converted with the offsets of the corridor's day.
//!
//! A headway of at most a day is repeated from 00:00 to 24:00 of every day. A longer one is repeated within a period of whole
//! days that it divides, and the calendar names the first day of each period: which day that is means nothing, only the
//! distance does, as `exact_times` 0 says.

use super::clocks::{ahead, steady};
use super::kind_of;
use crate::error::WriteError;
use crate::geojson::Point;
use crate::gtfs::days::Days;
use crate::gtfs::timetable::{
    Agency, Calendar, CalendarIx, Call, Clocked, Frequency, Pattern, PatternIx, Route, RouteIx, ServiceTime, Stop, StopIx,
    Timetable, Trip,
};
use crate::gtfs::write::{Sheet, gtfs_files};
use crate::write::stage_files;
use keruen_model::calendar::Calendar as Hours;
use keruen_model::zone::Zone;
use keruen_model::{Corridor, Date, Departure, Id, Node, Quantity, Service, ServiceKind, Stop as Called, TableKind};
use std::collections::BTreeMap;
use std::path::Path;

/// Our own file in the feed.
const OURS: &str = "keruen_services.txt";

/// Web address where an operator has none; GTFS demands one, and this name is kept free for examples (RFC 2606).
const NO_ADDRESS: &str = "https://example.org";

/// Days that calendars reach from the corridor's day, where a service does not end before.
const HORIZON: i32 = 364;

/// Days of the longest period that is tried for a headway.
const LONGEST_PERIOD: u32 = 60;

/// Seconds of an hour and of a day.
const HOUR: f64 = 3600.0;
const DAY: u32 = 86_400;

/// A corridor as a timetable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handed {
    /// What GTFS can say.
    pub timetable: Timetable,
    /// Services it cannot.
    pub left: Vec<Left>,
    /// What a reader should know.
    pub notes: Vec<String>,
}

/// A service that is not in the timetable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Id of the service.
    pub service: String,
    /// Name.
    pub name: String,
    /// Its rule of departure.
    pub departure: &'static str,
    /// The places at which it calls.
    pub stops: Vec<String>,
    /// Why it is left out.
    pub why: &'static str,
}

/// The open services of a corridor on its day.
pub fn timetable_of(corridor: &Corridor) -> Handed {
    let day = corridor.as_of();
    let standing = corridor.on(day);
    let mut maker = Maker::new(&standing, day);
    for service in &standing.tables.service {
        if let Err(why) = maker.service(service) {
            maker.leave(service, why);
        }
    }
    maker.finish()
}

/// The files of the feed: those of GTFS and our own.
pub fn handed_files(handed: &Handed) -> Vec<(String, Vec<u8>)> {
    let mut files = gtfs_files(&handed.timetable);
    let mut sheet = Sheet::new("service_id,service_name,departure,stops,why");
    for left in &handed.left {
        sheet.row(&[&left.service, &left.name, left.departure, &left.stops.join(";"), left.why]);
    }
    files.push((OURS.to_string(), sheet.0.into_bytes()));
    files
}

/// Writes the files of the feed; what a reader should know comes back as words.
///
/// Errors: the system refuses; nothing is changed then.
pub fn write_handed(corridor: &Corridor, path: &Path) -> Result<Vec<String>, WriteError> {
    let handed = timetable_of(corridor);
    stage_files(path, &handed_files(&handed))?;
    let mut notes = handed.notes;
    let mut by_why: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    handed.left.iter().for_each(|left| by_why.entry(left.why).or_default().push(&left.service));
    for (why, services) in by_why {
        notes.push(format!("{} services are not in the timetable ({why}): {}", services.len(), services.join(", ")));
    }
    Ok(notes)
}

struct Maker<'c> {
    c: &'c Corridor,
    day: Date,
    zone: Zone,
    stops: BTreeMap<Id<Node>, StopIx>,
    unsteady: usize,
    out: Handed,
}

impl<'c> Maker<'c> {
    fn new(c: &'c Corridor, day: Date) -> Self {
        let called = c.tables.stop.iter().filter_map(|s| c.tables.node.find(s.node_id));
        let named = |n: &Node| c.strings.text(n.time_zone).to_string();
        let name = called.map(named).max_by_key(|name| {
            let offset = Zone::named(name).map_or(i32::MIN, |zone| ahead(&zone, &Zone::utc(), day));
            (offset, std::cmp::Reverse(name.clone()))
        });
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| "Etc/UTC".into());
        let zone = Zone::named(&name).unwrap_or_else(Zone::utc);
        let mut out = Handed::default();
        out.timetable.agencies.push(Agency {
            id: "corridor".into(),
            name: c.meta.title.clone(),
            url: NO_ADDRESS.into(),
            time_zone: name,
        });
        Maker { c, day, zone, stops: BTreeMap::new(), unsteady: 0, out }
    }

    fn finish(self) -> Handed {
        let mut out = self.out;
        let zone = out.timetable.time_zone().to_string();
        out.notes.push(format!("times are those of {zone}, with the offsets of {}", self.day));
        if self.unsteady > 0 {
            out.notes.push(format!("{} services call where clocks are changed at other dates than in {zone}", self.unsteady));
        }
        let trips = &out.timetable.trips;
        let repeated = trips.iter().filter(|trip| !trip.frequencies.is_empty()).count();
        out.notes.push(format!("{} trips by the clock, {repeated} about every so often", trips.len() - repeated));
        out
    }

    fn leave(&mut self, service: &Service, why: &'static str) {
        let s = &self.c.strings;
        let stops = self.calls_of(service).iter().map(|stop| s.id(stop.node_id).to_string()).collect();
        self.out.left.push(Left {
            service: s.id(service.service_id).into(),
            name: s.text(service.name).into(),
            departure: service.departure.name(),
            stops,
            why,
        });
    }

    fn calls_of(&self, service: &Service) -> Vec<&'c Called> {
        let mut stops: Vec<&Called> = self.c.tables.stop.iter().filter(|s| s.service_id == service.service_id).collect();
        stops.sort_by_key(|s| s.sequence);
        stops
    }

    /// One or two trips of a service, or why there are none.
    fn service(&mut self, service: &Service) -> Result<(), &'static str> {
        if service.kind == ServiceKind::Outside {
            return Err("an outside option is taken as a whole");
        }
        match service.departure {
            Departure::Timetable => self.by_clock(service),
            Departure::Headway => self.by_headway(service),
            Departure::WhenFull => Err("it leaves when it is full; a clock would be made up"),
            Departure::OnDemand => Err("it leaves on demand; a clock would be made up"),
        }
    }

    fn by_clock(&mut self, service: &Service) -> Result<(), &'static str> {
        let calls = self.calls_of(service);
        let mut times: Vec<Clocked> = Vec::new();
        for stop in &calls {
            let arrive = stop.arrival.or(stop.departure).ok_or("a stop of it has no clock")?;
            let depart = stop.departure.unwrap_or(arrive);
            let zone = self.zone_of(stop.node_id);
            if !steady(&self.zone, &zone, self.day) {
                self.unsteady += 1;
            }
            let shift = ahead(&self.zone, &zone, self.day);
            let time =
                |minutes: i32| u32::try_from((minutes + shift) * 60).map(ServiceTime).map_err(|_| "a clock of it is negative");
            times.push(Clocked { arrive: time(arrive.0)?, depart: time(depart.0)? });
        }
        let rises = times.windows(2).all(|w| w[0].depart <= w[1].arrive) && times.iter().all(|t| t.arrive <= t.depart);
        if !rises {
            return Err("its clocks run backwards");
        }
        let days = self.days(service, 1)?;
        self.trip(service, &calls, times, (days, None), "");
        Ok(())
    }

    fn by_headway(&mut self, service: &Service) -> Result<(), &'static str> {
        let headway = service.headway.map(|h| (h.value() * HOUR).round()).filter(|h| *h >= 1.0 && *h <= 1e9);
        let headway = headway.ok_or("it has no headway")? as u32;
        let period = period(headway).ok_or("its headway fits into no 60 days")?;
        let days = self.days(service, period as i32)?;
        let calls = self.calls_of(service);
        let times = self.running(service, &calls)?;
        let to = ServiceTime(period * DAY);
        let repeated = Some(Frequency { from: ServiceTime(0), to, headway, exact: false });
        if service.both_ways {
            let back: Vec<&Called> = calls.iter().rev().copied().collect();
            let end = times.last().map_or(0, |t| t.depart.0);
            let turned = times
                .iter()
                .rev()
                .map(|t| Clocked { arrive: ServiceTime(end - t.depart.0), depart: ServiceTime(end - t.arrive.0) });
            let turned = turned.collect();
            self.trip(service, &calls, times, (days.clone(), repeated), "");
            self.trip(service, &back, turned, (days, repeated), ".back");
        } else {
            self.trip(service, &calls, times, (days, repeated), "");
        }
        Ok(())
    }

    /// Times from the first departure on: medians of riding, and of the stay at stops on the way.
    fn running(&self, service: &Service, calls: &[&Called]) -> Result<Vec<Clocked>, &'static str> {
        let (mut now, mut times) = (0.0, Vec::new());
        for (i, stop) in calls.iter().enumerate() {
            if i > 0 {
                now += self.ride_hours(service, stop).ok_or("it has no running time")?;
            }
            let inner = i > 0 && i + 1 < calls.len();
            let stay = stop.dwell.filter(|_| inner).map_or(0.0, |d| d.quantile(0.5).value());
            let at = |hours: f64| ServiceTime((hours * HOUR).round() as u32);
            times.push(Clocked { arrive: at(now), depart: at(now + stay) });
            now += stay;
        }
        if now > f64::from(LONGEST_PERIOD) * 24.0 {
            return Err("it runs longer than 60 days");
        }
        Ok(times)
    }

    fn ride_hours(&self, service: &Service, stop: &Called) -> Option<f64> {
        if let Some(time) = stop.time {
            return Some(time.quantile(0.5).value());
        }
        let t = &self.c.tables;
        let own = service.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter_map(|f| t.vehicle.find(f.vehicle_id));
        let own = own.filter_map(|v| v.speed).map(|speed| speed.quantile(0.5).value()).next();
        if stop.via.is_empty() {
            return Some(stop.distance?.value() / own?);
        }
        let hours = |link: &keruen_model::Link| Some(link.length.value() / link.free_speed.map_or(own?, |v| v.value()));
        stop.via.iter().map(|&l| t.link.find(l).and_then(hours)).sum()
    }

    fn zone_of(&self, node: Id<Node>) -> Zone {
        let named = self.c.tables.node.find(node).map(|n| self.c.strings.text(n.time_zone));
        named.and_then(Zone::named).unwrap_or_else(Zone::utc)
    }

    /// Days from the corridor's day on, one in every `step`, on which a service runs.
    fn days(&self, service: &Service, step: i32) -> Result<Days, &'static str> {
        let calendar = Hours::parse(self.c.strings.text(service.calendar)).ok_or("its calendar cannot be read")?;
        let row = self.c.tables.service.position(service.service_id.sym()).ok_or("it is not there")?;
        let (_, until) = self.c.tables.validity(TableKind::Service, row);
        let all = (0..=HORIZON).step_by(step as usize).map(|d| self.day.plus_days(d));
        let runs = |d: &Date| (step > 1 || calendar.has_day(d.weekday())) && until.is_none_or(|until| *d <= until);
        let days = Days::of(all.filter(runs));
        if days.is_empty() { Err("it runs on no day of the year ahead") } else { Ok(days) }
    }

    fn trip(&mut self, service: &Service, calls: &[&Called], times: Vec<Clocked>, when: (Days, Option<Frequency>), end: &str) {
        let s = &self.c.strings;
        let id = format!("{}{end}", s.id(service.service_id));
        let (days, repeated) = when;
        let patterned = calls.iter().map(|stop| Call { stop: self.stop(stop.node_id), board: true, alight: true }).collect();
        let out = &mut self.out.timetable;
        let ix = out.patterns.len() as u32;
        let long_name = s.text(service.name).to_string();
        out.routes.push(Route { id: id.clone(), agency: 0, short_name: String::new(), long_name, kind: kind_of(service.mode) });
        out.calendars.push(Calendar { id: id.clone(), days });
        out.patterns.push(Pattern { route: RouteIx(ix), calls: patterned });
        let headsign =
            out.patterns[ix as usize].calls.last().map_or(String::new(), |c| out.stops[c.stop.0 as usize].name.clone());
        let frequencies = repeated.into_iter().collect();
        out.trips.push(Trip { id, headsign, pattern: PatternIx(ix), calendar: CalendarIx(ix), times, frequencies });
    }

    fn stop(&mut self, node: Id<Node>) -> StopIx {
        if let Some(ix) = self.stops.get(&node) {
            return *ix;
        }
        let (s, stops) = (&self.c.strings, &mut self.out.timetable.stops);
        let ix = StopIx(stops.len() as u32);
        let mut stop = Stop { id: s.id(node).into(), name: s.id(node).into(), ..Stop::default() };
        if let Some(place) = self.c.tables.node.find(node) {
            stop.name = s.text(place.name).into();
            stop.point = Point::new(place.x_coord.value(), place.y_coord.value());
            stop.time_zone = s.text(place.time_zone).into();
        }
        stops.push(stop);
        self.stops.insert(node, ix);
        ix
    }
}

/// The shortest period of whole days that a headway divides; within it the trip is repeated.
fn period(headway: u32) -> Option<u32> {
    if headway <= DAY {
        return Some(1);
    }
    (1..=LONGEST_PERIOD).find(|days| (days * DAY).is_multiple_of(headway))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headway_is_repeated_within_whole_days() {
        let hours = |h: u32| h * 3600;
        let found: Vec<_> = [6, 16, 24, 36, 72, 168].map(hours).into_iter().map(period).collect();
        assert_eq!(found, [Some(1), Some(1), Some(1), Some(3), Some(3), Some(7)]);
        assert_eq!(period(hours(2_000)), None);
    }
}
