//! "Why not?" in the terminal.

use super::Table;
use crate::format::{hours, number};
use keruen_results::why_not::{Figures, WhyNot};

/// Ways shown that beat one way.
const SHOWN: usize = 3;

/// The reason, what would change it, and the ways compared.
pub fn why_not(a: &WhyNot) -> String {
    let q = &a.question;
    let mut out = format!(
        "Why not by {} ({})? {} {} of {}, {} to {}, {}\n\n{}: {}\n",
        a.name,
        a.subject,
        number(q.quantity),
        q.unit,
        q.cargo_name,
        q.from.name,
        q.to.name,
        q.day,
        crate::format::verdict(a.verdict),
        a.reason
    );
    for o in &a.opened_by {
        out += &format!("  would change with: {o}\n");
    }
    if !a.ways.is_empty() {
        out += "\n";
        out += &compared(a);
        out += &format!("\nThe sheets of these ways: the same command with --use {} --full\n", a.subject);
    }
    out
}

fn compared(a: &WhyNot) -> String {
    let mut t = Table::new(&["way", "USD>", "time>", "kg CO2e>", "by"]);
    let row = |name: String, f: &Figures| vec![name, number(f.cost), hours(f.hours), number(f.co2e_kg), f.summary.clone()];
    for c in &a.ways {
        t.row(row(format!("{} through it", c.way.label), &c.way));
        for b in c.beaten_by.iter().take(SHOWN) {
            t.row(row(format!("  beaten by {}", b.by.label), &b.by));
            t.row(vec!["    which saves".into(), number(b.cost), hours(b.hours), number(b.co2e_kg), String::new()]);
        }
        if c.beaten_by.len() > SHOWN {
            let more = format!("  and {} more", c.beaten_by.len() - SHOWN);
            t.row(vec![more, String::new(), String::new(), String::new(), String::new()]);
        }
    }
    t.print()
}
