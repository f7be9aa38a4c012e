//! What the corridor is: counts, names to choose from, places and links on the map, the base map.

use super::Here;
use super::asked::Named;
use super::fault::Fault;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use keruen_model::provenance::Provenance;
use keruen_model::{Corridor, TableKind};
use keruen_results::map::{LayerKind, Shape};
use keruen_study::flow_years;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Layers of the base map, the lowest first.
const BASE: [&str; 7] = ["world", "countries", "sea", "caspian", "lakes", "disputed_lines", "places"];

/// The corridor in short: what a page needs to ask anything.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CorridorSummary {
    /// Version of this shape.
    pub schema_version: u32,
    /// Version of the program.
    pub keruen: String,
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it represents.
    pub description: String,
    /// Day on which questions are asked unless they say otherwise.
    pub as_of: String,
    /// Currency of totals.
    pub currency: String,
    /// Credits that the page shows.
    pub credits: Vec<String>,
    /// Rows by table.
    pub tables: BTreeMap<String, usize>,
    /// Figures by how they came about.
    pub figures: BTreeMap<String, usize>,
    /// Years that demand speaks of.
    pub years: Vec<i32>,
    /// Places.
    pub places: Vec<PlaceChoice>,
    /// Goods.
    pub cargoes: Vec<CargoChoice>,
    /// Equipment.
    pub equipment: Vec<Choice>,
    /// Services.
    pub services: Vec<ServiceChoice>,
    /// Layers of the base map, the lowest first.
    pub base: Vec<String>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Choice {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
}

/// Goods to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CargoChoice {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit in which it is counted.
    pub unit: String,
}

/// Something that runs: where, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ServiceChoice {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Mode.
    pub mode: String,
    /// Places where it calls, in order.
    pub calls: Vec<String>,
    /// Links that it runs over.
    pub links: Vec<String>,
    /// Fleets that serve it.
    pub fleets: Vec<String>,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PlaceChoice {
    /// Stable name.
    pub id: String,
    /// English name.
    pub name: String,
    /// Country.
    pub country: String,
    /// Longitude and latitude.
    pub position: [f64; 2],
    /// Other names by language.
    pub names: BTreeMap<String, Vec<String>>,
}

/// The corridor in short.
#[utoipa::path(get, path = "/api/corridor", tag = "corridor", responses((status = 200, body = CorridorSummary)))]
pub async fn corridor(State(here): State<Here>) -> Json<CorridorSummary> {
    Json(summary(&here.house.now().corridor, here.house.map.credits.clone()))
}

fn summary(c: &Corridor, credits: Vec<String>) -> CorridorSummary {
    let text = |t: keruen_model::Text| c.strings.text(t).to_string();
    let choice = |id: &str, name: keruen_model::Text| Choice { id: id.into(), name: text(name) };
    let t = &c.tables;
    CorridorSummary {
        schema_version: 1,
        keruen: env!("CARGO_PKG_VERSION").into(),
        id: c.meta.id.clone(),
        title: c.meta.title.clone(),
        description: c.meta.description.clone(),
        as_of: c.meta.as_of.clone(),
        currency: c.meta.currency.clone(),
        credits,
        tables: TableKind::ALL.iter().map(|&k| (k.name().to_string(), t.len(k))).collect(),
        figures: figures(c),
        years: flow_years(c),
        places: places_of(c),
        cargoes: (t.cargo.iter())
            .map(|x| CargoChoice { id: c.strings.id(x.cargo_id).into(), name: text(x.name), unit: x.unit.name().into() })
            .collect(),
        equipment: t.equipment.iter().map(|x| choice(c.strings.id(x.equipment_id), x.name)).collect(),
        services: t.service.iter().map(|x| service(c, x)).collect(),
        base: BASE.iter().map(ToString::to_string).collect(),
    }
}

fn service(c: &Corridor, x: &keruen_model::Service) -> ServiceChoice {
    let mut stops: Vec<_> = c.tables.stop.iter().filter(|s| s.service_id == x.service_id).collect();
    stops.sort_by_key(|s| s.sequence);
    ServiceChoice {
        id: c.strings.id(x.service_id).into(),
        name: c.strings.text(x.name).into(),
        mode: x.mode.name().into(),
        calls: stops.iter().map(|s| c.strings.id(s.node_id).into()).collect(),
        links: stops.iter().flat_map(|s| s.via.iter()).map(|&l| c.strings.id(l).into()).collect(),
        fleets: x.fleet.iter().map(|&f| c.strings.id(f).into()).collect(),
    }
}

fn figures(c: &Corridor) -> BTreeMap<String, usize> {
    let mut out: BTreeMap<String, usize> = BTreeMap::new();
    for n in Provenance::new(c).counts().values() {
        for (method, count) in
            [("read", n.read), ("computed", n.computed), ("proxy", n.proxy), ("assumed", n.assumed), ("uncited", n.uncited)]
        {
            *out.entry(method.into()).or_default() += count;
        }
    }
    out
}

fn places_of(c: &Corridor) -> Vec<PlaceChoice> {
    let mut names: BTreeMap<&str, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for n in c.tables.name.iter().filter(|n| n.of.table == TableKind::Node) {
        let of = names.entry(c.text(n.of.id)).or_default();
        of.entry(n.lang.name().into()).or_default().push(c.strings.text(n.text).into());
    }
    let one = |n: &keruen_model::Node| PlaceChoice {
        id: c.strings.id(n.node_id).into(),
        name: c.strings.text(n.name).into(),
        country: c.strings.text(n.country).into(),
        position: [n.x_coord.0, n.y_coord.0],
        names: names.get(c.strings.id(n.node_id)).cloned().unwrap_or_default(),
    };
    c.tables.node.iter().map(one).collect()
}

/// Places as GeoJSON points, each with what is done there.
#[utoipa::path(get, path = "/api/places.geojson", tag = "corridor",
    responses((status = 200, description = "FeatureCollection of points: id, name, country, kind, facilities", body = Value)))]
pub async fn places(State(here): State<Here>) -> Json<Value> {
    let c = &here.house.now().corridor;
    let features: Vec<Value> = c.tables.node.iter().map(|n| place(c, n)).collect();
    Json(json!({"type": "FeatureCollection", "features": features}))
}

fn place(c: &Corridor, n: &keruen_model::Node) -> Value {
    let facilities: Vec<Value> = (c.tables.facility.iter().filter(|f| f.node_id == n.node_id))
        .map(|f| json!({"id": c.strings.id(f.facility_id), "name": c.strings.text(f.name), "kind": f.kind.name()}))
        .collect();
    json!({
        "type": "Feature",
        "properties": {
            "id": c.strings.id(n.node_id), "name": c.strings.text(n.name), "country": c.strings.text(n.country),
            "kind": n.node_type.name(), "facilities": facilities, "weight": facilities.len(),
        },
        "geometry": {"type": "Point", "coordinates": [n.x_coord.0, n.y_coord.0]},
    })
}

/// Links as GeoJSON lines.
#[utoipa::path(get, path = "/api/links.geojson", tag = "corridor",
    responses((status = 200, description = "FeatureCollection of lines: id, name, mode, from, to, sketch", body = Value)))]
pub async fn links(State(here): State<Here>) -> Json<Value> {
    let c = &here.house.now().corridor;
    let mut lines: BTreeMap<&str, Vec<&Shape>> = BTreeMap::new();
    for s in here.house.map.layers.iter().filter(|l| is_link(l.kind)).flat_map(|l| &l.shapes) {
        lines.entry(&s.id).or_default().push(s);
    }
    let features: Vec<Value> = c.tables.link.iter().filter_map(|l| link(c, l, &lines)).collect();
    Json(json!({"type": "FeatureCollection", "attribution": here.house.map.credits.join("; "), "features": features}))
}

fn is_link(kind: LayerKind) -> bool {
    !matches!(kind, LayerKind::Land | LayerKind::Water | LayerKind::Disputed)
}

fn link(c: &Corridor, l: &keruen_model::Link, lines: &BTreeMap<&str, Vec<&Shape>>) -> Option<Value> {
    let id = c.strings.id(l.link_id);
    let shapes = lines.get(id)?;
    let points: Vec<&Vec<[f64; 2]>> = shapes.iter().map(|s| &s.points).collect();
    Some(json!({
        "type": "Feature",
        "properties": {
            "id": id, "name": c.strings.text(l.name), "mode": l.mode.name(), "from": c.strings.id(l.from_node_id),
            "to": c.strings.id(l.to_node_id), "status": l.status.name(), "sketch": shapes.iter().any(|s| s.sketch),
        },
        "geometry": {"type": "MultiLineString", "coordinates": points},
    }))
}

/// A layer of the base map: the corridor's own where it has one, else the embedded one.
#[utoipa::path(get, path = "/api/base/{layer}", tag = "corridor",
    params(("layer" = String, Path, description = "One of `base` of the corridor, and `.geojson`")),
    responses((status = 200, description = "FeatureCollection", body = Value), (status = 404, body = Fault)))]
pub async fn base(State(here): State<Here>, Named(layer): Named) -> Result<Response, Fault> {
    let known = BASE.iter().find(|b| layer.strip_suffix(".geojson") == Some(**b));
    let known = known.ok_or_else(|| Fault::missing("there is no such layer", format!("layers: {}", BASE.join(", "))))?;
    let file = format!("{known}.geojson");
    let own = here.house.folder.join("geodata").join(&file);
    let bytes = match tokio::task::spawn_blocking(move || std::fs::read(own)).await {
        Ok(Ok(bytes)) => bytes,
        _ => crate::page::base_layer(&file).ok_or_else(|| Fault::missing("there is no such layer", ""))?,
    };
    let about = [(header::CONTENT_TYPE, "application/geo+json"), (header::CACHE_CONTROL, "private, max-age=3600")];
    Ok((about, bytes).into_response())
}
