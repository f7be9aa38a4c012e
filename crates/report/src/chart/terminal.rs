//! The time-distance chart in characters.

use super::profile;
use crate::language::Voice;
use crate::say;
use keruen_results::route::{LegKind, Way};

/// Rows of the chart.
const ROWS: usize = 14;

/// Distance to the right, time upwards: `/` moving, `|` standing (handling, border, wait).
pub fn time_distance_text(v: Voice<'_>, way: &Way, width: usize) -> String {
    let points = profile(way);
    let (km, h) = points.last().copied().unwrap_or_default();
    if h <= 0.0 {
        return String::new();
    }
    let columns = width.saturating_sub(12).clamp(20, 100);
    let mut grid = vec![vec![' '; columns + 1]; ROWS + 1];
    let column = |x: f64| ((x / km.max(1e-9)) * columns as f64).round() as usize;
    let line = |y: f64| ((y / h) * ROWS as f64).round() as usize;
    for (leg, pair) in way.legs.iter().zip(points.windows(2)) {
        let (a, b) = (pair[0], pair[1]);
        if leg.kind == LegKind::Move {
            for x in column(a.0)..=column(b.0) {
                let part = if b.0 > a.0 { (x as f64 / columns as f64 * km - a.0) / (b.0 - a.0) } else { 1.0 };
                grid[line(a.1 + part.clamp(0.0, 1.0) * (b.1 - a.1))][x.min(columns)] = '/';
            }
        } else {
            for row in &mut grid[line(a.1)..=line(b.1)] {
                row[column(a.0).min(columns)] = '|';
            }
        }
    }
    // Rows of time are told every seventh; words of a language may be longer than the eight columns kept for them.
    let told = |y: usize| if y.is_multiple_of(7) { v.hours(h * y as f64 / ROWS as f64) } else { String::new() };
    let wide = (0..=ROWS).map(|y| told(y).chars().count()).max().unwrap_or(0).max(8);
    let mut out = String::new();
    for (y, row) in grid.iter().enumerate().rev() {
        let label = told(y);
        let text: String = row.iter().collect();
        out += &format!("{label:>wide$} {}{}\n", if y == 0 { '+' } else { '|' }, text.trim_end());
    }
    out += &format!("{:>wide$} +{}\n", "", "-".repeat(columns + 1));
    out += &format!("{:>wide$}  0{:>w$}\n", "", say!(v, "km", n = v.fixed(km, 0)), w = columns);
    out + "          " + &say!(v, "chart-signs") + "\n"
}
