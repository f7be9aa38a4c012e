//! Places cut off from the rest, and wishes that no way can fulfil.

use super::Report;
use crate::rows::{Node, Status, TableKind};
use crate::strings::Id;

/// Every open place has a link or a stop, or belongs to a place that has one.
pub(super) fn islands(report: &mut Report<'_>) {
    let t = &report.corridor.tables;
    let mut joined = vec![false; t.node.len()];
    let mut mark = |id: Id<Node>| {
        if let Some(i) = t.node.position(id.sym()) {
            joined[i] = true;
        }
    };
    for l in &t.link {
        mark(l.from_node_id);
        mark(l.to_node_id);
    }
    for s in &t.stop {
        mark(s.node_id);
    }
    for (i, n) in t.node.iter().enumerate() {
        let parent = n.parent_node_id.and_then(|p| t.node.position(p.sym())).is_some_and(|p| joined[p]);
        if !joined[i] && !parent && n.status == Status::Open {
            report.row(TableKind::Node, i, "", "no link and no service calls here", "join it, or take it out");
        }
    }
}

/// Reachability over links and services of every status and date: what fails here cannot work in any scenario.
pub(super) fn unreachable(report: &mut Report<'_>) {
    let t = &report.corridor.tables;
    if t.demand.is_empty() {
        return;
    }
    let forward = neighbours(report);
    let mut reached: std::collections::HashMap<usize, Vec<bool>> = std::collections::HashMap::new();
    for (i, d) in t.demand.iter().enumerate() {
        let (Some(from), Some(to)) = (t.node.position(d.origin_node_id.sym()), t.node.position(d.destination_node_id.sym()))
        else {
            continue;
        };
        let seen = reached.entry(from).or_insert_with(|| spread(&forward, from));
        if !seen[to] {
            report.row(
                TableKind::Demand,
                i,
                "destination_node_id",
                "no chain of links and services leads there from the origin",
                "",
            );
        }
    }
}

/// What can be reached from each place in one step, side by side in one list.
struct Neighbours {
    /// Of place `i`: from `begins[i]` to `begins[i + 1]`.
    begins: Vec<u32>,
    to: Vec<u32>,
}

impl Neighbours {
    fn new(places: usize, steps: &[(u32, u32)]) -> Self {
        let mut begins = vec![0; places + 1];
        for &(from, _) in steps {
            begins[from as usize + 1] += 1;
        }
        for i in 0..places {
            begins[i + 1] += begins[i];
        }
        let mut next = begins.clone();
        let mut to = vec![0; steps.len()];
        for &(from, there) in steps {
            let at = &mut next[from as usize];
            to[*at as usize] = there;
            *at += 1;
        }
        Neighbours { begins, to }
    }

    fn of(&self, place: usize) -> &[u32] {
        &self.to[self.begins[place] as usize..self.begins[place + 1] as usize]
    }
}

fn neighbours(report: &Report<'_>) -> Neighbours {
    let t = &report.corridor.tables;
    let mut steps = Vec::with_capacity(2 * t.link.len());
    let at = |id: Id<Node>| t.node.position(id.sym());
    let mut join = |a: Option<usize>, b: Option<usize>, both: bool| {
        if let (Some(a), Some(b)) = (a, b) {
            steps.push((a as u32, b as u32));
            if both {
                steps.push((b as u32, a as u32));
            }
        }
    };
    for l in &t.link {
        join(at(l.from_node_id), at(l.to_node_id), !l.directed);
    }
    for n in &t.node {
        if let Some(p) = n.parent_node_id {
            join(at(n.node_id), at(p), true);
        }
    }
    let mut stops: Vec<_> = t.stop.iter().collect();
    stops.sort_by_key(|s| (s.service_id, s.sequence));
    for pair in stops.windows(2) {
        if pair[0].service_id == pair[1].service_id {
            let both = t.service.find(pair[0].service_id).is_none_or(|s| s.both_ways);
            join(at(pair[0].node_id), at(pair[1].node_id), both);
        }
    }
    Neighbours::new(t.node.len(), &steps)
}

fn spread(forward: &Neighbours, from: usize) -> Vec<bool> {
    let mut seen = vec![false; forward.begins.len() - 1];
    let mut stack = vec![from];
    seen[from] = true;
    while let Some(n) = stack.pop() {
        for &m in forward.of(n) {
            if !std::mem::replace(&mut seen[m as usize], true) {
                stack.push(m as usize);
            }
        }
    }
    seen
}
