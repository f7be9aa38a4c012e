//! `keruen flow`.

use crate::args::{Asked, FlowArgs, FlowMethod as Flag};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_report::language::Voice;
use keruen_report::text;
use keruen_results::flow::FlowAnswer;
pub use keruen_study::flow_years as years;
use keruen_study::{Fixed, FlowAsk, FlowMethod, Ranging, flow, flow_question, flow_ranges, stacked};

pub fn run(args: &FlowArgs, printer: &Printer) -> Result<Exit, Ended> {
    if args.steps > 0 && args.method != Flag::LeastCost {
        return Err(Ended::input("error: --steps solves the least cost again and goes with no other --method"));
    }
    let here = ready(&args.corridor)?;
    let ask = FlowAsk {
        year: args.year,
        months: args.months,
        storage: args.storage,
        empties: args.empties,
        markets: args.markets,
        method: args.method.into(),
        spread: args.spread,
        fixed: fixed(args)?,
        ranges: args.top,
        steps: args.steps,
        scenarios: args.asked.scenario.clone(),
    };
    let (scenarios, ask) = with_files(&here, ask)?;
    let bar = Bar::new("bar-flow", printer);
    let mut answer = flow(&here.corridor, &scenarios, &ask, &bar).map_err(super::scenario::ended)?;
    if args.ranges > 0 {
        ranged(args, (&under(&here, &args.asked)?, &ask), &mut answer, printer)?;
    }
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if let Some(id) = args.link.as_ref().filter(|_| !args.asked.json) {
        let users = text::flow_link(voice, &answer, id);
        let users = users.ok_or_else(|| Ended::input(format!("error: nothing moves over {id:?}; --csv lists what does")))?;
        printer.print(&users)?;
        return Ok(Exit::Answered);
    }
    let write = |file: &Option<std::path::PathBuf>, text: &dyn Fn() -> String| match file {
        Some(f) => std::fs::write(f, text()).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", f.display()))),
        None => Ok(()),
    };
    write(&args.csv, &|| text::flow_csv(&answer))?;
    if let Some(file) = &args.parquet {
        std::fs::write(file, text::flow_parquet(&answer))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    write(&args.csv_limits, &|| text::flow_limits_csv(&answer))?;
    if let Some(file) = &args.geojson {
        let features = keruen_report::geojson::flow(&answer, &crate::map::read(&here.folder, &here.corridor)?);
        if file.as_os_str() == "-" {
            printer.print(&features.to_string())?;
            return Ok(Exit::Answered);
        }
        write(&Some(file.clone()), &|| features.to_string())?;
    }
    if args.asked.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::flow(voice, &answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// Scenarios of the corridor and of files named, and the question with their names.
fn with_files(here: &Ready, ask: FlowAsk) -> Result<(Vec<Scenario>, FlowAsk), Ended> {
    let (all, scenarios) = super::scenario::listed(here, &ask.scenarios)?;
    Ok((all, FlowAsk { scenarios, ..ask }))
}

/// What must be.
fn fixed(args: &FlowArgs) -> Result<Fixed, Ended> {
    let one = |text: &String| {
        let bad = || Ended::input(format!("error: --at-least {text:?}: write LIMIT=AMOUNT, the limit as the answer names it"));
        let (limit, amount) = text.rsplit_once('=').ok_or_else(bad)?;
        let amount = amount.trim().parse::<f64>().ok().filter(|x| x.is_finite()).ok_or_else(bad)?;
        Ok((limit.trim().to_string(), amount))
    };
    Ok(Fixed { wishes: args.must.clone(), at_least: args.at_least.iter().map(one).collect::<Result<_, Ended>>()? })
}

/// Low and high of the headlines.
fn ranged(
    args: &FlowArgs,
    (corridor, ask): (&Corridor, &FlowAsk),
    answer: &mut FlowAnswer,
    printer: &Printer,
) -> Result<(), Ended> {
    if !matches!(ask.method, FlowMethod::LeastCost | FlowMethod::MaxThroughput) {
        return Err(Ended::input(
            "error: --ranges is for least-cost and max-throughput; for a choice ask with --spread 5 and 20",
        ));
    }
    let threads = args.threads.unwrap_or_else(keruen_model::parallel::all);
    let asked = Ranging { samples: args.ranges, seed: args.seed, threads };
    let question = flow_question(corridor, ask).map_err(super::scenario::ended)?;
    let found = flow_ranges(corridor, &question, asked, &Bar::new("bar-samples", printer));
    answer.ranges = Some(found.map_err(super::scenario::ended)?);
    Ok(())
}

/// The corridor with the scenarios asked for, rows of all days.
pub fn under(here: &Ready, asked: &Asked) -> Result<Corridor, Ended> {
    let (all, names) = super::scenario::listed(here, &asked.scenario)?;
    stacked(&here.corridor, &all, &names).map(|s| s.corridor).map_err(super::scenario::ended)
}

impl From<Flag> for FlowMethod {
    fn from(flag: Flag) -> FlowMethod {
        match flag {
            Flag::LeastCost => FlowMethod::LeastCost,
            Flag::MaxThroughput => FlowMethod::MaxThroughput,
            Flag::Choice => FlowMethod::Choice,
            Flag::Equilibrium => FlowMethod::Equilibrium,
            Flag::SystemOptimum => FlowMethod::SystemOptimum,
        }
    }
}
