//! One and two criteria: nothing, or one number.

use super::Frontier;

/// One criterion: whether anything has come by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken(bool);

/// Two criteria: the least second cost.
#[derive(Clone, Copy, Debug)]
pub struct Least(u32);

impl Frontier<1> for Taken {
    #[inline(always)]
    fn covers(&mut self, _costs: &[u32; 1]) -> bool {
        self.0
    }

    #[inline(always)]
    fn insert(&mut self, _costs: &[u32; 1]) {
        self.0 = true;
    }

    fn clear(&mut self) {
        self.0 = false;
    }
}

impl Default for Least {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Frontier<2> for Least {
    #[inline(always)]
    fn covers(&mut self, costs: &[u32; 2]) -> bool {
        self.0 <= costs[1]
    }

    #[inline(always)]
    fn insert(&mut self, costs: &[u32; 2]) {
        self.0 = costs[1];
    }

    fn clear(&mut self) {
        *self = Self::default();
    }
}
