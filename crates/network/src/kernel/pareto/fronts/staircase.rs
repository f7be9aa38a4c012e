//! Three criteria: the second and third cost as a staircase.
//!
//! ```text
//! third |  o                    steps by rising second and falling third cost;
//!       |     o                 (x, y) is covered when the last step with second <= x has third <= y
//!       |        o
//!       +----------- second
//! ```

use super::Frontier;
use crate::kernel::prefetch::prefetch;

/// Steps, by rising second cost.
#[derive(Clone, Debug, Default)]
pub struct Staircase {
    steps: Vec<(u32, u32)>,
}

impl Frontier<3> for Staircase {
    #[inline(always)]
    fn covers(&mut self, costs: &[u32; 3]) -> bool {
        let after = self.steps.partition_point(|step| step.0 <= costs[1]);
        after > 0 && self.steps[after - 1].1 <= costs[2]
    }

    #[inline]
    fn insert(&mut self, costs: &[u32; 3]) {
        let (second, third) = (costs[1], costs[2]);
        let at = self.steps.partition_point(|step| step.0 < second);
        let worse = self.steps[at..].iter().take_while(|step| step.1 >= third).count();
        if worse == 0 {
            self.steps.insert(at, (second, third));
        } else {
            self.steps[at] = (second, third);
            self.steps.drain(at + 1..at + worse);
        }
    }

    #[inline(always)]
    fn look_ahead(&self) {
        prefetch(&self.steps, self.steps.len() / 2);
    }

    fn clear(&mut self) {
        self.steps.clear();
    }
}
