//! Ways and pairs of ways on a small net, by listing every simple path.
//!
//! A score of spans has a few hundred simple paths, so listing them is exact and short. Two ways that share no span, or no place but
//! the ends, are the two of the list whose sum of delays is least (what Suurballe 1974 finds on large nets; `keruen route
//! --protected` uses that, and a test compares both).

use super::net::Net;

/// Paths listed at most: beyond, the net is no small one.
const PATHS: usize = 20_000;

/// Every simple path from end to end, as spans, the fastest first.
pub(crate) fn paths(net: &Net, from: usize, to: usize) -> Vec<Vec<usize>> {
    let mut out = Vec::new();
    let mut seen = vec![false; net.nodes.len()];
    go(net, from, to, &mut seen, &mut Vec::new(), &mut out);
    let ms = |p: &Vec<usize>| p.iter().map(|&i| net.spans[i].ms()).sum::<f64>();
    out.sort_by(|a, b| ms(a).total_cmp(&ms(b)).then(a.cmp(b)));
    out
}

fn go(net: &Net, at: usize, to: usize, seen: &mut [bool], path: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
    if at == to {
        out.push(path.clone());
        return;
    }
    seen[at] = true;
    for &(i, next) in &net.beside[at] {
        if !seen[next] && out.len() < PATHS {
            path.push(i);
            go(net, next, to, seen, path, out);
            path.pop();
        }
    }
    seen[at] = false;
}

/// Places of a path, the ends left out.
fn inner(net: &Net, from: usize, path: &[usize]) -> Vec<usize> {
    let mut at = from;
    let mut out: Vec<usize> = path
        .iter()
        .map(|&i| {
            at = if net.spans[i].ends[0] == at { net.spans[i].ends[1] } else { net.spans[i].ends[0] };
            at
        })
        .collect();
    out.pop();
    out
}

/// The two ways with the least sum of delays that share no span and, where wanted, no inner place.
pub(crate) fn pair(net: &Net, from: usize, list: &[Vec<usize>], nodes_too: bool) -> Option<(usize, usize)> {
    let ms = |p: &[usize]| p.iter().map(|&i| net.spans[i].ms()).sum::<f64>();
    let delays: Vec<f64> = list.iter().map(|p| ms(p)).collect();
    let places: Vec<Vec<usize>> = list.iter().map(|p| inner(net, from, p)).collect();
    let apart = |a: usize, b: usize| {
        list[a].iter().all(|i| !list[b].contains(i)) && (!nodes_too || places[a].iter().all(|n| !places[b].contains(n)))
    };
    let mut best: Option<(f64, (usize, usize))> = None;
    for a in 0..list.len() {
        for b in a + 1..list.len() {
            let sum = delays[a] + delays[b];
            // Delays rise with b: nothing further is better.
            if best.is_some_and(|x| sum >= x.0) {
                break;
            }
            if apart(a, b) {
                best = Some((sum, (a, b)));
                break;
            }
        }
    }
    best.map(|x| x.1)
}
