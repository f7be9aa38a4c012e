//! Pages for seats and fibre, as parts of the round table's report.

use super::compare::span_cell;
use super::page::page;
use crate::format::{escape, number};
use crate::language::{Language, Voice};
use crate::text::percent;
use keruen_results::fibre::{FibreAnswer, FibreStage};
use keruen_results::seat_plan::{BudgetUse, Instrument, SeatPlan};
use std::fmt::Write;

fn table(heads: &[&str], rows: &str) -> String {
    let cells: String = heads
        .iter()
        .map(|h| format!("<th{}>{}</th>", if h.ends_with('>') { " class=\"n\"" } else { "" }, h.trim_end_matches('>')))
        .collect();
    format!("<div class=\"scroll\"><table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table></div>")
}

/// A page of its own.
pub fn seats_page(p: &SeatPlan, command: &str) -> String {
    page(
        Voice::plain(Language::English),
        &say::seats_title(p),
        &format!("<main>{}<h2>{}</h2><p><code>{}</code></p></main>", seats(p), say::REPEAT, escape(command)),
    )
}

/// A page of its own.
pub fn fibre_page(a: &FibreAnswer, command: &str) -> String {
    page(
        Voice::plain(Language::English),
        say::FIBRE,
        &format!("<main>{}<h2>{}</h2><p><code>{}</code></p></main>", fibre(a), say::REPEAT, escape(command)),
    )
}

/// What a budget for seats buys.
pub(super) fn seats(p: &SeatPlan) -> String {
    let mut out = format!("<h2 id=\"seats\">{}</h2>", escape(&say::seats_title(p)));
    let rows: String = p.uses.iter().map(use_row).collect();
    out += &table(&say::USES, &rows);
    if let Some(both) = p.uses.last() {
        let _ = write!(out, "<h3>{}</h3>{}", say::FIRST, bought(both));
        let states: Vec<String> = both.by_state.iter().map(|s| format!("{} {}", escape(&s.0), number(s.1))).collect();
        let _ = write!(out, "<p>{} {}</p>", say::BY_STATE, states.join(", "));
    }
    let _ = write!(out, "<details><summary>{}</summary>{}</details>", say::ALL_PAIRS, pairs(p));
    let curve: String = p
        .curve
        .iter()
        .map(|c| {
            format!(
                "<tr><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                number(c.budget_usd),
                number(c.usd),
                number(c.extra)
            )
        })
        .collect();
    let _ = write!(out, "<h3>{}</h3>{}", say::CURVE, table(&say::CURVE_HEADS, &curve));
    let hangs: String = p
        .sensitivity
        .iter()
        .map(|(w, x)| format!("<tr><td>{}</td><td class=\"n\">{}</td></tr>", escape(w), number(*x)))
        .collect();
    let _ = write!(out, "<h3>{}</h3>{}", say::HANGS, table(&say::HANGS_HEADS, &hangs));
    p.assumptions.iter().chain(&p.notes).for_each(|a| {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(a));
    });
    out
}

fn use_row(u: &BudgetUse) -> String {
    format!(
        "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
        say::instrument(&u.instrument),
        number(u.seats),
        number(u.extra),
        number(u.usd),
        u.usd_per_extra.map_or("-".into(), number),
        if u.why.is_empty() { say::proof(u) } else { escape(&u.why) }
    )
}

fn bought(u: &BudgetUse) -> String {
    let row = |b: &keruen_results::seat_plan::Bought| {
        format!(
            "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            escape(&b.name),
            say::instrument(&b.instrument),
            number(b.count),
            number(b.extra),
            number(b.usd),
            number(b.usd / b.extra)
        )
    };
    table(&say::BOUGHT, &u.bought.iter().map(row).collect::<String>())
}

fn pairs(p: &SeatPlan) -> String {
    let each = |i: Option<Instrument>| match i {
        Some(i) => format!(
            "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>",
            number(i.each_usd),
            span_cell(&i.extra),
            i.usd_per_extra.map_or("-".into(), number)
        ),
        None => "<td></td><td></td><td></td>".into(),
    };
    let row = |x: &keruen_results::seat_plan::PairOffer| {
        format!(
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>{}{}<td>{}</td></tr>",
            escape(&x.name),
            number(x.km),
            if x.open { number(x.departures) } else { say::NONE.into() },
            x.fare_usd.map_or("-".into(), number),
            each(x.voucher),
            each(x.guarantee),
            escape(&x.right)
        )
    };
    table(&say::PAIRS, &p.pairs.iter().map(row).collect::<String>())
}

/// What the cable adds.
pub(super) fn fibre(a: &FibreAnswer) -> String {
    let mut out = format!("<h2 id=\"fibre-adds\">{}</h2><h3>{}</h3>", say::FIBRE, say::LATENCY);
    out += &table(&say::LATENCY_HEADS, &a.stages.iter().map(latency).collect::<String>());
    let _ = write!(
        out,
        "<h3>{}</h3>{}",
        say::AVAILABLE,
        table(&say::AVAILABLE_HEADS, &a.stages.iter().map(available).collect::<String>())
    );
    let _ = write!(out, "<h3>{}</h3>", say::STEPS);
    for s in &a.steps {
        let saved: Vec<String> = s.saved_hours.iter().map(|(p, h)| format!("{} {h:+.2} h", escape(p))).collect();
        let cost = s.cost_usd.as_ref().map_or(say::UNKNOWN.into(), |c| {
            format!("{} <span class=\"m {1}\">{1}</span>", span_cell(c), escape(&s.cost_method))
        });
        let by: Vec<String> = s
            .by_country
            .iter()
            .map(|(c, x, y)| format!("{} {:.0} % \u{2192} {:.0} %", escape(c), x * 100.0, y * 100.0))
            .collect();
        let _ = write!(out, "<p><b>{}</b> {} {}</p>", escape(&s.id), say::AGAINST, escape(&s.before));
        let per = s.usd_per_hour.map_or(String::new(), |x| say::per_hour(&number(x)));
        let _ = write!(
            out,
            "<ul><li>{} {cost}</li><li>{} {}</li><li>{} {}</li><li>{per}</li></ul>",
            say::COST,
            say::SAVED,
            saved.join(", "),
            say::TRAFFIC,
            by.join(", ")
        );
    }
    let rows: String = a
        .capacity
        .iter()
        .map(|c| {
            let (x, fact) = c.announced.clone().map_or(("-".into(), String::new()), |x| (number(x.0), x.1));
            format!("<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{x} <span class=\"range\">{}</span></td><td class=\"n\">{}</td></tr>", escape(&c.name), span_cell(&c.day_one), escape(&fact), number(c.demand))
        })
        .collect();
    let _ = write!(out, "<h3>{}</h3>{}", say::CAPACITY, table(&say::CAPACITY_HEADS, &rows));
    a.missing.iter().chain(&a.notes).for_each(|n| {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    });
    out
}

fn latency(s: &FibreStage) -> String {
    let rows = s.pairs.iter().flat_map(|p| p.ways.iter().map(move |w| (p, w)));
    rows.map(|(p, w)| {
        format!(
            "<tr><td>{}</td><td>{} \u{2013} {}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{:.1}</td><td class=\"n\">{:.1}</td></tr>",
            escape(&s.id),
            escape(&p.from),
            escape(&p.to),
            escape(&w.countries.join(" ")),
            number(w.path_km),
            w.one_way_ms,
            w.round_trip_ms
        )
    })
    .collect()
}

fn available(s: &FibreStage) -> String {
    let share = |x: Option<f64>| x.map_or("-".into(), percent);
    let row = |p: &keruen_results::fibre::FibrePair| {
        format!(
            "<tr><td>{}</td><td>{} \u{2013} {}</td><td class=\"n\">{}<br><span class=\"range\">{} to {}</span></td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{:.2}</td><td>{}</td></tr>",
            escape(&s.id),
            escape(&p.from),
            escape(&p.to),
            percent(p.available),
            percent(p.available_range.low),
            percent(p.available_range.high),
            share(p.fastest_available),
            share(p.edge_disjoint),
            share(p.node_disjoint),
            percent(p.with_queue.0),
            p.down_hours,
            escape(&p.hangs_on.join(" "))
        )
    };
    s.pairs.iter().map(row).collect()
}

/// Sentences of these views.
mod say {
    use super::{BudgetUse, SeatPlan, number};

    pub const REPEAT: &str = "Repeat it";
    pub const FIBRE: &str = "What the cable adds";
    pub const USES: [&str; 6] = ["instrument", "seats, one way>", "extra return trips>", "USD>", "USD an extra trip>", "proof"];
    pub const FIRST: &str = "What to buy first, both instruments";
    pub const BOUGHT: [&str; 6] = ["pair", "instrument", "vouchers, rotations>", "extra trips>", "USD>", "USD an extra trip>"];
    pub const BY_STATE: &str = "Budget by state, USD, half of each pair to either end:";
    pub const ALL_PAIRS: &str = "Every pair";
    pub const PAIRS: [&str; 11] = [
        "pair",
        "km>",
        "flights a week>",
        "return fare, USD>",
        "voucher, USD>",
        "extra trips>",
        "USD each>",
        "rotation, USD>",
        "extra trips>",
        "USD each>",
        "traffic right",
    ];
    pub const NONE: &str = "none";
    pub const CURVE: &str = "What other budgets bring";
    pub const CURVE_HEADS: [&str; 3] = ["budget, USD>", "spent, USD>", "extra trips>"];
    pub const HANGS: &str = "What hangs on the assumptions";
    pub const HANGS_HEADS: [&str; 2] = ["assumption at its end", "extra trips>"];
    pub const LATENCY: &str = "Latency by each way";
    pub const LATENCY_HEADS: [&str; 6] = ["stage", "pair", "by", "km>", "one way, ms>", "round trip, ms>"];
    pub const AVAILABLE: &str = "How often the service is there, %";
    pub const AVAILABLE_HEADS: [&str; 9] = [
        "stage",
        "pair",
        "service>",
        "fastest way>",
        "two ways, no common span>",
        "no common place>",
        "with one repair ship a sea>",
        "down, h/yr>",
        "hangs on",
    ];
    pub const STEPS: &str = "What each cable brings";
    pub const AGAINST: &str = "against";
    pub const COST: &str = "Investment, USD:";
    pub const SAVED: &str = "Hours of service more a year:";
    pub const TRAFFIC: &str = "Traffic whose fastest way passes:";
    pub const UNKNOWN: &str = "not known";
    pub const CAPACITY: &str = "Lit on the first day, and announced at full equipment";
    pub const CAPACITY_HEADS: [&str; 4] = ["span", "first day, Tbit/s>", "announced, Tbit/s>", "demand, Tbit/s>"];

    pub fn seats_title(p: &SeatPlan) -> String {
        format!("Seats: {} a year buys ...", p.told)
    }

    pub fn instrument(id: &str) -> &str {
        match id {
            "voucher" => "vouchers",
            "guarantee" => "guaranteed rotations",
            _ => "both",
        }
    }

    pub fn proof(u: &BudgetUse) -> String {
        if u.proven { "no use brings more".into() } else { format!("no use brings more than {}", number(u.bound)) }
    }

    pub fn per_hour(usd: &str) -> String {
        format!("Investment for an hour of service on the pair that gains most, over the life: {usd} USD")
    }
}
