//! Rows of demand: how long, how sure, along which points.

use super::{Made, hours, mean_over, of_row, of_some, over};
use crate::CLOCK;
use crate::plan::way::{Step, Way};
use crate::run::Hours;
use keruen_events::stats::Sketch;
use keruen_results::simulate::{Mark, RowTimes, RowWeek, Spread, Traffic};
use std::collections::BTreeMap;

/// Hours of a day.
const DAY: f64 = 24.0;

impl Made<'_> {
    pub(super) fn rows(&self) -> Vec<RowTimes> {
        let shown = |i: &usize| {
            let row = &self.plan.rows[*i];
            row.comes.as_ref().is_none_or(|c| c.by_month.iter().any(|&r| r > 0.0))
                || self.all.iter().any(|n| n.rows[*i].started > 0)
        };
        (0..self.plan.rows.len()).filter(shown).map(|i| self.row(i)).collect()
    }

    fn row(&self, i: usize) -> RowTimes {
        let (plan, all) = (&self.plan.rows[i], of_row(self.all, i));
        let mut parts: [Hours; 6] = Default::default();
        all.iter().for_each(|r| parts.iter_mut().zip(&r.parts).for_each(|(a, b)| a.join(b)));
        let [moving, handling, border, turns, waiting, room] = parts.map(|m| m.mean().unwrap_or(0.0));
        let sketch = &self.joined.rows[i].0;
        let promised = self.q.promised_days.filter(|_| sketch.count() > 0);
        let no_way = "no chain of open links, services and operations leads there; ask `keruen route` for the reason";
        RowTimes {
            row: plan.id.clone(),
            from: plan.from.clone(),
            to: plan.to.clone(),
            cargo: plan.cargo.clone(),
            background: plan.background,
            no_way: plan.way.is_none().then(|| no_way.into()),
            outside: plan.way.as_ref().is_some_and(|w: &Way| w.outside),
            started: over(&all, |r| r.started as f64),
            delivered: over(&all, |r| r.delivered as f64),
            under_way: over(&all, |r| (r.started - r.delivered) as f64),
            kept: over(&all, |r| r.kept as f64),
            turned_away: over(&all, |r| r.turned_away as f64),
            tonnes: over(&all, |r| r.tonnes),
            hours: of_some(all.iter().map(|r| &r.hours)),
            p10: hours(sketch, 0.1),
            p50: hours(sketch, 0.5),
            p90: hours(sketch, 0.9),
            moving,
            handling,
            border,
            turns,
            waiting,
            room,
            in_time: promised.map(|days| sketch.share_within(CLOCK.span(days * DAY))),
            marks: self.marks(i),
            spread: spread(sketch),
            weeks: weeks(&all),
        }
    }

    /// Where a way meets ships, and its end.
    fn marks(&self, i: usize) -> Vec<Mark> {
        let (plan, (whole, sketches)) = (&self.plan.rows[i], &self.joined.rows[i]);
        let Some(way) = plan.way.as_ref().filter(|_| whole.count() > 0 && plan.marked) else { return Vec::new() };
        let rides = way.steps.iter().filter_map(|s| match s {
            Step::Ride(r) => Some((r.line, r.from, r.to)),
            _ => None,
        });
        let mut out = Vec::new();
        for (ride, ((line, from, to), km)) in rides.zip(&way.rides_km).enumerate() {
            let calls = &self.plan.lines.list[line].calls;
            let at = [(from, "ready", km.0), (from, "aboard", km.0), (to, "ashore", km.1)];
            for ((call, what, km), sketch) in at.into_iter().zip(&sketches[ride]) {
                out.extend(mark(format!("{} {what}", calls[call].name), km, sketch));
            }
        }
        out.extend(mark(format!("{} arrived", plan.to), way.km.iter().sum(), whole));
        out
    }

    /// What passed over each row of the network, by cargo.
    pub(super) fn traffic(&self) -> Vec<Traffic> {
        let mut sums: BTreeMap<(&'static str, keruen_model::Sym, &str, &str), [f64; 4]> = BTreeMap::new();
        for (i, row) in self.plan.rows.iter().enumerate() {
            let Some(way) = &row.way else { continue };
            let all = of_row(self.all, i);
            for t in &way.traffic {
                let passed = |r: &&super::RowNoted| (r.started - r.before.get(t.step).copied().unwrap_or(0)) as f64;
                let pieces = mean_over(&all, passed);
                let sum = sums.entry((t.what.table.name(), t.what.id, t.way.name(), &row.cargo)).or_default();
                sum.iter_mut().zip(t.measures).for_each(|(s, m)| *s += pieces * m);
            }
        }
        let name = |id: &keruen_model::Sym| self.plan.names.get(id).cloned().unwrap_or_default();
        let one =
            |((table, id, way, cargo), [tonnes, teu, wagons, trucks]): ((&str, keruen_model::Sym, &str, &str), [f64; 4])| {
                Traffic {
                    what: format!("{table}:{}", name(&id)),
                    direction: way.into(),
                    cargo: cargo.into(),
                    tonnes,
                    teu,
                    wagons,
                    trucks,
                }
            };
        sums.into_iter().map(one).collect()
    }
}

/// Means over replications, by week.
fn weeks(all: &[&super::RowNoted]) -> Vec<RowWeek> {
    let one = |week: usize| {
        let mean = |what: usize| all.iter().map(|r| r.weeks[week][what]).sum::<f64>() / all.len() as f64;
        let (arrived, hours) = (mean(2), mean(3));
        RowWeek { started: mean(0), landed: mean(1), arrived, hours: if arrived > 0.0 { hours / arrived } else { 0.0 } }
    };
    (0..all.first().map_or(0, |r| r.weeks.len())).map(one).collect()
}

/// Most bins of a histogram.
const BINS: f64 = 24.0;
/// Shares of the lots below its first bin and above its last.
const TAILS: (f64, f64) = (0.005, 0.995);
/// A bin is no narrower than a cell of the sketch, a part in 64 of the span.
const CELLS: f64 = 64.0;

fn spread(sketch: &Sketch) -> Option<Spread> {
    let (low, high) = (hours(sketch, TAILS.0)?, hours(sketch, TAILS.1)?);
    let bins = if high > low { ((high - low) / (high / CELLS)).floor().clamp(1.0, BINS) } else { 1.0 };
    let width = ((high - low) / bins).max(high / CELLS).max(f64::MIN_POSITIVE);
    let mut below = 0.0;
    let share = |bin: usize| {
        let within = if bin + 1 == bins as usize { 1.0 } else { sketch.share_within(CLOCK.span(low + (bin + 1) as f64 * width)) };
        let share = within - below;
        below = within;
        share
    };
    Some(Spread { from_hours: low, width_hours: width, shares: (0..bins as usize).map(share).collect() })
}

fn mark(place: String, km: f64, sketch: &Sketch) -> Option<Mark> {
    Some(Mark { place, km, p10: hours(sketch, 0.1)?, p50: hours(sketch, 0.5)?, p90: hours(sketch, 0.9)? })
}
