//! Rank reversal: the order of two scenarios that turns because a third one is there. Scales and flows that look at the whole table
//! allow it (Belton and Gear 1983, Omega 11/3; De Keyser and Peeters 1996, European Journal of Operational Research 89/3), and so do
//! Borda points. Every scenario is left out once and every pair looked at.

use crate::opinion::EQUAL;
use keruen_results::forum::Reversal;

/// Pairs whose order without `without` is not that with all. `rest` lists the scores of those that stay, in their order.
pub(crate) fn turned(method: &str, all: &[f64], rest: &[f64], without: usize, into: &mut Vec<Reversal>) {
    let stay: Vec<usize> = (0..all.len()).filter(|&a| a != without).collect();
    for (i, &a) in stay.iter().enumerate() {
        for (j, &b) in stay.iter().enumerate() {
            if all[a] > all[b] + EQUAL && rest[i] < rest[j] - EQUAL {
                into.push(Reversal { method: method.into(), without, first: a, second: b });
            }
        }
    }
}
