//! `keruen flow`.

use crate::args::{Asked, FlowArgs, FlowMethod};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, list, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_certify::certify_flow;
use keruen_flow::corridor::{Fixed, Flow, FlowError, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_model::scenario::apply;
use keruen_report::text;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::FlowProof;
use keruen_study::{Ranging, StudyError, flow_ranges};

pub fn run(args: &FlowArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let corridor = under(&here, &args.asked)?;
    let year = match args.year.or_else(|| years(&corridor).pop()) {
        Some(year) => year,
        None => return Err(Ended::input("error: tables demand and market are empty; a flow needs wishes")),
    };
    let goal = if args.method == FlowMethod::MaxThroughput { Goal::MostServed } else { Goal::LeastCost };
    if !(args.spread.is_finite() && args.spread > 0.0) {
        return Err(Ended::input("error: --spread is a number above 0"));
    }
    let (months, markets, spread) = (args.months, args.markets, args.spread);
    let question =
        FlowQuestion { year, months, markets, goal, spread, fixed: fixed(args)?, scenarios: args.asked.scenario.clone() };
    let mut answer = found(args, (&here, &corridor), question.clone(), printer)?;
    if args.ranges > 0 {
        if args.method == FlowMethod::Choice {
            return Err(Ended::input(
                "error: --ranges is for least-cost and max-throughput; for a choice ask with --spread 5 and 20",
            ));
        }
        let threads = args.threads.unwrap_or_else(keruen_model::parallel::all);
        let asked = Ranging { samples: args.ranges, seed: args.seed, threads };
        let bar = Bar::new("samples", printer.watched);
        answer.ranges = Some(flow_ranges(&corridor, &question, asked, &bar).map_err(super::calibrate::ended)?);
    }
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
    if let Some(file) = &args.parquet {
        std::fs::write(file, text::flow_parquet(&answer))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    write(&args.csv_limits, &|| text::flow_limits_csv(&answer))?;
    if let Some(file) = &args.geojson {
        let features = keruen_report::geojson::flow(&answer, &crate::map::read(&here.folder, &corridor)?);
        if file.as_os_str() == "-" {
            printer.print(&features.to_string())?;
            return Ok(Exit::Answered);
        }
        write(&Some(file.clone()), &|| features.to_string())?;
    }
    if args.asked.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::flow(&answer, args.top))?
    }
    Ok(Exit::Answered)
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
        return proven(corridor, flow.choose(base.as_ref(), &bar).map_err(ended)?);
    }
    let mut answer = proven(corridor, flow.proven(&bar).map_err(ended)?)?;
    if method == FlowMethod::LeastCost {
        flow.price_ranges(&mut answer, args.top, &bar).map_err(ended)?;
        answer.steps = flow.steps(&answer, args.steps, &bar).map_err(ended)?;
    }
    Ok(answer)
}

/// Flaws shown of an answer that is refused.
const SHOWN: usize = 10;

/// [`proven`] for a study.
pub fn certify(corridor: &Corridor, answer: &mut FlowAnswer, proof: &FlowProof) -> Result<(), StudyError> {
    let verdict = certify_flow(corridor, answer, proof);
    match verdict.flaws.first() {
        None => answer.certificate.checked = Some(verdict.checked),
        Some(flaw) => return Err(StudyError::Flow(format!("the flow was found but not proven: {flaw}"))),
    }
    Ok(())
}

/// The answer with what the checker found; one that it does not pass is not printed.
fn proven(corridor: &Corridor, (mut answer, proof): (FlowAnswer, FlowProof)) -> Result<FlowAnswer, Ended> {
    let verdict = certify_flow(corridor, &answer, &proof);
    if !verdict.holds() {
        let flaws: Vec<String> = verdict.flaws.iter().take(SHOWN).map(|f| format!("  {f}")).collect();
        return Err(Ended::ours(format!(
            "the flow was found but not proven, and is not printed ({} flaws):\n{}\nPlease report it with the command you typed.",
            verdict.flaws.len(),
            flaws.join("\n")
        )));
    }
    answer.certificate.checked = Some(verdict.checked);
    Ok(answer)
}

/// The corridor with the scenarios asked for, rows of all days.
pub fn under(here: &Ready, asked: &Asked) -> Result<Corridor, Ended> {
    let mut chosen = Vec::new();
    for name in &asked.scenario {
        chosen.push(super::scenario::named(here, name)?);
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
    proven(corridor, flow.proven(&Bar::new("flow", printer.watched)).map_err(ended)?)
}

fn ended(e: FlowError) -> Ended {
    match e {
        FlowError::Solver(_) => Ended::ours(e),
        FlowError::Conflict(_) => Ended { exit: Exit::NoAnswer, message: format!("no answer: {e}") },
        e => Ended::input(format!("error: {e}")),
    }
}
