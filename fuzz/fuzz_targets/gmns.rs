//! Any files are a GMNS folder or refused.
#![no_main]

use keruen_tables::ReadOptions;
use keruen_tables::gmns::read_gmns_files;
use libfuzzer_sys::fuzz_target;

mod files;

fuzz_target!(|data: &[u8]| {
    let options = ReadOptions { row_bytes: 1 << 12, rows: 10_000, ..ReadOptions::default() };
    if let Ok(gmns) = read_gmns_files(files::files(data), &options) {
        for fault in &gmns.faults {
            assert!(!fault.file.is_empty() && fault.line >= 1, "{fault}");
        }
    }
});
