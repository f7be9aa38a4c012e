//! Where the cells of one row begin and end.
//!
//! RFC 4180 with two leniencies that hand-written files need: spaces and tabs around a comma do not count (a quoted cell keeps
//! its own), and a row may end in LF, CR LF or CR. A double quote inside a cell that does not begin with one stands for itself.

use memchr::memchr;

/// One cell of a row: bytes from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    /// Quotes inside are written twice.
    pub doubled: bool,
}

/// What a look at the bytes of a row gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// A whole row: the next one begins at `next`, `lines` line ends further down.
    Row { next: usize, lines: u32 },
    /// The bytes end before the row does.
    More,
    /// The bytes end, and no more come, inside a quote.
    OpenQuote,
    /// Something stands between a closing quote and the next comma; the line ends before `next`.
    AfterQuote { next: usize, lines: u32 },
}

/// Splits the row at the beginning of `bytes`; `last` = no more bytes come after these.
pub(super) fn split(bytes: &[u8], last: bool, cells: &mut Vec<Span>) -> Split {
    cells.clear();
    let (mut at, mut lines) = (0, 0);
    loop {
        at = past_blanks(bytes, at);
        let (end, doubled, start) = if bytes.get(at) == Some(&b'"') {
            let Some((end, doubled)) = quoted(bytes, at + 1, last) else {
                return if last { Split::OpenQuote } else { Split::More };
            };
            lines += line_ends(&bytes[at + 1..end]);
            let start = at + 1;
            at = past_blanks(bytes, end + 1);
            if bytes.get(at).is_some_and(|b| !matches!(b, b',' | b'\n' | b'\r')) {
                return after_quote(bytes, at, last, lines);
            }
            (end, doubled, start)
        } else {
            let start = at;
            while at < bytes.len() && !matches!(bytes[at], b',' | b'\n' | b'\r') {
                at += 1;
            }
            (before_blanks(bytes, start, at), false, start)
        };
        cells.push(Span { start: start as u32, end: end as u32, doubled });
        match bytes.get(at) {
            Some(b',') => at += 1,
            Some(_) => return line_end(bytes, at, last).map_or(Split::More, |next| Split::Row { next, lines: lines + 1 }),
            None if last => return Split::Row { next: at, lines: lines + 1 },
            None => return Split::More,
        }
    }
}

fn past_blanks(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && matches!(bytes[at], b' ' | b'\t') {
        at += 1;
    }
    at
}

fn before_blanks(bytes: &[u8], start: usize, mut end: usize) -> usize {
    while end > start && matches!(bytes[end - 1], b' ' | b'\t') {
        end -= 1;
    }
    end
}

/// End of the quoted text that begins at `at`, and whether quotes stand in it; `None` where it is not seen yet.
fn quoted(bytes: &[u8], mut at: usize, last: bool) -> Option<(usize, bool)> {
    let mut doubled = false;
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        match bytes.get(quote + 1) {
            Some(b'"') => {
                doubled = true;
                at = quote + 2;
            }
            None if !last => return None,
            _ => return Some((quote, doubled)),
        }
    }
}

fn line_ends(bytes: &[u8]) -> u32 {
    memchr::memchr_iter(b'\n', bytes).count() as u32
}

/// Begin of the next line, where the line end at `at` is seen in whole.
fn line_end(bytes: &[u8], at: usize, last: bool) -> Option<usize> {
    match (bytes[at], bytes.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(at + 2),
        (b'\r', None) if !last => None,
        _ => Some(at + 1),
    }
}

fn after_quote(bytes: &[u8], at: usize, last: bool, lines: u32) -> Split {
    match memchr::memchr2(b'\n', b'\r', &bytes[at..]) {
        Some(i) => line_end(bytes, at + i, last).map_or(Split::More, |next| Split::AfterQuote { next, lines: lines + 1 }),
        None if last => Split::AfterQuote { next: bytes.len(), lines: lines + 1 },
        None => Split::More,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (Vec<&str>, Split) {
        let mut spans = Vec::new();
        let split = split(text.as_bytes(), true, &mut spans);
        (spans.iter().map(|s| &text[s.start as usize..s.end as usize]).collect(), split)
    }

    #[test]
    fn cells_of_plain_and_quoted_rows() {
        assert_eq!(cells("a,b,c\nd"), (vec!["a", "b", "c"], Split::Row { next: 6, lines: 1 }));
        assert_eq!(cells("a,,\r\n"), (vec!["a", "", ""], Split::Row { next: 5, lines: 1 }));
        assert_eq!(cells(" a b , \"c, d\" ,\te\rz"), (vec!["a b", "c, d", "e"], Split::Row { next: 18, lines: 1 }));
        assert_eq!(cells("\"x\ny\",5\" pipe"), (vec!["x\ny", "5\" pipe"], Split::Row { next: 13, lines: 2 }));
        assert_eq!(cells("\"say \"\"so\"\"\""), (vec!["say \"\"so\"\""], Split::Row { next: 12, lines: 1 }));
        assert_eq!(cells(""), (vec![""], Split::Row { next: 0, lines: 1 }));
    }

    #[test]
    fn broken_quotes_are_told_apart() {
        assert_eq!(cells("a,\"b\nc").1, Split::OpenQuote);
        assert_eq!(cells("\"b\"x,c\nd").1, Split::AfterQuote { next: 7, lines: 1 });
    }

    #[test]
    fn no_row_ends_before_its_end_is_seen() {
        let whole = "a,\"b\"\"c\nd\",e\r\n";
        for cut in 0..whole.len() {
            assert_eq!(split(&whole.as_bytes()[..cut], false, &mut Vec::new()), Split::More, "cut at {cut}");
        }
        assert_eq!(split(whole.as_bytes(), false, &mut Vec::new()), Split::Row { next: 14, lines: 2 });
    }
}
