//! `keruen table`.

use crate::args::{TableAction, TableArgs};
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_model::TableKind;
use keruen_report::language::Voice;
use keruen_report::say;
use keruen_report::text::Table;
use keruen_tables::write_folder;
use keruen_tables::xlsx::{Ends, Legs, LegsRow, SheetFault, answers_workbook, read_legs, read_workbook, workbook};
use std::path::Path;

/// Faults printed before the rest is counted.
const SHOWN: usize = 40;

pub fn run(args: &TableArgs, printer: &Printer) -> Result<Exit, Ended> {
    match &args.action {
        TableAction::Export { file, corridor, table } => export(file, corridor, table, printer),
        TableAction::Import { file, corridor, table, out } => import(file, corridor, (table, out.as_deref()), printer),
        TableAction::Legs { file, json } => legs(file, *json, printer),
    }
}

fn bad(e: impl std::fmt::Display) -> Ended {
    Ended::input(format!("error: {e}"))
}

fn kinds(names: &[String]) -> Result<Vec<TableKind>, Ended> {
    let one = |n: &String| {
        let near = || keruen_model::fault::nearest(n, TableKind::NAMES.iter().copied());
        TableKind::from_name(n).ok_or_else(|| {
            bad(format!("there is no table {n:?}{}", near().map_or(String::new(), |n| format!("; did you mean {n:?}?"))))
        })
    };
    names.iter().map(one).collect()
}

fn absent(target: &Path) -> Result<(), Ended> {
    if target.exists() { Err(bad(format!("{} is there already; nothing was touched", target.display()))) } else { Ok(()) }
}

fn bytes(file: &Path) -> Result<Vec<u8>, Ended> {
    std::fs::read(file).map_err(|e| bad(format!("{}: {e}", file.display())))
}

fn export(file: &Path, corridor: &str, tables: &[String], printer: &Printer) -> Result<Exit, Ended> {
    absent(file)?;
    let here = ready(corridor)?;
    let book = workbook(&here.corridor, &kinds(tables)?).map_err(bad)?;
    std::fs::write(file, book).map_err(|e| bad(format!("cannot write {}: {e}", file.display())))?;
    printer.note(say!(voice(printer), "table-written", file = file.display().to_string(), command = "keruen table import"));
    Ok(Exit::Answered)
}

fn import(file: &Path, corridor: &str, (tables, out): (&[String], Option<&Path>), printer: &Printer) -> Result<Exit, Ended> {
    out.map_or(Ok(()), absent)?;
    let here = ready(corridor)?;
    let name = file.file_name().map_or("workbook".into(), |n| n.to_string_lossy().into_owned());
    let read = read_workbook(&here.corridor, &name, &bytes(file)?, &kinds(tables)?).map_err(bad)?;
    if !read.faults.is_empty() {
        return Err(Ended::input(list(&name, &read.faults)));
    }
    let rows: Vec<String> = read.tables.iter().map(|(t, n)| format!("{} {n}", t.name())).collect();
    printer.note(say!(voice(printer), "table-rows-read", list = rows.join(", ")));
    if let Some(folder) = out {
        write_folder(&read.corridor, folder).map_err(bad)?;
        printer.note(say!(voice(printer), "table-corridor-written", folder = folder.display().to_string()));
    }
    Ok(Exit::Answered)
}

fn list(name: &str, faults: &[SheetFault]) -> String {
    let mut out: Vec<String> = faults.iter().take(SHOWN).map(|f| format!("error: {name}, {f}")).collect();
    if faults.len() > SHOWN {
        out.push(format!("... and {} more", faults.len() - SHOWN));
    }
    out.join("\n")
}

/// Version of the shape of [`LegsShown`].
const LEGS_VERSION: u32 = 2;

#[derive(serde::Serialize)]
struct LegsShown<'a> {
    schema_version: u32,
    sheet: &'a str,
    heads: &'a [String],
    rows: &'a [LegsRow],
    km: Ends,
    hours: Ends,
    cost: Ends,
}

fn legs(file: &Path, json: bool, printer: &Printer) -> Result<Exit, Ended> {
    let name = file.file_name().map_or("workbook".into(), |n| n.to_string_lossy().into_owned());
    let Legs { sheet, heads, rows, faults } = read_legs(&name, &bytes(file)?).map_err(bad)?;
    let sum = |f: fn(&LegsRow) -> Ends| {
        rows.iter().map(f).fold(Ends::default(), |mut all, x| {
            all += x;
            all
        })
    };
    let (km, hours, cost) = (sum(|r| r.km), sum(|r| r.hours), sum(|r| r.cost));
    if json {
        let schema_version = LEGS_VERSION;
        printer.json(&LegsShown { schema_version, sheet: &sheet, heads: &heads, rows: &rows, km, hours, cost })?;
    } else {
        printer.print(&legs_shown(voice(printer), &rows, [km, hours, cost]))?;
        printer.note(say!(voice(printer), "legs-heads", sheet = sheet, list = heads.join(", ")));
    }
    printer.say(&printer.told(&list(&name, &faults)));
    Ok(Exit::Answered)
}

fn legs_shown(v: Voice<'_>, rows: &[LegsRow], sums: [Ends; 3]) -> String {
    let mut t = Table::said(v, &["head-place-or-leg", "head-mode", "head-km>", "head-hours>", "head-cost>"]);
    let told =
        |e: Ends| if e.low == e.high { v.number(e.mid) } else { format!("{} ({})", v.number(e.mid), v.range(e.low, e.high)) };
    for r in rows {
        t.row(vec![r.place.clone(), r.mode.clone(), told(r.km), told(r.hours), told(r.cost)]);
    }
    let [km, hours, cost] = sums.map(told);
    t.row(vec![say!(v, "all"), String::new(), km, hours, cost]);
    t.print()
}

fn voice(printer: &Printer) -> Voice<'static> {
    Voice::plain(printer.language)
}

/// Answers as a workbook.
pub fn answers(file: &Path, day: &str, sheets: &[(&str, &str)]) -> Result<(), Ended> {
    let book = answers_workbook(day, sheets).map_err(bad)?;
    std::fs::write(file, book).map_err(|e| bad(format!("cannot write {}: {e}", file.display())))
}
