//! `keruen new`: the worked example as a corridor of one's own.

use crate::args::NewArgs;
use crate::exit::{Ended, Exit};
use crate::output::Printer;
use keruen_report::language::Voice;
use keruen_report::say;
use std::path::Path;

/// The files of the worked example whose answers `expected.md` computes by hand.
macro_rules! files {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../../../corridors/caspian-mini/", $name)))),*] };
}

const FILES: &[(&str, &str)] = files![
    "cargo.csv",
    "citation.csv",
    "closure.csv",
    "demand.csv",
    "emission.csv",
    "equipment.csv",
    "facility.csv",
    "fact.csv",
    "fit.csv",
    "fleet.csv",
    "fx.csv",
    "link.csv",
    "name.csv",
    "node.csv",
    "operation.csv",
    "operator.csv",
    "permit.csv",
    "profile.csv",
    "resource.csv",
    "rule.csv",
    "service.csv",
    "source.csv",
    "state.csv",
    "stop.csv",
    "tariff.csv",
    "use.csv",
    "vehicle.csv",
    "study.toml",
    "scenarios/third-ferry.toml",
    "scenarios/storm-june.toml",
];

const COVER: &str = include_str!("../../../../corridors/caspian-mini/corridor.toml");
const GUIDE: &str = include_str!("new.md");

pub fn run(args: &NewArgs, printer: &Printer) -> Result<Exit, Ended> {
    let dir = &args.dir;
    let bad = |e: std::io::Error| Ended::input(format!("error: cannot write {}: {e}", dir.display()));
    if dir.exists() {
        return Err(Ended::input(format!("error: {} is there already; nothing was touched", dir.display())));
    }
    let name = dir.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
    let id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    std::fs::create_dir_all(dir.join("scenarios")).map_err(bad)?;
    let cover = COVER.replace("caspian-mini", &id);
    for (file, text) in FILES.iter().copied().chain([("corridor.toml", cover.as_str()), ("README.md", GUIDE)]) {
        std::fs::write(dir.join(file), text).map_err(bad)?;
    }
    printer.say(&say!(Voice::plain(printer.language), "new-holds", folder = dir.display().to_string()));
    printer.print(&next(dir))?;
    Ok(Exit::Answered)
}

fn next(dir: &Path) -> String {
    let d = dir.display();
    format!("keruen check {d}\nkeruen route {d} Aktau Poti --cargo container-40 --quantity 2\nkeruen study {d}\n")
}
