//! The open labels, by lexicographic order of their bounds.
//!
//! ```text
//! sorted, heap               the open bucket, exactly in order: what it was when it was opened, and what came later
//! ring of buckets            by first cost, in no order, only touched when their turn comes
//! far                        what lies beyond the ring
//! ```
//! One heap of all open labels would spend its time on moving labels about; a heap of one bucket fits into the first cache.

use std::cmp::Reverse;

/// Buckets in the ring.
const RING: usize = 4096;

/// Emptied lists with more room than this are given back: thousands of lists, each as long as the longest ever needed, would
/// be most of the memory of a search.
const KEEP_UP_TO: usize = 64;

/// An open label: its bounds, its node, the label it continues and the slot of the arc by which it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open<const D: usize> {
    pub f: [u32; D],
    pub node: u32,
    pub parent: u32,
    pub slot: u32,
}

impl<const D: usize> Open<D> {
    /// The first two costs as one number.
    #[inline(always)]
    fn head(&self) -> u64 {
        u64::from(self.f[0]) << 32 | if D > 1 { u64::from(self.f[1]) } else { 0 }
    }

    #[inline(always)]
    fn before(&self, other: &Self) -> bool {
        let (mine, others) = (self.head(), other.head());
        mine < others || (D > 2 && mine == others && self.f[2..] < other.f[2..])
    }
}

#[derive(Clone, Debug)]
pub(super) struct Queue<const D: usize> {
    /// The open bucket as it was when it was opened, greatest first.
    sorted: Vec<Open<D>>,
    /// What came into the open bucket since.
    heap: Vec<Open<D>>,
    ring: Vec<Vec<Open<D>>>,
    /// One bit a bucket: something is in it.
    filled: [u64; RING / 64],
    /// Emptied lists, for their memory.
    spare: Vec<Vec<Open<D>>>,
    far: Vec<Open<D>>,
    far_from: u32,
    /// The number of the open bucket: first cost >> width.
    open: u32,
    width: u32,
    near: usize,
}

impl<const D: usize> Default for Queue<D> {
    fn default() -> Self {
        Self {
            sorted: Vec::new(),
            heap: Vec::new(),
            ring: vec![Vec::new(); RING],
            filled: [0; RING / 64],
            spare: Vec::new(),
            far: Vec::new(),
            far_from: u32::MAX,
            open: 0,
            width: 0,
            near: 0,
        }
    }
}

impl<const D: usize> Queue<D> {
    /// Empties everything. The first label to come has first cost `from`; a bucket spans 2^`width` of it.
    pub fn restart(&mut self, from: u32, width: u32) {
        if self.near > 0 {
            self.ring.iter_mut().for_each(Vec::clear);
        }
        self.sorted.clear();
        self.heap.clear();
        self.far.clear();
        self.filled = [0; RING / 64];
        (self.far_from, self.open, self.width, self.near) = (u32::MAX, from >> width, width, 0);
    }

    /// How many labels are open.
    pub fn len(&self) -> usize {
        self.sorted.len() + self.heap.len() + self.near + self.far.len()
    }

    /// Adds a label whose first cost is not below that of the last one popped.
    #[inline]
    pub fn push(&mut self, label: Open<D>) {
        let bucket = label.f[0] >> self.width;
        if bucket == self.open {
            self.push_heap(label);
        } else if bucket - self.open < RING as u32 {
            self.push_ring(bucket, label);
        } else {
            self.far_from = self.far_from.min(bucket);
            self.far.push(label);
        }
    }

    #[inline(always)]
    fn push_ring(&mut self, bucket: u32, label: Open<D>) {
        let place = bucket as usize % RING;
        let list = &mut self.ring[place];
        if list.is_empty() {
            self.filled[place / 64] |= 1 << (place % 64);
            *list = self.spare.pop().unwrap_or_default();
        }
        list.push(label);
        self.near += 1;
    }

    /// The least label. When a bucket has to be opened for it, `sift` may take superfluous labels out of it first.
    #[inline]
    pub fn pop(&mut self, mut sift: impl FnMut(&mut Vec<Open<D>>)) -> Option<Open<D>> {
        loop {
            if let Some(least) = self.pop_open() {
                return Some(least);
            }
            let mut bucket = self.open_next()?;
            sift(&mut bucket);
            bucket.sort_unstable_by_key(|label| Reverse(label.f));
            self.sorted.append(&mut bucket);
            if bucket.capacity() <= KEEP_UP_TO {
                self.spare.push(bucket);
            }
        }
    }

    /// The least label of the open bucket.
    #[inline(always)]
    fn pop_open(&mut self) -> Option<Open<D>> {
        let Some(least) = self.sorted.last() else { return self.pop_heap() };
        if self.heap.first().is_some_and(|late| late.before(least)) { self.pop_heap() } else { self.sorted.pop() }
    }

    /// Opens the next bucket that is not empty.
    fn open_next(&mut self) -> Option<Vec<Open<D>>> {
        if self.near == 0 && self.far.is_empty() {
            return None;
        }
        if self.near == 0 || self.next_filled() >= self.far_from {
            self.fetch_far();
        }
        self.open = self.next_filled();
        let place = self.open as usize % RING;
        self.filled[place / 64] &= !(1 << (place % 64));
        self.near -= self.ring[place].len();
        Some(std::mem::take(&mut self.ring[place]))
    }

    /// The number of the first bucket at or after the open one that is not empty; there must be one.
    fn next_filled(&self) -> u32 {
        let start = self.open as usize % RING;
        let behind = self.filled[start / 64] & (u64::MAX << (start % 64));
        let (word, bits) = if behind != 0 {
            (start / 64, behind)
        } else {
            let word = (1..=RING / 64).map(|k| (start / 64 + k) % (RING / 64)).find(|&word| self.filled[word] != 0);
            let word = word.expect("open_next looks only when something is near");
            (word, self.filled[word])
        };
        let place = word * 64 + bits.trailing_zeros() as usize;
        self.open + ((place + RING - start) % RING) as u32
    }

    /// Moves the ring to where the far labels begin and takes in those it now reaches.
    #[cold]
    fn fetch_far(&mut self) {
        self.open = self.far_from;
        self.far_from = u32::MAX;
        for label in std::mem::take(&mut self.far) {
            let bucket = label.f[0] >> self.width;
            if bucket == self.open { self.push_ring(bucket, label) } else { self.push(label) }
        }
    }

    #[inline]
    fn push_heap(&mut self, label: Open<D>) {
        let mut at = self.heap.len();
        self.heap.push(label);
        while at > 0 {
            let above = (at - 1) / 4;
            if !label.before(&self.heap[above]) {
                break;
            }
            self.heap[at] = self.heap[above];
            at = above;
        }
        self.heap[at] = label;
    }

    #[inline]
    fn pop_heap(&mut self) -> Option<Open<D>> {
        let last = self.heap.pop()?;
        let Some(&least) = self.heap.first() else { return Some(last) };
        let mut at = 0;
        loop {
            let children = 4 * at + 1;
            let Some(&first) = self.heap.get(children) else { break };
            let (mut place, mut child) = (children, first);
            for (other, label) in self.heap.iter().enumerate().take(children + 4).skip(children + 1) {
                if label.before(&child) {
                    (place, child) = (other, *label);
                }
            }
            if !child.before(&last) {
                break;
            }
            self.heap[at] = child;
            at = place;
        }
        self.heap[at] = last;
        Some(least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_in_lexicographic_order_however_far_apart() {
        let mut queue = Queue::<3>::default();
        let mut state = 7_u64;
        let mut random = |range: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % range) as u32
        };
        for width in [0, 3, 9] {
            queue.restart(100, width);
            queue.push(Open { f: [100, 0, 0], node: 0, parent: 0, slot: 0 });
            let (mut popped, mut last) = (0, [0; 3]);
            while let Some(label) = queue.pop(|_| {}) {
                assert!(label.f >= last, "{:?} after {last:?}", label.f);
                (popped, last) = (popped + 1, label.f);
                if popped < 5_000 {
                    for jump in [3, 3_000, 400_000] {
                        if random(3) > 0 {
                            let f = [last[0] + random(jump), last[1] + random(5), last[2] + random(5)];
                            queue.push(Open { f, node: 0, parent: 0, slot: 0 });
                        }
                    }
                }
            }
            assert!(popped >= 5_000);
            assert_eq!(queue.len(), 0);
        }
    }
}
