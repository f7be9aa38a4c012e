//! Observations beside a simulation, in the terminal.

use super::Table;
use super::flow::NAMED;
use crate::language::Voice;
use crate::say;
use keruen_results::observed::ObservedAnswer;

const HEADS: [&str; 11] = [
    "head-observation",
    "head-counter",
    "head-period",
    "head-seen>",
    "head-model>",
    "head-unit",
    "head-may-be-off>",
    "",
    "head-before>",
    "",
    "head-what",
];

/// Each observation: seen, model, naive; below, how each figure is taken and what a miss comes from.
pub fn observed(v: Voice<'_>, a: &ObservedAnswer) -> String {
    let mut t = Table::said(v, &HEADS);
    let word = |hit: Option<bool>| match hit {
        Some(true) => say!(v, "hit"),
        Some(false) => say!(v, "miss"),
        None => String::new(),
    };
    for s in &a.scores {
        t.row(vec![
            s.observation.clone(),
            s.counter.clone(),
            period(v, &s.period),
            v.number(s.observed),
            v.number(s.model),
            v.unit(&s.unit),
            s.tolerance.map_or_else(|| say!(v, "observed-no-tolerance"), |t| v.in_percent(v.number(t))),
            word(s.hit),
            s.naive.map_or(String::new(), |x| v.number(x)),
            word(s.naive_hit),
            v.phrase(&s.name).chars().take(NAMED).collect(),
        ]);
    }
    let score = say!(
        v,
        "observed-score",
        hits = a.hits.to_string(),
        total = a.total.to_string(),
        naive_hits = a.naive_hits.to_string(),
        naive_total = a.naive_total.to_string(),
        others = a.not_counted.len().to_string()
    );
    format!("{}\n{score}\n\n{}\n\n{}", t.print(), say!(v, "observed-causes"), causes(v, a))
}

/// `2024-01-01 to 2024-12-31`.
fn period(v: Voice<'_>, told: &str) -> String {
    let days = told.split_once(" to ").map(|(first, last)| say!(v, "low-to-high", low = v.day(first), high = v.day(last)));
    days.unwrap_or_else(|| told.to_string())
}

/// A line a counter that was missed.
fn causes(v: Voice<'_>, a: &ObservedAnswer) -> String {
    let missed = a.scores.iter().filter(|s| s.hit != Some(true));
    let mut causes: Vec<(&str, &str)> = missed.map(|s| (s.counter.as_str(), s.cause.as_str())).collect();
    causes.dedup();
    causes.iter().map(|(counter, cause)| format!("{counter}: {}\n", v.phrase(cause))).collect()
}
