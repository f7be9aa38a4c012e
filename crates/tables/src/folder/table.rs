//! One file into one table.
//!
//! Cells are read in the order of the schema, not of the file, so that symbols are numbered alike however the columns stand.

use super::words::{self, Place, Sink};
use crate::csv::{CsvReader, Record};
use keruen_model::rows::TableJobMut;
use keruen_model::schema::TableSpec;
use keruen_model::{Row, Strings, Table};
use std::io::{self, Read};

/// A file to be read into a table.
pub(super) struct ReadTable<'a, S> {
    pub source: S,
    pub bytes: u64,
    pub name: &'a str,
    pub row_bytes: usize,
    /// Rows that may still be read.
    pub rows_left: &'a mut u64,
    pub strings: &'a mut Strings,
    pub sink: Sink<'a>,
}

/// What was read.
pub(super) struct ReadIn<S> {
    /// Columns in the order of the file, by position in the schema.
    pub columns: Vec<usize>,
    /// Rows kept.
    pub rows: usize,
    pub source: S,
}

/// The columns of a file.
struct Header {
    width: usize,
    /// (field, column), in the order of fields.
    order: Vec<(usize, usize)>,
    /// Fields that every row must fill, as bits.
    required: u64,
}

/// Rows after which the length of the rest is guessed, so that memory is asked for once.
const SAMPLE: usize = 1_000;

impl<S: Read> TableJobMut for ReadTable<'_, S> {
    type Out = io::Result<ReadIn<S>>;

    fn run<R: Row>(mut self, table: &mut Table<R>) -> Self::Out {
        let mut csv = CsvReader::new(self.source, self.row_bytes).of_size(self.bytes);
        let mut done = ReadIn { columns: Vec::new(), rows: 0, source: () };
        if let Some((what, hint)) = words::disguise(csv.peek()?) {
            self.sink.push(Place { line: 1, ..Place::default() }, "encoding", what, hint);
        } else if let Some(header) = header(&mut csv, R::KIND.spec(), &mut self.sink)? {
            done.columns = header.in_file_order();
            let mut rows = Rows { table, file: 0, header, strings: self.strings, sink: &mut self.sink };
            rows.file = rows.table.add_file(self.name);
            done.rows = rows.read(&mut csv, self.bytes, self.rows_left)?;
        }
        self.sink.close();
        Ok(ReadIn { columns: done.columns, rows: done.rows, source: csv.into_source() })
    }
}

/// Reads the first row that is not blank as column names; `None` where nothing can be read under them.
fn header<S: Read>(csv: &mut CsvReader<S>, spec: &TableSpec, sink: &mut Sink<'_>) -> io::Result<Option<Header>> {
    let mut names = loop {
        match csv.next()? {
            None => {
                let first = spec.fields.iter().filter(|f| f.required).map(|f| f.name).collect::<Vec<_>>().join(",");
                sink.push(
                    Place { line: 1, ..Place::default() },
                    "empty-file",
                    "the file is empty",
                    format!("begin with the line {first}, or delete the file"),
                );
                return Ok(None);
            }
            Some(Err(fault)) => {
                words::row(sink, fault);
                return Ok(None);
            }
            Some(Ok(row)) if row.is_blank() => {}
            Some(Ok(row)) => break row,
        }
    };
    let line = names.line();
    if names.len() == 1 && names.cell(0).contains([';', '\t']) {
        let at = Place { line, value: names.cell(0), ..Place::default() };
        sink.push(at, "separator", "the columns are separated by semicolons or tabs", "save the file with commas");
        return Ok(None);
    }
    Ok(columns(&mut names, spec, sink))
}

fn columns(names: &mut Record<'_>, spec: &TableSpec, sink: &mut Sink<'_>) -> Option<Header> {
    let line = names.line();
    let mut header = Header { width: names.len(), order: Vec::new(), required: 0 };
    for column in 0..names.len() {
        let name = names.cell(column);
        match spec.field(name) {
            None => words::unknown_column(sink, spec, line, name, column + 1),
            Some(field) if header.order.iter().any(|&(f, _)| f == field) => {
                let at = Place { line, field: name, ..Place::default() };
                sink.push(at, "duplicate-column", "the column stands twice; the first was read", "take one out");
            }
            Some(field) => header.order.push((field, column)),
        }
    }
    header.order.sort_unstable();
    for (i, field) in spec.fields.iter().enumerate().filter(|(_, f)| f.required) {
        match header.order.iter().any(|&(f, _)| f == i) {
            true => header.required |= 1 << i,
            false => words::missing_column(sink, field, line),
        }
    }
    // The id is the first field; without it no row can be named.
    header.order.first().is_some_and(|&(f, _)| f == 0).then_some(header)
}

impl Header {
    fn in_file_order(&self) -> Vec<usize> {
        let mut out = self.order.clone();
        out.sort_by_key(|&(_, column)| column);
        out.into_iter().map(|(field, _)| field).collect()
    }
}

/// The rows of a file on their way into a table.
struct Rows<'a, 's, R> {
    table: &'a mut Table<R>,
    file: u8,
    header: Header,
    strings: &'a mut Strings,
    sink: &'a mut Sink<'s>,
}

impl<R: Row> Rows<'_, '_, R> {
    fn read<S: Read>(&mut self, csv: &mut CsvReader<S>, bytes: u64, left: &mut u64) -> io::Result<usize> {
        let (before, words) = (self.table.len(), self.strings.len());
        while let Some(next) = csv.next()? {
            match next {
                Err(fault) => words::row(self.sink, fault),
                Ok(row) if row.is_blank() => continue,
                Ok(row) if *left == 0 => {
                    let at = Place { line: row.line(), ..Place::default() };
                    self.sink.push(
                        at,
                        "too-many-rows",
                        "the tables have more rows than allowed; the rest was not read",
                        "raise the limit, or leave rows out",
                    );
                    break;
                }
                Ok(mut row) => {
                    *left -= 1;
                    self.row(&mut row);
                }
            }
            if self.table.len() - before == SAMPLE {
                self.make_room(bytes, csv.consumed(), self.strings.len() - words, *left);
            }
        }
        Ok(self.table.len() - before)
    }

    /// Guesses from the first rows how many rows and new strings the rest holds.
    fn make_room(&mut self, bytes: u64, consumed: u64, words: usize, left: u64) {
        let rest = bytes.saturating_sub(consumed) / (consumed / SAMPLE as u64).max(1);
        let rest = (rest + rest / 50).min(left) as usize;
        self.table.reserve(rest);
        self.strings.reserve(rest / SAMPLE * words);
    }

    fn row(&mut self, record: &mut Record<'_>) {
        if record.len() != self.header.width {
            return words::ragged(self.sink, record, self.header.width);
        }
        let line = record.line();
        let mut row = self.table.blank(self.strings);
        let mut filled = 0u64;
        for &(field, column) in &self.header.order {
            let text = record.cell(column);
            if text.is_empty() {
                continue;
            }
            filled |= 1 << field;
            if let Err(fault) = row.set(field, text, self.strings) {
                let spec = &R::KIND.spec().fields[field];
                let at = Place { line, row: self.strings.get(row.key()), field: spec.name, value: text };
                words::bad_cell(self.sink, spec, at, &fault);
            }
        }
        if self.header.required & !filled != 0 {
            self.missing(&row, line, filled);
        }
        if row.key() != keruen_model::Sym::EMPTY && !self.table.push(row, self.file, line) {
            self.duplicate(line);
        }
    }

    #[cold]
    fn missing(&mut self, row: &R, line: u32, filled: u64) {
        for (i, field) in R::KIND.spec().fields.iter().enumerate() {
            if self.header.required & !filled & (1 << i) != 0 {
                words::missing_cell(self.sink, field, line, self.strings.get(row.key()));
            }
        }
    }

    #[cold]
    fn duplicate(&mut self, line: u32) {
        let id = self.table.rows().last().map_or(keruen_model::Sym::EMPTY, Row::key);
        let first = self.table.position(id).unwrap_or_default();
        let (file, first) = self.table.origin(first);
        let message = format!("this id was used before, in {file} line {first}");
        let id = self.strings.get(id);
        let at = Place { line, row: id, field: R::KIND.spec().fields[0].name, value: id };
        self.sink.push(at, "duplicate-id", message, "give each row of a table its own id");
    }
}
