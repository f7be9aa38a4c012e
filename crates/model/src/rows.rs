//! The row types, made from the schema by the build.

use crate::cell::{Cell, CellFault};
use crate::date::{Clock, Date};
use crate::dist::{Dist, Law};
use crate::schema::{FieldKind, FieldSpec, TableSpec};
pub use crate::strings::AnyRef;
use crate::strings::{Id, List, Strings, Sym, Text};
use crate::table::{Row, Table};
use crate::units::*;

/// A fixed set of words: the type, its spelling in tables, and its cell.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Every value, in the order of the schema.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];
            /// The words, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text,)*];
            /// The word.
            pub fn name(self) -> &'static str { Self::NAMES[self as usize] }
            /// The value of a word.
            pub fn from_name(word: &str) -> Option<Self> {
                match word { $($text => Some($name::$variant),)* _ => None }
            }
        }
        impl Default for $name {
            /// The first word of the schema.
            fn default() -> Self { Self::ALL[0] }
        }
        impl Cell for $name {
            fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
                $name::from_name(text).ok_or(CellFault::NotOneOf($name::NAMES))
            }
            fn print(&self, _: &Strings, out: &mut String) { out.push_str(self.name()); }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A job on a table of any row type: what a generic closure would be.
pub trait TableJob {
    /// Its answer.
    type Out;
    /// Does it.
    fn run<R: Row>(self, table: &Table<R>) -> Self::Out;
}

/// A job that may change the table.
pub trait TableJobMut {
    /// Its answer.
    type Out;
    /// Does it.
    fn run<R: Row>(self, table: &mut Table<R>) -> Self::Out;
}

impl Tables {
    /// How many rows a table has.
    pub fn len(&self, kind: TableKind) -> usize {
        with_table!(self, kind, t, t.len(), &)
    }

    /// Position of the row with this id.
    pub fn position(&self, kind: TableKind, id: Sym) -> Option<usize> {
        with_table!(self, kind, t, t.position(id), &)
    }

    /// The id of a row.
    pub fn key(&self, kind: TableKind, row: usize) -> Option<Sym> {
        with_table!(self, kind, t, t.rows().get(row).map(Row::key), &)
    }

    /// Prints one cell.
    pub fn get(&self, kind: TableKind, row: usize, field: usize, strings: &Strings, out: &mut String) {
        with_table!(self, kind, t, if let Some(r) = t.rows().get(row) { r.get(field, strings, out) }, &)
    }

    /// The value of a field of type number, integer or dist, where the cell has one; a number is a law that never varies.
    pub fn law(&self, kind: TableKind, row: usize, field: usize) -> Option<Law> {
        with_table!(self, kind, t, t.rows().get(row).and_then(|r| r.law(field)), &)
    }

    /// Does a job on one table whose row type is not known in advance.
    pub fn visit<J: TableJob>(&self, kind: TableKind, job: J) -> J::Out {
        with_table!(self, kind, t, job.run(t), &)
    }

    /// Does a job on one table whose row type is not known in advance, and may change it.
    pub fn visit_mut<J: TableJobMut>(&mut self, kind: TableKind, job: J) -> J::Out {
        with_table!(self, kind, t, job.run(t), &mut)
    }

    /// The text of one cell.
    pub fn cell(&self, kind: TableKind, row: usize, field: usize, strings: &Strings) -> String {
        let mut out = String::new();
        self.get(kind, row, field, strings, &mut out);
        out
    }

    /// Replaces one cell. An empty text puts the default back.
    pub fn set(&mut self, kind: TableKind, row: usize, field: usize, text: &str, strings: &mut Strings) -> Result<(), CellFault> {
        let text = if text.is_empty() { SCHEMA[kind as usize].fields[field].default } else { text };
        with_table!(self, kind, t, t.edit(row, |r| if text.is_empty() { r.clear(field) } else { r.set(field, text, strings) }), &mut)
    }

    /// Adds a row of defaults and returns its position; fill it with [`Tables::set`], its id first.
    pub fn push_blank(&mut self, kind: TableKind, strings: &mut Strings) -> usize {
        with_table!(self, kind, t, t.push_blank(strings), &mut)
    }

    /// Adds a copy of a row under a new id and returns its position.
    pub fn push_copy(&mut self, kind: TableKind, row: usize, id: &str, strings: &mut Strings) -> Result<usize, CellFault> {
        with_table!(self, kind, t, t.push_copy(row, id, strings), &mut)
    }

    /// Takes a row out.
    pub fn remove(&mut self, kind: TableKind, row: usize) {
        with_table!(self, kind, t, t.remove(row), &mut)
    }

    /// Moves the last row of a table to a position.
    pub fn place(&mut self, kind: TableKind, row: usize, at: usize) {
        with_table!(self, kind, t, t.place(row, at), &mut)
    }

    /// Calls `visit` for every row that a cell names.
    pub fn references(&self, kind: TableKind, row: usize, field: usize, visit: &mut dyn FnMut(TableKind, Sym)) {
        with_table!(self, kind, t, if let Some(r) = t.rows().get(row) { r.references(field, visit) }, &)
    }

    /// File and line of a row, where it was read from a file.
    pub fn origin(&self, kind: TableKind, row: usize) -> (&str, u32) {
        with_table!(self, kind, t, t.origin(row), &)
    }

    /// First and last day of a row.
    pub fn validity(&self, kind: TableKind, row: usize) -> (Option<Date>, Option<Date>) {
        with_table!(self, kind, t, t.rows().get(row).map_or((None, None), |r| (r.valid_from(), r.valid_to())), &)
    }

    /// Whether a row is open, and if not, why.
    pub fn status(&self, kind: TableKind, row: usize) -> Status {
        with_table!(self, kind, t, t.rows().get(row).map_or(Status::Open, Row::status), &)
    }

    /// Keeps the rows of a table for which `keep` holds.
    pub fn retain(&mut self, kind: TableKind, keep: impl FnMut(usize) -> bool) {
        with_table!(self, kind, t, t.retain(keep), &mut)
    }

    /// Replaces every symbol of one table by the one at its position in `to`.
    pub fn renumber(&mut self, kind: TableKind, to: &[Sym]) {
        with_table!(self, kind, t, t.renumber(to), &mut)
    }

    /// Names a file that rows come from; the number is handed to [`Table::push`].
    pub fn add_file(&mut self, kind: TableKind, file: &str) -> u8 {
        with_table!(self, kind, t, t.add_file(file), &mut)
    }
}
