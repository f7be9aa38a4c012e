//! The working basis `W`, as factors of an earlier one and the changes since (product form of the inverse).
//!
//! ```text
//! Replace p   column p of W becomes a new one            x_p /= a_p, x_i -= a_i x_p          a = W^-1 (new column)
//! Swap j      column j trades places with its key        x_j = -(x_j + sum of the others)    columns of one commodity
//! Border      a row that began to bind, its logical      x_m = w.x - x_m                     W' = [W 0; w -1]
//! ```
//! A solution by rows is made by the changes in order, prices by their transposes in reverse.

use super::lu::{Lu, Unpaired};

/// Factors and changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Factor {
    lu: Lu,
    factored: usize,
    size: usize,
    changes: Vec<Change>,
    entries: Vec<(u32, f64)>,
}

#[derive(Clone, Copy, Debug)]
struct Change {
    kind: Kind,
    slot: u32,
    pivot: f64,
    first: u32,
    end: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Replace,
    Swap,
    Border,
}

impl Factor {
    /// Begins anew with the columns of a matrix.
    ///
    /// # Errors
    /// When it is singular.
    pub fn begin(&mut self, columns: &[Vec<(u32, f64)>]) -> Result<(), Unpaired> {
        self.lu.factor(columns)?;
        (self.factored, self.size) = (columns.len(), columns.len());
        self.changes.clear();
        self.entries.clear();
        Ok(())
    }

    /// Rows and columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// True when solving by the changes has become dearer than factoring anew.
    pub fn is_long(&self) -> bool {
        self.changes.len() >= 100 || self.entries.len() > 3 * (self.lu.entries() + self.size) + 2000
    }

    /// True when nothing has changed since the factors were made.
    pub fn is_fresh(&self) -> bool {
        self.changes.is_empty()
    }

    fn change(&mut self, kind: Kind, slot: usize, pivot: f64, entries: impl Iterator<Item = (u32, f64)>) {
        let first = self.entries.len() as u32;
        self.entries.extend(entries);
        self.changes.push(Change { kind, slot: slot as u32, pivot, first, end: self.entries.len() as u32 });
    }

    /// The column in `slot` becomes the one that `solve` made into `alpha`.
    pub fn replace(&mut self, slot: usize, alpha: &[f64]) {
        let others = alpha.iter().enumerate().filter(|&(i, &a)| i != slot && a != 0.0).map(|(i, &a)| (i as u32, a));
        self.change(Kind::Replace, slot, alpha[slot], others);
    }

    /// The column in `slot` trades places with the key that it and the columns in `others` are measured against.
    pub fn swap(&mut self, slot: usize, others: impl Iterator<Item = u32>) {
        self.change(Kind::Swap, slot, 1.0, others.map(|other| (other, 1.0)));
    }

    /// Adds a row with the entries `row` by slot, and its logical in a new slot.
    pub fn border(&mut self, row: impl Iterator<Item = (u32, f64)>) {
        self.change(Kind::Border, self.size, 1.0, row);
        self.size += 1;
    }

    /// Solves `W x = v`: takes `v` by rows, leaves `x` by slots.
    pub fn solve(&mut self, v: &mut [f64]) {
        self.lu.solve(&mut v[..self.factored]);
        for change in &self.changes {
            let slot = change.slot as usize;
            let entries = &self.entries[change.first as usize..change.end as usize];
            match change.kind {
                Kind::Replace if v[slot] != 0.0 => {
                    let x = v[slot] / change.pivot;
                    v[slot] = x;
                    entries.iter().for_each(|&(i, a)| v[i as usize] -= a * x);
                }
                Kind::Replace => {}
                Kind::Swap => v[slot] = -entries.iter().fold(v[slot], |sum, &(i, _)| sum + v[i as usize]),
                Kind::Border => v[slot] = entries.iter().fold(-v[slot], |sum, &(i, w)| sum + w * v[i as usize]),
            }
        }
    }

    /// Solves `y W = c`: takes `c` by slots, leaves `y` by rows.
    pub fn solve_transposed(&mut self, c: &mut [f64]) {
        for change in self.changes.iter().rev() {
            let slot = change.slot as usize;
            let entries = &self.entries[change.first as usize..change.end as usize];
            match change.kind {
                Kind::Replace => {
                    let sum = entries.iter().fold(c[slot], |sum, &(i, a)| sum - a * c[i as usize]);
                    c[slot] = sum / change.pivot;
                }
                Kind::Swap => {
                    let own = c[slot];
                    entries.iter().for_each(|&(i, _)| c[i as usize] -= own);
                    c[slot] = -own;
                }
                Kind::Border => {
                    let own = c[slot];
                    entries.iter().for_each(|&(i, w)| c[i as usize] += w * own);
                    c[slot] = -own;
                }
            }
        }
        self.lu.solve_transposed(&mut c[..self.factored]);
    }
}
