//! The page of one route answer.

use super::map::{Drawn, map_svg};
use super::page::page;
use super::sheet::{range_span, sheet};
use crate::chart::{pareto_svg, time_distance_svg};
use crate::format::{escape, hours, number};
use crate::terms::{protection_terms, return_terms};
use keruen_results::map::MapData;
use keruen_results::route::{NoAnswer, RouteAnswer, Way};
use std::fmt::Write;

/// Labelled ways drawn on the map and the time-distance chart.
const DRAWN: usize = 4;

/// A whole page that prints well.
pub fn route_page(a: &RouteAnswer, map: &MapData, command: &str) -> String {
    let q = &a.question;
    let title = format!("{} to {}: {}", q.from.name, q.to.name, q.cargo_name);
    let mut body = format!(
        "<header><h1>{}</h1><p class=\"lead\">{} {} of {}, leaving on {}{}{}</p></header><main>",
        escape(&title),
        number(q.quantity),
        escape(&q.unit),
        escape(&q.cargo_name),
        escape(&q.day),
        if q.scenarios.is_empty() { String::new() } else { format!("; scenarios: {}", escape(&q.scenarios.join(", "))) },
        if q.conditions.is_empty() { String::new() } else { format!("; {}", escape(&q.conditions.join(", "))) }
    );
    body += &answer(a, map);
    let _ = write!(body, "<p>Repeat it: <code>{}</code></p></main><footer>{}</footer>", escape(command), credits(map));
    page(&title, &body)
}

/// Map, charts, table of ways and the sheets.
pub(super) fn answer(a: &RouteAnswer, map: &MapData) -> String {
    if let Some(no) = &a.no_answer {
        return without_a_way(no);
    }
    let shown: Vec<&Way> = a.ways.iter().take(DRAWN).collect();
    let drawn: Vec<Drawn<'_>> = shown.iter().map(|w| Drawn { name: &w.label, way: w }).collect();
    let mut out = map_svg("map of the ways", map, &drawn);
    out += &key(shown.iter().map(|w| if w.labels.is_empty() { w.label.clone() } else { w.labels.join(", ") }));
    out += &ways_table(&a.ways);
    if a.ways.len() > 1 {
        out += &pareto_svg("cost against time", &[("way".to_string(), a.ways.as_slice())]);
    }
    let named: Vec<(String, &Way)> = shown.iter().map(|w| (w.label.clone(), *w)).collect();
    out += "<h3>Time and distance</h3><p class=\"range\">Slope = moving; thick step = handling, border or wait.</p>";
    out += &time_distance_svg("time over distance", &named);
    for (i, w) in a.ways.iter().enumerate() {
        let _ = write!(
            out,
            "<details{}><summary>{}: {}</summary>{}</details>",
            if i == 0 { " open" } else { "" },
            escape(&w.label),
            escape(&w.summary),
            sheet(w)
        );
    }
    out += &whole_terms(a);
    for n in &a.notes {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    }
    out
}

/// What holds for the answer as a whole: the pair of ways, there and back.
pub(super) fn whole_terms(a: &RouteAnswer) -> String {
    let lines = a.protection.iter().flat_map(protection_terms).chain(a.back.iter().flat_map(|b| return_terms(b)));
    lines.map(|t| format!("<p>{}</p>", escape(&t))).collect()
}

/// What was taken out, what would lift it, what works instead.
fn without_a_way(no: &NoAnswer) -> String {
    let mut out = format!("<p class=\"note\"><b>No way:</b> {}</p>", escape(&no.reason));
    if !no.cut.is_empty() {
        out += "<table><thead><tr><th>taken out</th><th>rule</th><th>whose</th><th>would be lifted by</th></tr></thead><tbody>";
        for r in &no.cut {
            let cells = [&r.name, &r.rule, &r.authority, &r.lifted_by.join("; ")].map(|c| format!("<td>{}</td>", escape(c)));
            let _ = write!(out, "<tr>{}</tr>", cells.concat());
        }
        out += "</tbody></table>";
    }
    if no.alternatives.is_empty() {
        return out + &format!("<p>Try: {}</p>", escape(&no.hint));
    }
    out += "<h3>What works instead</h3><table><thead><tr><th>change</th><th></th><th class=\"n\">USD</th><th class=\"n\">time</th><th class=\"n\">kg CO2e</th><th>by</th></tr></thead><tbody>";
    for a in &no.alternatives {
        let _ = write!(
            out,
            "<tr><td><code>{}</code></td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escape(&a.change),
            escape(&a.what),
            number(a.cost),
            hours(a.hours),
            number(a.co2e_kg),
            escape(&a.summary)
        );
    }
    out + "</tbody></table>"
}

/// The colours of a chart.
pub(super) fn key(names: impl Iterator<Item = String>) -> String {
    let items: String =
        names.enumerate().map(|(i, n)| format!("<span><i class=\"k{}\"></i>{}</span>", i % 6, escape(&n))).collect();
    format!("<div class=\"key\">{items}</div>")
}

/// Ways side by side.
pub(super) fn ways_table(ways: &[Way]) -> String {
    let mut out = String::from(
        "<div class=\"scroll\"><table><thead><tr><th>way</th><th class=\"n\">USD</th><th class=\"n\">time</th><th class=\"n\">nine of ten</th><th class=\"n\">kg CO2e</th><th class=\"n\">km</th><th class=\"n\">risk</th><th>by</th></tr></thead><tbody>",
    );
    for w in ways {
        let t = &w.totals;
        let _ = write!(
            out,
            "<tr{}><td>{}</td><td class=\"n\">{}<br>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}<br>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            if w.labels.is_empty() { "" } else { " class=\"best\"" },
            escape(&if w.labels.is_empty() { w.label.clone() } else { w.labels.join(", ") }),
            number(t.cost.amount),
            range_span(t.cost.range),
            hours(t.hours.p50),
            hours(t.hours.p90),
            number(t.co2e_kg),
            range_span(t.co2e_range),
            number(t.distance_km),
            t.risk.map_or(String::new(), |r| format!("{:.1} %", r * 100.0)),
            escape(&w.summary)
        );
    }
    out + "</tbody></table></div>"
}

/// Credits of the map.
pub(super) fn credits(map: &MapData) -> String {
    map.credits.iter().map(|c| format!("<p>{}</p>", escape(c))).collect()
}
