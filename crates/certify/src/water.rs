//! Water under a ship, derived again: what each call of a ride leaves of the payload of the ship that goes.
//!
//! A ship that draws more than a call has goes lighter by its tonnes per centimetre. Each ship of the service whose draught is
//! known is tried at each call; the ship that loses the smallest part goes. Water of a region holds in the regions named after
//! it with a hyphen; the last level read on or before the day counts, else the first one after it.

use crate::case::Case;
use crate::deed::{Deed, Ride, What};
use crate::discrepancy::{Check, Findings};
use crate::tolerance::{DISTANCE, QUANTITY};
use keruen_model::{Facility, Mode, Quantity, Vehicle};
use keruen_results::route::Leg;

/// Payload that a ship keeps over a ride.
struct Kept<'c> {
    ship: &'c Vehicle,
    /// The call that takes most.
    at: &'c Facility,
    depth: f64,
    left: f64,
}

/// The leg says what the water takes, and no ship goes where it cannot float.
pub(crate) fn check(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, findings: &mut Findings) {
    let kept = match &deed.what {
        What::Ride(r) => kept(case, r),
        _ => None,
    };
    let says = leg.draught.as_ref();
    let Some(kept) = kept else {
        if let Some(d) = says {
            findings.add(Check::Draught, &leg.name, format_args!("{} t left", d.left_t), "a ship that goes full");
        }
        return;
    };
    if kept.left <= 0.0 {
        findings.add(Check::Draught, &leg.name, "rides", format_args!("too deep for facility:{}", case.id(kept.at.facility_id)));
    }
    let Some(d) = says else {
        findings.add(Check::Draught, &leg.name, "a full ship", format_args!("{} t left", kept.left));
        return;
    };
    findings.same(Check::Draught, "facility", &d.facility, case.id(kept.at.facility_id));
    findings.same(Check::Draught, "vehicle", &d.vehicle, case.words(kept.ship.name));
    findings.close((Check::Draught, DISTANCE), "depth_m", d.depth_m, kept.depth);
    findings.close((Check::Draught, QUANTITY), "left_t", d.left_t, kept.left);
    findings.close((Check::Draught, QUANTITY), "payload_t", d.payload_t, kept.ship.payload.map_or(0.0, Quantity::value));
    let voyages = (case.goods.tonnes / kept.left).ceil().max(1.0);
    findings.close((Check::Draught, QUANTITY), "voyages", d.voyages, voyages);
}

/// `None` where some ship goes full, or nothing is known.
fn kept<'c>(case: &Case<'c>, r: &Ride<'c>) -> Option<Kept<'c>> {
    let t = &case.corridor.tables;
    if r.service.mode != Mode::Sea {
        return None;
    }
    let berths: Vec<(&Facility, f64)> = r.berths.iter().filter_map(|&f| Some((f, depth(case, f)?))).collect();
    let (at, least) = berths.into_iter().reduce(|a, b| if b.1 < a.1 { b } else { a })?;
    let mut best: Option<(f64, Kept<'c>)> = None;
    for fleet in r.service.fleet.iter().filter_map(|&f| t.fleet.find(f)) {
        let Some(ship) = t.vehicle.find(fleet.vehicle_id) else { continue };
        let Some(draws) = ship.draught.map(Quantity::value) else { continue };
        let full = ship.payload.map_or(0.0, Quantity::value);
        let lacks = (draws - least).max(0.0);
        let left = match ship.tonnes_per_cm {
            _ if lacks == 0.0 => return None,
            Some(per_cm) => (full - lacks * 100.0 * per_cm.value()).max(0.0),
            None => 0.0,
        };
        let part = if full > 0.0 { left / full } else { 0.0 };
        if best.as_ref().is_none_or(|b| part > b.0) {
            best = Some((part, Kept { ship, at, depth: least, left }));
        }
    }
    best.map(|b| b.1)
}

fn depth(case: &Case<'_>, f: &Facility) -> Option<f64> {
    let named = f.draught?.value();
    let region = case.words(f.region);
    let rows: Vec<_> = case
        .corridor
        .tables
        .water
        .iter()
        .filter(|w| region == case.words(w.region) || region.starts_with(&format!("{}-", case.words(w.region))))
        .collect();
    let base = rows.iter().find(|w| w.reference).map(|w| w.level.value());
    let mut in_time = rows.clone();
    in_time.sort_by_key(|w| w.date);
    let today = in_time.iter().rev().find(|w| w.date <= case.day).or(in_time.first()).map(|w| w.level.value());
    Some(named + base.zip(today).map_or(0.0, |(base, today)| today - base))
}
