//! The part of a study on the whole corridor: what moves in some years, calibrated on what was counted, with ranges.
//!
//! The years are calibrated together; the last of them is also estimated from the counters of the years before it alone, which is the test of
//! a forecast. Every flow shown is made anew from the tables with the estimates in them.

use crate::calibrate::{Calibration, calibrate, scenario_text};
use crate::error::StudyError;
use crate::file::FlowSpec;
use crate::flow::proven;
use crate::ranges::{Ranging, counter_ranges, flow_ranges};
use crate::validate::validate;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_model::scenario::{Scenario, apply, parse};
use keruen_results::Progress;
use keruen_results::flow::{FlowAnswer, OriginShare};
use keruen_results::study::FlowPart;
use keruen_results::validate::ValidateAnswer;
use std::num::NonZeroUsize;

/// Limits whose prices get a range.
const PRICED: usize = 15;
/// Seed of the samples.
const SEED: u64 = 1;

/// Answers the part.
///
/// # Errors
/// When a year cannot be asked, a scenario is not there, an answer is not proven, or the asker stops.
pub fn flow_part(
    corridor: &Corridor,
    scenarios: &[Scenario],
    (spec, threads): (&FlowSpec, NonZeroUsize),
    progress: &dyn Progress,
) -> Result<FlowPart, StudyError> {
    let calibration = |years: &[i32]| {
        let asked = Calibration { years: years.to_vec(), free: Vec::new(), scenarios: Vec::new(), threads };
        calibrate(corridor, &asked, progress)
    };
    let found = calibration(&spec.years)?;
    let fitted = with(corridor, &[scenario(&scenario_text(&found, "calibrated"))?])?;
    let before = scored(corridor, &spec.years, progress)?;
    let mut after = scored(&fitted, &spec.years, progress)?;
    let asked = Ranging { samples: spec.ranges, seed: SEED, threads };
    if spec.ranges > 0 {
        counter_ranges(&fitted, &mut after, asked, progress)?;
    }
    let mut years = Vec::new();
    for &year in &spec.years {
        let mut answer = year_flow(&fitted, (year, spec.steps), progress)?;
        if spec.ranges > 0 && Some(&year) == spec.years.last() {
            answer.ranges = Some(flow_ranges(&fitted, &FlowQuestion::of(year), asked, progress)?);
        }
        years.push(answer);
    }
    let ahead = match spec.years.split_last() {
        Some((last, earlier)) if !earlier.is_empty() => {
            let text = scenario_text(&calibration(earlier)?, "earlier");
            Some(scored(&with(corridor, &[scenario(&text)?])?, &[*last], progress)?)
        }
        _ => None,
    };
    let origins = origins(corridor, scenarios, spec, progress)?;
    Ok(FlowPart { years, before, after, calibration: found, ahead, origins, notes: notes() })
}

fn notes() -> Vec<String> {
    vec!["Through demand and background traffic are those of table demand with the estimates in them; a hit of a counter that was used to estimate proves little.".into()]
}

fn scenario(text: &str) -> Result<Scenario, StudyError> {
    parse("calibrated", text).map_err(StudyError::Scenario)
}

fn with(corridor: &Corridor, scenarios: &[Scenario]) -> Result<Corridor, StudyError> {
    apply(corridor, scenarios, None).map(|s| s.corridor).map_err(StudyError::Scenario)
}

fn scored(corridor: &Corridor, years: &[i32], progress: &dyn Progress) -> Result<ValidateAnswer, StudyError> {
    let mut answers = Vec::new();
    for &year in years {
        answers.push(Flow::new(corridor, FlowQuestion::of(year))?.solve(progress)?);
    }
    Ok(validate(corridor, &answers))
}

/// A proven flow with ranges of prices and steps, and what comes back empty where loaded and empty moves are found together.
fn year_flow(corridor: &Corridor, (year, steps): (i32, usize), progress: &dyn Progress) -> Result<FlowAnswer, StudyError> {
    let question = FlowQuestion { scenarios: vec!["calibrated".into()], ..FlowQuestion::of(year) };
    let mut flow = Flow::new(corridor, question)?;
    let mut answer = proven(corridor, flow.proven(progress)?)?;
    flow.price_ranges(&mut answer, PRICED, progress)?;
    answer.steps = flow.steps(&answer, steps, progress)?;
    let back = FlowQuestion { empties: true, ..FlowQuestion::of(year) };
    answer.empties = proven(corridor, Flow::new(corridor, back)?.proven(progress)?)?.empties;
    Ok(answer)
}

/// Who supplies whom, in each case.
fn origins(
    corridor: &Corridor,
    scenarios: &[Scenario],
    spec: &FlowSpec,
    progress: &dyn Progress,
) -> Result<Vec<(String, Vec<OriginShare>)>, StudyError> {
    let one = |case: &crate::file::OriginsSpec| {
        let chosen: Vec<Scenario> = case
            .scenarios
            .iter()
            .map(|name| {
                scenarios.iter().find(|s| s.id == *name).cloned().ok_or_else(|| StudyError::Unknown {
                    place: format!("flow, {}", case.label),
                    what: format!("scenario {name:?}"),
                    hint: String::new(),
                })
            })
            .collect::<Result<_, _>>()?;
        let stacked = with(corridor, &chosen)?;
        let question = FlowQuestion { markets: true, ..FlowQuestion::of(case.year) };
        Ok((case.label.clone(), Flow::new(&stacked, question)?.solve(progress)?.origins))
    };
    spec.origins.iter().map(one).collect()
}
