//! The questions of the bundled corridor's study, each answer certified.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::tiny::Random;
use common::{folder, read};
use keruen_certify::certify_route;
use keruen_model::scenario::{Scenario, parse};
use keruen_model::{Corridor, Date, Row, Status, validate::validate};
use keruen_results::Silent;
use keruen_study::{Asker, Study, VariantSpec};
use std::path::Path;

/// Questions drawn at random, each asked there and back.
const QUESTIONS: usize = 200;

fn scenarios(folder: &Path) -> Vec<Scenario> {
    let Ok(files) = std::fs::read_dir(folder.join("scenarios")) else { return Vec::new() };
    let mut paths: Vec<_> = files.flatten().map(|f| f.path()).filter(|p| p.extension().is_some_and(|x| x == "toml")).collect();
    paths.sort();
    paths.iter().filter_map(|p| parse(&p.display().to_string(), &std::fs::read_to_string(p).ok()?).ok()).collect()
}

/// What was asked, and what is wrong with the answers.
#[derive(Default)]
struct Tally {
    asked: usize,
    ways: usize,
    found: Vec<String>,
    unasked: Vec<String>,
}

impl Tally {
    /// A variant and its way back. One that cannot be asked (it names a row that is not in the tables) is for the study to report.
    fn certify(&mut self, asker: &mut Asker<'_>, v: &VariantSpec, place: &str) {
        let back = VariantSpec { from: v.to.clone(), to: v.from.clone(), ..v.clone() };
        for (v, place) in [(v, place.to_string()), (&back, format!("{place}, back"))] {
            let answer = match asker.ask(v, &place, &Silent) {
                Ok(answer) => answer,
                Err(e) => {
                    self.unasked.push(format!("{place}: {e}"));
                    continue;
                }
            };
            let (corridor, _) = asker.stack(&v.scenarios, Date::parse(&v.day)).unwrap();
            self.found.extend(certify_route(corridor, &answer).iter().map(|d| format!("{place}: {d}")));
            self.asked += 1;
            self.ways += answer.ways.len();
        }
    }
}

/// The bundled corridor and its study; `None`, with a message, where it does not load or has faults (`keruen check` names them).
fn bundled() -> Option<(Corridor, Study, Vec<Scenario>)> {
    let folder = folder("trans-caspian");
    let text = std::fs::read_to_string(folder.join("study.toml")).ok()?;
    let (corridor, study) = read(&folder).zip(keruen_study::parse(&text).ok())?;
    let faults = validate(&corridor);
    if let Some(first) = faults.first() {
        println!("corridors/trans-caspian has {} faults, the first: {first}", faults.len());
        return None;
    }
    Some((corridor, study, scenarios(&folder)))
}

#[test]
fn every_answer_of_the_bundled_study_is_certified() {
    let Some((corridor, study, scenarios)) = bundled() else {
        println!("skipped: corridors/trans-caspian does not load whole");
        return;
    };
    let mut asker = Asker::new(&corridor, &scenarios);
    let mut tally = Tally::default();
    for q in &study.questions {
        for v in &q.variants {
            tally.certify(&mut asker, v, &format!("{}/{}", q.id, v.id));
        }
    }
    println!("{} answers with {} ways; not asked: {:#?}", tally.asked, tally.ways, tally.unasked);
    assert!(tally.ways > 0, "the study finds no way");
    assert!(tally.found.is_empty(), "{} discrepancies:\n{}", tally.found.len(), tally.found.join("\n"));
}

/// Other places, goods, days and scenarios than those of the study: what nobody looked at.
#[test]
fn answers_to_questions_that_nobody_asked_are_certified() {
    let Some((corridor, _, scenarios)) = bundled() else {
        println!("skipped: corridors/trans-caspian does not load whole");
        return;
    };
    let mut asker = Asker::new(&corridor, &scenarios);
    let mut tally = Tally::default();
    let r = &mut Random::new(7);
    let strings = &corridor.strings;
    let days = ["2018-06-15", "2023-02-01", "2024-07-15", "2025-03-01", "2025-11-03", "2026-09-30"];
    for i in 0..QUESTIONS {
        let t = &corridor.tables;
        let day = days[r.below(days.len() as u64)];
        let open: Vec<_> = t.node.iter().filter(|n| n.status == Status::Open && n.holds_on(Date::parse(day).unwrap())).collect();
        let mut node = || strings.id(open[r.below(open.len() as u64)].node_id).to_string();
        let (from, to) = (node(), node());
        let cargo = &t.cargo.rows()[i % t.cargo.len()];
        let large = matches!(cargo.unit, keruen_model::Unit::T);
        let quantity = if large { 500.0 * (1 + r.below(4)) as f64 } else { (1 + r.below(5)) as f64 };
        let cargo = strings.id(cargo.cargo_id).to_string();
        // Half of them under a scenario, on a day that its changes may not have reached.
        let scenarios: Vec<String> =
            scenarios.get(r.below(2 * scenarios.len() as u64)).map(|s| s.id.clone()).into_iter().collect();
        let place = format!("{quantity} {cargo} {from} {to} {day} {scenarios:?}");
        tally.certify(&mut asker, &VariantSpec { from, to, cargo, quantity, day: day.into(), scenarios, ..variant() }, &place);
    }
    println!("{} answers with {} ways; not asked: {:#?}", tally.asked, tally.ways, tally.unasked);
    assert!(tally.found.is_empty(), "{} discrepancies:\n{}", tally.found.len(), tally.found.join("\n"));
}

fn variant() -> VariantSpec {
    let empty = String::new;
    VariantSpec {
        id: empty(),
        label: empty(),
        from: empty(),
        to: empty(),
        cargo: empty(),
        equipment: empty(),
        quantity: 1.0,
        unit: empty(),
        day: empty(),
        scenarios: Vec::new(),
        avoid: Vec::new(),
        must_use: Vec::new(),
        return_day: empty(),
        protected: false,
        beside: Vec::new(),
        permits_asked: empty(),
    }
}

/// One box, forty boxes and a lot of grain take three different ways at the least cost; the through rate of 2018 is asked once.
#[test]
fn the_asked_quantity_decides_on_the_bundled_corridor() {
    let Some((corridor, ..)) = bundled() else {
        println!("skipped: corridors/trans-caspian does not load whole");
        return;
    };
    let cheapest = |words: &str| {
        let mut question = common::consignment(&corridor, words);
        question.avoid_countries = vec!["RU".into(), "IR".into()];
        let a = common::answer(&corridor, &question);
        let way = a.ways.into_iter().find(|w| w.labels.iter().any(|l| l == "cheapest"));
        way.unwrap_or_else(|| panic!("{words}: no way"))
    };
    // Services, and entry-exit prices where no service is ridden.
    let services = |words: &str| -> Vec<String> {
        let moves = cheapest(words).legs.into_iter().filter(|l| !l.mode.is_empty() && l.link.is_none());
        moves.map(|l| l.service.unwrap_or(l.name)).collect()
    };
    let one = services("1 container-40 altynkol poti 2025-11-03");
    let forty = services("40 container-40 altynkol poti 2025-11-03");
    let lot = services("1000 wheat altynkol poti 2025-11-03");
    println!("{one:?}\n{forty:?}\n{lot:?}");
    let by_train = |list: &[String]| list.iter().any(|s| s == "block-altynkol-aktau");
    assert!(by_train(&forty) && !by_train(&one));
    assert!(lot != one && lot != forty, "grain is priced as a container");
    for (words, rate) in [
        ("1 container-40 altynkol istanbul_port 2018-06-01", "quoted-altynkol-istanbul_port-box-40-2018"),
        ("1 container-40 tashkent derince 2020-06-01", "quoted-tashkent-istanbul-box-40-2020-turkmenbashi"),
    ] {
        let way = cheapest(words);
        let asked = way.legs.iter().flat_map(|l| &l.charges).filter(|c| c.tariff == rate).count();
        let under = way.legs.iter().filter(|l| l.through.as_deref() == Some(rate)).count();
        println!("{words}: {} USD, {under} legs under the rate", way.totals.cost.amount);
        assert!(asked == 1 && under > 3, "{words}: {under} legs, asked {asked} times");
    }
}
