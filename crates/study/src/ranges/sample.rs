//! The sample: headlines, prices of limits, and counters over it.

use super::draw::hypercube;
use super::part::{self, parts};
use super::{Model, Ranging, headlines as measured};
use crate::error::StudyError;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_model::parallel::in_order;
use keruen_results::figure::Range;
use keruen_results::flow::FlowAnswer;
use keruen_results::ranges::{FlowRanges, HeadlineRange, LimitRank};
use keruen_results::validate::ValidateAnswer;
use keruen_results::{Progress, Silent};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

/// Ends of a range: so much of the sample lies below and above.
const TAIL: f64 = 0.05;
/// Limits listed.
const LISTED: usize = 12;

/// What is kept of one sample: headlines, then the limits with a price by what the whole of them is worth.
type Kept = (Vec<f64>, Vec<(String, f64)>);

/// Fills in headlines and ranking.
pub(super) fn headlines(
    model: &Model<'_>,
    base: &FlowAnswer,
    asked: Ranging,
    progress: &dyn Progress,
    out: &mut FlowRanges,
) -> Result<(), StudyError> {
    let points = hypercube(asked.samples, model.parts.len(), asked.seed);
    let done = AtomicU64::new(0);
    let one = |(): &mut (), i: usize| {
        progress.step(done.fetch_add(1, Ordering::Relaxed), points.len() as u64);
        if progress.cancelled() { None } else { model.at(&points[i]).map(|a| kept(&a)) }
    };
    let kept_all: Vec<Kept> = in_order(points.len(), model.threads, || (), one).into_iter().flatten().collect();
    if progress.cancelled() {
        return Err(StudyError::Cancelled);
    }
    out.failed = points.len() - kept_all.len();
    for (i, (name, unit, value)) in measured(base).into_iter().enumerate() {
        let range = spread(kept_all.iter().map(|k| k.0[i]).collect());
        out.headlines.push(HeadlineRange { name: name.into(), unit: unit.into(), base: value, range });
    }
    let (_, first) = kept(base);
    out.ranking = ranking(&first, &kept_all);
    let same = kept_all.iter().filter(|k| k.1.first().map(|l| &l.0) == first.first().map(|l| &l.0)).count();
    out.same_first = same as f64 / kept_all.len().max(1) as f64;
    Ok(())
}

fn kept(a: &FlowAnswer) -> Kept {
    let priced = a.limits.iter().filter(|l| l.price > 0.0);
    let named = |l: &keruen_results::flow::LimitFlow| {
        if l.period.len() > 4 { format!("{} {}", l.limit, l.period) } else { l.limit.clone() }
    };
    (measured(a).iter().map(|h| h.2).collect(), priced.map(|l| (named(l), l.price)).collect())
}

fn ranking(base: &[(String, f64)], samples: &[Kept]) -> Vec<LimitRank> {
    let mut found: BTreeMap<&str, (usize, Vec<f64>)> = base.iter().map(|l| (l.0.as_str(), (0, Vec::new()))).collect();
    for (_, limits) in samples {
        for (place, (limit, price)) in limits.iter().enumerate() {
            let f = found.entry(limit).or_default();
            f.0 += usize::from(place == 0);
            f.1.push(*price);
        }
    }
    let all = samples.len().max(1) as f64;
    let one = |(limit, (first, mut prices)): (&str, (usize, Vec<f64>))| {
        let priced = prices.len() as f64 / all;
        // Where it has no price it costs nothing.
        prices.resize(samples.len(), 0.0);
        LimitRank {
            limit: limit.into(),
            base: base.iter().position(|b| b.0 == limit).map(|p| p + 1),
            priced,
            first: first as f64 / all,
            price: spread(prices),
        }
    };
    let mut out: Vec<LimitRank> = found.into_iter().map(one).collect();
    out.sort_by(|a, b| b.first.total_cmp(&a.first).then(b.priced.total_cmp(&a.priced)).then(a.limit.cmp(&b.limit)));
    out.truncate(LISTED);
    out
}

/// The middle 90 per cent.
pub(crate) fn spread(mut values: Vec<f64>) -> Range {
    values.sort_by(f64::total_cmp);
    let at = |part: f64| {
        let place = part * values.len().saturating_sub(1) as f64;
        let (below, above) = (place.floor() as usize, place.ceil() as usize);
        let (a, b) = (values.get(below).copied().unwrap_or(f64::NAN), values.get(above).copied().unwrap_or(f64::NAN));
        a + (b - a) * place.fract()
    };
    Range { low: at(TAIL), high: at(1.0 - TAIL) }
}

/// Fills in the low and high end of every counter of a validation.
///
/// # Errors
/// When the asker stops.
pub fn counter_ranges(
    corridor: &Corridor,
    scores: &mut ValidateAnswer,
    asked: Ranging,
    progress: &dyn Progress,
) -> Result<(), StudyError> {
    let years = scores.years.clone();
    let parts = parts(corridor, &years);
    let points = hypercube(asked.samples, parts.len(), asked.seed);
    let done = AtomicU64::new(0);
    let one = |(): &mut (), i: usize| {
        progress.step(done.fetch_add(1, Ordering::Relaxed), points.len() as u64);
        if progress.cancelled() {
            return None;
        }
        let corridor = part::placed(corridor, &parts, &points[i]);
        let answer = |&year: &i32| Flow::new(&corridor, FlowQuestion::of(year)).ok()?.solve(&Silent).ok();
        let answers: Vec<FlowAnswer> = years.iter().map(answer).collect::<Option<_>>()?;
        Some(crate::validate::validate(&corridor, &answers).counters.iter().map(|c| c.model).collect::<Vec<f64>>())
    };
    let values: Vec<Vec<f64>> = in_order(points.len(), asked.threads, || (), one).into_iter().flatten().collect();
    if progress.cancelled() {
        return Err(StudyError::Cancelled);
    }
    for (i, c) in scores.counters.iter_mut().enumerate() {
        let range = spread(values.iter().filter_map(|v| v.get(i).copied()).collect());
        (c.low, c.high) = (Some(range.low).filter(|x| x.is_finite()), Some(range.high).filter(|x| x.is_finite()));
    }
    Ok(())
}
