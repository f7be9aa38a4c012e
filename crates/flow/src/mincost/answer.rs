//! What comes out: flows, what stays behind, prices.

use super::master::{Master, Place, Stage};
use super::problem::{CommodityIx, Goal, Problem, Unserved};

/// A way in use.
#[derive(Clone, Debug, PartialEq)]
pub struct WayFlow {
    /// Whom it serves.
    pub commodity: CommodityIx,
    /// The way, in the numbers of the oracle.
    pub steps: Vec<u32>,
    /// How much of it, in units of flow.
    pub flow: f64,
}

/// How hard it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Steps of the simplex.
    pub pivots: u64,
    /// Those that moved nothing.
    pub degenerate: u64,
    /// Searches for ways.
    pub searches: u64,
    /// Ways that were taken into the master.
    pub ways: u64,
    /// Rows that bind.
    pub binding: u64,
}

/// A vertex of least cost, with its prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Least cost.
    pub objective: f64,
    /// What the prices prove no answer can be cheaper than; equal to the objective but for rounding.
    pub bound: f64,
    /// Ways in use, by commodity.
    pub ways: Vec<WayFlow>,
    /// What stays unserved, by commodity, in units of flow.
    pub unserved: Vec<f64>,
    /// How much of each listed column.
    pub columns: Vec<f64>,
    /// The use of each row.
    pub activity: Vec<f64>,
    /// The price of each row: change of the least cost when its binding bound rises by one unit. Not above 0 for a capacity.
    pub price: Vec<f64>,
    /// What one unit more of each commodity would cost.
    pub worth: Vec<f64>,
    /// With [`Goal::MostServed`], the price of one unit of weighted unserved demand; else 0.
    pub served_price: f64,
    /// How hard it was.
    pub effort: Effort,
}

impl Answer {
    /// Reads the answer off a solved master.
    pub(super) fn new(problem: &Problem, master: &Master, mut effort: Effort) -> Self {
        debug_assert_eq!(master.stage, Stage::Cost);
        let (commodities, rows) = (problem.commodities.len(), problem.rows.len());
        effort.pivots = master.pivots;
        effort.degenerate = master.degenerate;
        effort.binding = master.working_size() as u64;
        let worth: Vec<f64> = (0..commodities as u32).map(|k| master.worth(k).0).collect();
        let value = |at: usize| master.columns.value[at];
        Self {
            objective: objective(problem, master),
            bound: bound(problem, master, &worth),
            ways: ways(master),
            unserved: (0..commodities).map(value).map(|z| z.max(0.0)).collect(),
            columns: (commodities..master.listed).map(value).collect(),
            activity: master.activity[..rows].to_vec(),
            price: master.pi[..rows].to_vec(),
            served_price: if problem.goal == Goal::MostServed { master.pi[rows] } else { 0.0 },
            worth,
            effort,
        }
    }

    /// How far the objective may be above the least cost, as a part of it.
    pub fn gap(&self) -> f64 {
        (self.objective - self.bound).abs() / self.objective.abs().max(1.0)
    }
}

fn ways(master: &Master) -> Vec<WayFlow> {
    let columns = &master.columns;
    let used = |&at: &usize| columns.place[at].is_basic() && columns.value[at] > 0.0;
    let flow = |at: usize| WayFlow {
        commodity: CommodityIx(columns.commodity[at]),
        steps: columns.steps(at as u32).to_vec(),
        flow: columns.value[at],
    };
    let mut ways: Vec<WayFlow> = (master.listed..columns.len()).filter(used).map(flow).collect();
    ways.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
    ways
}

/// Adds up without losing digits (Neumaier 1974).
pub(super) fn sum(terms: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0);
    for term in terms {
        let next = sum + term;
        lost += if sum.abs() >= term.abs() { (sum - next) + term } else { (term - next) + sum };
        sum = next;
    }
    sum + lost
}

fn objective(problem: &Problem, master: &Master) -> f64 {
    let columns = &master.columns;
    let counted = |&at: &usize| {
        let unserved = problem.commodities.get(at).is_some_and(|commodity| commodity.unserved == Unserved::Never);
        columns.place[at] != Place::Gone && !unserved
    };
    sum((0..columns.len()).filter(counted).map(|at| columns.cost[at] * columns.value[at]))
}

/// Worth of all demand, prices of all binding bounds, and what listed columns bring at their bounds.
fn bound(problem: &Problem, master: &Master, worth: &[f64]) -> f64 {
    let demand = worth.iter().zip(&problem.commodities).map(|(worth, commodity)| worth * commodity.demand);
    let at_bound = |at: usize| {
        let price = master.pi[at];
        let bound = if price < 0.0 { master.row_upper[at] } else { master.row_lower[at] };
        if price == 0.0 { 0.0 } else { price * bound }
    };
    let columns = &master.columns;
    let listed = |at: usize| {
        let (d, rounding) = master.reduced_cost(at as u32);
        let bound = if d > 0.0 { columns.lower[at] } else { columns.upper[at] };
        if d.abs() <= rounding || bound == 0.0 { 0.0 } else { d * bound }
    };
    sum(demand.chain((0..master.pi.len()).map(at_bound)).chain((0..master.listed).map(listed)))
}
