//! What moves, what is left behind, what is each bottleneck worth? The answers are those of `keruen flow --json`.

use super::asked::{Asked, short};
use super::fault::Fault;
use super::{Here, stored};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use keruen_results::flow::FlowAnswer;
use keruen_study::{FlowAsk, FlowMethod, flow_of, stacked};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is made least, or most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Least generalised cost under hard capacities.
    #[default]
    LeastCost,
    /// First as much as possible, then the least cost.
    MaxThroughput,
    /// Shippers choose among distinct ways and elsewhere (logit) under hard capacities.
    Choice,
    /// Full limits make wait: everybody takes the way that is best for himself, waits included.
    Equilibrium,
    /// The same, ways best for all together.
    SystemOptimum,
}

/// The flags of `keruen flow`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowRequest {
    /// Calendar year; without it, the last one that demand has.
    #[serde(default)]
    pub year: Option<i32>,
    /// Twelve months instead of one year.
    #[serde(default)]
    pub months: bool,
    /// Boxes and wagons come back: loaded and empty moves are found together.
    #[serde(default)]
    pub empties: bool,
    /// Let origins compete for the markets that have a price.
    #[serde(default)]
    pub markets: bool,
    /// Method.
    #[serde(default)]
    pub method: Method,
    /// Choice only: odds of a way fall e times when it is 1/spread dearer.
    #[serde(default = "spread")]
    #[schema(exclusive_minimum = 0.0)]
    pub spread: f64,
    /// So many of the dearest limits get the range of their price.
    #[serde(default = "fifteen")]
    pub top: usize,
    /// So many of the dearest limits are solved again with more of them.
    #[serde(default)]
    pub steps: usize,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub scenario: Vec<String>,
}

fn spread() -> f64 {
    keruen_flow::corridor::SPREAD
}

fn fifteen() -> usize {
    15
}

impl FlowRequest {
    /// As the study asks it.
    ///
    /// # Errors
    /// When a list is too long.
    pub fn ask(&self) -> Result<FlowAsk, Fault> {
        short("scenario", &self.scenario)?;
        if !(self.spread.is_finite() && self.spread > 0.0) {
            return Err(Fault::question("`spread` is not above zero", ""));
        }
        Ok(FlowAsk {
            year: self.year,
            months: self.months,
            storage: false,
            empties: self.empties,
            markets: self.markets,
            method: match self.method {
                Method::LeastCost => FlowMethod::LeastCost,
                Method::MaxThroughput => FlowMethod::MaxThroughput,
                Method::Choice => FlowMethod::Choice,
                Method::Equilibrium => FlowMethod::Equilibrium,
                Method::SystemOptimum => FlowMethod::SystemOptimum,
            },
            spread: self.spread,
            fixed: Default::default(),
            ranges: self.top.min(100),
            steps: self.steps.min(20),
            scenarios: self.scenario.clone(),
        })
    }
}

/// The flow of a year. Twelve months, or steps, may take longer than a page should wait: ask them as a job.
#[utoipa::path(post, path = "/api/flow", tag = "flow", request_body = FlowRequest,
    responses((status = 200, body = FlowAnswer), (status = 400, body = Fault)))]
pub async fn flow(State(here): State<Here>, headers: HeaderMap, Asked(question): Asked<FlowRequest>) -> Result<Response, Fault> {
    let ask = question.ask()?;
    let key = stored::key(&here, "flow", &question, &question.scenario)?;
    stored::answer(&here, &headers, key, move |now, _, patience| {
        let made = stacked(&now.corridor, &now.scenarios, &ask.scenarios)?;
        flow_of((&now.corridor, &made.corridor), &ask, patience).map_err(Fault::from)
    })
    .await
}
