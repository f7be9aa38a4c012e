//! The command speaks: the flag, the variable, what stays as it is.

use std::process::Command;

const MINI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corridors/caspian-mini");

fn run(args: &[&str], variable: Option<&str>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keruen"));
    command.args(args).env_remove("KERUEN_LANG").env("COLUMNS", "100");
    command.envs(variable.map(|v| ("KERUEN_LANG", v)));
    let out = command.output().unwrap();
    let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
    (out.status.code().unwrap(), text(&out.stdout), text(&out.stderr))
}

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

/// Words that no English sentence of an answer does without, and that are no words of the other four languages.
const ENGLISH: [&str; 16] =
    ["the", "of", "and", "for", "with", "which", "that", "what", "each", "not", "from", "where", "by", "to", "a", "is"];

/// Lines of an answer in which English is left; a command, between backticks or after `./`, is none.
fn english_left(said: &str) -> Vec<&str> {
    let words = |line: &str| {
        let prose: String = line.split('`').step_by(2).collect();
        let prose = prose.split("./").next().unwrap_or("").to_string();
        prose
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '\u{2019}'))
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    said.lines().filter(|l| words(l).iter().any(|w| ENGLISH.contains(&w.as_str()))).collect()
}

/// Texts of the small corridor's scenarios: it has no other language.
const OF_TABLES: [&str; 3] = [
    "A third ferry from February 2025",
    "The east shore is closed on 3 June 2025",
    "the ferry enters service on 1 February 2025",
];

/// A verb answers in each language: no English sentence is left but those of the tables.
fn speaks(args: &[&str]) {
    let english = run(args, None).1;
    assert!(english_left(&english).len() > 5, "the check knows English:\n{english}");
    for lang in ["kk", "az", "ru", "tr"] {
        let all: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
        let (code, said, faults) = run(&all, None);
        assert_eq!(code, 0, "{lang}: {faults}");
        let said = OF_TABLES.iter().fold(said, |text, kept| text.replace(kept, ""));
        let left = english_left(&said);
        assert!(left.is_empty(), "{lang}: English is left in {args:?}:\n{}", left.join("\n"));
    }
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
    speaks(&["forum", MINI, PARTIES, "--scenarios", "third-ferry,storm-june", "--draws", "100"]);
}

#[test]
fn comparing_speaks_every_language() {
    speaks(&["compare", MINI, "base", "third-ferry"]);
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
