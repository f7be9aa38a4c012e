//! The plan for subsidised flights in the terminal.

use super::Table;
use crate::format::number;
use crate::text::span;
use keruen_results::seat_plan::{BudgetUse, Instrument, SeatPlan};

/// What the budget buys, pair by pair, by state, and what hangs on what; `top` pairs.
pub fn seat_plan(p: &SeatPlan, top: usize) -> String {
    let mut out = say::head(p);
    for u in &p.uses {
        out += &budget_use(u);
    }
    out += say::PAIRS;
    out += &pairs(p, top);
    out += say::CURVE;
    let mut t = Table::new(&["budget, USD>", "spent, USD>", "extra trips>", "USD an extra trip>"]);
    for c in &p.curve {
        let each = if c.extra > 0.0 { number(c.usd / c.extra) } else { "-".into() };
        t.row(vec![number(c.budget_usd), number(c.usd), number(c.extra), each]);
    }
    out += &t.print();
    out += say::HANGS;
    let mut t = Table::new(&["assumption at its end", "extra trips>"]);
    p.sensitivity.iter().for_each(|(what, extra)| t.row(vec![what.clone(), number(*extra)]));
    out += &t.print();
    out += "\n";
    p.assumptions.iter().chain(&p.notes).for_each(|a| out += &format!("{a}\n"));
    out
}

fn budget_use(u: &BudgetUse) -> String {
    let mut out = say::instrument(u);
    if !u.why.is_empty() {
        return out + &u.why + "\n";
    }
    if u.bought.is_empty() {
        return out + say::NOTHING;
    }
    let mut t = Table::new(&["pair", "instrument", "vouchers, rotations>", "extra trips>", "USD>", "USD an extra trip>"]);
    for b in &u.bought {
        t.row(vec![
            b.name.clone(),
            b.instrument.clone(),
            number(b.count),
            number(b.extra),
            number(b.usd),
            number(b.usd / b.extra),
        ]);
    }
    out += &t.print();
    let states: Vec<String> = u.by_state.iter().filter(|s| s.1 > 0.0).map(|s| format!("{} {}", s.0, number(s.1))).collect();
    out + &say::states(&states)
}

fn each(i: Option<Instrument>) -> [String; 3] {
    i.map_or_else(
        || ["-".into(), "-".into(), "-".into()],
        |i| [number(i.each_usd), span(&i.extra), i.usd_per_extra.map_or("-".into(), number)],
    )
}

fn pairs(p: &SeatPlan, top: usize) -> String {
    let mut t = Table::new(&[
        "pair",
        "km>",
        "flights a week>",
        "seats>",
        "return fare, USD>",
        "voucher, USD>",
        "extra>",
        "USD each>",
        "rotation, USD>",
        "extra>",
        "USD each>",
        "right",
    ]);
    for x in p.pairs.iter().take(top) {
        let [v, ve, vc] = each(x.voucher);
        let [g, ge, gc] = each(x.guarantee);
        t.row(vec![
            x.name.clone(),
            number(x.km),
            if x.open { number(x.departures) } else { say::NEW.into() },
            number(x.seats),
            x.fare_usd.map_or("-".into(), number),
            v,
            ve,
            vc,
            g,
            ge,
            gc,
            x.right.clone(),
        ]);
    }
    t.print()
}

/// Sentences of this view.
mod say {
    use super::{BudgetUse, SeatPlan, number};

    pub const PAIRS: &str = "\nPairs, those first where an extra trip costs least\n\n";
    pub const CURVE: &str = "\nWhat other budgets bring, both instruments\n\n";
    pub const HANGS: &str = "\nWhat hangs on the assumptions, both instruments\n\n";
    pub const NOTHING: &str = "Nothing can be bought.\n";
    pub const NEW: &str = "none";

    pub fn head(p: &SeatPlan) -> String {
        let floor =
            if p.floor > 0.0 { format!("; every state sees at least {:.0} % of it", p.floor * 100.0) } else { String::new() };
        format!("{}: what {} a year buys ({} USD{floor})\n", p.corridor, p.told, number(p.budget_usd))
    }

    pub fn instrument(u: &BudgetUse) -> String {
        let what = match u.instrument.as_str() {
            "voucher" => "Vouchers alone",
            "guarantee" => "Guarantees alone",
            _ => "Both",
        };
        let each = u.usd_per_extra.map_or(String::new(), |x| format!(", {} USD each", number(x)));
        let proof = if u.proven { "no use brings more".into() } else { format!("no use brings more than {}", number(u.bound)) };
        format!(
            "\n{what}: {} seats, {} extra return trips{each}, {} USD spent ({proof})\n\n",
            number(u.seats),
            number(u.extra),
            number(u.usd)
        )
    }

    pub fn states(list: &[String]) -> String {
        format!("By state, USD: {}\n", list.join(", "))
    }
}
