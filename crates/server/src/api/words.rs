//! The words of the page in five languages, from the catalogue that the command line speaks from.

use super::Here;
use super::asked::Named;
use super::fault::Fault;
use crate::house::House;
use axum::Json;
use axum::extract::State;
use keruen_report::language::{Language, page_words};
use keruen_results::names::Names;
use keruen_tables::read_words;
use std::collections::BTreeMap;

/// Every message of the page in a language: a text, or parts of text, slots and choices by number.
#[utoipa::path(get, path = "/api/words/{language}", tag = "page",
    params(("language" = String, Path, description = "en, kk, az, ru or tr")),
    responses((status = 200, body = serde_json::Value), (status = 404, body = Fault)))]
pub async fn words(Named(language): Named) -> Result<Json<serde_json::Value>, Fault> {
    Ok(Json(page_words(known(&language)?)))
}

/// Texts of the corridor by their English form: titles of its scenarios and of its study, and why they are. English has none.
#[utoipa::path(get, path = "/api/texts/{language}", tag = "page",
    params(("language" = String, Path, description = "en, kk, az, ru or tr")),
    responses((status = 200, body = BTreeMap<String, String>), (status = 404, body = Fault)))]
pub async fn texts(State(here): State<Here>, Named(language): Named) -> Result<Json<BTreeMap<String, String>>, Fault> {
    let language = known(&language)?;
    let house = std::sync::Arc::clone(&here.house);
    let texts = here.desk.ask(move |_, _, _| read(&house, language)).await??;
    Ok(Json(texts.into_iter().collect()))
}

/// A language by its code.
///
/// # Errors
/// When the catalogue has none.
pub fn known(code: &str) -> Result<Language, Fault> {
    Language::parse(code).ok_or_else(|| Fault::missing("there is no such language", "en, kk, az, ru, tr"))
}

/// What rows and texts of the corridor are called in a language.
///
/// # Errors
/// When its texts cannot be read.
pub fn names(house: &House, language: Language) -> Result<Names, Fault> {
    if language == Language::English {
        return Ok(Names::none());
    }
    let now = house.now();
    let mut out = keruen_study::names(&now.corridor, language.code());
    out.add_texts(read(house, language)?);
    out.add_scenarios(now.scenarios.iter().map(|s| (s.id.as_str(), s.name.as_str())));
    Ok(out)
}

fn read(house: &House, language: Language) -> Result<Vec<(String, String)>, Fault> {
    if language == Language::English {
        return Ok(Vec::new());
    }
    read_words(&house.folder, language.code()).map_err(Fault::ours)
}
