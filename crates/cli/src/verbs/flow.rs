//! `keruen flow`.

use crate::args::{Asked, FlowArgs, FlowMethod};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_flow::corridor::{Flow, FlowError, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_model::scenario::apply;
use keruen_report::language::Voice;
use keruen_report::text;
use keruen_results::flow::FlowAnswer;

pub fn run(args: &FlowArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let corridor = under(&here, &args.asked)?;
    let year = match args.year.or_else(|| years(&corridor).pop()) {
        Some(year) => year,
        None => return Err(Ended::input("error: tables demand and market are empty; a flow needs wishes")),
    };
    let goal = if args.method == FlowMethod::MaxThroughput { Goal::MostServed } else { Goal::LeastCost };
    let question =
        FlowQuestion { year, months: args.months, markets: args.markets, goal, scenarios: args.asked.scenario.clone() };
    let answer = found(args, (&here, &corridor), question, printer)?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if let Some(id) = args.link.as_ref().filter(|_| !args.asked.json) {
        let users = text::flow_link(voice, &answer, id);
        let users = users.ok_or_else(|| Ended::input(format!("error: nothing moves over {id:?}; --csv lists what does")))?;
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
        printer.print(&text::flow(voice, &answer, args.top))?
    }
    Ok(Exit::Answered)
}

/// The answer by the method asked for, with ranges of prices and steps.
fn found(
    args: &FlowArgs,
    (here, corridor): (&Ready, &Corridor),
    question: FlowQuestion,
    printer: &Printer,
) -> Result<FlowAnswer, Ended> {
    let bar = Bar::new("flow", printer.watched);
    let method = args.method;
    let mut flow = Flow::new(corridor, question.clone()).map_err(ended)?;
    if method == FlowMethod::Choice {
        let plain = FlowQuestion { scenarios: Vec::new(), ..question };
        let base = match args.asked.scenario.is_empty() {
            true => None,
            false => Some(Flow::new(&here.corridor, plain).and_then(|mut f| f.base(&bar)).map_err(ended)?),
        };
        return flow.choose(base.as_ref(), &bar).map_err(ended);
    }
    let mut answer = flow.solve(&bar).map_err(ended)?;
    if method == FlowMethod::LeastCost {
        flow.price_ranges(&mut answer, args.top, &bar).map_err(ended)?;
        answer.steps = flow.steps(&answer, args.steps, &bar).map_err(ended)?;
    }
    Ok(answer)
}

/// The corridor with the scenarios asked for, rows of all days.
pub fn under(here: &Ready, asked: &Asked) -> Result<Corridor, Ended> {
    let mut chosen = Vec::new();
    for name in &asked.scenario {
        chosen.push(super::scenario::find(here, name)?.clone());
    }
    apply(&here.corridor, &chosen, None).map(|s| s.corridor).map_err(|faults| Ended::input(list(&faults)))
}

/// Years that wishes speak of, in order.
pub fn years(corridor: &Corridor) -> Vec<i32> {
    let t = &corridor.tables;
    let mut years: Vec<i32> = t.demand.iter().map(|d| d.year).chain(t.market.iter().map(|m| m.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
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
