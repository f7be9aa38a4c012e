//! The course of a solution: stages, sweeps over all searches, steps of the simplex in between.
//!
//! ```text
//! stage 1  least broken bounds, until none is broken        (nothing to do when everything can stay unserved)
//! stage 2  least weighted unserved demand, then fixed       (only for Goal::MostServed)
//! stage 3  least cost
//! ```
//! A sweep asks every group once, a few at a time, and takes what they offer at once, so that the next few are asked at prices
//! that already know of it. A sweep that takes nothing proves the stage finished: no column, known or not, has a negative
//! reduced cost.

use keruen_model::parallel::in_order;
use keruen_results::Progress;

use super::error::{Conflict, Error};
use super::master::Step;
use super::master::{Master, NONE, Stage, Var};
use super::oracle::{Offer, Offers, Oracle, Prices};
use super::problem::{CommodityIx, Goal};
use super::solver::Solver;

/// Groups that are asked at the same prices. It must not depend on the number of threads.
const BATCH: usize = 16;
/// Listed columns looked at after each batch, at least.
const LISTED_AT_ONCE: usize = 512;
/// How often one column is tried again after the factors were made anew.
const TRIES: usize = 5;
/// How often an answer is checked with fresh factors before its numbers are called hopeless.
const CHECKS: usize = 20;

impl Solver {
    pub(super) fn run<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        self.master.restart();
        for _ in 0..CHECKS {
            self.mend(oracle, progress)?;
            if self.problem.goal == Goal::MostServed {
                self.serve_most(oracle, progress)?;
            }
            self.stage(Stage::Cost, oracle, progress)?;
            self.master.restart();
            if self.master.breach_sum() == 0.0 && !self.sweep(oracle, progress)? {
                return Ok(());
            }
        }
        Err(Error::Numerical)
    }

    /// Makes all bounds hold.
    fn mend<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        if self.master.breach_sum() == 0.0 {
            return Ok(());
        }
        self.stage(Stage::Broken, oracle, progress)?;
        if self.master.breach_sum() == 0.0 { Ok(()) } else { Err(Error::Infeasible(Conflict::default())) }
    }

    /// Serves as much as possible and keeps it so.
    fn serve_most<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        let row = self.problem.rows.len();
        self.master.row_upper[row] = f64::INFINITY;
        self.stage(Stage::Left, oracle, progress)?;
        self.master.restart();
        self.master.row_upper[row] = self.master.activity[row];
        Ok(())
    }

    /// Minimises what the stage minimises.
    fn stage<O: Oracle>(&mut self, stage: Stage, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        self.master.turn_to(stage);
        while self.sweep(oracle, progress)? {}
        Ok(())
    }

    /// Asks every group once. True when something was taken.
    fn sweep<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<bool, Error> {
        let before = self.master.pivots;
        let batches = oracle.groups().div_ceil(BATCH).max(1);
        let mut listed = 0;
        for batch in 0..batches {
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
            progress.step(batch as u64, batches as u64);
            self.settle_rows()?;
            let groups = batch * BATCH..(batch * BATCH + BATCH).min(oracle.groups());
            for offers in self.ask(oracle, groups)? {
                self.take_offers(&offers)?;
            }
            let until = self.master.columns.len() * (batch + 1) / batches;
            self.look_through(&mut listed, until)?;
            if self.master.stage == Stage::Broken && self.master.breach_sum() == 0.0 {
                return Ok(false);
            }
        }
        eprintln!(
            "DBG sweep {:?} pivots {} deg {} size {} searches {} ways {}",
            self.master.stage,
            self.master.pivots,
            self.master.degenerate,
            self.master.working_size(),
            self.effort.searches,
            self.effort.ways
        );
        Ok(self.master.pivots > before)
    }

    fn ask<O: Oracle>(&mut self, oracle: &O, groups: std::ops::Range<usize>) -> Result<Vec<Offers>, Error> {
        self.effort.searches += groups.len() as u64;
        let prices = MasterPrices(&self.master);
        let search = |workspace: &mut O::Workspace, number: usize| {
            let mut offers = Offers::default();
            oracle.search(groups.start + number, &prices, workspace, &mut offers).map(|()| offers)
        };
        in_order(groups.len(), self.threads, || oracle.workspace(), search).into_iter().collect()
    }

    fn take_offers(&mut self, offers: &Offers) -> Result<(), Error> {
        for offer in offers.iter() {
            self.check_offer(&offer)?;
            if !self.is_wanted(&offer) {
                continue;
            }
            let column = self.master.columns.add_way(&offer);
            self.effort.ways += 1;
            self.try_column(column)?;
            self.settle_rows()?;
        }
        Ok(())
    }

    fn check_offer(&self, offer: &Offer<'_>) -> Result<(), Error> {
        let rows = self.problem.rows.len() as u32;
        let known = offer.commodity.index() < self.problem.commodities.len();
        let sound = offer.cost.is_finite() && offer.entries.iter().all(|&(row, amount)| row < rows && amount.is_finite());
        if known && sound { Ok(()) } else { Err(Error::Offer { commodity: offer.commodity.0 }) }
    }

    /// Prices may have changed since the column was offered.
    fn is_wanted(&self, offer: &Offer<'_>) -> bool {
        let prices = MasterPrices(&self.master);
        let used: f64 = offer.entries.iter().map(|&(row, amount)| amount * self.master.pi[row as usize]).sum();
        let worth = prices.worth(offer.commodity) - prices.tolerance(offer.commodity);
        prices.scale() * offer.cost - used < worth
    }

    /// Lets a column enter when it gains.
    fn try_column(&mut self, column: u32) -> Result<(), Error> {
        for _ in 0..TRIES {
            let Some((sign, _)) = self.master.gain(column) else { return Ok(()) };
            match self.master.enter(Var::Column(column), sign)? {
                Step::Done => return Ok(()),
                Step::Endless => return Err(Error::Unbounded),
                Step::Anew => {}
            }
        }
        Err(Error::Numerical)
    }

    /// Frees binding rows whose price says that they should not bind.
    fn settle_rows(&mut self) -> Result<(), Error> {
        while let Some((row, sign)) = self.master.wrong_row() {
            if self.master.enter(Var::Logical(row), sign)? == Step::Endless {
                return Err(Error::Unbounded);
            }
        }
        Ok(())
    }

    /// Looks through known columns from `listed` to `until`, the most gainful of each part first.
    fn look_through(&mut self, listed: &mut usize, until: usize) -> Result<(), Error> {
        while *listed < until {
            let end = (*listed + LISTED_AT_ONCE).min(until);
            let mut found: Vec<(f64, u32)> =
                (*listed..end).filter_map(|at| self.master.gain(at as u32).map(|(_, gain)| (gain, at as u32))).collect();
            found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            for (_, column) in found {
                self.try_column(column)?;
                self.settle_rows()?;
            }
            *listed = end;
        }
        Ok(())
    }
}

/// The master as seen by an oracle.
struct MasterPrices<'a>(&'a Master);

impl Prices for MasterPrices<'_> {
    fn scale(&self) -> f64 {
        if self.0.stage == Stage::Cost { 1.0 } else { 0.0 }
    }

    fn rows(&self) -> &[f64] {
        &self.0.pi
    }

    fn worth(&self, commodity: CommodityIx) -> f64 {
        debug_assert_ne!(commodity.0, NONE);
        self.0.worth(commodity.0).0
    }

    fn tolerance(&self, commodity: CommodityIx) -> f64 {
        self.0.tolerance(commodity.0)
    }
}
