//! A sparse matrix taken apart: `P W Q = L U`, pivots chosen for little fill-in (Markowitz 1957) among entries that are not
//! small in their row.
//!
//! Rows and columns of `W` keep their numbers outside; inside, step `k` of the elimination has a pivot row and a pivot column.

/// An entry may be a pivot when it is at least this part of the largest of its row.
const THRESHOLD: f64 = 0.1;
/// Below this, an entry is nothing but rounding.
const DROP: f64 = 1e-13;
/// Below this, no pivot is left: the matrix is singular.
const SINGULAR: f64 = 1e-9;
/// How many short rows and columns are looked at for a pivot.
const CANDIDATES: usize = 4;

/// The factors.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lu {
    pivot_row: Vec<u32>,
    pivot_column: Vec<u32>,
    diagonal: Vec<f64>,
    lower: Lists,
    /// Which step each list of `lower` belongs to; steps without entries have none.
    lower_step: Vec<u32>,
    upper_rows: Lists,
    upper_columns: Lists,
    work: Vec<f64>,
}

/// Lists of (number, value), end to end.
#[derive(Clone, Debug, Default)]
struct Lists {
    first: Vec<u32>,
    entry: Vec<(u32, f64)>,
}

impl Lists {
    fn clear(&mut self) {
        self.first.clear();
        self.first.push(0);
        self.entry.clear();
    }

    fn close(&mut self) {
        self.first.push(self.entry.len() as u32);
    }

    #[inline]
    fn of(&self, k: usize) -> &[(u32, f64)] {
        &self.entry[self.first[k] as usize..self.first[k + 1] as usize]
    }
}

/// Rows and columns for which no pivot was left, in pairs.
pub(crate) type Unpaired = Vec<(u32, u32)>;

impl Lu {
    /// Takes apart a square matrix given by columns.
    ///
    /// # Errors
    /// When it is singular: the rows and columns that stay without a pivot.
    pub fn factor(&mut self, columns: &[Vec<(u32, f64)>]) -> Result<(), Unpaired> {
        let size = columns.len();
        self.pivot_row.clear();
        self.pivot_column.clear();
        self.diagonal.clear();
        self.lower.clear();
        self.lower_step.clear();
        self.upper_rows.clear();
        let mut rest = Remaining::new(columns);
        while let Some((row, column)) = rest.pivot() {
            self.eliminate(&mut rest, row, column);
        }
        if self.pivot_row.len() < size {
            return Err(rest.unpaired());
        }
        self.number_by_step(size);
        Ok(())
    }

    fn eliminate(&mut self, rest: &mut Remaining, row: u32, column: u32) {
        let pivot_row = rest.take_row(row, column);
        let pivot = pivot_row.iter().find(|entry| entry.0 == column).map_or(1.0, |entry| entry.1);
        let before = self.lower.entry.len();
        for other in std::mem::take(&mut rest.columns[column as usize]) {
            if other != row {
                let multiple = rest.subtract(other, column, pivot, &pivot_row);
                self.lower.entry.push((other, multiple));
            }
        }
        if self.lower.entry.len() > before {
            self.lower.close();
            self.lower_step.push(self.pivot_row.len() as u32);
        }
        self.pivot_row.push(row);
        self.pivot_column.push(column);
        self.diagonal.push(pivot);
        self.upper_rows.entry.extend(pivot_row.iter().filter(|entry| entry.0 != column));
        self.upper_rows.close();
        rest.taken_column[column as usize] = true;
    }

    /// `U` was collected with the outer numbers of its columns: renumbers them by step, and lays it out by columns too.
    fn number_by_step(&mut self, size: usize) {
        let mut step = vec![0_u32; size];
        for (k, &column) in self.pivot_column.iter().enumerate() {
            step[column as usize] = k as u32;
        }
        let mut count = vec![0_u32; size + 1];
        for entry in &mut self.upper_rows.entry {
            entry.0 = step[entry.0 as usize];
            count[entry.0 as usize + 1] += 1;
        }
        for k in 0..size {
            count[k + 1] += count[k];
        }
        self.upper_columns.first = count.clone();
        self.upper_columns.entry.clear();
        self.upper_columns.entry.resize(self.upper_rows.entry.len(), (0, 0.0));
        for k in 0..size {
            for &(column, value) in self.upper_rows.of(k) {
                let slot = &mut count[column as usize];
                self.upper_columns.entry[*slot as usize] = (k as u32, value);
                *slot += 1;
            }
        }
        self.work.clear();
        self.work.resize(size, 0.0);
    }

    /// Solves `W x = v`: takes `v` by rows, leaves `x` by columns.
    pub fn solve(&mut self, v: &mut [f64]) {
        for (list, &step) in self.lower_step.iter().enumerate() {
            let at_pivot = v[self.pivot_row[step as usize] as usize];
            if at_pivot != 0.0 {
                for &(row, multiple) in self.lower.of(list) {
                    v[row as usize] -= multiple * at_pivot;
                }
            }
        }
        let size = self.pivot_row.len();
        for (w, &row) in self.work.iter_mut().zip(&self.pivot_row) {
            *w = v[row as usize];
        }
        for k in (0..size).rev() {
            let mut x = self.work[k];
            if x != 0.0 {
                x /= self.diagonal[k];
                for &(step, value) in self.upper_columns.of(k) {
                    self.work[step as usize] -= value * x;
                }
            }
            v[self.pivot_column[k] as usize] = x;
        }
    }

    /// Solves `y W = c`: takes `c` by columns, leaves `y` by rows.
    pub fn solve_transposed(&mut self, c: &mut [f64]) {
        let size = self.pivot_row.len();
        for (w, &column) in self.work.iter_mut().zip(&self.pivot_column) {
            *w = c[column as usize];
        }
        for k in 0..size {
            let mut y = self.work[k];
            if y != 0.0 {
                y /= self.diagonal[k];
                for &(step, value) in self.upper_rows.of(k) {
                    self.work[step as usize] -= value * y;
                }
            }
            c[self.pivot_row[k] as usize] = y;
        }
        for (list, &step) in self.lower_step.iter().enumerate().rev() {
            let sum: f64 = self.lower.of(list).iter().map(|&(row, multiple)| multiple * c[row as usize]).sum();
            c[self.pivot_row[step as usize] as usize] -= sum;
        }
    }

    /// Entries of both factors beside the diagonal.
    pub fn entries(&self) -> usize {
        self.lower.entry.len() + self.upper_rows.entry.len()
    }
}

/// What is not eliminated yet: rows with values, columns with their rows only.
struct Remaining {
    rows: Vec<Vec<(u32, f64)>>,
    columns: Vec<Vec<u32>>,
    taken_row: Vec<bool>,
    taken_column: Vec<bool>,
    /// Rows and columns by how many entries they have; a number may stand in several places, the last one counts.
    short_rows: Vec<Vec<u32>>,
    short_columns: Vec<Vec<u32>>,
    /// Place of a column in the row at hand, plus one.
    place: Vec<u32>,
}

impl Remaining {
    fn new(columns: &[Vec<(u32, f64)>]) -> Self {
        let size = columns.len();
        let mut rows = vec![Vec::new(); size];
        for (c, column) in columns.iter().enumerate() {
            for &(row, value) in column {
                rows[row as usize].push((c as u32, value));
            }
        }
        let mut rest = Self {
            rows,
            columns: columns.iter().map(|column| column.iter().map(|entry| entry.0).collect()).collect(),
            taken_row: vec![false; size],
            taken_column: vec![false; size],
            short_rows: vec![Vec::new(); size + 1],
            short_columns: vec![Vec::new(); size + 1],
            place: vec![0; size],
        };
        for i in (0..size as u32).rev() {
            rest.list_row(i);
            rest.list_column(i);
        }
        rest
    }

    fn list_row(&mut self, row: u32) {
        self.short_rows[self.rows[row as usize].len()].push(row);
    }

    fn list_column(&mut self, column: u32) {
        self.short_columns[self.columns[column as usize].len()].push(column);
    }

    /// The entry that promises the least fill-in among a few short rows and columns.
    fn pivot(&mut self) -> Option<(u32, u32)> {
        let mut best: Option<(usize, u32, u32)> = None;
        let mut looked = 0;
        for length in 1..self.short_rows.len() {
            if best.is_some_and(|(cost, ..)| cost <= (length - 1) * (length - 1)) {
                break;
            }
            self.drop_stale(length);
            for &column in self.short_columns[length].iter().rev().take(CANDIDATES) {
                looked += 1;
                best = self.better(best, self.in_column(column));
            }
            for &row in self.short_rows[length].iter().rev().take(CANDIDATES) {
                looked += 1;
                best = self.better(best, self.in_row(row));
            }
            if looked >= CANDIDATES && best.is_some() {
                break;
            }
        }
        best.map(|(_, row, column)| (row, column))
    }

    fn drop_stale(&mut self, length: usize) {
        while let Some(&row) = self.short_rows[length].last() {
            if !self.taken_row[row as usize] && self.rows[row as usize].len() == length {
                break;
            }
            self.short_rows[length].pop();
        }
        while let Some(&column) = self.short_columns[length].last() {
            if !self.taken_column[column as usize] && self.columns[column as usize].len() == length {
                break;
            }
            self.short_columns[length].pop();
        }
    }

    fn better(&self, best: Option<(usize, u32, u32)>, found: Option<(usize, u32, u32)>) -> Option<(usize, u32, u32)> {
        match (best, found) {
            (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    fn in_column(&self, column: u32) -> Option<(usize, u32, u32)> {
        if self.taken_column[column as usize] {
            return None;
        }
        let others = self.columns[column as usize].len().saturating_sub(1);
        let fits = |&&row: &&u32| self.stands_out(row, column);
        let row = self.columns[column as usize].iter().filter(fits).min_by_key(|&&row| self.rows[row as usize].len())?;
        Some(((self.rows[*row as usize].len() - 1) * others, *row, column))
    }

    fn in_row(&self, row: u32) -> Option<(usize, u32, u32)> {
        if self.taken_row[row as usize] {
            return None;
        }
        let others = self.rows[row as usize].len().saturating_sub(1);
        let largest = self.largest(row);
        let fits = |entry: &&(u32, f64)| entry.1.abs() >= (THRESHOLD * largest).max(SINGULAR);
        let entry = self.rows[row as usize].iter().filter(fits).min_by_key(|entry| self.columns[entry.0 as usize].len())?;
        Some(((self.columns[entry.0 as usize].len() - 1) * others, row, entry.0))
    }

    fn largest(&self, row: u32) -> f64 {
        self.rows[row as usize].iter().fold(0.0, |most: f64, entry| most.max(entry.1.abs()))
    }

    fn stands_out(&self, row: u32, column: u32) -> bool {
        let entry = self.rows[row as usize].iter().find(|entry| entry.0 == column);
        entry.is_some_and(|entry| entry.1.abs() >= (THRESHOLD * self.largest(row)).max(SINGULAR))
    }

    /// Takes a row out, with its numbers in all columns but the pivot's.
    fn take_row(&mut self, row: u32, pivot_column: u32) -> Vec<(u32, f64)> {
        let entries = std::mem::take(&mut self.rows[row as usize]);
        self.taken_row[row as usize] = true;
        for &(column, _) in entries.iter().filter(|entry| entry.0 != pivot_column) {
            self.columns[column as usize].retain(|&other| other != row);
            self.list_column(column);
        }
        entries
    }

    /// Subtracts from `row` the multiple of the pivot row that cancels the pivot column; returns the multiple.
    fn subtract(&mut self, row: u32, column: u32, pivot: f64, pivot_row: &[(u32, f64)]) -> f64 {
        let mut entries = std::mem::take(&mut self.rows[row as usize]);
        let at = entries.iter().position(|entry| entry.0 == column);
        let multiple = at.map_or(0.0, |at| entries.swap_remove(at).1 / pivot);
        for (at, entry) in entries.iter().enumerate() {
            self.place[entry.0 as usize] = at as u32 + 1;
        }
        for &(other, value) in pivot_row.iter().filter(|entry| entry.0 != column) {
            match self.place[other as usize] {
                0 => {
                    entries.push((other, -multiple * value));
                    self.columns[other as usize].push(row);
                    self.list_column(other);
                }
                at => entries[at as usize - 1].1 -= multiple * value,
            }
        }
        for entry in &entries {
            self.place[entry.0 as usize] = 0;
        }
        self.drop_zeros(row, &mut entries);
        self.rows[row as usize] = entries;
        self.list_row(row);
        multiple
    }

    fn drop_zeros(&mut self, row: u32, entries: &mut Vec<(u32, f64)>) {
        if entries.iter().all(|entry| entry.1.abs() > DROP) {
            return;
        }
        for &(column, _) in entries.iter().filter(|entry| entry.1.abs() <= DROP) {
            self.columns[column as usize].retain(|&other| other != row);
            self.list_column(column);
        }
        entries.retain(|entry| entry.1.abs() > DROP);
    }

    fn unpaired(&self) -> Unpaired {
        let left = |taken: &[bool]| (0..taken.len() as u32).filter(|&i| !taken[i as usize]).collect::<Vec<_>>();
        left(&self.taken_row).into_iter().zip(left(&self.taken_column)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random but are always the same.
    fn draws(mut state: u64) -> impl FnMut(u64) -> u64 {
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        }
    }

    fn random(size: u32, seed: u64) -> Vec<Vec<(u32, f64)>> {
        let mut draw = draws(seed);
        let column = |c: u32| {
            let mut rows: Vec<u32> = (0..draw(4)).map(|_| draw(u64::from(size)) as u32).collect();
            rows.push((c * 7 + 3) % size);
            rows.sort_unstable();
            rows.dedup();
            rows.into_iter().map(|row| (row, draw(9) as f64 - 4.5)).collect()
        };
        (0..size).map(column).collect()
    }

    #[test]
    fn both_ways_of_solving_give_back_what_went_in() {
        let mut singular = 0;
        for seed in 0..200 {
            let size = 1 + (seed % 40) as u32;
            let columns = random(size, seed);
            let mut lu = Lu::default();
            if lu.factor(&columns).is_err() {
                singular += 1;
                continue;
            }
            let wanted: Vec<f64> = (0..size).map(|i| f64::from(i % 7) - 3.0).collect();
            let mut v = vec![0.0; size as usize];
            for (x, column) in wanted.iter().zip(&columns) {
                column.iter().for_each(|&(row, value)| v[row as usize] += x * value);
            }
            lu.solve(&mut v);
            let mut c: Vec<f64> =
                columns.iter().map(|column| column.iter().map(|&(row, value)| wanted[row as usize] * value).sum()).collect();
            lu.solve_transposed(&mut c);
            for i in 0..size as usize {
                assert!((v[i] - wanted[i]).abs() < 1e-7, "seed {seed}: {} for {}", v[i], wanted[i]);
                assert!((c[i] - wanted[i]).abs() < 1e-7, "seed {seed}: {} for {}", c[i], wanted[i]);
            }
        }
        assert!(singular < 100, "{singular}");
    }

    #[test]
    fn a_singular_matrix_names_what_is_left_over() {
        let columns = [vec![(0, 1.0), (1, 2.0)], vec![(0, 2.0), (1, 4.0)], vec![(2, 1.0)]];
        let left = Lu::default().factor(&columns).unwrap_err();
        assert_eq!(left.len(), 1);
        assert!(left[0].0 < 2 && left[0].1 < 2);
    }
}
