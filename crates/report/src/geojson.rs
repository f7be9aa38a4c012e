//! Ways as a GeoJSON FeatureCollection (RFC 7946): a feature a way, and a feature a leg that moves, on the lines of the map.

use keruen_results::flow::{ElementFlow, FlowAnswer};
use keruen_results::map::{MapData, Shape};
use keruen_results::route::{Leg, PlaceRef, RouteAnswer, Way};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Lines of a link; a way may need several, since a link may be drawn in pieces.
type Lines<'a> = BTreeMap<&'a str, Vec<&'a Shape>>;

/// Degrees, longitude first.
type Point = [f64; 2];

/// Every way and every leg of it; a link without a line is drawn straight and says so.
pub fn route(a: &RouteAnswer, map: &MapData) -> Value {
    let mut lines: Lines<'_> = BTreeMap::new();
    for s in map.layers.iter().flat_map(|l| &l.shapes).filter(|s| !s.id.is_empty()) {
        lines.entry(&s.id).or_default().push(s);
    }
    let features: Vec<Value> = a.ways.iter().flat_map(|w| way(w, &lines)).collect();
    json!({
        "type": "FeatureCollection",
        "name": format!("{} to {}", a.question.from.name, a.question.to.name),
        "attribution": map.credits.join("; "),
        "features": features,
    })
}

/// What moves over every link, a feature each and direction; services have no line of their own and are left out.
pub fn flow(a: &FlowAnswer, map: &MapData) -> Value {
    let mut lines: Lines<'_> = BTreeMap::new();
    for s in map.layers.iter().flat_map(|l| &l.shapes).filter(|s| !s.id.is_empty()) {
        lines.entry(&s.id).or_default().push(s);
    }
    let features: Vec<Value> = a.elements.iter().filter_map(|e| link_flow(a, e, &lines)).collect();
    json!({
        "type": "FeatureCollection",
        "name": format!("{}, {}, {}", a.question.corridor, a.question.year, a.question.method),
        "attribution": map.credits.join("; "),
        "features": features,
    })
}

fn link_flow(a: &FlowAnswer, e: &ElementFlow, lines: &Lines<'_>) -> Option<Value> {
    let id = e.what.strip_prefix("link:")?;
    let shapes = lines.get(id)?;
    let coordinates: Vec<&Vec<Point>> = shapes.iter().map(|s| &s.points).collect();
    let limits: Vec<Value> = a
        .limits
        .iter()
        .filter(|l| l.at == e.what)
        .map(|l| json!({"limit": l.limit, "period": l.period, "use": l.share, "price_usd": l.price}))
        .collect();
    Some(json!({
        "type": "Feature",
        "id": format!("{id} {}", e.direction),
        "properties": {
            "feature": "link", "link": id, "name": e.name, "mode": e.mode, "direction": e.direction, "t": e.tonnes, "teu": e.teu,
            "wagons": e.wagons, "trucks": e.trucks, "units": e.units, "use": e.share, "limits": limits, "users": e.users,
            "line": if shapes.iter().any(|s| s.sketch) { "straight or sketched" } else { "geometry" },
        },
        "geometry": {"type": "MultiLineString", "coordinates": coordinates},
    }))
}

fn way(w: &Way, lines: &Lines<'_>) -> Vec<Value> {
    let legs: Vec<(&Leg, Vec<Vec<Point>>, bool)> =
        w.legs.iter().filter(|l| l.from.id != l.to.id).map(|l| drawn(l, lines)).collect();
    let all: Vec<&Vec<Point>> = legs.iter().flat_map(|l| &l.1).collect();
    let whole = json!({
        "type": "Feature",
        "id": w.label,
        "properties": {
            "feature": "way", "way": w.label, "labels": w.labels, "by": w.summary, "usd": w.totals.cost.amount,
            "hours": w.totals.hours.p50, "hours_p90": w.totals.hours.p90, "co2e_kg": w.totals.co2e_kg,
            "distance_km": w.totals.distance_km, "sheet": w.sheet,
        },
        "geometry": {"type": "MultiLineString", "coordinates": all},
    });
    std::iter::once(whole).chain(legs.iter().enumerate().map(|(i, x)| leg(w, i, x))).collect()
}

fn leg(w: &Way, i: usize, (l, points, sketch): &(&Leg, Vec<Vec<Point>>, bool)) -> Value {
    let geometry = match points.as_slice() {
        [one] => json!({"type": "LineString", "coordinates": one}),
        many => json!({"type": "MultiLineString", "coordinates": many}),
    };
    json!({
        "type": "Feature",
        "id": format!("{}/{}", w.label, i + 1),
        "properties": {
            "feature": "leg", "way": w.label, "leg": i + 1, "name": l.name, "mode": l.mode, "from": l.from.id, "to": l.to.id,
            "links": l.links, "service": l.service, "operator": l.operator, "usd": l.cost, "hours": l.hours,
            "co2e_kg": l.co2e_kg, "distance_km": l.distance_km, "line": if *sketch { "straight or sketched" } else { "geometry" },
        },
        "geometry": geometry,
    })
}

/// The lines of a leg in the direction of travel; whether any of them is a sketch.
fn drawn<'l>(l: &'l Leg, lines: &Lines<'_>) -> (&'l Leg, Vec<Vec<Point>>, bool) {
    let known: Option<Vec<&Vec<&Shape>>> = l.links.iter().map(|id| lines.get(id.as_str())).collect();
    let Some(known) = known.filter(|k| !k.is_empty()) else { return (l, vec![vec![at(&l.from), at(&l.to)]], true) };
    let sketch = known.iter().flat_map(|s| s.iter()).any(|s| s.sketch);
    let mut out: Vec<Vec<Point>> = Vec::new();
    let mut end = at(&l.from);
    for shapes in known {
        let mut own: Vec<Vec<Point>> = shapes.iter().map(|s| s.points.clone()).filter(|p| p.len() > 1).collect();
        let (Some(first), Some(last)) = (own.first().and_then(|p| p.first()), own.last().and_then(|p| p.last())) else {
            continue;
        };
        if far(end, *last) < far(end, *first) {
            own.reverse();
            own.iter_mut().for_each(|p| p.reverse());
        }
        end = own.last().and_then(|p| p.last()).copied().unwrap_or(end);
        out.extend(own);
    }
    (l, out, sketch)
}

fn far(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn at(p: &PlaceRef) -> Point {
    [p.position[0] as f64 / 1e6, p.position[1] as f64 / 1e6]
}
