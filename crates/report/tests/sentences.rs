//! Every sentence and name that an answer brings in English is known to the catalogue, or to the names of the corridor, in each
//! language: an engine that words something anew is found here.

use keruen_model::scenario::{Scenario, parse};
use keruen_report::language::{Language, Voice};
use keruen_results::Silent;
use keruen_results::names::{Name, Names};
use keruen_results::route::{RouteAnswer, Way};
use keruen_study::{Asker, Study, VariantSpec, names};
use keruen_tables::{ReadOptions, read_folder, read_words};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Variants of the bundled study, chosen so that every kind of goods and of answer is among them.
const ASKED: &[(&str, &str)] = &[
    ("container-poti", "caspian"),
    ("wheat-yerevan", "direct"),
    ("uranium", "caspian"),
    ("oil", "btc"),
    ("oil", "btc-small"),
    ("fibre", "caspian"),
    ("seat", "fare"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian")
}

fn study_file() -> Study {
    keruen_study::parse(&std::fs::read_to_string(folder().join("study.toml")).unwrap()).unwrap()
}

fn scenarios(wanted: &BTreeSet<String>) -> Vec<Scenario> {
    let read = |name: &String| {
        let file = format!("scenarios/{name}.toml");
        parse(&file, &std::fs::read_to_string(folder().join(&file)).unwrap()).unwrap()
    };
    wanted.iter().map(read).collect()
}

fn asked() -> Vec<VariantSpec> {
    let study = study_file();
    let find = |(q, v): &(&str, &str)| {
        let question = study.questions.iter().find(|x| x.id == *q).unwrap();
        question.variants.iter().find(|x| x.id == *v).unwrap().clone()
    };
    ASKED.iter().map(find).collect()
}

/// Texts of a way.
fn of_way(w: &Way) -> Vec<String> {
    let mut out = vec![w.label.clone(), w.sheet.clone(), w.totals.hours.kind.clone()];
    out.extend(w.labels.iter().chain(&w.papers).chain(&w.gaps).cloned());
    out.extend(w.permits.iter().flat_map(|p| [p.name.clone(), p.authority.clone()]));
    for l in &w.legs {
        out.extend([l.name.clone(), l.from.name.clone(), l.to.name.clone(), l.wait_origin.clone(), l.operator.clone()]);
        out.extend(l.charges.iter().flat_map(|c| [c.name.clone(), c.operator.clone(), c.includes.clone(), c.excludes.clone()]));
        out.extend(l.emission.iter().map(|e| e.name.clone()));
    }
    if let Some(c) = &w.chain {
        out.push(c.scope.clone());
        out.extend(c.gaps.iter().cloned());
        out.extend(c.elements.iter().map(|e| e.gap.clone()));
    }
    out
}

fn of_answer(a: &RouteAnswer) -> Vec<String> {
    let mut out: Vec<String> = a.ways.iter().flat_map(of_way).chain(a.notes.iter().cloned()).collect();
    out.extend(a.question.conditions.iter().cloned());
    out.push(a.question.cargo_name.clone());
    if let Some(no) = &a.no_answer {
        out.extend([no.reason.clone(), no.hint.clone()]);
        out.extend(no.cut.iter().flat_map(|r| r.lifted_by.clone()));
    }
    out
}

#[test]
fn every_sentence_of_an_answer_is_known_in_every_language() {
    let corridor = read_folder(&folder(), &ReadOptions::default()).unwrap().corridor;
    let specs = asked();
    let scenarios = scenarios(&specs.iter().flat_map(|v| v.scenarios.clone()).collect());
    let mut asker = Asker::new(&corridor, &scenarios);
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for v in &specs {
        texts.extend(of_answer(&asker.ask(v, "test", &Silent).unwrap()));
    }
    texts.remove("");
    assert!(texts.len() > 200, "{} texts: the questions have answers", texts.len());
    for language in &Language::ALL[1..] {
        let names = names(&corridor, language.code());
        let voice = Voice::new(*language, &names);
        // A name that is the same in every language, as that of a company, has no row of its own.
        let same = |t: &str| corridor.tables.operator.iter().any(|o| corridor.strings.text(o.name) == t);
        let unknown: Vec<&String> = texts.iter().filter(|t| !voice.knows(t) && !same(t)).collect();
        assert!(unknown.is_empty(), "{}: {unknown:#?}", language.code());
    }
}

/// Limits and ships that a flow names, and who sits at the round tables at hand.
#[test]
fn every_limit_ship_and_preset_has_a_name_in_every_language() {
    let corridor = read_folder(&folder(), &ReadOptions::default()).unwrap().corridor;
    let (t, text) = (&corridor.tables, |name| corridor.strings.text(name).to_string());
    let mut texts: BTreeSet<String> = t.resource.iter().map(|r| text(r.name)).collect();
    texts.extend(t.fleet.iter().map(|f| format!("ship-hours: {}", text(f.name))));
    texts.extend(
        t.service.iter().flat_map(|s| ["places", "payload", "departures"].map(|what| format!("{what}: {}", text(s.name)))),
    );
    texts.extend(t.cargo.iter().map(|c| text(c.name)));
    texts.extend(t.link.iter().map(|l| text(l.name)).filter(|n| !n.is_empty()));
    for language in &Language::ALL[1..] {
        let names = names(&corridor, language.code());
        let voice = Voice::new(*language, &names);
        let english = |t: &&String| voice.found(t).is_none_or(|said| said == **t);
        let left: Vec<&String> = texts.iter().filter(english).collect();
        assert!(left.is_empty(), "{}: {left:#?}", language.code());
    }
}

/// What the study file and its figures say.
fn of_study(s: &Study) -> Vec<String> {
    let mut out = vec![s.title.clone(), s.about.clone()];
    for c in &s.claims {
        out.extend([c.text.clone(), c.who.clone(), c.not_computable.clone()]);
    }
    for q in &s.questions {
        out.extend([q.title.clone(), q.note.clone()]);
        out.extend(q.variants.iter().map(|v| v.label.clone()));
    }
    out.extend(s.round_table.iter().flat_map(|t| t.proposals.iter().map(|p| p.name.clone())));
    out.extend(s.flow.iter().flat_map(|f| f.origins.iter().map(|o| o.label.clone())));
    out.retain(|t| !t.is_empty());
    out
}

#[test]
fn every_text_of_the_bundled_study_stands_in_every_language() {
    let texts = of_study(&study_file());
    for language in &Language::ALL[1..] {
        let mut names = Names::none();
        for (english, text) in read_words(&folder(), language.code()).unwrap() {
            names.add("", &english, Some(Name::Text(text)));
        }
        let voice = Voice::new(*language, &names);
        let unknown: Vec<&String> = texts.iter().filter(|t| names.of(t).is_none()).collect();
        assert!(unknown.is_empty(), "{}: languages/study.csv lacks {unknown:#?}", language.code());
        assert!(texts.iter().all(|t| voice.phrase(t) != *t), "{}: a text stands in English", language.code());
    }
}

/// What a scenario says.
fn of_scenario(s: &Scenario) -> Vec<String> {
    let mut out = vec![s.name.clone(), s.why.clone()];
    out.extend(s.changes.iter().map(|c| c.why.clone()));
    out.extend(s.cost.iter().flat_map(|c| [c.why.clone(), c.life_why.clone()]));
    out
}

fn every_scenario() -> Vec<Scenario> {
    let files = std::fs::read_dir(folder().join("scenarios")).unwrap();
    let names = files.map(|f| f.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
    scenarios(&names.collect())
}

#[test]
fn every_text_of_the_bundled_scenarios_stands_in_every_language() {
    let mut texts: BTreeSet<String> = every_scenario().iter().flat_map(of_scenario).collect();
    texts.remove("");
    assert!(texts.len() > 150, "{} texts: the scenarios are where they were", texts.len());
    for language in &Language::ALL[1..] {
        let mut names = Names::none();
        names.add_texts(read_words(&folder(), language.code()).unwrap());
        let voice = Voice::new(*language, &names);
        let english: Vec<&String> = texts.iter().filter(|t| voice.phrase(t) == **t).collect();
        assert!(english.is_empty(), "{}: languages/scenarios.csv lacks {english:#?}", language.code());
    }
}

#[test]
fn counters_and_fleets_have_a_name_in_every_language() {
    let corridor = read_folder(&folder(), &ReadOptions::default()).unwrap().corridor;
    let counters = corridor.tables.counter.iter().map(|c| corridor.strings.text(c.name));
    let called: Vec<&str> = counters.chain(corridor.tables.fleet.iter().map(|f| corridor.strings.text(f.name))).collect();
    assert!(called.len() > 150);
    for language in &Language::ALL[1..] {
        let names = names(&corridor, language.code());
        let unnamed: Vec<&&str> = called.iter().filter(|t| !matches!(names.of(t), Some(Name::Text(_)))).collect();
        assert!(unnamed.is_empty(), "{}: {unnamed:#?}", language.code());
    }
}

#[test]
fn a_list_whose_parts_hold_commas_is_parted_at_what_is_known() {
    let mut names = Names::none();
    names.add_texts(vec![("loading, by crane".into(), "yükleme".into()), ("pipe".into(), "boru".into())]);
    let voice = Voice::new(Language::Turkish, &names);
    let said = voice.phrase("no emission factor is known for: pipe, loading, by crane, pipe");
    assert!(said.contains("boru, yükleme, boru"), "{said}");
}

/// A title stands in the language of its page: none passes as said in another, but for the name of a company or a port.
#[test]
fn no_title_of_a_source_is_taken_for_a_sentence() {
    let corridor = read_folder(&folder(), &ReadOptions::default()).unwrap().corridor;
    let titles: BTreeSet<&str> = corridor.tables.source.iter().map(|s| corridor.strings.text(s.title)).collect();
    assert!(titles.len() > 500, "{} titles", titles.len());
    for language in &Language::ALL[1..] {
        let names = names(&corridor, language.code());
        let voice = Voice::new(*language, &names);
        let taken: Vec<&&str> = titles.iter().filter(|t| names.of(t).is_none() && voice.knows(t)).collect();
        assert!(taken.is_empty(), "{}: {taken:#?}", language.code());
    }
}

#[test]
fn every_repair_of_a_feed_is_known_in_every_language() {
    for language in &Language::ALL[1..] {
        let voice = Voice::plain(*language);
        let all = keruen_tables::gtfs::KINDS.iter().flat_map(|kind| [kind.wrong, kind.done]).filter(|t| *t != "Etc/UTC");
        let unknown: Vec<&str> = all.filter(|t| !voice.knows(t) || voice.phrase(t) == *t).collect();
        assert!(unknown.is_empty(), "{}: {unknown:#?}", language.code());
    }
}

#[test]
fn a_title_in_the_shape_of_a_refusal_is_not_known() {
    let turkish = Voice::plain(Language::Turkish);
    for title in [
        "Port of Aktau (press release): the year in figures",
        "Kazakhstan (2025): France",
        "Kazakhstan (draft): law of a port",
        "Oil loading record (assumed): 5 to 20",
    ] {
        assert!(!turkish.knows(title), "{title}");
    }
    assert!(turkish.knows("Kazakhstan (avoid): you asked to keep away from it"));
    assert!(turkish.knows("Kazakhstan (class-7, Government of France): you asked to keep away from it"));
}
