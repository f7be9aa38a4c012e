//! The arc-flow programme of a world: a flow of laden pieces for each demand, one of empty ones for each kind, everywhere as many
//! pieces that leave as come.

use super::arcs::{Arc, Going, Room};
use super::draw::{What, World};
use super::tableau::Tableau;
use std::collections::BTreeMap;

/// US dollars that an hour of an empty move costs beside what is paid, and the move itself unless it may bring wagons.
const TIE: f64 = 0.01;

/// Entries of a row, and its side.
type Line = (Vec<(usize, f64)>, f64);

struct Programme<'w> {
    w: &'w World,
    t: Tableau,
    /// What is taken in the period.
    taken: BTreeMap<Room, Vec<(usize, f64)>>,
    /// Pieces that leave less those that come, by period, kind and place.
    balance: BTreeMap<(usize, usize, usize), Line>,
}

/// With empties, or without: then pieces are there wherever they are wanted.
pub fn programme(w: &World, balanced: bool) -> Tableau {
    let mut p = Programme { w, t: Tableau::default(), taken: BTreeMap::new(), balance: BTreeMap::new() };
    for period in 0..w.periods().len() {
        (0..w.demands.len()).for_each(|d| p.laden(d, period));
        (0..w.kinds.len()).filter(|&k| balanced && w.comes_back(k)).for_each(|k| p.empties(k, period));
        p.rooms(period);
    }
    if balanced {
        p.pools();
        p.t.rows.extend(p.balance.into_iter().filter(|(key, _)| w.comes_back(key.1)).map(|(_, line)| line));
    }
    p.t
}

impl Programme<'_> {
    fn laden(&mut self, d: usize, period: usize) {
        let demand = &self.w.demands[d];
        let share = self.w.seasons.get(demand.season).map_or(1.0, |s| s[period]);
        let pieces = f64::from(demand.pieces) * share;
        if pieces == 0.0 {
            return;
        }
        let kind = &self.w.kinds[demand.kind];
        let going = Going { w: self.w, kind: demand.kind, empty: false };
        let mut nodes = self.flow(&going, (period, f64::from(demand.hour)));
        let left = self.t.variable(f64::from(demand.worth * kind.load()));
        self.t.bound(vec![(left, 1.0)], 1.0, pieces);
        for (place, sign) in [(demand.ends.0, 1.0), (demand.ends.1, -1.0)] {
            nodes[place].0.push((left, sign));
            nodes[place].1 += sign * pieces;
            if kind.is_box() {
                let line = self.balance.entry((period, demand.kind, place)).or_default();
                line.0.push((left, -sign));
                line.1 -= sign * pieces;
            }
        }
        self.keep(nodes);
    }

    fn empties(&mut self, k: usize, period: usize) {
        let going = Going { w: self.w, kind: k, empty: true };
        let mut nodes = self.flow(&going, (period, TIE));
        let sent: Vec<usize> = (0..self.w.places).filter(|&p| self.w.is_sent(k, p)).collect();
        for p in sent {
            let (leave, come) = (self.t.variable(self.w.tie(k)), self.t.variable(0.0));
            nodes[going.waits(p)].0.extend([(leave, -1.0), (come, 1.0)]);
            self.balance.entry((period, k, p)).or_default().0.extend([(leave, 1.0), (come, -1.0)]);
        }
        self.keep(nodes);
        self.others(k, period);
    }

    /// What no ways join with the first pool in both directions gets its pieces from there for nothing: a place alone, or the first
    /// pool of places that are joined, or the first of these.
    fn others(&mut self, k: usize, period: usize) {
        let pool = &self.w.kinds[k].pool;
        let Some(&first) = pool.iter().find(|&&p| self.w.is_sent(k, p)).or(pool.first()) else { return };
        for place in 0..self.w.places {
            let group = self.w.joined(k, place);
            let port = pool.iter().find(|p| group.contains(p)).unwrap_or(&group[0]);
            if group.contains(&first) || place != *port {
                continue;
            }
            for (from, to) in [(place, first), (first, place)] {
                let x = self.t.variable(0.0);
                self.balance.entry((period, k, from)).or_default().0.push((x, 1.0));
                self.balance.entry((period, k, to)).or_default().0.push((x, -1.0));
            }
        }
    }

    /// Variables of the arcs, and what leaves each node less what comes.
    fn flow(&mut self, going: &Going<'_>, (period, hour): (usize, f64)) -> Vec<Line> {
        let mut nodes: Vec<Line> = vec![Line::default(); 3 * self.w.places];
        for Arc { ends, usd, hours, takes, moves } in going.arcs() {
            let x = self.t.variable(usd + hours * hour);
            nodes[ends.0].0.push((x, 1.0));
            nodes[ends.1].0.push((x, -1.0));
            takes.into_iter().for_each(|(room, amount)| self.taken.entry(room).or_default().push((x, amount)));
            for (kind, place, pieces) in moves {
                self.balance.entry((period, kind, place)).or_default().0.push((x, pieces));
            }
        }
        nodes
    }

    fn keep(&mut self, nodes: Vec<Line>) {
        self.t.rows.extend(nodes.into_iter().filter(|line| !line.0.is_empty()));
    }

    fn rooms(&mut self, period: usize) {
        let hours = self.w.periods()[period];
        let ship = self.w.ship.as_ref();
        let sailings = ship.map(|_| self.t.variable(0.0));
        for (room, mut entries) in std::mem::take(&mut self.taken) {
            let there = match room {
                Room::Link(l, _) => self.w.links[l].room.map_or(0, |r| r.0),
                Room::Crane(p) => self.w.cranes.iter().find(|c| c.0 == p).map_or(0, |c| c.1),
                Room::Ship(_) => 0,
            };
            if let (Room::Ship(_), Some(s), Some(y)) = (room, ship, sailings) {
                entries.push((y, -f64::from(s.room)));
            }
            self.t.bound(entries, 1.0, f64::from(there));
        }
        for (s, y) in ship.into_iter().zip(sailings) {
            let cycle = f64::from(2 * s.hours + 2 * s.stay);
            self.t.bound(vec![(y, cycle)], 1.0, f64::from(s.count) * hours);
            if let Some(quarters) = s.berth {
                self.t.bound(vec![(y, f64::from(s.stay))], 1.0, f64::from(quarters) / 4.0 * hours);
            }
        }
    }

    /// Pieces stay at their pools from each period to the next, and from the last to the first.
    fn pools(&mut self) {
        let periods = self.w.periods().len();
        for period in (0..periods).filter(|_| periods > 1) {
            for k in 0..self.w.kinds.len() {
                for &p in &self.w.kinds[k].pool {
                    let x = self.t.variable(0.0);
                    self.balance.entry((period, k, p)).or_default().0.push((x, 1.0));
                    self.balance.entry(((period + 1) % periods, k, p)).or_default().0.push((x, -1.0));
                }
            }
        }
    }
}

impl World {
    /// Whether empties of a kind are sent from a place and to it.
    fn is_sent(&self, k: usize, place: usize) -> bool {
        self.joined(k, place).len() > 1
    }

    /// Places that ways for empties join with one in both directions, itself among them, of those that want some.
    fn joined(&self, k: usize, place: usize) -> Vec<usize> {
        let both = |p: usize| self.leads(k, (place, p)) && self.leads(k, (p, place));
        (0..self.places).filter(|&p| p == place || self.wants(k, place) && self.wants(k, p) && both(p)).collect()
    }

    pub fn tie(&self, k: usize) -> f64 {
        if self.brings_wagons(k) { 0.0 } else { TIE }
    }

    /// Whether pieces of a kind stand on wagons that come back.
    fn brings_wagons(&self, k: usize) -> bool {
        matches!(self.kinds[k].what, What::Box { under: Some(u), .. } if self.comes_back(u.0))
    }

    /// Pools, ends of what goes in boxes of the kind, places where goods are put on its wheels.
    fn wants(&self, k: usize, place: usize) -> bool {
        let kind = &self.kinds[k];
        let ends = |d: &super::draw::Demand| d.kind == k && (d.ends.0 == place || d.ends.1 == place);
        let works = match kind.what {
            What::Box { .. } => self.demands.iter().any(ends) || self.stations[place] && self.brings_wagons(k),
            What::Truck => true,
            _ => self.stations[place],
        };
        works || kind.pool.contains(&place)
    }

    fn leads(&self, k: usize, (from, to): (usize, usize)) -> bool {
        let going = Going { w: self, kind: k, empty: true };
        let arcs = going.arcs();
        let mut seen = vec![going.waits(from)];
        let mut next = 0;
        while let Some(&at) = seen.get(next) {
            next += 1;
            let more = arcs.iter().filter(|a| a.ends.0 == at).map(|a| a.ends.1);
            for end in more.collect::<Vec<_>>() {
                if !seen.contains(&end) {
                    seen.push(end);
                }
            }
        }
        seen.contains(&going.waits(to))
    }
}
