//! The slow simple method: every way of a tiny world along which no state comes twice, and of their costs those that no other
//! is as good as. It knows the world's numbers and nothing of tables, graphs or searches.

use super::tiny::{GROUND, RAIL, SHIP, World};
use std::collections::{BTreeSet, HashSet};

/// US cents, seconds, grams.
pub type Sum = [i64; 3];

/// What the goods are like between two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct State {
    place: usize,
    loading: usize,
    cleared: usize,
    /// A border at this very place has cleared them.
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
    walk.from(start, [0; 3]);
    (walk.steps < PATIENCE).then(|| best(&walk.found))
}

fn best(all: &BTreeSet<Sum>) -> BTreeSet<Sum> {
    let beats = |a: &Sum, b: &Sum| a != b && (0..3).all(|c| a[c] <= b[c]);
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
            self.from(to, [sum[0] + step[0], sum[1] + step[1], sum[2] + step[2]]);
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
            let cost = [100 * w.boxes * (price * l.km - grant), l.km * 3600 / l.speed, grams * tonnes * l.km];
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
            let cost = [100 * (k.fee * w.boxes).max(k.least), 900 * k.quarters, lift];
            let leaves = k.from != k.to && k.from < GROUND;
            match k.border {
                Some((from, to)) if from.map_or(s.cleared != here, |f| f == s.cleared) => {
                    self.go(State { cleared: to, cleared_here: true, ..s }, sum, cost);
                }
                Some(_) => {}
                None if leaves && s.cleared != here => {}
                None if k.to == SHIP => {
                    for (i, ship) in w.ships.iter().enumerate().filter(|(_, x)| x.calls.contains(&s.place)) {
                        let wait = 3600 * ship.cut_off + 1800 * ship.headway;
                        let aboard = State { loading: SHIP, ship: Some((i, false)), ..s };
                        self.go(aboard, sum, [cost[0], cost[1] + wait, cost[2]]);
                    }
                }
                None if k.from == SHIP && s.ship.is_some_and(|x| !x.1) => {}
                None => self.go(State { loading: k.to, ship: None, ..s }, sum, cost),
            }
        }
    }

    fn by_ship(&mut self, s: State, sum: Sum) {
        let w = self.world;
        let Some((i, false)) = s.ship else { return };
        let ship = &w.ships[i];
        let a = ship.calls.iter().position(|&p| p == s.place).expect("a ship calls where it is");
        for b in (0..ship.calls.len()).filter(|&b| b > a || b < a && ship.both_ways) {
            let (low, high) = (a.min(b), a.max(b));
            // A call at a refused place in between touches it.
            if ship.calls[low..=high].iter().any(|&p| w.refused == Some(p)) {
                continue;
            }
            let km: i64 = ship.km[low..high].iter().sum();
            let stays = (high - low - 1) as i64 * ship.stay;
            let money = 100 * w.boxes * (ship.price + ship.price_km * km);
            let cost = [money, km * 3600 / ship.speed + 3600 * stays, ship.grams * 10 * w.boxes * km];
            let stretch = if low == 0 { Stretch::Sea(i) } else { Stretch::Hop(i, ship.calls[low], ship.calls[high]) };
            self.ride(stretch, State { place: ship.calls[b], cleared_here: false, ship: Some((i, true)), ..s }, sum, cost);
        }
    }
}
