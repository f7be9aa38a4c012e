//! Small corridors drawn at random, always the same for a seed: whole numbers, so that sums are exact.
//!
//! ```text
//!   0 ==== 1 ==== 2 ==== 3 ==== 4     a line of railways, some more between any two (parallel ones too), roads beside it
//!          +~~~~~~ ship ~~~~~~~+      a line of ships between two of the places
//! ```
//! A link of so many hours is as many kilometres long at 1 km/h: a price a kilometre is one an hour.

use super::draws::Draws;

pub struct World {
    pub places: usize,
    /// Places where goods are put on wagons and taken off.
    pub stations: Vec<bool>,
    pub links: Vec<Link>,
    pub kinds: Vec<Kind>,
    pub demands: Vec<Demand>,
    pub ship: Option<Ship>,
    /// Hours of a crane at the station of a place, in a period.
    pub cranes: Vec<(usize, u32)>,
    /// Shares of months, twelve of each season; none where the year is one period.
    pub seasons: Vec<Vec<f64>>,
}

pub struct Link {
    pub ends: (usize, usize),
    pub one_way: bool,
    pub road: bool,
    pub hours: u32,
    /// Room for so many TEU in a period, in both directions together or in each.
    pub room: Option<(u32, bool)>,
}

#[derive(Clone, Copy, PartialEq)]
pub enum What {
    /// So many TEU, and the kind of wagon under it on rails with the part of one that it takes.
    Box {
        teu: u32,
        under: Option<(usize, f64)>,
    },
    /// A wagon that boxes stand on.
    Platform,
    Hopper,
    Truck,
}

pub struct Kind {
    pub what: What,
    pub pool: Vec<usize>,
    pub laden: Fare,
    /// None where no table has a price for empties: then it does not come back.
    pub empty: Option<Fare>,
    /// The price of goods holds the way back of the wagon.
    pub way_back: bool,
    /// A lift of a laden piece, and of an empty one where it has a price of its own.
    pub lift: u32,
    pub lift_empty: Option<u32>,
    /// Work a tonne, which empties have none of.
    pub tonne: u32,
}

/// A kilometre of any link, and the whole of those links that have a price of their own.
pub struct Fare {
    pub km: u32,
    pub own: Vec<Option<u32>>,
}

pub struct Demand {
    pub kind: usize,
    pub ends: (usize, usize),
    /// Boxes, wagons or trucks full, and how many of them come in one go.
    pub pieces: u32,
    pub lot: u32,
    /// US dollars that a piece is worth a tonne, and an hour of it.
    pub worth: u32,
    pub hour: u32,
    pub season: usize,
}

pub struct Ship {
    pub ends: (usize, usize),
    pub hours: u32,
    pub stay: u32,
    /// TEU.
    pub room: u32,
    pub count: u32,
    /// Quarters of a berth at the first end.
    pub berth: Option<u32>,
    pub fare: u32,
    pub fare_empty: Option<u32>,
}

impl Kind {
    pub fn is_box(&self) -> bool {
        matches!(self.what, What::Box { .. })
    }

    /// Tonnes in a piece.
    pub fn load(&self) -> u32 {
        if self.what == What::Hopper { 60 } else { 20 }
    }
}

impl World {
    pub fn is_monthly(&self) -> bool {
        !self.seasons.is_empty()
    }

    /// Hours of each period.
    pub fn periods(&self) -> Vec<f64> {
        let days: &[u32] = if self.is_monthly() { &[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] } else { &[365] };
        days.iter().map(|d| f64::from(d * 24)).collect()
    }
}

/// A world of one period, or a smaller one of twelve months.
pub fn world(seed: u64, monthly: bool) -> World {
    let mut d = Draws::new(2 * seed + u64::from(monthly));
    let places = 3 + d.below(if monthly { 2 } else { 3 }) as usize;
    let mut kinds = if monthly && !d.one_in(4) { vec![boxes(&mut d, None)] } else { fleet(&mut d) };
    let roads = kinds.iter().any(|k| k.what == What::Truck);
    let links = links(&mut d, places, roads, monthly);
    for k in &mut kinds {
        price(&mut d, k, (places, links.len()));
    }
    let stations: Vec<bool> = (0..places).map(|_| monthly || !d.one_in(10)).collect();
    let on_board = kinds.iter().any(Kind::is_box) && d.one_in(3);
    let ship = on_board.then(|| ship(&mut d, places, monthly));
    let cranes = (0..places).filter(|&p| stations[p] && d.one_in(8)).collect::<Vec<_>>();
    let cranes = cranes.into_iter().map(|p| (p, 20 * d.below(if monthly { 6 } else { 20 }))).collect();
    let seasons = if monthly { (0..2).map(|_| season(&mut d)).collect() } else { Vec::new() };
    let count = 2 + d.below(if monthly { 2 } else { 5 });
    let demands = (0..count).map(|_| demand(&mut d, &kinds, places)).collect();
    World { places, stations, links, kinds, demands, ship, cranes, seasons }
}

fn kind(what: What) -> Kind {
    let laden = Fare { km: 0, own: Vec::new() };
    Kind { what, pool: Vec::new(), laden, empty: None, way_back: false, lift: 0, lift_empty: None, tonne: 0 }
}

fn boxes(d: &mut Draws, under: Option<(usize, f64)>) -> Kind {
    kind(What::Box { teu: 1 + d.below(2), under })
}

/// Boxes of one owner or two, on platforms or without, hoppers, trucks.
fn fleet(d: &mut Draws) -> Vec<Kind> {
    let mut out = Vec::new();
    if !d.one_in(4) {
        let on_platforms = d.one_in(2);
        out.extend(on_platforms.then(|| kind(What::Platform)));
        for part in [0.5, 0.25] {
            if out.is_empty() || part == 0.5 || d.one_in(2) {
                let under = on_platforms.then_some((0, part));
                out.push(boxes(d, under));
            }
        }
    }
    if d.one_in(2) || out.is_empty() {
        out.push(kind(What::Hopper));
    }
    if d.one_in(4) {
        out.push(kind(What::Truck));
    }
    out
}

fn links(d: &mut Draws, places: usize, roads: bool, monthly: bool) -> Vec<Link> {
    let some_one_way = d.one_in(5);
    let link = |d: &mut Draws, ends: (usize, usize), road: bool| {
        let scarce = !d.one_in(3);
        let room = scarce.then(|| (10 * d.below(if monthly { 8 } else { 25 }), d.one_in(3)));
        Link { ends, one_way: some_one_way && d.one_in(3), road, hours: 1 + d.below(4), room }
    };
    let mut out: Vec<Link> = (1..places).map(|p| link(d, (p - 1, p), false)).collect();
    for _ in 0..d.below(if monthly { 2 } else { 4 }) {
        let ends = two(d, places);
        out.push(link(d, ends, false));
    }
    for p in 1..places {
        if roads && !d.one_in(4) {
            out.push(link(d, (p - 1, p), true));
        }
    }
    out
}

fn two(d: &mut Draws, places: usize) -> (usize, usize) {
    let a = d.below(places as u32) as usize;
    let b = d.below(places as u32 - 1) as usize;
    (a, if b < a { b } else { b + 1 })
}

fn price(d: &mut Draws, k: &mut Kind, (places, links): (usize, usize)) {
    let fare = |d: &mut Draws, least: u32, more: u32| {
        let km = least + d.below(more);
        Fare { km, own: (0..links).map(|_| d.one_in(4).then(|| least + d.below(3 * more))).collect() }
    };
    k.laden = fare(d, 20, 80);
    k.empty = (!d.one_in(8)).then(|| fare(d, 5, 60));
    k.pool = (0..places).filter(|_| d.one_in(2)).collect();
    if k.pool.is_empty() && !d.one_in(3) {
        k.pool.push(d.below(places as u32) as usize);
    }
    k.way_back = d.one_in(2) && !matches!(k.what, What::Truck | What::Platform);
    k.lift = 5 * d.below(8);
    k.lift_empty = d.one_in(3).then(|| d.below(20));
    k.tonne = d.below(3);
}

fn demand(d: &mut Draws, kinds: &[Kind], places: usize) -> Demand {
    let own: Vec<usize> = (0..kinds.len()).filter(|&k| kinds[k].what != What::Platform).collect();
    let kind = own[d.below(own.len() as u32) as usize];
    let most = if d.one_in(3) { 40 } else { 15 };
    Demand {
        kind,
        ends: two(d, places),
        pieces: 4 * (1 + d.below(30)),
        lot: if d.one_in(4) { 4 } else { 1 },
        worth: (1 + d.below(most)) * 60 / kinds[kind].load(),
        hour: d.below(4),
        season: d.below(2) as usize,
    }
}

fn ship(d: &mut Draws, places: usize, monthly: bool) -> Ship {
    Ship {
        ends: two(d, places),
        hours: 5 + d.below(30),
        stay: 10 + d.below(50),
        room: (1 + d.below(5)) * if monthly { 3 } else { 1 },
        count: 1 + d.below(3),
        berth: d.one_in(2).then(|| 1 + d.below(4)),
        fare: 20 + d.below(300),
        fare_empty: d.one_in(2).then(|| d.below(200)),
    }
}

/// A half and two quarters of the year in months drawn at random.
fn season(d: &mut Draws) -> Vec<f64> {
    let mut out = vec![0.0; 12];
    for share in [0.5, 0.25, 0.25] {
        out[d.below(12) as usize] += share;
    }
    out
}
