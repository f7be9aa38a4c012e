//! Minutes of the round table: every proposal compared, every party's ranking, where they agree and what would flip it. One page.

use super::compare::{comparison, terms, worth_row};
use super::page::{page, remark, repeat, span_cell, table};
use super::parties::{joint, party, reversals};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::text::{WORTH, party_name};
use keruen_results::forum::{ForumAnswer, ForumTable};
use keruen_results::round_table::{Proposal, RoundTable};
use std::fmt::Write;

/// The minutes as a page of their own.
pub fn minutes_page(v: Voice<'_>, r: &RoundTable, command: &str) -> String {
    let (title, lead) = (say!(v, "round-title"), say!(v, "round-lead"));
    let mut body = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header><main>", escape(&title), escape(&lead));
    body += &minutes(v, r);
    body += &repeat(v, command);
    page(v, &title, &(body + "</main>"))
}

/// Rankings alone, where no comparison stands behind the table.
pub fn forum_page(v: Voice<'_>, a: &ForumAnswer, command: &str) -> String {
    let title = say!(v, "round-title");
    let mut body = format!("<header><h1>{}</h1></header><main>{}", escape(&title), criteria(v, &a.table));
    body += &rankings(v, a);
    body += &repeat(v, command);
    page(v, &title, &(body + "</main>"))
}

/// The minutes as a part of a report.
pub(super) fn minutes(v: Voice<'_>, r: &RoundTable) -> String {
    let mut out = format!("<h2 id=\"proposals\">{}</h2>", escape(&say!(v, "round-proposals")));
    out += &worth(v, &r.proposals);
    if let Some(p) = r.proposals.first() {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&terms(v, &p.compare)));
    }
    out += &criteria(v, &r.forum.table);
    let _ = write!(out, "<h3>{}</h3>", escape(&say!(v, "round-one-by-one")));
    r.proposals.iter().for_each(|p| out += &proposal(v, p));
    out + &rankings(v, &r.forum)
}

fn rankings(v: Voice<'_>, a: &ForumAnswer) -> String {
    let (title, example) = (say!(v, "round-parties"), say!(v, "round-example"));
    let mut out = format!("<h2 id=\"parties\">{}</h2><p class=\"note\">{}</p>", escape(&title), escape(&example));
    out += &joint(v, a);
    let _ = write!(out, "<h3>{}</h3>", escape(&say!(v, "round-each")));
    a.parties.iter().for_each(|p| out += &party(v, a, p));
    out += &sealed(v, a);
    out += &reversals(v, a);
    a.notes.iter().for_each(|n| out += &remark(v, n));
    let draws = f64::from(a.parties.first().map_or(0, |p| p.smaa.draws));
    let methods = say!(v, "round-methods", draws = draws, seed = a.seed.to_string());
    let _ = write!(out, "<p class=\"range\">{}</p>", escape(&methods));
    out
}

fn sealed(v: Voice<'_>, a: &ForumAnswer) -> String {
    if a.sealed.is_empty() {
        return String::new();
    }
    let name = |english: &str| escape(&party_name(v, english));
    let rows = a.sealed.iter().map(|s| format!("<li>{}: <code>{}</code></li>", name(&s.party.name), escape(&s.hash)));
    format!("<h3>{}</h3><ul>{}</ul>", escape(&say!(v, "round-sealed")), rows.collect::<String>())
}

fn worth(v: Voice<'_>, list: &[Proposal]) -> String {
    let row = |p: &Proposal| {
        let found = p.compare.others.first().zip(p.compare.worth.first());
        found.map_or(String::new(), |(s, w)| worth_row(v, &p.name, s, w))
    };
    table(v, &WORTH, &list.iter().map(row).collect::<String>())
}

/// The table that the parties weigh: a row a criterion, so that a dozen proposals fit a page when it is turned.
fn criteria(v: Voice<'_>, t: &ForumTable) -> String {
    let heads: String = t.alternatives.iter().map(|a| format!("<th class=\"n\">{}</th>", escape(&v.phrase(&a.name)))).collect();
    let mut out = format!(
        "<details><summary>{}</summary><div class=\"scroll\"><table><thead><tr><th>{}</th><th>{}</th>{heads}</tr></thead><tbody>",
        escape(&say!(v, "round-weighed")),
        escape(&say!(v, "head-criterion")),
        escape(&say!(v, "head-unit"))
    );
    for (k, c) in t.criteria.iter().enumerate() {
        let shown = |row: &Vec<Option<keruen_results::forum::Span>>| {
            row[k].as_ref().map_or_else(|| escape(&say!(v, "not-known")), |s| span_cell(v, s))
        };
        let cells: String = t.cells.iter().map(|row| format!("<td class=\"n\">{}</td>", shown(row))).collect();
        let _ = write!(
            out,
            "<tr><td>{} <span class=\"range\">{}</span></td><td>{}</td>{cells}</tr>",
            escape(&v.phrase(&c.name)),
            escape(&v.phrase(&c.id)),
            escape(&v.phrase(&c.unit))
        );
    }
    out + "</tbody></table></div></details>"
}

fn proposal(v: Voice<'_>, p: &Proposal) -> String {
    let c = &p.compare;
    let based = !c.base.scenarios.is_empty();
    let against = if based { format!(", {}", say!(v, "round-against", base = v.phrase(&c.base.name))) } else { String::new() };
    let gain = c.worth.first().map_or(String::new(), |w| v.number(w.all.mid));
    format!(
        "<details id=\"p-{}\"><summary>{}{} <span class=\"range\">{}</span></summary>{}</details>",
        escape(&p.id),
        escape(&v.phrase(&p.name)),
        escape(&against),
        escape(&say!(v, "round-a-year", usd = gain)),
        comparison(v, c, 4)
    )
}
