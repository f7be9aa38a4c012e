//! One cost an arc, laid along the slots of one direction.

use std::marker::PhantomData;

use super::LARGEST_COST;
use super::direction::Direction;
use super::graph::{Adjacency, Graph};
use super::ids::ArcIx;
use crate::Error;

/// A graph with one whole-number cost an arc, ready to be searched in direction `Dir`.
///
/// Laying is one pass over the arcs. When costs change and the graph stays, make a new metric or call [`Metric::lay`].
#[derive(Clone, Debug)]
pub struct Metric<'g, Dir> {
    graph: &'g Graph,
    column: usize,
    hops: Vec<Hop>,
    largest: u32,
    bits: u32,
    direction: PhantomData<Dir>,
}

/// What a search reads of an arc: where it leads and what it costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hop {
    end: u32,
    pub cost: u32,
}

/// Marks an end from which all arcs lead straight back: to go on from there is in vain.
const DEAD_END: u32 = 1 << 31;

impl Hop {
    /// The node it leads to.
    #[inline(always)]
    pub fn end(self) -> u32 {
        self.end & !DEAD_END
    }

    /// True when no way goes on from there.
    #[inline(always)]
    pub fn is_dead_end(self) -> bool {
        self.end & DEAD_END != 0
    }
}

/// Where the arcs lead, without costs.
fn hops<Dir: Direction>(graph: &Graph) -> Vec<Hop> {
    let Adjacency { first, arc } = Dir::of(graph);
    let end = |slot: u32| Dir::end(graph, arc[slot as usize]).0;
    let leads_back =
        |to: u32, from: u32| (first[to as usize]..first[to as usize + 1]).all(|slot| end(slot) == from || end(slot) == to);
    let hop = |&arc: &ArcIx| {
        let (from, to) = (Dir::start(graph, arc).0, Dir::end(graph, arc).0);
        Hop { end: if leads_back(to, from) { to | DEAD_END } else { to }, cost: 0 }
    };
    arc.iter().map(hop).collect()
}

impl<'g, Dir: Direction> Metric<'g, Dir> {
    /// Lays `costs` (one an arc, by arc id) along the slots of the direction.
    ///
    /// # Errors
    /// When there is not one cost an arc, or one is above [`LARGEST_COST`].
    pub fn new(graph: &'g Graph, costs: &[u32]) -> Result<Self, Error> {
        Self::of_column(graph, 0, costs)
    }

    /// As [`Metric::new`]; errors name the column.
    pub(crate) fn of_column(graph: &'g Graph, column: usize, costs: &[u32]) -> Result<Self, Error> {
        let hops = hops::<Dir>(graph);
        let mut metric = Self { graph, column, hops, largest: 0, bits: 0, direction: PhantomData };
        metric.lay(costs)?;
        Ok(metric)
    }

    /// Another column along the same slots.
    pub(crate) fn again(&self, column: usize, costs: &[u32]) -> Result<Self, Error> {
        let mut metric = Self { column, ..self.clone() };
        metric.lay(costs)?;
        Ok(metric)
    }

    /// Replaces the costs.
    ///
    /// # Errors
    /// As [`Metric::new`]; the old costs stay then.
    pub fn lay(&mut self, costs: &[u32]) -> Result<(), Error> {
        self.largest = check_column(self.graph, self.column, costs)?;
        let mut bits = 0;
        for (hop, arc) in self.hops.iter_mut().zip(Dir::of(self.graph).arc()) {
            hop.cost = costs[arc.index()];
            bits += u64::from(hop.cost.max(1).ilog2());
        }
        self.bits = (bits / (self.hops.len() as u64).max(1)) as u32;
        Ok(())
    }

    /// The graph below.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    pub(crate) fn column(&self) -> usize {
        self.column
    }

    #[inline]
    pub(crate) fn adjacency(&self) -> &'g Adjacency {
        Dir::of(self.graph)
    }

    #[inline]
    pub(crate) fn hops(&self) -> &[Hop] {
        &self.hops
    }

    /// The largest cost of an arc.
    pub(crate) fn largest(&self) -> u32 {
        self.largest
    }

    /// The usual size of a cost, as a power of two: the mean of the logarithms, which a few huge costs do not move.
    pub(crate) fn bits(&self) -> u32 {
        self.bits
    }

    /// The arc in a slot.
    pub(crate) fn arc(&self, slot: u32) -> ArcIx {
        self.adjacency().arc()[slot as usize]
    }
}

/// The largest entry of a column of costs, after checking that it fits the graph.
pub(crate) fn check_column(graph: &Graph, column: usize, costs: &[u32]) -> Result<u32, Error> {
    if costs.len() != graph.arcs() {
        return Err(Error::CostsOfOtherLength { column, entries: costs.len(), arcs: graph.arcs() });
    }
    let largest = costs.iter().copied().max().unwrap_or(0);
    match costs.iter().position(|&cost| cost > LARGEST_COST) {
        Some(arc) => Err(Error::CostTooLarge { column, arc: ArcIx(arc as u32) }),
        None => Ok(largest),
    }
}
