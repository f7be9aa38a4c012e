//! Answers as CSV: one row a leg, one row a charge of it, one row of totals a way.

use crate::format::csv_cell;
use keruen_results::route::{Charge, Leg, RouteAnswer, Way};
use keruen_results::{Range, SourceRef};

/// Columns. `row` is `way`, `leg` or `charge`; a charge belongs to the leg of the same number.
pub const COLUMNS: [&str; 30] = [
    "way",
    "labels",
    "row",
    "leg",
    "kind",
    "name",
    "from",
    "to",
    "mode",
    "links",
    "service",
    "operation",
    "facility",
    "operator",
    "distance_km",
    "hours",
    "hours_p90",
    "usd",
    "usd_low",
    "usd_high",
    "co2e_kg",
    "tariff",
    "rate",
    "currency",
    "price_year",
    "per",
    "quantity",
    "usd_rate",
    "method",
    "sources",
];

/// A row under construction: cells by the name of their column.
#[derive(Default)]
struct Row(Vec<(&'static str, String)>);

impl Row {
    fn set(&mut self, column: &'static str, value: impl ToString) {
        self.0.push((column, value.to_string()));
    }

    fn range(&mut self, range: Option<Range>) {
        if let Some(r) = range {
            self.set("usd_low", r.low);
            self.set("usd_high", r.high);
        }
    }

    fn print(&self) -> String {
        let cell = |c: &&str| self.0.iter().find(|x| x.0 == *c).map_or(String::new(), |x| csv_cell(&x.1));
        COLUMNS.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
    }
}

/// Every way of an answer; only the head where there is none.
pub fn route(a: &RouteAnswer) -> String {
    let mut out = COLUMNS.join(",") + "\n";
    for w in &a.ways {
        out += &total(w).print();
        for (i, l) in w.legs.iter().enumerate() {
            out += &leg(w, i, l).print();
            for c in &l.charges {
                out += &charge(w, i, c).print();
            }
        }
    }
    out
}

fn total(w: &Way) -> Row {
    let mut row = Row::default();
    row.set("way", &w.label);
    row.set("labels", w.labels.join(";"));
    row.set("row", "way");
    row.set("name", &w.summary);
    row.set("distance_km", w.totals.distance_km);
    row.set("hours", w.totals.hours.p50);
    row.set("hours_p90", w.totals.hours.p90);
    row.set("usd", w.totals.cost.amount);
    row.range(w.totals.cost.range);
    row.set("price_year", w.totals.cost.price_year);
    row.set("co2e_kg", w.totals.co2e_kg);
    row
}

fn leg(w: &Way, i: usize, l: &Leg) -> Row {
    let mut row = Row::default();
    row.set("way", &w.label);
    row.set("row", "leg");
    row.set("leg", i + 1);
    row.set("kind", l.kind.name());
    row.set("name", &l.name);
    row.set("from", &l.from.id);
    row.set("to", &l.to.id);
    row.set("mode", &l.mode);
    row.set("links", l.links.join(";"));
    for (column, value) in [("service", &l.service), ("operation", &l.operation), ("facility", &l.facility)] {
        row.set(column, value.as_deref().unwrap_or(""));
    }
    row.set("operator", &l.operator);
    row.set("distance_km", l.distance_km);
    row.set("hours", l.hours);
    row.set("hours_p90", l.hours_p90);
    row.set("usd", l.cost);
    row.set("co2e_kg", l.co2e_kg);
    row.set("sources", urls(&l.sources));
    row
}

fn charge(w: &Way, i: usize, c: &Charge) -> Row {
    let mut row = Row::default();
    row.set("way", &w.label);
    row.set("row", "charge");
    row.set("leg", i + 1);
    row.set("name", &c.name);
    row.set("operator", &c.operator);
    row.set("usd", c.usd);
    row.range(c.range);
    row.set("tariff", &c.tariff);
    row.set("rate", c.rate);
    row.set("currency", &c.currency);
    row.set("price_year", c.price_year);
    row.set("per", &c.per);
    row.set("quantity", c.quantity);
    row.set("usd_rate", c.usd_rate);
    row.set("method", &c.method);
    row.set("sources", urls(&c.sources));
    row
}

fn urls(sources: &[SourceRef]) -> String {
    let mut out: Vec<&str> = sources.iter().map(|s| s.url.as_str()).filter(|u| !u.is_empty()).collect();
    out.dedup();
    out.join(" ")
}

/// How many columns a batch has.
const BATCH: usize = 18;

/// Columns of a batch: one row a labelled way, or one with the reason where there is none.
pub const BATCH_COLUMNS: [&str; BATCH] = [
    "id",
    "answered",
    "way",
    "usd",
    "usd_low",
    "usd_high",
    "hours",
    "hours_p90",
    "co2e_kg",
    "distance_km",
    "leave_from",
    "departs",
    "arrives",
    "kept",
    "permits",
    "sheet",
    "by",
    "reason",
];

/// The picks of many answers; a question that could not be searched holds its reason.
pub fn batch(ids: &[&str], answers: &[Result<RouteAnswer, String>]) -> String {
    let mut out = BATCH_COLUMNS.join(",") + "\n";
    let mut line = |cells: [String; BATCH]| out += &(cells.map(|c| csv_cell(&c)).join(",") + "\n");
    for (id, answer) in ids.iter().zip(answers) {
        let reason = match answer {
            Ok(a) => a.no_answer.as_ref().map(|n| n.reason.clone()),
            Err(why) => Some(why.clone()),
        };
        if let Some(reason) = reason {
            let mut cells: [String; BATCH] = Default::default();
            (cells[0], cells[1], cells[BATCH - 1]) = (id.to_string(), "0".into(), reason);
            line(cells);
        }
        for w in answer.iter().flat_map(|a| &a.ways).filter(|w| !w.labels.is_empty()) {
            line(pick(id, w));
        }
    }
    out
}

fn pick(id: &str, w: &Way) -> [String; BATCH] {
    let t = &w.totals;
    let end = |f: fn(Range) -> f64| t.cost.range.map_or(String::new(), |r| f(r).to_string());
    let kept = t.lateness.as_ref().and_then(|l| l.kept);
    let permits: Vec<&str> = w.permits.iter().map(|p| p.permit.as_str()).collect();
    [
        id.into(),
        "1".into(),
        w.labels.join(";"),
        t.cost.amount.to_string(),
        end(|r| r.low),
        end(|r| r.high),
        t.hours.p50.to_string(),
        t.hours.p90.to_string(),
        t.co2e_kg.to_string(),
        t.distance_km.to_string(),
        w.leave_from.clone(),
        w.departs.clone(),
        w.arrives.clone(),
        kept.map_or(String::new(), |k| k.to_string()),
        permits.join(";"),
        w.sheet.clone(),
        w.summary.clone(),
        String::new(),
    ]
}
