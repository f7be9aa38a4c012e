//! Where every figure comes from: one by one, or all of them, searched.

use super::Here;
use super::asked::Queried;
use super::fault::Fault;
use crate::limits;
use axum::Json;
use axum::extract::State;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{Corridor, TableKind};
use keruen_results::Cited;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What is to be explained.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExplainQuery {
    /// table:id.field, table:id, facility:id.resource, an id, or the name of a place
    what: String,
}

/// Which figures.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FiguresQuery {
    /// Words that must all stand in the parameter, its reason or its sources.
    #[serde(default)]
    search: String,
    /// One table; empty = all.
    #[serde(default)]
    table: String,
    /// read, computed, proxy, assumed or uncited; empty = all.
    #[serde(default)]
    method: String,
    /// So many are left out before the first.
    #[serde(default)]
    offset: usize,
}

/// A page of figures.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FigurePage {
    /// How many there are in all.
    pub total: usize,
    /// Those of this page.
    pub figures: Vec<Cited>,
}

/// One figure, or all around a place: value, unit, method, range, sources. As `keruen explain --json`.
#[utoipa::path(get, path = "/api/explain", tag = "sources", params(ExplainQuery),
    responses((status = 200, body = [Cited]), (status = 404, body = Fault)))]
pub async fn explain(State(here): State<Here>, Queried(q): Queried<ExplainQuery>) -> Result<Json<Vec<Cited>>, Fault> {
    let found = here.desk.ask(move |now, _, _| keruen_study::explain(&now.corridor, &q.what));
    Ok(Json(found.await??))
}

/// All figures that can change an answer, searched, a page at a time.
#[utoipa::path(get, path = "/api/figures", tag = "sources", params(FiguresQuery), responses((status = 200, body = FigurePage)))]
pub async fn figures(State(here): State<Here>, Queried(q): Queried<FiguresQuery>) -> Result<Json<FigurePage>, Fault> {
    if q.search.len() > 200 {
        return Err(Fault::question("the search is too long", "at most 200 bytes"));
    }
    let found = here.desk.ask(move |now, _, _| search(&now.corridor, &q));
    Ok(Json(found.await?))
}

fn search(c: &Corridor, q: &FiguresQuery) -> FigurePage {
    let provenance = Provenance::new(c);
    let table = TableKind::from_name(&q.table);
    let words: Vec<String> = q.search.to_lowercase().split_whitespace().map(str::to_string).collect();
    let method = |p: Parameter| provenance.citation(p).map_or("uncited", |x| x.method.name());
    let wanted =
        |p: &Parameter| (q.table.is_empty() || table == Some(p.table)) && (q.method.is_empty() || method(*p) == q.method);
    let mut out = FigurePage { total: 0, figures: Vec::new() };
    for p in provenance.parameters().into_iter().filter(wanted) {
        let cheap = words.iter().all(|w| p.name(c).to_lowercase().contains(w));
        let shown = (!cheap).then(|| keruen_study::cited(c, &provenance, p));
        if !cheap && !shown.as_ref().is_some_and(|x| words.iter().all(|w| mentions(x, w))) {
            continue;
        }
        if (q.offset..q.offset + limits::PAGE).contains(&out.total) {
            out.figures.push(shown.unwrap_or_else(|| keruen_study::cited(c, &provenance, p)));
        }
        out.total += 1;
    }
    out
}

fn mentions(x: &Cited, word: &str) -> bool {
    let sources = x.sources.iter().flat_map(|s| [&s.publisher, &s.title, &s.url, &s.fact]);
    [&x.parameter, &x.value, &x.reason].into_iter().chain(sources).any(|t| t.to_lowercase().contains(word))
}
