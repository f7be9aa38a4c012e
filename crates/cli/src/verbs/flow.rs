//! `keruen flow`.

use crate::args::{Asked, FlowArgs, FlowMethod as Flag};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_report::text;
pub use keruen_study::flow_years as years;
use keruen_study::{FlowAsk, FlowMethod, flow, stacked};

pub fn run(args: &FlowArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let ask = FlowAsk {
        year: args.year,
        months: args.months,
        markets: args.markets,
        method: args.method.into(),
        spread: args.spread,
        ranges: args.top,
        steps: args.steps,
        scenarios: args.asked.scenario.clone(),
    };
    let (scenarios, ask) = with_files(&here, ask)?;
    let bar = Bar::new("flow", printer.watched);
    let answer = flow(&here.corridor, &scenarios, &ask, &bar).map_err(super::scenario::ended)?;
    if let Some(id) = args.link.as_ref().filter(|_| !args.asked.json) {
        let users = text::flow_link(&answer, id);
        let users = users.ok_or_else(|| Ended::input(format!("error: nothing moves over `{id}`; --csv lists what does")))?;
        printer.print(&users)?;
        return Ok(Exit::Answered);
    }
    let write = |file: &Option<std::path::PathBuf>, text: &dyn Fn() -> String| match file {
        Some(f) => std::fs::write(f, text()).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", f.display()))),
        None => Ok(()),
    };
    write(&args.csv, &|| text::flow_csv(&answer))?;
    write(&args.csv_limits, &|| text::flow_limits_csv(&answer))?;
    if args.asked.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::flow(&answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// Scenarios of the corridor and of files named, and the question with their names.
fn with_files(here: &Ready, ask: FlowAsk) -> Result<(Vec<Scenario>, FlowAsk), Ended> {
    let (all, scenarios) = super::scenario::listed(here, &ask.scenarios)?;
    Ok((all, FlowAsk { scenarios, ..ask }))
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
        }
    }
}
