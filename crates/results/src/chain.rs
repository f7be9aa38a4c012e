//! CO2e of a way in the structure of ISO 14083: a transport chain of elements, each a transport or a hub operation.

use crate::figure::Range;
use serde::Serialize;
use utoipa::ToSchema;

/// The transport chain of a way, well-to-wheel.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Chain {
    /// What is counted, in words.
    pub scope: String,
    /// Elements in order.
    pub elements: Vec<ChainElement>,
    /// Transport activity: amount x distance, over the transport elements.
    pub activity: f64,
    /// `t-km`, or `passenger-km`.
    pub activity_unit: String,
    /// kg CO2e; the total of the way.
    pub co2e_kg: f64,
    /// Sum of the low ends, sum of the high ends.
    pub range: Option<Range>,
    /// g CO2e for one unit of activity, hubs included; `None` where nothing moves.
    pub intensity: Option<f64>,
    /// What is missing or not stated, in words.
    pub gaps: Vec<String>,
}

/// Kind of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// Carried by one service, or over the lines of one operator with one traction.
    Transport,
    /// Handled at one place.
    Hub,
}

/// One element of a transport chain.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ChainElement {
    /// Transport or hub.
    pub kind: ElementKind,
    /// Legs of the way that it is made of, counted from 0.
    pub legs: Vec<usize>,
    /// Name printed: service, operator and mode, or place.
    pub name: String,
    /// Mode; empty at a hub.
    pub mode: String,
    /// What pulls, where the lines say so.
    pub traction: Vec<String>,
    /// Distance on which the activity is counted.
    pub distance_km: f64,
    /// What that distance is, one word for each basis met: tariff, published, shortest_feasible, great_circle,
    /// great_circle_scaled, estimate, not_stated.
    pub distance_basis: Vec<String>,
    /// Activity: amount x distance; at a hub the amount handled (t, passengers).
    pub activity: f64,
    /// kg CO2e.
    pub co2e_kg: f64,
    /// What is not known about it.
    pub range: Option<Range>,
    /// g CO2e for one unit of activity; at a hub for a unit handled.
    pub intensity: Option<f64>,
    /// Factors used, each once.
    pub factors: Vec<ChainFactor>,
    /// What has no factor; empty where everything has one.
    pub gap: String,
}

/// A factor of an element.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ChainFactor {
    /// Emission row.
    pub emission: String,
    /// Name.
    pub name: String,
    /// Factor, well-to-wheel.
    pub factor: f64,
    /// Unit.
    pub unit: String,
    /// kg CO2e that it gives here.
    pub co2e_kg: f64,
    /// `primary`, `modelled`, `default`; `not_stated` where the table does not say.
    pub data_grade: String,
    /// `included`, `part`, `excluded`; `not_stated`.
    pub empty_running: String,
    /// How emissions of a shared vehicle are shared.
    pub allocation: String,
    /// `read`, `computed`, `proxy` (of another country or ship, applied here), `assumed`; empty = uncited.
    pub method: String,
    /// How the factor was found, as its citation says: energy for a gross tonne-km x factor of the energy x gross for net.
    pub basis: String,
}
