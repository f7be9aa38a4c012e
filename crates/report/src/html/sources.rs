//! Where the figures come from.

use super::page::{heads, row};
use super::sheet::{badge, links, soft, written};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::sources::{Counts, SourcesAnswer};
use std::fmt::Write;

/// Parameters listed in the report.
const LISTED: usize = 60;

/// Heads of the counts.
const GROUPS: [&str; 8] = [
    "head-group",
    "head-read>",
    "head-computed>",
    "head-proxy>",
    "head-assumed>",
    "head-uncited>",
    "head-weight>",
    "head-sourced>",
];

/// Heads of the list.
const INFLUENCE: [&str; 7] =
    ["head-figure", "head-value>", "head-low-to-high>", "head-method", "head-moves-all>", "head-moves-most", "head-why"];

/// Counts by group, and the list of what matters most.
pub(super) fn section(v: Voice<'_>, s: &SourcesAnswer) -> String {
    let share = v.percent(s.influence_weighted_sourced, 0);
    let mut out = format!(
        "<h2 id=\"sources\">{}</h2><p>{}</p>",
        escape(&say!(v, "sources-title")),
        escape(&say!(v, "sources-lead", share = share))
    );
    groups(v, &mut out, s);
    influence(v, &mut out, s);
    if !v.is_english() {
        let _ = write!(out, "<p>{}</p>", escape(&say!(v, "sources-written")));
    }
    let stale = say!(v, "sources-stale", count = s.stale.len(), days = s.stale_after_days);
    let _ = write!(out, "<p class=\"range\">{}. {}</p>", escape(&v.phrase(&s.method)), escape(&stale));
    out
}

/// How many figures of each group rest on what.
fn groups(v: Voice<'_>, out: &mut String, s: &SourcesAnswer) {
    let counted = |name: String, c: Counts, weight: f64, sourced: String| {
        let counts = [c.read, c.computed, c.proxy, c.assumed, c.uncited].map(|n| v.number(n as f64));
        let mut cells = vec![name];
        cells.extend(counts);
        cells.extend([v.percent(weight, 0), sourced]);
        cells
    };
    *out += &heads(v, &GROUPS);
    for g in &s.groups {
        let sourced = g.influence_weighted_sourced.map_or_else(|| escape(&say!(v, "sources-unused")), |x| v.percent(x, 0));
        *out += &row(&GROUPS, "", &counted(escape(&v.listed(&g.group)), g.counts, g.weight, sourced));
    }
    let sourced = v.percent(s.influence_weighted_sourced, 0);
    let all = counted(escape(&say!(v, "all")), s.totals, 1.0, sourced);
    *out += &format!("</tbody><tfoot>{}</tfoot></table></div>", row(&GROUPS, "", &all).replace("td", "th"));
}

/// What should be found out first.
fn influence(v: Voice<'_>, out: &mut String, s: &SourcesAnswer) {
    let (first, order) = (escape(&say!(v, "sources-first")), escape(&say!(v, "sources-order")));
    let _ = write!(out, "<h3>{first}</h3><p>{order}</p>{}", heads(v, &INFLUENCE));
    for i in s.influence.iter().filter(|i| i.low_to_high_pct > 0.0).take(LISTED) {
        let c = &i.cited;
        let cells = [
            format!("<code>{}</code>", escape(&c.parameter)),
            escape(&format!("{} {}", v.phrase(&c.value), v.unit(&c.unit))),
            c.range.map_or(String::new(), |r| v.range(r.low, r.high)),
            badge(v, &c.method),
            v.in_percent(v.fixed(i.low_to_high_pct, 2)),
            format!("{} {}", escape(&headline(v, &i.most_moved)), soft(&v.in_percent(v.fixed(i.most_moved_pct, 0)))),
            format!("{} {}", written(v, &c.reason), links(v, &c.sources)),
        ];
        *out += &row(&INFLUENCE, "", &cells);
    }
    *out += "</tbody></table></div>";
}

/// `cost: TITLE, LABEL`: a headline of the study.
pub(crate) fn headline(v: Voice<'_>, english: &str) -> String {
    let Some((what, of)) = english.split_once(": ").filter(|_| !v.is_english()) else { return english.to_string() };
    // A title and a label may both hold a comma: the parting is where both sides are known.
    let parted = of.match_indices(", ").map(|(at, between)| (&of[..at], &of[at + between.len()..]));
    let known = parted.into_iter().find(|(title, label)| v.knows(title) && v.knows(label));
    let of = known.map_or_else(|| of.to_string(), |(title, label)| format!("{}, {}", v.phrase(title), v.phrase(label)));
    format!("{}: {of}", v.listed(what))
}
