//! The state graph of one lot, packed for searches that are repeated thousands of times.

use keruen_model::{Corridor, Quantity};
use keruen_network::compile::{Arc, ArcKind, ConsignmentError, Index, StateGraph, compile};
use keruen_network::ledger::{Ledger, Scarce};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

use super::wishes::Origin;

/// An arc: where it ends, what it costs a lot, and what it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub to: u32,
    /// Charges in US dollars.
    pub usd: f64,
    /// Median hours without queues.
    pub hours: f64,
    takes: (u32, u32),
}

/// A graph by the state that arcs leave; arc numbers are those of the state graph.
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    first: Vec<u32>,
    order: Vec<u32>,
    pub steps: Vec<Step>,
    takes: Vec<(u32, f64)>,
    starts: Vec<u32>,
    pub is_goal: Vec<bool>,
    /// Least charges and least hours from each state to a goal, each for itself; infinite where no goal is reached.
    pub to_goal: Vec<[f64; 2]>,
}

/// Numbers of everything scarce, over all periods.
#[derive(Debug, Default)]
pub(super) struct Scarcities {
    pub list: Vec<Scarce>,
    index: FxHashMap<Scarce, u32>,
}

impl Scarcities {
    pub fn number(&mut self, what: Scarce) -> u32 {
        let next = self.list.len() as u32;
        *self.index.entry(what).or_insert_with(|| {
            self.list.push(what);
            next
        })
    }

    pub fn get(&self, what: Scarce) -> Option<u32> {
        self.index.get(&what).copied()
    }
}

impl Ways {
    /// Compiles and packs the graph of a lot. `ledger` may be that of any period in which the network is the same.
    pub fn new(
        corridor: &Corridor,
        index: &Index<'_>,
        ledger: &Ledger,
        scarcities: &Scarcities,
        origin: &Origin,
    ) -> Result<Ways, ConsignmentError> {
        let graph = compile(index, &origin.lot)?;
        let mut ways = Ways { is_goal: vec![false; graph.states.len()], ..Ways::default() };
        for g in &graph.goals {
            ways.is_goal[g.0 as usize] = true;
        }
        let numbers: Vec<Option<u32>> = ledger.limits.iter().map(|l| scarcities.get(l.what)).collect();
        for arc in &graph.arcs {
            let from = ways.takes.len() as u32;
            let takes = ledger.takes(corridor, origin.lot.cargo, &graph, arc);
            ways.takes.extend(takes.iter().filter_map(|t| Some((numbers[t.limit.0 as usize]?, t.amount))));
            ways.steps.push(Step { to: arc.to.0, usd: usd(arc), hours: hours(arc), takes: (from, ways.takes.len() as u32) });
        }
        ways.by_start(&graph);
        ways.to_goal = to_goal(&graph, &ways);
        Ok(ways)
    }

    fn by_start(&mut self, graph: &StateGraph) {
        let n = graph.states.len();
        self.starts = graph.arcs.iter().map(|a| a.from.0).collect();
        self.first = vec![0; n + 1];
        for a in &graph.arcs {
            self.first[a.from.0 as usize + 1] += 1;
        }
        for i in 0..n {
            self.first[i + 1] += self.first[i];
        }
        let mut next = self.first.clone();
        self.order = vec![0; graph.arcs.len()];
        for (i, a) in graph.arcs.iter().enumerate() {
            let at = &mut next[a.from.0 as usize];
            self.order[*at as usize] = i as u32;
            *at += 1;
        }
    }

    pub fn states(&self) -> usize {
        self.is_goal.len()
    }

    /// Arcs that leave a state.
    pub fn out(&self, state: u32) -> &[u32] {
        let (a, b) = (self.first[state as usize], self.first[state as usize + 1]);
        &self.order[a as usize..b as usize]
    }

    /// State that an arc leaves.
    pub fn start_of(&self, arc: u32) -> u32 {
        self.starts[arc as usize]
    }

    /// What an arc takes: number of the scarcity and amount.
    pub fn takes(&self, step: &Step) -> &[(u32, f64)] {
        &self.takes[step.takes.0 as usize..step.takes.1 as usize]
    }
}

/// Bellman and Ford backwards from the goals, for charges and for hours.
fn to_goal(graph: &StateGraph, ways: &Ways) -> Vec<[f64; 2]> {
    let n = ways.states();
    let mut into: Vec<Vec<u32>> = vec![Vec::new(); n];
    for (i, a) in graph.arcs.iter().enumerate() {
        into[a.to.0 as usize].push(i as u32);
    }
    let mut best = vec![[f64::INFINITY; 2]; n];
    for which in 0..2 {
        let mut queue: VecDeque<u32> = graph.goals.iter().map(|g| g.0).collect();
        queue.iter().for_each(|&g| best[g as usize][which] = 0.0);
        while let Some(state) = queue.pop_front() {
            for &arc in &into[state as usize] {
                let step = &ways.steps[arc as usize];
                let through = best[state as usize][which] + [step.usd, step.hours][which];
                let before = ways.start_of(arc);
                if through < best[before as usize][which] {
                    best[before as usize][which] = through;
                    queue.push_back(before);
                }
            }
        }
    }
    best
}

/// Charges of an arc.
pub(super) fn usd(arc: &Arc) -> f64 {
    arc.charges.iter().map(|c| c.usd).sum()
}

/// Median hours of an arc.
pub(super) fn hours(arc: &Arc) -> f64 {
    arc.time.iter().map(|p| p.time.quantile(0.5).value()).sum()
}

/// Whether an arc is a ride on a service, and which.
pub(super) fn service(arc: &Arc) -> Option<keruen_model::Id<keruen_model::Service>> {
    match arc.kind {
        ArcKind::Ride(s, _) => Some(s),
        _ => None,
    }
}
