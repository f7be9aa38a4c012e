//! PROMETHEE II (Brans and Vincke 1985, Management Science 31/6).
//!
//! ```text
//! pi(a, b) = sum over k of w_k P_k(a, b)          how much a is preferred to b
//! plus(a) = 1/(n-1) sum over b of pi(a, b),  minus(a) = 1/(n-1) sum over b of pi(b, a),  net = plus - minus
//! ```
//!
//! Central values only. A missing value prefers nobody and is preferred to nobody.

use crate::opinion::{Opinion, places};
use keruen_results::forum::NetFlow;

/// The flows of all scenarios.
pub(crate) fn flows(o: &Opinion<'_>) -> Vec<NetFlow> {
    let n = o.len();
    let others = n.saturating_sub(1).max(1) as f64;
    let mean = |f: &dyn Fn(usize) -> f64| (0..n).map(f).sum::<f64>() / others;
    let plus: Vec<f64> = (0..n).map(|a| mean(&|b| over(o, a, b))).collect();
    let minus: Vec<f64> = (0..n).map(|a| mean(&|b| over(o, b, a))).collect();
    let net: Vec<f64> = plus.iter().zip(&minus).map(|(p, m)| p - m).collect();
    let ranks = places(&net);
    (0..n).map(|a| NetFlow { plus: plus[a], minus: minus[a], net: net[a], rank: ranks[a] }).collect()
}

fn over(o: &Opinion<'_>, a: usize, b: usize) -> f64 {
    let one = |(k, w): (usize, &f64)| match (o.cells[k][a], o.cells[k][b]) {
        (Some(x), Some(y)) if a != b => w * o.scales[k].preference(x.mid, y.mid),
        _ => 0.0,
    };
    o.weights.iter().enumerate().map(one).sum()
}
