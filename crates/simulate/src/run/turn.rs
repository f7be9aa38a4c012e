//! Turns at stations.

use super::World;
use super::note::Deed;
use crate::CLOCK;
use crate::plan::station::Station as Planned;
use crate::run::hours::Hours;
use keruen_events::Tick;

/// A station: when it is free, and what it has done.
pub(super) struct Station {
    free: Tick,
    /// Hours that a unit takes this month; infinite while it is closed.
    each: f64,
    pub worked: u64,
    pub waits: Hours,
}

impl Station {
    pub fn new(plan: &Planned) -> Station {
        Station { free: Tick(0), each: plan.in_month(0), worked: 0, waits: Hours::default() }
    }
}

impl World<'_> {
    /// When a turn at a station for so much of its resource begins; it works at the rate of the month in which it begins.
    pub(super) fn turn(&mut self, now: Tick, (who, station): (u32, usize), amount: f64) -> Tick {
        let s = &self.stations[station];
        let (mut begins, mut each) = (now.max(s.free), s.each);
        if begins >= self.month_ends || each.is_infinite() {
            (begins, each) = self.later(begins, station);
        }
        if each.is_infinite() {
            return self.plan.end + 1;
        }
        let span = CLOCK.span(amount * each);
        if span == 0 {
            return now;
        }
        let s = &mut self.stations[station];
        s.free = begins + span;
        s.worked += span.min(self.plan.end.since(begins));
        s.waits.add(begins.since(now));
        self.notes.log(now, who, &self.lots[who as usize], Deed::Turn { station, begins: begins.0, ends: begins.0 + span });
        begins
    }

    /// The same in the first later month in which the station is open.
    fn later(&self, mut begins: Tick, station: usize) -> (Tick, f64) {
        let (plan, mut month) = (&self.plan.stations[station], self.month);
        while month + 1 < plan.each.len() && (begins >= self.plan.months[month] || plan.each[month].is_infinite()) {
            begins = begins.max(self.plan.months[month]);
            month += 1;
        }
        (begins, plan.in_month(month))
    }

    /// A month begins.
    pub(super) fn new_month(&mut self) {
        self.month = (self.month + 1).min(self.plan.months.len() - 1);
        self.month_ends = self.plan.month_ends(self.month);
        for (s, plan) in self.stations.iter_mut().zip(&self.plan.stations) {
            s.each = plan.in_month(self.month);
        }
    }
}
