//! Names for the ways that most people look for, and their order.

use keruen_results::route::Way;

/// Labels the cheapest, fastest, greenest and balanced way and puts them first; the rest keep the order of their cost.
pub(crate) fn label(ways: &mut [Way]) {
    let cost = |w: &Way| w.totals.cost.amount;
    let hours = |w: &Way| w.totals.hours.p50;
    let co2e = |w: &Way| w.totals.co2e_kg;
    let picks = [
        ("cheapest", least(ways, |w| (cost(w), hours(w), co2e(w)))),
        ("fastest", least(ways, |w| (hours(w), cost(w), co2e(w)))),
        ("greenest", least(ways, |w| (co2e(w), cost(w), hours(w)))),
        ("balanced", balanced(ways)),
    ];
    for (name, pick) in picks {
        if let Some(w) = pick.and_then(|i| ways.get_mut(i)) {
            w.labels.push(name.into());
        }
    }
    ways.sort_by(|a, b| {
        a.labels.is_empty().cmp(&b.labels.is_empty()).then(cost(a).total_cmp(&cost(b))).then(hours(a).total_cmp(&hours(b)))
    });
    let order = |w: &Way| {
        ["cheapest", "fastest", "greenest", "balanced"].iter().position(|l| w.labels.first().is_some_and(|x| x == l)).unwrap_or(9)
    };
    ways.sort_by_key(order);
    for (i, w) in ways.iter_mut().enumerate() {
        w.label = w.labels.first().cloned().unwrap_or_else(|| format!("way {}", i + 1));
    }
}

fn least(ways: &[Way], key: impl Fn(&Way) -> (f64, f64, f64)) -> Option<usize> {
    (0..ways.len()).min_by(|&a, &b| {
        let (x, y) = (key(&ways[a]), key(&ways[b]));
        x.0.total_cmp(&y.0).then(x.1.total_cmp(&y.1)).then(x.2.total_cmp(&y.2))
    })
}

/// The way nearest to the best of each criterion, each measured by its own spread over the set.
fn balanced(ways: &[Way]) -> Option<usize> {
    let measures: [fn(&Way) -> f64; 3] = [|w| w.totals.cost.amount, |w| w.totals.hours.p50, |w| w.totals.co2e_kg];
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
