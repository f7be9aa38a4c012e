//! Is a split an equilibrium?
//!
//! ```text
//! flows of least cost where there is of each limit that makes wait just what is used, at prices p       ([`crate::mincost`]: no gap)
//! p = value x W(use)                       everybody for himself
//! p = value x d(use x W(use)) / d use      best for all
//! W = T/4 (z + sqrt(z^2 + 8 J r / K)),  r = use / K,  z = r - 1       Akçelik 1991
//! ```
//! Least cost at fixed prices with every priced limit full says that no way is cheaper than those in use: with the prices that the uses
//! make, that is the equilibrium. Prices are found again here from the uses by the formula.

use super::FlowFlaw;
use super::answer::by_ways;
use keruen_results::equilibrium::Principle;
use keruen_results::proof::{Congestion, FlowProof};

/// Prices may differ by this part of their size, and by so many US dollars.
const SAME: f64 = 1e-6;
/// What a unit costs of which there is none: more than anything that the tables know.
const CLOSED: f64 = 1e9;

/// What is wrong with prices and rooms.
pub(super) fn check(proof: &FlowProof, (principle, rows): &(Principle, Vec<Congestion>)) -> Vec<FlowFlaw> {
    let (by_others, by_wishes, brought) = uses(proof);
    let mut flaws = Vec::new();
    for (r, c) in rows.iter().enumerate() {
        let row = &proof.rows[r];
        let mut compare = |what: &'static str, claimed: f64, found: f64, size: f64| {
            let same = (claimed - found).abs() <= SAME * size.abs().max(1.0);
            if !same {
                let at = format!("{} {}", row.limit, row.period);
                flaws.push(FlowFlaw::Figure { at, what, answer: claimed, found });
            }
        };
        compare("how much there is to wait for", c.there, row.upper + brought[r], row.upper.abs() + brought[r]);
        compare("what others take of it", c.others, by_others[r], row.upper.abs() + by_others[r]);
        let Some(period) = c.period else { continue };
        let claimed = -proof.through.1.price[r];
        if c.there > 0.0 {
            let found = price(*principle, c, period, by_others[r] + by_wishes[r]);
            compare("the price of waiting", claimed, found, found);
        } else if by_wishes[r] > SAME || claimed < CLOSED {
            compare("the use of what is not there", by_wishes[r], 0.0, 1.0);
        }
    }
    flaws
}

/// Of each row: what background traffic and ships take, what ways of through demand take, what ships bring.
fn uses(proof: &FlowProof) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut others = by_ways(&proof.background);
    let mut brought = vec![0.0; proof.rows.len()];
    for (column, &value) in proof.through.0.columns.iter().zip(&proof.through.1.columns) {
        for &(r, each) in &column.entries {
            if each < 0.0 {
                brought[r as usize] -= each * value;
            } else {
                others[r as usize].add_product(each, value);
            }
        }
    }
    let values = |list: Vec<crate::mincost::Exact>| list.into_iter().map(crate::mincost::Exact::value).collect();
    (values(others), values(by_ways(&proof.through)), brought)
}

fn price(principle: Principle, c: &Congestion, period: f64, used: f64) -> f64 {
    let r = used.max(0.0) / c.there;
    let (z, bend) = (r - 1.0, 8.0 * c.randomness / c.there);
    let root = (z * z + bend * r).sqrt();
    let wait = period / 4.0 * (z + root);
    let rise = period / 4.0 * (1.0 + (z + bend / 2.0) / root);
    match principle {
        Principle::UserEquilibrium => c.value * wait,
        Principle::SystemOptimum => c.value * (wait + r * rise),
    }
}
