//! Stations against queueing theory: mean of 200 seeds within 3 standard errors of the exact value.

mod common;

use common::{CLOCK, Class, Shop, agrees, seeds};
use keruen_events::Tick;
use keruen_events::models::{Single, Tandem};
use keruen_events::random::{Law, Stream};
use keruen_events::recursion::Station;
use keruen_events::servers::Preemption;

/// Mean wait of M/M/c: C(c, a) / (c mu - lambda), C by Erlang's B recursion.
fn erlang_c_wait(servers: u32, lambda: f64, mu: f64) -> f64 {
    let (c, a) = (f64::from(servers), lambda / mu);
    let b = (1..=servers).fold(1.0, |b, k| a * b / (f64::from(k) + a * b));
    b / (1.0 - a / c * (1.0 - b)) / (c * mu - lambda)
}

fn single(rho: f64, customers: u64, seed: u32) -> Single {
    Single { lambda: rho, mu: 1.0, customers, seed: 5, replication: seed }
}

/// M/M/1 by recursion: the deviation over seeds is that of theory, so the bands are known beforehand; and the z-scores pass the
/// test of Kolmogorov and Smirnov (below 1.63 / sqrt(200) with probability 0.99).
#[test]
fn one_server_and_its_asymptotic_variance() {
    let waits = seeds(|s| single(0.5, 50_000, s).by_recursion().mean().unwrap());
    let usual = single(0.5, 50_000, 0);
    agrees("M/M/1 rho 0.5", usual.exact(), &waits, Some(usual.deviation()));
    let mut z: Vec<f64> = waits.iter().map(|w| (w - usual.exact()) / usual.deviation()).collect();
    z.sort_by(f64::total_cmp);
    let below = |x: f64| keruen_normal(x);
    let n = z.len() as f64;
    let gap = z.iter().enumerate().map(|(i, &x)| (below(x) - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
    assert!(gap < 1.63 / n.sqrt(), "Kolmogorov-Smirnov {gap}");
    let heavy = seeds(|s| single(0.9, 1_000_000, s).by_recursion().mean().unwrap());
    let usual = single(0.9, 1_000_000, 0);
    assert!((usual.exact() - 9.0 * 0.9 / 0.9).abs() < 1e-9);
    agrees("M/M/1 rho 0.9", usual.exact(), &heavy, Some(usual.deviation()));
    let mean = heavy.iter().sum::<f64>() / 200.0;
    let sd = (heavy.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / 199.0).sqrt();
    // The sd of a sample sd of 200 is a twentieth of it.
    assert!((sd / usual.deviation() - 1.0).abs() < 3.0 * 0.05, "{sd} {}", usual.deviation());
}

/// Distribution function of the normal law by bisection in its quantiles.
fn keruen_normal(x: f64) -> f64 {
    let (mut low, mut high) = (1e-12, 1.0 - 1e-12);
    for _ in 0..60 {
        let p = 0.5 * (low + high);
        if keruen_events::maths::normal_quantile(p) < x { low = p } else { high = p }
    }
    low
}

/// The three ways of one model see the same customers: not a bit differs.
#[test]
fn events_statistics_and_recursion_agree_to_the_tick() {
    let s = single(0.8, 20_000, 3);
    let noted = s.with_statistics();
    let mean = |ticks: f64| ticks / 1e6;
    let recursion = s.by_recursion().mean().unwrap();
    assert!((s.by_events() - recursion).abs() < 1e-9);
    assert!((mean(noted.queue.stay.mean().unwrap()) - recursion).abs() < 1e-9);
    assert!(noted.inside.sketch.quantile(0.5).unwrap() < noted.inside.sketch.quantile(0.9).unwrap());
}

/// The recursion of Kiefer and Wolfowitz gives each customer of M/U/3 the passage that the event engine gives him.
#[test]
fn recursion_of_three_servers_is_the_event_engine() {
    let class = Class { rate: 2.5, work: Law::Uniform(0.5, 1.5) };
    let shop = Shop::new(3, Preemption::Never, &[class], 9).serve(20_000);
    let (mut arrivals, mut work) = (Stream::new(17, 0, 9), Stream::new(17, 1, 9));
    let (mut station, mut at, mut waits, mut served) = (Station::new(3), Tick(0), 0_u128, 0);
    let begun = shop.station.queue.passed().1;
    for _ in 0..20_000 {
        at = at + CLOCK.span(arrivals.exponential() / 2.5);
        let p = station.pass(at, CLOCK.span(class.work.draw(&mut work)));
        if served < begun {
            waits += u128::from(p.begins.since(at));
            served += 1;
        }
    }
    let told = shop.station.queue.stay.mean().unwrap() * begun as f64;
    assert!((told - waits as f64).abs() <= 1e-6 * told, "{told} {waits}");
}

#[test]
fn several_servers() {
    assert!((erlang_c_wait(2, 1.6, 1.0) - 1.777778).abs() < 1e-6);
    for (c, lambda) in [(2, 1.6), (5, 4.0)] {
        let class = Class { rate: lambda, work: Law::Exponential(1.0) };
        let stays = seeds(|s| Shop::new(c, Preemption::Never, &[class], s).serve(20_000).stays[0].mean().unwrap());
        agrees(&format!("M/M/{c}"), erlang_c_wait(c, lambda, 1.0) + 1.0, &stays, None);
    }
}

/// Pollaczek and Khinchine: lambda E[S^2] / (2 (1 - rho)).
#[test]
fn general_work() {
    let laws = [
        (0.8, Law::Fixed(1.0), 1.0, 2.0),
        (0.8, Law::Uniform(0.5, 1.5), 1.0 + 1.0 / 12.0, 2.166667),
        (0.7, Law::Gamma(1.0, 0.5), 3.0, 3.5),
    ];
    for (lambda, work, square, told) in laws {
        let exact = lambda * square / (2.0 * (1.0 - lambda));
        assert!(f64::abs(exact - told) < 1e-6);
        let class = Class { rate: lambda, work };
        let stays = seeds(|s| Shop::new(1, Preemption::Never, &[class], s).serve(20_000).stays[0].mean().unwrap());
        agrees(&format!("M/G/1 {work:?}"), exact + 1.0, &stays, None);
    }
}

#[test]
fn a_row_of_stations() {
    let row = |s| Tandem { stations: 10, servers: 2, lambda: 1.6, mu: 1.0, customers: 12_000, seed: 8, replication: s };
    assert!((row(0).exact() - 27.777778).abs() < 1e-6);
    agrees("10 x M/M/2", row(0).exact(), &seeds(|s| row(s).by_events(2_000).mean().unwrap()), None);
}

/// Cobham 1954: W_k = W0 / ((1 - s_(k-1)) (1 - s_k)).
#[test]
fn priorities_without_interruption() {
    let classes = [0.3, 0.4].map(|rate| Class { rate, work: Law::Exponential(1.0) });
    let runs: Vec<_> =
        (0..2).map(|k| seeds(|s| Shop::new(1, Preemption::Never, &classes, s).serve(40_000).stays[k].mean().unwrap())).collect();
    let w0 = 0.3 + 0.4;
    for (k, (exact, told)) in [(w0 / (1.0 - 0.3), 1.0), (w0 / ((1.0 - 0.3) * (1.0 - 0.7)), 3.333333)].into_iter().enumerate() {
        assert!(f64::abs(exact - told) < 1e-6);
        agrees(&format!("priority {k}"), exact + 1.0, &runs[k], None);
    }
}

/// The urgent do not see the others: M/M/1 of their own. All together: T_2 = (1 / mu) / ((1 - s_1) (1 - s_2)), exponential work, resumed.
#[test]
fn priorities_with_interruption() {
    let classes = [0.3, 0.4].map(|rate| Class { rate, work: Law::Exponential(1.0) });
    let stays = |k: usize| seeds(|s| Shop::new(1, Preemption::Resume, &classes, s).serve(40_000).stays[k].mean().unwrap());
    agrees("urgent", 1.0 / (1.0 - 0.3), &stays(0), None);
    agrees("interrupted", 1.0 / ((1.0 - 0.3) * (1.0 - 0.7)), &stays(1), None);
}

/// Erlang's B, whatever the law of work.
#[test]
fn turned_away() {
    let b = (1..=4).fold(1.0, |b, k| 3.0 * b / (f64::from(k) + 3.0 * b));
    for work in [Law::Exponential(1.0), Law::Fixed(1.0), Law::LogNormal(0.8, 0.6680472308365775)] {
        let lost = seeds(|s| {
            let mut shop = Shop::new(4, Preemption::Never, &[Class { rate: 3.0 / work.mean(), work }], s);
            shop.loses = true;
            shop.serve(20_000).lost()
        });
        agrees(&format!("Erlang B {work:?}"), b, &lost, None);
    }
}
