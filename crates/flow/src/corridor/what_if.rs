//! The same flow with other amounts of demand: solved from the answer found last, and put back afterwards.

use super::wishes::WishRow;
use super::{Flow, FlowError};
use crate::mincost::CommodityIx;
use keruen_model::Quantity;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;

impl Flow<'_> {
    /// Solves with other yearly amounts of some rows of `demand`, each in the unit of its row. What was there before is there again
    /// afterwards, basis included, so that answers do not depend on what was asked before.
    ///
    /// # Errors
    /// Those of [`Flow::solve`], and when the year has no such row.
    pub fn solve_with(&mut self, amounts: &[(&str, f64)], progress: &dyn Progress) -> Result<FlowAnswer, FlowError> {
        let before = (self.solvers.clone(), self.plan.wishes.iter().map(|w| w.lots.clone()).collect::<Vec<_>>());
        let answer = amounts.iter().try_for_each(|&(row, amount)| self.wish(row, amount)).and_then(|()| self.solve(progress));
        self.solvers = before.0;
        self.plan.wishes.iter_mut().zip(before.1).for_each(|(w, lots)| w.lots = lots);
        answer
    }

    /// So much of a row of `demand` is wished for, over the months as before.
    fn wish(&mut self, row: &str, amount: f64) -> Result<(), FlowError> {
        let none = || FlowError::NoWish(row.into());
        let demand = self.corridor.strings.find(row).and_then(|s| self.corridor.tables.demand.position(s)).ok_or_else(none)?;
        let w = self.plan.wishes.iter().position(|w| w.row == WishRow::Demand(demand)).ok_or_else(none)?;
        let old = self.corridor.tables.demand.rows()[demand].amount.value();
        if !(amount.is_finite() && amount >= 0.0 && old > 0.0) {
            return Err(none());
        }
        let periods = &self.plan.periods;
        let (kind, lot, profile) =
            (self.plan.wishes[w].kind, self.plan.wishes[w].lot, self.corridor.tables.demand.rows()[demand].profile_id);
        let lots = super::wishes::spread(&self.corridor, profile, periods, amount / lot);
        for (k, &(period, _)) in self.plan.commodities.iter().enumerate().filter(|(_, c)| c.1 == w) {
            self.solvers.wish(CommodityIx(k as u32), kind, lots[period]).map_err(FlowError::Solver)?;
        }
        self.plan.wishes[w].lots = lots;
        Ok(())
    }
}
