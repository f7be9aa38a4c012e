//! The sheet of the UNESCAP time/cost-distance method (introduced 2004), basic and detailed: sections of a way from origin to
//! destination with distance, time and cost.
//!
//! Basic: one row a leg or a stop. Detailed: time and cost broken down over columns (waiting, handling, formalities), or by least,
//! most and mean. Templates differ in wording and place, so columns are found by their words (`legs_heads`), in one row of heads or
//! in two (a group such as "Time (hours)" above "min, max, average"). Several columns of time or of cost are added up; of least, most
//! and mean the mean counts, or the middle of the two ends where there is none, and the ends are kept beside it. Days and minutes
//! become hours.
//!
//! What the sheet adds up itself is held against the rows: a column "cumulative" or "total", and a last row "total". What cannot be
//! read or does not agree is told with its cell.

use super::legs_heads::{Column, Heads, Holds, Role, Stat, find};
use super::read::{open, text};
use super::{SheetFault, cell_name};
use crate::error::ReadError;
use calamine::{Data, Reader};

/// Sums of the sheet are rounded: a difference of so much, or of this part of the sum, is no fault.
const ROUNDED: (f64, f64) = (0.51, 0.005);

/// A figure of a row with its ends; all three are the same where the sheet has one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Ends {
    /// Least.
    pub low: f64,
    /// Mean, or the middle of the ends.
    pub mid: f64,
    /// Most.
    pub high: f64,
}

impl std::ops::AddAssign for Ends {
    fn add_assign(&mut self, o: Ends) {
        (self.low, self.mid, self.high) = (self.low + o.low, self.mid + o.mid, self.high + o.high);
    }
}

/// One row of the sheet.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct LegsRow {
    /// Place or leg, as written.
    pub place: String,
    /// Mode, as written.
    pub mode: String,
    /// Kilometres of this row.
    pub km: Ends,
    /// Hours of this row.
    pub hours: Ends,
    /// Cost of this row, in the currency of the sheet.
    pub cost: Ends,
}

impl LegsRow {
    fn figure(&mut self, of: Holds) -> &mut Ends {
        match of {
            Holds::Km => &mut self.km,
            Holds::Hours => &mut self.hours,
            _ => &mut self.cost,
        }
    }
}

/// A sheet read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legs {
    /// Sheet.
    pub sheet: String,
    /// Heads that were understood, as `cell: what`.
    pub heads: Vec<String>,
    /// Rows in order.
    pub rows: Vec<LegsRow>,
    /// What could not be read, and what does not agree.
    pub faults: Vec<SheetFault>,
}

/// Reads the first sheet that has heads with distance, time and cost.
///
/// # Errors
/// When the file is no workbook or no sheet has such heads.
pub fn read_legs(name: &str, bytes: &[u8]) -> Result<Legs, ReadError> {
    let mut book = open(name, bytes)?;
    for sheet in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&sheet) else { continue };
        let corner = range.start().map_or((0, 0), |s| (s.0 as usize, s.1 as usize));
        let rows: Vec<&[Data]> = range.rows().collect();
        if let Some(heads) = find(&rows) {
            return Ok(Reading::new(&sheet, corner, &heads).read(&rows));
        }
    }
    let what = "no sheet has heads with distance, time and cost".into();
    let hint = "the time/cost-distance template has them in one row, or in two with groups above; give them these words".into();
    Err(ReadError::Malformed { file: name.into(), line: 0, what, hint })
}

/// A sheet while it is read.
struct Reading<'a> {
    heads: &'a Heads,
    corner: (usize, usize),
    /// Sums of the rows so far.
    so_far: LegsRow,
    /// Figures of which a cell could not be read: their sums prove nothing any more.
    broken: Vec<Holds>,
    out: Legs,
}

impl<'a> Reading<'a> {
    fn new(sheet: &str, corner: (usize, usize), heads: &'a Heads) -> Reading<'a> {
        let told = |(k, c): (usize, &Option<Column>)| {
            c.as_ref().map(|c| format!("{}: {}", cell_name(corner.0 + heads.row, corner.1 + k), c.told()))
        };
        let told = heads.columns.iter().enumerate().filter_map(told).collect();
        let out = Legs { sheet: sheet.into(), heads: told, ..Legs::default() };
        Reading { heads, corner, so_far: LegsRow::default(), broken: Vec::new(), out }
    }

    fn read(mut self, rows: &[&[Data]]) -> Legs {
        for (i, cells) in rows.iter().enumerate().skip(self.heads.first) {
            let (row, any) = self.row(i, cells);
            if !any {
                continue;
            }
            if is_sum(cells, self.heads) {
                self.hold(i, cells);
                continue;
            }
            let before = self.so_far.clone();
            for of in [Holds::Km, Holds::Hours, Holds::Cost] {
                *self.so_far.figure(of) += *row.clone().figure(of);
            }
            self.hold_own_sums(i, cells, (&row, &before));
            self.out.rows.push(row);
        }
        self.out
    }

    fn fault(&mut self, row: usize, column: usize, message: String) {
        let cell = cell_name(self.corner.0 + row, self.corner.1 + column);
        self.out.faults.push(SheetFault { sheet: self.out.sheet.clone(), cell, message });
    }

    /// A row, and whether it holds any figure.
    fn row(&mut self, i: usize, cells: &[Data]) -> (LegsRow, bool) {
        let mut row = LegsRow::default();
        let mut any = false;
        let mut places: Vec<String> = Vec::new();
        for (of, columns) in &self.heads.groups.clone() {
            let mut stats: [Option<f64>; 3] = [None; 3];
            for &(k, stat) in columns {
                let Some(x) = self.number(i, k, cells, *of) else { continue };
                any = true;
                stats[stat as usize] = Some(x);
            }
            *row.figure(*of) += ends(stats);
        }
        for (k, cell) in cells.iter().enumerate() {
            match self.heads.columns.get(k).and_then(Option::as_ref).map(|c| c.holds) {
                Some(Holds::Place) if !text(cell).trim().is_empty() => places.push(text(cell).trim().to_string()),
                Some(Holds::Mode) if !text(cell).trim().is_empty() => row.mode = text(cell).trim().to_string(),
                _ => {}
            }
        }
        row.place = places.join(" - ");
        (row, any)
    }

    /// The figure of a cell in the unit of its column; `None` of an empty one and of one at fault.
    fn number(&mut self, i: usize, k: usize, cells: &[Data], of: Holds) -> Option<f64> {
        let told = text(cells.get(k)?);
        let told = told.trim();
        if told.is_empty() {
            return None;
        }
        let factor = self.heads.columns.get(k).and_then(Option::as_ref).map_or(1.0, |c| c.factor);
        match figure(told) {
            Some(x) if x >= 0.0 => return Some(x * factor),
            Some(_) => self.fault(i, k, format!("{told} is below nothing")),
            None => self.fault(i, k, format!("{told:?} is no number")),
        }
        self.broken.push(of);
        None
    }

    /// A last row of sums against the sums of the rows.
    fn hold(&mut self, i: usize, cells: &[Data]) {
        for (of, columns) in &self.heads.groups.clone() {
            // Of several columns each has a sum of its own, which no one row holds.
            let [(k, stat)] = columns.as_slice() else { continue };
            if self.heads.groups.iter().filter(|g| g.0 == *of).count() > 1 || *stat != Stat::Mean {
                continue;
            }
            let Some(told) = self.number(i, *k, cells, *of) else { continue };
            let sum = self.so_far.figure(*of).mid;
            if !self.broken.contains(of) && !agree(told, sum) {
                self.fault(i, *k, format!("{told} is not the sum of the rows, {sum}"));
            }
        }
    }

    /// Columns that the sheet adds up itself: the sum so far, behind or before the row, or the sum of the row.
    fn hold_own_sums(&mut self, i: usize, cells: &[Data], (row, before): (&LegsRow, &LegsRow)) {
        for (k, column) in self.heads.columns.iter().enumerate() {
            let Some(Column { holds, role: Role::Sum, .. }) = column else { continue };
            let Some(told) = self.number(i, k, cells, *holds) else { continue };
            let mut may = [self.so_far.clone(), before.clone(), row.clone()];
            let fits = may.iter_mut().any(|r| agree(told, r.figure(*holds).mid));
            if !self.broken.contains(holds) && !fits {
                let (behind, own) = (self.so_far.figure(*holds).mid, row.clone().figure(*holds).mid);
                self.fault(i, k, format!("{told} is neither the sum so far, {behind}, nor that of the row, {own}"));
            }
        }
    }
}

/// Of least, mean and most: the mean, or the middle of the ends.
fn ends([mean, low, high]: [Option<f64>; 3]) -> Ends {
    let mid = mean.or_else(|| low.zip(high).map(|(l, h)| f64::midpoint(l, h))).or(low).or(high).unwrap_or(0.0);
    Ends { low: low.unwrap_or(mid).min(mid), mid, high: high.unwrap_or(mid).max(mid) }
}

fn agree(told: f64, sum: f64) -> bool {
    (told - sum).abs() <= ROUNDED.0.max(ROUNDED.1 * sum.abs())
}

/// A row that adds up the rows above.
fn is_sum(cells: &[Data], heads: &Heads) -> bool {
    let words = ["total", "sum", "grand total", "overall"];
    let place = |k: &usize| heads.columns[*k].as_ref().is_some_and(|c| c.holds == Holds::Place);
    let told = (0..heads.columns.len().min(cells.len())).filter(place).map(|k| text(&cells[k]).trim().to_lowercase());
    told.into_iter().any(|t| words.iter().any(|w| t == *w || t.starts_with(&format!("{w} ")) || t.starts_with(&format!("{w}:"))))
}

/// `1 200`, `1,200`, `1,200.5`, `12,5`, `12.5`: a comma before three digits parts thousands, else it is a decimal mark.
fn figure(told: &str) -> Option<f64> {
    let told: String = told.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = told.split(',');
    let head = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let group = |p: &&str| {
        let digits = p.split('.').next().unwrap_or_default();
        digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let thousands = rest.iter().all(group) && head.trim_start_matches('-').len() <= 3;
    let plain = match rest.len() {
        0 => told,
        _ if thousands => told.replace(',', ""),
        1 if !told.contains('.') => told.replace(',', "."),
        _ => return None,
    };
    plain.parse::<f64>().ok().filter(|x| x.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_sheets_write_them() {
        let read = ["1 200", "1,200", "1,200.5", "12,5", "12.5", "0,75", "-3"].map(|t| figure(t).unwrap());
        assert_eq!(read, [1200.0, 1200.0, 1200.5, 12.5, 12.5, 0.75, -3.0]);
        assert!(["n/a", "3-5", "1,2,3", "", "12,5.0", "inf"].iter().all(|t| figure(t).is_none()));
    }
}
