//! Wishes split over the ways known, at prices that rise with use.
//!
//! Two ways of a wish at a time, from the dearer to the cheapest as much as makes them equally dear, if there is so much. Each such step
//! lowers the convex function whose least is the equilibrium, so steps in any order end there (Gauss-Seidel; Dafermos and Sparrow 1969).
//! Rows that stay hard have a price of their own and one that rises beyond what there is (augmented Lagrangian; Hestenes 1969).

use super::delay::Delay;
use keruen_results::equilibrium::Principle;

/// Sweeps over all wishes before new ways are sought.
const SWEEPS: usize = 60;
/// Sweeps end when no wish could save this part of what it pays.
const LEVEL: f64 = 2e-11;
/// Halvings of the step between two ways.
const HALVINGS: usize = 60;
/// What a unit of a closed row costs.
const CLOSED: f64 = 1e12;
/// First slope of a hard row's price: US dollars for the whole of it.
const STIFF: f64 = 1e8;

/// A limit: what there is, what others take, what wishes take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub there: f64,
    pub others: f64,
    pub used: f64,
    /// `None` = hard.
    pub delay: Option<Delay>,
    /// What an hour is worth to who takes a unit.
    pub value: Option<f64>,
    pub principle: Principle,
    /// Price of a hard row that is used up, and by how much it rises beyond.
    price: f64,
    stiff: f64,
    /// By how much it was used too much last time.
    over: f64,
}

/// A way of a wish; no steps = it stays behind.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub steps: Vec<u32>,
    pub cost: f64,
    pub uses: Vec<(u32, f64)>,
    pub flow: f64,
}

/// A wish in a period.
#[derive(Clone, Debug)]
pub(super) struct User {
    pub commodity: usize,
    pub amount: f64,
    /// Cost of staying behind.
    pub left: f64,
    /// The first stays behind.
    pub ways: Vec<Way>,
}

/// All wishes and limits.
#[derive(Clone, Debug)]
pub(super) struct Split {
    pub users: Vec<User>,
    pub rows: Vec<Row>,
}

impl User {
    /// All of it stays behind.
    pub fn new(commodity: usize, amount: f64, left: f64) -> User {
        let stays = Way { steps: Vec::new(), cost: left, uses: Vec::new(), flow: amount };
        User { commodity, amount, left, ways: vec![stays] }
    }
}

impl Row {
    /// What cannot be had by waiting.
    pub fn hard(there: f64, others: f64) -> Row {
        let stiff = STIFF / there.abs().max(1.0).powi(2);
        let (used, price, over) = (0.0, 0.0, f64::INFINITY);
        Row { there, others, used, delay: None, value: None, principle: Principle::UserEquilibrium, price, stiff, over }
    }

    /// What a unit costs who takes it now.
    pub fn price(&self) -> f64 {
        self.at(self.used).0
    }

    /// Price and its slope at a use by wishes.
    fn at(&self, used: f64) -> (f64, f64) {
        let used = used + self.others;
        let Some(delay) = self.delay else {
            if self.there.is_infinite() {
                return (0.0, 0.0);
            }
            let price = self.price + self.stiff * (used - self.there);
            return if price > 0.0 { (price, self.stiff) } else { (0.0, 0.0) };
        };
        if self.there <= 0.0 {
            return (CLOSED, 0.0);
        }
        let (wait, value) = (delay.at(used), self.value.unwrap_or(0.0));
        match self.principle {
            Principle::UserEquilibrium => (value * wait.hours, value * wait.slope),
            Principle::SystemOptimum => {
                (value * (wait.hours + used * wait.slope), value * (2.0 * wait.slope + used * wait.curvature))
            }
        }
    }
}

impl Split {
    /// Adds a way and gives its number; one that is known keeps its own.
    pub fn add(&mut self, user: usize, way: Way) -> usize {
        let ways = &mut self.users[user].ways;
        if let Some(known) = ways.iter().position(|w| w.steps == way.steps) {
            return known;
        }
        ways.push(way);
        ways.len() - 1
    }

    /// Adds a way; its wish says what an hour is worth at limits that nobody took before.
    pub fn offer(&mut self, user: usize, way: Way, hour: f64) {
        for &(r, each) in way.uses.iter().filter(|u| u.1 > 0.0) {
            self.rows[r as usize].value.get_or_insert(hour / each);
        }
        self.add(user, way);
    }

    /// Moves flow between two ways of a wish.
    pub fn shift(&mut self, user: usize, (from, to): (usize, usize), flow: f64) {
        let Split { users, rows } = self;
        let ways = &mut users[user].ways;
        ways[from].flow -= flow;
        ways[to].flow += flow;
        ways[from].uses.iter().for_each(|&(r, each)| rows[r as usize].used -= each * flow);
        ways[to].uses.iter().for_each(|&(r, each)| rows[r as usize].used += each * flow);
    }

    /// What a lot of a way costs now.
    fn length(&self, way: &Way) -> f64 {
        way.cost + way.uses.iter().map(|&(r, each)| each * self.rows[r as usize].price()).sum::<f64>()
    }

    /// What a wish pays now.
    pub fn paid(&self, user: usize) -> f64 {
        let used = self.users[user].ways.iter().filter(|w| w.flow > 0.0);
        used.map(|w| self.length(w) * w.flow).sum()
    }

    /// What all pay without waits.
    pub fn cost(&self) -> f64 {
        self.users.iter().flat_map(|u| &u.ways).map(|w| if w.flow > 0.0 { w.cost * w.flow } else { 0.0 }).sum()
    }

    /// By which part the hard row that is used most beyond what there is goes beyond.
    pub fn over(&self) -> f64 {
        let hard = self.rows.iter().filter(|r| r.delay.is_none() && r.there.is_finite());
        hard.map(|r| (r.used + r.others - r.there) / r.there.abs().max(1.0)).fold(0.0, f64::max)
    }

    /// Sweeps until the ways in use of every wish are equally dear.
    pub fn level(&mut self) {
        for _ in 0..SWEEPS {
            let (mut saved, mut paid) = (0.0, 0.0);
            for user in 0..self.users.len() {
                let (s, p) = self.level_one(user);
                saved += s;
                paid += p;
            }
            if saved <= LEVEL * paid {
                return;
            }
        }
    }

    /// Moves what a wish has on dearer ways to its cheapest; what it could have saved before, and what it paid.
    fn level_one(&mut self, user: usize) -> (f64, f64) {
        let lengths: Vec<f64> = self.users[user].ways.iter().map(|w| self.length(w)).collect();
        let least = (0..lengths.len()).min_by(|&a, &b| lengths[a].total_cmp(&lengths[b])).unwrap_or(0);
        let (mut saved, mut paid) = (0.0, 0.0);
        for (w, length) in lengths.iter().enumerate() {
            let flow = self.users[user].ways[w].flow;
            if flow > 0.0 {
                paid += flow * length;
                saved += flow * (length - lengths[least]);
                if w != least {
                    let moved = self.as_much_as_levels(user, (w, least));
                    self.shift(user, (w, least), moved);
                }
            }
        }
        (saved, paid)
    }

    /// How much makes two ways equally dear; all of the first where it stays the dearer, none where it is the cheaper.
    fn as_much_as_levels(&self, user: usize, (from, to): (usize, usize)) -> f64 {
        let ways = &self.users[user].ways;
        let turns = crate::corridor::choice::merged(
            ways[to].uses.iter().copied().chain(ways[from].uses.iter().map(|&(r, each)| (r, -each))),
        );
        let plain = ways[from].cost - ways[to].cost;
        // By how much the first is dearer when so much has been moved, and how fast that falls.
        let dearer = |moved: f64| {
            turns.iter().fold((plain, 0.0), |(gain, slope), &(r, each)| {
                let row = &self.rows[r as usize];
                let (price, steep) = row.at(row.used + each * moved);
                (gain - each * price, slope + each * each * steep)
            })
        };
        let (mut low, mut high) = (0.0, ways[from].flow);
        if dearer(low).0 <= 0.0 {
            return 0.0;
        }
        if dearer(high).0 >= 0.0 {
            return high;
        }
        let mut at = 0.0;
        for _ in 0..HALVINGS {
            let (gain, slope) = dearer(at);
            if gain > 0.0 {
                low = at
            } else {
                high = at
            }
            let newton = at + gain / slope;
            let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
            if next == at || high - low <= f64::EPSILON * high {
                break;
            }
            at = next;
        }
        at
    }

    /// Prices of hard rows follow their use; where that does not come nearer to what there is, they rise faster.
    pub fn harden(&mut self, enough: f64) {
        for row in self.rows.iter_mut().filter(|r| r.delay.is_none() && r.there.is_finite()) {
            let over = row.used + row.others - row.there;
            let part = over.max(-row.price / row.stiff).abs() / row.there.abs().max(1.0);
            row.price = (row.price + row.stiff * over).max(0.0);
            if part > enough && part > row.over / 4.0 {
                row.stiff *= 4.0;
            }
            row.over = part;
        }
    }

    /// What an hour is worth at each limit in use: the mean of who uses it, by what they take. `hours` are worth so much to each wish.
    pub fn values(&mut self, hours: &[f64]) {
        let mut sums = vec![(0.0, 0.0); self.rows.len()];
        for (user, hour) in self.users.iter().zip(hours) {
            for way in user.ways.iter().filter(|w| w.flow > 0.0) {
                for &(r, each) in way.uses.iter().filter(|u| u.1 > 0.0) {
                    sums[r as usize].0 += hour * way.flow;
                    sums[r as usize].1 += each * way.flow;
                }
            }
        }
        let used = self.rows.iter_mut().zip(sums).filter(|(_, s)| s.1 > 0.0);
        used.for_each(|(row, (worth, taken))| row.value = Some(worth / taken));
    }
}
