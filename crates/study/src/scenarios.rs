//! Scenarios as they are listed and shown.

use crate::error::StudyError;
use keruen_model::Corridor;
use keruen_model::scenario::{Applied, Effect, Scenario, Stacked, apply};
use keruen_results::scenario::{ScenarioChange, ScenarioRow};

/// Every scenario in one line.
pub fn scenario_list(scenarios: &[Scenario]) -> Vec<ScenarioRow> {
    let row = |s: &Scenario| ScenarioRow {
        id: s.id.clone(),
        name: s.name.clone(),
        why: s.why.clone(),
        date: s.date.map(|d| d.to_string()),
        changes: s.changes.len(),
        source: s.source.clone(),
    };
    scenarios.iter().map(row).collect()
}

/// A scenario by its name.
///
/// # Errors
/// When there is none; the nearest name is told.
pub fn find_scenario<'s>(scenarios: &'s [Scenario], name: &str) -> Result<&'s Scenario, StudyError> {
    scenarios.iter().find(|s| s.id == name).ok_or_else(|| StudyError::NoScenario {
        name: name.into(),
        near: keruen_model::fault::nearest(name, scenarios.iter().map(|s| s.id.as_str())).map(str::to_string),
    })
}

/// The corridor with named scenarios in it, rows of all days.
///
/// # Errors
/// When a scenario is not there, or does not fit.
pub fn stacked(base: &Corridor, scenarios: &[Scenario], names: &[String]) -> Result<Stacked, StudyError> {
    let chosen = names.iter().map(|n| find_scenario(scenarios, n).cloned()).collect::<Result<Vec<_>, _>>()?;
    apply(base, &chosen, None).map_err(StudyError::Scenario)
}

/// What was changed, before and after.
pub fn scenario_changes(made: &Stacked) -> Vec<ScenarioChange> {
    made.applied.iter().map(shown).collect()
}

fn shown(a: &Applied) -> ScenarioChange {
    let (field, before, after) = match &a.effect {
        Effect::Value { field, old, new } => (*field, Some(old.clone()), Some(new.clone())),
        Effect::Added => ("", None, Some("added".into())),
        Effect::Removed(..) => ("", Some("removed".into()), None),
    };
    ScenarioChange { table: a.table.name().into(), row: a.row.clone(), field: field.into(), before, after, why: a.why.clone() }
}
