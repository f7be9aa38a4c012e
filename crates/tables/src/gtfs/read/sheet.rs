//! One file of a feed, row by row, its columns by name.

use super::Reader;
use crate::csv::{CsvFaultKind, CsvReader, Record};
use crate::error::ReadError;
use crate::gtfs::repair::{
    BLANK_LINE, BROKEN_ROW, HEADING, Kind, LONG_ROW, MARK, NOT_UTF8, OPEN_QUOTE, Repairs, SHORT_ROW, TWICE_HEADING,
};
use std::borrow::Cow;

/// One row.
pub(super) struct Row<'r, 'a> {
    record: &'r mut Record<'a>,
    columns: &'r [Option<usize>],
    names: &'static [&'static str],
    file: &'static str,
    repairs: &'r mut Repairs,
}

impl Row<'_, '_> {
    /// The text of a wanted column, empty where the file has none.
    pub fn text(&mut self, column: usize) -> &str {
        self.columns[column].map_or("", |at| self.record.cell(at)).trim()
    }

    /// The line of the row.
    pub fn line(&self) -> u32 {
        self.record.line()
    }

    /// Reports what was done about a column; the value is the text of the column.
    pub fn mend(&mut self, column: usize, kind: Kind) {
        let line = self.record.line();
        let text = self.columns[column].map_or("", |at| self.record.cell(at)).trim();
        self.repairs.row(self.file, line, self.names[column], text, kind);
    }

    /// The text of a column as a whole number; empty is the usual value, anything else is mended to it.
    pub fn code<T: std::str::FromStr + Copy>(&mut self, column: usize, usual: T, kind: Kind, known: impl Fn(T) -> bool) -> T {
        let text = self.text(column);
        if text.is_empty() {
            return usual;
        }
        match text.parse().ok().filter(|value| known(*value)) {
            Some(value) => value,
            None => {
                self.mend(column, kind);
                usual
            }
        }
    }
}

impl Reader<'_> {
    /// Hands every row of a file to `take`, with the wanted columns in the order of `names`; a missing file has no rows.
    pub fn rows(
        &mut self,
        file: &'static str,
        names: &'static [&'static str],
        mut take: impl FnMut(&mut Row<'_, '_>, &mut super::Timetable),
    ) -> Result<(), ReadError> {
        let Some(bytes) = self.files.get(file) else { return Ok(()) };
        let bytes = self.decoded(file, bytes);
        let mut csv = CsvReader::new(bytes.as_ref(), self.options.row_bytes);
        let mut columns: Option<(Vec<Option<usize>>, usize)> = None;
        // Reading from memory cannot fail.
        while let Ok(Some(next)) = csv.next() {
            let mut record = match next {
                Ok(record) => record,
                Err(fault) => {
                    let ends = matches!(fault.kind, CsvFaultKind::OpenQuote | CsvFaultKind::TooLong { .. });
                    self.repairs.row(file, fault.line, "", "", if ends { OPEN_QUOTE } else { BROKEN_ROW });
                    continue;
                }
            };
            let Some((columns, width)) = &columns else {
                if !record.is_blank() {
                    columns = Some((self.heading(file, names, &mut record), record.len()));
                }
                continue;
            };
            self.rows += 1;
            if self.rows > self.options.rows {
                return Err(ReadError::TooLarge { path: file.into(), bytes: self.rows, limit: self.options.rows });
            }
            if self.shape(file, &mut record, *width) {
                take(&mut Row { record: &mut record, columns, names, file, repairs: &mut self.repairs }, &mut self.out);
            }
        }
        Ok(())
    }

    /// The text of a file in UTF-8.
    fn decoded<'b>(&mut self, file: &'static str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            self.repairs.file(file, MARK);
        }
        if std::str::from_utf8(bytes).is_ok() {
            return bytes.into();
        }
        self.repairs.file(file, NOT_UTF8);
        let text: String = bytes.iter().map(|&b| windows_1252(b)).collect();
        text.into_bytes().into()
    }

    fn heading(&mut self, file: &'static str, names: &[&'static str], record: &mut Record<'_>) -> Vec<Option<usize>> {
        let (line, mut found) = (record.line(), Vec::new());
        for i in 0..record.len() {
            let text = record.cell(i);
            let plain = text.trim_matches(|c: char| c == '"' || c.is_whitespace()).to_ascii_lowercase();
            if plain != text {
                self.repairs.row(file, line, "", text, HEADING);
            }
            found.push(plain);
        }
        for (i, name) in found.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if found[..i].contains(name) {
                self.repairs.row(file, line, "", name, TWICE_HEADING);
            }
        }
        names.iter().map(|name| found.iter().position(|f| f == name)).collect()
    }

    /// Whether a row has something to say; its length is mended.
    fn shape(&mut self, file: &'static str, record: &mut Record<'_>, width: usize) -> bool {
        let line = record.line();
        if record.is_blank() {
            if record.len() <= 1 {
                self.repairs.row(file, line, "", "", BLANK_LINE);
            }
            return false;
        }
        if record.len() < width {
            self.repairs.row(file, line, "", "", SHORT_ROW);
        }
        if (width..record.len()).any(|i| !record.cell(i).is_empty()) {
            self.repairs.row(file, line, "", "", LONG_ROW);
        }
        true
    }
}

/// A byte of Windows-1252, which holds Latin-1; the five bytes it leaves open stay control characters.
fn windows_1252(byte: u8) -> char {
    const UPPER: &[char; 32] = &[
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte) - 0x80],
        _ => char::from(byte),
    }
}
