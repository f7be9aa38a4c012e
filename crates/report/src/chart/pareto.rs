//! Ways as dots: time to the right, cost upwards, size = CO2e.

use super::{step, time_mark, time_step};
use crate::format::{escape, hours, number};
use keruen_results::route::Way;
use std::fmt::Write;

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 76.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 44.0;
/// Least and largest radius of a dot.
const DOT: (f64, f64) = (5.0, 16.0);

/// Dots of several series; each has a title that a pointer or a reader finds.
pub fn pareto_svg(title: &str, series: &[(String, &[Way])]) -> String {
    let all: Vec<&Way> = series.iter().flat_map(|(_, w)| w.iter()).collect();
    let most = |f: fn(&Way) -> f64| all.iter().map(|w| f(w)).fold(1e-9, f64::max);
    let (h, cost, co2e) =
        (most(|w| w.totals.hours.p50) * 1.08, most(|w| w.totals.cost.amount) * 1.08, most(|w| w.totals.co2e_kg));
    let x = |v: f64| LEFT + v / h * (WIDTH - LEFT - RIGHT);
    let y = |v: f64| HEIGHT - BOTTOM - v / cost * (HEIGHT - TOP - BOTTOM);
    let mut out = format!("<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">", escape(title));
    let mut mark = 0.0;
    while mark <= cost {
        let _ = write!(
            out,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{2:.1}\" y2=\"{2:.1}\"/><text class=\"tick\" x=\"{1}\" y=\"{3:.1}\" text-anchor=\"end\">{4}</text>",
            WIDTH - RIGHT,
            LEFT - 7.0,
            y(mark),
            y(mark) + 4.0,
            number(mark)
        );
        mark += step(cost, 5.0);
    }
    let by = time_step(h, 7.0);
    let mut mark = 0.0;
    while mark <= h {
        let _ = write!(
            out,
            "<text class=\"tick\" x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x(mark),
            HEIGHT - BOTTOM + 17.0,
            time_mark(mark, h, by)
        );
        mark += by;
    }
    for (i, (name, ways)) in series.iter().enumerate() {
        for w in ways.iter() {
            let r = DOT.0 + (DOT.1 - DOT.0) * (w.totals.co2e_kg / co2e).sqrt();
            let tip = format!(
                "{name}, {}: {} USD, {}, {} kg CO2e",
                w.label,
                number(w.totals.cost.amount),
                hours(w.totals.hours.p50),
                number(w.totals.co2e_kg)
            );
            let _ = write!(
                out,
                "<circle class=\"dot td-{}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{r:.1}\"><title>{}</title></circle>",
                i % 6,
                x(w.totals.hours.p50),
                y(w.totals.cost.amount),
                escape(&tip)
            );
        }
    }
    let _ = write!(
        out,
        "<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">time</text><text class=\"tick\" x=\"{LEFT}\" y=\"12\">USD; area of a dot = CO2e</text>",
        WIDTH - RIGHT,
        HEIGHT - 8.0
    );
    out + "</svg>"
}
