//! What the cable adds, in the terminal.

use super::Table;
use crate::format::number;
use crate::text::span;
use keruen_results::fibre::{FibreAnswer, FibrePair};

/// Latency by each way, availability, repair, dependence, capacity.
pub fn fibre(a: &FibreAnswer) -> String {
    let mut out = format!("{}{}", say::LATENCY, latency(a));
    out += say::AVAILABLE;
    out += &available(a);
    out += &steps(a);
    out += say::CAPACITY;
    let mut t = Table::new(&["span", "first day, Tbit/s>", "announced, Tbit/s>", "fact", "demand, Tbit/s>"]);
    for c in &a.capacity {
        let (announced, fact) = c.announced.clone().map_or(("-".into(), String::new()), |x| (number(x.0), x.1));
        t.row(vec![c.name.clone(), span(&c.day_one), announced, fact, number(c.demand)]);
    }
    out += &t.print();
    out += "\n";
    a.missing.iter().for_each(|m| out += &say::missing(m));
    a.notes.iter().for_each(|n| out += &format!("{n}\n"));
    out
}

fn latency(a: &FibreAnswer) -> String {
    let mut t = Table::new(&["stage", "from", "to", "by", "km>", "one way, ms>", "round trip, ms>", "there, %>"]);
    for (s, p) in a.stages.iter().flat_map(|s| s.pairs.iter().map(move |p| (s, p))) {
        for w in &p.ways {
            t.row(vec![
                s.id.clone(),
                p.from.clone(),
                p.to.clone(),
                w.countries.join(" "),
                number(w.path_km),
                format!("{:.1}", w.one_way_ms),
                format!("{:.1}", w.round_trip_ms),
                w.availability.map_or("-".into(), percent),
            ]);
        }
    }
    t.print()
}

/// A share near one: as many digits as tell it from one.
pub(crate) fn percent(x: f64) -> String {
    let digits = if x > 0.9999 { 5 } else { 3 };
    format!("{:.digits$}", x * 100.0)
}

fn available(a: &FibreAnswer) -> String {
    let mut t = Table::new(&[
        "stage",
        "pair",
        "service, %>",
        "low - high",
        "fastest way>",
        "two ways, no common span>",
        "no common place>",
        "with the ship>",
        "down, h/yr>",
        "hangs on",
    ]);
    let share = |x: Option<f64>| x.map_or("-".into(), percent);
    for (s, p) in a.stages.iter().flat_map(|s| s.pairs.iter().map(move |p: &FibrePair| (s, p))) {
        t.row(vec![
            s.id.clone(),
            format!("{} - {}", p.from, p.to),
            percent(p.available),
            format!("{} - {}", percent(p.available_range.low), percent(p.available_range.high)),
            share(p.fastest_available),
            share(p.edge_disjoint),
            share(p.node_disjoint),
            format!("{} \u{b1} {:.4}", percent(p.with_queue.0), p.with_queue.1 * 100.0),
            format!("{:.2}", p.down_hours),
            p.hangs_on.join(" "),
        ]);
    }
    t.print()
}

fn steps(a: &FibreAnswer) -> String {
    let mut out = String::new();
    for s in &a.steps {
        out += &say::step(&s.id, &s.before);
        if let Some(c) = &s.cost_usd {
            out += &say::cost(&span(c), &s.cost_method);
        }
        let mut t = Table::new(&["pair", "hours of service more a year>"]);
        s.saved_hours.iter().for_each(|(pair, h)| t.row(vec![pair.clone(), format!("{h:.2}")]));
        out += &t.print();
        if let Some(x) = s.usd_per_hour {
            out += &say::per_hour(&number(x));
        }
        for (c, before, after) in &s.by_country {
            out += &say::country(c, *before, *after);
        }
    }
    out
}

/// Sentences of this view.
mod say {
    pub const LATENCY: &str = "Latency by each way\n\n";
    pub const AVAILABLE: &str = "\nHow often the service is there\n\n";
    pub const CAPACITY: &str =
        "\nCapacity of spans that are not open yet: lit on the first day, and announced at full equipment\n\n";

    pub fn step(stage: &str, before: &str) -> String {
        format!("\n{stage} against {before}\n")
    }

    pub fn cost(usd: &str, method: &str) -> String {
        format!("Investment: {usd} USD ({method})\n")
    }

    pub fn per_hour(usd: &str) -> String {
        format!("Investment for one hour of service on the pair that gains most, over the life: {usd} USD\n")
    }

    pub fn country(c: &str, before: f64, after: f64) -> String {
        format!("Traffic whose fastest way passes {c}: {:.0} % before, {:.0} % after\n", before * 100.0, after * 100.0)
    }

    pub fn missing(what: &str) -> String {
        format!("Not answered: {what}\n")
    }
}
