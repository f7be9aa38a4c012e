//! Every operation of the description, asked with values that keep it, stand at its limits, and break it: each answer is one that the
//! description tells of, none is a fault of ours, and what the description forbids is refused.
//!
//! The requests are made from the document itself, so that a new operation or field is asked without a word here.

mod common;

use common::schema::Schemas;
use common::{Answer, Served, mini, serve};
use serde_json::{Value, json};

/// Bodies that are no JSON, or none that anybody needs.
fn broken_bodies() -> Vec<String> {
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let mut out: Vec<String> =
        ["", "{", "nul", "{}}", "\u{feff}{}", "{\"a\": 1e999}", "[{}]", "\"{}\""].map(str::to_string).into();
    out.extend([deep.clone(), format!("{{\"x\": {deep}}}"), format!("{{\"x\": \"{}\"}}", "x".repeat(300_000))]);
    out
}

/// What the small corridor's study lacks.
const ROUND_TABLE: &str = r#"
[round_table]
year = 2025
presets = ["c6"]
draws = 100

[[round_table.question]]
id = "box"
question = "boxes"
variant = "base"

[[round_table.proposal]]
id = "ferry"
name = "A third ferry"
scenarios = ["third-ferry"]

[[round_table.proposal]]
id = "storms"
name = "A stormy June"
scenarios = ["storm-june"]
"#;

/// The parties at hand weigh light and seats, which the small corridor does not have: their question is refused as a whole.
const UNHEARD: [&str; 2] = ["/api/forum", "/api/forum/minutes"];

struct Operation<'d> {
    method: &'d str,
    path: &'d str,
    about: &'d Value,
}

/// The server, its description, and how many questions were asked.
struct Tester<'d> {
    server: &'d Served,
    schemas: Schemas<'d>,
    asked: usize,
}

impl Tester<'_> {
    fn parameters(&self, of: &Operation<'_>, place: &str) -> Vec<Value> {
        let all = of.about["parameters"].as_array().cloned().unwrap_or_default();
        all.into_iter().filter(|p| p["in"] == place).collect()
    }

    /// Path and query with a value for each parameter.
    fn target(&self, of: &Operation<'_>, value: &dyn Fn(&Value) -> Option<String>) -> String {
        let mut path = of.path.to_string();
        for p in self.parameters(of, "path") {
            let name = p["name"].as_str().unwrap();
            path = path.replace(&format!("{{{name}}}"), &value(&p).unwrap_or_else(|| "-".into()));
        }
        let of_query = |p: &Value| Some(format!("{}={}", p["name"].as_str()?, value(p)?));
        let query: Vec<String> = self.parameters(of, "query").iter().filter_map(of_query).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    fn known(&self, of: &Operation<'_>, p: &Value) -> String {
        let name = p["name"].as_str().unwrap();
        let narrow = format!("{} {name}", of.path);
        let name = if self.schemas.known.get(&narrow).is_some() { &narrow } else { name };
        let value = self.schemas.sample(&p["schema"], name);
        escaped(&value.as_str().map_or_else(|| value.to_string(), str::to_string))
    }

    fn send(&mut self, of: &Operation<'_>, target: &str, body: Option<&str>) -> Answer {
        self.asked += 1;
        let kind = body.map_or(String::new(), |b| format!("Content-Type: application/json\r\nContent-Length: {}\r\n", b.len()));
        let head = format!("{} {target} HTTP/1.1\r\nHost: {}\r\n{kind}Connection: close\r\n\r\n", of.method, self.server.at);
        let answer = self.server.raw(&[head.as_bytes(), body.unwrap_or_default().as_bytes()].concat());
        if let Err(why) = self.is_described(of, &answer) {
            let body: String = body.unwrap_or_default().chars().take(600).collect();
            panic!("{} {target} {body}\n-> {why}", of.method);
        }
        answer
    }

    /// Status, content type and body as told.
    fn is_described(&self, of: &Operation<'_>, answer: &Answer) -> Result<(), String> {
        let text: String = answer.body.chars().take(300).collect();
        if answer.status >= 500 || answer.status == 0 {
            return Err(format!("{}: {text}", answer.status));
        }
        let told =
            of.about["responses"].get(answer.status.to_string()).ok_or(format!("{} is not told: {text}", answer.status))?;
        let kind = answer.head.lines().find_map(|l| l.strip_prefix("content-type: ")).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        let content = self.schemas.resolve(told)["content"].as_object().ok_or("no content is told")?;
        // GeoJSON is JSON, and told as such.
        let content = content.get(kind).or_else(|| content.get("application/json").filter(|_| kind == "application/geo+json"));
        let content = content.ok_or(format!("{kind} is not told for {}", answer.status))?;
        if !kind.ends_with("json") {
            return Ok(());
        }
        let value: Value = serde_json::from_str(&answer.body).map_err(|e| format!("{e}: {text}"))?;
        self.schemas.breach(&value, &content["schema"]).map_or(Ok(()), |b| Err(format!("{b}\nin {text}")))
    }

    fn every(&mut self, of: &Operation<'_>) {
        let plain = self.target(of, &|p| Some(self.known(of, p)));
        let body = of.about["requestBody"].is_object().then(|| {
            let schema = of.about["requestBody"]["content"]["application/json"]["schema"].clone();
            (self.schemas.sample(&schema, of.path), schema)
        });
        let text = body.as_ref().map(|(b, _)| b.to_string());
        let answer = self.send(of, &plain, text.as_deref());
        let answered = answer.status < 300 || UNHEARD.contains(&of.path);
        assert!(answered, "{} {plain} {text:?} is an example, and got {}: {}", of.method, answer.status, answer.body);
        self.parameters_beside(of, text.as_deref());
        if let Some((sample, schema)) = body {
            self.bodies_beside(of, &plain, (&sample, &schema));
        }
    }

    fn parameters_beside(&mut self, of: &Operation<'_>, body: Option<&str>) {
        let all = [self.parameters(of, "path"), self.parameters(of, "query")].concat();
        for wrong in &all {
            let mut values: Vec<Option<String>> =
                self.schemas.around(&json!("x"), &wrong["schema"]).iter().map(|v| Some(as_text(v))).collect();
            values.extend([None, Some("%ff".into()), Some("%00".into()), Some("..%2f..%2fetc".into()), Some("%".into())]);
            for value in values.iter().filter(|v| wrong["in"] == "query" || v.as_ref().is_none_or(|v| !v.is_empty())) {
                let target = self.target(of, &|p| if p == wrong { value.clone() } else { Some(self.known(of, p)) });
                let answer = self.send(of, &target, body);
                let missing = value.is_none() && wrong["required"] == true;
                assert!(!missing || answer.status >= 400, "{target} lacks what is required, and got {}", answer.status);
            }
        }
    }

    fn bodies_beside(&mut self, of: &Operation<'_>, target: &str, (sample, schema): (&Value, &Value)) {
        for mut body in self.schemas.around(sample, schema) {
            fresh(of, &mut body, self.asked);
            let text = body.to_string();
            let answer = self.send(of, target, Some(&text));
            let breach = self.schemas.breach(&body, schema);
            assert!(breach.is_none() || answer.status >= 400, "{target} {text}\nbreaks {breach:?}, and got {}", answer.status);
            self.wait_for(of, &answer);
        }
        for text in broken_bodies() {
            let status = self.send(of, target, Some(&text)).status;
            assert!(status >= 400, "{target} {} got {status}", text.chars().take(80).collect::<String>());
        }
        assert_eq!(self.send(of, target, None).status, 415, "{target} without a body");
    }

    /// Jobs one at a time, so that their queue stays short.
    fn wait_for(&self, of: &Operation<'_>, answer: &Answer) {
        if (of.method, of.path, answer.status) == ("POST", "/api/jobs", 200) {
            let id = answer.json()["id"].as_str().unwrap().to_string();
            self.server.get(&format!("/api/jobs/{id}/events"));
        }
    }
}

/// A scenario is made once; the next needs another name.
fn fresh(of: &Operation<'_>, body: &mut Value, number: usize) {
    if of.path == "/api/scenarios" && body["id"] == "what-if" {
        body["id"] = json!(format!("what-if-{number}"));
    }
}

fn as_text(v: &Value) -> String {
    escaped(&v.as_str().map_or_else(|| v.to_string(), str::to_string))
}

fn escaped(text: &str) -> String {
    let one =
        |b: u8| if b.is_ascii_alphanumeric() || b"-_.".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") };
    text.bytes().map(one).collect()
}

/// The answer to a job, by name.
fn kept(s: &Served, question: &Value) -> String {
    let id = s.post("/api/jobs", &question.to_string()).json()["id"].as_str().unwrap().to_string();
    s.get(&format!("/api/jobs/{id}/events"));
    assert_eq!(s.get(&format!("/api/answers/{id}")).status, 200, "{question}");
    id
}

/// Names of things that the small corridor has: what no schema can say.
fn names(s: &Served) -> Value {
    let (job, table) = (kept(s, &json!({"kind": "flow"})), kept(s, &json!({"kind": "proposals"})));
    let weighed = json!({"table": table, "preset": ["c6"]});
    json!({
        "from": "steppe", "to": "poti", "cargo": "container-40", "subject": "service:feeder-aktau-alat",
        "what": "aktau", "layer": "world.geojson", "language": "kk", "/api/scenarios/{id} id": "third-ferry",
        "/api/jobs/{id} id": job, "/api/jobs/{id}/events id": job, "/api/jobs/{id}/cancel id": job, "/api/answers/{id} id": job,
        "/api/forum": weighed, "q": weighed.to_string(), "id": "what-if", "name": "What if",
        "changes": [{"table": "tariff", "id": "ktz-wagon", "field": "amount", "scale": 1.1, "why": "a test"}],
        "year": 2025, "table": table, "others": [["third-ferry"]], "preset": ["c6"],
    })
}

#[test]
fn every_answer_is_one_that_the_description_tells_of() {
    let folder = mini("described");
    let study = folder.join("study.toml");
    std::fs::write(&study, std::fs::read_to_string(&study).unwrap() + ROUND_TABLE).unwrap();
    let s = serve(&folder, None);
    let (document, known) = (s.get("/api/openapi.json").json(), names(&s));
    let mut t = Tester { server: &s, schemas: Schemas { document: &document, known: &known }, asked: 0 };
    let mut operations = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, about) in methods.as_object().unwrap() {
            t.every(&Operation { method: &method.to_uppercase(), path, about });
            operations += 1;
        }
    }
    println!("{} questions to {operations} operations", t.asked);
    assert!(t.asked > 1000);
}
