//! The slow simple method: every way of a tiny world along which no state comes twice, and of their costs those that no other
//! is as good as. It knows the world's numbers and nothing of tables, graphs or searches.

use super::tiny::{GROUND, RAIL, ROAD, SHIP, World};
use std::collections::{BTreeSet, HashSet};

/// US cents, seconds, grams, micro-risk.
pub type Sum = [i64; 4];

/// The journey begins on Sunday 2025-06-01 at midnight; days after which nothing runs any more.
const SUNDAY: i64 = 6;
const DAYS: i64 = 120;
const DAY: i64 = 86_400;

/// What the goods are like between two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct State {
    place: usize,
    loading: usize,
    cleared: usize,
    /// A border at this very place has cleared them ahead.
    cleared_here: bool,
    /// Ship they are on, and whether they have ridden it.
    ship: Option<(usize, bool)>,
    granted: bool,
    used: bool,
}

/// Steps after which a world is too large to be enumerated.
const PATIENCE: usize = 150_000;

/// A link, a sea link of a ship, or the two calls of a ride that has no links.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stretch {
    Link(usize),
    Sea(usize),
    Hop(usize, usize, usize),
}

struct Walk<'w> {
    world: &'w World,
    /// What has been ridden, where something must be used: then nothing is ridden twice.
    ridden: Vec<Stretch>,
    seen: HashSet<State>,
    found: BTreeSet<Sum>,
    steps: usize,
}

/// The costs worth having; `None` where the world has too many ways.
pub fn front(world: &World) -> Option<BTreeSet<Sum>> {
    let start = State {
        place: 0,
        loading: GROUND,
        cleared: world.country[0],
        cleared_here: false,
        ship: None,
        granted: false,
        used: world.wanted.is_none(),
    };
    let mut walk = Walk { world, ridden: Vec::new(), seen: HashSet::new(), found: BTreeSet::new(), steps: 0 };
    walk.from(start, [0; 4]);
    (walk.steps < PATIENCE).then(|| best(&walk.found))
}

fn best(all: &BTreeSet<Sum>) -> BTreeSet<Sum> {
    let beats = |a: &Sum, b: &Sum| a != b && (0..4).all(|c| a[c] <= b[c]);
    all.iter().filter(|b| !all.iter().any(|a| beats(a, b))).copied().collect()
}

impl Walk<'_> {
    fn from(&mut self, s: State, sum: Sum) {
        self.steps += 1;
        if self.steps >= PATIENCE || !self.seen.insert(s) {
            return;
        }
        let w = self.world;
        let at_home = s.cleared == w.country[s.place];
        if s.place == w.country.len() - 1 && s.loading == GROUND && at_home && s.used {
            self.found.insert(sum);
        } else {
            self.along_links(s, sum);
            self.by_work(s, sum);
            self.by_ship(s, sum);
        }
        self.seen.remove(&s);
    }

    fn go(&mut self, to: State, sum: Sum, step: Sum) {
        if self.world.refused != Some(to.place) {
            self.from(to, std::array::from_fn(|c| sum[c] + step[c]));
        }
    }

    fn ride(&mut self, stretch: Stretch, to: State, sum: Sum, step: Sum) {
        if self.world.wanted.is_some() && self.ridden.contains(&stretch) {
            return;
        }
        self.ridden.push(stretch);
        self.go(to, sum, step);
        self.ridden.pop();
    }

    fn along_links(&mut self, s: State, sum: Sum) {
        let w = self.world;
        let tonnes = 10 * w.boxes;
        for (i, l) in w.links.iter().enumerate().filter(|(_, l)| l.mode == s.loading && !l.closed) {
            let to = match s.place {
                p if p == l.ends[0] => l.ends[1],
                p if p == l.ends[1] && !l.directed => l.ends[0],
                _ => continue,
            };
            let cleared = s.cleared == w.country[s.place] || s.cleared_here && s.cleared == w.country[to];
            let Some(price) = w.price(l).filter(|_| cleared) else { continue };
            let grant = if s.granted { 0 } else { l.grant };
            let grams = if l.mode == RAIL { if l.electric { 10 } else { 30 } } else { 60 };
            let takes = l.km * 3600 / l.speed;
            let hired = if l.mode == RAIL { w.hired(takes) } else { 0 };
            let cost = [100 * (price - w.boxes * grant) + hired, takes, grams * tonnes * l.km, 0];
            let used = s.used || w.wanted == Some(i);
            let granted = s.granted || l.grant > 0;
            self.ride(Stretch::Link(i), State { place: to, cleared_here: false, granted, used, ..s }, sum, cost);
        }
    }

    fn by_work(&mut self, s: State, sum: Sum) {
        let w = self.world;
        let here = w.country[s.place];
        for k in w.work.iter().filter(|k| k.place == s.place && k.from == s.loading) {
            let lift = if k.border.is_some() { 0 } else { 5000 * w.boxes };
            let plain = [100 * (k.fee * w.boxes).max(k.least), 900 * k.quarters, lift, 0];
            let Some(wait) = self.until_open(s.place, sum[1]) else { continue };
            // A wagon is hired by the side on wheels, the one before the work first.
            let on_rails = k.from == RAIL || k.to == RAIL && k.from != ROAD;
            // A wait by the clock is paid to the ground alone.
            let money = |usual: i64, by_clock: i64| {
                let hired = if on_rails { w.hired(plain[1] + usual) } else { 0 };
                plain[0] + hired + w.stored(usual + by_clock)
            };
            let cost = [money(0, wait), plain[1] + wait, plain[2], 0];
            let leaves = k.from != k.to && k.from < GROUND;
            match k.border {
                Some((from, to)) if from.map_or(s.cleared != here, |f| f == s.cleared) => {
                    self.go(State { cleared: to, cleared_here: to != here, ..s }, sum, cost);
                }
                Some(_) => {}
                None if leaves && s.cleared != here => {}
                None if k.to == SHIP => {
                    for (i, ship) in w.ships.iter().enumerate().filter(|(_, x)| x.calls.contains(&s.place)) {
                        let aboard = State { loading: SHIP, ship: Some((i, false)), ..s };
                        let usual = 3600 * ship.cut_off + 1800 * ship.headway;
                        let waits = match ship.clocks {
                            None => Some((usual, wait)),
                            Some(_) => {
                                let leaves = self.leaves(i, s.place, sum[1], plain[1]);
                                leaves.map(|leaves| (0, leaves - sum[1] - plain[1]))
                            }
                        };
                        if let Some((usual, by_clock)) = waits {
                            self.go(aboard, sum, [money(usual, by_clock), plain[1] + usual + by_clock, cost[2], 0]);
                        }
                    }
                }
                None if k.from == SHIP && s.ship.is_some_and(|x| !x.1) => {}
                None => self.go(State { loading: k.to, ship: None, ..s }, sum, cost),
            }
        }
    }

    /// Seconds until work is begun at a place; `None` where it never is any more.
    fn until_open(&self, place: usize, now: i64) -> Option<i64> {
        let Some((from, to)) = self.world.open[place] else { return Some(0) };
        let spans = (-1..=DAYS).map(|d| (d * DAY + 3600 * from, d * DAY + 3600 * to));
        spans.filter(|s| s.1 > now).map(|s| (s.0 - now).max(0)).next()
    }

    /// When the first ship leaves that goods which are there now and need so much work still make.
    fn leaves(&self, ship: usize, place: usize, now: i64, work: i64) -> Option<i64> {
        let s = &self.world.ships[ship];
        let call = s.calls.iter().position(|&p| p == place)?;
        let minutes = s.clocks.as_ref()?[call];
        for day in -20..=DAYS {
            let leaves = day * DAY + 60 * minutes;
            let begun_by = leaves - 3600 * s.cut_off - work;
            let wait = self.until_open(place, now)?;
            if s.on[(day + SUNDAY).rem_euclid(7) as usize] && leaves >= 0 && now + wait <= begun_by {
                return Some(leaves);
            }
        }
        None
    }

    fn by_ship(&mut self, s: State, sum: Sum) {
        let w = self.world;
        let Some((i, false)) = s.ship else { return };
        let ship = &w.ships[i];
        let a = ship.calls.iter().position(|&p| p == s.place).expect("a ship calls where it is");
        for b in (0..ship.calls.len()).filter(|&b| b > a || b < a && ship.both_ways && ship.clocks.is_none()) {
            let (low, high) = (a.min(b), a.max(b));
            // A call at a refused place in between touches it.
            if ship.calls[low..=high].iter().any(|&p| w.refused == Some(p)) {
                continue;
            }
            let km: i64 = ship.km[low..high].iter().sum();
            let stays = (high - low - 1) as i64 * ship.stay;
            let money = 100 * w.boxes * (ship.price + ship.price_km * km);
            let open: f64 = (low..=high).map(|c| 1.0 - w.stormy[ship.calls[c]] as f64 / 100.0).product();
            let micro = (-open.ln() * 1e6).round() as i64;
            // By the clock it comes an hour before it leaves again.
            let by_clock = ship.clocks.as_ref().map(|c| 60 * (c[b] - 60 - c[a]));
            let takes = by_clock.unwrap_or(km * 3600 / ship.speed + 3600 * stays);
            let cost = [money, takes, ship.grams * 10 * w.boxes * km, micro];
            let stretch = if low == 0 { Stretch::Sea(i) } else { Stretch::Hop(i, ship.calls[low], ship.calls[high]) };
            self.ride(stretch, State { place: ship.calls[b], cleared_here: false, ship: Some((i, true)), ..s }, sum, cost);
        }
    }
}
