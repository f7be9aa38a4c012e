//! A route answer in the terminal.

use super::Table;
use crate::chart::time_distance_text;
use crate::language::Voice;
use crate::say;
use crate::terms::{
    CHAIN_HEADS, chain_row, chain_sum, charge_sum, charge_terms, permit, protection_terms, return_terms, way_terms,
};
use keruen_results::route::{Charge, Leg, LegKind, NoAnswer, RouteAnswer, Way};

/// The answer: ways side by side, then the sheet of the first (or of all with `full`).
pub fn route(v: Voice<'_>, a: &RouteAnswer, width: usize, full: bool) -> String {
    let q = &a.question;
    let mut out = say!(
        v,
        "route-asked",
        amount = v.amount(q.quantity, &q.unit),
        cargo = v.name(&q.cargo_name),
        from = v.place(&q.from),
        from_country = &q.from.country,
        to = v.place(&q.to),
        to_country = &q.to.country,
        day = v.day(&q.day)
    ) + "\n";
    if !q.scenarios.is_empty() {
        out += &(say!(v, "route-scenarios", list = q.scenarios.join(", ")) + "\n");
    }
    if !q.conditions.is_empty() {
        out += &(say!(v, "route-conditions", list = v.phrases(&q.conditions, ", ")) + "\n");
    }
    out.push('\n');
    if let Some(no) = &a.no_answer {
        out += &(say!(v, "route-no-way", reason = v.phrase(&no.reason)) + "\n");
        return out + &without_a_way(v, no);
    }
    out += &ways(v, &a.ways);
    for w in a.ways.iter().take(if full { usize::MAX } else { 1 }) {
        out += &sheet(v, w, width);
    }
    let whole = a.protection.iter().flat_map(|p| protection_terms(v, p)).chain(a.back.iter().flat_map(|b| return_terms(v, b)));
    for t in whole {
        out += &format!("{t}\n");
    }
    for n in &a.notes {
        out += &(say!(v, "note", text = v.phrase(n)) + "\n");
    }
    if !a.refused.is_empty() {
        out += &(say!(v, "route-taken-out", count = a.refused.len()) + "\n");
    }
    out
}

/// What rules and missing prices took out.
pub fn refused(v: Voice<'_>, answer: &RouteAnswer) -> String {
    let mut t = Table::said(v, &["head-taken-out", "head-rule", "head-whose", "head-reason", "head-arcs>"]);
    for r in &answer.refused {
        t.row(vec![r.what.clone(), r.rule.clone(), v.phrase(&r.authority), v.phrase(&r.reason), r.arcs.to_string()]);
    }
    t.print()
}

/// What was taken out, what would bring it back, and what works instead.
fn without_a_way(v: Voice<'_>, no: &NoAnswer) -> String {
    let mut out = String::new();
    for r in &no.cut {
        let whose = if r.authority.is_empty() { String::new() } else { format!(" ({})", v.phrase(&r.authority)) };
        out += &format!("  {} [{}] {}{whose}\n", v.name(&r.name), r.rule, v.phrase(&r.reason));
        for l in &r.lifted_by {
            out += &format!("    {}\n", say!(v, "would-be-lifted", by = v.phrase(l)));
        }
    }
    if no.alternatives.is_empty() {
        return out + &say!(v, "route-try", hint = v.phrase(&no.hint)) + "\n";
    }
    out += &(say!(v, "route-instead") + "\n");
    let mut t = Table::said(v, &["head-change", "", "head-usd>", "head-time>", "head-co2e>", "head-by"]);
    for a in &no.alternatives {
        t.row(vec![
            a.change.clone(),
            v.phrase(&a.what),
            v.number(a.cost),
            v.hours(a.hours),
            v.number(a.co2e_kg),
            v.summary(&a.summary),
        ]);
    }
    out + &t.print()
}

fn ways(v: Voice<'_>, list: &[Way]) -> String {
    let risky = list.iter().any(|w| w.totals.risk.is_some());
    let mut columns = vec!["head-way", "head-usd>", "head-low-to-high>", "head-time>", "head-p90>", "head-co2e>", "head-km>"];
    columns.extend(risky.then_some("head-risk>"));
    let days = list.iter().any(|w| w.departs != list[0].departs);
    columns.extend(days.then_some("head-leaves"));
    columns.push("head-by");
    let mut t = Table::said(v, &columns);
    for w in list {
        let r = w.totals.cost.range.unwrap_or(keruen_results::Range { low: w.totals.cost.amount, high: w.totals.cost.amount });
        let mut row = vec![
            labels(v, w),
            v.number(w.totals.cost.amount),
            v.range(r.low, r.high),
            v.hours(w.totals.hours.p50),
            v.hours(w.totals.hours.p90),
            v.number(w.totals.co2e_kg),
            v.number(w.totals.distance_km),
        ];
        row.extend(risky.then(|| w.totals.risk.map_or(String::new(), |r| v.percent(r, 1))));
        row.extend(days.then(|| v.day(&w.departs)));
        row.push(v.summary(&w.summary));
        t.row(row);
    }
    t.print() + "\n"
}

/// All labels of a way, or the one that every way has.
pub(crate) fn labels(v: Voice<'_>, w: &Way) -> String {
    if w.labels.is_empty() { v.phrase(&w.label) } else { v.phrases(&w.labels, ", ") }
}

/// How late the way may be, and the chance to keep what was promised.
fn lateness(v: Voice<'_>, w: &Way) -> String {
    let Some(late) = &w.totals.lateness else { return String::new() };
    let kept = late.kept.map_or(String::new(), |k| {
        let chance = say!(v, "route-kept", promise = v.phrase(&late.promise), chance = v.percent(k, 0));
        format!("; {chance}")
    });
    let takes = say!(
        v,
        "route-takes",
        departs = v.day(&w.departs),
        arrives = v.day(&w.arrives),
        half = v.hours(late.p50),
        nine = v.hours(late.p90)
    );
    format!("  {takes}{kept}\n")
}

fn sheet(v: Voice<'_>, w: &Way, width: usize) -> String {
    let mut out = say!(v, "route-sheet", way = v.phrase(&w.label), sheet = v.phrase(&w.sheet)) + "\n";
    let heads = ["", "head-leg", "head-from", "head-to", "head-km>", "head-time>", "head-usd>", "head-co2e>", "head-basis"];
    let mut t = Table::said(v, &heads);
    for l in &w.legs {
        t.row(vec![
            sign(l.kind).into(),
            v.phrase(&l.name),
            v.place(&l.from),
            if l.from.id == l.to.id { String::new() } else { v.place(&l.to) },
            if l.distance_km > 0.0 { v.number(l.distance_km) } else { String::new() },
            v.hours(l.hours),
            if l.charges.is_empty() { String::new() } else { v.number(l.cost) },
            if l.co2e_kg > 0.0 { v.number(l.co2e_kg) } else { String::new() },
            basis(v, l),
        ]);
    }
    out += &t.print();
    let h = &w.totals.hours;
    let parts = say!(
        v,
        "route-parts",
        moving = v.hours(h.moving),
        handling = v.hours(h.handling),
        border = v.hours(h.border),
        waiting = v.hours(h.waiting)
    );
    out += &format!("\n  {parts}; {}\n", v.phrase(&h.kind));
    out += &lateness(v, w);
    out += &waits(v, w);
    out += &charges(v, w);
    if !w.papers.is_empty() {
        out += &format!("  {}\n", say!(v, "route-papers", list = v.phrases(&w.papers, "; ")));
    }
    for p in &w.permits {
        out += &format!("  {} [{}]\n", permit(v, p), p.rule);
    }
    if !w.permits.is_empty() {
        out += &format!("  {}\n", say!(v, "route-may-leave", day = v.day(&w.leave_from)));
    }
    for t in way_terms(v, w) {
        out += &format!("  {t}\n");
    }
    for g in &w.gaps {
        out += &format!("  {}\n", say!(v, "route-gap", gap = v.phrase(g)));
    }
    out += &chain(v, w);
    out + "\n" + &time_distance_text(v, w, width) + "\n"
}

/// CO2e element by element.
fn chain(v: Voice<'_>, w: &Way) -> String {
    let Some(c) = &w.chain else { return String::new() };
    let mut t = Table::said(v, &CHAIN_HEADS);
    for e in &c.elements {
        t.row(chain_row(v, e).to_vec());
    }
    let gaps: String = c.gaps.iter().map(|g| format!("  {}\n", say!(v, "co2e-gap", gap = v.phrase(g)))).collect();
    format!("\n{}\n  {}\n{gaps}", t.print(), chain_sum(v, c))
}

fn waits(v: Voice<'_>, w: &Way) -> String {
    let mut out = String::new();
    for l in w.legs.iter().filter(|l| l.kind == LegKind::Wait) {
        out += &format!("  {}: {}\n", v.phrase(&l.name), v.phrase(&l.wait_origin));
    }
    out
}

/// What is charged, each price once with all that it is asked for: rate, price year, quantity, and its terms.
fn charges(v: Voice<'_>, w: &Way) -> String {
    let mut prices: Vec<Charge> = Vec::new();
    for c in w.legs.iter().flat_map(|l| &l.charges) {
        match prices.iter_mut().find(|p| p.tariff == c.tariff) {
            Some(same) => (same.quantity, same.usd) = (same.quantity + c.quantity, same.usd + c.usd),
            None => prices.push(c.clone()),
        }
    }
    let one = |c: &Charge| {
        let terms = charge_terms(v, c, str::to_string, |text| v.phrase(text));
        let terms: String = terms.iter().map(|t| format!("; {t}")).collect();
        format!("  {}: {}{terms}\n", v.name(&c.name), charge_sum(v, c))
    };
    prices.iter().map(one).collect()
}

fn sign(kind: LegKind) -> &'static str {
    match kind {
        LegKind::Move => ">",
        LegKind::Wait => ".",
        LegKind::Border => "#",
        _ => "+",
    }
}

/// How the leg's prices came about, and the facts they were read in.
fn basis(v: Voice<'_>, l: &Leg) -> String {
    let mut methods: Vec<&str> = l.charges.iter().map(|c| c.method.as_str()).filter(|m| !m.is_empty()).collect();
    methods.sort_unstable();
    methods.dedup();
    let methods: Vec<String> = methods.into_iter().map(|m| v.method(m)).collect();
    let mut facts: Vec<&str> = l.charges.iter().flat_map(|c| &c.sources).map(|s| s.fact.as_str()).collect();
    facts.sort_unstable();
    facts.dedup();
    let more = facts.len().saturating_sub(2);
    let shown = facts.into_iter().take(2).collect::<Vec<_>>().join(" ");
    format!("{} {}{}", methods.join("+"), shown, if more > 0 { format!(" +{more}") } else { String::new() }).trim().to_string()
}
