//! Light over fibre: latency, availability, and a second way for when the first is cut.

use serde::Serialize;
use utoipa::ToSchema;

/// A way of light.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LightPath {
    /// Spans in order.
    pub spans: Vec<LightSpan>,
    /// Countries of the nodes passed, each once, in order.
    pub countries: Vec<String>,
    /// Length.
    pub path_km: f64,
    /// One way.
    pub one_way_ms: f64,
    /// There and back.
    pub round_trip_ms: f64,
    /// Part of the time in which every span works; `None` where a span has no fault rate.
    pub availability: Option<f64>,
}

/// One span.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LightSpan {
    /// Link.
    pub link: String,
    /// Name.
    pub name: String,
    /// From, node id.
    pub from: String,
    /// To, node id.
    pub to: String,
    /// Length.
    pub km: f64,
    /// Delay of the glass.
    pub glass_ms: f64,
    /// Delay of the equipment.
    pub equipment_ms: f64,
    /// 1 / (1 + faults a year x mean hours of repair / hours of a year).
    pub availability: Option<f64>,
}

/// How far apart two ways are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// They share the two ends only.
    NodeDisjoint,
    /// They share nodes, but no span.
    LinkDisjoint,
    /// They share spans: a cut there stops both.
    Shared,
}

/// A working way and its protection.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Protection {
    /// How far apart they are.
    pub apart: Apart,
    /// The shorter one.
    pub working: LightPath,
    /// The other one.
    pub protection: LightPath,
    /// Spans and inner nodes that both use, as `link:id` and `node:id`.
    pub shared: Vec<String>,
    /// Countries that both pass, ends left out: a risk that no choice of spans removes.
    pub shared_countries: Vec<String>,
    /// Part of the time in which at least one works, faults of different spans independent; `None` where a span has no fault rate.
    pub availability: Option<f64>,
    /// One way along the fastest way of all, which need not be one of the two.
    pub fastest_ms: f64,
}
