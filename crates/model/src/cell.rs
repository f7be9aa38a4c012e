//! One cell of a table: how each type is read from text and printed back. What is printed is read back equal.

use crate::date::{Clock, Date};
use crate::dist::{Dist, Law};
use crate::rows::TableKind;
use crate::strings::{AnyRef, Id, List, Strings, Sym, Text};
use crate::units::*;
use std::fmt::Write;

/// What is wrong with one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellFault {
    /// There is no such field.
    NoField,
    /// The text is not of the type; the string says what is wanted.
    Want(&'static str),
    /// The text is none of the allowed values.
    NotOneOf(&'static [&'static str]),
    /// An id with other signs than letters, digits, `_`, `.` and `-`.
    BadId,
}

/// A type that stands in a cell.
pub trait Cell: Sized {
    /// Reads the text of a cell that is not empty.
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault>;

    /// Prints the cell.
    fn print(&self, strings: &Strings, out: &mut String);

    /// Replaces the value by what is read; an empty cell leaves the default.
    fn read(&mut self, text: &str, strings: &mut Strings) -> Result<(), CellFault> {
        *self = Self::parse(text, strings)?;
        Ok(())
    }

    /// The value of a number or a distribution, where the cell has one; a number is a law that never varies.
    fn law(&self) -> Option<Law> {
        None
    }

    /// Calls `visit` for each row that the cell names.
    fn references(&self, _visit: &mut dyn FnMut(TableKind, Sym)) {}

    /// Replaces every symbol by the one at its position in `to`.
    fn renumber(&mut self, _to: &[Sym]) {}
}

/// Letters, digits, `_`, `.`, `-`, beginning with a letter or digit.
pub fn is_id(text: &str) -> bool {
    let b = text.as_bytes();
    !b.is_empty()
        && b.len() <= 200
        && b[0].is_ascii_alphanumeric()
        && b.iter().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b'-'))
}

impl<T> Cell for Id<T>
where
    T: crate::table::Row,
{
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault> {
        if is_id(text) { Ok(Id::new(strings.intern(text))) } else { Err(CellFault::BadId) }
    }
    fn print(&self, strings: &Strings, out: &mut String) {
        out.push_str(strings.get(self.sym()));
    }
    fn references(&self, visit: &mut dyn FnMut(TableKind, Sym)) {
        visit(T::KIND, self.sym());
    }
    fn renumber(&mut self, to: &[Sym]) {
        *self = Id::new(to[self.sym().index()]);
    }
}

impl Cell for AnyRef {
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault> {
        let (table, id) = text.split_once(':').ok_or(CellFault::Want("table:id"))?;
        let table = TableKind::from_name(table).ok_or(CellFault::NotOneOf(TableKind::NAMES))?;
        if !is_id(id) {
            return Err(CellFault::BadId);
        }
        Ok(AnyRef { table, id: strings.intern(id) })
    }
    fn print(&self, strings: &Strings, out: &mut String) {
        if self.id != Sym::EMPTY {
            let _ = write!(out, "{}:{}", self.table.name(), strings.get(self.id));
        }
    }
    fn references(&self, visit: &mut dyn FnMut(TableKind, Sym)) {
        visit(self.table, self.id);
    }
    fn renumber(&mut self, to: &[Sym]) {
        self.id = to[self.id.index()];
    }
}

impl Cell for Text {
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault> {
        Ok(Text(strings.intern(text)))
    }
    fn print(&self, strings: &Strings, out: &mut String) {
        out.push_str(strings.get(self.0));
    }
    fn renumber(&mut self, to: &[Sym]) {
        self.0 = to[self.0.index()];
    }
}

impl<T: Cell> Cell for List<T> {
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault> {
        text.split(';').map(str::trim).filter(|t| !t.is_empty()).map(|t| T::parse(t, strings)).collect()
    }
    fn print(&self, strings: &Strings, out: &mut String) {
        for (i, item) in self.iter().enumerate() {
            if i > 0 {
                out.push(';');
            }
            item.print(strings, out);
        }
    }
    fn references(&self, visit: &mut dyn FnMut(TableKind, Sym)) {
        for item in self {
            item.references(visit);
        }
    }
    fn renumber(&mut self, to: &[Sym]) {
        for item in self {
            item.renumber(to);
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn parse(text: &str, strings: &mut Strings) -> Result<Self, CellFault> {
        T::parse(text, strings).map(Some)
    }
    fn print(&self, strings: &Strings, out: &mut String) {
        if let Some(v) = self {
            v.print(strings, out);
        }
    }
    fn law(&self) -> Option<Law> {
        self.as_ref().and_then(Cell::law)
    }
    fn references(&self, visit: &mut dyn FnMut(TableKind, Sym)) {
        if let Some(v) = self {
            v.references(visit);
        }
    }
    fn renumber(&mut self, to: &[Sym]) {
        if let Some(v) = self {
            v.renumber(to);
        }
    }
}

impl Cell for bool {
    fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
        match text {
            "0" | "false" => Ok(false),
            "1" | "true" => Ok(true),
            _ => Err(CellFault::Want("0 or 1")),
        }
    }
    fn print(&self, _: &Strings, out: &mut String) {
        out.push(if *self { '1' } else { '0' });
    }
}

impl Cell for i32 {
    fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
        text.parse().map_err(|_| CellFault::Want("a whole number"))
    }
    fn law(&self) -> Option<Law> {
        Some(Law::Fixed(f64::from(*self)))
    }
    fn print(&self, _: &Strings, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Cell for Date {
    fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
        Date::parse(text).ok_or(CellFault::Want("a day that exists, as YYYY-MM-DD"))
    }
    fn print(&self, _: &Strings, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Cell for Clock {
    fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
        Clock::parse(text).ok_or(CellFault::Want("a clock time, as HH:MM"))
    }
    fn print(&self, _: &Strings, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl<Q: Quantity> Cell for Dist<Q> {
    fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
        Dist::parse(text).ok_or(CellFault::Want(
            "a number or a distribution such as triangular(6,7,8), lognormal(p50=8,p90=20), uniform(2,4), exponential(mean=3), gamma(mean=36,shape=1.5)",
        ))
    }
    fn law(&self) -> Option<Law> {
        Some(Dist::law(self))
    }
    fn print(&self, _: &Strings, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

/// Reads a plain decimal; `nan`, `inf` and words are refused.
pub fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    if !plain {
        return None;
    }
    text.parse::<f64>().ok().filter(|v| v.is_finite())
}

macro_rules! quantity_cells {
    ($($t:ident)*) => {$(
        impl Cell for $t {
            fn parse(text: &str, _: &mut Strings) -> Result<Self, CellFault> {
                number(text).map($t).ok_or(CellFault::Want("a number"))
            }
            fn law(&self) -> Option<Law> {
                Some(Law::Fixed(self.0))
            }
            fn print(&self, _: &Strings, out: &mut String) {
                let _ = write!(out, "{}", self.0);
            }
        }
    )*};
}
quantity_cells! {
    Degrees Km Metres Millimetres KmPerHour Hours Days Millis MicrosPerKm FaultRate Tonnes TonnesPerCm Teu Density Usd
    UsdPerTonne UsdPerTonneDay Percent Ratio Amount
}
