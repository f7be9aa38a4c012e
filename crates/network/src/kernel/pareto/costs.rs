//! Up to four costs an arc, laid out for the Pareto search.

use super::super::direction::Backward;
use super::super::graph::Graph;
use super::super::ids::ArcIx;
use super::super::metric::{Metric, check_column};
use crate::Error;

/// A graph with `D` costs an arc, ready for Pareto searches.
#[derive(Clone, Debug)]
pub struct Costs<'g, const D: usize> {
    graph: &'g Graph,
    hops: Vec<Hop<D>>,
    backward: Vec<Metric<'g, Backward>>,
}

/// What a search reads of an arc.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hop<const D: usize> {
    pub end: u32,
    pub cost: [u32; D],
}

impl<'g, const D: usize> Costs<'g, D> {
    /// Takes one column a criterion, each with one cost an arc by arc id.
    ///
    /// # Errors
    /// When a column has not one cost an arc, or one is above [`LARGEST_COST`](super::super::LARGEST_COST).
    pub fn new(graph: &'g Graph, columns: [&[u32]; D]) -> Result<Self, Error> {
        for (column, costs) in columns.iter().enumerate() {
            check_column(graph, column, costs)?;
        }
        let hop = |arc: &ArcIx| Hop { end: graph.head(*arc).0, cost: columns.map(|costs| costs[arc.index()]) };
        let hops = graph.outgoing().arc().iter().map(hop).collect();
        let mut backward: Vec<Metric<'g, Backward>> = Vec::with_capacity(D);
        for (column, costs) in columns.iter().enumerate() {
            backward.push(match backward.first() {
                None => Metric::of_column(graph, column, costs)?,
                Some(like) => like.again(column, costs)?,
            });
        }
        Ok(Self { graph, hops, backward })
    }

    /// The graph below.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// The costs of a chain of arcs, added up.
    pub fn total(&self, path: &[ArcIx]) -> [u64; D] {
        let mut total = [0; D];
        for &arc in path {
            let from = self.graph.tail(arc);
            let first = self.graph.outgoing().first()[from.index()] as usize;
            let place = self.graph.arcs_from(from).partition_point(|&other| other < arc);
            for (sum, cost) in total.iter_mut().zip(self.hops[first + place].cost) {
                *sum += u64::from(cost);
            }
        }
        total
    }

    #[inline(always)]
    pub(super) fn hops(&self) -> &[Hop<D>] {
        &self.hops
    }

    pub(super) fn backward(&self) -> &[Metric<'g, Backward>] {
        &self.backward
    }
}
