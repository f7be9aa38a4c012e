//! Linear programmes in MPS with free fields: every column is listed, there are no ways.

use std::collections::BTreeMap;

use keruen_certify::mincost::{Column, Instance};

/// Where a line belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Rows,
    Columns,
    Rhs,
    Ranges,
    Bounds,
}

#[derive(Default)]
struct Reader<'a> {
    instance: Instance,
    sense: Vec<u8>,
    rows: BTreeMap<&'a str, u32>,
    columns: BTreeMap<&'a str, usize>,
    objective: Option<&'a str>,
}

/// Reads an `.mps` file.
pub fn read(text: &str) -> Result<Instance, (usize, &'static str)> {
    let mut reader = Reader::default();
    let mut section = Section::Head;
    for (number, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() || line.starts_with('*') {
            continue;
        }
        if !line.starts_with(' ') {
            section = match words[0] {
                "ROWS" => Section::Rows,
                "COLUMNS" => Section::Columns,
                "RHS" => Section::Rhs,
                "RANGES" => Section::Ranges,
                "BOUNDS" => Section::Bounds,
                _ => Section::Head,
            };
            continue;
        }
        reader.line(section, &words).map_err(|what| (number + 1, what))?;
    }
    Ok(reader.instance)
}

fn number(word: &str) -> Result<f64, &'static str> {
    word.parse().map_err(|_| "a number is malformed")
}

impl<'a> Reader<'a> {
    fn line(&mut self, section: Section, words: &[&'a str]) -> Result<(), &'static str> {
        match section {
            Section::Head => Ok(()),
            Section::Rows => self.row(words),
            Section::Columns => self.column(words),
            Section::Rhs | Section::Ranges => self.side(section == Section::Rhs, words),
            Section::Bounds => self.bound(words),
        }
    }

    fn row(&mut self, words: &[&'a str]) -> Result<(), &'static str> {
        let [sense, name] = words else { return Err("a sense and a name are expected") };
        let bounds = match *sense {
            "N" => {
                self.objective.get_or_insert(name);
                return Ok(());
            }
            "L" => (f64::NEG_INFINITY, 0.0),
            "G" => (0.0, f64::INFINITY),
            "E" => (0.0, 0.0),
            _ => return Err("the sense of a row is N, L, G or E"),
        };
        self.rows.insert(name, self.sense.len() as u32);
        self.sense.push(sense.as_bytes()[0]);
        self.instance.rows.push(bounds);
        Ok(())
    }

    fn column(&mut self, words: &[&'a str]) -> Result<(), &'static str> {
        let [name, pairs @ ..] = words else { return Err("a column is expected") };
        let at = *self.columns.entry(name).or_insert_with(|| {
            self.instance.columns.push(Column { upper: f64::INFINITY, ..Column::default() });
            self.instance.columns.len() - 1
        });
        for pair in pairs.chunks(2) {
            let [row, value] = pair else { return Err("a row and a number are expected") };
            let value = number(value)?;
            match self.rows.get(row) {
                Some(&row) => self.instance.columns[at].entries.push((row, value)),
                None if self.objective == Some(row) => self.instance.columns[at].cost += value,
                None => {}
            }
        }
        Ok(())
    }

    fn side(&mut self, right: bool, words: &[&'a str]) -> Result<(), &'static str> {
        let pairs = if words.len() % 2 == 1 { &words[1..] } else { words };
        for pair in pairs.chunks(2) {
            let (Some(&row), value) = (self.rows.get(pair[0]), number(pair[1])?) else { continue };
            let (bounds, sense) = (&mut self.instance.rows[row as usize], self.sense[row as usize]);
            match (right, sense) {
                (true, b'L') => bounds.1 = value,
                (true, b'G') => bounds.0 = value,
                (true, _) => *bounds = (value, value),
                (false, b'L') => bounds.0 = bounds.1 - value.abs(),
                (false, b'G') => bounds.1 = bounds.0 + value.abs(),
                (false, _) if value < 0.0 => bounds.0 += value,
                (false, _) => bounds.1 += value,
            }
        }
        Ok(())
    }

    fn bound(&mut self, words: &[&'a str]) -> Result<(), &'static str> {
        let name = words.iter().skip(1).rev().take(2).rev().find(|word| self.columns.contains_key(*word));
        let at = *name.and_then(|name| self.columns.get(name)).ok_or("the bound names no column")?;
        let value = words.last().map_or(Ok(0.0), |word| number(word));
        let column = &mut self.instance.columns[at];
        match words[0] {
            "UP" => column.upper = value?,
            "LO" => column.lower = value?,
            "FX" => (column.lower, column.upper) = (value?, value?),
            "FR" => (column.lower, column.upper) = (f64::NEG_INFINITY, f64::INFINITY),
            "MI" => column.lower = f64::NEG_INFINITY,
            "PL" => column.upper = f64::INFINITY,
            _ => return Err("this kind of bound is not read"),
        }
        Ok(())
    }
}
