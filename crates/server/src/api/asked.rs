//! A question out of a request: its body, within limits of size and time, its query, or a name in its path.

use super::fault::Fault;
use crate::limits;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;

/// A question as JSON.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|k| k.to_str().ok()).unwrap_or_default();
        if !kind.split(';').next().is_some_and(|k| k.trim().eq_ignore_ascii_case("application/json")) {
            let next = "send the question as application/json";
            return Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the question is not JSON", next));
        }
        let bytes = body(request.into_body()).await?;
        // A list of the fields in their order would be read as well.
        if bytes.iter().find(|b| !b.is_ascii_whitespace()) != Some(&b'{') {
            return Err(unreadable("it is no object"));
        }
        serde_json::from_slice(&bytes).map(Asked).map_err(unreadable)
    }
}

/// A question as the query of the address.
pub struct Queried<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Queried<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let read = Query::from_request_parts(parts, state).await;
        read.map(|Query(q)| Queried(q)).map_err(unreadable)
    }
}

/// A name in the path.
pub struct Named(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let read = Path::from_request_parts(parts, state).await;
        read.map(|Path(name)| Named(name)).map_err(|e| Fault::missing(e.to_string(), "names are written in UTF-8"))
    }
}

fn unreadable(why: impl std::fmt::Display) -> Fault {
    Fault::question(format!("the question cannot be read: {why}"), "see /api/openapi.json for its shape")
}

async fn body(body: Body) -> Result<Bytes, Fault> {
    match tokio::time::timeout(limits::SEND, to_bytes(body, limits::BODY)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => {
            let next = format!("questions have at most {} KiB", limits::BODY >> 10);
            Err(Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "the question is too large, or was broken off", next))
        }
        Err(_) => Err(Fault::new(StatusCode::REQUEST_TIMEOUT, "the question came too slowly", "send it again")),
    }
}

/// Lists within their limit.
pub fn short(name: &str, list: &[String]) -> Result<(), Fault> {
    if list.len() <= limits::NAMES && list.iter().all(|x| x.len() <= 200) {
        return Ok(());
    }
    Err(Fault::question(format!("`{name}` is too long"), format!("at most {} names of 200 bytes", limits::NAMES)))
}
