//! The restricted master: a bounded primal simplex on the columns known so far.
//!
//! ```text
//! min  c x   with   A x - y = 0,   lower <= y <= upper (rows),   sum of x in k = demand k (commodities),   bounds on x
//! ```
//! Two structures keep it small (generalised upper bounds: Dantzig and Van Slyke 1967; binding rows only: Farvolden, Powell
//! and Lustig 1993, *A primal partitioning solution for the arc-chain formulation of a multicommodity network flow problem*):
//!
//! * Every commodity has one basic column as its *key*. Expressed by keys, commodity rows vanish from the basis.
//! * A row that does not bind has its logical `y` in the basis, and vanishes too.
//!
//! What is left is the *working basis* `W`, as large as there are binding rows: column `A_j - A_key(j)` for each basic column
//! `j` beside the keys. Any row may begin to bind in any pivot, so no row is ever violated and none has to be added later.
//!
//! Anti-cycling: the ratio test of Harris with the largest pivot among near ties.

mod columns;
mod factor;
mod lu;
mod pivot;
mod prices;
mod ratio;
mod refactor;
mod shelf;

pub(crate) use columns::{Columns, NONE, Place};
pub(in crate::mincost) use prices::RELATIVE;

use super::problem::{Goal, Problem, Unserved};
use factor::Factor;

/// Something that can be in the basis: a column, or the logical of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Var {
    Column(u32),
    Logical(u32),
}

/// Where the logical of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// Basic: the row is free to move.
    Basic,
    /// The row is at its lower bound.
    Lower,
    /// The row is at its upper bound.
    Upper,
}

/// What is minimised at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The sum by which bounds are broken, and costs times a small factor ([`Master::blend`]).
    Broken,
    /// Weighted unserved demand.
    Left,
    /// Cost.
    Cost,
}

/// The master and its basis.
#[derive(Clone, Debug)]
pub(crate) struct Master {
    pub columns: Columns,
    pub demand: Vec<f64>,
    pub weight: Vec<f64>,
    pub row_lower: Vec<f64>,
    pub row_upper: Vec<f64>,
    pub activity: Vec<f64>,
    pub row_bound: Vec<Bound>,
    pub key: Vec<u32>,
    pub stage: Stage,
    /// How much costs count while bounds are broken.
    pub blend: f64,
    /// Price of each row at the present stage.
    pub pi: Vec<f64>,
    /// Columns beside ways: unserved, then listed.
    pub listed: usize,
    /// Bounds hold within this.
    pub slack: f64,
    pub pivots: u64,
    pub degenerate: u64,
    /// How many slots a commodity has.
    members: Vec<u32>,
    slots: Vec<Var>,
    active: Vec<u32>,
    position: Vec<u32>,
    factor: Factor,
    direction: pivot::Direction,
    since_recount: u32,
}

/// Flow values are exact to this part of a usual demand.
const RELATIVE_SLACK: f64 = 1e-9;

impl Master {
    /// Everything unserved, every listed column at its bound, every row free.
    pub fn new(problem: &Problem) -> Self {
        let served_row = (problem.goal == Goal::MostServed).then_some(problem.rows.len() as u32);
        let mut columns = Columns::default();
        for (k, commodity) in problem.commodities.iter().enumerate() {
            let (cost, upper) = match commodity.unserved {
                Unserved::At(cost) => (cost, f64::INFINITY),
                Unserved::Never => (0.0, 0.0),
            };
            let entry = served_row.map(|row| (row, commodity.weight));
            columns.add(cost, (0.0, upper), k as u32, entry.as_slice());
            columns.place[k] = Place::Key;
            columns.value[k] = commodity.demand;
        }
        for column in &problem.columns {
            let entries: Vec<_> = column.entries.iter().map(|&(row, amount)| (row.0, amount)).collect();
            let commodity = column.commodity.map_or(NONE, |k| k.0);
            columns.add(column.cost, (column.lower, column.upper), commodity, &entries);
        }
        if let Some(ties) = &problem.ties {
            columns.rank.iter_mut().zip(ties.unserved.iter().chain(&ties.columns)).for_each(|(rank, given)| *rank = *given);
        }
        let rows = problem.rows.len() + usize::from(served_row.is_some());
        let free = served_row.map(|_| f64::INFINITY);
        let mut master = Self {
            demand: problem.commodities.iter().map(|commodity| commodity.demand).collect(),
            weight: problem.commodities.iter().map(|commodity| commodity.weight).collect(),
            row_lower: problem.rows.iter().map(|row| row.lower).chain(free.map(|most| -most)).collect(),
            row_upper: problem.rows.iter().map(|row| row.upper).chain(free).collect(),
            activity: vec![0.0; rows],
            row_bound: vec![Bound::Basic; rows],
            key: (0..problem.commodities.len() as u32).collect(),
            stage: Stage::Cost,
            blend: 0.0,
            pi: vec![0.0; rows],
            listed: columns.len(),
            slack: 0.0,
            pivots: 0,
            degenerate: 0,
            members: vec![0; problem.commodities.len()],
            slots: Vec::new(),
            active: Vec::new(),
            position: vec![NONE; rows],
            factor: Factor::default(),
            direction: pivot::Direction::new(rows, problem.commodities.len()),
            since_recount: 0,
            columns,
        };
        master.measure();
        master
    }

    /// Sets the slack by the usual size of demands, or of bounds where there is no demand.
    pub fn measure(&mut self) {
        let mean = |values: &mut dyn Iterator<Item = f64>| {
            let (sum, count) = values.filter(|v| v.is_finite() && *v > 0.0).fold((0.0, 0), |(s, n), v| (s + v, n + 1));
            if count > 0 { sum / f64::from(count) } else { 0.0 }
        };
        let demand = mean(&mut self.demand.iter().copied());
        let bounds = mean(&mut self.row_upper.iter().chain(&self.row_lower).chain(&self.columns.upper).map(|v| v.abs()));
        let usual = if demand > 0.0 { demand } else { bounds };
        self.slack = RELATIVE_SLACK * if usual > 0.0 { usual } else { 1.0 };
    }

    /// True before anything but keys is basic and any way is known.
    pub fn is_new(&self) -> bool {
        self.slots.is_empty() && self.columns.len() == self.listed && self.row_bound.iter().all(|&bound| bound == Bound::Basic)
    }

    /// Makes a nonbasic column the key of its commodity, which must have no slots.
    pub fn make_key(&mut self, column: u32) {
        let key = &mut self.key[self.columns.commodity[column as usize] as usize];
        let old = std::mem::replace(key, column);
        self.columns.rest_at_bound(old);
        self.columns.place[column as usize] = Place::Key;
    }

    /// Binding rows at the last factoring, and those that began to bind since.
    pub fn working_size(&self) -> usize {
        self.slots.len()
    }
}

pub(crate) use pivot::Step;
