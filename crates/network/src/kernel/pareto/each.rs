//! One front a query, over threads.

use std::num::NonZeroUsize;

use keruen_results::Progress;

use super::costs::Costs;
use super::front::Front;
use super::fronts::{Criteria, Dominance};
use super::query::Query;
use super::search::ParetoWorkspace;
use crate::Error;
use keruen_model::parallel;

/// Answers every query on up to `threads` threads, in the order of the queries.
///
/// # Errors
/// The error of the first query that has one.
pub fn each_query<const D: usize>(
    costs: &Costs<'_, D>,
    queries: &[Query<D>],
    threads: NonZeroUsize,
    progress: &dyn Progress,
) -> Result<Vec<Front<D>>, Error>
where
    Criteria<D>: Dominance<D>,
{
    parallel::in_order(queries.len(), threads, ParetoWorkspace::new, |workspace, number| {
        workspace.search(costs, &queries[number], progress, |_| {})
    })
    .into_iter()
    .collect()
}
