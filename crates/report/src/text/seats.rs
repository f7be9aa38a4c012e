//! The plan for subsidised flights in the terminal.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::seat_plan::{BudgetUse, Instrument, SeatPlan};

/// What the budget buys, pair by pair, by state, and what hangs on what; `top` pairs.
pub fn seat_plan(v: Voice<'_>, p: &SeatPlan, top: usize) -> String {
    let mut out = head(v, p);
    p.uses.iter().for_each(|u| out += &budget_use(v, u));
    let mut part = |title: String, table: String| out += &format!("\n{title}\n\n{table}");
    part(say!(v, "seats-pairs"), pairs(v, p, top));
    part(say!(v, "seats-curve"), curve(v, p));
    part(say!(v, "seats-hangs"), hangs(v, p));
    out += "\n";
    p.assumptions.iter().chain(&p.notes).for_each(|a| out += &format!("{}\n", v.phrase(a)));
    out
}

fn head(v: Voice<'_>, p: &SeatPlan) -> String {
    let asked = say!(v, "seats-head", corridor = p.corridor.clone(), sum = v.sum(&p.told), usd = v.number(p.budget_usd));
    let floor = say!(v, "seats-floor", share = v.percent(p.floor, 0));
    if p.floor > 0.0 { format!("{asked}\n{floor}\n") } else { asked + "\n" }
}

/// What is used, in a word.
pub(crate) fn instrument(v: Voice<'_>, id: &str) -> String {
    match id {
        "voucher" => say!(v, "seats-voucher"),
        "guarantee" => say!(v, "seats-guarantee"),
        _ => say!(v, "seats-both"),
    }
}

/// Which instruments the whole budget goes to.
pub(crate) fn alone(v: Voice<'_>, id: &str) -> String {
    match id {
        "voucher" => say!(v, "seats-vouchers"),
        "guarantee" => say!(v, "seats-guarantees"),
        _ => say!(v, "seats-both"),
    }
}

/// Whether more could be had.
pub(crate) fn proof(v: Voice<'_>, u: &BudgetUse) -> String {
    if u.proven { say!(v, "seats-proven") } else { say!(v, "seats-bound", bound = v.number(u.bound)) }
}

/// Spending by state.
pub(crate) fn by_state(v: Voice<'_>, u: &BudgetUse) -> String {
    let states: Vec<String> = u.by_state.iter().filter(|s| s.1 > 0.0).map(|s| format!("{} {}", s.0, v.number(s.1))).collect();
    say!(v, "seats-by-state", list = states.join(", "))
}

fn budget_use(v: Voice<'_>, u: &BudgetUse) -> String {
    let used = say!(
        v,
        "seats-use",
        what = alone(v, &u.instrument),
        seats = v.number(u.seats),
        extra = v.number(u.extra),
        usd = v.number(u.usd),
        proof = proof(v, u)
    );
    let mut out = format!("\n{used}\n\n");
    if !u.why.is_empty() {
        return out + &v.phrase(&u.why) + "\n";
    }
    if u.bought.is_empty() {
        return out + &say!(v, "seats-nothing") + "\n";
    }
    let heads = ["head-pair", "head-instrument", "head-bought>", "head-extra-trips>", "head-usd>", "head-usd-an-extra>"];
    let mut t = Table::said(v, &heads);
    for b in &u.bought {
        t.row(vec![
            v.pair(&b.name),
            instrument(v, &b.instrument),
            v.number(b.count),
            v.number(b.extra),
            v.number(b.usd),
            v.number(b.usd / b.extra),
        ]);
    }
    out += &t.print();
    out + &by_state(v, u) + "\n"
}

fn curve(v: Voice<'_>, p: &SeatPlan) -> String {
    let mut t = Table::said(v, &["head-budget-usd>", "head-spent-usd>", "head-extra-trips>", "head-usd-an-extra>"]);
    for c in &p.curve {
        let each = if c.extra > 0.0 { v.number(c.usd / c.extra) } else { "-".into() };
        t.row(vec![v.number(c.budget_usd), v.number(c.usd), v.number(c.extra), each]);
    }
    t.print()
}

fn hangs(v: Voice<'_>, p: &SeatPlan) -> String {
    let mut t = Table::said(v, &["head-assumption-end", "head-extra-trips>"]);
    p.sensitivity.iter().for_each(|(what, extra)| t.row(vec![v.phrase(what), v.number(*extra)]));
    t.print()
}

fn each(v: Voice<'_>, i: Option<Instrument>) -> [String; 3] {
    i.map_or_else(
        || ["-".into(), "-".into(), "-".into()],
        |i| [v.number(i.each_usd), v.span(&i.extra), i.usd_per_extra.map_or("-".into(), |x| v.number(x))],
    )
}

/// Heads of the pairs, in the terminal and on the page.
pub(crate) const PAIRS: [&str; 12] = [
    "head-pair",
    "head-km>",
    "head-flights-a-week>",
    "head-seats>",
    "head-return-fare>",
    "head-voucher-usd>",
    "head-extra-trips>",
    "head-usd-each>",
    "head-rotation-usd>",
    "head-extra-trips>",
    "head-usd-each>",
    "head-traffic-right",
];

fn pairs(v: Voice<'_>, p: &SeatPlan, top: usize) -> String {
    let mut t = Table::said(v, &PAIRS);
    for x in p.pairs.iter().take(top) {
        let [voucher, extra, cost] = each(v, x.voucher);
        let [rotation, more, price] = each(v, x.guarantee);
        t.row(vec![
            v.pair(&x.name),
            v.number(x.km),
            if x.open { v.number(x.departures) } else { say!(v, "none") },
            v.number(x.seats),
            x.fare_usd.map_or("-".into(), |f| v.number(f)),
            voucher,
            extra,
            cost,
            rotation,
            more,
            price,
            v.phrase(&x.right),
        ]);
    }
    t.print()
}
