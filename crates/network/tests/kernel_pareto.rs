//! Pareto fronts against hand-computed answers and against listing every simple way.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::cell::Cell;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};

use common::{RandomGraph, graph};
use keruen_network::Error;
use keruen_network::kernel::pareto::{Criteria, Crossing, Dominance, Outcome, Pricing, Shift, Tolerance, WhyEmpty, each_query};
use keruen_network::kernel::{ArcIx, Costs, Front, Graph, NodeIx, ParetoWorkspace, Query};
use keruen_results::{Progress, Silent};

fn at_most<const D: usize>(a: &[u32; D], b: &[u32; D]) -> bool {
    a.iter().zip(b).all(|(a, b)| a <= b)
}

/// The costs of every simple way, by trying them all.
fn every_way<const D: usize>(random: &RandomGraph<D>, from: NodeIx, to: NodeIx) -> Vec<[u32; D]> {
    fn go<const D: usize>(
        random: &RandomGraph<D>,
        (at, to): (NodeIx, NodeIx),
        spent: [u32; D],
        seen: &mut Vec<NodeIx>,
        found: &mut Vec<[u32; D]>,
    ) {
        if at == to {
            found.push(spent);
            return;
        }
        seen.push(at);
        for &arc in random.graph.arcs_from(at) {
            let head = random.graph.head(arc);
            if !seen.contains(&head) {
                let after = std::array::from_fn(|i| spent[i] + random.columns[i][arc.index()]);
                go(random, (head, to), after, seen, found);
            }
        }
        seen.pop();
    }
    let mut found = Vec::new();
    go(random, (from, to), [0; D], &mut Vec::new(), &mut found);
    found
}

/// The vectors that no other one equals or betters throughout, each once, in lexicographic order.
fn nondominated<const D: usize>(mut all: Vec<[u32; D]>) -> Vec<[u32; D]> {
    all.sort_unstable();
    all.dedup();
    all.iter().filter(|a| !all.iter().any(|b| b != *a && at_most(b, a))).copied().collect()
}

fn vectors<const D: usize>(front: &Front<D>) -> Vec<[u32; D]> {
    front.points.iter().map(|point| point.costs).collect()
}

/// Every way hangs together and costs what its point says.
fn check_ways<const D: usize>(costs: &Costs<'_, D>, query: &Query<D>, front: &Front<D>) {
    let graph = costs.graph();
    for point in &front.points {
        let path = front.path(point);
        let end = path.iter().fold(query.source, |at, &arc| {
            assert_eq!(graph.tail(arc), at, "the way has a gap");
            graph.head(arc)
        });
        assert_eq!(end, query.target);
        assert_eq!(costs.total(&path), point.costs.map(u64::from));
    }
}

fn search<const D: usize>(costs: &Costs<'_, D>, query: &Query<D>) -> Front<D>
where
    Criteria<D>: Dominance<D>,
{
    ParetoWorkspace::new().search(costs, query, &Silent, |_| {}).unwrap()
}

/// ```text
///        (1, 9)         (1, 9)             ways from 0 to 3:   0-1-3  ( 2, 18)
///    0 ---------> 1 -----------> 3                             0-2-3  (10,  2)
///    |  (5, 1)         (5, 1)    ^                             0-1-2-3 by a4 ( 6, 10)
///    +----------> 2 -------------+                             0-3    ( 6, 12)  beaten by the last
///       1 --a4, (0, 0)--> 2      |         a5 is parallel to a4 and no better
///    0 -------- a6, (6, 12) -----+
/// ```
fn drawn() -> (Graph, [Vec<u32>; 2]) {
    let graph = graph(4, &[(0, 1), (1, 3), (0, 2), (2, 3), (1, 2), (1, 2), (0, 3)]);
    (graph, [vec![1, 1, 5, 5, 0, 0, 6], vec![9, 9, 1, 1, 0, 2, 12]])
}

#[test]
fn a_drawn_front_with_its_ways() {
    let (graph, [first, second]) = drawn();
    let costs = Costs::new(&graph, [&first, &second]).unwrap();
    let mut heard = Vec::new();
    let query = Query::new(NodeIx(0), NodeIx(3));
    let front = ParetoWorkspace::new().search(&costs, &query, &Silent, |point| heard.push(*point)).unwrap();
    assert_eq!(vectors(&front), [[2, 18], [6, 10], [10, 2]]);
    assert_eq!(heard, vectors(&front));
    assert_eq!(front.path(&front.points[1]), [ArcIx(0), ArcIx(4), ArcIx(3)]);
    assert_eq!(front.outcome, Outcome::Complete);
}

#[test]
fn limits_prune_and_an_empty_front_says_why() {
    let (graph, [first, second]) = drawn();
    let costs = Costs::new(&graph, [&first, &second]).unwrap();
    let limited = |limits| search(&costs, &Query { limits, ..Query::new(NodeIx(0), NodeIx(3)) });
    assert_eq!(vectors(&limited([Some(9), None])), [[2, 18], [6, 10]]);
    assert_eq!(vectors(&limited([Some(6), Some(10)])), [[6, 10]]);
    let above = WhyEmpty::AboveLimit { criterion: 1, least: 2, limit: 1 };
    assert_eq!(limited([None, Some(1)]).outcome, Outcome::Empty(above));
    assert_eq!(limited([Some(5), Some(10)]).outcome, Outcome::Empty(WhyEmpty::LimitsTogether));
    let back = search(&costs, &Query::new(NodeIx(3), NodeIx(0)));
    assert_eq!((back.outcome, back.points.len()), (Outcome::Empty(WhyEmpty::NoWay), 0));
}

#[test]
fn staying_where_one_is_costs_nothing() {
    let (graph, [first, second]) = drawn();
    let costs = Costs::new(&graph, [&first, &second]).unwrap();
    let front = search(&costs, &Query::new(NodeIx(1), NodeIx(1)));
    assert_eq!(vectors(&front), [[0, 0]]);
    assert_eq!(front.path(&front.points[0]), []);
}

fn agrees_with_listing<const D: usize>(seeds: std::ops::Range<u64>)
where
    Criteria<D>: Dominance<D>,
{
    let mut workspace = ParetoWorkspace::<D>::new();
    let (mut points, mut empty) = (0, 0);
    for seed in seeds {
        let random = RandomGraph::<D>::new(seed, 3 + (seed % 6) as u32, 6 + (seed % 13) as usize);
        let costs = Costs::new(&random.graph, random.columns()).unwrap();
        let last = NodeIx(random.graph.nodes() as u32 - 1);
        let all = every_way(&random, NodeIx(0), last);
        for limits in [[None; D], std::array::from_fn(|i| Some(4 + 7 * i as u32))] {
            let query = Query { limits, ..Query::new(NodeIx(0), last) };
            let kept = |way: &[u32; D]| way.iter().zip(limits).all(|(&cost, limit)| limit.is_none_or(|limit| cost <= limit));
            let expected = nondominated(all.iter().copied().filter(kept).collect());
            let front = workspace.search(&costs, &query, &Silent, |_| {}).unwrap();
            assert_eq!(vectors(&front), expected, "{D} criteria, seed {seed}, limits {limits:?}");
            check_ways(&costs, &query, &front);
            points += front.points.len();
            empty += usize::from(front.points.is_empty());
        }
    }
    assert!(points > 100 && empty > 10, "the random graphs test too little: {points} points, {empty} empty fronts");
}

#[test]
fn random_graphs_agree_with_listing_every_way() {
    agrees_with_listing::<1>(0..1000);
    agrees_with_listing::<2>(0..1500);
    agrees_with_listing::<3>(0..1500);
    agrees_with_listing::<4>(0..1500);
}

/// The front from the target's side: the same graph with every arc turned round, searched from target to source.
#[test]
fn forward_and_backward_agree() {
    for seed in 0..40 {
        let random = RandomGraph::<3>::new(seed, 40, 160);
        let turned: Vec<_> = (0..160).map(|a| (random.graph.head(ArcIx(a)).0, random.graph.tail(ArcIx(a)).0)).collect();
        let turned = graph(40, &turned);
        let there = Costs::new(&random.graph, random.columns()).unwrap();
        let back = Costs::new(&turned, random.columns()).unwrap();
        let there = search(&there, &Query::new(NodeIx(0), NodeIx(39)));
        let back = search(&back, &Query::new(NodeIx(39), NodeIx(0)));
        assert_eq!(vectors(&there), vectors(&back), "seed {seed}");
    }
}

/// Criteria in another order give the same ways.
#[test]
fn the_order_of_criteria_does_not_matter() {
    for seed in 0..40 {
        let random = RandomGraph::<4>::new(seed, 30, 100);
        let [a, b, c, d] = random.columns();
        let plain = search(&Costs::new(&random.graph, [a, b, c, d]).unwrap(), &Query::new(NodeIx(0), NodeIx(29)));
        let mixed = search(&Costs::new(&random.graph, [c, a, d, b]).unwrap(), &Query::new(NodeIx(0), NodeIx(29)));
        let back: Vec<_> = vectors(&mixed).into_iter().map(|[c, a, d, b]| [a, b, c, d]).collect();
        assert_eq!(vectors(&plain), nondominated(back), "seed {seed}");
    }
}

#[test]
fn a_tolerance_covers_the_whole_front_with_fewer_ways() {
    let (mut whole, mut fewer) = (0, 0);
    for seed in 0..60 {
        let random = RandomGraph::<3>::chain(seed, 8, 3);
        let costs = Costs::new(&random.graph, random.columns()).unwrap();
        let query = Query::new(NodeIx(0), NodeIx(7));
        let exact = search(&costs, &query);
        let millionths = [100_000, 200_000, 50_000];
        let query = Query { tolerance: Tolerance::Millionths(millionths), ..query };
        let coarse = search(&costs, &query);
        check_ways(&costs, &query, &coarse);
        for point in vectors(&exact) {
            let near = |way: &[u32; 3]| {
                (0..3).all(|i| u64::from(way[i]) * 1_000_000 <= u64::from(point[i]) * u64::from(1_000_000 + millionths[i]))
            };
            assert!(vectors(&coarse).iter().any(near), "seed {seed}: nothing near {point:?}");
        }
        assert_eq!(nondominated(vectors(&coarse)), vectors(&coarse));
        whole += exact.points.len();
        fewer += coarse.points.len();
    }
    assert!(fewer < whole, "{fewer} of {whole}");
}

#[test]
fn no_tolerance_is_the_exact_front() {
    let random = RandomGraph::<4>::chain(9, 6, 4);
    let costs = Costs::new(&random.graph, random.columns()).unwrap();
    let query = Query::new(NodeIx(0), NodeIx(5));
    let coarse = Query { tolerance: Tolerance::Millionths([0; 4]), ..query };
    assert_eq!(vectors(&search(&costs, &query)), vectors(&search(&costs, &coarse)));
}

/// Counts how often it is told something, and wants no more after the first time.
#[derive(Default)]
struct Impatient(AtomicU64);

impl Progress for Impatient {
    fn step(&self, _done: u64, _total: u64) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_search_that_is_stopped_keeps_what_is_certain() {
    let random = RandomGraph::<4>::chain(3, 11, 4);
    let costs = Costs::new(&random.graph, random.columns()).unwrap();
    let query = Query::new(NodeIx(0), NodeIx(10));
    let mut workspace = ParetoWorkspace::new();
    let whole = workspace.search(&costs, &query, &Silent, |_| {}).unwrap();
    assert!(whole.effort.popped > 4096, "too small to be stopped: {:?}", whole.effort);
    let impatient = Impatient::default();
    let stopped = workspace.search(&costs, &query, &impatient, |_| {}).unwrap();
    assert_eq!((stopped.outcome, impatient.0.load(Ordering::Relaxed)), (Outcome::Cancelled, 1));
    assert_eq!(stopped.points.len(), stopped.points.iter().filter(|p| vectors(&whole).contains(&p.costs)).count());
    let few = Query { most_labels: Some(whole.effort.labels / 2), ..query };
    let some = workspace.search(&costs, &few, &Silent, |_| {}).unwrap();
    assert_eq!(some.outcome, Outcome::LabelsUsedUp);
    assert_eq!(vectors(&some), vectors(&whole)[..some.points.len()]);
    check_ways(&costs, &few, &some);
    // A workspace that was stopped in the middle of a search answers the next one as a new one does.
    assert_eq!(workspace.search(&costs, &query, &Silent, |_| {}).unwrap(), whole);
}

#[test]
fn the_same_fronts_on_any_number_of_threads() {
    let random = RandomGraph::<3>::with_costs(3, 60, 400, 1000);
    let costs = Costs::new(&random.graph, random.columns()).unwrap();
    let queries: Vec<_> = (0..60).map(|v| Query::new(NodeIx(v), NodeIx((v * 7 + 1) % 60))).collect();
    let run = |threads| each_query(&costs, &queries, NonZeroUsize::new(threads).unwrap(), &Silent).unwrap();
    let one = run(1);
    assert!(one.iter().map(|front| front.points.len()).sum::<usize>() > 200);
    assert_eq!(one, run(2));
    assert_eq!(one, run(4));
}

#[test]
fn a_total_that_does_not_fit_is_refused() {
    let graph = graph(4, &[(0, 1), (1, 2), (2, 3)]);
    let large = vec![1 << 30; 3];
    let costs = Costs::new(&graph, [&[1, 1, 1], &large]).unwrap();
    let found = ParetoWorkspace::new().search(&costs, &Query::new(NodeIx(0), NodeIx(3)), &Silent, |_| {});
    assert_eq!(found.map(|_| ()), Err(Error::CostOverflow { column: 1 }));
}

/// A ferry that leaves every `every` hours and takes one.
struct Ferry {
    arc: ArcIx,
    every: u32,
    asked: Cell<u32>,
}

impl Pricing<2> for Ferry {
    fn after(&self, crossing: &Crossing<'_, 2>, spent: &[u32; 2]) -> Option<[u32; 2]> {
        let [money, hours] = *crossing.laid();
        if crossing.arc() != self.arc {
            return Some([spent[0] + money, spent[1] + hours]);
        }
        self.asked.set(self.asked.get() + 1);
        Some([spent[0] + money, spent[1].next_multiple_of(self.every) + hours])
    }
}

/// ```text
///   money, hours
///        (1, 10) truck                       the ferry leaves at hours 0, 12, 24, ...
///   0 ---------------> 1 --(2, 1) ferry--> 2
///     ---------------->
///        (4, 3) express                      0 --(20, 5) air--> 2
/// ```
/// The express wins 7 hours on the truck, but both catch the same ferry: only the truck's way and the flight remain.
#[test]
fn a_timetable_prices_arcs_by_the_hour() {
    let graph = graph(3, &[(0, 1), (0, 1), (1, 2), (0, 2)]);
    let costs = Costs::new(&graph, [&[1, 4, 2, 20], &[10, 3, 1, 5]]).unwrap();
    let ferry = Ferry { arc: ArcIx(2), every: 12, asked: Cell::new(0) };
    let query = Query::new(NodeIx(0), NodeIx(2));
    let front = ParetoWorkspace::new().search_priced(&costs, &query, &ferry, &Silent, |_| {}).unwrap();
    assert_eq!(vectors(&front), [[3, 13], [20, 5]]);
    assert!(ferry.asked.get() > 0);
    // By the laid costs alone, the express would stay.
    assert_eq!(vectors(&search(&costs, &query)), [[3, 11], [6, 4]]);
}

/// ```text
///   0 --(5, 1)--> 1 --(-4, 1)--> 2       the second arc is subsidised
///   0 ----------(2, 3)---------> 2       (1, 2) against (2, 3): only the subsidised way is worth taking
///   0 ----------(0, 9)---------> 2       (0, 9) is cheaper still
/// ```
#[test]
fn negative_costs_are_shifted_and_told_as_they_are() {
    let graph = graph(4, &[(0, 1), (1, 2), (0, 2), (0, 2), (2, 3)]);
    let (money, hours) = ([5, -4, 2, 0, 7], [1, 1, 3, 9, 7]);
    let (source, target) = (NodeIx(0), NodeIx(2));
    let shift = Shift::new(&graph, [&money, &hours], target).unwrap();
    let costs = Costs::new(&graph, [&shift.columns[0], &shift.columns[1]]).unwrap();
    let front = search(&costs, &Query::new(source, target));
    let told: Vec<_> = vectors(&front).iter().map(|costs| shift.true_costs(source, costs).unwrap()).collect();
    assert_eq!(told, [[0, 9], [1, 2]]);
    let limits = [shift.limit(0, source, 0), None];
    assert_eq!(search(&costs, &Query { limits, ..Query::new(source, target) }).points.len(), 1);
    assert_eq!(shift.limit(0, source, -1), None);
    assert_eq!(shift.true_costs(NodeIx(3), &[0, 0]), None);
}

#[test]
fn a_cycle_that_earns_is_refused() {
    let graph = graph(3, &[(0, 1), (1, 0), (1, 2)]);
    let found = Shift::new(&graph, [&[1, -2, 1]], NodeIx(2)).map(|_| ());
    assert_eq!(found, Err(Error::NegativeCycle { column: 0 }));
}

/// Shifting by an amount a node leaves every way as it is, so random costs made negative that way have the same fronts.
#[test]
fn shifted_random_graphs_have_the_same_fronts() {
    for seed in 0..200 {
        let random = RandomGraph::<3>::new(seed, 8, 20);
        let (source, target) = (NodeIx(0), NodeIx(7));
        let height = |node: NodeIx| i64::from(node.0 * node.0 % 11) * 5;
        let lifted = random.columns().map(|column| {
            let lift = |(a, &cost): (usize, &u32)| {
                let arc = ArcIx(a as u32);
                i64::from(cost) + height(random.graph.head(arc)) - height(random.graph.tail(arc))
            };
            column.iter().enumerate().map(lift).collect::<Vec<i64>>()
        });
        let shift = Shift::new(&random.graph, [&lifted[0], &lifted[1], &lifted[2]], target).unwrap();
        let shifted = Costs::new(&random.graph, [&shift.columns[0], &shift.columns[1], &shift.columns[2]]).unwrap();
        let query = Query::new(source, target);
        let told = vectors(&search(&shifted, &query)).into_iter().map(|costs| shift.true_costs(source, &costs).unwrap());
        let plain = search(&Costs::new(&random.graph, random.columns()).unwrap(), &query);
        let expected =
            vectors(&plain).into_iter().map(|costs| costs.map(|cost| i64::from(cost) + height(target) - height(source)));
        assert_eq!(told.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "seed {seed}");
    }
}

/// ```text
///   0 --(1, 2^30, 5, 5)--> 1      a tolerance of ten times as much leaves one way, although ten times 2^30 does not fit
///   0 --(2, 2^30, 4, 4)--> 1
/// ```
#[test]
fn a_wide_tolerance_on_large_costs_still_covers() {
    let graph = graph(2, &[(0, 1), (0, 1)]);
    let large = [1 << 30; 2];
    let costs = Costs::new(&graph, [&[1, 2], &large, &[5, 4], &[5, 4]]).unwrap();
    let query = Query { tolerance: Tolerance::Millionths([10_000_000; 4]), ..Query::new(NodeIx(0), NodeIx(1)) };
    assert_eq!(vectors(&search(&costs, &query)), [[1, 1 << 30, 5, 5]]);
}
