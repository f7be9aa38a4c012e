//! Rows of a CSV file, one after the other, in a buffer that never grows past the longest row allowed.
//!
//! Assumption: a row is short (about 100 bytes) and a file long (up to a gigabyte), so the file is read in blocks and a row
//! that the block cuts is moved to the front of the next. Cells are slices of the block; nothing is copied but a cell with
//! doubled quotes. A row that cannot be read is a fault and the next row is tried; after a row longer than the limit, or a
//! quote without end, no row can be trusted, and reading stops.

use super::split::{Span, Split, split};
use std::io::{self, Read};

/// Bytes asked of the source at a time.
const BLOCK: usize = 1 << 18;

/// The least asked for, should a file be longer than its size says.
const SMALLEST: usize = 1 << 10;

/// Reads rows from a source of bytes.
pub struct CsvReader<R> {
    source: R,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
    line: u32,
    offset: u64,
    longest: usize,
    block: usize,
    cells: Vec<Span>,
    unquoted: String,
}

/// One row.
pub struct Record<'a> {
    text: &'a str,
    cells: &'a [Span],
    unquoted: &'a mut String,
    line: u32,
}

/// A row that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvFault {
    /// Line on which the row begins, from 1.
    pub line: u32,
    /// What is wrong.
    pub kind: CsvFaultKind,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvFaultKind {
    /// It has more bytes than allowed; no further row is read.
    TooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// A quote is never closed; no further row is read.
    OpenQuote,
    /// Text stands after a closing quote; the line is skipped.
    AfterQuote,
    /// A byte that is not UTF-8; the row is skipped.
    NotUtf8 {
        /// The byte.
        byte: u8,
        /// Its place in the file, from 0.
        offset: u64,
    },
    /// A zero byte; the row is skipped.
    Nul {
        /// Its place in the file, from 0.
        offset: u64,
    },
}

enum Next {
    End,
    Row { start: usize, end: usize, line: u32 },
    Bad(CsvFault),
}

impl<R: Read> CsvReader<R> {
    /// Reads from `source` rows of at most `longest` bytes. A byte order mark is skipped.
    pub fn new(source: R, longest: usize) -> Self {
        CsvReader {
            source,
            buffer: Vec::new(),
            at: 0,
            ended: false,
            line: 1,
            offset: 0,
            longest: longest.min(u32::MAX as usize),
            block: BLOCK,
            cells: Vec::new(),
            unquoted: String::new(),
        }
    }

    /// Of about so many bytes: a short file needs no more memory than it has.
    pub fn of_size(mut self, bytes: u64) -> Self {
        // One more than there are, so that the end is seen at once.
        self.block = usize::try_from(bytes).map_or(BLOCK, |b| b.saturating_add(1).clamp(SMALLEST, BLOCK));
        self
    }

    /// The next row, the fault in its place, or `None` at the end.
    #[allow(clippy::should_implement_trait, reason = "an iterator cannot lend its record")]
    pub fn next(&mut self) -> io::Result<Option<Result<Record<'_>, CsvFault>>> {
        let (start, end, line) = match self.advance()? {
            Next::End => return Ok(None),
            Next::Bad(fault) => return Ok(Some(Err(fault))),
            Next::Row { start, end, line } => (start, end, line),
        };
        Ok(Some(match text(&self.buffer[start..end], self.offset + start as u64) {
            Ok(text) => Ok(Record { text, cells: &self.cells, unquoted: &mut self.unquoted, line }),
            Err(kind) => Err(CsvFault { line, kind }),
        }))
    }

    /// The first bytes of the file, for a look at what kind of file it is; call it before [`CsvReader::next`].
    pub fn peek(&mut self) -> io::Result<&[u8]> {
        if self.buffer.is_empty() && !self.ended {
            self.fill()?;
        }
        Ok(&self.buffer)
    }

    /// Bytes of the file behind the rows read so far.
    pub fn consumed(&self) -> u64 {
        self.offset + self.at as u64
    }

    /// Gives the source back; where reading stopped early it has bytes left.
    pub fn into_source(self) -> R {
        self.source
    }

    fn advance(&mut self) -> io::Result<Next> {
        if self.offset == 0 && self.at == 0 && self.peek()?.starts_with(b"\xEF\xBB\xBF") {
            self.at = 3;
        }
        loop {
            if self.ended && self.at == self.buffer.len() {
                return Ok(Next::End);
            }
            let (start, line) = (self.at, self.line);
            let found = split(&self.buffer[start..], self.ended, &mut self.cells);
            let bad = |kind| Ok(Next::Bad(CsvFault { line, kind }));
            match found {
                Split::Row { next, lines } if next <= self.longest => {
                    self.pass(next, lines);
                    return Ok(Next::Row { start, end: start + next, line });
                }
                Split::AfterQuote { next, lines } if next <= self.longest => {
                    self.pass(next, lines);
                    return bad(CsvFaultKind::AfterQuote);
                }
                Split::More if self.buffer.len() - start <= self.longest => self.fill()?,
                Split::OpenQuote => {
                    self.stop();
                    return bad(CsvFaultKind::OpenQuote);
                }
                _ => {
                    self.stop();
                    return bad(CsvFaultKind::TooLong { limit: self.longest });
                }
            }
        }
    }

    fn pass(&mut self, bytes: usize, lines: u32) {
        self.at += bytes;
        self.line = self.line.saturating_add(lines);
    }

    fn stop(&mut self) {
        self.ended = true;
        self.at = self.buffer.len();
    }

    /// Moves the row that has begun to the front and reads on behind it.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.at);
        self.offset += self.at as u64;
        self.at = 0;
        let before = self.buffer.len();
        // A row that fills the buffer doubles it, so that no byte is looked at more than about twice.
        self.buffer.resize(before + self.block.max(before), 0);
        let filled = before + read_whole(&mut self.source, &mut self.buffer[before..])?;
        self.ended = filled < self.buffer.len();
        self.buffer.truncate(filled);
        Ok(())
    }
}

/// Reads until `into` is full or the source ends; how many bytes it gave.
fn read_whole(source: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < into.len() {
        match source.read(&mut into[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(filled)
}

fn text(bytes: &[u8], offset: u64) -> Result<&str, CsvFaultKind> {
    if let Some(i) = memchr::memchr(0, bytes) {
        return Err(CsvFaultKind::Nul { offset: offset + i as u64 });
    }
    std::str::from_utf8(bytes).map_err(|e| {
        let i = e.valid_up_to();
        CsvFaultKind::NotUtf8 { byte: bytes[i], offset: offset + i as u64 }
    })
}

impl Record<'_> {
    /// How many cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Never true: a row has at least one cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// True where nothing is written in any cell.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|c| c.start == c.end)
    }

    /// Line on which the row begins, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The text of a cell; empty past the last.
    pub fn cell(&mut self, i: usize) -> &str {
        let Some(c) = self.cells.get(i) else { return "" };
        // Spans end at quotes, commas, blanks and line ends, which are single bytes, so the slices are whole characters.
        let text = self.text.get(c.start as usize..c.end as usize).unwrap_or("");
        if !c.doubled {
            return text;
        }
        self.unquoted.clear();
        let mut rest = text;
        while let Some(i) = rest.find("\"\"") {
            self.unquoted.push_str(&rest[..=i]);
            rest = &rest[i + 2..];
        }
        self.unquoted.push_str(rest);
        self.unquoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], longest: usize) -> Vec<Result<(u32, Vec<String>), CsvFault>> {
        let mut reader = CsvReader::new(bytes, longest);
        let mut out = Vec::new();
        while let Some(row) = reader.next().unwrap() {
            out.push(row.map(|mut r| (r.line(), (0..r.len()).map(|i| r.cell(i).to_string()).collect())));
        }
        out
    }

    fn row(line: u32, cells: &[&str]) -> Result<(u32, Vec<String>), CsvFault> {
        Ok((line, cells.iter().map(|c| c.to_string()).collect()))
    }

    fn bad(line: u32, kind: CsvFaultKind) -> Result<(u32, Vec<String>), CsvFault> {
        Err(CsvFault { line, kind })
    }

    #[test]
    fn rows_keep_their_lines_through_marks_quotes_and_line_ends() {
        let file = "\u{feff}a,b\r\n\"x\n\"\"y\"\"\",1\n\nlast,\u{49b}".as_bytes();
        assert_eq!(
            all(file, 100),
            vec![row(1, &["a", "b"]), row(2, &["x\n\"y\"", "1"]), row(4, &[""]), row(5, &["last", "\u{49b}"])]
        );
        assert!(all(b"", 100).is_empty());
        assert!(all(b"\xEF\xBB\xBF", 100).is_empty());
    }

    #[test]
    fn a_bad_row_is_named_and_the_next_is_read() {
        let file = b"a\n\"b\"c\nd\xE9e\nf\0g\nh\n";
        let wanted = vec![
            row(1, &["a"]),
            bad(2, CsvFaultKind::AfterQuote),
            bad(3, CsvFaultKind::NotUtf8 { byte: 0xE9, offset: 8 }),
            bad(4, CsvFaultKind::Nul { offset: 12 }),
            row(5, &["h"]),
        ];
        assert_eq!(all(file, 100), wanted);
    }

    #[test]
    fn long_rows_and_open_quotes_end_the_reading() {
        assert_eq!(all(b"ab\ncdefgh\nij\n", 6), vec![row(1, &["ab"]), bad(2, CsvFaultKind::TooLong { limit: 6 })]);
        assert_eq!(all(b"ab\n\"cd\nij\n", 100), vec![row(1, &["ab"]), bad(2, CsvFaultKind::OpenQuote)]);
    }

    /// A gigabyte without a line end, made as it is read.
    #[test]
    fn a_line_of_a_gigabyte_is_refused_in_bounded_memory() {
        let mut reader = CsvReader::new(io::repeat(b'x').take(1 << 30), 1 << 20);
        let fault = reader.next().unwrap().unwrap().err();
        assert_eq!(fault, Some(CsvFault { line: 1, kind: CsvFaultKind::TooLong { limit: 1 << 20 } }));
        assert!(reader.buffer.capacity() <= 8 << 20, "{} bytes", reader.buffer.capacity());
        assert!(reader.next().unwrap().is_none());
    }

    #[test]
    fn rows_over_the_end_of_a_block_are_whole() {
        let line = "0123456789,\"a\"\"b\",\u{49b}\u{433}\r\n";
        let file = line.repeat(3 * BLOCK / line.len());
        let rows = all(file.as_bytes(), 100);
        assert_eq!(rows.len(), 3 * BLOCK / line.len());
        for (i, r) in rows.into_iter().enumerate() {
            assert_eq!(r, row(i as u32 + 1, &["0123456789", "a\"b", "\u{49b}\u{433}"]));
        }
    }
}
