//! Corridor folders and exchange formats. Reading and writing happen here and nowhere else; engines see values.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`folder`] | a corridor folder, or its files in memory | corridor, faults, hashes |
//! | [`mod@write`] | corridor | a corridor folder, or its files in memory |
//! | [`datapackage`] | corridor and its files | `datapackage.json` (Frictionless) |
//! | [`mod@reference`] | the schema | the reference page of the tables |
//! | [`gmns`] | a GMNS folder | corridor, lines, repairs; and back |
//! | [`geojson`] | `geometry*.geojson` | lines by id; a corridor with its lines back to GeoJSON |
//! | [`tntp`] | TNTP network and trips | plain values; a corridor of them |
//! | [`gtfs`] | a GTFS zip or folder | timetable, repairs; and back; a corridor from it and to it |
//! | [`mod@observations`] | one CSV file of observations | rows of table `observation` |
//! | [`words`] | `languages/*.csv` | texts in a language |
//! | [`generate`] | size and seed | corridor |
//! | [`xlsx`] | a workbook | tables of a corridor, faults by sheet and cell; and back; answers to it |
//! | [`csv`] | bytes | rows of cells |
//!
//! Readers take any bytes: they come back with a value, with faults that name file and line, or with a [`ReadError`], in
//! memory bounded by [`ReadOptions`].

pub mod csv;
pub mod datapackage;
pub mod error;
pub mod folder;
pub mod generate;
pub mod geojson;
pub mod gmns;
pub mod gtfs;
pub mod limits;
pub mod observations;
pub mod reference;
pub mod tntp;
pub mod words;
pub mod write;
pub mod xlsx;

pub use error::{ReadError, WriteError};
pub use folder::{Loaded, Part, TableHash, hash_file, read_files, read_folder, read_more};
pub use limits::ReadOptions;
pub use observations::add_observations;
pub use words::read_words;
pub use write::{write_files, write_folder};
