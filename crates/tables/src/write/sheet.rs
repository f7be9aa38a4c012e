//! Which rows and columns go to which file, and the file as text.

use crate::csv::push_cell;
use crate::error::WriteError;
use crate::folder::{Part, Role, order, role};
use keruen_model::dist::Law;
use keruen_model::rows::TableJob;
use keruen_model::schema::FieldKind;
use keruen_model::{Corridor, Row, Strings, Sym, Table, TableKind};
use std::io::{self, Write};
use std::ops::Range;

/// A file to be written.
pub(crate) struct Sheet {
    pub table: TableKind,
    pub file: String,
    columns: Vec<usize>,
    rows: Range<usize>,
}

/// Text handed to the file at a time.
const BLOCK: usize = 1 << 16;

impl Sheet {
    pub fn part(&self) -> Part {
        Part { table: self.table, file: self.file.clone(), columns: self.columns.clone(), rows: self.rows.len() }
    }

    pub fn write(&self, corridor: &Corridor, out: &mut dyn Write) -> io::Result<()> {
        corridor.tables.visit(self.table, WriteSheet { sheet: self, strings: &corridor.strings, out })
    }
}

/// The files of one table; none where it has no rows.
pub(crate) fn of_table(corridor: &Corridor, table: TableKind) -> Result<Vec<Sheet>, WriteError> {
    if corridor.tables.len(table) == 0 {
        return Ok(Vec::new());
    }
    let columns = used_columns(corridor, table)?;
    let sheet = |(file, rows)| Sheet { table, file, columns: columns.clone(), rows };
    Ok(files(corridor, table).into_iter().map(sheet).collect())
}

/// Columns that are required or have a value that is not the default.
pub(crate) fn used_columns(corridor: &Corridor, table: TableKind) -> Result<Vec<usize>, WriteError> {
    corridor.tables.visit(table, Columns { strings: &corridor.strings })
}

/// Runs of rows that were read from one file. A row from nowhere stays with the row before it.
fn files(corridor: &Corridor, table: TableKind) -> Vec<(String, Range<usize>)> {
    let whole = format!("{}.csv", table.name());
    let mut runs: Vec<(String, Range<usize>)> = Vec::new();
    for row in 0..corridor.tables.len(table) {
        let (file, _) = corridor.tables.origin(table, row);
        let known = role(file) == Role::Table(table) && !file.contains(['/', '\\']);
        match runs.last_mut() {
            Some((name, rows)) if !known || name == file => rows.end = row + 1,
            _ => runs.push((if known { file.into() } else { whole.clone() }, row..row + 1)),
        }
    }
    let in_order = runs.windows(2).all(|w| order(&w[0].0) < order(&w[1].0));
    if in_order { runs } else { vec![(whole, 0..corridor.tables.len(table))] }
}

/// The columns to write, and whether every cell can be.
struct Columns<'a> {
    strings: &'a Strings,
}

impl TableJob for Columns<'_> {
    type Out = Result<Vec<usize>, WriteError>;

    fn run<R: Row>(self, table: &Table<R>) -> Self::Out {
        let fields = R::KIND.spec().fields;
        if let Some(row) = table.iter().position(|r| r.key() == Sym::EMPTY) {
            return Err(WriteError::Unwritable {
                place: format!("{}, row {}", R::KIND.name(), row + 1),
                why: "the row has no id",
            });
        }
        let mut text = String::new();
        let mut used: Vec<bool> = fields.iter().map(|f| f.required).collect();
        for (i, field) in fields.iter().enumerate() {
            for row in table {
                text.clear();
                row.get(i, self.strings, &mut text);
                used[i] |= text != field.default;
                if let Some(why) = unwritable(row, i, &text) {
                    let place = format!("{}:{}.{}", R::KIND.name(), self.strings.get(row.key()), field.name);
                    return Err(WriteError::Unwritable { place, why });
                }
            }
        }
        Ok((0..fields.len()).filter(|&i| used[i]).collect())
    }
}

fn unwritable<R: Row>(row: &R, field: usize, text: &str) -> Option<&'static str> {
    let spec = &R::KIND.spec().fields[field];
    match spec.kind {
        FieldKind::Number if row.law(field).and_then(Law::fixed).is_some_and(|v| !v.is_finite()) => {
            Some("the number is not finite")
        }
        FieldKind::Text | FieldKind::Texts if text.contains('\0') => Some("the text holds a zero character"),
        FieldKind::Text if text.is_empty() && !spec.default.is_empty() => Some("an empty text reads back as the default"),
        _ => None,
    }
}

struct WriteSheet<'a> {
    sheet: &'a Sheet,
    strings: &'a Strings,
    out: &'a mut dyn Write,
}

impl TableJob for WriteSheet<'_> {
    type Out = io::Result<()>;

    fn run<R: Row>(self, table: &Table<R>) -> Self::Out {
        let fields = R::KIND.spec().fields;
        let names: Vec<&str> = self.sheet.columns.iter().map(|&i| fields[i].name).collect();
        let (mut text, mut cell) = (names.join(","), String::new());
        text.push('\n');
        for row in &table.rows()[self.sheet.rows.clone()] {
            for (n, &field) in self.sheet.columns.iter().enumerate() {
                if n > 0 {
                    text.push(',');
                }
                cell.clear();
                row.get(field, self.strings, &mut cell);
                // A default need not be said, unless a reader of the column would take it for missing.
                if fields[field].required || cell != fields[field].default {
                    push_cell(&mut text, &cell);
                }
            }
            text.push('\n');
            if text.len() >= BLOCK {
                self.out.write_all(text.as_bytes())?;
                text.clear();
            }
        }
        self.out.write_all(text.as_bytes())
    }
}
