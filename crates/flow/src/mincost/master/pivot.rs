//! One step of the simplex: a column enters, all basic values move, the one that meets its bound first leaves.

use super::ratio::Leaves;
use super::{Bound, Master, NONE, Place, Stage, Var};
use crate::mincost::error::Error;

/// Below this, a rate of change is rounding.
const TINY: f64 = 1e-11;
/// A binding row that moves faster than this shows that the factors are worn out.
const WORN: f64 = 1e-7;

/// How everything basic moves when a unit enters, and room to compute it.
#[derive(Clone, Debug, Default)]
pub(super) struct Direction {
    /// Slots fall by this.
    pub alpha: Vec<f64>,
    /// Keys rise by this; by commodity, and which are not zero.
    pub key_rate: Vec<f64>,
    pub keys: Vec<u32>,
    /// Rows rise by this; and which were touched.
    pub row_rate: Vec<f64>,
    pub rows: Vec<u32>,
    seen_key: Vec<bool>,
    seen_row: Vec<bool>,
    /// Room for prices.
    pub c: Vec<f64>,
}

impl Direction {
    pub fn new(rows: usize, commodities: usize) -> Self {
        Self {
            key_rate: vec![0.0; commodities],
            seen_key: vec![false; commodities],
            row_rate: vec![0.0; rows],
            seen_row: vec![false; rows],
            ..Self::default()
        }
    }

    fn clear(&mut self) {
        for k in self.keys.drain(..) {
            (self.key_rate[k as usize], self.seen_key[k as usize]) = (0.0, false);
        }
        for row in self.rows.drain(..) {
            (self.row_rate[row as usize], self.seen_row[row as usize]) = (0.0, false);
        }
    }

    #[inline]
    fn add_key(&mut self, commodity: u32, rate: f64) {
        let at = commodity as usize;
        self.key_rate[at] += rate;
        if !self.seen_key[at] {
            self.seen_key[at] = true;
            self.keys.push(commodity);
        }
    }

    #[inline]
    fn add_rows(&mut self, entries: impl Iterator<Item = (u32, f64)>, rate: f64) {
        for (row, amount) in entries {
            let at = row as usize;
            self.row_rate[at] += rate * amount;
            if !self.seen_row[at] {
                self.seen_row[at] = true;
                self.rows.push(row);
            }
        }
    }
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The basis or a bound changed.
    Done,
    /// Nothing ever stops the entering column.
    Endless,
    /// The rates could not be trusted; the factors were made anew, so prices must be looked at again.
    Anew,
}

impl Master {
    /// Lets `var` enter, rising (`sign` 1) or falling (-1).
    pub fn enter(&mut self, var: Var, sign: f64) -> Result<Step, Error> {
        self.find_direction(var);
        if self.is_worn(var) {
            return if self.factor.is_fresh() { Err(Error::Numerical) } else { self.refactor().map(|()| Step::Anew) };
        }
        let Some((leaves, step)) = self.ratio(var, sign) else { return Ok(Step::Endless) };
        self.pivots += 1;
        self.degenerate += u64::from(step == 0.0);
        self.move_values(var, sign * step);
        let worked = self.exchange(var, sign, leaves);
        if self.factor.is_long() {
            self.refactor()?;
        }
        if worked || self.stage == Stage::Broken {
            self.find_prices();
        }
        Ok(Step::Done)
    }

    fn find_direction(&mut self, var: Var) {
        let mut d = std::mem::take(&mut self.direction);
        d.clear();
        self.solve_for(var, &mut d.alpha);
        if let Var::Column(column) = var {
            d.add_rows(self.columns.entries(column), 1.0);
            if self.columns.commodity[column as usize] != NONE {
                d.add_key(self.columns.commodity[column as usize], -1.0);
            }
        }
        for (slot, &var) in self.slots.iter().enumerate() {
            let a = d.alpha[slot];
            let Var::Column(column) = var else { continue };
            if a.abs() <= TINY {
                d.alpha[slot] = 0.0;
                continue;
            }
            d.add_rows(self.columns.entries(column), -a);
            if self.columns.commodity[column as usize] != NONE {
                d.add_key(self.columns.commodity[column as usize], a);
            }
        }
        for i in 0..d.keys.len() {
            let k = d.keys[i] as usize;
            let rate = d.key_rate[k];
            if rate.abs() > TINY {
                d.add_rows(self.columns.entries(self.key[k]), rate);
            } else {
                d.key_rate[k] = 0.0;
            }
        }
        self.direction = d;
    }

    /// The column of `var` expressed in the working basis.
    fn solve_for(&mut self, var: Var, v: &mut Vec<f64>) {
        v.clear();
        v.resize(self.factor.size(), 0.0);
        let mut add = |row: u32, amount: f64| {
            if let Some(at) = v.get_mut(self.position[row as usize] as usize) {
                *at += amount;
            }
        };
        match var {
            Var::Logical(row) => add(row, -1.0),
            Var::Column(column) => {
                self.columns.entries(column).for_each(|(row, amount)| add(row, amount));
                let commodity = self.columns.commodity[column as usize];
                if commodity != NONE {
                    self.columns.entries(self.key[commodity as usize]).for_each(|(row, amount)| add(row, -amount));
                }
            }
        }
        if v.iter().any(|&v| v != 0.0) {
            self.factor.solve(v);
        }
    }

    /// Binding rows must not move, but for the one whose logical enters.
    fn is_worn(&self, var: Var) -> bool {
        let d = &self.direction;
        let largest = d.alpha.iter().fold(1.0_f64, |most, a| most.max(a.abs()));
        let bound = |&&row: &&u32| self.row_bound[row as usize] != Bound::Basic;
        let wanted = |row: u32| if var == Var::Logical(row) { 1.0 } else { 0.0 };
        d.rows.iter().filter(bound).any(|&row| (d.row_rate[row as usize] - wanted(row)).abs() > WORN * largest)
    }

    fn move_values(&mut self, var: Var, step: f64) {
        if step != 0.0 {
            let d = &self.direction;
            for (slot, &a) in d.alpha.iter().enumerate() {
                if let Var::Column(column) = self.slots[slot] {
                    self.columns.value[column as usize] -= step * a;
                }
            }
            for &k in &d.keys {
                self.columns.value[self.key[k as usize] as usize] += step * d.key_rate[k as usize];
            }
            for &row in &d.rows {
                if self.row_bound[row as usize] == Bound::Basic {
                    self.activity[row as usize] += step * d.row_rate[row as usize];
                }
            }
        }
        match var {
            Var::Column(column) => self.columns.value[column as usize] += step,
            Var::Logical(row) => self.activity[row as usize] += step,
        }
    }

    /// Changes the basis. True when the working basis changed.
    fn exchange(&mut self, var: Var, sign: f64, leaves: Leaves) -> bool {
        match leaves {
            Leaves::Itself => self.flip(var, sign),
            Leaves::Key { commodity, bound } if self.members[commodity as usize] == 0 => {
                let Var::Column(column) = var else { return false };
                self.rest(Var::Column(self.key[commodity as usize]), bound);
                self.key[commodity as usize] = column;
                self.columns.place[column as usize] = Place::Key;
                return false;
            }
            Leaves::Key { commodity, bound } => {
                let slot = self.trade_key(var, commodity);
                self.replace(slot, var, bound);
            }
            Leaves::Slot { slot, bound } => self.replace(slot as usize, var, bound),
            Leaves::Row { row, bound } => {
                let slot = self.border(row);
                self.replace(slot, var, bound);
            }
        }
        leaves != Leaves::Itself
    }

    fn flip(&mut self, var: Var, sign: f64) {
        let bound = if sign > 0.0 { Bound::Upper } else { Bound::Lower };
        self.rest(var, bound);
    }

    /// Puts what is not basic any more exactly at its bound.
    fn rest(&mut self, var: Var, bound: Bound) {
        match var {
            Var::Column(column) => {
                let at = column as usize;
                (self.columns.place[at], self.columns.value[at]) = match bound {
                    Bound::Upper => (Place::Upper, self.columns.upper[at]),
                    _ => (Place::Lower, self.columns.lower[at]),
                };
            }
            Var::Logical(row) => {
                let at = row as usize;
                self.row_bound[at] = bound;
                self.activity[at] = if bound == Bound::Upper { self.row_upper[at] } else { self.row_lower[at] };
            }
        }
    }

    /// Makes the largest slot of the commodity its key, and puts the key into that slot. `alpha` follows.
    fn trade_key(&mut self, entering: Var, commodity: u32) -> usize {
        let of_commodity = |&slot: &usize| match self.slots[slot] {
            Var::Column(column) => self.columns.commodity[column as usize] == commodity,
            Var::Logical(_) => false,
        };
        let mine: Vec<usize> = (0..self.slots.len()).filter(of_commodity).collect();
        let value = |slot: usize| match self.slots[slot] {
            Var::Column(column) => self.columns.value[column as usize],
            Var::Logical(_) => 0.0,
        };
        let slot = mine.iter().copied().reduce(|a, b| if value(b) > value(a) { b } else { a }).unwrap_or(0);
        let others = mine.iter().copied().filter(|&other| other != slot);
        self.factor.swap(slot, others.clone().map(|other| other as u32));
        let alpha = &mut self.direction.alpha;
        let same = matches!(entering, Var::Column(column) if self.columns.commodity[column as usize] == commodity);
        let sum: f64 = others.map(|other| alpha[other]).sum();
        alpha[slot] = -(alpha[slot] - f64::from(u8::from(same)) + sum);
        if let Var::Column(column) = self.slots[slot] {
            let old = std::mem::replace(&mut self.key[commodity as usize], column);
            self.slots[slot] = Var::Column(old);
            self.columns.place[column as usize] = Place::Key;
            self.columns.place[old as usize] = Place::Slot(slot as u32);
        }
        slot
    }

    /// A free row begins to bind: it joins the working basis with its logical in a new slot.
    fn border(&mut self, row: u32) -> usize {
        let slot = self.slots.len();
        let entry = |(i, &var): (usize, &Var)| {
            let Var::Column(column) = var else { return None };
            let mut amount = self.columns.entry(column, row);
            let commodity = self.columns.commodity[column as usize];
            if commodity != NONE {
                amount -= self.columns.entry(self.key[commodity as usize], row);
            }
            (amount != 0.0).then_some((i as u32, amount))
        };
        let entries: Vec<_> = self.slots.iter().enumerate().filter_map(entry).collect();
        self.factor.border(entries.into_iter());
        self.direction.alpha.push(-self.direction.row_rate[row as usize]);
        self.position[row as usize] = slot as u32;
        self.active.push(row);
        self.slots.push(Var::Logical(row));
        slot
    }

    /// What is in the slot leaves to its bound; `var` takes the slot.
    fn replace(&mut self, slot: usize, var: Var, bound: Bound) {
        let out = std::mem::replace(&mut self.slots[slot], var);
        self.rest(out, bound);
        self.count(out, -1);
        self.count(var, 1);
        match var {
            Var::Column(column) => self.columns.place[column as usize] = Place::Slot(slot as u32),
            Var::Logical(row) => self.row_bound[row as usize] = Bound::Basic,
        }
        self.factor.replace(slot, &self.direction.alpha);
    }

    fn count(&mut self, var: Var, change: i32) {
        if let Var::Column(column) = var
            && let Some(members) = self.members.get_mut(self.columns.commodity[column as usize] as usize)
        {
            *members = members.wrapping_add_signed(change);
        }
    }
}
