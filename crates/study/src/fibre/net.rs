//! The spans of a corridor as a small graph: lengths, delays, faults, repair, crews.

use keruen_events::random::Law;
use keruen_model::{Corridor, Date, Link, Mode, Quantity, Status};
use keruen_results::light::{LightPath, LightSpan};
use std::collections::BTreeMap;

/// Hours of a mean year.
pub(crate) const YEAR: f64 = 8766.0;
/// z of the 90th percentile of the standard normal.
const Z90: f64 = 1.281_551_565_544_600_4;
/// A repair that takes longer than this in the mean waits for a ship: land crews are there within a day.
const SHIP_HOURS: f64 = 168.0;

/// One span.
#[derive(Clone, Debug)]
pub(crate) struct SpanOf {
    pub link: String,
    pub name: String,
    pub ends: [usize; 2],
    pub km: f64,
    pub glass_ms: f64,
    pub equipment_ms: f64,
    /// Faults a year; `None` = no rate known.
    pub faults: f64,
    pub repair: Law,
    /// Cables of one sea wait for one ship; `None` = a crew of its own.
    pub ship: Option<usize>,
}

impl SpanOf {
    /// Share of the time in which it works, a crew at hand.
    pub fn up(&self) -> f64 {
        1.0 / (1.0 + self.faults * self.repair.mean() / YEAR)
    }

    /// One way.
    pub fn ms(&self) -> f64 {
        self.glass_ms + self.equipment_ms
    }
}

/// Spans and places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Net {
    pub nodes: Vec<String>,
    pub countries: Vec<String>,
    pub spans: Vec<SpanOf>,
    pub ships: Vec<String>,
    /// Of each place: span and place at its other end.
    pub beside: Vec<Vec<(usize, usize)>>,
}

impl Net {
    /// Open spans of a corridor on a day; faults times `factor`.
    pub fn new(corridor: &Corridor, day: Date) -> Net {
        let there = corridor.on(day);
        let mut net = Net::default();
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for l in there.tables.link.iter().filter(|l| l.mode == Mode::Fibre && l.status == Status::Open) {
            let mut end = |n: keruen_model::Id<keruen_model::Node>| {
                let id = there.strings.id(n).to_string();
                *at.entry(id.clone()).or_insert_with(|| {
                    let country = there.tables.node.find(n).map_or("", |n| there.strings.text(n.country));
                    net.nodes.push(id);
                    net.countries.push(country.into());
                    net.nodes.len() - 1
                })
            };
            let ends = [end(l.from_node_id), end(l.to_node_id)];
            let span = net.span(&there, l, ends);
            net.spans.push(span);
        }
        net.tie();
        net
    }

    /// Notes what is beside each place, once all spans are there.
    pub fn tie(&mut self) {
        self.beside = vec![Vec::new(); self.nodes.len()];
        for (i, s) in self.spans.iter().enumerate() {
            self.beside[s.ends[0]].push((i, s.ends[1]));
            self.beside[s.ends[1]].push((i, s.ends[0]));
        }
    }

    fn span(&mut self, c: &Corridor, l: &Link, ends: [usize; 2]) -> SpanOf {
        let km = l.length.value();
        let repair = l.repair.as_ref().map_or(Law::Fixed(0.0), |r| law(r.law()));
        let sea = (repair.mean() > SHIP_HOURS).then(|| {
            let mut shores = [self.countries[ends[0]].clone(), self.countries[ends[1]].clone()];
            shores.sort();
            shores.join("-")
        });
        SpanOf {
            link: c.strings.id(l.link_id).into(),
            name: c.strings.text(l.name).into(),
            ends,
            km,
            glass_ms: km * l.delay_per_km.value() / 1000.0,
            equipment_ms: l.end_delay.value(),
            faults: l.fault_rate.map_or(0.0, |r| r.value() * km / 1000.0),
            ship: sea.map(|s| self.ship(s)),
            repair,
        }
    }

    fn ship(&mut self, sea: String) -> usize {
        self.ships.iter().position(|s| *s == sea).unwrap_or_else(|| {
            self.ships.push(sea);
            self.ships.len() - 1
        })
    }

    /// Number of a place.
    pub fn node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|n| n == id)
    }

    /// Whether two places hang together over the spans that are up.
    pub fn joined(&self, from: usize, to: usize, up: impl Fn(usize) -> bool) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![from];
        seen[from] = true;
        while let Some(n) = open.pop() {
            if n == to {
                return true;
            }
            for &(_, other) in self.beside[n].iter().filter(|b| up(b.0)) {
                if !std::mem::replace(&mut seen[other], true) {
                    open.push(other);
                }
            }
        }
        false
    }

    /// A way as shown.
    pub fn path(&self, from: usize, spans: &[usize]) -> LightPath {
        let mut at = from;
        let mut countries = vec![self.countries[from].clone()];
        let mut shown = Vec::new();
        for &i in spans {
            let s = &self.spans[i];
            let next = if s.ends[0] == at { s.ends[1] } else { s.ends[0] };
            shown.push(LightSpan {
                link: s.link.clone(),
                name: s.name.clone(),
                from: self.nodes[at].clone(),
                to: self.nodes[next].clone(),
                km: s.km,
                glass_ms: s.glass_ms,
                equipment_ms: s.equipment_ms,
                availability: Some(s.up()),
            });
            at = next;
            if !countries.contains(&self.countries[at]) {
                countries.push(self.countries[at].clone());
            }
        }
        let one_way_ms: f64 = spans.iter().map(|&i| self.spans[i].ms()).sum();
        LightPath {
            path_km: spans.iter().map(|&i| self.spans[i].km).sum(),
            one_way_ms,
            round_trip_ms: 2.0 * one_way_ms,
            availability: Some(spans.iter().map(|&i| self.spans[i].up()).product()),
            spans: shown,
            countries,
        }
    }
}

/// A law of the tables as one to draw from.
fn law(l: keruen_model::dist::Law) -> Law {
    match l {
        keruen_model::dist::Law::Fixed(a) => Law::Fixed(a),
        keruen_model::dist::Law::Uniform(a, b) => Law::Uniform(a, b),
        keruen_model::dist::Law::Triangular(a, m, b) => Law::Triangular(a, m, b),
        keruen_model::dist::Law::LogNormal(p50, p90) => Law::LogNormal(p50, (p90 / p50).ln() / Z90),
        keruen_model::dist::Law::Exponential(mean) => Law::Exponential(mean),
        keruen_model::dist::Law::Gamma(mean, shape) => Law::Gamma(mean, shape),
    }
}
