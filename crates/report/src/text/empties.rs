//! What comes back empty, in the terminal; its rows are those of the report too.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::flow::{EmptiesFlow, EmptyKind, EmptyMove};
use std::collections::BTreeMap;

/// Heads of kinds and moves; `>` stands at numbers.
pub(crate) const KINDS: [&str; 6] =
    ["head-equipment", "head-owner", "head-laden>", "head-empty>", "head-empty-share>", "head-charges-usd>"];
pub(crate) const MOVES: [&str; 6] =
    ["head-equipment", "head-from", "head-to", "head-amount-in-all>", "head-each-usd>", "head-way"];

/// A kind under [`KINDS`].
pub(crate) fn kind(v: Voice<'_>, k: &EmptyKind) -> Vec<String> {
    vec![
        v.row("equipment", &k.equipment),
        v.row("operator", &k.owner),
        v.number(k.laden),
        v.number(k.empty),
        v.percent(k.empty / (k.laden + k.empty).max(f64::MIN_POSITIVE), 0),
        v.number(k.usd),
    ]
}

/// A move under [`MOVES`].
pub(crate) fn moved(v: Voice<'_>, m: &EmptyMove) -> Vec<String> {
    vec![
        v.row("equipment", &m.equipment),
        v.row("node", &m.way.from),
        v.row("node", &m.to),
        v.number(m.way.amount),
        v.number(m.way.usd),
        v.summary(&m.way.summary),
    ]
}

/// Where one more empty piece of each kind is worth most, on the mean of the periods: one line a kind.
fn dearest(v: Voice<'_>, e: &EmptiesFlow) -> Vec<String> {
    let mut sums: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    let mut periods: Vec<&str> = e.worth.iter().map(|w| w.period.as_str()).collect();
    periods.sort_unstable();
    periods.dedup();
    for w in &e.worth {
        *sums.entry((&w.equipment, &w.at)).or_default() += w.usd / periods.len() as f64;
    }
    let of = |k: &EmptyKind| {
        let mine = sums.iter().filter(|(key, _)| key.0 == k.equipment);
        let (at, usd) = mine.max_by(|a, b| a.1.total_cmp(b.1)).map(|(key, usd)| (key.1, *usd))?;
        let (what, at) = (v.row("equipment", &k.equipment), v.row("node", at));
        Some(say!(v, "empties-worth", what = what, at = at, usd = v.number(usd)))
    };
    e.kinds.iter().filter_map(of).collect()
}

/// Pieces that others bring, because no way for empties is priced.
fn gaps(v: Voice<'_>, e: &EmptiesFlow) -> Option<String> {
    let one = |g: &keruen_results::flow::EmptyGap| {
        format!("{} {} {}", v.row("node", &g.at), v.number(g.pieces), v.row("equipment", &g.equipment))
    };
    let all: Vec<String> = e.others.iter().map(one).collect();
    (!all.is_empty()).then(|| say!(v, "empties-others", places = all.join(", ")))
}

/// The tables in the terminal; `top` moves.
pub(super) fn empties(v: Voice<'_>, e: &EmptiesFlow, top: usize) -> String {
    let (mut kinds, mut moves) = (Table::said(v, &KINDS), Table::said(v, &MOVES));
    e.kinds.iter().for_each(|k| kinds.row(kind(v, k)));
    e.moves.iter().take(top).for_each(|m| moves.row(moved(v, m)));
    let mut out = format!("\n{}\n\n{}\n{}", say!(v, "empties-title"), kinds.print(), moves.print());
    said(v, e).iter().for_each(|line| out += &format!("{line}\n"));
    out
}

/// What is said beside the tables.
pub(crate) fn said(v: Voice<'_>, e: &EmptiesFlow) -> Vec<String> {
    dearest(v, e).into_iter().chain(gaps(v, e)).collect()
}
