//! The words of the reader's faults. Each says what is wrong, and what to write instead where that is known.

use crate::csv::{CsvFault, CsvFaultKind, Record};
use keruen_model::Fault;
use keruen_model::cell::CellFault;
use keruen_model::fault::{describe, nearest, shortened};
use keruen_model::schema::{FieldKind, FieldSpec, TableSpec};

/// Faults of one file: so many are kept, the rest is counted.
pub(crate) struct Sink<'a> {
    file: &'a str,
    table: &'static str,
    limit: usize,
    count: usize,
    out: &'a mut Vec<Fault>,
}

/// Place of a fault in a file.
#[derive(Clone, Copy, Default)]
pub(crate) struct Place<'a> {
    pub line: u32,
    pub row: &'a str,
    pub field: &'a str,
    pub value: &'a str,
}

impl<'a> Sink<'a> {
    pub fn new(file: &'a str, table: &'static str, limit: usize, out: &'a mut Vec<Fault>) -> Self {
        Sink { file, table, limit, count: 0, out }
    }

    #[cold]
    pub fn push(&mut self, at: Place<'_>, rule: &'static str, message: impl Into<String>, hint: impl Into<String>) {
        self.count += 1;
        if self.count > self.limit {
            return;
        }
        self.out.push(Fault {
            file: self.file.into(),
            line: at.line,
            table: self.table.into(),
            row: shortened(at.row),
            field: shortened(at.field),
            value: shortened(at.value),
            rule,
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// Says how many were left out.
    pub fn close(mut self) {
        if self.count > self.limit {
            let more = self.count - self.limit;
            (self.count, self.limit) = (0, 1);
            self.push(
                Place { line: 1, ..Place::default() },
                "more",
                format!("and {more} more {} in this file", if more == 1 { "fault" } else { "faults" }),
                "correct those above first",
            );
        }
    }
}

pub(crate) fn row(sink: &mut Sink<'_>, fault: CsvFault) {
    let at = Place { line: fault.line, ..Place::default() };
    match fault.kind {
        CsvFaultKind::TooLong { limit } => {
            let message = format!("a row longer than {limit} bytes begins here; the rest of the file was not read");
            sink.push(at, "too-long", message, "look for a double quote without its end");
        }
        CsvFaultKind::OpenQuote => {
            let message = "a double quote in this row is never closed; the rest of the file was not read";
            sink.push(at, "quote", message, "close it, or write \"\" for a double quote inside a quoted cell");
        }
        CsvFaultKind::AfterQuote => {
            let message = "text stands between a closing double quote and the next comma; the row was left out";
            sink.push(at, "quote", message, "write \"\" for a double quote inside a quoted cell");
        }
        CsvFaultKind::NotUtf8 { byte, offset } => {
            let message = format!("byte 0x{byte:02X} at {offset} of the file is not UTF-8; the row was left out");
            sink.push(at, "encoding", message, "save the file as UTF-8");
        }
        CsvFaultKind::Nul { offset } => {
            sink.push(
                at,
                "encoding",
                format!("a zero byte stands at {offset} of the file; the row was left out"),
                "save the file as UTF-8 text",
            );
        }
    }
}

#[cold]
pub(crate) fn ragged(sink: &mut Sink<'_>, record: &mut Record<'_>, width: usize) {
    let cells = if record.len() == 1 { "1 cell".to_string() } else { format!("{} cells", record.len()) };
    let message = format!("the row has {cells}, the header {width}; it was left out");
    let at = Place { line: record.line(), row: record.cell(0), ..Place::default() };
    sink.push(at, "ragged-row", message, "a text with a comma stands in double quotes");
}

/// What the first bytes say about a file that is no CSV text at all.
pub(crate) fn disguise(start: &[u8]) -> Option<(&'static str, &'static str)> {
    const KINDS: &[(&[u8], &str, &str)] = &[
        (b"\xFF\xFE", "the file is UTF-16", "save it as UTF-8"),
        (b"\xFE\xFF", "the file is UTF-16", "save it as UTF-8"),
        (b"PK\x03\x04", "the file is a spreadsheet or an archive, not text", "save the sheet as CSV, UTF-8"),
        (b"\x1F\x8B", "the file is compressed", "unpack it"),
    ];
    KINDS.iter().find(|(mark, ..)| start.starts_with(mark)).map(|&(_, what, hint)| (what, hint))
}

pub(crate) fn unknown_column(sink: &mut Sink<'_>, spec: &TableSpec, line: u32, name: &str, column: usize) {
    let at = Place { line, field: name, ..Place::default() };
    if name.is_empty() {
        return sink.push(at, "unknown-column", format!("column {column} has no name"), "name it, or take out the comma");
    }
    let hint = match nearest(name, spec.fields.iter().map(|f| f.name)) {
        Some(f) => format!("did you mean {f:?}?"),
        None => format!("the columns are {}", spec.fields.iter().map(|f| f.name).collect::<Vec<_>>().join(", ")),
    };
    sink.push(at, "unknown-column", "there is no such column; it was not read", hint);
}

pub(crate) fn missing_column(sink: &mut Sink<'_>, field: &FieldSpec, line: u32) {
    let at = Place { line, field: field.name, ..Place::default() };
    sink.push(at, "missing-column", "this column must be there", format!("add it: {}", meaning(field)));
}

pub(crate) fn missing_cell(sink: &mut Sink<'_>, field: &FieldSpec, line: u32, row: &str) {
    let at = Place { line, row, field: field.name, value: "" };
    sink.push(at, "missing-cell", "this cell must not be empty", format!("write {}", meaning(field)));
}

fn meaning(field: &FieldSpec) -> String {
    match field.unit {
        "" => field.meaning.into(),
        unit if unit.starts_with('@') => format!("{}, in the unit of {}", field.meaning, &unit[1..]),
        unit => format!("{}, in {unit}", field.meaning),
    }
}

pub(crate) fn bad_cell(sink: &mut Sink<'_>, field: &FieldSpec, at: Place<'_>, fault: &CellFault) {
    let (message, hint) = describe(fault, culprit(fault, at.value));
    let hint = if hint.is_empty() { better(fault, at.value, field).unwrap_or_default() } else { hint };
    sink.push(at, "bad-cell", message, hint);
}

/// The part of a cell that is meant: the table of `table:id`, the item of a list.
fn culprit<'a>(fault: &CellFault, value: &'a str) -> &'a str {
    let CellFault::NotOneOf(words) = fault else { return value };
    let parts = value.split(';').map(|item| item.split_once(':').map_or(item, |(table, _)| table).trim());
    parts.into_iter().find(|p| !words.contains(p)).unwrap_or(value)
}

/// What was probably meant, where it can be told.
fn better(fault: &CellFault, value: &str, field: &FieldSpec) -> Option<String> {
    match fault {
        CellFault::Want("a number" | "a whole number") => number(value, field),
        CellFault::BadId if matches!(field.kind, FieldKind::Id | FieldKind::Ref) => {
            let id: String =
                value.trim().chars().map(|c| if c.is_ascii_alphanumeric() || "_.-".contains(c) { c } else { '_' }).collect();
            (value.len() <= 60 && keruen_model::cell::is_id(&id)).then(|| format!("for example {id:?}"))
        }
        _ => None,
    }
}

fn number(value: &str, field: &FieldSpec) -> Option<String> {
    let digits = value.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.');
    let is_number = |t: &str| keruen_model::cell::number(t).is_some();
    if value.contains([',', ' ', '\u{a0}', '\'']) && is_number(&value.replace([',', ' ', '\u{a0}', '\''], "")) {
        return Some("write a decimal point, and no marks between thousands".into());
    }
    if digits.len() < value.len() && is_number(digits) {
        return Some(match field.unit {
            "" => format!("write {digits}"),
            unit if unit.starts_with('@') => format!("write {digits}; the unit stands in {}", &unit[1..]),
            unit => format!("write {digits}; the unit is {unit}"),
        });
    }
    None
}
