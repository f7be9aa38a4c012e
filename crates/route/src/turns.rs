//! Ways that use what must be used without going out and back for it.
//!
//! What must be used is a bit of the state, and the cheapest way to set it may be to ride to it and back over the same stretch.
//! Such a ride is no way. Whether a stretch was ridden is not in the state, so it is put there, for the stretches that need it
//! and no others: search; where a way rides a stretch twice, let the state remember that stretch; search again (decremental
//! state space relaxation, Righini and Salani 2008, doi 10.1002/net.20212). The last front holds only ways that ride nothing
//! twice, and is theirs exactly, since the graph before it held all of them. At most [`MOST_ONCE`] stretches are remembered.

use crate::error::RouteError;
use crate::search::{Found, Start, search};
use keruen_network::compile::{Consignment, Index, MOST_ONCE, StateGraph, StateIx, Stretch, compile, stretches};
use keruen_results::Progress;

/// The graph of a consignment and its fronts, one a departure of it.
pub(crate) fn front(
    index: &Index<'_>,
    question: &Consignment,
    starts: &dyn Fn(&StateGraph) -> Vec<Start>,
    progress: &dyn Progress,
) -> Result<(StateGraph, Found), RouteError> {
    let mut asked = question.clone();
    loop {
        let graph = compile(index, &asked).map_err(RouteError::Consignment)?;
        let mut found = search(&graph, &starts(&graph), progress, &mut || ())?;
        let twice = if question.wanted() == 0 { Vec::new() } else { ridden_twice(index, &graph, &found) };
        if twice.is_empty() {
            return Ok((graph, found));
        }
        if asked.once.len() + twice.len() > MOST_ONCE {
            found.trips.retain(|t| first_repeat(index, &graph, &t.arcs).is_none());
            return Ok((graph, found));
        }
        asked.once.extend(twice);
    }
}

/// The first stretch that each way rides for the second time, once each.
fn ridden_twice(index: &Index<'_>, graph: &StateGraph, found: &Found) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for stretch in found.trips.iter().filter_map(|t| first_repeat(index, graph, &t.arcs)) {
        if !out.contains(&stretch) {
            out.push(stretch);
        }
    }
    out
}

fn first_repeat(index: &Index<'_>, graph: &StateGraph, way: &[usize]) -> Option<Stretch> {
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
