//! A comparison as a page of its own, and as a part of the minutes.

use super::page::{page, remark, repeat, row, span_cell, table};
use super::sheet::{badge, written};
use crate::format::{escape, href};
use crate::language::Voice;
use crate::say;
pub(super) use crate::text::terms;
use crate::text::{WORTH, band, cost, drawn, sample_words, shown, simulated_cell, simulated_words, unit};
use keruen_results::compare::{Cell, ChangeShown, CompareAnswer, CostShown, Payer, Side, Worth};
use keruen_results::study::FactShown;
use std::fmt::Write;

/// Changes shown before the rest folds away, payers shown of each kind.
const SHOWN: usize = 8;

/// The whole page.
pub fn compare_page(v: Voice<'_>, a: &CompareAnswer, command: &str) -> String {
    let names: Vec<String> = a.others.iter().map(|s| v.phrase(&s.name)).collect();
    let title = say!(v, "compare-title", others = names.join(", "), base = v.phrase(&a.base.name));
    let lead = format!("{}, {}, {}", a.corridor, a.year, v.phrase(&a.method));
    let mut body = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header><main>", escape(&title), escape(&lead));
    body += &comparison(v, a, 2);
    body += &repeat(v, command);
    page(v, &title, &(body + "</main>"))
}

/// Changes, figures, receipts, worth; `level` of its headings.
pub(super) fn comparison(v: Voice<'_>, a: &CompareAnswer, level: u8) -> String {
    let h = |text: String| format!("<h{level}>{}</h{level}>", escape(&text));
    let mut out = h(say!(v, "compare-changed"));
    a.others.iter().for_each(|s| out += &side(v, s));
    out += &h(say!(v, "compare-figures"));
    out += &figures(v, a);
    out += &simulated(v, a, level);
    out += &h(say!(v, "compare-payers"));
    out += &payers(v, a);
    out += &h(say!(v, "compare-worth"));
    out += &worth(v, a);
    out += &sample(v, a);
    let _ = write!(out, "<p class=\"range\">{}</p>", escape(&terms(v, a)));
    a.stopped.iter().chain(&a.notes).for_each(|n| out += &remark(v, n));
    out
}

/// Heads of what a side changes.
const CHANGED: [&str; 4] = ["head-what", "head-before", "head-after", "head-why-changed"];

fn side(v: Voice<'_>, s: &Side) -> String {
    let (name, why) = (escape(&v.phrase(&s.name)), written(v, &s.why));
    let mut out = format!("<p><b>{name}</b> <span class=\"range\">{}</span></p><p>{why}</p>", escape(&s.id));
    if let Some(c) = &s.cost {
        out += &costs(v, c);
    }
    if s.changes.is_empty() {
        return out;
    }
    let one = |c: &ChangeShown| {
        let what = format!("<code>{}</code>", escape(&c.what));
        row(&CHANGED, "", &[what, escape(&v.phrase(&c.old)), escape(&v.phrase(&c.new)), written(v, &c.why)])
    };
    let listed = table(v, &CHANGED, &s.changes.iter().map(one).collect::<String>());
    if s.changes.len() > SHOWN {
        let count = say!(v, "compare-changes", count = s.changes.len() as f64);
        let _ = write!(out, "<details><summary>{}</summary>{listed}</details>", escape(&count));
    } else {
        out += &listed;
    }
    out + &sources(v, &s.sources)
}

/// The head of a side's column.
fn called(v: Voice<'_>, s: &Side) -> String {
    if s.scenarios.is_empty() { say!(v, "head-base") } else { v.phrase(&s.name) }
}

/// What it costs and how long it lasts.
fn costs(v: Voice<'_>, c: &CostShown) -> String {
    let mut out = format!("<p>{}", because(&capital(&cost(v, c)), &written(v, &c.why)));
    if let Some(years) = c.life {
        let _ = write!(out, " {}", because(&say!(v, "compare-life", years = v.number(years)), &written(v, &c.life_why)));
    }
    out + "</p>"
}

/// The words as they begin a sentence.
fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

/// A sentence, with its reason where there is one.
fn because(what: &str, why: &str) -> String {
    let why = why.trim_end_matches('.');
    if why.is_empty() { format!("{}.", escape(what)) } else { format!("{} – {why}.", escape(what)) }
}

/// Sources of a side, each with its link.
fn sources(v: Voice<'_>, list: &[FactShown]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let one = |f: &FactShown| {
        let publisher = match href(&f.url) {
            Some(url) => format!("<a href=\"{url}\">{}</a>", escape(&f.publisher)),
            None => escape(&f.publisher),
        };
        format!(
            "<li>{}: {} <span class=\"range\">{}</span>, {publisher} <span class=\"range\">{}</span></li>",
            written(v, &f.what),
            written(v, &f.value),
            written(v, &f.as_of),
            escape(&f.fact)
        )
    };
    let items: String = list.iter().map(one).collect();
    format!(
        "<details><summary>{}</summary><ul>{items}</ul></details>",
        escape(&say!(v, "compare-sources", count = list.len() as f64))
    )
}

fn cell(v: Voice<'_>, c: &Cell, base: bool) -> String {
    let Some(value) = &c.value else { return format!("<td class=\"range\">{}</td>", escape(&v.phrase(&c.why))) };
    let change = match (c.difference, base) {
        (Some(d), false) if c.sign.is_some() => {
            let sign = c.sign.map_or(String::new(), |sign| escape(&drawn(v, &d, sign)));
            format!("<br><span class=\"range\">{sign}</span>")
        }
        (Some(d), false) if d.mid != 0.0 || d.low != d.high => {
            let percent = c.percent.map_or(String::new(), |p| format!(", {}", v.in_percent(v.signed(p, 1))));
            format!("<br><span class=\"range\">{}{}{percent}</span>", if d.mid > 0.0 { "+" } else { "" }, v.number(d.mid))
        }
        _ => String::new(),
    };
    format!("<td class=\"n\">{}{change}</td>", span_cell(v, value))
}

fn figures(v: Voice<'_>, a: &CompareAnswer) -> String {
    let mut out = format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th>{}</th><th class=\"n\">{}</th>",
        escape(&say!(v, "head-unit")),
        escape(&called(v, &a.base))
    );
    a.others.iter().for_each(|s| {
        let _ = write!(out, "<th class=\"n\">{}</th>", escape(&called(v, s)));
    });
    out += "</tr></thead><tbody>";
    for f in &a.figures {
        let cells: String = f.cells.iter().enumerate().map(|(i, c)| cell(v, c, i == 0)).collect();
        let _ = write!(out, "<tr><td>{}</td><td>{}</td>{cells}</tr>", escape(&v.phrase(&f.name)), escape(&v.phrase(&f.unit)));
    }
    out + "</tbody></table></div>"
}

/// Simulations of all sides; nothing where none were asked for.
fn simulated(v: Voice<'_>, a: &CompareAnswer, level: u8) -> String {
    let Some(s) = &a.simulated else { return String::new() };
    let heads: String = a
        .others
        .iter()
        .map(|o| format!("<th class=\"n\">{} - {}</th>", escape(&called(v, o)), escape(&called(v, &a.base))))
        .collect();
    let mut rows = String::new();
    for f in shown(s, SHOWN) {
        let cells: String =
            f.others.iter().map(|d| format!("<td class=\"n\">{}</td>", escape(&simulated_cell(v, d.as_ref())))).collect();
        let _ = write!(
            rows,
            "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td>{cells}</tr>",
            escape(&v.phrase(&f.what)),
            escape(&unit(v, f)),
            escape(&band(v, f.base))
        );
    }
    format!(
        "<h{level}>{}</h{level}><div class=\"scroll\"><table><thead><tr><th>{}</th><th>{}</th><th class=\"n\">{}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div><p class=\"range\">{}</p>",
        escape(&simulated_words(v, s)),
        escape(&say!(v, "head-together-figure")),
        escape(&say!(v, "head-together-unit")),
        escape(&called(v, &a.base)),
        escape(&say!(v, "together-interval"))
    )
}

/// What the draws were, and what each other is worth a year over them.
fn sample(v: Voice<'_>, a: &CompareAnswer) -> String {
    let Some(words) = sample_words(v, a) else { return String::new() };
    let one = |(s, w): (&Side, &keruen_results::compare::Worth)| {
        let worth = w.drawn.map_or("-".into(), |d| drawn(v, &d.span, d.sign));
        format!("<tr><td>{}</td><td class=\"n\">{}</td></tr>", escape(&v.phrase(&s.name)), escape(&worth))
    };
    let rows: String = a.others.iter().zip(&a.worth).map(one).collect();
    format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th class=\"n\">{}</th></tr></thead><tbody>{rows}</tbody></table></div><p class=\"range\">{}</p>",
        escape(&say!(v, "head-together-worth")),
        escape(&words)
    )
}

fn payers(v: Voice<'_>, a: &CompareAnswer) -> String {
    let changed = |p: &&Payer| p.change.iter().any(|c| c.abs() >= 0.5);
    let cell = |x: &f64| format!("<td class=\"n\">{}{}</td>", if *x > 0.0 { "+" } else { "" }, v.number(*x));
    let mut rows = String::new();
    for kind in ["country", "operator"] {
        for p in a.payers.iter().filter(|p| p.kind == kind).filter(changed).take(SHOWN) {
            let change: String = p.change.iter().map(cell).collect();
            let _ = write!(
                rows,
                "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td>{change}</tr>",
                escape(&v.phrase(kind)),
                escape(&v.phrase(&p.name)),
                v.number(p.usd[0])
            );
        }
    }
    if rows.is_empty() {
        return format!("<p>{}</p>", escape(&say!(v, "compare-nobody")));
    }
    let heads: String = a.others.iter().map(|s| format!("<th class=\"n\">{}</th>", escape(&called(v, s)))).collect();
    format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th>{}</th><th class=\"n\">{}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>",
        escape(&say!(v, "head-who")),
        escape(&called(v, &a.base))
    )
}

fn worth(v: Voice<'_>, a: &CompareAnswer) -> String {
    let rows = a.others.iter().zip(&a.worth).map(|(s, w)| worth_row(v, &s.name, s, w));
    table(v, &WORTH, &rows.collect::<String>())
}

/// One row of what a proposal is worth.
pub(super) fn worth_row(v: Voice<'_>, name: &str, s: &Side, w: &Worth) -> String {
    let cost = s
        .cost
        .as_ref()
        .map_or_else(|| escape(&say!(v, "not-known")), |c| format!("{}<br>{}", span_cell(v, &c.usd), badge(v, &c.method)));
    let why = || format!("<span class=\"range why\">{}</span>", escape(&v.phrase(&w.why)));
    let cells = [
        escape(&v.phrase(name)),
        span_cell(v, &w.shippers),
        span_cell(v, &w.carriers),
        v.number(w.budgets),
        span_cell(v, &w.all),
        cost,
        s.cost.as_ref().and_then(|c| c.life).map_or(String::new(), |l| v.number(l)),
        w.npv.as_ref().map_or_else(why, |n| span_cell(v, n)),
        w.irr.map_or(String::new(), |r| v.percent(r, 1)),
    ];
    row(&WORTH, "", &cells)
}
