//! Which files are read, in which order. Links are not followed, so nothing outside the folder is ever opened.

use super::names::{COVER, Role, STAGE, order, role, unknown, whole};
use crate::error::ReadError;
use crate::limits::{PARTS, ReadOptions};
use keruen_model::{Fault, TableKind};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where the bytes of a file are.
pub(super) enum Content<'a> {
    Disk(PathBuf),
    Memory(Cow<'a, [u8]>),
}

/// A file that may be read.
pub(super) struct Found<'a> {
    pub name: String,
    pub bytes: u64,
    pub content: Content<'a>,
}

/// The files of a corridor.
#[derive(Default)]
pub(super) struct Listing<'a> {
    pub cover: Option<Found<'a>>,
    /// Tables in the order of the schema, each with its parts.
    pub tables: Vec<(TableKind, Found<'a>)>,
    pub faults: Vec<Fault>,
}

impl Found<'_> {
    /// Opens the file. What stands there now is looked at again: it may have been changed since it was listed.
    pub fn open(&self) -> Result<Box<dyn Read + '_>, ReadError> {
        match &self.content {
            Content::Memory(bytes) => Ok(Box::new(&bytes[..])),
            Content::Disk(path) => {
                let file = File::open(path).map_err(|e| ReadError::io(path, e))?;
                let plain = file.metadata().is_ok_and(|m| m.is_file());
                if !plain {
                    return Err(ReadError::io(path, io::Error::other("is no longer a plain file")));
                }
                Ok(Box::new(file.take(self.bytes)))
            }
        }
    }

    pub fn path(&self) -> PathBuf {
        match &self.content {
            Content::Disk(path) => path.clone(),
            Content::Memory(_) => PathBuf::from(&self.name),
        }
    }
}

/// Lists a folder.
pub(super) fn folder<'a>(path: &Path, options: &ReadOptions) -> Result<Listing<'a>, ReadError> {
    if !std::fs::metadata(path).map_err(|e| ReadError::io(path, e))?.is_dir() {
        return Err(ReadError::NotAFolder { path: path.into() });
    }
    let mut listing = Listing::default();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|e| ReadError::io(path, e))? {
        let entry = entry.map_err(|e| ReadError::io(path, e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(STAGE) {
            let hint = format!("move what you need out of {name}, then delete it");
            listing.faults.push(whole(&name, "interrupted-write", "a write into this folder did not end", hint));
        }
        if role(&name) == Role::Other {
            continue;
        }
        let file = std::fs::symlink_metadata(entry.path()).map_err(|e| ReadError::io(&entry.path(), e))?;
        match strange(file.file_type()) {
            Some((what, hint)) => listing.faults.push(whole(&name, "not-a-file", what, hint)),
            None => found.push(Found { bytes: file.len(), content: Content::Disk(entry.path()), name }),
        }
    }
    listing.take(found, options)?;
    match listing.cover {
        None => Err(ReadError::Missing { path: path.into(), file: COVER }),
        Some(_) => Ok(listing),
    }
}

fn strange(kind: std::fs::FileType) -> Option<(&'static str, &'static str)> {
    match () {
        () if kind.is_symlink() => Some(("the file is a link, and links are not followed", "copy the file here")),
        () if kind.is_dir() => Some(("this is a folder", "a table is a file; rename the folder")),
        () if !kind.is_file() => Some(("this is a device or a pipe", "copy its content into a file")),
        () => None,
    }
}

/// Lists files in memory.
pub(super) fn memory<'a>(files: Vec<(String, Cow<'a, [u8]>)>, options: &ReadOptions) -> Result<Listing<'a>, ReadError> {
    let mut listing = Listing::default();
    let mut found = Vec::new();
    for (name, bytes) in files {
        if name.contains(['/', '\\']) {
            continue;
        }
        found.push(Found { bytes: bytes.len() as u64, content: Content::Memory(bytes), name });
    }
    listing.take(found, options)?;
    match listing.cover {
        None => Err(ReadError::Missing { path: PathBuf::new(), file: COVER }),
        Some(_) => Ok(listing),
    }
}

impl<'a> Listing<'a> {
    /// Sorts what was found into cover, tables and strangers, within the limits.
    fn take(&mut self, found: Vec<Found<'a>>, options: &ReadOptions) -> Result<(), ReadError> {
        let mut parts = vec![0; TableKind::ALL.len()];
        let (mut bytes, mut files) = (0u64, 0);
        for file in found {
            let role = role(&file.name);
            if let Role::Table(_) | Role::Cover = role
                && file.bytes > options.file_bytes
            {
                let message = format!("{} bytes are more than {}; the file was not read", file.bytes, options.file_bytes);
                self.faults.push(whole(&file.name, "too-large", message, "split the table into parts, or raise the limit"));
                continue;
            }
            match role {
                Role::Cover => self.cover = Some(file),
                Role::Table(kind) => {
                    (bytes, files, parts[kind as usize]) = (bytes + file.bytes, files + 1, parts[kind as usize] + 1);
                    self.tables.push((kind, file));
                }
                Role::Unknown => self.faults.push(unknown(&file.name)),
                Role::Other => {}
            }
        }
        if let Some(&most) = parts.iter().max().filter(|&&n| n > PARTS) {
            return Err(ReadError::TooManyFiles { files: most, limit: PARTS });
        }
        if files > options.files {
            return Err(ReadError::TooManyFiles { files, limit: options.files });
        }
        if bytes > options.folder_bytes {
            return Err(ReadError::TooLarge { path: PathBuf::from("all tables"), bytes, limit: options.folder_bytes });
        }
        self.tables.sort_by(|(a, x), (b, y)| (*a as usize, order(&x.name)).cmp(&(*b as usize, order(&y.name))));
        self.faults.sort();
        Ok(())
    }
}
