//! What has been seen at a node so far: is something among it at least as good?
//!
//! Labels come in lexicographic order, so their first costs never shrink and only the others are kept and compared. One kind of
//! front for each number of criteria; [`Criteria`] picks it.

mod blocks;
mod single;
mod staircase;

pub use blocks::Blocks;
pub use single::{Least, Taken};
pub use staircase::Staircase;

/// The cost vectors seen at a node, less those that others made superfluous. The first cost of each is not looked at.
pub trait Frontier<const D: usize>: Default + Clone + std::fmt::Debug {
    /// True when something seen costs no more than `costs` in every criterion but the first.
    fn covers(&mut self, costs: &[u32; D]) -> bool;

    /// Adds what [`Frontier::covers`] has just said is not covered.
    fn insert(&mut self, costs: &[u32; D]);

    /// Prefetches what [`Frontier::covers`] will look at.
    fn look_ahead(&self) {}

    /// Forgets everything, keeps the memory.
    fn clear(&mut self);
}

/// Carries a number of criteria at the level of types.
#[derive(Clone, Copy, Debug)]
pub struct Criteria<const D: usize>;

/// The kind of front for `D` criteria: there is one for 1, 2, 3, 4 and 5.
pub trait Dominance<const D: usize> {
    /// The front kept at each node.
    type Frontier: Frontier<D>;
}

impl Dominance<1> for Criteria<1> {
    type Frontier = Taken;
}
impl Dominance<2> for Criteria<2> {
    type Frontier = Least;
}
impl Dominance<3> for Criteria<3> {
    type Frontier = Staircase;
}
impl Dominance<4> for Criteria<4> {
    type Frontier = Blocks<3>;
}
impl Dominance<5> for Criteria<5> {
    type Frontier = Blocks<4>;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether some earlier vector is at least as good in all but the first cost, by looking at them all.
    fn covered<const D: usize>(seen: &[[u32; D]], costs: &[u32; D]) -> bool {
        seen.iter().any(|old| old[1..].iter().zip(&costs[1..]).all(|(a, b)| a <= b))
    }

    fn agrees<const D: usize>(seed: u64, range: u32)
    where
        Criteria<D>: Dominance<D>,
    {
        let mut state = seed;
        let mut front = <Criteria<D> as Dominance<D>>::Frontier::default();
        for round in 0..3 {
            let mut seen = Vec::new();
            for _ in 0..400 {
                let costs: [u32; D] = std::array::from_fn(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 33) as u32 % range
                });
                assert_eq!(front.covers(&costs), covered(&seen, &costs), "{D} criteria, round {round}");
                if !front.covers(&costs) {
                    front.insert(&costs);
                    seen.push(costs);
                    assert!(front.covers(&costs));
                }
            }
            front.clear();
        }
    }

    #[test]
    fn every_kind_agrees_with_comparing_to_all() {
        for seed in 0..40 {
            for range in [3, 12, 1_000, 1 << 30] {
                agrees::<1>(seed, range);
                agrees::<2>(seed, range);
                agrees::<3>(seed, range);
                agrees::<4>(seed, range);
                agrees::<5>(seed, range);
            }
        }
    }
}
