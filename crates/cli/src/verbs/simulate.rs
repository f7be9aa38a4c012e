//! `keruen simulate`.

use super::flow::{under, years};
use crate::args::{SeenAhead, SimulateArgs};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_certify::check_log;
use keruen_model::{Corridor, Date, parallel};
use keruen_report::language::Voice;
use keruen_report::{html, say, text};
use keruen_simulate::{Run, SimulateError, SimulateQuestion, Simulation, compare};
use keruen_study::{Foresight, shares, stacked};
use std::num::NonZeroUsize;
use std::path::Path;

/// Months simulated where nothing else is asked.
const A_YEAR: u32 = 12;
/// Faults of a log that are listed.
const MOST_FAULTS: usize = 10;

pub fn run(args: &SimulateArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let corridor = under(&here, &args.asked)?;
    let (simulation, run) = simulated(args, &corridor, args.asked.scenario.clone(), printer)?;
    if let Some(other) = &args.against {
        return against(args, (&here, other), &run, printer);
    }
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    write(args, (&corridor, &simulation, &run), voice, printer)?;
    let answer = &run.answer;
    if args.score {
        let scores = keruen_study::observed(&corridor, answer);
        if args.asked.json { printer.json(&scores)? } else { printer.print(&text::observed(voice, &scores))? }
    } else if args.asked.json {
        printer.json(answer)?
    } else {
        printer.print(&text::simulate(voice, answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// Compiles and runs a corridor under scenarios.
fn simulated(
    args: &SimulateArgs,
    corridor: &Corridor,
    scenarios: Vec<String>,
    printer: &Printer,
) -> Result<(Simulation, Run), Ended> {
    let year = match args.year.or_else(|| years(corridor).pop()) {
        Some(year) => year,
        None => return Err(Ended::input("error: tables demand and market are empty; a simulation needs goods that come")),
    };
    let (first, last) = days(year, args.months)?;
    let question = SimulateQuestion {
        first,
        last,
        demand: true,
        replications: args.replications,
        seed: args.seed,
        threads: args.threads.and_then(NonZeroUsize::new).unwrap_or_else(parallel::all),
        scenarios: scenarios.clone(),
        divert_days: args.divert_after,
        promised_days: args.promise,
        precision: args.precision,
    };
    let mut flows = Vec::new();
    for year in (first.year()..=last.year()).filter(|_| !args.cheapest) {
        let bar = Bar::new("bar-flow", printer);
        let asked = (year, foresight(args.foresight));
        flows.extend(shares((corridor, corridor), asked, &scenarios, &bar).map_err(super::scenario::ended)?);
    }
    let simulation = Simulation::new(corridor, question, &flows).map_err(ended)?;
    let run = simulation.run(&Bar::stoppable("bar-replications", printer)).map_err(ended)?;
    Ok((simulation, run))
}

/// The same with one scenario more, by pairs.
fn against(args: &SimulateArgs, (here, other): (&Ready, &str), base: &Run, printer: &Printer) -> Result<Exit, Ended> {
    let mut names = args.asked.scenario.clone();
    names.push(other.into());
    let (all, names) = super::scenario::listed(here, &names)?;
    let other = stacked(&here.corridor, &all, &names).map_err(super::scenario::ended)?.corridor;
    let (_, run) = simulated(args, &other, names, printer)?;
    let paired = compare(base, &run);
    if args.asked.json {
        printer.json(&paired)?
    } else {
        let names = here.names(printer.language)?;
        printer.print(&text::paired(Voice::new(printer.language, &names), &paired, args.top))?
    }
    Ok(Exit::Answered)
}

/// The files asked for.
fn write(
    args: &SimulateArgs,
    (corridor, simulation, run): (&Corridor, &Simulation, &Run),
    voice: Voice<'_>,
    printer: &Printer,
) -> Result<(), Ended> {
    if let Some(file) = &args.csv {
        to_file(file, &text::simulate_csv(&run.answer))?;
    }
    if let Some(file) = &args.waits_out {
        let waits = serde_json::to_string_pretty(&run.answer.waits()).map_err(Ended::ours)?;
        to_file(file, &(waits + "\n"))?;
    }
    if let Some(file) = &args.html {
        to_file(file, &html::simulate_page(voice, &run.answer, &command(args)))?;
    }
    let Some(file) = &args.log else { return Ok(()) };
    let log = simulation.log(0);
    to_file(file, &text::log_csv(&log))?;
    let faults = check_log(corridor, &log, MOST_FAULTS);
    if faults.is_empty() {
        let count = log.entries.len();
        let told = format!("{count} entries of the log were played again, and none breaks a capacity of the tables");
        printer.say(&say!(voice, "note", text = voice.phrase(&told)));
        return Ok(());
    }
    let lines: Vec<String> = faults.iter().map(|f| format!("entry {}: {}", f.entry, f.what)).collect();
    Err(Ended::ours(format!("the log breaks what the tables allow:\n{}", lines.join("\n"))))
}

/// The command of the page, so that it can be made again.
fn command(args: &SimulateArgs) -> String {
    let year = args.year.map_or(String::new(), |y| format!(" --year {y}"));
    let scenarios: String = args.asked.scenario.iter().map(|s| format!(" --scenario {s}")).collect();
    let foresight = if args.foresight == SeenAhead::Months { " --foresight months" } else { "" };
    let months = if args.months == A_YEAR { String::new() } else { format!(" --months {}", args.months) };
    let (corridor, replications, seed) = (&args.corridor, args.replications, args.seed);
    format!("./keruen simulate {corridor}{year}{months}{scenarios}{foresight} --replications {replications} --seed {seed}")
}

fn to_file(file: &Path, text: &str) -> Result<(), Ended> {
    std::fs::write(file, text).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))
}

fn foresight(asked: SeenAhead) -> Foresight {
    match asked {
        SeenAhead::Year => Foresight::Year,
        SeenAhead::Months => Foresight::Months,
    }
}

/// First and last day of so many months from January of a year.
fn days(year: i32, months: u32) -> Result<(Date, Date), Ended> {
    let months = i32::try_from(months).unwrap_or(i32::MAX);
    let first = |year: i32, month: i32| Date::new(i16::try_from(year).ok()?, month as i8, 1);
    let end = first(year.saturating_add(months / 12), months % 12 + 1);
    let both = first(year, 1).zip(end.map(|d| d.plus_days(-1)));
    both.ok_or_else(|| Ended::input(format!("error: the calendar has no {months} months from the year {year}")))
}

fn ended(e: SimulateError) -> Ended {
    match e {
        SimulateError::Little(_) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
}
