//! The words of the page in five languages, from the catalogue that the command line speaks from.

use super::asked::Named;
use super::fault::Fault;
use axum::Json;
use keruen_report::language::{Language, page_words};

/// Every message of the page in a language: a text, or parts of text, slots and choices by number.
#[utoipa::path(get, path = "/api/words/{language}", tag = "page",
    params(("language" = String, Path, description = "en, kk, az, ru or tr")),
    responses((status = 200, body = serde_json::Value), (status = 404, body = Fault)))]
pub async fn words(Named(language): Named) -> Result<Json<serde_json::Value>, Fault> {
    let known = Language::parse(&language).ok_or_else(|| Fault::missing("there is no such language", "en, kk, az, ru, tr"))?;
    Ok(Json(page_words(known)))
}
