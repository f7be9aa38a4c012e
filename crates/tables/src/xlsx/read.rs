//! A workbook into a corridor: its sheets take the place of the tables of the same name; faults name sheet and cell.

use super::cell_name;
use crate::error::ReadError;
use calamine::{Data, Range, Reader, Xlsx};
use keruen_model::fault::{describe, nearest};
use keruen_model::validate::validate;
use keruen_model::{Corridor, TableKind};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Largest workbook: what a person edits is far below, and a small file may unpack to a large one.
const LARGEST: usize = 64 << 20;
/// Days from 30 December 1899, the day 0 of spreadsheets, to 1 January 1970.
const EPOCH: i64 = 25_569;

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// Sheet.
    pub sheet: String,
    /// Cell, as `C12`; empty where the fault is the sheet's.
    pub cell: String,
    /// What is wrong, and what to try.
    pub message: String,
}

impl std::fmt::Display for SheetFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bang = if self.cell.is_empty() { "" } else { "!" };
        write!(f, "{}{bang}{}: {}", self.sheet, self.cell, self.message)
    }
}

/// What came of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The corridor with the tables of the workbook.
    pub corridor: Corridor,
    /// Tables that were replaced, with their rows.
    pub tables: Vec<(TableKind, usize)>,
    /// Faults of cells, then faults of rules.
    pub faults: Vec<SheetFault>,
}

/// Reads a workbook over a corridor. `only` restricts it to some tables.
///
/// # Errors
/// When the file is no workbook.
pub fn read_workbook(base: &Corridor, name: &str, bytes: &[u8], only: &[TableKind]) -> Result<Imported, ReadError> {
    let mut book = open(name, bytes)?;
    let mut out = Imported { corridor: base.clone(), tables: Vec::new(), faults: Vec::new() };
    let mut places = Places::default();
    for sheet in book.sheet_names() {
        let Some(table) = TableKind::from_name(&sheet) else {
            let near =
                nearest(&sheet, TableKind::NAMES.iter().copied()).map_or(String::new(), |n| format!("; did you mean {n:?}?"));
            out.fault(&sheet, String::new(), format!("there is no table of this name{near}; the sheet is left out"));
            continue;
        };
        if !only.is_empty() && !only.contains(&table) {
            continue;
        }
        let range = book.worksheet_range(&sheet).map_err(|e| malformed(name, &format!("sheet {sheet}: {e}")))?;
        out.table(table, &range, &mut places);
    }
    if out.tables.is_empty() && out.faults.is_empty() {
        return Err(malformed(name, "no sheet is called like a table"));
    }
    out.rules(&places);
    Ok(out)
}

/// A workbook from bytes.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Xlsx<Cursor<Vec<u8>>>, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge { path: name.into(), bytes: bytes.len() as u64, limit: LARGEST as u64 });
    }
    Xlsx::new(Cursor::new(bytes.to_vec())).map_err(|e| malformed(name, &e.to_string()))
}

pub(super) fn malformed(name: &str, what: &str) -> ReadError {
    let hint = "it must be a workbook (.xlsx) as `keruen table export` writes it".into();
    ReadError::Malformed { file: name.into(), line: 0, what: what.into(), hint }
}

/// Where a row of a table stands in the workbook, and where its fields do.
#[derive(Default)]
struct Places {
    rows: BTreeMap<(TableKind, String), usize>,
    columns: BTreeMap<(TableKind, &'static str), usize>,
}

impl Imported {
    fn fault(&mut self, sheet: &str, cell: String, message: String) {
        self.faults.push(SheetFault { sheet: sheet.into(), cell, message });
    }

    /// Replaces one table.
    fn table(&mut self, table: TableKind, range: &Range<Data>, places: &mut Places) {
        let (top, left) = range.start().map_or((0, 0), |s| (s.0 as usize, s.1 as usize));
        let mut rows = range.rows().enumerate();
        let Some((_, head)) = rows.next() else {
            return self.fault(table.name(), String::new(), "the sheet is empty; row 1 holds the names of the fields".into());
        };
        let columns = self.head(table, head, (top, left), places);
        self.corridor.tables.retain(table, |_| false);
        for (i, cells) in rows {
            let first = cells.first().map(text).unwrap_or_default();
            if first.starts_with('#') || cells.iter().all(|c| text(c).trim().is_empty()) {
                continue;
            }
            self.row(table, cells, &columns, (top + i, left), places);
        }
        self.tables.push((table, self.corridor.tables.len(table)));
    }

    /// Fields of the columns.
    fn head(&mut self, table: TableKind, head: &[Data], (top, left): (usize, usize), places: &mut Places) -> Vec<Option<usize>> {
        let mut out = Vec::new();
        for (k, name) in head.iter().map(text).enumerate() {
            let field = table.spec().field(name.trim());
            if field.is_none() && !name.is_empty() {
                let near = nearest(&name, table.spec().fields.iter().map(|f| f.name));
                let hint = near.map_or(String::new(), |n| format!("; did you mean {n:?}?"));
                self.fault(table.name(), cell_name(top, left + k), format!("{} has no field {name:?}{hint}", table.name()));
            }
            if let Some(f) = field {
                places.columns.insert((table, table.spec().fields[f].name), left + k);
            }
            out.push(field);
        }
        for f in table.spec().fields.iter().filter(|f| f.required) {
            if !places.columns.contains_key(&(table, f.name)) {
                self.fault(table.name(), String::new(), format!("the column {:?} is missing: {}", f.name, f.meaning));
            }
        }
        out
    }

    fn row(
        &mut self,
        table: TableKind,
        cells: &[Data],
        columns: &[Option<usize>],
        (at, left): (usize, usize),
        places: &mut Places,
    ) {
        let c = &mut self.corridor;
        let row = c.tables.push_blank(table, &mut c.strings);
        for (k, (cell, field)) in cells.iter().zip(columns).enumerate() {
            let (Some(field), value) = (*field, text(cell)) else { continue };
            let spec = &table.spec().fields[field];
            if value.is_empty() {
                if spec.required {
                    let message = format!("{} must not be empty: {}", spec.name, spec.meaning);
                    self.faults.push(SheetFault { sheet: table.name().into(), cell: cell_name(at, left + k), message });
                }
                continue;
            }
            if let Err(e) = c.tables.set(table, row, field, &value, &mut c.strings) {
                let (message, hint) = describe(&e, &value);
                let hint = if hint.is_empty() { hint } else { format!("; {hint}") };
                let message = format!("{} = {value:?}: {message}{hint}", spec.name);
                self.faults.push(SheetFault { sheet: table.name().into(), cell: cell_name(at, left + k), message });
            }
        }
        let id = c.tables.key(table, row).map(|s| c.text(s).to_string()).unwrap_or_default();
        if let Some(before) = places.rows.insert((table, id.clone()), at) {
            let message = format!("{id:?} stands in row {} too", before + 1);
            self.fault(table.name(), cell_name(at, left), message);
        }
    }

    /// Faults of rules, at the cell where they can be seen.
    fn rules(&mut self, places: &Places) {
        for f in validate(&self.corridor) {
            let table = TableKind::from_name(&f.table);
            let row = table.and_then(|t| places.rows.get(&(t, f.row.clone())));
            let column = table.and_then(|t| {
                let spec = t.spec().field(&f.field).map(|i| t.spec().fields[i].name)?;
                places.columns.get(&(t, spec))
            });
            let cell = row.map_or(String::new(), |&r| cell_name(r, column.copied().unwrap_or(0)));
            let hint = if f.hint.is_empty() { String::new() } else { format!("; {}", f.hint) };
            self.fault(&f.table.clone(), cell, format!("{} {}: {}{hint}", f.row, f.field, f.message));
        }
    }
}

/// A cell as the text of a table: days as YYYY-MM-DD, numbers as short as they read back.
pub(super) fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(s) => s.clone(),
        Data::Float(x) => x.to_string(),
        Data::Int(x) => x.to_string(),
        Data::Bool(b) => if *b { "1" } else { "0" }.into(),
        Data::DateTime(d) => day(d.as_f64()),
        Data::DateTimeIso(s) => s.get(..10).unwrap_or(s).to_string(),
        Data::DurationIso(s) => s.clone(),
        Data::Error(e) => format!("{e:?}"),
    }
}

/// The day of a serial number (proleptic Gregorian; Hinnant 2013, chrono-compatible date algorithms).
fn day(serial: f64) -> String {
    let z = serial.floor() as i64 - EPOCH + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (d, m) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let y = yoe + era * 400 + i64::from(m <= 2);
    format!("{y:04}-{m:02}-{d:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_days_of_spreadsheets() {
        assert_eq!((day(1.0), day(45_658.0), day(44_255.5)), ("1899-12-31".into(), "2025-01-01".into(), "2021-02-28".into()));
    }
}
