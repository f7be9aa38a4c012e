//! Pairs of cities in two of the states, read from the tables: services by air with their fares, seats, departures.

use keruen_model::{Corridor, Mode, Quantity, Status};
use std::collections::BTreeMap;

/// A pair.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pair {
    pub service: String,
    pub name: String,
    pub states: [String; 2],
    pub km: f64,
    pub open: bool,
    pub departures_per_week: f64,
    pub seats: f64,
    pub load: f64,
    /// One way, US dollars.
    pub fare: f64,
    /// One way by the cheapest connection of flights that are there today; `None` where none is.
    pub connection: Option<f64>,
    pub right: String,
    /// Pairs between the same two states that have a way today share their eligible trips.
    pub share: f64,
}

/// Hours of a week.
const WEEK: f64 = 168.0;

/// The corridor's year.
pub(crate) fn year(c: &Corridor) -> i32 {
    c.meta.as_of.get(..4).and_then(|y| y.parse().ok()).unwrap_or(2025)
}

/// A service by air with its two airports.
struct Flight {
    row: usize,
    ends: [String; 2],
    fare: f64,
    open: bool,
}

/// Every pair between two different states of the list.
pub(crate) fn pairs(c: &Corridor, states: &[&str]) -> Vec<Pair> {
    let flights = flights(c);
    let mut out: Vec<Pair> = flights.iter().filter_map(|f| pair(c, states, &flights, f)).collect();
    let mut alike: BTreeMap<[String; 2], f64> = BTreeMap::new();
    let key = |p: &Pair| {
        let mut k = p.states.clone();
        k.sort();
        k
    };
    out.iter().for_each(|p| *alike.entry(key(p)).or_default() += 1.0);
    out.iter_mut().for_each(|p| p.share = 1.0 / alike[&key(p)]);
    out
}

fn flights(c: &Corridor) -> Vec<Flight> {
    let t = &c.tables;
    let of = |(row, v): (usize, &keruen_model::Service)| {
        let mut stops: Vec<_> = t.stop.iter().filter(|s| s.service_id == v.service_id).collect();
        stops.sort_by_key(|s| s.sequence);
        let (first, last) = (stops.first()?, stops.last()?);
        let ends = [c.strings.id(first.node_id).to_string(), c.strings.id(last.node_id).to_string()];
        let at = format!("service:{}", c.strings.id(v.service_id));
        let fare = fare(c, &at)?;
        Some(Flight { row, ends, fare, open: v.status == Status::Open })
    };
    t.service.iter().enumerate().filter(|(_, v)| v.mode == Mode::Air).filter_map(of).collect()
}

/// Mean fare one way in US dollars.
fn fare(c: &Corridor, at: &str) -> Option<f64> {
    let names = |t: &keruen_model::Tariff, k: usize, field: &str| {
        let f = keruen_model::TableKind::Tariff.spec().field(field)?;
        let _ = t;
        Some(c.tables.cell(keruen_model::TableKind::Tariff, k, f, &c.strings))
    };
    let rows = c.tables.tariff.iter().enumerate();
    let row = rows
        .filter(|(k, t)| names(t, *k, "at").as_deref() == Some(at))
        .find(|(k, t)| names(t, *k, "item").as_deref() == Some("freight") && names(t, *k, "per").as_deref() == Some("seat"));
    let (k, t) = row?;
    let number = |field: &str| names(t, k, field);
    let amount: f64 = number("amount")?.parse().ok()?;
    let price_year: i32 = number("price_year")?.parse().unwrap_or_else(|_| year(c));
    Some(amount * crate::compare::rate(c, &number("currency")?, price_year)?)
}

fn pair(c: &Corridor, states: &[&str], flights: &[Flight], f: &Flight) -> Option<Pair> {
    let t = &c.tables;
    let v = &t.service.rows()[f.row];
    let country = |id: &str| {
        let node = t.node.find(keruen_model::Id::new(c.strings.find(id)?))?;
        Some(c.strings.text(node.country).to_string())
    };
    let ends = [country(&f.ends[0])?, country(&f.ends[1])?];
    if ends[0] == ends[1] || ends.iter().any(|e| !states.contains(&e.as_str())) {
        return None;
    }
    let vehicle = v.fleet.first().and_then(|id| t.fleet.find(*id)).and_then(|fl| t.vehicle.find(fl.vehicle_id));
    let headway = v.headway.map(Quantity::value).filter(|h| *h > 0.0);
    let at = format!("service:{}", c.strings.id(v.service_id));
    Some(Pair {
        service: c.strings.id(v.service_id).into(),
        name: c.strings.text(v.name).trim_start_matches("flights ").to_string(),
        km: length(c, &f.ends)?,
        open: f.open,
        departures_per_week: headway.map_or(0.0, |h| WEEK / h),
        seats: vehicle.and_then(|x| x.places).map_or(0.0, Quantity::value),
        load: v.at_most.value(),
        fare: f.fare,
        connection: connection(flights, f),
        right: right(c, &at),
        share: 1.0,
        states: ends,
    })
}

fn length(c: &Corridor, ends: &[String; 2]) -> Option<f64> {
    let id = |s: &str| c.strings.find(s);
    let (a, b) = (id(&ends[0])?, id(&ends[1])?);
    let links = c.tables.link.iter().filter(|l| l.mode == Mode::Air);
    let found = links.filter(|l| {
        let (x, y) = (l.from_node_id.sym(), l.to_node_id.sym());
        (x, y) == (a, b) || (x, y) == (b, a)
    });
    found.map(|l| l.length.value()).next()
}

/// The paper that a rule asks for on this service.
fn right(c: &Corridor, at: &str) -> String {
    let field = |k: usize, name: &str| {
        let f = keruen_model::TableKind::Rule.spec().field(name)?;
        Some(c.tables.cell(keruen_model::TableKind::Rule, k, f, &c.strings))
    };
    let row = (0..c.tables.rule.len()).find(|&k| field(k, "at").as_deref() == Some(at));
    row.and_then(|k| field(k, "paper")).unwrap_or_default()
}

/// Least sum of fares over flights that are there today, without this one (Bellman and Ford: a dozen airports).
fn connection(flights: &[Flight], wanted: &Flight) -> Option<f64> {
    let mut cost: BTreeMap<&str, f64> = BTreeMap::from([(wanted.ends[0].as_str(), 0.0)]);
    for _ in 0..flights.len() {
        let mut moved = false;
        for f in flights.iter().filter(|f| f.open && f.row != wanted.row) {
            for (a, b) in [(0, 1), (1, 0)] {
                let Some(at) = cost.get(f.ends[a].as_str()).copied() else { continue };
                let there = cost.entry(f.ends[b].as_str()).or_insert(f64::INFINITY);
                if at + f.fare < *there - 1e-9 {
                    *there = at + f.fare;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    cost.get(wanted.ends[1].as_str()).copied().filter(|c| c.is_finite())
}
