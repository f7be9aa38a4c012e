//! What is asked in tiny worlds: as rows of table `tariff`, and as plain numbers for enumeration.

use super::tiny::{COUNTRIES, Link, RAIL, Random, World};

#[derive(Debug)]
pub struct Prices {
    /// What operators ask; `None` = the price of everybody.
    pub operators: Vec<Option<Ask>>,
    /// Least that an operator asks for a link or haul.
    pub least: Vec<i64>,
    pub time: Time,
    /// What everybody asks on rail; on roads nobody asks anything unless an operator or a link does.
    pub everybody: Option<i64>,
    pub entries: Vec<Entry>,
    pub rates: Vec<Rate>,
}

/// What an operator asks on its links, dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A container-kilometre.
    Plain(i64),
    /// A container-kilometre for one container, and for more.
    Steps(i64, i64),
    /// A kilometre of a whole train of so many TEU, by rail.
    Train(i64, i64),
    /// A container-kilometre of hauls below so many kilometres, and of the others; either may lack.
    Belts { limit: i64, near: Option<i64>, far: Option<i64> },
}

/// Hire of wagons and storage, the same everywhere: dollars a wagon-hour; cents a TEU-hour after so many free hours. A yard costs so
/// little, and where there is one nothing else is free, that riding or working in circles to be late never pays, as in the world.
#[derive(Clone, Copy, Debug, Default)]
pub struct Time {
    pub hire: Option<i64>,
    pub yard: Option<(i64, i64)>,
}

/// What a railway asks for a container from where it enters its lines to where it leaves them, in the place of its link prices.
#[derive(Clone, Debug)]
pub struct Entry {
    pub operator: usize,
    pub ends: [usize; 2],
    pub both_ways: bool,
    /// Dollars, by the kilometre or once.
    pub price: i64,
    pub a_km: bool,
    pub least: i64,
    /// Hire of wagons is in it.
    pub with_hire: bool,
    /// The row says that it is for rails, which it is anyhow.
    pub says_mode: bool,
    /// Containers from which on, and up to which, it is asked.
    pub step: (Option<i64>, Option<i64>),
}

/// A through rate, dollars a container for freight and for what it covers, over moves that touch what it names.
#[derive(Debug)]
pub struct Rate {
    pub ends: [usize; 2],
    pub both_ways: bool,
    pub price: i64,
    pub least: i64,
    pub names: Vec<Named>,
    /// Only moves by rail are under it.
    pub by_rail: bool,
    pub with_hire: bool,
    pub with_storage: bool,
    pub with_fuel: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Operator(usize),
    Link(usize),
    Ship(usize),
    Place(usize),
}

impl Prices {
    /// Prices but those of runs, which need links: see [`World::price_runs`].
    pub fn random(r: &mut Random) -> Prices {
        Prices {
            operators: (0..3).map(|_| r.chance(80).then(|| ask(r))).collect(),
            least: (0..3).map(|_| if r.chance(25) { 50 * (4 + r.below(12) as i64) } else { 0 }).collect(),
            time: Time {
                hire: r.chance(35).then(|| 2 * (1 + r.below(3) as i64)),
                yard: r.chance(15).then(|| (4 * (1 + r.below(2) as i64), 6 * r.below(4) as i64)),
            },
            everybody: r.chance(80).then_some(3),
            entries: Vec::new(),
            rates: Vec::new(),
        }
    }

    /// Least price of work and of a link of its own.
    pub fn least_price(&self) -> i64 {
        i64::from(self.time.yard.is_some())
    }

    pub fn rows(&self) -> Vec<String> {
        let mut rows = Vec::new();
        self.operator_rows(&mut rows);
        if let Some(p) = self.everybody {
            rows.push(tariff("everybody", p, "scope=link|mode=rail|per=container_km"));
        }
        if let Some(p) = self.time.hire {
            rows.push(tariff("hire", 24 * p, "scope=rent|item=hire|loading=rail|equipment=platform|per=wagon_day"));
        }
        if let Some((p, free)) = self.time.yard {
            let rest = format!("scope=storage|item=storage|per=teu_day|free_days={}", free as f64 / 24.0);
            let a_day = (24 * p) as f64 / 100.0;
            rows.push(tariff("yard", 1, &rest).replace("amount=1|", &format!("amount={a_day}|")));
        }
        rows.extend(self.entries.iter().enumerate().map(|(i, e)| e.row(i)));
        rows.extend(self.rates.iter().enumerate().map(|(i, x)| x.row(i)));
        rows
    }

    fn operator_rows(&self, rows: &mut Vec<String>) {
        for (i, price) in self.operators.iter().enumerate() {
            rows.push(format!("operator:operator_id=o{i}|name=O{i}|country={}|kind=railway", COUNTRIES[i]));
            let of = |per: &str| format!("scope=link|operator_id=o{i}|per={per}{}", minimum(self.least[i]));
            let mut add = |form: &str, p: i64, rest: &str| {
                let per = if form == "-train" { "train_km" } else { "container_km" };
                rows.push(tariff(&format!("o{i}{form}"), p, &(of(per) + rest)));
            };
            match *price {
                None => {}
                Some(Ask::Plain(p)) => add("", p, ""),
                Some(Ask::Steps(few, many)) => {
                    add("-few", few, "|to_quantity=2");
                    add("-many", many, "|from_quantity=2");
                }
                Some(Ask::Train(p, places)) => {
                    add("-train", p, &format!("|mode=rail|train=t{i}"));
                    rows.push(format!("vehicle:vehicle_id=t{i}|name=T{i}|mode=rail|kind=train|places={places}|place_unit=TEU"));
                }
                Some(Ask::Belts { limit, near, far }) => {
                    near.into_iter().for_each(|p| add("-near", p, &format!("|to_km={limit}")));
                    far.into_iter().for_each(|p| add("-far", p, &format!("|from_km={limit}")));
                }
            }
        }
    }
}

impl Entry {
    fn row(&self, i: usize) -> String {
        let per = if self.a_km { "container_km" } else { "container" };
        let mode = if self.says_mode { "|mode=rail" } else { "" };
        let covers = if self.with_hire { "|covers=hire" } else { "" };
        let ends = ends(self.ends, self.both_ways);
        let (few, many) = self.step;
        let step = few.map_or(String::new(), |n| format!("|from_quantity={n}"))
            + &many.map_or(String::new(), |n| format!("|to_quantity={n}"));
        let rest = format!("scope=transit|operator_id=o{}|{ends}{mode}|per={per}{covers}{step}", self.operator);
        tariff(&format!("entry{i}"), self.price, &(rest + &minimum(self.least)))
    }
}

impl Entry {
    /// Whether it is asked of so many containers.
    pub fn takes(&self, boxes: i64) -> bool {
        self.step.0.is_none_or(|n| boxes >= n) && self.step.1.is_none_or(|n| boxes < n)
    }
}

impl Rate {
    fn row(&self, i: usize) -> String {
        let names: Vec<String> = self.names.iter().map(|n| n.row()).collect();
        // Who alone is named can also be the one who asks.
        let who = match self.names[..] {
            [Named::Operator(o)] if i == 0 => format!("operator_id=o{o}"),
            _ => format!("at={}", names.join(";")),
        };
        let items = [("hire", self.with_hire), ("storage", self.with_storage), ("fuel", self.with_fuel)];
        let covered: Vec<&str> = items.into_iter().filter(|x| x.1).map(|x| x.0).collect();
        let covers = if covered.is_empty() { String::new() } else { format!("|covers={}", covered.join(";")) };
        let mode = if self.by_rail { "|mode=rail" } else { "" };
        let ends = ends(self.ends, self.both_ways);
        let rest = format!("scope=through|{who}|{ends}{mode}|per=container{covers}");
        tariff(&format!("rate{i}"), self.price, &(rest + &minimum(self.least)))
    }

    /// Whether a move is made under it.
    pub fn takes(&self, mode: usize, touched: &[Named]) -> bool {
        (!self.by_rail || mode == RAIL) && touched.iter().any(|x| self.names.contains(x))
    }
}

impl Named {
    fn row(self) -> String {
        match self {
            Named::Operator(i) => format!("operator:o{i}"),
            Named::Link(i) => format!("link:l{i}"),
            Named::Ship(i) => format!("service:s{i}"),
            Named::Place(i) => format!("node:p{i}"),
        }
    }
}

impl World {
    /// Prices of runs over several links: from entry to exit, and through.
    pub fn price_runs(&mut self, r: &mut Random) {
        if r.chance(60) {
            (0..1 + r.below(3)).for_each(|_| self.add_entry(r));
        }
        // Under a rate all is free: by the clock, circles under it would save storage.
        if r.chance(60) && (self.prices.time.yard.is_none() || !self.has_clocks()) {
            (0..1 + r.below(2)).for_each(|_| self.add_rate(r));
        }
    }

    fn add_entry(&mut self, r: &mut Random) {
        let at_origin = self.links.iter().position(|l| l.mode == RAIL && l.ends[0] == 0).filter(|_| r.chance(50));
        let first = at_origin.unwrap_or_else(|| r.below(self.links.len() as u64));
        let (operator, mut passed) = (self.links[first].operator, self.links[first].ends.to_vec());
        for _ in 0..r.below(4) {
            let here = passed[passed.len() - 1];
            let on = self.links.iter().filter(|l| l.mode == RAIL && l.operator == operator && !l.closed);
            let next: Vec<usize> = on.filter_map(|l| l.end(here)).filter(|p| !passed.contains(p)).collect();
            passed.extend((!next.is_empty()).then(|| r.of(&next)));
        }
        let a_km = r.chance(40);
        let entry = Entry {
            operator,
            ends: [passed[0], passed[passed.len() - 1]],
            both_ways: r.chance(60),
            price: if a_km { 1 + r.below(3) as i64 } else { 100 * (1 + r.below(6) as i64) },
            a_km,
            least: if r.chance(20) { 50 * (4 + r.below(12) as i64) } else { 0 },
            with_hire: r.chance(50),
            says_mode: r.chance(50),
            step: r.of(&[(None, None), (None, None), (None, Some(2)), (Some(2), None)]),
        };
        // Another railway asks a price between the same places.
        let beside = r.chance(25).then(|| Entry { operator: (operator + 1) % 3, price: 1 + entry.price, ..entry.clone() });
        for e in [entry].into_iter().chain(beside) {
            let same = |x: &Entry| x.operator == e.operator && joins(x.ends, e.ends);
            if !self.prices.entries.iter().any(same) {
                self.prices.entries.push(e);
            }
        }
    }

    fn add_rate(&mut self, r: &mut Random) {
        let last = self.country.len() - 1;
        let from = if r.chance(60) { 0 } else { r.below(last as u64) };
        let to = if r.chance(50) { last } else { from + 1 + r.below((last - from) as u64) };
        let mut names: Vec<Named> = (0..3).map(Named::Operator).filter(|_| r.chance(60)).collect();
        names.extend((0..self.ships.len()).map(Named::Ship).filter(|_| r.chance(70)));
        names.extend(r.chance(20).then(|| Named::Link(r.below(self.links.len() as u64))));
        names.extend(r.chance(20).then(|| Named::Place(r.below(last as u64 + 1))));
        if r.chance(20) {
            names = vec![Named::Operator(self.links[0].operator)];
        }
        let rate = Rate {
            ends: [from, to],
            both_ways: r.chance(30),
            price: 100 * (1 + r.below(10) as i64),
            least: if r.chance(20) { 1500 } else { 0 },
            names,
            by_rail: r.chance(10),
            with_hire: r.chance(40),
            with_storage: r.chance(40),
            with_fuel: r.chance(50),
        };
        let again = self.prices.rates.iter().any(|x| joins(x.ends, rate.ends));
        if !rate.names.is_empty() && !again {
            self.prices.rates.push(rate);
        }
    }

    fn has_clocks(&self) -> bool {
        self.open.iter().any(Option::is_some) || self.ships.iter().any(|s| s.clocks.is_some())
    }

    /// Whether a link is not ridden alone, because its operator asks by the haul and it has no price of its own.
    pub fn is_belted(&self, l: &Link) -> bool {
        l.own_price.is_none() && matches!(self.prices.operators[l.operator], Some(Ask::Belts { .. }))
    }

    /// Dollars for all containers on a link: its own price, else that of its operator, else that of everybody.
    pub fn price(&self, l: &Link) -> Option<i64> {
        let all = |a_km: i64| a_km * self.boxes * l.km;
        let asked = match self.prices.operators[l.operator] {
            Some(Ask::Plain(p)) => Some(all(p)),
            Some(Ask::Steps(few, many)) => Some(all(if self.boxes < 2 { few } else { many })),
            Some(Ask::Train(p, places)) if l.mode == RAIL => Some(p * l.km * ((self.boxes + places - 1) / places)),
            _ => None,
        };
        let own = l.own_price.map(all);
        own.or(asked.map(|a| a.max(self.prices.least[l.operator]))).or(self.everybody(l.mode, l.km))
    }

    /// Dollars for all containers on a haul of so many kilometres; a distance without a belt is at the price of everybody.
    pub fn price_of_haul(&self, operator: usize, mode: usize, km: i64) -> Option<i64> {
        let Some(Ask::Belts { limit, near, far }) = self.prices.operators[operator] else { return None };
        let belt = if km < limit { near } else { far };
        belt.map(|p| (p * self.boxes * km).max(self.prices.least[operator])).or(self.everybody(mode, km))
    }

    fn everybody(&self, mode: usize, km: i64) -> Option<i64> {
        self.prices.everybody.filter(|_| mode == RAIL).map(|p| p * self.boxes * km)
    }

    /// Dollars for all containers over so many kilometres between entry and exit.
    pub fn price_of_entry(&self, e: &Entry, km: i64) -> i64 {
        (e.price * self.boxes * if e.a_km { km } else { 1 }).max(e.least)
    }

    /// Dollars for all containers at a through rate.
    pub fn price_of_rate(&self, x: &Rate) -> i64 {
        (x.price * self.boxes).max(x.least)
    }

    /// Cents for so many seconds on the rails: two containers stand on a wagon.
    pub fn hired(&self, seconds: i64) -> i64 {
        self.prices.time.hire.map_or(0, |a_hour| a_hour * 50 * self.boxes * seconds / 3600)
    }

    /// Cents for so many seconds of waiting at a place, as the yard counts them.
    pub fn stored(&self, seconds: i64) -> i64 {
        self.prices.time.yard.map_or(0, |(a_hour, free)| a_hour * self.boxes * (seconds - 3600 * free).max(0) / 3600)
    }
}

/// Ends in the directions in which a price holds.
pub fn directions([a, b]: [usize; 2], both_ways: bool) -> impl Iterator<Item = [usize; 2]> {
    [[a, b], [b, a]].into_iter().take(if both_ways { 2 } else { 1 })
}

fn joins(a: [usize; 2], b: [usize; 2]) -> bool {
    a == b || a == [b[1], b[0]]
}

fn ask(r: &mut Random) -> Ask {
    match r.below(9) {
        0 | 1 => Ask::Steps(2 + r.below(3) as i64, 1 + r.below(2) as i64),
        2 => Ask::Train(2 + r.below(5) as i64, 1 + r.below(3) as i64),
        3..=6 => {
            let near = r.chance(85).then(|| 2 + r.below(3) as i64);
            let far = (near.is_none() || r.chance(85)).then(|| 1 + r.below(4) as i64);
            Ask::Belts { limit: 100 * (2 + r.below(5) as i64), near, far }
        }
        _ => Ask::Plain(1 + r.below(4) as i64),
    }
}

fn minimum(least: i64) -> String {
    if least > 0 { format!("|minimum={least}") } else { String::new() }
}

fn ends([a, b]: [usize; 2], both_ways: bool) -> String {
    format!("from_node_id=p{a}|to_node_id=p{b}|both_ways={}", u8::from(both_ways))
}

/// A row of a price in dollars.
pub fn tariff(id: &str, amount: i64, rest: &str) -> String {
    format!("tariff:tariff_id=t-{id}|name={id}|amount={amount}|currency=USD|price_year=2025|{rest}")
}
