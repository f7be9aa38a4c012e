//! The year of a comparison with queues, weather and ships that leave when full: the same replications on all sides.
//!
//! ```text
//! side -> flow of the year (its ways and shares) -> plan -> replications 0 .. N - 1 of one seed -> figures
//! difference of a figure = mean over r of (other(r) - base(r)), half = t(0.975, N - 1) x deviation / sqrt(N)
//! ```
//! Replication r of every side draws its storms, arrivals and stays from the same streams, so that luck cancels in the difference.

use super::Luck;
use super::side::Comparer;
use crate::error::StudyError;
use crate::foresight::{Foresight, shares};
use keruen_model::{Corridor, Date};
use keruen_results::compare::{Simulated, SimulatedFigure};
use keruen_results::paired::Difference;
use keruen_results::{Part, Progress};
use keruen_simulate::{Measure, Run, SimulateQuestion, Simulation, difference, estimate, weight};

/// Share of a side's time that its flow takes.
const FLOW: f64 = 0.2;

/// Simulations of all sides, the base first.
pub(super) fn simulated(
    (comparer, sides, stacks): (&Comparer<'_>, &[Corridor], &[&[String]]),
    luck: Luck,
    progress: &dyn Progress,
) -> Result<Simulated, StudyError> {
    let question = question(comparer.question().year, luck)?;
    let mut runs = Vec::new();
    for (i, (corridor, names)) in sides.iter().zip(stacks).enumerate() {
        let share = |k: usize| k as f64 / sides.len() as f64;
        let part = Part::new(progress, (share(i), share(i + 1)));
        runs.push(run((comparer.corridor(), corridor), names, &question, &part)?);
    }
    Ok(Simulated {
        first: question.first.to_string(),
        last: question.last.to_string(),
        seed: luck.seed,
        replications: question.replications,
        figures: figures(&runs),
    })
}

/// The days of a year.
fn question(year: i32, luck: Luck) -> Result<SimulateQuestion, StudyError> {
    let day = |month, day| i16::try_from(year).ok().and_then(|y| Date::new(y, month, day));
    let (first, last) = day(1, 1).zip(day(12, 31)).ok_or(StudyError::NoWishes)?;
    Ok(SimulateQuestion {
        replications: luck.replications.max(1),
        seed: luck.seed,
        threads: luck.threads,
        ..SimulateQuestion::of(first, last)
    })
}

/// One side.
fn run(
    (base, corridor): (&Corridor, &Corridor),
    names: &[String],
    question: &SimulateQuestion,
    progress: &dyn Progress,
) -> Result<Run, StudyError> {
    let year = question.first.year();
    let flow = shares((base, corridor), (year, Foresight::Year), names, &Part::new(progress, (0.0, FLOW)))?;
    let question = SimulateQuestion { scenarios: names.to_vec(), ..question.clone() };
    let run = Simulation::new(corridor, question, flow.as_slice()).and_then(|s| s.run(&Part::new(progress, (FLOW, 1.0))))?;
    // Half a side has no pairs: what is cut off is not compared.
    if run.answer.question.finished < run.answer.question.replications { Err(StudyError::Cancelled) } else { Ok(run) }
}

/// Headlines, then what some side changes, the surest change first.
fn figures(runs: &[Run]) -> Vec<SimulatedFigure> {
    let Some((base, others)) = runs.split_first() else { return Vec::new() };
    let one = |m: &Measure| {
        let of = |r: &Run| r.measures.iter().find(|o| o.what == m.what).and_then(|o| difference(m, o));
        let others: Vec<Option<Difference>> = others.iter().map(of).collect();
        let whole = m.numbers.iter().all(|x| x.is_finite());
        (whole && (m.headline || surest(&others) > 0.0)).then(|| SimulatedFigure {
            what: m.what.clone(),
            unit: m.unit.into(),
            headline: m.headline,
            base: estimate(m),
            others,
        })
    };
    let mut out: Vec<SimulatedFigure> = base.measures.iter().filter_map(one).collect();
    let fixed = out.iter().take_while(|f| f.headline).count();
    out[fixed..].sort_by(|a, b| surest(&b.others).total_cmp(&surest(&a.others)));
    out
}

/// How sure the surest difference of a figure is.
fn surest(others: &[Option<Difference>]) -> f64 {
    others.iter().flatten().map(weight).fold(0.0, f64::max)
}
