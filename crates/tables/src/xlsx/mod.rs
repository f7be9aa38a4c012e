//! Spreadsheets: tables of a corridor as sheets of one workbook, and back; answers as sheets.
//!
//! A sheet is called like its table. Row 1 holds the names of the fields, row 2 begins with `#` and holds their units, every row below
//! is a row of the table; a row that begins with `#` is a remark. The tables `citation`, `fact` and `source` are sheets like the
//! others, so that every figure keeps where it comes from. A number is a number where it reads back the same, else text.

mod legs;
mod legs_heads;
mod read;
mod write;

pub use legs::{Ends, Legs, LegsRow, read_legs};
pub use read::{Imported, SheetFault, read_workbook};
pub use write::{answers_workbook, workbook};

/// `A`, `B` ... `Z`, `AA` ... with the row from 1.
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut n = column + 1;
    while n > 0 {
        letters.push(char::from(b'A' + ((n - 1) % 26) as u8));
        n = (n - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn columns_have_letters() {
        assert_eq!(
            [0, 25, 26, 27, 701, 702].map(|c| cell_name(4, c)),
            ["A5", "Z5", "AA5", "AB5", "ZZ5", "AAA5"].map(String::from)
        );
    }
}
