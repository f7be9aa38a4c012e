//! The scenario file (TOML) as a value.

use crate::date::Date;
use crate::fault::Fault;
use std::collections::BTreeMap;

/// A named set of changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Stable name.
    pub id: String,
    /// Title.
    pub name: String,
    /// Who argues for it and what it changes.
    pub why: String,
    /// Facts it rests on.
    pub source: Vec<String>,
    /// The day it speaks of; a question without a day of its own is asked for this one.
    pub date: Option<Date>,
    /// What it costs, where a source tells.
    pub cost: Option<Cost>,
    /// What changes, in order.
    pub changes: Vec<Change>,
}

/// What a proposal costs once and each year, and how long it lasts.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Money spent once.
    #[serde(default)]
    pub amount: f64,
    /// Low end; the amount where nothing is said.
    pub low: Option<f64>,
    /// High end; the amount where nothing is said.
    pub high: Option<f64>,
    /// Money spent each year beside it.
    #[serde(default)]
    pub yearly: f64,
    /// Currency.
    pub currency: String,
    /// Year of the prices.
    pub price_year: i32,
    /// Years that it lasts; without it, nothing is discounted.
    pub life: Option<f64>,
    /// Why that life.
    #[serde(default)]
    pub life_why: String,
    /// `read`, `computed`, `proxy` or `assumed`.
    pub method: String,
    /// Arithmetic or reason.
    #[serde(default)]
    pub why: String,
    /// Facts it rests on.
    #[serde(default)]
    pub source: Vec<String>,
}

impl Cost {
    /// What is wrong with it.
    fn fault(&self) -> Option<String> {
        let (low, high) = (self.low.unwrap_or(self.amount), self.high.unwrap_or(self.amount));
        let numbers = [self.amount, low, high, self.yearly];
        if numbers.iter().any(|x| !x.is_finite()) || !(low <= self.amount && self.amount <= high) {
            return Some("cost: low <= amount <= high is wanted, all finite".into());
        }
        if self.life.is_some_and(|l| !(l > 0.0 && l.is_finite())) {
            return Some("cost: life must be above zero years".into());
        }
        if !["read", "computed", "proxy", "assumed"].contains(&self.method.as_str()) {
            return Some(format!("cost: method {:?} must be read, computed, proxy or assumed", self.method));
        }
        let bare = self.source.is_empty() && self.why.is_empty();
        bare.then(|| "cost: no figure without a source; without one, `why` must give the reason".into())
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Table.
    pub table: String,
    /// What is done.
    pub action: Action,
    /// First day on which the change holds.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Why.
    pub why: String,
    /// Facts it rests on.
    pub source: Vec<String>,
}

/// What a change does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Puts a value in the place of another.
    Set {
        /// Which rows.
        rows: Selector,
        /// Which field.
        field: String,
        /// The value that must stand there; `None` = any.
        old: Option<String>,
        /// The new value.
        new: String,
    },
    /// Multiplies a number or every value of a distribution.
    Scale {
        /// Which rows.
        rows: Selector,
        /// Which field.
        field: String,
        /// The value that must stand there; `None` = any.
        old: Option<String>,
        /// By how much.
        factor: f64,
    },
    /// Adds a row.
    Add(BTreeMap<String, String>),
    /// Takes a row out.
    Remove(String),
}

/// Which rows a change hits.
#[derive(Clone, Debug, PartialEq)]
pub enum Selector {
    /// The row with this id.
    Id(String),
    /// All rows whose fields have these values; the number must be right.
    Where(BTreeMap<String, String>, usize),
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    name: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    source: Vec<String>,
    date: Option<String>,
    cost: Option<Cost>,
    #[serde(default)]
    change: Vec<Raw>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    table: String,
    id: Option<String>,
    r#where: Option<BTreeMap<String, toml::Value>>,
    expect: Option<usize>,
    field: Option<String>,
    old: Option<toml::Value>,
    set: Option<toml::Value>,
    scale: Option<f64>,
    add: Option<BTreeMap<String, toml::Value>>,
    remove: Option<String>,
    from: Option<String>,
    to: Option<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    source: Vec<String>,
}

/// Reads a scenario file; `file` names it in faults.
pub fn parse(file: &str, text: &str) -> Result<Scenario, Vec<Fault>> {
    let bad = |message: String| Fault { file: file.into(), ..Fault::of_table("scenario", "scenario-file", message) };
    let raw: File = toml::from_str(text).map_err(|e| vec![bad(e.message().to_string())])?;
    let mut faults = Vec::new();
    let date = match raw.date.as_deref().map(Date::parse) {
        Some(None) => {
            faults.push(bad("date is not a day that exists, as YYYY-MM-DD".into()));
            None
        }
        other => other.flatten(),
    };
    faults.extend(raw.cost.as_ref().and_then(Cost::fault).map(bad));
    let mut changes = Vec::new();
    for (i, r) in raw.change.into_iter().enumerate() {
        match change(r) {
            Ok(c) => changes.push(c),
            Err(message) => faults.push(bad(format!("change {}: {message}", i + 1))),
        }
    }
    if faults.is_empty() {
        Ok(Scenario { id: raw.id, name: raw.name, why: raw.why, source: raw.source, date, cost: raw.cost, changes })
    } else {
        Err(faults)
    }
}

fn text(v: toml::Value) -> String {
    match v {
        toml::Value::String(s) => s,
        toml::Value::Boolean(b) => if b { "1" } else { "0" }.into(),
        other => other.to_string(),
    }
}

fn texts(m: BTreeMap<String, toml::Value>) -> BTreeMap<String, String> {
    m.into_iter().map(|(k, v)| (k, text(v))).collect()
}

fn day(what: &str, value: Option<String>) -> Result<Option<Date>, String> {
    value.map(|v| Date::parse(&v).ok_or(format!("{what} = {v:?} is not a day that exists, as YYYY-MM-DD"))).transpose()
}

fn change(r: Raw) -> Result<Change, String> {
    let (from, to) = (day("from", r.from)?, day("to", r.to)?);
    let action = match (r.add, r.remove, r.set, r.scale) {
        (Some(add), None, None, None) => Action::Add(texts(add)),
        (None, Some(id), None, None) => Action::Remove(id),
        (None, None, set, scale) => {
            let rows = match (r.id, r.r#where) {
                (Some(id), None) => Selector::Id(id),
                (None, Some(w)) => {
                    Selector::Where(texts(w), r.expect.ok_or("`where` needs `expect`, the number of rows it must hit")?)
                }
                _ => return Err("name the rows by `id` or by `where` with `expect`".into()),
            };
            let field = r.field.ok_or("`field` is missing")?;
            let old = r.old.map(text).filter(|o| o != "*");
            match (set, scale) {
                (Some(v), None) => Action::Set { rows, field, old, new: text(v) },
                (None, Some(factor)) if factor.is_finite() => Action::Scale { rows, field, old, factor },
                _ => return Err("give one of `set`, `scale`, `add`, `remove`".into()),
            }
        }
        _ => return Err("give one of `set`, `scale`, `add`, `remove`".into()),
    };
    Ok(Change { table: r.table, action, from, to, why: r.why, source: r.source })
}
