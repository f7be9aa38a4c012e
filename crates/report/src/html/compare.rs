//! A comparison as a page of its own, and as a part of the minutes.

use super::page::page;
use crate::format::{escape, href, number, range};
use crate::language::Voice;
use crate::say;
use crate::text::{band, drawn, sample_words, shown, simulated_cell, simulated_words, unit};
use keruen_results::compare::{Cell, CompareAnswer, Payer, Side};
use keruen_results::forum::Span;
use keruen_results::study::FactShown;
use std::fmt::Write;

/// Changes shown before the rest folds away, payers shown of each kind.
const SHOWN: usize = 8;

/// The whole page.
pub fn compare_page(v: Voice<'_>, a: &CompareAnswer, command: &str) -> String {
    let title = say::title(a);
    let mut body = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header><main>", escape(&title), escape(&say::lead(a)));
    body += &comparison(v, a, 2);
    let _ = write!(body, "<h2>{}</h2><p><code>{}</code></p></main>", say::REPEAT, escape(command));
    page(v, &title, &body)
}

/// Changes, figures, receipts, worth; `level` of its headings.
pub(super) fn comparison(v: Voice<'_>, a: &CompareAnswer, level: u8) -> String {
    let h = |text: &str| format!("<h{level}>{text}</h{level}>");
    let mut out = h(say::CHANGED);
    a.others.iter().for_each(|s| out += &side(s));
    out += &h(say::FIGURES);
    out += &figures(v, a);
    out += &simulated(v, a, level);
    out += &h(say::PAYERS);
    out += &payers(a);
    out += &h(say::WORTH);
    out += &worth(a);
    out += &sample(v, a);
    let _ = write!(out, "<p class=\"range\">{}</p>", escape(&say::terms(a)));
    a.notes.iter().for_each(|n| {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    });
    out
}

fn side(s: &Side) -> String {
    let mut out =
        format!("<p><b>{}</b> <span class=\"range\">{}</span></p><p>{}</p>", escape(&s.name), escape(&s.id), escape(&s.why));
    if let Some(c) = &s.cost {
        let _ = write!(out, "<p>{}</p>", escape(&say::cost(c)));
    }
    if s.changes.is_empty() {
        return out;
    }
    let rows: String = s
        .changes
        .iter()
        .map(|c| {
            format!(
                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&c.what),
                escape(&c.old),
                escape(&c.new),
                escape(&c.why)
            )
        })
        .collect();
    let table = format!(
        "<div class=\"scroll\"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{rows}</tbody></table></div>",
        say::WHAT,
        say::BEFORE,
        say::AFTER,
        say::WHY
    );
    if s.changes.len() > SHOWN {
        let _ = write!(out, "<details><summary>{}</summary>{table}</details>", say::changes(s.changes.len()));
    } else {
        out += &table;
    }
    out + &sources(&s.sources)
}

/// Sources of a side, each with its link.
pub(super) fn sources(list: &[FactShown]) -> String {
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
            escape(&f.what),
            escape(&f.value),
            escape(&f.as_of),
            escape(&f.fact)
        )
    };
    let items: String = list.iter().map(one).collect();
    format!("<details><summary>{}</summary><ul>{items}</ul></details>", say::sources(list.len()))
}

/// Middle, and the ends in small.
pub(super) fn span_cell(s: &Span) -> String {
    let ends = if s.low == s.high { String::new() } else { format!("<br><span class=\"range\">{}</span>", range(s.low, s.high)) };
    format!("{}{ends}", number(s.mid))
}

fn cell(v: Voice<'_>, c: &Cell, base: bool) -> String {
    let Some(value) = &c.value else { return format!("<td class=\"range\">{}</td>", escape(&c.why)) };
    let change = match (c.difference, base) {
        (Some(d), false) if c.sign.is_some() => {
            let sign = c.sign.map_or(String::new(), |sign| escape(&drawn(v, &d, sign)));
            format!("<br><span class=\"range\">{sign}</span>")
        }
        (Some(d), false) if d.mid != 0.0 || d.low != d.high => {
            let percent = c.percent.map_or(String::new(), |p| format!(", {p:+.1} %"));
            format!("<br><span class=\"range\">{}{}{percent}</span>", if d.mid > 0.0 { "+" } else { "" }, number(d.mid))
        }
        _ => String::new(),
    };
    format!("<td class=\"n\">{}{change}</td>", span_cell(value))
}

fn figures(v: Voice<'_>, a: &CompareAnswer) -> String {
    let mut out = format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th>{}</th><th class=\"n\">{}</th>",
        say::UNIT,
        escape(&a.base.id)
    );
    a.others.iter().for_each(|s| {
        let _ = write!(out, "<th class=\"n\">{}</th>", escape(&s.id));
    });
    out += "</tr></thead><tbody>";
    for f in &a.figures {
        let cells: String = f.cells.iter().enumerate().map(|(i, c)| cell(v, c, i == 0)).collect();
        let _ = write!(out, "<tr><td>{}</td><td>{}</td>{cells}</tr>", escape(&f.name), escape(&f.unit));
    }
    out + "</tbody></table></div>"
}

/// Simulations of all sides; nothing where none were asked for.
fn simulated(v: Voice<'_>, a: &CompareAnswer, level: u8) -> String {
    let Some(s) = &a.simulated else { return String::new() };
    let heads: String =
        a.others.iter().map(|o| format!("<th class=\"n\">{} - {}</th>", escape(&o.id), escape(&a.base.id))).collect();
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
        escape(&a.base.id),
        escape(&say!(v, "together-interval"))
    )
}

/// What the draws were, and what each other is worth a year over them.
fn sample(v: Voice<'_>, a: &CompareAnswer) -> String {
    let Some(words) = sample_words(v, a) else { return String::new() };
    let one = |(s, w): (&Side, &keruen_results::compare::Worth)| {
        let worth = w.drawn.map_or("-".into(), |d| drawn(v, &d.span, d.sign));
        format!("<tr><td>{}</td><td class=\"n\">{}</td></tr>", escape(&s.name), escape(&worth))
    };
    let rows: String = a.others.iter().zip(&a.worth).map(one).collect();
    format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th class=\"n\">{}</th></tr></thead><tbody>{rows}</tbody></table></div><p class=\"range\">{}</p>",
        escape(&say!(v, "head-together-worth")),
        escape(&words)
    )
}

fn payers(a: &CompareAnswer) -> String {
    let changed = |p: &&Payer| p.change.iter().any(|c| c.abs() >= 0.5);
    let mut rows = String::new();
    for kind in ["country", "operator"] {
        for p in a.payers.iter().filter(|p| p.kind == kind).filter(changed).take(SHOWN) {
            let change: String = p
                .change
                .iter()
                .map(|c| format!("<td class=\"n\">{}{}</td>", if *c > 0.0 { "+" } else { "" }, number(*c)))
                .collect();
            let _ = write!(
                rows,
                "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td>{change}</tr>",
                say::kind(kind),
                escape(&p.name),
                number(p.usd[0])
            );
        }
    }
    if rows.is_empty() {
        return format!("<p>{}</p>", say::NOBODY);
    }
    let heads: String = a.others.iter().map(|s| format!("<th class=\"n\">{}</th>", escape(&s.id))).collect();
    format!(
        "<div class=\"scroll\"><table><thead><tr><th></th><th>{}</th><th class=\"n\">{}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>",
        say::WHO,
        escape(&a.base.id)
    )
}

fn worth(a: &CompareAnswer) -> String {
    let heads: String = say::WORTH_HEADS.iter().map(|h| format!("<th class=\"n\">{h}</th>")).collect();
    let mut out = format!("<div class=\"scroll\"><table><thead><tr><th></th>{heads}</tr></thead><tbody>");
    for (s, w) in a.others.iter().zip(&a.worth) {
        out += &worth_row(&s.name, s, w);
    }
    out + "</tbody></table></div>"
}

/// One row of what a proposal is worth.
pub(super) fn worth_row(name: &str, s: &Side, w: &keruen_results::compare::Worth) -> String {
    let cost = s.cost.as_ref().map_or_else(
        || say::UNKNOWN.to_string(),
        |c| format!("{}<br><span class=\"m {}\">{}</span>", span_cell(&c.usd), escape(&c.method), escape(&c.method)),
    );
    let life = s.cost.as_ref().and_then(|c| c.life).map(number);
    let npv = w.npv.as_ref().map_or_else(
        || format!("<td class=\"range\">{}</td>", escape(&w.why)),
        |n| format!("<td class=\"n\">{}</td>", span_cell(n)),
    );
    format!(
        "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{cost}</td><td class=\"n\">{}</td>{npv}<td class=\"n\">{}</td></tr>",
        escape(name),
        span_cell(&w.shippers),
        span_cell(&w.carriers),
        number(w.budgets),
        span_cell(&w.all),
        life.unwrap_or_default(),
        w.irr.map_or(String::new(), |r| format!("{:.1} %", r * 100.0))
    )
}

/// Heads of the table of worth.
pub(super) fn worth_heads() -> &'static [&'static str] {
    &say::WORTH_HEADS
}

/// Terms as a sentence.
pub(super) fn terms(a: &CompareAnswer) -> String {
    say::terms(a)
}

/// Sentences of this view.
mod say {
    use super::CompareAnswer;
    use crate::format::range;

    pub const CHANGED: &str = "What changes";
    pub const FIGURES: &str = "Figure by figure";
    pub const PAYERS: &str = "Who receives more and who less, USD a year";
    pub const WORTH: &str = "What it is worth, USD";
    pub const REPEAT: &str = "Repeat it";
    pub const WHAT: &str = "what";
    pub const BEFORE: &str = "before";
    pub const AFTER: &str = "after";
    pub const WHY: &str = "why";
    pub const UNIT: &str = "unit";
    pub const WHO: &str = "who";
    pub const NOBODY: &str = "Nobody's receipts change.";
    pub const UNKNOWN: &str = "not known";
    pub const WORTH_HEADS: [&str; 8] =
        ["shippers a year", "carriers, ports", "budgets", "all a year", "cost, once", "years", "NPV", "EIRR"];

    pub fn title(a: &CompareAnswer) -> String {
        let names: Vec<&str> = a.others.iter().map(|s| s.name.as_str()).collect();
        format!("{} against {}", names.join(", "), a.base.name)
    }

    pub fn lead(a: &CompareAnswer) -> String {
        format!("{}, {}, {} flow.", a.corridor, a.year, a.method)
    }

    pub fn cost(c: &keruen_results::compare::CostShown) -> String {
        let life = c.life.map_or(String::new(), |l| format!(" Lasts {l} years: {}.", c.life_why));
        format!("Costs {} ({}). {}{life}", c.told, c.method, c.why)
    }

    pub fn changes(n: usize) -> String {
        format!("{n} changes")
    }

    pub fn sources(n: usize) -> String {
        format!("Sources ({n})")
    }

    pub fn kind(kind: &str) -> &str {
        kind
    }

    pub fn terms(a: &CompareAnswer) -> String {
        let t = &a.terms;
        format!(
            "Discount rate {} % a year ({} %), equal years over the life, no growth, no scrap value, prices of their own years; a carrier's further work costs {} ({}) of its receipts for it. {} Shippers: money and time, rule of half. Charges are transfers and cancel in the sum. CO2e is counted, not priced.",
            t.discount.mid * 100.0,
            range(t.discount.low * 100.0, t.discount.high * 100.0),
            t.carrier_cost.mid,
            range(t.carrier_cost.low, t.carrier_cost.high),
            t.why
        )
    }
}
