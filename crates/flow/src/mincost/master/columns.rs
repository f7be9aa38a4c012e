//! All columns that have been looked at: what they cost, use, and how much of them is taken.

use super::shelf::{Shelf, Spot};
use crate::mincost::oracle::Offer;

/// No commodity.
pub(crate) const NONE: u32 = u32::MAX;

/// Where a column stands in the basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nonbasic at its lower bound.
    Lower,
    /// Nonbasic at its upper bound.
    Upper,
    /// Nonbasic between its bounds, only while a solution begins.
    Between,
    /// Nonbasic at zero, without bounds.
    Free,
    /// The key of its commodity: basic, and outside the working basis.
    Key,
    /// In this slot of the working basis.
    Slot(u32),
    /// Forgotten; its number is given to the next column.
    Gone,
}

impl Place {
    pub fn is_basic(self) -> bool {
        matches!(self, Self::Key | Self::Slot(_))
    }
}

/// What a column uses, and what it is to the oracle.
#[derive(Clone, Copy, Debug, Default)]
struct Body {
    /// Rows, then steps.
    numbers: Spot,
    rows: u32,
    steps: u32,
    /// Nowhere when every amount is 1.
    amounts: Option<Spot>,
}

/// One array a field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub cost: Vec<f64>,
    /// Which of equal answers is told; 0 where nobody asks.
    pub rank: Vec<f64>,
    pub lower: Vec<f64>,
    pub upper: Vec<f64>,
    pub value: Vec<f64>,
    pub commodity: Vec<u32>,
    pub place: Vec<Place>,
    body: Vec<Body>,
    numbers: Shelf<u32>,
    amounts: Shelf<f64>,
    gone: Vec<u32>,
    /// Room to put entries in order.
    merged: Vec<(u32, f64)>,
}

impl Columns {
    pub fn len(&self) -> usize {
        self.cost.len()
    }

    /// Adds a nonbasic column at the bound nearest to zero.
    pub fn add(&mut self, cost: f64, bounds: (f64, f64), commodity: u32, entries: &[(u32, f64)]) -> u32 {
        let column = self.cost.len() as u32;
        self.cost.push(cost);
        self.rank.push(0.0);
        self.lower.push(bounds.0);
        self.upper.push(bounds.1);
        self.commodity.push(commodity);
        self.value.push(0.0);
        self.place.push(Place::Lower);
        self.body.push(Body::default());
        self.fill(column, entries, &[]);
        self.rest_at_bound(column);
        column
    }

    /// Adds a way.
    pub fn add_way(&mut self, offer: &Offer<'_>) -> u32 {
        let Some(column) = self.gone.pop() else {
            let column = self.add(offer.cost, (0.0, f64::INFINITY), offer.commodity.0, &[]);
            self.rank[column as usize] = offer.rank;
            self.fill(column, offer.entries, offer.steps);
            return column;
        };
        let at = column as usize;
        (self.cost[at], self.rank[at], self.value[at], self.commodity[at]) = (offer.cost, offer.rank, 0.0, offer.commodity.0);
        (self.lower[at], self.upper[at], self.place[at]) = (0.0, f64::INFINITY, Place::Lower);
        self.fill(column, offer.entries, offer.steps);
        column
    }

    /// Replaces cost and uses of a way.
    pub fn renew(&mut self, column: u32, offer: &Offer<'_>) {
        (self.cost[column as usize], self.rank[column as usize]) = (offer.cost, offer.rank);
        self.empty(column);
        self.fill(column, offer.entries, offer.steps);
    }

    /// Forgets a nonbasic way.
    pub fn forget(&mut self, column: u32) {
        self.place[column as usize] = Place::Gone;
        self.empty(column);
        self.gone.push(column);
    }

    /// Takes in what a column uses, each row once and in order, and its steps.
    fn fill(&mut self, column: u32, entries: &[(u32, f64)], steps: &[u32]) {
        let mut merged = std::mem::take(&mut self.merged);
        merged.clear();
        merged.extend_from_slice(entries);
        merge(&mut merged);
        let ones = merged.iter().all(|entry| entry.1 == 1.0);
        let numbers = merged.iter().map(|entry| entry.0).chain(steps.iter().copied());
        self.body[column as usize] = Body {
            numbers: self.numbers.put(merged.len() + steps.len(), numbers),
            rows: merged.len() as u32,
            steps: steps.len() as u32,
            amounts: (!ones).then(|| self.amounts.put(merged.len(), merged.iter().map(|entry| entry.1))),
        };
        self.merged = merged;
    }

    /// Gives up what a column uses.
    fn empty(&mut self, column: u32) {
        let body = std::mem::take(&mut self.body[column as usize]);
        self.numbers.waste += (body.rows + body.steps) as usize;
        self.amounts.waste += body.amounts.map_or(0, |_| body.rows as usize);
        if self.numbers.is_wasted() {
            self.numbers.tidy(self.body.iter_mut().map(|body| (&mut body.numbers, body.rows + body.steps)));
        }
        if self.amounts.is_wasted() {
            self.amounts.tidy(self.body.iter_mut().filter_map(|body| Some((body.amounts.as_mut()?, body.rows))));
        }
    }

    #[inline]
    fn rows(&self, body: Body) -> &[u32] {
        self.numbers.get(body.numbers, body.rows)
    }

    /// Puts a column that is not basic any more at the bound nearest to zero.
    pub fn rest_at_bound(&mut self, column: u32) {
        let at = column as usize;
        let (lower, upper) = (self.lower[at], self.upper[at]);
        (self.place[at], self.value[at]) = match (lower.is_finite(), upper.is_finite()) {
            (true, true) if lower.abs() > upper.abs() => (Place::Upper, upper),
            (true, _) => (Place::Lower, lower),
            (false, true) => (Place::Upper, upper),
            (false, false) => (Place::Free, 0.0),
        };
    }

    /// What a unit of the column uses of which rows; each row once.
    #[inline]
    pub fn entries(&self, column: u32) -> impl Iterator<Item = (u32, f64)> {
        let body = self.body[column as usize];
        let amounts = body.amounts.map(|spot| self.amounts.get(spot, body.rows));
        self.rows(body).iter().enumerate().map(move |(i, &row)| (row, amounts.map_or(1.0, |amounts| amounts[i])))
    }

    /// What a unit uses of one row.
    pub fn entry(&self, column: u32, row: u32) -> f64 {
        let body = self.body[column as usize];
        match self.rows(body).binary_search(&row) {
            Ok(at) => body.amounts.map_or(1.0, |spot| self.amounts.get(spot, body.rows)[at]),
            Err(_) => 0.0,
        }
    }

    pub fn steps(&self, column: u32) -> &[u32] {
        let body = self.body[column as usize];
        &self.numbers.get(body.numbers, body.rows + body.steps)[body.rows as usize..]
    }

    /// The sum of prices of what a unit uses, and of their sizes.
    #[inline]
    pub fn priced(&self, column: u32, prices: &[f64]) -> (f64, f64) {
        let body = self.body[column as usize];
        let add = |(sum, size): (f64, f64), price: f64| (sum + price, size + price.abs());
        let rows = self.rows(body).iter().map(|&row| prices[row as usize]);
        match body.amounts {
            None => rows.fold((0.0, 0.0), add),
            Some(spot) => rows.zip(self.amounts.get(spot, body.rows)).map(|(price, amount)| price * amount).fold((0.0, 0.0), add),
        }
    }
}

/// Puts entries in order, those of the same number together, without what comes to nothing.
pub(super) fn merge(entries: &mut Vec<(u32, f64)>) {
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1 += next.1;
        }
        same
    });
    entries.retain(|entry| entry.1 != 0.0);
}
