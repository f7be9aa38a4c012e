//! Observations beside a simulation, in the terminal.

use super::Table;
use crate::format::number;
use keruen_results::observed::ObservedAnswer;

/// Each observation: seen, model, naive; below, how each figure is taken and what a miss comes from.
pub fn observed(a: &ObservedAnswer) -> String {
    let heads = ["observation", "counter", "period", "seen>", "model>", "unit", "may be off>", "", "before>", ""];
    let mut t = Table::new(&heads);
    let word = |hit: Option<bool>| match hit {
        Some(true) => "hit",
        Some(false) => "miss",
        None => "",
    };
    for s in &a.scores {
        t.row(vec![
            s.observation.clone(),
            s.counter.clone(),
            s.period.clone(),
            number(s.observed),
            number(s.model),
            s.unit.clone(),
            s.tolerance.map_or("no tolerance".into(), |t| format!("{} %", number(t))),
            word(s.hit).into(),
            s.naive.map_or(String::new(), number),
            word(s.naive_hit).into(),
        ]);
    }
    let mut causes: Vec<(&str, &str)> =
        a.scores.iter().filter(|s| s.hit != Some(true)).map(|s| (s.counter.as_str(), s.cause.as_str())).collect();
    causes.dedup();
    let causes: String = causes.iter().map(|(counter, cause)| format!("{counter}: {cause}\n")).collect();
    format!(
        "{}\n{} of {} observations hit; the value before would have hit {} of {}. {} observations of these days are not told by the run.\n\nHow the missed ones are taken, and what most likely makes them miss\n\n{causes}",
        t.print(),
        a.hits,
        a.total,
        a.naive_hits,
        a.naive_total,
        a.not_counted.len()
    )
}
