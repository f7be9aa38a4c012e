//! How do I ship this consignment?
//!
//! ```text
//! corridor on a day + consignment -> state graph -> Pareto search over (cost, time, CO2e) -> ways -> cost sheets
//! ```
//!
//! A way is kept when no other is at least as good in all three and better in one. Costs are integers (US cents, seconds, grams),
//! so the set is exact for the additive criteria. Percentiles of time are computed afterwards from the parts of each way; the
//! search itself minimises the sum of medians. What is out of scope here: capacity (see `flow`) and queues (see `simulate`).

mod back;
mod error;
mod labels;
mod light;
mod refusal;
mod search;
mod sheet;
mod turns;
mod why_not;

pub use back::there_and_back;
pub use error::RouteError;
pub use keruen_network::compile::{Consignment, Index};
pub use why_not::Subject;

use keruen_model::{Corridor, provenance::Provenance};
use keruen_network::compile::{StateGraph, compile};
use keruen_results::Progress;
use keruen_results::route::{GraphSize, RouteAnswer, SCHEMA_VERSION, Way};

/// How much of the answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Most ways in the answer; the labelled ones come first.
    pub ways: usize,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { ways: 12 }
    }
}

/// A corridor made ready for questions about one day.
pub struct Router<'c> {
    index: Index<'c>,
    provenance: Provenance<'c>,
    scenarios: Vec<String>,
}

impl<'c> Router<'c> {
    /// `corridor` holds only the rows of the day: see [`Corridor::on`].
    pub fn new(corridor: &'c Corridor, day: keruen_model::Date, scenarios: Vec<String>) -> Self {
        Router { index: Index::new(corridor, day), provenance: Provenance::new(corridor), scenarios }
    }

    /// Answers one question.
    pub fn ask(&self, question: &Consignment, wanted: Wanted, progress: &dyn Progress) -> Result<RouteAnswer, RouteError> {
        let (graph, front) = turns::front(&self.index, question, progress)?;
        let sheets = self.sheets(&graph, question);
        let mut ways: Vec<Way> = front.iter().map(|way| sheets.way(way)).collect();
        labels::label(&mut ways);
        ways.truncate(wanted.ways);
        Ok(RouteAnswer {
            schema_version: SCHEMA_VERSION,
            question: sheets.asked(question, &self.scenarios),
            no_answer: if ways.is_empty() { Some(refusal::explain(&sheets, question)) } else { None },
            refused: refusal::list(&sheets, graph.refusals.iter()),
            notes: notes(front.len(), ways.len()),
            protection: None,
            back: None,
            size: size(&graph),
            ways,
        })
    }
}

impl Router<'_> {
    /// What the sheets of a question are made from.
    fn sheets<'a>(&'a self, graph: &'a StateGraph, question: &'a Consignment) -> sheet::Sheets<'a> {
        sheet::Sheets { index: &self.index, provenance: &self.provenance, graph, question }
    }
}

/// The least cost in dollars, the least hours and the least kg CO2e of a consignment, each over all ways; `None` where there is no
/// way. For questions asked many times over, where no sheet is wanted.
pub fn least(index: &Index<'_>, question: &Consignment) -> Result<Option<[f64; 3]>, RouteError> {
    let graph = compile(index, question).map_err(RouteError::Consignment)?;
    let units = [100.0, graph.ticks_per_hour, 1000.0];
    Ok(search::least(&graph).map(|sums| std::array::from_fn(|c| sums[c] as f64 / units[c])))
}

fn size(graph: &StateGraph) -> GraphSize {
    GraphSize { states: graph.states.len(), arcs: graph.arcs.len(), refused: graph.refusals.len() }
}

fn notes(found: usize, shown: usize) -> Vec<String> {
    let mut notes = vec![
        "Ways are exact for the additive criteria cost, time (sum of medians) and CO2e; waits for a departure are expected values, not a timetable.".to_string(),
    ];
    if shown < found {
        notes.push(format!("{found} ways are worth taking; {shown} are shown."));
    }
    notes
}
