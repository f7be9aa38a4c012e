//! Costs that may be negative (a subsidy, a refund), made fit for the search.
//!
//! ```text
//! h(v)       = the least cost of any way from v to the target                      negative arcs allowed, negative cycles not
//! r(u, v)    = cost(u, v) + h(v) - h(u)  >= 0                                      what the search gets
//! cost(way)  = h(source) + the sum of r along it                                   what is told
//! ```
//! At each node all labels are shifted by the same amount, so dominance, fronts and ways are those of the true costs.
//! Assumption: no cycle earns money. Sources: Johnson 1977 for the shift; Bellman 1958 and Ford 1956 for the least costs.

use std::collections::VecDeque;

use super::super::LARGEST_COST;
use super::super::graph::Graph;
use super::super::ids::{ArcIx, NodeIx};
use crate::Error;

/// Columns for [`Costs::new`](super::Costs::new) towards one target, and how to tell true costs from theirs.
#[derive(Clone, Debug)]
pub struct Shift<const D: usize> {
    /// The shifted costs, one column a criterion, one entry an arc.
    pub columns: [Vec<u32>; D],
    least: [Vec<i64>; D],
}

/// The target cannot be reached.
const NEVER: i64 = i64::MAX;

impl<const D: usize> Shift<D> {
    /// Shifts columns of one cost an arc towards `target`.
    ///
    /// # Errors
    /// When a column has not one cost an arc, a cycle earns money, or an arc costs more than [`LARGEST_COST`] above the cheapest
    /// way round it.
    pub fn new(graph: &Graph, columns: [&[i64]; D], target: NodeIx) -> Result<Self, Error> {
        graph.check(target)?;
        let mut shift = Self { columns: std::array::from_fn(|_| Vec::new()), least: std::array::from_fn(|_| Vec::new()) };
        for (column, costs) in columns.into_iter().enumerate() {
            if costs.len() != graph.arcs() {
                return Err(Error::CostsOfOtherLength { column, entries: costs.len(), arcs: graph.arcs() });
            }
            let least = least_costs(graph, costs, target).ok_or(Error::NegativeCycle { column })?;
            shift.columns[column] = shifted(graph, costs, &least).map_err(|arc| Error::CostTooLarge { column, arc })?;
            shift.least[column] = least;
        }
        Ok(shift)
    }

    /// The true costs of a way from `source` whose shifted costs are `costs`; `None` when the target cannot be reached.
    pub fn true_costs(&self, source: NodeIx, costs: &[u32; D]) -> Option<[i64; D]> {
        let least: [i64; D] = std::array::from_fn(|i| self.least[i][source.index()]);
        (!least.contains(&NEVER)).then(|| std::array::from_fn(|i| least[i] + i64::from(costs[i])))
    }

    /// A true limit of one criterion, as the search takes it; `None` when even the cheapest way from `source` is above it.
    pub fn limit(&self, criterion: usize, source: NodeIx, limit: i64) -> Option<u32> {
        let spare = limit.checked_sub(self.least[criterion][source.index()])?;
        (spare >= 0).then(|| u32::try_from(spare).unwrap_or(u32::MAX))
    }
}

/// Least costs from every node to `target`; `None` when some cycle has a negative cost.
fn least_costs(graph: &Graph, costs: &[i64], target: NodeIx) -> Option<Vec<i64>> {
    let mut least = vec![NEVER; graph.nodes()];
    let mut times = vec![0; graph.nodes()];
    let mut waits = vec![false; graph.nodes()];
    let mut queue = VecDeque::from([target]);
    least[target.index()] = 0;
    while let Some(node) = queue.pop_front() {
        waits[node.index()] = false;
        times[node.index()] += 1;
        if times[node.index()] > graph.nodes() {
            return None;
        }
        for &arc in graph.arcs_into(node) {
            let (tail, through) = (graph.tail(arc), least[node.index()] + costs[arc.index()]);
            if through < least[tail.index()] {
                least[tail.index()] = through;
                if !std::mem::replace(&mut waits[tail.index()], true) {
                    queue.push_back(tail);
                }
            }
        }
    }
    Some(least)
}

/// The shifted costs. Arcs from or to where the target cannot be reached are never taken; they cost nothing.
fn shifted(graph: &Graph, costs: &[i64], least: &[i64]) -> Result<Vec<u32>, ArcIx> {
    let shift = |arc: ArcIx| {
        let (from, to) = (least[graph.tail(arc).index()], least[graph.head(arc).index()]);
        if from == NEVER || to == NEVER {
            return Ok(0);
        }
        u32::try_from(costs[arc.index()] + to - from).ok().filter(|&cost| cost <= LARGEST_COST).ok_or(arc)
    };
    (0..graph.arcs() as u32).map(ArcIx).map(shift).collect()
}
