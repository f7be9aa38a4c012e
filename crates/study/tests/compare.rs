//! Comparisons on the bundled corridor: what must hold whatever the figures are.

use keruen_forum::{Chance, merge, preset, presets};
use keruen_model::Date;
use keruen_model::scenario::{Scenario, parse};
use keruen_results::compare::CompareAnswer;
use keruen_results::forum::Span;
use keruen_results::paired::PairedAnswer;
use keruen_results::{Progress, Silent};
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_study::compare::{CompareQuestion, Comparer, Luck, asked, compare};
use keruen_study::round_table::{proposals, question, table, weigh};
use keruen_study::seats::{SeatsQuestion, seats};
use keruen_study::{FlowAsk, Ranging, RoundTableSpec, Study, StudyError, flow_of, stacked};
use keruen_tables::{Loaded, ReadOptions, read_folder};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

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

/// The flow of a year as one period, and no questions of ways: what is tested hangs on neither.
fn quick(ranging: Option<Ranging>, luck: Option<Luck>) -> CompareQuestion {
    let (loaded, _, _) = load();
    CompareQuestion { ranging, luck, ..asked(&loaded.corridor, None, Some(2024), &[]).unwrap() }
}

fn threads(n: usize) -> NonZeroUsize {
    NonZeroUsize::new(n).unwrap()
}

fn deeper(question: CompareQuestion, others: &[&[&str]]) -> CompareAnswer {
    let (loaded, scenarios, _) = load();
    let others: Vec<Vec<String>> = others.iter().map(|o| names(o)).collect();
    compare(&mut Comparer::new(&loaded.corridor, &scenarios, question), &[], &others, &Silent).unwrap()
}

/// Draws move all sides alike: a side that changes nothing differs by nothing in every draw, however far the figures themselves
/// move; lower tariffs lower what is paid, surely; and threads do not tell.
#[test]
fn draws_are_shared_by_all_sides() {
    let ask = |n| quick(Some(Ranging { samples: 12, seed: 3, threads: threads(n) }), None);
    let a = deeper(ask(2), &[&[], &["tariff-minus-10"]]);
    assert_eq!(a, deeper(ask(1), &[&[], &["tariff-minus-10"]]));
    let sample = a.sample.unwrap();
    assert!(sample.draws == 12 && sample.failed == 0 && sample.parameters > 1000, "{sample:?}");
    let charges = a.figures.iter().find(|f| f.id == "charges").unwrap();
    let own = charges.cells[0].value.unwrap();
    assert!(own.high - own.low > 0.1 * own.mid, "what nobody read moves the charges: {own:?}");
    for f in a.figures.iter() {
        let c = &f.cells[1];
        assert_eq!((c.difference.unwrap(), c.sign.unwrap().share), (Span::exact(0.0), 1.0), "{}", f.id);
        assert_eq!(c.value, f.cells[0].value, "{}", f.id);
    }
    let cheaper = &charges.cells[2];
    let (d, sign) = (cheaper.difference.unwrap(), cheaper.sign.unwrap());
    assert!(sign.sure && d.high < 0.0 && sign.share == 1.0, "{d:?} {sign:?}");
    assert!(d.high - d.low < 0.2 * (own.high - own.low), "what both do not know cancels: {d:?} in {own:?}");
    assert_eq!(a.worth[0].drawn.unwrap().span, Span::exact(0.0));
}

/// The same replications on all sides: a side that changes nothing differs by nothing in each, and others differ as
/// `simulate --against` says on another number of threads.
#[test]
fn luck_is_shared_by_all_sides() {
    let luck = Luck { replications: 3, seed: 5, threads: threads(2) };
    let a = deeper(quick(None, Some(luck)), &[&[], &["two-more-ferries"]]);
    let s = a.simulated.unwrap();
    assert_eq!((s.replications, s.first.as_str(), s.last.as_str()), (3, "2024-01-01", "2024-12-31"));
    assert!(s.figures.iter().take(6).all(|f| f.headline) && s.figures[0].base.mean > 0.0);
    for f in &s.figures {
        assert!(f.others[0].as_ref().is_none_or(|d| d.difference.mean == 0.0 && !d.sure), "{}", f.what);
    }
    let paired = against("two-more-ferries", 3, 5);
    for d in paired.differences.iter().filter(|d| d.headline) {
        let f = s.figures.iter().find(|f| f.what == d.what).unwrap();
        assert_eq!(f.others[1].as_ref(), Some(d));
    }
    assert!(paired.differences.iter().any(|d| d.difference.mean != 0.0));
}

/// What `keruen simulate --against` does.
fn against(scenario: &str, replications: u32, seed: u64) -> PairedAnswer {
    let (loaded, scenarios, _) = load();
    let run = |names: &[String]| {
        let corridor = stacked(&loaded.corridor, &scenarios, names).unwrap().corridor;
        let ask = FlowAsk { scenarios: names.to_vec(), ..FlowAsk::of(2024) };
        let shares = flow_of((&loaded.corridor, &corridor), &ask, &Silent).unwrap();
        let day = |m, d| Date::new(2024, m, d).unwrap();
        let question = SimulateQuestion { replications, seed, ..SimulateQuestion::of(day(1, 1), day(12, 31)) };
        Simulation::new(&corridor, question, &[shares]).unwrap().run(&Silent).unwrap()
    };
    keruen_simulate::compare(&run(&[]), &run(&names(&[scenario])))
}

/// Stops when so much of the whole is done.
struct Impatient {
    until: f64,
    done: AtomicU64,
}

impl Impatient {
    fn until(until: f64) -> Impatient {
        Impatient { until, done: AtomicU64::new(0) }
    }
}

impl Progress for Impatient {
    fn step(&self, done: u64, total: u64) {
        assert!(done <= total, "{done} of {total}");
        let millionths = (done as f64 / total.max(1) as f64 * 1e6) as u64;
        self.done.fetch_max(millionths, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.done.load(Ordering::Relaxed) as f64 >= self.until * 1e6
    }
}

/// Sides take the first tenth of a comparison with draws or replications.
#[test]
fn an_asker_who_leaves_is_told_what_is_finished() {
    let (loaded, scenarios, _) = load();
    let ranging = Some(Ranging { samples: 200, seed: 1, threads: threads(2) });
    let luck = Some(Luck { replications: 500, seed: 1, threads: threads(2) });
    let ask = |question, until| {
        let mut c = Comparer::new(&loaded.corridor, &scenarios, question);
        compare(&mut c, &[], &[names(&["two-more-ferries"])], &Impatient::until(until))
    };
    assert_eq!(ask(quick(ranging, None), 0.0).unwrap_err(), StudyError::Cancelled, "nothing was finished");
    let whole = ask(quick(None, None), 2.0).unwrap();
    assert!(whole.stopped.is_empty());
    let drawn = ask(quick(ranging, None), 0.14).unwrap();
    let made = drawn.sample.as_ref().unwrap().draws;
    assert!((2..200).contains(&made), "{made}");
    assert_eq!(drawn.stopped, [format!("Stopped before all draws were made: low and high rest on {made} of 200.")]);
    assert!(drawn.figures.iter().any(|f| f.cells[1].sign.is_some()));
    let simulated = ask(quick(None, luck), 0.12).unwrap();
    assert!(simulated.simulated.is_none() && simulated.stopped[0].contains("without pairs"), "{:?}", simulated.stopped);
    let middle = |a: &CompareAnswer| a.figures.iter().map(|f| f.cells[1].difference.map(|d| d.mid)).collect::<Vec<_>>();
    assert_eq!(middle(&simulated), middle(&whole), "what is finished is as it is without stopping");
}
