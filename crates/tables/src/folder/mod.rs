//! A corridor folder, or the same files in memory, as a [`Corridor`].
//!
//! A folder is `corridor.toml` and the tables of the schema, each in `TABLE.csv` and `TABLE.PART.csv` files that are read one
//! after the other, the whole first and then the parts by name. What else lies there (scenarios, geometry, notes) is left
//! alone; a CSV file that is no table is a fault, since it is most often a misspelt one.
//!
//! Nothing stops at the first fault: cells, rows, columns and files that cannot be read are reported and left out, and the rest
//! is read. The rules that look at a whole corridor are in `keruen_model::validate` and are run by the caller.

mod cover;
mod hash;
mod list;
mod names;
mod parts;
mod table;
pub(crate) mod words;

pub use hash::hash_file;
pub use names::{COVER, Role, role};
pub(crate) use names::{STAGE, order};

use crate::error::ReadError;
use crate::limits::{COVER_BYTES, ReadOptions};
use hash::Hashing;
use keruen_model::{Corridor, Fault, TableKind};
use list::{Found, Listing};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// A corridor as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The corridor; complete only without faults.
    pub corridor: Corridor,
    /// What could not be read, file by file.
    pub faults: Vec<Fault>,
    /// Hash of every file read, for the manifest of a run.
    pub hashes: Vec<TableHash>,
    /// The files of the tables.
    pub parts: Vec<Part>,
}

/// A file and its hash.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TableHash {
    /// Name in the folder.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A file of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Table.
    pub table: TableKind,
    /// Name in the folder.
    pub file: String,
    /// Its columns in their order, by position in the schema.
    pub columns: Vec<usize>,
    /// Rows kept.
    pub rows: usize,
}

/// Reads a corridor folder.
pub fn read_folder(path: &Path, options: &ReadOptions) -> Result<Loaded, ReadError> {
    read(list::folder(path, options)?, options)
}

/// Reads the files of a corridor folder from memory. Files in sub-folders are left alone.
pub fn read_files<'a, N, B>(files: impl IntoIterator<Item = (N, B)>, options: &ReadOptions) -> Result<Loaded, ReadError>
where
    N: Into<String>,
    B: Into<Cow<'a, [u8]>>,
{
    let files = files.into_iter().map(|(name, bytes)| (name.into(), bytes.into())).collect();
    read(list::memory(files, options)?, options)
}

/// Reads one more file of a table into a corridor, behind the rows that are there; its faults. The name is for the faults.
pub fn read_more(
    corridor: &mut Corridor,
    kind: TableKind,
    (name, bytes): (&str, &[u8]),
    options: &ReadOptions,
) -> Result<Vec<Fault>, ReadError> {
    let mut faults = Vec::new();
    let mut rows_left = options.rows;
    let job = table::ReadTable {
        source: bytes,
        bytes: bytes.len() as u64,
        name,
        row_bytes: options.row_bytes,
        rows_left: &mut rows_left,
        strings: &mut corridor.strings,
        sink: words::Sink::new(name, kind.name(), options.faults_per_file, &mut faults),
    };
    corridor.tables.visit_mut(kind, job).map_err(|e| ReadError::io(Path::new(name), e))?;
    Ok(faults)
}

fn read(listing: Listing<'_>, options: &ReadOptions) -> Result<Loaded, ReadError> {
    let mut out = Loaded { faults: listing.faults, ..Loaded::default() };
    if let Some(file) = &listing.cover {
        read_cover(file, &mut out)?;
    }
    let Loaded { corridor, faults, hashes, parts } = parts::read(&listing.tables, options)?;
    (out.corridor.tables, out.corridor.strings) = (corridor.tables, corridor.strings);
    out.faults.extend(faults);
    out.hashes.extend(hashes);
    out.parts = parts;
    Ok(out)
}

fn read_cover(file: &Found<'_>, out: &mut Loaded) -> Result<(), ReadError> {
    if file.bytes > COVER_BYTES {
        return Err(ReadError::TooLarge { path: file.path(), bytes: file.bytes, limit: COVER_BYTES });
    }
    let mut source = Hashing::new(file.open()?);
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|e| ReadError::io(&file.path(), e))?;
    out.corridor.meta = cover::read(&bytes, &mut out.faults);
    let sha256 = source.finish().map_err(|e| ReadError::io(&file.path(), e))?;
    out.hashes.push(TableHash { file: file.name.clone(), sha256 });
    Ok(())
}
