//! The exact set of ways worth taking.
//!
//! Label setting in lexicographic order with lower bounds from one reverse search per cost (NAMOA*, Mandow and Perez de la Cruz
//! 2010): a label is dropped when a label of its state or of the goal is at least as good in every criterion.

use keruen_network::compile::StateGraph;
use keruen_results::{Cancelled, Progress};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Criteria searched: cost, time, CO2e.
const CRITERIA: usize = 3;
pub(crate) type Sum = [i64; CRITERIA];

/// A way: its arcs by position, in order.
pub(crate) type WayArcs = Vec<usize>;

struct Label {
    state: usize,
    sum: Sum,
    before: Option<(usize, usize)>,
}

/// Labels between two looks at the progress.
const LOOK_EVERY: u64 = 4096;

/// The least of each criterion over all ways.
pub(crate) fn least(graph: &StateGraph) -> Option<Sum> {
    if graph.states.is_empty() {
        return None;
    }
    let found: Sum = std::array::from_fn(|c| to_goal(graph, c)[0]);
    (!found.contains(&UNREACHED)).then_some(found)
}

/// The front from the first state to any goal, each way once, in lexicographic order of (cost, time, CO2e).
pub(crate) fn front(graph: &StateGraph, progress: &dyn Progress) -> Result<Vec<WayArcs>, Cancelled> {
    if graph.states.is_empty() || graph.goals.is_empty() {
        return Ok(Vec::new());
    }
    let out = arcs_by_start(graph);
    let bounds: Vec<Vec<i64>> = (0..CRITERIA).map(|c| to_goal(graph, c)).collect();
    let bound = |state: usize, sum: &Sum| -> Option<Sum> {
        let mut f = [0; CRITERIA];
        for c in 0..CRITERIA {
            f[c] = sum[c] + Some(bounds[c][state]).filter(|&b| b != UNREACHED)?;
        }
        Some(f)
    };
    let is_goal: Vec<bool> = flags(graph);
    let mut labels: Vec<Label> = Vec::new();
    let mut closed: Vec<Vec<Sum>> = vec![Vec::new(); graph.states.len()];
    let mut ends: Vec<(Sum, usize)> = Vec::new();
    let mut queue = BinaryHeap::new();
    if let Some(f) = bound(0, &[0; CRITERIA]) {
        labels.push(Label { state: 0, sum: [0; CRITERIA], before: None });
        queue.push(Reverse((f, 0usize)));
    }
    let mut popped = 0;
    while let Some(Reverse((f, l))) = queue.pop() {
        popped += 1;
        if popped % LOOK_EVERY == 0 {
            progress.step(popped, 0);
            if progress.cancelled() {
                return Err(Cancelled);
            }
        }
        let (state, sum) = (labels[l].state, labels[l].sum);
        if dominated(&closed[state], &sum) || ends.iter().any(|(e, _)| no_worse(e, &f)) {
            continue;
        }
        closed[state].push(sum);
        if is_goal[state] {
            ends.push((sum, l));
            continue;
        }
        for &a in &out[state] {
            let arc = &graph.arcs[a];
            let next: Sum = std::array::from_fn(|c| sum[c] + arc.costs[c]);
            let to = arc.to.0 as usize;
            let Some(f) = bound(to, &next) else { continue };
            if !dominated(&closed[to], &next) && !ends.iter().any(|(e, _)| no_worse(e, &f)) {
                labels.push(Label { state: to, sum: next, before: Some((l, a)) });
                queue.push(Reverse((f, labels.len() - 1)));
            }
        }
    }
    Ok(ends.into_iter().map(|(_, l)| trace(&labels, l)).collect())
}

fn no_worse(a: &Sum, b: &Sum) -> bool {
    a.iter().zip(b).all(|(x, y)| x <= y)
}

fn dominated(front: &[Sum], sum: &Sum) -> bool {
    front.iter().any(|s| no_worse(s, sum))
}

fn flags(graph: &StateGraph) -> Vec<bool> {
    let mut is_goal = vec![false; graph.states.len()];
    for g in &graph.goals {
        is_goal[g.0 as usize] = true;
    }
    is_goal
}

fn arcs_by_start(graph: &StateGraph) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); graph.states.len()];
    for (i, a) in graph.arcs.iter().enumerate() {
        out[a.from.0 as usize].push(i);
    }
    out
}

/// No goal is reached.
const UNREACHED: i64 = i64::MAX;

/// Least cost of one criterion from each state to a goal, `UNREACHED` where there is none: label correcting with a queue (Bellman
/// 1958, Ford 1956), since a subsidy makes a cost negative. There is no negative cycle: each subsidy is granted once.
fn to_goal(graph: &StateGraph, criterion: usize) -> Vec<i64> {
    let mut into = vec![Vec::new(); graph.states.len()];
    for a in &graph.arcs {
        into[a.to.0 as usize].push((a.from.0 as usize, a.costs[criterion]));
    }
    let mut best = vec![UNREACHED; graph.states.len()];
    let mut waits = vec![false; graph.states.len()];
    let mut queue = VecDeque::new();
    for g in &graph.goals {
        best[g.0 as usize] = 0;
        waits[g.0 as usize] = true;
        queue.push_back(g.0 as usize);
    }
    while let Some(state) = queue.pop_front() {
        waits[state] = false;
        for &(from, c) in &into[state] {
            if best[state] + c < best[from] {
                best[from] = best[state] + c;
                if !std::mem::replace(&mut waits[from], true) {
                    queue.push_back(from);
                }
            }
        }
    }
    best
}

fn trace(labels: &[Label], end: usize) -> WayArcs {
    let (mut arcs, mut at) = (Vec::new(), end);
    while let Some((before, arc)) = labels[at].before {
        arcs.push(arc);
        at = before;
    }
    arcs.reverse();
    arcs
}
