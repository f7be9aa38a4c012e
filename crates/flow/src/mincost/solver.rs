//! The solver as seen from outside: a problem, its basis, and changes to both.

use std::num::NonZeroUsize;

use keruen_results::Progress;

use super::answer::{Answer, Effort};
use super::error::Error;
use super::master::{Bound, Master, Place};
use super::oracle::{Offers, Oracle};
use super::problem::{ColumnIx, CommodityIx, Problem, Row, RowIx, Unserved, bounds_make_sense};

/// A problem and the basis found last. After a change, [`Solver::solve`] goes on from there: columns, rows and basis stay.
#[derive(Clone, Debug)]
pub struct Solver {
    pub(super) problem: Problem,
    pub(super) master: Master,
    pub(super) threads: NonZeroUsize,
    pub(super) effort: Effort,
}

impl Solver {
    /// Takes over a problem; nothing is solved yet.
    ///
    /// # Errors
    /// When the problem makes no sense.
    pub fn new(problem: Problem) -> Result<Self, Error> {
        problem.check()?;
        let master = Master::new(&problem);
        Ok(Self { problem, master, threads: NonZeroUsize::MIN, effort: Effort::default() })
    }

    /// Searches run on so many threads; the answer is the same for any number.
    #[must_use]
    pub fn with_threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads;
        self
    }

    /// The problem as it stands.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Finds the least cost, from the basis found last.
    ///
    /// # Errors
    /// [`Error::Infeasible`] with the rows and commodities that contradict each other, [`Error::Unbounded`], errors of the
    /// oracle, and [`Error::Cancelled`].
    pub fn solve<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<Answer, Error> {
        self.run(oracle, progress)?;
        Ok(Answer::new(&self.problem, &self.master, self.effort))
    }

    /// Changes the bounds of a row.
    ///
    /// # Errors
    /// When there is no such row, or the bounds make no sense.
    pub fn set_row(&mut self, row: RowIx, bounds: Row) -> Result<(), Error> {
        bounds.check(row)?;
        let at = row.index();
        if at >= self.problem.rows.len() {
            return Err(Error::Row { row, what: "there is no such row" });
        }
        let bound = match (self.master.row_bound[at], bounds.lower.is_finite(), bounds.upper.is_finite()) {
            (Bound::Basic, ..) => Bound::Basic,
            (_, false, false) => {
                self.master.release_row(row.0)?;
                Bound::Basic
            }
            (Bound::Lower, false, true) => Bound::Upper,
            (Bound::Upper, true, false) => Bound::Lower,
            (bound, ..) => bound,
        };
        self.problem.rows[at] = bounds;
        self.master.row_bound[at] = bound;
        (self.master.row_lower[at], self.master.row_upper[at]) = (bounds.lower, bounds.upper);
        Ok(())
    }

    /// Changes how much is wanted.
    ///
    /// # Errors
    /// When there is no such commodity, or the demand is negative or not finite.
    pub fn set_demand(&mut self, commodity: CommodityIx, demand: f64) -> Result<(), Error> {
        let missing = Error::Commodity { commodity, what: "there is no such commodity" };
        let old = self.problem.commodities.get_mut(commodity.index()).ok_or(missing)?;
        super::problem::Commodity { demand, ..*old }.check(commodity)?;
        old.demand = demand;
        self.master.demand[commodity.index()] = demand;
        Ok(())
    }

    /// Changes what staying behind costs.
    ///
    /// # Errors
    /// When there is no such commodity, or the cost is not finite.
    pub fn set_unserved(&mut self, commodity: CommodityIx, unserved: Unserved) -> Result<(), Error> {
        let missing = Error::Commodity { commodity, what: "there is no such commodity" };
        let old = self.problem.commodities.get_mut(commodity.index()).ok_or(missing)?;
        super::problem::Commodity { unserved, ..*old }.check(commodity)?;
        old.unserved = unserved;
        let at = commodity.index();
        (self.master.columns.cost[at], self.master.columns.upper[at]) = match unserved {
            Unserved::At(cost) => (cost, f64::INFINITY),
            Unserved::Never => (0.0, 0.0),
        };
        Ok(())
    }

    /// Changes cost and bounds of a listed column.
    ///
    /// # Errors
    /// When there is no such column, or the values make no sense.
    pub fn set_column(&mut self, column: ColumnIx, cost: f64, (lower, upper): (f64, f64)) -> Result<(), Error> {
        let missing = Error::Column { column, what: "there is no such column" };
        let old = self.problem.columns.get_mut(column.index()).ok_or(missing)?;
        let serves = old.commodity.is_some() && lower != 0.0;
        if !cost.is_finite() || !bounds_make_sense(lower, upper) || serves {
            return Err(Error::Column { column, what: "its new cost or bounds make no sense" });
        }
        (old.cost, old.lower, old.upper) = (cost, lower, upper);
        let at = self.problem.commodities.len() + column.index();
        let columns = &mut self.master.columns;
        (columns.cost[at], columns.lower[at], columns.upper[at]) = (cost, lower, upper);
        match columns.place[at] {
            Place::Lower if lower.is_finite() => columns.value[at] = lower,
            Place::Upper if upper.is_finite() => columns.value[at] = upper,
            Place::Lower | Place::Upper | Place::Between | Place::Free => columns.rest_at_bound(at as u32),
            Place::Key | Place::Slot(_) | Place::Gone => {}
        }
        Ok(())
    }

    /// Brings all known ways up to date with the oracle after costs or uses of the network have changed.
    pub fn renew<O: Oracle>(&mut self, oracle: &O) {
        let mut offers = Offers::default();
        for at in self.master.listed as u32..self.master.columns.len() as u32 {
            let columns = &mut self.master.columns;
            if columns.place[at as usize] == Place::Gone {
                continue;
            }
            offers.clear();
            oracle.renew(CommodityIx(columns.commodity[at as usize]), columns.steps(at), &mut offers);
            match offers.iter().next() {
                Some(offer) => columns.renew(at, &offer),
                // What can no longer be travelled must be emptied: it may not carry anything.
                None => columns.upper[at as usize] = 0.0,
            }
        }
    }
}
