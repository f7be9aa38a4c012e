//! `keruen export` and `keruen import`.

use crate::args::{ExportArgs, ImportArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use keruen_model::Corridor;
use keruen_report::language::Voice;
use keruen_report::say;
use keruen_tables::datapackage::datapackage;
use keruen_tables::geojson::{read_geometry_folder, write_geojson};
use keruen_tables::gmns::{read_gmns, write_gmns};
use keruen_tables::gtfs::{NAMED, Repair, corridor_of, read_gtfs, write_handed};
use keruen_tables::{ReadOptions, tntp, write_folder};
use std::path::Path;

fn absent(target: &Path) -> Result<(), Ended> {
    if target.exists() {
        Err(Ended::input(format!("error: {} is there already; nothing was touched", target.display())))
    } else {
        Ok(())
    }
}

fn bad(e: impl std::fmt::Display) -> Ended {
    Ended::input(format!("error: {e}"))
}

pub fn export(args: &ExportArgs, printer: &Printer) -> Result<Exit, Ended> {
    absent(&args.target)?;
    let here = ready(&args.corridor)?;
    let notes = match args.format.as_str() {
        "csv" => write_folder(&here.corridor, &args.target).map(|_| Vec::new()).map_err(bad)?,
        "gmns" => write_gmns(&here.corridor, &read_geometry_folder(&here.folder).map_err(bad)?, &args.target).map_err(bad)?,
        "gtfs" => write_handed(&here.corridor, &args.target).map_err(bad)?,
        "geojson" => file(&args.target, &geojson(&here)?)?,
        _ => file(&args.target, datapackage(&here.corridor, &here.parts).as_bytes())?,
    };
    tell(&notes, &args.target, printer);
    Ok(Exit::Answered)
}

fn geojson(here: &Ready) -> Result<Vec<u8>, Ended> {
    let geometries = read_geometry_folder(&here.folder).map_err(bad)?;
    let mut out = Vec::new();
    write_geojson(&here.corridor, &geometries, &mut out).map_err(bad)?;
    Ok(out)
}

fn file(target: &Path, bytes: &[u8]) -> Result<Vec<String>, Ended> {
    std::fs::write(target, bytes).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", target.display())))?;
    Ok(Vec::new())
}

pub fn import(args: &ImportArgs, printer: &Printer) -> Result<Exit, Ended> {
    absent(&args.target)?;
    let (corridor, notes) = match args.format.as_str() {
        "tntp" => from_tntp(args)?,
        "gtfs" => from_gtfs(args, printer)?,
        _ => from_gmns(args)?,
    };
    write_folder(&corridor, &args.target).map_err(bad)?;
    tell(&notes, &args.target, printer);
    Ok(Exit::Answered)
}

fn from_gmns(args: &ImportArgs) -> Result<(Corridor, Vec<String>), Ended> {
    if args.trips.is_some() {
        return Err(Ended::input("error: --trips goes with tntp; a GMNS folder has no trips"));
    }
    let read = read_gmns(&args.source, &ReadOptions::default()).map_err(bad)?;
    if !read.faults.is_empty() {
        return Err(Ended::input(crate::load::list(&read.faults)));
    }
    Ok((read.corridor, read.repairs.iter().map(ToString::to_string).collect()))
}

fn from_gtfs(args: &ImportArgs, printer: &Printer) -> Result<(Corridor, Vec<String>), Ended> {
    if args.trips.is_some() {
        return Err(Ended::input("error: --trips goes with tntp; a GTFS feed holds its trips"));
    }
    let read = read_gtfs(&args.source, &ReadOptions::default()).map_err(bad)?;
    let name = args.target.file_name().unwrap_or_default().to_string_lossy();
    let brought = corridor_of(&name, &read.timetable);
    let faults = keruen_model::validate::validate(&brought.corridor);
    if !faults.is_empty() {
        return Err(Ended::input(crate::load::list(&faults)));
    }
    let v = Voice::plain(printer.language);
    Ok((brought.corridor, read.repairs.iter().map(|repair| mended(v, repair)).chain(brought.notes).collect()))
}

fn from_tntp(args: &ImportArgs) -> Result<(Corridor, Vec<String>), Ended> {
    let (name, net) = text(&args.source)?;
    let net = tntp::read_network(&name, &net).map_err(bad)?;
    let trips = match &args.trips {
        Some(path) => {
            let (name, trips) = text(path)?;
            Some(tntp::read_trips(&name, &trips).map_err(bad)?)
        }
        None => None,
    };
    let title = name.trim_end_matches(".tntp").trim_end_matches("_net");
    let (corridor, notes) = tntp::corridor(title, &net, trips.as_ref());
    let faults = keruen_model::validate::validate(&corridor);
    if faults.is_empty() { Ok((corridor, notes)) } else { Err(Ended::input(crate::load::list(&faults))) }
}

/// Name and text of a file.
fn text(path: &Path) -> Result<(String, String), Ended> {
    let wrong = |why: String| Ended::input(format!("error: {}: {why}", path.display()));
    let limit = ReadOptions::default().file_bytes;
    let bytes = std::fs::metadata(path).map_err(|e| wrong(e.to_string()))?.len();
    if bytes > limit {
        return Err(wrong(format!("{bytes} bytes are more than {limit}")));
    }
    let text = std::fs::read_to_string(path).map_err(|e| wrong(e.to_string()))?;
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
}

/// What a reader should know, and where it was written.
fn tell(notes: &[String], target: &Path, printer: &Printer) {
    let v = Voice::plain(printer.language);
    notes.iter().for_each(|n| printer.note(v.phrase(n)));
    printer.say(&say!(v, "wrote", file = target.display().to_string()));
}

/// A repair of a feed: what was wrong where, and what was done.
fn mended(v: Voice<'_>, r: &Repair) -> String {
    let values: Vec<String> = r.values.iter().filter(|value| !value.is_empty()).map(|value| format!("{value:?}")).collect();
    let place =
        [r.file.as_str(), r.field, &values.join(", ")].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
    let (wrong, done) = (v.phrase(r.kind.wrong), v.phrase(r.kind.done));
    let told = say!(v, "mended", place = place, wrong = wrong, done = done);
    if r.lines.is_empty() {
        return told;
    }
    let lines: Vec<String> = r.lines.iter().take(NAMED).map(u32::to_string).collect();
    let more = if r.lines.len() > NAMED { ", ..." } else { "" };
    let lines = lines.join(", ") + more;
    format!("{told} ({})", say!(v, "mended-rows", count = r.lines.len() as f64, lines = lines))
}
