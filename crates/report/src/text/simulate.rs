//! The simulation answer in the terminal.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::simulate::{Estimate, RowTimes, SimulateAnswer};

/// Hours of a day.
const DAY: f64 = 24.0;

/// Transit times, queues, berths, ships and what is scarce by the day; `top` rows of each.
pub fn simulate(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let q = &a.question;
    let mut out = say!(
        v,
        "simulate-asked",
        first = v.day(&q.first),
        last = v.day(&q.last),
        finished = q.finished.to_string(),
        replications = q.replications.to_string(),
        seed = q.seed.to_string()
    );
    if !q.scenarios.is_empty() {
        out += &format!(", {}", q.scenarios.join(" + "));
    }
    let mut part = |title: String, table: String| out += &format!("\n\n{title}\n\n{}", table.trim_end_matches('\n'));
    part(say!(v, "simulate-rows"), rows(v, a, top));
    part(say!(v, "simulate-queues"), queues(v, a, top));
    part(say!(v, "simulate-berths"), berths(v, a, top));
    part(say!(v, "simulate-ships"), ships(v, a, top));
    part(say!(v, "simulate-stations"), stations(v, a, top));
    out.push('\n');
    let none: Vec<&str> = a.rows.iter().filter(|r| r.no_way.is_some()).map(|r| r.row.as_str()).collect();
    if !none.is_empty() {
        out += &format!("\n{}\n", say!(v, "simulate-no-way", list = none.join(", ")));
    }
    out += &format!("\n{}\n", say!(v, "simulate-events", count = a.events.to_string()));
    for n in &a.notes {
        out += &format!("{}\n", v.phrase(n));
    }
    out
}

/// `mean +- half`.
fn band(v: Voice<'_>, e: Estimate) -> String {
    match e.half {
        Some(half) => format!("{} +- {}", v.number(e.mean), v.number(half)),
        None => v.number(e.mean),
    }
}

fn days(v: Voice<'_>, hours: Option<f64>) -> String {
    hours.map_or_else(String::new, |h| v.fixed(h / DAY, 1))
}

fn rows(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let heads = [
        "head-row",
        "head-arrived>",
        "head-p10>",
        "head-p50>",
        "head-p90-short>",
        "head-moving>",
        "head-handled>",
        "head-borders>",
        "head-turns>",
        "head-by-ships>",
        "head-under-way>",
    ];
    let mut t = Table::said(v, &heads);
    let mut order: Vec<&RowTimes> = a.rows.iter().filter(|r| r.no_way.is_none() && !r.background).collect();
    order.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    for r in order.into_iter().take(top) {
        let part = |h| days(v, Some(h));
        t.row(vec![
            if r.outside { say!(v, "simulate-outside", row = &r.row) } else { r.row.clone() },
            v.number(r.tonnes.mean),
            days(v, r.p10),
            days(v, r.p50),
            days(v, r.p90),
            part(r.moving),
            part(r.handling),
            part(r.border),
            part(r.turns),
            part(r.waiting),
            band(v, r.under_way),
        ]);
    }
    t.print()
}

fn queues(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let heads = ["head-service", "head-at", "head-pieces>", "head-most>", "head-days-waited>", "head-at-the-end>", ""];
    let mut t = Table::said(v, &heads);
    let mut order: Vec<_> = a.queues.iter().collect();
    order.sort_by(|a, b| b.mean.mean.total_cmp(&a.mean.mean));
    for q in order.into_iter().take(top) {
        // A queue that grows as long as one watches has no mean beyond this run, and none is shown.
        let mean = if q.drifts { say!(v, "simulate-grows") } else { band(v, q.mean) };
        let note = if q.drifts { say!(v, "simulate-unsettled") } else { String::new() };
        t.row(vec![
            v.row("service", &q.service),
            v.row("node", &q.at),
            mean,
            band(v, q.most),
            days(v, Some(q.hours.mean)),
            band(v, q.at_end),
            note,
        ]);
    }
    t.print()
}

fn berths(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["head-berths", "head-there-are>", "head-taken>"]);
    let mut order: Vec<_> = a.berths.iter().collect();
    order.sort_by(|a, b| b.share.mean.total_cmp(&a.share.mean));
    for b in order.into_iter().take(top) {
        t.row(vec![b.berth.clone(), b.count.to_string(), v.fixed(b.share.mean * 100.0, 0)]);
    }
    t.print()
}

fn ships(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["head-ship", "head-service", "head-sailings>", "head-load>", "head-off-ports>"]);
    let mut order: Vec<_> = a.ships.iter().filter(|s| s.load.mean > 0.0).collect();
    order.sort_by(|a, b| b.off_port_hours.mean.total_cmp(&a.off_port_hours.mean));
    for s in order.into_iter().take(top) {
        let load = v.fixed(s.load.mean * 100.0, 0);
        let off = days(v, Some(s.off_port_hours.mean));
        t.row(vec![s.ship.clone(), v.row("service", &s.service), band(v, s.sailings), load, off]);
    }
    t.print()
}

fn stations(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["head-resource", "head-at-work>", "head-days-waited>"]);
    for s in a.stations.iter().take(top) {
        t.row(vec![s.resource.clone(), v.fixed(s.share.mean * 100.0, 0), days(v, Some(s.hours.mean))]);
    }
    t.print()
}

/// One row of demand a line; hours.
pub fn simulate_csv(a: &SimulateAnswer) -> String {
    let mut out = String::from(
        "row,from,to,cargo,background,outside,started,delivered,under_way,tonnes,hours,p10,p50,p90,moving,handling,border,turns,waiting\n",
    );
    let told = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
    for r in a.rows.iter().filter(|r| r.no_way.is_none()) {
        let figures = [r.started, r.delivered, r.under_way, r.tonnes, r.hours].map(|e| e.mean.to_string()).join(",");
        let parts = [r.moving, r.handling, r.border, r.turns, r.waiting].map(|x| x.to_string()).join(",");
        let quantiles = [r.p10, r.p50, r.p90].map(told).join(",");
        let head = [&r.row, &r.from, &r.to, &r.cargo].map(String::as_str).join(",");
        out += &format!("{head},{},{},{figures},{quantiles},{parts}\n", r.background, r.outside);
    }
    out
}
