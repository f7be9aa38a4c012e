//! What stands behind a flow answer, laid open for a checker: whole problems with the claim that they are solved. Plain data; never
//! written with the answer.

use crate::equilibrium::Principle;

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

/// A way that can be chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chance {
    /// Whose it is.
    pub user: u32,
    /// Cost a unit.
    pub cost: f64,
    /// What a unit uses of which rows.
    pub uses: Vec<(u32, f64)>,
    /// Claimed flow.
    pub flow: f64,
    /// Not a way but everything that no table knows.
    pub elsewhere: bool,
}

/// Somebody who chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chooser {
    /// Commodity.
    pub commodity: u32,
    /// How much there is to send.
    pub amount: f64,
    /// By how much one unit of cost lowers the logarithm of the odds.
    pub theta: f64,
}

/// A choice programme with the claim that it is solved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceProof {
    /// Users.
    pub users: Vec<Chooser>,
    /// Ways with their flows.
    pub options: Vec<Chance>,
    /// How much there is of each row.
    pub rows: Vec<f64>,
    /// Listed columns at no cost and their claimed values.
    pub columns: Vec<(Vec<(u32, f64)>, f64)>,
    /// Claimed price of each row, not negative.
    pub price: Vec<f64>,
}

/// What stands behind the price of a row of an equilibrium.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Congestion {
    /// How much there is, what ships bring included.
    pub there: f64,
    /// What background traffic and ships take of it.
    pub others: f64,
    /// Hours of the period; `None` = hard: its price is that of a bound.
    pub period: Option<f64>,
    /// 1/2 for even service, 1 for Poisson service.
    pub randomness: f64,
    /// US dollars that an hour is worth to who takes a unit.
    pub value: f64,
}

/// A row of the problems, and where the answer shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProofRow {
    /// Limit as in the answer; empty for what it does not show (supplies).
    pub limit: String,
    /// Period as in the answer.
    pub period: String,
    /// Units of the row in one unit shown.
    pub each: f64,
    /// How much there is, for background and through demand together.
    pub upper: f64,
}

/// A commodity of the problems, and where the answer shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProofWish {
    /// Wish as in the answer.
    pub wish: String,
    /// Period.
    pub period: String,
    /// Units of the wish in one unit of flow.
    pub lot: f64,
}

/// Everything behind an answer: background first, then through demand in what it left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowProof {
    /// Rows of both problems.
    pub rows: Vec<ProofRow>,
    /// Commodities of both problems.
    pub wishes: Vec<ProofWish>,
    /// Least cost of background traffic.
    pub background: (Instance, Claim),
    /// Least cost of through demand; with `choice`, what it began from.
    pub through: (Instance, Claim),
    /// The choice of through demand.
    pub choice: Option<ChoiceProof>,
    /// Of an equilibrium, row by row: `through` is then of least cost where there is of each row that makes wait just what is used.
    pub congestion: Option<(Principle, Vec<Congestion>)>,
}
