//! The waiting nodes of a shortest-path search, by distance: a ring of buckets, and one list for what lies beyond the ring.

/// How many buckets the ring has. Buckets are wider than a usual cost, so almost every arc ends within the ring.
const RING: usize = 256;

/// A waiting node: its distance in the upper half, its number in the lower, so that order is order by distance.
pub(super) type Item = u64;

pub(super) fn item(distance: u32, node: u32) -> Item {
    u64::from(distance) << 32 | u64::from(node)
}

pub(super) fn distance(item: Item) -> u32 {
    (item >> 32) as u32
}

#[derive(Clone, Debug)]
pub(super) struct Buckets {
    ring: Vec<Vec<Item>>,
    /// The bucket that is open now, by its number (distance >> width).
    open: u32,
    width: u32,
    /// How many items wait in the ring.
    near: usize,
    /// Emptied lists, for their memory: only a few buckets are filled at a time, so a few lists do, and they stay in the cache.
    spare: Vec<Vec<Item>>,
    far: Vec<Item>,
    /// The least number of a bucket that `far` has something for.
    far_from: u32,
}

impl Default for Buckets {
    fn default() -> Self {
        Self { ring: vec![Vec::new(); RING], open: 0, width: 0, near: 0, spare: Vec::new(), far: Vec::new(), far_from: u32::MAX }
    }
}

impl Buckets {
    /// Empties everything; from now on a bucket spans 2^`width` of distance.
    pub fn restart(&mut self, width: u32) {
        if self.near > 0 {
            self.ring.iter_mut().for_each(Vec::clear);
        }
        self.far.clear();
        (self.open, self.width, self.near, self.far_from) = (0, width, 0, u32::MAX);
    }

    /// Adds an item whose bucket is the open one or a later one.
    #[inline(always)]
    pub fn push(&mut self, item: Item) {
        let bucket = distance(item) >> self.width;
        if bucket - self.open < RING as u32 {
            let list = &mut self.ring[bucket as usize % RING];
            if list.capacity() == 0 {
                *list = self.spare.pop().unwrap_or_default();
            }
            list.push(item);
            self.near += 1;
        } else {
            self.push_far(bucket, item);
        }
    }

    #[cold]
    fn push_far(&mut self, bucket: u32, item: Item) {
        self.far.push(item);
        self.far_from = self.far_from.min(bucket);
    }

    /// Adds an item whose bucket is the open one, which is handed over as `open`, or a later one.
    #[inline(always)]
    pub fn push_beside(&mut self, item: Item, open: &mut Vec<Item>) {
        if distance(item) >> self.width == self.open { open.push(item) } else { self.push(item) }
    }

    /// Opens the next bucket that is not empty and hands over what is in it; `None` when nothing waits.
    pub fn open_next(&mut self) -> Option<Vec<Item>> {
        if self.near == 0 && self.far.is_empty() {
            return None;
        }
        loop {
            if self.near == 0 || self.open == self.far_from {
                self.fetch_far();
            }
            let bucket = &mut self.ring[self.open as usize % RING];
            if !bucket.is_empty() {
                self.near -= bucket.len();
                return Some(std::mem::take(bucket));
            }
            self.open += 1;
        }
    }

    /// Takes back the list of the open bucket, for its memory.
    pub fn close(&mut self, mut list: Vec<Item>) {
        list.clear();
        self.spare.push(list);
    }

    /// Moves the ring to where the far items begin (never past what waits in the ring) and takes in those it now reaches.
    #[cold]
    fn fetch_far(&mut self) {
        self.open = self.far_from;
        self.far_from = u32::MAX;
        for item in std::mem::take(&mut self.far) {
            self.push(item);
        }
    }

    /// The largest distance that belongs into the open bucket.
    pub fn open_until(&self) -> u64 {
        ((u64::from(self.open) + 1) << self.width) - 1
    }

    /// Everything that waits, in no order; nothing waits afterwards.
    pub fn drain(&mut self) -> impl Iterator<Item = Item> + '_ {
        self.near = 0;
        self.far_from = u32::MAX;
        self.ring.iter_mut().flat_map(|bucket| bucket.drain(..)).chain(self.far.drain(..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(buckets: &mut Buckets) -> Option<Vec<u32>> {
        let list = buckets.open_next()?;
        let found = list.iter().map(|&item| distance(item)).collect();
        buckets.close(list);
        Some(found)
    }

    #[test]
    fn far_items_come_in_their_turn() {
        let mut buckets = Buckets::default();
        buckets.restart(2);
        for distance in [3, 0, 900, 1500, 1100, 5] {
            buckets.push(item(distance, 7));
        }
        assert_eq!(take(&mut buckets), Some(vec![3, 0]));
        assert_eq!(take(&mut buckets), Some(vec![5]));
        assert_eq!(take(&mut buckets), Some(vec![900]));
        // By now the ring reaches past 1100, which still waits among the far: it must not be passed over.
        buckets.push(item(1104, 7));
        assert_eq!(take(&mut buckets), Some(vec![1100]));
        assert_eq!(take(&mut buckets), Some(vec![1104]));
        assert_eq!(take(&mut buckets), Some(vec![1500]));
        assert_eq!(take(&mut buckets), None);
    }
}
