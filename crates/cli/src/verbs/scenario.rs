//! `keruen scenario`.

use crate::args::{ScenarioAction, ScenarioArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use keruen_model::scenario::{Stacked, diff};
use keruen_report::text::Table;
use keruen_study::{StudyError, find_scenario, scenario_changes, scenario_list, stacked};

pub fn run(args: &ScenarioArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    match &args.action {
        ScenarioAction::List => all(&here, args.json, printer)?,
        ScenarioAction::Show { name } => show(&here, name, args.json, printer)?,
        ScenarioAction::Diff { a, b } => difference(&here, (a, b), args.json, printer)?,
    }
    Ok(Exit::Answered)
}

fn all(here: &Ready, json: bool, printer: &Printer) -> Result<(), Ended> {
    let rows = scenario_list(&here.scenarios);
    if json {
        return printer.json(&rows);
    }
    let mut t = Table::new(&["scenario", "what", "day", "changes>"]);
    for r in rows {
        t.row(vec![r.id, r.name, r.date.unwrap_or_default(), r.changes.to_string()]);
    }
    printer.print(&t.print())
}

fn under(here: &Ready, name: &str) -> Result<Stacked, Ended> {
    let names = if name == "base" { Vec::new() } else { vec![name.to_string()] };
    stacked(&here.corridor, &here.scenarios, &names).map_err(ended)
}

fn show(here: &Ready, name: &str, json: bool, printer: &Printer) -> Result<(), Ended> {
    let s = find_scenario(&here.scenarios, name).map_err(ended)?;
    let made = under(here, name)?;
    let rows = scenario_changes(&made);
    if json {
        return printer.json(&rows);
    }
    let mut t = Table::new(&["table", "row", "field", "before", "after", "why"]);
    for r in rows {
        t.row(vec![r.table, r.row, r.field, r.before.unwrap_or_default(), r.after.unwrap_or_default(), r.why]);
    }
    printer.print(&format!("{}\n{}\nspeaks of {}; sources: {}\n\n{}", s.name, s.why, made.day, s.source.join(" "), t.print()))
}

#[derive(serde::Serialize)]
struct Different {
    table: &'static str,
    row: String,
    field: &'static str,
    left: Option<String>,
    right: Option<String>,
}

fn difference(here: &Ready, (a, b): (&str, &str), json: bool, printer: &Printer) -> Result<(), Ended> {
    let (left, right) = (under(here, a)?, under(here, b)?);
    let rows = diff(&left.corridor, &right.corridor);
    let rows: Vec<Different> = rows
        .into_iter()
        .map(|d| Different { table: d.table, row: d.row, field: d.field, left: d.left, right: d.right })
        .collect();
    if json {
        return printer.json(&rows);
    }
    let mut t = Table::new(&["table", "row", "field", a, b]);
    for r in rows {
        t.row(vec![r.table.into(), r.row, r.field.into(), r.left.unwrap_or_default(), r.right.unwrap_or_default()]);
    }
    printer.print(&t.print())
}

/// Scenarios that do not fit are listed fault by fault.
pub fn ended(e: StudyError) -> Ended {
    match e {
        StudyError::Scenario(faults) => Ended::input(list(&faults)),
        StudyError::Flow(_, true) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
}
