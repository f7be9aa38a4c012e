//! Ways as dots: time to the right, cost upwards, size = CO2e.

use super::{step, time_mark, time_step};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
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
pub fn pareto_svg(v: Voice<'_>, title: &str, series: &[(String, &[Way])]) -> String {
    let axes = Axes::new(series);
    let mut out = format!("<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">", escape(title));
    axes.cost_marks(v, &mut out);
    axes.time_marks(v, &mut out);
    for (i, (name, ways)) in series.iter().enumerate() {
        for w in ways.iter() {
            axes.dot(&mut out, (v, i, name), w);
        }
    }
    let _ = write!(
        out,
        "<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text><text class=\"tick\" x=\"{LEFT}\" y=\"12\">{}</text>",
        WIDTH - RIGHT,
        HEIGHT - 8.0,
        escape(&say!(v, "head-time")),
        escape(&say!(v, "dot-area"))
    );
    out + "</svg>"
}

/// The upper ends: hours, cost, CO2e.
struct Axes {
    hours: f64,
    cost: f64,
    co2e: f64,
}

impl Axes {
    fn new(series: &[(String, &[Way])]) -> Axes {
        let most = |f: fn(&Way) -> f64| series.iter().flat_map(|(_, w)| w.iter()).map(f).fold(1e-9, f64::max);
        Axes {
            hours: most(|w| w.totals.hours.p50) * 1.08,
            cost: most(|w| w.totals.cost.amount) * 1.08,
            co2e: most(|w| w.totals.co2e_kg),
        }
    }

    fn x(&self, hours: f64) -> f64 {
        LEFT + hours / self.hours * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, cost: f64) -> f64 {
        HEIGHT - BOTTOM - cost / self.cost * (HEIGHT - TOP - BOTTOM)
    }

    fn cost_marks(&self, v: Voice<'_>, out: &mut String) {
        let mut mark = 0.0;
        while mark <= self.cost {
            let _ = write!(
                out,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{2:.1}\" y2=\"{2:.1}\"/><text class=\"tick\" x=\"{1}\" y=\"{3:.1}\" text-anchor=\"end\">{4}</text>",
                WIDTH - RIGHT,
                LEFT - 7.0,
                self.y(mark),
                self.y(mark) + 4.0,
                v.number(mark)
            );
            mark += step(self.cost, 5.0);
        }
    }

    fn time_marks(&self, v: Voice<'_>, out: &mut String) {
        let by = time_step(self.hours, 7.0);
        let mut mark = 0.0;
        while mark <= self.hours {
            let _ = write!(
                out,
                "<text class=\"tick\" x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                self.x(mark),
                HEIGHT - BOTTOM + 17.0,
                time_mark(v, mark, self.hours, by)
            );
            mark += by;
        }
    }

    fn dot(&self, out: &mut String, (v, series, name): (Voice<'_>, usize, &str), w: &Way) {
        let r = DOT.0 + (DOT.1 - DOT.0) * (w.totals.co2e_kg / self.co2e).sqrt();
        let of = if name.is_empty() { String::new() } else { format!("{name}, ") };
        let tip = say!(
            v,
            "dot-tip",
            way = format!("{of}{}", v.phrase(&w.label)),
            usd = v.number(w.totals.cost.amount),
            time = v.hours(w.totals.hours.p50),
            kg = v.number(w.totals.co2e_kg)
        );
        let _ = write!(
            out,
            "<circle class=\"dot td-{}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{r:.1}\"><title>{}</title></circle>",
            series % 6,
            self.x(w.totals.hours.p50),
            self.y(w.totals.cost.amount),
            escape(&tip)
        );
    }
}
