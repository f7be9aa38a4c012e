//! The way of least generalised cost through a state graph, free or over given links and services in their order.
//!
//! ```text
//! label = (state, links and services ridden so far);  cost of an arc = charges + expected hours x value of an hour
//! ```
//! Label correcting (Bellman and Ford, with a queue), since a subsidy makes an arc cheaper than nothing.

use keruen_model::{AnyRef, Quantity, TableKind};
use keruen_network::compile::{Arc, ArcKind, StateGraph};
use std::collections::VecDeque;

/// Labels looked at before a graph is given up: far above any that settles.
const MOST_LOOKS: usize = 50_000_000;
/// What counts as cheaper, in dollars.
const CHEAPER: f64 = 1e-9;

/// A graph, its arcs by the state that they leave, and their costs.
pub(super) struct Paths<'g> {
    graph: &'g StateGraph,
    out: Vec<Vec<usize>>,
    costs: Vec<f64>,
}

impl<'g> Paths<'g> {
    pub fn new(graph: &'g StateGraph, hour: f64) -> Paths<'g> {
        let mut out: Vec<Vec<usize>> = vec![Vec::new(); graph.states.len()];
        for (i, a) in graph.arcs.iter().enumerate() {
            out[a.from.0 as usize].push(i);
        }
        let cost = |a: &Arc| {
            let hours: f64 = a.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
            a.charges.iter().map(|c| c.usd).sum::<f64>() + hours * hour
        };
        Paths { graph, out, costs: graph.arcs.iter().map(cost).collect() }
    }

    /// Arcs of the cheapest way; with a chain, of those that ride exactly these links and services, in this order.
    pub fn cheapest(&self, chain: Option<&[AnyRef]>) -> Option<Vec<usize>> {
        let layers = chain.map_or(1, |s| s.len() + 1);
        let n = self.graph.states.len();
        let mut best = vec![(f64::INFINITY, usize::MAX); n * layers];
        let mut queue = VecDeque::new();
        if n > 0 {
            best[0].0 = 0.0;
            queue.push_back(0);
        }
        let mut looks = 0;
        while let Some(label) = queue.pop_front() {
            looks += 1;
            if looks > MOST_LOOKS {
                return None;
            }
            let (layer, state) = (label / n, label % n);
            for &a in &self.out[state] {
                let Some(next) = next_layer(&self.graph.arcs[a], layer, chain) else { continue };
                let (to, there) = (next * n + self.graph.arcs[a].to.0 as usize, best[label].0 + self.costs[a]);
                if there < best[to].0 - CHEAPER {
                    best[to] = (there, a);
                    queue.push_back(to);
                }
            }
        }
        let ends = self.graph.goals.iter().map(|g| (layers - 1) * n + g.0 as usize);
        let goal = ends.filter(|&g| best[g].0.is_finite()).min_by(|&a, &b| best[a].0.total_cmp(&best[b].0))?;
        Some(self.back(goal, &best, chain.is_some()))
    }

    fn back(&self, goal: usize, best: &[(f64, usize)], layered: bool) -> Vec<usize> {
        let n = self.graph.states.len();
        let (mut at, mut arcs) = (goal, Vec::new());
        while at != 0 {
            let arc = best[at].1;
            arcs.push(arc);
            let ridden = if layered { length(&self.graph.arcs[arc]) } else { 0 };
            at = (at / n - ridden) * n + self.graph.arcs[arc].from.0 as usize;
        }
        arcs.reverse();
        arcs
    }
}

/// How many links or services an arc rides.
fn length(arc: &Arc) -> usize {
    match &arc.kind {
        ArcKind::Link(_) | ArcKind::Ride(..) => 1,
        ArcKind::Transit(links) => links.len(),
        ArcKind::Operation(..) => 0,
    }
}

/// The layer behind an arc; `None` where it rides what is not next.
fn next_layer(arc: &Arc, layer: usize, chain: Option<&[AnyRef]>) -> Option<usize> {
    let Some(chain) = chain else { return Some(layer) };
    let next = layer + length(arc);
    let wanted = chain.get(layer..next)?;
    let is = |want: &AnyRef, table, id| *want == AnyRef { table, id };
    let fits = match &arc.kind {
        ArcKind::Operation(..) => true,
        ArcKind::Link(l) => is(&wanted[0], TableKind::Link, l.sym()),
        ArcKind::Ride(s, _) => is(&wanted[0], TableKind::Service, s.sym()),
        ArcKind::Transit(links) => wanted.iter().zip(links.iter()).all(|(w, l)| is(w, TableKind::Link, l.sym())),
    };
    fits.then_some(next)
}
