//! The simulation answer in the terminal.

use super::Table;
use crate::format::number;
use keruen_results::paired::PairedAnswer;
use keruen_results::simulate::{Estimate, RowTimes, SimulateAnswer};
use keruen_results::simulate_log::EventLog;

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
    out += "\nBorders and sections (CPMM)\n\n";
    out += &borders(a, top);
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

fn borders(a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::new(&["border", "lots>", "hours>", "P50>", "P90>", "USD a lot>"]);
    let mut order: Vec<_> = a.borders.iter().collect();
    order.sort_by(|a, b| b.lots.mean.total_cmp(&a.lots.mean));
    let told = |h: Option<f64>| h.map_or(String::new(), |h| format!("{h:.1}"));
    for b in order.into_iter().take(top) {
        t.row(vec![b.border.clone(), number(b.lots.mean), band(b.hours), told(b.p50), told(b.p90), number(b.usd)]);
    }
    let mut s = Table::new(&["mode of most km", "USD for 500 km and 20 t>", "km/h moving>", "km/h door to door>"]);
    for x in &a.sections {
        s.row(vec![x.mode.clone(), number(x.usd), format!("{:.1}", x.speed_moving), format!("{:.1}", x.speed)]);
    }
    t.print() + "\n" + &s.print()
}

/// What a scenario changes, by pairs of replications.
pub fn paired(a: &PairedAnswer, top: usize) -> String {
    let name = |s: &[String]| if s.is_empty() { "base".to_string() } else { s.join(" + ") };
    let (base, other) = (name(&a.base.scenarios), name(&a.other.scenarios));
    let mut t = Table::new(&["what", "unit", "base>", "other>", "other - base>", "", "variance>"]);
    for d in a.differences.iter().take(top.max(2)) {
        t.row(vec![
            d.what.clone(),
            d.unit.clone(),
            number(d.base),
            number(d.other),
            band(d.difference),
            if d.sure { "sure" } else { "" }.into(),
            d.variance_ratio.map_or(String::new(), |r| format!("{r:.3}")),
        ]);
    }
    format!(
        "{} to {}: {base} against {other}, {} replications with the same luck\n\n{}\nsure = the interval of 95 % leaves out zero; variance = of the difference, over that of runs with luck of their own\n",
        a.base.first,
        a.base.last,
        a.base.finished,
        t.print()
    )
}

/// One happening a line.
pub fn log_csv(log: &EventLog) -> String {
    let mut out = String::from("at_ms,deed,row,lot,pieces,ship,service,place,resource,amount,begins_ms\n");
    for e in &log.entries {
        let words = [e.deed.name(), &quoted(&e.row)].join(",");
        let places = [&e.ship, &e.service, &e.place, &e.resource].map(String::as_str).join(",");
        out += &format!("{},{words},{},{},{places},{},{}\n", e.at_ms, e.lot, e.pieces, e.amount, e.begins_ms);
    }
    out
}

/// Names of rows may hold a comma.
fn quoted(text: &str) -> String {
    if text.contains(',') { format!("\"{text}\"") } else { text.into() }
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
        let head = [&quoted(&r.row), &r.from, &r.to, &r.cargo].map(String::as_str).join(",");
        out += &format!("{head},{},{},{figures},{quantiles},{parts}\n", r.background, r.outside);
    }
    out
}
