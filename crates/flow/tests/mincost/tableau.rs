//! A slow simplex: one dense tableau, two phases, Bland's rule.

/// min c x, A x = b, x >= 0.
#[derive(Default)]
pub struct Tableau {
    pub cost: Vec<f64>,
    /// Entries and side of each row.
    pub rows: Vec<(Vec<(usize, f64)>, f64)>,
}

impl Tableau {
    pub fn variable(&mut self, cost: f64) -> usize {
        self.cost.push(cost);
        self.cost.len() - 1
    }

    /// Adds `entries + slack = side` (`sign` 1) or `entries - slack = side` (-1).
    pub fn bound(&mut self, mut entries: Vec<(usize, f64)>, sign: f64, side: f64) {
        let slack = self.variable(0.0);
        entries.push((slack, sign));
        self.rows.push((entries, side));
    }

    /// The least cost; `None` when the rows contradict each other.
    pub fn solve(&self) -> Option<f64> {
        let (n, m) = (self.cost.len(), self.rows.len());
        let width = n + m + 1;
        let mut a = vec![vec![0.0; width]; m];
        for (i, (entries, side)) in self.rows.iter().enumerate() {
            let sign = if *side < 0.0 { -1.0 } else { 1.0 };
            entries.iter().for_each(|&(j, value)| a[i][j] += sign * value);
            (a[i][n + i], a[i][width - 1]) = (1.0, sign * side);
        }
        let mut basis: Vec<usize> = (n..n + m).collect();
        let artificial: Vec<f64> = (0..n + m).map(|j| f64::from(u8::from(j >= n))).collect();
        if run(&mut a, &mut basis, &artificial, n + m) > 1e-7 {
            return None;
        }
        // Artificial columns that stay basic at zero leave where anything else can enter.
        for i in 0..m {
            if basis[i] >= n
                && let Some(j) = (0..n).find(|&j| a[i][j].abs() > 1e-7)
            {
                pivot(&mut a, &mut basis, i, j);
            }
        }
        let cost: Vec<f64> = self.cost.iter().copied().chain(vec![0.0; m]).collect();
        Some(run(&mut a, &mut basis, &cost, n))
    }
}

fn run(a: &mut [Vec<f64>], basis: &mut [usize], cost: &[f64], columns: usize) -> f64 {
    let side = a.first().map_or(0, |row| row.len() - 1);
    let total = |a: &[Vec<f64>], basis: &[usize]| basis.iter().zip(a).map(|(&j, row)| cost[j] * row[side]).sum();
    loop {
        let reduced = |j: usize| cost[j] - basis.iter().zip(a.iter()).map(|(&b, row)| cost[b] * row[j]).sum::<f64>();
        let Some(enter) = (0..columns).find(|&j| reduced(j) < -1e-9) else { return total(a, basis) };
        let ratio = |i: usize| a[i][side] / a[i][enter];
        let candidates = (0..a.len()).filter(|&i| a[i][enter] > 1e-9);
        let least = candidates.clone().map(ratio).fold(f64::INFINITY, f64::min);
        let leave = candidates.filter(|&i| ratio(i) <= least + 1e-12).min_by_key(|&i| basis[i]).expect("costs are bounded");
        pivot(a, basis, leave, enter);
    }
}

fn pivot(a: &mut [Vec<f64>], basis: &mut [usize], i: usize, j: usize) {
    let by = a[i][j];
    a[i].iter_mut().for_each(|value| *value /= by);
    let row = a[i].clone();
    for (other, values) in a.iter_mut().enumerate().filter(|(other, _)| *other != i) {
        let factor = values[j];
        if factor != 0.0 {
            values.iter_mut().zip(&row).for_each(|(value, r)| *value -= factor * r);
        }
        debug_assert_ne!(other, i);
    }
    basis[i] = j;
}
