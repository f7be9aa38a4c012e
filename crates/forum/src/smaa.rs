//! SMAA-2 (Lahdelma and Salminen 2001, Operations Research 49/3, sections 2 and 3), by Monte Carlo.
//!
//! ```text
//! b(a, r) = share of the draws of weights and values in which a takes rank r
//! central(a) = mean of the weights of the draws in which a is first
//! confidence(a) = share of the draws of values in which a is first under central(a)
//! ```
//!
//! Weights: uniform over all that agree with what the party told. Values: half of the chance below the central value, half above,
//! uniform on each side; one draw a column where the doubt is common to all scenarios, one a cell else. A missing value may be
//! anything from worst to best. Equal scores share their ranks. The standard error of a share of N draws is at most 0.5 / sqrt(N).

use crate::opinion::{EQUAL, Opinion};
use crate::random::Random;
use crate::weights::{Draws, Weights};
use keruen_results::forum::{Smaa, Span};

/// Confidence needs one draw in four: it is one share, not a table of them.
const CONFIDENCE: u32 = 4;

/// Acceptability of every scenario.
pub(crate) fn smaa(o: &Opinion<'_>, told: &Weights, draws: u32, random: &mut Random) -> Smaa {
    let (n, m) = (o.len(), o.weights.len());
    let mut tally = Tally::new(n, m);
    let mut weights = Draws::new(told);
    let mut values = vec![0.0; n * m];
    for _ in 0..draws {
        draw(o, &mut values, random);
        tally.note(weights.next(random), &values);
    }
    let central = tally.central();
    let confidence = confidence(o, &central, draws.div_ceil(CONFIDENCE), random);
    let share = |row: &[f64]| row.iter().map(|x| x / f64::from(draws.max(1))).collect::<Vec<f64>>();
    Smaa {
        draws,
        acceptability: tally.ranks.chunks(n.max(1)).map(share).collect(),
        central,
        confidence,
        beats: tally.beats.chunks(n.max(1)).map(share).collect(),
    }
}

/// One draw of all values, `[scenario][criterion]`.
fn draw(o: &Opinion<'_>, values: &mut [f64], random: &mut Random) {
    let m = o.weights.len();
    for k in 0..m {
        let common = random.unit();
        for (a, cell) in o.cells[k].iter().enumerate() {
            values[a * m + k] = match cell {
                Some(x) if x.low == x.high => o.scales[k].value(x.mid),
                Some(x) => o.scales[k].value(quantile(x, if o.together[k] { common } else { random.unit() })),
                None => random.unit(),
            };
        }
    }
}

fn quantile(x: &Span, u: f64) -> f64 {
    if u < 0.5 { x.low + (x.mid - x.low) * 2.0 * u } else { x.mid + (x.high - x.mid) * (2.0 * u - 1.0) }
}

/// Counts over the draws.
struct Tally {
    n: usize,
    scores: Vec<f64>,
    ranks: Vec<f64>,
    beats: Vec<f64>,
    first: Vec<f64>,
    weights: Vec<Vec<f64>>,
}

impl Tally {
    fn new(n: usize, m: usize) -> Tally {
        Tally {
            n,
            scores: vec![0.0; n],
            ranks: vec![0.0; n * n],
            beats: vec![0.0; n * n],
            first: vec![0.0; n],
            weights: vec![vec![0.0; m]; n],
        }
    }

    fn note(&mut self, w: &[f64], values: &[f64]) {
        let n = self.n;
        scores(w, values, &mut self.scores);
        for a in 0..n {
            let (mut before, mut same) = (0, 0);
            for b in 0..n {
                let d = self.scores[b] - self.scores[a];
                before += usize::from(d > EQUAL);
                same += usize::from(d.abs() <= EQUAL);
                if a != b && d < -EQUAL {
                    self.beats[a * n + b] += 1.0;
                }
            }
            for r in before..before + same {
                self.ranks[a * n + r] += 1.0 / same as f64;
            }
            if before == 0 {
                let part = 1.0 / same as f64;
                self.first[a] += part;
                self.weights[a].iter_mut().zip(w).for_each(|(s, x)| *s += part * x);
            }
        }
    }

    fn central(&self) -> Vec<Option<Vec<f64>>> {
        let mean = |(w, &f): (&Vec<f64>, &f64)| (f > 0.0).then(|| w.iter().map(|x| x / f).collect());
        self.weights.iter().zip(&self.first).map(mean).collect()
    }
}

fn scores(w: &[f64], values: &[f64], into: &mut [f64]) {
    for (s, row) in into.iter_mut().zip(values.chunks(w.len())) {
        *s = row.iter().zip(w).map(|(v, w)| v * w).sum();
    }
}

fn confidence(o: &Opinion<'_>, central: &[Option<Vec<f64>>], draws: u32, random: &mut Random) -> Vec<Option<f64>> {
    let (n, m) = (o.len(), o.weights.len());
    let (mut values, mut s) = (vec![0.0; n * m], vec![0.0; n]);
    let mut first = vec![0.0; n];
    for _ in 0..draws {
        draw(o, &mut values, random);
        for (a, w) in central.iter().enumerate() {
            let Some(w) = w else { continue };
            scores(w, &values, &mut s);
            let best = s.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if s[a] >= best - EQUAL {
                first[a] += 1.0 / s.iter().filter(|x| **x >= best - EQUAL).count() as f64;
            }
        }
    }
    central.iter().zip(first).map(|(w, f)| w.as_ref().map(|_| f / f64::from(draws.max(1)))).collect()
}
