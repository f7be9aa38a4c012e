//! The course of a solution: stages, sweeps over all searches, steps of the simplex in between.
//!
//! ```text
//! stage 1  least broken bounds, until none is broken        (nothing to do when everything can stay unserved)
//! stage 2  least weighted unserved demand, then fixed       (only for Goal::MostServed)
//! stage 3  least cost; then, of equal answers, one            (module `ties`)
//! ```
//! A sweep asks every group once, a few at a time, and takes what they offer at once, so that the next few are asked at prices
//! that already know of it. A sweep that takes nothing proves the stage finished: no column, known or not, has a negative
//! reduced cost.

use keruen_model::parallel::in_order;
use keruen_results::Progress;

use super::error::Error;
use super::master::{Master, Stage, Step, Var};
use super::oracle::{Offer, Offers, Oracle, Prices};
use super::problem::{CommodityIx, Goal};
use super::solver::Solver;

/// Groups that are asked at the same prices. It must not depend on the number of threads.
const BATCH: usize = 16;
/// Listed columns looked at after each batch, at least.
const LISTED_AT_ONCE: usize = 512;
/// How often one column is tried again after the factors were made anew.
const TRIES: usize = 5;
/// How often costs are made to count less before they count nothing, and by which factor.
const LEVELS: i32 = 10;
const RISE: f64 = 10.0;
/// A unit of a broken bound weighs at first as much as this many usual ways.
const PART: f64 = 1.0;
/// How often an answer is checked with fresh factors before its numbers are called hopeless.
const CHECKS: usize = 20;

impl Solver {
    /// Finds the optimal basis.
    pub(super) fn run<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        self.master.restart();
        if self.master.is_new() {
            match oracle.near(&self.problem, progress)? {
                Some(near) => {
                    let prices = self.begin_near(near, oracle)?;
                    self.close_in(prices, oracle, progress)?;
                }
                None => self.begin(oracle)?,
            }
        }
        if self.problem.goal == Goal::MostServed {
            self.mend(oracle, progress)?;
            self.serve_most(oracle, progress)?;
        }
        self.run_plain(oracle, progress)?;
        self.break_ties(oracle, progress)
    }

    /// Mends what is broken and finds the least cost, whatever the goal.
    pub(super) fn run_plain<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        self.master.restart();
        for _ in 0..CHECKS {
            self.mend(oracle, progress)?;
            self.stage(Stage::Cost, oracle, progress)?;
            self.master.restart();
            if self.master.breach_sum() == 0.0 && !self.sweep(oracle, progress)? {
                return Ok(());
            }
        }
        Err(Error::Numerical)
    }

    /// Puts every commodity on its cheapest way as if nothing were scarce.
    fn begin<O: Oracle>(&mut self, oracle: &O) -> Result<(), Error> {
        self.master.turn_to(Stage::Cost);
        for offers in self.ask(oracle, 0..oracle.groups(), true)? {
            for offer in offers.iter() {
                self.check_offer(&offer)?;
                if self.gain_of(&offer, true) > 0.0 {
                    let column = self.master.columns.add_way(&offer);
                    self.effort.ways += 1;
                    self.master.make_key(column);
                }
            }
        }
        self.master.restart();
        Ok(())
    }

    /// Makes all bounds hold, if that can be with the columns known; else with new ones.
    fn mend<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        let blend = self.blend();
        self.mend_by(blend, |solver| solver.mend_with_known(progress))?;
        self.mend_by(blend, |solver| solver.mend_a_little(oracle, progress))?;
        let holds = self.master.breach_sum() == 0.0 || self.can_hold(oracle, progress)?;
        if holds { Ok(()) } else { Err(Error::Infeasible(self.conflict(oracle, progress)?)) }
    }

    /// A broken bound costs 1 a unit, and costs count a little too, so that the answer is not far from the least cost; they count less and
    /// less until nothing is broken.
    fn mend_by(&mut self, blend: f64, mut step: impl FnMut(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        for level in 0..LEVELS {
            if self.master.breach_sum() == 0.0 {
                break;
            }
            self.master.blend = blend / RISE.powi(level);
            self.master.turn_to(Stage::Broken);
            step(self)?;
        }
        Ok(())
    }

    /// Moves among the columns known, until none gains. Searches would be blind here: costs count for so little that bounds say nothing.
    fn mend_with_known(&mut self, progress: &dyn Progress) -> Result<(), Error> {
        loop {
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
            let before = self.master.pivots;
            self.settle_rows()?;
            self.look_through(&mut 0, self.master.columns.len())?;
            if self.master.pivots == before || self.master.breach_sum() == 0.0 {
                return Ok(());
            }
        }
    }

    /// Sweeps as long as each moves clearly less than the one before.
    fn mend_a_little<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        let mut last = u64::MAX;
        loop {
            let before = self.master.pivots;
            let more = self.sweep(oracle, progress)?;
            let moved = self.master.pivots - before;
            if !more || moved > last / 2 {
                return Ok(());
            }
            last = moved;
        }
    }

    /// Whether all bounds can hold together, whatever it costs.
    pub(super) fn can_hold<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<bool, Error> {
        self.master.blend = 0.0;
        while self.master.breach_sum() > 0.0 {
            self.stage(Stage::Broken, oracle, progress)?;
            self.master.restart();
            if self.master.breach_sum() > 0.0 && !self.sweep(oracle, progress)? {
                return Ok(self.master.breach_sum() == 0.0);
            }
        }
        Ok(true)
    }

    /// The factor of costs at which one unit of a broken bound weighs as much as a part of a usual way.
    fn blend(&self) -> f64 {
        let cost = |&key: &u32| self.master.columns.cost[key as usize].abs();
        let (sum, count) = self.master.key.iter().map(cost).fold((0.0, 0.0), |(sum, count), cost| (sum + cost, count + 1.0));
        if sum > 0.0 { count / (PART * sum) } else { 0.0 }
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
        self.master.trim();
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
            for offers in self.ask(oracle, groups, false)? {
                self.take_offers(&offers)?;
            }
            let until = self.master.columns.len() * (batch + 1) / batches;
            self.look_through(&mut listed, until)?;
            if self.master.stage == Stage::Broken && self.master.breach_sum() == 0.0 {
                return Ok(false);
            }
        }
        Ok(self.master.pivots > before)
    }

    fn ask<O: Oracle>(&mut self, oracle: &O, groups: std::ops::Range<usize>, first: bool) -> Result<Vec<Offers>, Error> {
        self.effort.searches += groups.len() as u64;
        let prices = MasterPrices { master: &self.master, first };
        let search = |workspace: &mut O::Workspace, number: usize| {
            let mut offers = Offers::default();
            oracle.search(groups.start + number, &prices, workspace, &mut offers).map(|()| offers)
        };
        in_order(groups.len(), self.threads, || oracle.workspace(), search).into_iter().collect()
    }

    fn take_offers(&mut self, offers: &Offers) -> Result<(), Error> {
        for offer in offers.iter() {
            self.check_offer(&offer)?;
            if self.gain_of(&offer, false) <= 0.0 {
                continue;
            }
            let column = self.master.columns.add_way(&offer);
            self.effort.ways += 1;
            self.try_column(column)?;
            self.settle_rows()?;
        }
        Ok(())
    }

    pub(super) fn check_offer(&self, offer: &Offer<'_>) -> Result<(), Error> {
        let rows = self.problem.rows.len() as u32;
        let known = offer.commodity.index() < self.problem.commodities.len();
        let sound = offer.cost.is_finite() && offer.entries.iter().all(|&(row, amount)| row < rows && amount.is_finite());
        if known && sound { Ok(()) } else { Err(Error::Offer { commodity: offer.commodity.0 }) }
    }

    /// What a unit of the column gains at the prices of the moment, which may have changed since it was offered.
    fn gain_of(&self, offer: &Offer<'_>, first: bool) -> f64 {
        let prices = MasterPrices { master: &self.master, first };
        let used: f64 = offer.entries.iter().map(|&(row, amount)| amount * self.master.pi[row as usize]).sum();
        let worth = prices.worth(offer.commodity) - prices.tolerance(offer.commodity);
        worth - (prices.scale() * offer.cost - used)
    }

    /// Lets a column enter when it gains.
    pub(super) fn try_column(&mut self, column: u32) -> Result<(), Error> {
        for _ in 0..TRIES {
            let Some((sign, gain)) = self.master.gain(column) else { return Ok(()) };
            match self.master.enter(Var::Column(column), sign)? {
                Step::Done => return Ok(()),
                Step::Endless if self.master.is_rounding(column, gain) => return Ok(()),
                Step::Endless => return Err(Error::Unbounded),
                Step::Anew => {}
            }
        }
        Err(Error::Numerical)
    }

    /// Frees binding rows whose price says that they should not bind.
    pub(super) fn settle_rows(&mut self) -> Result<(), Error> {
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
struct MasterPrices<'a> {
    master: &'a Master,
    /// What must be served is worth any way as long as it has none.
    first: bool,
}

impl Prices for MasterPrices<'_> {
    fn scale(&self) -> f64 {
        match self.master.stage {
            Stage::Broken => self.master.blend,
            Stage::Left => 0.0,
            Stage::Cost => 1.0,
        }
    }

    fn rows(&self) -> &[f64] {
        &self.master.pi
    }

    fn worth(&self, commodity: CommodityIx) -> f64 {
        let forbidden = self.first && self.master.key_is_forbidden(commodity.0);
        if forbidden { f64::INFINITY } else { self.master.worth(commodity.0).0 }
    }

    fn tolerance(&self, commodity: CommodityIx) -> f64 {
        self.master.tolerance(commodity.0)
    }
}
