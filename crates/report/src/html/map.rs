//! A map as SVG: base areas, the corridor's links thin, the ways of a question thick. Equirectangular about the middle latitude:
//! exact positions, shapes true near the corridor.

use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::flow::ElementFlow;
use keruen_results::map::{LayerKind, MapData, Shape};
use keruen_results::route::{PlaceRef, Way};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Width of the picture in its own units.
const WIDTH: f64 = 1000.0;
/// Least span shown, in degrees, so that a short way keeps its surroundings.
const LEAST_SPAN: f64 = 6.0;
/// Part of the span added on each side.
const MARGIN: f64 = 0.06;

/// A named line on the map.
pub(super) struct Drawn<'a> {
    pub name: String,
    pub way: &'a Way,
}

struct View {
    west: f64,
    north: f64,
    scale: f64,
    squeeze: f64,
    height: f64,
}

impl View {
    fn at(&self, p: [f64; 2]) -> (f64, f64) {
        ((p[0] - self.west) * self.squeeze * self.scale, (self.north - p[1]) * self.scale)
    }
}

/// The map of some ways; the window is what the ways need.
pub(super) fn map_svg(v: Voice<'_>, title: &str, map: &MapData, drawn: &[Drawn<'_>]) -> String {
    let lines: BTreeMap<&str, &Shape> =
        map.layers.iter().flat_map(|l| &l.shapes).filter(|s| !s.id.is_empty()).map(|s| (s.id.as_str(), s)).collect();
    let tracks: Vec<Vec<Vec<[f64; 2]>>> = drawn.iter().map(|d| track(d.way, &lines)).collect();
    let Some(view) = window(tracks.iter().flatten().flatten()) else { return String::new() };
    let mut out =
        format!("<svg class=\"map\" viewBox=\"0 0 {WIDTH} {:.0}\" role=\"img\" aria-label=\"{}\">", view.height, escape(title));
    for layer in &map.layers {
        let class = class_of(layer.kind);
        let closed = matches!(layer.kind, LayerKind::Land | LayerKind::Water);
        for s in layer.shapes.iter().filter(|s| visible(&view, &s.points)) {
            let _ = write!(out, "<path class=\"{class}\" d=\"{}\"/>", path(&view, &s.points, closed));
        }
    }
    for (i, (d, lines)) in drawn.iter().zip(&tracks).enumerate() {
        let d_attr: String = lines.iter().map(|l| path(&view, l, false)).collect();
        let _ = write!(out, "<path class=\"way td-{}\" d=\"{d_attr}\"><title>{}</title></path>", i % 6, escape(&d.name));
    }
    labels(v, &mut out, &view, drawn);
    out + "</svg>"
}

/// Widest and narrowest line of a flow.
const WIDEST: f64 = 16.0;
const NARROWEST: f64 = 1.0;
/// Links of the plain map are drawn within this window: longitudes and latitudes of the corridor itself.
const CORRIDOR: [[f64; 2]; 2] = [[24.0, 35.0], [92.0, 55.0]];

/// The map of a flow: width of a link in proportion to its tonnes, colour by the fullest limit that stands at it.
pub(super) fn flow_map_svg(v: Voice<'_>, title: &str, map: &MapData, elements: &[ElementFlow]) -> String {
    let mut tonnes: BTreeMap<&str, (f64, Option<f64>, &str)> = BTreeMap::new();
    for e in elements {
        let Some(id) = e.what.strip_prefix("link:") else { continue };
        let t = tonnes.entry(id).or_insert((0.0, None, &e.name));
        t.0 += e.tonnes;
        t.1 = [t.1, e.share].into_iter().flatten().reduce(f64::max);
    }
    let Some(view) = window(CORRIDOR.iter()) else { return String::new() };
    let most = tonnes.values().map(|t| t.0).fold(f64::MIN_POSITIVE, f64::max);
    let mut out =
        format!("<svg class=\"map\" viewBox=\"0 0 {WIDTH} {:.0}\" role=\"img\" aria-label=\"{}\">", view.height, escape(title));
    for layer in &map.layers {
        let (class, closed) = (class_of(layer.kind), matches!(layer.kind, LayerKind::Land | LayerKind::Water));
        for s in layer.shapes.iter().filter(|s| visible(&view, &s.points)) {
            let Some((t, share, name)) = tonnes.get(s.id.as_str()).filter(|t| t.0 > 0.0) else {
                let _ = write!(out, "<path class=\"{class}\" d=\"{}\"/>", path(&view, &s.points, closed));
                continue;
            };
            let use_text = share.map_or_else(|| say!(v, "flow-no-limit"), |x| say!(v, "flow-used", share = v.percent(x, 0)));
            let told = say!(v, "flow-map-link", name = v.name(name), tonnes = v.number(*t), load = use_text);
            let _ = write!(
                out,
                "<path class=\"flow {}\" stroke-width=\"{:.1}\" d=\"{}\"><title>{}</title></path>",
                used(*share),
                (t / most * WIDEST).max(NARROWEST),
                path(&view, &s.points, false),
                escape(&told)
            );
        }
    }
    out + "</svg>"
}

/// Class of a use.
fn used(share: Option<f64>) -> &'static str {
    match share {
        None => "u0",
        Some(x) if x < 0.5 => "u1",
        Some(x) if x < 0.8 => "u2",
        Some(x) if x < 0.99 => "u3",
        Some(_) => "u4",
    }
}

fn class_of(kind: LayerKind) -> &'static str {
    match kind {
        LayerKind::Land => "land",
        LayerKind::Water => "water",
        LayerKind::Disputed => "disputed",
        LayerKind::Rail => "net rail",
        LayerKind::Sea => "net sea",
        LayerKind::Road => "net road",
        LayerKind::Pipeline => "net pipeline",
        LayerKind::Fibre => "net fibre",
        LayerKind::Air => "net air",
    }
}

fn position(p: &PlaceRef) -> [f64; 2] {
    [p.position[0] as f64 / 1e6, p.position[1] as f64 / 1e6]
}

/// The lines of a way: the geometry of its links where there is one, straight between places elsewhere.
fn track(way: &Way, lines: &BTreeMap<&str, &Shape>) -> Vec<Vec<[f64; 2]>> {
    let mut out = Vec::new();
    for leg in way.legs.iter().filter(|l| l.from.id != l.to.id) {
        let found: Vec<Vec<[f64; 2]>> =
            leg.links.iter().filter_map(|l| lines.get(l.as_str())).map(|s| s.points.clone()).collect();
        if found.is_empty() || found.len() < leg.links.len() {
            out.push(vec![position(&leg.from), position(&leg.to)]);
        }
        out.extend(found);
    }
    out
}

fn window<'p>(points: impl Iterator<Item = &'p [f64; 2]>) -> Option<View> {
    let (mut west, mut south, mut east, mut north) = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for p in points {
        (west, east) = (west.min(p[0]), east.max(p[0]));
        (south, north) = (south.min(p[1]), north.max(p[1]));
    }
    if west > east {
        return None;
    }
    let grow = |low: f64, high: f64| {
        let span = (high - low).max(LEAST_SPAN);
        let middle = (low + high) / 2.0;
        (middle - span * (0.5 + MARGIN), middle + span * (0.5 + MARGIN))
    };
    let ((west, east), (south, north)) = (grow(west, east), grow(south, north));
    let squeeze = ((south + north) / 2.0).to_radians().cos();
    let scale = WIDTH / ((east - west) * squeeze);
    let height = ((north - south) * scale).clamp(280.0, 760.0);
    let middle = (south + north) / 2.0;
    Some(View { west, north: middle + height / scale / 2.0, scale, squeeze, height })
}

fn visible(view: &View, points: &[[f64; 2]]) -> bool {
    let inside = |p: &[f64; 2]| {
        let (x, y) = view.at(*p);
        (-200.0..=WIDTH + 200.0).contains(&x) && (-200.0..=view.height + 200.0).contains(&y)
    };
    let around = || {
        let xs = points.iter().map(|p| view.at(*p));
        let (mut left, mut right, mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY);
        for (x, y) in xs {
            (left, right, top, bottom) = (left.min(x), right.max(x), top.min(y), bottom.max(y));
        }
        left < WIDTH && right > 0.0 && top < view.height && bottom > 0.0
    };
    points.iter().any(inside) || around()
}

/// Points nearer than half a unit to the one before are left out: nobody sees them, and the file stays small.
fn path(view: &View, points: &[[f64; 2]], closed: bool) -> String {
    let mut out = String::new();
    let mut last = (f64::NAN, f64::NAN);
    for (i, p) in points.iter().enumerate() {
        let (x, y) = view.at(*p);
        if i > 0 && i + 1 < points.len() && (x - last.0).hypot(y - last.1) < 0.7 {
            continue;
        }
        let _ = write!(out, "{}{x:.1} {y:.1}", if i == 0 { "M" } else { "L" });
        last = (x, y);
    }
    if closed {
        out.push('Z');
    }
    out
}

/// Names of the places where something is done; a name that would lie on another is left out.
fn labels(v: Voice<'_>, out: &mut String, view: &View, drawn: &[Drawn<'_>]) {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let places = drawn.iter().flat_map(|d| {
        let ends = d.way.legs.first().map(|l| &l.from).into_iter().chain(d.way.legs.last().map(|l| &l.to));
        ends.chain(d.way.legs.iter().filter(|l| l.from.id == l.to.id).map(|l| &l.from))
    });
    for p in places {
        if seen.contains(&p.id.as_str()) {
            continue;
        }
        seen.push(&p.id);
        let (x, y) = view.at(position(p));
        let _ = write!(out, "<circle class=\"place\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>");
        let name = v.place(p);
        let wide = name.chars().count() as f64 * 6.2;
        let (left, side) = if x + wide + 8.0 > WIDTH { (x - wide - 6.0, "end") } else { (x + 6.0, "start") };
        if taken.iter().any(|&(tx, ty, tw)| left < tx + tw && tx < left + wide && (ty - y).abs() < 12.0) {
            continue;
        }
        taken.push((left, y, wide));
        let at = if side == "end" { x - 6.0 } else { x + 6.0 };
        let _ = write!(
            out,
            "<text class=\"label\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"{side}\">{}</text>",
            y + 4.0,
            escape(&name)
        );
    }
}
