//! The cost sheet of one way.

use crate::format::{escape, hours, href, number, range};
use crate::terms::{CHAIN_HEADS, chain_row, chain_sum, way_terms};
use keruen_results::route::{Charge, Leg, LegKind, PermitNeed, Way};
use keruen_results::{Range, SourceRef};
use std::fmt::Write;

/// `low to high`, small and grey, where there is a range that is more than a point.
pub(super) fn range_span(r: Option<Range>) -> String {
    match r {
        Some(r) if number(r.low) != number(r.high) => format!("<span class=\"range\">{}</span>", range(r.low, r.high)),
        _ => String::new(),
    }
}

/// The badge of a method.
pub(super) fn badge(method: &str) -> String {
    let word = if method.is_empty() { "no citation" } else { method };
    format!("<span class=\"m {}\">{}</span>", escape(method), escape(word))
}

/// Links to the facts of a figure.
pub(super) fn links(sources: &[SourceRef]) -> String {
    let one = |s: &SourceRef| match href(&s.url) {
        Some(url) => format!(
            "<a href=\"{url}\" title=\"{}\">{}</a>",
            escape(&format!("{}: {} ({}, {})", s.publisher, s.title, s.as_of, s.grade)),
            escape(&s.fact)
        ),
        None => escape(&s.fact),
    };
    sources.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The sheet: legs, charge lines, papers, permits, gaps.
pub(super) fn sheet(w: &Way) -> String {
    let mut out = String::from(
        "<div class=\"scroll\"><table><thead><tr><th>leg</th><th>place</th><th class=\"n\">km</th><th class=\"n\">time</th><th class=\"n\">USD</th><th class=\"n\">kg CO2e</th><th>charges and sources</th></tr></thead><tbody>",
    );
    for l in &w.legs {
        leg(&mut out, l);
    }
    let t = &w.totals;
    let _ = write!(
        out,
        "</tbody><tfoot><tr><th>{}</th><th></th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}<br>{}</th><th class=\"n\">{}<br>{}</th><th></th></tr></tfoot></table></div>",
        escape(&w.sheet),
        number(t.distance_km),
        hours(t.hours.p50),
        number(t.cost.amount),
        range_span(t.cost.range),
        number(t.co2e_kg),
        range_span(t.co2e_range)
    );
    let h = &t.hours;
    let _ = write!(
        out,
        "<p>Moving {}, handling {}, borders {}, waiting {}; nine of ten within {}. <span class=\"range\">{}</span></p>",
        hours(h.moving),
        hours(h.handling),
        hours(h.border),
        hours(h.waiting),
        hours(h.p90),
        escape(&h.kind)
    );
    if !w.papers.is_empty() {
        let _ = write!(out, "<p>Papers: {}.</p>", escape(&w.papers.join("; ")));
    }
    for p in &w.permits {
        let _ = write!(
            out,
            "<p>Permit: <b>{}</b> by {}: asked for on {}, {} days (nine of ten within {}), there on {}{}. <span class=\"range\">rule {}</span></p>",
            escape(&p.name),
            escape(&p.authority),
            escape(&p.asked_on),
            number(p.lead_days),
            number(p.lead_days_p90),
            escape(&p.earliest),
            escape(&quota(p)),
            escape(&p.rule)
        );
    }
    if !w.permits.is_empty() {
        let _ = write!(out, "<p>The goods may leave from <b>{}</b>.</p>", escape(&w.leave_from));
    }
    for g in &w.gaps {
        let _ = write!(out, "<p class=\"note\">Not in the sheet: {}</p>", escape(g));
    }
    for t in way_terms(w) {
        let _ = write!(out, "<p>{}</p>", escape(&t));
    }
    out + &chain(w)
}

/// CO2e element by element.
fn chain(w: &Way) -> String {
    let Some(c) = &w.chain else { return String::new() };
    let cell = |tag: &str, head: &str, text: &str| {
        let class = if head.ends_with('>') { " class=\"n\"" } else { "" };
        format!("<{tag}{class}>{}</{tag}>", escape(text))
    };
    let heads: String = CHAIN_HEADS.iter().map(|h| cell("th", h, h.trim_end_matches('>'))).collect();
    let row = |e| -> String { CHAIN_HEADS.iter().zip(chain_row(e)).map(|(h, text)| cell("td", h, &text)).collect() };
    let rows: String = c.elements.iter().map(|e| format!("<tr>{}</tr>", row(e))).collect();
    let gaps: String = c.gaps.iter().map(|g| format!("<p class=\"note\">CO2e gap: {}</p>", escape(g))).collect();
    format!(
        "<details><summary>CO2e, element by element</summary><div class=\"scroll\"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div><p class=\"range\">{}</p>{gaps}</details>",
        escape(&chain_sum(c))
    )
}

/// The quota of a permit and the part of it that the lot takes.
fn quota(p: &PermitNeed) -> String {
    let share = p.quota_share.map_or(String::new(), |s| format!(", of which the lot takes {} %", number(s * 100.0)));
    p.quota.map_or(String::new(), |q| format!("; quota {} {} a year{share}", number(q), p.quota_unit))
}

/// A charge line: rate, unit, quantity, sum, what the price includes, how it came about.
fn charge(c: &Charge) -> String {
    let by = if c.operator.is_empty() { String::new() } else { format!(" {}", escape(&c.operator)) };
    format!(
        "<b>{}</b>{}: {} {}\u{a0}{} a {} &times; {} = {} USD {} {} {}{}",
        escape(&c.name),
        by,
        number(c.rate),
        escape(&c.currency),
        c.price_year,
        escape(&c.per.replace('_', " ")),
        number(c.quantity),
        number(c.usd),
        badge(&c.method),
        range_span(c.range),
        links(&c.sources),
        terms(c)
    )
}

/// What a quotation says beside rate and quantity: the day of the exchange rate, free days, what is in the price and what is not.
fn terms(c: &Charge) -> String {
    let mut out = Vec::new();
    if c.currency != "USD" {
        let of = if c.rate_date.is_empty() { String::new() } else { format!(" of {}", c.rate_date) };
        out.push(format!("1 {} = {} USD{of}", c.currency, number(c.usd_rate)));
    }
    if let Some(days) = c.free_days {
        out.push(format!("{} days free", number(days)));
    }
    if !c.includes.is_empty() {
        out.push(format!("price: {}", c.includes));
    }
    if !c.excludes.is_empty() {
        out.push(format!("not in the price: {}", c.excludes));
    }
    if out.is_empty() { String::new() } else { format!("<br><span class=\"range\">{}</span>", escape(&out.join("; "))) }
}

fn leg(out: &mut String, l: &Leg) {
    let class = match l.kind {
        LegKind::Wait => "wait",
        LegKind::Border => "border",
        _ => "",
    };
    let place = if l.from.id == l.to.id {
        escape(&l.from.name)
    } else {
        format!("{} \u{2192} {}", escape(&l.from.name), escape(&l.to.name))
    };
    let mut notes: Vec<String> = l.charges.iter().map(charge).collect();
    if let Some(e) = &l.emission {
        notes.push(format!(
            "<span class=\"range\">CO2e: {} {} {}</span> {}",
            escape(&e.name),
            number(e.factor),
            escape(&e.unit),
            badge(&e.method)
        ));
    }
    if let Some(d) = &l.draught {
        notes.push(format!(
            "<span class=\"range\">water at {}: {} m of the {} m that the {} draws; {} of {} t left</span>",
            escape(&d.name),
            number(d.depth_m),
            number(d.wanted_m),
            escape(&d.vehicle),
            number(d.left_t),
            number(d.payload_t)
        ));
    }
    if let Some(rate) = l.through.as_ref().filter(|_| l.charges.is_empty()) {
        notes.push(format!("<span class=\"range\">inside the through rate {}</span>", escape(rate)));
    }
    if !l.wait_origin.is_empty() {
        notes.push(format!("<span class=\"range\">{}</span>", escape(&l.wait_origin)));
    }
    if !l.papers.is_empty() {
        notes.push(format!("<span class=\"range\">papers: {}</span>", escape(&l.papers.join("; "))));
    }
    let blank = |show: bool, text: String| if show { text } else { String::new() };
    let _ = write!(
        out,
        "<tr class=\"{class}\"><td>{}{}</td><td>{place}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
        escape(&l.name),
        if l.operator.is_empty() { String::new() } else { format!("<br><span class=\"range\">{}</span>", escape(&l.operator)) },
        blank(l.distance_km > 0.0, number(l.distance_km)),
        hours(l.hours),
        blank(!l.charges.is_empty(), number(l.cost)),
        blank(l.co2e_kg > 0.0, number(l.co2e_kg)),
        notes.join("<br>")
    );
}
