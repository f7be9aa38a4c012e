//! Shortest paths against hand-computed answers and against a slow simple method.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::num::NonZeroUsize;

use common::{Random, RandomGraph, graph};
use keruen_network::Error;
use keruen_network::kernel::paths::{Stop, each_source};
use keruen_network::kernel::{ArcIx, Backward, Forward, Graph, Metric, NodeIx, PathWorkspace};

/// All pairs by Floyd and Warshall; `None` where there is no way.
fn all_pairs(graph: &Graph, costs: &[u32]) -> Vec<Vec<Option<u32>>> {
    let n = graph.nodes();
    let mut least = vec![vec![None; n]; n];
    for (v, row) in least.iter_mut().enumerate() {
        row[v] = Some(0);
    }
    for (a, &cost) in costs.iter().enumerate() {
        let (tail, head) = (graph.tail(ArcIx(a as u32)).index(), graph.head(ArcIx(a as u32)).index());
        least[tail][head] = Some(least[tail][head].map_or(cost, |old: u32| old.min(cost)));
    }
    for via in 0..n {
        for from in 0..n {
            for to in 0..n {
                if let (Some(a), Some(b)) = (least[from][via], least[via][to]) {
                    least[from][to] = Some(least[from][to].map_or(a + b, |old| old.min(a + b)));
                }
            }
        }
    }
    least
}

/// The cost of a chain of arcs, after checking that it hangs together from `from` to `to`.
fn priced(graph: &Graph, costs: &[u32], from: NodeIx, to: NodeIx, path: &[ArcIx]) -> u32 {
    let end = path.iter().fold(from, |at, &arc| {
        assert_eq!(graph.tail(arc), at, "the path has a gap");
        graph.head(arc)
    });
    assert_eq!(end, to, "the path ends elsewhere");
    path.iter().map(|arc| costs[arc.index()]).sum()
}

/// ```text
///        4 (a0)
///   0 ---------> 1
///   |  1 (a1)    ^       a2 is parallel to a1 and costs more;
///   +----> 2 ----+       a4 costs nothing; 4 hangs together with nothing
///      3 (a2)  2 (a3)
///   1 --a4, 0--> 3       4
/// ```
#[test]
fn the_cheaper_of_parallel_arcs_is_taken() {
    let graph = graph(5, &[(0, 1), (0, 2), (0, 2), (2, 1), (1, 3)]);
    let metric = Metric::<Forward>::new(&graph, &[4, 1, 3, 2, 0]).unwrap();
    let mut workspace = PathWorkspace::new();
    let tree = workspace.search(&metric, NodeIx(0), Stop::Never).unwrap();
    let found: Vec<_> = (0..5).map(|v| tree.distance(NodeIx(v))).collect();
    assert_eq!(found, [Some(0), Some(3), Some(1), Some(3), None]);
    assert_eq!(tree.path(NodeIx(3)).unwrap(), [ArcIx(1), ArcIx(3), ArcIx(4)]);
    assert_eq!(tree.path(NodeIx(0)).unwrap(), []);
    assert_eq!(tree.path(NodeIx(4)), None);
    assert_eq!((tree.parent(NodeIx(3)), tree.parent(NodeIx(0))), (Some(NodeIx(1)), None));
}

/// ```text
///   0 --5--> 2 --1--> 3        0 has spent 1 already, 1 has spent 4
///   1 --1--> 2
/// ```
#[test]
fn several_sources_with_what_is_spent_there() {
    let graph = graph(4, &[(0, 2), (1, 2), (2, 3)]);
    let metric = Metric::<Forward>::new(&graph, &[5, 1, 1]).unwrap();
    let mut workspace = PathWorkspace::new();
    let tree = workspace.search_from(&metric, &[(NodeIx(0), 1), (NodeIx(1), 4)], Stop::Never).unwrap();
    assert_eq!((tree.distance(NodeIx(0)), tree.distance(NodeIx(2)), tree.distance(NodeIx(3))), (Some(1), Some(5), Some(6)));
    assert_eq!(tree.path(NodeIx(3)).unwrap(), [ArcIx(1), ArcIx(2)]);
}

#[test]
fn random_graphs_agree_with_floyd_and_warshall_in_both_directions() {
    let mut workspace = PathWorkspace::new();
    let mut reached = 0;
    for seed in 0..300 {
        let RandomGraph { graph, columns: [costs] } = RandomGraph::new(seed, 12, 30);
        let expected = all_pairs(&graph, &costs);
        let forward = Metric::<Forward>::new(&graph, &costs).unwrap();
        let backward = Metric::<Backward>::new(&graph, &costs).unwrap();
        for s in (0..graph.nodes() as u32).map(NodeIx) {
            let tree = workspace.search(&forward, s, Stop::Never).unwrap();
            for t in (0..graph.nodes() as u32).map(NodeIx) {
                assert_eq!(tree.distance(t), expected[s.index()][t.index()], "seed {seed}, {s} to {t}");
                if let Some(path) = tree.path(t) {
                    assert_eq!(Some(priced(&graph, &costs, s, t, &path)), tree.distance(t));
                    reached += 1;
                }
            }
            let tree = workspace.search(&backward, s, Stop::Never).unwrap();
            for t in (0..graph.nodes() as u32).map(NodeIx) {
                assert_eq!(tree.distance(t), expected[t.index()][s.index()], "seed {seed}, {t} back from {s}");
                if let Some(path) = tree.path(t) {
                    assert_eq!(Some(priced(&graph, &costs, t, s, &path)), tree.distance(t));
                }
            }
        }
    }
    assert!(reached > 10_000, "the random graphs hang together too little: {reached}");
}

#[test]
fn stopping_early_gives_only_what_is_certain() {
    let mut workspace = PathWorkspace::new();
    for seed in 0..100 {
        let RandomGraph { graph, columns: [costs] } = RandomGraph::new(seed, 40, 100);
        let metric = Metric::<Forward>::new(&graph, &costs).unwrap();
        let whole: Vec<_> = {
            let tree = workspace.search(&metric, NodeIx(0), Stop::Never).unwrap();
            (0..40).map(|v| tree.distance(NodeIx(v))).collect()
        };
        let mut random = Random::new(seed);
        let targets = [NodeIx(random.below(40)), NodeIx(random.below(40))];
        let limit = random.below(30);
        for stop in [Stop::Reached(&targets), Stop::Beyond(limit)] {
            let tree = workspace.search(&metric, NodeIx(0), stop).unwrap();
            for (v, &least) in whole.iter().enumerate() {
                let node = NodeIx(v as u32);
                let asked = match stop {
                    Stop::Reached(targets) => targets.contains(&node),
                    _ => least.is_some_and(|least| least <= limit),
                };
                assert!(tree.distance(node) == least || (!asked && tree.distance(node).is_none()), "seed {seed}, {node}");
            }
        }
    }
}

#[test]
fn the_order_of_a_tree_has_parents_first() {
    let RandomGraph { graph, columns: [costs] } = RandomGraph::new(5, 200, 800);
    let metric = Metric::<Forward>::new(&graph, &costs).unwrap();
    let mut workspace = PathWorkspace::new();
    let tree = workspace.search(&metric, NodeIx(5), Stop::Never).unwrap();
    let order = tree.order();
    let place = |node: NodeIx| order.iter().position(|&other| other == node);
    assert_eq!(order.len(), (0..200).filter(|&v| tree.distance(NodeIx(v)).is_some()).count());
    assert!(order.len() > 100);
    for &node in &order {
        assert!(tree.parent(node).is_none_or(|parent| place(parent) < place(node)));
    }
}

#[test]
fn the_same_answers_on_any_number_of_threads() {
    let RandomGraph { graph, columns: [costs] } = RandomGraph::new(11, 300, 900);
    let metric = Metric::<Forward>::new(&graph, &costs).unwrap();
    let sources: Vec<_> = (0..300).map(NodeIx).collect();
    let run = |threads| {
        each_source(&metric, &sources, Stop::Never, NonZeroUsize::new(threads).unwrap(), |tree| {
            sources.iter().map(|&v| (tree.distance(v), tree.path(v))).collect::<Vec<_>>()
        })
        .unwrap()
    };
    let one = run(1);
    assert_eq!(one[0].len(), 300);
    assert_eq!(one, run(2));
    assert_eq!(one, run(4));
}

/// ```text
///   0 --2^30--> 1 --2^30--> 2 --2^30--> 3 --2^30--> 4      adds up to 2^32: refused, not wrapped round
/// ```
#[test]
fn a_sum_that_does_not_fit_is_refused() {
    let graph = graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    let metric = Metric::<Forward>::new(&graph, &[1 << 30; 4]).unwrap();
    let found = PathWorkspace::new().search(&metric, NodeIx(0), Stop::Never).map(|tree| tree.distance(NodeIx(4)));
    assert_eq!(found, Err(Error::CostOverflow { column: 0 }));
}

/// ```text
///   0 --2^30--> 1 --2^30 - 1--> 2      2^31 - 1 in all, the most that is promised
/// ```
#[test]
fn the_largest_sum_that_fits_is_found() {
    let graph = graph(3, &[(0, 1), (1, 2)]);
    let metric = Metric::<Forward>::new(&graph, &[1 << 30, (1 << 30) - 1]).unwrap();
    let mut workspace = PathWorkspace::new();
    let tree = workspace.search(&metric, NodeIx(0), Stop::Never).unwrap();
    assert_eq!(tree.distance(NodeIx(2)), Some(i32::MAX as u32));
}

#[test]
fn what_does_not_fit_the_graph_is_refused() {
    let graph = graph(2, &[(0, 1)]);
    let short = Metric::<Forward>::new(&graph, &[]).map(|_| ());
    assert_eq!(short, Err(Error::CostsOfOtherLength { column: 0, entries: 0, arcs: 1 }));
    let large = Metric::<Forward>::new(&graph, &[(1 << 30) + 1]).map(|_| ());
    assert_eq!(large, Err(Error::CostTooLarge { column: 0, arc: ArcIx(0) }));
    let metric = Metric::<Forward>::new(&graph, &[1]).unwrap();
    let away = PathWorkspace::new().search(&metric, NodeIx(2), Stop::Never).map(|_| ());
    assert_eq!(away, Err(Error::NodeOutOfRange { node: NodeIx(2), nodes: 2 }));
}
