//! Is a choice solved?
//!
//! ```text
//! primal  sum of c x + 1/theta x ln(x / T)         flows add up to T, rows hold
//! dual    sum of T (least length - ln(sum of odds) / theta) - rows x prices,   lengths with prices
//! ```
//! Prices are not negative and no listed column pays at them. By weak duality no split is worth less than the dual.

use super::FlowFlaw;
use crate::mincost::Exact;
use keruen_results::proof::{ChoiceProof, FlowProof};

/// Flows of a user may miss its amount, and rows what there is, by this part of their size.
const FEASIBLE: f64 = 1e-8;
/// The split may be worth more than the bound by this part.
const GAP: f64 = 1e-9;
/// A column may pay at the prices by this part of its terms: rounding.
const PAYS: f64 = 1e-9;

/// Gap, largest miss as a part, and what is wrong.
pub(super) fn check(p: &ChoiceProof, proof: &FlowProof) -> (f64, f64, Vec<FlowFlaw>) {
    let mut flaws = Vec::new();
    let mut miss = 0.0_f64;
    let problem = |at: String, what: String| FlowFlaw::Problem { which: "choice", at, what };
    for (k, by) in amounts(p) {
        miss = miss.max(by);
        if by > FEASIBLE {
            let w = &proof.wishes[p.users[k].commodity as usize];
            flaws.push(problem(format!("{} {}", w.wish, w.period), format!("flows miss the amount by {by:e} of it")));
        }
    }
    for (r, by) in rows(p, proof) {
        miss = miss.max(by);
        if by > FEASIBLE {
            let row = &proof.rows[r];
            flaws.push(problem(format!("{} {}", row.limit, row.period), format!("is used beyond what there is by {by:e} of it")));
        }
    }
    let negative =
        p.options.iter().any(|o| o.flow < 0.0) || p.columns.iter().any(|c| c.1 < 0.0) || p.price.iter().any(|x| *x < 0.0);
    if negative {
        flaws.push(problem(String::new(), "a flow, a column or a price is below zero".into()));
    }
    if let Some(j) = (0..p.columns.len()).find(|&j| pays(p, j) > PAYS) {
        flaws.push(problem(String::new(), format!("listed column {j} pays without bound at these prices")));
    }
    let gap = gap(p);
    if gap.is_nan() || gap.abs() > GAP {
        flaws.push(problem(String::new(), format!("the split is worth more than the proven bound by {gap:e} of it")));
    }
    (gap, miss, flaws)
}

/// By which part flows of each user miss its amount.
fn amounts(p: &ChoiceProof) -> Vec<(usize, f64)> {
    let mut sums = vec![Exact::default(); p.users.len()];
    p.options.iter().for_each(|o| sums[o.user as usize].add(o.flow));
    let one = |(k, mut sum): (usize, Exact)| {
        sum.add(-p.users[k].amount);
        (k, sum.value().abs() / p.users[k].amount.max(f64::MIN_POSITIVE))
    };
    sums.into_iter().enumerate().map(one).collect()
}

/// By which part of what is taken, or was there before background traffic, rows are broken.
fn rows(p: &ChoiceProof, proof: &FlowProof) -> Vec<(usize, f64)> {
    let mut used = vec![(Exact::default(), 0.0_f64); p.rows.len()];
    let uses = p.options.iter().flat_map(|o| o.uses.iter().map(move |u| (u, o.flow)));
    for (&(row, amount), flow) in uses.chain(p.columns.iter().flat_map(|c| c.0.iter().map(move |e| (e, c.1)))) {
        let u = &mut used[row as usize];
        u.0.add_product(amount, flow);
        u.1 += (amount * flow).abs();
    }
    let one = |(r, (mut sum, size)): (usize, (Exact, f64))| {
        sum.add(-p.rows[r]);
        (r, sum.value().max(0.0) / size.max(p.rows[r].abs()).max(proof.rows[r].upper.abs()).max(f64::MIN_POSITIVE))
    };
    used.into_iter().enumerate().map(one).collect()
}

/// By which part of its terms a column is worth more than it takes.
fn pays(p: &ChoiceProof, j: usize) -> f64 {
    let (mut sum, mut size) = (Exact::default(), 0.0_f64);
    for &(row, amount) in &p.columns[j].0 {
        sum.add_product(-amount, p.price[row as usize]);
        size += (amount * p.price[row as usize]).abs();
    }
    if size > 0.0 { sum.value() / size } else { 0.0 }
}

/// (primal - dual) / max(1, |primal|).
fn gap(p: &ChoiceProof) -> f64 {
    let (mut primal, mut dual) = (Exact::default(), Exact::default());
    let mut of_user: Vec<Vec<usize>> = vec![Vec::new(); p.users.len()];
    p.options.iter().enumerate().for_each(|(i, o)| of_user[o.user as usize].push(i));
    for (user, mine) in p.users.iter().zip(&of_user) {
        let lengths: Vec<f64> = mine.iter().map(|&i| length(p, i)).collect();
        let least = lengths.iter().copied().fold(f64::INFINITY, f64::min);
        let odds: f64 = lengths.iter().map(|l| (-user.theta * (l - least)).exp()).sum();
        dual.add_product(user.amount, least);
        dual.add_product(user.amount, -odds.ln() / user.theta);
        for &i in mine {
            let (cost, flow) = (p.options[i].cost, p.options[i].flow);
            primal.add_product(cost, flow);
            if flow > 0.0 {
                primal.add_product(flow, (flow / user.amount).ln() / user.theta);
            }
        }
    }
    p.rows.iter().zip(&p.price).for_each(|(&there, &price)| dual.add_product(-there, price));
    primal.minus(dual) / primal.value().abs().max(1.0)
}

fn length(p: &ChoiceProof, i: usize) -> f64 {
    let mut length = Exact::default();
    length.add(p.options[i].cost);
    p.options[i].uses.iter().for_each(|&(row, amount)| length.add_product(amount, p.price[row as usize]));
    length.value()
}
