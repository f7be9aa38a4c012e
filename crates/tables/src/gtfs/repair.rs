//! What was wrong in a feed and what was done about it.
//!
//! The kinds stand in one list: readers name them, the reference page is made from them.

use std::collections::HashMap;
use std::fmt;

/// A kind of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind {
    /// What was wrong.
    pub wrong: &'static str,
    /// What was done.
    pub done: &'static str,
}

macro_rules! kinds {
    ($($name:ident: $wrong:literal => $done:literal;)*) => {
        $(pub(super) const $name: Kind = Kind { wrong: $wrong, done: $done };)*
        /// Every kind of repair.
        pub const KINDS: &[Kind] = &[$($name),*];
    };
}

kinds! {
    SUBFOLDER: "lies in a folder inside the feed" => "read from there";
    DEBRIS: "is debris of an archiver" => "passed over";
    MISSING_FILE: "is missing" => "what it would say is left open";
    MARK: "begins with a byte order mark" => "mark passed over";
    NOT_UTF8: "is not UTF-8" => "read as Windows-1252";
    HEADING: "a heading is not in lower case, or has quotes or blanks of its own" => "read as if it were plain";
    TWICE_HEADING: "a heading stands twice" => "the first column is read";
    BLANK_LINE: "the line is blank" => "passed over";
    SHORT_ROW: "has fewer cells than the heading" => "missing cells read as empty";
    LONG_ROW: "has more cells than the heading" => "the others passed over";
    BROKEN_ROW: "cannot be split into cells" => "row left out";
    OPEN_QUOTE: "a quote is never closed, or a row has no end" => "the rest of the file left out";
    NO_ID: "has no id" => "row left out";
    TWICE: "stands twice" => "the first row is kept";
    NO_NAME: "is empty" => "the id stands for it";
    NO_ZONE: "names no time zone" => "Etc/UTC";
    OTHER_ZONE: "differs from the time zone of the first agency" => "times are read as if it were the same";
    BAD_POINT: "is no latitude and longitude" => "the stop has no point";
    BAD_CODE: "is no code of GTFS" => "the usual code is taken";
    BAD_COLOUR: "is no colour of six hexadecimal digits" => "passed over; colours are not kept";
    NO_PARENT: "names no stop" => "the stop stands alone";
    NO_AGENCY: "names no agency" => "the first agency is taken";
    NO_ROUTE: "names no route" => "a route of that id was made, a bus";
    NO_CALENDAR: "names no calendar" => "the trip runs on no day";
    BAD_DATE: "is no date" => "row left out";
    END_FIRST: "ends before it begins" => "row left out";
    LONG_CALENDAR: "spans more than a hundred years" => "cut after a hundred years";
    BAD_EXCEPTION: "is neither 1 (added) nor 2 (removed)" => "row left out";
    BAD_WEEKDAY: "is neither 0 nor 1" => "read as 0";
    NO_TRIP: "names no trip" => "row left out";
    NO_STOP: "names no stop" => "row left out";
    BAD_SEQUENCE: "is no whole number" => "the order of the rows decides";
    SAME_SEQUENCE: "stands twice in the trip" => "the order of the rows decides";
    BAD_TIME: "is no time" => "read as blank";
    SHORT_TIME: "has no seconds" => "read with 00 seconds";
    ONE_TIME: "only one of arrival and departure is given" => "the other is the same";
    DEPARTS_FIRST: "lies before the arrival" => "leaves when it arrives";
    NEXT_DAY: "lies more than 12 hours before the call before" => "read as the next day: 24 hours added";
    RUNS_BACK: "lies before the call before" => "read as blank";
    BLANK_TIME: "is blank between timed calls" => "filled along the distance";
    NO_END_TIME: "is blank at the end of the trip" => "call left out";
    SHORT_TRIP: "has fewer than two timed calls" => "trip left out";
    BAD_WINDOW: "is no time, or the end is not after the start" => "row left out";
    BAD_HEADWAY: "is no number of seconds above 0" => "row left out";
    BAD_TRANSFER: "is no kind of transfer" => "read as 0, recommended";
    TIMED_TRANSFER: "is empty beside a least time" => "read as 2, takes that time";
    BAD_LEAST: "is no whole number of seconds" => "rounded up";
    NO_LEAST: "is no number of seconds" => "read as not given";
    SEATED: "is about staying seated between trips" => "row left out; such transfers are not kept";
}

/// Everything of one kind in one field of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// File of the feed.
    pub file: String,
    /// Field; empty where the row or the file as a whole is meant.
    pub field: &'static str,
    /// What was wrong and what was done.
    pub kind: Kind,
    /// Lines, from 1, in the order in which they were read; none where the file as a whole is meant.
    pub lines: Vec<u32>,
    /// The first different values, at most [`VALUES`].
    pub values: Vec<String>,
}

/// Different values kept of one repair.
pub const VALUES: usize = 3;

/// Lines named in the text of a repair.
pub const NAMED: usize = 3;

/// Letters of a value shown.
const SHOWN: usize = 40;

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if !self.field.is_empty() {
            write!(f, " {}", self.field)?;
        }
        let shown: Vec<String> = self.values.iter().filter(|v| !v.is_empty()).map(|v| format!("{v:?}")).collect();
        if !shown.is_empty() {
            write!(f, " {}", shown.join(", "))?;
        }
        write!(f, ": {}; {}", self.kind.wrong, self.kind.done)?;
        if self.lines.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = self.lines.iter().take(NAMED).map(u32::to_string).collect();
        let more = if self.lines.len() > NAMED { ", ..." } else { "" };
        let rows = if self.lines.len() == 1 { "1 row, line" } else { &format!("{} rows, lines", self.lines.len()) };
        write!(f, " ({rows} {}{more})", lines.join(", "))
    }
}

/// Collects repairs.
#[derive(Debug, Default)]
pub(super) struct Repairs {
    all: Vec<Repair>,
    by_key: HashMap<(String, &'static str, Kind), usize>,
}

impl Repairs {
    /// One row of a file.
    pub fn row(&mut self, file: &str, line: u32, field: &'static str, value: &str, kind: Kind) {
        let repair = self.of(file, field, kind);
        repair.lines.push(line);
        note(repair, value);
    }

    /// A file as a whole.
    pub fn file(&mut self, file: &str, kind: Kind) {
        self.of(file, "", kind);
    }

    pub fn into_list(self) -> Vec<Repair> {
        self.all
    }

    fn of(&mut self, file: &str, field: &'static str, kind: Kind) -> &mut Repair {
        let next = self.all.len();
        let at = *self.by_key.entry((file.to_string(), field, kind)).or_insert(next);
        if at == next {
            self.all.push(Repair { file: file.into(), field, kind, lines: Vec::new(), values: Vec::new() });
        }
        &mut self.all[at]
    }
}

fn note(repair: &mut Repair, value: &str) {
    if repair.values.len() < VALUES {
        let shown: String = value.chars().take(SHOWN).collect();
        if !repair.values.contains(&shown) {
            repair.values.push(shown);
        }
    }
}
