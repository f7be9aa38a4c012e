//! Long runs: started, watched by server-sent events, stopped; their answers are fetched by name.

use super::asked::{Asked, Named};
use super::fault::Fault;
use super::flow::FlowRequest;
use super::round_table::{CompareRequest, ProposalsRequest, study};
use super::simulate::SimulateRequest;
use super::{Here, stored};
use crate::house::House;
use crate::jobs::{JobState, Run};
use crate::store::is_key;
use axum::Json;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, unfold};
use keruen_results::Progress;
use keruen_study::{flow_of, influence, sources, stacked};
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use utoipa::ToSchema;

/// What may take long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JobRequest {
    /// A flow: twelve months, steps, choice.
    Flow(FlowRequest),
    /// Which figures the answers of the corridor's study hang on: each is changed from low to high. As `keruen sources --json`.
    Sources(SourcesRequest),
    /// Stacks of scenarios side by side. As `keruen compare --json`.
    Compare(CompareRequest),
    /// The proposals of the round table, each compared with its base: the answer is Proposals, for /api/forum to weigh.
    Proposals(ProposalsRequest),
    /// What really happens over a year: the answer is a SimulateRun.
    Simulate(SimulateRequest),
}

/// The flags of `keruen sources`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourcesRequest {
    /// Facts older than so many days count as stale.
    #[serde(default = "two_years")]
    #[schema(format = "uint32")]
    pub stale_after: u32,
}

fn two_years() -> u32 {
    730
}

/// A server-sent event of a job.
#[derive(ToSchema)]
pub struct StateEvent {
    /// Always `state`.
    #[allow(dead_code, reason = "described, and written by axum")]
    pub event: String,
    /// A JobState as JSON.
    #[allow(dead_code, reason = "described, and written by axum")]
    pub data: String,
}

impl JobRequest {
    fn scenarios(&self) -> Vec<String> {
        match self {
            JobRequest::Flow(f) => f.scenario.clone(),
            JobRequest::Compare(c) => c.names(),
            JobRequest::Simulate(s) => s.scenario.clone(),
            JobRequest::Sources(_) | JobRequest::Proposals(_) => Vec::new(),
        }
    }

    /// The name under which the answer is kept: a flow asked as a job is the flow asked at once.
    fn key(&self, here: &Here) -> Result<String, Fault> {
        match self {
            JobRequest::Flow(f) => stored::key(here, "flow", f, &f.scenario),
            JobRequest::Sources(s) => stored::key(here, "sources", s, &[]),
            JobRequest::Compare(c) => stored::key(here, "compare", c, &c.names()),
            JobRequest::Proposals(p) => p.key(here),
            JobRequest::Simulate(s) => stored::key(here, "simulate", s, &s.scenario),
        }
    }

    fn run(self) -> Result<Run, Fault> {
        Ok(match self {
            JobRequest::Flow(f) => {
                let ask = f.ask()?;
                Box::new(move |house: &House, progress: &dyn Progress| {
                    let now = house.now();
                    let made = stacked(&now.corridor, &now.scenarios, &ask.scenarios).map_err(|e| e.to_string())?;
                    let answer = flow_of((&now.corridor, &made.corridor), &ask, progress);
                    serde_json::to_vec(&answer.map_err(|e| e.to_string())?).map_err(|e| e.to_string())
                })
            }
            JobRequest::Sources(s) => {
                Box::new(move |house: &House, progress: &dyn Progress| figures(house, s.stale_after, progress))
            }
            JobRequest::Compare(c) => {
                c.check()?;
                Box::new(move |house: &House, progress: &dyn Progress| c.run(house, progress))
            }
            JobRequest::Simulate(s) => {
                s.check()?;
                Box::new(move |house: &House, progress: &dyn Progress| s.run(house, progress))
            }
            JobRequest::Proposals(p) => Box::new(move |house: &House, progress: &dyn Progress| p.run(house, progress)),
        })
    }
}

/// The study is run, then each of its figures is changed; without a study, figures are counted only.
fn figures(house: &House, stale_after: u32, progress: &dyn Progress) -> Result<Vec<u8>, String> {
    let now = house.now();
    let answer = match study(house)? {
        Some(study) => {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let run = keruen_study::run(&now.corridor, &now.scenarios, &study, progress).map_err(|e| e.to_string())?;
            let influences = influence(&now.corridor, &now.scenarios, &study, &run, threads, progress);
            sources(&now.corridor, &influences.map_err(|e| e.to_string())?, stale_after)
        }
        None => sources(&now.corridor, &Default::default(), stale_after),
    };
    serde_json::to_vec(&answer).map_err(|e| e.to_string())
}

/// Starts a job, or finds the one that asks the same.
#[utoipa::path(post, path = "/api/jobs", tag = "jobs", request_body = JobRequest,
    responses((status = 200, body = JobState), (status = 400, body = Fault)))]
pub async fn start(State(here): State<Here>, Asked(asked): Asked<JobRequest>) -> Result<Json<JobState>, Fault> {
    let now = here.house.now();
    for name in asked.scenarios() {
        keruen_study::find_scenario(&now.scenarios, &name)?;
    }
    let key = asked.key(&here)?;
    let question = serde_json::to_value(&asked).map_err(Fault::ours)?;
    let run = asked.run()?;
    if stored::kept(&here, &key).await.is_some() {
        return Ok(Json(here.jobs.known(&key, question)));
    }
    Ok(Json(here.jobs.start(&key, question, run)?))
}

/// Every job, the newest first; those that an earlier run of the program left are `broken_off`.
#[utoipa::path(get, path = "/api/jobs", tag = "jobs", responses((status = 200, body = [JobState])))]
pub async fn list(State(here): State<Here>) -> Json<Vec<JobState>> {
    Json(here.jobs.list())
}

fn no_job() -> Fault {
    Fault::missing("there is no such job", "see /api/jobs")
}

/// A job as it is now.
#[utoipa::path(get, path = "/api/jobs/{id}", tag = "jobs", params(("id" = String, Path, description = "Job")),
    responses((status = 200, body = JobState), (status = 404, body = Fault)))]
pub async fn show(State(here): State<Here>, Named(id): Named) -> Result<Json<JobState>, Fault> {
    let state = here.jobs.watch(&id).ok_or_else(no_job)?.borrow().clone();
    Ok(Json(state))
}

/// A job as it goes on: server-sent events `state`, each a JobState; the stream ends with the job.
#[utoipa::path(get, path = "/api/jobs/{id}/events", tag = "jobs", params(("id" = String, Path, description = "Job")),
    responses((status = 200, content_type = "text/event-stream", body = StateEvent), (status = 404, body = Fault)))]
pub async fn events(
    State(here): State<Here>,
    Named(id): Named,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    let watch = here.jobs.watch(&id).ok_or_else(no_job)?;
    let stream = unfold((watch, true, false), |(mut watch, first, ended)| async move {
        if ended || !first && watch.changed().await.is_err() {
            return None;
        }
        let state = watch.borrow_and_update().clone();
        let ended = state.stage.ended();
        let event = Event::default().event("state").json_data(&state).ok()?;
        Some((Ok(event), (watch, false, ended)))
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()))
}

/// Stops a job.
#[utoipa::path(post, path = "/api/jobs/{id}/cancel", tag = "jobs", params(("id" = String, Path, description = "Job")),
    responses((status = 200, body = JobState), (status = 404, body = Fault)))]
pub async fn cancel(State(here): State<Here>, Named(id): Named) -> Result<Json<JobState>, Fault> {
    here.jobs.cancel(&id).map(Json).ok_or_else(no_job)
}

/// A kept answer, by the name of its question or job.
#[utoipa::path(get, path = "/api/answers/{id}", tag = "jobs", params(("id" = String, Path, description = "Hash of the question")),
    responses((status = 200, description = "The answer, as the question's own path gives it", body = serde_json::Value),
              (status = 404, body = Fault)))]
pub async fn answer(State(here): State<Here>, Named(id): Named) -> Result<Response, Fault> {
    let kept = if is_key(&id) { stored::kept(&here, &id).await } else { None };
    let kept = kept.ok_or_else(|| Fault::missing("there is no such answer", "ask the question"))?;
    Ok(stored::json(kept, "kept", &id).into_response())
}
