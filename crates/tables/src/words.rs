//! Words of a corridor in other languages, beside its tables: `languages/*.csv`, a row a text, a column a language, English first.
//! Titles of a study and other texts that no row of a table names stand here, so that a native reader can review them in one sheet.

use crate::csv::CsvReader;
use std::path::{Path, PathBuf};

/// Longest row read.
const LONGEST: usize = 1 << 16;

/// English texts with their form in a language, in the order of the files and rows; a blank cell is left out.
pub fn read_words(folder: &Path, lang: &str) -> std::io::Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    let Ok(files) = std::fs::read_dir(folder.join("languages")) else { return Ok(out) };
    let mut paths: Vec<PathBuf> =
        files.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == "csv")).collect();
    paths.sort();
    for path in paths {
        let named = |why: &str| std::io::Error::other(format!("{}: {why}", path.display()));
        let mut reader = CsvReader::new(std::fs::File::open(&path)?, LONGEST);
        let mut column = None;
        while let Some(record) = reader.next()? {
            let mut record = record.map_err(|f| named(&format!("line {}: quotes do not close, or not UTF-8", f.line)))?;
            let cells: Vec<String> = (0..record.len()).map(|i| record.cell(i).to_string()).collect();
            match column {
                None => column = Some(cells.iter().position(|c| c == lang)),
                Some(None) => break,
                Some(Some(at)) => {
                    let text = cells.get(at).filter(|t| !t.is_empty());
                    out.extend(cells.first().zip(text).map(|(english, text)| (english.clone(), text.clone())));
                }
            }
        }
    }
    Ok(out)
}
