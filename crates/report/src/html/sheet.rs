//! The cost sheet of one way.

use super::page::{heads, row};
use crate::format::{escape, href};
use crate::language::Voice;
use crate::say;
use crate::terms::{CHAIN_HEADS, chain_row, chain_sum, charge_sum, charge_terms, permit, way_terms};
use keruen_results::route::{Charge, DraughtUse, EmissionUse, Leg, LegKind, Way};
use keruen_results::{Range, SourceRef};
use std::fmt::Write;

/// Heads of the sheet.
const HEADS: [&str; 7] = ["head-leg", "head-place", "head-km>", "head-time>", "head-usd>", "head-co2e>", "head-charges"];

/// `low to high`, small and grey, where there is a range that is more than a point.
pub(super) fn range_span(v: Voice<'_>, r: Option<Range>) -> String {
    match r {
        Some(r) if v.number(r.low) != v.number(r.high) => soft(&v.range(r.low, r.high)),
        _ => String::new(),
    }
}

/// Small and grey.
pub(super) fn soft(text: &str) -> String {
    format!("<span class=\"range\">{}</span>", escape(text))
}

/// Text of a table, which stands in the language it was written in where the catalogue does not know it.
pub(super) fn written(v: Voice<'_>, english: &str) -> String {
    let foreign = !v.is_english() && !english.is_empty() && !v.knows(english);
    if foreign { format!("<span lang=\"en\">{}</span>", escape(english)) } else { escape(&v.phrase(english)) }
}

/// The badge of a method.
pub(super) fn badge(v: Voice<'_>, method: &str) -> String {
    format!("<span class=\"m {}\">{}</span>", escape(method), escape(&v.method(method)))
}

/// Links to the facts of a figure.
pub(super) fn links(v: Voice<'_>, sources: &[SourceRef]) -> String {
    let one = |s: &SourceRef| match href(&s.url) {
        Some(url) => format!(
            "<a href=\"{url}\" title=\"{}\">{}</a>",
            escape(&format!("{}: {} ({}, {})", s.publisher, s.title, s.as_of, v.listed(&s.grade))),
            escape(&s.fact)
        ),
        None => escape(&s.fact),
    };
    sources.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The sheet: legs, charge lines, papers, permits, gaps.
pub(super) fn sheet(v: Voice<'_>, w: &Way) -> String {
    let mut out = heads(v, &HEADS);
    for l in &w.legs {
        out += &leg(v, l);
    }
    let t = &w.totals;
    let _ = write!(
        out,
        "</tbody><tfoot><tr><th>{}</th><th></th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}<br>{}</th><th class=\"n\">{}<br>{}</th><th></th></tr></tfoot></table></div>",
        escape(&v.phrase(&w.sheet)),
        v.number(t.distance_km),
        v.hours(t.hours.p50),
        v.number(t.cost.amount),
        range_span(v, t.cost.range),
        v.number(t.co2e_kg),
        range_span(v, t.co2e_range)
    );
    out += &below(v, w);
    out + &chain(v, w)
}

/// What stands under the table.
fn below(v: Voice<'_>, w: &Way) -> String {
    let h = &w.totals.hours;
    let parts = say!(
        v,
        "sheet-parts",
        moving = v.hours(h.moving),
        handling = v.hours(h.handling),
        border = v.hours(h.border),
        waiting = v.hours(h.waiting),
        nine = v.hours(h.p90)
    );
    let mut out = format!("<p>{} {}</p>", escape(&parts), soft(&v.phrase(&h.kind)));
    if !w.papers.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(&say!(v, "sheet-papers", list = v.phrases(&w.papers, "; "))));
    }
    for p in &w.permits {
        let _ = write!(out, "<p>{} {}</p>", escape(&permit(v, p)), soft(&format!("[{}]", p.rule)));
    }
    if !w.permits.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(&say!(v, "sheet-may-leave", day = v.day(&w.leave_from))));
    }
    for g in &w.gaps {
        let _ = write!(out, "<p class=\"note\">{}</p>", escape(&say!(v, "sheet-gap", gap = v.phrase(g))));
    }
    for t in way_terms(v, w) {
        let _ = write!(out, "<p>{}</p>", escape(&t));
    }
    out
}

/// CO2e element by element.
fn chain(v: Voice<'_>, w: &Way) -> String {
    let Some(c) = &w.chain else { return String::new() };
    let line = |e| row(&CHAIN_HEADS, "", &chain_row(v, e).map(|x| escape(&x)));
    let rows: String = c.elements.iter().map(line).collect();
    let gap = |g: &String| format!("<p class=\"note\">{}</p>", escape(&say!(v, "co2e-gap", gap = v.phrase(g))));
    let gaps: String = c.gaps.iter().map(gap).collect();
    format!(
        "<details><summary>{}</summary>{}{rows}</tbody></table></div><p class=\"range\">{}</p>{gaps}</details>",
        escape(&say!(v, "co2e-by-element")),
        heads(v, &CHAIN_HEADS),
        escape(&chain_sum(v, c))
    )
}

/// A charge line: rate, unit, quantity, sum, what the price includes, how it came about.
fn charge(v: Voice<'_>, c: &Charge) -> String {
    let by = if c.operator.is_empty() { String::new() } else { format!(" {}", escape(&v.name(&c.operator))) };
    format!(
        "<b>{}</b>{by}: {} {} {} {}{}",
        escape(&v.name(&c.name)),
        escape(&charge_sum(v, c)),
        badge(v, &c.method),
        range_span(v, c.range),
        links(v, &c.sources),
        terms(v, c)
    )
}

fn terms(v: Voice<'_>, c: &Charge) -> String {
    let out = charge_terms(v, c, escape, |text| written(v, text));
    if out.is_empty() { String::new() } else { format!("<br><span class=\"range\">{}</span>", out.join("; ")) }
}

/// A row of the sheet.
fn leg(v: Voice<'_>, l: &Leg) -> String {
    let class = match l.kind {
        LegKind::Wait => "wait",
        LegKind::Border => "border",
        _ => "",
    };
    let place = if l.from.id == l.to.id {
        escape(&v.place(&l.from))
    } else {
        format!("{} \u{2192} {}", escape(&v.place(&l.from)), escape(&v.place(&l.to)))
    };
    let operator = if l.operator.is_empty() { String::new() } else { format!("<br>{}", soft(&v.name(&l.operator))) };
    let blank = |show: bool, text: String| if show { text } else { String::new() };
    let cells = [
        format!("{}{operator}", escape(&v.phrase(&l.name))),
        place,
        blank(l.distance_km > 0.0, v.number(l.distance_km)),
        v.hours(l.hours),
        blank(!l.charges.is_empty(), v.number(l.cost)),
        blank(l.co2e_kg > 0.0, v.number(l.co2e_kg)),
        notes(v, l).join("<br>"),
    ];
    row(&HEADS, class, &cells)
}

/// Charges and everything else that is said of a leg.
fn notes(v: Voice<'_>, l: &Leg) -> Vec<String> {
    let mut out: Vec<String> = l.charges.iter().map(|c| charge(v, c)).collect();
    out.extend(l.emission.iter().map(|e| emission(v, e)));
    out.extend(l.draught.iter().map(|d| draught(v, d)));
    if let Some(rate) = l.through.as_ref().filter(|_| l.charges.is_empty()) {
        out.push(soft(&say!(v, "leg-through", rate = rate)));
    }
    if !l.wait_origin.is_empty() {
        out.push(soft(&v.phrase(&l.wait_origin)));
    }
    if !l.papers.is_empty() {
        out.push(soft(&say!(v, "route-papers", list = v.phrases(&l.papers, "; "))));
    }
    out
}

fn emission(v: Voice<'_>, e: &EmissionUse) -> String {
    let said = say!(v, "leg-emission", name = v.name(&e.name), factor = v.number(e.factor), unit = v.unit(&e.unit));
    format!("{} {}", soft(&said), badge(v, &e.method))
}

fn draught(v: Voice<'_>, d: &DraughtUse) -> String {
    soft(&say!(
        v,
        "leg-draught",
        place = v.name(&d.name),
        depth = v.number(d.depth_m),
        wanted = v.number(d.wanted_m),
        vehicle = v.name(&d.vehicle),
        left = v.number(d.left_t),
        payload = v.number(d.payload_t)
    ))
}
