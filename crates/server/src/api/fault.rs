//! What is told to an asker whose question cannot be answered: what was wrong, and what to try next.

use crate::desk::Refusal;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use keruen_study::StudyError;
use serde::Serialize;
use utoipa::ToSchema;

/// Why there is no answer. A corridor without a way is no fault: that is an answer, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// What was wrong.
    pub error: String,
    /// What to try next.
    pub next: String,
    #[serde(skip)]
    #[schema(ignore)]
    status: StatusCode,
}

impl Fault {
    /// A fault with its status.
    pub fn new(status: StatusCode, error: impl Into<String>, next: impl Into<String>) -> Fault {
        Fault { error: error.into(), next: next.into(), status }
    }

    /// The question is at fault.
    pub fn question(error: impl Into<String>, next: impl Into<String>) -> Fault {
        Fault::new(StatusCode::BAD_REQUEST, error, next)
    }

    /// Something named is not there.
    pub fn missing(error: impl Into<String>, next: impl Into<String>) -> Fault {
        Fault::new(StatusCode::NOT_FOUND, error, next)
    }

    /// We are at fault.
    pub fn ours(error: impl std::fmt::Display) -> Fault {
        let next = "this is our fault, not yours; please report it with what you asked";
        Fault::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string(), next)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let busy = self.status == StatusCode::SERVICE_UNAVAILABLE || self.status == StatusCode::TOO_MANY_REQUESTS;
        let mut response = (self.status, Json(self)).into_response();
        if busy {
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("1"));
        }
        response
    }
}

impl From<Refusal> for Fault {
    fn from(r: Refusal) -> Fault {
        match r {
            Refusal::Full => Fault::new(StatusCode::TOO_MANY_REQUESTS, "too many questions wait", "ask again in a second"),
            Refusal::Broken => Fault::ours("the engine broke on this question"),
        }
    }
}

impl From<StudyError> for Fault {
    fn from(e: StudyError) -> Fault {
        match &e {
            StudyError::Cancelled => {
                Fault::new(StatusCode::SERVICE_UNAVAILABLE, "the answer took too long and was stopped", "ask it as a job")
            }
            StudyError::Flow(_, true) | StudyError::Simulation(_, true) | StudyError::Unproven(_) => Fault::ours(e),
            StudyError::Nothing { .. } | StudyError::NoField { .. } => Fault::missing(e.to_string(), "see /api/corridor"),
            StudyError::NoScenario { .. } => Fault::question(e.to_string(), "see /api/scenarios"),
            StudyError::Scenario(faults) => {
                let all: Vec<String> = faults.iter().take(20).map(ToString::to_string).collect();
                Fault::question(all.join("\n"), "correct the scenario")
            }
            e => {
                let text = e.to_string();
                let text = text.strip_prefix("study.toml, route: ").unwrap_or(&text);
                Fault::question(text, "see /api/corridor for what can be named")
            }
        }
    }
}
