//! The bundled corridor by months, proven: goods may wait in its yards, stores and tanks.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_results::flow::{FlowAnswer, WayFlow};
use keruen_tables::{ReadOptions, read_folder};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_year_by_months_is_proven() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let mut carried = Vec::new();
    for year in [2023, 2024, 2025] {
        let question = FlowQuestion { months: true, storage: true, ..FlowQuestion::of(year) };
        let (answer, proof) = Flow::new(&corridor, question).unwrap().proven(&Silent).unwrap();
        let verdict = certify_flow(&corridor, &answer, &proof);
        assert!(verdict.holds(), "{year}: {:?}", verdict.flaws.iter().take(5).collect::<Vec<_>>());
        assert!(answer.limits.iter().all(|l| l.share <= 1.0 + 1e-6), "{year}");
        carried.extend(answer.limits.iter().any(|l| l.limit.ends_with(".carried")).then_some(year));
    }
    // Before 2025 ships and berths take every month what comes: nothing has to wait.
    assert_eq!(carried, [2025]);
}

/// A way is told once, with what it carries in each month, though months have networks of their own.
fn ways_look_different(answer: &FlowAnswer) {
    for w in &answer.wishes {
        for (i, one) in w.ways.iter().enumerate() {
            let sum: f64 = one.amounts.iter().sum();
            assert!((sum - one.amount).abs() <= 1e-9 * sum, "{}", w.wish);
            let same = |other: &&WayFlow| {
                WayFlow { amount: 0.0, amounts: Vec::new(), ..(*other).clone() }
                    == WayFlow { amount: 0.0, amounts: Vec::new(), ..one.clone() }
            };
            assert_eq!(w.ways[i..].iter().filter(same).count(), 1, "{}: {}", w.wish, one.summary);
        }
    }
}

/// Some of the crude of 2025 stays behind in February, whose days are few: background traffic too is told what stops it.
#[test]
fn who_stays_behind_in_some_month_is_told_why() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let question = FlowQuestion { months: true, ..FlowQuestion::of(2025) };
    let answer = Flow::new(&corridor, question).unwrap().solve(&Silent).unwrap();
    ways_look_different(&answer);
    let left = answer.wishes.iter().filter(|w| w.unserved > 0.0);
    let kinds: BTreeSet<&str> = left.clone().map(|w| w.kind.as_str()).collect();
    assert_eq!(kinds, BTreeSet::from(["background", "through"]));
    for w in left {
        assert!(!w.stopped_by.is_empty() || w.no_way.is_some(), "{}: {} stay behind without a reason", w.wish, w.unserved);
    }
}
