//! JSON Schema as far as the description of the interface uses it: what breaks a schema, a value that keeps it, values beside it.

use serde_json::{Map, Value, json};

/// The schemas of a document.
pub struct Schemas<'d> {
    pub document: &'d Value,
    /// What the schema cannot say: names of things that are there, by the name of the field.
    pub known: &'d Value,
}

/// Words that say nothing about values.
const SILENT: [&str; 5] = ["description", "title", "default", "example", "examples"];

impl Schemas<'_> {
    /// What a reference stands for, anywhere in the document.
    pub fn resolve<'v>(&'v self, part: &'v Value) -> &'v Value {
        match part["$ref"].as_str() {
            Some(name) => {
                self.document.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not described"))
            }
            None => part,
        }
    }

    /// The first thing about a value that breaks a schema.
    pub fn breach(&self, value: &Value, schema: &Value) -> Option<String> {
        let words = schema.as_object()?;
        words.iter().find_map(|(word, rule)| self.word(value, (word, rule), words))
    }

    fn word(&self, value: &Value, (word, rule): (&str, &Value), words: &Map<String, Value>) -> Option<String> {
        let broken = |holds: bool| (!holds).then(|| format!("{word} {rule}: {}", short(value)));
        let number = value.as_f64();
        let limit = || rule.as_f64().unwrap_or(f64::NAN);
        let size = || rule.as_u64().unwrap_or(0) as usize;
        match word {
            "$ref" => self.breach(value, self.resolve(&json!({"$ref": rule}))),
            "type" => broken(list(rule).iter().any(|t| is_a(value, t.as_str().unwrap_or("")))),
            "enum" => broken(list(rule).contains(value)),
            "format" => broken(number.is_none_or(|n| fits(n, rule.as_str().unwrap_or("")))),
            "minimum" => broken(number.is_none_or(|n| n >= limit())),
            "maximum" => broken(number.is_none_or(|n| n <= limit())),
            "exclusiveMinimum" => broken(number.is_none_or(|n| n > limit())),
            "minLength" => broken(value.as_str().is_none_or(|s| s.chars().count() >= size())),
            "maxLength" => broken(value.as_str().is_none_or(|s| s.chars().count() <= size())),
            "minItems" => broken(value.as_array().is_none_or(|a| a.len() >= size())),
            "maxItems" => broken(value.as_array().is_none_or(|a| a.len() <= size())),
            "items" if rule == false => None,
            "items" => value.as_array()?.iter().find_map(|v| self.breach(v, rule)),
            "prefixItems" => value.as_array()?.iter().zip(list(rule)).find_map(|(v, s)| self.breach(v, &s)),
            "required" => {
                let object = value.as_object()?;
                broken(list(rule).iter().all(|k| object.contains_key(k.as_str().unwrap_or(""))))
            }
            "properties" => {
                let object = value.as_object()?;
                rule.as_object()?.iter().find_map(|(k, s)| Some(format!("{k}: {}", self.breach(object.get(k)?, s)?)))
            }
            "additionalProperties" => {
                let own = |k: &String| words.get("properties").is_some_and(|p| p.get(k).is_some());
                let mut others = value.as_object()?.iter().filter(|(k, _)| !own(k));
                match rule {
                    Value::Bool(true) => None,
                    Value::Bool(false) => broken(others.next().is_none()),
                    schema => others.find_map(|(_, v)| self.breach(v, schema)),
                }
            }
            "propertyNames" => value.as_object()?.keys().find_map(|k| self.breach(&json!(k), rule)),
            "oneOf" => broken(list(rule).iter().filter(|s| self.breach(value, s).is_none()).count() == 1),
            "anyOf" => broken(list(rule).iter().any(|s| self.breach(value, s).is_none())),
            "allOf" => list(rule).iter().find_map(|s| self.breach(value, s)),
            word if SILENT.contains(&word) => None,
            word => panic!("this test does not know the word {word:?} of JSON Schema"),
        }
    }

    /// A value that keeps a schema; what is known by the name of the field goes first.
    pub fn sample(&self, schema: &Value, name: &str) -> Value {
        let schema = self.resolve(schema);
        if let Some(known) = self.known.get(name).filter(|v| self.breach(v, schema).is_none()) {
            return known.clone();
        }
        if let Some(first) = schema["oneOf"].get(0).or(schema["enum"].get(0)) {
            return if schema["enum"].is_array() { first.clone() } else { self.sample(first, name) };
        }
        match list(&schema["type"])[0].as_str() {
            Some("object") => {
                let must = list(&schema["required"]);
                let fields = schema["properties"].as_object().into_iter().flatten();
                fields.filter(|(k, _)| must.contains(&json!(k))).map(|(k, s)| (k.clone(), self.sample(s, k))).collect()
            }
            Some("array") => {
                let least = schema["minItems"].as_u64().unwrap_or(0);
                (0..least).map(|_| self.sample(&schema["items"], name)).collect()
            }
            Some("string") => json!("x"),
            Some("boolean") => json!(true),
            _ => json!(1),
        }
    }

    /// A value with one thing after the other put at, over and beside its limits, deep inside too.
    pub fn around(&self, value: &Value, schema: &Value) -> Vec<Value> {
        let schema = self.resolve(schema);
        let mut out = beside(schema);
        if let Some(variants) = schema["oneOf"].as_array() {
            out.extend(variants.iter().flat_map(|v| {
                let sample = self.sample(v, "");
                [self.around(&sample, v), vec![sample]].concat()
            }));
        }
        if let (Some(fields), Some(object)) = (schema["properties"].as_object(), value.as_object()) {
            let with = |k: &str, v: Value| {
                Value::Object(object.iter().map(|(k, v)| (k.clone(), v.clone())).chain([(k.into(), v)]).collect())
            };
            out.push(with("no-such-field", json!(1)));
            for (k, s) in fields {
                let own = object.get(k).cloned().unwrap_or_else(|| self.sample(s, k));
                out.extend(self.around(&own, s).into_iter().chain([own]).map(|v| with(k, v)));
                out.push(Value::Object(object.iter().filter(|(x, _)| *x != k).map(|(k, v)| (k.clone(), v.clone())).collect()));
            }
        }
        if let Some(item) = schema.get("items").filter(|i| i.is_object()) {
            let one = self.sample(item, "");
            let most = schema["maxItems"].as_u64().unwrap_or(40) as usize;
            out.extend([0, 1, most, most + 1].map(|n| Value::Array(vec![one.clone(); n])));
            out.extend(self.around(&one, item).into_iter().map(|v| json!([v])));
        }
        if let Some(other) = schema.get("additionalProperties").filter(|a| a.is_object()) {
            let one = self.sample(other, "");
            out.extend(self.around(&one, other).into_iter().chain([one]).map(|v| json!({"x": v})));
        }
        out
    }
}

/// Values of every type, and those about the limits of the schema.
fn beside(schema: &Value) -> Vec<Value> {
    let mut out = vec![json!(null), json!(true), json!([]), json!({}), json!(""), json!("x"), json!(0), json!(-1), json!(0.5)];
    out.extend(list(&schema["enum"]).iter().cloned());
    let types = list(&schema["type"]);
    let is = |t: &str| types.contains(&json!(t));
    if is("string") {
        let long = "Қ".repeat(schema["maxLength"].as_u64().unwrap_or(200) as usize + 1);
        out.extend([long.as_str(), "../../etc/passwd", "\u{0}\n\"", "2025-02-30", "Қорғас 霍尔果斯 🚂"].map(|s| json!(s)));
    }
    if is("number") || is("integer") {
        let ends = [1.0e308, -1.0e308, 1.0e-300, f64::from(i32::MAX) + 1.0, f64::from(i32::MIN) - 1.0];
        out.extend(ends.map(|x| json!(x)));
        out.extend([json!(u64::MAX), json!(i64::MIN), json!(i64::MAX), json!(i32::MAX), json!(i32::MIN), json!(1)]);
        for end in ["minimum", "maximum", "exclusiveMinimum"].iter().filter_map(|w| schema[w].as_f64()) {
            out.extend([end - 1.0, end, end + 1.0].map(|x| if is("integer") { json!(x as i64) } else { json!(x) }));
        }
    }
    out
}

/// A list, or one thing as a list.
fn list(of: &Value) -> Vec<Value> {
    of.as_array().cloned().unwrap_or_else(|| vec![of.clone()])
}

fn is_a(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        kind => panic!("this test does not know the type {kind:?}"),
    }
}

fn fits(n: f64, format: &str) -> bool {
    match format {
        "int32" => f64::from(i32::MIN) <= n && n <= f64::from(i32::MAX),
        "uint32" => (0.0..=f64::from(u32::MAX)).contains(&n),
        "int64" => n.abs() <= i64::MAX as f64,
        "uint64" => (0.0..=u64::MAX as f64).contains(&n),
        _ => true,
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(120).collect()
}
