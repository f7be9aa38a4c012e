//! What was seen beside a simulation, in the terminal.

use super::Table;
use crate::html::seen_words;
use crate::language::Voice;
use crate::say;
use keruen_results::observed::ObservedAnswer;

const HEADS: [&str; 10] = [
    "head-observation",
    "head-counter",
    "head-period",
    "head-seen>",
    "head-model>",
    "head-unit",
    "head-may-be-off>",
    "",
    "head-last-time>",
    "",
];

/// Scores, and how the missed ones are taken.
pub fn observed(v: Voice<'_>, a: &ObservedAnswer) -> String {
    let mut t = Table::said(v, &HEADS);
    let word = |hit: Option<bool>| match hit {
        Some(true) => say!(v, "hit"),
        Some(false) => say!(v, "miss"),
        None => String::new(),
    };
    for s in &a.scores {
        let period: Vec<String> = s.period.split(" to ").map(|d| v.day(d)).collect();
        t.row(vec![
            s.observation.clone(),
            s.counter.clone(),
            period.join(" - "),
            v.number(s.observed),
            v.number(s.model),
            v.unit(&s.unit),
            s.tolerance.map_or_else(|| say!(v, "happens-no-tolerance"), |t| v.in_percent(v.number(t))),
            word(s.hit),
            s.naive.map_or_else(String::new, |n| v.number(n)),
            word(s.naive_hit),
        ]);
    }
    let mut causes: Vec<(&str, &str)> =
        a.scores.iter().filter(|s| s.hit != Some(true)).map(|s| (s.counter.as_str(), s.cause.as_str())).collect();
    causes.dedup();
    let causes: String = causes.iter().map(|(counter, cause)| format!("{counter}: {}\n", v.phrase(cause))).collect();
    format!("{}\n{}\n\n{}\n\n{causes}", t.print(), seen_words(v, a), say!(v, "happens-missed"))
}
