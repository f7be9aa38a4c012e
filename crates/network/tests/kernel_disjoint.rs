//! Pairs of ways: hand-computed answers, and every pair of simple ways of small random networks.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::Random;
use keruen_network::Error;
use keruen_network::kernel::NodeIx;
use keruen_network::kernel::disjoint::{Edge, Pair, Passed, pair};

fn edge(tail: u32, head: u32, cost: u32) -> Edge {
    Edge { tail: NodeIx(tail), head: NodeIx(head), cost, one_way: false }
}

fn one_way(tail: u32, head: u32, cost: u32) -> Edge {
    Edge { one_way: true, ..edge(tail, head, cost) }
}

fn find(nodes: u32, edges: &[Edge], to: u32) -> Option<Pair> {
    pair(nodes, edges, NodeIx(0), NodeIx(to)).unwrap()
}

fn cost(edges: &[Edge], way: &[Passed]) -> u64 {
    way.iter().map(|p| u64::from(edges[p.edge].cost)).sum()
}

/// The trap: the shortest way 0-1-2-3 (cost 3) uses both inner nodes, and nothing disjoint is left beside it.
/// ```text
///        1         5
///    0 ----- 1 ------- 3        the pair: 0-1-3 and 0-2-3, 6 each
///    |       |         |
///  5 |       | 1       | 1
///    +------ 2 --------+
/// ```
#[test]
fn the_shortest_way_of_all_may_have_to_be_given_up() {
    let edges = [edge(0, 1, 1), edge(1, 2, 1), edge(2, 3, 1), edge(0, 2, 5), edge(1, 3, 5)];
    let p = find(4, &edges, 3).unwrap();
    let nodes = |way: &[Passed]| way.iter().map(|p| p.edge).collect::<Vec<_>>();
    assert_eq!((nodes(&p.working), nodes(&p.protection)), (vec![0, 4], vec![3, 2]));
    assert!(p.shared_edges.is_empty() && p.shared_nodes.is_empty());
}

/// ```text
///        1         1
///    0 ===== 1 ======= 2      parallel links: link-disjoint, but node 1 is shared. The working way takes the short links.
///        4         9
/// ```
#[test]
fn parallel_links_share_their_nodes_only() {
    let edges = [edge(0, 1, 4), edge(0, 1, 1), edge(1, 2, 1), edge(2, 1, 9)];
    let p = find(3, &edges, 2).unwrap();
    assert_eq!(p.shared_nodes, [NodeIx(1)]);
    assert!(p.shared_edges.is_empty());
    assert_eq!((cost(&edges, &p.working), cost(&edges, &p.protection)), (2, 13));
    assert_eq!(p.protection[1], Passed { edge: 3, forward: false });
}

/// ```text
///    0 --2-- 1 --1-- 2 --2-- 4        the bridge 1-2 is shared; beyond it the ways part: 2-4 and 2-3-4
///     \--7--/         \-3- 3 -3-/
/// ```
#[test]
fn a_bridge_is_shared_and_named() {
    let edges = [edge(0, 1, 2), edge(0, 1, 7), edge(1, 2, 1), edge(2, 4, 2), edge(2, 3, 3), edge(3, 4, 3)];
    let p = find(5, &edges, 4).unwrap();
    assert_eq!((p.shared_edges.as_slice(), p.shared_nodes.as_slice()), ([2].as_slice(), [NodeIx(1), NodeIx(2)].as_slice()));
    assert_eq!((cost(&edges, &p.working), cost(&edges, &p.protection)), (5, 14));
}

#[test]
fn no_way_no_pair() {
    assert_eq!(find(3, &[edge(0, 1, 1)], 2), None);
    assert_eq!(find(3, &[one_way(1, 0, 1), edge(1, 2, 1)], 2), None);
    assert_eq!(find(1, &[edge(0, 0, 0)], 0), None, "from a place to itself there is nothing to protect");
    let out = pair(1, &[edge(0, 1, 1)], NodeIx(0), NodeIx(0));
    assert_eq!(out, Err(Error::NodeOutOfRange { node: NodeIx(1), nodes: 1 }));
    assert!(matches!(pair(2, &[edge(0, 1, u32::MAX)], NodeIx(0), NodeIx(1)), Err(Error::CostTooLarge { .. })));
}

/// Every simple way, as links.
fn ways(edges: &[Edge], at: u32, to: u32, seen: &mut Vec<u32>, so_far: &mut Vec<usize>, out: &mut Vec<(Vec<usize>, Vec<u32>)>) {
    if at == to {
        out.push((so_far.clone(), seen[1..seen.len() - 1].to_vec()));
        return;
    }
    for (i, e) in edges.iter().enumerate() {
        let next = match (e.tail.0 == at, e.head.0 == at && !e.one_way) {
            (true, _) => e.head.0,
            (_, true) => e.tail.0,
            _ => continue,
        };
        if !seen.contains(&next) {
            seen.push(next);
            so_far.push(i);
            ways(edges, next, to, seen, so_far, out);
            so_far.pop();
            seen.pop();
        }
    }
}

/// Shared links, shared nodes, cost: the least over all pairs of simple ways.
fn least(edges: &[Edge], to: u32) -> Option<(usize, usize, u64)> {
    let mut all = Vec::new();
    ways(edges, 0, to, &mut vec![0], &mut Vec::new(), &mut all);
    let sum = |w: &[usize]| w.iter().map(|&e| u64::from(edges[e].cost)).sum::<u64>();
    let measure = |a: &(Vec<usize>, Vec<u32>), b: &(Vec<usize>, Vec<u32>)| {
        let links = a.0.iter().filter(|e| b.0.contains(e)).count();
        let nodes = a.1.iter().filter(|v| b.1.contains(v)).count();
        (links, nodes, sum(&a.0) + sum(&b.0))
    };
    all.iter().flat_map(|a| all.iter().map(move |b| (a, b))).map(|(a, b)| measure(a, b)).min()
}

/// The way hangs together, from 0 to the end, and passes no node twice.
fn is_simple(edges: &[Edge], way: &[Passed], to: u32) -> bool {
    let mut seen = vec![NodeIx(0)];
    for p in way {
        let e = &edges[p.edge];
        let (tail, head) = if p.forward { (e.tail, e.head) } else { (e.head, e.tail) };
        if seen.last() != Some(&tail) || seen.contains(&head) || e.one_way && !p.forward {
            return false;
        }
        seen.push(head);
    }
    seen.last() == Some(&NodeIx(to))
}

#[test]
fn random_networks_agree_with_every_pair_of_ways() {
    let (mut apart, mut links_apart, mut shared, mut none) = (0, 0, 0, 0);
    for seed in 0..3000 {
        let mut random = Random::new(seed);
        let nodes = 2 + random.below(6);
        let count = 1 + random.below(11);
        let dear = [2, 5, 100][random.below(3) as usize];
        let edges: Vec<Edge> = (0..count)
            .map(|_| Edge { one_way: random.below(4) == 0, ..edge(random.below(nodes), random.below(nodes), random.below(dear)) })
            .collect();
        let to = nodes - 1;
        let wanted = least(&edges, to);
        let found = find(nodes, &edges, to);
        let measures = found.as_ref().map(|p| {
            assert!(is_simple(&edges, &p.working, to) && is_simple(&edges, &p.protection, to), "seed {seed}: {p:?} {edges:?}");
            assert!(cost(&edges, &p.working) <= cost(&edges, &p.protection), "seed {seed}");
            (p.shared_edges.len(), p.shared_nodes.len(), cost(&edges, &p.working) + cost(&edges, &p.protection))
        });
        assert_eq!(measures, wanted, "seed {seed}: {edges:?}");
        match wanted {
            None => none += 1,
            Some((0, 0, _)) => apart += 1,
            Some((0, ..)) => links_apart += 1,
            Some(_) => shared += 1,
        }
    }
    println!("{apart} node-disjoint, {links_apart} link-disjoint, {shared} shared, {none} without a way");
    assert!(apart > 300 && links_apart > 30 && shared > 300 && none > 300, "every kind is met");
}
