//! The answer to "what does the cable add: how fast, how often there, and by whose country?".

use crate::forum::Span;
use crate::light::LightPath;
use serde::Serialize;

/// Version of the shape of [`FibreAnswer`].
pub const SCHEMA_VERSION: u32 = 1;

/// Latency, availability, repair, dependence, before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FibreAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Corridor.
    pub corridor: String,
    /// The stages compared: as it is, with the cable, with a second one.
    pub stages: Vec<FibreStage>,
    /// Worth of each stage over the one before it.
    pub steps: Vec<FibreStep>,
    /// Bandwidth of the spans that are new, as lit on the first day and as announced.
    pub capacity: Vec<FibreCapacity>,
    /// Pairs that were asked for and that the tables cannot answer, with the reason.
    pub missing: Vec<String>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FibreStage {
    /// Scenarios; `base` without any.
    pub id: String,
    /// Name.
    pub name: String,
    /// Pairs of places.
    pub pairs: Vec<FibrePair>,
}

/// Two places.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FibrePair {
    /// From, node id.
    pub from: String,
    /// To, node id.
    pub to: String,
    /// Fastest way over each sequence of countries, the fastest first.
    pub ways: Vec<LightPath>,
    /// Share of the time in which some way is there: exact over all states of the spans, every fault repaired at once by its own crew.
    pub available: f64,
    /// Ends of the same where faults are as rare, or as frequent, as the range of their rate allows.
    pub available_range: Span,
    /// Share in which the fastest way is there.
    pub fastest_available: Option<f64>,
    /// Two ways that share no span: share in which at least one is there; `None` where no such pair is.
    pub edge_disjoint: Option<f64>,
    /// Two ways that share no place but the ends.
    pub node_disjoint: Option<f64>,
    /// The same by replications, where cables of one sea wait for one ship: mean, half of the 95 % interval.
    pub with_queue: (f64, f64),
    /// Hours a year without service, with the queue.
    pub down_hours: f64,
    /// Countries without which nothing goes from end to end, the ends left out.
    pub hangs_on: Vec<String>,
    /// Countries that the fastest way passes, ends left out.
    pub fastest_by: Vec<String>,
}

/// A stage against the one before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FibreStep {
    /// Stage.
    pub id: String,
    /// The one before it.
    pub before: String,
    /// Investment in US dollars; `None` where no source tells.
    pub cost_usd: Option<Span>,
    /// How the cost is known.
    pub cost_method: String,
    /// Traffic in Tbit/s whose fastest way changes country.
    pub moved_tbit: f64,
    /// Share of the traffic whose fastest way passes each country, before and after.
    pub by_country: Vec<(String, f64, f64)>,
    /// Hours a year without service that are saved, by pair.
    pub saved_hours: Vec<(String, f64)>,
    /// US dollars of investment for an hour saved on the pair that gains most, over the life of the cable; `None` without cost or life.
    pub usd_per_hour: Option<f64>,
}

/// Bandwidth of a span.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FibreCapacity {
    /// Link.
    pub link: String,
    /// Name.
    pub name: String,
    /// Lit on the first day, Tbit/s, with its range where one is cited.
    pub day_one: Span,
    /// Announced at full equipment, Tbit/s, with the fact; `None` where no source tells.
    pub announced: Option<(f64, String)>,
    /// Demand of the year that could use it, Tbit/s.
    pub demand: f64,
}
