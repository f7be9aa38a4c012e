//! Fleets and their ships: which lines they serve, what they bring by month, how they come from port to port in ballast.

use super::berth::{Berth, Harbour};
use super::line::{Line, hops, stops};
use super::weather::Weather;
use crate::CLOCK;
use keruen_events::Tick;
use keruen_events::random::Law;
use keruen_model::{Corridor, Date, Fleet as Row, Id, Quantity, Service, Vehicle};
use keruen_network::compile::{Arc, StateGraph};
use keruen_network::ledger::{Ledger, Period, Sailing};

/// Ships of one kind and owner, shared by the lines that name them.
#[derive(Clone, Debug)]
pub(crate) struct Fleet {
    pub name: String,
    /// Lines between which its free ships choose, in the order of the tables.
    pub lines: Vec<usize>,
    /// Hours of each hop, by line; the first is that to the second call. Empty where it does not serve the line.
    pub hops: Vec<Vec<Law>>,
    /// What a ship brings of each slot, by line and month.
    pub brings: Vec<Vec<Vec<f64>>>,
    /// Hours in ballast from port to port; `None` where its lines do not lead there.
    pub ballast: Vec<Vec<Option<Vec<Law>>>>,
    /// Days on which it exists.
    pub there: (Tick, Tick),
    /// Calls of its other lines without orders at the same berth, for a ship that is empty at an end of a line: by line and end.
    pub others: Vec<[Vec<(usize, usize)>; 2]>,
}

/// A ship.
#[derive(Clone, Debug)]
pub(crate) struct Ship {
    pub name: String,
    pub fleet: usize,
    /// Line and call at which it begins.
    pub line: usize,
    pub at: usize,
    /// Keeps the timetable of its line, and serves no other.
    pub fixed: bool,
}

/// Every line, ship and berth.
#[derive(Default)]
pub(crate) struct Lines {
    pub list: Vec<Line>,
    pub fleets: Vec<Fleet>,
    pub ships: Vec<Ship>,
    pub ports: Vec<String>,
    pub berths: Vec<Berth>,
}

impl Lines {
    /// The lines of a period, with the weather of their ports. `months` are the ledgers of its months.
    pub fn new(c: &Corridor, (ledger, months): (&Ledger, &[Ledger])) -> (Lines, Weather) {
        let mut lines = Lines::default();
        let mut harbour = Harbour::new(ledger.period);
        let mut rows: Vec<(&Row, Vec<(usize, &Sailing)>)> = Vec::new();
        for sailing in &ledger.sailings {
            let Some(service) = c.tables.service.find(sailing.service) else { continue };
            let Some(fleet) = sailing.fleet.and_then(|f| c.tables.fleet.find(f)) else { continue };
            let known = lines.list.iter().position(|l| l.id == service.service_id);
            let line = match known {
                Some(line) => line,
                None => match Line::new(c, ledger, (service, sailing), &mut harbour) {
                    Some(line) => lines.push(line),
                    None => continue,
                },
            };
            match rows.iter_mut().find(|r| r.0.fleet_id == fleet.fleet_id) {
                Some(row) => row.1.push((line, sailing)),
                None => rows.push((fleet, vec![(line, sailing)])),
            }
        }
        lines.ports = harbour.ports.clone();
        for (fleet, serves) in rows {
            lines.add_fleet(c, (fleet, &serves), (ledger, months));
        }
        lines.berths = harbour.berths;
        (lines, harbour.weather)
    }

    fn push(&mut self, line: Line) -> usize {
        self.list.push(line);
        self.list.len() - 1
    }

    fn add_fleet(&mut self, c: &Corridor, (row, serves): (&Row, &[(usize, &Sailing)]), (ledger, months): (&Ledger, &[Ledger])) {
        let Some(vehicle) = c.tables.vehicle.find(row.vehicle_id) else { return };
        let count = self.list.len();
        let mut fleet = Fleet {
            name: c.strings.id(row.fleet_id).into(),
            lines: Vec::new(),
            hops: vec![Vec::new(); count],
            brings: vec![Vec::new(); count],
            ballast: Vec::new(),
            there: there(row, ledger.period),
            others: vec![Default::default(); count],
        };
        let mut kept = Vec::new();
        for &(line, sailing) in serves {
            let Some(hops) = self.hops(c, line, vehicle) else { continue };
            fleet.hops[line] = hops;
            fleet.brings[line] = months.iter().map(|m| self.brings(m, (ledger, sailing), line)).collect();
            if self.list[line].keeps_time() { kept.push(line) } else { fleet.lines.push(line) }
        }
        if fleet.lines.is_empty() && kept.is_empty() {
            return;
        }
        fleet.ballast = self.ballast(&fleet);
        for &line in &fleet.lines {
            fleet.others[line] = [0, self.list[line].last()].map(|end| self.others(&fleet, (line, end)));
        }
        self.add_ships(c, (row, fleet), &kept, ledger.period);
    }

    fn others(&self, fleet: &Fleet, (line, end): (usize, usize)) -> Vec<(usize, usize)> {
        let own = &self.list[line].calls[end];
        let same = |&(l, c): &(usize, usize)| {
            let call = &self.list[l].calls[c];
            (call.port, call.berth) == (own.port, own.berth)
        };
        let lines = fleet.lines.iter().filter(|&&l| l != line && !self.list[l].tramp);
        lines.flat_map(|&l| [(l, 0), (l, self.list[l].last())]).filter(same).collect()
    }

    fn hops(&self, c: &Corridor, line: usize, vehicle: &Vehicle) -> Option<Vec<Law>> {
        hops(c, &stops(c, c.tables.service.find(self.list[line].id)?), vehicle)
    }

    /// What a sailing brings in a month, at its water; where the month has no such sailing, what it brings over the whole period.
    fn brings(&self, month: &Ledger, (whole, sailing): (&Ledger, &Sailing), line: usize) -> Vec<f64> {
        let here = month.sailings.iter().find(|s| (s.service, s.fleet) == (sailing.service, sailing.fleet));
        let slot = |limit: u32| {
            let what = whole.limits[limit as usize].what;
            let now = here.zip(month.find(what)).and_then(|(s, ix)| s.brings.iter().find(|b| b.0 == ix));
            let ever = sailing.brings.iter().find(|b| b.0.0 == limit);
            now.or(ever).map_or(0.0, |b| b.1)
        };
        self.list[line].slots.iter().map(|s| slot(s.limit)).collect()
    }

    /// Shortest chains of hops between ports by expected hours: Floyd and Warshall.
    fn ballast(&self, fleet: &Fleet) -> Vec<Vec<Option<Vec<Law>>>> {
        let n = self.ports.len();
        let mut best: Vec<Vec<Option<Vec<Law>>>> = vec![vec![None; n]; n];
        (0..n).for_each(|p| best[p][p] = Some(Vec::new()));
        for line in (0..self.list.len()).filter(|&l| !fleet.hops[l].is_empty()) {
            for (i, &hop) in fleet.hops[line].iter().enumerate() {
                let (a, b) = (self.list[line].calls[i].port, self.list[line].calls[i + 1].port);
                for (from, to) in [(a, b), (b, a)] {
                    if hours(&best[from][to]) > hop.mean() {
                        best[from][to] = Some(vec![hop]);
                    }
                }
            }
        }
        for over in 0..n {
            for from in 0..n {
                for to in 0..n {
                    let Some(chain) = best[from][over].as_ref().zip(best[over][to].as_ref()) else { continue };
                    let chain: Vec<Law> = chain.0.iter().chain(chain.1).copied().collect();
                    if hours(&best[from][to]) > chain.iter().map(Law::mean).sum::<f64>() {
                        best[from][to] = Some(chain);
                    }
                }
            }
        }
        best
    }

    /// Ships that can be had: a line with a timetable has as many as keep it, the others share the rest and begin with them in turn.
    /// They begin where `state` has them on the first day, else at home, else at the first call.
    fn add_ships(&mut self, c: &Corridor, (row, fleet): (&Row, Fleet), kept: &[usize], period: Period) {
        let count = (row.count.value() * row.availability.value()).round() as usize;
        let number = self.fleets.len();
        let mut lines: Vec<usize> = Vec::new();
        for &line in kept {
            let wanted = c.tables.service.find(self.list[line].id).map_or(0, |s| self.keep(s, line, &fleet.hops[line]));
            lines.extend(std::iter::repeat_n(line, wanted.min(count - lines.len().min(count))));
        }
        let fixed = lines.len();
        if !fleet.lines.is_empty() {
            lines.extend((fixed..count).map(|i| fleet.lines[(i - fixed) % fleet.lines.len()]));
        }
        for (i, &line) in lines.iter().enumerate() {
            let at = begins(c, row, &self.list[line], period, i);
            self.ships.push(Ship { name: format!("{} {}", fleet.name, i + 1), fleet: number, line, at, fixed: i < fixed });
            if !self.list[line].fleets.contains(&number) {
                self.list[line].fleets.push(number);
            }
        }
        for &line in &fleet.lines {
            if !self.list[line].fleets.contains(&number) && lines.len() > fixed {
                self.list[line].fleets.push(number);
            }
        }
        self.fleets.push(fleet);
    }

    /// Ships that keep the headway of a line: its round trip over the headway, weather and berths apart.
    fn keep(&self, service: &Service, line: usize, hops: &[Law]) -> usize {
        let Some(headway) = service.headway.map(Quantity::value).filter(|h| *h > 0.0) else { return usize::MAX };
        (self.round(line, hops) / headway).ceil().max(1.0) as usize
    }

    /// Hours of a round trip on a line.
    pub fn round(&self, line: usize, hops: &[Law]) -> f64 {
        let calls = &self.list[line].calls;
        let turns = [0, calls.len() - 1];
        let stays = calls.iter().enumerate().map(|(i, c)| c.stay.mean() * if turns.contains(&i) { 1.0 } else { 2.0 });
        stays.sum::<f64>() + 2.0 * hops.iter().map(Law::mean).sum::<f64>()
    }

    /// How long goods of a line on demand wait for a ship's load before one comes for less: the longest wait of the service, else as
    /// long as the shortest round trip of its ships. A ship that came at once would be away as long.
    pub fn patience(&self, c: &Corridor, line: usize) -> u64 {
        let told = c.tables.service.find(self.list[line].id).and_then(|s| s.longest_wait);
        let rounds = self.list[line].fleets.iter().map(|&f| self.round(line, &self.fleets[f].hops[line]));
        let hours = told.map_or_else(|| rounds.fold(f64::INFINITY, f64::min).min(MOST_PATIENCE), Quantity::value);
        CLOCK.span(hours)
    }

    /// The line, and the calls at which a ride begins and ends; `None` for services without ships of their own.
    pub fn ride(&self, c: &Corridor, graph: &StateGraph, arc: &Arc, service: Id<Service>) -> Option<(usize, usize, usize)> {
        let line = self.list.iter().position(|l| l.id == service)?;
        let name = |s: keruen_network::compile::StateIx| {
            c.tables.node.rows().get(graph.states[s.0 as usize].node as usize).map(|n| c.strings.id(n.node_id))
        };
        let call = |n: Option<&str>| self.list[line].calls.iter().position(|c| Some(c.name.as_str()) == n);
        Some((line, call(name(arc.from))?, call(name(arc.to))?)).filter(|_| !self.list[line].fleets.is_empty())
    }

    /// Whether a limit is brought by sailings.
    pub fn is_brought(&self, limit: u32) -> bool {
        self.list.iter().any(|l| l.slot_of(limit).is_some())
    }
}

/// No line on demand keeps goods longer for a ship's load, in hours: a month, as storage at ports is counted.
const MOST_PATIENCE: f64 = 720.0;

fn hours(chain: &Option<Vec<Law>>) -> f64 {
    chain.as_ref().map_or(f64::INFINITY, |c| c.iter().map(Law::mean).sum())
}

/// The days of a row within a period, as moments of the run.
fn there(row: &Row, period: Period) -> (Tick, Tick) {
    let day = |d: Date| Tick(CLOCK.span(f64::from(period.first.days_until(d).max(0)) * 24.0));
    let to = row.valid_to.map_or(Tick::NEVER, |d| day(d.plus_days(1)));
    (row.valid_from.map_or(Tick(0), day), to)
}

fn begins(c: &Corridor, fleet: &Row, line: &Line, period: Period, ship: usize) -> usize {
    let rows = c.tables.state.iter().filter(|s| s.fleet_id == Some(fleet.fleet_id) && s.date == period.first);
    let mut places = rows.flat_map(|s| std::iter::repeat_n(s.at.as_id(), s.amount.value().max(0.0) as usize));
    let node = places.nth(ship).flatten().or(fleet.home_node_id).map(|n| c.strings.id(n));
    node.and_then(|n| line.calls.iter().position(|c| c.name == n)).unwrap_or(0)
}
