//! `keruen reference`.

use crate::args::{Args, ReferenceArgs};
use crate::exit::{Ended, Exit};
use crate::output::Printer;
use clap::CommandFactory;
use clap_complete::Shell;

pub fn run(args: &ReferenceArgs, printer: &Printer) -> Result<Exit, Ended> {
    let shell = |s: Shell| {
        let mut out = Vec::new();
        clap_complete::generate(s, &mut Args::command(), "keruen", &mut out);
        String::from_utf8_lossy(&out).into_owned()
    };
    printer.print(&match args.what.as_str() {
        "tables" => keruen_tables::reference::reference_markdown(),
        "rules" => rules(),
        "man" => man()?,
        "bash" => shell(Shell::Bash),
        "zsh" => shell(Shell::Zsh),
        "fish" => shell(Shell::Fish),
        _ => shell(Shell::PowerShell),
    })?;
    Ok(Exit::Answered)
}

fn man() -> Result<String, Ended> {
    let mut out = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut out).map_err(Ended::ours)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// Every rule of validation and what it demands.
fn rules() -> String {
    let rows = keruen_model::validate::RULES.iter().map(|r| format!("| `{}` | {} |\n", r.name, r.demand));
    format!("# Rules of validation\n\n| rule | what it demands |\n|---|---|\n{}", rows.collect::<String>())
}
