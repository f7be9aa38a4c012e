//! Questions over HTTP: what is answered, what is kept, what a job tells.

mod common;

use common::{mini, serve};
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn the_description_checked_in_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    let held = std::fs::read_to_string(path).unwrap();
    assert!(
        held == keruen_server::openapi(),
        "run `keruen reference openapi > docs/reference/openapi.json` and `npm run types` in web/"
    );
    let document: Value = serde_json::from_str(&held).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let text = held.clone();
    for name in text.split("#/components/schemas/").skip(1).map(|t| t.split('"').next().unwrap()) {
        assert!(document["components"]["schemas"].get(name).is_some(), "{name} is named and not described");
    }
}

#[test]
fn every_path_without_parameters_answers_and_is_described() {
    let s = serve(&mini("api-paths"), None);
    let document = s.get("/api/openapi.json").json();
    for (path, methods) in document["paths"].as_object().unwrap() {
        if methods.get("get").is_some() && !path.contains('{') && !["/api/explain", "/api/forum/minutes"].contains(&path.as_str())
        {
            assert_eq!(s.get(path).status, 200, "{path}");
        }
    }
    assert_eq!(s.get("/api/explain?what=aktau").status, 200);
    assert_eq!(s.get("/api/nothing").status, 404);
    assert_eq!(s.get("/").status, 200);
}

/// expected.md, question 1: two boxes from the steppe to Poti.
#[test]
fn a_route_is_found_once_and_kept() {
    let s = serve(&mini("api-route"), None);
    let question = json!({"from": "steppe", "to": "poti", "quantity": 2}).to_string();
    let first = s.post("/api/route", &question);
    assert_eq!(first.status, 200, "{}", first.body);
    assert!(first.head.contains("keruen-answer: found"));
    let again = s.post("/api/route", &question);
    assert!(again.head.contains("keruen-answer: kept"));
    assert_eq!(first.body, again.body);
    let other = s.post("/api/route", &json!({"from": "steppe", "to": "poti", "quantity": 3}).to_string());
    assert!(other.head.contains("keruen-answer: found") && other.body != first.body);
    let key = first.head.lines().find_map(|l| l.strip_prefix("etag: \"")).unwrap().trim_end_matches('"').to_string();
    assert_eq!(s.get(&format!("/api/answers/{key}")).body, first.body);
}

#[test]
fn what_is_wrong_with_a_question_is_said() {
    let s = serve(&mini("api-faults"), None);
    for (path, body, status, words) in [
        ("/api/route", r#"{"from": "stepe-x-y", "to": "poti"}"#, 400, "stepe-x-y"),
        ("/api/route", r#"{"from": "steppe"}"#, 400, "missing field `to`"),
        ("/api/route", r#"{"from": "steppe", "to": "poti", "colour": 1}"#, 400, "unknown field `colour`"),
        ("/api/route", r#"{"from": "steppe", "to": "poti", "scenario": ["third-fery"]}"#, 400, "did you mean"),
        ("/api/route", r#"{"from": "steppe", "to": "poti", "max_cost": -1}"#, 400, "max_cost"),
        ("/api/flow", r#"{"year": 1900}"#, 400, "1900"),
        ("/api/scenarios", r#"{"id": "../x", "name": "x", "changes": []}"#, 400, "cannot be the name"),
        ("/api/jobs", r#"{"kind": "wish"}"#, 400, "unknown variant"),
        ("/api/jobs", r#"{"kind": "proposals"}"#, 400, "round table"),
        ("/api/jobs", r#"{"kind": "simulate", "replications": 0}"#, 400, "0 replications"),
        ("/api/jobs", r#"{"kind": "compare", "others": []}"#, 400, "nothing to compare"),
        ("/api/forum", r#"{"table": "../x", "preset": ["c6"]}"#, 404, "not compared yet"),
        ("/api/forum", r#"{"table": "x", "preset": ["c7"]}"#, 400, "c7"),
    ] {
        let a = s.post(path, body);
        assert_eq!(a.status, status, "{path} {body}: {}", a.body);
        assert!(a.json()["error"].as_str().unwrap().contains(words), "{path} {body}: {}", a.body);
    }
    assert_eq!(s.get("/api/explain?what=nowhere-at-all").status, 404);
    assert_eq!(s.get("/api/scenarios/none").status, 404);
    assert_eq!(s.get("/api/jobs/none").status, 404);
    assert_eq!(s.get("/api/words/xx").status, 404);
    // {"table":"x","preset":["trade"]}
    let minutes = "/api/forum/minutes?q=%7B%22table%22:%22x%22,%22preset%22:%5B%22trade%22%5D%7D";
    for (lang, why) in [("", "not compared yet"), ("&lang=kk", "not compared yet"), ("&lang=xx", "no such language")] {
        let a = s.get(&format!("{minutes}{lang}"));
        assert!(a.status == 404 && a.body.contains(why), "{lang}: {} {}", a.status, a.body);
    }
    assert_eq!(s.get("/api/forum/minutes?q=%7B%7D").status, 400);
}

/// Texts of answers are said by the catalogue and the names of the corridor; what neither knows is left out, and stays as it is.
#[test]
fn english_texts_of_answers_are_said_in_a_language() {
    let s = serve(&mini("api-words"), None);
    let say = |lang: &str, texts: serde_json::Value| s.post(&format!("/api/words/{lang}"), &json!({"texts": texts}).to_string());
    let said = say("ru", json!(["cheapest", "rail KZ > road AZ", "nothing that anybody knows"])).json();
    assert_eq!(said["texts"], json!({"cheapest": "самый дешёвый", "rail KZ > road AZ": "ж. д. KZ > авто AZ"}));
    assert_eq!(say("xx", json!([])).status, 404);
    assert_eq!(say("ru", json!(["x".repeat(5000)])).status, 400);
    // Commas can be parted in more ways than there is time for.
    assert_eq!(say("kk", json!([", ".repeat(1900), "; by of ".repeat(400)])).status, 200);
}

#[test]
fn a_scenario_made_in_the_page_is_a_file_and_changes_answers() {
    let folder = mini("api-scenario");
    let s = serve(&folder, None);
    let before = s.post("/api/flow", "{}").json();
    let demand = before["wishes"][0]["wish"].as_str().unwrap().to_string();
    let made = json!({"id": "more", "name": "Twice the demand", "changes":
        [{"table": "demand", "id": demand, "field": "amount", "scale": 2.0}]});
    let answer = s.post("/api/scenarios", &made.to_string());
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(s.post("/api/scenarios", &made.to_string()).status, 409);
    let text = std::fs::read_to_string(folder.join("scenarios/more.toml")).unwrap();
    assert_eq!(keruen_model::scenario::parse("more.toml", &text).unwrap().changes.len(), 1);
    let after = s.post("/api/flow", r#"{"scenario": ["more"]}"#).json();
    assert_eq!(after["wishes"][0]["asked"].as_f64().unwrap(), 2.0 * before["wishes"][0]["asked"].as_f64().unwrap());
    let rows = s.get("/api/scenarios").json();
    assert!(rows.as_array().unwrap().iter().any(|r| r["id"] == "more"));
}

/// A slider moves a limit and comes back: the first answer is there again, and the sum of two moves is one move.
#[test]
fn live_changes_add_up_and_go_back() {
    let s = serve(&mini("api-live"), None);
    let plain = s.post("/api/flow/live", "{}").json();
    let limit = plain["limits"][0]["limit"].as_str().unwrap().to_string();
    let amount = plain["limits"][0]["amount"].as_f64().unwrap();
    let with = |more: f64| s.post("/api/flow/live", &json!({"more": {limit.as_str(): more}}).to_string()).json();
    let cost = |a: &Value| a["totals"]["generalised_usd"].as_f64().unwrap();
    let close = |a: &Value, b: &Value| (cost(a) - cost(b)).abs() <= 1e-9 * cost(b);
    let once = with(amount * 0.5);
    with(amount * 0.1);
    assert!(close(&with(amount * 0.5), &once), "two moves make one");
    assert!(close(&with(0.0), &plain), "back is back");
    assert!(cost(&once) <= cost(&plain) * (1.0 + 1e-12), "more of a limit costs nobody anything");
    let bad = s.post("/api/flow/live", r#"{"more": {"no-such-limit": 1}}"#);
    assert_eq!(bad.status, 400);
}

#[test]
fn a_job_is_followed_to_its_end_and_asked_once() {
    let s = serve(&mini("api-job"), None);
    let question = r#"{"kind": "flow", "months": true}"#;
    let job = s.post("/api/jobs", question).json();
    let id = job["id"].as_str().unwrap();
    let events = s.get(&format!("/api/jobs/{id}/events"));
    assert!(events.head.contains("text/event-stream"));
    assert!(events.body.contains("event: state") && events.body.contains(r#""stage":"done""#), "{}", events.body);
    let answer = s.get(&format!("/api/answers/{id}")).json();
    assert_eq!(answer["question"]["periods"].as_array().unwrap().len(), 12);
    assert_eq!(s.post("/api/jobs", question).json()["stage"], "done");
    assert_eq!(s.post("/api/flow", r#"{"months": true}"#).json(), answer);
}

/// A film is whole columns, by time; its goods and ships are those of the answer beside it.
#[test]
fn a_simulation_is_a_job_with_a_film() {
    let s = serve(&mini("api-simulate"), None);
    let job = s.post("/api/jobs", r#"{"kind": "simulate", "replications": 2}"#).json();
    let id = job["id"].as_str().unwrap();
    let events = s.get(&format!("/api/jobs/{id}/events"));
    assert!(events.body.contains(r#""stage":"done""#), "{}", events.body);
    let run = s.get(&format!("/api/answers/{id}")).json();
    assert_eq!(run["answer"]["question"]["finished"], 2);
    let film = &run["film"];
    for (moves, of) in [("goods", "rows"), ("sailings", "ships")] {
        let column =
            |name: &str| -> Vec<u64> { film[moves][name].as_array().unwrap().iter().map(|x| x.as_u64().unwrap()).collect() };
        let begins = column("begins");
        assert!(!begins.is_empty() && begins.is_sorted(), "{moves}");
        let stretches = film["stretches"].as_array().unwrap().len() as u64;
        let many = film[of].as_array().unwrap().len() as u64;
        assert!(column("over").iter().all(|&o| o < stretches) && column("who").iter().all(|&w| w < many));
        assert!(["lasts", "over", "who", "pieces"].iter().all(|c| column(c).len() == begins.len()));
    }
}

/// Draws and replications of a comparison: each request has an answer of its own, as large as was asked.
#[test]
fn a_comparison_draws_and_simulates_where_it_is_asked_to() {
    let s = serve(&mini("api-compare"), None);
    for wrong in [r#""replications": 1"#, r#""ranges": 1"#, r#""ranges": 100000"#] {
        let asked = format!(r#"{{"kind": "compare", "others": [["third-ferry"]], {wrong}}}"#);
        assert_eq!(s.post("/api/jobs", &asked).status, 400, "{wrong}");
    }
    let ask = |more: &str| {
        let asked = format!(r#"{{"kind": "compare", "others": [["third-ferry"]], "year": 2025{more}}}"#);
        let job = s.post("/api/jobs", &asked).json();
        let id = job["id"].as_str().unwrap_or_else(|| panic!("{job}")).to_string();
        let events = s.get(&format!("/api/jobs/{id}/events"));
        assert!(events.body.contains(r#""stage":"done""#), "{}", events.body);
        (id.clone(), s.get(&format!("/api/answers/{id}")).json())
    };
    let (plain, a) = ask("");
    assert!(a["sample"].is_null() && a["simulated"].is_null() && a["stopped"].is_null());
    let (deep, b) = ask(r#", "ranges": 2, "replications": 3, "seed": 7"#);
    assert_ne!(plain, deep);
    assert_eq!((b["sample"]["draws"].as_u64(), b["sample"]["seed"].as_u64()), (Some(2), Some(7)));
    let simulated = &b["simulated"];
    assert_eq!((simulated["replications"].as_u64(), simulated["seed"].as_u64()), (Some(3), Some(7)));
    assert!(!simulated["figures"].as_array().unwrap().is_empty());
    let middles = |a: &serde_json::Value| -> Vec<serde_json::Value> {
        a["figures"].as_array().unwrap().iter().map(|f| f["cells"][1]["value"]["mid"].clone()).collect()
    };
    assert_eq!(middles(&a), middles(&b), "draws move the ends, not the middle");
}
