//! The ways against each other: none is beaten, and labels say what is true.
//!
//! Dominance is in whole cents, seconds (microseconds for data), grams and millionths of risk of each step, as the search counts them.
//! A figure that lies at a half may have been rounded either way, so each sum has a lower and an upper end, and a way is
//! beaten only where that is beyond doubt.

use crate::case::Case;
use crate::discrepancy::{Check, Findings};
use crate::tolerance::{CO2E, HOURS, MONEY, RISK, ROUNDING, Tolerance};
use crate::walk::{self, Step};
use crate::{chain, terms, whole};
use keruen_model::Loading;
use keruen_results::route::{RouteAnswer, Way};

/// Ticks of an hour for goods and people, and for data.
const SECONDS: f64 = 3600.0;
const MICROSECONDS: f64 = 3.6e9;

/// A chance beyond which nobody would call it a way.
const CERTAIN: f64 = 1.0 - 1e-6;

/// Cost, time, CO2e, risk of a way in whole units: lower and upper ends.
pub(crate) type Ends = [(i64, i64); 4];

/// Every check of one way, and what it comes to.
pub(crate) fn certified(case: &Case<'_>, way: &Way, i: usize, findings: &mut Findings) -> Ends {
    let steps = walk::walk(case, way, findings, i);
    whole::check(case, way, &steps, findings);
    chain::check(case, way, &steps, findings);
    terms::check(case, way, findings);
    ends(case, &steps)
}

fn ends(case: &Case<'_>, steps: &[Step<'_, '_>]) -> Ends {
    let ticks = if case.goods.on(Loading::Fibre).is_some() { MICROSECONDS } else { SECONDS };
    let mut out = [(0, 0); 4];
    for s in steps {
        let hours = s.leg.hours + s.wait.map_or(0.0, |w| w.hours);
        let micro = -(-s.leg.risk.min(CERTAIN)).ln_1p() * 1e6;
        for (sum, value) in out.iter_mut().zip([s.leg.cost * 100.0, hours * ticks, s.leg.co2e_kg * 1000.0, micro]) {
            sum.0 += (value - ROUNDING).round() as i64;
            sum.1 += (value + ROUNDING).round() as i64;
        }
    }
    out
}

/// No way is at least as good as another in cost, time, CO2e and risk; ways that are equal in all four are one too many.
pub(crate) fn dominance(all: &[Ends], findings: &mut Findings) {
    for (i, b) in all.iter().enumerate() {
        let better = |a: &Ends| a.iter().zip(b).all(|(x, y)| x.1 <= y.0);
        // Of two equal ways the later one is at fault.
        let strict = |a: &Ends| a.iter().zip(b).any(|(x, y)| x.1 < y.0);
        if let Some(j) = (0..all.len()).find(|&j| j != i && better(&all[j]) && (j < i || strict(&all[j]))) {
            findings.look_at(Some(i), None);
            findings.add(
                Check::Dominated,
                "way",
                "worth taking",
                format_args!("left out: way {} is at least as good in all four", j + 1),
            );
        }
    }
}

type Measure = (&'static str, fn(&Way) -> f64, Tolerance);

const MEASURES: [Measure; 4] = [
    ("cheapest", |w| w.totals.cost.amount, MONEY),
    ("fastest", |w| w.totals.hours.p50, HOURS),
    ("greenest", |w| w.totals.co2e_kg, CO2E),
    ("safest", |w| w.totals.risk.unwrap_or(0.0), RISK),
];

pub(crate) fn labels(answer: &RouteAnswer, findings: &mut Findings) {
    let ways = &answer.ways;
    for (name, measure, tolerance) in MEASURES {
        let least = ways.iter().map(measure).fold(f64::INFINITY, f64::min);
        one(ways, name, |w| tolerance.holds(measure(w), least), findings);
    }
    // With ways left out the spreads are not those of the set, and only the number of labels can be checked.
    let whole = !answer.notes.iter().any(|n| n.contains("are shown"));
    let nearest = ways.iter().map(|w| far(ways, w)).fold(f64::INFINITY, f64::min);
    one(ways, "balanced", |w| !whole || far(ways, w) <= nearest + ROUNDING, findings);
    names(ways, findings);
}

fn one(ways: &[Way], name: &str, is_true: impl Fn(&Way) -> bool, findings: &mut Findings) {
    let labelled: Vec<usize> = (0..ways.len()).filter(|&i| ways[i].labels.iter().any(|l| l == name)).collect();
    findings.look_at(None, None);
    if labelled.len() != 1 && !ways.is_empty() {
        findings.add(Check::Label, name, format_args!("{} ways", labelled.len()), "one way");
    }
    for i in labelled.into_iter().filter(|&i| !is_true(&ways[i])) {
        findings.look_at(Some(i), None);
        findings.add(Check::Label, name, "this way", "another way");
    }
}

/// Distance from the best of each criterion, each measured by its spread over the ways.
fn far(ways: &[Way], w: &Way) -> f64 {
    let part = |(_, measure, _): &Measure| {
        let (low, high) = ways.iter().map(measure).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
        if high > low { ((measure(w) - low) / (high - low)).powi(2) } else { 0.0 }
    };
    MEASURES.iter().map(part).sum()
}

/// A way is called by its first label; those with labels come first, the others by cost.
fn names(ways: &[Way], findings: &mut Findings) {
    for (i, w) in ways.iter().enumerate() {
        findings.look_at(Some(i), None);
        let wanted = w.labels.first().cloned().unwrap_or_else(|| format!("way {}", i + 1));
        findings.same(Check::Label, "label", &w.label, &wanted);
        let before = i.checked_sub(1).map(|b| &ways[b]);
        let out_of_order = |b: &Way| match (b.labels.is_empty(), w.labels.is_empty()) {
            (true, false) => true,
            (true, true) => b.totals.cost.amount > w.totals.cost.amount + MONEY.absolute,
            _ => false,
        };
        if before.is_some_and(out_of_order) {
            findings.add(Check::Label, "order", "after a way that comes later", "labelled ways first, then by cost");
        }
    }
}
