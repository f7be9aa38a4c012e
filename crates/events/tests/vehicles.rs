//! Vehicles and fleets against theory: mean of 200 seeds within 3 standard errors of the exact value.

mod common;

use common::{CLOCK, agrees, seeds};
use keruen_events::arrivals::{Ahead, Rates};
use keruen_events::closure::{Closures, Season};
use keruen_events::departure::{Decision, Rule};
use keruen_events::models::Crossing;
use keruen_events::output::paired;
use keruen_events::random::{Law, Stream};
use keruen_events::servers::{Preemption, Servers};
use keruen_events::stats::Moments;
use keruen_events::{Agenda, Event, Order, Tick};

/// One vessel that sails with `a` to `b` on board; mean wait at the quay, by the chain of Neuts 1967 (Medhi 1975):
///
/// ```text
/// r in (0, 1):  mu r^(b+1) - (lambda + mu) r + lambda = 0
/// away and n wait: c r^n          at the quay and n < a wait: c (mu / lambda) (1 - r^(n+1)) / (1 - r)
/// ```
fn bulk_wait(a: usize, b: usize, lambda: f64, mu: f64) -> f64 {
    let f = |r: f64| mu * r.powi(b as i32 + 1) - (lambda + mu) * r + lambda;
    let (mut low, mut high) = (0.0, 1.0 - 1e-9);
    for _ in 0..200 {
        let r = 0.5 * (low + high);
        if f(r) > 0.0 { low = r } else { high = r }
    }
    let r = low;
    let quay = |n: usize| mu / lambda * (1.0 - r.powi(n as i32 + 1)) / (1.0 - r);
    let whole = 1.0 / (1.0 - r) + (0..a).map(quay).sum::<f64>();
    let waiting = r / (1.0 - r).powi(2) + (0..a).map(|n| n as f64 * quay(n)).sum::<f64>();
    waiting / whole / lambda
}

/// The same ferry, simulated without an event for any passenger.
fn ferry(a: usize, b: usize, lambda: f64, mu: f64, trips: u32, seed: u32) -> f64 {
    let mut people = Ahead::new(Rates::constant(lambda, CLOCK), Stream::new(3, 1, seed));
    let mut away = Stream::new(3, 2, seed);
    let rule = Rule::WhenFull { at_least: a as f64, longest: None };
    let (mut now, mut waits) = (Tick(0), Moments::default());
    for trip in 0..trips {
        let enough = people.nth(a, Tick::NEVER).unwrap();
        if rule.decide(now, now, if enough <= now { a as f64 } else { 0.0 }, None) != Decision::Leave {
            now = enough;
        }
        let came = people.take(b, now);
        if trip >= trips / 10 {
            came.iter().for_each(|&t| waits.add(CLOCK.time(now.since(t))));
        }
        now = now + CLOCK.span(away.exponential() / mu);
    }
    waits.mean().unwrap()
}

#[test]
fn a_ferry_that_leaves_with_enough() {
    for (a, b, lambda, mu, told) in
        [(50, 50, 4.0, 0.1, 23.511), (20, 50, 4.0, 0.1, 26.345), (1, 50, 4.0, 0.1, 27.380), (2, 5, 1.6, 0.5, 5.284873 / 1.6)]
    {
        let exact = bulk_wait(a, b, lambda, mu);
        assert!((exact - told).abs() < 1e-3, "{exact} {told}");
        agrees(&format!("M/M[{a},{b}]/1"), exact, &seeds(|s| ferry(a, b, lambda, mu, 3_000, s)), None);
    }
    assert!(bulk_wait(50, 50, 4.0, 0.1) < bulk_wait(1, 50, 4.0, 0.1), "waiting for a full load can be better for everybody");
}

/// Departures by timetable, every T, at most K on board: left behind U, wait U / lambda + T / 2 (Bailey 1954).
///
/// ```text
/// U = m / (2 (K - m)) - (K - 1 + m) / 2 + sum over k = 1 .. K-1 of 1 / (1 - z_k),   z^K = e^(m (z - 1)) inside the unit disc
/// ```
fn left_behind(capacity: usize, m: f64) -> f64 {
    let k = capacity as f64;
    let mut sum = 0.0;
    for i in 1..capacity {
        let turn = 2.0 * std::f64::consts::PI * i as f64 / k;
        let (mut x, mut y) = (0.0_f64, 0.0_f64);
        for _ in 0..2_000 {
            let (size, angle) = ((m * (x - 1.0) / k).exp(), m * y / k + turn);
            (x, y) = (size * angle.cos(), size * angle.sin());
        }
        sum += (1.0 - x) / ((1.0 - x).powi(2) + y * y);
    }
    m / (2.0 * (k - m)) - (k - 1.0 + m) / 2.0 + sum
}

#[test]
fn departures_by_timetable() {
    for (capacity, m, told) in [(50, 40.0, 0.214239), (50, 45.6, 2.327294), (5, 4.0, 1.156240)] {
        let behind = left_behind(capacity, m);
        assert!((behind - told).abs() < 1e-6, "{behind} {told}");
        let rule = Rule::Timetable { first: Tick(0), headway: CLOCK.span(1.0) };
        let waits = seeds(|s| {
            let mut people = Ahead::new(Rates::constant(m, CLOCK), Stream::new(4, 1, s));
            let (mut waits, mut last) = (Moments::default(), None);
            for trip in 0..4_000 {
                let ready = last.unwrap_or(Tick(0));
                let now = match rule.decide(ready, ready, 0.0, last) {
                    Decision::At(t) => t,
                    Decision::Leave | Decision::Wait => ready,
                };
                let came = people.take(capacity, now);
                if trip > 400 {
                    came.iter().for_each(|&t| waits.add(CLOCK.time(now.since(t))));
                }
                last = Some(now);
            }
            waits.mean().unwrap()
        });
        agrees(&format!("timetable {capacity} {m}"), behind / m + 0.5, &waits, None);
    }
}

/// Ferries in a closed loop over ports, each an exponential berth; what lies between has any law. Trips an hour.
fn fleet(ferries: u32, ports: usize, sailing: Law, seed: u32) -> f64 {
    let mut berths: Vec<Servers> = (0..ports).map(|_| Servers::new(2, Preemption::Never)).collect();
    let (mut sea, mut work) = (Stream::new(6, 1, seed), Stream::new(6, 2, seed));
    let mut agenda = Agenda::default();
    let mut at: Vec<usize> = (0..ferries).map(|f| f as usize % ports).collect();
    for f in 0..ferries {
        agenda.at(Tick(0), Order::USUAL, Event::new(255, f));
    }
    let (warm, end) = (Tick(CLOCK.span(2_000.0)), Tick(CLOCK.span(42_000.0)));
    let mut trips = 0;
    while let Some((now, event)) = agenda.next(end) {
        let begins = if event.kind() == 255 {
            let ferry = event.index();
            let port = at[ferry as usize];
            let hours = 10.0 * work.exponential();
            berths[port].arrive(now, ferry, 0, CLOCK.span(hours)).map(|b| (port, b))
        } else {
            let port = usize::from(event.kind());
            berths[port].finish(now, event.index(), event.epoch()).and_then(|(ferry, next)| {
                trips += u32::from(now >= warm);
                at[ferry as usize] = (port + 1) % ports;
                agenda.at(now + CLOCK.span(sailing.draw(&mut sea)), Order::USUAL, Event::new(255, ferry));
                next.map(|b| (port, b))
            })
        };
        if let Some((port, b)) = begins {
            agenda.at(b.ends, Order::FIRST, Event::in_epoch(port as u8, b.slot, b.epoch));
        }
    }
    f64::from(trips) / CLOCK.time(end.since(warm))
}

/// Machine repair M/M/c//N (Palm), and two ports by the convolution of Gordon, Newell and Buzen. Insensitive to the law of sailing.
#[test]
fn fleets_in_a_closed_loop() {
    let sailing = Law::Triangular(16.0, 18.0, 24.0);
    let factor = |n: u32, berths: u32| (1..=n).fold(1.0, |f, k| f * 10.0 / f64::from(k.min(berths)));
    let sea = |n: u32, hours: f64| (1..=n).fold(1.0, |f, k| f * hours / f64::from(k));
    let weight = |n: u32, ports: u32, hours: f64| -> f64 {
        let one: Vec<f64> = (0..=n).map(|k| factor(k, 2)).collect();
        let mut all: Vec<f64> = (0..=n).map(|k| sea(k, hours)).collect();
        for _ in 0..ports {
            all = (0..=n as usize).map(|k| (0..=k).map(|j| all[j] * one[k - j]).sum()).collect();
        }
        all[n as usize]
    };
    let one = weight(5, 1, sailing.mean()) / weight(6, 1, sailing.mean());
    let two = 2.0 * weight(5, 2, 2.0 * sailing.mean()) / weight(6, 2, 2.0 * sailing.mean());
    assert!((one - 0.170980).abs() < 1e-6 && (two - 0.194906).abs() < 1e-6, "{one} {two}");
    agrees("one port", one, &seeds(|s| fleet(6, 1, sailing, s)), None);
    agrees("two ports", two, &seeds(|s| fleet(6, 2, sailing, s)), None);
}

/// Ready at a random moment, open 72 and closed 8 hours, exponential: a tenth of the time times 8 hours.
#[test]
fn the_weather_gate() {
    let waits = seeds(|s| {
        let season = Season { until: Tick::NEVER, share: 0.1, spell: Law::Exponential(8.0) };
        let mut storms = Closures::new(vec![season], CLOCK, Stream::new(2, 1, s));
        let (mut dice, mut storm, mut now) = (Stream::new(2, 2, s), (Tick(0), Tick(0)), Tick(0));
        let mut waits = Moments::default();
        for _ in 0..20_000 {
            now = now + CLOCK.span(5.0 * dice.exponential());
            while storm.1 <= now {
                storm = storms.next().unwrap();
            }
            waits.add(CLOCK.time(if storm.0 <= now { storm.1.since(now) } else { 0 }));
        }
        waits.mean().unwrap()
    });
    agrees("weather gate", 0.8, &waits, None);
}

/// What a seventh ferry saves: with shared luck at most a tenth of the variance, so ten times fewer replications.
#[test]
fn shared_luck_pays_tenfold() {
    let hours = |ferries: u32| seeds(|s| Crossing { ferries, ..Crossing::usual(100_000, 1, s) }.run().hours.mean().unwrap());
    let p = paired(&hours(6), &hours(7), 0.95);
    println!("a seventh ferry: {:?}", p);
    assert!(p.difference.mean + p.difference.half < 0.0, "it saves time");
    assert!(p.variance_ratio <= 0.1, "{}", p.variance_ratio);
}
