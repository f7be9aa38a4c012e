//! Provenance in the terminal.

use super::Table;
use crate::html::headline;
use crate::language::Voice;
use crate::say;
use keruen_results::Cited;
use keruen_results::sources::{Counts, SourcesAnswer};

/// Counts, then the parameters that matter most.
pub fn sources(v: Voice<'_>, a: &SourcesAnswer, top: usize) -> String {
    let heads = [
        "head-group",
        "head-read>",
        "head-computed>",
        "head-proxy>",
        "head-assumed>",
        "head-uncited>",
        "head-weight>",
        "head-sourced>",
    ];
    let mut t = Table::said(v, &heads);
    let counted = |name: String, c: Counts, weight: f64, sourced: Option<f64>| {
        let counts = [c.read, c.computed, c.proxy, c.assumed, c.uncited].map(|n| n.to_string());
        let ends = [v.percent(weight, 0), sourced.map_or("-".into(), |s| v.percent(s, 0))];
        std::iter::once(name).chain(counts).chain(ends).collect()
    };
    for g in &a.groups {
        t.row(counted(v.listed(&g.group), g.counts, g.weight, g.influence_weighted_sourced));
    }
    t.row(counted(say!(v, "all"), a.totals, 1.0, Some(a.influence_weighted_sourced)));
    let mut out = t.print() + "\n";
    if !a.influence.is_empty() {
        out += &influence(v, a, top);
    }
    out += &format!("\n{}\n", v.phrase(&a.method));
    for b in &a.broken {
        out += &format!("{}\n", say!(v, "sources-broken", what = b));
    }
    out + &say!(v, "sources-stale", count = a.stale.len(), days = a.stale_after_days) + "\n"
}

fn influence(v: Voice<'_>, a: &SourcesAnswer, top: usize) -> String {
    let heads = [
        "head-figure",
        "head-value>",
        "head-low-to-high>",
        "head-unit",
        "head-method",
        "head-moves-all>",
        "head-moves-most>",
        "head-what",
    ];
    let mut t = Table::said(v, &heads);
    for i in a.influence.iter().take(top) {
        t.row(vec![
            i.cited.parameter.clone(),
            v.phrase(&i.cited.value),
            i.cited.range.map_or(String::new(), |r| v.range(r.low, r.high)),
            v.unit(&i.cited.unit),
            v.method(&i.cited.method),
            v.in_percent(v.fixed(i.low_to_high_pct, 2)),
            v.in_percent(v.fixed(i.most_moved_pct, 0)),
            headline(v, &i.most_moved),
        ]);
    }
    format!("{}\n{}", say!(v, "sources-hang-on"), t.print())
}

/// One figure and everything it rests on.
pub fn explain(v: Voice<'_>, list: &[Cited]) -> String {
    let mut out = String::new();
    for c in list {
        out += &format!("{} = {} {}\n", c.parameter, v.phrase(&c.value), v.unit(&c.unit));
        let method = if c.method.is_empty() { say!(v, "explain-uncited") } else { v.method(&c.method) };
        out += &format!("  {}\n", say!(v, "explain-method", method = method));
        if let Some(r) = c.range {
            out += &format!("  {}\n", say!(v, "explain-range", range = v.low_to_high(r.low, r.high)));
        }
        if !c.reason.is_empty() {
            out += &format!("  {}\n", c.reason);
        }
        for (word, list) in [(say!(v, "head-source"), &c.sources), (say!(v, "explain-otherwise"), &c.others)] {
            for s in list {
                let grade = v.listed(&s.grade);
                out += &format!("  {word}: {} {}, {} ({}, {grade}) {}\n", s.fact, s.publisher, s.title, s.as_of, s.url);
            }
        }
    }
    out
}
