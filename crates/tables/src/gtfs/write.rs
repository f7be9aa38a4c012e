//! A timetable as the files of a valid feed.

use super::timetable::{Calendar, Timetable};
use crate::csv::push_cell;
use crate::error::WriteError;
use crate::write::stage_files;
use keruen_model::{Date, Quantity};
use std::path::Path;

/// Writes a feed into a folder, new or there before; other files in it stay.
///
/// Errors: the system refuses; nothing is changed then.
pub fn write_gtfs(timetable: &Timetable, path: &Path) -> Result<(), WriteError> {
    stage_files(path, &gtfs_files(timetable))
}

/// The same files in memory, by name.
pub fn gtfs_files(timetable: &Timetable) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("agency.txt", agencies(timetable)),
        ("stops.txt", stops(timetable)),
        ("routes.txt", routes(timetable)),
        ("trips.txt", trips(timetable)),
        ("stop_times.txt", times(timetable)),
    ];
    let (weeks, exceptions) = calendars(timetable);
    files.push(("calendar.txt", weeks));
    files.push(("calendar_dates.txt", exceptions));
    if timetable.trips.iter().any(|trip| !trip.frequencies.is_empty()) {
        files.push(("frequencies.txt", frequencies(timetable)));
    }
    if !timetable.transfers.is_empty() {
        files.push(("transfers.txt", transfers(timetable)));
    }
    files.into_iter().map(|(name, sheet)| (name.to_string(), sheet.0.into_bytes())).collect()
}

/// Rows of a file.
pub(super) struct Sheet(pub String);

impl Sheet {
    pub fn new(heading: &str) -> Sheet {
        Sheet(format!("{heading}\n"))
    }

    pub fn row(&mut self, cells: &[&str]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            push_cell(&mut self.0, cell);
        }
        self.0.push('\n');
    }
}

fn agencies(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("agency_id,agency_name,agency_url,agency_timezone");
    for agency in &timetable.agencies {
        sheet.row(&[&agency.id, &agency.name, &agency.url, &agency.time_zone]);
    }
    sheet
}

fn stops(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,stop_timezone");
    for stop in &timetable.stops {
        let degrees = |value: Option<f64>| value.map_or(String::new(), |v| v.to_string());
        let (lat, lon) = (degrees(stop.point.map(|p| p.lat.value())), degrees(stop.point.map(|p| p.lon.value())));
        let parent = stop.parent.map_or("", |ix| &timetable.stops[ix.0 as usize].id);
        sheet.row(&[&stop.id, &stop.name, &lat, &lon, &stop.kind.to_string(), parent, &stop.time_zone]);
    }
    sheet
}

fn routes(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("route_id,agency_id,route_short_name,route_long_name,route_type");
    for route in &timetable.routes {
        let agency = timetable.agencies.get(route.agency).map_or("", |a| &a.id);
        // GTFS demands one of the names.
        let short = if route.short_name.is_empty() && route.long_name.is_empty() { &route.id } else { &route.short_name };
        sheet.row(&[&route.id, agency, short, &route.long_name, &route.kind.to_string()]);
    }
    sheet
}

fn trips(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("route_id,service_id,trip_id,trip_headsign");
    for trip in &timetable.trips {
        let route = &timetable.routes[timetable.pattern_of(trip).route.0 as usize].id;
        sheet.row(&[route, &timetable.calendars[trip.calendar.0 as usize].id, &trip.id, &trip.headsign]);
    }
    sheet
}

fn times(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type");
    let not = |allowed: bool| if allowed { "0" } else { "1" };
    for trip in &timetable.trips {
        for (i, (call, time)) in timetable.pattern_of(trip).calls.iter().zip(&trip.times).enumerate() {
            let (arrive, depart) = (time.arrive.to_string(), time.depart.to_string());
            let stop = &timetable.stops[call.stop.0 as usize].id;
            sheet.row(&[&trip.id, &arrive, &depart, stop, &(i + 1).to_string(), not(call.board), not(call.alight)]);
        }
    }
    sheet
}

/// Weeks, and the days on which they do not hold.
fn calendars(timetable: &Timetable) -> (Sheet, Sheet) {
    let mut weeks = Sheet::new("service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date");
    let mut exceptions = Sheet::new("service_id,date,exception_type");
    for calendar in &timetable.calendars {
        write_calendar(calendar, &mut weeks, &mut exceptions);
    }
    (weeks, exceptions)
}

fn write_calendar(calendar: &Calendar, weeks: &mut Sheet, exceptions: &mut Sheet) {
    let plain = |day: Date| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    let weekdays = calendar.days.weekdays();
    let Some((from, to)) = calendar.days.span() else { return never(calendar, weeks) };
    let mut cells = vec![calendar.id.clone()];
    cells.extend(weekdays.iter().map(|on| u8::from(*on).to_string()));
    cells.extend([plain(from), plain(to)]);
    weeks.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    for day in (0..=from.days_until(to)).map(|d| from.plus_days(d)) {
        let (by_week, runs) = (weekdays[day.weekday() as usize], calendar.days.contains(day));
        if by_week != runs {
            exceptions.row(&[&calendar.id, &plain(day), if runs { "1" } else { "2" }]);
        }
    }
}

/// A calendar without a day: a week without one.
fn never(calendar: &Calendar, weeks: &mut Sheet) {
    weeks.row(&[&calendar.id, "0", "0", "0", "0", "0", "0", "0", "20000101", "20000101"]);
}

fn frequencies(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("trip_id,start_time,end_time,headway_secs,exact_times");
    for trip in &timetable.trips {
        for f in &trip.frequencies {
            let exact = u8::from(f.exact).to_string();
            sheet.row(&[&trip.id, &f.from.to_string(), &f.to.to_string(), &f.headway.to_string(), &exact]);
        }
    }
    sheet
}

fn transfers(timetable: &Timetable) -> Sheet {
    let mut sheet = Sheet::new("from_stop_id,to_stop_id,transfer_type,min_transfer_time");
    for t in &timetable.transfers {
        let (from, to) = (&timetable.stops[t.from.0 as usize].id, &timetable.stops[t.to.0 as usize].id);
        sheet.row(&[from, to, &t.kind.to_string(), &t.least.map_or(String::new(), |s| s.to_string())]);
    }
    sheet
}
