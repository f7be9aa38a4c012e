//! Cholesky's factors of a symmetric positive definite matrix, kept within the envelope of its rows: what stands before the first
//! entry of a row stays zero. Rows of different periods do not meet, so twelve months cost twelve times one.

/// The lower half, row by row from its first entry to the diagonal.
#[derive(Clone, Debug)]
pub(super) struct Envelope {
    first: Vec<usize>,
    rows: Vec<Vec<f64>>,
}

impl Envelope {
    /// A zero matrix whose rows begin at these columns.
    pub fn new(first: Vec<usize>) -> Self {
        let rows = first.iter().enumerate().map(|(i, &f)| vec![0.0; i + 1 - f]).collect();
        Self { first, rows }
    }

    pub fn clear(&mut self) {
        self.rows.iter_mut().for_each(|r| r.fill(0.0));
    }

    /// Adds to an entry; the larger of the two numbers is the row.
    pub fn add(&mut self, i: usize, j: usize, value: f64) {
        let (row, column) = (i.max(j), i.min(j));
        self.rows[row][column - self.first[row]] += value;
    }

    /// Raises the diagonal by a part of itself.
    pub fn raise(&mut self, part: f64) {
        self.rows.iter_mut().filter_map(|r| r.last_mut()).for_each(|d| *d *= 1.0 + part);
    }

    /// Factors in place; false when the matrix is not positive definite.
    pub fn factor(&mut self) -> bool {
        for i in 0..self.rows.len() {
            let (done, rest) = self.rows.split_at_mut(i);
            let (row, from) = (&mut rest[0], self.first[i]);
            for j in from..i {
                let start = from.max(self.first[j]);
                let other = &done[j][start - self.first[j]..j - self.first[j]];
                let mine = &row[start - from..j - from];
                let inner: f64 = mine.iter().zip(other).map(|(a, b)| a * b).sum();
                row[j - from] = (row[j - from] - inner) / done[j][j - self.first[j]];
            }
            let square: f64 = row[..i - from].iter().map(|x| x * x).sum();
            let pivot = row[i - from] - square;
            if pivot.is_nan() || pivot <= 0.0 {
                return false;
            }
            row[i - from] = pivot.sqrt();
        }
        true
    }

    /// Solves with the factors, in place.
    pub fn solve(&self, x: &mut [f64]) {
        for i in 0..x.len() {
            let (row, from) = (&self.rows[i], self.first[i]);
            let inner: f64 = row[..i - from].iter().zip(&x[from..i]).map(|(a, b)| a * b).sum();
            x[i] = (x[i] - inner) / row[i - from];
        }
        for i in (0..x.len()).rev() {
            let (row, from) = (&self.rows[i], self.first[i]);
            x[i] /= row[i - from];
            let value = x[i];
            x[from..i].iter_mut().zip(&row[..i - from]).for_each(|(x, a)| *x -= a * value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_system() {
        // | 4 2 0 |       | 1 |   |  8 |
        // | 2 5 3 | times | 2 | = | 21 |
        // | 0 3 6 |       | 3 |   | 24 |
        let mut e = Envelope::new(vec![0, 0, 1]);
        for (i, j, v) in [(0, 0, 4.0), (1, 0, 2.0), (1, 1, 5.0), (2, 1, 3.0), (2, 2, 6.0)] {
            e.add(i, j, v);
        }
        assert!(e.factor());
        let mut x = vec![8.0, 21.0, 24.0];
        e.solve(&mut x);
        for (got, want) in x.iter().zip([1.0, 2.0, 3.0]) {
            assert!((got - want).abs() < 1e-12);
        }
    }
}
