//! The terms of a way in the goods' own units, as lines of words; the terminal and the page show the same lines.

use crate::format::{number, range};
use keruen_results::chain::{Chain, ChainElement, ElementKind};
use keruen_results::light::{Apart, LightPath, Protection};
use keruen_results::oil::{Netback, PipeUse, TankerUse};
use keruen_results::route::Way;
use keruen_results::seats::{Return, Seats};

/// What the sheet says beside cost and time.
pub(crate) fn way_terms(w: &Way) -> Vec<String> {
    let mut out: Vec<String> = w.netback.iter().map(netback).collect();
    if let Some(oil) = &w.oil {
        out.extend(oil.tankers.iter().map(tanker));
        out.extend(oil.pipes.iter().map(pipe));
    }
    out.extend(w.light.iter().map(|l| format!("light: {}", light(l))));
    out.extend(w.seats.iter().map(seats));
    out
}

fn netback(n: &Netback) -> String {
    let ends = n.range.map_or(String::new(), |r| format!(" ({})", range(r.low, r.high)));
    format!(
        "netback {} {}{ends}: {} of {} at the market ({}, {}), less {} on the way",
        number(n.amount),
        n.unit,
        number(n.price),
        n.cargo,
        n.price_method,
        n.price_year,
        number(n.cost)
    )
}

fn tanker(t: &TankerUse) -> String {
    let flags = t.tonnage.iter().map(|x| {
        let country = if x.country.is_empty() { "owner not stated" } else { &x.country };
        format!("{country} {} ships, {:.0} % of the tonnage", number(x.ships), x.share * 100.0)
    });
    let voyages = t.voyages.map_or(String::new(), |v| format!(": {} of the largest ship", plural(v, "voyage")));
    format!("tankers {}{voyages}{}; {}", t.service, least(t.minimum_lot_t), flags.collect::<Vec<_>>().join(", "))
}

fn pipe(p: &PipeUse) -> String {
    let mut out = format!("{}: {} days from injection to delivery{}", p.name, number(p.line_fill_days), least(p.minimum_lot_t));
    let Some(s) = &p.stream else { return out };
    out += &format!("; comes out as {}", s.cargo);
    if let Some((flow, fill)) = s.flow_t.zip(s.line_fill_t) {
        out += &format!("; line fill {} t at {} t a year counted", number(fill), number(flow));
    }
    if let Some(l) = &s.limit {
        out += &format!("; quota {} t a {}, of which the lot takes {:.1} %", number(l.amount_t), l.per, l.lot_share * 100.0);
        if let Some(r) = l.blend_ratio {
            out += &format!(", {:.1} % of the stream", r * 100.0);
        }
        if let Some(x) = l.sulphur {
            out += &format!(" (then {x:.2} % sulphur)");
        }
    }
    out
}

fn least(minimum: Option<f64>) -> String {
    minimum.map_or(String::new(), |m| format!("; least lot {} t", number(m)))
}

fn plural(count: f64, word: &str) -> String {
    format!("{} {word}{}", number(count), if count == 1.0 { "" } else { "s" })
}

fn light(l: &LightPath) -> String {
    let up = l.availability.map_or(String::new(), |a| format!(", up {:.3} % of the time", a * 100.0));
    format!(
        "{} km, {:.2} ms one way, {:.2} ms round trip{up}, through {}",
        number(l.path_km),
        l.one_way_ms,
        l.round_trip_ms,
        l.countries.join(" ")
    )
}

fn seats(s: &Seats) -> String {
    let often = s.departures_per_week.map_or(String::new(), |d| format!("; {} departures a week", number(d)));
    format!(
        "seat: {} USD, of which subsidies pay {}; traveller pays {}{often}",
        number(s.fare),
        number(s.subsidy),
        number(s.price)
    )
}

/// The pair of ways of light.
pub(crate) fn protection_terms(p: &Protection) -> Vec<String> {
    let apart = match p.apart {
        Apart::NodeDisjoint => "sharing neither node nor span",
        Apart::LinkDisjoint => "sharing nodes but no span",
        Apart::Shared => "sharing spans, since no pair is free of them",
    };
    let names = |l: &LightPath| l.spans.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(" > ");
    let mut out = vec![
        format!("protected pair, {apart}"),
        format!("working: {}; {}", light(&p.working), names(&p.working)),
        format!("protection: {}; {}", light(&p.protection), names(&p.protection)),
    ];
    out.extend(p.availability.map(|a| format!("one of the two is up {:.4} % of the time, faults independent", a * 100.0)));
    if !p.shared.is_empty() {
        out.push(format!("shared: {}", p.shared.join(", ")));
    }
    if !p.shared_countries.is_empty() {
        out.push(format!("both pass {}", p.shared_countries.join(", ")));
    }
    out
}

/// There and back.
pub(crate) fn return_terms(r: &Return) -> Vec<String> {
    let line = |t: &keruen_results::seats::ReturnTotal| {
        let ends = t.range.map_or(String::new(), |r| format!(" ({})", range(r.low, r.high)));
        let aided = if t.without_subsidy > t.cost + 0.005 {
            format!(", {} without subsidy", number(t.without_subsidy))
        } else {
            String::new()
        };
        let hours = crate::format::hours(t.hours);
        format!(
            "there and back on {}, {}: {} USD{ends}{aided}, {hours}, {} kg CO2e",
            r.day,
            t.label,
            number(t.cost),
            number(t.co2e_kg)
        )
    };
    let none = vec![format!("no way back on {}", r.day)];
    if r.totals.is_empty() { none } else { r.totals.iter().map(line).collect() }
}

/// Heads of the table of a chain.
pub(crate) const CHAIN_HEADS: [&str; 8] =
    ["element", "km>", "distance", "activity>", "kg CO2e>", "low to high>", "g a unit>", "data"];

/// A row of the table of a chain.
pub(crate) fn chain_row(e: &ChainElement) -> [String; 8] {
    let once = |f: &dyn Fn(&keruen_results::chain::ChainFactor) -> String| {
        let mut words: Vec<String> = e.factors.iter().map(f).collect();
        words.sort_unstable();
        words.dedup();
        words.join("+")
    };
    let is_hub = e.kind == ElementKind::Hub;
    let pulled = if e.traction.is_empty() { String::new() } else { format!(" ({})", e.traction.join(", ")) };
    let empties = once(&|f| f.empty_running.clone());
    [
        format!("{}{}{pulled}", if is_hub { "hub " } else { "" }, e.name),
        if is_hub { String::new() } else { number(e.distance_km) },
        e.distance_basis.join(", "),
        number(e.activity),
        number(e.co2e_kg),
        e.range.map_or(String::new(), |r| range(r.low, r.high)),
        e.intensity.map_or(String::new(), number),
        match (e.factors.is_empty(), is_hub) {
            (true, _) => e.gap.clone(),
            (false, true) => format!("{}, {}", once(&|f| f.data_grade.clone()), once(&|f| f.method.clone())),
            (false, false) => {
                format!("{}, {}, empties {empties}", once(&|f| f.data_grade.clone()), once(&|f| f.method.clone()))
            }
        },
    ]
}

/// What the chain is as a whole.
pub(crate) fn chain_sum(c: &Chain) -> String {
    let a_unit = c.intensity.map_or(String::new(), |g| format!(", {} g a {}", number(g), c.activity_unit));
    format!("{} kg CO2e over {} {}{a_unit}; {}", number(c.co2e_kg), number(c.activity), c.activity_unit, c.scope)
}
