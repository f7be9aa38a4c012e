//! What an arc costs a lot, and which of the rows that some wish must use it uses.

use super::ways::{Step, hours, service, usd};
use keruen_model::{AnyRef, Corridor, Id, Node, ServiceKind, Stop, TableKind};
use keruen_network::compile::{Arc, ArcKind, Index, StateGraph, StateIx};

/// Which of the wanted rows an arc uses: a link, an operation, a facility, an operator or a place that it touches, a service that
/// it rides.
pub(super) struct Meeting<'a> {
    index: &'a Index<'a>,
    graph: &'a StateGraph,
    wanted: &'a [AnyRef],
}

impl<'a> Meeting<'a> {
    pub fn new(index: &'a Index<'a>, graph: &'a StateGraph, wanted: &'a [AnyRef]) -> Self {
        Meeting { index, graph, wanted }
    }

    /// An arc, but for the pieces that it moves.
    pub fn step(&self, arc: &Arc, takes: (u32, u32)) -> Step {
        Step {
            from: arc.from.0,
            to: arc.to.0,
            usd: usd(arc),
            way_back: 0.0,
            hours: hours(arc),
            takes,
            moves: (0, 0),
            meets: self.bits(arc),
            outside: outside(self.index.corridor, arc),
            name: super::ties::arc_name(self.index.corridor, self.node(arc.from), arc),
        }
    }

    fn node(&self, state: StateIx) -> Id<Node> {
        self.index.corridor.tables.node.rows()[self.graph.states[state.0 as usize].node as usize].node_id
    }

    fn bits(&self, arc: &Arc) -> u64 {
        self.wanted.iter().enumerate().map(|(bit, &row)| u64::from(self.uses(arc, row)) << bit).sum()
    }

    fn uses(&self, arc: &Arc, row: AnyRef) -> bool {
        let t = &self.index.corridor.tables;
        let links: &[_] = match &arc.kind {
            ArcKind::Link(l) => std::slice::from_ref(l),
            ArcKind::Transit(links) | ArcKind::Ride(_, links) => links,
            ArcKind::Operation(..) => &[],
        };
        match row.table {
            TableKind::Link => links.iter().any(|l| l.sym() == row.id),
            TableKind::Service => service(arc).is_some_and(|s| s.sym() == row.id),
            TableKind::Operation => matches!(&arc.kind, ArcKind::Operation(o, ..) if o.sym() == row.id),
            TableKind::Facility => matches!(&arc.kind, ArcKind::Operation(_, f, _) if f.sym() == row.id),
            TableKind::Operator => self.operator(arc) == Some(row.id),
            TableKind::Node => {
                let ends = [arc.from, arc.to].map(|s| self.node(s));
                let passed = links.iter().filter_map(|&l| t.link.find(l)).flat_map(|l| [l.from_node_id, l.to_node_id]);
                ends.into_iter().chain(passed).chain(self.calls(arc, ends)).any(|n| n.sym() == row.id)
            }
            _ => false,
        }
    }

    /// Stops passed between the ends of a ride.
    fn calls(&self, arc: &Arc, ends: [Id<Node>; 2]) -> Vec<Id<Node>> {
        let Some(v) = service(arc).and_then(|s| self.index.corridor.tables.service.position(s.sym())) else { return Vec::new() };
        let stops: Vec<&Stop> = self.index.stops_of[v].iter().map(|&i| self.index.stop(i)).collect();
        let at = |n| stops.iter().position(|s| s.node_id == n);
        let Some((a, b)) = at(ends[0]).zip(at(ends[1])) else { return Vec::new() };
        stops[a.min(b)..a.max(b)].iter().map(|s| s.node_id).collect()
    }

    fn operator(&self, arc: &Arc) -> Option<keruen_model::Sym> {
        let t = &self.index.corridor.tables;
        let row = match &arc.kind {
            ArcKind::Link(l) => t.link.find(*l)?.operator_id,
            ArcKind::Transit(links) => t.link.find(*links.first()?)?.operator_id,
            ArcKind::Ride(v, _) => t.service.find(*v)?.operator_id,
            ArcKind::Operation(_, f, _) => t.facility.find(*f)?.operator_id,
        };
        row.map(Id::sym)
    }
}

fn outside(there: &Corridor, arc: &Arc) -> u32 {
    let position = service(arc).and_then(|s| there.tables.service.position(s.sym()));
    let option = position.filter(|&v| there.tables.service.rows()[v].kind == ServiceKind::Outside);
    option.map_or(0, |v| v as u32 + 1)
}
