//! Any bytes are rows and faults, in lines that only grow, and what is written from them reads back equal.
#![no_main]

use keruen_tables::csv::{CsvReader, push_cell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut reader = CsvReader::new(data, 1 << 12);
    let mut line = 0;
    while let Some(row) = reader.next().expect("memory can be read") {
        let (at, cells) = match row {
            Err(fault) => (fault.line, Vec::new()),
            Ok(mut row) => (row.line(), (0..row.len()).map(|i| row.cell(i).to_string()).collect()),
        };
        assert!(at > line);
        line = at;
        again(&cells);
    }
});

fn again(cells: &[String]) {
    if cells.is_empty() {
        return;
    }
    let mut text = String::new();
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        push_cell(&mut text, cell);
    }
    if text.is_empty() || text.starts_with('\u{feff}') {
        return;
    }
    let mut reader = CsvReader::new(text.as_bytes(), 1 << 16);
    let mut row = reader.next().expect("memory can be read").expect("a row").expect("a sound row");
    assert_eq!((0..row.len()).map(|i| row.cell(i).to_string()).collect::<Vec<_>>(), cells);
}
