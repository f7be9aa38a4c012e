//! The description of the interface, OpenAPI 3.1: what utoipa makes of the handlers, and what holds for all of them.

use super::Document;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

/// A refusal: status, name, why.
type Refusal = (&'static str, &'static str, &'static str);

/// What any request may be told, whatever it asks.
const ALWAYS: [Refusal; 6] = [
    ("401", "NoToken", "A token is needed, and none or another was shown"),
    ("403", "AnotherPage", "Another page asks"),
    ("421", "NotOurs", "The address asked is not ours"),
    ("429", "Busy", "Too many questions wait already"),
    ("500", "OurFault", "A fault of ours"),
    ("503", "Stopped", "The answer took too long and was stopped"),
];
/// What a question may be told.
const QUESTION: [Refusal; 1] = [("400", "Question", "What is wrong with the question, and what to try next")];
/// What a question sent as a body may be told.
const BODY: [Refusal; 3] = [
    ("408", "TooSlow", "The question came too slowly"),
    ("413", "TooLarge", "The question is too large, or was broken off"),
    ("415", "NotJson", "The question is not application/json"),
];

/// The description as it stands in `docs/reference/openapi.json`.
pub fn openapi() -> String {
    // A document made of strings cannot fail to be written; an empty one would fail the test that compares it.
    serde_json::to_string_pretty(&document()).unwrap_or_default() + "\n"
}

/// The same, to be served.
pub fn document() -> Value {
    let mut document = serde_json::to_value(Document::openapi()).unwrap_or_default();
    for path in document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut) {
        path.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(refusals);
    }
    document["components"]["responses"] = named();
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        let plain = schemas.clone();
        schemas.values_mut().for_each(|s| join_tagged(s, &plain));
    }
    document
}

/// Adds to an operation what it may be refused for.
fn refusals(operation: &mut Value) {
    let asks = |place: &str| operation["parameters"].as_array().is_some_and(|all| all.iter().any(|p| p["in"] == place));
    let (body, query) = (operation["requestBody"].is_object(), asks("query"));
    let Some(told) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let question = QUESTION.iter().filter(|_| body || query);
    for (status, name, _) in ALWAYS.iter().chain(question).chain(BODY.iter().filter(|_| body)) {
        told.entry(*status).or_insert_with(|| json!({"$ref": format!("#/components/responses/{name}")}));
    }
    told.sort_keys();
}

/// The refusals by name.
fn named() -> Value {
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}});
    let one = |(_, name, why): &Refusal| (name.to_string(), json!({"description": why, "content": content}));
    ALWAYS.iter().chain(&QUESTION).chain(&BODY).map(one).collect::<Map<_, _>>().into()
}

/// A variant of a tagged enum is "its own fields, and besides them the tag": nothing satisfies both halves where the own fields are
/// closed, so they are joined.
fn join_tagged(schema: &mut Value, schemas: &Map<String, Value>) {
    for variant in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some([own, tag]) = variant["allOf"].as_array().map(Vec::as_slice) else { continue };
        let name = own["$ref"].as_str().and_then(|r| r.strip_prefix("#/components/schemas/"));
        let closed = |s: &&Value| s["additionalProperties"] == false;
        let Some(mut joined) = name.and_then(|n| schemas.get(n)).filter(closed).cloned() else { continue };
        joined["description"] = variant["description"].clone();
        for (name, field) in tag["properties"].as_object().into_iter().flatten() {
            joined["properties"][name] = field.clone();
        }
        let required = |s: &Value| s["required"].as_array().cloned().unwrap_or_default();
        joined["required"] = [required(tag), required(&joined)].concat().into();
        *variant = joined;
    }
}
