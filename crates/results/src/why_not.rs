//! The answer to "why not this way?".

use crate::route::{Asked, Refused};
use serde::Serialize;
use utoipa::ToSchema;

/// Version of the shape of [`WhyNot`].
pub const SCHEMA_VERSION: u32 = 1;

/// Why a service, link, place, facility, operation, operator or country is not used, or what using it costs.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct WhyNot {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The question without the wish to use it.
    pub question: Asked,
    /// What was asked about: `table:id`, or a country.
    pub subject: String,
    /// Its name.
    pub name: String,
    /// Exactly one reason.
    pub verdict: Verdict,
    /// The reason in a sentence or two.
    pub reason: String,
    /// What was taken out on the way through it, in order; for the verdicts that rest on something taken out.
    pub because: Vec<Refused>,
    /// What would change the answer: permits, papers, scenarios, days.
    pub opened_by: Vec<String>,
    /// Where it is used or allowed: the best ways through it, each with the ways that beat it.
    pub ways: Vec<Compared>,
}

impl WhyNot {
    /// About a subject, before anything is found out.
    pub fn about(question: Asked, subject: &str, name: &str) -> WhyNot {
        WhyNot {
            schema_version: SCHEMA_VERSION,
            question,
            subject: subject.into(),
            name: name.into(),
            verdict: Verdict::Unreached,
            reason: String::new(),
            because: Vec::new(),
            opened_by: Vec::new(),
            ways: Vec::new(),
        }
    }
}

/// Why it is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is used by a way of the answer.
    Used,
    /// It is allowed, and every way through it is beaten.
    Dominated,
    /// A rule takes it out.
    Refused,
    /// The lot is above the quota of a permit that it needs.
    Quota,
    /// The lot is smaller than the least one taken.
    SmallLot,
    /// No tariff row holds.
    NoPrice,
    /// The asker keeps away from it.
    Asked,
    /// The water is too shallow for its ships.
    Draught,
    /// It is not open on the day.
    NotOpen,
    /// The goods or their equipment do not fit.
    Unfit,
    /// The track has another gauge.
    Gauge,
    /// Ways through it exist, but none keeps the limits.
    Limited,
    /// It cannot be reached from the origin.
    Unreached,
    /// The destination cannot be reached from it.
    DeadEnd,
}

/// A way in figures.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Figures {
    /// Label.
    pub label: String,
    /// Services and countries in order.
    pub summary: String,
    /// Dollars.
    pub cost: f64,
    /// Hours, median.
    pub hours: f64,
    /// kg CO2e.
    pub co2e_kg: f64,
}

/// A way through what was asked about, beside the ways that beat it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Compared {
    /// The way.
    pub way: Figures,
    /// Ways of the answer that are at least as good in cost, time and CO2e.
    pub beaten_by: Vec<Beaten>,
}

/// A way that beats another, and by how much.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Beaten {
    /// The better way.
    pub by: Figures,
    /// Dollars that it saves.
    pub cost: f64,
    /// Hours that it saves.
    pub hours: f64,
    /// kg CO2e that it saves.
    pub co2e_kg: f64,
}
