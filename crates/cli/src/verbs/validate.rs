//! `keruen validate`.

use super::flow::{under, years};
use crate::args::ValidateArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::Corridor;
use keruen_report::language::Voice;
use keruen_report::{say, text};
use keruen_study::{FlowAsk, Ranging, counter_ranges, flow_of};
use keruen_tables::ReadOptions;
use std::path::Path;

pub fn run(args: &ValidateArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let mut corridor = under(&here, &args.asked)?;
    if let Some(file) = &args.observations {
        add_observations(&mut corridor, file, printer)?;
    }
    let asked = if args.year.is_empty() { years(&corridor) } else { args.year.clone() };
    let mut answers = Vec::new();
    for year in asked {
        let ask = FlowAsk { scenarios: args.asked.scenario.clone(), ..FlowAsk::of(year) };
        let answer = flow_of((&corridor, &corridor), &ask, &Bar::new("bar-flow", printer));
        answers.push(answer.map_err(super::scenario::ended)?);
    }
    let mut scores = keruen_study::validate(&corridor, &answers);
    if args.ranges > 0 {
        let threads = args.threads.unwrap_or_else(keruen_model::parallel::all);
        let asked = Ranging { samples: args.ranges, seed: args.seed, threads };
        counter_ranges(&corridor, &mut scores, asked, &Bar::new("bar-samples", printer)).map_err(super::scenario::ended)?;
    }
    if args.asked.json {
        printer.json(&scores)?
    } else {
        let names = here.names(printer.language)?;
        printer.print(&text::validate(Voice::new(printer.language, &names), &scores))?
    }
    let met = scores.total > 0 && scores.hits as f64 >= args.require.unwrap_or(0.0) * scores.total as f64;
    Ok(if args.require.is_none() || met { Exit::Answered } else { Exit::NoAnswer })
}

/// Adds the rows of a CSV file to table observation; an observation that is there already is replaced.
fn add_observations(corridor: &mut Corridor, file: &Path, printer: &Printer) -> Result<(), Ended> {
    let bad = |e: &dyn std::fmt::Display| Ended::input(format!("error: {}: {e}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|e| bad(&e))?;
    let added = keruen_tables::add_observations(corridor, &text, &ReadOptions::default()).map_err(|e| bad(&e))?;
    if added.left_out > 0 {
        let voice = Voice::plain(printer.language);
        let told = format!("{} rows of {} have no period and are left out", added.left_out, file.display());
        printer.say(&say!(voice, "note", text = voice.phrase(&told)));
    }
    if added.faults.is_empty() { Ok(()) } else { Err(Ended::input(crate::load::list(&added.faults))) }
}
