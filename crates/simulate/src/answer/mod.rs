//! From replications to the answer; joined in their order, so that threads do not tell.

mod cpmm;
mod places;
mod rows;

use crate::plan::Plan;
use crate::run::{Hours, Noted, RowNoted};
use crate::{CLOCK, SimulateError, SimulateQuestion};
use keruen_events::output::interval;
use keruen_events::stats::{Moments, Sketch};
use keruen_results::simulate::{Estimate, SCHEMA_VERSION, SimulateAnswer, SimulateAsked};

/// Confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

/// Sketches of all replications, joined as they end: counts, so that the order does not tell, and none is kept twice.
#[derive(Default)]
pub(crate) struct Joined {
    rows: Vec<(Sketch, Vec<[Sketch; 3]>)>,
    quays: Vec<Vec<Sketch>>,
    borders: Vec<Sketch>,
}

impl Joined {
    /// Takes the sketches of a replication over.
    pub fn join(&mut self, n: &mut Noted) {
        self.rows.resize_with(n.rows.len(), Default::default);
        for (all, row) in self.rows.iter_mut().zip(&mut n.rows) {
            all.0.join(&std::mem::take(&mut row.sketch));
            let marks = std::mem::take(&mut row.marks);
            all.1.resize_with(marks.len(), Default::default);
            all.1.iter_mut().flatten().zip(marks.iter().flatten()).for_each(|(a, b)| a.join(b));
        }
        self.quays.resize_with(n.quays.len(), Vec::new);
        for (all, quays) in self.quays.iter_mut().zip(&mut n.quays) {
            all.resize_with(quays.len(), Default::default);
            all.iter_mut().zip(quays).for_each(|(a, q)| a.join(&std::mem::take(&mut q.sketch)));
        }
        self.borders.resize_with(n.borders.len(), Default::default);
        self.borders.iter_mut().zip(&mut n.borders).for_each(|(a, b)| a.join(&std::mem::take(&mut b.1)));
    }
}

/// Everything an answer is made of.
struct Made<'a> {
    plan: &'a Plan,
    q: &'a SimulateQuestion,
    all: &'a [Noted],
    joined: &'a Joined,
}

pub(crate) fn answer(
    plan: &Plan,
    q: &SimulateQuestion,
    (all, joined): (&[Noted], &Joined),
) -> Result<SimulateAnswer, SimulateError> {
    if let Some((line, call)) = all.iter().find_map(|n| n.fault) {
        let line = &plan.lines.list[line];
        return Err(SimulateError::Little(format!("{} at {}", line.name, line.calls[call].name)));
    }
    let made = Made { plan, q, all, joined };
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
        rows: made.rows(),
        queues: made.queues(),
        berths: made.berths(),
        ships: made.ships(),
        stations: made.stations(),
        rooms: made.rooms(),
        borders: made.borders(),
        sections: made.sections(),
        traffic: made.traffic(),
        storm_hours: over(all, |n| n.storms),
        storms: made.storms(),
        events: all.iter().map(|n| n.events).sum(),
        lots: all.iter().map(|n| n.lots).sum(),
        promised_days: q.promised_days,
        notes: notes(plan),
    })
}

fn notes(plan: &Plan) -> Vec<String> {
    let quiet = plan.stations.iter().filter(|s| s.quiet && s.load > 0.0).count();
    let years: Vec<String> = plan.idle.iter().map(ToString::to_string).collect();
    let idle = format!("Table demand has nothing for {}: nothing new sets out then.", years.join(", "));
    let mut notes = vec![
        "Waits are what comes out of the tables' queue-free times, resources, ships and weather; no observed wait went in."
            .into(),
        format!("{quiet} resources at which random lots would wait less than six minutes are passed without a stop."),
        "Intervals are of the mean over replications (95 %); they say nothing of assumed figures.".into(),
    ];
    notes.extend((!years.is_empty()).then_some(idle));
    notes
}

fn estimate(numbers: &[f64]) -> Estimate {
    let i = interval(numbers, CONFIDENCE);
    Estimate { mean: i.mean, half: i.half.is_finite().then_some(i.half) }
}

/// The mean alone.
fn mean_over<T>(all: &[T], f: impl Fn(&T) -> f64) -> f64 {
    let mut moments = Moments::default();
    all.iter().for_each(|x| moments.add(f(x)));
    moments.mean().unwrap_or(0.0)
}

fn over<T>(all: &[T], f: impl Fn(&T) -> f64) -> Estimate {
    estimate(&all.iter().map(f).collect::<Vec<_>>())
}

/// Means of those replications that have any.
fn of_some<'a>(all: impl Iterator<Item = &'a Hours>) -> Estimate {
    estimate(&all.filter_map(Hours::mean).collect::<Vec<_>>())
}

/// Hours that a share of the spans do not exceed.
fn hours(sketch: &Sketch, share: f64) -> Option<f64> {
    sketch.quantile(share).map(|t| CLOCK.time(t.0))
}

/// All notes on one row.
fn of_row(all: &[Noted], row: usize) -> Vec<&RowNoted> {
    all.iter().map(|n| &n.rows[row]).collect()
}
