//! "Why not?" with each of its verdicts, on the worked example with one thing changed.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT -- TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::scenario::{Scenario, parse};
use keruen_model::{Corridor, TableKind};
use keruen_results::Silent;
use keruen_results::why_not::{Verdict, WhyNot};
use keruen_study::{Asker, StudyError, VariantSpec, When};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let loaded = read_folder(&folder, &ReadOptions::default()).unwrap();
    assert!(loaded.faults.is_empty());
    loaded.corridor
}

/// Adds a row `table:field=value|field=value`.
fn add(c: &mut Corridor, row: &str) {
    let (table, cells) = row.split_once(':').unwrap();
    let kind = TableKind::from_name(table).unwrap();
    let at = c.tables.push_blank(kind, &mut c.strings);
    set(c, kind, at, cells);
}

/// Changes cells: `table:id|field=value|field=value`.
fn change(c: &mut Corridor, what: &str) {
    let (row, cells) = what.split_once('|').unwrap();
    let (table, id) = row.split_once(':').unwrap();
    let kind = TableKind::from_name(table).unwrap();
    let at = c.tables.position(kind, c.strings.find(id).unwrap()).unwrap();
    set(c, kind, at, cells);
}

fn set(c: &mut Corridor, kind: TableKind, at: usize, cells: &str) {
    for cell in cells.split('|') {
        let (field, value) = cell.split_once('=').unwrap();
        c.tables.set(kind, at, kind.spec().field(field).unwrap(), value, &mut c.strings).unwrap();
    }
}

fn drop_rows(c: &mut Corridor, table: TableKind, wanted: &str) {
    let gone: Vec<usize> =
        (0..c.tables.len(table)).filter(|&i| c.text(c.tables.key(table, i).unwrap()).starts_with(wanted)).collect();
    c.tables.retain(table, |i| !gone.contains(&i));
}

/// `quantity unit cargo from to`.
fn spec(words: &str) -> VariantSpec {
    let w: Vec<&str> = words.split(' ').collect();
    VariantSpec {
        id: "q".into(),
        label: String::new(),
        from: w[3].into(),
        to: w[4].into(),
        cargo: w[2].into(),
        equipment: String::new(),
        quantity: w[0].parse().unwrap(),
        unit: w[1].into(),
        day: "2025-06-01".into(),
        scenarios: Vec::new(),
        avoid: Vec::new(),
        must_use: Vec::new(),
        beside: Vec::new(),
        permits_asked: String::new(),
        return_day: String::new(),
        protected: false,
    }
}

const BOXES: &str = "2 container container-40 steppe poti";
const WHEAT: &str = "600 t wheat steppe tbilisi";
const URANIUM: &str = "60 t uranium steppe tbilisi";

fn ask_under(c: &Corridor, scenarios: &[Scenario], v: &VariantSpec, subject: &str) -> Result<WhyNot, StudyError> {
    Asker::new(c, scenarios).why_not(v, subject, &When::default(), &Silent)
}

fn ask(c: &Corridor, words: &str, subject: &str) -> WhyNot {
    ask_under(c, &[], &spec(words), subject).unwrap()
}

#[test]
fn used_by_a_way_of_the_answer() {
    let c = mini();
    for subject in
        ["feeder-aktau-alat", "feeder Aktau-Alat", "link:steppe-aktau", "Aktau", "operator:mini-feeder", "aktau-terminal"]
    {
        let a = ask(&c, BOXES, subject);
        assert_eq!((a.verdict, a.ways.len()), (Verdict::Used, 1), "{subject}");
        assert_eq!(a.ways[0].way.label, "cheapest");
    }
    assert_eq!(ask(&c, BOXES, "AZ").ways.len(), 2);
}

#[test]
fn allowed_but_beaten_with_the_differences() {
    // By the north: 3,400 USD, 240 h, 4,000 kg; the feeder: 2,900 USD, 96 h or so, 936 kg.
    let a = ask(&mini(), BOXES, "outside-north");
    assert_eq!(a.verdict, Verdict::Dominated);
    let beaten = &a.ways[0].beaten_by;
    assert_eq!(a.ways[0].way.cost, 3400.0);
    assert_eq!(beaten.iter().map(|b| b.by.label.as_str()).collect::<Vec<_>>(), ["cheapest", "fastest"]);
    assert!((beaten[0].cost - 500.0).abs() < 1e-9 && (beaten[0].co2e_kg - 3064.0).abs() < 1e-6, "{:?}", beaten[0]);
}

#[test]
fn taken_out_by_a_rule_with_its_owner_and_what_lifts_it() {
    let a = ask(&mini(), "60 t uranium steppe tbilisi", "feeder-aktau-alat");
    assert_eq!(a.verdict, Verdict::Refused);
    assert_eq!((a.because[0].rule.as_str(), a.because[0].authority.as_str()), ("class-7-sea", "invented"));
    assert!(!a.opened_by.is_empty());
    // Nothing of class 7 comes to Poti, so nothing there puts it aboard anything either: the rule is the reason.
    let a = ask(&mini(), &URANIUM.replace("tbilisi", "poti"), "operator:port-poti");
    assert_eq!((a.verdict, a.because[0].rule.as_str()), (Verdict::Refused, "class-7-poti"), "{}", a.reason);
    // A refusal that names a permit and ends on a day is lifted by either.
    let mut c = mini();
    add(
        &mut c,
        "rule:rule_id=ban|effect=refuse|at=service:ferry-kuryk-alat|permit=class-7-transit|valid_to=2025-08-31|authority=a|reason=b",
    );
    let a = ask(&c, BOXES, "ferry-kuryk-alat");
    assert_eq!(a.verdict, Verdict::Refused);
    assert_eq!(
        a.opened_by,
        ["permit transit permit for class 7 by invented authority", "a day from 2025-09-01 on, when the rule no longer holds"]
    );
}

#[test]
fn a_scenario_that_takes_the_rule_out_is_named() {
    let mut c = mini();
    add(&mut c, "rule:rule_id=ban|effect=refuse|at=service:ferry-kuryk-alat|authority=a|reason=b");
    let toml = "id = \"free\"\nname = \"No ban\"\n[[change]]\ntable = \"rule\"\nremove = \"ban\"\nwhy = \"x\"\n";
    let scenarios = [parse("scenarios/free.toml", toml).unwrap()];
    let a = ask_under(&c, &scenarios, &spec(BOXES), "ferry-kuryk-alat").unwrap();
    assert!(a.opened_by.contains(&"--scenario free (No ban)".to_string()), "{:?}", a.opened_by);
}

#[test]
fn above_a_quota() {
    let mut c = mini();
    change(&mut c, "permit:class-7-transit|quota=50|unit=t");
    let a = ask(&c, URANIUM, "ferry-kuryk-alat");
    assert_eq!((a.verdict, a.opened_by), (Verdict::Quota, vec!["a lot of at most 50 t".to_string()]));
}

#[test]
fn no_tariff() {
    let mut c = mini();
    drop_rows(&mut c, TableKind::Tariff, "feeder-box");
    assert_eq!(ask(&c, BOXES, "feeder-aktau-alat").verdict, Verdict::NoPrice);
}

#[test]
fn kept_away_from_by_the_asker() {
    let mut v = spec(BOXES);
    v.avoid = vec!["service:feeder-aktau-alat".into()];
    let c = mini();
    let a = ask_under(&c, &[], &v, "feeder-aktau-alat").unwrap();
    assert_eq!((a.verdict, a.because[0].rule.as_str()), (Verdict::Asked, "asked"));
}

#[test]
fn too_shallow() {
    let mut c = mini();
    change(&mut c, "vehicle:feeder-20|draught=4.5");
    change(&mut c, "facility:aktau-terminal|draught=4");
    let a = ask(&c, BOXES, "feeder-aktau-alat");
    assert_eq!(a.verdict, Verdict::Draught, "{a:?}");
    assert!(a.opened_by[0].contains("Aktau container terminal"));
}

#[test]
fn not_open_and_the_scenario_or_day_that_opens_it() {
    let mut c = mini();
    change(&mut c, "service:feeder-aktau-alat|status=proposed");
    let toml = "id = \"opened\"\nname = \"Feeder at last\"\n[[change]]\ntable = \"service\"\nid = \"feeder-aktau-alat\"\nfield = \"status\"\nold = \"proposed\"\nset = \"open\"\nwhy = \"x\"\n";
    let scenarios = [parse("scenarios/opened.toml", toml).unwrap()];
    let a = ask_under(&c, &scenarios, &spec(BOXES), "feeder-aktau-alat").unwrap();
    assert_eq!((a.verdict, a.opened_by), (Verdict::NotOpen, vec!["--scenario opened (Feeder at last)".to_string()]));
    assert!(a.reason.contains("proposed"));
    let mut c = mini();
    change(&mut c, "service:feeder-aktau-alat|valid_from=2026-01-01");
    assert_eq!(ask(&c, BOXES, "feeder-aktau-alat").opened_by, ["a day from 2026-01-01 on"]);
    // The service is open, its line is not.
    let mut c = mini();
    change(&mut c, "link:aktau-alat|status=closed");
    let a = ask(&c, BOXES, "feeder-aktau-alat");
    assert_eq!((a.verdict, a.because[0].what.as_str()), (Verdict::NotOpen, "link:aktau-alat"));
}

#[test]
fn goods_that_do_not_fit() {
    // Wheat comes in hoppers, the feeder takes boxes.
    assert_eq!(ask(&mini(), WHEAT, "feeder-aktau-alat").verdict, Verdict::Unfit);
    let mut c = mini();
    change(&mut c, "service:ferry-kuryk-alat|cargo=wheat");
    assert_eq!(ask(&c, BOXES, "ferry-kuryk-alat").verdict, Verdict::Unfit);
    drop_rows(&mut c, TableKind::Fit, "hopper-ferry");
    assert_eq!(ask(&c, WHEAT, "ferry-kuryk-alat").verdict, Verdict::Unfit, "the ferry has no room for hoppers");
}

#[test]
fn rails_of_another_gauge() {
    let mut c = mini();
    change(&mut c, "link:tbilisi-poti|gauge=1435");
    assert_eq!(ask(&c, BOXES, "link:tbilisi-poti").verdict, Verdict::Gauge);
}

#[test]
fn what_cannot_be_reached_and_what_leads_nowhere() {
    let mut c = mini();
    add(&mut c, "node:node_id=island|name=Island|x_coord=1|y_coord=1|node_type=port|country=AZ");
    assert_eq!(ask(&c, BOXES, "Island").verdict, Verdict::Unreached);
    // A siding that ends at a mine: in and out over the same rails.
    add(&mut c, "node:node_id=mine|name=Mine|x_coord=2|y_coord=2|node_type=mine|country=KZ");
    add(
        &mut c,
        "link:link_id=siding|from_node_id=steppe|to_node_id=mine|mode=rail|length=10|operator_id=ktz|gauge=1520|free_speed=30|traction=diesel",
    );
    let a = ask(&c, BOXES, "Mine");
    assert_eq!(a.verdict, Verdict::DeadEnd, "{}", a.reason);
}

#[test]
fn an_unknown_name_is_an_error_with_the_nearest() {
    let c = mini();
    let e = ask_under(&c, &[], &spec(BOXES), "service:feeder-aktau-alatt").unwrap_err().to_string();
    assert!(e.contains("did you mean \"feeder-aktau-alat\"?"), "{e}");
}

#[test]
fn a_question_without_an_answer_offers_those_that_have_one() {
    let c = mini();
    let mut asker = Asker::new(&c, &[]);
    let mut v = spec("60 t uranium steppe poti");
    v.avoid = vec!["node:kuryk_port".into()];
    let offered: Vec<String> = asker.alternatives(&v, &Silent).unwrap().into_iter().map(|a| a.change).collect();
    assert_eq!(offered, ["to aktau_port"], "class 7 is refused at Poti and on the feeder, the ferry is avoided");
    v.avoid.clear();
    let offered: Vec<String> = asker.alternatives(&v, &Silent).unwrap().into_iter().map(|a| a.change).collect();
    assert_eq!(offered, ["to tbilisi", "to aktau_port"]);
}

#[test]
fn a_batch_is_the_same_for_any_number_of_threads_and_keeps_its_order() {
    let c = mini();
    let asker = Asker::new(&c, &[]);
    let mut questions = Vec::new();
    for i in 0..150 {
        let words = [BOXES, WHEAT, URANIUM, "60 t uranium steppe poti"][i % 4];
        let mut v = spec(words);
        v.day = format!("2025-06-{:02}", 1 + i % 5);
        v.quantity += i as f64;
        questions.push(v);
    }
    let one = asker.batch((&questions, &[]), 1, &Silent).unwrap();
    assert_eq!(asker.batch((&questions, &[]), 4, &Silent).unwrap(), one);
    assert_eq!(one[7].as_ref().unwrap().question.cargo, "uranium");
    assert!(one[7].as_ref().unwrap().no_answer.is_some() && one[4].as_ref().unwrap().question.quantity == 6.0);
}
