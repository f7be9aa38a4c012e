//! `keruen explain`.

use crate::args::ExplainArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_report::text;
use keruen_study::explain;

pub fn run(args: &ExplainArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let figures = explain(&here.corridor, &args.what).map_err(super::route::ended)?;
    if args.json {
        printer.json(&figures)?;
    } else if figures.is_empty() {
        printer.print(&format!("{} has no figure that can change an answer", args.what))?;
    } else {
        printer.print(&text::explain(&figures))?;
    }
    Ok(if figures.is_empty() { Exit::NoAnswer } else { Exit::Answered })
}
