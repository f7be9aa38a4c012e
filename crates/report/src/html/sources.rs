//! Where the figures come from.

use super::sheet::{badge, links};
use crate::format::{escape, number, range};
use keruen_results::sources::SourcesAnswer;
use std::fmt::Write;

/// Parameters listed in the report.
const LISTED: usize = 60;

/// Counts by group, and the list of what matters most.
pub(super) fn section(s: &SourcesAnswer) -> String {
    let mut out = String::from("<h2 id=\"sources\">What the figures rest on</h2>");
    let _ = write!(
        out,
        "<p>Weighted by what it does to the answers of this study, <b>{:.0} %</b> of the figures are read in a source or computed from sources; the rest is taken from elsewhere (proxy) or assumed, each with its range and reason.</p>",
        s.influence_weighted_sourced * 100.0
    );
    groups(&mut out, s);
    influence(&mut out, s);
    let _ = write!(
        out,
        "<p class=\"range\">{}. {} facts in use are older than {} days.</p>",
        escape(&s.method),
        number(s.stale.len() as f64),
        s.stale_after_days
    );
    out
}

/// How many figures of each group rest on what.
fn groups(out: &mut String, s: &SourcesAnswer) {
    *out += "<div class=\"scroll\"><table><thead><tr><th>group</th><th class=\"n\">read</th><th class=\"n\">computed</th><th class=\"n\">proxy</th><th class=\"n\">assumed</th><th class=\"n\">no citation</th><th class=\"n\">weight in the answers</th><th class=\"n\">read or computed, weighted</th></tr></thead><tbody>";
    for g in &s.groups {
        let c = g.counts;
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{:.0} %</td><td class=\"n\">{}</td></tr>",
            escape(&g.group),
            c.read,
            c.computed,
            c.proxy,
            c.assumed,
            c.uncited,
            g.weight * 100.0,
            g.influence_weighted_sourced.map_or("no answer here depends on it".into(), |x| format!("{:.0} %", x * 100.0))
        );
    }
    let c = s.totals;
    let _ = write!(
        out,
        "</tbody><tfoot><tr><th>all</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">100 %</th><th class=\"n\">{:.0} %</th></tr></tfoot></table></div>",
        c.read,
        c.computed,
        c.proxy,
        c.assumed,
        c.uncited,
        s.influence_weighted_sourced * 100.0
    );
}

/// What should be found out first.
fn influence(out: &mut String, s: &SourcesAnswer) {
    *out += "<h3>What should be found out first</h3><p>Figures in the order of what they do to the answers from their low to their high end.</p>";
    *out += "<div class=\"scroll\"><table><thead><tr><th>figure</th><th class=\"n\">value</th><th class=\"n\">low to high</th><th>method</th><th class=\"n\">moves all answers</th><th>moves most</th><th>why, and sources</th></tr></thead><tbody>";
    for i in s.influence.iter().filter(|i| i.low_to_high_pct > 0.0).take(LISTED) {
        let r = i.cited.range.map_or(String::new(), |r| range(r.low, r.high));
        let _ = write!(
            out,
            "<tr><td><code>{}</code></td><td class=\"n\">{} {}</td><td class=\"n\">{r}</td><td>{}</td><td class=\"n\">{:.2} %</td><td>{} <span class=\"range\">{:.0} %</span></td><td>{} {}</td></tr>",
            escape(&i.cited.parameter),
            escape(&i.cited.value),
            escape(&i.cited.unit),
            badge(&i.cited.method),
            i.low_to_high_pct,
            escape(&i.most_moved),
            i.most_moved_pct,
            escape(&i.cited.reason),
            links(&i.cited.sources)
        );
    }
    *out += "</tbody></table></div>";
}
