//! Four or five criteria: all costs but the first in blocks, each between the corner of its least and that of its largest costs.
//!
//! ```text
//! blocks by rising second cost:   [ <=16 vectors ] [ <=16 vectors ] [ <=16 vectors ]
//! ```
//! A block can cover a vector only if its low corner does, so most blocks fall with one comparison, and all behind the first
//! whose second costs are too large. The vectors of a block are compared side by side, without a branch. The block that covered
//! last is asked first. A full block is split in two.

use super::Frontier;

/// Vectors a block: four 128-bit lanes a cost.
const WIDTH: usize = 16;

/// No cost is this large: it fills the unused places of a block, which then cover nothing.
const UNUSED: i32 = i32::MAX;

type Vector<const N: usize> = [i32; N];

/// Blocks of vectors of `N` costs, by rising second cost.
#[derive(Clone, Debug, Default)]
pub struct Blocks<const N: usize> {
    blocks: Vec<Block<N>>,
    /// The block that covered last.
    recent: usize,
}

#[derive(Clone, Debug)]
struct Block<const N: usize> {
    low: Vector<N>,
    high: Vector<N>,
    used: usize,
    costs: [[i32; WIDTH]; N],
}

/// Compared as signed numbers, for which there are instructions everywhere; the search keeps all costs below 2^31.
#[inline(always)]
fn vector<const D: usize, const N: usize>(costs: &[u32; D]) -> Vector<N> {
    const { assert!(D == N + 1, "a vector holds all costs but the first") };
    std::array::from_fn(|i| costs[i + 1] as i32)
}

#[inline(always)]
fn at_most<const N: usize>(a: &Vector<N>, b: &Vector<N>) -> bool {
    let mut all = true;
    for i in 0..N {
        all &= a[i] <= b[i];
    }
    all
}

/// The front of one number of criteria over the blocks of one vector length.
macro_rules! frontier {
    ($d:literal, $n:literal) => {
        impl Frontier<$d> for Blocks<$n> {
            #[inline]
            fn covers(&mut self, costs: &[u32; $d]) -> bool {
                Blocks::covers(self, vector(costs))
            }

            fn insert(&mut self, costs: &[u32; $d]) {
                Blocks::insert(self, vector(costs));
            }

            fn clear(&mut self) {
                Blocks::clear(self);
            }
        }
    };
}
frontier!(4, 3);
frontier!(5, 4);

impl<const N: usize> Blocks<N> {
    #[inline]
    fn covers(&mut self, vector: Vector<N>) -> bool {
        if self.blocks.get(self.recent).is_some_and(|block| block.covers(&vector)) {
            return true;
        }
        for (place, block) in self.blocks.iter().enumerate() {
            if block.low[0] > vector[0] {
                return false;
            }
            if block.covers(&vector) {
                self.recent = place;
                return true;
            }
        }
        false
    }

    fn insert(&mut self, vector: Vector<N>) {
        let after = self.blocks.partition_point(|block| block.low[0] <= vector[0]);
        let place = after.saturating_sub(1);
        for block in &mut self.blocks[place..] {
            block.remove_covered_by(&vector);
        }
        match self.blocks.get_mut(place) {
            None => self.blocks.push(Block::of(&vector)),
            Some(block) if block.used < WIDTH => block.push(vector),
            Some(block) => {
                let (mut lower, mut upper) = block.split();
                if vector[0] < upper.low[0] { &mut lower } else { &mut upper }.push(vector);
                *block = lower;
                self.blocks.insert(place + 1, upper);
            }
        }
        self.blocks.retain(|block| block.used > 0);
    }

    fn clear(&mut self) {
        self.blocks.clear();
        self.recent = 0;
    }
}

impl<const N: usize> Block<N> {
    fn empty() -> Self {
        Self { low: [UNUSED; N], high: [i32::MIN; N], used: 0, costs: [[UNUSED; WIDTH]; N] }
    }

    fn of(vector: &Vector<N>) -> Self {
        let mut block = Self::empty();
        block.push(*vector);
        block
    }

    #[inline(always)]
    fn covers(&self, vector: &Vector<N>) -> bool {
        if !at_most(&self.low, vector) {
            return false;
        }
        let mut any = false;
        for k in 0..WIDTH {
            any |= at_most(&self.vector(k), vector);
        }
        any
    }

    #[inline(always)]
    fn vector(&self, k: usize) -> Vector<N> {
        std::array::from_fn(|i| self.costs[i][k])
    }

    fn push(&mut self, vector: Vector<N>) {
        for (i, cost) in vector.into_iter().enumerate() {
            self.costs[i][self.used] = cost;
            self.low[i] = self.low[i].min(cost);
            self.high[i] = self.high[i].max(cost);
        }
        self.used += 1;
    }

    fn remove_covered_by(&mut self, vector: &Vector<N>) {
        if !at_most(vector, &self.high) || !(0..self.used).any(|k| at_most(vector, &self.vector(k))) {
            return;
        }
        let old = std::mem::replace(self, Self::empty());
        for k in (0..old.used).filter(|&k| !at_most(vector, &old.vector(k))) {
            self.push(old.vector(k));
        }
    }

    /// The half with the smaller and the half with the larger second costs.
    fn split(&self) -> (Self, Self) {
        let mut vectors: [Vector<N>; WIDTH] = std::array::from_fn(|k| self.vector(k));
        vectors.sort_unstable();
        let (mut lower, mut upper) = (Self::empty(), Self::empty());
        vectors[..WIDTH / 2].iter().for_each(|vector| lower.push(*vector));
        vectors[WIDTH / 2..].iter().for_each(|vector| upper.push(*vector));
        (lower, upper)
    }
}
