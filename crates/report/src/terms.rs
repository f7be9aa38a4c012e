//! The terms of a way in the goods' own units, as lines of words; the terminal and the page show the same lines.

use crate::language::Voice;
use crate::say;
use keruen_results::chain::{Chain, ChainElement, ElementKind};
use keruen_results::light::{Apart, LightPath, Protection};
use keruen_results::oil::{Netback, PipeUse, TankerUse};
use keruen_results::route::{Charge, PermitNeed, Way};
use keruen_results::seats::{Return, Seats};

/// What the sheet says beside cost and time.
pub(crate) fn way_terms(v: Voice<'_>, w: &Way) -> Vec<String> {
    let mut out: Vec<String> = w.netback.iter().map(|n| netback(v, n)).collect();
    if let Some(oil) = &w.oil {
        out.extend(oil.tankers.iter().map(|t| tanker(v, t)));
        out.extend(oil.pipes.iter().map(|p| pipe(v, p)));
    }
    out.extend(w.light.iter().map(|l| say!(v, "term-light", path = light(v, l))));
    out.extend(w.seats.iter().map(|s| seats(v, s)));
    out
}

/// Rate, unit, quantity and sum of a charge.
pub(crate) fn charge_sum(v: Voice<'_>, c: &Charge) -> String {
    say!(
        v,
        "charge-line",
        rate = v.number(c.rate),
        currency = &c.currency,
        year = c.price_year.to_string(),
        per = v.unit(&c.per).replace('_', " "),
        quantity = v.number(c.quantity),
        usd = v.number(c.usd)
    )
}

/// What a quotation says beside rate and quantity: the day of the exchange rate, free days, what is in the price and what is not;
/// `written` dresses a text of the tables, `plain` one of the catalogue.
pub(crate) fn charge_terms(
    v: Voice<'_>,
    c: &Charge,
    plain: impl Fn(&str) -> String,
    written: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut out = Vec::new();
    if c.currency != "USD" {
        let rate = v.number(c.usd_rate);
        out.push(plain(&match c.rate_date.as_str() {
            "" => say!(v, "charge-rate", currency = &c.currency, rate = rate),
            day => say!(v, "charge-rate-of", currency = &c.currency, rate = rate, day = v.day(day)),
        }));
    }
    if let Some(days) = c.free_days {
        out.push(plain(&say!(v, "charge-free-days", days = v.number(days))));
    }
    if !c.includes.is_empty() {
        out.push(format!("{}: {}", plain(&say!(v, "charge-includes")), written(&c.includes)));
    }
    if !c.excludes.is_empty() {
        out.push(format!("{}: {}", plain(&say!(v, "charge-excludes")), written(&c.excludes)));
    }
    out
}

/// ` (low to high)`, or nothing.
fn ends(v: Voice<'_>, range: Option<keruen_results::Range>) -> String {
    range.map_or(String::new(), |r| format!(" ({})", v.range(r.low, r.high)))
}

fn netback(v: Voice<'_>, n: &Netback) -> String {
    say!(
        v,
        "term-netback",
        amount = v.number(n.amount),
        unit = v.listed(&n.unit),
        ends = ends(v, n.range),
        price = v.number(n.price),
        cargo = v.row("cargo", &n.cargo),
        method = v.method(&n.price_method),
        year = n.price_year.to_string(),
        cost = v.number(n.cost)
    )
}

fn tanker(v: Voice<'_>, t: &TankerUse) -> String {
    let flags = t.tonnage.iter().map(|x| {
        let country = if x.country.is_empty() { say!(v, "term-no-owner") } else { x.country.clone() };
        say!(v, "term-flag", country = country, ships = v.number(x.ships), share = v.percent(x.share, 0))
    });
    let flags = flags.collect::<Vec<_>>().join(", ");
    let voyages = t.voyages.map_or(String::new(), |n| {
        let trips = say!(v, "voyages", count = n);
        format!(": {}", say!(v, "term-largest-ship", voyages = trips))
    });
    say!(
        v,
        "term-tankers",
        service = v.row("service", &t.service),
        voyages = voyages,
        least = least(v, t.minimum_lot_t),
        flags = flags
    )
}

fn pipe(v: Voice<'_>, p: &PipeUse) -> String {
    let days = v.number(p.line_fill_days);
    let mut out = say!(v, "term-pipe", name = v.name(&p.name), days = days) + &least(v, p.minimum_lot_t);
    let Some(s) = &p.stream else { return out };
    out += &format!("; {}", say!(v, "term-stream", cargo = v.row("cargo", &s.cargo)));
    if let Some((flow, fill)) = s.flow_t.zip(s.line_fill_t) {
        out += &format!("; {}", say!(v, "term-line-fill", fill = v.number(fill), flow = v.number(flow)));
    }
    if let Some(l) = &s.limit {
        let (amount, share) = (v.number(l.amount_t), v.percent(l.lot_share, 1));
        out += &format!("; {}", say!(v, "term-quota", amount = amount, period = v.listed(&l.per), share = share));
        if let Some(r) = l.blend_ratio {
            out += &format!(", {}", say!(v, "term-blend", share = v.percent(r, 1)));
        }
        if let Some(x) = l.sulphur {
            out += &format!(" ({})", say!(v, "term-sulphur", share = v.in_percent(v.fixed(x, 2))));
        }
    }
    out
}

fn least(v: Voice<'_>, minimum: Option<f64>) -> String {
    minimum.map_or(String::new(), |m| format!("; {}", say!(v, "term-least-lot", tonnes = v.number(m))))
}

fn light(v: Voice<'_>, l: &LightPath) -> String {
    let up = l.availability.map_or(String::new(), |a| format!(", {}", say!(v, "term-up", share = v.percent(a, 3))));
    say!(
        v,
        "term-path",
        km = v.number(l.path_km),
        one = v.fixed(l.one_way_ms, 2),
        both = v.fixed(l.round_trip_ms, 2),
        up = up,
        countries = l.countries.join(" ")
    )
}

fn seats(v: Voice<'_>, s: &Seats) -> String {
    let often =
        s.departures_per_week.map_or(String::new(), |d| format!("; {}", say!(v, "term-departures", departures = v.number(d))));
    say!(v, "term-seat", fare = v.number(s.fare), subsidy = v.number(s.subsidy), price = v.number(s.price)) + &often
}

/// The pair of ways of light.
pub(crate) fn protection_terms(v: Voice<'_>, p: &Protection) -> Vec<String> {
    let apart = match p.apart {
        Apart::NodeDisjoint => say!(v, "apart-nodes"),
        Apart::LinkDisjoint => say!(v, "apart-spans"),
        Apart::Shared => say!(v, "apart-shared"),
    };
    let names = |l: &LightPath| l.spans.iter().map(|s| v.name(&s.name)).collect::<Vec<_>>().join(" > ");
    let mut out = vec![
        say!(v, "term-pair", apart = apart),
        say!(v, "term-working", path = light(v, &p.working), spans = names(&p.working)),
        say!(v, "term-protection", path = light(v, &p.protection), spans = names(&p.protection)),
    ];
    out.extend(p.availability.map(|a| say!(v, "term-pair-up", share = v.percent(a, 4))));
    if !p.shared.is_empty() {
        out.push(say!(v, "term-shared", list = p.shared.iter().map(|row| v.row_name(row)).collect::<Vec<_>>().join(", ")));
    }
    if !p.shared_countries.is_empty() {
        out.push(say!(v, "term-both-pass", list = p.shared_countries.join(", ")));
    }
    out
}

/// There and back.
pub(crate) fn return_terms(v: Voice<'_>, r: &Return) -> Vec<String> {
    let line = |t: &keruen_results::seats::ReturnTotal| {
        let aided = if t.without_subsidy > t.cost + 0.005 {
            format!(", {}", say!(v, "term-unsubsidised", usd = v.number(t.without_subsidy)))
        } else {
            String::new()
        };
        say!(
            v,
            "term-return",
            day = v.day(&r.day),
            label = v.phrase(&t.label),
            usd = v.number(t.cost),
            ends = ends(v, t.range),
            aided = aided,
            hours = v.hours(t.hours),
            kg = v.number(t.co2e_kg)
        )
    };
    let none = vec![say!(v, "term-no-way-back", day = v.day(&r.day))];
    if r.totals.is_empty() { none } else { r.totals.iter().map(line).collect() }
}

/// A permit: who grants it, how long it takes, when it is there.
pub(crate) fn permit(v: Voice<'_>, p: &PermitNeed) -> String {
    let share = p.quota_share.map_or(String::new(), |s| {
        let share = v.in_percent(v.number(s * 100.0));
        format!(", {}", say!(v, "permit-share", share = share))
    });
    let quota = p.quota.map_or(String::new(), |q| {
        format!(", {}{share}", say!(v, "permit-quota", amount = v.number(q), unit = v.unit(&p.quota_unit)))
    });
    say!(
        v,
        "permit",
        name = v.name(&p.name),
        authority = v.phrase(&p.authority),
        asked = v.day(&p.asked_on),
        days = v.number(p.lead_days),
        most = v.number(p.lead_days_p90),
        there = v.day(&p.earliest)
    ) + &quota
}

/// Heads of the table of a chain.
pub(crate) const CHAIN_HEADS: [&str; 8] = [
    "head-element",
    "head-km>",
    "head-distance",
    "head-activity>",
    "head-co2e>",
    "head-low-to-high>",
    "head-intensity>",
    "head-data",
];

/// A row of the table of a chain.
pub(crate) fn chain_row(v: Voice<'_>, e: &ChainElement) -> [String; 8] {
    let once = |f: &dyn Fn(&keruen_results::chain::ChainFactor) -> String| {
        let mut words: Vec<String> = e.factors.iter().map(f).collect();
        words.sort_unstable();
        words.dedup();
        words.join("+")
    };
    let is_hub = e.kind == ElementKind::Hub;
    let traction: Vec<String> = e.traction.iter().map(|t| v.listed(t)).collect();
    let pulled = if traction.is_empty() { String::new() } else { format!(" ({})", traction.join(", ")) };
    let empties = once(&|f| v.listed(&f.empty_running));
    let (grade, method) = (once(&|f| v.listed(&f.data_grade)), once(&|f| v.method(&f.method)));
    [
        if is_hub { say!(v, "chain-hub", place = v.name(&e.name)) } else { carried(v, &e.name) + &pulled },
        if is_hub { String::new() } else { v.number(e.distance_km) },
        e.distance_basis.iter().map(|b| v.listed(b)).collect::<Vec<_>>().join(", "),
        v.number(e.activity),
        v.number(e.co2e_kg),
        e.range.map_or(String::new(), |r| v.range(r.low, r.high)),
        e.intensity.map_or(String::new(), |g| v.number(g)),
        match (e.factors.is_empty(), is_hub) {
            (true, _) => v.phrase(&e.gap),
            (false, true) => format!("{grade}, {method}"),
            (false, false) => format!("{grade}, {method}, {}", say!(v, "chain-empties", how = empties)),
        },
    ]
}

/// A service, or an operator and its mode.
fn carried(v: Voice<'_>, name: &str) -> String {
    match name.rsplit_once(", ") {
        Some((operator, mode)) if !v.is_english() && !v.knows(name) => format!("{}, {}", v.name(operator), v.mode(mode)),
        _ if v.knows(name) => v.name(name),
        _ => v.mode(name),
    }
}

/// What the chain is as a whole.
pub(crate) fn chain_sum(v: Voice<'_>, c: &Chain) -> String {
    let unit = v.listed(&c.activity_unit);
    let a_unit = c
        .intensity
        .map_or(String::new(), |g| format!(", {}", say!(v, "chain-intensity", grams = v.number(g), unit = unit.as_str())));
    let total = say!(v, "chain-total", kg = v.number(c.co2e_kg), activity = v.number(c.activity), unit = unit.as_str());
    format!("{total}{a_unit}; {}", v.phrase(&c.scope))
}
