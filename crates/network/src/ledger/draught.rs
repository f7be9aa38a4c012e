//! What a ship may carry at the water of a period.
//!
//! ```text
//! depth   = draught of the facility + level of the sea on the day - reference level of its region
//! payload = payload of the ship - tonnes a centimetre x centimetres that lack at the shallowest call, never below 0
//! ```

use keruen_model::{Corridor, Date, Facility, Id, Quantity, Tonnes, Vehicle};

/// Payload at the shallowest of the calls on a day; `None` where the ship has no payload.
pub(super) fn payload(corridor: &Corridor, ship: &Vehicle, calls: &[Id<Facility>], day: Date) -> Option<Tonnes> {
    let full = ship.payload?.value();
    let Some((draught, per_cm)) = ship.draught.zip(ship.tonnes_per_cm) else { return Some(Tonnes(full)) };
    let depth = calls.iter().filter_map(|&f| depth(corridor, f, day)).fold(f64::INFINITY, f64::min);
    let lacks = (draught.value() - depth).max(0.0) * 100.0;
    Some(Tonnes((full - per_cm.value() * lacks).max(0.0)))
}

/// Depth of water at a facility on a day; `None` where it is not told.
fn depth(corridor: &Corridor, facility: Id<Facility>, day: Date) -> Option<f64> {
    let f = corridor.tables.facility.find(facility)?;
    let at_reference = f.draught?.value();
    let region = corridor.text(f.region.0);
    // A weather region lies in the water region that begins its name: caspian-east in caspian.
    let in_water = |water: &str| region == water || region.strip_prefix(water).is_some_and(|rest| rest.starts_with('-'));
    let rows = || corridor.tables.water.iter().filter(|w| in_water(corridor.text(w.region.0)));
    let reference = rows().find(|w| w.reference).map(|w| w.level.value());
    let now = rows().filter(|w| w.date <= day).max_by_key(|w| w.date).map(|w| w.level.value());
    Some(at_reference + reference.zip(now).map_or(0.0, |(r, n)| n - r))
}
