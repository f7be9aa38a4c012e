//! Small symmetric matrices: as many rows as there are observations.

/// Products of every row with every spread row.
pub(super) fn products(rows: &[&[f64]], spread: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum();
    rows.iter().map(|r| spread.iter().map(|s| dot(r, s)).collect()).collect()
}

/// Solves a symmetric positive definite system in place, by Cholesky's factors.
pub(super) fn solve(matrix: &[Vec<f64>], x: &mut [f64]) {
    let n = x.len();
    let mut low = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let inner: f64 = (0..j).map(|k| low[i][k] * low[j][k]).sum();
            let rest: f64 = matrix[i][j] - inner;
            low[i][j] = if i == j { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / low[j][j] };
        }
    }
    for i in 0..n {
        let inner: f64 = (0..i).map(|k| low[i][k] * x[k]).sum();
        x[i] = (x[i] - inner) / low[i][i];
    }
    for i in (0..n).rev() {
        let inner: f64 = (i + 1..n).map(|k| low[k][i] * x[k]).sum();
        x[i] = (x[i] - inner) / low[i][i];
    }
}

/// Sweeps of Jacobi's rotations; a dozen settle any matrix of this size.
const SWEEPS: usize = 30;

/// Eigenvalues, the largest first, and their vectors (Jacobi 1846).
pub(super) fn eigen(mut a: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = a.len();
    let mut v: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for _ in 0..SWEEPS {
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut v, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a[j][j].total_cmp(&a[i][i]).then(i.cmp(&j)));
    (order.iter().map(|&i| a[i][i]).collect(), order.iter().map(|&i| (0..n).map(|k| v[k][i]).collect()).collect())
}

/// Turns the plane of two axes until their entry is zero.
fn rotate(a: &mut [Vec<f64>], v: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q].abs() <= f64::EPSILON * (a[p][p] * a[q][q]).abs().sqrt() {
        return;
    }
    let half = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = half.signum() / (half.abs() + (half * half + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for row in a.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    // p comes before q.
    let (above, below) = a.split_at_mut(q);
    for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
    for row in v.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_and_its_eigenvalues() {
        // | 4 2 |  has 3 +- sqrt(5); | 4 2 | | 1 | = | 8 |
        // | 2 2 |                    | 2 2 | | 2 |   | 6 |
        let matrix = vec![vec![4.0, 2.0], vec![2.0, 2.0]];
        let mut x = vec![8.0, 6.0];
        solve(&matrix, &mut x);
        assert!((x[0] - 1.0).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12);
        let (values, vectors) = eigen(matrix);
        assert!((values[0] - (3.0 + 5.0_f64.sqrt())).abs() < 1e-12 && (values[1] - (3.0 - 5.0_f64.sqrt())).abs() < 1e-12);
        let v = &vectors[0];
        assert!((4.0 * v[0] + 2.0 * v[1] - values[0] * v[0]).abs() < 1e-12);
    }
}
