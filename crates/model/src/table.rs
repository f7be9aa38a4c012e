//! A table: its rows in file order, the place each was read from, and an index by id.

use crate::cell::CellFault;
use crate::date::Date;
use crate::dist::Law;
use crate::index::Index;
use crate::rows::{Status, TableKind};
use crate::strings::{Id, Strings, Sym};
use std::sync::Arc;

/// A row type of the schema.
pub trait Row: Clone + Default {
    /// Which table.
    const KIND: TableKind;
    /// The id.
    fn key(&self) -> Sym;
    /// Reads one cell that is not empty.
    fn set(&mut self, field: usize, text: &str, strings: &mut Strings) -> Result<(), CellFault>;
    /// Prints one cell.
    fn get(&self, field: usize, strings: &Strings, out: &mut String);
    /// The value of a field of type number, integer or dist, where it has one; a number is a law that never varies.
    fn law(&self, field: usize) -> Option<Law>;
    /// Calls `visit` for each row that a cell names.
    fn references(&self, field: usize, visit: &mut dyn FnMut(TableKind, Sym));
    /// First day on which it holds.
    fn valid_from(&self) -> Option<Date> {
        None
    }
    /// Last day on which it holds.
    fn valid_to(&self) -> Option<Date> {
        None
    }
    /// Open, or why not.
    fn status(&self) -> Status {
        Status::Open
    }
    /// The as-of rule: a row holds on a day from `valid_from` to `valid_to`, both included.
    fn holds_on(&self, day: Date) -> bool {
        self.valid_from().is_none_or(|d| d <= day) && self.valid_to().is_none_or(|d| day <= d)
    }
    /// Replaces every symbol by the one at its position in `to`.
    fn renumber(&mut self, to: &[Sym]);
    /// Empties one cell; required fields go back to the zero of their type, which validation reports.
    fn clear(&mut self, field: usize) -> Result<(), CellFault>;
}

/// Where a row was read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Origin {
    file: u8,
    line: u32,
}

/// The rows of one table. Copies share them until one of the copies is changed.
#[derive(Clone, Debug)]
pub struct Table<R> {
    held: Arc<Held<R>>,
    blank: Option<R>,
}

#[derive(Clone, Debug)]
struct Held<R> {
    rows: Vec<R>,
    origins: Vec<Origin>,
    files: Vec<String>,
    index: Index,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        let held = Held { rows: Vec::new(), origins: Vec::new(), files: vec![String::new()], index: Index::default() };
        Table { held: Arc::new(held), blank: None }
    }
}

impl<R: PartialEq> PartialEq for Table<R> {
    /// Equal rows in equal order; where they were read does not count.
    fn eq(&self, other: &Self) -> bool {
        self.held.rows == other.held.rows
    }
}

impl<R: Row> Table<R> {
    /// All rows, in file order.
    pub fn rows(&self) -> &[R] {
        &self.held.rows
    }

    /// All rows, in file order.
    pub fn iter(&self) -> std::slice::Iter<'_, R> {
        self.held.rows.iter()
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.held.rows.len()
    }

    /// True without rows.
    pub fn is_empty(&self) -> bool {
        self.held.rows.is_empty()
    }

    /// The first row with this id.
    pub fn find(&self, id: Id<R>) -> Option<&R> {
        self.position(id.sym()).map(|i| &self.held.rows[i])
    }

    /// Position of the first row with this id.
    pub fn position(&self, id: Sym) -> Option<usize> {
        self.held.index.get(id)
    }

    /// What is held, for this copy alone.
    fn own(&mut self) -> &mut Held<R> {
        Arc::make_mut(&mut self.held)
    }

    /// A row of the schema's defaults.
    pub fn blank(&mut self, strings: &mut Strings) -> R {
        if self.blank.is_none() {
            let mut row = R::default();
            for (i, f) in R::KIND.spec().fields.iter().enumerate() {
                if !f.default.is_empty() {
                    // The schema's own defaults are read by a test of the model, so this cannot fail at run time.
                    let _ = row.set(i, f.default, strings);
                }
            }
            self.blank = Some(row);
        }
        self.blank.clone().unwrap_or_default()
    }

    /// Adds a row. `false` where its id was there before: the row is kept, but only the first is found by id.
    pub fn push(&mut self, row: R, file: u8, line: u32) -> bool {
        let held = self.own();
        let (i, key) = (held.rows.len() as u32, row.key());
        held.rows.push(row);
        held.origins.push(Origin { file, line });
        held.index.insert(key, i)
    }

    /// Replaces every symbol of every row by the one at its position in `to`.
    pub fn renumber(&mut self, to: &[Sym]) {
        let held = Arc::make_mut(&mut self.held);
        held.rows.iter_mut().chain(&mut self.blank).for_each(|r| r.renumber(to));
        held.reindex();
    }

    /// Moves the rows of another table behind its own, with the files they were read from. Symbols must be of one store.
    pub(crate) fn append(&mut self, other: Table<R>) {
        let other = Arc::unwrap_or_clone(other.held);
        let held = self.own();
        let shift = (held.files.len() - 1) as u8;
        held.files.extend(other.files.into_iter().skip(1));
        held.files.truncate(usize::from(u8::MAX));
        let moved = |o: Origin| Origin { file: if o.file == 0 { 0 } else { o.file.saturating_add(shift) }, ..o };
        held.origins.extend(other.origins.into_iter().map(moved));
        if held.rows.is_empty() {
            (held.rows, held.index) = (other.rows, other.index);
            return;
        }
        for (i, r) in (held.rows.len() as u32..).zip(&other.rows) {
            held.index.insert(r.key(), i);
        }
        held.rows.extend(other.rows);
    }

    /// Makes room for so many more rows.
    pub fn reserve(&mut self, more: usize) {
        let held = self.own();
        held.rows.reserve(more);
        held.origins.reserve(more);
    }

    pub(crate) fn push_blank(&mut self, strings: &mut Strings) -> usize {
        let row = self.blank(strings);
        self.push(row, 0, 0);
        self.len() - 1
    }

    pub(crate) fn push_copy(&mut self, row: usize, id: &str, strings: &mut Strings) -> Result<usize, CellFault> {
        let mut copy = self.rows().get(row).cloned().ok_or(CellFault::NoField)?;
        copy.set(0, id, strings)?;
        self.push(copy, 0, 0);
        Ok(self.len() - 1)
    }

    pub(crate) fn edit(&mut self, row: usize, change: impl FnOnce(&mut R) -> Result<(), CellFault>) -> Result<(), CellFault> {
        let held = self.own();
        let r = held.rows.get_mut(row).ok_or(CellFault::NoField)?;
        let before = r.key();
        change(r)?;
        if r.key() != before {
            held.reindex();
        }
        Ok(())
    }

    /// Changes every row; ids stay as they are.
    pub(crate) fn each(&mut self, change: impl FnMut(&mut R)) {
        self.own().rows.iter_mut().for_each(change);
    }

    pub(crate) fn remove(&mut self, row: usize) {
        let held = self.own();
        held.rows.remove(row);
        held.origins.remove(row);
        held.reindex();
    }

    pub(crate) fn place(&mut self, row: usize, at: usize) {
        let held = self.own();
        if at < row && row < held.rows.len() {
            held.rows[at..=row].rotate_right(1);
            held.origins[at..=row].rotate_right(1);
            held.reindex();
        }
    }

    /// Keeps some rows; where all are kept, they stay shared.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let kept: Vec<usize> = (0..self.len()).filter(|&i| keep(i)).collect();
        if kept.len() == self.len() {
            return;
        }
        let old = &self.held;
        let rows = kept.iter().map(|&i| old.rows[i].clone()).collect();
        let origins = kept.iter().map(|&i| old.origins[i]).collect();
        let mut held = Held { rows, origins, files: old.files.clone(), index: Index::default() };
        held.reindex();
        self.held = Arc::new(held);
    }

    /// Names a file that rows come from; hand the number to [`Table::push`].
    pub fn add_file(&mut self, file: &str) -> u8 {
        let held = self.own();
        if held.files.len() < usize::from(u8::MAX) {
            held.files.push(file.to_string());
        }
        (held.files.len() - 1) as u8
    }

    /// File and line of a row; empty and 0 where it was not read from a file.
    pub fn origin(&self, row: usize) -> (&str, u32) {
        self.held.origins.get(row).map_or(("", 0), |o| (&self.held.files[usize::from(o.file)], o.line))
    }
}

impl<R: Row> Held<R> {
    fn reindex(&mut self) {
        self.index.clear();
        for (i, r) in self.rows.iter().enumerate() {
            self.index.insert(r.key(), i as u32);
        }
    }
}

impl<'a, R: Row> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = std::slice::Iter<'a, R>;
    fn into_iter(self) -> Self::IntoIter {
        self.held.rows.iter()
    }
}
