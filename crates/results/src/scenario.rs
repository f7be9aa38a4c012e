//! The answers to "which scenarios are there?" and "what does this one change?".

use serde::Serialize;
use utoipa::ToSchema;

/// A scenario in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ScenarioRow {
    /// Stable name.
    pub id: String,
    /// Title.
    pub name: String,
    /// Who argues for it and what it changes.
    pub why: String,
    /// The day it speaks of; `None` = that of the corridor.
    pub date: Option<String>,
    /// How many changes it makes.
    pub changes: usize,
    /// Facts it rests on.
    pub source: Vec<String>,
}

/// One change, as made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ScenarioChange {
    /// Table.
    pub table: String,
    /// Row.
    pub row: String,
    /// Field; empty where a whole row comes or goes.
    pub field: String,
    /// Value before.
    pub before: Option<String>,
    /// Value after.
    pub after: Option<String>,
    /// Why.
    pub why: String,
}
