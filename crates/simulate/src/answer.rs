//! From replications to the answer; joined in their order, so that threads do not tell.

use crate::plan::way::Way;
use crate::plan::{Plan, Row};
use crate::run::{Noted, RowNoted};
use crate::{CLOCK, SimulateError, SimulateQuestion};
use keruen_events::output::{Steady, interval, steady};
use keruen_events::stats::{Moments, Sketch};
use keruen_results::simulate::{
    BerthUse, Estimate, Queue, RowTimes, SCHEMA_VERSION, ShipUse, SimulateAnswer, SimulateAsked, StationUse,
};

/// Confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

pub(crate) fn answer(plan: &Plan, q: &SimulateQuestion, all: &[Noted]) -> Result<SimulateAnswer, SimulateError> {
    if let Some((line, call)) = all.iter().find_map(|n| n.fault) {
        let line = &plan.lines.list[line];
        return Err(SimulateError::Little(format!("{} at {}", line.name, line.calls[call].name)));
    }
    Ok(SimulateAnswer {
        schema_version: SCHEMA_VERSION,
        question: SimulateAsked {
            first: q.first.to_string(),
            last: q.last.to_string(),
            scenarios: q.scenarios.clone(),
            replications: q.replications,
            finished: all.len() as u32,
            seed: q.seed,
        },
        rows: plan.rows.iter().enumerate().map(|(i, r)| row(r, all.iter().map(|n| &n.rows[i]).collect())).collect(),
        queues: queues(plan, all),
        berths: berths(plan, all),
        ships: ships(plan, all),
        stations: stations(plan, all),
        events: all.iter().map(|n| n.events).sum(),
        notes: notes(),
    })
}

fn notes() -> Vec<String> {
    [
        "Waits are what comes out of the tables' queue-free times, resources, ships and weather; no observed wait went in.",
        "Lots keep to their way; storage and bans do not hold anybody up yet; what is scarce by the day has one rate for the run.",
        "Intervals are of the mean over replications (95 %); they say nothing of assumed figures.",
    ]
    .map(String::from)
    .to_vec()
}

fn estimate(numbers: &[f64]) -> Estimate {
    let i = interval(numbers, CONFIDENCE);
    Estimate { mean: i.mean, half: i.half.is_finite().then_some(i.half) }
}

fn over<T>(all: &[T], f: impl Fn(&T) -> f64) -> Estimate {
    estimate(&all.iter().map(f).collect::<Vec<_>>())
}

/// Means of those replications that have any.
fn of_some<'a>(all: impl Iterator<Item = &'a Moments>) -> Estimate {
    estimate(&all.filter_map(Moments::mean).collect::<Vec<_>>())
}

fn row(plan: &Row, all: Vec<&RowNoted>) -> RowTimes {
    let mut sketch = Sketch::default();
    let mut parts: [Moments; 5] = Default::default();
    for r in &all {
        sketch.join(&r.sketch);
        parts.iter_mut().zip(&r.parts).for_each(|(a, b)| a.join(b));
    }
    let hours = |share| sketch.quantile(share).map(|t| CLOCK.time(t.0));
    let [moving, handling, border, turns, waiting] = parts.map(|m| m.mean().unwrap_or(0.0));
    let no_way = plan.way.is_none();
    RowTimes {
        row: plan.id.clone(),
        from: plan.from.clone(),
        to: plan.to.clone(),
        cargo: plan.cargo.clone(),
        background: plan.background,
        no_way: no_way
            .then(|| "no chain of open links, services and operations leads there; ask `keruen route` for the reason".into()),
        outside: plan.way.as_ref().is_some_and(|w: &Way| w.outside),
        started: over(&all, |r| r.started as f64),
        delivered: over(&all, |r| r.delivered as f64),
        under_way: over(&all, |r| (r.started - r.delivered) as f64),
        tonnes: over(&all, |r| r.tonnes),
        hours: of_some(all.iter().map(|r| &r.hours)),
        p10: hours(0.1),
        p50: hours(0.5),
        p90: hours(0.9),
        moving,
        handling,
        border,
        turns,
        waiting,
    }
}

fn queues(plan: &Plan, all: &[Noted]) -> Vec<Queue> {
    let mut out = Vec::new();
    for (l, line) in plan.lines.list.iter().enumerate() {
        for (c, call) in line.calls.iter().enumerate() {
            let of = |n: &Noted| n.quays[l][c].level.most();
            if all.iter().all(|n| of(n) == 0.0) {
                continue;
            }
            let weeks: Vec<Vec<f64>> = all.iter().map(|n| n.quays[l][c].series.clone().means()).collect();
            let count = weeks[0].len();
            out.push(Queue {
                service: line.name.clone(),
                at: call.name.clone(),
                mean: over(all, |n| n.quays[l][c].level.mean(plan.end)),
                most: over(all, of),
                hours: of_some(all.iter().map(|n| &n.quays[l][c].waits)),
                at_end: over(all, |n| n.quays[l][c].here as f64),
                by_week: (0..count).map(|w| weeks.iter().map(|x| x[w]).sum::<f64>() / all.len() as f64).collect(),
                drifts: matches!(steady(&weeks, CONFIDENCE), Steady::Drifts { from, to } if to > from),
            });
        }
    }
    out
}

fn berths(plan: &Plan, all: &[Noted]) -> Vec<BerthUse> {
    let one = |(i, b): (usize, &crate::plan::fleet::Berth)| BerthUse {
        berth: b.name.clone(),
        count: b.count,
        share: over(all, |n| n.berths[i].mean(plan.end) / f64::from(b.count)),
    };
    plan.lines.berths.iter().enumerate().map(one).collect()
}

fn ships(plan: &Plan, all: &[Noted]) -> Vec<ShipUse> {
    let one = |(i, s): (usize, &crate::plan::fleet::Ship)| ShipUse {
        ship: s.name.clone(),
        service: plan.lines.list[s.line].name.clone(),
        sailings: over(all, |n| n.ships[i].0 as f64),
        load: of_some(all.iter().map(|n| &n.ships[i].1)),
        off_port_hours: over(all, |n| n.ships[i].2),
    };
    plan.lines.ships.iter().enumerate().map(one).collect()
}

fn stations(plan: &Plan, all: &[Noted]) -> Vec<StationUse> {
    let used = |i: &usize| all.iter().any(|n| n.stations[*i].1.count > 0);
    let one = |i: usize| StationUse {
        resource: plan.stations[i].name.clone(),
        share: over(all, |n| n.stations[i].0),
        hours: of_some(all.iter().map(|n| &n.stations[i].1)),
    };
    let mut out: Vec<StationUse> = (0..plan.stations.len()).filter(used).map(one).collect();
    out.sort_by(|a, b| b.share.mean.total_cmp(&a.share.mean));
    out
}
