//! A comparison in the terminal.

use super::{Table, together};
use crate::language::Voice;
use crate::say;
use keruen_results::compare::{CompareAnswer, CostShown, Side};

/// Changes listed of one scenario before the rest is counted.
const CHANGES: usize = 12;

/// What changed, figures, who pays and who gains, what it is worth; `top` payers of each kind, and figures of simulations.
pub fn compare(v: Voice<'_>, a: &CompareAnswer, top: usize) -> String {
    let mut out = head(v, a);
    out += &format!("\n\n{}\n\n", say!(v, "compare-changed"));
    a.others.iter().for_each(|s| out += &changed(v, s));
    out += &format!("{}\n\n{}", say!(v, "compare-figures"), figures(v, a));
    out += &together::simulated(v, a, top);
    out += &format!("\n{}\n\n{}", say!(v, "compare-payers"), payers(v, a, top));
    out += &format!("\n{}\n\n{}", say!(v, "compare-worth"), worth(v, a));
    out += &together::sample(v, a);
    out += &format!("\n{}\n", terms(v, a));
    a.notes.iter().for_each(|n| out += &format!("{}\n", v.phrase(n)));
    out
}

fn head(v: Voice<'_>, a: &CompareAnswer) -> String {
    let others: Vec<String> = a.others.iter().map(|s| side_id(v, s)).collect();
    say!(
        v,
        "compare-head",
        corridor = a.corridor.clone(),
        year = a.year.to_string(),
        method = v.phrase(&a.method),
        others = others.join(", "),
        base = side_id(v, &a.base)
    )
}

/// The scenarios of a side by their ids; the corridor as it is has none.
pub(crate) fn side_id(v: Voice<'_>, s: &Side) -> String {
    if s.scenarios.is_empty() { say!(v, "head-base") } else { s.id.clone() }
}

fn changed(v: Voice<'_>, s: &Side) -> String {
    let mut out = format!("{}: {}\n", side_id(v, s), v.phrase(&s.name));
    let shown = |text: &str| if text.is_empty() { say!(v, "compare-nothing") } else { v.phrase(text) };
    for c in s.changes.iter().take(CHANGES) {
        out += &format!("  {}: {} -> {}; {}\n", c.what, shown(&c.old), shown(&c.new), v.phrase(&c.why));
    }
    if s.changes.len() > CHANGES {
        out += &format!("  {}\n", say!(v, "compare-more", count = (s.changes.len() - CHANGES) as f64));
    }
    if let Some(c) = &s.cost {
        out += &format!("  {}\n", cost(v, c));
    }
    out + "\n"
}

/// What it costs, as told and in US dollars.
pub(crate) fn cost(v: Voice<'_>, c: &CostShown) -> String {
    // `21000000000 KZT of 2025`, several joined by +
    let one = |told: &str| match told.split_once(" of ") {
        Some((sum, year)) => say!(v, "compare-of-year", sum = v.sum(sum), year = year),
        None => v.sum(told),
    };
    let told: Vec<String> = c.told.split(" + ").map(one).collect();
    say!(v, "compare-cost", told = told.join(" + "), usd = v.span(&c.usd), method = v.method(&c.method))
}

fn signed(v: Voice<'_>, x: f64) -> String {
    if x > 0.0 { format!("+{}", v.number(x)) } else { v.number(x) }
}

fn figures(v: Voice<'_>, a: &CompareAnswer) -> String {
    let (difference, percent) = (say!(v, "head-difference"), "%>".to_string());
    let mut head = vec![say!(v, "head-figure-name"), say!(v, "head-unit"), format!("{}>", say!(v, "head-base"))];
    for s in &a.others {
        head.extend([format!("{}>", s.id), format!("{difference}>"), percent.clone()]);
    }
    let mut t = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    let none = |why: &str| if why.is_empty() { "-".into() } else { format!("- ({})", v.phrase(why)) };
    for f in &a.figures {
        let mut row = vec![v.phrase(&f.name), v.phrase(&f.unit)];
        for (i, c) in f.cells.iter().enumerate() {
            row.push(c.value.as_ref().map_or_else(|| none(&c.why), |s| v.span(s)));
            if i > 0 {
                row.push(together::change(v, c));
                row.push(c.percent.map_or(String::new(), |p| v.signed(p, 1)));
            }
        }
        t.row(row);
    }
    t.print()
}

fn payers(v: Voice<'_>, a: &CompareAnswer, top: usize) -> String {
    let mut head = vec![String::new(), say!(v, "head-who"), format!("{}>", say!(v, "head-base-usd"))];
    head.extend(a.others.iter().map(|s| format!("{}>", s.id)));
    let mut t = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    let mut any = false;
    for kind in ["country", "operator"] {
        for p in a.payers.iter().filter(|p| p.kind == kind && p.change.iter().any(|c| c.abs() >= 0.5)).take(top) {
            any = true;
            let mut row = vec![v.phrase(kind), v.phrase(&p.name), v.number(p.usd[0])];
            row.extend(p.change.iter().map(|c| signed(v, *c)));
            t.row(row);
        }
    }
    if any { t.print() } else { say!(v, "compare-nobody") + "\n" }
}

/// Heads of what proposals are worth, in the terminal and on the page.
pub(crate) const WORTH: [&str; 9] = [
    "head-proposal",
    "head-shippers-a-year>",
    "head-carriers-ports>",
    "head-budgets>",
    "head-all-a-year>",
    "head-cost-once>",
    "head-years>",
    "head-npv>",
    "head-eirr>",
];

fn worth(v: Voice<'_>, a: &CompareAnswer) -> String {
    let mut t = Table::said(v, &WORTH);
    for (s, w) in a.others.iter().zip(&a.worth) {
        t.row(vec![
            s.id.clone(),
            v.span(&w.shippers),
            v.span(&w.carriers),
            v.number(w.budgets),
            v.span(&w.all),
            s.cost.as_ref().map_or_else(|| say!(v, "not-known"), |c| v.span(&c.usd)),
            s.cost.as_ref().and_then(|c| c.life).map_or(String::new(), |l| v.number(l)),
            w.npv.as_ref().map_or_else(|| v.phrase(&w.why), |n| v.span(n)),
            w.irr.map_or(String::new(), |r| v.percent(r, 1)),
        ]);
    }
    t.print()
}

/// What the worth is reckoned with.
pub(crate) fn terms(v: Voice<'_>, a: &CompareAnswer) -> String {
    let t = &a.terms;
    let told = say!(
        v,
        "compare-terms",
        rate = v.in_percent(v.number(t.discount.mid * 100.0)),
        ends = v.in_percent(v.range(t.discount.low * 100.0, t.discount.high * 100.0)),
        cost = v.number(t.carrier_cost.mid),
        costs = v.range(t.carrier_cost.low, t.carrier_cost.high)
    );
    format!("{told} {}", v.phrase(&t.why))
}
