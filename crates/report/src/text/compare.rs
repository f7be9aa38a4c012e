//! A comparison in the terminal.

use super::{Table, together};
use crate::format::number;
use crate::language::Voice;
use keruen_results::compare::{CompareAnswer, Side};
use keruen_results::forum::Span;

/// Changes listed of one scenario before the rest is counted.
const CHANGES: usize = 12;

/// What changed, figures, who pays and who gains, what it is worth; `top` payers of each kind, and figures of simulations.
pub fn compare(v: Voice<'_>, a: &CompareAnswer, top: usize) -> String {
    let mut out = say::head(a);
    out += say::CHANGED;
    a.others.iter().for_each(|s| out += &changed(s));
    out += say::FIGURES;
    out += &figures(v, a);
    out += &together::simulated(v, a, top);
    out += say::PAYERS;
    out += &payers(a, top);
    out += say::WORTH;
    out += &worth(a);
    out += &together::sample(v, a);
    out += &say::terms(a);
    for n in &a.notes {
        out += &format!("{n}\n");
    }
    out
}

fn changed(s: &Side) -> String {
    let mut out = format!("{}: {}\n", s.id, s.name);
    for c in s.changes.iter().take(CHANGES) {
        out += &format!("  {}: {} -> {}; {}\n", c.what, say::or_nothing(&c.old), say::or_nothing(&c.new), c.why);
    }
    if s.changes.len() > CHANGES {
        out += &say::more(s.changes.len() - CHANGES);
    }
    if let Some(c) = &s.cost {
        out += &say::cost(&c.told, &span(&c.usd), &c.method);
    }
    out + "\n"
}

fn signed(x: f64) -> String {
    if x > 0.0 { format!("+{}", number(x)) } else { number(x) }
}

/// `middle (low to high)`, or one number where it is known.
pub(crate) fn span(s: &Span) -> String {
    if s.low == s.high { number(s.mid) } else { format!("{} ({})", number(s.mid), crate::format::range(s.low, s.high)) }
}

fn figures(v: Voice<'_>, a: &CompareAnswer) -> String {
    let mut head = vec!["figure".to_string(), "unit".into(), "base>".into()];
    for s in &a.others {
        head.extend([format!("{}>", s.id), "difference>".into(), "%>".into()]);
    }
    let mut t = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for f in &a.figures {
        let mut row = vec![f.name.clone(), f.unit.clone()];
        for (i, c) in f.cells.iter().enumerate() {
            row.push(c.value.as_ref().map_or_else(|| say::none(&c.why), span));
            if i > 0 {
                row.push(together::change(v, c));
                row.push(c.percent.map_or(String::new(), |p| format!("{p:+.1}")));
            }
        }
        t.row(row);
    }
    t.print()
}

fn payers(a: &CompareAnswer, top: usize) -> String {
    let mut head = vec![String::new(), "who".into(), "base, USD>".into()];
    head.extend(a.others.iter().map(|s| format!("{}>", s.id)));
    let mut t = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    let mut any = false;
    for kind in ["country", "operator"] {
        for p in a.payers.iter().filter(|p| p.kind == kind && p.change.iter().any(|c| c.abs() >= 0.5)).take(top) {
            any = true;
            let mut row = vec![kind.to_string(), p.name.clone(), number(p.usd[0])];
            row.extend(p.change.iter().map(|c| signed(*c)));
            t.row(row);
        }
    }
    if any { t.print() } else { say::NOBODY.into() }
}

fn worth(a: &CompareAnswer) -> String {
    let mut t = Table::new(&["", "shippers>", "carriers, ports>", "budgets>", "all a year>", "cost>", "years>", "NPV>", "EIRR>"]);
    for (s, w) in a.others.iter().zip(&a.worth) {
        t.row(vec![
            s.id.clone(),
            span(&w.shippers),
            span(&w.carriers),
            number(w.budgets),
            span(&w.all),
            s.cost.as_ref().map_or_else(|| say::UNKNOWN.into(), |c| span(&c.usd)),
            s.cost.as_ref().and_then(|c| c.life).map_or(String::new(), number),
            w.npv.as_ref().map_or_else(|| w.why.clone(), span),
            w.irr.map_or(String::new(), |r| format!("{:.1} %", r * 100.0)),
        ]);
    }
    t.print()
}

/// Sentences of this view.
mod say {
    use super::CompareAnswer;
    use crate::format::range;

    pub const CHANGED: &str = "What changes\n\n";
    pub const FIGURES: &str = "Figures\n\n";
    pub const PAYERS: &str = "\nWho receives more and who less, USD a year\n\n";
    pub const WORTH: &str = "\nWhat it is worth, USD\n\n";
    pub const NOBODY: &str = "Nobody's receipts change.\n";
    pub const UNKNOWN: &str = "not known";

    pub fn head(a: &CompareAnswer) -> String {
        let others: Vec<&str> = a.others.iter().map(|s| s.id.as_str()).collect();
        format!("{}, {}, {}: {} against {}\n\n", a.corridor, a.year, a.method, others.join(", "), a.base.id)
    }

    pub fn or_nothing(text: &str) -> &str {
        if text.is_empty() { "nothing" } else { text }
    }

    pub fn more(n: usize) -> String {
        format!("  ... and {n} more; --json has them all\n")
    }

    pub fn cost(told: &str, usd: &str, method: &str) -> String {
        format!("  costs {told} = {usd} USD ({method})\n")
    }

    pub fn none(why: &str) -> String {
        if why.is_empty() { "-".into() } else { format!("- ({why})") }
    }

    pub fn terms(a: &CompareAnswer) -> String {
        let t = &a.terms;
        format!(
            "\nDiscount rate {} % a year ({} %), equal years over the life, no scrap value; a carrier's further work costs {} ({}) of its receipts for it. {}\nShippers: money and time, rule of half. Charges are transfers and cancel in the sum. CO2e is counted, not priced.\n",
            t.discount.mid * 100.0,
            range(t.discount.low * 100.0, t.discount.high * 100.0),
            t.carrier_cost.mid,
            range(t.carrier_cost.low, t.carrier_cost.high),
            t.why
        )
    }
}
