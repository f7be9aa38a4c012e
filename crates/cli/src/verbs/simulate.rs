//! `keruen simulate`.

use super::flow::{under, years};
use crate::args::SimulateArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use crate::progress::Bar;
use keruen_flow::corridor::FlowQuestion;
use keruen_flow::mincost::Goal;
use keruen_model::{Date, parallel};
use keruen_report::text;
use keruen_simulate::{SimulateError, SimulateQuestion, Simulation};
use std::num::NonZeroUsize;

pub fn run(args: &SimulateArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let corridor = under(&here, &args.asked)?;
    let year = match args.year.or_else(|| years(&corridor).pop()) {
        Some(year) => year,
        None => return Err(Ended::input("error: tables demand and market are empty; a simulation needs goods that come")),
    };
    let (first, last) = days(year, args.months)?;
    let question = SimulateQuestion {
        first,
        last,
        demand: true,
        replications: args.replications.max(1),
        seed: args.seed,
        threads: args.threads.and_then(NonZeroUsize::new).unwrap_or_else(parallel::all),
        scenarios: args.asked.scenario.clone(),
        divert_days: args.divert_after,
        promised_days: args.promise,
    };
    let mut shares = Vec::new();
    for year in (first.year()..=last.year()).filter(|y| !args.cheapest && years(&corridor).contains(y)) {
        let scenarios = args.asked.scenario.clone();
        let flow = FlowQuestion { year, months: true, markets: false, goal: Goal::LeastCost, scenarios };
        shares.push(super::flow::answer(&corridor, flow, printer)?);
    }
    let simulation = Simulation::new(&corridor, question, &shares).map_err(ended)?;
    let answer = simulation.run(&Bar::new("replications", printer.watched)).map_err(ended)?;
    if let Some(file) = &args.csv {
        std::fs::write(file, text::simulate_csv(&answer))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    if args.asked.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::simulate(&answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// First and last day of so many months from January of a year.
fn days(year: i32, months: u32) -> Result<(Date, Date), Ended> {
    let months = months.max(1) as i32;
    let first = |year: i32, month: i32| Date::new(i16::try_from(year).ok()?, month as i8, 1);
    let end = first(year + months / 12, months % 12 + 1);
    let both = first(year, 1).zip(end.map(|d| d.plus_days(-1)));
    both.ok_or_else(|| Ended::input(format!("error: the calendar has no {months} months from the year {year}")))
}

fn ended(e: SimulateError) -> Ended {
    match e {
        SimulateError::Little(_) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
}
