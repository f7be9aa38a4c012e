//! Any files are a corridor and faults that name file and line; validation comes back; what was read can be written.
#![no_main]

use keruen_model::validate::validate;
use keruen_tables::{ReadOptions, read_files, write_files};
use libfuzzer_sys::fuzz_target;

mod files;

const COVER: &str = "id = \"f\"\ntitle = \"F\"\nas_of = \"2025-01-01\"\ncurrency = \"USD\"\nprice_year = 2025\n";

fuzz_target!(|data: &[u8]| {
    let mut files = files::files(data);
    if !files.iter().any(|(name, _)| name == "corridor.toml") {
        files.push(("corridor.toml".into(), COVER.into()));
    }
    let options = ReadOptions { row_bytes: 1 << 12, rows: 10_000, ..ReadOptions::default() };
    let Ok(loaded) = read_files(files, &options) else { return };
    for fault in loaded.faults.iter().chain(&validate(&loaded.corridor)) {
        assert!(!fault.file.is_empty() && fault.line >= 1, "{fault}");
    }
    let written = write_files(&loaded.corridor).expect("what was read can be written");
    read_files(written, &ReadOptions::default()).expect("what was written can be read");
});
