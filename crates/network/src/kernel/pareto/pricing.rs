//! What an arc costs, when that depends on what was spent before it.

use super::super::ids::ArcIx;
use super::costs::{Costs, Hop};

/// What has been spent after an arc, given what was spent before it.
///
/// Two promises make the search exact: an arc never costs less than what is laid for it in [`Costs`] (that is what the bounds are
/// made of), and whoever has spent no more before an arc, in every criterion, has spent no more after it. The second holds for
/// timetables when waiting is free and allowed; where waiting costs, count it in a criterion of its own.
pub trait Pricing<const D: usize> {
    /// True only for [`AsLaid`]: then the cheapest ways by laid costs are real ones.
    const AS_LAID: bool = false;

    /// What has been spent after the arc; `None` when it cannot be taken any more.
    fn after(&self, crossing: &Crossing<'_, D>, spent: &[u32; D]) -> Option<[u32; D]>;
}

/// An arc about to be taken.
#[derive(Clone, Copy, Debug)]
pub struct Crossing<'a, const D: usize> {
    arcs: &'a [ArcIx],
    hop: &'a Hop<D>,
    slot: u32,
}

impl<'a, const D: usize> Crossing<'a, D> {
    #[inline(always)]
    pub(super) fn new(costs: &'a Costs<'_, D>, slot: u32) -> Self {
        Self { arcs: costs.graph().outgoing().arc(), hop: &costs.hops()[slot as usize], slot }
    }

    /// Which arc.
    pub fn arc(&self) -> ArcIx {
        self.arcs[self.slot as usize]
    }

    /// The costs laid for it.
    #[inline(always)]
    pub fn laid(&self) -> &[u32; D] {
        &self.hop.cost
    }
}

/// Every arc costs what is laid for it, whatever came before.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsLaid;

impl<const D: usize> Pricing<D> for AsLaid {
    const AS_LAID: bool = true;

    #[inline(always)]
    fn after(&self, crossing: &Crossing<'_, D>, spent: &[u32; D]) -> Option<[u32; D]> {
        Some(std::array::from_fn(|i| spent[i] + crossing.hop.cost[i]))
    }
}
