//! How deep a ship may lie at the calls of a ride, and what it leaves ashore for it.
//!
//! ```text
//! depth = facility.draught + level(day) - level(reference)         the shallowest call of the ride
//! left  = vehicle.payload - (vehicle.draught - depth) x 100 x vehicle.tonnes_per_cm
//! ```
//!
//! A level holds until the next one of its region; before the first, the first holds. A region `caspian-east` lies in the water
//! `caspian`. Of the ships of a service whose draught is known, the one that keeps the largest part of its payload goes. A ship
//! that would keep nothing, or of which no tonnes per centimetre are known, cannot call. A call without a facility, or at one
//! whose depth is not known, sets no limit. Tonnes per centimetre are taken as constant, as near the loaded waterline.

use super::index::Index;
use keruen_model::{Facility, Id, Metres, Mode, Node, Quantity, Service, TableKind, Tonnes, Vehicle, Water};

/// A ship that the water at a call makes lighter than full.
#[derive(Clone, Debug, PartialEq)]
pub struct Draught {
    /// Facility with the least water, by position.
    pub facility: u32,
    /// Ship that keeps most of its payload.
    pub vehicle: Id<Vehicle>,
    /// Depth for a keel on the day.
    pub depth: Metres,
    /// Depth that the full ship needs.
    pub wanted: Metres,
    /// Payload of the full ship.
    pub payload: Tonnes,
    /// Payload that is left; 0 where it cannot call.
    pub left: Tonnes,
    /// Parameters it rests on: table, position of the row, field.
    pub rests_on: Vec<(TableKind, usize, &'static str)>,
}

/// What the water takes from a ride of a service between two calls; `None` where every ship goes full, or nothing is known.
pub fn draught(index: &Index<'_>, service: Id<Service>, ends: (Id<Node>, Id<Node>)) -> Option<Draught> {
    let t = &index.corridor.tables;
    let row = t.service.find(service).filter(|s| s.mode == Mode::Sea)?;
    let (facility, depth, levels) = shallowest(index, service, ends)?;
    let at = &t.facility.rows()[facility as usize];
    let ships = row.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter_map(|f| t.vehicle.find(f.vehicle_id));
    let best = ships.filter_map(|v| lightened(v, facility, depth)).reduce(|a, b| if share(&b) > share(&a) { b } else { a })?;
    let v = t.vehicle.position(best.vehicle.sym())?;
    let mut rests_on = vec![(TableKind::Facility, t.facility.position(at.facility_id.sym())?, "draught")];
    rests_on.extend(["draught", "tonnes_per_cm", "payload"].map(|f| (TableKind::Vehicle, v, f)));
    rests_on.extend(levels.into_iter().map(|w| (TableKind::Water, w, "level")));
    (best.depth < best.wanted).then_some(Draught { rests_on, ..best })
}

fn share(d: &Draught) -> f64 {
    if d.depth >= d.wanted { 1.0 } else { d.left.value() / d.payload.value().max(f64::MIN_POSITIVE) }
}

/// `None` where the draught of the ship is not known.
fn lightened(v: &Vehicle, facility: u32, depth: Metres) -> Option<Draught> {
    let wanted = v.draught?;
    let payload = v.payload.unwrap_or_default();
    let lost = v.tonnes_per_cm.map(|t| (wanted.value() - depth.value()).max(0.0) * 100.0 * t.value());
    let left = lost.map_or(0.0, |l| (payload.value() - l).max(0.0));
    Some(Draught { facility, vehicle: v.vehicle_id, depth, wanted, payload, left: Tonnes(left), rests_on: Vec::new() })
}

/// The call with the least water between two calls of a service, the ends included, and the levels that the depth rests on.
fn shallowest(index: &Index<'_>, service: Id<Service>, (from, to): (Id<Node>, Id<Node>)) -> Option<(u32, Metres, Vec<usize>)> {
    let t = &index.corridor.tables;
    let stops = &index.stops_of[t.service.position(service.sym())?];
    let calls_at = |n: Id<Node>| (0..stops.len()).filter(move |&i| index.stop(stops[i]).node_id == n);
    let pairs = calls_at(from).flat_map(|a| calls_at(to).map(move |b| (a.min(b), a.max(b))));
    let (first, last) = pairs.min_by_key(|&(a, b)| b - a)?;
    let depths = stops[first..=last].iter().filter_map(|&s| {
        let f = t.facility.position(index.stop(s).facility_id?.sym())?;
        let (depth, levels) = depth(index, &t.facility.rows()[f])?;
        Some((f as u32, depth, levels))
    });
    depths.reduce(|a, b| if b.1 < a.1 { b } else { a })
}

/// Depth for a keel on the day; `None` where none is given.
fn depth(index: &Index<'_>, f: &Facility) -> Option<(Metres, Vec<usize>)> {
    let t = &index.corridor.tables;
    let given = f.draught?;
    let region = index.corridor.strings.text(f.region);
    let lies_in = |w: &Water| {
        let water = index.corridor.strings.text(w.region);
        region.strip_prefix(water).is_some_and(|rest| !water.is_empty() && (rest.is_empty() || rest.starts_with('-')))
    };
    let mine = || t.water.iter().enumerate().filter(|(_, w)| lies_in(w));
    let now =
        mine().filter(|(_, w)| w.date <= index.day).max_by_key(|(_, w)| w.date).or_else(|| mine().min_by_key(|(_, w)| w.date));
    Some(match (now, mine().find(|(_, w)| w.reference)) {
        (Some((a, now)), Some((b, reference))) => {
            (Metres(given.value() + now.level.value() - reference.level.value()), vec![a, b])
        }
        _ => (given, Vec::new()),
    })
}
