//! How do I ship this? The answers are those of `keruen route --json`.

use super::asked::{Asked, short};
use super::fault::Fault;
use super::{Here, stored};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use keruen_results::route::RouteAnswer;
use keruen_results::why_not::WhyNot;
use keruen_study::{Limits, Promise, VariantSpec, Wanted, When};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A consignment and the conditions on it: the flags of `keruen route`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteQuestion {
    /// From where: an id, a name in five languages, a UN/LOCODE or a close spelling.
    pub from: String,
    /// To where.
    pub to: String,
    /// What is shipped.
    #[serde(default = "boxes")]
    pub cargo: String,
    /// In what it travels; empty = the usual of the cargo.
    #[serde(default)]
    pub equipment: String,
    /// How much.
    #[serde(default = "one")]
    #[schema(exclusive_minimum = 0.0, maximum = 1000000000000.0)]
    pub quantity: f64,
    /// Unit of the quantity; empty = that of the cargo.
    #[serde(default)]
    pub unit: String,
    /// Day of departure, YYYY-MM-DD; empty = that of the scenario, else of the corridor.
    #[serde(default)]
    pub day: String,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub scenario: Vec<String>,
    /// Countries (KZ) and rows (service:id) to keep away from.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub avoid: Vec<String>,
    /// Countries and rows that must be used.
    #[serde(default, rename = "use")]
    #[schema(max_items = 32)]
    pub must_use: Vec<String>,
    /// Cargoes that travel together with the goods.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub beside: Vec<String>,
    /// Day on which the permits are asked for; empty = the day of departure.
    #[serde(default)]
    pub permits_asked: String,
    /// Ways that cost at most so many dollars.
    #[serde(default)]
    #[schema(minimum = 0.0)]
    pub max_cost: Option<f64>,
    /// Ways that emit at most so many kg of CO2e.
    #[serde(default)]
    #[schema(minimum = 0.0)]
    pub max_co2e: Option<f64>,
    /// Days that the customer was told: the chance to keep them is told for each way.
    #[serde(default)]
    #[schema(minimum = 0.0)]
    pub promise_days: Option<f64>,
    /// Most ways shown.
    #[serde(default = "eight")]
    pub ways: usize,
}

/// A consignment, and what is asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhyNotQuestion {
    /// The consignment.
    pub question: RouteQuestion,
    /// A service, link, place, facility, operator or country.
    pub subject: String,
}

fn boxes() -> String {
    "container-40".into()
}

fn one() -> f64 {
    1.0
}

fn eight() -> usize {
    8
}

impl RouteQuestion {
    fn spec(&self) -> Result<VariantSpec, Fault> {
        for (name, list) in
            [("scenario", &self.scenario), ("avoid", &self.avoid), ("use", &self.must_use), ("beside", &self.beside)]
        {
            short(name, list)?;
        }
        Ok(VariantSpec {
            id: "route".into(),
            label: String::new(),
            from: self.from.clone(),
            to: self.to.clone(),
            cargo: self.cargo.clone(),
            equipment: self.equipment.clone(),
            quantity: self.quantity,
            unit: self.unit.clone(),
            day: self.day.clone(),
            scenarios: self.scenario.clone(),
            avoid: self.avoid.clone(),
            must_use: self.must_use.clone(),
            return_day: String::new(),
            protected: false,
            beside: self.beside.clone(),
            permits_asked: self.permits_asked.clone(),
        })
    }

    fn when(&self) -> Result<When, Fault> {
        let positive = [("max_cost", self.max_cost), ("max_co2e", self.max_co2e), ("promise_days", self.promise_days)];
        for (name, value) in positive {
            if value.is_some_and(|v| !(v.is_finite() && v >= 0.0)) {
                return Err(Fault::question(format!("`{name}` is not a number at or above zero"), ""));
            }
        }
        let limits = Limits { usd: self.max_cost, hours: None, co2e_kg: self.max_co2e, eps: None };
        let promise = self.promise_days.filter(|d| *d > 0.0).map(Promise::Days);
        Ok(When { wanted: Wanted { limits, promise, ..Wanted::default() }, ..When::default() })
    }
}

/// Ways worth taking: cost, time, CO2e, risk; a cost sheet each.
#[utoipa::path(post, path = "/api/route", tag = "route", request_body = RouteQuestion, responses(
    (status = 200, description = "Ways, or the reason why there is none", body = RouteAnswer), (status = 400, body = Fault)))]
pub async fn route(
    State(here): State<Here>,
    headers: HeaderMap,
    Asked(question): Asked<RouteQuestion>,
) -> Result<Response, Fault> {
    let (spec, when) = (question.spec()?, question.when()?);
    let ways = question.ways;
    let key = stored::key(&here, "route", &question, &question.scenario)?;
    stored::answer(&here, &headers, key, move |_, asker, patience| asker.shown(&spec, &when, ways, patience).map_err(Fault::from))
        .await
}

/// Why a service, link, place, facility, operator or country is not used, and what using it would cost.
#[utoipa::path(post, path = "/api/route/why-not", tag = "route", request_body = WhyNotQuestion,
    responses((status = 200, body = WhyNot), (status = 400, body = Fault)))]
pub async fn why_not(
    State(here): State<Here>,
    headers: HeaderMap,
    Asked(asked): Asked<WhyNotQuestion>,
) -> Result<Response, Fault> {
    let (spec, when) = (asked.question.spec()?, asked.question.when()?);
    let key = stored::key(&here, "why-not", &asked, &asked.question.scenario)?;
    stored::answer(&here, &headers, key, move |_, asker, patience| {
        asker.why_not(&spec, &asked.subject, &when, patience).map_err(Fault::from)
    })
    .await
}
