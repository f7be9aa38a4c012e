//! The time-distance chart as SVG.

use super::{profile, step, time_mark, time_step};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::route::{LegKind, Way};
use std::fmt::Write;

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 74.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 44.0;

/// Several ways on one chart; the series look is `td-0`, `td-1` ... of the style sheet.
pub fn time_distance_svg(v: Voice<'_>, title: &str, ways: &[(String, &Way)]) -> String {
    let tops = ways.iter().filter_map(|(_, w)| profile(w).last().copied());
    let (km, h) = tops.fold((1e-9, 1e-9), |(a, b): (f64, f64), (x, y)| (a.max(x), b.max(y)));
    let x = |v: f64| LEFT + v / km * (WIDTH - LEFT - RIGHT);
    let y = |v: f64| HEIGHT - BOTTOM - v / h * (HEIGHT - TOP - BOTTOM);
    let mut out = format!("<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">", escape(title));
    axes(v, &mut out, (km, h), (&x, &y));
    for (i, (name, way)) in ways.iter().enumerate() {
        series(&mut out, (v, i, name), way, (&x, &y));
    }
    out + "</svg>"
}

type Scale<'a> = &'a dyn Fn(f64) -> f64;

fn axes(v: Voice<'_>, out: &mut String, (km, h): (f64, f64), (x, y): (Scale<'_>, Scale<'_>)) {
    let (base, end) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
    let by = time_step(h, 6.0);
    let mut t = 0.0;
    while t <= h * 1.0001 {
        let _ = write!(
            out,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{end}\" y1=\"{0:.1}\" y2=\"{0:.1}\"/><text class=\"tick\" x=\"{1}\" y=\"{2:.1}\" text-anchor=\"end\">{3}</text>",
            y(t),
            LEFT - 7.0,
            y(t) + 4.0,
            time_mark(v, t, h, by)
        );
        t += by;
    }
    let by = step(km, 7.0);
    let mut d = 0.0;
    while d <= km * 1.0001 {
        let _ = write!(
            out,
            "<line class=\"grid\" x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"{TOP}\" y2=\"{base}\"/><text class=\"tick\" x=\"{0:.1}\" y=\"{1}\" text-anchor=\"middle\">{2}</text>",
            x(d),
            base + 17.0,
            v.fixed(d, 0)
        );
        d += by;
    }
    let _ = write!(
        out,
        "<text class=\"tick\" x=\"{end}\" y=\"{}\" text-anchor=\"end\">{}</text>",
        HEIGHT - 8.0,
        escape(&say!(v, "km-from-origin"))
    );
}

fn series(out: &mut String, (v, i, name): (Voice<'_>, usize, &str), way: &Way, (x, y): (Scale<'_>, Scale<'_>)) {
    let points = profile(way);
    let line: Vec<String> = points.iter().map(|(d, t)| format!("{:.1},{:.1}", x(*d), y(*t))).collect();
    let _ = write!(
        out,
        "<polyline class=\"td td-{}\" points=\"{}\"><title>{}</title></polyline>",
        i % 6,
        line.join(" "),
        escape(name)
    );
    for (leg, pair) in way.legs.iter().zip(points.windows(2)) {
        let stands = leg.kind != LegKind::Move && pair[1].1 - pair[0].1 > 0.0;
        if stands {
            let _ = write!(
                out,
                "<line class=\"step td-{}\" x1=\"{2:.1}\" x2=\"{2:.1}\" y1=\"{3:.1}\" y2=\"{4:.1}\"><title>{1}</title></line>",
                i % 6,
                escape(&format!(
                    "{}: {}",
                    say!(v, "at", what = v.phrase(&leg.name), place = v.place(&leg.from)),
                    v.hours(leg.hours)
                )),
                x(pair[0].0),
                y(pair[0].1),
                y(pair[1].1)
            );
        }
    }
}
