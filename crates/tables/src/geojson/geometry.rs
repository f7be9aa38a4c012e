//! `geometry*.geojson`: the lines that `link.geometry_id` names.
//!
//! A file is a FeatureCollection of LineString and MultiLineString features, each with its id in `properties.id` (or
//! `properties.geometry_id`, or `id`). Who must be credited stands in `attribution`, `source` and `licence` of the file.

use crate::error::ReadError;
use keruen_model::{Degrees, Fault};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes of one geometry file: a continent at a hundred metres.
const FILE_BYTES: u64 = 256 << 20;

/// A place on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Longitude.
    pub lon: Degrees,
    /// Latitude.
    pub lat: Degrees,
}

/// One or more lines that are one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Each of two points or more.
    pub lines: Vec<Vec<Point>>,
    /// Drawn by hand or between the ends, not surveyed.
    pub sketch: bool,
}

/// Whose geometry a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// File in the corridor folder.
    pub file: String,
    /// Words to print wherever it is drawn.
    pub attribution: String,
    /// Where it comes from.
    pub source: String,
    /// Licence.
    pub licence: String,
}

/// The lines of a corridor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometries {
    /// Lines by `geometry_id`.
    pub shapes: BTreeMap<String, Shape>,
    /// One a file.
    pub credits: Vec<Credit>,
    /// Features that were left out.
    pub faults: Vec<Fault>,
}

#[derive(Deserialize)]
struct FileIn {
    #[serde(default)]
    attribution: String,
    #[serde(default)]
    source: String,
    #[serde(default, alias = "license")]
    licence: String,
    features: Vec<FeatureIn>,
}

#[derive(Deserialize)]
struct FeatureIn {
    id: Option<NameIn>,
    properties: Option<PropertiesIn>,
    geometry: Option<GeometryIn>,
}

#[derive(Deserialize)]
struct PropertiesIn {
    id: Option<NameIn>,
    geometry_id: Option<NameIn>,
    #[serde(default)]
    sketch: SketchIn,
}

/// Whatever is not `true` is no sketch.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum SketchIn {
    Bool(bool),
    #[default]
    Missing,
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum NameIn {
    Text(String),
    Number(i64),
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum GeometryIn {
    LineString {
        coordinates: Vec<Vec<f64>>,
    },
    MultiLineString {
        coordinates: Vec<Vec<Vec<f64>>>,
    },
    #[serde(other)]
    Other,
}

/// Reads every `geometry*.geojson` of a corridor folder; none is no error. Links are not followed.
pub fn read_geometry_folder(path: &Path) -> Result<Geometries, ReadError> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|e| ReadError::io(path, e))? {
        let entry = entry.map_err(|e| ReadError::io(path, e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let plain = std::fs::symlink_metadata(entry.path()).is_ok_and(|m| m.is_file());
        if plain && name.starts_with("geometry") && name.ends_with(".geojson") {
            names.push(name);
        }
    }
    names.sort();
    let mut out = Geometries::default();
    for name in names {
        let file = path.join(&name);
        let bytes = std::fs::metadata(&file).map_err(|e| ReadError::io(&file, e))?.len();
        if bytes > FILE_BYTES {
            return Err(ReadError::TooLarge { path: file, bytes, limit: FILE_BYTES });
        }
        read_geometry(&name, &std::fs::read(&file).map_err(|e| ReadError::io(&file, e))?, &mut out)?;
    }
    Ok(out)
}

/// Adds the lines of one file. A feature that cannot be used is a fault; a file that is no GeoJSON is an error.
pub fn read_geometry(file: &str, bytes: &[u8], into: &mut Geometries) -> Result<(), ReadError> {
    let read: FileIn = serde_json::from_slice(bytes).map_err(|e| {
        let what = e.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        ReadError::malformed(file, e.line(), format!("is no GeoJSON FeatureCollection: {what}"), "export it as GeoJSON, WGS 84")
    })?;
    into.credits.push(Credit { file: file.into(), attribution: read.attribution, source: read.source, licence: read.licence });
    for (i, feature) in read.features.into_iter().enumerate() {
        let id = feature.name();
        let sketch = feature.properties.as_ref().is_some_and(|p| matches!(p.sketch, SketchIn::Bool(true)));
        if let Err((what, hint)) = take(&id, feature.geometry, sketch, into) {
            let mut fault =
                Fault::of_table("geometry", "geometry", format!("feature {}: {what}; it was left out", i + 1)).hint(hint);
            (fault.file, fault.line, fault.row) = (file.into(), 1, id);
            into.faults.push(fault);
        }
    }
    Ok(())
}

impl FeatureIn {
    /// Its id, empty where it has none.
    fn name(&self) -> String {
        let inner = self.properties.as_ref().and_then(|p| p.id.as_ref().or(p.geometry_id.as_ref()));
        match inner.or(self.id.as_ref()) {
            Some(NameIn::Text(text)) => text.clone(),
            Some(NameIn::Number(n)) => n.to_string(),
            Some(NameIn::Other(_)) | None => String::new(),
        }
    }
}

fn take(id: &str, geometry: Option<GeometryIn>, sketch: bool, into: &mut Geometries) -> Result<(), (&'static str, &'static str)> {
    if id.is_empty() {
        return Err(("has no id", "write it in properties.id"));
    }
    if into.shapes.contains_key(id) {
        return Err(("the id was used before", "give each line its own id"));
    }
    let lines = match geometry {
        Some(GeometryIn::LineString { coordinates }) => vec![coordinates],
        Some(GeometryIn::MultiLineString { coordinates }) => coordinates,
        Some(GeometryIn::Other) | None => return Err(("is no line", "a link is drawn as LineString or MultiLineString")),
    };
    let lines: Option<Vec<Vec<Point>>> = lines.iter().map(|line| line.iter().map(|p| point(p)).collect()).collect();
    let lines = lines.ok_or(("has a point that is not longitude -180..180 and latitude -90..90", "longitude comes first"))?;
    if lines.is_empty() || lines.iter().any(|l| l.len() < 2) {
        return Err(("has a line of fewer than two points", ""));
    }
    into.shapes.insert(id.into(), Shape { lines, sketch });
    Ok(())
}

fn point(position: &[f64]) -> Option<Point> {
    let (&[lon, lat] | &[lon, lat, _]) = position else { return None };
    Point::new(lon, lat)
}

impl Point {
    /// A point of the map; `None` outside it.
    pub fn new(lon: f64, lat: f64) -> Option<Point> {
        let inside = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        inside.then_some(Point { lon: Degrees(lon), lat: Degrees(lat) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"type":"FeatureCollection","source":"s","attribution":"a","license":"l","features":["#;

    fn read(features: &str) -> Result<Geometries, String> {
        let mut out = Geometries::default();
        let text = format!("{HEAD}{features}]}}");
        read_geometry("geometry.geojson", text.as_bytes(), &mut out).map_err(|e| e.to_string())?;
        Ok(out)
    }

    fn line(id: &str, geometry: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{"id":{id}}},"geometry":{geometry}}}"#)
    }

    #[test]
    fn lines_and_credits_are_read() {
        let features = [
            line(r#""a""#, r#"{"type":"LineString","coordinates":[[50,40],[51.5,41,7]]}"#),
            line("12", r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#),
        ];
        let g = read(&features.join(",")).unwrap();
        assert_eq!(g.faults, []);
        assert_eq!(
            g.credits,
            [Credit { file: "geometry.geojson".into(), attribution: "a".into(), source: "s".into(), licence: "l".into() }]
        );
        assert_eq!(g.shapes["a"].lines, [vec![Point::new(50.0, 40.0).unwrap(), Point::new(51.5, 41.0).unwrap()]]);
        assert_eq!(g.shapes["12"].lines.len(), 2);
        let drawn = r#"{"type":"Feature","properties":{"id":"d","sketch":true},"geometry":{"type":"LineString","coordinates":[[50,40],[51,41]]}}"#;
        assert!(read(drawn).unwrap().shapes["d"].sketch && !g.shapes["a"].sketch);
    }

    #[test]
    fn features_that_cannot_be_drawn_are_named() {
        let good = r#"{"type":"LineString","coordinates":[[50,40],[51,41]]}"#;
        let features = [
            line(r#""a""#, good),
            line(r#""a""#, good),
            line("null", good),
            line(r#""p""#, r#"{"type":"Point","coordinates":[50,40]}"#),
            line(r#""q""#, "null"),
            line(r#""far""#, r#"{"type":"LineString","coordinates":[[40,95],[51,41]]}"#),
            line(r#""dot""#, r#"{"type":"LineString","coordinates":[[40,35]]}"#),
        ];
        let faults: Vec<String> = read(&features.join(",")).unwrap().faults.iter().map(|f| f.to_string()).collect();
        assert_eq!(
            faults,
            [
                "geometry.geojson:1: geometry:a: feature 2: the id was used before; it was left out [geometry]; give each line its own id",
                "geometry.geojson:1: geometry: feature 3: has no id; it was left out [geometry]; write it in properties.id",
                "geometry.geojson:1: geometry:p: feature 4: is no line; it was left out [geometry]; a link is drawn as LineString or MultiLineString",
                "geometry.geojson:1: geometry:q: feature 5: is no line; it was left out [geometry]; a link is drawn as LineString or MultiLineString",
                "geometry.geojson:1: geometry:far: feature 6: has a point that is not longitude -180..180 and latitude -90..90; it was left out [geometry]; longitude comes first",
                "geometry.geojson:1: geometry:dot: feature 7: has a line of fewer than two points; it was left out [geometry]",
            ]
        );
    }

    #[test]
    fn a_file_that_is_no_geojson_is_an_error_with_its_line() {
        let mut out = Geometries::default();
        let error = read_geometry("geometry.x.geojson", b"{\"features\":\n[NaN]}", &mut out).unwrap_err();
        assert_eq!(
            error.to_string(),
            "geometry.x.geojson:2: is no GeoJSON FeatureCollection: expected value; export it as GeoJSON, WGS 84"
        );
        let error = read_geometry("geometry.x.geojson", b"{}", &mut out).unwrap_err();
        assert_eq!(
            error.to_string(),
            "geometry.x.geojson:1: is no GeoJSON FeatureCollection: missing field `features`; export it as GeoJSON, WGS 84"
        );
    }
}
