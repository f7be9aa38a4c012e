//! A real client (crate `rmcp`'s own) over both transports and both lifecycles.

mod common;

use common::tools;
use keruen_mcp::{Limits, listen};
use keruen_results::Silent;
use keruen_study::compare::{CompareQuestion, Comparer, Luck, asked, compare};
use rmcp::model::{CallToolRequestParams, CallToolResult, ProtocolVersion};
use rmcp::service::RunningService;
use rmcp::transport::StreamableHttpClientTransport;
use rmcp::{ClientLifecycleMode, ClientServiceExt, RoleClient};
use serde_json::{Value, json};
use std::time::Duration;

type Client = RunningService<RoleClient, ()>;

/// A scenario of the worked example.
const SCENARIO: &str = "third-ferry";

/// The two lifecycles: a handshake, and none.
fn lifecycles() -> [ClientLifecycleMode; 2] {
    let preferred_versions = vec![ProtocolVersion::V_2026_07_28];
    [ClientLifecycleMode::Initialize, ClientLifecycleMode::Discover { preferred_versions }]
}

/// A client that talks to a server over a pair of streams, as over stdio.
async fn over_streams(mode: ClientLifecycleMode, limits: Limits) -> Client {
    let (near, far) = tokio::io::duplex(1 << 16);
    let (read, write) = tokio::io::split(far);
    tokio::spawn(keruen_mcp::serve(tools(limits), read, write));
    ().serve_with_lifecycle(near, mode).await.unwrap()
}

/// A client that talks to a server over HTTP.
async fn over_http(mode: ClientLifecycleMode) -> Client {
    let listening = listen(tools(Limits::default()), 0).await.unwrap();
    let url = listening.url();
    tokio::spawn(listening.run(Default::default()));
    ().serve_with_lifecycle(StreamableHttpClientTransport::from_uri(url), mode).await.unwrap()
}

async fn call(client: &Client, tool: &'static str, arguments: Value) -> Result<CallToolResult, rmcp::ServiceError> {
    let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
    client.call_tool(CallToolRequestParams::new(tool).with_arguments(arguments)).await
}

/// What a tool tells, where it answers.
async fn told(client: &Client, tool: &'static str, arguments: Value) -> Value {
    let result = call(client, tool, arguments).await.unwrap();
    assert_ne!(result.is_error, Some(true), "{tool}: {:?}", result.content);
    result.structured_content.unwrap()
}

/// What a tool says, where it refuses.
async fn refused(client: &Client, tool: &'static str, arguments: Value) -> String {
    let result = call(client, tool, arguments).await.unwrap();
    assert_eq!(result.is_error, Some(true), "{tool} answered");
    format!("{:?}", result.content)
}

async fn everything(client: &Client) {
    let tools = client.list_all_tools().await.unwrap();
    let mut names: Vec<&str> = tools.iter().map(|t| t.name.as_ref()).collect();
    names.sort_unstable();
    let wanted =
        ["ask_flow", "ask_route", "compare", "describe", "explain_figure", "list_scenarios", "list_sources", "run_simulation"];
    assert_eq!(names, wanted);
    for t in &tools {
        let hints = t.annotations.as_ref().unwrap();
        assert_eq!((hints.read_only_hint, hints.open_world_hint), (Some(true), Some(false)), "{}", t.name);
        assert_eq!(t.input_schema["type"], "object", "{}", t.name);
        let output = t.output_schema.as_ref().unwrap();
        let fields = output["properties"].as_object().unwrap();
        assert!(fields.contains_key("basis"), "{} tells no sources", t.name);
    }
    worked_example(client).await;
    side_by_side(client).await;
    words(client).await;
}

/// The figures that `expected.md` computes by hand.
async fn worked_example(client: &Client) {
    let asked = json!({"from": "steppe", "to": "poti", "cargo": "container-40", "quantity": 2});
    let route = told(client, "ask_route", asked).await;
    let ways = route["ways"].as_array().unwrap();
    assert_eq!((ways[0]["usd"].as_f64(), ways[1]["usd"].as_f64()), (Some(2900.0), Some(3100.0)));
    assert_eq!((ways[0]["hours_p50"].as_f64(), ways[1]["hours_p50"].as_f64()), (Some(95.0), Some(67.0)));
    assert_eq!(route["basis"]["units"]["co2e_kg"], "kg CO2e, well-to-wheel");
    let links = route["basis"]["sources"].as_array().unwrap();
    assert!(!links.is_empty() && links.iter().all(|s| s["url"].as_str().is_some_and(|u| u.starts_with("http"))));

    let flow = told(client, "ask_flow", json!({"year": 2025})).await;
    assert_eq!(flow["totals"]["tonnes"].as_f64(), Some(135_000.0));
    let dearest = &flow["limits"][0];
    let saves = dearest["one_more_saves_usd"].as_f64().unwrap();
    assert!((saves - 13_560.0).abs() < 1e-6, "{dearest}");

    let short = json!({"year": 2025, "replications": 2, "cheapest": true});
    let run = told(client, "run_simulation", short.clone()).await;
    assert_eq!(run["finished"], 2);
    assert_eq!(run, told(client, "run_simulation", short).await, "same seed, same answer");
}

/// The same figures as the same comparison has without a server between.
async fn side_by_side(client: &Client) {
    let names = vec![SCENARIO.to_string()];
    let told = told(client, "compare", json!({"others": [names], "months": true, "top": 100})).await;
    let (corridor, scenarios) = common::mini();
    let question = CompareQuestion { months: true, ..asked(&corridor, None, None, &[]).unwrap() };
    let mut comparer = Comparer::new(&corridor, &scenarios, question);
    let answer = compare(&mut comparer, &[], &[names], &Silent).unwrap();
    let figures = told["figures"].as_array().unwrap();
    assert_eq!(figures.len(), answer.figures.len());
    for f in &answer.figures {
        let same = figures.iter().find(|x| x["id"] == f.id).unwrap();
        let value = |c: &Value| c["value"]["value"].as_f64();
        let cells: Vec<_> = same["cells"].as_array().unwrap().iter().map(value).collect();
        assert_eq!(cells, f.cells.iter().map(|c| c.value.map(|v| v.mid)).collect::<Vec<_>>(), "{}", f.id);
    }
    assert!(
        figures.iter().any(|f| f["cells"][1]["percent"].as_f64().is_some_and(|p| p != 0.0)),
        "the scenario changes something"
    );
    assert_eq!(told["others"][0]["all_usd"]["value"].as_f64(), Some(answer.worth[0].all.mid));
    assert!(told["basis"]["command"].as_str().unwrap().contains("keruen compare caspian-mini base"));
    deeper(client).await;
    let unknown = refused(client, "compare", json!({"others": [["no-such"]]})).await;
    assert!(unknown.contains("list_scenarios"), "{unknown}");
    let none = refused(client, "compare", json!({"others": []})).await;
    assert!(none.contains("at least one"), "{none}");
}

/// Draws and replications, within their bounds; the same as without a server between.
async fn deeper(client: &Client) {
    let names = vec![SCENARIO.to_string()];
    let ask = json!({"others": [names], "replications": 3, "ranges": 4, "seed": 7});
    let told = told(client, "compare", ask).await;
    let (corridor, scenarios) = common::mini();
    let threads = std::num::NonZeroUsize::new(2).unwrap();
    let luck = Some(Luck { replications: 3, seed: 7, threads });
    let question = CompareQuestion { luck, ..asked(&corridor, None, None, &[]).unwrap() };
    let answer = compare(&mut Comparer::new(&corridor, &scenarios, question), &[], &[names], &Silent).unwrap();
    let simulated = answer.simulated.unwrap();
    for (f, x) in simulated.figures.iter().zip(told["simulated"]["figures"].as_array().unwrap()) {
        let d = f.others[0].as_ref().unwrap().difference;
        let told = &x["differences"][0]["difference"];
        assert_eq!(
            (x["what"].as_str(), told["mean"].as_f64(), told["half"].as_f64()),
            (Some(f.what.as_str()), Some(d.mean), d.half)
        );
    }
    assert_eq!(told["sample"]["draws"], 4);
    assert!(told["basis"]["command"].as_str().unwrap().contains("--ranges 4 --with simulate --replications 3 --seed 7"));
    let many = refused(client, "compare", json!({"others": [[SCENARIO]], "replications": 26})).await;
    assert!(many.contains("at most 25"), "{many}");
    let few = refused(client, "compare", json!({"others": [[SCENARIO]], "ranges": 1})).await;
    assert!(few.contains("at least 2"), "{few}");
}

async fn words(client: &Client) {
    let scenarios = told(client, "list_scenarios", json!({})).await;
    assert_eq!(scenarios["scenarios"].as_array().unwrap().len(), 2);
    let places = told(client, "describe", json!({"table": "node", "find": "pot"})).await;
    assert_eq!(places["rows"], json!([["poti", "Poti"]]));
    let figure = told(client, "explain_figure", json!({"what": "tariff:ferry-wagon.amount"})).await;
    assert_eq!(figure["figures_in_all"], 1, "{figure}");
    let sources = told(client, "list_sources", json!({"top": 1})).await;
    assert_eq!(sources["publications"].as_array().unwrap().len(), 1);

    let unknown = refused(client, "ask_route", json!({"from": "steppe", "to": "potti-on-sea"})).await;
    assert!(unknown.contains("did you mean"), "{unknown}");
    let scenario = refused(client, "ask_flow", json!({"scenarios": ["no-such"]})).await;
    assert!(scenario.contains("list_scenarios"), "{scenario}");
    let table = refused(client, "describe", json!({"table": "nodes"})).await;
    assert!(table.contains("node"), "{table}");
    let most = refused(client, "run_simulation", json!({"replications": 51})).await;
    assert!(most.contains("50"), "{most}");
}

/// A wrong type, a wrong name and a missing argument are errors, not answers.
async fn wrong_types(client: &Client) {
    for (tool, arguments) in [
        ("ask_route", json!({"from": "steppe", "to": 7})),
        ("ask_route", json!({"from": "steppe"})),
        ("ask_route", json!({"from": "steppe", "to": "poti", "quantity": "two"})),
        ("ask_route", json!({"from": "steppe", "to": "poti", "goods": "wheat"})),
        ("ask_flow", json!({"year": 2025.5})),
        ("run_simulation", json!({"replications": -1})),
        ("explain_figure", json!({"what": null})),
        ("no_such_tool", json!({})),
    ] {
        let refused = match call(client, tool, arguments.clone()).await {
            Err(rmcp::ServiceError::McpError(_)) => true,
            Ok(told) => told.is_error == Some(true) && told.structured_content.is_none(),
            Err(other) => panic!("{tool}: {other}"),
        };
        assert!(refused, "{tool} {arguments} was answered");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_tool_answers_over_streams_with_and_without_a_handshake() {
    for mode in lifecycles() {
        let client = over_streams(mode, Limits::default()).await;
        everything(&client).await;
        wrong_types(&client).await;
        client.cancel().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_tool_answers_over_http_with_and_without_a_handshake() {
    for mode in lifecycles() {
        let client = over_http(mode).await;
        everything(&client).await;
        wrong_types(&client).await;
        client.cancel().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn time_and_size_are_kept() {
    let [mode, _] = lifecycles();
    let client = over_streams(mode.clone(), Limits { time: Duration::ZERO, ..Limits::default() }).await;
    let late = refused(&client, "ask_flow", json!({})).await;
    assert!(late.contains("took longer than 0 s"), "{late}");
    // A simulation keeps what is finished, and says so.
    let part = told(&client, "run_simulation", json!({"cheapest": true})).await;
    assert_eq!(part["finished"], 1, "{part}");
    assert!(part["notes"].to_string().contains("1 of 10 replications"), "{part}");
    let client = over_streams(mode, Limits { answer_bytes: 500, ..Limits::default() }).await;
    let large = refused(&client, "describe", json!({})).await;
    assert!(large.contains("more than 500"), "{large}");
}
