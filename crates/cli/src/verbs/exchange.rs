//! `keruen export` and `keruen import`.

use crate::args::{ExportArgs, ImportArgs};
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use std::path::Path;

fn absent(target: &Path) -> Result<(), Ended> {
    if target.exists() { Err(Ended::input(format!("error: {} is there already; nothing was touched", target.display()))) } else { Ok(()) }
}

pub fn export(args: &ExportArgs, printer: &Printer) -> Result<Exit, Ended> {
    absent(&args.target)?;
    let here = ready(&args.corridor)?;
    let bad = |e: &dyn std::fmt::Display| Ended::input(format!("error: {e}"));
    let file = |text: String| {
        std::fs::write(&args.target, text).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", args.target.display())))
    };
    match args.format.as_str() {
        "csv" => drop(keruen_tables::write_folder(&here.corridor, &args.target).map_err(|e| bad(&e))?),
        "gmns" => drop(keruen_tables::gmns::write(&here.corridor, &args.target).map_err(|e| bad(&e))?),
        "geojson" => file(keruen_tables::geojson::write(&here.folder, &here.corridor).map_err(|e| bad(&e))?)?,
        _ => file(keruen_tables::datapackage::of_folder(&here.folder).map_err(|e| bad(&e))?)?,
    }
    printer.say(&format!("wrote {}", args.target.display()));
    Ok(Exit::Answered)
}

pub fn import(args: &ImportArgs, printer: &Printer) -> Result<Exit, Ended> {
    absent(&args.target)?;
    let bad = |e: &dyn std::fmt::Display| Ended::input(format!("error: {e}"));
    let (corridor, notes) = match args.format.as_str() {
        "gmns" => keruen_tables::gmns::read(&args.source).map_err(|e| bad(&e))?,
        _ => keruen_tables::tntp::read_corridor(&args.source).map_err(|e| bad(&e))?,
    };
    keruen_tables::write_folder(&corridor, &args.target).map_err(|e| bad(&e))?;
    for n in notes {
        printer.say(&format!("note: {n}"));
    }
    printer.say(&format!("wrote {}", args.target.display()));
    Ok(Exit::Answered)
}
