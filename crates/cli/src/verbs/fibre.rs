//! `keruen fibre`.

use super::compare::{stack, write};
use crate::args::FibreArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_model::parallel;
use keruen_report::language::Voice;
use keruen_report::{html, text};
use keruen_study::fibre::{FibreQuestion, History, fibre};
use std::num::NonZeroUsize;

pub fn run(args: &FibreArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let history = History { seed: args.seed, replications: args.replications, years: args.years };
    let mut q = FibreQuestion::new(history);
    if !args.stage.is_empty() {
        q.stages = args.stage.iter().map(|s| stack(s)).collect();
    }
    if !args.from.is_empty() {
        q.from = args.from.clone();
    }
    if !args.to.is_empty() {
        q.to = args.to.clone();
    }
    let threads = args.threads.and_then(NonZeroUsize::new).unwrap_or_else(parallel::all);
    let answer = fibre(&here.corridor, &here.scenarios, &q, threads).map_err(|e| Ended::input(format!("error: {e}")))?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if let Some(file) = &args.html {
        write(file, &html::fibre_page(voice, &answer, &format!("./keruen fibre {}", args.corridor)))?;
    }
    if args.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::fibre(voice, &answer))?
    }
    Ok(Exit::Answered)
}
