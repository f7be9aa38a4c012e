//! The flow answer in the terminal.

use super::Table;
use crate::format::{csv_cell, number};
use crate::parquet::{Column, Values, parquet};
use keruen_results::flow::{ElementFlow, FlowAnswer, LimitFlow, WishFlow};
use keruen_results::ranges::FlowRanges;
use keruen_results::validate::ValidateAnswer;

/// Groups of the screening that are shown.
const SCREENED: usize = 12;

/// Bottlenecks, what stays behind, who earns; `top` rows of each.
pub fn flow(a: &FlowAnswer, top: usize) -> String {
    let q = &a.question;
    let mut out = format!("{}, {}, {}", q.corridor, q.year, q.method);
    if !q.scenarios.is_empty() {
        out += &format!(", {}", q.scenarios.join(" + "));
    }
    let t = &a.totals;
    out += &format!(
        "\n\nThrough demand carried: {} t, {} TEU, {} t-km; charges {} USD, with the value of time {} USD; {} t CO2e. Background: {} t.\n",
        number(t.tonnes),
        number(t.teu),
        number(t.tonne_km),
        number(t.charges_usd),
        number(t.generalised_usd),
        number(t.co2e_kg / 1000.0),
        number(t.background_tonnes),
    );
    out += "\nWhat is scarce, the dearest first\n\n";
    out += &limits(a, top);
    out += &steps(a);
    out += &left(a, top);
    out += &origins(a);
    out += "\nWho earns and carries\n\n";
    out += &accounts(a, top);
    let (s, c) = (a.size, a.certificate);
    out += &format!(
        "\n{} states, {} arcs, {} wishes by period, {} limits by period, {} ways; duality gap {:.1e}\n",
        s.states, s.arcs, s.commodities, s.rows, s.columns, c.gap
    );
    out += &certified(a);
    out += &a.ranges.as_ref().map_or(String::new(), ranges);
    for n in &a.notes {
        out += &format!("{n}\n");
    }
    out
}

/// Headlines, what moves them, whether bottlenecks keep their order.
fn ranges(r: &FlowRanges) -> String {
    let mut out = format!(
        "\nHow sure: {} assumed or proxy figures between their ends, {} samples of seed {}, {} without an answer\n\n",
        r.parameters, r.samples, r.seed, r.failed
    );
    let mut t = Table::new(&["headline", "as the tables stand>", "5 to 95 %", "unit"]);
    for h in &r.headlines {
        let range = format!("{} - {}", number(h.range.low), number(h.range.high));
        t.row(vec![h.name.clone(), number(h.base), range, h.unit.clone()]);
    }
    out += &t.print();
    let mut t = Table::new(&["group", "figures>", "moves headlines by, %>", "deviation>"]);
    for g in r.screening.iter().take(SCREENED) {
        t.row(vec![g.group.clone(), g.parameters.to_string(), number(g.mean), number(g.deviation)]);
    }
    out += &format!("\nScreening (Morris), groups from low to high together\n\n{}", t.print());
    let mut t = Table::new(&["figure", "low - high", "moves headlines by, %>", "most", "it at the ends"]);
    for s in &r.tornado {
        let span = |x: keruen_results::Range| format!("{} - {}", number(x.low), number(x.high));
        t.row(vec![s.parameter.clone(), span(s.ends), number(s.effect), s.headline.clone(), span(s.at_ends)]);
    }
    out += &format!("\nSingle figures, each from its low to its high end\n\n{}", t.print());
    let mut t = Table::new(&["limit", "place here>", "priced in>", "dearest in>", "price, 5 to 95 %"]);
    for l in &r.ranking {
        t.row(vec![
            l.limit.clone(),
            l.base.map_or("-".into(), |b| b.to_string()),
            format!("{:.0} %", l.priced * 100.0),
            format!("{:.0} %", l.first * 100.0),
            format!("{} - {}", number(l.price.low), number(l.price.high)),
        ]);
    }
    let flips = if r.same_first < 1.0 { "The order of bottlenecks flips" } else { "The dearest limit stays the dearest" };
    out += &format!(
        "\n{flips}: in {:.0} % of the samples the dearest limit is the one here.\n\n{}",
        r.same_first * 100.0,
        t.print()
    );
    r.notes.iter().for_each(|n| out += &format!("{n}\n"));
    out
}

/// What the checker found.
fn certified(a: &FlowAnswer) -> String {
    let Some(c) = a.certificate.checked else { return "Not certified: no checker has looked at it.\n".into() };
    format!(
        "Certified: gap {:.1e}, largest miss {:.1e}; of {} limits {} were derived again from the tables, the use of {} too.\n",
        c.gap.abs(),
        c.miss,
        c.limits,
        c.limits_recomputed,
        c.uses_recomputed
    )
}

fn limits(a: &FlowAnswer, top: usize) -> String {
    let many = a.question.periods.len() > 1;
    let mut t = Table::new(&[
        "limit",
        "what",
        "period",
        "used>",
        "there is>",
        "unit",
        "use>",
        "one more saves, USD>",
        "low - high",
        "holds for",
    ]);
    for l in a.limits.iter().take(top) {
        t.row(limit_row(l, many, a.question.method == "choice"));
    }
    let notes = a.limits.iter().take(top).filter_map(|l| Some(format!("  {}: {}\n", l.limit, l.price_note.as_ref()?)));
    t.print() + &notes.collect::<String>()
}

/// One more unit saves the least of the prices that prove the optimum. Where the least is not known, the price at hand bounds it from above.
fn limit_row(l: &LimitFlow, many: bool, unique: bool) -> Vec<String> {
    let saves = l.price_interval.filter(|_| !unique).map_or(l.price, |r| r.low);
    let bound = if unique || l.price_interval.is_some() { "" } else { "at most " };
    vec![
        l.limit.clone(),
        l.name.clone(),
        if many { l.period.clone() } else { String::new() },
        number(l.used),
        number(l.amount),
        l.unit.clone(),
        format!("{:.0} %", l.share * 100.0),
        if saves > 0.0 { format!("{bound}{}", number(saves)) } else { "-".into() },
        l.price_interval.map_or(String::new(), |r| format!("{} - {}", number(r.low), or_any(r.high))),
        l.price_holds.map_or(String::new(), |r| format!("-{} to +{}", or_any(r.low), or_any(r.high))),
    ]
}

fn or_any(x: f64) -> String {
    if x.is_finite() { number(x) } else { "any".into() }
}

fn steps(a: &FlowAnswer) -> String {
    if a.steps.is_empty() {
        return String::new();
    }
    let mut t = Table::new(&["limit", "step", "more>", "unit", "carried, t>", "saves, USD>", "whose receipts change, USD"]);
    for s in &a.steps {
        let gains: Vec<String> =
            s.gains.iter().map(|(who, usd)| format!("{who} {}{}", if *usd > 0.0 { "+" } else { "" }, number(*usd))).collect();
        t.row(vec![
            s.limit.clone(),
            s.what.clone(),
            number(s.more),
            s.unit.clone(),
            format!("{}{}", if s.tonnes > 0.0 { "+" } else { "" }, number(s.tonnes)),
            number(s.saves_usd),
            gains.join(", "),
        ]);
    }
    format!("\nWhat a step brings, solved again\n\n{}", t.print())
}

/// Who uses a row of the network, from where to where; `None` where nothing moves over it.
pub fn flow_link(a: &FlowAnswer, id: &str) -> Option<String> {
    let here =
        |what: &str| what == id || what.split_once(':').is_some_and(|(_, row)| row == id || row.starts_with(&format!("{id}@")));
    let elements: Vec<_> = a.elements.iter().filter(|e| here(&e.what)).collect();
    if elements.is_empty() {
        return None;
    }
    let mut t = Table::new(&["what", "direction", "wish", "cargo", "from", "to", "t (seats, Tbit/s)>", "share>"]);
    for e in &elements {
        let all: f64 = e.users.iter().map(|u| u.1).sum();
        for (wish, amount) in &e.users {
            let w = a.wishes.iter().find(|w| w.wish == *wish);
            let field = |f: fn(&WishFlow) -> &String| w.map_or(String::new(), |w| f(w).clone());
            t.row(vec![
                e.what.clone(),
                e.direction.clone(),
                wish.clone(),
                field(|w| &w.cargo),
                field(|w| &w.from),
                field(|w| &w.to),
                number(*amount),
                format!("{:.1} %", amount / all * 100.0),
            ]);
        }
    }
    Some(t.print())
}

fn left(a: &FlowAnswer, top: usize) -> String {
    let stays = |w: &&WishFlow| w.unserved > 0.0 || w.outside > 0.0;
    let wishes: Vec<&WishFlow> = a.wishes.iter().filter(stays).collect();
    if wishes.is_empty() {
        return "\nNothing stays behind, nothing goes outside.\n".into();
    }
    let mut t = Table::new(&["wish", "cargo", "from", "to", "asked>", "carried>", "outside>", "left>", "unit", "stopped by"]);
    for w in wishes.iter().take(top) {
        t.row(vec![
            w.wish.clone(),
            w.cargo.clone(),
            w.from.clone(),
            w.to.clone(),
            number(w.asked),
            number(w.carried),
            number(w.outside),
            number(w.unserved),
            w.unit.clone(),
            w.no_way.clone().unwrap_or_else(|| [w.stopped_by.join(", "), w.left_because.clone().unwrap_or_default()].join(" ")),
        ]);
    }
    format!("\nWhat goes outside or stays behind ({} wishes)\n\n{}", wishes.len(), t.print())
}

fn origins(a: &FlowAnswer) -> String {
    if a.origins.is_empty() {
        return String::new();
    }
    let mut t = Table::new(&["market", "supply", "amount>", "unit", "share>"]);
    for o in &a.origins {
        t.row(vec![o.market.clone(), o.supply.clone(), number(o.amount), o.unit.clone(), format!("{:.0} %", o.share * 100.0)]);
    }
    format!("\nWho supplies whom\n\n{}", t.print())
}

fn accounts(a: &FlowAnswer, top: usize) -> String {
    let mut t = Table::new(&["", "who", "charges, USD>", "t>", "t-km>", "t CO2e>"]);
    for kind in ["country", "operator"] {
        let mut mine: Vec<_> = a.accounts.iter().filter(|x| x.kind == kind).collect();
        mine.sort_by(|a, b| b.revenue_usd.total_cmp(&a.revenue_usd));
        for x in mine.into_iter().take(top) {
            t.row(vec![
                x.kind.clone(),
                x.name.clone(),
                number(x.revenue_usd),
                number(x.tonnes),
                number(x.tonne_km),
                number(x.co2e_kg / 1000.0),
            ]);
        }
    }
    t.print()
}

/// What moves over every link, service and operation, a row each.
pub fn flow_csv(a: &FlowAnswer) -> String {
    let mut out = "what,name,mode,direction,t,TEU,wagons,trucks,units,use\n".to_string();
    for e in &a.elements {
        let name = e.name.replace('"', "\"\"");
        let share = e.share.map_or(String::new(), |s| s.to_string());
        out += &format!(
            "{},\"{name}\",{},{},{},{},{},{},{},{share}\n",
            e.what, e.mode, e.direction, e.tonnes, e.teu, e.wagons, e.trucks, e.units
        );
    }
    out
}

/// What moves over every link, service and operation, a row each, as a Parquet file.
pub fn flow_parquet(a: &FlowAnswer) -> Vec<u8> {
    let text = |name, of: fn(&ElementFlow) -> &String| Column {
        name,
        values: Values::Text(a.elements.iter().map(|e| of(e).clone()).collect()),
    };
    let number = |name, of: fn(&ElementFlow) -> f64| Column { name, values: Values::Number(a.elements.iter().map(of).collect()) };
    parquet(&[
        text("what", |e| &e.what),
        text("name", |e| &e.name),
        text("mode", |e| &e.mode),
        text("direction", |e| &e.direction),
        number("t", |e| e.tonnes),
        number("TEU", |e| e.teu),
        number("wagons", |e| e.wagons),
        number("trucks", |e| e.trucks),
        number("units", |e| e.units),
        number("use", |e| e.share.unwrap_or(f64::NAN)),
    ])
}

/// Every limit: use, price, interval and how far the price holds; an endless end stands empty.
pub fn flow_limits_csv(a: &FlowAnswer) -> String {
    let mut out =
        "limit,name,kind,at,period,used,there_is,unit,use,price_usd,price_low,price_high,holds_down,holds_up,note\n".to_string();
    let end = |x: Option<f64>| x.filter(|x| x.is_finite()).map_or(String::new(), |x| x.to_string());
    for l in &a.limits {
        let (price, holds) = (l.price_interval, l.price_holds);
        let cells = [
            csv_cell(&l.limit),
            csv_cell(&l.name),
            csv_cell(&l.kind),
            csv_cell(&l.at),
            l.period.clone(),
            l.used.to_string(),
            l.amount.to_string(),
            l.unit.clone(),
            l.share.to_string(),
            l.price.to_string(),
            end(price.map(|r| r.low)),
            end(price.map(|r| r.high)),
            end(holds.map(|r| r.low)),
            end(holds.map(|r| r.high)),
            csv_cell(l.price_note.as_deref().unwrap_or_default()),
        ];
        out += &(cells.join(",") + "\n");
    }
    out
}

/// Each counter: seen, model, naive.
pub fn validate(a: &ValidateAnswer) -> String {
    let mut t = Table::new(&[
        "counter",
        "what",
        "seen>",
        "model>",
        "5 to 95 %",
        "unit",
        "off by>",
        "may be off>",
        "",
        "last year>",
        "",
        "for",
    ]);
    for c in &a.counters {
        let word = |hit: bool| if hit { "hit" } else { "miss" }.to_string();
        t.row(vec![
            c.id.clone(),
            c.name.chars().take(60).collect(),
            number(c.observed),
            number(c.model),
            c.low.zip(c.high).map_or(String::new(), |(l, h)| format!("{} - {}", number(l), number(h))),
            c.unit.clone(),
            format!("{:+.1} %", (c.model / c.observed - 1.0) * 100.0),
            format!("{} %", number(c.tolerance)),
            word(c.hit),
            c.naive.map_or(String::new(), number),
            c.naive_hit.map_or(String::new(), word),
            c.r#use.clone(),
        ]);
    }
    format!(
        "{}\n{} of {} counters hit; last year's value would have hit {} of {}. {} observations are not counted by the model.\n",
        t.print(),
        a.hits,
        a.total,
        a.naive_hits,
        a.naive_total,
        a.not_counted.len()
    )
}
