//! Random tiny worlds: as rows of a corridor for the engine, and as plain structures for enumeration. The two share nothing but
//! the numbers, which are chosen so that every sum is exact.
//!
//! ```text
//!   p0 (origin) === rail, road, parallel links, links of length 0 === p1 ... ~~~ ships ~~~ ... pn (destination)
//!   every place has a country; borders are cleared on arrival, ahead, or on the ground behind a ship
//! ```

use super::tariffs::{Prices, tariff};
use std::fmt::Write;

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere for the same seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub fn below(&mut self, n: u64) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n) as usize
    }

    pub fn chance(&mut self, per_cent: u64) -> bool {
        self.below(100) < per_cent as usize
    }

    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64)]
    }
}

pub const COUNTRIES: [&str; 3] = ["AA", "BB", "CC"];

/// Modes of links that are used directly; also the loadings on them.
pub const RAIL: usize = 0;
pub const ROAD: usize = 1;

/// How goods stand: on the rails, on the road, on the ground, in a ship.
pub const LOADINGS: [&str; 4] = ["rail", "road", "ground", "ship"];
pub const GROUND: usize = 2;
pub const SHIP: usize = 3;

#[derive(Debug)]
pub struct Link {
    pub ends: [usize; 2],
    pub mode: usize,
    pub directed: bool,
    pub km: i64,
    pub speed: i64,
    pub electric: bool,
    pub operator: usize,
    /// Price of this very link, dollars for a container-kilometre.
    pub own_price: Option<i64>,
    pub closed: bool,
    /// Dollars a container that are paid to the shipper, once on the way.
    pub grant: i64,
}

impl Link {
    /// The place to which it leads from one of its ends.
    pub fn end(&self, here: usize) -> Option<usize> {
        match here {
            p if p == self.ends[0] => Some(self.ends[1]),
            p if p == self.ends[1] && !self.directed => Some(self.ends[0]),
            _ => None,
        }
    }

    pub fn seconds(&self) -> i64 {
        self.km * 3600 / self.speed
    }

    /// Grams of a tonne-kilometre.
    pub fn grams(&self) -> i64 {
        match self.mode {
            RAIL if self.electric => 10,
            RAIL => 30,
            _ => 60,
        }
    }
}

/// Work at a place, on its quarter hours, dollars a container, and (borders) the least charge.
#[derive(Debug)]
pub struct Work {
    pub place: usize,
    pub from: usize,
    pub to: usize,
    /// Borders: countries; `None` as the first = from anywhere abroad.
    pub border: Option<(Option<usize>, usize)>,
    pub quarters: i64,
    pub fee: i64,
    pub least: i64,
}

#[derive(Debug)]
pub struct Ship {
    pub calls: Vec<usize>,
    pub km: Vec<i64>,
    pub speed: i64,
    pub both_ways: bool,
    pub headway: i64,
    pub cut_off: i64,
    pub stay: i64,
    pub price: i64,
    pub price_km: i64,
    pub grams: i64,
    /// Minutes after midnight of its day at which it leaves each call; one way only then, on the days of the week in `on`.
    pub clocks: Option<Vec<i64>>,
    /// Days of the week on which it runs by the clock, Monday first.
    pub on: [bool; 7],
}

#[derive(Debug)]
pub struct World {
    pub boxes: i64,
    pub country: Vec<usize>,
    pub links: Vec<Link>,
    pub work: Vec<Work>,
    pub ships: Vec<Ship>,
    pub prices: Prices,
    /// Place that a rule refuses.
    pub refused: Option<usize>,
    /// By place, per cent of the month in which weather closes it to ships.
    pub stormy: Vec<i64>,
    /// By place, hours of the day in which work is begun there; `None` = always.
    pub open: Vec<Option<(i64, i64)>>,
    /// Link that must be used.
    pub wanted: Option<usize>,
}

impl World {
    pub fn random(seed: u64) -> World {
        let r = &mut Random::new(seed);
        let n = 4 + r.below(4);
        // Where borders are few, hauls are long.
        let mixed = if r.chance(60) { 2 } else { 1 };
        let country: Vec<usize> = (0..n).map(|i| (i * 2 / n + r.below(mixed)).min(2)).collect();
        let mut world = World {
            boxes: 1 + r.below(3) as i64,
            country,
            links: Vec::new(),
            work: Vec::new(),
            ships: Vec::new(),
            prices: Prices::random(r),
            refused: None,
            stormy: Vec::new(),
            open: Vec::new(),
            wanted: None,
        };
        world.lay_links(r);
        world.set_up_work(r);
        world.launch_ships(r);
        world.stormy = (0..n).map(|_| if r.chance(40) { 5 * (1 + r.below(5) as i64) } else { 0 }).collect();
        world.open = (0..n).map(|_| r.chance(20).then(|| (6 + r.below(3) as i64, 14 + r.below(8) as i64))).collect();
        world.price_runs(r);
        if r.chance(25) && n > 4 {
            world.refused = Some(1 + r.below(n as u64 - 2));
        }
        if r.chance(15) {
            world.wanted = Some(r.below(world.links.len() as u64));
        }
        world
    }

    fn lay_links(&mut self, r: &mut Random) {
        let n = self.country.len();
        let mut pairs: Vec<[usize; 2]> = (1..n).map(|i| [if r.chance(70) { i - 1 } else { r.below(i as u64) }, i]).collect();
        for _ in 0..2 + r.below(3) {
            let a = r.below(n as u64);
            pairs.push([a, (a + 1 + r.below(n as u64 - 1)) % n]);
        }
        let again = r.of(&pairs);
        pairs.push(again);
        // One railway has most lines, or hauls would be short.
        let largest = r.below(3);
        for ends in pairs {
            self.links.push(Link {
                ends,
                mode: if r.chance(75) { RAIL } else { ROAD },
                directed: r.chance(10),
                km: if r.chance(10) { 0 } else { 100 * (1 + r.below(5) as i64) },
                speed: r.of(&[25, 50, 100]),
                electric: r.chance(50),
                operator: if r.chance(70) { largest } else { r.below(3) },
                own_price: r.chance(20).then(|| (r.below(5) as i64).max(self.prices.least_price())),
                closed: r.chance(5),
                grant: if r.chance(8) { 100 * (1 + r.below(3) as i64) } else { 0 },
            });
        }
        // One grant in a world: with more, ways that loop for them would be many.
        let granted: Vec<usize> = (0..self.links.len()).filter(|&i| self.links[i].grant > 0).collect();
        for &i in granted.iter().skip(1) {
            self.links[i].grant = 0;
        }
    }

    fn set_up_work(&mut self, r: &mut Random) {
        let n = self.country.len();
        for place in 0..n {
            for mode in [RAIL, ROAD] {
                for (from, to) in [(GROUND, mode), (mode, GROUND)] {
                    let end = place == 0 || place == n - 1;
                    if r.chance(if end { 95 } else { 50 }) {
                        self.add_work(r, place, (from, to), None);
                    }
                }
            }
            let here = self.country[place];
            for abroad in (0..COUNTRIES.len()).filter(|&c| c != here) {
                for loading in [RAIL, ROAD, GROUND] {
                    if r.chance(65) {
                        let from = (!r.chance(20)).then_some(abroad);
                        self.add_work(r, place, (loading, loading), Some((from, here)));
                    }
                    if r.chance(15) {
                        self.add_work(r, place, (loading, loading), Some((Some(here), abroad)));
                    }
                }
            }
        }
    }

    fn add_work(&mut self, r: &mut Random, place: usize, (from, to): (usize, usize), border: Option<(Option<usize>, usize)>) {
        let fee = 10 * (r.below(4) as i64).max(self.prices.least_price());
        let least = if border.is_some() && r.chance(30) { 25 } else { 0 };
        self.work.push(Work { place, from, to, border, quarters: r.below(9) as i64, fee, least });
    }

    fn launch_ships(&mut self, r: &mut Random) {
        let n = self.country.len();
        for _ in 0..1 + r.below(2) {
            let mut calls: Vec<usize> = Vec::new();
            let wanted = 2 + r.below(3);
            while calls.len() < wanted {
                let place = r.below(n as u64);
                if !calls.contains(&place) {
                    calls.push(place);
                }
            }
            for &place in &calls {
                for (from, to) in [(GROUND, SHIP), (SHIP, GROUND), (RAIL, SHIP), (SHIP, RAIL)] {
                    if r.chance(if from == GROUND || to == GROUND { 80 } else { 25 }) && !self.has_work(place, from, to) {
                        self.add_work(r, place, (from, to), None);
                    }
                }
            }
            let clocks = r.chance(40).then(|| {
                let mut at = 60 * r.below(24) as i64;
                let later = |_: &usize| {
                    let now = at;
                    at += 360 + 30 * r.below(60) as i64;
                    now
                };
                calls.iter().map(later).collect()
            });
            let mut on = [false; 7];
            (0..7).for_each(|d| on[d] = r.chance(50));
            on[r.below(7)] = true;
            self.ships.push(Ship {
                clocks,
                on,
                km: (1..calls.len()).map(|_| 100 * (1 + r.below(6) as i64)).collect(),
                calls,
                speed: r.of(&[20, 25]),
                both_ways: r.chance(60),
                headway: 8 * r.below(10) as i64,
                cut_off: 2 * r.below(3) as i64,
                stay: 4 * r.below(3) as i64,
                price: 50 * r.below(5) as i64,
                price_km: r.below(2) as i64,
                grams: 5 + r.below(10) as i64,
            });
        }
    }

    fn has_work(&self, place: usize, from: usize, to: usize) -> bool {
        self.work.iter().any(|w| w.border.is_none() && (w.place, w.from, w.to) == (place, from, to))
    }

    /// The world as rows of a corridor.
    pub fn rows(&self) -> Vec<String> {
        let mut rows = vec![
            "cargo:cargo_id=goods|name=goods|unit=container|equipment=box-20".to_string(),
            "equipment:equipment_id=box-20|name=box|kind=container|teu=1".into(),
            "equipment:equipment_id=platform|name=platform|kind=wagon|length=20".into(),
            "fit:fit_id=f1|carried=cargo:goods|carrier=equipment:box-20|load=10".into(),
            "fit:fit_id=f2|carried=equipment:box-20|carrier=equipment:platform|places=0.5".into(),
            "emission:emission_id=rail|name=rail|activity=move|mode=rail|factor=30|unit=g/t-km".into(),
            "emission:emission_id=wire|name=wire|activity=move|mode=rail|traction=electric_ac|factor=10|unit=g/t-km".into(),
            "emission:emission_id=road|name=road|activity=move|mode=road|factor=60|unit=g/t-km".into(),
            "emission:emission_id=lift|name=lift|activity=handle|operation_kind=load;unload;transfer|factor=5|unit=kg/container"
                .into(),
        ];
        for (i, &c) in self.country.iter().enumerate() {
            let country = COUNTRIES[c];
            rows.push(format!("node:node_id=p{i}|name=P{i}|x_coord={i}|y_coord=0|node_type=terminal|country={country}"));
            let hours = self.open[i].map_or(String::new(), |(a, b)| format!("|calendar={a:02}:00-{b:02}:00"));
            rows.push(format!("facility:facility_id=f-p{i}|name=F{i}|node_id=p{i}|kind=container_terminal|region=r{i}{hours}"));
            if self.stormy[i] > 0 {
                let share = self.stormy[i] as f64 / 100.0;
                rows.push(format!("closure:closure_id=c{i}|region=r{i}|month=6|share={share}|spell=10"));
            }
        }
        rows.extend(self.prices.rows());
        self.links.iter().enumerate().for_each(|(i, l)| link_rows(i, l, &mut rows));
        self.work.iter().enumerate().for_each(|(i, w)| work_rows(i, w, &mut rows));
        self.ships.iter().enumerate().for_each(|(i, s)| ship_rows(i, s, &mut rows));
        if let Some(p) = self.refused {
            rows.push(format!("rule:rule_id=no|effect=refuse|at=node:p{p}|reason=closed to strangers"));
        }
        rows
    }
}

fn link_rows(i: usize, l: &Link, rows: &mut Vec<String>) {
    let (mode, gauge) = if l.mode == RAIL { ("rail", "|gauge=1520") } else { ("road", "") };
    let traction = if l.electric { "electric_ac" } else { "diesel" };
    let mut row = format!("link:link_id=l{i}|from_node_id=p{}|to_node_id=p{}|mode={mode}{gauge}", l.ends[0], l.ends[1]);
    let _ = write!(row, "|length={}|free_speed={}|traction={traction}|operator_id=o{}", l.km, l.speed, l.operator);
    let _ = write!(row, "|directed={}", u8::from(l.directed));
    if l.closed {
        row += "|valid_to=2024-12-31";
    }
    rows.push(row);
    if let Some(p) = l.own_price {
        rows.push(tariff(&format!("l{i}"), p, &format!("scope=link|at=link:l{i}|per=container_km")));
    }
    if l.grant > 0 {
        rows.push(tariff(&format!("grant-l{i}"), -l.grant, &format!("scope=subsidy|item=grant|at=link:l{i}|per=container")));
    }
}

fn work_rows(i: usize, w: &Work, rows: &mut Vec<String>) {
    let kind = match (w.border, w.from, w.to) {
        (Some(_), ..) => "border",
        (None, RAIL, SHIP) | (None, SHIP, RAIL) => "transfer",
        (None, _, GROUND) => "unload",
        _ => "load",
    };
    let mut row = format!("operation:operation_id=w{i}|kind={kind}|facility_id=f-p{}", w.place);
    let _ = write!(row, "|from_loading={}|to_loading={}|time={}", LOADINGS[w.from], LOADINGS[w.to], w.quarters as f64 / 4.0);
    if w.to == RAIL && w.from != RAIL {
        row += "|to_gauge=1520";
    }
    if let Some((from, to)) = w.border {
        let _ = write!(row, "|from_country={}|to_country={}", from.map_or("ZZ", |c| COUNTRIES[c]), COUNTRIES[to]);
    }
    rows.push(row);
    if w.fee > 0 || w.least > 0 {
        let least = if w.least > 0 { format!("|minimum={}", w.least) } else { String::new() };
        rows.push(tariff(&format!("w{i}"), w.fee, &format!("scope=operation|at=operation:w{i}|per=container{least}")));
    }
}

fn ship_rows(i: usize, s: &Ship, rows: &mut Vec<String>) {
    rows.push(format!("vehicle:vehicle_id=v{i}|name=V{i}|mode=sea|kind=feeder|speed={}", s.speed));
    rows.push(format!("fleet:fleet_id=fl{i}|name=FL{i}|vehicle_id=v{i}|count=1"));
    rows.push(format!("fit:fit_id=fv{i}|carried=equipment:box-20|carrier=vehicle:v{i}"));
    let mut row = format!("service:service_id=s{i}|name=S{i}|mode=sea|loading=ship|fleet=fl{i}");
    if s.clocks.is_some() {
        let days: Vec<&str> =
            ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].into_iter().zip(s.on).filter(|d| d.1).map(|d| d.0).collect();
        let _ = write!(row, "|departure=timetable|calendar={}", days.join(","));
    } else {
        let _ = write!(row, "|departure=headway|headway={}", s.headway);
    }
    let _ = write!(row, "|both_ways={}", u8::from(s.both_ways));
    rows.push(row);
    for (k, &p) in s.calls.iter().enumerate() {
        let mut stop = format!("stop:stop_id=s{i}-{k}|service_id=s{i}|sequence={}|node_id=p{p}|facility_id=f-p{p}", k + 1);
        let _ = write!(stop, "|dwell={}|cut_off={}", s.stay, s.cut_off);
        if let Some(clocks) = &s.clocks {
            let clock = |m: i64| format!("{:02}:{:02}", m / 60, m % 60);
            let _ = write!(stop, "|departure={}", clock(clocks[k]));
            if k > 0 {
                let _ = write!(stop, "|arrival={}", clock(clocks[k] - 60));
            }
        }
        match k {
            0 => {}
            // The first hop over a link of the sea, later ones by their distance.
            1 => {
                let (a, b, km) = (s.calls[0], p, s.km[0]);
                rows.push(format!("link:link_id=sea{i}|from_node_id=p{a}|to_node_id=p{b}|mode=sea|length={km}"));
                let _ = write!(stop, "|via=sea{i}");
            }
            _ => {
                let _ = write!(stop, "|distance={}", s.km[k - 1]);
            }
        }
        rows.push(stop);
    }
    rows.push(tariff(&format!("s{i}"), s.price, &format!("scope=service|at=service:s{i}|per=container")));
    rows.push(tariff(&format!("s{i}-km"), s.price_km, &format!("scope=service|item=fuel|at=service:s{i}|per=container_km")));
    rows.push(format!("emission:emission_id=s{i}|name=s{i}|activity=move|mode=sea|service=s{i}|factor={}|unit=g/t-km", s.grams));
}
