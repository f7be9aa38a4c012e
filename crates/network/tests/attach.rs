//! An index that is taken off its corridor while a cell changes gives the graph that a new index gives, for every number of the
//! worked example; and one that has answered other questions before gives the graph of one that has not.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::provenance::Parameter;
use keruen_model::{Amount, Corridor, Dist, Id, Quantity, Ratio, TableKind};
use keruen_network::compile::{Consignment, Index, Layout, StateGraph, compile};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let whole = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    whole.on(whole.as_of())
}

fn lots(c: &Corridor) -> Vec<Consignment> {
    let lot = |from: &str, to: &str, cargo: &str, amount: f64| {
        let id = |s: &str| c.strings.find(s).unwrap();
        Consignment::plain((Id::new(id(from)), Id::new(id(to))), Id::new(id(cargo)), Amount(amount), c.as_of())
    };
    vec![
        lot("steppe", "poti", "container-40", 1.0),
        lot("steppe", "poti", "container-40", 60.0),
        lot("steppe", "poti", "wheat", 600.0),
        lot("steppe", "tbilisi", "wheat", 70.0),
    ]
}

fn graphs(index: &Index<'_>, lots: &[Consignment]) -> Vec<StateGraph> {
    lots.iter().map(|q| compile(index, q).unwrap()).collect()
}

fn same(a: &[StateGraph], b: &[StateGraph], what: &str) {
    for (a, b) in a.iter().zip(b) {
        assert_eq!(a.states, b.states, "{what}");
        assert_eq!(a.refusals, b.refusals, "{what}");
        assert_eq!(a.goals, b.goals, "{what}");
        assert!(a.arcs == b.arcs, "{what}: other arcs");
    }
}

/// The cell of a parameter with a tenth more in it; `None` where it is no number.
fn more(c: &Corridor, p: Parameter) -> Option<String> {
    let old = p.value(c);
    match Dist::<Ratio>::parse(&old) {
        Some(d) => Some(d.scaled(1.1).to_string()),
        None => old.parse::<f64>().ok().map(|v| (v * 1.1).to_string()),
    }
}

#[test]
fn what_is_kept_over_a_change_is_what_would_be_made_anew() {
    let mut c = mini();
    let lots = lots(&c);
    let mut layout = Index::new(&c, c.as_of()).detach();
    let (mut kept, mut moved) = (0, 0);
    for &table in TableKind::ALL {
        for row in 0..c.tables.len(table) {
            for field in 1..table.spec().fields.len() {
                let p = Parameter { table, row, field };
                let Some(cell) = more(&c, p).filter(|_| Layout::outlasts(&c, p)) else { continue };
                let old = p.value(&c);
                let before = graphs(&Index::new(&c, c.as_of()), &lots);
                if c.tables.set(table, row, field, &cell, &mut c.strings).is_err() {
                    continue;
                }
                let index = Index::attach(&c, layout, p);
                let (attached, new) = (graphs(&index, &lots), graphs(&Index::new(&c, c.as_of()), &lots));
                same(&attached, &new, &p.name(&c));
                (kept, moved) = (kept + 1, moved + usize::from(before.iter().zip(&new).any(|(a, b)| a.arcs != b.arcs)));
                layout = index.detach();
                c.tables.set(table, row, field, &old, &mut c.strings).unwrap();
                layout = Index::attach(&c, layout, p).detach();
            }
        }
    }
    // Most of the numbers tried do something, so that a layout that kept too much would be found.
    assert!(kept > 40 && moved * 2 > kept, "{kept} kept, {moved} of them moved something");
}

#[test]
fn questions_asked_before_leave_no_trace() {
    let c = mini();
    let lots = lots(&c);
    let index = Index::new(&c, c.as_of());
    let first = graphs(&index, &lots);
    let again = graphs(&index, &lots);
    same(&first, &again, "asked twice");
    for (q, g) in lots.iter().zip(&first) {
        let alone = [compile(&Index::new(&c, c.as_of()), q).unwrap()];
        same(&alone, std::slice::from_ref(g), "asked alone");
    }
    assert_eq!(first[0].arcs.len(), first[1].arcs.len());
    let tonnes = |g: &StateGraph| g.lot.tonnes.value();
    assert!(tonnes(&first[0]) < tonnes(&first[1]));
}
