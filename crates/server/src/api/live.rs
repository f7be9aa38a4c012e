//! Sliders: the same flow again after a change of a limit, a tariff or a demand, while the asker's hand is still on it.
//!
//! One thread keeps the flow asked last with the columns and prices found for it. A change of limits goes on from there; a change
//! of a table compiles the corridor anew. Live answers are not kept.

use super::asked::{Asked, short};
use super::fault::Fault;
use super::scenarios::{Draft, NewChange};
use super::{Here, stored};
use crate::desk::Refusal;
use crate::house::{House, Moment};
use crate::limits;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;
use keruen_study::{StudyError, flow_years, stacked};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use tokio::sync::oneshot;
use utoipa::ToSchema;

/// A flow of least cost of one year, and what is different in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveRequest {
    /// Calendar year; without it, the last one that demand has.
    #[serde(default)]
    pub year: Option<i32>,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub scenario: Vec<String>,
    /// By limit, as in the answer: how much more there is of it than in the tables; below zero, less.
    #[serde(default)]
    pub more: BTreeMap<String, f64>,
    /// Changes of cells, as in a scenario.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub changes: Vec<NewChange>,
}

type Give = oneshot::Sender<Result<Bytes, Fault>>;

/// The thread of the sliders.
pub struct Live {
    queue: SyncSender<(LiveRequest, Give)>,
}

impl Live {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn open(house: &Arc<House>) -> std::io::Result<Live> {
        let (queue, asked) = sync_channel(8);
        let house = Arc::clone(house);
        std::thread::Builder::new().name("live".into()).spawn(move || work(&house, &asked))?;
        Ok(Live { queue })
    }
}

/// The flow after changes, from the one found before.
#[utoipa::path(post, path = "/api/flow/live", tag = "flow", request_body = LiveRequest,
    responses((status = 200, body = FlowAnswer), (status = 400, body = Fault)))]
pub async fn live(State(here): State<Here>, Asked(question): Asked<LiveRequest>) -> Result<Response, Fault> {
    short("scenario", &question.scenario)?;
    if question.changes.len() > limits::CHANGES || question.more.len() > limits::CHANGES {
        return Err(Fault::question("too many changes at once", format!("at most {}", limits::CHANGES)));
    }
    if question.more.values().any(|m| !m.is_finite()) {
        return Err(Fault::question("a change of a limit is not a number", ""));
    }
    let key = stored::key(&here, "live", &question, &question.scenario)?;
    let (give, take) = oneshot::channel();
    here.live.queue.try_send((question, give)).map_err(|_| Refusal::Full)?;
    let bytes = take.await.map_err(|_| Refusal::Broken)??;
    Ok(stored::json(bytes, "found", &key))
}

fn work(house: &House, asked: &Receiver<(LiveRequest, Give)>) {
    let mut next = asked.recv().ok();
    while let Some((first, give)) = next.take() {
        let now = house.now();
        match corridor(&now, &first) {
            Ok(c) => {
                // An engine that breaks takes this flow with it, and nothing else.
                let rest = catch_unwind(AssertUnwindSafe(|| series(house, (&now, &c), (first, give), asked)));
                next = rest.unwrap_or(None);
            }
            Err(fault) => drop(give.send(Err(fault))),
        }
        next = next.or_else(|| asked.recv().ok());
    }
}

/// Answers one question, and those after it that differ in limits only; comes back with the first that does not.
fn series(
    house: &House,
    (now, c): (&Moment, &Corridor),
    (first, give): (LiveRequest, Give),
    asked: &Receiver<(LiveRequest, Give)>,
) -> Option<(LiveRequest, Give)> {
    let same = |other: &LiveRequest| {
        (&other.year, &other.scenario, &other.changes) == (&first.year, &first.scenario, &first.changes) && now.is(&house.now())
    };
    let mut flow = match open(c, &first) {
        Ok(flow) => flow,
        Err(fault) => {
            drop(give.send(Err(fault)));
            return None;
        }
    };
    let mut added = BTreeMap::new();
    let mut next = Some((first.clone(), give));
    while let Some((question, give)) = next.take() {
        let answer = change(&mut flow, &mut added, &question.more).and_then(|()| solve(&mut flow));
        let stale = answer.is_err();
        drop(give.send(answer));
        if stale {
            return None;
        }
        next = asked.recv().ok();
        if next.as_ref().is_some_and(|(q, _)| !same(q)) {
            return next;
        }
    }
    None
}

/// The corridor with the scenarios and the changes of a question.
fn corridor(now: &Moment, q: &LiveRequest) -> Result<Corridor, Fault> {
    let made = stacked(&now.corridor, &now.scenarios, &q.scenario)?;
    if q.changes.is_empty() {
        return Ok(made.corridor);
    }
    let draft = Draft { id: "live".into(), name: "live".into(), changes: q.changes.clone(), ..Draft::default() };
    let scenario = draft.scenario()?;
    keruen_model::scenario::apply(&made.corridor, &[scenario], None)
        .map(|s| s.corridor)
        .map_err(|faults| StudyError::Scenario(faults).into())
}

fn open<'c>(c: &'c Corridor, q: &LiveRequest) -> Result<Flow<'c>, Fault> {
    let year = q.year.or_else(|| flow_years(c).pop()).ok_or(StudyError::NoWishes)?;
    let scenarios = q.scenario.clone();
    let question = FlowQuestion { scenarios, ..FlowQuestion::of(year) };
    Flow::new(c, question).map_err(|e| Fault::question(e.to_string(), "see /api/corridor for years"))
}

/// Makes each limit what the question says, whatever it was made before.
fn change(flow: &mut Flow<'_>, added: &mut BTreeMap<String, f64>, more: &BTreeMap<String, f64>) -> Result<(), Fault> {
    let names: Vec<String> = added.keys().chain(more.keys()).cloned().collect();
    for name in names {
        let (before, after) = (added.get(&name).copied().unwrap_or(0.0), more.get(&name).copied().unwrap_or(0.0));
        if before != after {
            flow.add(&name, 0, after - before).map_err(|e| Fault::question(e.to_string(), ""))?;
            added.insert(name, after);
        }
    }
    Ok(())
}

fn solve(flow: &mut Flow<'_>) -> Result<Bytes, Fault> {
    let answer = flow.solve(&Silent).map_err(Fault::ours)?;
    serde_json::to_vec(&answer).map(Bytes::from).map_err(Fault::ours)
}
