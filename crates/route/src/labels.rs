//! Names for the ways that most people look for, and their order.

/// Names of labels, in the order in which ways are shown.
const NAMES: [&str; 5] = ["cheapest", "fastest", "greenest", "safest", "balanced"];

/// Most ways that have a label.
pub(crate) const LABELLED: usize = NAMES.len();

/// What a way is judged by; ways that no event can stop are equally safe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rated {
    pub cost: f64,
    pub hours: f64,
    pub co2e_kg: f64,
    pub risk: f64,
}

/// A way in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pick {
    /// Its number among those rated.
    pub at: usize,
    pub labels: Vec<&'static str>,
    /// The first of its labels, or its number in the order.
    pub label: String,
}

/// The cheapest, fastest, greenest, safest and balanced way first; the rest by their cost.
pub(crate) fn ranked(ways: &[Rated]) -> Vec<Pick> {
    let picks = [
        least(ways, |w| [w.cost, w.hours, w.co2e_kg, w.risk]),
        least(ways, |w| [w.hours, w.cost, w.co2e_kg, w.risk]),
        least(ways, |w| [w.co2e_kg, w.cost, w.hours, w.risk]),
        least(ways, |w| [w.risk, w.cost, w.hours, w.co2e_kg]),
        balanced(ways),
    ];
    let labels = |i: usize| NAMES.into_iter().zip(picks).filter(|(_, pick)| *pick == Some(i)).map(|(name, _)| name).collect();
    let mut out: Vec<Pick> = (0..ways.len()).map(|at| Pick { at, labels: labels(at), label: String::new() }).collect();
    let order = |p: &Pick| NAMES.iter().position(|l| p.labels.first() == Some(l)).unwrap_or(NAMES.len());
    let (cost, hours) = (|p: &Pick| ways[p.at].cost, |p: &Pick| ways[p.at].hours);
    out.sort_by(|a, b| order(a).cmp(&order(b)).then(cost(a).total_cmp(&cost(b))).then(hours(a).total_cmp(&hours(b))));
    for (i, pick) in out.iter_mut().enumerate() {
        pick.label = pick.labels.first().map_or_else(|| format!("way {}", i + 1), |l| (*l).to_string());
    }
    out
}

fn least(ways: &[Rated], key: impl Fn(&Rated) -> [f64; 4]) -> Option<usize> {
    let compare = |x: [f64; 4], y: [f64; 4]| {
        x.iter().zip(&y).map(|(a, b)| a.total_cmp(b)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    };
    (0..ways.len()).min_by(|&a, &b| compare(key(&ways[a]), key(&ways[b])))
}

/// The way nearest to the best of each criterion, each measured by its own spread over the set.
fn balanced(ways: &[Rated]) -> Option<usize> {
    let measures: [fn(&Rated) -> f64; 4] = [|w| w.cost, |w| w.hours, |w| w.co2e_kg, |w| w.risk];
    let spread: Vec<(f64, f64)> = measures
        .iter()
        .map(|m| {
            let values = ways.iter().map(m);
            (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
        })
        .collect();
    let far = |w: &Rated| -> f64 {
        measures.iter().zip(&spread).map(|(m, (low, high))| ((m(w) - low) / (high - low).max(1e-9)).powi(2)).sum()
    };
    (0..ways.len()).min_by(|&a, &b| far(&ways[a]).total_cmp(&far(&ways[b])))
}
