//! What can go wrong as a whole, with what to try next. A fault of a row is no error: readers report those as [`Fault`]s, all
//! at once.
//!
//! [`Fault`]: keruen_model::Fault

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Nothing could be read.
#[derive(Debug)]
pub enum ReadError {
    /// There is nothing at the path.
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// A file stands where a folder was wanted.
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder has no `corridor.toml` (or, for GMNS, no `node.csv` or `link.csv`).
    Missing {
        /// The folder; empty for files in memory.
        path: PathBuf,
        /// The file that makes it what was wanted.
        file: &'static str,
    },
    /// The system refused.
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
    /// More files than a folder may have.
    TooManyFiles {
        /// How many.
        files: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// More bytes than a file or folder may have.
    TooLarge {
        /// File or folder.
        path: PathBuf,
        /// How many bytes.
        bytes: u64,
        /// How many are allowed.
        limit: u64,
    },
    /// A file is not what its name says, or a line of it cannot be read.
    Malformed {
        /// File.
        file: String,
        /// Line, from 1; 0 where there is none.
        line: usize,
        /// What is wrong.
        what: String,
        /// What to try next; may be empty.
        hint: String,
    },
}

impl ReadError {
    pub(crate) fn io(path: &Path, source: io::Error) -> ReadError {
        match source.kind() {
            io::ErrorKind::NotFound => ReadError::NotFound { path: path.into() },
            _ => ReadError::Io { path: path.into(), source },
        }
    }

    pub(crate) fn malformed(file: &str, line: usize, what: impl Into<String>, hint: impl Into<String>) -> ReadError {
        ReadError::Malformed { file: file.into(), line, what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NotFound { path } => write!(f, "{}: there is no such file or folder; check the spelling", path.display()),
            ReadError::NotAFolder { path } => {
                write!(f, "{}: is a file; give the folder that holds corridor.toml", path.display())
            }
            ReadError::Missing { path, file } if path.as_os_str().is_empty() => write!(f, "{file} is missing; add it"),
            ReadError::Missing { path, file } => {
                write!(f, "{}: has no {file}; give the folder that holds it, or add it", path.display())
            }
            ReadError::Io { path, source } => write!(f, "{}: {source}; check the rights of the file", path.display()),
            ReadError::TooManyFiles { files, limit } => write!(f, "{files} files are more than {limit}; join parts of a table"),
            ReadError::TooLarge { path, bytes, limit } => {
                write!(f, "{}: {bytes} bytes are more than {limit}; split it, or raise the limit", path.display())
            }
            ReadError::Malformed { file, line, what, hint } => {
                let place = if *line > 0 { format!(":{line}") } else { String::new() };
                let hint = if hint.is_empty() { String::new() } else { format!("; {hint}") };
                write!(f, "{file}{place}: {what}{hint}")
            }
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Nothing was written; what stood there before still stands.
#[derive(Debug)]
pub enum WriteError {
    /// A file stands where a folder was wanted.
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The system refused.
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
    /// Something else stands in the folder.
    InTheWay {
        /// The path.
        path: PathBuf,
        /// What stands there.
        what: &'static str,
    },
    /// A value cannot stand in a text file.
    Unwritable {
        /// `table:id.field`.
        place: String,
        /// Why.
        why: &'static str,
    },
    /// A workbook cannot be made.
    Workbook(String),
}

impl WriteError {
    pub(crate) fn workbook(e: &rust_xlsxwriter::XlsxError) -> WriteError {
        WriteError::Workbook(e.to_string())
    }

    pub(crate) fn io(path: &Path, source: io::Error) -> WriteError {
        WriteError::Io { path: path.into(), source }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::NotAFolder { path } => write!(f, "{}: is a file; give a folder", path.display()),
            WriteError::InTheWay { path, what } => write!(f, "{}: holds {what}; give another folder", path.display()),
            WriteError::Io { path, source } => write!(f, "{}: {source}; nothing was changed", path.display()),
            WriteError::Workbook(why) => write!(f, "the workbook cannot be made: {why}; try one table with --table"),
            WriteError::Unwritable { place, why } => write!(f, "{place}: {why}; nothing was changed"),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
