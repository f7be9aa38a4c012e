//! Figures of each replication, and two runs with the same luck side by side.

use crate::plan::Plan;
use crate::run::{Noted, ROOM, RowNoted, SHIPS};
use keruen_events::output::{interval, paired};
use keruen_results::paired::{Difference, PairedAnswer, SCHEMA_VERSION};
use keruen_results::simulate::{Estimate, SimulateAnswer};

/// Confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

/// A figure by replication.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What, of what.
    pub what: String,
    /// Unit.
    pub unit: &'static str,
    /// It speaks of all through goods or all ships.
    pub headline: bool,
    /// One number a replication; NaN where there was nothing to measure.
    pub numbers: Vec<f64>,
}

/// An answer and the figures of its replications.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The answer.
    pub answer: SimulateAnswer,
    /// Figures, headlines first.
    pub measures: Vec<Measure>,
}

/// Hours of through goods, weighed by tonnes: what a precision is asked of.
pub(crate) fn headline(plan: &Plan, n: &Noted) -> f64 {
    through(plan, n, &|row| row.hours.mean())
}

/// Mean over through goods that arrived, weighed by tonnes.
fn through(plan: &Plan, n: &Noted, of: &dyn Fn(&RowNoted) -> Option<f64>) -> f64 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for (_, row) in plan.rows.iter().zip(&n.rows).filter(|x| !x.0.background && x.1.tonnes > 0.0) {
        sum += row.tonnes * of(row).unwrap_or(0.0);
        weight += row.tonnes;
    }
    sum / weight
}

pub(crate) fn measures(plan: &Plan, all: &[Noted]) -> Vec<Measure> {
    let of = |what: String, unit, f: &dyn Fn(&Noted) -> f64| Measure {
        what,
        unit,
        headline: false,
        numbers: all.iter().map(f).collect(),
    };
    let mut out = headlines(plan, all);
    for (i, row) in plan.rows.iter().enumerate().filter(|(_, r)| !r.background) {
        out.push(of(format!("hours of {}", row.id), "h", &|n| n.rows[i].hours.mean().unwrap_or(f64::NAN)));
        out.push(of(format!("tonnes of {}", row.id), "t", &|n| n.rows[i].tonnes));
    }
    for (l, line) in plan.lines.list.iter().enumerate() {
        for (c, call) in line.calls.iter().enumerate() {
            let name = format!("{} at {}", line.name, call.name);
            out.push(of(format!("hours of waiting for {name}"), "h", &|n| n.quays[l][c].waits.mean().unwrap_or(f64::NAN)));
            out.push(of(format!("pieces waiting for {name}"), "pieces", &|n| n.quays[l][c].level.mean(plan.end)));
        }
    }
    out
}

/// What speaks of all through goods or all ships.
fn headlines(plan: &Plan, all: &[Noted]) -> Vec<Measure> {
    let of = |what: &str, unit, f: &dyn Fn(&Noted) -> f64| Measure {
        what: what.into(),
        unit,
        headline: true,
        numbers: all.iter().map(f).collect(),
    };
    let tonnes = |n: &Noted| plan.rows.iter().zip(&n.rows).filter(|x| !x.0.background).map(|x| x.1.tonnes).sum();
    let part = |which: usize| move |n: &Noted| through(plan, n, &|row| row.parts[which].mean());
    vec![
        of("hours of through goods", "h", &|n| headline(plan, n)),
        of("tonnes of through goods that arrived", "t", &tonnes),
        of("hours that through goods wait for ships", "h", &part(SHIPS)),
        of("hours that through goods wait for room, wagons or permits", "h", &part(ROOM)),
        of("pieces waiting for ships", "pieces", &|n| n.quays.iter().flatten().map(|q| q.level.mean(plan.end)).sum()),
        of("hours of ships off ports", "h", &|n| n.ships.iter().map(|s| s.off_port).sum()),
    ]
}

/// The other less the base, replication by replication; `None` where one of them has nothing to measure in some replication.
pub fn difference(base: &Measure, other: &Measure) -> Option<Difference> {
    let whole = base.numbers.iter().chain(&other.numbers).all(|x| x.is_finite());
    if !whole || base.numbers.len() != other.numbers.len() {
        return None;
    }
    let p = paired(&base.numbers, &other.numbers, CONFIDENCE);
    let half = p.difference.half.is_finite().then_some(p.difference.half);
    Some(Difference {
        what: base.what.clone(),
        unit: base.unit.into(),
        headline: base.headline,
        base: mean(&base.numbers),
        other: mean(&other.numbers),
        difference: Estimate { mean: p.difference.mean, half },
        sure: half.is_some_and(|h| p.difference.mean.abs() > h),
        variance_ratio: (base.numbers.len() > 1).then_some(p.variance_ratio),
    })
}

/// The mean of a figure with its interval over replications.
pub fn estimate(m: &Measure) -> Estimate {
    let i = interval(&m.numbers, CONFIDENCE);
    Estimate { mean: i.mean, half: i.half.is_finite().then_some(i.half) }
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len().max(1) as f64
}

/// How many times its half interval a difference is: the order in which differences are told.
pub fn weight(d: &Difference) -> f64 {
    d.difference.half.map_or(0.0, |h| d.difference.mean.abs() / h.max(1e-12))
}

/// What the other run changes: headlines, then figures that differ, the surest first. Figures that one of them has not in some
/// replication are left out.
pub fn compare(base: &Run, other: &Run) -> PairedAnswer {
    let one = |m: &Measure| {
        let o = other.measures.iter().find(|o| o.what == m.what)?;
        if !m.headline && m.numbers == o.numbers { None } else { difference(m, o) }
    };
    let mut differences: Vec<Difference> = base.measures.iter().filter_map(one).collect();
    let fixed = differences.iter().take_while(|d| d.headline).count();
    differences[fixed..].sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    PairedAnswer {
        schema_version: SCHEMA_VERSION,
        base: base.answer.question.clone(),
        other: other.answer.question.clone(),
        differences,
    }
}
