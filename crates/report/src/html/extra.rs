//! Pages for seats and fibre, as parts of the round table's report.

use super::page::{page, remark, repeat, row, span_cell, table};
use super::sheet::badge;
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::text::{AVAILABLE, PAIRS, alone, by_state, instrument, near_one, places, proof, stage, worth};
use keruen_results::fibre::{FibreAnswer, FibrePair, FibreStage, FibreStep};
use keruen_results::seat_plan::{Bought, BudgetUse, Instrument, PairOffer, SeatPlan};
use std::fmt::Write;

/// A page of its own.
pub fn seats_page(v: Voice<'_>, p: &SeatPlan, command: &str) -> String {
    page(v, &seats_title(v, p), &format!("<main>{}{}</main>", seats(v, p), repeat(v, command)))
}

/// A page of its own.
pub fn fibre_page(v: Voice<'_>, a: &FibreAnswer, command: &str) -> String {
    page(v, &say!(v, "fibre-title"), &format!("<main>{}{}</main>", fibre(v, a), repeat(v, command)))
}

fn seats_title(v: Voice<'_>, p: &SeatPlan) -> String {
    say!(v, "seats-title", sum = v.sum(&p.told))
}

const USES: [&str; 6] =
    ["head-instrument", "head-seats-one-way>", "head-extra-trips>", "head-usd>", "head-usd-an-extra>", "head-proof"];

/// What a budget for seats buys.
pub(super) fn seats(v: Voice<'_>, p: &SeatPlan) -> String {
    let mut out = format!("<h2 id=\"seats\">{}</h2>", escape(&seats_title(v, p)));
    out += &table(v, &USES, &p.uses.iter().map(|u| use_row(v, u)).collect::<String>());
    if let Some(both) = p.uses.last() {
        let _ = write!(out, "<h3>{}</h3>{}", escape(&say!(v, "seats-first")), bought(v, both));
        let _ = write!(out, "<p>{}</p>", escape(&by_state(v, both)));
    }
    let _ = write!(out, "<details><summary>{}</summary>{}</details>", escape(&say!(v, "seats-all-pairs")), pairs(v, p));
    let _ = write!(out, "<h3>{}</h3>{}", escape(&say!(v, "seats-curve")), curve(v, p));
    let _ = write!(out, "<h3>{}</h3>{}", escape(&say!(v, "seats-hangs")), hangs(v, p));
    p.assumptions.iter().chain(&p.notes).for_each(|a| out += &remark(v, a));
    out
}

fn use_row(v: Voice<'_>, u: &BudgetUse) -> String {
    let cells = [
        escape(&alone(v, &u.instrument)),
        v.number(u.seats),
        v.number(u.extra),
        v.number(u.usd),
        u.usd_per_extra.map_or("-".into(), |x| v.number(x)),
        escape(&if u.why.is_empty() { proof(v, u) } else { v.phrase(&u.why) }),
    ];
    row(&USES, "", &cells)
}

const BOUGHT: [&str; 6] =
    ["head-pair", "head-instrument", "head-bought>", "head-extra-trips>", "head-usd>", "head-usd-an-extra>"];

fn bought(v: Voice<'_>, u: &BudgetUse) -> String {
    let one = |b: &Bought| {
        let cells = [
            escape(&v.pair(&b.name)),
            escape(&instrument(v, &b.instrument)),
            v.number(b.count),
            v.number(b.extra),
            v.number(b.usd),
            v.number(b.usd / b.extra),
        ];
        row(&BOUGHT, "", &cells)
    };
    table(v, &BOUGHT, &u.bought.iter().map(one).collect::<String>())
}

const CURVE: [&str; 3] = ["head-budget-usd>", "head-spent-usd>", "head-extra-trips>"];

fn curve(v: Voice<'_>, p: &SeatPlan) -> String {
    let rows = p.curve.iter().map(|c| row(&CURVE, "", &[v.number(c.budget_usd), v.number(c.usd), v.number(c.extra)]));
    table(v, &CURVE, &rows.collect::<String>())
}

const HANGS: [&str; 2] = ["head-assumption-end", "head-extra-trips>"];

fn hangs(v: Voice<'_>, p: &SeatPlan) -> String {
    let rows = p.sensitivity.iter().map(|(what, extra)| row(&HANGS, "", &[escape(&v.phrase(what)), v.number(*extra)]));
    table(v, &HANGS, &rows.collect::<String>())
}

fn pairs(v: Voice<'_>, p: &SeatPlan) -> String {
    let each = |i: Option<Instrument>| match i {
        Some(i) => [v.number(i.each_usd), span_cell(v, &i.extra), i.usd_per_extra.map_or("-".into(), |x| v.number(x))],
        None => [const { String::new() }; 3],
    };
    let one = |x: &PairOffer| {
        let mut cells = vec![
            escape(&v.pair(&x.name)),
            v.number(x.km),
            if x.open { v.number(x.departures) } else { escape(&say!(v, "none")) },
            v.number(x.seats),
            x.fare_usd.map_or("-".into(), |f| v.number(f)),
        ];
        cells.extend(each(x.voucher).into_iter().chain(each(x.guarantee)));
        cells.push(escape(&v.phrase(&x.right)));
        row(&PAIRS, "", &cells)
    };
    table(v, &PAIRS, &p.pairs.iter().map(one).collect::<String>())
}

/// What the cable adds.
pub(super) fn fibre(v: Voice<'_>, a: &FibreAnswer) -> String {
    let mut out = format!("<h2 id=\"fibre-adds\">{}</h2>", escape(&say!(v, "fibre-title")));
    let mut part = |title: String, body: String| {
        let _ = write!(out, "<h3>{}</h3>{body}", escape(&title));
    };
    let rows = |f: &dyn Fn(&FibreStage) -> String| a.stages.iter().map(f).collect::<String>();
    part(say!(v, "fibre-latency"), table(v, &LATENCY, &rows(&|s| latency(v, a, s))));
    part(say!(v, "fibre-available"), table(v, &AVAILABLE, &rows(&|s| available(v, a, s))));
    part(say!(v, "fibre-steps"), a.steps.iter().map(|s| step(v, a, s)).collect());
    part(say!(v, "fibre-capacity"), capacity(v, a));
    a.missing.iter().for_each(|m| {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&say!(v, "fibre-missing", what = v.phrase(m))));
    });
    a.notes.iter().for_each(|n| out += &remark(v, n));
    out
}

const LATENCY: [&str; 6] = ["head-stage", "head-pair", "head-by", "head-km>", "head-one-way-ms>", "head-round-trip-ms>"];

fn latency(v: Voice<'_>, a: &FibreAnswer, s: &FibreStage) -> String {
    let rows = s.pairs.iter().flat_map(|p| p.ways.iter().map(move |w| (p, w)));
    rows.map(|(p, w)| {
        let cells = [
            escape(&stage(v, a, &s.id)),
            escape(&places(v, p)),
            escape(&w.countries.join(" ")),
            v.number(w.path_km),
            v.fixed(w.one_way_ms, 1),
            v.fixed(w.round_trip_ms, 1),
        ];
        row(&LATENCY, "", &cells)
    })
    .collect()
}

fn available(v: Voice<'_>, a: &FibreAnswer, s: &FibreStage) -> String {
    let share = |x: Option<f64>| x.map_or("-".into(), |x| near_one(v, x));
    let one = |p: &FibrePair| {
        let ends = say!(v, "low-to-high", low = near_one(v, p.available_range.low), high = near_one(v, p.available_range.high));
        let cells = [
            escape(&stage(v, a, &s.id)),
            escape(&places(v, p)),
            near_one(v, p.available),
            ends,
            share(p.fastest_available),
            share(p.edge_disjoint),
            share(p.node_disjoint),
            near_one(v, p.with_queue.0),
            v.fixed(p.down_hours, 2),
            escape(&p.hangs_on.join(" ")),
        ];
        row(&AVAILABLE, "", &cells)
    };
    s.pairs.iter().map(one).collect()
}

fn step(v: Voice<'_>, a: &FibreAnswer, s: &FibreStep) -> String {
    let saved: Vec<String> = s.saved_hours.iter().map(|(p, h)| format!("{} {}", v.pair(p), v.signed(*h, 2))).collect();
    let saved = say!(v, "fibre-saved", list = saved.join(", "));
    let lines: String = worth(v, s).into_iter().chain([saved]).map(|line| format!("<li>{}</li>", escape(&line))).collect();
    let against = say!(v, "fibre-step", stage = stage(v, a, &s.id), before = stage(v, a, &s.before));
    let method = if s.cost_usd.is_some() { badge(v, &s.cost_method) } else { String::new() };
    format!("<p><b>{}</b> {method}</p><ul>{lines}</ul>", escape(&against))
}

const CAPACITY: [&str; 4] = ["head-span", "head-first-day-tbit>", "head-announced-tbit>", "head-demand-tbit>"];

fn capacity(v: Voice<'_>, a: &FibreAnswer) -> String {
    let rows = a.capacity.iter().map(|c| {
        let (x, fact) = c.announced.clone().map_or(("-".into(), String::new()), |x| (v.number(x.0), x.1));
        let announced = format!("{x} <span class=\"range\">{}</span>", escape(&fact));
        row(&CAPACITY, "", &[escape(&v.name(&c.name)), span_cell(v, &c.day_one), announced, v.number(c.demand)])
    });
    table(v, &CAPACITY, &rows.collect::<String>())
}
