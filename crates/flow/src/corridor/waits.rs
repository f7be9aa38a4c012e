//! Waiting from one period to the next: goods that lie in a storage when a period ends go on in the next one.
//!
//! ```text
//! stock(k)   what lies there at the end of period k          <= room of the storage
//! room(k)    unit-hours held by work in k
//!            + hours(k) / 2 x (stock(k - 1) + stock(k))      <= room x hours(k)
//! cost       hours(k) / 2 + hours(k + 1) / 2 of the goods' time, storage charges beyond the free time
//! ```
//! Arrivals and departures are even over a period, so that a stock grows and shrinks by half a period each. Wagons wait with their
//! goods. Nothing is carried over the end of the year.

use super::plan::Plan;
use super::ways::{Stay, Ways};
use crate::mincost::{Row, RowIx};
use keruen_model::{Corridor, DemandKind, Quantity};

/// A step of a way with this bit is a wait, by its position in the graph; without it, an arc.
pub(super) const WAIT: u32 = 1 << 31;

/// A step of a way, with the period in which it is made.
#[derive(Clone, Copy)]
pub(super) struct Leg<'p> {
    pub period: usize,
    pub version: usize,
    pub ways: &'p Ways,
    /// The step as it stands in the way.
    pub step: u32,
}

impl<'p> Leg<'p> {
    pub fn stay(&self) -> Option<&'p Stay> {
        (self.step & WAIT != 0).then(|| &self.ways.stays()[(self.step & !WAIT) as usize])
    }

    /// Arc of the graph: of a wait, the work that it is for.
    pub fn arc(&self) -> u32 {
        self.stay().map_or(self.step, |s| s.arc)
    }
}

impl Plan {
    /// A row for each storage and end of a period but the last.
    pub(super) fn add_stocks(&mut self, corridor: &Corridor) {
        for k in 1..self.periods.len() {
            let mut rows = vec![None; self.scarcities.list.len()];
            for limit in self.ledgers[k - 1].limits.iter().filter(|l| l.held && self.ledgers[k].stores(corridor, l.what)) {
                let Some(then) = self.ledgers[k].find(limit.what).map(|l| self.ledgers[k].limits[l.0 as usize].amount.value())
                else {
                    continue;
                };
                let hours = |k: usize| self.periods[k].hours().value();
                let room = (limit.amount.value() / hours(k - 1)).min(then / hours(k));
                if let Some(s) = self.scarcities.get(limit.what) {
                    rows[s as usize] = Some(self.problem.row(Row::at_most(room)));
                }
            }
            self.stocks.push(rows);
        }
    }

    /// Whether goods may wait so at the end of a period.
    pub(super) fn may_wait(&self, period: usize, ways: &Ways, stay: &Stay) -> bool {
        let Some(stocks) = self.stocks.get(period) else { return false };
        let held = ways.held(stay);
        let both = |s: u32| self.rows[period][s as usize].is_some() && self.rows[period + 1][s as usize].is_some();
        held.iter().all(|&(s, _)| both(s)) && held.iter().any(|&(s, _)| stocks[s as usize].is_some())
    }

    /// What a lot that waits takes of the rows.
    pub(super) fn wait_uses<'a>(
        &'a self,
        period: usize,
        ways: &'a Ways,
        stay: &'a Stay,
    ) -> impl Iterator<Item = (RowIx, f64)> + 'a {
        let half = |k: usize| self.periods[k].hours().value() / 2.0;
        let (now, then) = (half(period), half(period + 1));
        ways.held(stay).iter().flat_map(move |&(s, amount)| {
            let row = |k: usize| self.rows[k][s as usize];
            let all = [(row(period), amount * now), (row(period + 1), amount * then), (self.stocks[period][s as usize], amount)];
            all.into_iter().filter_map(|(row, amount)| Some((row?, amount)))
        })
    }

    /// Charges and hours of a lot that waits.
    pub(super) fn wait_cost(&self, period: usize, ways: &Ways, stay: &Stay) -> (f64, f64) {
        let hours = (self.periods[period].hours().value() + self.periods[period + 1].hours().value()) / 2.0;
        (ways.stay_usd(stay, hours), hours)
    }

    /// The steps of a way (its origin, then arcs and waits), each in its period.
    pub(super) fn legs<'a>(&'a self, (mut period, wish): (usize, usize), steps: &'a [u32]) -> impl Iterator<Item = Leg<'a>> + 'a {
        let origin = steps.first().map_or(0, |&o| o as usize);
        steps.iter().skip(1).filter_map(move |&step| {
            let version = self.version[period];
            let leg = Leg { period, version, ways: self.ways(version, wish, origin)?, step };
            period += usize::from(step & WAIT != 0);
            Some(leg)
        })
    }

    /// Charges and hours of a leg of a wish.
    pub(super) fn leg_cost(&self, wish: usize, leg: Leg<'_>) -> (f64, f64) {
        match leg.stay() {
            Some(stay) => self.wait_cost(leg.period, leg.ways, stay),
            None => {
                let step = &leg.ways.steps[leg.step as usize];
                (step.charges(self.wishes[wish].kind == DemandKind::Through), step.hours)
            }
        }
    }

    /// Calls `add` with what a leg of a wish takes of each row.
    pub(super) fn leg_uses(&self, wish: usize, leg: Leg<'_>, mut add: impl FnMut(RowIx, f64)) {
        match leg.stay() {
            Some(stay) => self.wait_uses(leg.period, leg.ways, stay).for_each(|(row, amount)| add(row, amount)),
            None => {
                let rows = &self.rows[leg.period];
                let step = &leg.ways.steps[leg.step as usize];
                let taken = leg.ways.takes(step).iter();
                taken.filter_map(|&(s, amount)| Some((rows[s as usize]?, amount))).for_each(|(row, amount)| add(row, amount));
                if let Some(returns) = self.comes_back(wish) {
                    let moved = leg.ways.moves(step).iter();
                    let row = |s: u32| returns.rows[leg.period].get(s as usize).copied().flatten();
                    moved.filter_map(|&(s, n)| Some((row(s)?, n))).for_each(|(row, n)| add(row, n));
                }
            }
        }
    }
}
