//! `keruen reference`.

use crate::args::{Args, ReferenceArgs};
use crate::exit::{Ended, Exit};
use crate::output::Printer;
use clap::CommandFactory;
use clap_complete::Shell;
use keruen_report::language::Voice;
use keruen_report::say;

pub fn run(args: &ReferenceArgs, printer: &Printer) -> Result<Exit, Ended> {
    let shell = |s: Shell| {
        let mut out = Vec::new();
        clap_complete::generate(s, &mut Args::command(), "keruen", &mut out);
        String::from_utf8_lossy(&out).into_owned()
    };
    printer.print(&match args.what.as_str() {
        "tables" => keruen_tables::reference::reference_markdown(),
        "rules" => rules(),
        "repairs" => repairs(),
        "openapi" => keruen_server::openapi(),
        "flags" => super::flags::flags_markdown(),
        "man" => man(args.verb.as_deref(), Voice::plain(printer.language))?,
        "bash" => shell(Shell::Bash),
        "zsh" => shell(Shell::Zsh),
        "fish" => shell(Shell::Fish),
        _ => shell(Shell::PowerShell),
    })?;
    Ok(Exit::Answered)
}

/// The page of a verb, or the first.
fn man(verb: Option<&str>, v: Voice<'_>) -> Result<String, Ended> {
    let mut all = Args::command();
    all.build();
    let page = match verb {
        None => all,
        Some(verb) => {
            let known = || all.get_subcommands().map(|c| c.get_name()).collect::<Vec<_>>().join(", ");
            let found = all.find_subcommand(verb).cloned();
            let none = || say!(v, "reference-no-verb", name = format!("{verb:?}"), list = known());
            found.ok_or_else(|| Ended::input(format!("error: {}", none())))?
        }
    };
    let mut out = Vec::new();
    let name = page.get_bin_name().unwrap_or("keruen").replace(' ', "-");
    clap_mangen::Man::new(page).title(name).render(&mut out).map_err(Ended::ours)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// Every rule of validation and what it demands.
fn rules() -> String {
    let rows = keruen_model::validate::RULES.iter().map(|r| format!("| `{}` | {} |\n", r.name, r.demand));
    format!("# Rules of validation\n\n| rule | what it demands |\n|---|---|\n{}", rows.collect::<String>())
}

/// Every repair of a GTFS feed.
fn repairs() -> String {
    let rows = keruen_tables::gtfs::KINDS.iter().map(|kind| format!("| {} | {} |\n", kind.wrong, kind.done));
    format!("# Repairs of GTFS feeds\n\n{REPAIRS}| what was wrong | what was done |\n|---|---|\n{}", rows.collect::<String>())
}

const REPAIRS: &str = "\
Each is reported with file, field, the first values, how many rows and their first lines. A blank time between timed calls is legal \
and filled all the same, so it is said too. Distance is `shape_dist_traveled` where every call of the stretch has one, else straight \
lines between the stops; where neither is known, calls share the time evenly.\n\n";
