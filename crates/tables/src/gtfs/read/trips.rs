//! `trips.txt`, and trips sorted into patterns once their times are known.

use super::Reader;
use super::calendars::named;
use super::places::BUS;
use crate::error::ReadError;
use crate::gtfs::days::Days;
use crate::gtfs::repair::{NO_CALENDAR, NO_ROUTE, TWICE};
use crate::gtfs::timetable::{
    Calendar, CalendarIx, Call, Clocked, Frequency, Pattern, PatternIx, Route, RouteIx, ServiceTime, Timetable, Trip,
};
use std::collections::{BTreeMap, HashMap};

/// A trip on its way.
#[derive(Default)]
pub(super) struct Draft {
    pub id: String,
    pub line: u32,
    headsign: String,
    route: u32,
    calendar: u32,
    pub calls: Vec<Call>,
    pub times: Vec<Clocked>,
    pub frequencies: Vec<Frequency>,
}

/// The trips of a feed, and where each stands.
#[derive(Default)]
pub(super) struct Drafts {
    pub all: Vec<Draft>,
    pub ids: HashMap<String, u32>,
}

impl Reader<'_> {
    pub fn trips(
        &mut self,
        routes: &mut HashMap<String, RouteIx>,
        calendars: &HashMap<String, CalendarIx>,
    ) -> Result<Drafts, ReadError> {
        const NAMES: &[&str] = &["trip_id", "route_id", "service_id", "trip_headsign"];
        let mut drafts = Drafts::default();
        // Stands for every calendar that is named and not there.
        let mut never: Option<u32> = None;
        self.rows("trips.txt", NAMES, |row, out| {
            let Some(id) = named(row, 0) else { return };
            if drafts.ids.contains_key(&id) {
                return row.mend(0, TWICE);
            }
            let route = match routes.get(row.text(1)) {
                Some(ix) => ix.0,
                None => {
                    row.mend(1, NO_ROUTE);
                    make_route(row.text(1), routes, out)
                }
            };
            let calendar = match calendars.get(row.text(2)) {
                Some(ix) => ix.0,
                None => {
                    row.mend(2, NO_CALENDAR);
                    *never.get_or_insert_with(|| {
                        out.calendars.push(Calendar { id: "never".into(), days: Days::default() });
                        out.calendars.len() as u32 - 1
                    })
                }
            };
            drafts.ids.insert(id.clone(), drafts.all.len() as u32);
            let (headsign, line) = (row.text(3).into(), row.line());
            drafts.all.push(Draft { id, line, headsign, route, calendar, ..Draft::default() });
        })?;
        Ok(drafts)
    }
}

fn make_route(id: &str, routes: &mut HashMap<String, RouteIx>, out: &mut Timetable) -> u32 {
    let ix = out.routes.len() as u32;
    out.routes.push(Route { id: id.into(), short_name: id.into(), kind: BUS, ..Route::default() });
    routes.insert(id.into(), RouteIx(ix));
    ix
}

impl Drafts {
    /// Sorts the trips into patterns. Trips without calls were left out already.
    pub fn into_patterns(self, out: &mut Timetable) {
        let mut groups: BTreeMap<(u32, Vec<Call>), Vec<Trip>> = BTreeMap::new();
        for draft in self.all.into_iter().filter(|draft| draft.calls.len() >= 2) {
            let trip = Trip {
                id: draft.id,
                headsign: draft.headsign,
                pattern: PatternIx(0),
                calendar: CalendarIx(draft.calendar),
                times: draft.times,
                frequencies: draft.frequencies,
            };
            groups.entry((draft.route, draft.calls)).or_default().push(trip);
        }
        let first = |trip: &Trip| trip.times.first().map_or(ServiceTime(0), |t| t.depart);
        for ((route, calls), mut trips) in groups {
            trips.sort_by(|a, b| first(a).cmp(&first(b)).then_with(|| a.id.cmp(&b.id)));
            let pattern = PatternIx(out.patterns.len() as u32);
            out.patterns.push(Pattern { route: RouteIx(route), calls });
            out.trips.extend(trips.into_iter().map(|trip| Trip { pattern, ..trip }));
        }
    }
}
