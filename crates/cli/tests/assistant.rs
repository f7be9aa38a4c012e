//! `keruen mcp` as an assistant starts it: the program itself over stdio, its figures those of `--json`; and the client library of
//! another language, where it is installed.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

const MINI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corridors/caspian-mini");

/// One message a line in, the answers by their ids out.
fn talk(messages: &[Value], wanted: usize) -> Vec<Value> {
    let mut server = Command::new(env!("CARGO_BIN_EXE_keruen"))
        .args(["mcp", MINI])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = server.stdin.take().unwrap();
    for m in messages {
        writeln!(input, "{m}").unwrap();
    }
    let mut out = Vec::new();
    for line in BufReader::new(server.stdout.take().unwrap()).lines() {
        let message: Value = serde_json::from_str(&line.unwrap()).expect("every line of the standard output is a message");
        if message.get("id").is_some() {
            out.push(message);
        }
        if out.len() == wanted {
            break;
        }
    }
    drop(input);
    assert!(server.wait().unwrap().success(), "the server ends with its input");
    out
}

fn json_of(args: &[&str]) -> Value {
    let run = Command::new(env!("CARGO_BIN_EXE_keruen")).args(args).output().unwrap();
    serde_json::from_slice(&run.stdout).unwrap()
}

fn call(id: u32, tool: &str, arguments: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": {"name": tool, "arguments": arguments}})
}

#[test]
fn figures_are_those_of_the_command() {
    let hello = json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": "2025-06-18",
        "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}});
    let ready = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
    let route = call(1, "ask_route", json!({"from": "steppe", "to": "poti", "cargo": "wheat", "quantity": 100, "unit": "t"}));
    let flow = call(2, "ask_flow", json!({"scenarios": ["third-ferry"]}));
    let answers = talk(&[hello, ready, route, flow], 3);
    let told = |id: u32| answers.iter().find(|a| a["id"] == id).unwrap()["result"]["structuredContent"].clone();

    let by_hand = json_of(&["route", MINI, "steppe", "poti", "--cargo", "wheat", "-q", "100", "-u", "t", "--json"]);
    let ways = told(1)["ways"].as_array().unwrap().clone();
    assert_eq!(ways.len(), by_hand["ways"].as_array().unwrap().len());
    for (ours, theirs) in ways.iter().zip(by_hand["ways"].as_array().unwrap()) {
        let totals = &theirs["totals"];
        assert_eq!(ours["usd"], totals["cost"]["amount"]);
        assert_eq!(ours["hours_p50"], totals["hours"]["p50"]);
        assert_eq!(ours["hours_p90"], totals["hours"]["p90"]);
        assert_eq!(ours["co2e_kg"], totals["co2e_kg"]);
        assert_eq!(ours["risk"], totals["risk"]);
    }

    let by_hand = json_of(&["flow", MINI, "--scenario", "third-ferry", "--json"]);
    for field in ["tonnes", "tonne_km", "charges_usd", "co2e_kg"] {
        assert_eq!(told(2)["totals"][field], by_hand["totals"][field], "{field}");
    }
    for (ours, theirs) in told(2)["limits"].as_array().unwrap().iter().zip(by_hand["limits"].as_array().unwrap()) {
        assert_eq!((&ours["limit"], &ours["used"], &ours["amount"]), (&theirs["limit"], &theirs["used"], &theirs["amount"]));
    }
}

/// The client of the Model Context Protocol's own Python library; prints the cheapest way's dollars.
const PYTHON: &str = r#"
import asyncio, sys
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
async def main():
    async with stdio_client(StdioServerParameters(command=sys.argv[1], args=["mcp", sys.argv[2]])) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            told = await session.call_tool("ask_route", {"from": "steppe", "to": "poti", "quantity": 2})
            print(told.structuredContent["ways"][0]["usd"])
asyncio.run(main())
"#;

#[test]
fn a_client_in_python_gets_the_same() {
    let there = Command::new("python3").args(["-c", "import mcp"]).stderr(Stdio::null()).status();
    if !there.is_ok_and(|s| s.success()) {
        println!("skipped: the Python package mcp is not installed");
        return;
    }
    let run = Command::new("python3").args(["-c", PYTHON, env!("CARGO_BIN_EXE_keruen"), MINI]).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout).trim().to_string();
    assert_eq!(said.parse::<f64>().ok(), Some(2900.0), "{said} {}", String::from_utf8_lossy(&run.stderr));
}
