//! Traffic equilibrium: the network and trips it is asked about, and the answer. Plain values; nothing is computed here.
//!
//! Units are those of the asker and must only fit together: flows and capacities in one unit (vehicles an hour, trains a day,
//! tonnes a year), costs in another (minutes, dollars).

use serde::{Deserialize, Serialize};

/// Rises with every change of the meaning of a field of [`EquilibriumAnswer`].
pub const SCHEMA_VERSION: u32 = 1;

/// A node of a congested network, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FlowNode(pub u32);

/// A link of a congested network, counted from 0 in the order given. Parallel links are different links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FlowLink(pub u32);

impl FlowNode {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl FlowLink {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How the time of a link grows with its flow `x`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Delay {
    /// `free * (1 + b * (x / capacity) ^ power)` (Bureau of Public Roads, 1964). Flow may exceed `capacity`.
    Bpr {
        /// Time of the empty link.
        free: f64,
        /// Share by which the time has grown at capacity; 0 makes the time constant.
        b: f64,
        /// Any number from 0 up; 0 makes the time constant, `free * (1 + b)`.
        power: f64,
        /// 0 closes the link, unless the time is constant.
        capacity: f64,
    },
    /// `free * (1 + weight * x / (capacity - x))` (Davidson 1966) up to `knee * capacity`; beyond it the tangent, so that the time
    /// stays finite and flow may exceed `capacity`.
    Queue {
        /// Time of the empty link.
        free: f64,
        /// Davidson's parameter J.
        weight: f64,
        /// 0 closes the link.
        capacity: f64,
        /// Share of capacity where the tangent begins; from 0 up to, without, 1.
        knee: f64,
    },
}

/// A directed link: cost = delay + `fixed`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CongestedLink {
    /// Begin.
    pub from: FlowNode,
    /// End.
    pub to: FlowNode,
    /// The part that grows with flow.
    pub delay: Delay,
    /// Toll, distance and whatever else does not depend on flow, in the unit of cost.
    pub fixed: f64,
}

/// A network whose links cost more the more they carry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CongestedNetwork {
    /// Number of nodes.
    pub nodes: u32,
    /// Ways may begin and end at nodes below this number, but not pass through them.
    pub first_through: FlowNode,
    /// In the order of [`FlowLink`].
    pub links: Vec<CongestedLink>,
}

/// Trips from one node to another. Trips within a node use no link.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trip {
    /// Origin.
    pub from: FlowNode,
    /// Destination.
    pub to: FlowNode,
    /// How much.
    pub amount: f64,
}

/// What everybody or the planner minimises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Principle {
    /// Nobody can do better alone (Wardrop's first principle).
    #[default]
    UserEquilibrium,
    /// The cost of all together is least (Wardrop's second principle).
    SystemOptimum,
}

/// How a computation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The wanted gap is reached.
    Reached,
    /// Rounding keeps the gap above what was wanted: further work no longer lowers it.
    Rounding,
    /// The limit of sweeps came first.
    Limit,
}

/// Why trips are not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyUnserved {
    /// No chain of links leads there without passing through a zone.
    NoWay,
    /// There would be a way over links of capacity 0.
    Closed,
}

/// Trips that no way serves; they stand in no other figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnservedTrip {
    /// The trips.
    pub trip: Trip,
    /// Why.
    pub why: WhyUnserved,
}

/// Flows in equilibrium. `cost` below is the cost that the principle compares: that of a user, or, at the system optimum, the
/// marginal cost of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EquilibriumAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What was minimised.
    pub principle: Principle,
    /// How the computation ended.
    pub ending: Ending,
    /// Flow of each link.
    pub flows: Vec<f64>,
    /// Cost of each link at its flow; infinite for a closed link.
    pub costs: Vec<f64>,
    /// User equilibrium: sum of the integrals of cost over flow (Beckmann 1956). System optimum: the cost of all.
    pub objective: f64,
    /// `(total - shortest) / total`.
    pub gap: f64,
    /// `(total - shortest) / shortest`.
    pub gap_to_shortest: f64,
    /// Sum of flow times cost over links.
    pub total: f64,
    /// Sum of trips times the least cost of their pair.
    pub shortest: f64,
    /// In the order of origin and destination.
    pub unserved: Vec<UnservedTrip>,
    /// Sweeps over all origins, with and without a search for new ways.
    pub sweeps: u32,
}

/// The part of the link flows that comes from one origin: evidence that a checker can follow from trips to link flows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OriginFlows {
    /// The origin.
    pub origin: FlowNode,
    /// Links and what they carry from this origin, each link once.
    pub links: Vec<(FlowLink, f64)>,
}
