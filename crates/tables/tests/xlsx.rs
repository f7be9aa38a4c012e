//! Spreadsheets: a corridor comes back the same, faults name sheet and cell, any bytes are survived.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::{Corridor, TableKind};
use keruen_tables::xlsx::{answers_workbook, read_legs, read_workbook, workbook};
use keruen_tables::{ReadOptions, read_folder};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::path::Path;

fn corridor(name: &str) -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors").join(name);
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

/// A workbook of one sheet.
fn sheet(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let s = book.add_worksheet();
    s.set_name(name).unwrap();
    for (r, row) in rows.iter().enumerate() {
        for (c, text) in row.iter().enumerate() {
            match text.parse::<f64>() {
                Ok(x) => s.write_number(r as u32, c as u16, x).unwrap(),
                Err(_) => s.write_string(r as u32, c as u16, *text).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn both_corridors_come_back_the_same() {
    for name in ["caspian-mini", "trans-caspian"] {
        let c = corridor(name);
        let book = workbook(&c, &[]).unwrap();
        assert_eq!(book, workbook(&c, &[]).unwrap(), "the same bytes for the same tables");
        let back = read_workbook(&c, "b.xlsx", &book, &[]).unwrap();
        assert!(back.faults.is_empty(), "{name}: {:?}", back.faults.first());
        // A workbook has one sheet a table: rows keep their order, not the part of the table they stood in.
        let cells = |c: &Corridor, t: TableKind| -> Vec<Vec<String>> {
            let row = |r| (0..t.spec().fields.len()).map(|f| c.tables.cell(t, r, f, &c.strings)).collect();
            (0..c.tables.len(t)).map(row).collect()
        };
        for &t in TableKind::ALL {
            assert!(cells(&c, t) == cells(&back.corridor, t), "{name}: {}", t.name());
        }
    }
}

#[test]
fn one_table_leaves_the_others() {
    let c = corridor("caspian-mini");
    let book = workbook(&c, &[TableKind::Link]).unwrap();
    let back = read_workbook(&c, "b.xlsx", &book, &[]).unwrap();
    assert_eq!(back.tables.iter().map(|t| t.0).collect::<Vec<_>>(), [TableKind::Link]);
    assert_eq!(back.corridor.tables.len(TableKind::Node), c.tables.len(TableKind::Node));
}

#[test]
fn faults_name_sheet_and_cell() {
    let c = corridor("caspian-mini");
    let rows: [&[&str]; 4] = [
        &["fx_id", "currency", "date", "usd", "rate"],
        &["# id", "", "", "USD", ""],
        &["x", "KZT", "2025-02-30", "0.002", "1"],
        &["x", "KZT", "2025-02-01", "much", ""],
    ];
    let back = read_workbook(&c, "b.xlsx", &sheet("fx", &rows), &[]).unwrap();
    let told: Vec<String> = back.faults.iter().map(ToString::to_string).collect();
    let has = |cell: &str, word: &str| told.iter().any(|t| t.starts_with(&format!("fx!{cell}:")) && t.contains(word));
    assert!(has("E1", "no field \"rate\""), "{told:?}");
    assert!(has("C3", "2025-02-30") && has("D4", "much") && has("A4", "row 3"), "{told:?}");
    let near = read_workbook(&c, "b.xlsx", &sheet("lnk", &[&["link_id"]]), &[]).unwrap();
    assert!(near.faults[0].message.contains("\"link\""), "{:?}", near.faults);
}

#[test]
fn what_is_no_workbook_is_an_error() {
    let c = corridor("caspian-mini");
    assert!(read_workbook(&c, "b.xlsx", b"not a workbook", &[]).unwrap_err().to_string().contains("b.xlsx"));
}

/// The template of the method: titles above, a row of heads, a column of sums that must not count twice, a total.
#[test]
fn the_time_cost_distance_sheet() {
    let rows: [&[&str]; 7] = [
        &["Time/Cost-Distance Model"],
        &["Location", "Mode", "Distance (km)", "Waiting time (hours)", "Handling time (hours)", "Cost (US$)", "Cumulative cost"],
        &["Almaty - Aktau", "rail", "3300", "", "96", "1500", "1500"],
        &["Aktau port", "port", "", "48", "12", "250", "1750"],
        &["Aktau - Baku", "sea", "380", "", "22", "n/a", "1750"],
        &["", "", "", "", "", "", ""],
        &["Total", "", "3680", "48", "130", "1750", ""],
    ];
    let legs = read_legs("t.xlsx", &sheet("basic", &rows)).unwrap();
    assert_eq!(legs.rows.len(), 3, "{legs:?}");
    assert_eq!((legs.rows[1].hours, legs.rows[1].cost, legs.rows[1].mode.as_str()), (60.0, 250.0, "port"));
    assert_eq!(legs.faults.iter().map(|f| f.cell.as_str()).collect::<Vec<_>>(), ["F5"]);
    assert!(read_legs("t.xlsx", &sheet("s", &[&["a", "b"]])).is_err());
}

#[test]
fn answers_are_sheets() {
    let book = answers_workbook("2025-12-19", &[("one", "a,b\n1,\"x, y\"\n"), ("two", "c\n2\n")]).unwrap();
    let legs = read_legs("a.xlsx", &book);
    assert!(legs.is_err(), "readable, and no time/cost-distance sheet");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A damaged workbook is an error or a list of faults, never a panic.
    #[test]
    fn damaged_bytes_are_survived(at in 0usize..6000, value in 0u8..=255, cut in 0usize..6000) {
        let c = corridor("caspian-mini");
        let mut book = workbook(&c, &[TableKind::Fx, TableKind::Node]).unwrap();
        let n = book.len();
        book[at % n] = value;
        book.truncate(n - cut % (n / 2));
        let _ = read_workbook(&c, "b.xlsx", &book, &[]);
        let _ = read_legs("b.xlsx", &book);
    }
}
