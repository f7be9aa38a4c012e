//! `keruen seats`.

use super::compare::write;
use crate::args::SeatsArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_report::language::Voice;
use keruen_report::{html, text};
use keruen_results::forum::Span;
use keruen_study::seats::{SeatsQuestion, seats};

pub fn run(args: &SeatsArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let answer = seats(&here.corridor, &question(args)?).map_err(|e| Ended::input(format!("error: {e}")))?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if let Some(file) = &args.html {
        write(file, &html::seats_page(voice, &answer, &format!("./keruen seats {} --budget '{}'", args.corridor, args.budget)))?;
    }
    if args.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::seat_plan(voice, &answer, args.top))?
    }
    Ok(Exit::Answered)
}

fn question(args: &SeatsArgs) -> Result<SeatsQuestion, Ended> {
    let (number, currency) = args.budget.trim().split_once(' ').unwrap_or((args.budget.trim(), "KZT"));
    let budget = number.parse::<f64>().ok().filter(|b| b.is_finite() && *b >= 0.0);
    let budget = budget.ok_or_else(|| Ended::input(format!("error: --budget {:?} is no sum; write \"1e9 KZT\"", args.budget)))?;
    if !(0.0..=1.0).contains(&args.floor) {
        return Err(Ended::input(format!("error: --floor {} is not between 0 and 1", args.floor)));
    }
    let mut q = SeatsQuestion::new(budget, currency.trim());
    q.floor = args.floor;
    q.eligible = span(args.eligible.as_deref(), q.eligible, "--eligible")?;
    q.elasticity = span(args.elasticity.as_deref(), q.elasticity, "--elasticity")?;
    Ok(q)
}

/// `300` or `100,300,1000`.
fn span(text: Option<&str>, usual: Span, flag: &str) -> Result<Span, Ended> {
    let Some(text) = text else { return Ok(usual) };
    let numbers: Option<Vec<f64>> =
        text.split(',').map(|x| x.trim().parse().ok().filter(|x: &f64| x.is_finite() && *x >= 0.0)).collect();
    match numbers.as_deref() {
        Some([x]) => Ok(Span::exact(*x)),
        Some([low, mid, high]) if low <= mid && mid <= high => Ok(Span { low: *low, mid: *mid, high: *high }),
        _ => Err(Ended::input(format!("error: {flag} {text:?}: write one number, or low,middle,high"))),
    }
}
