//! Flows to begin with: ways and amounts that are not a vertex, and how they become one.
//!
//! Crossover (Megiddo 1991; Bixby and Saltzman 1994): a way that carries something and is not basic rests between its bounds. One
//! after the other is pushed to where its reduced cost wants it, until it comes to a bound or takes the place of something basic
//! that did. Nothing that holds breaks on the way, and the cost never rises.

use std::collections::HashSet;

use super::error::Error;
use super::master::{Place, Step, Var};
use super::oracle::{Offer, Offers, Oracle};
use super::problem::{CommodityIx, Row};
use super::solver::Solver;

/// Ways with an amount each, and prices. What a way costs and uses, the oracle knows.
#[derive(Clone, Debug, Default)]
pub struct Near {
    heads: Vec<Head>,
    steps: Vec<u32>,
    /// Prices of all rows, as near to those of the optimum as is known.
    pub prices: Vec<f64>,
}

/// A way, and how much of it; 0 for those that are only worth knowing. Its steps end where those of the next begin.
#[derive(Clone, Copy, Debug)]
struct Head {
    commodity: u32,
    first: u32,
    amount: f64,
}

impl Near {
    /// Adds a way.
    pub fn push(&mut self, commodity: CommodityIx, amount: f64, steps: impl Iterator<Item = u32>) {
        self.heads.push(Head { commodity: commodity.0, first: self.steps.len() as u32, amount });
        self.steps.extend(steps);
    }

    /// Whom each way serves, how much of it, its steps.
    pub(super) fn ways(&self) -> impl Iterator<Item = (CommodityIx, f64, &[u32])> {
        let ends = self.heads.iter().skip(1).map(|head| head.first).chain([self.steps.len() as u32]);
        let way = |(head, end): (&Head, u32)| {
            (CommodityIx(head.commodity), head.amount, &self.steps[head.first as usize..end as usize])
        };
        self.heads.iter().zip(ends).map(way)
    }

    /// Takes in ways that are not known yet, without an amount.
    pub(super) fn know(&mut self, other: &Near) {
        let known: HashSet<(CommodityIx, &[u32])> = self.ways().map(|(commodity, _, steps)| (commodity, steps)).collect();
        let new: Vec<bool> = other.ways().map(|(commodity, _, steps)| !known.contains(&(commodity, steps))).collect();
        for ((commodity, _, steps), _) in other.ways().zip(new).filter(|(_, new)| *new) {
            self.push(commodity, 0.0, steps.iter().copied());
        }
    }

    /// Calls `take` with every way as the oracle has it, and its number.
    fn each<O: Oracle>(&self, oracle: &O, mut take: impl FnMut(usize, &Offer<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let mut offers = Offers::default();
        for (at, (commodity, _, steps)) in self.ways().enumerate() {
            offers.clear();
            oracle.renew(commodity, steps, &mut offers);
            offers.iter().try_for_each(|offer| take(at, &offer))?;
        }
        Ok(())
    }

    /// Takes from every way what its fullest row cannot hold. Rows are capacities and uses are not negative.
    fn shrink<O: Oracle>(&mut self, rows: &[Row], oracle: &O) -> Result<(), Error> {
        let mut used = vec![0.0; rows.len()];
        self.each(oracle, |at, offer| {
            offer.entries.iter().for_each(|&(row, use_of)| used[row as usize] += self.heads[at].amount * use_of);
            Ok(())
        })?;
        let share = |&(row, _): &(u32, f64)| {
            let (used, most) = (used[row as usize], rows[row as usize].upper);
            if used > most { most / used } else { 1.0 }
        };
        let mut shares = vec![1.0; self.heads.len()];
        self.each(oracle, |at, offer| {
            shares[at] = offer.entries.iter().map(share).fold(1.0, f64::min);
            Ok(())
        })?;
        self.heads.iter_mut().zip(shares).for_each(|(head, share)| head.amount *= share);
        Ok(())
    }
}

impl Solver {
    /// Begins with these flows: of each commodity the largest becomes its key, everything else is pushed out. Returns the prices.
    pub(super) fn begin_near<O: Oracle>(&mut self, mut near: Near, oracle: &O) -> Result<Vec<f64>, Error> {
        near.each(oracle, |_, offer| self.check_offer(offer))?;
        near.prices.resize(self.problem.rows.len(), 0.0);
        near.shrink(&self.problem.rows, oracle)?;
        let columns = &mut self.master.columns;
        let mut left = self.master.demand.clone();
        let mut largest: Vec<(f64, u32)> = vec![(0.0, super::master::NONE); left.len()];
        near.each(oracle, |at, offer| {
            let (column, amount) = (columns.add_way(offer), near.heads[at].amount);
            self.effort.ways += 1;
            if amount <= 0.0 {
                return Ok(());
            }
            (columns.place[column as usize], columns.value[column as usize]) = (Place::Between, amount);
            let k = offer.commodity.index();
            left[k] -= amount;
            if amount > largest[k].0 {
                largest[k] = (amount, column);
            }
            Ok(())
        })?;
        for (k, &(amount, column)) in largest.iter().enumerate() {
            // What stays behind was the key so far, and remains it where it is the largest.
            if amount > left[k] {
                self.master.make_key(column);
                if left[k] > self.master.slack {
                    (self.master.columns.place[k], self.master.columns.value[k]) = (Place::Between, left[k]);
                }
            }
        }
        let prices = std::mem::take(&mut near.prices);
        drop(near);
        self.master.restart();
        self.push_out()?;
        Ok(prices)
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
