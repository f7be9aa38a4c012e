//! Stations: whatever is scarce by the hour, day or year, with the rate of each month.
//!
//! ```text
//! hours a unit in a month = share of the month on which the row holds / share of the run / (amount of the month / hours of the month)
//! ```
//! The ledger counts the uses of a row that holds on part of the run for that part; the first two factors undo it, so that on its own
//! days each unit takes all of its use, and on other days nothing.

use super::Row;
use super::way::{Step, label};
use keruen_model::{Corridor, Quantity};
use keruen_network::ledger::{Ledger, Period, Scarce};

/// Something that lots take turns at.
pub(crate) struct Station {
    pub name: String,
    /// Hours that a unit takes, by month; none = it is not there, infinite = it is closed.
    pub each: Vec<f64>,
    /// Share of the time at work that the plan asks of it, on average and in the busiest month.
    pub load: f64,
    /// Nobody waits there: lots pass without a stop.
    pub quiet: bool,
}

impl Station {
    /// Hours that a unit takes in a month.
    pub fn in_month(&self, month: usize) -> f64 {
        self.each.get(month).copied().unwrap_or(0.0)
    }
}

/// A station at which lots that come at random would wait less than this many hours, six minutes, is passed without a stop.
const QUIET: f64 = 0.1;
/// And no station that is at work for more than this share is quiet: ships bring lots in crowds.
const QUIET_LOAD: f64 = 0.6;

/// The stations of a ledger, numbered as its limits.
pub(super) fn stations(c: &Corridor, ledger: &Ledger, months: &[Ledger]) -> Vec<Station> {
    let one = |l: &keruen_network::ledger::Limit| {
        let whole = share(c, l.what, ledger.period);
        let each = months.iter().map(|m| {
            let there = share(c, l.what, m.period);
            let amount = m.find(l.what).map_or(0.0, |ix| m.limits[ix.0 as usize].amount.value());
            if there <= 0.0 || whole <= 0.0 { 0.0 } else { there / whole * m.period.hours().value() / amount }
        });
        Station { name: label(c, l.what), each: each.collect(), load: 0.0, quiet: false }
    };
    ledger.limits.iter().map(one).collect()
}

/// Share of a period on which the row of a limit holds.
fn share(c: &Corridor, what: Scarce, period: Period) -> f64 {
    let row = if let Scarce::Resource(r, _) = what { c.tables.resource.find(r) } else { None };
    row.map_or(1.0, |r| period.share_within(r.valid_from, r.valid_to))
}

/// Marks the quiet stations: mean wait by Pollaczek and Khinchine, lots taken as coming at random.
pub(super) fn hush(stations: &mut [Station], rows: &[Row], months: &[f64]) {
    let mut sums = vec![vec![(0.0, 0.0); months.len()]; stations.len()];
    let mut must = vec![false; stations.len()];
    for row in rows {
        let Some(way) = &row.way else { continue };
        for step in &way.steps {
            let Step::Turn { station, each } = step else { continue };
            must[*station] |= row.comes.is_none();
            for (m, sum) in sums[*station].iter_mut().enumerate() {
                let work = each * f64::from(way.pieces) * stations[*station].each[m];
                let lots = row.comes.as_ref().map_or(0.0, |c| c.by_month.get(m).copied().unwrap_or(0.0));
                if lots > 0.0 {
                    sum.0 += lots * work;
                    sum.1 += lots * work * work;
                }
            }
        }
    }
    for (i, s) in stations.iter_mut().enumerate() {
        let busy = sums[i].iter().map(|x| x.0);
        s.load = busy.clone().zip(months).map(|(b, h)| b * h).sum::<f64>() / months.iter().sum::<f64>();
        let wait = sums[i].iter().map(|&(b, squares)| if b < 1.0 { squares / (2.0 * (1.0 - b)) } else { f64::INFINITY });
        s.quiet = !must[i] && busy.fold(0.0, f64::max) <= QUIET_LOAD && wait.fold(0.0, f64::max) <= QUIET;
    }
}

/// Takes the turns at quiet stations out of a way, and joins the work on both sides.
pub(super) fn smooth(way: &mut super::way::Way, stations: &[Station]) {
    let mut steps: Vec<Step> = Vec::with_capacity(way.steps.len());
    let mut moved = Vec::with_capacity(way.steps.len());
    for step in std::mem::take(&mut way.steps) {
        let quiet = matches!(&step, Step::Turn { station, .. } if stations[*station].quiet);
        match (step, steps.last_mut()) {
            (Step::Turn { .. }, _) if quiet => {}
            (Step::Work { to, .. }, Some(Step::Work { to: before, .. })) => *before = to,
            (step, _) => steps.push(step),
        }
        moved.push(steps.len().saturating_sub(1));
    }
    way.steps = steps;
    for t in &mut way.traffic {
        t.step = moved.get(t.step).copied().unwrap_or(0);
    }
}
