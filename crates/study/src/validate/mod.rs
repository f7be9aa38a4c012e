//! The model against what was seen: each counter's observed and model value, hit or miss, and the naive forecast beside it.
//!
//! A counter is counted in the model by its rows of table `count` (`count.rs`), an observation of less or more than a year by
//! the months in which its goods are wished for (`season.rs`). A hit lies within the tolerance of its row. The naive forecast
//! is what the same counter showed in the same days a year before: a model that does not beat it is worth nothing.

mod count;
mod season;

pub(crate) use count::modelled;

use keruen_model::{Corridor, Counter, Date, Observation, Quantity};
use keruen_results::flow::FlowAnswer;
use keruen_results::validate::{CounterScore, NotCounted, SCHEMA_VERSION, ValidateAnswer};

/// Scores the answers of some years, one each.
pub fn validate(corridor: &Corridor, answers: &[FlowAnswer]) -> ValidateAnswer {
    let (mut counters, mut not_counted) = (Vec::new(), Vec::new());
    for o in corridor.tables.observation.iter() {
        if !answers.iter().any(|a| touches(o, a.question.year)) {
            continue;
        }
        match score(corridor, o, answers) {
            Ok(score) => counters.push(score),
            Err(reason) => {
                not_counted.push(NotCounted { observation: corridor.strings.id(o.observation_id).into(), reason: reason.into() });
            }
        }
    }
    let first = answers.first().map(|a| &a.question);
    ValidateAnswer {
        schema_version: SCHEMA_VERSION,
        corridor: corridor.meta.id.clone(),
        scenarios: first.map_or(Vec::new(), |q| q.scenarios.clone()),
        years: answers.iter().map(|a| a.question.year).collect(),
        hits: counters.iter().filter(|c| c.hit).count(),
        total: counters.len(),
        naive_hits: counters.iter().filter(|c| c.naive_hit == Some(true)).count(),
        naive_total: counters.iter().filter(|c| c.naive_hit.is_some()).count(),
        counters,
        not_counted,
    }
}

fn touches(o: &Observation, year: i32) -> bool {
    o.period_start.year() <= year && year <= o.period_end.year()
}

/// January to December of one year.
fn whole_year(o: &Observation) -> bool {
    let (a, b) = (o.period_start, o.period_end);
    a.year() == b.year() && (a.month(), a.day(), b.month(), b.day()) == (1, 1, 12, 31)
}

/// Tolerance of an observation in per cent; else why the model does not count it.
pub(crate) fn countable(corridor: &Corridor, o: &Observation) -> Result<f64, &'static str> {
    if !corridor.tables.count.iter().any(|c| c.counter_id == o.counter_id) {
        return Err("table count does not say what of the model this counter counts");
    }
    Ok(o.tolerance.ok_or("it has no tolerance")?.value())
}

/// Whether a value lies within the tolerance, in per cent, of what was seen.
pub(crate) fn is_hit(value: f64, observed: f64, tolerance: f64) -> bool {
    (value - observed).abs() <= tolerance / 100.0 * observed.abs()
}

/// Counter and year, or counter and days.
pub(crate) fn counter_days(corridor: &Corridor, o: &Observation) -> String {
    let counter = corridor.strings.id(o.counter_id);
    if whole_year(o) {
        format!("{counter}.{}", o.period_start.year())
    } else {
        format!("{counter}.{}..{}", o.period_start, o.period_end)
    }
}

fn score(corridor: &Corridor, o: &Observation, answers: &[FlowAnswer]) -> Result<CounterScore, &'static str> {
    let tolerance = countable(corridor, o)?;
    let observed = o.value.value();
    let model = modelled(corridor, o, answers).ok_or("it reaches into a year that is not asked")?;
    let hit = |value: f64| is_hit(value, observed, tolerance);
    let naive = year_before(corridor, o);
    Ok(CounterScore {
        id: counter_days(corridor, o),
        name: corridor
            .tables
            .counter
            .find(o.counter_id)
            .map_or(String::new(), |c: &Counter| corridor.strings.text(c.name).into()),
        observation: corridor.strings.id(o.observation_id).into(),
        observed,
        model,
        low: None,
        high: None,
        unit: corridor.strings.text(o.unit).into(),
        tolerance,
        hit: hit(model),
        naive,
        naive_hit: naive.map(hit),
        r#use: o.r#use.name().into(),
    })
}

/// The same counter's value of the same days a year before.
fn year_before(corridor: &Corridor, o: &Observation) -> Option<f64> {
    let earlier =
        |late: Date, early: Date| late.month() == early.month() && late.day() == early.day() && early.year() + 1 == late.year();
    let same = |x: &&Observation| {
        x.counter_id == o.counter_id
            && x.at == o.at
            && earlier(o.period_start, x.period_start)
            && earlier(o.period_end, x.period_end)
    };
    corridor.tables.observation.iter().find(same).map(|x| x.value.value())
}
