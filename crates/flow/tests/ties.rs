//! Of ways of the bundled corridor that cost the same one is told, and the same one after what does not touch it.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;
use keruen_tables::{ReadOptions, read_folder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What carries other amounts in one answer than in another.
fn moved(a: &FlowAnswer, b: &FlowAnswer) -> BTreeSet<String> {
    let of = |answer: &FlowAnswer| -> BTreeMap<String, f64> {
        answer.elements.iter().map(|e| (format!("{} {} {}", e.what, e.name, e.direction), e.tonnes)).collect()
    };
    let (a, b) = (of(a), of(b));
    let tonnes = |of: &BTreeMap<String, f64>, what: &String| of.get(what).copied().unwrap_or(0.0);
    let same = |what: &&String| (tonnes(&a, what) - tonnes(&b, what)).abs() <= 1e-6 * (1.0 + tonnes(&a, what));
    a.keys().chain(b.keys()).filter(|what| !same(what)).cloned().collect()
}

/// A limit is taken away for a while, and given back; the next is asked from there. Some limits are full, most are not.
#[test]
fn what_is_told_does_not_hang_on_what_was_asked_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for year in [2023, 2024, 2025] {
        let mut flow = Flow::new(&corridor, FlowQuestion::of(year)).unwrap();
        let first = flow.solve(&Silent).unwrap();
        let used: Vec<_> = first.limits.iter().filter(|l| l.share > 0.2).take(12).cloned().collect();
        let mut detours = 0;
        for l in &used {
            flow.add(&l.limit, 0, -l.used / 2.0).unwrap();
            detours += usize::from(!moved(&first, &flow.solve(&Silent).unwrap()).is_empty());
            flow.add(&l.limit, 0, l.used / 2.0).unwrap();
            let again = flow.solve(&Silent).unwrap();
            assert_eq!(moved(&first, &again), BTreeSet::new(), "{year}, {}", l.limit);
        }
        assert!(detours > 2, "{year}: {detours} of {} limits move anything", used.len());
    }
}
