//! The command speaks: the flag, the variable, what stays as it is.

mod refused;
mod spoken;

use refused::refuses;
use spoken::{MINI, OTHERS, english_left, run, says_no_english};

const ROUTE: [&str; 6] = ["route", MINI, "steppe", "poti", "--quantity", "2"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    ROUTE.iter().chain(more).copied().collect()
}

#[test]
fn each_language_writes_its_words_and_figures() {
    let head = |lang: &'static str| run(&with(&["--lang", lang]), None).1;
    for (lang, words) in [
        ("kk", ["ең арзан", "2\u{202f}900", "4,0 тәул", "болжамды құн есебі", "936"]),
        ("az", ["ən ucuz", "2.900", "4,0 gün", "təxmini xərc hesabatı", "936"]),
        ("ru", ["самый дешёвый", "2\u{202f}900", "4,0 сут", "ориентировочный расчёт стоимости", "01.06.2025"]),
        ("tr", ["en ucuz", "2.900", "4,0 gün", "gösterge niteliğinde maliyet hesabı", "%0,0"]),
    ] {
        let said = head(lang);
        for w in words {
            assert!(said.contains(w), "{lang}: {w:?} is not in\n{said}");
        }
        assert!(!said.contains("cheapest") && !said.contains("waiting"), "{lang}: English is left in\n{said}");
    }
}

#[test]
fn the_flag_goes_before_the_variable_and_neither_changes_data() {
    let english = run(&ROUTE, None).1;
    assert_eq!(run(&ROUTE, Some("")).1, english);
    assert!(run(&ROUTE, Some("tr")).1.contains("en ucuz"));
    assert_eq!(run(&with(&["--lang", "en"]), Some("tr")).1, english);
    let json = run(&with(&["--json"]), None).1;
    assert_eq!(run(&with(&["--json"]), Some("kk")).1, json, "JSON knows no language");
    let csv = run(&with(&["--csv", "-"]), None).1;
    assert_eq!(run(&with(&["--csv", "-"]), Some("az")).1, csv, "nor does CSV");
}

#[test]
fn messages_are_told_in_the_language_too() {
    let (code, _, said) = run(&["route", MINI, "steppe", "potiiii-on-sea", "--lang", "ru"], None);
    assert!(code == 2 && said.starts_with("ошибка:"), "{code} {said}");
    let (code, _, said) = run(&ROUTE, Some("fr"));
    assert!(code == 2 && said.contains("KERUEN_LANG"), "{code} {said}");
    let (code, _, said) = run(&["check", MINI, "--lang", "kk"], None);
    assert!(code == 0 && said.contains("ережеге сай"), "{code} {said}");
}

const BUNDLED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corridors/trans-caspian");
const PARTIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inputs/ports-and-shippers.toml");

/// A verb answers in each language: no English sentence is left but those of the tables.
fn speaks(args: &[&str]) {
    speaks_but(args, &[]);
}

/// The same, where texts that stand in no other language are told.
fn speaks_but(args: &[&str], kept: &[String]) {
    let english = run(args, None).1;
    assert!(!english_left(&english).is_empty(), "the check knows English:\n{english}");
    for lang in OTHERS {
        let all: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
        let (code, said, faults) = run(&all, None);
        assert_eq!(code, 0, "{lang}: {faults}");
        says_no_english(lang, args, &(said + &faults), kept);
    }
}

/// Texts of the small corridor: it has no other language.
fn of_mini() -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for table in ["resource", "service", "fleet", "link", "facility", "operation", "cargo", "operator", "node"] {
        let text = std::fs::read_to_string(format!("{MINI}/{table}.csv")).unwrap();
        out.extend(text.lines().skip(1).flat_map(|l| l.split(',')).filter(|c| c.contains(' ')).map(str::to_string));
    }
    for scenario in ["third-ferry", "storm-june"] {
        let text = std::fs::read_to_string(format!("{MINI}/scenarios/{scenario}.toml")).unwrap();
        out.extend(text.lines().filter_map(|l| l.split_once(" = \"")).map(|(_, t)| t.trim_end_matches('"').to_string()));
    }
    out.extend(["worked example, chosen to be computed by hand".into(), "with a third ferry".into(), "as it is".into()]);
    out.sort_by_key(|t| std::cmp::Reverse(t.len()));
    out
}

/// The small corridor with a counter, what was seen of it, and ends of what is not known.
struct Counted(std::path::PathBuf);

impl Counted {
    fn new(name: &str) -> Counted {
        let folder = std::env::temp_dir().join(format!("keruen-counted-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for file in std::fs::read_dir(MINI).unwrap().map(|f| f.unwrap().path()).filter(|p| p.is_file()) {
            std::fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
        let write = |file: &str, text: &str| std::fs::write(folder.join(file), text).unwrap();
        let citations = std::fs::read_to_string(folder.join("citation.csv")).unwrap();
        let ends = |row: &str, low: u32, high: u32| {
            format!(
                "demand.{row}.amount,demand,{row},amount,assumed,,{low},{high},\"worked example, chosen to be computed by hand\"\n"
            )
        };
        let seen = "seen,observation,*,*,assumed,,,,\"worked example, chosen to be computed by hand\"\n";
        let more =
            ends("boxes", 1000, 1500) + &ends("wheat-poti", 50_000, 70_000) + &ends("wheat-tbilisi", 50_000, 70_000) + seen;
        write("citation.csv", &(citations + &more));
        write(
            "counter.csv",
            "counter_id,name,definition,unit\nFERRY,Wagons aboard,Wagons aboard,wagons\nBOXES,Boxes passing,Boxes passing,TEU\n",
        );
        write(
            "count.csv",
            "count_id,counter_id,at,measure,direction,cargo,note\nferry,FERRY,service:ferry-kuryk-alat,wagon,,,\n\
             boxes,BOXES,link:tbilisi-poti,TEU,,,\n",
        );
        write(
            "observation.csv",
            "observation_id,counter_id,place,period_start,period_end,value,unit,tolerance,use\n\
             ob-ferry,FERRY,Kuryk,2025-01-01,2025-12-31,2100,wagons,5,validate-open\n\
             ob-boxes,BOXES,Poti,2025-01-01,2025-12-31,2600,TEU,5,calibrate\n",
        );
        Counted(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn flow_speaks_every_language() {
    let here = Counted::new("flow");
    speaks_but(&["flow", here.path(), "--ranges", "4", "--steps", "1"], &of_mini());
    speaks_but(&["flow", MINI, "--months", "--method", "choice"], &of_mini());
    speaks_but(&["flow", MINI, "--method", "equilibrium"], &of_mini());
    speaks_but(&["flow", MINI, "--months", "--storage"], &of_mini());
}

#[test]
fn validating_and_calibrating_speak_every_language() {
    let here = Counted::new("counters");
    speaks_but(&["validate", here.path()], &of_mini());
    speaks_but(&["calibrate", here.path()], &of_mini());
    speaks_but(&["simulate", here.path(), "--replications", "2", "--score"], &of_mini());
}

#[test]
fn simulating_speaks_every_language() {
    let page = std::env::temp_dir().join(format!("keruen-simulated-{}.html", std::process::id()));
    speaks_but(&["simulate", MINI, "--replications", "1", "--html", page.to_str().unwrap()], &of_mini());
    let html = std::fs::read_to_string(&page).unwrap();
    std::fs::remove_file(&page).unwrap();
    assert!(html.contains("lang=\"tr\"") && !html.contains("Where they queue"), "the page is in the language asked last");
    speaks_but(&["simulate", MINI, "--replications", "2", "--against", "third-ferry"], &of_mini());
}

#[test]
fn looking_up_speaks_every_language() {
    speaks_but(&["sources", MINI], &of_mini());
    speaks_but(&["explain", "link:kuryk-alat.length", MINI], &of_mini());
    speaks_but(&["scenario", "list", "--corridor", MINI], &of_mini());
    speaks_but(&["scenario", "show", "third-ferry", "--corridor", MINI], &of_mini());
    speaks(&["scenario", "list", "--corridor", BUNDLED]);
    speaks(&["scenario", "show", "tripp-2030", "--corridor", BUNDLED]);
    speaks_but(&["route", MINI, "steppe", "poti", "--quantity", "2", "--why-not", "outside-north"], &of_mini());
    for lang in OTHERS {
        for args in [["check", MINI].as_slice(), &["scenario", "diff", "base", "third-ferry", "--corridor", MINI]] {
            let all: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
            let (code, out, said) = run(&all, None);
            assert_eq!(code, 0, "{said}");
            says_no_english(lang, args, &(out + &said), &of_mini());
        }
    }
}

#[test]
fn every_verb_refuses_in_every_language() {
    let missing: &[&[&str]] = &[
        &["route", MINI, "steppe", "poti", "--why-not", "nowhere"],
        &["flow", MINI, "--year", "1999"],
        &["flow", MINI, "--steps", "1", "--method", "choice"],
        &["flow", MINI, "--ranges", "4", "--method", "choice"],
        &["flow", MINI, "--at-least", "nothing"],
        &["flow", MINI, "--scenario", "nothing"],
        &["flow", MINI, "--link", "nothing"],
        &["flow", MINI, "--must", "nothing"],
        &["flow", MINI, "--must", "boxes", "--method", "equilibrium"],
        &["validate", MINI, "--observations", "nowhere.csv"],
        &["calibrate", MINI],
        &["calibrate", MINI, "--free", "nothing"],
        &["simulate", MINI, "--year", "1999"],
        &["compare", MINI, "base"],
        &["compare", MINI, "base", "nothing"],
        &["compare", MINI, "base", "third-ferry", "--ranges", "1"],
        &["compare", MINI, "base", "third-ferry", "--question", "nothing"],
        &["forum", MINI, "nowhere.toml"],
        &["forum", MINI, "--preset", "nothing", "--scenarios", "third-ferry"],
        &["forum", MINI, "--scenarios", "third-ferry"],
        &["forum", MINI, PARTIES],
        &["seats", MINI],
        &["seats", BUNDLED, "--budget", "nothing"],
        &["seats", BUNDLED, "--budget", "1e9 XYZ"],
        &["seats", BUNDLED, "--floor", "2"],
        &["seats", BUNDLED, "--eligible", "3,2,1"],
        &["fibre", MINI],
        &["fibre", MINI, "--stage", "nothing"],
        &["sources", "nowhere"],
        &["explain", "nothing-of-that-name", MINI],
        &["scenario", "show", "nothing", "--corridor", MINI],
        &["check", "nowhere"],
        &["study", "nowhere"],
    ];
    missing.iter().for_each(|args| refuses(args));
}

#[test]
fn seats_speak_every_language() {
    speaks(&["seats", BUNDLED]);
}

#[test]
fn fibre_speaks_every_language() {
    speaks(&["fibre", BUNDLED, "--years", "2", "--replications", "2"]);
}

#[test]
fn the_forum_speaks_every_language() {
    speaks_but(&["forum", MINI, PARTIES, "--scenarios", "third-ferry,storm-june", "--draws", "100"], &of_mini());
}

#[test]
fn comparing_speaks_every_language() {
    speaks_but(&["compare", MINI, "base", "third-ferry"], &of_mini());
    let deep = ["--ranges", "2", "--with", "simulate", "--replications", "2"];
    speaks_but(&[&["compare", MINI, "base", "third-ferry"], &deep[..]].concat(), &of_mini());
}

#[test]
fn sums_of_tenge_are_grouped() {
    let said = run(&["seats", BUNDLED], None).1;
    assert!(said.contains("1\u{202f}000\u{202f}000\u{202f}000 KZT"), "{said}");
}

#[test]
fn containers_are_counted_by_the_rules_of_the_language() {
    for (lang, words) in [("en", "2 containers,"), ("ru", "2 контейнера"), ("tr", "2 konteyner")] {
        let said = run(&with(&["--lang", lang]), None).1;
        assert!(said.contains(words), "{lang}: {said}");
    }
}
