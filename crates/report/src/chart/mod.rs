//! Charts: the time-distance chart that this field reads (slope = moving, step = border or port; UNESCAP time/cost-distance
//! method, 2004), and the Pareto chart of cost against time.

mod acceptability;
mod pareto;
mod simulated;
mod terminal;
mod time_distance;

pub use acceptability::acceptability_svg;
pub use pareto::pareto_svg;
pub(crate) use simulated::months_of;
pub use simulated::{fan_svg, queue_svg, storms_svg};
pub use terminal::time_distance_text;
pub use time_distance::time_distance_svg;

use crate::language::Voice;
use keruen_results::route::Way;

/// Distance and hours at the end of each leg, from (0, 0).
pub(crate) fn profile(way: &Way) -> Vec<(f64, f64)> {
    let mut at = (0.0, 0.0);
    let mut out = vec![at];
    for leg in &way.legs {
        at = (at.0 + leg.distance_km, at.1 + leg.hours);
        out.push(at);
    }
    out
}

/// A round step that gives about `wanted` marks up to `top`.
pub(crate) fn step(top: f64, wanted: f64) -> f64 {
    let raw = (top / wanted).max(1e-12);
    let power = 10f64.powf(raw.log10().floor());
    let lead = raw / power;
    power
        * if lead < 1.5 {
            1.0
        } else if lead < 3.5 {
            2.0
        } else if lead < 7.5 {
            5.0
        } else {
            10.0
        }
}

/// A mark on an axis of time: days for long spans (with a decimal where marks lie closer than a day), else hours.
pub(crate) fn time_mark(v: Voice<'_>, at: f64, span: f64, by: f64) -> String {
    match (span > 48.0, by < 23.9) {
        (true, true) => v.days(at / 24.0, 1),
        (true, false) => v.days(at / 24.0, 0),
        _ => v.hours(at),
    }
}

/// A round step of time for about `wanted` marks up to `top` hours: whole parts of a day for long spans.
pub(crate) fn time_step(top: f64, wanted: f64) -> f64 {
    if top > 48.0 { step(top / 24.0, wanted) * 24.0 } else { step(top, wanted) }
}
