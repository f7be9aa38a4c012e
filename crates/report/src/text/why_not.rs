//! "Why not?" in the terminal.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::why_not::{Figures, Verdict, WhyNot};

/// Ways shown that beat one way.
const SHOWN: usize = 3;

/// The reason, what would change it, and the ways compared.
pub fn why_not(v: Voice<'_>, a: &WhyNot) -> String {
    let q = &a.question;
    let head = say!(
        v,
        "why-not-asked",
        name = v.name(&a.name),
        subject = &a.subject,
        amount = v.amount(q.quantity, &q.unit),
        cargo = v.name(&q.cargo_name),
        from = v.place(&q.from),
        to = v.place(&q.to),
        day = v.day(&q.day)
    );
    let mut out = format!("{head}\n\n{}: {}\n", verdict(v, a.verdict), v.phrase(&a.reason));
    for o in &a.opened_by {
        out += &format!("  {}\n", say!(v, "why-not-change", by = v.phrase(o)));
    }
    if !a.ways.is_empty() {
        out += "\n";
        out += &compared(v, a);
        out += &format!("\n{}\n", say!(v, "why-not-sheets", command = format!("--use {} --full", a.subject)));
    }
    out
}

/// A verdict in words.
fn verdict(v: Voice<'_>, verdict: Verdict) -> String {
    match verdict {
        Verdict::Used => say!(v, "verdict-used"),
        Verdict::Dominated => say!(v, "verdict-dominated"),
        Verdict::Refused => say!(v, "verdict-refused"),
        Verdict::Quota => say!(v, "verdict-quota"),
        Verdict::SmallLot => say!(v, "verdict-small-lot"),
        Verdict::NoPrice => say!(v, "verdict-no-price"),
        Verdict::Asked => say!(v, "verdict-asked"),
        Verdict::Draught => say!(v, "verdict-draught"),
        Verdict::NotOpen => say!(v, "verdict-not-open"),
        Verdict::Unfit => say!(v, "verdict-unfit"),
        Verdict::Gauge => say!(v, "verdict-gauge"),
        Verdict::Limited => say!(v, "verdict-limited"),
        Verdict::Unreached => say!(v, "verdict-unreached"),
        Verdict::DeadEnd => say!(v, "verdict-dead-end"),
    }
}

fn compared(v: Voice<'_>, a: &WhyNot) -> String {
    let mut t = Table::said(v, &["head-way", "head-usd>", "head-time>", "head-co2e>", "head-by"]);
    let row =
        |name: String, f: &Figures| vec![name, v.number(f.cost), v.hours(f.hours), v.number(f.co2e_kg), v.summary(&f.summary)];
    for c in &a.ways {
        t.row(row(say!(v, "why-not-through", way = v.phrase(&c.way.label)), &c.way));
        for b in c.beaten_by.iter().take(SHOWN) {
            t.row(row(format!("  {}", say!(v, "why-not-beaten", way = v.phrase(&b.by.label))), &b.by));
            let saves = format!("    {}", say!(v, "why-not-saves"));
            t.row(vec![saves, v.number(b.cost), v.hours(b.hours), v.number(b.co2e_kg), String::new()]);
        }
        if c.beaten_by.len() > SHOWN {
            let more = format!("  {}", say!(v, "why-not-more", count = c.beaten_by.len() - SHOWN));
            t.row(vec![more, String::new(), String::new(), String::new(), String::new()]);
        }
    }
    t.print()
}
