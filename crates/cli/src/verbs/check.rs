//! `keruen check`.

use crate::args::CheckArgs;
use crate::exit::{Ended, Exit};
use crate::load::{folder, read, scenarios};
use crate::output::Printer;
use keruen_model::scenario::apply;
use keruen_model::{Fault, TableKind, validate};
use keruen_report::language::{Language, Voice};
use keruen_report::say;

#[derive(serde::Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    table: &'a str,
    row: &'a str,
    field: &'a str,
    value: &'a str,
    rule: &'a str,
    message: &'a str,
    hint: &'a str,
}

/// Rules about citations that a scenario's own values need not keep: the change itself says why and names its facts.
const STATED_BY_SCENARIO: &[&str] = &["citation-value", "uncited"];

pub fn run(args: &CheckArgs, printer: &Printer) -> Result<Exit, Ended> {
    let voice = Voice::plain(printer.language);
    let folder = folder(&args.corridor)?;
    let (loaded, mut faults) = read(&folder)?;
    if faults.is_empty() {
        for s in scenarios(&folder)? {
            match apply(&loaded.corridor, std::slice::from_ref(&s), None) {
                Err(f) => faults.extend(f),
                Ok(made) => faults.extend(
                    validate::validate(&made.corridor)
                        .into_iter()
                        .filter(|f| !STATED_BY_SCENARIO.contains(&f.rule))
                        .map(|f| Fault { message: format!("under scenario {:?}: {}", s.id, f.message), ..f }),
                ),
            }
        }
    }
    if args.json {
        let rows: Vec<Row<'_>> = faults
            .iter()
            .map(|f| Row {
                file: &f.file,
                line: f.line,
                table: &f.table,
                row: &f.row,
                field: &f.field,
                value: &f.value,
                rule: f.rule,
                message: &f.message,
                hint: &f.hint,
            })
            .collect();
        printer.json(&rows)?;
    } else {
        for f in &faults {
            printer.print(&f.to_string())?;
        }
    }
    if faults.is_empty() {
        let rows: usize = TableKind::ALL.iter().map(|&t| loaded.corridor.tables.len(t)).sum();
        let (rows, tables, rules) = (rows.to_string(), TableKind::ALL.len(), validate::RULES.len());
        printer.say(&say!(voice, "check-kept", rows = rows, tables = tables, rules = rules));
        return Ok(Exit::Answered);
    }
    let english = if printer.language == Language::English { String::new() } else { say!(voice, "check-english") + "\n" };
    let count = english + &say!(voice, "check-faults", count = faults.len());
    Err(Ended::input(if args.json { String::new() } else { count }))
}
