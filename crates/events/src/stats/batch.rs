//! Those who came one by one and leave together: their stays are known from sums made once, whenever it is that they leave.
//!
//! ```text
//! sum of (now - came)    =  n d - sum of a              d = now - first,  a = came - first
//! sum of (now - came)^2  =  n d^2 - 2 d sum of a + sum of a^2
//! ```

use crate::Tick;

/// Sums over the moments at which they came, in whole ticks, so that nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    pub(super) count: u64,
    pub(super) first: Tick,
    pub(super) last: Tick,
    /// Ticks after the first.
    pub(super) sum: u128,
    /// Modulo 2^128, as in [`Spans`](super::Spans).
    pub(super) squares: u128,
}

impl Batch {
    /// Those who came at these moments, the first come first.
    pub fn of(came: &[Tick]) -> Batch {
        let (Some(&first), Some(&last)) = (came.first(), came.last()) else { return Batch::default() };
        let (mut sum, mut squares) = (0_u128, 0_u128);
        for moment in came {
            let after = u128::from(moment.0.wrapping_sub(first.0));
            sum += after;
            squares = squares.wrapping_add(after * after);
        }
        Batch { count: came.len() as u64, first, last, sum, squares }
    }
}
