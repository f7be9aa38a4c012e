//! Charts of a simulation: fans of transit times, queues over time with their band, a calendar of storms.

use super::{step, time_mark, time_step};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::simulate::{Mark, Queue, Storm};
use std::fmt::Write;

const WIDTH: f64 = 860.0;
const LEFT: f64 = 76.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 40.0;
const HEIGHT: f64 = 280.0;
/// Height of a region in the calendar.
const ROW: f64 = 22.0;
/// Hours of a week and a day.
const WEEK: f64 = 168.0;
const DAY: f64 = 24.0;

/// A plane with marks on its axes.
struct Plane {
    out: String,
    x: f64,
    y: f64,
    height: f64,
}

impl Plane {
    fn new(title: &str, (x, y): (f64, f64), height: f64) -> Plane {
        let label = escape(title);
        let out = format!(
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title>"
        );
        Plane { out, x: x.max(1e-9), y: y.max(1e-9), height }
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let right = LEFT + x / self.x * (WIDTH - LEFT - RIGHT);
        (right, self.height - BOTTOM - y / self.y * (self.height - TOP - BOTTOM))
    }

    fn tick(&mut self, (x, y): (f64, f64), anchor: &str, text: &str) {
        let _ =
            write!(self.out, "<text class=\"tick\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>", escape(text));
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let ((a, b), (c, d)) = (from, to);
        let _ = write!(self.out, "<line class=\"grid\" x1=\"{a:.1}\" y1=\"{b:.1}\" x2=\"{c:.1}\" y2=\"{d:.1}\"/>");
    }

    /// Marks upwards, by number.
    fn upwards(&mut self, v: Voice<'_>) {
        let by = step(self.y, 5.0);
        let mut y = 0.0;
        while y <= self.y {
            let (left, height) = self.at((0.0, y));
            self.line((left, height), (WIDTH - RIGHT, height));
            self.tick((left - 6.0, height + 4.0), "end", &v.number(y));
            y += by;
        }
    }

    /// Marks to the right, in months of 30.4 days from the first day.
    fn months(&mut self, v: Voice<'_>, count: usize) {
        for m in 0..=count {
            let (x, _) = self.at((m as f64 * self.x / count.max(1) as f64, 0.0));
            if m < count {
                self.tick((x + 4.0, self.height - BOTTOM + 16.0), "start", &format!("{}", m + 1));
            }
        }
        self.tick((WIDTH - RIGHT, self.height - 6.0), "end", &say!(v, "simulate-month"));
    }

    fn path(&mut self, points: &[(f64, f64)], style: &str) {
        let all: Vec<String> = points.iter().map(|&p| self.at(p)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = write!(self.out, "<path {style} d=\"M{}\"/>", all.join(" L"));
    }

    /// A band between two courses, and a line in it.
    fn band(&mut self, low: &[(f64, f64)], high: &[(f64, f64)], middle: &[(f64, f64)]) {
        let around: Vec<(f64, f64)> = high.iter().chain(low.iter().rev()).copied().collect();
        self.path(&around, "fill=\"currentColor\" fill-opacity=\"0.18\" stroke=\"none\"");
        self.path(middle, "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"");
    }

    fn end(self) -> String {
        self.out + "</svg>"
    }
}

/// Distance to the right, hours upwards: half of the lots, and the band of eight in ten.
pub fn fan_svg(v: Voice<'_>, title: &str, marks: &[Mark]) -> String {
    let most = |f: fn(&Mark) -> f64| marks.iter().map(f).fold(0.0, f64::max);
    let mut p = Plane::new(title, (most(|m| m.km), most(|m| m.p90) * 1.05), HEIGHT);
    let by = time_step(p.y, 5.0);
    let mut hours = 0.0;
    while hours <= p.y {
        let (left, y) = p.at((0.0, hours));
        p.line((left, y), (WIDTH - RIGHT, y));
        p.tick((left - 6.0, y + 4.0), "end", &time_mark(v, hours, p.y, by));
        hours += by;
    }
    let course = |f: fn(&Mark) -> f64| -> Vec<(f64, f64)> {
        std::iter::once((0.0, 0.0)).chain(marks.iter().map(|m| (m.km, f(m)))).collect()
    };
    p.band(&course(|m| m.p10), &course(|m| m.p90), &course(|m| m.p50));
    for m in marks {
        let (x, y) = p.at((m.km, m.p50));
        let (place, deed) = m.place.split_once(' ').unwrap_or((&m.place, "arrived"));
        let deed = match deed {
            "ready" => say!(v, "chart-ready"),
            "aboard" => say!(v, "chart-aboard"),
            "ashore" => say!(v, "chart-ashore"),
            _ => say!(v, "chart-arrived"),
        };
        let said = say!(
            v,
            "chart-fan-mark",
            place = v.titled("node", place),
            deed = deed,
            km = v.number(m.km),
            days = days(v, m.p50),
            low = days(v, m.p10),
            high = days(v, m.p90)
        );
        let _ = write!(
            p.out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"currentColor\"><title>{}</title></circle>",
            escape(&said)
        );
    }
    let km = say!(v, "km", n = v.number(p.x));
    p.tick((WIDTH - RIGHT, HEIGHT - 6.0), "end", &km);
    p.end()
}

fn days(v: Voice<'_>, hours: f64) -> String {
    v.days(hours / DAY, 1)
}

/// Pieces that wait, by week: mean, and the band of nine replications in ten.
pub fn queue_svg(v: Voice<'_>, title: &str, q: &Queue, months: usize) -> String {
    let weeks = q.by_week.len() as f64;
    let most = q.high_by_week.iter().copied().fold(0.0, f64::max) * 1.05;
    let mut p = Plane::new(title, (weeks, most.max(1.0)), HEIGHT);
    p.upwards(v);
    p.months(v, months);
    let course = |x: &[f64]| -> Vec<(f64, f64)> { x.iter().enumerate().map(|(w, &y)| (w as f64 + 0.5, y)).collect() };
    p.band(&course(&q.low_by_week), &course(&q.high_by_week), &course(&q.by_week));
    p.end()
}

/// Closed spells of each region in the first replication.
pub fn storms_svg(v: Voice<'_>, title: &str, storms: &[Storm], (hours, months): (f64, usize)) -> String {
    let mut regions: Vec<&str> = storms.iter().map(|s| s.region.as_str()).collect();
    regions.dedup();
    let height = TOP + BOTTOM + ROW * regions.len() as f64;
    let mut p = Plane::new(title, (hours, regions.len() as f64), height);
    p.months(v, months);
    for (i, region) in regions.iter().enumerate() {
        let (x, y) = p.at((0.0, (regions.len() - i) as f64));
        p.line((x, y + ROW), (WIDTH - RIGHT, y + ROW));
        let called = v.phrase(region);
        p.tick((LEFT, y + 11.0), "start", &called);
        for s in storms.iter().filter(|s| s.region == *region) {
            let (from, to) = (p.at((s.from_hours, 0.0)).0, p.at((s.to_hours, 0.0)).0);
            let (closed, day) = (days(v, s.to_hours - s.from_hours), v.fixed(s.from_hours / DAY + 1.0, 0));
            let said = say!(v, "simulate-closed", region = called.as_str(), days = closed, day = day);
            let _ = write!(
                p.out,
                "<rect x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"7\" fill=\"currentColor\"><title>{}</title></rect>",
                y + 13.0,
                (to - from).max(0.8),
                escape(&said)
            );
        }
    }
    p.end()
}

/// Months of a run of so many weeks.
pub(crate) fn months_of(weeks: usize) -> usize {
    const DAYS_OF_A_MONTH: f64 = 30.44;
    ((weeks as f64 * WEEK / DAY / DAYS_OF_A_MONTH).round() as usize).max(1)
}
