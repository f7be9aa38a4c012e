//! Ways that use what must be used without going out and back for it.
//!
//! What must be used is a bit of the state, and the cheapest way to set it may be to ride to it and back over the same stretch.
//! Such a ride is no way. Whether a stretch was ridden is not in the state, so it is put there, for the stretches that need it
//! and no others: search; where a way rides a stretch twice, let the state remember that stretch; search again (decremental
//! state space relaxation, Righini and Salani 2008, doi 10.1002/net.20212). The last front holds only ways that ride nothing
//! twice, and is theirs exactly, since the graph before it held all of them. At most [`MOST_ONCE`] stretches are remembered.

use crate::error::RouteError;
use crate::search::{self, WayArcs};
use keruen_network::compile::{Consignment, Index, MOST_ONCE, StateGraph, StateIx, Stretch, compile, stretches};
use keruen_results::Progress;

/// The graph of a consignment and its front.
pub(crate) fn front(
    index: &Index<'_>,
    question: &Consignment,
    progress: &dyn Progress,
) -> Result<(StateGraph, Vec<WayArcs>), RouteError> {
    let mut asked = question.clone();
    loop {
        let graph = compile(index, &asked).map_err(RouteError::Consignment)?;
        let ways = search::front(&graph, progress)?;
        let twice = if question.wanted() == 0 { Vec::new() } else { ridden_twice(index, &graph, &ways) };
        if twice.is_empty() {
            return Ok((graph, ways));
        }
        if asked.once.len() + twice.len() > MOST_ONCE {
            let fine = ways.into_iter().filter(|w| first_repeat(index, &graph, w).is_none()).collect();
            return Ok((graph, fine));
        }
        asked.once.extend(twice);
    }
}

/// The first stretch that each way rides for the second time, once each.
fn ridden_twice(index: &Index<'_>, graph: &StateGraph, ways: &[WayArcs]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for stretch in ways.iter().filter_map(|w| first_repeat(index, graph, w)) {
        if !out.contains(&stretch) {
            out.push(stretch);
        }
    }
    out
}

fn first_repeat(index: &Index<'_>, graph: &StateGraph, way: &WayArcs) -> Option<Stretch> {
    let node = |s: StateIx| index.corridor.tables.node.rows()[graph.states[s.0 as usize].node as usize].node_id;
    let mut seen: Vec<Stretch> = Vec::new();
    for arc in way.iter().map(|&a| &graph.arcs[a]) {
        for stretch in stretches(&arc.kind, (node(arc.from), node(arc.to))) {
            if seen.contains(&stretch) {
                return Some(stretch);
            }
            seen.push(stretch);
        }
    }
    None
}
