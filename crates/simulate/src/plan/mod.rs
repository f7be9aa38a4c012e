//! Everything that does not change from one replication to the next.

pub(crate) mod berth;
pub(crate) mod fleet;
pub(crate) mod line;
mod path;
pub(crate) mod place;
mod pool;
mod row;
pub(crate) mod station;
mod step;
pub(crate) mod way;
pub(crate) mod weather;

use crate::CLOCK;
use fleet::Lines;
use keruen_events::Tick;
use keruen_events::arrivals::Rates;
use keruen_model::{Corridor, Quantity, Sym};
use keruen_network::compile::Index;
use keruen_network::ledger::{Ledger, Period};
use keruen_results::flow::FlowAnswer;
use place::Places;
use row::Rows;
use station::Station;
use std::collections::BTreeMap;
use way::Way;
use weather::Weather;

/// A share of a row of demand, or what lies somewhere at the beginning.
pub(crate) struct Row {
    pub id: String,
    /// Row of demand of which it is a share.
    pub wish: Option<String>,
    pub from: String,
    pub to: String,
    pub cargo: String,
    pub background: bool,
    /// How the lots come; `None` of what is there already.
    pub comes: Option<Comes>,
    /// Its way; `None` where none leads there.
    pub way: Option<Way>,
    /// It goes east rather than west.
    pub east: bool,
    /// Points of its way are noted, for a chart.
    pub marked: bool,
}

/// How lots come.
pub(crate) struct Comes {
    /// Lots an hour, by month.
    pub rates: Rates,
    pub even: bool,
    pub by_month: Vec<f64>,
}

/// What ways are made with.
pub(crate) struct World {
    pub ledger: Ledger,
    pub lines: Lines,
    pub places: Places,
}

/// The plan of a run.
pub(crate) struct Plan {
    pub end: Tick,
    /// End of each month.
    pub months: Vec<Tick>,
    pub stations: Vec<Station>,
    pub lines: Lines,
    pub places: Places,
    pub weather: Weather,
    pub rows: Vec<Row>,
    /// Other rows of the same wish, to which its goods may turn.
    pub others: Vec<Vec<usize>>,
    /// Rows whose first room has a ban, by row.
    pub bans: Vec<Option<usize>>,
    /// How long goods of a line on demand wait for a ship's load.
    pub patience: Vec<u64>,
    /// Lines whose ships sail: those that goods ride, and those that take berths from others.
    pub used: Vec<bool>,
    /// Ids of the rows that goods pass over.
    pub names: BTreeMap<Sym, String>,
    /// Years of which table demand has no row, though demand was asked for.
    pub idle: Vec<i32>,
}

impl Plan {
    pub fn new(corridor: &Corridor, period: Period, demand: bool, flows: &[FlowAnswer]) -> Plan {
        let ledger = Ledger::new(corridor, period);
        let months: Vec<Ledger> = period.months().into_iter().map(|m| Ledger::new(corridor, m)).collect();
        let (lines, mut weather) = Lines::new(corridor, (&ledger, &months));
        weather.read(corridor, period);
        let mut stations = station::stations(corridor, &ledger, &months);
        let mut world = World { ledger, lines, places: Places::new(period.first) };
        let (mut rows, mut idle) = (Vec::new(), Vec::new());
        for year in years(period) {
            rows.extend(rows_of(corridor, (period, year), &mut world, (demand, flows)));
            let wished = corridor.tables.demand.iter().any(|d| d.year == year.first.year());
            idle.extend((demand && !wished).then_some(year.first.year()));
        }
        let hours: Vec<f64> = months.iter().map(|m| m.period.hours().value()).collect();
        pool::backload(&mut rows, &world.places);
        station::hush(&mut stations, &rows, &hours);
        rows.iter_mut().filter_map(|r| r.way.as_mut()).for_each(|w| station::smooth(w, &stations));
        let ends = hours.iter().scan(0.0, |at, h| {
            *at += h;
            Some(Tick(CLOCK.span(*at)))
        });
        mark(&mut rows);
        let used = used(&rows, &world.lines);
        let passed = rows.iter().filter_map(|r| r.way.as_ref()).flat_map(|w| &w.traffic);
        let names = passed.map(|t| (t.what.id, corridor.text(t.what.id).to_string())).collect();
        let (others, bans) = (others(&rows), rows.iter().map(|r| ban(r, &world.places)).collect());
        Plan {
            end: Tick(CLOCK.span(period.hours().value())),
            months: ends.collect(),
            stations,
            patience: (0..world.lines.list.len()).map(|l| world.lines.patience(corridor, l)).collect(),
            lines: world.lines,
            places: world.places,
            weather,
            rows,
            others,
            bans,
            names,
            used,
            idle,
        }
    }
}

impl Plan {
    /// Until when a month lasts; the last one never ends.
    pub fn month_ends(&self, month: usize) -> Tick {
        if month + 1 < self.months.len() { self.months[month] } else { Tick::NEVER }
    }
}

/// Rows of which points along the way are noted.
const MARKED: usize = 40;

/// Marks the through rows with the most tonnes.
fn mark(rows: &mut [Row]) {
    let tonnes = |r: &Row| {
        let lots: f64 = r.comes.as_ref().map_or(0.0, |c| c.by_month.iter().sum());
        r.way.as_ref().filter(|_| !r.background).map_or(0.0, |w| lots * w.tonnes)
    };
    let mut order: Vec<(f64, usize)> = rows.iter().enumerate().map(|(i, r)| (tonnes(r), i)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.iter().take(MARKED).for_each(|&(_, i)| rows[i].marked = true);
}

fn used(rows: &[Row], lines: &Lines) -> Vec<bool> {
    let mut used: Vec<bool> = lines.list.iter().map(|l| l.calls.iter().any(|c| c.berth.is_some())).collect();
    for step in rows.iter().filter_map(|r| r.way.as_ref()).flat_map(|w| &w.steps) {
        if let way::Step::Ride(ride) = step {
            used[ride.line] = true;
        }
    }
    used
}

/// The parts of a period by calendar year.
fn years(period: Period) -> Vec<Period> {
    let all = (period.first.year()..=period.last.year()).filter_map(|y| Period::year(y as i16));
    all.map(|y| Period { first: y.first.max(period.first), last: y.last.min(period.last) }).collect()
}

/// Rows of one year: their ways are those of the middle of it.
fn rows_of(
    corridor: &Corridor,
    (whole, year): (Period, Period),
    world: &mut World,
    (demand, flows): (bool, &[FlowAnswer]),
) -> Vec<Row> {
    let day = year.middle();
    let there = corridor.on(day);
    let index = Index::new(&there, day);
    let flow = flows.iter().find(|f| f.question.year == year.first.year());
    let mut rows = Rows { corridor: &there, index: &index, period: whole, world };
    let mut out = Vec::new();
    if year.first == whole.first {
        let opening = corridor.tables.state.iter().filter(|s| s.date == whole.first);
        out.extend(opening.filter_map(|s| rows.opening(s)));
    }
    if demand {
        let wished = there.tables.demand.iter().filter(|d| d.year == year.first.year());
        wished.for_each(|d| out.extend(rows.demand(d, flow)));
    }
    out
}

/// Other ways of the same wish, those with the larger flow first.
fn others(rows: &[Row]) -> Vec<Vec<usize>> {
    let flow = |r: &Row| r.comes.as_ref().map_or(0.0, |c| c.by_month.iter().sum());
    let of = |i: usize| {
        let row: &Row = &rows[i];
        let mine = |&j: &usize| j != i && rows[j].way.is_some() && row.wish.is_some() && rows[j].wish == row.wish;
        let mut all: Vec<usize> = (0..rows.len()).filter(mine).collect();
        all.sort_by(|&a, &b| flow(&rows[b]).total_cmp(&flow(&rows[a])));
        all
    };
    (0..rows.len()).map(of).collect()
}

/// The first room on the way whose ban stops senders.
fn ban(row: &Row, places: &Places) -> Option<usize> {
    let steps = &row.way.as_ref().filter(|_| row.comes.is_some())?.steps;
    steps.iter().find_map(|s| match s {
        way::Step::Take { store, may_wait: true, .. } => Some(*store).filter(|&s| places.rooms[s].trigger.is_some()),
        _ => None,
    })
}
