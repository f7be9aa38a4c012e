//! Availability of the service: the share of the time in which some way from end to end works.
//!
//! ```text
//! A(up, unknown) = 1 where `up` joins the ends; 0 where `up` and `unknown` together do not;
//!                  else a_e A(up + e, unknown - e) + (1 - a_e) A(up, unknown - e)          for any unknown span e
//! ```
//!
//! Factoring (Moskowitz 1958; Colbourn 1987, The Combinatorics of Network Reliability, chapter 2): exact, faults of different spans
//! independent, a crew at hand for each. Series `a b`, parallel `1 - (1 - a)(1 - b)` are its simplest cases.

use super::net::Net;

/// State of a span while factoring.
#[derive(Clone, Copy, PartialEq)]
enum Is {
    Up,
    Down,
    Unknown,
}

/// Exact availability between two places; `relevant` lists the spans on some way.
pub(crate) fn available(net: &Net, ends: (usize, usize), relevant: &[usize], up: &dyn Fn(usize) -> f64) -> f64 {
    let mut state = vec![Is::Down; net.spans.len()];
    relevant.iter().for_each(|&i| state[i] = Is::Unknown);
    factor(net, ends, &mut state, relevant, up)
}

fn factor(net: &Net, (from, to): (usize, usize), state: &mut [Is], rest: &[usize], up: &dyn Fn(usize) -> f64) -> f64 {
    if net.joined(from, to, |i| state[i] == Is::Up) {
        return 1.0;
    }
    if !net.joined(from, to, |i| state[i] != Is::Down) {
        return 0.0;
    }
    let Some((&e, rest)) = rest.split_first() else { return 0.0 };
    let a = up(e);
    state[e] = Is::Up;
    let with = factor(net, (from, to), state, rest, up);
    state[e] = Is::Down;
    let without = factor(net, (from, to), state, rest, up);
    state[e] = Is::Unknown;
    a * with + (1.0 - a) * without
}

/// At least one of two ways works.
pub(crate) fn of_two(a: &[usize], b: &[usize], up: &dyn Fn(usize) -> f64) -> f64 {
    let all = |list: &mut dyn Iterator<Item = &usize>| list.map(|&i| up(i)).product::<f64>();
    let shared = all(&mut a.iter().filter(|i| b.contains(i)));
    let (x, y) = (all(&mut a.iter().filter(|i| !b.contains(i))), all(&mut b.iter().filter(|i| !a.contains(i))));
    shared * (1.0 - (1.0 - x) * (1.0 - y))
}
