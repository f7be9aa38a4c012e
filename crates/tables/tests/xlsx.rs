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

/// The basic form: titles above, one row of heads, a column of running sums that must not count twice, a total.
#[test]
fn the_basic_time_cost_distance_sheet() {
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
    assert_eq!((legs.rows[1].hours.mid, legs.rows[1].cost.mid, legs.rows[1].mode.as_str()), (60.0, 250.0, "port"));
    assert_eq!(legs.faults.iter().map(|f| f.cell.as_str()).collect::<Vec<_>>(), ["F5"]);
    assert!(read_legs("t.xlsx", &sheet("s", &[&["a", "b"]])).is_err());
}

/// The detailed form: groups above their columns (cells of a group are merged, so all but the first are empty), least, most and mean,
/// days, speeds and rates that are no figures of the way, running sums and a total that are held against the rows.
///
/// ```text
/// From    | To    | Mode | Distance | Time (days)     | Border formalities time (hours) | Cost (USD) |      | Cumulative | Speed
///         |       |      | km       | Min | Max | Avg | Customs                         | Transport  | Fees | distance   | km/h
/// ```
#[test]
fn the_detailed_time_cost_distance_sheet() {
    let rows: [&[&str]; 9] = [
        &["Route: Almaty - Baku", "", "", "", "", "", "", "", "", "", "", ""],
        &["", "", "", "", "", "", "", "", "", "", "", ""],
        &[
            "From",
            "To",
            "Mode of transport",
            "Distance",
            "Time (days)",
            "",
            "",
            "Border formalities time (hours)",
            "Cost (USD)",
            "",
            "Cumulative distance",
            "Speed (km/h)",
        ],
        &["", "", "", "km", "Min", "Max", "Avg", "Customs", "Transport", "Fees", "km", ""],
        &["Almaty", "Aktau", "Rail", "3300", "4", "7", "5", "", "1,500", "12,5", "3300", "27.5"],
        &["Aktau port", "", "Port", "0", "1", "3", "", "6", "", "250", "3300", ""],
        &["Aktau", "Baku", "Sea", "380", "-1", "2", "1", "", "600", "", "3800", "16"],
        &["Baku", "", "", "0", "", "", "", "soon", "", "40", "3680", ""],
        &["Total", "", "", "3700", "", "", "", "", "", "", "", ""],
    ];
    let legs = read_legs("t.xlsx", &sheet("Detailed form", &rows)).unwrap();
    assert_eq!(legs.rows.len(), 4, "{legs:?}");
    let (first, port) = (&legs.rows[0], &legs.rows[1]);
    assert_eq!((first.place.as_str(), first.mode.as_str(), first.km.mid), ("Almaty - Aktau", "Rail", 3300.0));
    assert_eq!((first.hours.low, first.hours.mid, first.hours.high), (96.0, 120.0, 168.0), "days are hours, the mean counts");
    assert_eq!(first.cost.mid, 1512.5, "columns of cost are added up");
    assert_eq!((port.hours.low, port.hours.mid, port.hours.high), (30.0, 54.0, 78.0), "the middle of the ends, and customs");
    let told: Vec<(&str, &str)> = legs.faults.iter().map(|f| (f.cell.as_str(), f.message.as_str())).collect();
    assert!(legs.faults.iter().all(|f| f.sheet == "Detailed form"));
    assert_eq!(told.iter().map(|t| t.0).collect::<Vec<_>>(), ["E7", "K7", "H8", "D9"], "{told:?}");
    assert!(
        told[0].1.contains("below nothing") && told[1].1.contains("sum so far, 3680") && told[3].1.contains("3680"),
        "{told:?}"
    );
    assert!(
        legs.heads.contains(&"E3: hours, least".to_string()) && legs.heads.contains(&"K3: km, a sum".to_string()),
        "{legs:?}"
    );
}

/// A sheet that has totals of each row alone: they are its figures.
#[test]
fn totals_of_rows_are_figures_where_nothing_else_is() {
    let rows: [&[&str]; 3] = [
        &["Section", "Distance, km", "Total time, minutes", "Total cost"],
        &["Khorgos border", "5", "90", "10"],
        &["Khorgos - Almaty", "330", "600", "400"],
    ];
    let legs = read_legs("t.xlsx", &sheet("s", &rows)).unwrap();
    assert_eq!(legs.rows.iter().map(|r| (r.hours.mid, r.cost.mid)).collect::<Vec<_>>(), [(1.5, 10.0), (10.0, 400.0)]);
    assert!(legs.faults.is_empty(), "{:?}", legs.faults);
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
