//! There and back: the way out and the way back, added up label by label.

use keruen_results::Range;
use keruen_results::route::{RouteAnswer, Way};
use keruen_results::seats::{Return, ReturnTotal};

const LABELS: [&str; 5] = ["cheapest", "fastest", "greenest", "safest", "balanced"];

/// The way back beside the way out, and both together for each label that both have.
pub fn there_and_back(out: &RouteAnswer, back: RouteAnswer) -> Return {
    let by = |a: &RouteAnswer, label: &str| a.ways.iter().find(|w| w.labels.iter().any(|l| l == label)).cloned();
    let totals = LABELS.iter().filter_map(|label| Some(total(label, &by(out, label)?, &by(&back, label)?))).collect();
    Return { day: back.question.day.clone(), answer: back, totals }
}

fn total(label: &str, a: &Way, b: &Way) -> ReturnTotal {
    let (x, y) = (&a.totals, &b.totals);
    let without = |w: &Way| w.seats.as_ref().map_or(w.totals.cost.amount, |s| s.fare);
    ReturnTotal {
        label: label.into(),
        cost: x.cost.amount + y.cost.amount,
        range: x.cost.range.zip(y.cost.range).map(|(a, b)| Range { low: a.low + b.low, high: a.high + b.high }),
        without_subsidy: without(a) + without(b),
        hours: x.hours.p50 + y.hours.p50,
        co2e_kg: x.co2e_kg + y.co2e_kg,
    }
}
