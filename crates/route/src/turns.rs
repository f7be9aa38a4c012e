//! Ways that do not ride in circles.
//!
//! What must be used is a bit of the state, and the cheapest way to set it may be to ride to it and back over the same stretch. And
//! where the ground asks for waiting, to be late may be cheaper than to be early, so that riding to and fro pays. Neither is a way:
//! where something must be used, no stretch is ridden twice; elsewhere nothing comes back to where it stood as it stood.
//! Whether a stretch was ridden is not in the state, so it is put there, for the stretches that need it
//! and no others: search; where a way rides in a circle, let the state remember a stretch of it; search again (decremental
//! state space relaxation, Righini and Salani 2008, doi 10.1002/net.20212). The last front holds only ways without circles, and is
//! theirs exactly, since the graph before it held all of them. At most [`MOST_ONCE`] stretches are remembered, of circles
//! [`MOST_ROUND`]; beyond them, and where a circle is work alone (load, unload), such ways are left out as they are found, and what
//! only they beat is missing.

use crate::error::RouteError;
use crate::search::{Found, Start, search};
use keruen_network::compile::{Arc, Consignment, Index, MOST_ONCE, State, StateGraph, StateIx, Stretch, compile, stretches};
use keruen_results::Progress;

/// Stretches remembered against circles where nothing must be used: each may double the states, and a handful ends the circles that
/// storage makes worth while.
const MOST_ROUND: usize = 12;

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
        let circle = |way: &[usize]| match question.wanted() {
            0 => first_circle(index, &graph, way),
            _ => first_repeat(index, &graph, way).map(|s| vec![s]),
        };
        let mut turned: Vec<Stretch> = Vec::new();
        for mut ridden in found.trips.iter().filter_map(|t| circle(&t.arcs)) {
            ridden.retain(|s| !asked.once.contains(s));
            turned.extend(ridden.into_iter().next().filter(|s| !turned.contains(s)));
        }
        let most = if question.wanted() == 0 { MOST_ROUND } else { MOST_ONCE };
        if turned.is_empty() || asked.once.len() + turned.len() > most {
            found.trips.retain(|t| circle(&t.arcs).is_none());
            return Ok((graph, found));
        }
        asked.once.extend(turned);
    }
}

/// Whether a way comes back to where it stood as it stood.
pub(crate) fn goes_round(index: &Index<'_>, graph: &StateGraph, way: &[usize]) -> bool {
    first_circle(index, graph, way).is_some()
}

/// What a way rides between a state and its coming back to it, whatever stretches it remembers; `None` where it never does.
fn first_circle(index: &Index<'_>, graph: &StateGraph, way: &[usize]) -> Option<Vec<Stretch>> {
    let arcs: Vec<&Arc> = way.iter().map(|&a| &graph.arcs[a]).collect();
    let state = |s: StateIx| State { ridden: 0, ..graph.states[s.0 as usize] };
    let back = |(i, a): (usize, &&Arc)| Some((arcs[..=i].iter().position(|b| state(b.from) == state(a.to))?, i));
    let (from, to) = arcs.iter().enumerate().find_map(back)?;
    Some(arcs[from..=to].iter().flat_map(|a| stretches_of(index, graph, a)).collect())
}

fn stretches_of(index: &Index<'_>, graph: &StateGraph, arc: &Arc) -> Vec<Stretch> {
    let node = |s: StateIx| index.corridor.tables.node.rows()[graph.states[s.0 as usize].node as usize].node_id;
    stretches(&arc.kind, (node(arc.from), node(arc.to)))
}

/// The first stretch that a way rides for the second time.
fn first_repeat(index: &Index<'_>, graph: &StateGraph, way: &[usize]) -> Option<Stretch> {
    let mut seen: Vec<Stretch> = Vec::new();
    for arc in way.iter().map(|&a| &graph.arcs[a]) {
        for stretch in stretches_of(index, graph, arc) {
            if seen.contains(&stretch) {
                return Some(stretch);
            }
            seen.push(stretch);
        }
    }
    None
}
