//! What the tools may look at: one corridor with its scenarios, read before the server starts.

use crate::answer::Basis;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::scenario::{Scenario, apply};
use keruen_model::{AnyRef, Corridor};
use keruen_results::SourceRef;
use keruen_study::{Study, StudyError};

/// A corridor, its scenarios and the name under which the command knows it.
pub struct Desk {
    /// The corridor, valid.
    pub corridor: Corridor,
    /// Its scenarios.
    pub scenarios: Vec<Scenario>,
    /// Its study, where it has one.
    pub study: Option<Study>,
    /// What one types for it.
    pub name: String,
}

/// Why there is no answer, in a sentence or two.
pub(crate) type Refusal = String;

/// What is told of a refused question.
pub(crate) fn refused(e: impl std::fmt::Display) -> Refusal {
    e.to_string()
}

/// An error of the questions, without the name of a file that the asker does not know.
pub(crate) fn study(e: StudyError) -> Refusal {
    let text = e.to_string();
    text.strip_prefix("study.toml, route: ").unwrap_or(&text).to_string()
}

impl Desk {
    /// The corridor under scenarios, rows of all days.
    pub(crate) fn under(&self, names: &[String]) -> Result<Corridor, Refusal> {
        let mut chosen = Vec::new();
        for name in names {
            let found = self.scenarios.iter().find(|s| s.id == *name).cloned();
            chosen.push(found.ok_or_else(|| format!("there is no scenario {name:?}; list_scenarios tells them all"))?);
        }
        let faults = |f: Vec<keruen_model::Fault>| f.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        apply(&self.corridor, &chosen, None).map(|s| s.corridor).map_err(faults)
    }

    /// The year asked, or the last one with wishes.
    pub(crate) fn year(corridor: &Corridor, asked: Option<i32>) -> Result<i32, Refusal> {
        let t = &corridor.tables;
        let last = t.demand.iter().map(|d| d.year).chain(t.market.iter().map(|m| m.year)).max();
        asked.or(last).ok_or_else(|| "tables demand and market are empty".to_string())
    }

    /// `keruen VERB CORRIDOR ...`.
    pub(crate) fn command(&self, verb: &str, rest: &str, scenarios: &[String]) -> String {
        let stacked: String = scenarios.iter().map(|s| format!(" --scenario {s}")).collect();
        format!("keruen {verb} {}{rest}{stacked} --json", self.name)
    }

    /// What every answer ends with.
    pub(crate) fn basis(&self, command: String, units: &[(&'static str, &'static str)], sources: Vec<SourceRef>) -> Basis {
        Basis::new(&self.corridor.meta.id, command, units, sources)
    }
}

/// Publications behind every figure of some rows, given as `table:id`.
pub(crate) fn behind(c: &Corridor, rows: impl Iterator<Item = String>) -> Vec<SourceRef> {
    let provenance = Provenance::new(c);
    let found = rows.filter_map(|r| keruen_model::find::row(c, &r));
    found.flat_map(|r| figures(c, r)).flat_map(|p| keruen_study::cited(c, &provenance, p).sources).collect()
}

/// Every figure of a row that is not empty.
fn figures(c: &Corridor, r: AnyRef) -> Vec<Parameter> {
    let Some(row) = c.tables.position(r.table, r.id) else { return Vec::new() };
    let fields = 0..r.table.spec().fields.len();
    let cited = fields.filter(|&f| r.table.spec().fields[f].needs_citation());
    cited.map(|field| Parameter { table: r.table, row, field }).filter(|p| !p.value(c).is_empty()).collect()
}
