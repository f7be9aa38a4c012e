//! `keruen serve` as a program: its answers are those of the command line, and being killed loses nothing that was finished.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

fn store(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    dir
}

struct Served {
    child: Child,
    at: String,
    /// What was said on stderr before the address was printed.
    words: String,
}

impl Served {
    fn start(corridor: &str, store: &Path) -> Served {
        let mut child = Command::new(env!("CARGO_BIN_EXE_keruen"))
            .args(["serve", corridor, "--port", "0", "--store"])
            .arg(store)
            .current_dir(root())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("an address");
        let mut words = String::new();
        let mut said = BufReader::new(child.stderr.take().expect("stderr"));
        while !words.contains("Ctrl-C") && said.read_line(&mut words).is_ok_and(|n| n > 0) {}
        let at = line.trim().rsplit_once("http://").expect("an address").1.trim_end_matches('/').to_string();
        Served { child, at, words }
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Value {
        let mut s = TcpStream::connect(&self.at).expect("it listens");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.at,
            body.len()
        );
        s.write_all(head.as_bytes()).expect("it reads");
        let mut text = Vec::new();
        s.read_to_end(&mut text).expect("it answers");
        let at = text.windows(4).position(|w| w == b"\r\n\r\n").expect("a head") + 4;
        serde_json::from_slice(&text[at..]).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&text)))
    }

    fn post(&self, path: &str, body: Value) -> Value {
        self.ask("POST", path, &body.to_string())
    }

    fn get(&self, path: &str) -> Value {
        self.ask("GET", path, "")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cli(args: &[&str]) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_keruen")).args(args).arg("--json").current_dir(root()).output().expect("it runs");
    serde_json::from_slice(&out.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&out.stderr)))
}

#[test]
fn answers_are_those_of_the_command_line() {
    const MINI: &str = "corridors/caspian-mini";
    let s = Served::start(MINI, &store("serve-same"));
    assert_eq!(
        s.post("/api/route", json!({"from": "Steppe", "to": "Poti", "quantity": 2})),
        cli(&["route", MINI, "Steppe", "Poti", "-q", "2"])
    );
    assert_eq!(
        s.post("/api/route", json!({"from": "steppe", "to": "poti", "cargo": "uranium", "quantity": 60, "unit": "t"})),
        cli(&["route", MINI, "steppe", "poti", "--cargo", "uranium", "-q", "60", "-u", "t"])
    );
    assert_eq!(
        s.post(
            "/api/route/why-not",
            json!({"question": {"from": "steppe", "to": "poti", "quantity": 2}, "subject": "outside-north"})
        ),
        cli(&["route", MINI, "steppe", "poti", "-q", "2", "--why-not", "outside-north"])
    );
    assert_eq!(s.post("/api/flow", json!({})), cli(&["flow", MINI]));
    assert_eq!(s.post("/api/flow", json!({"method": "choice"})), cli(&["flow", MINI, "--method", "choice"]));
    assert_eq!(s.get("/api/explain?what=aktau"), cli(&["explain", "aktau", MINI]));
    assert_eq!(s.get("/api/scenarios"), cli(&["scenario", "list", "--corridor", MINI]));
    assert_eq!(s.get("/api/scenarios/third-ferry")["changes"], cli(&["scenario", "show", "third-ferry", "--corridor", MINI]));
}

/// Killed in the middle of a long run: the short answer before it is there, nothing is half written, and the run is told of.
#[test]
fn killed_in_the_middle_of_a_job_nothing_finished_is_lost() {
    let folder = store("serve-killed");
    let mut s = Served::start("trans-caspian", &folder);
    let flow = json!({"kind": "flow", "year": 2024});
    let done = s.post("/api/jobs", flow.clone());
    let id = done["id"].as_str().expect("a name").to_string();
    let mut state = done;
    while state["stage"] == "queued" || state["stage"] == "running" {
        state = s.get(&format!("/api/jobs/{id}"));
    }
    assert_eq!(state["stage"], "done");
    let answer = s.get(&format!("/api/answers/{id}"));
    let long = s.post("/api/jobs", json!({"kind": "sources", "stale_after": 730}));
    let long_id = long["id"].as_str().expect("a name").to_string();
    while s.get(&format!("/api/jobs/{long_id}"))["stage"] != "running" {}
    s.child.kill().expect("it is killed");
    s.child.wait().expect("it ends");
    std::fs::write(folder.join("0000.1.half"), "{\"half").expect("a half-written answer");

    let again = Served::start("trans-caspian", &folder);
    assert!(again.words.contains("answers kept from before"), "{}", again.words);
    assert!(again.words.contains("1 half-written answers removed"), "{}", again.words);
    assert!(again.words.contains("1 runs were broken off"), "{}", again.words);
    assert_eq!(again.get(&format!("/api/answers/{id}")), answer);
    let jobs = again.get("/api/jobs");
    assert_eq!((jobs[0]["id"].as_str(), jobs[0]["stage"].as_str()), (Some(long_id.as_str()), Some("broken_off")));
    assert_eq!(again.post("/api/jobs", flow)["stage"], "done");
    let cancelled = again.post("/api/jobs", json!({"kind": "sources", "stale_after": 730}));
    assert_eq!(cancelled["id"], long["id"]);
    again.post(&format!("/api/jobs/{long_id}/cancel"), json!({}));
    while !matches!(again.get(&format!("/api/jobs/{long_id}"))["stage"].as_str(), Some("cancelled")) {}
    let left: Vec<_> = std::fs::read_dir(folder.join("running")).expect("notes").flatten().collect();
    assert!(left.is_empty(), "{left:?}");
}
