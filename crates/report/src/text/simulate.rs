//! The simulation answer in the terminal.

use super::Table;
use crate::format::number;
use keruen_results::simulate::{Estimate, RowTimes, SimulateAnswer};

/// Hours of a day.
const DAY: f64 = 24.0;

/// Transit times, queues, berths, ships and what is scarce by the day; `top` rows of each.
pub fn simulate(a: &SimulateAnswer, top: usize) -> String {
    let q = &a.question;
    let mut out = format!("{} to {}, {} of {} replications, seed {}", q.first, q.last, q.finished, q.replications, q.seed);
    if !q.scenarios.is_empty() {
        out += &format!(", {}", q.scenarios.join(" + "));
    }
    out += "\n\nDays on the way of what arrived, the largest rows first\n\n";
    out += &rows(a, top);
    out += "\nWaiting for a vehicle, the longest queues first\n\n";
    out += &queues(a, top);
    out += "\nBerths\n\n";
    out += &berths(a, top);
    out += "\nShips that carried something, those longest off ports first\n\n";
    out += &ships(a, top);
    out += "\nYards, tanks and wagons that held somebody up or nearly\n\n";
    out += &rooms(a, top);
    out += "\nScarce by the day, the busiest first\n\n";
    out += &stations(a, top);
    let none: Vec<&str> = a.rows.iter().filter(|r| r.no_way.is_some()).map(|r| r.row.as_str()).collect();
    if !none.is_empty() {
        out += &format!("\nNo way leads there: {}\n", none.join(", "));
    }
    let each = |n: u64| number(n as f64 / f64::from(q.finished.max(1)));
    out += &format!("\n{} lots and {} events a replication\n", each(a.lots), each(a.events));
    for n in &a.notes {
        out += &format!("{n}\n");
    }
    out
}

/// `mean +- half`.
fn band(e: Estimate) -> String {
    match e.half {
        Some(half) => format!("{} +- {}", number(e.mean), number(half)),
        None => number(e.mean),
    }
}

fn days(hours: Option<f64>) -> String {
    hours.map_or_else(String::new, |h| format!("{:.1}", h / DAY))
}

fn rows(a: &SimulateAnswer, top: usize) -> String {
    let heads = [
        "row",
        "arrived, t>",
        "P10>",
        "P50>",
        "P90>",
        "moving>",
        "handled>",
        "borders>",
        "turns>",
        "ships>",
        "room>",
        "pieces under way at the end>",
    ];
    let mut t = Table::new(&heads);
    let mut order: Vec<&RowTimes> = a.rows.iter().filter(|r| r.no_way.is_none() && !r.background).collect();
    order.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    for r in order.into_iter().take(top) {
        let name = if r.outside { format!("{} (outside)", r.row) } else { r.row.clone() };
        let part = |h| days(Some(h));
        t.row(vec![
            name,
            number(r.tonnes.mean),
            days(r.p10),
            days(r.p50),
            days(r.p90),
            part(r.moving),
            part(r.handling),
            part(r.border),
            part(r.turns),
            part(r.waiting),
            part(r.room),
            band(r.under_way),
        ]);
    }
    t.print()
}

fn queues(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["service", "at", "pieces waiting>", "most>", "days waited>", "at the end>", ""]);
    let mut order: Vec<_> = a.queues.iter().collect();
    order.sort_by(|a, b| b.mean.mean.total_cmp(&a.mean.mean));
    for q in order.into_iter().take(top) {
        // A queue that grows as long as one watches has no mean beyond this run, and none is shown.
        let mean = if q.drifts { "grows".to_string() } else { band(q.mean) };
        let note = if q.drifts { "does not settle" } else { "" };
        t.row(vec![q.service.clone(), q.at.clone(), mean, band(q.most), days(Some(q.hours.mean)), band(q.at_end), note.into()]);
    }
    t.print()
}

fn berths(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["berths", "there are>", "taken, %>"]);
    let mut order: Vec<_> = a.berths.iter().collect();
    order.sort_by(|a, b| b.share.mean.total_cmp(&a.share.mean));
    for b in order.into_iter().take(top) {
        t.row(vec![b.berth.clone(), b.count.to_string(), format!("{:.0}", b.share.mean * 100.0)]);
    }
    t.print()
}

fn ships(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["ship", "service", "sailings>", "load, %>", "days off ports>"]);
    let mut order: Vec<_> = a.ships.iter().filter(|s| s.load.mean > 0.0).collect();
    order.sort_by(|a, b| b.off_port_hours.mean.total_cmp(&a.off_port_hours.mean));
    for s in order.into_iter().take(top) {
        let load = format!("{:.0}", s.load.mean * 100.0);
        t.row(vec![s.ship.clone(), s.service.clone(), band(s.sailings), load, days(Some(s.off_port_hours.mean))]);
    }
    t.print()
}

fn stations(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["resource", "at work, %>", "days waited>"]);
    for s in a.stations.iter().take(top) {
        t.row(vec![s.resource.clone(), format!("{:.0}", s.share.mean * 100.0), days(Some(s.hours.mean))]);
    }
    t.print()
}

fn rooms(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["room", "there is>", "mean>", "most>", "days waited>", "days of ban>", "lots kept at the end>"]);
    let mut order: Vec<_> = a.rooms.iter().collect();
    let full = |r: &keruen_results::simulate::RoomUse| r.most.mean / r.capacity.max(f64::MIN_POSITIVE);
    order.sort_by(|a, b| full(b).total_cmp(&full(a)));
    for r in order.into_iter().take(top) {
        let waited = days(Some(r.hours.mean));
        t.row(vec![
            r.room.clone(),
            number(r.capacity),
            band(r.mean),
            band(r.most),
            waited,
            number(r.banned_days.mean),
            number(r.kept.mean),
        ]);
    }
    t.print()
}

/// One row of demand a line; hours.
pub fn simulate_csv(a: &SimulateAnswer) -> String {
    let mut out = String::from(
        "row,from,to,cargo,background,outside,started,delivered,under_way,tonnes,hours,p10,p50,p90,moving,handling,border,turns,waiting,room\n",
    );
    let told = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
    for r in a.rows.iter().filter(|r| r.no_way.is_none()) {
        let figures = [r.started, r.delivered, r.under_way, r.tonnes, r.hours].map(|e| e.mean.to_string()).join(",");
        let parts = [r.moving, r.handling, r.border, r.turns, r.waiting, r.room].map(|x| x.to_string()).join(",");
        let quantiles = [r.p10, r.p50, r.p90].map(told).join(",");
        let head = [&r.row, &r.from, &r.to, &r.cargo].map(String::as_str).join(",");
        out += &format!("{head},{},{},{figures},{quantiles},{parts}\n", r.background, r.outside);
    }
    out
}
