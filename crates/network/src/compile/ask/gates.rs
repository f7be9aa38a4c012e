//! When the arcs of a question can be begun: the openings of a move from the start of the journey on, with the work of the lot.

use super::super::bill::Extent;
use super::super::bill::{Bill, LONG_WAIT};
use super::super::charges::ChargeLine;
use super::super::gate::{Gate, Run, Starts, Storage};
use super::super::graph::{TimeKind, TimePart};
use super::super::moves::{Act, HOUR, Opening};
use super::Explorer;
use super::deed::{Times, whole};
use keruen_model::{Dist, Hours, Quantity};
use smallvec::smallvec;

/// The window of what is always allowed.
const ALWAYS: (i64, i64) = (i64::MIN, i64::MAX);

impl Explorer<'_, '_> {
    /// The gate of a move; a ride by the clock takes at least the shortest of its runs.
    pub(super) fn gate(&self, made: &Act, time: &mut Times) -> Option<Gate> {
        let gate = match made.opens.as_deref() {
            None => None,
            Some(Opening::Ride { runs, aboard, may_wait, lone }) => {
                let mut runs: Vec<Run> = runs.iter().copied().filter(|r| r.leaves >= self.start).collect();
                if *aboard {
                    runs.iter_mut().for_each(|r| r.latest = r.leaves);
                }
                let least = runs.iter().map(|r| r.ends - r.leaves).min().unwrap_or(0);
                *time = smallvec![TimePart { kind: TimeKind::Moving, time: Dist::fixed(Hours(least as f64 / HOUR)) }];
                Some(Gate { aboard: *aboard && *lone, ..plain(Starts::Runs(runs), *may_wait) })
            }
            Some(Opening::Boarding { runs, open, may_wait, storage }) => {
                let starts = Starts::Runs(self.boardings(runs, open.as_deref(), time));
                let overrun = time.iter().map(|p| p.time).find(|d| d.variance() > 0.0);
                Some(Gate { overrun, storage: self.storage(storage, time), ..plain(starts, *may_wait) })
            }
            Some(Opening::Hours { open, may_wait, storage }) => {
                let open = open.iter().copied().filter(|s| s.1 > self.start).collect();
                Some(Gate { storage: self.storage(storage, time), ..plain(Starts::Open(open), *may_wait) })
            }
        };
        let Some(last) = made.last else { return gate };
        let mut gate = gate.unwrap_or_else(|| Gate::within(ALWAYS));
        gate.window.1 = gate.window.1.min(last);
        Some(gate)
    }

    /// Departures that work which is over when the service leaves can still make.
    fn boardings(&self, runs: &[Run], open: Option<&[(i64, i64)]>, time: &[TimePart]) -> Vec<Run> {
        let work = (whole(time).value() * HOUR).round() as i64;
        let begins = |r: &Run| {
            let latest = r.latest - work;
            Run { latest: open.map_or(latest, |spans| last_open(spans, latest)), ..*r }
        };
        let mut runs: Vec<Run> = runs.iter().filter(|r| r.leaves >= self.start).map(begins).collect();
        runs.retain(|r| r.latest >= self.start);
        runs.sort_unstable_by_key(|r| (r.leaves, r.latest));
        runs
    }

    /// What the ground asks for each hour beyond the free time.
    fn storage(&self, bill: &Bill, time: &[TimePart]) -> Vec<Storage> {
        let rows = self.index.corridor.tables.tariff.rows();
        // An expected wait has used up some of the free time before the clock begins to count.
        let waits = time.iter().filter(|p| matches!(p.kind, TimeKind::Waiting(_)));
        let usual: f64 = waits.map(|p| p.time.quantile(0.5).value()).sum();
        let free_of = |i: u32| rows[i as usize].free_days.map_or(0.0, Quantity::value) * 24.0;
        let none = Extent { distance: keruen_model::Km(0.0), time: Hours(0.0), waiting: Hours(0.0) };
        let lines = bill.lines(self.index, &self.lot, &none);
        let first = lines.first().map_or(0.0, |l| free_of(l.tariff));
        let line = |l: &ChargeLine| {
            let free = rows[l.tariff as usize].free_days.map_or(first, |_| free_of(l.tariff));
            let hours = LONG_WAIT.value() - free;
            Storage { tariff: l.tariff, free: (free - usual).max(0.0), quantity: l.quantity / hours, usd: l.usd / hours }
        };
        lines.iter().filter(|l| l.usd != 0.0).map(line).collect()
    }
}

fn plain(starts: Starts, may_wait: bool) -> Gate {
    Gate { starts, may_wait, ..Gate::within(ALWAYS) }
}

/// The last moment at or before `t` that lies in opening hours; before all time where there is none.
fn last_open(spans: &[(i64, i64)], t: i64) -> i64 {
    let before = spans.partition_point(|s| s.0 <= t);
    before.checked_sub(1).map_or(i64::MIN, |i| t.min(spans[i].1 - 1))
}
