//! What an assistant is told. Each field that holds a figure names its unit; each answer carries the publications it rests on.

use keruen_results::{Range, SourceRef};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Version of these shapes; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Publications told at most; the count says how many there are.
const TOLD: usize = 25;

/// A publication behind figures of an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Source {
    /// Fact that was read.
    pub fact: String,
    /// Publisher.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// Link.
    pub url: String,
    /// Date the value holds for, as printed.
    pub as_of: String,
    /// official, press or estimate.
    pub grade: String,
}

impl From<&SourceRef> for Source {
    fn from(s: &SourceRef) -> Source {
        Source {
            fact: s.fact.clone(),
            publisher: s.publisher.clone(),
            title: s.title.clone(),
            url: s.url.clone(),
            as_of: s.as_of.clone(),
            grade: s.grade.clone(),
        }
    }
}

/// What every answer ends with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Basis {
    /// Version of this shape.
    pub schema_version: u32,
    /// Corridor asked.
    pub corridor: String,
    /// Command that gives the same figures.
    pub command: String,
    /// Unit of each field that holds a figure.
    pub units: BTreeMap<&'static str, &'static str>,
    /// Publications behind the figures told, the first ones.
    pub sources: Vec<Source>,
    /// How many publications there are.
    pub sources_in_all: usize,
}

impl Basis {
    /// Publications once each, in order.
    pub fn new(corridor: &str, command: String, units: &[(&'static str, &'static str)], sources: Vec<SourceRef>) -> Basis {
        let mut all: Vec<Source> = sources.iter().map(Source::from).collect();
        all.sort();
        all.dedup();
        let sources_in_all = all.len();
        all.truncate(TOLD);
        Basis {
            schema_version: SCHEMA_VERSION,
            corridor: corridor.into(),
            command,
            units: units.iter().copied().collect(),
            sources: all,
            sources_in_all,
        }
    }
}

/// Low and high end of what is not known about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Ends {
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl From<Range> for Ends {
    fn from(r: Range) -> Ends {
        Ends { low: r.low, high: r.high }
    }
}

/// Something that was left out or told beside.
pub fn cut<T>(mut list: Vec<T>, top: usize) -> Vec<T> {
    list.truncate(top);
    list
}
