//! One search a source, over threads.

use std::num::NonZeroUsize;

use super::search::{PathWorkspace, Stop};
use super::tree::Tree;
use crate::Error;
use crate::kernel::direction::Direction;
use crate::kernel::ids::NodeIx;
use crate::kernel::metric::Metric;
use keruen_model::parallel;

/// Searches from every source on up to `threads` threads and returns what `keep` takes from each tree, in the order of `sources`.
///
/// # Errors
/// The error of the first source that has one.
pub fn each_source<Dir: Direction, R: Send>(
    metric: &Metric<'_, Dir>,
    sources: &[NodeIx],
    stop: Stop<'_>,
    threads: NonZeroUsize,
    keep: impl Fn(&Tree<'_, '_, Dir>) -> R + Sync,
) -> Result<Vec<R>, Error> {
    parallel::in_order(sources.len(), threads, PathWorkspace::new, |workspace, number| {
        workspace.search(metric, sources[number], stop).map(|tree| keep(&tree))
    })
    .into_iter()
    .collect()
}
