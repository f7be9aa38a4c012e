//! A corridor as a folder of tables.
//!
//! A table goes to `TABLE.csv`, or to the part files its rows were read from where these still follow one another in the order
//! in which they would be read again. A column is written where it is required or some row has a value in it that is not the
//! default. What is written reads back equal. Files that stood there are replaced all or none (`swap`).

mod sheet;
mod swap;

use crate::datapackage::datapackage;
use crate::error::WriteError;
use crate::folder::{COVER, Part};
use keruen_model::{Corridor, TableKind};
use sheet::Sheet;
pub(crate) use sheet::{of_table, used_columns};
use std::path::Path;

/// Name of the description that other programs read.
pub const PACKAGE: &str = "datapackage.json";

/// Writes `corridor.toml`, the tables and `datapackage.json` into a folder, new or there before. Other files in it stay. On an
/// error everything stands as it stood.
pub fn write_folder(corridor: &Corridor, path: &Path) -> Result<Vec<Part>, WriteError> {
    let sheets = sheets(corridor)?;
    let parts: Vec<Part> = sheets.iter().map(Sheet::part).collect();
    let mut stage = swap::Stage::open(path)?;
    if !same_cover(path, corridor) {
        stage.write(COVER, |out| out.write_all(cover(corridor).as_bytes()))?;
    }
    for sheet in &sheets {
        stage.write(&sheet.file, |out| sheet.write(corridor, out))?;
    }
    stage.write(PACKAGE, |out| out.write_all(datapackage(corridor, &parts).as_bytes()))?;
    stage.commit()?;
    Ok(parts)
}

/// The same files in memory, by name.
pub fn write_files(corridor: &Corridor) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let sheets = sheets(corridor)?;
    let parts: Vec<Part> = sheets.iter().map(Sheet::part).collect();
    let mut out = vec![(COVER.to_string(), cover(corridor).into_bytes())];
    for sheet in &sheets {
        let mut bytes = Vec::new();
        sheet.write(corridor, &mut bytes).map_err(|e| WriteError::io(Path::new(&sheet.file), e))?;
        out.push((sheet.file.clone(), bytes));
    }
    out.push((PACKAGE.to_string(), datapackage(corridor, &parts).into_bytes()));
    Ok(out)
}

/// Puts files made in memory into a folder, all or none.
pub(crate) fn stage_files(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let mut stage = swap::Stage::open(path)?;
    for (name, bytes) in files {
        stage.write(name, |out| out.write_all(bytes))?;
    }
    stage.commit()
}

fn sheets(corridor: &Corridor) -> Result<Vec<Sheet>, WriteError> {
    let mut out = Vec::new();
    for &kind in TableKind::ALL {
        out.extend(of_table(corridor, kind)?);
    }
    Ok(out)
}

pub(crate) fn cover(corridor: &Corridor) -> String {
    toml::to_string(&corridor.meta).expect("a cover is strings, numbers and a list of strings, which TOML can hold")
}

/// A cover that says the same keeps its comments.
fn same_cover(path: &Path, corridor: &Corridor) -> bool {
    std::fs::read_to_string(path.join(COVER))
        .is_ok_and(|text| toml::from_str(&text).is_ok_and(|meta: keruen_model::Meta| meta == corridor.meta))
}
