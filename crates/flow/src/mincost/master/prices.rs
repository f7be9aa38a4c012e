//! Prices of rows, worths of commodities, reduced costs.

use super::{Bound, Master, NONE, Place, Stage, Var};

/// Part of the sum of the sizes of its terms that a reduced cost may be away from 0 by rounding.
pub(in crate::mincost) const RELATIVE: f64 = 1e-11;

/// Ways are forgotten when there are more than so many for each commodity and row, beside a few.
const MANY_WAYS: usize = 3;
const FEW_WAYS: usize = 5000;

impl Master {
    /// Cost of a column at the present stage, of those that count as costs (not broken bounds).
    #[inline]
    pub(super) fn plain_cost(&self, column: u32) -> f64 {
        match self.stage {
            Stage::Broken => self.blend * self.columns.cost[column as usize],
            Stage::Left => self.weight.get(column as usize).copied().unwrap_or(0.0),
            Stage::Cost => self.columns.cost[column as usize],
        }
    }

    /// Cost of a basic column, by which broken bounds count.
    pub(super) fn basic_cost(&self, column: u32) -> f64 {
        let breach = if self.stage == Stage::Broken { self.column_breach(column) } else { 0.0 };
        self.plain_cost(column) + breach
    }

    /// -1 below the lower bound, 1 above the upper, else 0.
    pub fn column_breach(&self, column: u32) -> f64 {
        let at = column as usize;
        breach(self.columns.value[at], self.columns.lower[at], self.columns.upper[at], self.slack)
    }

    pub(super) fn row_breach(&self, row: u32) -> f64 {
        let at = row as usize;
        breach(self.activity[at], self.row_lower[at], self.row_upper[at], self.slack)
    }

    /// Finds the prices at which every basic column has reduced cost zero.
    pub(super) fn find_prices(&mut self) {
        if self.stage == Stage::Broken {
            self.price_broken_rows();
        }
        let mut c = std::mem::take(&mut self.direction.c);
        c.clear();
        for &var in &self.slots {
            c.push(match var {
                Var::Column(column) => self.slot_cost(column),
                Var::Logical(row) if self.stage == Stage::Broken => self.row_breach(row),
                Var::Logical(_) => 0.0,
            });
        }
        let largest = c.iter().fold(0.0_f64, |most, c| most.max(c.abs()));
        let noise = largest * if self.stage == Stage::Broken { RELATIVE } else { f64::EPSILON };
        self.factor.solve_transposed(&mut c);
        let wrong = RELATIVE * c.iter().fold(0.0_f64, |most, c| most.max(c.abs()));
        for (&row, &price) in self.active.iter().zip(&c) {
            self.pi[row as usize] = if self.is_noise(row, price, noise, wrong) { 0.0 } else { price };
        }
        self.direction.c = c;
    }

    /// True for prices that are but rounding: very small ones, those of rows that are free to move, and small ones of the wrong
    /// sign, which would make arcs shorter than nothing.
    fn is_noise(&self, row: u32, price: f64, noise: f64, wrong: f64) -> bool {
        let at = row as usize;
        let fixed = self.row_lower[at] == self.row_upper[at];
        price.abs() <= noise
            || match self.row_bound[at] {
                Bound::Basic => self.stage != Stage::Broken,
                Bound::Upper => !fixed && price > 0.0 && price <= wrong,
                Bound::Lower => !fixed && price < 0.0 && price >= -wrong,
            }
    }

    /// Cost of a column in the working basis: against its key, and against free rows where these have a price.
    fn slot_cost(&self, column: u32) -> f64 {
        let commodity = self.columns.commodity[column as usize];
        let mut cost = self.basic_cost(column) - self.at_free_rows(column);
        if commodity != NONE {
            let key = self.key[commodity as usize];
            cost -= self.basic_cost(key) - self.at_free_rows(key);
        }
        cost
    }

    fn at_free_rows(&self, column: u32) -> f64 {
        if self.stage != Stage::Broken {
            return 0.0;
        }
        let free = |&(row, _): &(u32, f64)| self.position[row as usize] == NONE;
        self.columns.entries(column).filter(free).map(|(row, amount)| amount * self.pi[row as usize]).sum()
    }

    fn price_broken_rows(&mut self) {
        for row in 0..self.pi.len() as u32 {
            if self.position[row as usize] == NONE {
                self.pi[row as usize] = -self.row_breach(row);
            }
        }
    }

    /// What a unit served is worth: the cost of the key at present prices; and the size of its terms.
    #[inline]
    pub fn worth(&self, commodity: u32) -> (f64, f64) {
        let key = self.key[commodity as usize];
        let cost = self.basic_cost(key);
        let (priced, size) = self.columns.priced(key, &self.pi);
        (cost - priced, cost.abs() + size)
    }

    /// True when the key of a commodity is unserved demand that is not allowed.
    pub fn key_is_forbidden(&self, commodity: u32) -> bool {
        let key = self.key[commodity as usize];
        key == commodity && self.columns.upper[key as usize] == 0.0
    }

    /// The reduced cost of a nonbasic column, and below which size it is but rounding.
    #[inline]
    pub fn reduced_cost(&self, column: u32) -> (f64, f64) {
        let commodity = self.columns.commodity[column as usize];
        self.reduced_by(column, if commodity == NONE { (0.0, 0.0) } else { self.worth(commodity) })
    }

    /// The same where the worth of the commodity is known.
    #[inline]
    fn reduced_by(&self, column: u32, (worth, worth_size): (f64, f64)) -> (f64, f64) {
        let cost = self.plain_cost(column);
        let (priced, size) = self.columns.priced(column, &self.pi);
        (cost - priced - worth, RELATIVE * (cost.abs() + size + worth_size))
    }

    /// Forgets the dearer half of the ways that are out of use once there are many; an oracle finds them again if need be.
    pub fn trim(&mut self) {
        if self.columns.len() < self.listed + MANY_WAYS * (self.key.len() + self.pi.len()) + FEW_WAYS {
            return;
        }
        let idle = |&at: &u32| self.columns.place[at as usize] == Place::Lower;
        let mut ways: Vec<(f64, u32)> =
            (self.listed as u32..self.columns.len() as u32).filter(idle).map(|at| (self.reduced_cost(at).0, at)).collect();
        ways.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for &(_, way) in &ways[ways.len() / 2..] {
            self.columns.forget(way);
        }
    }

    /// In which direction a nonbasic column would lower the objective, and by how much a unit.
    pub fn gain(&self, column: u32) -> Option<(f64, f64)> {
        if self.may_enter(column) { self.gain_by(column, self.reduced_cost(column)) } else { None }
    }

    /// Whether so much gain may be but rounding of the prices, which are exact to a part of the largest: what goes round in a circle for
    /// nothing seems to gain then, and nothing stops it.
    pub fn is_rounding(&self, column: u32, gain: f64) -> bool {
        let largest = self.pi.iter().fold(0.0_f64, |most, price| most.max(price.abs()));
        let amounts: f64 = self.columns.entries(column).map(|(_, amount)| amount.abs()).sum();
        gain <= RELATIVE * largest * amounts
    }

    /// Those of the columns that gain, and how much each a unit. What is worth the same for many is counted once.
    pub fn gaining(&self, columns: impl Iterator<Item = u32>) -> Vec<(f64, u32)> {
        let mut worths: Vec<Option<(f64, f64)>> = vec![None; self.key.len()];
        let mut worth = |column: u32| match worths.get_mut(self.columns.commodity[column as usize] as usize) {
            Some(worth) => *worth.get_or_insert_with(|| self.worth(self.columns.commodity[column as usize])),
            None => (0.0, 0.0),
        };
        let may_enter = columns.filter(|&column| self.may_enter(column));
        let gain = |column: u32| Some((self.gain_by(column, self.reduced_by(column, worth(column)))?.1, column));
        may_enter.filter_map(gain).collect()
    }

    #[inline]
    fn may_enter(&self, column: u32) -> bool {
        let (at, place) = (column as usize, self.columns.place[column as usize]);
        !place.is_basic() && place != Place::Gone && self.columns.lower[at] != self.columns.upper[at]
    }

    #[inline]
    fn gain_by(&self, column: u32, (d, rounding): (f64, f64)) -> Option<(f64, f64)> {
        match self.columns.place[column as usize] {
            Place::Lower if d < -rounding => Some((1.0, -d)),
            Place::Upper if d > rounding => Some((-1.0, d)),
            Place::Free if d.abs() > rounding => Some((-d.signum(), d.abs())),
            _ => None,
        }
    }

    /// The binding row whose price has the wrong sign by most, and in which direction its use should move.
    pub fn wrong_row(&self) -> Option<(u32, f64)> {
        let largest = self.active.iter().fold(0.0_f64, |most, &row| most.max(self.pi[row as usize].abs()));
        let mut worst = (None, RELATIVE * largest);
        for &row in &self.active {
            let at = row as usize;
            let wrong = match self.row_bound[at] {
                Bound::Lower => -self.pi[at],
                Bound::Upper => self.pi[at],
                Bound::Basic => continue,
            };
            if wrong > worst.1 && self.row_lower[at] < self.row_upper[at] {
                worst = (Some(row), wrong);
            }
        }
        let row = worst.0?;
        Some((row, if self.row_bound[row as usize] == Bound::Lower { 1.0 } else { -1.0 }))
    }

    /// How a wanted way must stand out below the worth of its commodity.
    pub fn tolerance(&self, commodity: u32) -> f64 {
        RELATIVE * 2.0 * self.worth(commodity).1
    }

    /// The sum by which bounds are broken.
    pub fn breach_sum(&self) -> f64 {
        let over = |value: f64, lower: f64, upper: f64| {
            let by = (lower - value).max(value - upper).max(0.0);
            if by > self.slack { by } else { 0.0 }
        };
        let c = &self.columns;
        let columns: f64 = (0..c.len()).map(|at| over(c.value[at], c.lower[at], c.upper[at])).sum();
        let rows: f64 = (0..self.pi.len()).map(|at| over(self.activity[at], self.row_lower[at], self.row_upper[at])).sum();
        columns + rows
    }
}

fn breach(value: f64, lower: f64, upper: f64, slack: f64) -> f64 {
    if value < lower - slack {
        -1.0
    } else if value > upper + slack {
        1.0
    } else {
        0.0
    }
}
