//! Questions near to one another of which only the cheapest way is wanted.
//!
//! What [`Router::ask`] does for every way, labels, sheets, refusals, is done here for the one that is told; where standings alone show
//! that nothing leads to the destination, no graph is made; and questions that differ in their destination alone share theirs.

use crate::error::RouteError;
use crate::limits::Limits;
use crate::search::{Found, Start, Trip, search};
use crate::told::{self, Page};
use crate::{Router, turns};
use keruen_network::compile::{Consignment, StateGraph, compile, may_lead};
use keruen_results::Progress;
use keruen_results::route::Way;

/// Asks one question after the other.
pub struct Nearby<'r, 'c> {
    router: &'r Router<'c>,
    /// The question asked last, with its graph.
    held: Option<(Consignment, StateGraph)>,
}

impl<'r, 'c> Nearby<'r, 'c> {
    /// Of a router.
    pub fn of(router: &'r Router<'c>) -> Self {
        Nearby { router, held: None }
    }

    /// The first way that [`Router::ask`] tells, which is the cheapest.
    ///
    /// # Errors
    /// When the goods and their conditions do not go together, or somebody stopped it.
    pub fn cheapest(&mut self, question: &Consignment, progress: &dyn Progress) -> Result<Option<Way>, RouteError> {
        let index = &self.router.index;
        if !may_lead(index, question).map_err(RouteError::Consignment)? {
            return Ok(None);
        }
        let at = |graph: &StateGraph| vec![Start { second: graph.start, limits: Limits::default() }];
        if question.wanted() > 0 {
            let (graph, found) = turns::front(index, question, &at, progress)?;
            return Ok(first(self.router, (&graph, &found), question));
        }
        let graph = self.graph(question)?;
        let found = search(&graph, &at(&graph), progress, &mut || ())?;
        let way = first(self.router, (&graph, &found), question);
        self.held = Some((question.clone(), graph));
        Ok(way)
    }

    /// The graph of the question asked before, where only the destination is another.
    fn graph(&mut self, question: &Consignment) -> Result<StateGraph, RouteError> {
        match self.held.take() {
            Some((before, mut graph)) if before == (Consignment { to: before.to, ..question.clone() }) => {
                graph.aim(&self.router.index, question);
                Ok(graph)
            }
            _ => compile(&self.router.index, question).map_err(RouteError::Consignment),
        }
    }
}

fn first(router: &Router<'_>, (graph, found): (&StateGraph, &Found), question: &Consignment) -> Option<Way> {
    let sheets = router.sheets(graph, question);
    let trips: Vec<(usize, &Trip)> = nearly_cheapest(found).map(|trip| (0, trip)).collect();
    told::ways(&mut [Page::new(sheets)], &trips, None, 1).pop()
}

/// Ways whose sheets may show the least cost. A sheet adds up cents that the search has rounded, arc by arc: the work or ride and what
/// the ground asks before it, each by half a cent and half a unit at most.
fn nearly_cheapest(found: &Found) -> impl Iterator<Item = &Trip> {
    let unit = found.units[0];
    let off = move |t: &Trip| 2 * unit * t.arcs.len() as i64;
    let most = found.trips.iter().map(|t| t.sums[0] + off(t)).min();
    found.trips.iter().filter(move |t| most.is_some_and(|most| t.sums[0] - off(t) <= most))
}
