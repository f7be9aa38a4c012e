//! A public timetable as a value.

use super::days::Days;
use crate::geojson::Point;
use std::fmt;

/// A stop, counted from 0 as in [`Timetable::stops`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StopIx(pub u32);

/// A route, counted from 0 as in [`Timetable::routes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RouteIx(pub u32);

/// A calendar, counted from 0 as in [`Timetable::calendars`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarIx(pub u32);

/// A pattern, counted from 0 as in [`Timetable::patterns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternIx(pub u32);

/// Seconds after noon less 12 hours of the service day; may pass 24:00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceTime(pub u32);

/// Stops, routes, calendars, and trips by pattern.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timetable {
    /// Who runs it.
    pub agencies: Vec<Agency>,
    /// Places, stations and entrances included.
    pub stops: Vec<Stop>,
    /// Lines.
    pub routes: Vec<Route>,
    /// Days on which trips run.
    pub calendars: Vec<Calendar>,
    /// What trips call at.
    pub patterns: Vec<Pattern>,
    /// By pattern, then by first departure, then by id.
    pub trips: Vec<Trip>,
    /// What is said about changing.
    pub transfers: Vec<Transfer>,
}

/// Who runs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agency {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Web address; GTFS demands one.
    pub url: String,
    /// IANA time zone of all times.
    pub time_zone: String,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where, if known.
    pub point: Option<Point>,
    /// 0 stop or platform, 1 station, 2 entrance, 3 node, 4 boarding area.
    pub kind: u8,
    /// The station it belongs to.
    pub parent: Option<StopIx>,
    /// IANA time zone of the place, for showing local times; empty = that of the agency.
    pub time_zone: String,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Stable name.
    pub id: String,
    /// Place in the list of agencies.
    pub agency: usize,
    /// Short name.
    pub short_name: String,
    /// Long name.
    pub long_name: String,
    /// Code of GTFS: 0 tram, 1 metro, 2 rail, 3 bus, 4 ferry, 1100 air, 1000 water ...
    pub kind: u16,
}

/// Days on which trips run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Stable name.
    pub id: String,
    /// The days.
    pub days: Days,
}

/// What the trips of a route call at, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Route.
    pub route: RouteIx,
    /// Calls.
    pub calls: Vec<Call>,
}

/// A call of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Call {
    /// Where.
    pub stop: StopIx,
    /// May be boarded (also by arrangement).
    pub board: bool,
    /// May be left (also by arrangement).
    pub alight: bool,
}

/// Something that runs once a day, or again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// Stable name.
    pub id: String,
    /// What it says on the front.
    pub headsign: String,
    /// What it calls at.
    pub pattern: PatternIx,
    /// When.
    pub calendar: CalendarIx,
    /// Times by call.
    pub times: Vec<Clocked>,
    /// Where it has any, its times only say how long it takes; it runs every so often instead.
    pub frequencies: Vec<Frequency>,
}

/// Times of one call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clocked {
    /// In.
    pub arrive: ServiceTime,
    /// Out.
    pub depart: ServiceTime,
}

/// A trip repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// From.
    pub from: ServiceTime,
    /// To, not included.
    pub to: ServiceTime,
    /// Seconds between departures.
    pub headway: u32,
    /// It leaves at `from` and then every headway to the second; else only about so often.
    pub exact: bool,
}

/// What is said about changing from one stop to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// From.
    pub from: StopIx,
    /// To.
    pub to: StopIx,
    /// 0 recommended, 1 the other waits, 2 takes `least` seconds, 3 impossible.
    pub kind: u8,
    /// Seconds.
    pub least: Option<u32>,
}

impl Timetable {
    /// The time zone of all times.
    pub fn time_zone(&self) -> &str {
        self.agencies.first().map_or("Etc/UTC", |a| &a.time_zone)
    }

    /// The pattern of a trip.
    pub fn pattern_of(&self, trip: &Trip) -> &Pattern {
        &self.patterns[trip.pattern.0 as usize]
    }

    /// The days of a trip.
    pub fn days_of(&self, trip: &Trip) -> &Days {
        &self.calendars[trip.calendar.0 as usize].days
    }
}

impl ServiceTime {
    /// Reads `HH:MM:SS` or `H:MM:SS`; hours may have three digits.
    pub fn parse(text: &str) -> Option<ServiceTime> {
        let mut parts = text.split(':');
        let mut part = |digits: std::ops::RangeInclusive<usize>| {
            let p = parts.next()?;
            let fine = digits.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit());
            fine.then(|| p.parse::<u32>().ok())?
        };
        let (h, m, s) = (part(1..=3)?, part(2..=2)?, part(2..=2)?);
        (parts.next().is_none() && m < 60 && s < 60).then_some(ServiceTime(h * 3600 + m * 60 + s))
    }
}

impl fmt::Display for ServiceTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_may_pass_midnight() {
        for (text, seconds) in [("8:05:09", 29_109), ("25:00:00", 90_000), ("100:00:01", 360_001)] {
            assert_eq!(ServiceTime::parse(text), Some(ServiceTime(seconds)), "{text}");
        }
        assert_eq!(ServiceTime(90_061).to_string(), "25:01:01");
        for bad in ["", "8:05", "8:5:09", "08:60:00", "-1:00:00", "08:00:00:00", "a:00:00", "1000:00:00"] {
            assert_eq!(ServiceTime::parse(bad), None, "{bad}");
        }
    }
}
