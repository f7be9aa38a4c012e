//! All columns that have been looked at: what they cost, use, and how much of them is taken.

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
#[derive(Clone, Debug, Default)]
struct Body {
    rows: Box<[u32]>,
    /// Empty when every amount is 1.
    amounts: Box<[f64]>,
    steps: Box<[u32]>,
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
    gone: Vec<u32>,
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
        self.body.push(Body::new(entries, &[]));
        self.rest_at_bound(column);
        column
    }

    /// Adds a way.
    pub fn add_way(&mut self, offer: &Offer<'_>) -> u32 {
        let Some(column) = self.gone.pop() else {
            let column = self.add(offer.cost, (0.0, f64::INFINITY), offer.commodity.0, offer.entries);
            self.body[column as usize].steps = offer.steps.into();
            self.rank[column as usize] = offer.rank;
            return column;
        };
        let at = column as usize;
        (self.cost[at], self.rank[at], self.value[at], self.commodity[at]) = (offer.cost, offer.rank, 0.0, offer.commodity.0);
        (self.lower[at], self.upper[at], self.place[at]) = (0.0, f64::INFINITY, Place::Lower);
        self.body[at] = Body::new(offer.entries, offer.steps);
        column
    }

    /// Replaces cost and uses of a way.
    pub fn renew(&mut self, column: u32, offer: &Offer<'_>) {
        (self.cost[column as usize], self.rank[column as usize]) = (offer.cost, offer.rank);
        self.body[column as usize] = Body::new(offer.entries, offer.steps);
    }

    /// Forgets a nonbasic way.
    pub fn forget(&mut self, column: u32) {
        self.place[column as usize] = Place::Gone;
        self.body[column as usize] = Body::default();
        self.gone.push(column);
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
        let body = &self.body[column as usize];
        let ones = body.amounts.is_empty();
        body.rows.iter().enumerate().map(move |(i, &row)| (row, if ones { 1.0 } else { body.amounts[i] }))
    }

    /// What a unit uses of one row.
    pub fn entry(&self, column: u32, row: u32) -> f64 {
        let body = &self.body[column as usize];
        match body.rows.binary_search(&row) {
            Ok(at) => body.amounts.get(at).copied().unwrap_or(1.0),
            Err(_) => 0.0,
        }
    }

    pub fn steps(&self, column: u32) -> &[u32] {
        &self.body[column as usize].steps
    }

    /// The sum of prices of what a unit uses, and of their sizes.
    #[inline]
    pub fn priced(&self, column: u32, prices: &[f64]) -> (f64, f64) {
        let body = &self.body[column as usize];
        let (mut sum, mut size) = (0.0, 0.0);
        if body.amounts.is_empty() {
            for &row in &body.rows {
                let price = prices[row as usize];
                sum += price;
                size += price.abs();
            }
        } else {
            for (&row, amount) in body.rows.iter().zip(&body.amounts) {
                let price = prices[row as usize] * amount;
                sum += price;
                size += price.abs();
            }
        }
        (sum, size)
    }
}

impl Body {
    fn new(entries: &[(u32, f64)], steps: &[u32]) -> Self {
        let mut merged: Vec<(u32, f64)> = entries.to_vec();
        merged.sort_by_key(|entry| entry.0);
        merged.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                first.1 += next.1;
            }
            same
        });
        merged.retain(|entry| entry.1 != 0.0);
        let ones = merged.iter().all(|entry| entry.1 == 1.0);
        Self {
            rows: merged.iter().map(|entry| entry.0).collect(),
            amounts: if ones { Box::default() } else { merged.iter().map(|entry| entry.1).collect() },
            steps: steps.into(),
        }
    }
}
