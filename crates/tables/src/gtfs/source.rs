//! The files of a feed, from a zip, a folder or memory.
//!
//! Only files that GTFS knows and that are read are unpacked, each up to a limit of bytes that holds whatever the archive says
//! about itself, so an archive that unpacks to terabytes ends in a message. Nothing is written anywhere; a path in an archive
//! only says which file lies beside which.

use super::repair::{DEBRIS, MISSING_FILE, Repairs, SUBFOLDER};
use crate::error::ReadError;
use crate::limits::ReadOptions;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// The files that are read.
pub(super) const FILES: &[&str] = &[
    "agency.txt",
    "stops.txt",
    "routes.txt",
    "trips.txt",
    "stop_times.txt",
    "calendar.txt",
    "calendar_dates.txt",
    "frequencies.txt",
    "transfers.txt",
];

/// Without these there is no timetable.
const NEEDED: &[&str] = &["stops.txt", "trips.txt", "stop_times.txt"];

/// Folders inside a folder that are looked into.
const DEPTH: usize = 3;

/// Files by name.
pub(super) type Files = BTreeMap<&'static str, Vec<u8>>;

/// Reads the files of a zip or of a folder. Links are not followed.
pub(super) fn open(path: &Path, options: &ReadOptions, repairs: &mut Repairs) -> Result<Files, ReadError> {
    let meta = std::fs::metadata(path).map_err(|e| ReadError::io(path, e))?;
    if meta.is_dir() {
        let mut names = Vec::new();
        list(path, String::new(), options, &mut names)?;
        let read = |name: &String, limit: u64| {
            let file = path.join(name);
            let source = std::fs::File::open(&file).map_err(|e| ReadError::io(&file, e))?;
            limited(source, &file, limit)
        };
        return chosen(path, names, options, repairs, read);
    }
    if meta.len() > options.file_bytes {
        return Err(ReadError::TooLarge { path: path.into(), bytes: meta.len(), limit: options.file_bytes });
    }
    let bytes = std::fs::read(path).map_err(|e| ReadError::io(path, e))?;
    unpack(path, bytes, options, repairs)
}

/// Reads the files of a zip in memory.
pub(super) fn unpack(path: &Path, bytes: Vec<u8>, options: &ReadOptions, repairs: &mut Repairs) -> Result<Files, ReadError> {
    let file = path.display().to_string();
    let bad = |e: zip::result::ZipError| {
        ReadError::malformed(
            &file,
            0,
            format!("cannot be read as a zip: {e}"),
            "give a GTFS zip, or the folder that holds its files",
        )
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    let mut names = Vec::new();
    for index in 0..archive.len() {
        // A name that is not UTF-8 is none of ours.
        if let Some(name) = archive.name_for_index(index).filter(|name| !name.ends_with('/')) {
            names.push(name.to_string());
        }
    }
    let read = |name: &String, limit: u64| {
        let entry = archive.by_name(name).map_err(bad)?;
        limited(entry, &path.join(name), limit)
    };
    chosen(path, names, options, repairs, read)
}

/// Files given in memory; a file that is a zip itself is opened.
pub(super) fn given(given: Vec<(String, Vec<u8>)>, options: &ReadOptions, repairs: &mut Repairs) -> Result<Files, ReadError> {
    let all: BTreeMap<String, Vec<u8>> = given.into_iter().collect();
    let names: Vec<String> = all.keys().cloned().collect();
    chosen(Path::new(""), names, options, repairs, |name, limit| {
        limited(all.get(name).map_or(&[][..], Vec::as_slice), Path::new(name), limit)
    })
}

fn limited(source: impl Read, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| ReadError::io(path, e))?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { path: path.into(), bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

fn list(root: &Path, inside: String, options: &ReadOptions, names: &mut Vec<String>) -> Result<(), ReadError> {
    let folder = root.join(&inside);
    for entry in std::fs::read_dir(&folder).map_err(|e| ReadError::io(&folder, e))? {
        let entry = entry.map_err(|e| ReadError::io(&folder, e))?;
        let kind = entry.file_type().map_err(|e| ReadError::io(&entry.path(), e))?;
        let name = format!("{inside}{}", entry.file_name().to_string_lossy());
        if kind.is_dir() && name.matches('/').count() < DEPTH {
            list(root, format!("{name}/"), options, names)?;
        } else if kind.is_file() {
            names.push(name);
        }
        if names.len() > options.files {
            return Err(ReadError::TooManyFiles { files: names.len(), limit: options.files });
        }
    }
    Ok(())
}

/// Takes the files that lie beside the topmost `stops.txt`.
fn chosen(
    path: &Path,
    mut names: Vec<String>,
    options: &ReadOptions,
    repairs: &mut Repairs,
    mut read: impl FnMut(&String, u64) -> Result<Vec<u8>, ReadError>,
) -> Result<Files, ReadError> {
    if names.len() > options.files {
        return Err(ReadError::TooManyFiles { files: names.len(), limit: options.files });
    }
    names.sort();
    let (debris, names): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| is_debris(name));
    debris.iter().for_each(|name| repairs.file(name, DEBRIS));
    let stops = names.iter().filter(|name| file_name(name) == "stops.txt").min_by_key(|name| (name.matches('/').count(), *name));
    let folder = stops.map_or("", |name| &name[..name.len() - "stops.txt".len()]);
    let mut files = Files::new();
    let mut left = options.folder_bytes;
    for &file in FILES {
        let Some(name) = names.iter().find(|name| name.strip_prefix(folder) == Some(file)) else {
            if NEEDED.contains(&file) {
                return Err(ReadError::Missing { path: PathBuf::from(path), file });
            }
            if matches!(file, "agency.txt" | "routes.txt") {
                repairs.file(file, MISSING_FILE);
            }
            continue;
        };
        if !folder.is_empty() {
            repairs.file(name, SUBFOLDER);
        }
        let bytes = read(name, left.min(options.file_bytes))?;
        left -= bytes.len() as u64;
        files.insert(file, bytes);
    }
    Ok(files)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn is_debris(path: &str) -> bool {
    path.split('/').any(|part| part == "__MACOSX" || part == ".DS_Store" || part == "Thumbs.db" || part.starts_with("._"))
}
