//! The verbs that make corridors, hand tables over and look things up speak every language; what they write stays as it is.

mod refused;
mod spoken;

use refused::{refuses, refuses_but};
use spoken::{MINI, OTHERS, english_left, run, says_no_english};
use std::path::{Path, PathBuf};

const INPUTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inputs");

/// A folder of a test's own, gone when it ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("spoken-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Scratch(folder)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Asks in English and in each language; `line` is given the language for the names of what it writes.
fn speaks(line: impl Fn(&str) -> Vec<String>) {
    speaks_but(line, &[]);
}

/// The same, where texts of the corridor that stand in no other language are told.
fn speaks_but(line: impl Fn(&str) -> Vec<String>, kept: &[String]) {
    let told = |lang: &str| {
        let line = line(lang);
        let mut words: Vec<&str> = line.iter().map(String::as_str).collect();
        words.extend(["--lang", lang]);
        let (code, out, said) = run(&words, None);
        assert_eq!(code, 0, "{words:?}: {said}");
        (line, out + &said)
    };
    let (line, english) = told("en");
    assert!(!english_left(&english).is_empty(), "the check knows English: {line:?}\n{english}");
    for lang in OTHERS {
        let (line, said) = told(lang);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        says_no_english(lang, &line, &said, kept);
    }
}

fn words(line: &[&str]) -> Vec<String> {
    line.iter().map(ToString::to_string).collect()
}

#[test]
fn making_a_corridor_speaks_and_writes_the_same_files() {
    let here = Scratch::new("new");
    speaks(|lang| words(&["new", &here.at(lang)]));
    let study = |lang: &str| std::fs::read_to_string(here.0.join(lang).join("study.toml")).unwrap();
    assert!(OTHERS.iter().all(|lang| study(lang) == study("en")), "data knows no language");
    refuses(&["new", &here.at("en")]);
}

#[test]
fn workbooks_speak_every_language() {
    let here = Scratch::new("table");
    speaks(|lang| words(&["table", "export", &here.at(&format!("{lang}.xlsx")), MINI]));
    speaks(|lang| words(&["table", "import", &here.at("en.xlsx"), MINI, "--out", &here.at(&format!("from-{lang}"))]));
    refuses(&["table", "export", &here.at("en.xlsx"), MINI]);
    refuses(&["table", "export", &here.at("new.xlsx"), MINI, "--table", "nothing-like-it"]);
    refuses(&["table", "export", &here.at("new.xlsx"), MINI, "--table", "nodee"]);
    refuses(&["table", "import", &here.at("nowhere.xlsx"), MINI]);
    refuses(&["table", "legs", &here.at("nowhere.xlsx")]);
    refuses(&["table", "legs", &here.at("en.xlsx")]);
}

#[test]
fn handing_over_and_back_speaks_every_language() {
    let here = Scratch::new("exchange");
    for format in ["csv", "gmns", "gtfs", "geojson", "datapackage"] {
        for lang in OTHERS {
            let target = here.at(&format!("{format}-{lang}"));
            let (code, out, said) = run(&["export", MINI, format, &target, "--lang", lang], None);
            assert_eq!(code, 0, "{said}");
            says_no_english(lang, &["export", format], &(out + &said), &[]);
        }
    }
    let feed = here.at("gtfs-kk");
    spoil(Path::new(&feed));
    speaks(|lang| words(&["import", "gtfs", &feed, &here.at(&format!("from-gtfs-{lang}"))]));
    let gmns = here.at("gmns-kk");
    std::fs::remove_file(Path::new(&gmns).join("config.csv")).unwrap();
    speaks(|lang| words(&["import", "gmns", &gmns, &here.at(&format!("from-gmns-{lang}"))]));
    let net = here.at("tiny_net.tntp");
    std::fs::write(&net, NET).unwrap();
    speaks(|lang| words(&["import", "tntp", &net, &here.at(&format!("from-tntp-{lang}"))]));
    refuses(&["export", MINI, "csv", &feed]);
    refuses(&["import", "gmns", &here.at("nowhere"), &here.at("new")]);
    refuses(&["import", "gtfs", &feed, &here.at("new"), "--trips", "x"]);
    refuses(&["import", "gmns", &feed, &here.at("new"), "--trips", "x"]);
    refuses(&["import", "tntp", &here.at("nowhere.tntp"), &here.at("new")]);
}

const NET: &str = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n\
    ~ init term capacity length time b power speed toll type ;\n1 3 100 10 6 0.15 4 60 0 1 ;\n3 2 0 0 2 0.15 4 60 0 1 ;\n";

/// A feed with repairs of every shape: of a file, of one row, of several rows with their values.
fn spoil(feed: &Path) {
    std::fs::write(
        feed.join("agency.txt"),
        "agency_id,agency_name,agency_url,agency_timezone\na,,http://a.example,Nowhere/Here\n",
    )
    .unwrap();
    let stops = std::fs::read_to_string(feed.join("stops.txt")).unwrap();
    std::fs::write(feed.join("stops.txt"), format!("{stops}\n\nbad,Bad\n")).unwrap();
}

#[test]
fn batches_speak_every_language() {
    let here = Scratch::new("batch");
    let batch = format!("{INPUTS}/batch.csv");
    let csv = |lang: &str| here.at(&format!("{lang}.csv"));
    let of_files = ["the port of Poti takes no class 7 goods", "uranium to Poti"].map(String::from);
    speaks_but(|lang| words(&["route", MINI, "--batch", &batch, "--out", &csv(lang)]), &of_files);
    let answers = |lang: &str| std::fs::read_to_string(csv(lang)).unwrap();
    assert!(OTHERS.iter().all(|lang| answers(lang) == answers("en")), "CSV knows no language");
    let columns = ["\"to\"", ":2: to = "].map(String::from);
    refuses_but(&["route", MINI, "--batch", &format!("{INPUTS}/faulty-batch.csv")], &columns);
    refuses(&["route", MINI, "steppe", "--batch", &batch]);
    refuses(&["route", MINI, "--batch", &batch, "--protected"]);
    refuses(&["route", MINI, "--batch", &batch, "--return", "2025-06-01"]);
    refuses(&["route", MINI, "--batch", "nowhere.csv"]);
    let wrong = here.at("columns.csv");
    std::fs::write(&wrong, "from,too,cargo\nsteppe,poti,boxes,more\n").unwrap();
    refuses_but(&["route", MINI, "--batch", &wrong], &columns);
}

#[test]
fn departures_and_lists_refuse_in_every_language() {
    let ask = ["route", MINI, "steppe", "poti"];
    let refuse = |more: &[&str]| refuses(&[&ask[..], more].concat());
    refuse(&["--depart", "25:00"]);
    refuse(&["--any-day-in", "soon"]);
    refuse(&["--max-cost=-1"]);
    refuse(&["--promise=-3"]);
    refuse(&["--waits", "nowhere.json"]);
    refuse(&["--rules", "nowhere.csv"]);
    refuses(&["route", MINI]);
    refuses(&["reference", "man", "nothing"]);
    refuses(&["scenario", "diff", "base", "nothing", "--corridor", MINI]);
    refuses(&["scenario", "show", "nowhere.toml", "--corridor", MINI]);
    refuses(&["serve", MINI, "--listen", "127.0.0.1", "--token", "short"]);
    refuses(&["serve", MINI, "--port", "0", "--store", &format!("{INPUTS}/batch.csv")]);
}

#[test]
fn a_variable_that_is_no_language_is_told() {
    let (code, _, said) = run(&["check", MINI], Some("fr"));
    assert!(code == 2 && said.starts_with("error: KERUEN_LANG"), "{code} {said}");
}
