//! Faults of a corridor: what is wrong, where, and what to try next. A check never stops at the first; it reports them all.

use crate::cell::CellFault;
use std::fmt;

/// One fault of one row (or of a table or the whole folder, where row and field are empty).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// File in the corridor folder.
    pub file: String,
    /// Line in the file, from 1; 0 where there is none.
    pub line: u32,
    /// Table.
    pub table: String,
    /// Id of the row.
    pub row: String,
    /// Field.
    pub field: String,
    /// Value found.
    pub value: String,
    /// Name of the rule that is broken; a stable word for programs.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to try next; may be empty.
    pub hint: String,
}

impl Fault {
    /// A fault of a table as a whole.
    pub fn of_table(table: &str, rule: &'static str, message: impl Into<String>) -> Fault {
        Fault {
            file: String::new(),
            line: 0,
            table: table.into(),
            row: String::new(),
            field: String::new(),
            value: String::new(),
            rule,
            message: message.into(),
            hint: String::new(),
        }
    }

    /// With a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Fault {
        self.hint = hint.into();
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:{}: ", self.file, self.line)?;
        }
        write!(f, "{}", self.table)?;
        if !self.row.is_empty() {
            write!(f, ":{}", self.row)?;
        }
        if !self.field.is_empty() {
            write!(f, ".{}", self.field)?;
        }
        if !self.value.is_empty() {
            write!(f, " = {:?}", shortened(&self.value))?;
        }
        write!(f, ": {} [{}]", self.message, self.rule)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        Ok(())
    }
}

/// At most 60 characters of a value, so that a broken file cannot flood a message.
pub fn shortened(value: &str) -> String {
    if value.chars().count() <= 60 {
        return value.to_string();
    }
    value.chars().take(57).chain("...".chars()).collect()
}

/// The words of a cell fault, and the nearest allowed value where there is one.
pub fn describe(fault: &CellFault, value: &str) -> (String, String) {
    match fault {
        CellFault::NoField => ("there is no such field".into(), String::new()),
        CellFault::Want(what) => (format!("wanted {what}"), String::new()),
        CellFault::BadId => {
            ("an id has letters, digits, '_', '.' and '-', and begins with a letter or digit".into(), String::new())
        }
        CellFault::NotOneOf(words) => {
            let hint = match nearest(value, words.iter().copied()) {
                Some(w) => format!("did you mean {w:?}?"),
                None => format!("one of: {}", words.join(", ")),
            };
            ("is none of the allowed words".into(), hint)
        }
    }
}

/// The candidate with the fewest changed letters, if it is near enough to be meant (a third of the length, at least one letter).
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = text.to_lowercase().chars().take(100).collect();
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for c in candidates {
        if c.len().abs_diff(text.len()) > 4 * limit {
            continue;
        }
        let d = distance(&wanted, &c.to_lowercase().chars().collect::<Vec<_>>(), limit);
        if d <= limit && best.is_none_or(|(b, _)| d < b) {
            best = Some((d, c));
        }
    }
    best.map(|(_, c)| c)
}

/// Letters to insert, delete, change or swap with the neighbour (optimal string alignment); may stop above `limit`.
pub fn distance(a: &[char], b: &[char], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut now = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            now[j + 1] = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && *x == b[j - 1] {
                now[j + 1] = now[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut last, now);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_only_when_near() {
        let places = ["aktau_port", "alat_port", "poti", "tbilisi"];
        assert_eq!(nearest("aktua_port", places.into_iter()), Some("aktau_port"));
        assert_eq!(nearest("potti", places.into_iter()), Some("poti"));
        assert_eq!(nearest("rotterdam", places.into_iter()), None);
    }

    #[test]
    fn swapped_neighbours_are_one_change() {
        let c = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(distance(&c("aktua"), &c("aktau"), 3), 1);
        assert_eq!(distance(&c("abc"), &c(""), 3), 3);
    }
}
