//! What the cable adds, in the terminal.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::fibre::{FibreAnswer, FibrePair, FibreStep};

/// Latency by each way, availability, repair, dependence, capacity.
pub fn fibre(v: Voice<'_>, a: &FibreAnswer) -> String {
    let mut out = format!("{}\n\n{}", say!(v, "fibre-latency"), latency(v, a));
    out += &format!("\n{}\n\n{}", say!(v, "fibre-available"), available(v, a));
    a.steps.iter().for_each(|s| out += &step(v, a, s));
    out += &format!("\n{}\n\n{}\n", say!(v, "fibre-capacity"), capacity(v, a));
    a.missing.iter().for_each(|m| out += &format!("{}\n", say!(v, "fibre-missing", what = v.phrase(m))));
    a.notes.iter().for_each(|n| out += &format!("{}\n", v.phrase(n)));
    out
}

const LATENCY: [&str; 8] =
    ["head-stage", "head-from", "head-to", "head-by", "head-km>", "head-one-way-ms>", "head-round-trip-ms>", "head-up-percent>"];

fn latency(v: Voice<'_>, a: &FibreAnswer) -> String {
    let mut t = Table::said(v, &LATENCY);
    for (s, p) in a.stages.iter().flat_map(|s| s.pairs.iter().map(move |p| (s, p))) {
        for w in &p.ways {
            t.row(vec![
                stage(v, a, &s.id),
                v.row("node", &p.from),
                v.row("node", &p.to),
                w.countries.join(" "),
                v.number(w.path_km),
                v.fixed(w.one_way_ms, 1),
                v.fixed(w.round_trip_ms, 1),
                w.availability.map_or("-".into(), |x| near_one(v, x)),
            ]);
        }
    }
    t.print()
}

/// A share near one in per cent: as many digits as tell it from one.
pub(crate) fn near_one(v: Voice<'_>, x: f64) -> String {
    v.fixed(x * 100.0, if x > 0.9999 { 5 } else { 3 })
}

/// The places of a pair.
pub(crate) fn places(v: Voice<'_>, p: &FibrePair) -> String {
    format!("{} - {}", v.row("node", &p.from), v.row("node", &p.to))
}

/// Heads of what is available, in the terminal and on the page.
pub(crate) const AVAILABLE: [&str; 10] = [
    "head-stage",
    "head-pair",
    "head-service-up>",
    "head-low-high",
    "head-fastest-way>",
    "head-no-common-span>",
    "head-no-common-place>",
    "head-with-ship>",
    "head-down-hours>",
    "head-hangs-on",
];

fn available(v: Voice<'_>, a: &FibreAnswer) -> String {
    let mut t = Table::said(v, &AVAILABLE);
    let share = |x: Option<f64>| x.map_or("-".into(), |x| near_one(v, x));
    for (s, p) in a.stages.iter().flat_map(|s| s.pairs.iter().map(move |p: &FibrePair| (s, p))) {
        t.row(vec![
            stage(v, a, &s.id),
            places(v, p),
            near_one(v, p.available),
            format!("{} - {}", near_one(v, p.available_range.low), near_one(v, p.available_range.high)),
            share(p.fastest_available),
            share(p.edge_disjoint),
            share(p.node_disjoint),
            format!("{} \u{b1} {}", near_one(v, p.with_queue.0), v.fixed(p.with_queue.1 * 100.0, 4)),
            v.fixed(p.down_hours, 2),
            p.hangs_on.join(" "),
        ]);
    }
    t.print()
}

/// What a stage costs, what an hour of it costs, whose country it leaves and enters.
pub(crate) fn worth(v: Voice<'_>, s: &FibreStep) -> Vec<String> {
    let cost = s.cost_usd.as_ref().map_or_else(
        || say!(v, "fibre-cost-unknown"),
        |c| say!(v, "fibre-cost", usd = v.span(c), method = v.method(&s.cost_method)),
    );
    let per_hour = s.usd_per_hour.map(|x| say!(v, "fibre-per-hour", usd = v.number(x)));
    let passes = s.by_country.iter().map(|(country, before, after)| {
        say!(v, "fibre-country", country = country.clone(), before = v.percent(*before, 0), after = v.percent(*after, 0))
    });
    std::iter::once(cost).chain(per_hour).chain(passes).collect()
}

/// A stage by its id; in other languages than English, where ids say nothing, by its name.
pub(crate) fn stage(v: Voice<'_>, a: &FibreAnswer, id: &str) -> String {
    match a.stages.iter().find(|s| s.id == id) {
        Some(s) if !v.is_english() => {
            if id == "base" {
                say!(v, "head-base")
            } else {
                v.phrase(&s.name)
            }
        }
        _ => id.to_string(),
    }
}

fn step(v: Voice<'_>, a: &FibreAnswer, s: &FibreStep) -> String {
    let mut t = Table::said(v, &["head-pair", "head-hours-more>"]);
    s.saved_hours.iter().for_each(|(pair, h)| t.row(vec![v.pair(pair), v.fixed(*h, 2)]));
    let against = say!(v, "fibre-step", stage = stage(v, a, &s.id), before = stage(v, a, &s.before));
    format!("\n{against}\n{}\n{}", worth(v, s).join("\n"), t.print())
}

fn capacity(v: Voice<'_>, a: &FibreAnswer) -> String {
    let heads = ["head-span", "head-first-day-tbit>", "head-announced-tbit>", "head-fact", "head-demand-tbit>"];
    let mut t = Table::said(v, &heads);
    for c in &a.capacity {
        let (announced, fact) = c.announced.clone().map_or(("-".into(), String::new()), |x| (v.number(x.0), x.1));
        t.row(vec![v.name(&c.name), v.span(&c.day_one), announced, fact, v.number(c.demand)]);
    }
    t.print()
}
