//! What is given: commodities, rows, and columns that are listed one by one.

use super::error::Error;

/// A commodity, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommodityIx(pub u32);

/// A row, counted from 0: anything that can run out, or must balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIx(pub u32);

/// A listed column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnIx(pub u32);

impl CommodityIx {
    /// The place in an array with one entry a commodity.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl RowIx {
    /// The place in an array with one entry a row.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ColumnIx {
    /// The place in an array with one entry a listed column.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// `lower <= use <= upper`, both in the unit of the row; an infinite side does not bind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The least that is used.
    pub lower: f64,
    /// The most that is used.
    pub upper: f64,
}

impl Row {
    /// A capacity.
    pub fn at_most(upper: f64) -> Self {
        Self { lower: f64::NEG_INFINITY, upper }
    }

    /// A quota that must be met.
    pub fn at_least(lower: f64) -> Self {
        Self { lower, upper: f64::INFINITY }
    }

    /// A balance.
    pub fn equal(amount: f64) -> Self {
        Self { lower: amount, upper: amount }
    }

    /// Both a least and a most.
    pub fn between(lower: f64, upper: f64) -> Self {
        Self { lower, upper }
    }
}

/// What may happen to demand that no way carries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unserved {
    /// It stays behind, at this cost a unit.
    At(f64),
    /// It must be carried; when it cannot, the problem has no answer and the conflict is named.
    Never,
}

/// Somebody's wish. Ways and listed columns of the commodity, and what stays unserved, add up to its demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Commodity {
    /// In units of flow, not negative.
    pub demand: f64,
    /// What staying behind costs.
    pub unserved: Unserved,
    /// What a served unit counts when as much as possible is to be served ([`Goal::MostServed`]); not negative.
    pub weight: f64,
}

/// A column that is known from the start: sailings, transfers between periods, supplies, empties.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Cost a unit.
    pub cost: f64,
    /// The least it may be; may be minus infinity.
    pub lower: f64,
    /// The most it may be; may be infinity.
    pub upper: f64,
    /// What a unit uses of which rows; entries of the same row add up.
    pub entries: Vec<(RowIx, f64)>,
    /// The commodity whose demand it serves, if any (an outside option, say).
    pub commodity: Option<CommodityIx>,
}

/// Which of several answers of the same cost is told: that of the least sum of rank times amount. Ranks are not negative, and as large as
/// costs of what they stand for usually are; those of ways come from the [`Oracle`](super::Oracle).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ties {
    /// Rank of a unit that stays unserved, one a commodity.
    pub unserved: Vec<f64>,
    /// Rank of a unit of each listed column.
    pub columns: Vec<f64>,
}

/// What is to be made least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Goal {
    /// The cost of all ways, of listed columns and of what is left unserved.
    #[default]
    LeastCost,
    /// First the weighted unserved demand, then, of all answers that serve most, the cost.
    MostServed,
}

/// A whole problem but for the ways, which an [`Oracle`](super::Oracle) finds when prices call for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// See [`CommodityIx`].
    pub commodities: Vec<Commodity>,
    /// See [`RowIx`].
    pub rows: Vec<Row>,
    /// See [`ColumnIx`].
    pub columns: Vec<Column>,
    /// What is to be made least.
    pub goal: Goal,
    /// Ranks; without them any answer of least cost is told, and which one may change with anything.
    pub ties: Option<Ties>,
}

/// As many rows, commodities and columns there may be, less one.
const LARGEST: usize = 1 << 30;

impl Problem {
    /// Adds a commodity.
    pub fn commodity(&mut self, commodity: Commodity) -> CommodityIx {
        self.commodities.push(commodity);
        CommodityIx((self.commodities.len() - 1) as u32)
    }

    /// Adds a row.
    pub fn row(&mut self, row: Row) -> RowIx {
        self.rows.push(row);
        RowIx((self.rows.len() - 1) as u32)
    }

    /// Adds a listed column.
    pub fn column(&mut self, column: Column) -> ColumnIx {
        self.columns.push(column);
        ColumnIx((self.columns.len() - 1) as u32)
    }

    /// Finds what makes no sense.
    ///
    /// # Errors
    /// A bound, cost or demand that is not a number or lies on the wrong side; a row or commodity that is not there.
    pub fn check(&self) -> Result<(), Error> {
        if self.rows.len().max(self.commodities.len()).max(self.columns.len()) >= LARGEST {
            return Err(Error::TooLarge);
        }
        for (k, commodity) in self.commodities.iter().enumerate() {
            commodity.check(CommodityIx(k as u32))?;
        }
        for (r, row) in self.rows.iter().enumerate() {
            row.check(RowIx(r as u32))?;
        }
        if let Some(ties) = &self.ties {
            let all = (ties.unserved.len(), ties.columns.len()) == (self.commodities.len(), self.columns.len());
            let sound = |rank: &f64| rank.is_finite() && *rank >= 0.0;
            if !(all && ties.unserved.iter().chain(&ties.columns).all(sound)) {
                return Err(Error::Rank);
            }
        }
        (0..self.columns.len()).try_for_each(|j| self.check_column(ColumnIx(j as u32)))
    }

    fn check_column(&self, at: ColumnIx) -> Result<(), Error> {
        let column = &self.columns[at.index()];
        let bad = |what| Err(Error::Column { column: at, what });
        if !column.cost.is_finite() {
            return bad("its cost is not a finite number");
        }
        if !bounds_make_sense(column.lower, column.upper) {
            return bad("its bounds leave nothing between them");
        }
        if column.entries.iter().any(|&(row, amount)| row.index() >= self.rows.len() || !amount.is_finite()) {
            return bad("an entry names a row that is not there, or is not a finite number");
        }
        if column.commodity.is_some_and(|k| k.index() >= self.commodities.len()) {
            return bad("its commodity is not there");
        }
        if column.commodity.is_some() && column.lower != 0.0 {
            return bad("what serves a commodity has 0 as its lower bound");
        }
        Ok(())
    }
}

impl Commodity {
    pub(super) fn check(&self, at: CommodityIx) -> Result<(), Error> {
        let bad = |what| Err(Error::Commodity { commodity: at, what });
        if !(self.demand.is_finite() && self.demand >= 0.0) {
            return bad("its demand is not a finite number of 0 or more");
        }
        if let Unserved::At(cost) = self.unserved
            && !cost.is_finite()
        {
            return bad("the cost of unserved demand is not a finite number; `Never` forbids it");
        }
        if !(self.weight.is_finite() && self.weight >= 0.0) {
            return bad("its weight is not a finite number of 0 or more");
        }
        Ok(())
    }
}

impl Row {
    pub(super) fn check(&self, at: RowIx) -> Result<(), Error> {
        let sense = bounds_make_sense(self.lower, self.upper);
        if sense { Ok(()) } else { Err(Error::Row { row: at, what: "its bounds leave nothing between them" }) }
    }
}

pub(super) fn bounds_make_sense(lower: f64, upper: f64) -> bool {
    lower <= upper && lower < f64::INFINITY && upper > f64::NEG_INFINITY
}
