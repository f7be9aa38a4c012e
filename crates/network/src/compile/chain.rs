//! The shortest chains of links of one kind from a place, for entry-exit prices and hauls.
//!
//! Railways ask for the shortest way over their lines, whichever way the train takes. Of chains of equal length the faster one is
//! taken, then the one found first in the order of the tables.

use super::index::Index;
use keruen_model::{Hours, Link, Quantity};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Links in order, each with its direction.
pub(super) struct Chain {
    pub links: Vec<(u32, bool)>,
    /// Place after the first link.
    pub first_node: usize,
}

/// Metres, then seconds.
type Length = (u64, u64);

/// Place before, link, whether it is ridden forwards.
type Before = Option<(usize, u32, bool)>;

/// Shortest chains from one place to all others.
pub(super) struct Chains {
    from: usize,
    best: Vec<(Length, Before)>,
}

/// Where no chain leads.
const FAR: Length = (u64::MAX, u64::MAX);

/// Dijkstra over (metres, seconds); a link without a time is not used.
pub(super) fn shortest(
    index: &Index<'_>,
    from: usize,
    allowed: impl Fn(u32, &Link) -> bool,
    time: impl Fn(&Link, bool) -> Option<Hours>,
) -> Chains {
    let t = &index.corridor.tables;
    let mut best = vec![(FAR, Before::None); t.node.len()];
    let mut queue = BinaryHeap::from([Reverse(((0u64, 0u64), from))]);
    best[from].0 = (0, 0);
    while let Some(Reverse((length, node))) = queue.pop() {
        if length > best[node].0 {
            continue;
        }
        for &(l, forward) in &index.links_at[node] {
            let link = &t.link.rows()[l as usize];
            let end = if forward { link.to_node_id } else { link.from_node_id };
            let Some(next) = t.node.position(end.sym()).filter(|_| allowed(l, link)) else { continue };
            let Some(hours) = time(link, forward) else { continue };
            let whole = |x: f64| x.round() as u64;
            let there = (length.0 + whole(link.length.value() * 1000.0), length.1 + whole(hours.value() * 3600.0));
            if there < best[next].0 {
                best[next] = (there, Some((node, l, forward)));
                queue.push(Reverse((there, next)));
            }
        }
    }
    Chains { from, best }
}

impl Chains {
    /// Places to which a chain leads, in the order of table `node`.
    pub fn ends(&self) -> impl Iterator<Item = usize> {
        (0..self.best.len()).filter(|&n| n != self.from && self.best[n].0 != FAR)
    }

    /// The chain to a place; `None` where there is none.
    pub fn to(&self, end: usize) -> Option<Chain> {
        let (mut links, mut at, mut first_node) = (Vec::new(), end, end);
        while at != self.from {
            let (before, l, forward) = self.best[at].1?;
            links.push((l, forward));
            first_node = at;
            at = before;
        }
        links.reverse();
        (!links.is_empty()).then_some(Chain { links, first_node })
    }
}
