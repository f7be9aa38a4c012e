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
use keruen_report::language::Voice;
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
    let day = |month, day| i16::try_from(year).ok().and_then(|y| Date::new(y, month, day));
    let Some((first, last)) = day(1, 1).zip(day(12, 31)) else {
        return Err(Ended::input(format!("error: the calendar has no year {year}")));
    };
    let question = SimulateQuestion {
        first,
        last,
        demand: true,
        replications: args.replications.max(1),
        seed: args.seed,
        threads: args.threads.and_then(NonZeroUsize::new).unwrap_or_else(parallel::all),
        scenarios: args.asked.scenario.clone(),
    };
    let shares = (!args.cheapest).then(|| {
        let scenarios = args.asked.scenario.clone();
        let flow = FlowQuestion { year, months: true, markets: false, goal: Goal::LeastCost, scenarios };
        super::flow::answer(&corridor, flow, printer)
    });
    let simulation = Simulation::new(&corridor, question, shares.transpose()?.as_ref()).map_err(ended)?;
    let answer = simulation.run(&Bar::new("replications", printer.watched)).map_err(ended)?;
    if let Some(file) = &args.csv {
        std::fs::write(file, text::simulate_csv(&answer))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    if args.asked.json {
        printer.json(&answer)?
    } else {
        let names = here.names(printer.language)?;
        printer.print(&text::simulate(Voice::new(printer.language, &names), &answer, args.top))?
    }
    Ok(Exit::Answered)
}

fn ended(e: SimulateError) -> Ended {
    match e {
        SimulateError::Little(_) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
}
