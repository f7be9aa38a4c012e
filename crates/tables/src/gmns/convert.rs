//! `node.csv` and `link.csv` of GMNS as the tables of a corridor, line for line: row n of the one is row n of the other, so that
//! a fault found later names the line of the file that was given.

use super::units::Units;
use super::wkt;
use crate::csv::{CsvReader, Record, push_cell};
use crate::folder::words::{self, Sink};
use crate::geojson::{Geometries, Point, Shape};
use crate::limits::ReadOptions;
use keruen_model::cell::{is_id, number};
use keruen_model::{Fault, Mode, NodeType, Quantity, TableKind};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Mean radius of the Earth (IUGG 1980), in km.
const EARTH: f64 = 6371.0088;

/// Stands for a country that is not known (ISO 3166-1 keeps it free for users).
const NOWHERE: &str = "ZZ";

/// Repairs by what was done, with how often.
pub(super) type Counts = BTreeMap<Cow<'static, str>, usize>;

/// The columns that are written, by table.
const NODE_OUT: &[&str] = &["node_id", "name", "node_type", "country", "parent_node_id"];
const LINK_OUT: &[&str] =
    &["link_id", "from_node_id", "to_node_id", "directed", "mode", "length", "free_speed", "free_speed_back", "geometry_id"];

/// What both tables need on their way.
pub(super) struct Converter<'a> {
    pub units: &'a Units,
    pub options: &'a ReadOptions,
    pub places: HashMap<String, Point>,
    pub geometries: Geometries,
    pub repairs: Counts,
    pub faults: Vec<Fault>,
}

/// A row by column name.
struct Cells<'a> {
    names: &'a [String],
    values: Vec<String>,
}

impl Cells<'_> {
    /// The text of a column, empty where it is missing. GMNS writes NaN for nothing.
    fn get(&self, name: &str) -> &str {
        let found = self.names.iter().position(|n| n == name).and_then(|i| self.values.get(i));
        found.map_or("", |v| if v == "NaN" { "" } else { v })
    }
}

impl Converter<'_> {
    pub fn node(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.table(TableKind::Node, NODE_OUT, bytes, Self::node_cell)
    }

    pub fn link(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.table(TableKind::Link, LINK_OUT, bytes, Self::link_cell)
    }

    fn count(&mut self, what: &'static str) {
        *self.repairs.entry(Cow::Borrowed(what)).or_default() += 1;
    }

    /// Columns that are made come first, then those that are taken over as they stand.
    fn table(
        &mut self,
        table: TableKind,
        made: &[&str],
        bytes: &[u8],
        cell: fn(&mut Self, &str, &Cells<'_>) -> String,
    ) -> Vec<u8> {
        let (file, mut faults) = (format!("{}.csv", table.name()), std::mem::take(&mut self.faults));
        let mut sink = Sink::new(&file, table.name(), self.options.faults_per_file, &mut faults);
        let mut csv = CsvReader::new(bytes, self.options.row_bytes);
        let mut out = Lines::default();
        let (mut names, mut kept, mut strangers) = (Vec::new(), Vec::new(), Vec::new());
        // Reading from memory cannot fail.
        while let Ok(Some(row)) = csv.next() {
            match row {
                Err(fault) => words::row(&mut sink, fault),
                Ok(row) if row.is_blank() => {}
                Ok(mut row) if names.is_empty() => {
                    names = texts(&mut row);
                    kept = kept_columns(table, made, &names);
                    strangers = vec![0; names.len()];
                    out.row(row.line(), made.iter().chain(&kept).copied());
                }
                Ok(mut row) if row.len() != names.len() => words::ragged(&mut sink, &mut row, names.len()),
                Ok(mut row) => {
                    let cells = Cells { names: &names, values: texts(&mut row) };
                    count_strangers(table, &cells, &mut strangers);
                    let values: Vec<String> = made.iter().map(|n| cell(self, n, &cells)).collect();
                    out.row(row.line(), values.iter().map(String::as_str).chain(kept.iter().map(|n| cells.get(n))));
                }
            }
        }
        sink.close();
        self.faults = faults;
        self.note_strangers(&file, &names, &strangers);
        out.text.into_bytes()
    }

    fn note_strangers(&mut self, file: &str, names: &[String], counts: &[usize]) {
        for (name, &rows) in names.iter().zip(counts).filter(|(_, rows)| **rows > 0) {
            let capacity = name == "capacity";
            let why = if capacity { "what is scarce stands in table resource" } else { "a corridor has no such column" };
            self.repairs.insert(format!("{file}: {name} was kept out; {why}").into(), rows);
        }
    }

    /// An id that a corridor allows.
    fn id(&mut self, text: &str) -> String {
        if text.is_empty() || is_id(text) {
            return text.into();
        }
        let safe: String = text.chars().map(|c| if c.is_ascii_alphanumeric() || "_.-".contains(c) { c } else { '_' }).collect();
        self.count("ids: signs other than letters, digits, '_', '.' and '-' became '_'");
        if safe.starts_with(|c: char| c.is_ascii_alphanumeric()) { safe } else { format!("x{safe}") }
    }

    fn node_cell(&mut self, name: &str, row: &Cells<'_>) -> String {
        let text = row.get(name);
        match name {
            "node_id" => {
                let id = self.id(text);
                if let (Some(x), Some(y)) = (number(row.get("x_coord")), number(row.get("y_coord"))) {
                    Point::new(x, y).and_then(|p| self.places.insert(id.clone(), p));
                }
                id
            }
            "parent_node_id" => self.id(text),
            "name" if text.is_empty() => row.get("node_id").into(),
            "node_type" if NodeType::from_name(text).is_none() => {
                self.count("node.csv: node_type became passage");
                NodeType::Passage.name().into()
            }
            "country" if text.is_empty() => {
                self.count("node.csv: country became ZZ, not known");
                NOWHERE.into()
            }
            _ => text.into(),
        }
    }

    fn link_cell(&mut self, name: &str, row: &Cells<'_>) -> String {
        let text = row.get(name);
        match name {
            "link_id" | "from_node_id" | "to_node_id" => self.id(text),
            "directed" => self.directed(text),
            "mode" => self.mode(row),
            "length" => self.length(row),
            "free_speed" | "free_speed_back" => scaled(text, self.units.speed),
            "geometry_id" => self.geometry(row),
            _ => text.into(),
        }
    }

    fn directed(&mut self, text: &str) -> String {
        match text.to_ascii_lowercase().as_str() {
            "1" | "true" | "t" | "yes" => "1".into(),
            "0" | "false" | "f" | "no" => "0".into(),
            "" => {
                self.count("link.csv: directed is empty and became 1");
                "1".into()
            }
            _ => text.into(),
        }
    }

    fn mode(&mut self, row: &Cells<'_>) -> String {
        if let Some(mode) = Mode::from_name(row.get("mode")) {
            return mode.name().into();
        }
        const WORDS: &[(&str, Mode)] = &[
            ("rail", Mode::Rail),
            ("train", Mode::Rail),
            ("ferry", Mode::Sea),
            ("ship", Mode::Sea),
            ("water", Mode::Sea),
            ("sea", Mode::Sea),
            ("air", Mode::Air),
            ("pipe", Mode::Pipeline),
        ];
        let said = format!("{} {}", row.get("allowed_uses"), row.get("facility_type")).to_ascii_lowercase();
        let found = WORDS.iter().find(|(word, _)| said.contains(word)).map(|&(_, mode)| mode);
        self.count(match found {
            Some(_) => "link.csv: mode was read from allowed_uses or facility_type",
            None => "link.csv: mode became road",
        });
        found.unwrap_or(Mode::Road).name().into()
    }

    fn length(&mut self, row: &Cells<'_>) -> String {
        let given = row.get("length");
        if !given.is_empty() {
            return scaled(given, self.units.length);
        }
        let ends = [self.places.get(row.get("from_node_id")), self.places.get(row.get("to_node_id"))];
        let drawn = wkt::read(row.get("geometry")).or_else(|| self.geometries.shapes.get(row.get("geometry_id")).cloned());
        let km = match (drawn, ends) {
            (Some(shape), _) => along(&shape),
            (None, [Some(a), Some(b)]) => distance(*a, *b),
            _ => return String::new(),
        };
        self.count("link.csv: length is empty and was measured on the map");
        format!("{:.3}", km)
    }

    /// The id of the line; a line written in the row itself is kept under the id of the link.
    fn geometry(&mut self, row: &Cells<'_>) -> String {
        let (text, id) = (row.get("geometry"), row.get("geometry_id"));
        let written = wkt::read(text);
        if written.is_none() && !text.is_empty() {
            self.count("link.csv: geometry is no WKT line and was left out");
        }
        let back = row.get("dir_flag") == "-1";
        let inline = written.is_some();
        let Some(mut shape) = written.or_else(|| self.geometries.shapes.get(id).filter(|_| back).cloned()) else {
            return id.into();
        };
        if back {
            shape.lines.reverse();
            shape.lines.iter_mut().for_each(|l| l.reverse());
        }
        // A line that is turned round may be that of another link too.
        let id = if id.is_empty() || (back && !inline) { row.get("link_id") } else { id };
        self.geometries.shapes.insert(id.into(), shape);
        id.into()
    }
}

/// Rows on the lines on which they were read.
#[derive(Default)]
struct Lines {
    text: String,
    line: u32,
}

impl Lines {
    fn row<'a>(&mut self, line: u32, cells: impl Iterator<Item = &'a str>) {
        let down = line.saturating_sub(self.line.max(1)).max(u32::from(self.line > 0));
        self.text.push_str(&"\n".repeat(down as usize));
        self.line = self.line.max(1) + down;
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            push_cell(&mut self.text, cell);
            self.line += cell.matches('\n').count() as u32;
        }
    }
}

/// Counts, by column, the cells that a corridor has no column for.
fn count_strangers(table: TableKind, cells: &Cells<'_>, counts: &mut [usize]) {
    for ((name, value), count) in cells.names.iter().zip(&cells.values).zip(counts) {
        let used = table.spec().field(name).is_some() || matches!(name.as_str(), "geometry" | "dir_flag");
        // These three repeat what a corridor has under another name.
        let repeated = matches!(name.as_str(), "allowed_uses" | "facility_type" | "jurisdiction");
        *count += usize::from(!used && !repeated && !matches!(value.as_str(), "" | "NaN"));
    }
}

/// Columns of a corridor that a file has and that need no making.
fn kept_columns(table: TableKind, made: &[&str], names: &[String]) -> Vec<&'static str> {
    let fields = table.spec().fields.iter().map(|f| f.name);
    fields.filter(|f| !made.contains(f) && names.iter().any(|n| n == f)).collect()
}

fn texts(row: &mut Record<'_>) -> Vec<String> {
    (0..row.len()).map(|i| row.cell(i).to_string()).collect()
}

/// A number in another unit. What is no number stays, for the reader of folders to find.
fn scaled(text: &str, factor: f64) -> String {
    match number(text) {
        Some(v) if factor != 1.0 => format!("{}", v * factor),
        _ => text.into(),
    }
}

fn along(shape: &Shape) -> f64 {
    shape.lines.iter().flat_map(|l| l.windows(2)).map(|w| distance(w[0], w[1])).sum()
}

/// Great-circle distance in km (haversine; Sinnott 1984).
fn distance(a: Point, b: Point) -> f64 {
    let rad = |d: keruen_model::Degrees| d.value().to_radians();
    let (dy, dx) = ((rad(b.lat) - rad(a.lat)) / 2.0, (rad(b.lon) - rad(a.lon)) / 2.0);
    let h = dy.sin().powi(2) + rad(a.lat).cos() * rad(b.lat).cos() * dx.sin().powi(2);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_the_equator_is_a_360th_of_it() {
        let p = |lon, lat| Point::new(lon, lat).unwrap();
        let degree = 2.0 * std::f64::consts::PI * EARTH / 360.0;
        assert!((distance(p(10.0, 0.0), p(11.0, 0.0)) - degree).abs() < 1e-9);
        assert!((distance(p(50.0, 40.0), p(50.0, 43.0)) - 3.0 * degree).abs() < 1e-9);
        assert!((distance(p(0.0, 0.0), p(180.0, 0.0)) - 180.0 * degree).abs() < 1e-9);
    }
}
