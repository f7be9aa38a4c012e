//! A route answer in the terminal.

use super::Table;
use crate::chart::time_distance_text;
use crate::format::{hours, number, range};
use crate::terms::{CHAIN_HEADS, chain_row, chain_sum, protection_terms, return_terms, way_terms};
use keruen_results::route::{Leg, LegKind, NoAnswer, PermitNeed, RouteAnswer, Way};

/// The answer: ways side by side, then the sheet of the first (or of all with `full`).
pub fn route(a: &RouteAnswer, width: usize, full: bool) -> String {
    let q = &a.question;
    let mut out = format!(
        "{} {} of {}, {} ({}) to {} ({}), {}\n",
        number(q.quantity),
        q.unit,
        q.cargo_name,
        q.from.name,
        q.from.country,
        q.to.name,
        q.to.country,
        q.day
    );
    if !q.scenarios.is_empty() {
        out += &format!("scenarios: {}\n", q.scenarios.join(", "));
    }
    if !q.conditions.is_empty() {
        out += &format!("conditions: {}\n", q.conditions.join(", "));
    }
    out.push('\n');
    if let Some(no) = &a.no_answer {
        out += &format!("No way. {}\n", no.reason);
        return out + &without_a_way(no);
    }
    out += &ways(&a.ways);
    for w in a.ways.iter().take(if full { usize::MAX } else { 1 }) {
        out += &sheet(w, width);
    }
    let whole = a.protection.iter().flat_map(protection_terms).chain(a.back.iter().flat_map(|b| return_terms(b)));
    for t in whole {
        out += &format!("{t}\n");
    }
    for n in &a.notes {
        out += &format!("note: {n}\n");
    }
    if !a.refused.is_empty() {
        out += &format!(
            "{} rows were taken out before the search by rules or for want of a price; --why lists them\n",
            a.refused.len()
        );
    }
    out
}

/// What was taken out, what would bring it back, and what works instead.
fn without_a_way(no: &NoAnswer) -> String {
    let mut out = String::new();
    for r in &no.cut {
        let whose = if r.authority.is_empty() { String::new() } else { format!(" ({})", r.authority) };
        out += &format!("  {} [{}] {}{whose}\n", r.name, r.rule, r.reason);
        for l in &r.lifted_by {
            out += &format!("    would be lifted by: {l}\n");
        }
    }
    if no.alternatives.is_empty() {
        return out + &format!("Try: {}\n", no.hint);
    }
    out += "What works instead:\n";
    let mut t = Table::new(&["change", "", "USD>", "time>", "kg CO2e>", "by"]);
    for a in &no.alternatives {
        t.row(vec![a.change.clone(), a.what.clone(), number(a.cost), hours(a.hours), number(a.co2e_kg), a.summary.clone()]);
    }
    out + &t.print()
}

fn ways(list: &[Way]) -> String {
    let risky = list.iter().any(|w| w.totals.risk.is_some());
    let mut columns = vec!["way", "USD>", "low to high>", "time>", "90 %>", "kg CO2e>", "km>"];
    columns.extend(risky.then_some("risk>"));
    let days = list.iter().any(|w| w.departs != list[0].departs);
    columns.extend(days.then_some("leaves"));
    columns.push("by");
    let mut t = Table::new(&columns);
    for w in list {
        let r = w.totals.cost.range.unwrap_or(keruen_results::Range { low: w.totals.cost.amount, high: w.totals.cost.amount });
        let mut row = vec![
            if w.labels.is_empty() { w.label.clone() } else { w.labels.join(", ") },
            number(w.totals.cost.amount),
            range(r.low, r.high),
            hours(w.totals.hours.p50),
            hours(w.totals.hours.p90),
            number(w.totals.co2e_kg),
            number(w.totals.distance_km),
        ];
        row.extend(risky.then(|| w.totals.risk.map_or(String::new(), |r| format!("{:.1} %", r * 100.0))));
        row.extend(days.then(|| w.departs.clone()));
        row.push(w.summary.clone());
        t.row(row);
    }
    t.print() + "\n"
}

/// How late the way may be, and the chance to keep what was promised.
fn lateness(w: &Way) -> String {
    let Some(late) = &w.totals.lateness else { return String::new() };
    let kept = late.kept.map_or(String::new(), |k| format!("; chance to be there {}: {:.0} %", late.promise, k * 100.0));
    format!(
        "  leaves {}, arrives {}; half of all journeys take {}, nine in ten {}{kept}\n",
        w.departs,
        w.arrives,
        hours(late.p50),
        hours(late.p90)
    )
}

fn sheet(w: &Way, width: usize) -> String {
    let mut out = format!("{} way: {}\n", w.label, w.sheet);
    let mut t = Table::new(&["", "leg", "from", "to", "km>", "time>", "USD>", "kg CO2e>", "basis"]);
    for l in &w.legs {
        let place = |same: bool, name: &str| if same { String::new() } else { name.to_string() };
        t.row(vec![
            sign(l.kind).into(),
            l.name.clone(),
            l.from.name.clone(),
            place(l.from.id == l.to.id, &l.to.name),
            if l.distance_km > 0.0 { number(l.distance_km) } else { String::new() },
            hours(l.hours),
            if l.charges.is_empty() { String::new() } else { number(l.cost) },
            if l.co2e_kg > 0.0 { number(l.co2e_kg) } else { String::new() },
            basis(l),
        ]);
    }
    out += &t.print();
    let h = &w.totals.hours;
    out += &format!(
        "\n  moving {}, handling {}, borders {}, waiting {}; {}\n",
        hours(h.moving),
        hours(h.handling),
        hours(h.border),
        hours(h.waiting),
        h.kind
    );
    out += &lateness(w);
    out += &waits(w);
    if !w.papers.is_empty() {
        out += &format!("  papers: {}\n", w.papers.join("; "));
    }
    for p in &w.permits {
        out += &format!(
            "  permit: {} by {}, asked for on {}, {} days (90 %: {}), there on {}{} [{}]\n",
            p.name,
            p.authority,
            p.asked_on,
            number(p.lead_days),
            number(p.lead_days_p90),
            p.earliest,
            quota(p),
            p.rule
        );
    }
    if !w.permits.is_empty() {
        out += &format!("  the goods may leave from {}\n", w.leave_from);
    }
    for t in way_terms(w) {
        out += &format!("  {t}\n");
    }
    for g in &w.gaps {
        out += &format!("  not in the sheet: {g}\n");
    }
    out += &chain(w);
    out + "\n" + &time_distance_text(w, width) + "\n"
}

/// CO2e element by element.
fn chain(w: &Way) -> String {
    let Some(c) = &w.chain else { return String::new() };
    let mut t = Table::new(&CHAIN_HEADS);
    for e in &c.elements {
        t.row(chain_row(e).to_vec());
    }
    let gaps: String = c.gaps.iter().map(|g| format!("  CO2e gap: {g}\n")).collect();
    format!("\n{}\n  {}\n{gaps}", t.print(), chain_sum(c))
}

/// The quota of a permit and the part of it that the lot takes.
fn quota(p: &PermitNeed) -> String {
    let share = p.quota_share.map_or(String::new(), |s| format!(", of which the lot takes {} %", number(s * 100.0)));
    p.quota.map_or(String::new(), |q| format!(", quota {} {} a year{share}", number(q), p.quota_unit))
}

fn waits(w: &Way) -> String {
    let mut out = String::new();
    for l in w.legs.iter().filter(|l| l.kind == LegKind::Wait) {
        out += &format!("  {}: {}\n", l.name, l.wait_origin);
    }
    out
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
fn basis(l: &Leg) -> String {
    let mut methods: Vec<&str> = l.charges.iter().map(|c| c.method.as_str()).collect();
    methods.sort_unstable();
    methods.dedup();
    let mut facts: Vec<&str> = l.charges.iter().flat_map(|c| &c.sources).map(|s| s.fact.as_str()).collect();
    facts.sort_unstable();
    facts.dedup();
    let more = facts.len().saturating_sub(2);
    let shown = facts.into_iter().take(2).collect::<Vec<_>>().join(" ");
    format!("{} {}{}", methods.join("+"), shown, if more > 0 { format!(" +{more}") } else { String::new() }).trim().to_string()
}
