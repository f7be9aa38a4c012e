//! A corridor, or answers, as a workbook.

use crate::csv::CsvReader;
use crate::error::WriteError;
use keruen_model::{Corridor, TableKind};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Widest column, in characters.
const WIDEST: usize = 60;

/// The tables of a corridor as a workbook; all that have rows, or those named.
///
/// # Errors
/// When the workbook cannot be made.
pub fn workbook(corridor: &Corridor, tables: &[TableKind]) -> Result<Vec<u8>, WriteError> {
    let all: Vec<TableKind> = TableKind::ALL.iter().copied().filter(|&t| corridor.tables.len(t) > 0).collect();
    let chosen = if tables.is_empty() { &all } else { tables };
    book(corridor, chosen).map_err(|e| WriteError::workbook(&e))
}

fn book(corridor: &Corridor, tables: &[TableKind]) -> Result<Vec<u8>, XlsxError> {
    let mut book = empty(&corridor.meta.as_of)?;
    let (bold, soft) = (Format::new().set_bold(), Format::new().set_italic().set_font_color(0x5a_6675));
    for &table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name())?;
        let mut widths: Vec<usize> = Vec::new();
        for (k, f) in table.spec().fields.iter().enumerate() {
            let column = k as u16;
            sheet.write_string_with_format(0, column, f.name, &bold)?;
            let unit = if k == 0 { format!("# {}", f.unit) } else { f.unit.to_string() };
            sheet.write_string_with_format(1, column, unit.trim_end(), &soft)?;
            widths.push(f.name.len().max(f.unit.len()));
        }
        for row in 0..corridor.tables.len(table) {
            for (k, wide) in widths.iter_mut().enumerate() {
                let text = corridor.tables.cell(table, row, k, &corridor.strings);
                *wide = (*wide).max(text.chars().count());
                put(sheet, row as u32 + 2, k as u16, &text)?;
            }
        }
        finish(sheet, &widths, 2)?;
    }
    book.save_to_buffer()
}

/// Answers: one sheet for each name and CSV text.
///
/// # Errors
/// When the workbook cannot be made.
pub fn answers_workbook(day: &str, sheets: &[(&str, &str)]) -> Result<Vec<u8>, WriteError> {
    let make = || -> Result<Vec<u8>, XlsxError> {
        let mut book = empty(day)?;
        for (name, csv) in sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(*name)?;
            let mut widths: Vec<usize> = Vec::new();
            let mut reader = CsvReader::new(csv.as_bytes(), csv.len().max(1));
            let mut at = 0u32;
            while let Ok(Some(Ok(mut record))) = reader.next() {
                for k in 0..record.len() {
                    let text = record.cell(k).to_string();
                    if widths.len() <= k {
                        widths.push(0);
                    }
                    widths[k] = widths[k].max(text.chars().count());
                    put(sheet, at, k as u16, &text)?;
                }
                at += 1;
            }
            finish(sheet, &widths, 1)?;
        }
        book.save_to_buffer()
    };
    make().map_err(|e| WriteError::workbook(&e))
}

/// The same bytes for the same tables: the day of the corridor is that of the workbook.
fn empty(day: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let mut parts = day.split('-').map(|p| p.parse::<u16>().ok());
    let ymd = (|| Some((parts.next()??, parts.next()??, parts.next()??)))();
    let (y, m, d) = ymd.unwrap_or((2025, 1, 1));
    let made = ExcelDateTime::from_ymd(y, m as u8, d as u8)?;
    book.set_properties(&DocProperties::new().set_author("Keruen").set_creation_datetime(&made));
    Ok(book)
}

/// A number where it reads back the same, else text; nothing where there is nothing.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    match text.parse::<f64>() {
        Ok(x) if x.is_finite() && x.to_string() == text => sheet.write_number(row, column, x)?,
        _ => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

fn finish(sheet: &mut Worksheet, widths: &[usize], frozen: u32) -> Result<(), XlsxError> {
    for (k, wide) in widths.iter().enumerate() {
        sheet.set_column_width(k as u16, (*wide).clamp(6, WIDEST) as f64 + 1.5)?;
    }
    sheet.set_freeze_panes(frozen, 1)?;
    Ok(())
}
