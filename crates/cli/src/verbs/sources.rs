//! `keruen sources`.

use super::study::{answers, study_file};
use crate::args::SourcesArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_report::language::Voice;
use keruen_report::text;

pub fn run(args: &SourcesArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let figures = if here.folder.join("study.toml").is_file() {
        answers(&here, &study_file(&here)?, args.threads, args.stale_after, printer)?.1
    } else {
        keruen_study::sources(&here.corridor, &Default::default(), args.stale_after)
    };
    if args.json {
        printer.json(&figures)?;
    } else {
        let names = here.names(printer.language)?;
        printer.print(&text::sources(Voice::new(printer.language, &names), &figures, args.top))?;
    }
    Ok(Exit::Answered)
}
