//! What competing origins cost at a market stands in the notes.
//!
//! ```text
//! kostanay  149 + carriage ---\
//!                              baku   1.3 Mt asked: all from the cheaper, some dollars a tonne decide
//! saratov   175 + carriage ---/
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

#[test]
fn what_each_origin_costs_is_told_and_the_cheaper_one_sells() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let mut flow = Flow::new(&corridor, FlowQuestion { markets: true, ..FlowQuestion::of(2024) }).unwrap();
    let answer = flow.solve(&Silent).unwrap();
    let note = answer.notes.iter().find(|n| n.starts_with("wheat-az.2024")).unwrap();
    let (kz, ru) = (cost(note, "wheat-kz.2024"), cost(note, "wheat-ru.2024"));
    let share = |supply: &str| answer.origins.iter().find(|o| o.supply == supply).map_or(0.0, |o| o.share);
    let (dear, cheap) = if kz < ru { ("wheat-ru.2024", "wheat-kz.2024") } else { ("wheat-kz.2024", "wheat-ru.2024") };
    assert!((kz - ru).abs() > 0.1, "{note}");
    assert!(share(cheap) > share(dear), "{note}");
    assert!(
        !Flow::new(&corridor, FlowQuestion::of(2024))
            .unwrap()
            .solve(&Silent)
            .unwrap()
            .notes
            .iter()
            .any(|n| n.contains("delivered"))
    );
}

fn cost(note: &str, supply: &str) -> f64 {
    let rest = note.split_once(supply).unwrap().1.trim_start();
    rest.split([',', ':']).next().unwrap().parse().unwrap()
}
