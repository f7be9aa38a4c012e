//! Nodes waiting by their cost: a ring of buckets. Within a bucket order is free; a search that corrects labels does not need it.

/// Buckets of the ring.
const RING: usize = 512;

/// No bucket has a greater number.
const LAST: u64 = 1 << 52;

/// The queue.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    ring: Vec<Vec<(f64, u32)>>,
    far: Vec<(f64, u32)>,
    open: u64,
    per_cost: f64,
    near: usize,
}

impl Default for Buckets {
    fn default() -> Self {
        Self { ring: vec![Vec::new(); RING], far: Vec::new(), open: 0, per_cost: 1.0, near: 0 }
    }
}

impl Buckets {
    /// Sets the width of a bucket; nothing may wait.
    pub fn restart(&mut self, width: f64) {
        if self.near > 0 {
            self.ring.iter_mut().for_each(Vec::clear);
        }
        self.far.clear();
        self.near = 0;
        self.open = 0;
        self.per_cost = if width > 0.0 { 1.0 / width } else { 1.0 };
    }

    #[inline]
    fn bucket(&self, cost: f64) -> u64 {
        ((cost * self.per_cost) as u64).min(LAST)
    }

    /// Adds a node; one whose bucket lies before the open one is put into the open one.
    #[inline]
    pub fn push(&mut self, cost: f64, node: u32) {
        let bucket = self.bucket(cost).max(self.open);
        if bucket - self.open < RING as u64 {
            self.ring[bucket as usize % RING].push((cost, node));
            self.near += 1;
        } else {
            self.far.push((cost, node));
        }
    }

    /// Least cost that can still wait.
    pub fn reached(&self) -> f64 {
        self.open as f64 / self.per_cost
    }

    /// Hands over the next bucket, through `out`, which is emptied; it may be handed over again after pushes into it.
    pub fn pop(&mut self, out: &mut Vec<(f64, u32)>) -> bool {
        out.clear();
        loop {
            if self.near == 0 {
                if self.far.is_empty() {
                    return false;
                }
                self.advance_to_far();
            }
            let bucket = &mut self.ring[self.open as usize % RING];
            if !bucket.is_empty() {
                std::mem::swap(bucket, out);
                self.near -= out.len();
                return true;
            }
            self.open += 1;
            if self.open.is_multiple_of(RING as u64) && !self.far.is_empty() {
                self.refill();
            }
        }
    }

    fn advance_to_far(&mut self) {
        let least = self.far.iter().fold(f64::INFINITY, |least, item| least.min(item.0));
        self.open = self.open.max(self.bucket(least));
        self.refill();
    }

    fn refill(&mut self) {
        for (cost, node) in std::mem::take(&mut self.far) {
            self.push(cost, node);
        }
    }
}
