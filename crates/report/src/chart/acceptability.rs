//! Rank acceptability: one bar a scenario, cut into the shares of the draws in which it takes each rank; the darkest is the first.

use crate::format::escape;
use crate::language::Voice;
use crate::say;
use std::fmt::Write;

const WIDTH: f64 = 860.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 56.0;
const ROW: f64 = 24.0;
const BAR: f64 = 17.0;
const TOP: f64 = 8.0;

/// `rows`: name and share of each rank.
pub fn acceptability_svg(v: Voice<'_>, title: &str, rows: &[(String, Vec<f64>)]) -> String {
    let height = TOP + ROW * rows.len() as f64 + 8.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\">",
        escape(title)
    );
    for (i, (name, shares)) in rows.iter().enumerate() {
        let y = TOP + ROW * i as f64;
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" class=\"tick\">{}</text>",
            LEFT - 8.0,
            y + BAR - 4.0,
            escape(&short(name))
        );
        bar(v, &mut out, name, shares, y);
        let first = shares.first().copied().unwrap_or(0.0);
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\" class=\"tick\">{}</text>",
            WIDTH - RIGHT + 6.0,
            y + BAR - 4.0,
            v.percent(first, 0)
        );
    }
    out + "</svg>"
}

fn bar(v: Voice<'_>, out: &mut String, name: &str, shares: &[f64], y: f64) {
    let wide = WIDTH - LEFT - RIGHT;
    let mut x = LEFT;
    for (r, share) in shares.iter().enumerate().filter(|(_, s)| **s > 5e-4) {
        let opacity = (1.0 - 0.85 * r as f64 / shares.len().max(2) as f64).max(0.08);
        let _ = write!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y}\" width=\"{:.1}\" height=\"{BAR}\" fill=\"var(--c0,#0b5c8a)\" fill-opacity=\"{opacity:.2}\" stroke=\"var(--paper,#fff)\" stroke-width=\".6\"><title>{}</title></rect>",
            share * wide,
            escape(&say!(v, "forum-bar", name = name, rank = (r + 1).to_string(), share = v.percent(*share, 1)))
        );
        x += share * wide;
    }
}

fn short(name: &str) -> String {
    let most = 38;
    if name.chars().count() <= most { name.into() } else { name.chars().take(most - 1).collect::<String>() + "\u{2026}" }
}
