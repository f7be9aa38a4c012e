//! `keruen scenario`.

use crate::args::{ScenarioAction, ScenarioArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use keruen_model::scenario::{Applied, Effect, Scenario, Stacked, apply, diff};
use keruen_report::language::Voice;
use keruen_report::say;
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
    let voice = Voice::plain(printer.language);
    let mut t = Table::said(voice, &["head-scenario", "head-what", "head-day", "head-changes>"]);
    for r in rows {
        t.row(vec![r.id.into(), r.name.into(), r.date.map_or(String::new(), |d| voice.day(&d)), r.changes.to_string()]);
    }
    printer.print(&t.print())
}

/// A scenario by its name.
pub fn find<'h>(here: &'h Ready, name: &str) -> Result<&'h Scenario, Ended> {
    here.scenarios.iter().find(|s| s.id == name).ok_or_else(|| {
        let near = keruen_model::fault::nearest(name, here.scenarios.iter().map(|s| s.id.as_str()));
        Ended::input(format!(
            "error: there is no scenario {name:?}{}",
            near.map_or(String::new(), |n| format!("; did you mean {n:?}?"))
        ))
    })
}

fn stacked(here: &Ready, name: &str) -> Result<Stacked, Ended> {
    let chosen = if name == "base" { Vec::new() } else { vec![find(here, name)?.clone()] };
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
    let s = find(here, name)?;
    let made = stacked(here, name)?;
    let rows: Vec<Shown> = made.applied.iter().map(shown).collect();
    if json {
        return printer.json(&rows);
    }
    let voice = Voice::plain(printer.language);
    let mut t = Table::said(voice, &["head-table", "head-row", "head-field", "head-before", "head-after", "head-why-changed"]);
    for r in rows {
        t.row(vec![r.table.into(), r.row, r.field.into(), r.before.unwrap_or_default(), r.after.unwrap_or_default(), r.why]);
    }
    let day = voice.day(&made.day.to_string());
    let speaks = say!(voice, "scenario-speaks", day = day, list = s.source.join(" "));
    printer.print(&format!("{}\n{}\n{speaks}\n\n{}", s.name, s.why, t.print()))
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
    let voice = Voice::plain(printer.language);
    let mut t = Table::new(&[&voice.say("head-table", &[]), &voice.say("head-row", &[]), &voice.say("head-field", &[]), a, b]);
    for r in rows {
        t.row(vec![r.table.into(), r.row, r.field.into(), r.left.unwrap_or_default(), r.right.unwrap_or_default()]);
    }
    printer.print(&t.print())
}
