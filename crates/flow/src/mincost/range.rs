//! How sure is a price: all prices of a row that are optimal together with the flows, and how far they hold.
//!
//! The least cost `z` is convex in the bound `b` of a row, so
//!
//! ```text
//! low  = z'(b; -1) times -1      what the last unit is worth: one unit less costs this much more
//! high = z'(b; +1)               what one unit more is worth
//! ```
//! Where both agree, the price is the only one. Each one-sided slope is itself a least-cost problem over directions: columns and
//! rows strictly inside their bounds may move freely, those at a bound only inward, the bound of the row moves by one (Gal 1986,
//! *Shadow prices and sensitivity analysis in linear programming under degeneracy*). Its solution also is the direction in which
//! flows move, and so tells how far the bound can go before the price changes.

use keruen_results::Progress;

use super::answer::sum;
use super::error::Error;
use super::master::{Bound, Master, Stage};
use super::oracle::Oracle;
use super::problem::RowIx;
use super::solver::Solver;

/// The prices of a row and where they hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceRange {
    /// The least optimal price: the slope of the cost towards a smaller bound. Minus infinity when nothing less will do.
    pub low: f64,
    /// The largest optimal price: the slope towards a larger bound. Infinite when nothing more will do.
    pub high: f64,
    /// How much smaller the bound can get with the cost changing by `low` a unit.
    pub down: f64,
    /// How much larger the bound can get with the cost changing by `high` a unit.
    pub up: f64,
}

impl Solver {
    /// The prices of a row that are optimal for the answer found last, and how far they hold. A row that is at neither bound has
    /// price zero; its upper bound may fall to its use, and rise for ever.
    ///
    /// # Errors
    /// Those of [`Solver::solve`], and when there is no such row.
    pub fn price_range<O: Oracle>(&self, oracle: &O, row: RowIx, progress: &dyn Progress) -> Result<PriceRange, Error> {
        let at = row.index();
        if at >= self.problem.rows.len() {
            return Err(Error::Row { row, what: "there is no such row" });
        }
        if self.master.bound_met(at).is_none() {
            let down = self.master.row_upper[at] - self.master.activity[at];
            return Ok(PriceRange { low: 0.0, high: 0.0, down, up: f64::INFINITY });
        }
        let (fall, down) = self.slope(oracle, row, -1.0, progress)?;
        let (high, up) = self.slope(oracle, row, 1.0, progress)?;
        Ok(PriceRange { low: -fall, high, down, up })
    }

    /// Change of the least cost a unit when the bound of the row moves in one direction, and how far.
    fn slope<O: Oracle>(&self, oracle: &O, row: RowIx, step: f64, progress: &dyn Progress) -> Result<(f64, f64), Error> {
        let mut solver = Solver { master: self.master.directions(), ..self.clone() };
        let at = row.index();
        let fixed = self.master.row_lower[at] == self.master.row_upper[at];
        let bound = self.master.bound_met(at);
        if bound == Some(Bound::Lower) || fixed {
            solver.master.row_lower[at] = step;
        }
        if bound == Some(Bound::Upper) || fixed {
            solver.master.row_upper[at] = step;
        }
        solver.master.restart();
        if !solver.can_hold(oracle, progress)? {
            return Ok((f64::INFINITY, 0.0));
        }
        solver.run_plain(oracle, progress)?;
        let columns = &solver.master.columns;
        let change = sum((0..columns.len()).map(|at| columns.cost[at] * columns.value[at]));
        Ok((change, self.master.reach(&solver.master, row, step)))
    }
}

impl Master {
    /// The bound that a row is at, if any.
    fn bound_met(&self, row: usize) -> Option<Bound> {
        let (lower, upper) = (self.row_lower[row] + self.slack, self.row_upper[row] - self.slack);
        match (self.activity[row] <= lower, self.activity[row] >= upper) {
            (false, false) => None,
            (true, false) => Some(Bound::Lower),
            _ => Some(Bound::Upper),
        }
    }

    /// The master of directions: zero everywhere, and free to move where this one is inside its bounds.
    fn directions(&self) -> Self {
        let mut master = self.clone();
        let inward = |value: f64, lower: f64, upper: f64| {
            let at_lower = if value <= lower + self.slack { 0.0 } else { f64::NEG_INFINITY };
            let at_upper = if value >= upper - self.slack { 0.0 } else { f64::INFINITY };
            (at_lower, at_upper)
        };
        for at in 0..master.columns.len() {
            let columns = &mut master.columns;
            (columns.lower[at], columns.upper[at]) = inward(columns.value[at], columns.lower[at], columns.upper[at]);
            columns.value[at] = 0.0;
        }
        for at in 0..master.pi.len() {
            (master.row_lower[at], master.row_upper[at]) =
                inward(master.activity[at], master.row_lower[at], master.row_upper[at]);
            master.activity[at] = 0.0;
        }
        master.demand.fill(0.0);
        master.stage = Stage::Cost;
        master.measure();
        master
    }

    /// How far this master can go along a direction before anything meets a bound.
    fn reach(&self, direction: &Self, row: RowIx, step: f64) -> f64 {
        let to_bound = |value: f64, rate: f64, lower: f64, upper: f64| {
            let stop = if rate > 0.0 { upper } else { lower };
            if rate.abs() <= direction.slack { f64::INFINITY } else { ((stop - value) / rate).max(0.0) }
        };
        let mut reach = f64::INFINITY;
        for at in 0..direction.columns.len() {
            let rate = direction.columns.value[at];
            let known = at < self.columns.len();
            let value = if known { self.columns.value[at] } else { 0.0 };
            let (lower, upper) = if known { (self.columns.lower[at], self.columns.upper[at]) } else { (0.0, f64::INFINITY) };
            reach = reach.min(to_bound(value, rate, lower, upper));
        }
        for at in (0..self.pi.len()).filter(|&at| at != row.index()) {
            reach = reach.min(to_bound(self.activity[at], direction.activity[at], self.row_lower[at], self.row_upper[at]));
        }
        // The row itself follows its moving bound, but not past its other one.
        let at = row.index();
        let other = if step > 0.0 { self.row_upper[at] } else { self.row_lower[at] };
        let inside = other != self.activity[at] && self.row_lower[at] < self.row_upper[at];
        if inside { reach.min((other - self.activity[at]).abs()) } else { reach }
    }
}
