//! The answer against the flows that were proven.

use super::{FlowFlaw, differs};
use crate::mincost::Exact;
use keruen_results::flow::{FlowAnswer, LimitFlow};
use keruen_results::proof::{Claim, FlowProof, Instance};
use std::collections::BTreeMap;

/// Through demand has what background traffic left of each row.
pub(super) fn left_by_background(proof: &FlowProof) -> Vec<FlowFlaw> {
    let taken = by_ways(&proof.background);
    let mut out = Vec::new();
    for (r, row) in proof.rows.iter().enumerate() {
        let left = row.upper - taken[r].value();
        let at = || format!("{} {}", row.limit, row.period);
        out.extend(differs(at(), "what there is for background", (proof.background.0.rows[r].1, row.upper), row.upper));
        if !makes_wait(proof, r) {
            out.extend(differs(at(), "what background leaves", (proof.through.0.rows[r].1, left), row.upper));
        }
        if let Some(choice) = &proof.choice {
            out.extend(differs(at(), "what background leaves to choose from", (choice.rows[r], left), row.upper));
        }
    }
    out
}

/// Whether a row of an equilibrium is no bound: more of it is had by waiting.
fn makes_wait(proof: &FlowProof, r: usize) -> bool {
    proof.congestion.as_ref().is_some_and(|c| c.1[r].period.is_some())
}

/// What ways take of each row.
pub(super) fn by_ways((instance, claim): &(Instance, Claim)) -> Vec<Exact> {
    let mut out = vec![Exact::default(); instance.rows.len()];
    for way in &claim.ways {
        let layer = &instance.layers[instance.commodities[way.commodity as usize].layer as usize];
        let uses = way.arcs.iter().flat_map(|&arc| &layer.arcs[arc as usize].uses);
        uses.for_each(|&(row, amount)| out[row as usize].add_product(amount, way.flow));
    }
    out
}

/// Units of each wish on ways, and what its problem asks, over all periods.
pub(super) fn wishes(answer: &FlowAnswer, proof: &FlowProof) -> Vec<FlowFlaw> {
    let mut moved: BTreeMap<&str, (Exact, Exact)> = BTreeMap::new();
    let mut add = |k: u32, flow: f64| {
        let w = &proof.wishes[k as usize];
        moved.entry(&w.wish).or_default().0.add_product(flow, w.lot);
    };
    proof.background.1.ways.iter().for_each(|w| add(w.commodity, w.flow));
    match &proof.choice {
        None => proof.through.1.ways.iter().for_each(|w| add(w.commodity, w.flow)),
        Some(c) => c.options.iter().filter(|o| !o.elsewhere).for_each(|o| add(c.users[o.user as usize].commodity, o.flow)),
    }
    for (k, w) in proof.wishes.iter().enumerate() {
        let demand = proof.background.0.commodities[k].demand + proof.through.0.commodities[k].demand;
        moved.entry(&w.wish).or_default().1.add_product(demand, w.lot);
    }
    let mut out = Vec::new();
    for w in &answer.wishes {
        let (ways, asked) = moved.get(w.wish.as_str()).map_or((0.0, 0.0), |m| (m.0.value(), m.1.value()));
        out.extend(differs(w.wish.clone(), "what is asked for", (w.asked, asked), w.asked));
        out.extend(differs(w.wish.clone(), "what moves", (w.carried + w.outside, ways), w.asked));
        let sum: f64 = w.ways.iter().map(|x| x.amount).sum();
        out.extend(differs(w.wish.clone(), "the sum of its ways", (sum, ways), w.asked));
        let left = w.asked - w.carried - w.outside;
        out.extend(differs(w.wish.clone(), "what stays behind", (w.unserved, left), w.asked));
    }
    out
}

/// Room, use and price of each limit shown; limits that are not shown have no price, or there is nothing of them to wait for.
pub(super) fn limits(answer: &FlowAnswer, proof: &FlowProof) -> Vec<FlowFlaw> {
    let shown: BTreeMap<(&str, &str), &LimitFlow> =
        answer.limits.iter().map(|l| ((l.limit.as_str(), l.period.as_str()), l)).collect();
    let (used, brought, price) = whole(proof);
    let mut out = Vec::new();
    for (r, row) in proof.rows.iter().enumerate().filter(|(_, row)| !row.limit.is_empty()) {
        let at = format!("{} {}", row.limit, row.period);
        let price = -price[r] * row.each;
        let Some(l) = shown.get(&(row.limit.as_str(), row.period.as_str())) else {
            if makes_wait(proof, r) && row.upper + brought[r] <= 0.0 {
                continue;
            }
            out.extend(differs(at, "the price of a limit that is not shown", (0.0, price.max(0.0)), 0.0));
            continue;
        };
        let there = (row.upper + brought[r]) / row.each;
        // Sums that cancel to nothing are judged against one unit of the limit, not against each other's rounding.
        let size = there.abs().max(1.0);
        out.extend(differs(at.clone(), "how much there is", (l.amount, there), size));
        out.extend(differs(at.clone(), "how much is used", (l.used, (used[r] + brought[r]) / row.each), size));
        out.extend(differs(at, "its price", (l.price, price.max(0.0)), price));
    }
    out
}

/// Use, what columns bring, and price of each row, for all traffic. What columns bring counts as room, not as less use.
fn whole(proof: &FlowProof) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut used = by_ways(&proof.background);
    let mut brought = vec![0.0; proof.rows.len()];
    let mut columns: Vec<(&[(u32, f64)], f64)> = Vec::new();
    match &proof.choice {
        None => {
            by_ways(&proof.through).into_iter().zip(&mut used).for_each(|(a, u)| u.add(a.value()));
            let all = proof.through.0.columns.iter().zip(&proof.through.1.columns);
            columns.extend(all.map(|(c, &value)| (c.entries.as_slice(), value)));
        }
        Some(c) => {
            for o in &c.options {
                o.uses.iter().for_each(|&(row, amount)| used[row as usize].add_product(amount, o.flow));
            }
            columns.extend(c.columns.iter().map(|(entries, value)| (entries.as_slice(), *value)));
        }
    }
    for (entries, value) in columns {
        for &(row, amount) in entries {
            used[row as usize].add_product(amount, value);
            brought[row as usize] += (-amount * value).max(0.0);
        }
    }
    let price = match &proof.choice {
        None => proof.through.1.price.clone(),
        Some(c) => c.price.iter().map(|p| -p).collect(),
    };
    (used.iter().map(|u| u.value()).collect(), brought, price)
}
