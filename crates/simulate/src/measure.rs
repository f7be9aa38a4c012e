//! Figures of each replication, and two runs with the same luck side by side.

use crate::plan::Plan;
use crate::run::Noted;
use keruen_events::output::paired;
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
    /// One number a replication; NaN where there was nothing to measure.
    pub numbers: Vec<f64>,
}

/// An answer and the figures of its replications.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The answer.
    pub answer: SimulateAnswer,
    /// Figures, through goods as a whole first.
    pub measures: Vec<Measure>,
}

/// Hours of through goods, weighed by tonnes: what a precision is asked of.
pub(crate) fn headline(plan: &Plan, n: &Noted) -> f64 {
    let through = plan.rows.iter().zip(&n.rows).filter(|x| !x.0.background && x.1.tonnes > 0.0);
    let (mut sum, mut weight) = (0.0, 0.0);
    for (_, row) in through {
        sum += row.tonnes * row.hours.mean().unwrap_or(0.0);
        weight += row.tonnes;
    }
    sum / weight
}

pub(crate) fn measures(plan: &Plan, all: &[Noted]) -> Vec<Measure> {
    let of = |what: String, unit, f: &dyn Fn(&Noted) -> f64| Measure { what, unit, numbers: all.iter().map(f).collect() };
    let tonnes = |n: &Noted| plan.rows.iter().zip(&n.rows).filter(|x| !x.0.background).map(|x| x.1.tonnes).sum();
    let mut out = vec![
        of("hours of through goods".into(), "h", &|n| headline(plan, n)),
        of("tonnes of through goods that arrived".into(), "t", &tonnes),
    ];
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

/// What the other run changes. Figures that one of them has not in some replication are left out.
pub fn compare(base: &Run, other: &Run) -> PairedAnswer {
    let one = |m: &Measure| {
        let o = other.measures.iter().find(|o| o.what == m.what)?;
        let whole = m.numbers.iter().chain(&o.numbers).all(|x| x.is_finite());
        if !whole || m.numbers.len() != o.numbers.len() || m.numbers == o.numbers {
            return None;
        }
        let p = paired(&m.numbers, &o.numbers, CONFIDENCE);
        let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len().max(1) as f64;
        let half = p.difference.half.is_finite().then_some(p.difference.half);
        Some(Difference {
            what: m.what.clone(),
            unit: m.unit.into(),
            base: mean(&m.numbers),
            other: mean(&o.numbers),
            difference: Estimate { mean: p.difference.mean, half },
            sure: half.is_some_and(|h| p.difference.mean.abs() > h),
            variance_ratio: (m.numbers.len() > 1).then_some(p.variance_ratio),
        })
    };
    let mut differences: Vec<Difference> = base.measures.iter().filter_map(one).collect();
    let weight = |d: &Difference| d.difference.half.map_or(0.0, |h| d.difference.mean.abs() / h.max(1e-12));
    let fixed = differences.len().min(2);
    differences[fixed..].sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    PairedAnswer {
        schema_version: SCHEMA_VERSION,
        base: base.answer.question.clone(),
        other: other.answer.question.clone(),
        differences,
    }
}
