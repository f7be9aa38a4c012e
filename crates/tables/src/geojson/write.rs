//! A corridor as a FeatureCollection: a point a node, a line a link. A link without geometry is drawn straight and says so.

use super::{Geometries, Point, Shape};
use keruen_model::dist::Law;
use keruen_model::schema::{FieldKind, FieldSpec};
use keruen_model::{Corridor, Link, Node, Quantity, Row};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Text handed on at a time.
const BLOCK: usize = 1 << 16;

/// Writes every node and link with all its cells as properties, and who must be credited.
pub fn write_geojson(corridor: &Corridor, geometries: &Geometries, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"name\":");
    push_string(&mut text, &corridor.meta.title);
    text.push_str(",\"attribution\":");
    push_string(&mut text, &attribution(corridor, geometries));
    text.push_str(",\"features\":[");
    let mut first = true;
    for node in &corridor.tables.node {
        let here = Point { lon: node.x_coord, lat: node.y_coord };
        begin(&mut text, &mut first);
        text.push_str("\"geometry\":{\"type\":\"Point\",\"coordinates\":");
        push_point(&mut text, here);
        text.push_str("},");
        end(corridor, node, &mut text, "");
        flush(&mut text, out, BLOCK)?;
    }
    for link in &corridor.tables.link {
        let drawn = geometries.shapes.get(corridor.strings.text(link.geometry_id));
        let Some(shape) = drawn.cloned().or_else(|| straight(corridor, link)) else { continue };
        begin(&mut text, &mut first);
        push_shape(&mut text, &shape);
        end(corridor, link, &mut text, if drawn.is_some() { "geometry" } else { "straight" });
        flush(&mut text, out, BLOCK)?;
    }
    text.push_str("\n]}\n");
    flush(&mut text, out, 0)
}

fn attribution(corridor: &Corridor, geometries: &Geometries) -> String {
    let mut all: Vec<&str> = corridor.meta.credits.iter().map(String::as_str).collect();
    for credit in geometries.credits.iter().map(|c| c.attribution.as_str()) {
        if !credit.is_empty() && !all.contains(&credit) {
            all.push(credit);
        }
    }
    all.join("; ")
}

/// From end to end; `None` where an end does not exist.
fn straight(corridor: &Corridor, link: &Link) -> Option<Shape> {
    let point = |id| corridor.tables.node.find(id).map(|n: &Node| Point { lon: n.x_coord, lat: n.y_coord });
    Some(Shape { lines: vec![vec![point(link.from_node_id)?, point(link.to_node_id)?]], sketch: true })
}

fn flush(text: &mut String, out: &mut dyn Write, at: usize) -> io::Result<()> {
    if text.len() >= at {
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    Ok(())
}

fn begin(text: &mut String, first: &mut bool) {
    text.push_str(if std::mem::take(first) { "\n" } else { ",\n" });
    text.push_str("{\"type\":\"Feature\",");
}

/// The id and the properties.
fn end<R: Row>(corridor: &Corridor, row: &R, text: &mut String, line: &str) {
    let (table, id) = (R::KIND.name(), corridor.text(row.key()));
    text.push_str("\"id\":");
    push_string(text, &format!("{table}:{id}"));
    let _ = write!(text, ",\"properties\":{{\"table\":\"{table}\"");
    if !line.is_empty() {
        let _ = write!(text, ",\"line\":\"{line}\"");
    }
    let mut cell = String::new();
    for (i, field) in R::KIND.spec().fields.iter().enumerate() {
        cell.clear();
        row.get(i, &corridor.strings, &mut cell);
        if !cell.is_empty() {
            let _ = write!(text, ",\"{}\":", field.name);
            push_cell(text, field, row.law(i).and_then(Law::fixed), &cell);
        }
    }
    text.push_str("}}");
}

fn push_cell(text: &mut String, field: &FieldSpec, number: Option<f64>, cell: &str) {
    match (field.kind, number) {
        (FieldKind::Number | FieldKind::Integer, Some(v)) => push_number(text, v),
        (FieldKind::Bool, _) => text.push_str(if cell == "1" { "true" } else { "false" }),
        _ => push_string(text, cell),
    }
}

fn push_shape(text: &mut String, shape: &Shape) {
    let several = shape.lines.len() > 1;
    text.push_str(if several {
        "\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":["
    } else {
        "\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
    });
    for (i, line) in shape.lines.iter().enumerate() {
        text.push_str(if i > 0 { ",[" } else { "[" });
        for (k, &p) in line.iter().enumerate() {
            if k > 0 {
                text.push(',');
            }
            push_point(text, p);
        }
        text.push(']');
    }
    text.push_str(if several { "]}," } else { "}," });
}

fn push_point(text: &mut String, p: Point) {
    text.push('[');
    push_number(text, p.lon.value());
    text.push(',');
    push_number(text, p.lat.value());
    text.push(']');
}

/// JSON knows no infinity.
fn push_number(text: &mut String, v: f64) {
    if v.is_finite() {
        let _ = write!(text, "{v}");
    } else {
        text.push_str("null");
    }
}

fn push_string(text: &mut String, words: &str) {
    text.push_str(&serde_json::to_string(words).expect("a string can stand in JSON"));
}
