//! Comma-separated text as rows of cells: RFC 4180, read in bounded memory and written so that it reads back equal.

mod reader;
mod split;
mod write;

pub use reader::{CsvFault, CsvFaultKind, CsvReader, Record};
pub use write::push_cell;
