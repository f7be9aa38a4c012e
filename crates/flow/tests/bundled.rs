//! The bundled corridor: every year answers, and what must hold of any answer holds.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::TableKind;
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;
use keruen_tables::{ReadOptions, read_folder};
use std::collections::BTreeMap;
use std::path::Path;

fn holds(a: &FlowAnswer) {
    assert!(a.certificate.gap < 1e-9, "{:?}", a.certificate);
    for l in &a.limits {
        assert!(l.used <= l.amount * (1.0 + 1e-9) + 1e-6, "{} is used beyond what there is", l.limit);
        assert!(l.price == 0.0 || l.share > 1.0 - 1e-6, "{} has a price and room", l.limit);
    }
    for w in &a.wishes {
        let sum = w.carried + w.outside + w.unserved;
        assert!((sum - w.asked).abs() <= 1e-6 * w.asked.max(1.0), "{}: {sum} of {}", w.wish, w.asked);
        assert!(w.ways.iter().all(|x| x.amount > 0.0) && w.unserved >= 0.0, "{}", w.wish);
        assert!(w.unserved == 0.0 || !w.stopped_by.is_empty() || w.no_way.is_some(), "{} stays behind without a reason", w.wish);
    }
}

#[test]
fn every_year_is_answered_and_adds_up() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for (year, markets) in [(2023, false), (2024, false), (2024, true), (2025, false)] {
        let question = FlowQuestion { markets, ..FlowQuestion::of(year) };
        let (answer, proof) = Flow::new(&corridor, question).unwrap().proven(&Silent).unwrap();
        holds(&answer);
        let verdict = certify_flow(&corridor, &answer, &proof);
        assert!(verdict.holds(), "{year}: {:#?}", verdict.flaws.iter().take(10).map(ToString::to_string).collect::<Vec<_>>());
        assert!(verdict.checked.limits_recomputed > 50 && verdict.checked.uses_recomputed > 15, "{:?}", verdict.checked);
        assert!(answer.totals.tonnes > 1e6);
        for o in &answer.origins {
            assert!(markets && o.share > 0.0 && o.share <= 1.0);
        }
    }
}

/// A row for each cargo that says nothing about it tells all goods apart: each has a graph of its own then, and moves as before.
#[test]
fn goods_that_share_a_graph_move_as_if_each_had_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let mut corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let question = FlowQuestion::of(2024);
    let shared = Flow::new(&corridor, question.clone()).unwrap().solve(&Silent).unwrap();
    let choice = Flow::new(&corridor, question.clone()).unwrap().choose(None, &Silent).unwrap().0;
    let rule = corridor.tables.rule.iter().position(|r| corridor.strings.id(r.rule_id) == "class-7-us").unwrap();
    let field = |name: &str| TableKind::Rule.spec().fields.iter().position(|f| f.name == name).unwrap();
    let cargoes: Vec<String> = corridor.tables.cargo.iter().map(|c| corridor.strings.id(c.cargo_id).to_string()).collect();
    for cargo in cargoes {
        let row = corridor.tables.push_copy(TableKind::Rule, rule, &format!("names-{cargo}"), &mut corridor.strings).unwrap();
        corridor.tables.set(TableKind::Rule, row, field("cargo"), &cargo, &mut corridor.strings).unwrap();
    }
    let apart = Flow::new(&corridor, question.clone()).unwrap().solve(&Silent).unwrap();
    assert!(shared.size.states < apart.size.states, "{} and {} states", shared.size.states, apart.size.states);
    assert_eq!((&shared.wishes, &shared.elements, &shared.accounts), (&apart.wishes, &apart.elements, &apart.accounts));
    assert_eq!(shared.limits, apart.limits);
    let chosen = Flow::new(&corridor, question).unwrap().choose(None, &Silent).unwrap().0;
    let tonnes = |a: &FlowAnswer| -> BTreeMap<String, f64> { a.elements.iter().map(|e| (e.what.clone(), e.tonnes)).collect() };
    let (shared, apart) = (tonnes(&choice), tonnes(&chosen));
    assert_eq!(shared.keys().collect::<Vec<_>>(), apart.keys().collect::<Vec<_>>());
    for (what, one) in shared {
        let other = apart[&what];
        assert!((one - other).abs() <= 1e-6 * one.max(1.0), "{what}: {one} and {other}");
    }
}
