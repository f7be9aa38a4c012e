//! The page of one route answer.

use super::map::{Drawn, map_svg};
use super::page::{heads, in_language, page, row};
use super::sheet::{range_span, sheet};
use crate::chart::{pareto_svg, time_distance_svg};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::terms::{protection_terms, return_terms};
use crate::text::labels;
use keruen_results::map::MapData;
use keruen_results::route::{NoAnswer, RouteAnswer, Way};
use std::fmt::Write;

/// Labelled ways drawn on the map and the time-distance chart.
const DRAWN: usize = 4;

/// A whole page that prints well.
pub fn route_page(v: Voice<'_>, a: &RouteAnswer, map: &MapData, command: &str) -> String {
    let q = &a.question;
    let title = say!(v, "page-title", from = v.place(&q.from), to = v.place(&q.to), cargo = v.name(&q.cargo_name));
    let mut lead =
        say!(v, "page-lead", amount = v.amount(q.quantity, &q.unit), cargo = v.name(&q.cargo_name), day = v.day(&q.day));
    if !q.scenarios.is_empty() {
        lead += &format!("; {}", say!(v, "route-scenarios", list = q.scenarios.join(", ")));
    }
    if !q.conditions.is_empty() {
        lead += &format!("; {}", v.phrases(&q.conditions, ", "));
    }
    let mut body = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header><main>", escape(&title), escape(&lead));
    body += &answer(v, a, map);
    let again = escape(&say!(v, "repeat-it"));
    let _ =
        write!(body, "<p>{again}: <code>{}</code></p></main><footer>{}</footer>", escape(&in_language(v, command)), credits(map));
    page(v, &title, &body)
}

/// Map, charts, table of ways and the sheets.
pub(super) fn answer(v: Voice<'_>, a: &RouteAnswer, map: &MapData) -> String {
    if let Some(no) = &a.no_answer {
        return without_a_way(v, no);
    }
    let shown: Vec<&Way> = a.ways.iter().take(DRAWN).collect();
    let drawn: Vec<Drawn<'_>> = shown.iter().map(|w| Drawn { name: v.phrase(&w.label), way: w }).collect();
    let mut out = map_svg(v, &say!(v, "map-of-ways"), map, &drawn);
    out += &key(shown.iter().map(|w| labels(v, w)));
    out += &ways_table(v, &a.ways);
    if a.ways.len() > 1 {
        out += &pareto_svg(v, &say!(v, "cost-against-time"), &[(String::new(), a.ways.as_slice())]);
    }
    let named: Vec<(String, &Way)> = shown.iter().map(|w| (v.phrase(&w.label), *w)).collect();
    let (head, hint) = (escape(&say!(v, "time-and-distance")), escape(&say!(v, "slope-hint")));
    let _ = write!(out, "<h3>{head}</h3><p class=\"range\">{hint}</p>");
    out += &time_distance_svg(v, &say!(v, "time-over-distance"), &named);
    for (i, w) in a.ways.iter().enumerate() {
        let _ = write!(
            out,
            "<details{}><summary>{}: {}</summary>{}</details>",
            if i == 0 { " open" } else { "" },
            escape(&v.phrase(&w.label)),
            escape(&v.summary(&w.summary)),
            sheet(v, w)
        );
    }
    out += &whole_terms(v, a);
    for n in &a.notes {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&v.phrase(n)));
    }
    out
}

/// What holds for the answer as a whole: the pair of ways, there and back.
pub(super) fn whole_terms(v: Voice<'_>, a: &RouteAnswer) -> String {
    let pair = a.protection.iter().flat_map(|p| protection_terms(v, p));
    let lines = pair.chain(a.back.iter().flat_map(|b| return_terms(v, b)));
    lines.map(|t| format!("<p>{}</p>", escape(&t))).collect()
}

/// What was taken out, what would lift it, what works instead.
fn without_a_way(v: Voice<'_>, no: &NoAnswer) -> String {
    let mut out = no_way(v, &no.reason);
    if !no.cut.is_empty() {
        let ids = ["head-taken-out", "head-rule", "head-whose", "head-lifted-by"];
        out += &heads(v, &ids);
        for r in &no.cut {
            let cells = [v.name(&r.name), r.rule.clone(), v.phrase(&r.authority), v.phrases(&r.lifted_by, "; ")];
            out += &row(&ids, "", &cells.map(|c| escape(&c)));
        }
        out += "</tbody></table></div>";
    }
    if no.alternatives.is_empty() {
        return out + &format!("<p>{}</p>", escape(&say!(v, "route-try", hint = v.phrase(&no.hint))));
    }
    let ids = ["head-change", "", "head-usd>", "head-time>", "head-co2e>", "head-by"];
    out += &format!("<h3>{}</h3>{}", escape(&say!(v, "route-instead")), heads(v, &ids));
    for a in &no.alternatives {
        let cells = [
            format!("<code>{}</code>", escape(&a.change)),
            escape(&v.phrase(&a.what)),
            v.number(a.cost),
            v.hours(a.hours),
            v.number(a.co2e_kg),
            escape(&v.summary(&a.summary)),
        ];
        out += &row(&ids, "", &cells);
    }
    out + "</tbody></table></div>"
}

/// That there is no way, and why.
pub(super) fn no_way(v: Voice<'_>, reason: &str) -> String {
    format!("<p class=\"note\">{}</p>", escape(&say!(v, "route-no-way", reason = v.phrase(reason))))
}

/// The colours of a chart.
pub(super) fn key(names: impl Iterator<Item = String>) -> String {
    let items: String =
        names.enumerate().map(|(i, n)| format!("<span><i class=\"k{}\"></i>{}</span>", i % 6, escape(&n))).collect();
    format!("<div class=\"key\">{items}</div>")
}

/// Ways side by side.
pub(super) fn ways_table(v: Voice<'_>, ways: &[Way]) -> String {
    let ids = ["head-way", "head-usd>", "head-time>", "head-nine-of-ten>", "head-co2e>", "head-km>", "head-risk>", "head-by"];
    let mut out = heads(v, &ids);
    for w in ways {
        let t = &w.totals;
        let cells = [
            escape(&labels(v, w)),
            format!("{}<br>{}", v.number(t.cost.amount), range_span(v, t.cost.range)),
            v.hours(t.hours.p50),
            v.hours(t.hours.p90),
            format!("{}<br>{}", v.number(t.co2e_kg), range_span(v, t.co2e_range)),
            v.number(t.distance_km),
            t.risk.map_or(String::new(), |r| v.percent(r, 1)),
            escape(&v.summary(&w.summary)),
        ];
        out += &row(&ids, if w.labels.is_empty() { "" } else { "best" }, &cells);
    }
    out + "</tbody></table></div>"
}

/// Credits of the map.
pub(super) fn credits(map: &MapData) -> String {
    map.credits.iter().map(|c| format!("<p>{}</p>", escape(c))).collect()
}
