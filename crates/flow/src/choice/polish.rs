//! From the end of the barrier's path to the answer itself: which rows and columns are in use is known by then, and on these the conditions
//! of the optimum are equations.
//!
//! ```text
//! rows in use A      taken by ways at the prices + taken by columns = there is
//! columns in use B   sum over A of b_rj lambda_r = 0
//! ```
//! Newton's steps on both; then what comes out negative is dropped, what comes out broken is added, one at a time, until nothing is left to
//! change. Rows are met to rounding, and what is not in use has no price and no flow at all.

use super::barrier::{Barrier, dot};

/// Changes of what is in use.
const ROUNDS: usize = 60;
/// Newton's steps for one set.
const STEPS: usize = 30;
/// Rows are scaled to be near 1: a miss below this is rounding.
const MET: f64 = 1e-12;
/// What the last step leaves may not be above this.
const SETTLED: f64 = 1e-10;
/// A pivot below this part of the largest entry of its row is none: the row says what others say.
const PIVOT: f64 = 1e-13;

/// Prices and columns, scaled as in the barrier.
#[derive(Clone, Debug)]
pub(super) struct Polished {
    pub lambda: Vec<f64>,
    pub columns: Vec<f64>,
}

/// What is in use.
struct InUse {
    rows: Vec<bool>,
    columns: Vec<bool>,
}

impl InUse {
    fn list(flags: &[bool]) -> Vec<usize> {
        (0..flags.len()).filter(|&i| flags[i]).collect()
    }
}

impl Barrier<'_> {
    /// The answer for rows of which there is so much, scaled; `None` where the conditions cannot be met.
    pub fn polish(&self, there: &[f64]) -> Option<Polished> {
        let brought: Vec<f64> = self.columns.iter().map(|c| dot(&c.2, &self.lambda)).collect();
        let mut used = InUse {
            rows: self.lambda.iter().map(|l| l * l > self.mu).collect(),
            columns: brought.iter().map(|s| s * s < self.mu).collect(),
        };
        let mut at = Polished { lambda: self.lambda.clone(), columns: brought.iter().map(|s| self.mu / s).collect() };
        for _ in 0..ROUNDS {
            clear(&mut at.lambda, &used.rows);
            clear(&mut at.columns, &used.columns);
            self.settle(there, &used, &mut at)?;
            if !self.change(there, &mut used, &at) {
                at.lambda.iter_mut().chain(&mut at.columns).for_each(|x| *x = x.max(0.0));
                return Some(at);
            }
        }
        None
    }

    /// Newton's steps until the equations hold.
    fn settle(&self, there: &[f64], used: &InUse, at: &mut Polished) -> Option<()> {
        let (rows, columns) = (InUse::list(&used.rows), InUse::list(&used.columns));
        let mut last = f64::INFINITY;
        for _ in 0..STEPS {
            let miss = self.misses(there, (&rows, &columns), at);
            let worst = miss.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
            if worst <= MET || worst >= last && worst <= SETTLED {
                return Some(());
            }
            last = worst;
            let mut matrix = self.slopes((&rows, &columns), at);
            let step = solve(&mut matrix, miss);
            if step.iter().any(|x| !x.is_finite()) {
                return None;
            }
            rows.iter().zip(&step).for_each(|(&r, d)| at.lambda[r] += d);
            columns.iter().zip(&step[rows.len()..]).for_each(|(&j, d)| at.columns[j] += d);
        }
        None
    }

    /// By how much the equations are missed, negative where there is room.
    fn misses(&self, there: &[f64], (rows, columns): (&[usize], &[usize]), at: &Polished) -> Vec<f64> {
        let taken = self.taken(at);
        let of_rows = rows.iter().map(|&r| there[r] - taken[r]);
        of_rows.chain(columns.iter().map(|&j| -dot(&self.columns[j].2, &at.lambda))).collect()
    }

    /// What is taken of each row, less what columns bring.
    fn taken(&self, at: &Polished) -> Vec<f64> {
        let mut out = vec![0.0; at.lambda.len()];
        for c in &self.choosers {
            let (shares, _) = c.shares(&at.lambda, self.value);
            for ((_, uses), share) in c.ways.iter().zip(&shares) {
                uses.iter().for_each(|u| out[u.0] += c.weight * self.value * share * u.1);
            }
        }
        for (column, &y) in self.columns.iter().zip(&at.columns) {
            column.2.iter().for_each(|e| out[e.0] += e.1 * y);
        }
        out
    }

    /// Slopes of what is taken in the prices and columns in use, then of what columns are worth.
    fn slopes(&self, (rows, columns): (&[usize], &[usize]), at: &Polished) -> Vec<Vec<f64>> {
        let n = rows.len();
        let mut place = vec![usize::MAX; at.lambda.len()];
        rows.iter().enumerate().for_each(|(i, &r)| place[r] = i);
        let mut matrix = vec![vec![0.0; n + columns.len()]; n + columns.len()];
        for c in &self.choosers {
            let (shares, _) = c.shares(&at.lambda, self.value);
            let size = c.weight * self.value * self.value * c.theta;
            let live = |uses: &[(usize, f64)]| -> Vec<(usize, f64)> {
                uses.iter().filter(|u| place[u.0] != usize::MAX).map(|u| (place[u.0], u.1)).collect()
            };
            let mut mean = vec![0.0; n];
            for ((_, uses), &share) in c.ways.iter().zip(&shares).filter(|w| *w.1 > 0.0) {
                let uses = live(uses);
                for &(i, a) in &uses {
                    uses.iter().for_each(|&(j, b)| matrix[i][j] -= size * share * a * b);
                    mean[i] += share * a;
                }
            }
            let mean: Vec<(usize, f64)> = mean.into_iter().enumerate().filter(|m| m.1 != 0.0).collect();
            for &(i, a) in &mean {
                mean.iter().for_each(|&(j, b)| matrix[i][j] += size * a * b);
            }
        }
        for (k, &j) in columns.iter().enumerate() {
            for e in self.columns[j].2.iter().filter(|e| place[e.0] != usize::MAX) {
                matrix[place[e.0]][n + k] += e.1;
                matrix[n + k][place[e.0]] += e.1;
            }
        }
        matrix
    }

    /// Drops the most negative, else adds the most broken; false when there is neither.
    fn change(&self, there: &[f64], used: &mut InUse, at: &Polished) -> bool {
        let largest = at.lambda.iter().fold(0.0_f64, |m, l| m.max(l.abs())).max(f64::MIN_POSITIVE);
        let most = at.columns.iter().fold(0.0_f64, |m, y| m.max(y.abs())).max(f64::MIN_POSITIVE);
        let taken = self.taken(at);
        let negative_row = worst(at.lambda.iter().map(|l| -l / largest), |r| used.rows[r]);
        let negative_column = worst(at.columns.iter().map(|y| -y / most), |j| used.columns[j]);
        let broken_row = worst(taken.iter().zip(there).map(|(t, there)| t - there), |r| !used.rows[r]);
        let pays = self.columns.iter().map(|c| -dot(&c.2, &at.lambda) / largest);
        let broken_column = worst(pays, |j| !used.columns[j]);
        match (negative_row, negative_column, broken_row, broken_column) {
            (Some(r), ..) => used.rows[r] = false,
            (_, Some(j), ..) => used.columns[j] = false,
            (_, _, Some(r), _) => used.rows[r] = true,
            (.., Some(j)) => used.columns[j] = true,
            _ => return false,
        }
        true
    }
}

/// The largest of some values, where it is more than rounding.
fn worst(values: impl Iterator<Item = f64>, counts: impl Fn(usize) -> bool) -> Option<usize> {
    let some = values.enumerate().filter(|(i, v)| counts(*i) && *v > SETTLED);
    some.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|x| x.0)
}

fn clear(values: &mut [f64], used: &[bool]) {
    values.iter_mut().zip(used).filter(|v| !v.1).for_each(|v| *v.0 = 0.0);
}

/// Gauss with row pivots; an unknown without a pivot stays as it is.
fn solve(matrix: &mut [Vec<f64>], mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for (row, b) in matrix.iter_mut().zip(&mut right) {
        let size = row.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        if size > 0.0 {
            row.iter_mut().for_each(|x| *x /= size);
            *b /= size;
        }
    }
    let mut pivots: Vec<(usize, usize)> = Vec::new();
    let mut next = 0;
    for column in 0..n {
        let best = (next..n).max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()));
        let Some(row) = best.filter(|&r| matrix[r][column].abs() > PIVOT) else { continue };
        matrix.swap(next, row);
        right.swap(next, row);
        let (done, rest) = matrix.split_at_mut(next + 1);
        let pivot = &done[next];
        for (i, row) in rest.iter_mut().enumerate().filter(|(_, r)| r[column] != 0.0) {
            let factor = row[column] / pivot[column];
            row[column..].iter_mut().zip(&pivot[column..]).for_each(|(x, p)| *x -= factor * p);
            right[next + 1 + i] -= factor * right[next];
        }
        pivots.push((next, column));
        next += 1;
    }
    let mut x = vec![0.0; n];
    for &(row, column) in pivots.iter().rev() {
        let inner: f64 = (column + 1..n).map(|j| matrix[row][j] * x[j]).sum();
        x[column] = (right[row] - inner) / matrix[row][column];
    }
    x
}
