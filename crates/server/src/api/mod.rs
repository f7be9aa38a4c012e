//! The HTTP interface. `docs/reference/openapi.json` is made from here; a test keeps it so.

pub mod asked;
mod corridor;
mod document;
pub mod fault;
mod figures;
mod flow;
mod jobs;
pub mod live;
mod round_table;
mod route;
mod scenarios;
mod simulate;
mod stored;
mod words;

use crate::guard::{Guard, guard};
use crate::page::page;
use crate::server::Shared;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
pub use document::openapi;
use fault::Fault;
use std::sync::Arc;
use utoipa::OpenApi;

/// What every question may use.
pub type Here = Arc<Shared>;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Keruen",
        description = "A transport corridor on the planner's own machine. Questions are JSON; answers are those of the command line's --json.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    paths(
        corridor::corridor,
        corridor::places,
        corridor::links,
        corridor::base,
        route::route,
        route::why_not,
        flow::flow,
        live::live,
        figures::explain,
        figures::figures,
        scenarios::list,
        scenarios::show,
        scenarios::make,
        jobs::start,
        jobs::list,
        jobs::show,
        jobs::events,
        jobs::cancel,
        jobs::answer,
        round_table::parties,
        round_table::forum,
        round_table::minutes,
        words::words,
        words::say
    ),
    components(schemas(
        round_table::Proposals,
        simulate::SimulateRun,
        keruen_results::compare::CompareAnswer,
        keruen_results::sources::SourcesAnswer,
        keruen_results::seats::Return
    ))
)]
struct Document;

/// Every path.
pub fn app(shared: &Here, at_the_door: &Arc<Guard>) -> Router {
    let api = Router::new()
        .route("/corridor", get(corridor::corridor))
        .route("/places.geojson", get(corridor::places))
        .route("/links.geojson", get(corridor::links))
        .route("/base/{layer}", get(corridor::base))
        .route("/route", post(route::route))
        .route("/route/why-not", post(route::why_not))
        .route("/flow", post(flow::flow))
        .route("/flow/live", post(live::live))
        .route("/explain", get(figures::explain))
        .route("/figures", get(figures::figures))
        .route("/scenarios", get(scenarios::list).post(scenarios::make))
        .route("/scenarios/{id}", get(scenarios::show))
        .route("/jobs", get(jobs::list).post(jobs::start))
        .route("/jobs/{id}", get(jobs::show))
        .route("/jobs/{id}/events", get(jobs::events))
        .route("/jobs/{id}/cancel", post(jobs::cancel))
        .route("/answers/{id}", get(jobs::answer))
        .route("/forum", post(round_table::forum))
        .route("/forum/parties", get(round_table::parties))
        .route("/forum/minutes", get(round_table::minutes))
        .route("/words/{language}", get(words::words).post(words::say))
        .route("/openapi.json", get(document))
        .method_not_allowed_fallback(|| async {
            Fault::new(StatusCode::METHOD_NOT_ALLOWED, "this path takes another method", "see /api/openapi.json")
        })
        .fallback(|| async { Fault::missing("there is no such path", "see /api/openapi.json") });
    Router::new()
        .nest("/api", api)
        .fallback(get(page))
        .layer(middleware::from_fn_with_state(Arc::clone(at_the_door), guard))
        .with_state(Arc::clone(shared))
}

async fn document() -> Json<serde_json::Value> {
    Json(document::document())
}
