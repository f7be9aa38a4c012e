//! Small nets by hand.

use super::net::{Net, SpanOf, YEAR};
use super::repair::{History, histories};
use super::{reliable, ways};
use keruen_events::random::Law;
use std::num::NonZeroUsize;

/// Spans between numbered places, each with an availability; places stand in one country each.
fn net(spans: &[(usize, usize, f64)]) -> Net {
    let n = spans.iter().map(|s| s.0.max(s.1)).max().unwrap_or(0) + 1;
    let span = |(i, &(a, b, up)): (usize, &(usize, usize, f64))| SpanOf {
        link: format!("s{i}"),
        name: String::new(),
        ends: [a, b],
        km: 100.0,
        glass_ms: 1.0,
        equipment_ms: 0.0,
        // One fault a year; the repair is as long as the availability says.
        faults: 1.0,
        repair: Law::Exponential((1.0 / up - 1.0) * YEAR),
        ship: None,
    };
    let mut net = Net {
        nodes: (0..n).map(|i| format!("n{i}")).collect(),
        countries: (0..n).map(|i| format!("C{i}")).collect(),
        spans: spans.iter().enumerate().map(span).collect(),
        ships: Vec::new(),
        beside: Vec::new(),
    };
    net.tie();
    net
}

fn exact(net: &Net, from: usize, to: usize) -> f64 {
    let all: Vec<usize> = (0..net.spans.len()).collect();
    reliable::available(net, (from, to), &all, &|i| net.spans[i].up())
}

/// 0 --0.9-- 1 --0.8-- 2: both must work.
#[test]
fn series_multiply() {
    assert!((exact(&net(&[(0, 1, 0.9), (1, 2, 0.8)]), 0, 2) - 0.72).abs() < 1e-12);
}

/// Two spans side by side: 1 - 0.1 x 0.2.
#[test]
fn parallel_spans_fail_together_only() {
    assert!((exact(&net(&[(0, 1, 0.9), (0, 1, 0.8)]), 0, 1) - 0.98).abs() < 1e-12);
}

/// ```text
///     1
///   / | \        the bridge, every span 0.9: 2 p^2 + 2 p^3 - 5 p^4 + 2 p^5 = 0.97848
///  0  |  3
///   \ | /
///     2
/// ```
#[test]
fn the_bridge() {
    let b = net(&[(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (1, 3, 0.9), (2, 3, 0.9)]);
    assert!((exact(&b, 0, 3) - 0.97848).abs() < 1e-12);
    assert_eq!(ways::paths(&b, 0, 3).len(), 4);
}

/// Research file, section 5: 380 km of seabed at 0.17 faults a year and 1000 km, 25 days of repair: 99.56 %; at three times the
/// rate 98.7 %; 3000 km buried at 2.13 and 6 h: 99.56 %; both independent: 99.998 %.
#[test]
fn the_cable_by_hand() {
    let up = |km: f64, rate: f64, hours: f64| 1.0 / (1.0 + km / 1000.0 * rate * hours / YEAR);
    let (sea, thrice, land) = (up(380.0, 0.17, 600.0), up(380.0, 0.51, 600.0), up(3000.0, 2.13, 6.0));
    assert!((sea - 0.9956).abs() < 5e-5 && (thrice - 0.987).abs() < 5e-4 && (land - 0.9956).abs() < 5e-5);
    let two = net(&[(0, 1, sea), (0, 1, land)]);
    assert!((reliable::of_two(&[0], &[1], &|i| two.spans[i].up()) - 0.99998).abs() < 1e-5);
    assert!((exact(&two, 0, 1) - reliable::of_two(&[0], &[1], &|i| two.spans[i].up())).abs() < 1e-15);
}

/// ```text
/// 0 --- 1 --- 3      the fast way runs over the middle place; two ways that share no span exist, both over 1 or not:
///  \   / \   /
///    2     4         spans 0-2, 2-1 and 1-4, 4-3 go round
/// ```
#[test]
fn pairs_share_no_span_and_where_wanted_no_place() {
    let n = net(&[(0, 1, 0.9), (1, 3, 0.9), (0, 2, 0.9), (2, 1, 0.9), (1, 4, 0.9), (4, 3, 0.9)]);
    let list = ways::paths(&n, 0, 3);
    assert!(ways::pair(&n, 0, &list, false).is_some(), "over 1 both times");
    assert!(ways::pair(&n, 0, &list, true).is_none(), "every way passes 1");
}

const H: History = History { seed: 3, replications: 40, years: 400 };

/// A crew for each: the histories tend to the exact availability.
#[test]
fn histories_without_a_shared_ship_agree_with_the_formula() {
    let b = net(&[(0, 1, 0.97), (0, 2, 0.95), (1, 2, 0.9), (1, 3, 0.96), (2, 3, 0.98)]);
    let i = histories(&b, &[(0, 3)], H, NonZeroUsize::MIN)[0];
    assert!((i.mean - exact(&b, 0, 3)).abs() < 4.0 * i.half / 2.0, "{i:?} {}", exact(&b, 0, 3));
}

/// Two equal cables, one ship: a closed queue of two machines and one repairman (Palm 1947). With r = faults x repair, the chance
/// that both are down is 2 r^2 / (1 + 2 r + 2 r^2).
#[test]
fn two_cables_and_one_ship_are_the_repairman_problem() {
    let mut n = net(&[(0, 1, 0.9), (0, 1, 0.9)]);
    n.ships = vec!["sea".into()];
    n.spans.iter_mut().for_each(|s| s.ship = Some(0));
    let r: f64 = 1.0 / 0.9 - 1.0;
    let good = 1.0 - 2.0 * r * r / (1.0 + 2.0 * r + 2.0 * r * r);
    let i = histories(&n, &[(0, 1)], H, NonZeroUsize::MIN)[0];
    assert!((i.mean - good).abs() < 4.0 * i.half / 2.0, "{i:?} {good}");
    assert!(good < exact(&n, 0, 1), "the ship costs availability");
    let two = histories(&n, &[(0, 1)], H, NonZeroUsize::new(2).unwrap())[0];
    assert_eq!(i, two, "any number of threads");
}
