//! Which nodes outside a bush are worth looking at until the next look at all of them.
//!
//! ```text
//! bush:      u ---------> w          detour of v = what the cheapest way from the bush over v and back to the bush
//!             \          /                          costs above the least cost of the place where it comes back
//! outside:     -> v -> x
//! ```
//!
//! In a large network most nodes lie far from every way in use. Costs change little from one pricing to the next, so a node whose
//! detour is long will not be on a shortest way in the next ones. Only a look at all nodes tells the gap; the set is a choice of
//! where to look between two such looks, and no answer rests on it.

/// A set of nodes; while nothing is known, every node is in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Near {
    words: Vec<u64>,
}

impl Near {
    /// Whether a node is in the set.
    #[inline]
    pub fn holds(&self, node: u32) -> bool {
        self.words.get(node as usize / 64).is_none_or(|word| word >> (node % 64) & 1 == 1)
    }

    /// Whether some node may be missing from it.
    pub fn is_known(&self) -> bool {
        !self.words.is_empty()
    }

    /// Nothing is known any more.
    pub fn forget(&mut self) {
        self.words.clear();
    }

    /// Known, and empty, for a network of so many nodes.
    pub fn restart(&mut self, nodes: usize) {
        self.words.clear();
        self.words.resize(nodes.div_ceil(64), 0);
    }

    /// Takes in a node.
    pub fn insert(&mut self, node: u32) {
        self.words[node as usize / 64] |= 1 << (node % 64);
    }
}
