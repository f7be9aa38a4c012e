//! How much is read before a reader says no. Every limit ends in a message, never in memory running out.

use std::num::NonZeroUsize;

/// What a reader may take in. The defaults hold a corridor more than three times the largest one that is tested (400,000 nodes,
/// 1,000,000 links with their operations, resources and uses: 2.7 million rows, 135 MB).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// Bytes of one row, so also of one cell. A row is about 100 bytes; a long geometry in a cell may reach this.
    pub row_bytes: usize,
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of all files together. Strings are numbered by 32-bit offsets, so this must stay below 4 GiB.
    pub folder_bytes: u64,
    /// Files of tables.
    pub files: usize,
    /// Rows of all tables together; a row takes 50 to 400 bytes of memory.
    pub rows: u64,
    /// Faults reported for one file; the rest is counted.
    pub faults_per_file: usize,
    /// Threads; `None` = as many as the machine runs at once and the files are worth. What is read does not depend on it.
    pub threads: Option<NonZeroUsize>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions {
            row_bytes: 1 << 20,
            file_bytes: 1 << 30,
            folder_bytes: 2 << 30,
            files: 512,
            rows: 10_000_000,
            faults_per_file: 1_000,
            threads: None,
        }
    }
}

/// Bytes of `corridor.toml`: a page of text.
pub(crate) const COVER_BYTES: u64 = 1 << 20;

/// Parts of one table: the place of a row is kept in one byte.
pub(crate) const PARTS: usize = 250;
