//! What a Pareto search is asked.

use super::super::ids::NodeIx;
use super::CEILING;

/// From where to where, within which limits, how exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query<const D: usize> {
    /// Where the ways begin.
    pub source: NodeIx,
    /// Where they end.
    pub target: NodeIx,
    /// The largest total allowed in each criterion; `None` where there is no limit. Prunes inside the search.
    pub limits: [Option<u32>; D],
    /// Exact, or coarser on purpose.
    pub tolerance: Tolerance<D>,
    /// Stop after this many labels. What was found by then is Pareto-optimal, but there may be more.
    pub most_labels: Option<u64>,
}

/// How exactly the front is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance<const D: usize> {
    /// Every cost vector of the Pareto front.
    Exact,
    /// A smaller set of real ways in which, for every way of the exact front, one costs at most (1 + that many millionths) times
    /// as much in each criterion. The first criterion is never worse at all.
    Millionths([u32; D]),
}

impl<const D: usize> Query<D> {
    /// The exact front without limits.
    pub fn new(source: NodeIx, target: NodeIx) -> Self {
        Self { source, target, limits: [None; D], tolerance: Tolerance::Exact, most_labels: None }
    }
}

impl<const D: usize> Tolerance<D> {
    /// What a way must beat at the target: `costs`, raised by the tolerance.
    #[inline(always)]
    pub(super) fn raise(&self, costs: &[u32; D]) -> [u32; D] {
        match self {
            Self::Exact => *costs,
            Self::Millionths(millionths) => std::array::from_fn(|i| {
                let raised = u64::from(costs[i]) + u64::from(costs[i]) * u64::from(millionths[i]) / 1_000_000;
                // No way costs more than the ceiling, so nothing is lost by stopping there.
                raised.min(u64::from(CEILING)) as u32
            }),
        }
    }
}
