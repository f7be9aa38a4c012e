//! Where every figure comes from.
//!
//! A numeric parameter that can change an answer (a field with a group in the schema) rests on a citation at field, row or
//! column-default level; the narrower wins. A citation says how the value came about: `read` in a fact, `computed` from facts,
//! `proxy` (read elsewhere, applied here) or `assumed`; and, wherever it was not read, between which ends it may lie. The ends
//! are ignorance; a distribution in the cell is variability. They are never mixed.

use crate::corridor::Corridor;
use crate::dist::{Dist, Law};
use crate::rows::{Citation, Fact, Method, TableKind};
use crate::schema::FieldSpec;
use crate::strings::Sym;
use crate::units::Ratio;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Finds the citation of a value.
pub struct Provenance<'c> {
    corridor: &'c Corridor,
    index: CitationIndex,
}

/// Which citation stands where, without the corridor.
pub struct CitationIndex {
    by_place: FxHashMap<(TableKind, Sym, Sym), u32>,
    star: Option<Sym>,
    /// Symbol of each field's name, by table and field.
    fields: Vec<Vec<Option<Sym>>>,
    /// Citation of the whole column, by table and field.
    columns: Vec<Vec<Option<u32>>>,
    /// Whether rows of a table have citations of their own.
    by_row: Vec<bool>,
}

/// A numeric parameter of a corridor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Parameter {
    /// Table.
    pub table: TableKind,
    /// Position of the row.
    pub row: usize,
    /// Position of the field.
    pub field: usize,
}

impl Parameter {
    /// Its entry in the schema.
    pub fn spec(&self) -> &'static FieldSpec {
        &self.table.spec().fields[self.field]
    }

    /// `table:id.field`.
    pub fn name(&self, corridor: &Corridor) -> String {
        let id = corridor.tables.key(self.table, self.row).map_or("", |s| corridor.text(s));
        format!("{}:{}.{}", self.table.name(), id, self.spec().name)
    }

    /// The text of the cell.
    pub fn value(&self, corridor: &Corridor) -> String {
        corridor.tables.cell(self.table, self.row, self.field, &corridor.strings)
    }
}

/// How many parameters of a group came about by each method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct MethodCounts {
    /// Read in a fact.
    pub read: usize,
    /// Computed from facts.
    pub computed: usize,
    /// Read elsewhere, applied here.
    pub proxy: usize,
    /// Assumed with a reason.
    pub assumed: usize,
    /// Without a citation.
    pub uncited: usize,
}

impl MethodCounts {
    /// Counts one.
    pub fn add(&mut self, method: Option<Method>) {
        match method {
            Some(Method::Read) => self.read += 1,
            Some(Method::Computed) => self.computed += 1,
            Some(Method::Proxy) => self.proxy += 1,
            Some(Method::Assumed) => self.assumed += 1,
            None => self.uncited += 1,
        }
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.read + self.computed + self.proxy + self.assumed + self.uncited
    }
}

impl<'c> Provenance<'c> {
    /// Indexes the citations of a corridor; of two for one place the first counts.
    pub fn new(corridor: &'c Corridor) -> Self {
        let star = corridor.strings.find("*");
        let mut by_place = FxHashMap::default();
        let mut by_row = vec![false; TableKind::ALL.len()];
        for (i, c) in corridor.tables.citation.iter().enumerate() {
            if let Some(table) = TableKind::from_name(corridor.strings.text(c.table)) {
                by_place.entry((table, c.row.0, c.field.0)).or_insert(i as u32);
                by_row[table as usize] |= Some(c.row.0) != star;
            }
        }
        let names = |t: &TableKind| t.spec().fields.iter().map(|f| corridor.strings.find(f.name)).collect();
        let fields: Vec<Vec<Option<Sym>>> = TableKind::ALL.iter().map(names).collect();
        let column = |t: TableKind, field: Option<Sym>| {
            let at = |field: Option<Sym>| by_place.get(&(t, star?, field?)).copied();
            at(field).or_else(|| at(star))
        };
        let of_table = |&t: &TableKind| fields[t as usize].iter().map(|&f| column(t, f)).collect();
        let columns = TableKind::ALL.iter().map(of_table).collect();
        Provenance { corridor, index: CitationIndex { by_place, star, fields, columns, by_row } }
    }

    /// Takes the index off its corridor.
    pub fn detach(self) -> CitationIndex {
        self.index
    }

    /// Lays an index on its corridor again, in which no citation was changed.
    pub fn lay(corridor: &'c Corridor, index: CitationIndex) -> Self {
        Provenance { corridor, index }
    }

    /// The citation that a value rests on: of the field, else of the row, else of the column.
    pub fn citation(&self, p: Parameter) -> Option<&'c Citation> {
        let table = p.table as usize;
        let found = self.of_row(p).or(self.index.columns[table][p.field])?;
        Some(&self.corridor.tables.citation.rows()[found as usize])
    }

    /// The citation of a field of a row, else of the row.
    fn of_row(&self, p: Parameter) -> Option<u32> {
        let index = &self.index;
        if !index.by_row[p.table as usize] {
            return None;
        }
        let id = self.corridor.tables.key(p.table, p.row)?;
        let at = |field: Option<Sym>| index.by_place.get(&(p.table, id, field?)).copied();
        at(index.fields[p.table as usize][p.field]).or_else(|| at(index.star))
    }

    /// Every parameter that has a value.
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut out = Vec::new();
        self.each(|p, _| out.push(p));
        out
    }

    /// Calls `visit` for every parameter that has a value, with the value. A default without a citation is no parameter: nobody
    /// chose it.
    pub fn each(&self, mut visit: impl FnMut(Parameter, Law)) {
        let tables = &self.corridor.tables;
        for &table in TableKind::ALL {
            let fields = table.spec().fields.iter().enumerate().filter(|(_, f)| f.needs_citation());
            let fields: Vec<(usize, Option<Law>)> = fields.map(|(i, f)| (i, law_of(f.default))).collect();
            let rows = if fields.is_empty() { 0 } else { tables.len(table) };
            for row in 0..rows {
                for &(field, default) in &fields {
                    let p = Parameter { table, row, field };
                    if let Some(law) = tables.law(table, row, field)
                        && (Some(law) != default || self.citation(p).is_some())
                    {
                        visit(p, law);
                    }
                }
            }
        }
    }

    /// Counts by group.
    pub fn counts(&self) -> BTreeMap<&'static str, MethodCounts> {
        let mut out: BTreeMap<&'static str, MethodCounts> = BTreeMap::new();
        for p in self.parameters() {
            out.entry(p.spec().group).or_default().add(self.citation(p).map(|c| c.method));
        }
        out
    }

    /// Low and high end of what is not known about a value, in its unit; `None` for a value read or computed without a range, and
    /// for one that a scenario set.
    pub fn range(&self, p: Parameter) -> Option<(f64, f64)> {
        let c = self.citation(p)?;
        let id = self.corridor.tables.key(p.table, p.row)?;
        self.corridor.supposed.range((p.table, id, p.field), (c.low?.0, c.high?.0))
    }

    /// The text of a symbol of the corridor.
    pub fn text(&self, sym: Sym) -> &'c str {
        self.corridor.text(sym)
    }

    /// The facts of a citation.
    pub fn facts(&self, citation: &Citation) -> Vec<&'c Fact> {
        citation.fact.iter().filter_map(|&id| self.corridor.tables.fact.find(id)).collect()
    }

    /// The facts that say otherwise.
    pub fn others(&self, citation: &Citation) -> Vec<&'c Fact> {
        citation.other.iter().filter_map(|&id| self.corridor.tables.fact.find(id)).collect()
    }
}

/// The value of a number or a distribution as text; `None` for an empty one.
fn law_of(text: &str) -> Option<Law> {
    crate::cell::number(text).map(Law::Fixed).or_else(|| Dist::<Ratio>::parse(text).map(|d| d.law()))
}

/// The plain numbers printed in a text: `3-5` gives 3 and 5, `1,204` is 1204, `48 / 34` gives 48 and 34.
pub fn numbers_in(text: &str) -> Vec<f64> {
    let mut out = Vec::new();
    let b: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < b.len() {
        if !b[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        while i < b.len()
            && (b[i].is_ascii_digit() || (matches!(b[i], '.' | ',') && b.get(i + 1).is_some_and(char::is_ascii_digit)))
        {
            i += 1;
        }
        let word: String = b[start..i].iter().collect();
        if let Some(v) = grouped(&word) {
            let negative = start > 0 && b[start - 1] == '-' && (start < 2 || !b[start - 2].is_ascii_digit());
            out.push(if negative { -v } else { v });
        }
    }
    out
}

/// `1,204` and `12,345,678` have groups of three after a comma; any other comma is a list of two numbers' decimal mark.
fn grouped(word: &str) -> Option<f64> {
    let mut parts = word.split(',');
    let head = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let thousands = !rest.is_empty() && head.len() <= 3 && rest.iter().all(|p| p.split('.').next().is_some_and(|d| d.len() == 3));
    if rest.is_empty() || thousands { word.replace(',', "").parse().ok() } else { word.replace(',', ".").parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_printed() {
        assert_eq!(numbers_in("43 / 34"), vec![43.0, 34.0]);
        assert_eq!(numbers_in("1,204 USD, 12-18 days"), vec![1204.0, 12.0, 18.0]);
        assert_eq!(numbers_in("-28.18 m"), vec![-28.18]);
        assert_eq!(numbers_in("0,75"), vec![0.75]);
        assert!(numbers_in("none").is_empty());
    }
}
