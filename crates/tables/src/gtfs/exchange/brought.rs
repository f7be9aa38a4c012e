//! A timetable as a corridor.

use super::clocks::{ahead, words};
use super::mode_of;
use crate::gtfs::timetable::{Call, PatternIx, StopIx, Timetable, Trip};
use crate::gtfs::walk::{distance, radians};
use keruen_model::cell::is_id;
use keruen_model::zone::Zone;
use keruen_model::{
    Clock, Corridor, Date, Degrees, Departure, Dist, DistanceBasis, Hours, Id, Km, Loading, Meta, Mode, Node, NodeType, Quantity,
    Row, Service, Stop, Strings, Table, Text,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Arguments;

/// Stands for a country that is not known (ISO 3166-1 keeps it free for users).
const NOWHERE: &str = "ZZ";

/// Hours of a day, seconds of an hour.
const DAY: f64 = 24.0;
const HOUR: f64 = 3600.0;

/// The shortest ride that is written, in seconds: some feeds give two stops the same minute.
const SHORTEST: f64 = 1.0;

/// A corridor made of a timetable.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The corridor: its services are those of the timetable, its places the stops at which they call.
    pub corridor: Corridor,
    /// What was assumed or left out.
    pub notes: Vec<String>,
}

/// Makes the corridor called `name`.
pub fn corridor_of(name: &str, timetable: &Timetable) -> Brought {
    let first = timetable.calendars.iter().filter_map(|c| c.days.span()).map(|(from, _)| from).min();
    let meta = Meta {
        id: if is_id(name) { name.into() } else { "timetable".into() },
        title: timetable.agencies.first().map_or_else(|| name.to_string(), |a| a.name.clone()),
        description: "Imported from GTFS.".into(),
        as_of: first.unwrap_or_default().to_string(),
        ..Meta::default()
    };
    let mut maker = Maker {
        t: timetable,
        day: first.unwrap_or_default(),
        c: Corridor { meta, ..Corridor::default() },
        nodes: BTreeMap::new(),
        taken: BTreeSet::new(),
        told: BTreeMap::new(),
    };
    let mut groups: BTreeMap<(PatternIx, u32), Vec<&Trip>> = BTreeMap::new();
    for trip in &timetable.trips {
        groups.entry((trip.pattern, trip.calendar.0)).or_default().push(trip);
    }
    for trips in groups.values() {
        maker.group(trips);
    }
    let mut notes = vec![
        "countries are ZZ, not known; services have no fleet, tariff or emission as yet".to_string(),
        "fares, shapes, transfers and the days on which a week does not hold are not kept".to_string(),
    ];
    notes.extend(maker.told.into_iter().map(|(what, n)| format!("{what} ({n})")));
    Brought { corridor: maker.c, notes }
}

struct Maker<'t> {
    t: &'t Timetable,
    day: Date,
    c: Corridor,
    nodes: BTreeMap<StopIx, Id<Node>>,
    taken: BTreeSet<String>,
    told: BTreeMap<&'static str, usize>,
}

/// Adds a row of defaults with some fields filled.
fn add<R: Row>(table: &mut Table<R>, strings: &mut Strings, fill: impl FnOnce(&mut R)) {
    let mut row = table.blank(strings);
    fill(&mut row);
    table.push(row, 0, 0);
}

impl Maker<'_> {
    fn word(&mut self, parts: Arguments<'_>) -> Text {
        Text(self.c.strings.intern(&parts.to_string()))
    }

    fn id<R>(&mut self, parts: Arguments<'_>) -> Id<R> {
        Id::new(self.word(parts).0)
    }

    fn tell(&mut self, what: &'static str) {
        *self.told.entry(what).or_default() += 1;
    }

    /// Trips of one pattern and calendar: one service by the clock, or one by headway; a trip that repeats is one of its own.
    fn group(&mut self, trips: &[&Trip]) {
        let days = self.t.days_of(trips[0]);
        let Some(span) = days.span() else { return self.tell("patterns that run on no day were left out") };
        // A window of several days bridges the days between those on which it begins.
        let bridged = trips.iter().all(|trip| trip.frequencies.iter().any(|f| f.to.0 - f.from.0 > 24 * 3600));
        let weekdays = if bridged { [true; 7] } else { days.weekdays() };
        if weekdays == [false; 7] {
            return self.tell("patterns that run on single days, on no weekday of most weeks, were left out");
        }
        let when = (words(weekdays), span);
        let (repeated, plain): (Vec<&Trip>, Vec<&Trip>) = trips.iter().partition(|trip| !trip.frequencies.is_empty());
        for trip in repeated {
            for f in &trip.frequencies {
                self.tell("trips that repeat became services by headway, round the clock");
                self.by_headway(&[trip], f64::from(f.headway) / HOUR, &when);
            }
        }
        match plain.as_slice() {
            [] => {}
            [trip] => self.by_clock(trip, &when),
            several => {
                self.tell("patterns that run several times a day became services by headway, 24 h over their departures");
                self.by_headway(several, DAY / several.len() as f64, &when);
            }
        }
    }

    fn by_clock(&mut self, trip: &Trip, when: &(String, (Date, Date))) {
        let calls = self.calls(trip);
        let clocks: Option<Vec<(Clock, Clock)>> = calls
            .iter()
            .zip(&trip.times)
            .map(|(call, time)| self.clock(call.stop, time.arrive.0).zip(self.clock(call.stop, time.depart.0)))
            .collect();
        let Some(clocks) = clocks else { return self.tell("trips with a clock before local midnight were left out") };
        if trip.times.iter().any(|t| t.arrive.0 % 60 + t.depart.0 % 60 > 0) {
            self.tell("services by timetable lost the seconds of their clocks");
        }
        let id = self.service(trip, Departure::Timetable, when, None);
        self.stops(id, &calls, &self.hours(&[trip]), Some(&clocks));
    }

    fn by_headway(&mut self, trips: &[&Trip], headway: f64, when: &(String, (Date, Date))) {
        let calls = self.calls(trips[0]);
        let id = self.service(trips[0], Departure::Headway, when, Some((headway, trips)));
        self.stops(id, &calls, &self.hours(trips), None);
    }

    fn calls(&self, trip: &Trip) -> Vec<Call> {
        self.t.pattern_of(trip).calls.clone()
    }

    /// Local clock of a stop, whole minutes; `None` before midnight of the service day.
    fn clock(&self, stop: StopIx, seconds: u32) -> Option<Clock> {
        let own = &self.t.stops[stop.0 as usize].time_zone;
        let shift = match (Zone::named(own), Zone::named(self.t.time_zone())) {
            (Some(zone), Some(agency)) if !own.is_empty() => ahead(&zone, &agency, self.day),
            _ => 0,
        };
        let minutes = (seconds / 60) as i32 + shift;
        (minutes >= 0).then_some(Clock(minutes))
    }

    /// Mean hours of the ride to each call and of the stay there.
    fn hours(&self, trips: &[&Trip]) -> Vec<(f64, f64)> {
        let calls = trips[0].times.len();
        let mean = |sum: f64| sum / trips.len() as f64 / HOUR;
        let ride = |i: usize, t: &Trip| if i == 0 { 0 } else { t.times[i].arrive.0.saturating_sub(t.times[i - 1].depart.0) };
        (0..calls)
            .map(|i| {
                let rides: f64 = trips.iter().map(|t| f64::from(ride(i, t)).max(SHORTEST)).sum();
                let stays: f64 = trips.iter().map(|t| f64::from(t.times[i].depart.0 - t.times[i].arrive.0)).sum();
                (mean(rides), mean(stays))
            })
            .collect()
    }

    fn service(
        &mut self,
        trip: &Trip,
        departure: Departure,
        (calendar, (from, to)): &(String, (Date, Date)),
        headway: Option<(f64, &[&Trip])>,
    ) -> Id<Service> {
        let route = &self.t.routes[self.t.pattern_of(trip).route.0 as usize];
        let calls = &self.t.pattern_of(trip).calls;
        let ends = [calls.first(), calls.last()].map(|c| c.map_or("", |c| &self.t.stops[c.stop.0 as usize].name));
        let line = if route.short_name.is_empty() { &route.long_name } else { &route.short_name };
        let name = self.word(format_args!("{line} {} - {}", ends[0], ends[1]));
        let note = match headway {
            Some((_, trips)) if trips.len() > 1 => {
                let (first, last) = (trips[0].times[0].depart, trips[trips.len() - 1].times[0].depart);
                self.word(format_args!("{} departures from {first} to {last}; route {}", trips.len(), route.id))
            }
            _ => self.word(format_args!("trip {}; route {}", trip.id, route.id)),
        };
        let id: Id<Service> = self.id(format_args!("s{}", self.c.tables.service.len() + 1));
        let (calendar, mode) = (self.word(format_args!("{calendar}")), mode_of(route.kind));
        let loading = match mode {
            Mode::Rail => Loading::Rail,
            Mode::Sea => Loading::Ship,
            Mode::Air => Loading::Air,
            _ => Loading::Road,
        };
        add(&mut self.c.tables.service, &mut self.c.strings, |r| {
            (r.service_id, r.name, r.mode, r.departure, r.calendar, r.note) = (id, name, mode, departure, calendar, note);
            (r.loading, r.both_ways, r.headway) = (vec![loading].into(), false, headway.map(|(h, _)| Hours(h)));
            (r.valid_from, r.valid_to) = (Some(*from), Some(*to));
        });
        id
    }

    fn stops(&mut self, service: Id<Service>, calls: &[Call], hours: &[(f64, f64)], clocks: Option<&[(Clock, Clock)]>) {
        let name = self.c.strings.id(service).to_string();
        for (i, call) in calls.iter().enumerate() {
            let id: Id<Stop> = self.id(format_args!("{name}-{}", i + 1));
            let node = self.node(call.stop);
            let km = calls[..i].last().and_then(|before| self.km(before.stop, call.stop));
            let (ride, stay) = hours[i];
            add(&mut self.c.tables.stop, &mut self.c.strings, |r| {
                (r.stop_id, r.service_id, r.sequence, r.node_id) = (id, service, (i + 1) as i32, node);
                if i > 0 {
                    (r.time, r.distance) = (Some(Dist::fixed(Hours(ride))), km.map(Km));
                    r.distance_basis = km.map(|_| DistanceBasis::GreatCircle);
                }
                r.dwell = (stay > 0.0).then(|| Dist::fixed(Hours(stay)));
                if let Some(clocks) = clocks {
                    (r.arrival, r.departure) = (Some(clocks[i].0), Some(clocks[i].1));
                }
            });
        }
    }

    fn km(&self, from: StopIx, to: StopIx) -> Option<f64> {
        let point = |stop: StopIx| self.t.stops[stop.0 as usize].point.as_ref().map(radians);
        Some((distance(point(from)?, point(to)?)).round() / 1000.0)
    }

    fn node(&mut self, stop: StopIx) -> Id<Node> {
        if let Some(id) = self.nodes.get(&stop) {
            return *id;
        }
        let given = &self.t.stops[stop.0 as usize];
        let mut text: String =
            given.id.chars().map(|c| if c.is_ascii_alphanumeric() || "_.-".contains(c) { c } else { '_' }).collect();
        if !is_id(&text) {
            text = format!("x{text}");
        }
        while !self.taken.insert(text.clone()) {
            text.push('_');
        }
        if text != given.id {
            self.tell("ids of stops: signs other than letters, digits, '_', '.' and '-' became '_'");
        }
        let own = if given.time_zone.is_empty() { self.t.time_zone() } else { &given.time_zone };
        let known = Zone::named(own).is_some();
        let zone = if known { own.to_string() } else { String::new() };
        if !known {
            self.tell("stops whose time zone is not in the database stand in UTC");
        }
        if given.point.is_none() {
            self.tell("stops without a point stand at 0, 0");
        }
        let (name, zone) = (self.word(format_args!("{}", given.name)), self.word(format_args!("{zone}")));
        let (id, country) = (self.id(format_args!("{text}")), self.word(format_args!("{NOWHERE}")));
        let (lon, lat) = given.point.map_or((0.0, 0.0), |p| (p.lon.value(), p.lat.value()));
        add(&mut self.c.tables.node, &mut self.c.strings, |r| {
            (r.node_id, r.name, r.country, r.time_zone, r.node_type) = (id, name, country, zone, NodeType::Terminal);
            (r.x_coord, r.y_coord) = (Degrees(lon), Degrees(lat));
        });
        self.nodes.insert(stop, id);
        id
    }
}
