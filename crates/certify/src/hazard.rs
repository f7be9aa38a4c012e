//! The chance of hard events on a deed, found again: weather that closes a port or line in the month, work that overruns.

use crate::case::Case;
use crate::deed::{Deed, What};
use keruen_model::{Closure, Dist, Hours, Quantity, Text};

/// Points at which the law of some work is looked at.
const POINTS: u32 = 20_000;

/// Regions of the berths and lines of a deed.
pub(crate) fn regions(case: &Case<'_>, deed: &Deed<'_>) -> Vec<Text> {
    let t = &case.corridor.tables;
    let mut out: Vec<Text> = match &deed.what {
        What::Link(l) => vec![l.region],
        What::Transit(links) | What::Haul(links) => links.iter().map(|l| l.region).collect(),
        What::Ride(r) => {
            let berths = r.stops.iter().filter_map(|s| t.facility.find(s.facility_id?)).map(|f| f.region);
            berths.chain(r.links.iter().map(|l| l.region)).collect()
        }
        What::Work(..) => Vec::new(),
    };
    out.retain(|r| !r.is_empty());
    out
}

pub(crate) fn closure<'c>(case: &Case<'c>, region: Text, month: u8) -> Option<&'c Closure> {
    let mine = case.corridor.tables.closure.iter().filter(|c| c.region == region && c.month == i32::from(month));
    mine.reduce(|a, b| if b.share.value() >= a.share.value() { b } else { a })
}

/// The chance that one of them is closed at a moment of a month, storm by storm: with the storm on, and with it off.
pub(crate) fn closed(case: &Case<'_>, regions: &[Text], month: u8) -> f64 {
    let rows: Vec<&Closure> = regions.iter().filter_map(|&r| closure(case, r, month)).collect();
    let storm_of = |c: &Closure| closure(case, c.within, month).map_or(c.region, |s| s.region);
    let mut open = 1.0;
    for (i, c) in rows.iter().enumerate() {
        let storm = storm_of(c);
        if rows[..i].iter().any(|b| storm_of(b) == storm) {
            continue;
        }
        let on = closure(case, storm, month).map_or(0.0, |s| s.share.value());
        let mut inside: Vec<&Closure> = Vec::new();
        for r in rows.iter().filter(|r| storm_of(r) == storm) {
            if !inside.iter().any(|x| x.region == r.region) {
                inside.push(r);
            }
        }
        let all_open = |is_on: bool| -> f64 { inside.iter().map(|r| 1.0 - given(r, storm, (on, is_on))).product() };
        open *= on * all_open(true) + (1.0 - on) * all_open(false);
    }
    1.0 - open
}

/// The chance that a region is closed while the storm is on or off.
fn given(c: &Closure, storm: Text, (on, is_on): (f64, bool)) -> f64 {
    if c.region == storm {
        return f64::from(u8::from(is_on));
    }
    let inside = c.within_share.map_or(0.0, Quantity::value) * c.share.value();
    let (joint, whole) = if is_on { (inside, on) } else { (c.share.value() - inside, 1.0 - on) };
    if whole > 0.0 { (joint / whole).min(1.0) } else { 0.0 }
}

/// The chance that work takes longer than its median and the time to spare.
pub(crate) fn overrun(deed: &Deed<'_>, slack: i64) -> f64 {
    let What::Work(op, ..) = &deed.what else { return 0.0 };
    let law: Dist<Hours> = op.time;
    if law.variance() == 0.0 {
        return 0.0;
    }
    let deadline = law.quantile(0.5).value() + slack as f64 / 3600.0;
    let late = (0..POINTS).filter(|&i| law.quantile((f64::from(i) + 0.5) / f64::from(POINTS)).value() > deadline).count();
    late as f64 / f64::from(POINTS)
}
