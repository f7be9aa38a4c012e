//! `keruen explain`.

use crate::args::ExplainArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_report::language::Voice;
use keruen_report::{say, text};
use keruen_study::explain;

pub fn run(args: &ExplainArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let figures = explain(&here.corridor, &args.what).map_err(super::route::ended)?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if args.json {
        printer.json(&figures)?;
    } else if figures.is_empty() {
        printer.print(&say!(voice, "explain-nothing", what = &args.what))?;
    } else {
        printer.print(&text::explain(voice, &figures))?;
    }
    Ok(if figures.is_empty() { Exit::NoAnswer } else { Exit::Answered })
}
