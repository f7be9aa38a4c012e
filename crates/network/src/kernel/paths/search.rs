//! The search itself and the memory it works in.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::buckets::{Buckets, Item, distance, item};
use super::tree::Tree;
use crate::Error;
use crate::kernel::direction::Direction;
use crate::kernel::ids::NodeIx;
use crate::kernel::metric::{Hop, Metric};
use crate::kernel::prefetch::prefetch;

/// The memory of shortest-path searches. Make it once, use it for any number of searches in any direction on any graph.
#[derive(Clone, Debug, Default)]
pub struct PathWorkspace {
    reach: Reach,
    buckets: Buckets,
    /// In use once repetitions got out of hand.
    heap: BinaryHeap<Reverse<Item>>,
    careful: bool,
    /// Every distance below this is final.
    fixed_below: u64,
    scans: usize,
}

/// How far each node is, and by which slot.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    nodes: Vec<Reached>,
    epoch: u32,
}

/// What is known of one node.
#[derive(Clone, Copy, Debug)]
struct Reached {
    /// (epoch, distance). Epochs count down, so that a state of an earlier search is greater than any of this one.
    state: u64,
    /// The slot by which it was reached.
    via: u32,
}

const UNREACHED: Reached = Reached { state: u64::MAX, via: NO_SLOT };

/// When a search may stop.
#[derive(Clone, Copy, Debug)]
pub enum Stop<'a> {
    /// When every node that can be reached has its distance.
    Never,
    /// When all these nodes have their distance, or cannot be reached.
    Reached(&'a [NodeIx]),
    /// When every node within this distance has it.
    Beyond(u32),
}

/// What a resumed search waits for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Until {
    Exhausted,
    Settled(NodeIx),
    Beyond(u32),
}

/// The slot of a node where the search began.
pub(super) const NO_SLOT: u32 = u32::MAX;

/// A bucket is as wide as the usual cost of an arc times 2 to this power. Narrower buckets hold too little to look ahead in, wider
/// ones repeat more scans; best between 2 and 4 on two road networks and a railway network.
const WIDER: u32 = 3;

/// No bucket is wider: then one that begins below 2^31 also ends below it, and nothing below 2^31 is refused.
const WIDEST: u32 = 30;

/// How many items ahead of the one being scanned the places of its arcs, its arcs, and the ends of its arcs are prefetched.
/// Less than half of this and the data are late; twice as much and they are gone again from the first cache.
const FAR: usize = 24;
const MIDDLE: usize = 12;
const NEAR: usize = 6;

impl PathWorkspace {
    /// An empty workspace; it grows to the graphs it is used on.
    pub fn new() -> Self {
        Self::default()
    }

    /// Least costs from `source` (or, backward, into it) until `stop`.
    ///
    /// # Errors
    /// When a node is not in the graph, or the cost of a way does not fit.
    pub fn search<'w, 'g, Dir: Direction>(
        &'w mut self,
        metric: &'w Metric<'g, Dir>,
        source: NodeIx,
        stop: Stop<'_>,
    ) -> Result<Tree<'w, 'g, Dir>, Error> {
        self.search_from(metric, &[(source, 0)], stop)
    }

    /// As [`PathWorkspace::search`] from several nodes, each with a cost that is already spent there.
    ///
    /// # Errors
    /// As [`PathWorkspace::search`].
    pub fn search_from<'w, 'g, Dir: Direction>(
        &'w mut self,
        metric: &'w Metric<'g, Dir>,
        sources: &[(NodeIx, u32)],
        stop: Stop<'_>,
    ) -> Result<Tree<'w, 'g, Dir>, Error> {
        self.begin(metric, sources)?;
        match stop {
            Stop::Never => self.advance(metric, Until::Exhausted)?,
            Stop::Beyond(limit) => self.advance(metric, Until::Beyond(limit))?,
            Stop::Reached(targets) => {
                for &target in targets {
                    metric.graph().check(target)?;
                    self.advance(metric, Until::Settled(target))?;
                }
            }
        }
        Ok(self.tree(metric))
    }

    /// What has been found so far.
    pub(crate) fn tree<'w, 'g, Dir: Direction>(&'w self, metric: &'w Metric<'g, Dir>) -> Tree<'w, 'g, Dir> {
        Tree::new(&self.reach, metric, self.fixed_below)
    }

    /// Forgets the last search and places the sources of the next.
    pub(crate) fn begin<Dir: Direction>(&mut self, metric: &Metric<'_, Dir>, sources: &[(NodeIx, u32)]) -> Result<(), Error> {
        self.reach.begin(metric.graph().nodes());
        self.buckets.restart((metric.bits() + WIDER).min(WIDEST));
        self.heap.clear();
        (self.careful, self.fixed_below, self.scans) = (false, 0, 0);
        for &(source, spent) in sources {
            metric.graph().check(source)?;
            if spent > i32::MAX as u32 {
                return Err(Error::CostOverflow { column: metric.column() });
            }
            if self.reach.improve(source.0, spent, NO_SLOT) {
                self.buckets.push(item(spent, source.0));
            }
        }
        Ok(())
    }

    /// Goes on with a search that was begun on the same metric.
    pub(crate) fn advance<Dir: Direction>(&mut self, metric: &Metric<'_, Dir>, until: Until) -> Result<(), Error> {
        while !self.has(until) && self.fixed_below < u64::MAX {
            if self.careful {
                self.pop_heap(metric)?;
            } else {
                self.scan_bucket(metric)?;
            }
        }
        Ok(())
    }

    /// The distance of `node`, when nothing shorter can turn up any more.
    #[inline]
    pub(crate) fn fixed(&self, node: NodeIx) -> Option<u32> {
        self.reach.distance(node).filter(|&distance| u64::from(distance) < self.fixed_below)
    }

    fn has(&self, until: Until) -> bool {
        match until {
            Until::Exhausted => false,
            Until::Settled(node) => self.fixed(node).is_some(),
            Until::Beyond(limit) => self.fixed_below > u64::from(limit),
        }
    }

    /// Opens the next bucket and scans it to its end, repetitions included.
    fn scan_bucket<Dir: Direction>(&mut self, metric: &Metric<'_, Dir>) -> Result<(), Error> {
        let Some(mut bucket) = self.buckets.open_next() else {
            self.fixed_below = u64::MAX;
            return Ok(());
        };
        let end = self.buckets.open_until();
        refuse_overflow(metric, end)?;
        let allowed = metric.graph().nodes() * 3 / 2 + 64;
        let rows = Rows::of(metric);
        let mut at = 0;
        while at < bucket.len() {
            if self.scans > allowed {
                self.turn_careful(&bucket[at..]);
                break;
            }
            self.reach.look_ahead(rows, &bucket, at);
            let next = bucket[at];
            at += 1;
            let buckets = &mut self.buckets;
            self.scans += usize::from(self.reach.scan(rows, next, |found| {
                buckets.push_beside(found, &mut bucket);
            }));
        }
        self.buckets.close(bucket);
        if !self.careful {
            self.fixed_below = end + 1;
        }
        Ok(())
    }

    /// Pours everything that waits into a heap.
    #[cold]
    fn turn_careful(&mut self, rest: &[Item]) {
        self.careful = true;
        self.heap.extend(rest.iter().copied().chain(self.buckets.drain()).map(Reverse));
    }

    /// Scans the nearest node of the heap.
    fn pop_heap<Dir: Direction>(&mut self, metric: &Metric<'_, Dir>) -> Result<(), Error> {
        let Some(Reverse(next)) = self.heap.pop() else {
            self.fixed_below = u64::MAX;
            return Ok(());
        };
        self.fixed_below = u64::from(distance(next));
        refuse_overflow(metric, self.fixed_below)?;
        let heap = &mut self.heap;
        self.reach.scan(Rows::of(metric), next, |found| heap.push(Reverse(found)));
        Ok(())
    }
}

/// Refuses to scan nodes at a distance from which one more arc could leave 32 bits.
fn refuse_overflow<Dir: Direction>(metric: &Metric<'_, Dir>, distance: u64) -> Result<(), Error> {
    if distance + u64::from(metric.largest()) >= u64::from(u32::MAX) {
        return Err(Error::CostOverflow { column: metric.column() });
    }
    Ok(())
}

/// The arcs of a metric, without the way to them.
#[derive(Clone, Copy)]
struct Rows<'a> {
    first: &'a [u32],
    hops: &'a [Hop],
}

impl<'a> Rows<'a> {
    fn of<Dir: Direction>(metric: &'a Metric<'_, Dir>) -> Self {
        Self { first: metric.adjacency().first(), hops: metric.hops() }
    }
}

impl Reach {
    fn begin(&mut self, nodes: usize) {
        if self.epoch == 0 || self.nodes.len() < nodes {
            self.epoch = u32::MAX;
            self.nodes.clear();
            self.nodes.resize(nodes, UNREACHED);
        }
        self.epoch -= 1;
    }

    /// The state of a node at `distance` in this search.
    #[inline(always)]
    fn at(&self, distance: u32) -> u64 {
        u64::from(self.epoch) << 32 | u64::from(distance)
    }

    #[inline(always)]
    fn improve(&mut self, node: u32, distance: u32, slot: u32) -> bool {
        let new = Reached { state: self.at(distance), via: slot };
        let old = &mut self.nodes[node as usize];
        let better = new.state < old.state;
        if better {
            *old = new;
        }
        better
    }

    /// Relaxes the arcs of a waiting node, unless it has been improved since it began to wait. True when it was scanned.
    #[inline(always)]
    fn scan(&mut self, rows: Rows<'_>, next: Item, mut found: impl FnMut(Item)) -> bool {
        let node = next as u32 as usize;
        if self.nodes[node].state != self.at(distance(next)) {
            return false;
        }
        let (from, to) = (rows.first[node], rows.first[node + 1]);
        for (slot, hop) in (from..to).zip(&rows.hops[from as usize..to as usize]) {
            let reached = distance(next) + hop.cost;
            if self.improve(hop.end(), reached, slot) && !hop.is_dead_end() {
                found(item(reached, hop.end()));
            }
        }
        true
    }

    /// Prefetches what the coming items of a bucket will need: first where their arcs begin, then the arcs, then their ends.
    #[inline(always)]
    fn look_ahead(&self, Rows { first, hops }: Rows<'_>, bucket: &[Item], at: usize) {
        if let Some(&far) = bucket.get(at + FAR) {
            prefetch(first, far as u32 as usize);
            prefetch(&self.nodes, far as u32 as usize);
        }
        if let Some(&middle) = bucket.get(at + MIDDLE) {
            prefetch(hops, first[middle as u32 as usize] as usize);
        }
        if let Some(&near) = bucket.get(at + NEAR) {
            let node = near as u32 as usize;
            for hop in &hops[first[node] as usize..first[node + 1] as usize] {
                prefetch(&self.nodes, hop.end() as usize);
            }
        }
    }

    #[inline(always)]
    pub fn distance(&self, node: NodeIx) -> Option<u32> {
        let state = self.nodes[node.index()].state;
        (state >> 32 == u64::from(self.epoch)).then_some(state as u32)
    }

    pub fn slot(&self, node: NodeIx) -> Option<u32> {
        let slot = self.nodes[node.index()].via;
        (self.distance(node).is_some() && slot != NO_SLOT).then_some(slot)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::kernel::{Forward, GraphBuilder};

    /// ```text
    ///  0 -> 1 -> 2 -> .. -> 59      a step of 1 to the next, (j - i)^2 straight from i to j
    ///  60 => 61                     many dear arcs, which make the buckets wide
    /// ```
    /// All distances fall into one bucket, and of the nodes that wait in it the farthest comes first, to be scanned in vain.
    #[test]
    fn repetitions_that_get_out_of_hand_end_in_a_heap() {
        let mut build = GraphBuilder::new(62);
        let mut costs = Vec::new();
        for (i, j) in (0..60_u32).flat_map(|i| (i + 1..60).rev().map(move |j| (i, j))) {
            build.arc(NodeIx(i), NodeIx(j));
            costs.push((j - i).pow(2));
        }
        for _ in 0..3000 {
            build.arc(NodeIx(60), NodeIx(61));
            costs.push(1 << 25);
        }
        let graph = build.build().unwrap();
        let metric = Metric::<Forward>::new(&graph, &costs).unwrap();
        let mut workspace = PathWorkspace::new();
        for stop in [Stop::Never, Stop::Reached(&[NodeIx(59)]), Stop::Beyond(59)] {
            let tree = workspace.search(&metric, NodeIx(0), stop).unwrap();
            assert!((0..60).all(|v| tree.distance(NodeIx(v)) == Some(v)));
            assert_eq!(tree.distance(NodeIx(61)), None);
            assert!(workspace.careful, "not enough repetitions for this test");
        }
        let tree = workspace.search(&metric, NodeIx(60), Stop::Never).unwrap();
        assert_eq!(tree.distance(NodeIx(61)), Some(1 << 25));
        assert!(!workspace.careful);
    }
}
