//! The words of the page in five languages, from the catalogue that the command line speaks from: its own messages, and what engines
//! and tables say in English, found again by its English form.

use super::Here;
use super::asked::{Asked, Named};
use super::fault::Fault;
use crate::limits;
use axum::Json;
use axum::extract::State;
use keruen_report::language::{Language, page_words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// English texts of answers: sentences, names, ways in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// The texts.
    #[schema(max_items = 4000)]
    pub texts: Vec<String>,
}

/// What they are in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct TextsSaid {
    /// By the English text; one that neither the catalogue nor the names of the corridor know is not among them.
    pub texts: BTreeMap<String, String>,
}

/// Every message of the page in a language: a text, or parts of text, slots and choices by number.
#[utoipa::path(get, path = "/api/words/{language}", tag = "page",
    params(("language" = String, Path, description = "en, kk, az, ru or tr")),
    responses((status = 200, body = serde_json::Value), (status = 404, body = Fault)))]
pub async fn words(Named(language): Named) -> Result<Json<serde_json::Value>, Fault> {
    Ok(Json(page_words(known(&language)?)))
}

/// English texts of answers in a language.
#[utoipa::path(post, path = "/api/words/{language}", tag = "page", request_body = Texts,
    params(("language" = String, Path, description = "en, kk, az, ru or tr")),
    responses((status = 200, body = TextsSaid), (status = 400, body = Fault), (status = 404, body = Fault)))]
pub async fn say(
    State(here): State<Here>,
    Named(language): Named,
    Asked(question): Asked<Texts>,
) -> Result<Json<TextsSaid>, Fault> {
    let language = known(&language)?;
    if question.texts.len() > limits::TEXTS || question.texts.iter().any(|t| t.len() > limits::TEXT) {
        let next = format!("at most {} texts of {} bytes", limits::TEXTS, limits::TEXT);
        return Err(Fault::question("the texts are too many or too long", next));
    }
    let house = here.house.clone();
    let said = here.desk.ask(move |_, _, _| {
        let voice = house.voice(language);
        question.texts.into_iter().filter_map(|t| voice.found(&t).map(|said| (t, said))).collect()
    });
    Ok(Json(TextsSaid { texts: said.await? }))
}

/// A language by its code.
///
/// # Errors
/// When the catalogue has none.
pub fn known(language: &str) -> Result<Language, Fault> {
    Language::parse(language).ok_or_else(|| Fault::missing("there is no such language", "en, kk, az, ru, tr"))
}
