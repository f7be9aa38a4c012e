//! Any files, or any bytes as a zip, are a feed or refused; what was read can be written and read again.
#![no_main]

use keruen_tables::ReadOptions;
use keruen_tables::gtfs::{corridor_of, gtfs_files, read_gtfs_files};
use libfuzzer_sys::fuzz_target;

mod files;

fuzz_target!(|data: &[u8]| {
    let options = ReadOptions { row_bytes: 1 << 12, rows: 10_000, file_bytes: 1 << 22, ..ReadOptions::default() };
    let read = if data.starts_with(b"PK") {
        read_gtfs_files([("feed.zip", data.to_vec())], &options)
    } else {
        read_gtfs_files(files::files(data), &options)
    };
    if let Ok(feed) = read {
        assert!(feed.repairs.iter().all(|repair| !repair.file.is_empty()));
        let again = read_gtfs_files(gtfs_files(&feed.timetable), &ReadOptions::default()).expect("what was written is a feed");
        assert_eq!(again.timetable.trips, feed.timetable.trips);
        let _ = corridor_of("fuzz", &feed.timetable);
    }
});
