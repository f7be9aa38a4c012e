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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_the_same_after_many_are_given_up() {
        let mut shelf = Shelf::default();
        let list = |i: u32| (0..i % 7).map(move |k| 10 * i + k);
        let mut kept: Vec<(u32, Spot)> = (0..50_000).map(|i| (i, shelf.put((i % 7) as usize, list(i)))).collect();
        let mut long = shelf.put(CHUNK + 3, 0..CHUNK as u32 + 3);
        let chunks = shelf.chunks.len();
        assert!(chunks > 2 && !shelf.is_wasted());
        let given_up: u32 = kept.iter().filter(|kept| kept.0 % 5 != 0).map(|kept| kept.0 % 7).sum();
        kept.retain(|kept| kept.0 % 5 == 0);
        shelf.waste += given_up as usize;
        assert!(shelf.is_wasted());
        let spots = kept.iter_mut().map(|(i, spot)| (spot, *i % 7)).chain([(&mut long, CHUNK as u32 + 3)]);
        shelf.tidy(spots);
        assert!(kept.iter().all(|&(i, spot)| shelf.get(spot, i % 7).iter().copied().eq(list(i))));
        assert!(shelf.get(long, CHUNK as u32 + 3).iter().copied().eq(0..CHUNK as u32 + 3));
        assert!(shelf.chunks.len() < chunks && shelf.waste == 0);
    }
}
