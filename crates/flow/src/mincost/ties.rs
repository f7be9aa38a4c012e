//! Of several answers of the same cost, which one?
//!
//! ```text
//! least cost first:   min c x         ->  prices, reduced costs d
//! then, on its face:  min rank x      with  x_j as it is where d_j is not 0,  rows as they are where their price is not 0
//! ```
//! Prices of an optimum say what all optima have in common: a column that has a reduced cost stays at its bound, a row that has a price stays
//! at its own (complementary slackness), and everything that keeps to this is an optimum. Of them, that of the least rank is a problem of
//! least cost again, begun from the same basis (lexicographic programmes: Isermann 1982, *Linear lexicographic optimization*). Ways of
//! the face that are not known yet come from the same oracle, asked at prices of both problems together: a little of rank on top of cost
//! makes it find the way of the least rank among the cheapest.

use keruen_results::Progress;

use super::error::Error;
use super::master::{Master, Place, RELATIVE};
use super::oracle::{Offer, Offers, Oracle, Prices};
use super::problem::{CommodityIx, Goal, Problem};
use super::solver::Solver;

/// Cost that a unit of rank counts for in searches. A rank is as large as a cost, so this is a part of the cost of a way: above the
/// rounding of its length, below any difference that a table of prices can mean.
pub(crate) const BEND: f64 = 1e-7;
/// How much of the cost rounding may add.
const LOST: f64 = 1e-12;

impl Solver {
    /// Goes from an optimum to the one of the least rank.
    pub(super) fn break_ties<O: Oracle>(&mut self, oracle: &O, progress: &dyn Progress) -> Result<(), Error> {
        if self.problem.ties.is_none() {
            return Ok(());
        }
        let face = Face::new(oracle, &self.master);
        let problem = Problem { goal: Goal::LeastCost, ties: None, ..self.problem.clone() };
        let mut solver = Solver { problem, master: self.master.face(), ..self.clone() };
        match solver.run_plain(&face, progress) {
            Ok(()) => self.master.move_to(solver.master),
            Err(Error::Cancelled) => return Err(Error::Cancelled),
            // The optimum stands, whatever became of its ties.
            Err(_) => {}
        }
        self.effort = solver.effort;
        Ok(())
    }
}

impl Master {
    /// The face of the optimum: ranks are costs, and what has a reduced cost or a price stays where it is.
    fn face(&self) -> Self {
        let mut face = self.clone();
        let columns = &mut face.columns;
        std::mem::swap(&mut columns.cost, &mut columns.rank);
        for at in 0..columns.len() {
            let (d, rounding) = if columns.place[at].is_basic() { (0.0, 0.0) } else { self.reduced_cost(at as u32) };
            if d.abs() > rounding {
                (columns.lower[at], columns.upper[at]) = (columns.value[at], columns.value[at]);
            }
        }
        for at in (0..face.pi.len()).filter(|&at| self.pi[at] != 0.0) {
            (face.row_lower[at], face.row_upper[at]) = (self.activity[at], self.activity[at]);
        }
        face
    }

    /// Takes over the basis found on its face, unless rounding has made it dearer.
    fn move_to(&mut self, mut face: Self) {
        std::mem::swap(&mut face.columns.cost, &mut face.columns.rank);
        for at in (0..self.columns.len()).filter(|&at| self.columns.place[at] != Place::Gone) {
            (face.columns.lower[at], face.columns.upper[at]) = (self.columns.lower[at], self.columns.upper[at]);
        }
        face.row_lower.copy_from_slice(&self.row_lower);
        face.row_upper.copy_from_slice(&self.row_upper);
        face.restart();
        if face.breach_sum() == 0.0 && face.cost() <= self.cost() + LOST * self.cost().abs() {
            *self = face;
        }
    }

    fn cost(&self) -> f64 {
        super::answer::sum((0..self.columns.len()).map(|at| self.columns.cost[at] * self.columns.value[at]))
    }
}

/// Ways of the face, with their ranks as costs.
struct Face<'o, O> {
    oracle: &'o O,
    /// Prices of the least cost, and worth of each commodity with the size of its terms.
    rows: Vec<f64>,
    worth: Vec<(f64, f64)>,
}

impl<'o, O: Oracle> Face<'o, O> {
    fn new(oracle: &'o O, master: &Master) -> Self {
        let worth = (0..master.demand.len() as u32).map(|k| master.worth(k)).collect();
        Face { oracle, rows: master.pi.clone(), worth }
    }

    /// Whether a way belongs to the face.
    fn holds(&self, offer: &Offer<'_>) -> bool {
        let (worth, size) = self.worth[offer.commodity.index()];
        let priced = offer.entries.iter().map(|&(row, amount)| amount * self.rows[row as usize]);
        let (used, used_size) = priced.fold((0.0, 0.0), |(sum, size), price| (sum + price, size + price.abs()));
        offer.cost - used - worth <= RELATIVE * (offer.cost.abs() + used_size + size)
    }
}

impl<O: Oracle> Oracle for Face<'_, O> {
    type Workspace = (O::Workspace, Offers);

    fn groups(&self) -> usize {
        self.oracle.groups()
    }

    fn workspace(&self) -> Self::Workspace {
        (self.oracle.workspace(), Offers::default())
    }

    fn search(
        &self,
        group: usize,
        prices: &dyn Prices,
        (workspace, found): &mut Self::Workspace,
        offers: &mut Offers,
    ) -> Result<(), Error> {
        found.clear();
        let rows = self.rows.iter().zip(prices.rows()).map(|(first, then)| first + BEND * then).collect();
        self.oracle.search(group, &Both { face_worth: &self.worth, rows, prices }, workspace, found)?;
        found.iter().filter(|offer| self.holds(offer)).for_each(|offer| offers.push(&offer.turned()));
        Ok(())
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        let mut found = Offers::default();
        self.oracle.renew(commodity, steps, &mut found);
        found.iter().for_each(|offer| offers.push(&offer.turned()));
    }
}

/// Prices of cost and of rank together.
struct Both<'a> {
    face_worth: &'a [(f64, f64)],
    rows: Vec<f64>,
    prices: &'a dyn Prices,
}

impl Prices for Both<'_> {
    fn scale(&self) -> f64 {
        1.0
    }

    fn rows(&self) -> &[f64] {
        &self.rows
    }

    fn bend(&self) -> f64 {
        BEND
    }

    fn worth(&self, commodity: CommodityIx) -> f64 {
        self.face_worth[commodity.index()].0 + BEND * self.prices.worth(commodity)
    }

    fn tolerance(&self, commodity: CommodityIx) -> f64 {
        BEND * self.prices.tolerance(commodity)
    }
}

impl Offer<'_> {
    /// The same with cost and rank changed over.
    fn turned(self) -> Self {
        Offer { cost: self.rank, rank: self.cost, ..self }
    }
}
