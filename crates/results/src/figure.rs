//! A figure with what it rests on.

use serde::Serialize;
use utoipa::ToSchema;

/// Low and high end of what is not known about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Range {
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// A publication behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct SourceRef {
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

/// A parameter that a figure rests on.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Cited {
    /// `table:id.field`.
    pub parameter: String,
    /// The cell as it stands in the table.
    pub value: String,
    /// Unit.
    pub unit: String,
    /// read, computed, proxy, assumed; empty = uncited.
    pub method: String,
    /// What is not known about it.
    pub range: Option<Range>,
    /// Arithmetic or reason.
    pub reason: String,
    /// Facts.
    pub sources: Vec<SourceRef>,
    /// Facts that say otherwise.
    pub others: Vec<SourceRef>,
}
