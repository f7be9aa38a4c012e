//! Provenance in the terminal.

use super::Table;
use crate::format::{number, range};
use keruen_results::Cited;
use keruen_results::sources::SourcesAnswer;

/// Counts, then the parameters that matter most.
pub fn sources(a: &SourcesAnswer, top: usize) -> String {
    let mut t = Table::new(&["group", "read>", "computed>", "proxy>", "assumed>", "uncited>", "weight>", "sourced, weighted>"]);
    let share = |s: f64| format!("{:.0} %", s * 100.0);
    for g in &a.groups {
        let c = g.counts;
        t.row(vec![
            g.group.clone(),
            c.read.to_string(),
            c.computed.to_string(),
            c.proxy.to_string(),
            c.assumed.to_string(),
            c.uncited.to_string(),
            share(g.weight),
            g.influence_weighted_sourced.map_or("-".into(), share),
        ]);
    }
    let c = a.totals;
    t.row(vec![
        "all".into(),
        c.read.to_string(),
        c.computed.to_string(),
        c.proxy.to_string(),
        c.assumed.to_string(),
        c.uncited.to_string(),
        share(1.0),
        share(a.influence_weighted_sourced),
    ]);
    let mut out = t.print() + "\n";
    if !a.influence.is_empty() {
        out += "What the answers hang on, from low to high:\n";
        let mut t = Table::new(&["parameter", "value>", "low to high>", "unit", "method", "moves all>", "moves most>", "what"]);
        for i in a.influence.iter().take(top) {
            let r = i.cited.range.map_or(String::new(), |r| range(r.low, r.high));
            t.row(vec![
                i.cited.parameter.clone(),
                i.cited.value.clone(),
                r,
                i.cited.unit.clone(),
                i.cited.method.clone(),
                format!("{:.2} %", i.low_to_high_pct),
                format!("{:.0} %", i.most_moved_pct),
                i.most_moved.clone(),
            ]);
        }
        out += &t.print();
    }
    out += &format!("\n{}\n", a.method);
    for b in &a.broken {
        out += &format!("broken: {b}\n");
    }
    out + &format!("{} facts in use are older than {} days\n", a.stale.len(), a.stale_after_days)
}

/// One figure and everything it rests on.
pub fn explain(list: &[Cited]) -> String {
    let mut out = String::new();
    for c in list {
        out += &format!("{} = {} {}\n", c.parameter, c.value, c.unit);
        out += &format!("  method: {}\n", if c.method.is_empty() { "none: this figure has no citation" } else { &c.method });
        if let Some(r) = c.range {
            out += &format!("  not known better than: {} to {}\n", number(r.low), number(r.high));
        }
        if !c.reason.is_empty() {
            out += &format!("  {}\n", c.reason);
        }
        for (word, list) in [("source", &c.sources), ("says otherwise", &c.others)] {
            for s in list {
                out += &format!("  {word}: {} {}, {} ({}, {}) {}\n", s.fact, s.publisher, s.title, s.as_of, s.grade, s.url);
            }
        }
    }
    out
}
