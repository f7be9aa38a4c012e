//! How do I ship this consignment?
//!
//! ```text
//! corridor on a day + consignment -> state graph -> Pareto search over (cost, time, CO2e, risk) -> ways -> cost sheets
//! ```
//!
//! A way is kept when no other is at least as good in all four and better in one. Costs are integers (US cents, seconds, grams,
//! micro-risk), so the set is exact for the additive criteria. How late a way may be is computed afterwards ([`lateness`]). What is
//! out of scope here: capacity (see `flow`) and queues (see `simulate`).

mod back;
mod days;
mod error;
mod labels;
mod lateness;
mod light;
mod limits;
mod nearby;
mod observed;
mod refusal;
mod search;
mod sheet;
mod told;
mod turns;
mod why_not;

pub use back::there_and_back;
pub use days::ask_days;
pub use error::RouteError;
pub use keruen_network::compile::{Consignment, Index, Layout};
pub use limits::{Days, Limits, Promise, Wanted};
pub use nearby::Nearby;
pub use observed::lay_observed;
pub use why_not::{Subject, why_not_over_days};

use keruen_model::Corridor;
use keruen_model::provenance::{CitationIndex, Provenance};
use keruen_network::compile::{StateGraph, compile};
use keruen_results::Progress;
use keruen_results::route::{GraphSize, RouteAnswer, SCHEMA_VERSION};
use search::{Found, Start, Trip, search};
use std::sync::OnceLock;
use told::Page;

/// A corridor made ready for questions about one day.
pub struct Router<'c> {
    index: Index<'c>,
    /// Made for the first sheet.
    provenance: OnceLock<Provenance<'c>>,
    scenarios: Vec<String>,
}

/// What a router made of its corridor, without the corridor.
pub struct Kept {
    /// Index, with the moves of the goods asked about.
    pub layout: Layout,
    /// Once a sheet was made.
    citations: Option<CitationIndex>,
}

impl<'c> Router<'c> {
    /// `corridor` holds only the rows of the day: see [`Corridor::on`].
    pub fn new(corridor: &'c Corridor, day: keruen_model::Date, scenarios: Vec<String>) -> Self {
        Router::of(Index::new(corridor, day), scenarios)
    }

    /// As [`Router::new`], with an index that says when journeys begin.
    pub fn of(index: Index<'c>, scenarios: Vec<String>) -> Self {
        Router { index, provenance: OnceLock::new(), scenarios }
    }

    /// As [`Router::of`], with what an earlier router of the same corridor has kept.
    pub fn resume(corridor: &'c Corridor, kept: Kept, scenarios: Vec<String>) -> Self {
        let provenance = kept.citations.map(|index| OnceLock::from(Provenance::lay(corridor, index)));
        Router { index: Index::lay(corridor, kept.layout), provenance: provenance.unwrap_or_default(), scenarios }
    }

    /// What was indexed, with the moves of the goods asked about, for the next router of the same corridor.
    pub fn into_kept(self) -> Kept {
        Kept { layout: self.index.detach(), citations: self.provenance.into_inner().map(Provenance::detach) }
    }

    /// Answers one question.
    pub fn ask(&self, question: &Consignment, wanted: Wanted, progress: &dyn Progress) -> Result<RouteAnswer, RouteError> {
        let at = |graph: &StateGraph| vec![Start { second: graph.start, limits: wanted.limits }];
        let (graph, found) = turns::front(&self.index, question, &at, progress)?;
        let trips: Vec<(usize, &Trip)> = found.trips.iter().map(|trip| (0, trip)).collect();
        let mut pages = [Page::new(self.sheets(&graph, question))];
        let ways = told::ways(&mut pages, &trips, wanted.promise, wanted.ways);
        let sheets = &pages[0].sheets;
        Ok(RouteAnswer {
            schema_version: SCHEMA_VERSION,
            question: sheets.asked(question, &self.scenarios),
            no_answer: if ways.is_empty() { Some(refusal::explain(sheets, question, found.limited)) } else { None },
            refused: refusal::list(sheets, graph.refusals.iter()),
            notes: notes(&found, &wanted, found.trips.len(), ways.len()),
            protection: None,
            back: None,
            size: size(&graph, &found, 1),
            ways,
        })
    }

    /// How many ways a question has, without their sheets; `point` hears of each way as it is found.
    pub fn count(&self, question: &Consignment, progress: &dyn Progress, point: &mut dyn FnMut()) -> Result<Counted, RouteError> {
        let graph = compile(&self.index, question).map_err(RouteError::Consignment)?;
        let start = Start { second: graph.start, limits: Limits::default() };
        let found = search(&graph, &[start], progress, point)?;
        Ok(Counted { ways: found.trips.len(), size: size(&graph, &found, 1) })
    }
}

/// A front, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Ways on it.
    pub ways: usize,
    /// What was searched.
    pub size: GraphSize,
}

impl Router<'_> {
    /// What the sheets of a question are made from.
    fn sheets<'a>(&'a self, graph: &'a StateGraph, question: &'a Consignment) -> sheet::Sheets<'a> {
        let provenance = self.provenance.get_or_init(|| Provenance::new(self.index.corridor));
        sheet::Sheets { index: &self.index, provenance, graph, question }
    }
}

/// The least cost in dollars, the least hours and the least kg CO2e of a consignment, each over all ways; `None` where there is no
/// way. For questions asked many times over, where no sheet is wanted. Clocks are left out: waits for a timetable, opening hours.
pub fn least(index: &Index<'_>, question: &Consignment) -> Result<Option<[f64; 3]>, RouteError> {
    let graph = compile(index, question).map_err(RouteError::Consignment)?;
    let units = [100.0, graph.ticks_per_hour, 1000.0];
    Ok(search::least(&graph).map(|sums| std::array::from_fn(|c| sums[c] as f64 / units[c])))
}

fn size(graph: &StateGraph, found: &Found, departures: usize) -> GraphSize {
    GraphSize {
        states: graph.states.len(),
        arcs: graph.arcs.len(),
        refused: graph.refusals.len(),
        departures,
        labels: found.labels,
    }
}

/// Names of the units of the criteria, for a lot that needs coarser ones.
const UNIT_NAMES: [&str; search::CRITERIA] = ["US cents", "seconds", "grams of CO2e", "millionths of risk"];

fn notes(found: &Found, wanted: &Wanted, all: usize, shown: usize) -> Vec<String> {
    let front = match wanted.limits.eps {
        None => "Ways are exact for the additive criteria cost, time (sum of medians), CO2e and risk of hard events".to_string(),
        Some(eps) => format!(
            "Asked for coarser: a way may be missing if one that is shown is at most {} % worse in time, CO2e and risk and no dearer",
            eps * 100.0
        ),
    };
    let mut notes = vec![format!(
        "{front}; waits for a departure without a published timetable are expected values. Prices are those of the day of departure."
    )];
    for (unit, name) in found.units.iter().zip(UNIT_NAMES).filter(|(unit, _)| **unit > 1) {
        notes.push(format!("The lot is large: the front is exact in units of {unit} {name}."));
    }
    if shown < all {
        notes.push(format!("{all} ways are worth taking; {shown} are shown."));
    }
    notes
}
