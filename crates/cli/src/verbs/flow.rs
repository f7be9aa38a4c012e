//! `keruen flow`.

use crate::args::{Asked, FlowArgs, FlowMethod as Flag};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_flow::corridor::{Flow, FlowError, FlowQuestion};
use keruen_model::Corridor;
use keruen_report::text;
use keruen_results::flow::FlowAnswer;
pub use keruen_study::flow_years as years;
use keruen_study::{FlowAsk, FlowMethod, flow, stacked};

pub fn run(args: &FlowArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let ask = FlowAsk {
        year: args.year,
        months: args.months,
        markets: args.markets,
        method: args.method.into(),
        ranges: args.top,
        steps: args.steps,
        scenarios: args.asked.scenario.clone(),
    };
    let bar = Bar::new("flow", printer.watched);
    let answer = flow(&here.corridor, &here.scenarios, &ask, &bar).map_err(super::scenario::ended)?;
    if let Some(id) = args.link.as_ref().filter(|_| !args.asked.json) {
        let users = text::flow_link(&answer, id);
        let users = users.ok_or_else(|| Ended::input(format!("error: nothing moves over `{id}`; --csv lists what does")))?;
        printer.print(&users)?;
        return Ok(Exit::Answered);
    }
    if let Some(file) = &args.csv {
        std::fs::write(file, text::flow_csv(&answer))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    if args.asked.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::flow(&answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// The corridor with the scenarios asked for, rows of all days.
pub fn under(here: &Ready, asked: &Asked) -> Result<Corridor, Ended> {
    stacked(&here.corridor, &here.scenarios, &asked.scenario).map(|s| s.corridor).map_err(super::scenario::ended)
}

/// Compiles and solves.
pub fn answer(corridor: &Corridor, question: FlowQuestion, printer: &Printer) -> Result<FlowAnswer, Ended> {
    let mut flow = Flow::new(corridor, question).map_err(ended)?;
    flow.solve(&Bar::new("flow", printer.watched)).map_err(ended)
}

fn ended(e: FlowError) -> Ended {
    match e {
        FlowError::Solver(_) => Ended::ours(e),
        e => Ended::input(format!("error: {e}")),
    }
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
