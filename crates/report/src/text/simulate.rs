//! The simulation answer in the terminal.

use super::Table;
use crate::language::Voice;
use crate::say;
use keruen_results::paired::PairedAnswer;
use keruen_results::simulate::{Estimate, RowTimes, SimulateAnswer};
use keruen_results::simulate_log::EventLog;

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
    part(say!(v, "simulate-borders"), borders(v, a, top));
    part(say!(v, "simulate-berths"), berths(v, a, top));
    part(say!(v, "simulate-ships"), ships(v, a, top));
    part(say!(v, "simulate-rooms"), rooms(v, a, top));
    part(say!(v, "simulate-stations"), stations(v, a, top));
    out.push('\n');
    let none: Vec<&str> = a.rows.iter().filter(|r| r.no_way.is_some()).map(|r| r.row.as_str()).collect();
    if !none.is_empty() {
        out += &format!("\n{}\n", say!(v, "simulate-no-way", list = none.join(", ")));
    }
    let each = |n: u64| v.number(n as f64 / f64::from(q.finished.max(1)));
    out += &format!("\n{}\n", say!(v, "simulate-events", lots = each(a.lots), count = each(a.events)));
    for n in &a.notes {
        out += &format!("{}\n", v.phrase(n));
    }
    out
}

/// `mean +- half`.
pub(crate) fn band(v: Voice<'_>, e: Estimate) -> String {
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
        "head-by-room>",
        "head-under-way>",
    ];
    let mut t = Table::said(v, &heads);
    let mut order: Vec<&RowTimes> = a.rows.iter().filter(|r| r.no_way.is_none() && !r.background).collect();
    order.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    for r in order.into_iter().take(top) {
        let part = |h| days(v, Some(h));
        t.row(vec![
            if r.outside { say!(v, "simulate-outside", row = v.phrase(&r.row)) } else { v.phrase(&r.row) },
            v.number(r.tonnes.mean),
            days(v, r.p10),
            days(v, r.p50),
            days(v, r.p90),
            part(r.moving),
            part(r.handling),
            part(r.border),
            part(r.turns),
            part(r.waiting),
            part(r.room),
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
        t.row(vec![v.one_of("resource", &b.berth), b.count.to_string(), v.fixed(b.share.mean * 100.0, 0)]);
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
        t.row(vec![v.one_of("fleet", &s.ship), v.row("service", &s.service), band(v, s.sailings), load, off]);
    }
    t.print()
}

fn stations(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["head-resource", "head-at-work>", "head-days-waited>"]);
    for s in a.stations.iter().take(top) {
        t.row(vec![v.one_of("resource", &s.resource), v.fixed(s.share.mean * 100.0, 0), days(v, Some(s.hours.mean))]);
    }
    t.print()
}

const ROOM_HEADS: [&str; 9] = [
    "head-room",
    "head-there-is>",
    "head-mean>",
    "head-most>",
    "head-days-waited>",
    "head-days-of-ban>",
    "head-lots-waiting-at-end>",
    "head-lots-kept-at-end>",
    "",
];

fn rooms(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &ROOM_HEADS);
    let mut order: Vec<_> = a.rooms.iter().collect();
    let full = |r: &keruen_results::simulate::RoomUse| r.most.mean / r.capacity.max(f64::MIN_POSITIVE);
    order.sort_by(|a, b| full(b).total_cmp(&full(a)));
    for r in order.into_iter().take(top) {
        // A wait that grows as long as one watches has no mean beyond this run, and none is shown.
        let waited = if r.drifts { say!(v, "simulate-grows") } else { days(v, Some(r.hours.mean)) };
        t.row(vec![
            v.one_of("resource", &r.room),
            v.number(r.capacity),
            band(v, r.mean),
            band(v, r.most),
            waited,
            v.number(r.banned_days.mean),
            v.number(r.waiting.mean),
            v.number(r.kept.mean),
            if r.drifts { say!(v, "simulate-unsettled") } else { String::new() },
        ]);
    }
    t.print()
}

fn borders(v: Voice<'_>, a: &SimulateAnswer, top: usize) -> String {
    let mut t = Table::said(v, &["head-border", "head-lots>", "head-hours>", "head-p50>", "head-p90-short>", "head-usd-a-lot>"]);
    let mut order: Vec<_> = a.borders.iter().collect();
    order.sort_by(|a, b| b.lots.mean.total_cmp(&a.lots.mean));
    let told = |h: Option<f64>| h.map_or(String::new(), |h| v.fixed(h, 1));
    for b in order.into_iter().take(top) {
        t.row(vec![
            v.one_of("facility", &b.border),
            v.number(b.lots.mean),
            band(v, b.hours),
            told(b.p50),
            told(b.p90),
            v.number(b.usd),
        ]);
    }
    let mut s = Table::said(v, &["head-mode-of-most", "head-usd-section>", "head-km-h-moving>", "head-km-h-door>"]);
    for x in &a.sections {
        s.row(vec![v.mode(&x.mode), v.number(x.usd), v.fixed(x.speed_moving, 1), v.fixed(x.speed, 1)]);
    }
    t.print() + "\n" + &s.print()
}

/// What a scenario changes, by pairs of replications.
pub fn paired(v: Voice<'_>, a: &PairedAnswer, top: usize) -> String {
    let name = |s: &[String]| if s.is_empty() { say!(v, "head-base") } else { s.join(" + ") };
    let heads = ["head-what", "head-unit", "head-base>", "head-other>", "head-difference>", "", "head-variance>"];
    let mut t = Table::said(v, &heads);
    for (_, d) in a.differences.iter().enumerate().filter(|(i, d)| d.headline || *i < top) {
        t.row(vec![
            v.phrase(&d.what),
            v.unit(&d.unit),
            v.number(d.base),
            v.number(d.other),
            band(v, d.difference),
            if d.sure { say!(v, "together-sure") } else { String::new() },
            d.variance_ratio.map_or(String::new(), |r| v.fixed(r, 3)),
        ]);
    }
    let head = say!(
        v,
        "simulate-paired",
        first = v.day(&a.base.first),
        last = v.day(&a.base.last),
        base = name(&a.base.scenarios),
        other = name(&a.other.scenarios),
        replications = a.base.finished.to_string()
    );
    format!("{head}\n\n{}\n{}\n", t.print(), say!(v, "simulate-paired-words"))
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
