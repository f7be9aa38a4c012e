//! The figures of a study that a reader takes away: of each variant the least cost, the least hours and the least CO2e.

use keruen_results::route::{RouteAnswer, Way};

/// Names of the three headlines of a variant.
pub(crate) const MEASURES: [&str; 3] = ["cost", "hours", "CO2e"];

/// The three headlines; `None` where there is no way.
pub(crate) fn of(answer: &RouteAnswer) -> Option<[f64; 3]> {
    let least = |f: fn(&Way) -> f64| answer.ways.iter().map(f).min_by(f64::total_cmp);
    Some([least(|w| w.totals.cost.amount)?, least(|w| w.totals.hours.p50)?, least(|w| w.totals.co2e_kg)?])
}

/// Relative changes from one set of headlines to another, in per cent; a way that came or went counts as 100.
pub(crate) fn change(base: Option<[f64; 3]>, other: Option<[f64; 3]>) -> [f64; 3] {
    match (base, other) {
        (Some(a), Some(b)) => std::array::from_fn(|i| if a[i].abs() > 1e-12 { (b[i] - a[i]) / a[i] * 100.0 } else { 0.0 }),
        (None, None) => [0.0; 3],
        _ => [100.0; 3],
    }
}
