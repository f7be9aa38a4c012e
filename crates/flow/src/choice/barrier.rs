//! Newton's steps on the dual with a logarithmic barrier, the weight of which falls until the gap is small.
//!
//! ```text
//! max  dual(lambda) / V  +  mu (sum ln lambda_r + sum ln s_j),     s_j = sum b_rj lambda_r
//! ```
//! `V` is the sum of all `T / theta`; rows are scaled by the larger of what there is and what may be taken, so that numbers are near 1.

use super::envelope::Envelope;
use super::prune::Kept;
use super::{Choice, ChoiceError};
use keruen_results::Progress;

/// The weight falls by this factor from one point of the path to the next.
const FALL: f64 = 0.15;
/// The weight times the number of inequalities at the end, as a part of `V`. Much less and `s_j`, a difference of prices, drowns in
/// their rounding, and with it how often ships sail.
const LAST_GAP: f64 = 1e-9;
/// Most steps at one weight.
const MOST_STEPS: u32 = 200;
/// A point counts as reached when Newton's decrement is below this part of the weight; the last point more exactly.
const NEAR: f64 = 1e-3;
const AT_LAST: f64 = 1e-9;
/// Parts by which the diagonal is raised, one after the other, until the matrix can be factored.
const RIDGES: [f64; 5] = [0.0, 1e-13, 1e-11, 1e-9, 1e-7];
/// Steps stay inside by this part of the way to the border.
const INSIDE: f64 = 0.95;

/// Rows and what one unit takes of them.
pub(super) type Entries = Vec<(usize, f64)>;
/// A kept column: its number, its scale, its entries.
pub(super) type Listed = (usize, f64, Entries);

/// One user: ways with their costs, uses of kept rows scaled.
pub(super) struct Chooser {
    pub weight: f64,
    pub theta: f64,
    pub ways: Vec<(f64, Entries)>,
}

pub(super) struct Barrier<'a> {
    problem: &'a Choice,
    /// Number of each kept row in the problem, and its scale.
    rows: Vec<(usize, f64)>,
    there: Vec<f64>,
    pub choosers: Vec<Chooser>,
    pub columns: Vec<Listed>,
    pub value: f64,
    pub lambda: Vec<f64>,
    pub mu: f64,
    hessian: Envelope,
    pub steps: u32,
}

impl<'a> Barrier<'a> {
    pub fn new(problem: &'a Choice, kept: &Kept) -> Result<Self, ChoiceError> {
        let value: f64 = problem.users.iter().map(|u| u.amount / u.theta).sum();
        let rows: Vec<(usize, f64)> = (0..problem.rows.len())
            .filter(|&r| kept.rows[r])
            .map(|r| (r, problem.rows[r].abs().max(taken(problem, r))))
            .collect();
        let mut place = vec![usize::MAX; problem.rows.len()];
        rows.iter().enumerate().for_each(|(i, r)| place[r.0] = i);
        let scaled = |list: &[(u32, f64)]| -> Vec<(usize, f64)> {
            let live = list.iter().filter(|e| place[e.0 as usize] != usize::MAX);
            live.map(|&(r, a)| (place[r as usize], a / rows[place[r as usize]].1)).collect()
        };
        let mut choosers: Vec<Chooser> =
            problem.users.iter().map(|u| Chooser { weight: u.amount / value, theta: u.theta, ways: Vec::new() }).collect();
        for way in problem.ways.iter().zip(&kept.ways).filter(|w| *w.1).map(|w| w.0) {
            choosers[way.user as usize].ways.push((way.cost, scaled(&way.uses)));
        }
        let mut columns = Vec::new();
        for (j, column) in problem.columns.iter().enumerate().filter(|(j, _)| kept.columns[*j]) {
            let entries = scaled(column);
            let largest = entries.iter().fold(0.0_f64, |m, e| m.max(e.1.abs()));
            columns.push((j, largest, entries.iter().map(|&(r, a)| (r, a / largest)).collect::<Vec<_>>()));
        }
        let there = rows.iter().map(|&(r, scale)| (problem.rows[r] + problem.inside(r)) / scale).collect();
        let hessian = Envelope::new(envelope(rows.len(), &choosers, &columns));
        let mut barrier =
            Barrier { problem, lambda: vec![1.0; rows.len()], rows, there, choosers, columns, value, mu: 1.0, hessian, steps: 0 };
        barrier.start()?;
        Ok(barrier)
    }

    /// A point inside: what columns bring is cheap enough beside what they take.
    fn start(&mut self) -> Result<(), ChoiceError> {
        let sum = |c: &[(usize, f64)], sign: f64| c.iter().map(|e| (e.1 * sign).max(0.0)).sum::<f64>();
        let ratio = self.columns.iter().map(|c| sum(&c.2, 1.0) / sum(&c.2, -1.0).max(1e-300)).fold(2.0, f64::min);
        for (_, _, entries) in &self.columns {
            entries.iter().filter(|e| e.1 < 0.0).for_each(|e| self.lambda[e.0] = ratio / 2.0);
        }
        if self.columns.iter().all(|c| dot(&c.2, &self.lambda) > 0.0) { Ok(()) } else { Err(ChoiceError::NoRoom) }
    }

    /// Goes along the path.
    pub fn follow(&mut self, progress: &dyn Progress) -> Result<(), ChoiceError> {
        let count = (self.lambda.len() + self.columns.len()) as f64;
        if count == 0.0 {
            return Ok(());
        }
        let last = LAST_GAP / count;
        loop {
            if progress.cancelled() {
                return Err(ChoiceError::Cancelled);
            }
            let ends = self.mu <= last;
            self.centre(if ends { AT_LAST } else { NEAR })?;
            if ends {
                return Ok(());
            }
            self.mu = (self.mu * FALL).max(last);
        }
    }

    /// Newton's steps at one weight.
    fn centre(&mut self, near: f64) -> Result<(), ChoiceError> {
        for _ in 0..MOST_STEPS {
            let slope = self.factored()?;
            let mut step = slope.clone();
            self.hessian.solve(&mut step);
            let decrement: f64 = slope.iter().zip(&step).map(|(a, b)| a * b).sum();
            self.steps += 1;
            if decrement <= near * self.mu || !self.advance(&step, decrement) {
                return Ok(());
            }
            if self.lambda.iter().any(|l| !l.is_finite() || *l > 1e12) {
                return Err(ChoiceError::NoRoom);
            }
        }
        Err(ChoiceError::NoRoom)
    }

    /// The slope, with the matrix factored. Where rounding has made it indefinite its diagonal is raised a little: steps are shorter, the
    /// point they end at is the same.
    fn factored(&mut self) -> Result<Vec<f64>, ChoiceError> {
        for ridge in RIDGES {
            let slope = self.slope_and_curve();
            self.hessian.raise(ridge);
            if self.hessian.factor() {
                return Ok(slope);
            }
        }
        Err(ChoiceError::Numerical)
    }

    /// Slope of the barrier function; minus its curvature into the matrix.
    fn slope_and_curve(&mut self) -> Vec<f64> {
        let n = self.lambda.len();
        self.hessian.clear();
        let mut slope: Vec<f64> = (0..n).map(|r| self.mu / self.lambda[r] - self.there[r]).collect();
        for r in 0..n {
            self.hessian.add(r, r, self.mu / (self.lambda[r] * self.lambda[r]));
        }
        for (_, _, entries) in &self.columns {
            let s = dot(entries, &self.lambda);
            entries.iter().for_each(|e| slope[e.0] += self.mu * e.1 / s);
            outer(&mut self.hessian, entries, self.mu / (s * s));
        }
        for c in &self.choosers {
            let (shares, _) = c.shares(&self.lambda, self.value);
            let mut mean: Vec<(usize, f64)> = Vec::new();
            for ((_, uses), &share) in c.ways.iter().zip(&shares).filter(|w| *w.1 > 0.0) {
                let amount = c.weight * self.value;
                uses.iter().for_each(|u| slope[u.0] += amount * share * u.1);
                outer(&mut self.hessian, uses, amount * self.value * c.theta * share);
                mean.extend(uses.iter().map(|u| (u.0, u.1 * share)));
            }
            merge(&mut mean);
            outer(&mut self.hessian, &mean, -c.weight * self.value * self.value * c.theta);
        }
        slope
    }

    /// A step that stays inside and gains enough; false when none does.
    fn advance(&mut self, step: &[f64], decrement: f64) -> bool {
        let mut most = 1.0_f64;
        for (l, d) in self.lambda.iter().zip(step).filter(|x| *x.1 < 0.0) {
            most = most.min(INSIDE * l / -d);
        }
        for (_, _, entries) in &self.columns {
            let d = dot(entries, step);
            if d < 0.0 {
                most = most.min(INSIDE * dot(entries, &self.lambda) / -d);
            }
        }
        let before = self.worth(&self.lambda);
        let mut size = most;
        for _ in 0..60 {
            let there: Vec<f64> = self.lambda.iter().zip(step).map(|(l, d)| l + size * d).collect();
            // Near the end gains drown in rounding; then a whole step is right.
            let rounding = 1e-13 * before.abs().max(1.0);
            if self.worth(&there) >= before + 0.1 * size * decrement - rounding {
                self.lambda = there;
                return true;
            }
            size /= 2.0;
        }
        false
    }

    fn worth(&self, lambda: &[f64]) -> f64 {
        let dual: f64 = self.choosers.iter().map(|c| c.shares(lambda, self.value).1).sum::<f64>()
            - self.there.iter().zip(lambda).map(|(t, l)| t * l).sum::<f64>();
        let logs = lambda.iter().map(|l| l.ln()).sum::<f64>() + self.columns.iter().map(|c| dot(&c.2, lambda).ln()).sum::<f64>();
        dual + self.mu * logs
    }

    /// Prices of all rows of the problem, and how much of each column: the answer itself where it can be had, else the end of the path.
    pub fn end(&self) -> (Vec<f64>, Vec<f64>) {
        let there: Vec<f64> = self.rows.iter().map(|&(r, scale)| self.problem.rows[r] / scale).collect();
        let polished = self.polish(&there);
        let lambda = polished.as_ref().map_or(&self.lambda, |p| &p.lambda);
        let (mut prices, mut columns) = (vec![0.0; self.problem.rows.len()], vec![0.0; self.problem.columns.len()]);
        self.rows.iter().zip(lambda).for_each(|(&(r, scale), l)| prices[r] = l * self.value / scale);
        for (k, (j, largest, entries)) in self.columns.iter().enumerate() {
            let amount = polished.as_ref().map_or_else(|| self.mu / dot(entries, &self.lambda), |p| p.columns[k]);
            columns[*j] = amount / largest;
        }
        (prices, columns)
    }
}

impl Chooser {
    /// Shares of the ways at these prices, and what the user adds to the dual.
    pub fn shares(&self, lambda: &[f64], value: f64) -> (Vec<f64>, f64) {
        let lengths: Vec<f64> = self.ways.iter().map(|(cost, uses)| cost + value * dot(uses, lambda)).collect();
        let least = lengths.iter().copied().fold(f64::INFINITY, f64::min);
        let mut odds: Vec<f64> = lengths.iter().map(|l| (-self.theta * (l - least)).exp()).collect();
        let all: f64 = odds.iter().sum();
        odds.iter_mut().for_each(|o| *o /= all);
        (odds, self.weight * (least - all.ln() / self.theta))
    }
}

/// The most that ways or columns take of a row, or bring.
fn taken(problem: &Choice, row: usize) -> f64 {
    let of = |list: &[(u32, f64)]| list.iter().filter(|e| e.0 as usize == row).map(|e| e.1.abs()).fold(0.0, f64::max);
    let by_ways = problem.ways.iter().map(|w| of(&w.uses) * problem.users[w.user as usize].amount).fold(0.0, f64::max);
    let by_columns = problem.columns.iter().map(|c| of(c)).fold(0.0, f64::max);
    if by_ways > 0.0 { by_ways } else { by_columns.max(1e-300) }
}

/// First column of each row of the matrix: rows meet where a user or a column touches both.
fn envelope(rows: usize, choosers: &[Chooser], columns: &[Listed]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..rows).collect();
    let mut join = |all: &[usize]| {
        let least = all.iter().copied().min().unwrap_or(0);
        all.iter().for_each(|&r| first[r] = first[r].min(least));
    };
    for c in choosers {
        join(&c.ways.iter().flat_map(|w| w.1.iter().map(|u| u.0)).collect::<Vec<_>>());
    }
    columns.iter().for_each(|c| join(&c.2.iter().map(|e| e.0).collect::<Vec<_>>()));
    first
}

pub(super) fn dot(entries: &[(usize, f64)], x: &[f64]) -> f64 {
    entries.iter().map(|&(r, a)| a * x[r]).sum()
}

fn merge(entries: &mut Vec<(usize, f64)>) {
    entries.sort_unstable_by_key(|e| e.0);
    entries.dedup_by(|b, a| {
        let same = a.0 == b.0;
        if same {
            a.1 += b.1;
        }
        same
    });
}

/// Adds `weight` times the product of a vector with itself.
fn outer(matrix: &mut Envelope, v: &[(usize, f64)], weight: f64) {
    for (n, &(i, a)) in v.iter().enumerate() {
        for &(j, b) in &v[..n] {
            // The same row twice is a square of its sum: both crosses fall on the diagonal.
            matrix.add(i, j, weight * a * b * if i == j { 2.0 } else { 1.0 });
        }
        matrix.add(i, i, weight * a * a);
    }
}
