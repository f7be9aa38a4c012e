//! The part of a study on what really happens: some months day by day, and what was seen in them beside it.

use crate::error::StudyError;
use crate::file::SimulateSpec;
use crate::foresight::{Foresight, shares};
use crate::observed::observed;
use keruen_model::{Corridor, Date};
use keruen_results::study::SimulatePart;
use keruen_results::{Part, Progress};
use keruen_simulate::{SimulateQuestion, Simulation};
use std::num::NonZeroUsize;

/// Share of the time that the flows take whose ways the goods go.
const FLOWS: f64 = 0.1;

/// Answers the part.
///
/// # Errors
/// When the calendar has no such months, a flow is not proven, the simulation cannot be run, or the asker stops.
pub fn simulate_part(
    corridor: &Corridor,
    (spec, threads): (&SimulateSpec, NonZeroUsize),
    progress: &dyn Progress,
) -> Result<SimulatePart, StudyError> {
    let none =
        || StudyError::Simulation(format!("the calendar has no {} months from the year {}", spec.months, spec.year), false);
    let (first, last) = days(spec).ok_or_else(none)?;
    let question = SimulateQuestion {
        replications: spec.replications.max(1),
        seed: spec.seed,
        threads,
        ..SimulateQuestion::of(first, last)
    };
    let mut flows = Vec::new();
    for year in first.year()..=last.year() {
        flows.extend(shares((corridor, corridor), (year, Foresight::Year), &[], &Part::new(progress, (0.0, FLOWS)))?);
    }
    let run = Simulation::new(corridor, question, &flows).and_then(|s| s.run(&Part::new(progress, (FLOWS, 1.0))))?;
    let seen = observed(corridor, &run.answer);
    Ok(SimulatePart { command: command(&corridor.meta.id, spec), answer: run.answer, seen })
}

/// The command that repeats the part.
fn command(corridor: &str, spec: &SimulateSpec) -> String {
    let SimulateSpec { year, months, replications, seed } = spec;
    let (months, replications) = (months.max(&1), replications.max(&1));
    format!("./keruen simulate {corridor} --year {year} --months {months} --replications {replications} --seed {seed} --score")
}

/// The first and the last day.
fn days(spec: &SimulateSpec) -> Option<(Date, Date)> {
    let first = |year: i32, month: i32| Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1);
    let months = i32::try_from(spec.months.max(1)).ok()?;
    let end = first(spec.year.checked_add(months / 12)?, months % 12 + 1)?;
    Some((first(spec.year, 1)?, end.plus_days(-1)))
}
