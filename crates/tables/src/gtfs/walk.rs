//! Footpaths between stops that lie close together.
//!
//! Straight lines on the sphere (haversine; Sinnott 1984): what can be said without a street map. Stops are sorted into cells
//! of the reach, so only neighbours are measured.

use super::timetable::{StopIx, Timetable};
use crate::geojson::Point;
use keruen_model::Quantity;
use std::collections::BTreeMap;

/// Mean radius of the Earth in metres (IUGG 1980).
const EARTH: f64 = 6_371_008.8;

/// Walking speed in metres a second: about 5 km/h, the usual value of journey planners.
pub const SPEED: f64 = 1.4;

/// A way on foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footpath {
    /// Start.
    pub from: StopIx,
    /// End.
    pub to: StopIx,
    /// Seconds, rounded up.
    pub seconds: u32,
}

/// Footpaths in both directions between stops (not stations and entrances) that lie within `reach` metres, by start and end.
pub fn footpaths(timetable: &Timetable, reach: f64) -> Vec<Footpath> {
    let mut found = Vec::new();
    if !(reach > 0.0 && reach < EARTH) {
        return found;
    }
    let points: Vec<(u32, f64, f64)> = (0_u32..)
        .zip(&timetable.stops)
        .filter(|(_, stop)| stop.kind == 0)
        .filter_map(|(ix, stop)| stop.point.map(|p| radians(&p)).map(|(lat, lon)| (ix, lat, lon)))
        .collect();
    let height = reach / EARTH;
    let row = |lat: f64| (lat / height).floor() as i64;
    let mut rows: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (place, point) in points.iter().enumerate() {
        rows.entry(row(point.1)).or_default().push(place);
    }
    rows.values_mut().for_each(|places| places.sort_by(|a, b| points[*a].2.total_cmp(&points[*b].2)));
    for &(from, lat, lon) in &points {
        for places in rows.range(row(lat) - 1..=row(lat) + 1).map(|(_, places)| places) {
            let width = half_width(lat, height);
            let first = places.partition_point(|&p| points[p].2 < lon - width);
            for &(to, lat2, lon2) in places[first..].iter().map(|&p| &points[p]).take_while(|p| p.2 <= lon + width) {
                let metres = distance((lat, lon), (lat2, lon2));
                if to != from && metres <= reach {
                    found.push(Footpath { from: StopIx(from), to: StopIx(to), seconds: (metres / SPEED).ceil() as u32 });
                }
            }
        }
    }
    found.sort_unstable_by_key(|path| (path.from, path.to));
    found
}

/// Radians of longitude that the reach can span at a latitude.
fn half_width(lat: f64, height: f64) -> f64 {
    let cos = (lat.abs() + height).cos();
    if cos <= height { std::f64::consts::TAU } else { 1.01 * height / cos }
}

/// Latitude and longitude in radians.
pub(super) fn radians(point: &Point) -> (f64, f64) {
    (point.lat.value().to_radians(), point.lon.value().to_radians())
}

/// Metres between two points in radians.
pub(super) fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let h = ((b.0 - a.0) / 2.0).sin().powi(2) + a.0.cos() * b.0.cos() * ((b.1 - a.1) / 2.0).sin().powi(2);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gtfs::timetable::Stop;

    /// ```text
    ///   0 . . 445 m . . 1            on the equator 0.004 degrees are 444.8 m; 2 lies 1.1 km off, 3 is a station
    /// ```
    #[test]
    fn only_stops_within_reach_are_joined() {
        let stop = |lon: f64, kind| Stop { point: Point::new(lon, 0.0), kind, ..Stop::default() };
        let stops = vec![stop(10.0, 0), stop(10.004, 0), stop(10.014, 0), stop(10.001, 1), Stop::default()];
        let timetable = Timetable { stops, ..Timetable::default() };
        let path = |from, to| Footpath { from: StopIx(from), to: StopIx(to), seconds: 318 };
        assert_eq!(footpaths(&timetable, 500.0), [path(0, 1), path(1, 0)]);
        assert!(footpaths(&timetable, 400.0).is_empty() && footpaths(&timetable, f64::NAN).is_empty());
    }
}
