//! What can be wrong with a forum.

use std::fmt;

/// Why parties cannot be heard.
#[derive(Clone, Debug, PartialEq)]
pub enum ForumError {
    /// The file is no party file.
    File {
        /// File.
        file: String,
        /// What the reader says.
        why: String,
    },
    /// A party names something that cannot be.
    Party {
        /// File.
        file: String,
        /// Party.
        party: String,
        /// What is wrong, and what to try.
        why: String,
    },
    /// The table and the parties do not fit.
    Table(String),
    /// No such preset.
    Preset {
        /// Asked for.
        name: String,
        /// There are.
        known: Vec<String>,
    },
    /// The asker stopped.
    Cancelled,
}

impl fmt::Display for ForumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ForumError::File { file, why } => write!(f, "{file}: {why}"),
            ForumError::Party { file, party, why } => write!(f, "{file}, party {party:?}: {why}"),
            ForumError::Table(why) => f.write_str(why),
            ForumError::Preset { name, known } => write!(f, "there is no preset {name:?}; there are {}", known.join(", ")),
            ForumError::Cancelled => f.write_str("stopped before the parties were heard"),
        }
    }
}

impl std::error::Error for ForumError {}
