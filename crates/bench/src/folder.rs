//! A corridor folder: reading, checking, standing on a day, indexing.
//!
//! Without a folder named, the generated corridor of the speed bar is written first (outside the measured time) and used.

use std::path::{Path, PathBuf};

use keruen_model::validate::validate;
use keruen_network::compile::Index;
use keruen_tables::generate::{Size, generate};
use keruen_tables::{ReadOptions, read_folder, write_folder};

use crate::instance::Fault;
use crate::measure::{Took, on_all_threads};
use crate::report::Line;

/// Reads and checks a folder; one line for each step, and one for all.
pub fn run(given: Option<&Path>, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let folder = match given {
        Some(path) => path.to_path_buf(),
        None => large()?,
    };
    let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let (read, reading) = on_all_threads(|| read_folder(&folder, &ReadOptions::default()));
    let loaded = read.map_err(|e| Fault::Usage(e.to_string()))?;
    let (faults, checking) = on_all_threads(|| validate(&loaded.corridor));
    let day = loaded.corridor.as_of();
    let (links, indexing) = on_all_threads(|| {
        let standing = loaded.corridor.on(day);
        Index::new(&standing, day).links_at.iter().map(Vec::len).sum::<usize>()
    });
    let rows: usize = keruen_model::TableKind::ALL.iter().map(|&t| loaded.corridor.tables.len(t)).sum();
    // As many as reading and checking may take; a small folder takes fewer.
    let threads = keruen_model::parallel::all().get();
    let mut all = Took::default();
    for (kind, took) in [("folder-read", reading), ("folder-check", checking), ("folder-index", indexing)] {
        all += took;
        print(Line::new(kind, &name, threads, took).end());
    }
    let found = loaded.faults.len() + faults.len();
    print(
        Line::new("folder", &name, threads, all)
            .count("rows", rows as u64)
            .count("faults", found as u64)
            .count("link_ends", links as u64)
            .end(),
    );
    Ok(())
}

/// The generated corridor in the system's folder for temporary files, made once.
fn large() -> Result<PathBuf, Fault> {
    let folder = std::env::temp_dir().join("keruen-bench-large-corridor");
    if !folder.join("corridor.toml").is_file() {
        write_folder(&generate(Size::LARGE), &folder).map_err(|e| Fault::Usage(e.to_string()))?;
    }
    Ok(folder)
}
