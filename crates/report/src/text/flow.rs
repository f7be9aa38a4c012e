//! The flow answer in the terminal.

use super::Table;
use crate::format::csv_cell;
use crate::language::Voice;
use crate::parquet::{Column, Values, parquet};
use crate::say;
use keruen_results::flow::{ElementFlow, FlowAnswer, FlowTotals, LimitFlow, WishFlow};
use keruen_results::ranges::FlowRanges;
use keruen_results::validate::ValidateAnswer;

/// Letters of a counter's name that are shown.
pub(super) const NAMED: usize = 90;
/// Groups of the screening that are shown.
const SCREENED: usize = 12;

/// What moved in all.
pub(crate) fn carried(v: Voice<'_>, t: &FlowTotals) -> String {
    say!(
        v,
        "flow-carried",
        tonnes = v.number(t.tonnes),
        teu = v.number(t.teu),
        tonne_km = v.number(t.tonne_km),
        charges = v.number(t.charges_usd),
        generalised = v.number(t.generalised_usd),
        co2e = v.number(t.co2e_kg / 1000.0),
        background = v.number(t.background_tonnes)
    )
}

/// Bottlenecks, what stays behind, who earns; `top` rows of each.
pub fn flow(v: Voice<'_>, a: &FlowAnswer, top: usize) -> String {
    let q = &a.question;
    let mut out = format!("{}, {}, {}", q.corridor, q.year, v.phrase(&q.method));
    if !q.scenarios.is_empty() {
        out += &format!(", {}", q.scenarios.join(" + "));
    }
    let carried = carried(v, &a.totals);
    out += &format!("\n\n{carried}\n\n{}\n\n", say!(v, "flow-scarce"));
    out += &limits(v, a, top);
    out += &steps(v, a);
    out += &left(v, a, top);
    out += &a.empties.as_ref().map_or(String::new(), |e| super::empties::empties(v, e, top));
    out += &origins(v, a);
    out += &format!("\n{}\n\n", say!(v, "flow-earns"));
    out += &accounts(v, a, top);
    let (s, c) = (a.size, a.certificate);
    let size = say!(
        v,
        "flow-size",
        states = s.states.to_string(),
        arcs = s.arcs.to_string(),
        wishes = s.commodities.to_string(),
        limits = s.rows.to_string(),
        ways = s.columns.to_string(),
        gap = format!("{:.1e}", c.gap)
    );
    out += &format!("\n{size}\n");
    out += &format!("{}\n", certified(v, a));
    out += &a.ranges.as_ref().map_or(String::new(), |r| ranges(v, r));
    for n in &a.notes {
        out += &format!("{}\n", v.phrase(n));
    }
    out
}

/// Headlines, what moves them, whether bottlenecks keep their order.
fn ranges(v: Voice<'_>, r: &FlowRanges) -> String {
    let head = say!(
        v,
        "flow-ranges",
        count = r.parameters.to_string(),
        samples = r.samples.to_string(),
        seed = r.seed.to_string(),
        failed = r.failed.to_string()
    );
    let mut out = format!("\n{head}\n\n{}", headlines(v, r));
    out += &format!("\n{}\n\n{}", say!(v, "flow-screening"), screening(v, r));
    out += &format!("\n{}\n\n{}", say!(v, "flow-tornado"), tornado(v, r));
    let share = v.percent(r.same_first, 0);
    let order =
        if r.same_first < 1.0 { say!(v, "flow-first-flips", share = share) } else { say!(v, "flow-first-stays", share = share) };
    out += &format!("\n{order}\n\n{}", ranking(v, r));
    r.notes.iter().for_each(|n| out += &format!("{}\n", v.phrase(n)));
    out
}

fn ends(v: Voice<'_>, x: keruen_results::Range) -> String {
    format!("{} - {}", v.number(x.low), v.number(x.high))
}

fn headlines(v: Voice<'_>, r: &FlowRanges) -> String {
    let mut t = Table::said(v, &["head-headline", "head-as-tables-stand>", "head-five-to-95", "head-unit"]);
    for h in &r.headlines {
        t.row(vec![v.phrase(&h.name), v.number(h.base), ends(v, h.range), v.unit(&h.unit)]);
    }
    t.print()
}

fn screening(v: Voice<'_>, r: &FlowRanges) -> String {
    let mut t = Table::said(v, &["head-group", "head-figures>", "head-moves-by>", "head-deviation>"]);
    for g in r.screening.iter().take(SCREENED) {
        let moves = [g.mean, g.deviation].map(|x| v.in_percent(v.number(x)));
        t.row([vec![g.group.clone(), g.parameters.to_string()], moves.to_vec()].concat());
    }
    t.print()
}

fn tornado(v: Voice<'_>, r: &FlowRanges) -> String {
    let mut t = Table::said(v, &["head-figure", "head-low-high", "head-moves-by>", "head-most", "head-at-the-ends"]);
    for s in &r.tornado {
        let effect = v.in_percent(v.number(s.effect));
        t.row(vec![s.parameter.clone(), ends(v, s.ends), effect, v.phrase(&s.headline), ends(v, s.at_ends)]);
    }
    t.print()
}

fn ranking(v: Voice<'_>, r: &FlowRanges) -> String {
    let heads = ["head-limit", "head-place-here>", "head-has-price-in>", "head-dearest-in>", "head-price-five-to-95"];
    let mut t = Table::said(v, &heads);
    for l in &r.ranking {
        t.row(vec![
            l.limit.clone(),
            l.base.map_or("-".into(), |b| b.to_string()),
            v.percent(l.priced, 0),
            v.percent(l.first, 0),
            ends(v, l.price),
        ]);
    }
    t.print()
}

/// What the checker found.
pub(crate) fn certified(v: Voice<'_>, a: &FlowAnswer) -> String {
    let Some(c) = a.certificate.checked else { return say!(v, "flow-not-certified") };
    say!(
        v,
        "flow-certified",
        gap = format!("{:.1e}", c.gap.abs()),
        miss = format!("{:.1e}", c.miss),
        limits = c.limits.to_string(),
        derived = c.limits_recomputed.to_string(),
        uses = c.uses_recomputed.to_string()
    )
}

fn limits(v: Voice<'_>, a: &FlowAnswer, top: usize) -> String {
    let many = a.question.periods.len() > 1;
    let waits = matches!(a.question.method.as_str(), "equilibrium" | "system-optimum");
    let unique = waits || a.question.method == "choice";
    let mut t = Table::said(
        v,
        &[
            "head-limit",
            "head-what",
            "head-period",
            "head-used>",
            "head-there-is>",
            "head-unit",
            "head-use>",
            if waits { "head-a-wait-costs>" } else { "head-one-more-saves>" },
            "head-low-high",
            "head-holds-for",
        ],
    );
    for l in a.limits.iter().take(top) {
        t.row(limit_row(v, l, many, unique));
    }
    let notes = a.limits.iter().take(top).filter_map(|l| Some(format!("  {}: {}\n", l.limit, v.phrase(l.price_note.as_ref()?))));
    t.print() + &notes.collect::<String>()
}

/// One more unit saves the least of the prices that prove the optimum. Where the least is not known, the price at hand bounds it from above.
fn limit_row(v: Voice<'_>, l: &LimitFlow, many: bool, unique: bool) -> Vec<String> {
    let saves = l.price_interval.filter(|_| !unique).map_or(l.price, |r| r.low);
    let bound = !unique && l.price_interval.is_none();
    let price = if bound { say!(v, "at-most", value = v.number(saves)) } else { v.number(saves) };
    vec![
        l.limit.clone(),
        v.phrase(&l.name),
        if many { l.period.clone() } else { String::new() },
        v.number(l.used),
        v.number(l.amount),
        v.unit(&l.unit),
        v.percent(l.share, 0),
        if saves > 0.0 { price } else { "-".into() },
        l.price_interval.map_or(String::new(), |r| format!("{} - {}", v.number(r.low), or_any(v, r.high))),
        l.price_holds.map_or(String::new(), |r| say!(v, "flow-holds", less = or_any(v, r.low), more = or_any(v, r.high))),
    ]
}

fn or_any(v: Voice<'_>, x: f64) -> String {
    if x.is_finite() { v.number(x) } else { say!(v, "any") }
}

fn steps(v: Voice<'_>, a: &FlowAnswer) -> String {
    if a.steps.is_empty() {
        return String::new();
    }
    let heads = ["head-limit", "head-step", "head-more>", "head-unit", "head-carried-t>", "head-saves>", "head-receipts"];
    let mut t = Table::said(v, &heads);
    let plus = |x: f64| format!("{}{}", if x > 0.0 { "+" } else { "" }, v.number(x));
    for s in &a.steps {
        let gains: Vec<String> = s.gains.iter().map(|(who, usd)| format!("{} {}", v.name(who), plus(*usd))).collect();
        t.row(vec![
            s.limit.clone(),
            v.phrase(&s.what),
            v.number(s.more),
            v.unit(&s.unit),
            plus(s.tonnes),
            v.number(s.saves_usd),
            gains.join(", "),
        ]);
    }
    format!("\n{}\n\n{}", say!(v, "flow-steps"), t.print())
}

/// Who uses a row of the network, from where to where; `None` where nothing moves over it.
pub fn flow_link(v: Voice<'_>, a: &FlowAnswer, id: &str) -> Option<String> {
    let here =
        |what: &str| what == id || what.split_once(':').is_some_and(|(_, row)| row == id || row.starts_with(&format!("{id}@")));
    let elements: Vec<_> = a.elements.iter().filter(|e| here(&e.what)).collect();
    if elements.is_empty() {
        return None;
    }
    let heads = ["head-what", "head-direction", "head-wish", "head-cargo", "head-from", "head-to", "head-amount>", "head-share>"];
    let mut t = Table::said(v, &heads);
    for e in &elements {
        let all: f64 = e.users.iter().map(|u| u.1).sum();
        for (wish, amount) in &e.users {
            let w = a.wishes.iter().find(|w| w.wish == *wish);
            let field = |table: &str, f: fn(&WishFlow) -> &String| w.map_or(String::new(), |w| v.row(table, f(w)));
            t.row(vec![
                e.what.clone(),
                v.phrase(&e.direction),
                wish.clone(),
                field("cargo", |w| &w.cargo),
                field("node", |w| &w.from),
                field("node", |w| &w.to),
                v.number(*amount),
                v.percent(amount / all, 1),
            ]);
        }
    }
    Some(t.print())
}

fn left(v: Voice<'_>, a: &FlowAnswer, top: usize) -> String {
    let stays = |w: &&WishFlow| w.unserved > 0.0 || w.outside > 0.0;
    let wishes: Vec<&WishFlow> = a.wishes.iter().filter(stays).collect();
    if wishes.is_empty() {
        return format!("\n{}\n", say!(v, "flow-nothing-left"));
    }
    let heads = [
        "head-wish",
        "head-cargo",
        "head-from",
        "head-to",
        "head-asked>",
        "head-carried>",
        "head-outside>",
        "head-left>",
        "head-unit",
        "head-stopped-by",
    ];
    let mut t = Table::said(v, &heads);
    for w in wishes.iter().take(top) {
        t.row(vec![
            w.wish.clone(),
            v.row("cargo", &w.cargo),
            v.row("node", &w.from),
            v.row("node", &w.to),
            v.number(w.asked),
            v.number(w.carried),
            v.number(w.outside),
            v.number(w.unserved),
            v.unit(&w.unit),
            w.no_way.as_ref().map_or_else(
                || [w.stopped_by.join(", "), w.left_because.as_ref().map_or(String::new(), |why| v.phrase(why))].join(" "),
                |why| v.phrase(why),
            ),
        ]);
    }
    format!("\n{}\n\n{}", say!(v, "flow-left", count = wishes.len()), t.print())
}

fn origins(v: Voice<'_>, a: &FlowAnswer) -> String {
    if a.origins.is_empty() {
        return String::new();
    }
    let mut t = Table::said(v, &["head-market", "head-supply", "head-amount-in-all>", "head-unit", "head-share>"]);
    for o in &a.origins {
        t.row(vec![o.market.clone(), o.supply.clone(), v.number(o.amount), v.unit(&o.unit), v.percent(o.share, 0)]);
    }
    format!("\n{}\n\n{}", say!(v, "flow-origins"), t.print())
}

fn accounts(v: Voice<'_>, a: &FlowAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["", "head-who", "head-charges-usd>", "head-t>", "head-t-km>", "head-t-co2e>"]);
    for kind in ["country", "operator"] {
        let mut mine: Vec<_> = a.accounts.iter().filter(|x| x.kind == kind).collect();
        mine.sort_by(|a, b| b.revenue_usd.total_cmp(&a.revenue_usd));
        for x in mine.into_iter().take(top) {
            t.row(vec![
                v.phrase(&x.kind),
                v.name(&x.name),
                v.number(x.revenue_usd),
                v.number(x.tonnes),
                v.number(x.tonne_km),
                v.number(x.co2e_kg / 1000.0),
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
pub fn validate(v: Voice<'_>, a: &ValidateAnswer) -> String {
    let heads = [
        "head-counter",
        "head-what",
        "head-seen>",
        "head-model>",
        "head-low-high",
        "head-unit",
        "head-off-by>",
        "head-may-be-off>",
        "",
        "head-last-year>",
        "",
        "head-for",
    ];
    let mut t = Table::said(v, &heads);
    for c in &a.counters {
        let word = |hit: bool| if hit { say!(v, "hit") } else { say!(v, "miss") };
        t.row(vec![
            c.id.clone(),
            v.name(&c.name).chars().take(NAMED).collect(),
            v.number(c.observed),
            v.number(c.model),
            c.low.zip(c.high).map_or(String::new(), |(l, h)| format!("{} - {}", v.number(l), v.number(h))),
            v.unit(&c.unit),
            v.in_percent(v.signed((c.model / c.observed - 1.0) * 100.0, 1)),
            v.in_percent(v.number(c.tolerance)),
            word(c.hit),
            c.naive.map_or(String::new(), |n| v.number(n)),
            c.naive_hit.map_or(String::new(), word),
            v.phrase(&c.r#use),
        ]);
    }
    let score = say!(
        v,
        "validate-score",
        hits = a.hits.to_string(),
        total = a.total.to_string(),
        naive_hits = a.naive_hits.to_string(),
        naive_total = a.naive_total.to_string(),
        others = a.not_counted.len().to_string()
    );
    format!("{}\n{score}\n", t.print())
}
