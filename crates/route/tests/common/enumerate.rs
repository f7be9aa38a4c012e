//! The slow simple method: every way of a tiny world along which no state comes twice, and of their costs those that no other
//! is as good as. It knows the world's numbers and nothing of tables, graphs or searches.

use super::runs::{Run, Runs};
use super::tariffs::{Entry, Named, Rate, directions};
use super::tiny::{GROUND, Link, RAIL, ROAD, SHIP, Work, World};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

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
    /// Operator whose haul by belts ended at this very place.
    hauled: Option<usize>,
    /// Operator on whose rails they came here at link prices, and the places from which they did, one bit each; only those at
    /// which one of its prices from entry to exit begins.
    passed: Option<(usize, u8)>,
    /// Through rate under which they go, and where it ends.
    under: Option<(usize, usize)>,
}

/// Steps after which a world is too large to be enumerated.
const PATIENCE: usize = 100_000;

/// A link, a sea link of a ship, or the two calls of a ride that has no links.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stretch {
    Link(usize),
    Sea(usize),
    Hop(usize, usize, usize),
}

/// A through rate, the dollars owed for its beginning, and the rate under which the goods are then.
type Offer<'w> = (&'w Rate, i64, Option<(usize, usize)>);

struct Walk<'w> {
    world: &'w World,
    runs: &'w Runs,
    /// What has been ridden, where something must be used: then nothing is ridden twice.
    ridden: Vec<Stretch>,
    seen: FxHashSet<State>,
    found: BTreeSet<Sum>,
    steps: usize,
}

/// The costs worth having; `None` where the world has too many ways, or where its tables do not say which run is the shortest.
pub fn front(world: &World) -> Option<BTreeSet<Sum>> {
    let start = State {
        place: 0,
        loading: GROUND,
        cleared: world.country[0],
        cleared_here: false,
        ship: None,
        granted: false,
        used: world.wanted.is_none(),
        hauled: None,
        passed: None,
        under: None,
    };
    let runs = &Runs::of(world)?;
    let mut walk = Walk { world, runs, ridden: Vec::new(), seen: FxHashSet::default(), found: BTreeSet::new(), steps: 0 };
    walk.from(start, [0; 4]);
    (walk.steps < PATIENCE).then(|| best(&walk.found))
}

fn best(all: &BTreeSet<Sum>) -> BTreeSet<Sum> {
    let beats = |a: &Sum, b: &Sum| a != b && (0..4).all(|c| a[c] <= b[c]);
    all.iter().filter(|b| !all.iter().any(|a| beats(a, b))).copied().collect()
}

impl<'w> Walk<'w> {
    fn from(&mut self, s: State, sum: Sum) {
        self.steps += 1;
        if self.steps >= PATIENCE || !self.seen.insert(s) {
            return;
        }
        let w = self.world;
        let at_home = s.cleared == w.country[s.place];
        if s.place == w.country.len() - 1 && s.loading == GROUND && at_home && s.used && s.under.is_none() {
            self.found.insert(sum);
        } else {
            self.along_links(s, sum);
            self.by_hauls(s, sum);
            self.by_entries(s, sum);
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

    fn ride(&mut self, stretches: &[Stretch], to: State, sum: Sum, step: Sum) {
        if self.world.wanted.is_some() && stretches.iter().any(|x| self.ridden.contains(x)) {
            return;
        }
        let before = self.ridden.len();
        self.ridden.extend(stretches);
        self.go(to, sum, step);
        self.ridden.truncate(before);
    }

    /// Whether goods may leave a place for the next over land.
    fn may_leave(&self, s: State, here: usize, next: usize) -> bool {
        let w = self.world;
        s.cleared == w.country[here] || s.place == here && s.cleared_here && s.cleared == w.country[next]
    }

    /// Goods at the end of links, and the dollars that are paid to the shipper for it.
    fn behind(&self, s: State, links: &[usize], to: usize) -> (State, i64) {
        let w = self.world;
        let grants: i64 = links.iter().map(|&i| w.links[i].grant).sum();
        let used = s.used || links.iter().any(|&i| w.wanted == Some(i));
        let granted = s.granted || grants > 0;
        let end = State { place: to, cleared_here: false, granted, used, hauled: None, passed: None, ..s };
        (end, if s.granted { 0 } else { w.boxes * grants })
    }

    fn along_links(&mut self, s: State, sum: Sum) {
        let w = self.world;
        for (i, l) in w.links.iter().enumerate().filter(|(_, l)| l.mode == s.loading && !l.closed) {
            let Some(to) = l.end(s.place).filter(|&to| self.may_leave(s, s.place, to)) else { continue };
            let (end, grant) = self.behind(s, &[i], to);
            let hire = if l.mode == RAIL { w.hired(l.seconds()) } else { 0 };
            let cost =
                |dollars: i64, hire: i64| [100 * (dollars - grant) + hire, l.seconds(), 10 * w.boxes * l.grams() * l.km, 0];
            let at_own_price = s.under.is_none() && !w.is_belted(l);
            let price = w.price(l).filter(|_| at_own_price);
            if let Some((price, passed)) = price.zip(self.pass(s, l.operator, &[s.place, to])) {
                self.ride(&[Stretch::Link(i)], State { passed, ..end }, sum, cost(price, hire));
            }
            let touched = [Named::Operator(l.operator), Named::Link(i), Named::Place(s.place), Named::Place(to)];
            for (rate, owed, under) in self.under_rates(s, to, l.mode, &touched) {
                let hire = if rate.with_hire { 0 } else { hire };
                self.ride(&[Stretch::Link(i)], State { under, ..end }, sum, cost(owed, hire));
            }
        }
    }

    /// The places at which prices from entry to exit have begun, after a ride at link prices; `None` where one of them ends on it,
    /// for it stands in the place of the link prices.
    fn pass(&self, s: State, operator: usize, places: &[usize]) -> Option<Option<(usize, u8)>> {
        let taken = |e: &&Entry| s.loading == RAIL && e.operator == operator && e.takes(self.world.boxes);
        let asked = self.world.prices.entries.iter().filter(taken);
        let prices: Vec<[usize; 2]> = asked.flat_map(|e| directions(e.ends, e.both_ways)).collect();
        let mut begun = s.passed.filter(|p| p.0 == operator).map_or(0, |p| p.1);
        for hop in places.windows(2) {
            begun |= u8::from(prices.iter().any(|p| p[0] == hop[0])) << hop[0];
            if prices.iter().any(|p| p[1] == hop[1] && begun & 1 << p[0] != 0) {
                return None;
            }
        }
        Some((begun != 0).then_some((operator, begun)))
    }

    /// Through rates under which a move is made: those under which the goods are, else those that begin here; with the dollars that
    /// are owed at the beginning, and the rate that goes on after it.
    fn under_rates(&self, s: State, to: usize, mode: usize, touched: &[Named]) -> Vec<Offer<'w>> {
        let w = self.world;
        let rates = &w.prices.rates;
        let begun = |(i, x): (usize, &Rate)| {
            let from_here = directions(x.ends, x.both_ways).filter(|e| e[0] == s.place);
            from_here.map(move |e| (i, e[1], w.price_of_rate(x))).collect::<Vec<_>>()
        };
        let all = match s.under {
            Some((i, end)) => vec![(i, end, 0)],
            None => rates.iter().enumerate().flat_map(begun).collect(),
        };
        let taken = all.into_iter().filter(|x| rates[x.0].takes(mode, touched));
        taken.map(|(i, end, owed)| (&rates[i], owed, (to != end).then_some((i, end)))).collect()
    }

    fn by_hauls(&mut self, s: State, sum: Sum) {
        let w = self.world;
        for (operator, mode, run) in self.runs.hauls.iter().filter(|h| h.1 == s.loading && s.hauled != Some(h.0)) {
            let price = w.price_of_haul(*operator, *mode, run.sum(w, |l| l.km));
            if let Some((price, passed)) = price.zip(self.pass(s, *operator, &run.places)) {
                let hire = if *mode == RAIL { w.hired(run.sum(w, Link::seconds)) } else { 0 };
                self.along(run, State { hauled: Some(*operator), passed, ..s }, sum, 100 * price + hire);
            }
        }
    }

    fn by_entries(&mut self, s: State, sum: Sum) {
        let w = self.world;
        for (i, run) in self.runs.entries.iter().filter(|_| s.loading == RAIL) {
            let entry = &w.prices.entries[*i];
            if !entry.takes(w.boxes) {
                continue;
            }
            let hire = if entry.with_hire { 0 } else { w.hired(run.sum(w, Link::seconds)) };
            let price = w.price_of_entry(entry, run.sum(w, |l| l.km));
            self.along(run, State { hauled: None, passed: None, ..s }, sum, 100 * price + hire);
        }
    }

    /// Over a run of links at one price, after which the goods remember what `s` says.
    fn along(&mut self, run: &Run, s: State, sum: Sum, cents: i64) {
        let w = self.world;
        let open = run.places.windows(2).all(|hop| self.may_leave(s, hop[0], hop[1]) && w.refused != Some(hop[1]));
        if s.under.is_some() || run.from() != s.place || !open {
            return;
        }
        let (end, grant) = self.behind(s, &run.links, run.to());
        let end = State { hauled: s.hauled, passed: s.passed, ..end };
        let grams = 10 * w.boxes * run.sum(w, |l| l.grams() * l.km);
        let stretches: Vec<Stretch> = run.links.iter().map(|&i| Stretch::Link(i)).collect();
        self.ride(&stretches, end, sum, [cents - 100 * grant, run.sum(w, Link::seconds), grams, 0]);
    }

    fn by_work(&mut self, s: State, sum: Sum) {
        let w = self.world;
        let here = w.country[s.place];
        for k in w.work.iter().filter(|k| k.place == s.place && k.from == s.loading) {
            let Some(wait) = self.until_open(s.place, sum[1]) else { continue };
            let cost = self.of_work(s, k, (0, wait));
            let leaves = k.from != k.to && k.from < GROUND;
            // Work on the rails that is no border would keep the haul; there is none.
            let passed = s.passed.filter(|_| k.from == k.to);
            let after = State { loading: k.to, ship: None, hauled: None, passed, ..s };
            match k.border {
                Some((from, to)) if from.map_or(s.cleared != here, |f| f == s.cleared) => {
                    self.go(State { cleared: to, cleared_here: to != here, ..after }, sum, cost);
                }
                Some(_) => {}
                None if leaves && s.cleared != here => {}
                None if k.to == SHIP => self.aboard(s, k, (wait, after), sum),
                None if k.from == SHIP && s.ship.is_some_and(|x| !x.1) => {}
                None => self.go(after, sum, cost),
            }
        }
    }

    /// Work, a wait as long as is usual, and one by the clock.
    fn of_work(&self, s: State, k: &Work, (usual, by_clock): (i64, i64)) -> Sum {
        let w = self.world;
        let rate = s.under.map(|(i, _)| &w.prices.rates[i]);
        let takes = 900 * k.quarters;
        // A wagon is hired by the side on wheels, the one before the work first.
        let on_rails = k.from == RAIL || k.to == RAIL && k.from != ROAD;
        let fee = if rate.is_some() { 0 } else { 100 * (k.fee * w.boxes).max(k.least) };
        // A wait by the clock is paid to the ground alone.
        let hired = if on_rails && !rate.is_some_and(|x| x.with_hire) { w.hired(takes + usual) } else { 0 };
        let stored = if rate.is_some_and(|x| x.with_storage) { 0 } else { w.stored(usual + by_clock) };
        let lift = if k.border.is_some() { 0 } else { 5000 * w.boxes };
        [fee + hired + stored, takes + usual + by_clock, lift, 0]
    }

    fn aboard(&mut self, s: State, k: &Work, (wait, after): (i64, State), sum: Sum) {
        let w = self.world;
        for (i, ship) in w.ships.iter().enumerate().filter(|(_, x)| x.calls.contains(&s.place)) {
            let waits = match ship.clocks {
                None => Some((3600 * ship.cut_off + 1800 * ship.headway, wait)),
                Some(_) => {
                    let takes = 900 * k.quarters;
                    self.leaves(i, s.place, sum[1], takes).map(|leaves| (0, leaves - sum[1] - takes))
                }
            };
            if let Some(waits) = waits {
                self.go(State { ship: Some((i, false)), ..after }, sum, self.of_work(s, k, waits));
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
            let fuel = 100 * w.boxes * ship.price_km * km;
            let open: f64 = (low..=high).map(|c| 1.0 - w.stormy[ship.calls[c]] as f64 / 100.0).product();
            let micro = (-open.ln() * 1e6).round() as i64;
            // By the clock it comes an hour before it leaves again.
            let by_clock = ship.clocks.as_ref().map(|c| 60 * (c[b] - 60 - c[a]));
            let takes = by_clock.unwrap_or(km * 3600 / ship.speed + 3600 * stays);
            let cost = |cents: i64| [cents, takes, ship.grams * 10 * w.boxes * km, micro];
            let stretch = if low == 0 { Stretch::Sea(i) } else { Stretch::Hop(i, ship.calls[low], ship.calls[high]) };
            let end = State { place: ship.calls[b], cleared_here: false, ship: Some((i, true)), ..s };
            if s.under.is_none() {
                self.ride(&[stretch], end, sum, cost(100 * w.boxes * ship.price + fuel));
            }
            let mut touched: Vec<Named> = ship.calls[low..=high].iter().map(|&p| Named::Place(p)).collect();
            touched.push(Named::Ship(i));
            for (rate, owed, under) in self.under_rates(s, end.place, SHIP, &touched) {
                let fuel = if rate.with_fuel { 0 } else { fuel };
                self.ride(&[stretch], State { under, ..end }, sum, cost(100 * owed + fuel));
            }
        }
    }
}
