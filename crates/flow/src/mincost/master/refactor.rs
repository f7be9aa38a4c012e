//! Factors made anew, values counted anew.

use super::columns::merge;
use super::{Bound, Master, NONE, Place, Stage, Var};
use crate::mincost::error::Error;

/// Values are counted anew after so many factorings; between them, they follow the pivots.
const RECOUNT: u32 = 20;

impl Master {
    /// Takes rows that do not bind out of the working basis and factors what is left.
    pub(super) fn refactor(&mut self) -> Result<(), Error> {
        self.since_recount += 1;
        if self.gather_and_factor() || self.since_recount >= RECOUNT {
            self.recount();
        }
        Ok(())
    }

    /// Begins with the present basis: factors, values, prices.
    pub fn restart(&mut self) {
        self.gather_and_factor();
        self.recount();
        self.find_prices();
    }

    /// Makes a binding row free to move, before its bounds are taken away: its logical enters, whatever leaves.
    pub fn release_row(&mut self, row: u32) -> Result<(), Error> {
        self.restart();
        for sign in [1.0, -1.0] {
            if self.row_bound[row as usize] != Bound::Basic {
                let bounds = (self.row_lower[row as usize], self.row_upper[row as usize]);
                (self.row_lower[row as usize], self.row_upper[row as usize]) = (f64::NEG_INFINITY, f64::INFINITY);
                self.enter(Var::Logical(row), sign)?;
                (self.row_lower[row as usize], self.row_upper[row as usize]) = bounds;
            }
        }
        if self.row_bound[row as usize] == Bound::Basic { Ok(()) } else { Err(Error::Numerical) }
    }

    /// Goes over to another stage.
    pub fn turn_to(&mut self, stage: Stage) {
        self.stage = stage;
        self.pi.fill(0.0);
        self.find_prices();
    }

    /// True when the basis was singular and had to be changed.
    fn gather_and_factor(&mut self) -> bool {
        let mut repaired = false;
        loop {
            self.gather();
            let columns: Vec<Vec<(u32, f64)>> = self.slots.iter().map(|&var| self.working_column(var)).collect();
            let Err(unpaired) = self.factor.begin(&columns) else { return repaired };
            repaired = true;
            for (position, slot) in unpaired {
                self.row_bound[self.active[position as usize] as usize] = Bound::Basic;
                if let Var::Column(column) = self.slots[slot as usize] {
                    self.columns.rest_at_bound(column);
                }
            }
        }
    }

    /// The slots are the basic columns beside the keys, the active rows those at a bound: as many of both.
    fn gather(&mut self) {
        self.slots.retain(|&var| match var {
            Var::Column(column) => matches!(self.columns.place[column as usize], Place::Slot(_)),
            Var::Logical(_) => false,
        });
        for (slot, &var) in self.slots.iter().enumerate() {
            if let Var::Column(column) = var {
                self.columns.place[column as usize] = Place::Slot(slot as u32);
            }
        }
        for &row in &self.active {
            self.position[row as usize] = NONE;
        }
        let bound = &self.row_bound;
        self.active.retain(|&row| bound[row as usize] != Bound::Basic);
        for (position, &row) in self.active.iter().enumerate() {
            self.position[row as usize] = position as u32;
        }
        if self.stage != Stage::Broken {
            for row in 0..self.pi.len() {
                if self.position[row] == NONE {
                    self.pi[row] = 0.0;
                }
            }
        }
        self.members.fill(0);
        for &var in &self.slots {
            if let Var::Column(column) = var
                && let Some(members) = self.members.get_mut(self.columns.commodity[column as usize] as usize)
            {
                *members += 1;
            }
        }
    }

    fn working_column(&self, var: Var) -> Vec<(u32, f64)> {
        let Var::Column(column) = var else { return Vec::new() };
        let here = |(row, amount): (u32, f64)| {
            let position = self.position[row as usize];
            (position != NONE).then_some((position, amount))
        };
        let mut entries: Vec<(u32, f64)> = self.columns.entries(column).filter_map(here).collect();
        let commodity = self.columns.commodity[column as usize];
        if commodity != NONE {
            let key = self.columns.entries(self.key[commodity as usize]);
            entries.extend(key.filter_map(here).map(|(position, amount)| (position, -amount)));
            merge(&mut entries);
        }
        entries
    }

    /// Counts all values from the bounds of what is not basic, and corrects the slots until rows at a bound use just that.
    pub(super) fn recount(&mut self) {
        self.since_recount = 0;
        for _ in 0..3 {
            self.count_keys();
            self.count_rows();
            if self.correct_slots() <= 1e-3 * self.slack {
                break;
            }
        }
        self.count_keys();
        self.count_rows();
        for &row in &self.active {
            match self.row_bound[row as usize] {
                Bound::Lower => self.activity[row as usize] = self.row_lower[row as usize],
                Bound::Upper => self.activity[row as usize] = self.row_upper[row as usize],
                Bound::Basic => {}
            }
        }
    }

    /// Keys carry what nothing else of their commodity carries.
    fn count_keys(&mut self) {
        for (k, &key) in self.key.iter().enumerate() {
            self.columns.value[key as usize] = self.demand[k];
        }
        for column in 0..self.columns.len() {
            let (commodity, value) = (self.columns.commodity[column], self.columns.value[column]);
            if commodity != NONE && value != 0.0 && !matches!(self.columns.place[column], Place::Key | Place::Gone) {
                self.columns.value[self.key[commodity as usize] as usize] -= value;
            }
        }
    }

    fn count_rows(&mut self) {
        let mut activity = std::mem::take(&mut self.activity);
        activity.fill(0.0);
        for column in 0..self.columns.len() as u32 {
            let value = self.columns.value[column as usize];
            if value != 0.0 && self.columns.place[column as usize] != Place::Gone {
                self.columns.entries(column).for_each(|(row, amount)| activity[row as usize] += value * amount);
            }
        }
        self.activity = activity;
    }

    /// The largest correction.
    fn correct_slots(&mut self) -> f64 {
        let wanted = |&row: &u32| {
            let at = row as usize;
            let bound = if self.row_bound[at] == Bound::Lower { self.row_lower[at] } else { self.row_upper[at] };
            if self.row_bound[at] == Bound::Basic { 0.0 } else { bound - self.activity[at] }
        };
        let mut v: Vec<f64> = self.active.iter().map(wanted).collect();
        self.factor.solve(&mut v);
        for (slot, &by) in v.iter().enumerate() {
            if let Var::Column(column) = self.slots[slot] {
                self.columns.value[column as usize] += by;
            }
        }
        v.iter().fold(0.0, |most, by| most.max(by.abs()))
    }
}
