//! `keruen scenario`.

use crate::args::{ScenarioAction, ScenarioArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use keruen_model::scenario::{Scenario, Stacked, diff, parse};
use keruen_report::language::Voice;
use keruen_report::say;
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
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    let mut t = Table::said(voice, &["head-scenario", "head-what", "head-day", "head-changes>"]);
    for r in rows {
        t.row(vec![r.id, voice.phrase(&r.name), r.date.map_or(String::new(), |d| voice.day(&d)), r.changes.to_string()]);
    }
    printer.print(&t.print())
}

/// The corridor's scenarios with those read from the files among the names; and the names, a file's being its scenario's.
pub fn listed(here: &Ready, names: &[String]) -> Result<(Vec<Scenario>, Vec<String>), Ended> {
    let (mut all, mut ids) = (here.scenarios.clone(), Vec::new());
    for name in names {
        let file = std::path::Path::new(name);
        if file.extension().is_none_or(|x| x != "toml") {
            ids.push(name.clone());
            continue;
        }
        let text = std::fs::read_to_string(file).map_err(|e| Ended::input(format!("error: cannot read {name}: {e}")))?;
        let read = parse(name, &text).map_err(|f| Ended::input(list(&f)))?;
        ids.push(read.id.clone());
        all.retain(|s| s.id != read.id);
        all.push(read);
    }
    Ok((all, ids))
}

fn under(here: &Ready, name: &str) -> Result<(Vec<Scenario>, String, Stacked), Ended> {
    let asked = if name == "base" { Vec::new() } else { vec![name.to_string()] };
    let (all, names) = listed(here, &asked)?;
    let made = stacked(&here.corridor, &all, &names).map_err(ended)?;
    Ok((all, names.into_iter().next().unwrap_or_default(), made))
}

fn show(here: &Ready, name: &str, json: bool, printer: &Printer) -> Result<(), Ended> {
    let (all, id, made) = under(here, name)?;
    let s = find_scenario(&all, &id).map_err(ended)?;
    let rows = scenario_changes(&made);
    if json {
        return printer.json(&rows);
    }
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    let mut t = Table::said(voice, &["head-table", "head-row", "head-field", "head-before", "head-after", "head-why-changed"]);
    for r in rows {
        t.row(vec![
            r.table,
            r.row,
            r.field,
            voice.phrase(&r.before.unwrap_or_default()),
            voice.phrase(&r.after.unwrap_or_default()),
            voice.phrase(&r.why),
        ]);
    }
    let day = voice.day(&made.day.to_string());
    let speaks = say!(voice, "scenario-speaks", day = day, list = s.source.join(" "));
    printer.print(&format!("{}\n{}\n{speaks}\n\n{}", voice.phrase(&s.name), voice.phrase(&s.why), t.print()))
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
    let ((_, _, left), (_, _, right)) = (under(here, a)?, under(here, b)?);
    let rows = diff(&left.corridor, &right.corridor);
    let rows: Vec<Different> = rows
        .into_iter()
        .map(|d| Different { table: d.table, row: d.row, field: d.field, left: d.left, right: d.right })
        .collect();
    if json {
        return printer.json(&rows);
    }
    let voice = Voice::plain(printer.language);
    let mut t = Table::new(&[&voice.say("head-table", &[]), &voice.say("head-row", &[]), &voice.say("head-field", &[]), a, b]);
    for r in rows {
        t.row(vec![r.table.into(), r.row, r.field.into(), r.left.unwrap_or_default(), r.right.unwrap_or_default()]);
    }
    printer.print(&t.print())
}

/// Scenarios that do not fit are listed fault by fault.
pub fn ended(e: StudyError) -> Ended {
    match e {
        StudyError::Scenario(faults) => Ended::input(list(&faults)),
        StudyError::Conflict(why) => Ended { exit: Exit::NoAnswer, message: format!("no answer: {why}") },
        StudyError::Flow(_, true) | StudyError::Simulation(_, true) | StudyError::Unproven(_) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
}
