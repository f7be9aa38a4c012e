//! Flows to begin with: ways and amounts that are not a vertex, and how they become one.
//!
//! Crossover (Megiddo 1991; Bixby and Saltzman 1994): a way that carries something and is not basic rests between its bounds. One
//! after the other is pushed to where its reduced cost wants it, until it comes to a bound or takes the place of something basic
//! that did. Nothing that holds breaks on the way, and the cost never rises.

use std::collections::HashSet;

use super::error::Error;
use super::master::{Place, Step, Var};
use super::oracle::Offers;
use super::problem::{CommodityIx, Row};
use super::solver::Solver;

/// Ways with an amount each, and prices.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// The ways.
    pub offers: Offers,
    /// How much of each; 0 for those that are only worth knowing.
    pub amounts: Vec<f64>,
    /// Prices of all rows, as near to those of the optimum as is known.
    pub prices: Vec<f64>,
}

impl Near {
    /// Takes in ways that are not known yet, without an amount.
    pub(super) fn know(&mut self, other: &Near) {
        let known: HashSet<(CommodityIx, &[u32])> = self.offers.iter().map(|offer| (offer.commodity, offer.steps)).collect();
        let new: Vec<bool> = other.offers.iter().map(|offer| !known.contains(&(offer.commodity, offer.steps))).collect();
        for (offer, _) in other.offers.iter().zip(new).filter(|(_, new)| *new) {
            self.offers.push(&offer);
            self.amounts.push(0.0);
        }
    }

    /// Takes from every way what its fullest row cannot hold. Rows are capacities and uses are not negative.
    fn shrink(&mut self, rows: &[Row]) {
        let mut used = vec![0.0; rows.len()];
        for (offer, amount) in self.offers.iter().zip(&self.amounts) {
            offer.entries.iter().for_each(|&(row, use_of)| used[row as usize] += amount * use_of);
        }
        let share = |&(row, _): &(u32, f64)| {
            let (used, most) = (used[row as usize], rows[row as usize].upper);
            if used > most { most / used } else { 1.0 }
        };
        for (offer, amount) in self.offers.iter().zip(&mut self.amounts) {
            *amount *= offer.entries.iter().map(share).fold(1.0, f64::min);
        }
    }
}

impl Solver {
    /// Begins with these flows: of each commodity the largest becomes its key, everything else is pushed out.
    pub(super) fn begin_near(&mut self, near: &mut Near) -> Result<(), Error> {
        near.offers.iter().try_for_each(|offer| self.check_offer(&offer))?;
        near.prices.resize(self.problem.rows.len(), 0.0);
        near.shrink(&self.problem.rows);
        let columns = &mut self.master.columns;
        let mut left = self.master.demand.clone();
        let mut largest: Vec<(f64, u32)> = vec![(0.0, super::master::NONE); left.len()];
        for (offer, &amount) in near.offers.iter().zip(&near.amounts) {
            let column = columns.add_way(&offer);
            self.effort.ways += 1;
            if amount <= 0.0 {
                continue;
            }
            (columns.place[column as usize], columns.value[column as usize]) = (Place::Between, amount);
            let k = offer.commodity.index();
            left[k] -= amount;
            if amount > largest[k].0 {
                largest[k] = (amount, column);
            }
        }
        for (k, &(amount, column)) in largest.iter().enumerate() {
            // What stays behind was the key so far, and remains it where it is the largest.
            if amount > left[k] {
                self.master.make_key(column);
                if left[k] > self.master.slack {
                    (self.master.columns.place[k], self.master.columns.value[k]) = (Place::Between, left[k]);
                }
            }
        }
        self.master.restart();
        self.push_out()
    }

    /// Pushes what rests between its bounds, that which is farthest from them first.
    fn push_out(&mut self) -> Result<(), Error> {
        let columns = &self.master.columns;
        let inside = |&at: &u32| columns.place[at as usize] == Place::Between;
        let room = |at: u32| {
            let key = self.master.key[columns.commodity[at as usize] as usize];
            columns.value[at as usize].min(columns.value[key as usize])
        };
        let mut between: Vec<(f64, u32)> = (0..columns.len() as u32).filter(inside).map(|at| (room(at), at)).collect();
        between.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, column) in between {
            self.push(column)?;
        }
        Ok(())
    }

    fn push(&mut self, column: u32) -> Result<(), Error> {
        while self.master.columns.place[column as usize] == Place::Between {
            let sign = if self.master.reduced_cost(column).0 < 0.0 { 1.0 } else { -1.0 };
            if self.master.enter(Var::Column(column), sign)? == Step::Endless {
                return Err(Error::Unbounded);
            }
        }
        Ok(())
    }
}
