//! How long weather closes the ports of a line.

use super::Period;
use keruen_model::{Closure, Corridor, Facility, Id, Quantity, Sym};

/// Share of the period in which any of these facilities is closed. The closures of a region that lie `within` those of another
/// coincide with them for the stated share, and are independent of everything else.
pub(super) fn closed_share(corridor: &Corridor, period: Period, facilities: &[Id<Facility>]) -> f64 {
    let mut regions: Vec<Sym> = Vec::new();
    for r in facilities.iter().filter_map(|&f| corridor.tables.facility.find(f)).map(|f| f.region.0) {
        if !corridor.text(r).is_empty() && !regions.contains(&r) {
            regions.push(r);
        }
    }
    let days: f64 = period.months().iter().map(|&m| closed_in_month(corridor, m, &regions) * m.days()).sum();
    days / period.days()
}

/// One region in one month.
struct Closed {
    region: Sym,
    share: f64,
    /// The region inside whose closures these fall, and the share of them that do.
    within: Option<(Sym, f64)>,
}

/// The union over regions: the closures of each that are not inside those of another one are added.
fn closed_in_month(corridor: &Corridor, month: Period, regions: &[Sym]) -> f64 {
    let all: Vec<Closed> = regions.iter().map(|&r| of_region(corridor, month, r)).collect();
    let outside = |c: &Closed| match c.within {
        Some((outer, part)) if outer != c.region && regions.contains(&outer) => 1.0 - part,
        _ => 1.0,
    };
    1.0 - all.iter().map(|c| 1.0 - c.share * outside(c)).product::<f64>()
}

fn of_region(corridor: &Corridor, month: Period, region: Sym) -> Closed {
    let holds = |c: &&Closure| c.region.0 == region && c.month == i32::from(month.first.month());
    let rows = || corridor.tables.closure.iter().filter(holds);
    let part = |c: &Closure| month.share_within(c.valid_from, c.valid_to);
    let share: f64 = rows().map(|c| c.share.value() * part(c)).sum();
    let within = rows()
        .find(|c| part(c) > 0.0 && !corridor.text(c.within.0).is_empty())
        .map(|c| (c.within.0, c.within_share.map_or(0.0, Quantity::value)));
    Closed { region, share: share.min(1.0), within }
}
