//! `agency.txt`, `stops.txt`, `routes.txt`.

use super::{Reader, StopIds};
use crate::error::ReadError;
use crate::geojson::Point;
use crate::gtfs::repair::{BAD_CODE, BAD_COLOUR, BAD_POINT, NO_AGENCY, NO_ID, NO_NAME, NO_PARENT, NO_ZONE, OTHER_ZONE, TWICE};
use crate::gtfs::timetable::{Agency, Route, RouteIx, Stop, StopIx};
use keruen_model::cell::number;
use std::collections::{HashMap, HashSet};

/// Kind of a route whose kind is not known: bus.
pub(super) const BUS: u16 = 3;

/// The zone of a feed that names none.
const UTC: &str = "Etc/UTC";

impl Reader<'_> {
    pub fn agencies(&mut self) -> Result<(), ReadError> {
        const NAMES: &[&str] = &["agency_id", "agency_name", "agency_url", "agency_timezone"];
        self.rows("agency.txt", NAMES, |row, out| {
            let mut agency = Agency {
                id: row.text(0).into(),
                name: row.text(1).into(),
                url: row.text(2).into(),
                time_zone: row.text(3).into(),
            };
            if agency.time_zone.is_empty() {
                row.mend(3, NO_ZONE);
                agency.time_zone = UTC.into();
            }
            if out.agencies.iter().any(|other| other.id == agency.id) {
                return row.mend(0, TWICE);
            }
            if out.agencies.first().is_some_and(|first| first.time_zone != agency.time_zone) {
                row.mend(3, OTHER_ZONE);
                agency.time_zone = out.agencies[0].time_zone.clone();
            }
            out.agencies.push(agency);
        })?;
        if self.out.agencies.is_empty() {
            self.out.agencies.push(Agency { name: "unknown".into(), time_zone: UTC.into(), ..Agency::default() });
        }
        Ok(())
    }

    pub fn stops(&mut self) -> Result<StopIds, ReadError> {
        const NAMES: &[&str] =
            &["stop_id", "stop_name", "stop_lat", "stop_lon", "location_type", "parent_station", "stop_timezone"];
        let mut ids = StopIds::new();
        let mut parents: Vec<(u32, String)> = Vec::new();
        self.rows("stops.txt", NAMES, |row, out| {
            let id = row.text(0).to_string();
            if id.is_empty() || ids.contains_key(&id) {
                return row.mend(0, if id.is_empty() { NO_ID } else { TWICE });
            }
            let kind = row.code(4, 0, BAD_CODE, |kind: u8| kind <= 4);
            let mut name = row.text(1).to_string();
            if name.is_empty() {
                // Nodes and boarding areas need no name.
                if kind <= 2 {
                    row.mend(1, NO_NAME);
                }
                name.clone_from(&id);
            }
            let (lat, lon) = (number(row.text(2)), number(row.text(3)));
            let point = lat.zip(lon).and_then(|(lat, lon)| Point::new(lon, lat));
            if point.is_none() && kind <= 2 {
                row.mend(2, BAD_POINT);
            }
            parents.push((row.line(), row.text(5).to_string()));
            ids.insert(id.clone(), StopIx(out.stops.len() as u32));
            out.stops.push(Stop { id, name, point, kind, parent: None, time_zone: row.text(6).into() });
        })?;
        for (place, (line, parent)) in parents.into_iter().enumerate().filter(|(_, (_, parent))| !parent.is_empty()) {
            let found = ids.get(&parent).copied().filter(|ix| ix.0 as usize != place);
            if found.is_none() {
                self.repairs.row("stops.txt", line, "parent_station", &parent, NO_PARENT);
            }
            self.out.stops[place].parent = found;
        }
        Ok(ids)
    }

    pub fn routes(&mut self) -> Result<HashMap<String, RouteIx>, ReadError> {
        const NAMES: &[&str] =
            &["route_id", "agency_id", "route_short_name", "route_long_name", "route_type", "route_color", "route_text_color"];
        let mut ids = HashMap::new();
        let agencies: HashMap<String, usize> =
            self.out.agencies.iter().enumerate().map(|(place, agency)| (agency.id.clone(), place)).collect();
        self.rows("routes.txt", NAMES, |row, out| {
            let id = row.text(0).to_string();
            if id.is_empty() || ids.contains_key(&id) {
                return row.mend(0, if id.is_empty() { NO_ID } else { TWICE });
            }
            let named = agencies.get(row.text(1)).copied();
            if named.is_none() && !row.text(1).is_empty() {
                row.mend(1, NO_AGENCY);
            }
            // A code is 0 to 12, or extended, 100 to 1702.
            let kind = match row.text(4).is_empty() {
                true => {
                    row.mend(4, BAD_CODE);
                    BUS
                }
                false => row.code(4, BUS, BAD_CODE, |kind: u16| kind <= 12 || (100..=1702).contains(&kind)),
            };
            for colour in [5, 6] {
                let text = row.text(colour);
                if !text.is_empty() && (text.len() != 6 || !text.bytes().all(|b| b.is_ascii_hexdigit())) {
                    row.mend(colour, BAD_COLOUR);
                }
            }
            ids.insert(id.clone(), RouteIx(out.routes.len() as u32));
            let (short_name, long_name) = (row.text(2).into(), row.text(3).into());
            out.routes.push(Route { id, agency: named.unwrap_or(0), short_name, long_name, kind });
        })?;
        Ok(ids)
    }
}

/// Ids seen so far.
#[derive(Default)]
pub(super) struct Seen(HashSet<String>);

impl Seen {
    /// True the first time.
    pub fn first(&mut self, id: &str) -> bool {
        !self.0.contains(id) && self.0.insert(id.to_string())
    }
}
