//! Why not: the smallest set of fixed wishes that cannot hold together.
//!
//! When bounds stay broken at the least sum of breaches, the prices of that sum name a set of rows, commodities and columns that
//! contradict each other (Farkas 1902). The deletion filter (Chinneck and Dravnieks 1991) gives up one after the other: what is
//! still contradictory without it, did not matter. What is left is irreducible: give up any one, and the rest can hold.

use keruen_results::Progress;

use super::error::{Conflict, Error};
use super::master::Place;
use super::oracle::Oracle;
use super::problem::{ColumnIx, CommodityIx, Goal, Problem, Row, RowIx, Unserved};
use super::solver::Solver;

/// Something that could be given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Row(RowIx),
    Commodity(CommodityIx),
    Column(ColumnIx),
}

impl Solver {
    /// The conflict of a master whose breaches are least and not zero.
    pub(super) fn conflict<O: Oracle>(&self, oracle: &O, progress: &dyn Progress) -> Result<Conflict, Error> {
        let suspects = self.suspects();
        let mut problem = Problem { goal: Goal::LeastCost, ..self.problem.clone() };
        for wish in all(&problem).into_iter().filter(|wish| !suspects.contains(wish)) {
            give_up(&mut problem, wish);
        }
        let mut needed = Vec::new();
        for &wish in &suspects {
            let mut without = problem.clone();
            give_up(&mut without, wish);
            if Solver::new(without.clone())?.with_threads(self.threads).holds(oracle, progress)? {
                needed.push(wish);
            } else {
                problem = without;
            }
        }
        Ok(sorted(&needed))
    }

    fn holds<O: Oracle>(mut self, oracle: &O, progress: &dyn Progress) -> Result<bool, Error> {
        self.master.restart();
        self.can_hold(oracle, progress)
    }

    /// What has a price, or is broken itself.
    fn suspects(&self) -> Vec<Wish> {
        let master = &self.master;
        let priced = |wish: &Wish| match *wish {
            Wish::Row(row) => master.pi[row.index()] != 0.0,
            Wish::Commodity(k) => master.worth(k.0).0.abs() > 1e-9,
            Wish::Column(column) => {
                let at = self.problem.commodities.len() as u32 + column.0;
                let basic = master.columns.place[at as usize].is_basic() || master.columns.place[at as usize] == Place::Free;
                if basic { master.column_breach(at) != 0.0 } else { master.reduced_cost(at).0.abs() > 1e-9 }
            }
        };
        all(&self.problem).into_iter().filter(priced).collect()
    }
}

/// Every wish that can be given up: rows with a bound, commodities that must be served, columns with a bound beside zero.
fn all(problem: &Problem) -> Vec<Wish> {
    let bound = |lower: f64, upper: f64| (lower.is_finite() && lower != 0.0) || upper.is_finite();
    let rows = (0..problem.rows.len()).filter(|&r| problem.rows[r].lower.is_finite() || problem.rows[r].upper.is_finite());
    let commodities = (0..problem.commodities.len()).filter(|&k| problem.commodities[k].unserved == Unserved::Never);
    let columns = (0..problem.columns.len()).filter(|&j| bound(problem.columns[j].lower, problem.columns[j].upper));
    let rows = rows.map(|r| Wish::Row(RowIx(r as u32)));
    let commodities = commodities.map(|k| Wish::Commodity(CommodityIx(k as u32)));
    rows.chain(commodities).chain(columns.map(|j| Wish::Column(ColumnIx(j as u32)))).collect()
}

fn give_up(problem: &mut Problem, wish: Wish) {
    match wish {
        Wish::Row(row) => problem.rows[row.index()] = Row::between(f64::NEG_INFINITY, f64::INFINITY),
        Wish::Commodity(k) => problem.commodities[k.index()].unserved = Unserved::At(0.0),
        Wish::Column(column) => {
            let column = &mut problem.columns[column.index()];
            column.lower = if column.lower == 0.0 || column.commodity.is_some() { 0.0 } else { f64::NEG_INFINITY };
            column.upper = f64::INFINITY;
        }
    }
}

fn sorted(needed: &[Wish]) -> Conflict {
    let mut conflict = Conflict::default();
    for &wish in needed {
        match wish {
            Wish::Row(row) => conflict.rows.push(row),
            Wish::Commodity(k) => conflict.commodities.push(k),
            Wish::Column(column) => conflict.columns.push(column),
        }
    }
    conflict
}
