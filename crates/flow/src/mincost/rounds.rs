//! Rounds from good prices to the optimum: column generation that trusts the best prices known more than those of the moment.
//!
//! ```text
//! asked at     weight * best + (1 - weight) * present       row prices; the best are those that proved the highest bound
//! bound        sum over commodities of demand * min(unserved, cheapest way) + sum over rows of price * capacity
//! ```
//!
//! Prices of the master jump as long as it lacks ways, and ways asked for at wild prices are of no use later (Wentges 1997; Pessoa,
//! Sadykov, Uchoa and Vanderbeck 2018). Between two rounds the master is brought near its optimum on the ways it has. Rounds
//! end early and prove nothing; sweeps at the true prices follow.

use keruen_results::Progress;

use super::error::Error;
use super::master::{Place, Stage};
use super::oracle::{Offers, Oracle, Prices};
use super::problem::CommodityIx;
use super::solver::Solver;

/// Rounds at most.
const ROUNDS: usize = 16;
/// How much the best prices count at first, and by how much less once a round brings few ways.
const WEIGHT: f64 = 0.7;
const LESS: f64 = 0.5;
/// A round that brings fewer ways than one for so many commodities brought few.
const FEW: usize = 500;
/// Rounds end when what is left to gain is below this share of the cost.
const CLOSE: f64 = 1e-8;
/// Looks through what gained lately, between two rounds; one through everything known follows.
const LOOKS: usize = 16;
/// What would gain less than this share of the best of a look waits for the next one.
const LEAST: f64 = 1e-2;

impl Solver {
    /// Takes the master from flows and prices that are nearly right to nearly the optimum. Nothing where bounds are broken.
    pub(super) fn close_in<O: Oracle>(&mut self, prices: Vec<f64>, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        self.master.turn_to(Stage::Cost);
        if self.master.breach_sum() > 0.0 {
            return Ok(());
        }
        let (mut best, mut best_bound, mut weight) = (prices, f64::NEG_INFINITY, 1.0);
        let mut hot = Hot::default();
        self.improve_known(&mut hot)?;
        for round in 0..ROUNDS {
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
            progress.step(round as u64, ROUNDS as u64);
            let asked: Vec<f64> = best.iter().zip(&self.master.pi).map(|(b, now)| weight * b + (1.0 - weight) * now).collect();
            let before = self.master.pivots;
            let (bound, new) = self.ask_at(&asked, oracle, &mut hot)?;
            if bound > best_bound {
                (best, best_bound) = (asked, bound);
            }
            self.improve_known(&mut hot)?;
            let is_close = self.cost() - best_bound <= CLOSE * self.cost().abs();
            if is_close || new == 0 && self.master.pivots == before {
                break;
            }
            weight = if round == 0 { WEIGHT } else { weight * if new * FEW < self.master.key.len() { LESS } else { 1.0 } };
        }
        Ok(())
    }

    /// Takes in, for every commodity, a way that is cheaper at these prices than all it knows. Returns the bound that they prove, and
    /// how many ways are new.
    fn ask_at<O: Oracle>(&mut self, rows: &[f64], oracle: &O, hot: &mut Hot) -> Result<(f64, usize), Error> {
        let columns = &self.master.columns;
        let mut asked = Asked { rows, worth: vec![f64::INFINITY; self.master.key.len()] };
        for column in (0..columns.len() as u32).filter(|&at| columns.place[at as usize] != Place::Gone) {
            if let Some(worth) = asked.worth.get_mut(columns.commodity[column as usize] as usize) {
                *worth = worth.min(columns.cost[column as usize] - columns.priced(column, rows).0);
            }
        }
        let (mut workspace, mut offers, mut new) = (oracle.workspace(), Offers::default(), 0);
        for group in 0..oracle.groups() {
            offers.clear();
            oracle.search(group, &asked, &mut workspace, &mut offers)?;
            self.effort.searches += 1;
            for offer in offers.iter() {
                self.check_offer(&offer)?;
                let used: f64 = offer.entries.iter().map(|&(row, amount)| amount * rows[row as usize]).sum();
                let worth = &mut asked.worth[offer.commodity.index()];
                if offer.cost - used < *worth {
                    *worth = offer.cost - used;
                    hot.add(self.master.columns.add_way(&offer));
                    self.effort.ways += 1;
                    new += 1;
                }
            }
        }
        let served: f64 = self.master.demand.iter().zip(&asked.worth).map(|(demand, worth)| demand * worth).sum();
        let of_row = |(&price, upper): (&f64, &f64)| if price < 0.0 { price * upper } else { 0.0 };
        Ok((served + rows.iter().zip(&self.master.row_upper).map(of_row).sum::<f64>(), new))
    }

    /// Brings the master near the optimum on what it knows.
    fn improve_known(&mut self, hot: &mut Hot) -> Result<(), Error> {
        self.settle_rows()?;
        for _ in 0..LOOKS {
            let mut gaining = self.master.gaining(hot.list.iter().copied());
            if gaining.is_empty() {
                break;
            }
            while !gaining.is_empty() {
                let rest = self.take_best(gaining)?;
                gaining = self.master.gaining(rest.into_iter());
            }
        }
        let all = 0..self.master.columns.len() as u32;
        self.master.gaining(all).into_iter().for_each(|(_, at)| hot.add(at));
        Ok(())
    }

    /// Lets those that gain most enter, the greatest gain of all first. Returns those that gain less.
    fn take_best(&mut self, gaining: Vec<(f64, u32)>) -> Result<Vec<u32>, Error> {
        let whole: Vec<(f64, u32)> = gaining.into_iter().map(|(gain, at)| (self.whole(at, gain), at)).collect();
        let least = LEAST * whole.iter().fold(0.0, |most: f64, found| most.max(found.0));
        let (mut best, rest): (Vec<_>, Vec<_>) = whole.into_iter().partition(|found| found.0 >= least);
        best.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, column) in best {
            if self.master.gain(column).is_some_and(|(_, gain)| self.whole(column, gain) >= least) {
                self.try_column(column)?;
                self.settle_rows()?;
            }
        }
        Ok(rest.into_iter().map(|found| found.1).collect())
    }

    /// What would be gained if all that the key carries went over, at a gain of a unit.
    fn whole(&self, column: u32, gain: f64) -> f64 {
        let key = self.master.key.get(self.master.columns.commodity[column as usize] as usize);
        let carried = key.map_or(1.0, |&key| self.master.columns.value[key as usize]);
        gain * carried.max(self.master.slack)
    }

    fn cost(&self) -> f64 {
        let columns = &self.master.columns;
        let here = |&at: &usize| columns.place[at] != Place::Gone;
        (0..columns.len()).filter(here).map(|at| columns.cost[at] * columns.value[at]).sum()
    }
}

/// Columns that gained lately: most of those that will.
#[derive(Default)]
struct Hot {
    list: Vec<u32>,
    is_in: Vec<bool>,
}

impl Hot {
    fn add(&mut self, column: u32) {
        let at = column as usize;
        if at >= self.is_in.len() {
            self.is_in.resize(at + 1, false);
        }
        if !std::mem::replace(&mut self.is_in[at], true) {
            self.list.push(column);
        }
    }
}

/// Prices that are not those of the master, and the cheapest that each commodity knows at them.
struct Asked<'a> {
    rows: &'a [f64],
    worth: Vec<f64>,
}

impl Prices for Asked<'_> {
    fn scale(&self) -> f64 {
        1.0
    }

    fn rows(&self) -> &[f64] {
        self.rows
    }

    fn worth(&self, commodity: CommodityIx) -> f64 {
        self.worth[commodity.index()]
    }

    fn tolerance(&self, commodity: CommodityIx) -> f64 {
        TIE * self.worth[commodity.index()].abs()
    }
}

/// Ways whose costs differ by less than this share cost the same.
const TIE: f64 = 1e-9;
