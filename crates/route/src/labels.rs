//! Names for the ways that most people look for, and their order.

use keruen_results::route::Way;

/// Names of labels, in the order in which ways are shown.
const NAMES: [&str; 5] = ["cheapest", "fastest", "greenest", "safest", "balanced"];

fn cost(w: &Way) -> f64 {
    w.totals.cost.amount
}

fn hours(w: &Way) -> f64 {
    w.totals.hours.p50
}

fn co2e(w: &Way) -> f64 {
    w.totals.co2e_kg
}

/// Ways that no event can stop are equally safe.
fn risk(w: &Way) -> f64 {
    w.totals.risk.unwrap_or(0.0)
}

/// Labels the cheapest, fastest, greenest, safest and balanced way and puts them first; the rest keep the order of their cost.
pub(crate) fn label(ways: &mut [Way]) {
    let picks = [
        least(ways, |w| [cost(w), hours(w), co2e(w), risk(w)]),
        least(ways, |w| [hours(w), cost(w), co2e(w), risk(w)]),
        least(ways, |w| [co2e(w), cost(w), hours(w), risk(w)]),
        least(ways, |w| [risk(w), cost(w), hours(w), co2e(w)]),
        balanced(ways),
    ];
    for (name, pick) in NAMES.into_iter().zip(picks) {
        if let Some(w) = pick.and_then(|i| ways.get_mut(i)) {
            w.labels.push(name.into());
        }
    }
    ways.sort_by(|a, b| {
        a.labels.is_empty().cmp(&b.labels.is_empty()).then(cost(a).total_cmp(&cost(b))).then(hours(a).total_cmp(&hours(b)))
    });
    let order = |w: &Way| NAMES.iter().position(|l| w.labels.first().is_some_and(|x| x == l)).unwrap_or(NAMES.len());
    ways.sort_by_key(order);
    for (i, w) in ways.iter_mut().enumerate() {
        w.label = w.labels.first().cloned().unwrap_or_else(|| format!("way {}", i + 1));
    }
}

fn least(ways: &[Way], key: impl Fn(&Way) -> [f64; 4]) -> Option<usize> {
    let compare = |x: [f64; 4], y: [f64; 4]| {
        x.iter().zip(&y).map(|(a, b)| a.total_cmp(b)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    };
    (0..ways.len()).min_by(|&a, &b| compare(key(&ways[a]), key(&ways[b])))
}

/// The way nearest to the best of each criterion, each measured by its own spread over the set.
fn balanced(ways: &[Way]) -> Option<usize> {
    let measures: [fn(&Way) -> f64; 4] = [cost, hours, co2e, risk];
    let spread: Vec<(f64, f64)> = measures
        .iter()
        .map(|m| {
            let values = ways.iter().map(m);
            (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
        })
        .collect();
    let far = |w: &Way| -> f64 {
        measures.iter().zip(&spread).map(|(m, (low, high))| ((m(w) - low) / (high - low).max(1e-9)).powi(2)).sum()
    };
    (0..ways.len()).min_by(|&a, &b| far(&ways[a]).total_cmp(&far(&ways[b])))
}
