//! The sheet of the UNESCAP time/cost-distance method (UNESCAP 2004, with the later template of the workshops), basic and detailed.
//!
//! Basic: one row a leg or a stop with place, mode, distance, time, cost. Detailed: the same with columns of their own for waiting,
//! handling, formalities. Templates differ in wording and place, so columns are found by the words in a row of heads: place (or
//! location, point, from, origin), mode, distance or km, time or hours, cost or USD. Several columns of time or of cost in one row are
//! added up. What cannot be read is told with its cell.

use super::read::{open, text};
use super::{SheetFault, cell_name};
use crate::error::ReadError;
use calamine::{Data, Reader};

/// One row of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct LegsRow {
    /// Place or leg, as written.
    pub place: String,
    /// Mode, as written.
    pub mode: String,
    /// Kilometres of this row.
    pub km: f64,
    /// Hours of this row.
    pub hours: f64,
    /// Cost of this row, in the currency of the sheet.
    pub cost: f64,
}

/// A sheet read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legs {
    /// Sheet.
    pub sheet: String,
    /// Heads that were understood, as `column: what`.
    pub heads: Vec<String>,
    /// Rows in order.
    pub rows: Vec<LegsRow>,
    /// What could not be read.
    pub faults: Vec<SheetFault>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Place,
    Mode,
    Km,
    Hours,
    Cost,
}

/// Words of heads, the surest first.
const WORDS: [(Holds, &[&str]); 5] = [
    (Holds::Km, &["distance", "km"]),
    (Holds::Hours, &["time", "hour", "duration", "waiting", "delay"]),
    (Holds::Cost, &["cost", "usd", "us$", "charge", "fee", "tariff"]),
    (Holds::Mode, &["mode", "transport"]),
    (Holds::Place, &["place", "location", "point", "origin", "from", "leg", "section", "node", "activity"]),
];

/// Reads the first sheet that has a row of heads with distance, time and cost.
///
/// # Errors
/// When the file is no workbook or no sheet has such a row.
pub fn read_legs(name: &str, bytes: &[u8]) -> Result<Legs, ReadError> {
    let mut book = open(name, bytes)?;
    for sheet in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&sheet) else { continue };
        let (top, left) = range.start().map_or((0, 0), |s| (s.0 as usize, s.1 as usize));
        let rows: Vec<&[Data]> = range.rows().collect();
        let head = rows.iter().position(|r| {
            let found = heads(r);
            [Holds::Km, Holds::Hours, Holds::Cost].iter().all(|h| found.iter().any(|f| f == &Some(*h)))
        });
        if let Some(at) = head {
            return Ok(legs(&sheet, &rows, at, (top, left)));
        }
    }
    let what = "no sheet has a row of heads with distance, time and cost".into();
    let hint = "the time/cost-distance template has them in one row; give that row these words".into();
    Err(ReadError::Malformed { file: name.into(), line: 0, what, hint })
}

fn heads(row: &[Data]) -> Vec<Option<Holds>> {
    let of = |cell: &Data| {
        let word = text(cell).to_lowercase();
        WORDS.iter().find(|(_, words)| words.iter().any(|w| word.contains(w))).map(|w| w.0)
    };
    // A sum of what stands before would count twice.
    let summed = |cell: &Data| ["cumulat", "total", "accumul"].iter().any(|w| text(cell).to_lowercase().contains(w));
    row.iter().map(|c| if summed(c) { None } else { of(c) }).collect()
}

fn legs(sheet: &str, rows: &[&[Data]], at: usize, (top, left): (usize, usize)) -> Legs {
    let columns = heads(rows[at]);
    let mut out = Legs { sheet: sheet.into(), ..Legs::default() };
    for (k, h) in columns.iter().enumerate().filter_map(|(k, h)| Some((k, (*h)?))) {
        out.heads.push(format!("{}: {h:?}", cell_name(top + at, left + k)).to_lowercase());
    }
    for (i, cells) in rows.iter().enumerate().skip(at + 1) {
        let mut row = LegsRow { place: String::new(), mode: String::new(), km: 0.0, hours: 0.0, cost: 0.0 };
        let mut any = false;
        for (k, cell) in cells.iter().enumerate() {
            let (Some(Some(h)), value) = (columns.get(k), text(cell)) else { continue };
            if value.is_empty() {
                continue;
            }
            match h {
                Holds::Place => row.place = [row.place.as_str(), value.as_str()].join(" ").trim().to_string(),
                Holds::Mode => row.mode = value,
                _ => match value.replace([' ', ','], "").parse::<f64>() {
                    Ok(x) => {
                        any = true;
                        *match h {
                            Holds::Km => &mut row.km,
                            Holds::Hours => &mut row.hours,
                            _ => &mut row.cost,
                        } += x;
                    }
                    Err(_) => out.faults.push(SheetFault {
                        sheet: sheet.into(),
                        cell: cell_name(top + i, left + k),
                        message: format!("{value:?} is no number"),
                    }),
                },
            }
        }
        let sum = row.place.to_lowercase().starts_with("total") || row.place.to_lowercase().starts_with("sum");
        if any && !sum {
            out.rows.push(row);
        }
    }
    out
}
