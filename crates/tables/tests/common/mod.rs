//! What several tests need.
#![allow(dead_code)]

use keruen_model::{Corridor, TableKind};
use keruen_tables::{Loaded, ReadOptions, read_files};

pub const COVER: &str = "id = \"t\"\ntitle = \"Test\"\nas_of = \"2025-01-01\"\ncurrency = \"USD\"\nprice_year = 2025\n";

/// Reads tables given as text, beside a good cover.
pub fn load(files: &[(&str, &str)]) -> Loaded {
    load_bytes(files.iter().map(|(n, t)| (*n, t.as_bytes())), &ReadOptions::default())
}

pub fn load_bytes<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>, options: &ReadOptions) -> Loaded {
    read_files([("corridor.toml", COVER.as_bytes())].into_iter().chain(files), options).unwrap()
}

/// The faults of tables given as text.
pub fn faults(files: &[(&str, &str)]) -> Vec<String> {
    load(files).faults.iter().map(|f| f.to_string()).collect()
}

/// The first cell in which two corridors differ. Symbols may be numbered otherwise, so texts are compared.
pub fn difference(a: &Corridor, b: &Corridor) -> Option<String> {
    if a.meta != b.meta {
        return Some("cover".into());
    }
    for &table in TableKind::ALL {
        if a.tables.len(table) != b.tables.len(table) {
            return Some(format!("{}: {} and {} rows", table.name(), a.tables.len(table), b.tables.len(table)));
        }
        for row in 0..a.tables.len(table) {
            for (i, field) in table.spec().fields.iter().enumerate() {
                let (x, y) = (a.tables.cell(table, row, i, &a.strings), b.tables.cell(table, row, i, &b.strings));
                if x != y {
                    return Some(format!("{} row {row} {}: {x:?} and {y:?}", table.name(), field.name));
                }
            }
        }
    }
    None
}

/// A folder of its own for one test, deleted when the test is over.
pub struct Temp(pub std::path::PathBuf);

impl Temp {
    pub fn new(name: &str) -> Temp {
        let path = std::env::temp_dir().join(format!("keruen-tables-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir(&path).unwrap();
        Temp(path)
    }

    pub fn join(&self, name: &str) -> std::path::PathBuf {
        self.0.join(name)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The names in a folder, sorted.
pub fn names(path: &std::path::Path) -> Vec<String> {
    let mut out: Vec<String> = std::fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    out.sort();
    out
}
