//! Named changes: listed, shown, made. A scenario made in the page is a file like any other.

use super::Here;
use super::asked::{Asked, Named};
use super::fault::Fault;
use crate::limits;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use keruen_model::scenario::{Scenario, parse};
use keruen_results::scenario::{ScenarioChange, ScenarioRow};
use keruen_study::{StudyError, find_scenario, scenario_changes, scenario_list, stacked};
use serde::{Deserialize, Serialize};
use std::io::Write;
use utoipa::ToSchema;

/// A scenario and what it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ScenarioShown {
    /// The scenario.
    pub scenario: ScenarioRow,
    /// Day that its answers speak of.
    pub day: String,
    /// Every change, before and after.
    pub changes: Vec<ScenarioChange>,
}

/// A scenario as it is made in the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Stable name: small letters, digits, hyphens and dots.
    #[schema(min_length = 1, max_length = 64)]
    pub id: String,
    /// Title.
    #[schema(min_length = 1)]
    pub name: String,
    /// Who argues for it and what it changes.
    #[serde(default)]
    pub why: String,
    /// Facts it rests on.
    #[serde(default)]
    pub source: Vec<String>,
    /// What it changes.
    #[schema(min_items = 1, max_items = 200)]
    pub changes: Vec<NewChange>,
}

/// One cell changed: by a new value, or by a factor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChange {
    /// Table.
    pub table: String,
    /// Row.
    pub id: String,
    /// Field.
    pub field: String,
    /// The value that must stand there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The new value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
    /// Or a factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
    /// Why.
    #[serde(default)]
    pub why: String,
}

#[derive(Serialize)]
struct File<'d> {
    id: &'d str,
    name: &'d str,
    why: &'d str,
    source: &'d [String],
    change: &'d [NewChange],
}

impl Draft {
    /// As a file.
    fn text(&self) -> Result<String, Fault> {
        let file = File { id: &self.id, name: &self.name, why: &self.why, source: &self.source, change: &self.changes };
        toml::to_string(&file).map_err(Fault::ours)
    }

    /// As the model reads it.
    ///
    /// # Errors
    /// When a change is none.
    pub fn scenario(&self) -> Result<Scenario, Fault> {
        parse(&format!("scenarios/{}.toml", self.id), &self.text()?).map_err(|f| StudyError::Scenario(f).into())
    }

    /// Names become file names: only harmless ones do.
    fn check(&self) -> Result<(), Fault> {
        let harmless = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        let named = (1..=64).contains(&self.id.len()) && self.id.bytes().all(harmless);
        if !named || self.id.starts_with(['-', '.']) || self.id.contains("..") {
            let next = "1 to 64 small letters, digits, hyphens and dots, with a letter or digit first";
            return Err(Fault::question(format!("{:?} cannot be the name of a scenario", self.id), next));
        }
        if self.name.trim().is_empty() || self.changes.is_empty() {
            return Err(Fault::question("a scenario needs a title and a change", ""));
        }
        if self.changes.len() > limits::CHANGES {
            return Err(Fault::question("too many changes", format!("at most {}", limits::CHANGES)));
        }
        Ok(())
    }
}

/// Every scenario. As `keruen scenario list --json`.
#[utoipa::path(get, path = "/api/scenarios", tag = "scenarios", responses((status = 200, body = [ScenarioRow])))]
pub async fn list(State(here): State<Here>) -> Json<Vec<ScenarioRow>> {
    Json(scenario_list(&here.house.now().scenarios))
}

/// A scenario and every change, before and after.
#[utoipa::path(get, path = "/api/scenarios/{id}", tag = "scenarios", params(("id" = String, Path, description = "Scenario")),
    responses((status = 200, body = ScenarioShown), (status = 404, body = Fault)))]
pub async fn show(State(here): State<Here>, Named(id): Named) -> Result<Json<ScenarioShown>, Fault> {
    let found = here.desk.ask(move |now, _, _| {
        let scenario = find_scenario(&now.scenarios, &id)?;
        let made = stacked(&now.corridor, &now.scenarios, std::slice::from_ref(&id))?;
        let scenario = scenario_list(std::slice::from_ref(scenario)).remove(0);
        Ok::<_, StudyError>(ScenarioShown { scenario, day: made.day.to_string(), changes: scenario_changes(&made) })
    });
    match found.await? {
        Err(e @ StudyError::NoScenario { .. }) => Err(Fault::missing(e.to_string(), "see /api/scenarios")),
        found => Ok(Json(found?)),
    }
}

/// Makes a scenario: it is tried on the corridor, then written to `scenarios/` of the corridor's folder.
#[utoipa::path(post, path = "/api/scenarios", tag = "scenarios", request_body = Draft,
    responses((status = 201, body = ScenarioShown), (status = 400, body = Fault), (status = 409, body = Fault), (status = 429, body = Fault)))]
pub async fn make(State(here): State<Here>, Asked(draft): Asked<Draft>) -> Result<(StatusCode, Json<ScenarioShown>), Fault> {
    draft.check()?;
    let house = std::sync::Arc::clone(&here.house);
    let made = here.desk.ask(move |now, _, _| {
        if now.scenarios.iter().any(|s| s.id == draft.id) {
            let next = "choose another name";
            return Err(Fault::new(StatusCode::CONFLICT, format!("there is a scenario {:?} already", draft.id), next));
        }
        if now.scenarios.len() >= limits::SCENARIOS {
            let next = "remove some files of scenarios/";
            return Err(Fault::new(StatusCode::TOO_MANY_REQUESTS, "there are too many scenarios", next));
        }
        let scenario = draft.scenario()?;
        let tried = keruen_model::scenario::apply(&now.corridor, std::slice::from_ref(&scenario), None);
        let tried = tried.map_err(StudyError::Scenario)?;
        let faults = keruen_model::validate::validate(&tried.corridor);
        // A what-if may leave the range in which a figure is known, and needs no source.
        let cited = |rule: &str| rule.starts_with("citation-") || rule == "uncited";
        let faults: Vec<_> = faults.into_iter().filter(|f| !cited(f.rule)).collect();
        if !faults.is_empty() {
            return Err(StudyError::Scenario(faults).into());
        }
        write(&house.folder.join("scenarios"), &draft.id, &draft.text()?)
            .map_err(|e| Fault::question(format!("the scenario cannot be written: {e}"), "is the corridor's folder writable?"))?;
        let row = scenario_list(std::slice::from_ref(&scenario)).remove(0);
        house.put(scenario);
        Ok(ScenarioShown { scenario: row, day: tried.day.to_string(), changes: scenario_changes(&tried) })
    });
    Ok((StatusCode::CREATED, Json(made.await??)))
}

/// Written aside, then given its name, which must be free: a killed program leaves no half of a scenario.
fn write(folder: &std::path::Path, id: &str, text: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let half = folder.join(format!(".{id}.half"));
    let mut file = std::fs::File::create(&half)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    let given = std::fs::hard_link(&half, folder.join(format!("{id}.toml")));
    std::fs::remove_file(&half)?;
    given
}
