//! The model against what was seen: each counter's observed and model value, hit or miss, and the naive forecast beside it.
//!
//! A counter is counted in the model by its rows of table `count`: the traffic of links, services and operations in one unit.
//! An observation of a whole calendar year is compared; a hit lies within the tolerance of its row. The naive forecast is the
//! same counter's value of the year before: a model that does not beat it is worth nothing.

use keruen_model::{Corridor, Count, Counter, Direction, Id, Observation, Quantity, TableKind, Unit};
use keruen_results::flow::{ElementFlow, FlowAnswer};
use keruen_results::validate::{CounterScore, NotCounted, SCHEMA_VERSION, ValidateAnswer};

/// Scores the answers of some years, one each.
pub fn validate(corridor: &Corridor, answers: &[FlowAnswer]) -> ValidateAnswer {
    let (mut counters, mut not_counted) = (Vec::new(), Vec::new());
    for o in corridor.tables.observation.iter() {
        let Some(answer) = answers.iter().find(|a| touches(o, a.question.year)) else { continue };
        match score(corridor, o, answer) {
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
    if !whole_year(o) {
        return Err("it is not of a whole calendar year");
    }
    if !corridor.tables.count.iter().any(|c| c.counter_id == o.counter_id) {
        return Err("table count does not say what of the model this counter counts");
    }
    Ok(o.tolerance.ok_or("it has no tolerance")?.value())
}

/// What the model has where a counter stands.
pub(crate) fn modelled(corridor: &Corridor, o: &Observation, answer: &FlowAnswer) -> f64 {
    let rows = corridor.tables.count.iter().filter(|c| c.counter_id == o.counter_id);
    rows.map(|c| counted(corridor, c, answer)).sum()
}

/// Whether a value lies within the tolerance, in per cent, of what was seen.
pub(crate) fn is_hit(value: f64, observed: f64, tolerance: f64) -> bool {
    (value - observed).abs() <= tolerance / 100.0 * observed.abs()
}

/// Counter and year.
pub(crate) fn counter_year(corridor: &Corridor, o: &Observation) -> String {
    format!("{}.{}", corridor.strings.id(o.counter_id), o.period_start.year())
}

fn score(corridor: &Corridor, o: &Observation, answer: &FlowAnswer) -> Result<CounterScore, &'static str> {
    let tolerance = countable(corridor, o)?;
    let observed = o.value.value();
    let model = modelled(corridor, o, answer);
    let hit = |value: f64| is_hit(value, observed, tolerance);
    let naive = year_before(corridor, o);
    Ok(CounterScore {
        id: counter_year(corridor, o),
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

/// The same counter's value of the year before.
fn year_before(corridor: &Corridor, o: &Observation) -> Option<f64> {
    let same = |x: &&Observation| {
        x.counter_id == o.counter_id && x.at == o.at && whole_year(x) && x.period_start.year() + 1 == o.period_start.year()
    };
    corridor.tables.observation.iter().find(same).map(|x| x.value.value())
}

/// What one row counts.
fn counted(corridor: &Corridor, c: &Count, answer: &FlowAnswer) -> f64 {
    let what = format!("{}:{}", c.at.table.name(), corridor.text(c.at.id));
    let all = match c.at.table {
        TableKind::Operator => ridden(corridor.text(c.at.id), answer),
        TableKind::Node => delivered(corridor, c, answer),
        _ => answer.elements.iter().filter(|e| is_it(e, &what, c.direction)).map(|e| measure(corridor, c, e, answer)).sum(),
    };
    all * c.share.value()
}

fn is_it(e: &ElementFlow, what: &str, direction: Direction) -> bool {
    let here = e.what == what || e.what.strip_prefix(what).is_some_and(|rest| rest.starts_with('@'));
    here && (direction == Direction::Both || e.direction.is_empty() || e.direction == direction.name())
}

/// Tonnes of some cargoes, or all traffic in any unit.
fn measure(corridor: &Corridor, c: &Count, e: &ElementFlow, answer: &FlowAnswer) -> f64 {
    if !c.cargo.is_empty() {
        let wanted = |wish: &str| cargo_of(answer, wish).is_some_and(|cargo| is_named(corridor, c, cargo));
        return e.users.iter().filter(|(wish, _)| wanted(wish)).map(|(_, x)| x).sum();
    }
    match c.measure {
        Unit::T => e.tonnes,
        Unit::TEU => e.teu,
        Unit::Wagon => e.wagons,
        Unit::Truck => e.trucks,
        _ => e.units,
    }
}

fn cargo_of<'a>(answer: &'a FlowAnswer, wish: &str) -> Option<&'a str> {
    answer.wishes.iter().find(|w| w.wish == wish).map(|w| w.cargo.as_str())
}

fn is_named(corridor: &Corridor, c: &Count, cargo: &str) -> bool {
    c.cargo.is_empty() || c.cargo.iter().any(|&id: &Id<_>| corridor.strings.id(id) == cargo)
}

fn ridden(operator: &str, answer: &FlowAnswer) -> f64 {
    answer.accounts.iter().filter(|a| a.kind == "operator" && a.id == operator).map(|a| a.tonnes).sum()
}

fn delivered(corridor: &Corridor, c: &Count, answer: &FlowAnswer) -> f64 {
    let here = |w: &&keruen_results::flow::WishFlow| w.to == corridor.text(c.at.id) && is_named(corridor, c, &w.cargo);
    answer.wishes.iter().filter(here).map(|w| w.carried + w.outside).sum()
}
