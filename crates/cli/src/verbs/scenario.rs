//! `keruen scenario`.

use crate::args::{ScenarioAction, ScenarioArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use keruen_model::scenario::{Applied, Effect, Scenario, Stacked, apply, diff, parse};
use keruen_report::text::Table;

pub fn run(args: &ScenarioArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    match &args.action {
        ScenarioAction::List => all(&here, args.json, printer)?,
        ScenarioAction::Show { name } => show(&here, name, args.json, printer)?,
        ScenarioAction::Diff { a, b } => difference(&here, (a, b), args.json, printer)?,
    }
    Ok(Exit::Answered)
}

#[derive(serde::Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    why: &'a str,
    date: Option<String>,
    changes: usize,
    source: &'a [String],
}

fn all(here: &Ready, json: bool, printer: &Printer) -> Result<(), Ended> {
    let rows: Vec<Listed<'_>> = here
        .scenarios
        .iter()
        .map(|s| Listed {
            id: &s.id,
            name: &s.name,
            why: &s.why,
            date: s.date.map(|d| d.to_string()),
            changes: s.changes.len(),
            source: &s.source,
        })
        .collect();
    if json {
        return printer.json(&rows);
    }
    let mut t = Table::new(&["scenario", "what", "day", "changes>"]);
    for r in rows {
        t.row(vec![r.id.into(), r.name.into(), r.date.unwrap_or_default(), r.changes.to_string()]);
    }
    printer.print(&t.print())
}

/// A scenario by its name.
fn find<'h>(here: &'h Ready, name: &str) -> Result<&'h Scenario, Ended> {
    here.scenarios.iter().find(|s| s.id == name).ok_or_else(|| {
        let near = keruen_model::fault::nearest(name, here.scenarios.iter().map(|s| s.id.as_str()));
        Ended::input(format!(
            "error: there is no scenario {name:?}{}",
            near.map_or(String::new(), |n| format!("; did you mean {n:?}?"))
        ))
    })
}

/// A scenario by its name, or read from a file.
pub fn named(here: &Ready, name: &str) -> Result<Scenario, Ended> {
    let file = std::path::Path::new(name);
    if file.extension().is_none_or(|x| x != "toml") {
        return find(here, name).cloned();
    }
    let text = std::fs::read_to_string(file).map_err(|e| Ended::input(format!("error: cannot read {name}: {e}")))?;
    parse(name, &text).map_err(|f| Ended::input(list(&f)))
}

fn stacked(here: &Ready, name: &str) -> Result<Stacked, Ended> {
    let chosen = if name == "base" { Vec::new() } else { vec![named(here, name)?] };
    apply(&here.corridor, &chosen, None).map_err(|f| Ended::input(list(&f)))
}

#[derive(serde::Serialize)]
struct Shown {
    table: &'static str,
    row: String,
    field: &'static str,
    before: Option<String>,
    after: Option<String>,
    why: String,
}

fn shown(a: &Applied) -> Shown {
    let (field, before, after) = match &a.effect {
        Effect::Value { field, old, new } => (*field, Some(old.clone()), Some(new.clone())),
        Effect::Added => ("", None, Some("added".into())),
        Effect::Removed(..) => ("", Some("removed".into()), None),
    };
    Shown { table: a.table.name(), row: a.row.clone(), field, before, after, why: a.why.clone() }
}

fn show(here: &Ready, name: &str, json: bool, printer: &Printer) -> Result<(), Ended> {
    let s = &named(here, name)?;
    let made = stacked(here, name)?;
    let rows: Vec<Shown> = made.applied.iter().map(shown).collect();
    if json {
        return printer.json(&rows);
    }
    let mut t = Table::new(&["table", "row", "field", "before", "after", "why"]);
    for r in rows {
        t.row(vec![r.table.into(), r.row, r.field.into(), r.before.unwrap_or_default(), r.after.unwrap_or_default(), r.why]);
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
    let (left, right) = (stacked(here, a)?, stacked(here, b)?);
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
