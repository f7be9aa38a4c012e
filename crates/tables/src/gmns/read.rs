//! A GMNS folder as a corridor.

use super::columns::FOREIGN;
use super::convert::{Converter, Counts};
use super::{units, wkt};
use crate::csv::CsvReader;
use crate::error::ReadError;
use crate::folder::{COVER, Role, read_files, role};
use crate::geojson::Geometries;
use crate::limits::ReadOptions;
use keruen_model::{Corridor, Fault, Meta, TableKind};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::{Path, PathBuf};

/// A corridor read from GMNS.
#[derive(Clone, Debug, PartialEq)]
pub struct Gmns {
    /// The corridor; complete only without faults.
    pub corridor: Corridor,
    /// Its lines.
    pub geometries: Geometries,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// What was changed, assumed or kept out.
    pub repairs: Vec<Repair>,
}

/// Something that was changed, assumed or kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What.
    pub what: String,
    /// In how many rows; 0 where it holds for a file as a whole.
    pub rows: usize,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rows {
            0 => write!(f, "{}", self.what),
            1 => write!(f, "{} (1 row)", self.what),
            n => write!(f, "{} ({n} rows)", self.what),
        }
    }
}

/// Reads a GMNS folder. Links are not followed.
pub fn read_gmns(path: &Path, options: &ReadOptions) -> Result<Gmns, ReadError> {
    let mut files = BTreeMap::new();
    let mut total = 0;
    for entry in std::fs::read_dir(path).map_err(|e| ReadError::io(path, e))? {
        let entry = entry.map_err(|e| ReadError::io(path, e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let meta = std::fs::symlink_metadata(entry.path()).map_err(|e| ReadError::io(&entry.path(), e))?;
        if !meta.is_file() || !(name.ends_with(".csv") || name == COVER) {
            continue;
        }
        total += meta.len();
        if total > options.file_bytes {
            return Err(ReadError::TooLarge { path: path.into(), bytes: total, limit: options.file_bytes });
        }
        files.insert(name, std::fs::read(entry.path()).map_err(|e| ReadError::io(&entry.path(), e))?);
    }
    read(files, path.into(), options)
}

/// Reads the files of a GMNS folder from memory.
pub fn read_gmns_files<N: Into<String>>(
    files: impl IntoIterator<Item = (N, Vec<u8>)>,
    options: &ReadOptions,
) -> Result<Gmns, ReadError> {
    read(files.into_iter().map(|(n, b)| (n.into(), b)).collect(), PathBuf::new(), options)
}

fn read(files: BTreeMap<String, Vec<u8>>, path: PathBuf, options: &ReadOptions) -> Result<Gmns, ReadError> {
    let file = |name: &'static str| files.get(name).ok_or(ReadError::Missing { path: path.clone(), file: name });
    let (nodes, links) = (file("node.csv")?, file("link.csv")?);
    let units = units::read(files.get("config.csv").map(Vec::as_slice), options.row_bytes)?;
    let mut converter = Converter {
        units: &units,
        options,
        places: HashMap::new(),
        geometries: Geometries::default(),
        repairs: Counts::new(),
        faults: Vec::new(),
    };
    if let Some(bytes) = files.get("geometry.csv") {
        shapes(bytes, &mut converter);
    }
    let mut out: Vec<(String, Cow<'_, [u8]>)> =
        vec![("node.csv".into(), converter.node(nodes).into()), ("link.csv".into(), converter.link(links).into())];
    let cover = files.get(COVER).cloned().unwrap_or_else(|| made_cover(&units.name).into_bytes());
    out.push((COVER.into(), cover.into()));
    let mut repairs: Vec<Repair> = units.assumed.iter().map(|what| Repair { what: what.clone(), rows: 0 }).collect();
    for (name, bytes) in &files {
        match role(name) {
            Role::Table(TableKind::Node | TableKind::Link) if matches!(name.as_str(), "node.csv" | "link.csv") => {}
            Role::Table(_) => out.push((name.clone(), bytes.as_slice().into())),
            Role::Unknown if !matches!(name.as_str(), "config.csv" | "geometry.csv") => {
                repairs.push(Repair { what: stranger(name), rows: 0 })
            }
            _ => {}
        }
    }
    repairs.extend(converter.repairs.into_iter().map(|(what, rows)| Repair { what: what.into_owned(), rows }));
    let mut loaded = read_files(out, options)?;
    let mut faults = converter.faults;
    faults.append(&mut loaded.faults);
    Ok(Gmns { corridor: loaded.corridor, geometries: converter.geometries, faults, repairs })
}

fn stranger(name: &str) -> String {
    if FOREIGN.contains(&name.trim_end_matches(".csv")) {
        format!("{name}: kept out; a corridor has no such table")
    } else {
        format!("{name}: kept out; it is no table of GMNS nor of a corridor")
    }
}

fn made_cover(name: &str) -> String {
    let title = if name.is_empty() { "GMNS network" } else { name };
    let meta = Meta { id: "gmns".into(), title: title.into(), description: "Read from a GMNS folder.".into(), ..Meta::default() };
    toml::to_string(&meta).expect("a cover is strings, numbers and a list of strings, which TOML can hold")
}

/// `geometry.csv`: the lines by id.
fn shapes(bytes: &[u8], into: &mut Converter<'_>) {
    let mut csv = CsvReader::new(bytes, into.options.row_bytes);
    let Ok(Some(Ok(mut header))) = csv.next() else { return };
    let names: Vec<String> = (0..header.len()).map(|i| header.cell(i).to_string()).collect();
    let column = |name: &str| names.iter().position(|n| n == name);
    let (Some(id), Some(text)) = (column("geometry_id"), column("geometry")) else {
        into.repairs.insert("geometry.csv: has no columns geometry_id and geometry, and was left out".into(), 0);
        return;
    };
    while let Ok(Some(row)) = csv.next() {
        let Ok(mut row) = row else { continue };
        let name = row.cell(id).to_string();
        match wkt::read(row.cell(text)) {
            Some(shape) if !name.is_empty() => {
                into.geometries.shapes.insert(name, shape);
            }
            _ => *into.repairs.entry("geometry.csv: a row is no WKT line with an id and was left out".into()).or_default() += 1,
        }
    }
}
