//! Corridor folders and exchange formats. Reading and writing happen here and nowhere else; engines see values.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`folder`] | a corridor folder, or its files in memory | corridor, faults, hashes |
//! | [`csv`] | bytes | rows of cells |

pub mod csv;
pub mod datapackage;
pub mod error;
pub mod folder;
pub mod generate;
pub mod geojson;
pub mod gmns;
pub mod limits;
pub mod reference;
pub mod tntp;
pub mod write;

pub use error::{ReadError, WriteError};
pub use folder::{Loaded, Part, TableHash, read_files, read_folder};
pub use limits::ReadOptions;
pub use write::{write_files, write_folder};
