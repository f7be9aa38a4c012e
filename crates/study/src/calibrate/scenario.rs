//! The estimates as a scenario file: the tables stay as they are.

use keruen_results::calibrate::{CalibrateAnswer, Estimate};
use std::fmt::Write;

/// A move smaller than this part of the prior is none.
const NOTHING: f64 = 1e-9;

/// A scenario that sets every parameter that moved; `id` names it.
pub fn scenario_text(a: &CalibrateAnswer, id: &str) -> String {
    let years: Vec<String> = a.years.iter().map(i32::to_string).collect();
    let w = &a.weight;
    let mut out = String::new();
    let _ = write!(
        out,
        "id = {}\nname = {}\nwhy = {}\n",
        quoted(id),
        quoted(&format!("Calibrated on the counters of {}", years.join(", "))),
        quoted(&format!(
            "Generalised least squares on {} observations; {} parameters, of which the data decide {:.1}; squared misses {:.0} before, {:.0} after; {} of {} counters hit when left out.",
            w.observations, w.parameters, w.effective_parameters, w.misfit_before, w.misfit_after, a.left_out_hits, a.open
        ))
    );
    for e in a.estimates.iter().filter(|e| (e.estimate - e.prior).abs() > NOTHING * e.prior.abs()) {
        change(&mut out, e);
    }
    out
}

fn change(out: &mut String, e: &Estimate) {
    let Some((table, rest)) = e.parameter.split_once(':') else { return };
    let Some((row, field)) = rest.rsplit_once('.') else { return };
    let new = match e.old.parse::<f64>() {
        Ok(_) => format!("set = {}", quoted(&e.estimate.to_string())),
        Err(_) => format!("scale = {:?}", e.estimate / e.prior),
    };
    let end = if e.at_end { ", at that end" } else { "" };
    let _ = write!(
        out,
        "\n[[change]]\ntable = {}\nid = {}\nfield = {}\nold = {}\n{new}\nwhy = {}\n",
        quoted(table),
        quoted(row),
        quoted(field),
        quoted(&e.old),
        quoted(&format!("calibrated: from {} within {} to {}{end}", e.prior, e.low, e.high))
    );
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
