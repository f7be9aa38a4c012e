//! A whole problem of least cost, ways included: nothing is left to an oracle.

/// An arc of a layer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arc {
    /// Node it leaves.
    pub tail: u32,
    /// Node it enters.
    pub head: u32,
    /// Cost a unit of flow.
    pub cost: f64,
    /// What a unit of flow uses of which rows.
    pub uses: Vec<(u32, f64)>,
}

/// A graph of its own: nodes are counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// How many nodes there are.
    pub nodes: u32,
    /// Arcs; parallel ones are different arcs.
    pub arcs: Vec<Arc>,
    /// Nodes where ways may begin and end, but not pass.
    pub closed: Vec<u32>,
}

/// A wish.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Commodity {
    /// Layer.
    pub layer: u32,
    /// Node of origin.
    pub from: u32,
    /// Node of destination.
    pub to: u32,
    /// Units of flow.
    pub demand: f64,
    /// Cost a unit that stays behind; `None` when all must be carried.
    pub unserved: Option<f64>,
}

/// A column beside ways.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Cost a unit.
    pub cost: f64,
    /// The least it may be; may be infinite.
    pub lower: f64,
    /// The most it may be; may be infinite.
    pub upper: f64,
    /// What a unit uses of which rows.
    pub entries: Vec<(u32, f64)>,
}

/// min cost of flows, unserved demand and columns; every row's use between its bounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    /// Layers.
    pub layers: Vec<Layer>,
    /// Lower and upper bound of each row, infinite where it does not bind.
    pub rows: Vec<(f64, f64)>,
    /// Commodities.
    pub commodities: Vec<Commodity>,
    /// Columns beside ways.
    pub columns: Vec<Column>,
}

/// A flow along a way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Way {
    /// Commodity.
    pub commodity: u32,
    /// Arcs in the order of travel.
    pub arcs: Vec<u32>,
    /// Units of flow.
    pub flow: f64,
}

/// What is claimed to be a least-cost answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Its cost.
    pub objective: f64,
    /// Flows.
    pub ways: Vec<Way>,
    /// Unserved demand by commodity.
    pub unserved: Vec<f64>,
    /// Value of each column.
    pub columns: Vec<f64>,
    /// Price of each row: not above 0 where only the upper bound can bind, not below 0 where only the lower can.
    pub price: Vec<f64>,
}
