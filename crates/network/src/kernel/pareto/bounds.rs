//! Lower bounds: for each criterion a backward search from the target that runs only as far as it is asked.

use super::super::ids::NodeIx;
use super::super::paths::{PathWorkspace, Until};
use super::costs::Costs;
use crate::Error;

/// The backward searches of one query, one a criterion.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    searches: Vec<PathWorkspace>,
}

impl Bounds {
    /// Starts the searches from `target`.
    pub fn begin<const D: usize>(&mut self, costs: &Costs<'_, D>, target: NodeIx) -> Result<(), Error> {
        self.searches.resize_with(D, PathWorkspace::new);
        for (search, metric) in self.searches.iter_mut().zip(costs.backward()) {
            search.begin(metric, &[(target, 0)])?;
        }
        Ok(())
    }

    /// The least costs from `node` to the target; `None` when it cannot be reached.
    pub fn at<const D: usize>(&mut self, costs: &Costs<'_, D>, node: NodeIx) -> Result<Option<[u32; D]>, Error> {
        let mut bound = [0; D];
        for ((search, metric), least) in self.searches.iter_mut().zip(costs.backward()).zip(&mut bound) {
            search.advance(metric, Until::Settled(node))?;
            match search.fixed(node) {
                Some(distance) => *least = distance,
                None => return Ok(None),
            }
        }
        Ok(Some(bound))
    }

    /// The costs of the way from `source` that is cheapest in `criterion`.
    pub fn cheapest<const D: usize>(&self, costs: &Costs<'_, D>, criterion: usize, source: NodeIx) -> Option<[u64; D]> {
        let tree = self.searches[criterion].tree(&costs.backward()[criterion]);
        tree.path(source).map(|path| costs.total(&path))
    }
}
