//! Who finds ways: given prices, the cheapest column of each commodity.

use super::error::Error;
use super::near::Near;
use super::problem::{CommodityIx, Problem, RowIx};
use keruen_results::Progress;

/// Prices at which columns are wanted. A column of commodity `k` is worth having when its reduced cost
///
/// ```text
/// scale * cost + bend * rank - sum over rows of entry * row price - worth(k)
/// ```
/// is below zero. While the solver looks for any answer at all, or for the most that can be served, costs do not count and the
/// scale is 0, else it is 1. The price of a row that only has an upper bound is never above 0: its use adds to the length of arcs.
pub trait Prices {
    /// 1 or 0, see above.
    fn scale(&self) -> f64;
    /// The price of each row, in cost a unit of the row.
    fn rows(&self) -> &[f64];
    /// Cost that a unit of rank counts for, see [`Ties`](super::Ties): 0 but for one stage.
    fn bend(&self) -> f64 {
        0.0
    }
    /// What a served unit of a commodity is worth at present, in cost a unit of flow.
    fn worth(&self, commodity: CommodityIx) -> f64;
    /// By how much a column must stay below the worth to be wanted.
    fn tolerance(&self, commodity: CommodityIx) -> f64;
}

/// A network of any kind that can be asked for ways.
///
/// Commodities come in groups, one for each search (an origin, say); groups are asked on several threads at once. A search
/// must depend on nothing but its group and the prices, else answers differ from run to run.
pub trait Oracle: Sync {
    /// What a thread keeps from one search to the next.
    type Workspace;

    /// How many groups there are.
    fn groups(&self) -> usize;

    /// Room for searches.
    fn workspace(&self) -> Self::Workspace;

    /// Offers, for commodities of the group, columns that are wanted at these prices. A commodity may be left out only when it
    /// has no wanted column. Offering more than one column is allowed, the cheapest must be among them.
    ///
    /// # Errors
    /// When there is no cheapest.
    fn search(
        &self,
        group: usize,
        prices: &dyn Prices,
        workspace: &mut Self::Workspace,
        offers: &mut Offers,
    ) -> Result<(), Error>;

    /// Flows that are close to the least cost, where the oracle knows a quicker way to them than the simplex from its usual
    /// beginning. Every row must be a capacity then, and no use negative.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    fn near(&self, _problem: &Problem, _progress: &dyn Progress) -> Result<Option<Near>, Error> {
        Ok(None)
    }

    /// What a column found earlier costs and uses now, after costs or uses have changed: pushes one offer for it, or none when
    /// there is no such way any more.
    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers);
}

/// Columns on offer, laid end to end.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    heads: Vec<Head>,
    steps: Vec<u32>,
    entries: Vec<(u32, f64)>,
}

#[derive(Clone, Copy, Debug)]
struct Head {
    commodity: u32,
    cost: f64,
    rank: f64,
    steps: usize,
    entries: usize,
}

/// One column on offer.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Whom it serves.
    pub commodity: CommodityIx,
    /// Cost a unit.
    pub cost: f64,
    /// Rank of a unit, see [`Ties`](super::Ties).
    pub rank: f64,
    /// What the way is to the oracle, in the oracle's own numbers (arcs in the order of travel).
    pub steps: &'a [u32],
    pub(super) entries: &'a [(u32, f64)],
}

impl Offers {
    /// Begins a column; its steps and entries follow.
    pub fn begin(&mut self, commodity: CommodityIx) {
        self.heads.push(Head {
            commodity: commodity.0,
            cost: 0.0,
            rank: 0.0,
            steps: self.steps.len(),
            entries: self.entries.len(),
        });
    }

    /// Adds a step, its cost and what it uses to the column begun last.
    pub fn step(&mut self, step: u32, cost: f64, uses: impl IntoIterator<Item = (RowIx, f64)>) {
        self.steps.push(step);
        self.add(cost, uses);
    }

    /// Adds a cost and uses that belong to no step.
    pub fn add(&mut self, cost: f64, uses: impl IntoIterator<Item = (RowIx, f64)>) {
        if let Some(head) = self.heads.last_mut() {
            head.cost += cost;
        }
        self.entries.extend(uses.into_iter().map(|(row, amount)| (row.0, amount)));
    }

    /// Adds to the rank of the column begun last, see [`Ties`](super::Ties).
    pub fn rank(&mut self, rank: f64) {
        if let Some(head) = self.heads.last_mut() {
            head.rank += rank;
        }
    }

    /// Adds a column of another list.
    pub(super) fn push(&mut self, offer: &Offer<'_>) {
        let (steps, entries) = (self.steps.len(), self.entries.len());
        self.heads.push(Head { commodity: offer.commodity.0, cost: offer.cost, rank: offer.rank, steps, entries });
        self.steps.extend_from_slice(offer.steps);
        self.entries.extend_from_slice(offer.entries);
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// Forgets all columns and keeps the room.
    pub fn clear(&mut self) {
        self.heads.clear();
        self.steps.clear();
        self.entries.clear();
    }

    /// All columns, in the order in which they were begun.
    pub fn iter(&self) -> impl Iterator<Item = Offer<'_>> {
        (0..self.heads.len()).map(|i| self.get(i))
    }

    fn get(&self, i: usize) -> Offer<'_> {
        let head = self.heads[i];
        let (steps, entries) = match self.heads.get(i + 1) {
            Some(next) => (next.steps, next.entries),
            None => (self.steps.len(), self.entries.len()),
        };
        Offer {
            commodity: CommodityIx(head.commodity),
            cost: head.cost,
            rank: head.rank,
            steps: &self.steps[head.steps..steps],
            entries: &self.entries[head.entries..entries],
        }
    }
}

/// No ways at all: everything is done by listed columns.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoWays;

impl Oracle for NoWays {
    type Workspace = ();

    fn groups(&self) -> usize {
        0
    }

    fn workspace(&self) {}

    fn search(&self, _: usize, _: &dyn Prices, (): &mut (), _: &mut Offers) -> Result<(), Error> {
        Ok(())
    }

    fn renew(&self, _: CommodityIx, _: &[u32], _: &mut Offers) {}
}
