//! What comes out: gap, objective, flows by link and by origin, trips without a way.
//!
//! ```text
//! total    = sum over links of flow * cost
//! shortest = sum over trips of amount * least cost  =  total - excess
//! excess   = sum over origins and their arcs of flow * (least(tail) + cost - least(head))
//! gap      = (total - shortest) / total
//! ```
//!
//! The excess is added up from terms that are not negative instead of being the difference of two large sums: so a gap of 1e-14 is
//! still a number and not rounding. All sums over links and origins are compensated.

use super::Assignment;
use super::bush::Bush;
use super::graph::{Graph, NONE};
use super::sum::Sum;
use keruen_results::equilibrium::{
    Ending, EquilibriumAnswer, FlowLink, FlowNode, OriginFlows, SCHEMA_VERSION, Trip, UnservedTrip, WhyUnserved,
};

/// Where the flows stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub total: f64,
    pub excess: f64,
}

impl Standing {
    /// The relative gap.
    pub fn gap(self) -> f64 {
        if self.excess > 0.0 { self.excess / self.total } else { 0.0 }
    }
}

impl Assignment {
    /// The bushes, in the order in which they were made.
    pub(super) fn bushes(&self) -> impl Iterator<Item = &Bush> {
        let lanes = self.lanes.len();
        let count: usize = self.lanes.iter().map(|l| l.bushes.len()).sum();
        (0..count).map(move |i| &self.lanes[i % lanes].bushes[i / lanes])
    }

    /// By what was found when each bush was last priced, at whatever costs held then.
    pub(super) fn estimate(&self) -> Standing {
        let loads = &self.lanes[0].loads;
        let (mut total, mut excess) = (Sum::default(), Sum::default());
        for edge in (0..self.graph.link.len()).filter(|&e| loads.flow(e) > 0.0) {
            total.add_product(loads.flow(edge), loads.cost[edge]);
        }
        self.bushes().for_each(|b| excess.add(b.excess));
        Standing { total: total.value(), excess: excess.value() }
    }

    /// Link flows from those of the origins: takes away what rounding has left.
    pub(super) fn add_up(&mut self) {
        let mut sums = vec![Sum::default(); self.graph.link.len()];
        for arc in self.bushes().flat_map(|b| &b.arcs) {
            sums[arc.edge as usize].add(arc.flow);
        }
        for lane in &mut self.lanes {
            sums.iter().enumerate().for_each(|(edge, sum)| lane.loads.set(edge, sum.value()));
        }
    }

    pub(super) fn answer(&self, ending: Ending, standing: Standing) -> EquilibriumAnswer {
        let loads = &self.lanes[0].loads;
        let mut objective = Sum::default();
        for edge in (0..self.graph.link.len()).filter(|&e| loads.flow(e) > 0.0) {
            objective.add(loads.curve(edge).integral(loads.flow(edge)));
        }
        let edges = || self.graph.edge.iter().map(|&e| e as usize);
        let shortest = standing.total - standing.excess;
        EquilibriumAnswer {
            schema_version: SCHEMA_VERSION,
            principle: self.principle,
            ending,
            flows: edges().map(|e| loads.flow(e)).collect(),
            costs: edges().map(|e| loads.cost[e]).collect(),
            objective: objective.value(),
            gap: standing.gap(),
            gap_to_shortest: if standing.excess > 0.0 { standing.excess / shortest } else { 0.0 },
            total: standing.total,
            shortest,
            unserved: self.unserved(),
            sweeps: self.sweeps,
        }
    }

    /// The part of the flows that each origin makes, one origin at a time.
    pub fn origin_flows(&self) -> impl Iterator<Item = OriginFlows> {
        self.bushes().map(|bush| {
            let carrying = bush.arcs.iter().filter(|a| a.flow > 0.0);
            let links = carrying.map(|a| (FlowLink(self.graph.link[a.edge as usize]), a.flow)).collect();
            OriginFlows { origin: FlowNode(bush.origin), links }
        })
    }

    fn unserved(&self) -> Vec<UnservedTrip> {
        let mut all = Vec::new();
        for bush in self.bushes().filter(|b| b.wishes.iter().any(|w| w.place == NONE)) {
            let ways = reached(&self.graph, bush.origin);
            all.extend(bush.wishes.iter().filter(|w| w.place == NONE).map(|wish| UnservedTrip {
                trip: Trip { from: FlowNode(bush.origin), to: FlowNode(wish.node), amount: wish.amount },
                why: if ways[wish.node as usize] { WhyUnserved::Closed } else { WhyUnserved::NoWay },
            }));
        }
        all.sort_by_key(|u| (u.trip.from, u.trip.to));
        all
    }
}

/// The nodes that could be reached if every link were open.
fn reached(graph: &Graph, origin: u32) -> Vec<bool> {
    let mut reached = vec![false; graph.nodes];
    let mut waiting = vec![origin];
    reached[origin as usize] = true;
    while let Some(node) = waiting.pop() {
        for edge in graph.onward(node, origin) {
            let head = graph.head[edge];
            if !reached[head as usize] {
                reached[head as usize] = true;
                waiting.push(head);
            }
        }
    }
    reached
}
