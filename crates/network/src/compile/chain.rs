//! The shortest chain of links of one kind between two places, for entry-exit prices.

use super::index::Index;
use keruen_model::{Link, Quantity};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Links in order, each with its direction.
pub(super) struct Chain {
    pub links: Vec<(u32, bool)>,
    /// Place after the first link.
    pub first_node: usize,
}

/// Dijkstra over metres; `None` where no chain exists.
pub(super) fn shortest(index: &Index<'_>, from: usize, to: usize, allowed: impl Fn(&Link) -> bool) -> Option<Chain> {
    let t = &index.corridor.tables;
    let mut best = vec![(u64::MAX, None::<(usize, u32, bool)>); t.node.len()];
    let mut queue = BinaryHeap::from([Reverse((0u64, from))]);
    best[from].0 = 0;
    while let Some(Reverse((metres, node))) = queue.pop() {
        if node == to {
            break;
        }
        if metres > best[node].0 {
            continue;
        }
        for &(l, forward) in &index.links_at[node] {
            let link = &t.link.rows()[l as usize];
            let end = if forward { link.to_node_id } else { link.from_node_id };
            let Some(next) = t.node.position(end.sym()).filter(|_| allowed(link)) else { continue };
            let there = metres + (link.length.value() * 1000.0).round() as u64;
            if there < best[next].0 {
                best[next] = (there, Some((node, l, forward)));
                queue.push(Reverse((there, next)));
            }
        }
    }
    let (mut links, mut at, mut first_node) = (Vec::new(), to, to);
    while let Some((before, l, forward)) = best[at].1 {
        links.push((l, forward));
        first_node = at;
        at = before;
    }
    links.reverse();
    (at == from && !links.is_empty()).then_some(Chain { links, first_node })
}
