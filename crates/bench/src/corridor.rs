//! Least-cost flow of a corridor folder: cold from the tables in memory, and warm after a change of one limit.

use std::path::Path;

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;
use keruen_tables::{ReadOptions, read_folder};

use crate::instance::Fault;
use crate::measure::{Took, on_all_threads};
use crate::report::Line;

/// Runs of each kind; the median counts.
const RUNS: usize = 9;

/// Solves the flow of a year again and again; one line for cold runs, one for warm ones.
pub fn run(folder: &Path, year: i32, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let fault = |e: &dyn std::fmt::Display| Fault::Usage(e.to_string());
    let corridor = read_folder(folder, &ReadOptions::default()).map_err(|e| fault(&e))?.corridor;
    let question = FlowQuestion::of(year);
    let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let (limit, more) = telling(&mut Flow::new(&corridor, question.clone()).map_err(|e| fault(&e))?).map_err(|e| fault(&e))?;
    print(format!("{{\"kind\":\"corridor-flow-change\",\"limit\":\"{limit}\",\"more\":{more}}}"));
    let (mut cold, mut warm, mut first, mut last) = (Vec::new(), Vec::new(), None, None);
    for _ in 0..RUNS {
        let (made, took) = on_all_threads(|| -> Result<_, keruen_flow::corridor::FlowError> {
            let mut flow = Flow::new(&corridor, question.clone())?;
            let answer = flow.solve(&Silent)?;
            Ok((flow, answer))
        });
        let (mut flow, answer) = made.map_err(|e| fault(&e))?;
        cold.push(took);
        flow.add(&limit, 0, more).map_err(|e| fault(&e))?;
        let (again, took) = on_all_threads(|| flow.solve(&Silent));
        last = Some(again.map_err(|e| fault(&e))?);
        warm.push(took);
        first = Some(answer);
    }
    for (kind, took, answer) in [("corridor-flow-cold", cold, first), ("corridor-flow-warm", warm, last)] {
        print(line(kind, &name, median(took), answer.as_ref()));
    }
    Ok(())
}

/// The dearest limit of which a hundredth more changes what moves: of some, background traffic takes all that comes. Where there is none,
/// the dearest.
fn telling(flow: &mut Flow<'_>) -> Result<(String, f64), Box<dyn std::error::Error>> {
    let answer = flow.solve(&Silent)?;
    let dear = answer.limits.iter().filter(|l| l.price > 0.0).map(|l| (l.limit.clone(), l.amount / 100.0));
    for (limit, more) in dear.clone() {
        flow.add(&limit, 0, more)?;
        let then = flow.solve(&Silent)?;
        flow.add(&limit, 0, -more)?;
        if (then.totals.generalised_usd - answer.totals.generalised_usd).abs() > 1.0 {
            return Ok((limit, more));
        }
    }
    dear.into_iter().next().ok_or_else(|| "nothing is scarce".into())
}

fn median(mut took: Vec<Took>) -> Took {
    took.sort_by_key(|t| t.cpu);
    took.get(took.len() / 2).copied().unwrap_or_default()
}

fn line(kind: &str, name: &str, took: Took, answer: Option<&FlowAnswer>) -> String {
    let line = Line::new(kind, name, keruen_model::parallel::all().get(), took);
    let Some(a) = answer else { return line.end() };
    let size = [("states", a.size.states), ("arcs", a.size.arcs), ("commodities", a.size.commodities), ("rows", a.size.rows)];
    let line = size.iter().fold(line, |line, (key, value)| line.count(key, *value as u64));
    line.exact("objective", a.totals.generalised_usd).exact("gap", a.certificate.gap).end()
}
