//! The arcs over which a piece of some kind goes, laden or empty.
//!
//! ```text
//!   on the ground   0     1     2        a place each, and one each on wheels and on board
//!                   | lift      |
//!   on wheels       0 --- 1 --- 2        a wagon that is empty stays on this row
//! ```

use super::draw::{Fare, Kind, What, World};

pub struct Arc {
    pub ends: (usize, usize),
    pub usd: f64,
    pub hours: f64,
    pub takes: Vec<(Room, f64)>,
    /// Wagons that leave a place, those that come below zero: kind, place, pieces.
    pub moves: Vec<(usize, usize, f64)>,
}

/// What can run out in a period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Of a link: whether it is that of the way back alone.
    Link(usize, bool),
    Crane(usize),
    /// Places of the ship, forth or back.
    Ship(bool),
}

const LIFT: f64 = 2.0;
const PORT: f64 = 3.0;
const FILL: f64 = 1.0;
/// Room of a link that a wagon or truck takes beside what is on it.
const WAGON: f64 = 2.0;

/// Of a kind; those of empties stand behind no goods.
pub struct Going<'w> {
    pub w: &'w World,
    pub kind: usize,
    pub empty: bool,
}

impl Going<'_> {
    fn own(&self) -> &Kind {
        &self.w.kinds[self.kind]
    }

    /// The row on which empties wait.
    pub fn waits(&self, place: usize) -> usize {
        if self.own().is_box() { place } else { self.w.places + place }
    }

    pub fn arcs(&self) -> Vec<Arc> {
        let mut out = Vec::new();
        for l in 0..self.w.links.len() {
            let link = &self.w.links[l];
            if link.road == (self.own().what == What::Truck) {
                out.push(self.ride(l, true));
                out.extend((!link.one_way).then(|| self.ride(l, false)));
            }
        }
        if self.own().is_box() || !self.empty {
            let works = |&p: &usize| self.own().what == What::Truck || self.w.stations[p];
            (0..self.w.places).filter(works).for_each(|p| out.extend([self.work(p, true), self.work(p, false)]));
        }
        if self.own().is_box() {
            self.on_board(&mut out);
        }
        out
    }

    fn ride(&self, l: usize, forth: bool) -> Arc {
        let (n, link) = (self.w.places, &self.w.links[l]);
        let ends = if forth { link.ends } else { (link.ends.1, link.ends.0) };
        let usd = if self.empty {
            self.own().empty.as_ref().map_or(0.0, |f| price(f, link.hours, l))
        } else {
            let laden = price(&self.own().laden, link.hours, l);
            laden - self.way_back(l).min(laden)
        };
        let each = |e: bool| Room::Link(l, e && !forth);
        let takes = link.room.map(|(_, e)| (each(e), self.piece()));
        Arc {
            ends: (n + ends.0, n + ends.1),
            usd,
            hours: f64::from(link.hours),
            takes: takes.into_iter().collect(),
            moves: Vec::new(),
        }
    }

    /// What an empty wagon pays over the same link the other way, where the price of the goods holds it.
    fn way_back(&self, l: usize) -> f64 {
        let wagons = match self.own().what {
            What::Box { under, .. } => under,
            _ => Some((self.kind, 1.0)),
        };
        let link = &self.w.links[l];
        let Some((wagon, part)) = wagons.filter(|_| self.own().way_back && !link.one_way) else { return 0.0 };
        let fare = self.w.kinds[wagon].empty.as_ref().filter(|_| self.w.comes_back(wagon));
        fare.map_or(0.0, |f| part * price(f, link.hours, l))
    }

    /// Room that a piece takes of a link.
    fn piece(&self) -> f64 {
        match self.own().what {
            What::Box { teu, under } => f64::from(teu) + under.map_or(0.0, |(_, part)| WAGON * part),
            _ => WAGON,
        }
    }

    /// On wheels, or off them.
    fn work(&self, p: usize, on: bool) -> Arc {
        let (n, kind) = (self.w.places, self.own());
        let wagon = match kind.what {
            What::Box { under, .. } => under,
            _ => Some((self.kind, 1.0)),
        };
        let sign = if on { 1.0 } else { -1.0 };
        let crane = kind.is_box() && self.w.cranes.iter().any(|c| c.0 == p);
        Arc {
            ends: if on { (p, n + p) } else { (n + p, p) },
            usd: self.lift(),
            hours: if kind.is_box() { LIFT } else { FILL },
            takes: if crane { vec![(Room::Crane(p), LIFT)] } else { Vec::new() },
            moves: wagon.into_iter().map(|(k, part)| (k, p, sign * part)).collect(),
        }
    }

    fn lift(&self) -> f64 {
        let k = self.own();
        let lift = if k.is_box() { k.lift } else { 0 };
        f64::from(if self.empty { k.lift_empty.unwrap_or(lift) } else { lift + k.tonne * k.load() })
    }

    fn on_board(&self, out: &mut Vec<Arc>) {
        let (n, What::Box { teu, .. }) = (self.w.places, self.own().what) else { return };
        if let Some(s) = &self.w.ship {
            let arc = |ends: (usize, usize), usd: f64, hours: f64| Arc { ends, usd, hours, takes: Vec::new(), moves: Vec::new() };
            for p in [s.ends.0, s.ends.1] {
                out.extend([arc((p, 2 * n + p), self.lift(), PORT), arc((2 * n + p, p), self.lift(), PORT)]);
            }
            let usd = if self.empty { s.fare_empty.unwrap_or(s.fare) } else { s.fare };
            for (back, (a, b)) in [(false, s.ends), (true, (s.ends.1, s.ends.0))] {
                let takes = vec![(Room::Ship(back), f64::from(teu))];
                out.push(Arc { takes, ..arc((2 * n + a, 2 * n + b), f64::from(usd), f64::from(s.hours)) });
            }
        }
    }
}

fn price(f: &Fare, hours: u32, l: usize) -> f64 {
    f64::from(f.own[l].unwrap_or(f.km * hours))
}

impl World {
    /// Whether pieces of a kind are to come back: there are a pool, a price for empties and somebody who uses it.
    pub fn comes_back(&self, k: usize) -> bool {
        let used = self.demands.iter().any(|d| match self.kinds[d.kind].what {
            What::Box { under, .. } => d.kind == k || under.is_some_and(|u| u.0 == k),
            _ => d.kind == k,
        });
        used && self.kinds[k].empty.is_some() && !self.kinds[k].pool.is_empty()
    }
}
