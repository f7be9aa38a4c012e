//! Answers that are kept: looked up under the hash of their inputs, else found at the desk and put there.

use super::Here;
use super::fault::Fault;
use crate::desk::Patience;
use crate::house::Moment;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use keruen_study::Asker;
use serde::Serialize;
use std::sync::Arc;

/// Says whether an answer was kept or found now.
const ORIGIN: HeaderName = HeaderName::from_static("keruen-answer");

/// The hash of a question and all that its answer hangs on.
pub fn key(here: &Here, kind: &str, question: &impl Serialize, scenarios: &[String]) -> Result<String, Fault> {
    let text = serde_json::to_string(question).map_err(Fault::ours)?;
    Ok(here.house.key(kind, &text, scenarios))
}

/// The kept answer, unless the asker wants it found anew; else the desk's.
pub async fn answer<T: Serialize>(
    here: &Here,
    headers: &HeaderMap,
    key: String,
    find: impl FnOnce(&Moment, &mut Asker<'_>, &Patience<'_>) -> Result<T, Fault> + Send + 'static,
) -> Result<Response, Fault> {
    let anew = headers.get(header::CACHE_CONTROL).is_some_and(|c| c.as_bytes() == b"no-cache");
    if !anew && let Some(kept) = kept(here, &key).await {
        return Ok(json(kept, "kept", &key));
    }
    let (store, name) = (Arc::clone(&here.store), key.clone());
    let found = here.desk.ask(move |now, asker, patience| {
        let text = serde_json::to_vec(&find(now, asker, patience)?).map_err(Fault::ours)?;
        Ok::<_, Fault>(Bytes::from(text))
    });
    let bytes: Bytes = found.await??;
    let copy = bytes.clone();
    // Kept behind the asker's back: a full disk costs the next asker time, this one nothing.
    tokio::task::spawn_blocking(move || store.put(&name, copy, false));
    Ok(json(bytes, "found", &key))
}

/// A kept answer; the disk is read apart from the threads that talk.
pub async fn kept(here: &Here, key: &str) -> Option<Bytes> {
    if let Some(bytes) = here.store.at_hand(key) {
        return Some(bytes);
    }
    let (store, key) = (Arc::clone(&here.store), key.to_string());
    tokio::task::spawn_blocking(move || store.get(&key)).await.ok().flatten()
}

/// JSON that is written already.
pub fn json(bytes: Bytes, origin: &'static str, key: &str) -> Response {
    let about =
        [(header::CONTENT_TYPE, "application/json".to_string()), (header::ETAG, format!("\"{key}\"")), (ORIGIN, origin.into())];
    (about, bytes).into_response()
}
