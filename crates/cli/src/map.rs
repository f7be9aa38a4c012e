//! The map of a corridor: base layers of `geodata/`, and the links with the lines of `geometry*.geojson`.

use crate::exit::Ended;
use keruen_model::{Corridor, Mode};
use keruen_results::map::{Layer, LayerKind, MapData, Shape};
use keruen_tables::geojson::{Geometries, Point, read_geometry_folder};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Base layers, the lowest first.
const BASE: &[(&str, LayerKind)] = &[
    ("world.geojson", LayerKind::Land),
    ("countries.geojson", LayerKind::Land),
    ("sea.geojson", LayerKind::Water),
    ("caspian.geojson", LayerKind::Water),
    ("lakes.geojson", LayerKind::Water),
    ("disputed_lines.geojson", LayerKind::Disputed),
];

/// Largest file read.
const LARGEST: u64 = 64 << 20;

/// Reads what is there; a corridor without geometry has a map of straight lines, and one without base layers a bare one.
pub fn read(folder: &Path, corridor: &Corridor) -> Result<MapData, Ended> {
    let mut map = MapData { layers: Vec::new(), credits: corridor.meta.credits.clone() };
    for (file, kind) in BASE {
        if let Some(v) = json(&folder.join("geodata").join(file))? {
            credit(&mut map, v.get("attribution").and_then(Value::as_str).unwrap_or_default());
            map.layers.push(Layer { kind: *kind, shapes: features(&v).flat_map(shapes).collect() });
        }
    }
    let lines = read_geometry_folder(folder).map_err(|e| Ended::input(format!("error: {e}")))?;
    for c in &lines.credits {
        credit(&mut map, &c.attribution);
    }
    map.layers.extend(links(corridor, &lines));
    Ok(map)
}

fn json(path: &Path) -> Result<Option<Value>, Ended> {
    let Ok(about) = std::fs::metadata(path) else { return Ok(None) };
    let bad = |why: String| Ended::input(format!("error: {}: {why}", path.display()));
    if about.len() > LARGEST {
        return Err(bad(format!("larger than {} MiB", LARGEST >> 20)));
    }
    let bytes = std::fs::read(path).map_err(|e| bad(e.to_string()))?;
    serde_json::from_slice(&bytes).map(Some).map_err(|e| bad(e.to_string()))
}

fn credit(map: &mut MapData, text: &str) {
    if !text.is_empty() && !map.credits.iter().any(|c| c == text) {
        map.credits.push(text.to_string());
    }
}

fn features(v: &Value) -> impl Iterator<Item = &Value> {
    v.get("features").and_then(Value::as_array).into_iter().flatten()
}

/// Every line or ring of a feature of a base layer.
fn shapes(f: &Value) -> Vec<Shape> {
    let mut out = Vec::new();
    if let Some(c) = f.get("geometry").and_then(|g| g.get("coordinates")) {
        collect(c, &mut |points| out.push(Shape { id: String::new(), sketch: false, points }));
    }
    out
}

/// A list of positions is a line; anything above it is a list of lists.
fn collect(v: &Value, push: &mut dyn FnMut(Vec<[f64; 2]>)) {
    let Some(list) = v.as_array() else { return };
    let position = |p: &Value| Some([p.get(0)?.as_f64()?, p.get(1)?.as_f64()?]);
    match list.iter().map(position).collect::<Option<Vec<_>>>() {
        Some(points) if !points.is_empty() => push(points),
        _ => list.iter().for_each(|inner| collect(inner, push)),
    }
}

/// A layer a mode, each link with its own line, straight where none is given. Shapes carry the id of the link.
fn links(c: &Corridor, drawn: &Geometries) -> Vec<Layer> {
    let mut layers: BTreeMap<LayerKind, Vec<Shape>> = BTreeMap::new();
    for l in &c.tables.link {
        let id = c.strings.id(l.link_id);
        let own = drawn.shapes.get(c.strings.text(l.geometry_id)).map(|s| lines(s, id));
        layers.entry(kind(l.mode)).or_default().extend(own.or_else(|| straight(c, l, id)).unwrap_or_default());
    }
    layers.into_iter().map(|(kind, shapes)| Layer { kind, shapes }).collect()
}

fn lines(drawn: &keruen_tables::geojson::Shape, id: &str) -> Vec<Shape> {
    let points = |line: &Vec<Point>| line.iter().map(|p| [p.lon.0, p.lat.0]).collect();
    drawn.lines.iter().map(|l| Shape { id: id.into(), sketch: drawn.sketch, points: points(l) }).collect()
}

fn straight(c: &Corridor, l: &keruen_model::Link, id: &str) -> Option<Vec<Shape>> {
    let at = |n: keruen_model::Id<keruen_model::Node>| c.tables.node.find(n).map(|n| [n.x_coord.0, n.y_coord.0]);
    Some(vec![Shape { id: id.into(), sketch: true, points: vec![at(l.from_node_id)?, at(l.to_node_id)?] }])
}

fn kind(mode: Mode) -> LayerKind {
    match mode {
        Mode::Rail => LayerKind::Rail,
        Mode::Road => LayerKind::Road,
        Mode::Sea => LayerKind::Sea,
        Mode::Pipeline => LayerKind::Pipeline,
        Mode::Air => LayerKind::Air,
        Mode::Fibre => LayerKind::Fibre,
    }
}
