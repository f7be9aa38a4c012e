//! Short lists laid end to end: what is read one after the other lies one after the other.

/// Items of a chunk. Chunks are never moved, so that no list is copied when more come.
const CHUNK: usize = 1 << 15;

/// Where a list begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot {
    chunk: u32,
    at: u32,
}

/// Lists of one kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf<T> {
    chunks: Vec<Vec<T>>,
    items: usize,
    /// Items that belong to no list any more.
    pub waste: usize,
}

impl<T: Copy + Default> Shelf<T> {
    /// Puts a list of so many items behind the others.
    pub fn put(&mut self, len: usize, items: impl Iterator<Item = T>) -> Spot {
        if self.chunks.last().is_none_or(|chunk| chunk.capacity() - chunk.len() < len) {
            self.chunks.push(Vec::with_capacity(CHUNK.max(len)));
        }
        let last = self.chunks.len() - 1;
        let spot = Spot { chunk: last as u32, at: self.chunks[last].len() as u32 };
        self.chunks[last].extend(items);
        self.items += len;
        spot
    }

    /// A list.
    #[inline]
    pub fn get(&self, spot: Spot, len: u32) -> &[T] {
        if len == 0 { &[] } else { &self.chunks[spot.chunk as usize][spot.at as usize..(spot.at + len) as usize] }
    }

    /// Whether more is waste than not.
    pub fn is_wasted(&self) -> bool {
        self.waste > CHUNK && 2 * self.waste > self.items
    }

    /// Lays what is left end to end again.
    pub fn tidy<'s>(&mut self, lists: impl Iterator<Item = (&'s mut Spot, u32)>) {
        let old = std::mem::take(self);
        for (spot, len) in lists {
            *spot = self.put(len as usize, old.get(*spot, len).iter().copied());
        }
    }
}
