//! Comparisons on the bundled corridor: what must hold whatever the figures are.

use keruen_forum::{Chance, merge, preset, presets};
use keruen_model::scenario::{Scenario, parse};
use keruen_results::Silent;
use keruen_results::compare::CompareAnswer;
use keruen_study::compare::{Comparer, compare};
use keruen_study::round_table::{proposals, question, table, weigh};
use keruen_study::seats::{SeatsQuestion, seats};
use keruen_study::{RoundTableSpec, Study};
use keruen_tables::{Loaded, ReadOptions, read_folder};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian")
}

fn load() -> (Loaded, Vec<Scenario>, Study) {
    let loaded = read_folder(&folder(), &ReadOptions::default()).unwrap();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join("scenarios")).unwrap().flatten().map(|e| e.path()).collect();
    files.sort();
    let scenarios = files.iter().map(|f| parse("scenario", &std::fs::read_to_string(f).unwrap()).unwrap()).collect();
    let study = keruen_study::parse(&std::fs::read_to_string(folder().join("study.toml")).unwrap()).unwrap();
    (loaded, scenarios, study)
}

fn spec(study: &Study) -> &RoundTableSpec {
    study.round_table.as_ref().unwrap()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| (*s).to_string()).collect()
}

fn two(base: &[&str], other: &[&str]) -> CompareAnswer {
    let (loaded, scenarios, study) = load();
    let mut c = Comparer::new(&loaded.corridor, &scenarios, question(&study, spec(&study)));
    compare(&mut c, &names(base), &[names(other)], &Silent).unwrap()
}

#[test]
fn the_base_against_itself_differs_in_nothing() {
    let a = two(&[], &[]);
    assert!(a.figures.iter().all(|f| f.cells[1].difference.is_none_or(|d| d.mid == 0.0)));
    assert!(a.payers.iter().all(|p| p.change[0] == 0.0));
    assert_eq!((a.worth[0].all.low, a.worth[0].all.high), (0.0, 0.0));
}

/// A subsidy that goes is a transfer: what shippers lose the state keeps, as long as nobody ships another way. Its sum is what the
/// flow's own total cost says.
#[test]
fn a_transfer_cancels() {
    let a = two(&[], &["grain-subsidy-off"]);
    let w = &a.worth[0];
    let charges = a.figures.iter().find(|f| f.id == "charges").unwrap().cells[1].difference.unwrap().mid;
    assert!(w.shippers.mid < -1e6 && w.budgets > 1e6, "{w:?}");
    assert!((w.shippers.mid + charges).abs() < 1e-3 * charges.abs(), "shippers lose what charges rise: {w:?} {charges}");
    assert!(w.all.mid.abs() < 0.02 * w.budgets, "{w:?}");
}

#[test]
fn what_is_compared_backwards_changes_its_sign() {
    let (there, back) = (two(&[], &["tariff-minus-10"]), two(&["tariff-minus-10"], &[]));
    for (f, g) in there.figures.iter().zip(&back.figures) {
        let (x, y) = (f.cells[1].difference.map(|d| d.mid), g.cells[1].difference.map(|d| d.mid));
        assert!(x.zip(y).is_none_or(|(x, y)| (x + y).abs() <= 1e-9 * x.abs().max(1.0)), "{} {x:?} {y:?}", f.id);
    }
    assert!((there.worth[0].shippers.mid + back.worth[0].shippers.mid).abs() < 1.0);
}

/// The presets weigh criteria that the round table has; the same bytes come twice; and nothing done brings nothing.
#[test]
fn presets_weigh_every_proposal() {
    let (loaded, scenarios, study) = load();
    // A year as one period: what is tested here does not hang on months, which take a minute more.
    let asked = RoundTableSpec { months: false, ..spec(&study).clone() };
    let list = proposals(&loaded.corridor, &scenarios, (&study, &asked), &Silent).unwrap();
    let t = table(&list);
    assert!(t.alternatives.len() == list.len() + 1 && t.cells[0].iter().all(|c| c.is_some_and(|c| c.mid == 0.0)));
    for (name, _) in presets() {
        let parties = merge(vec![preset(name).unwrap()]).unwrap();
        let hear = || weigh(list.clone(), &parties, Chance { seed: 1, draws: 200 }, &Silent).unwrap();
        assert_eq!(hear(), hear(), "{name}");
    }
    let by_id = |id: &str| &list.iter().find(|p| p.id == id).unwrap().compare;
    assert!(by_id("dredging").others[0].cost.is_some() && by_id("feeders").others[0].cost.is_none(), "no source prices a feeder");
    assert!(list.iter().all(|p| p.compare.others[0].sources.iter().all(|f| !f.publisher.is_empty())));
}

#[test]
fn a_budget_for_seats_is_kept_and_more_money_brings_no_less() {
    let (loaded, _, _) = load();
    let plan = seats(&loaded.corridor, &SeatsQuestion::new(1e9, "KZT")).unwrap();
    assert!(plan.uses.iter().all(|u| u.usd <= plan.budget_usd + 1e-6 && u.proven), "{:?}", plan.uses);
    assert!(plan.curve.windows(2).all(|w| w[0].extra <= w[1].extra + 1e-9));
    assert!(plan.uses[2].extra >= plan.uses[0].extra.max(plan.uses[1].extra) - 1e-9, "both instruments beat one");
    for u in &plan.uses {
        let by_state: f64 = u.by_state.iter().map(|s| s.1).sum();
        assert!((by_state - u.usd).abs() < 1e-6 * u.usd.max(1.0));
    }
    let floored = SeatsQuestion { floor: 0.02, ..SeatsQuestion::new(1e9, "KZT") };
    let fair = seats(&loaded.corridor, &floored).unwrap();
    let both = &fair.uses[2];
    assert!(both.by_state.iter().all(|s| s.1 >= 0.02 * fair.budget_usd - 1e-6) && both.extra <= plan.uses[2].extra + 1e-9);
}
