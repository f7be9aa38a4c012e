//! Weights from what a party tells, and draws from what it leaves open.
//!
//! Points are shares after division by their sum. Ranks become rank-order centroid weights, `w_k = 1/n (1/k + ... + 1/n)` (Barron and
//! Barrett 1996, Management Science 42/11): the centre of all weights that keep the order; equal ranks share the mean. Intervals
//! have the point of the box-cut simplex that lies the same part of the way up each interval.
//!
//! Draws are uniform over the weights that agree with what was told: all of the simplex, its part in the order of the ranks, or its
//! part inside the intervals (pairwise hit-and-run, Smith 1984, Operations Research 32/6). Points leave nothing open.

use crate::random::Random;

/// Moves of the walk between two draws, for each weight: draws further apart than this hang together by less than 1 %.
const MOVES: usize = 12;

/// What a party tells about its weights, criterion by criterion.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// Any points not below zero.
    Points(Vec<f64>),
    /// 1 = matters most; equal ranks allowed.
    Ranks(Vec<u32>),
    /// Lowest and highest share of each.
    Intervals(Vec<(f64, f64)>),
    /// Nothing.
    Free(usize),
}

impl Weights {
    /// How they were given.
    pub fn name(&self) -> &'static str {
        match self {
            Weights::Points(_) => "points",
            Weights::Ranks(_) => "ranks",
            Weights::Intervals(_) => "intervals",
            Weights::Free(_) => "free",
        }
    }

    /// What no weights can agree with.
    pub fn fault(&self) -> Option<String> {
        match self {
            Weights::Points(p) if p.iter().any(|x| !x.is_finite() || *x < 0.0) => Some("points must not be below zero".into()),
            Weights::Points(p) if p.iter().sum::<f64>() <= 0.0 => Some("at least one criterion needs points".into()),
            Weights::Intervals(b) if b.iter().any(|(l, h)| !(0.0 <= *l && l <= h && *h <= 1.0)) => {
                Some("an interval must run from low to high between 0 and 1".into())
            }
            Weights::Intervals(b) => {
                let (low, high) = (b.iter().map(|x| x.0).sum::<f64>(), b.iter().map(|x| x.1).sum::<f64>());
                let sum = low > 1.0 + 1e-9 || high < 1.0 - 1e-9;
                sum.then(|| format!("weights sum to 1, but the intervals reach from {low:.3} to {high:.3}; widen some"))
            }
            _ => None,
        }
    }

    /// The central weights.
    pub fn centre(&self) -> Vec<f64> {
        match self {
            Weights::Points(p) => {
                let all: f64 = p.iter().sum();
                p.iter().map(|x| x / all).collect()
            }
            Weights::Ranks(r) => centroid(r),
            Weights::Intervals(b) => inside(b),
            Weights::Free(n) => vec![1.0 / *n as f64; *n],
        }
    }
}

/// Rank-order centroid; equal ranks share the mean of their places.
fn centroid(ranks: &[u32]) -> Vec<f64> {
    let n = ranks.len();
    let at = |k: usize| (k..=n).map(|i| 1.0 / i as f64).sum::<f64>() / n as f64;
    let place = |r: u32| {
        let before = ranks.iter().filter(|&&x| x < r).count();
        let same = ranks.iter().filter(|&&x| x == r).count();
        (before + 1..=before + same).map(at).sum::<f64>() / same as f64
    };
    ranks.iter().map(|&r| place(r)).collect()
}

/// The same part of the way up each interval.
fn inside(bounds: &[(f64, f64)]) -> Vec<f64> {
    let low: f64 = bounds.iter().map(|b| b.0).sum();
    let wide: f64 = bounds.iter().map(|b| b.1 - b.0).sum();
    let part = if wide > 0.0 { ((1.0 - low) / wide).clamp(0.0, 1.0) } else { 0.0 };
    bounds.iter().map(|b| b.0 + part * (b.1 - b.0)).collect()
}

/// Draws weights that agree with what was told.
pub(crate) struct Draws<'w> {
    told: &'w Weights,
    at: Vec<f64>,
}

impl<'w> Draws<'w> {
    /// Begins at the centre.
    pub fn new(told: &'w Weights) -> Draws<'w> {
        Draws { told, at: told.centre() }
    }

    /// The next weights.
    pub fn next(&mut self, random: &mut Random) -> &[f64] {
        match self.told {
            Weights::Points(_) => {}
            Weights::Free(n) => self.at = simplex(*n, random),
            Weights::Ranks(ranks) => self.at = ordered(ranks, random),
            Weights::Intervals(bounds) => walk(&mut self.at, bounds, random),
        }
        &self.at
    }
}

/// Uniform on the simplex: gaps between sorted uniform numbers (Devroye 1986, chapter V.2).
fn simplex(n: usize, random: &mut Random) -> Vec<f64> {
    let mut cuts: Vec<f64> = (1..n).map(|_| random.unit()).collect();
    cuts.push(1.0);
    cuts.sort_by(f64::total_cmp);
    let mut last = 0.0;
    cuts.iter().map(|&c| c - std::mem::replace(&mut last, c)).collect()
}

/// Uniform on the part of the simplex in the order of the ranks: a uniform point, sorted; equal ranks share out their places by lot.
fn ordered(ranks: &[u32], random: &mut Random) -> Vec<f64> {
    let mut sizes = simplex(ranks.len(), random);
    sizes.sort_by(|a, b| b.total_cmp(a));
    let mut order: Vec<(u32, f64, usize)> = ranks.iter().enumerate().map(|(i, &r)| (r, random.unit(), i)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut out = vec![0.0; ranks.len()];
    for (size, (_, _, i)) in sizes.into_iter().zip(order) {
        out[i] = size;
    }
    out
}

/// What one weight gives, another takes: uniform within both intervals, many times over.
fn walk(at: &mut [f64], bounds: &[(f64, f64)], random: &mut Random) {
    let n = at.len();
    if n < 2 {
        return;
    }
    for _ in 0..MOVES * n {
        let i = random.below(n);
        let j = (i + 1 + random.below(n - 1)) % n;
        let low = (bounds[i].0 - at[i]).max(at[j] - bounds[j].1);
        let high = (bounds[i].1 - at[i]).min(at[j] - bounds[j].0);
        if high > low {
            let t = low + (high - low) * random.unit();
            at[i] += t;
            at[j] -= t;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Barron and Barrett 1996, table 1: rank-order centroid weights of 3 and of 4 attributes.
    #[test]
    fn centroids_of_barron_and_barrett() {
        let printed = |r: &[u32]| centroid(r).iter().map(|w| (w * 1e4).round() / 1e4).collect::<Vec<_>>();
        assert_eq!(printed(&[1, 2, 3]), [0.6111, 0.2778, 0.1111]);
        assert_eq!(printed(&[4, 2, 1, 3]), [0.0625, 0.2708, 0.5208, 0.1458]);
    }

    #[test]
    fn equal_ranks_share_their_places() {
        let w = centroid(&[1, 2, 2]);
        assert_eq!(w[1], w[2]);
        assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-12 && (w[1] - (0.277_777_777 + 0.111_111_111) / 2.0).abs() < 1e-8);
    }

    fn mean_of(told: &Weights, n: usize) -> Vec<f64> {
        let (mut random, mut draws) = (Random::new(7, 1), Draws::new(told));
        let mut sum = vec![0.0; told.centre().len()];
        for _ in 0..n {
            for (s, w) in sum.iter_mut().zip(draws.next(&mut random)) {
                *s += w / n as f64;
            }
        }
        sum
    }

    /// The centroid is the mean of the ordered simplex: what Barron and Barrett derive it from.
    #[test]
    fn draws_in_order_have_the_centroid_as_mean() {
        let told = Weights::Ranks(vec![2, 1, 3, 4]);
        for (a, b) in mean_of(&told, 40_000).iter().zip(told.centre()) {
            assert!((a - b).abs() < 4e-3, "{a} {b}");
        }
    }

    /// The walk inside intervals against throwing away whatever falls outside.
    #[test]
    fn walk_agrees_with_rejection() {
        let bounds = vec![(0.1, 0.5), (0.0, 0.3), (0.3, 0.9)];
        let walked = mean_of(&Weights::Intervals(bounds.clone()), 40_000);
        let (mut random, mut kept, mut sum) = (Random::new(3, 2), 0.0, [0.0; 3]);
        for _ in 0..400_000 {
            let w = simplex(3, &mut random);
            if w.iter().zip(&bounds).all(|(x, b)| b.0 <= *x && *x <= b.1) {
                kept += 1.0;
                sum.iter_mut().zip(&w).for_each(|(s, x)| *s += x);
            }
        }
        for (a, b) in walked.iter().zip(sum.map(|s| s / kept)) {
            assert!((a - b).abs() < 4e-3, "{a} {b}");
        }
    }

    #[test]
    fn intervals_that_cannot_sum_to_one_are_told() {
        assert!(Weights::Intervals(vec![(0.0, 0.2), (0.1, 0.3)]).fault().is_some_and(|f| f.contains("0.500")));
        assert!(Weights::Points(vec![0.0, 0.0]).fault().is_some());
    }
}
