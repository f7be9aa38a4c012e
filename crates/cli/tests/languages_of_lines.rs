//! The command line speaks: help, the greeting, and what is wrong with a line.

mod spoken;

use spoken::{MINI, OTHERS, english_left, run, says_no_english};

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Verbs and subverbs, and the English sentence of each verb, flag and value, as the reference has them.
fn described() -> (Vec<Vec<String>>, Vec<String>) {
    let page = run(&["reference", "flags"], None).1;
    let name = |l: &str| l.strip_prefix("## `keruen ")?.strip_suffix('`').map(str::to_string);
    let verbs: Vec<String> = page.lines().filter_map(name).collect();
    let cell = |l: &str| l.strip_prefix("| `").and_then(|l| l.split(" | ").nth(1).map(|c| c.replace("\\|", "|")));
    let one_of = |c: String| c.split("; one of ").next().unwrap_or_default().to_string();
    let mut sentences: Vec<String> = page.lines().filter_map(cell).map(one_of).collect();
    sentences.extend(page.lines().skip(4).filter(|l| !l.starts_with(['#', '|'])).map(str::to_string));
    // A word alone may be the same in another language.
    sentences.retain(|s| s.contains(' '));
    sentences.sort();
    sentences.dedup();
    (verbs.iter().map(|v| v.split(' ').map(str::to_string).collect()).collect(), sentences)
}

/// Words of the frame in which help and faults stand.
const FRAME: [&str; 16] = [
    "Usage",
    "Options:",
    "Arguments:",
    "Commands:",
    "[default",
    "[possible",
    "Possible values",
    "[env",
    "[OPTIONS]",
    "<COMMAND>",
    "Print help",
    "Print version",
    "error:",
    "tip:",
    "similar",
    "For more information",
];

#[test]
fn help_of_every_verb_speaks_every_language() {
    let (verbs, sentences) = described();
    assert!(verbs.len() > 25 && sentences.len() > 150, "{} verbs, {} sentences", verbs.len(), sentences.len());
    let asked = verbs.iter().flat_map(|v| [(v.clone(), "--help"), (v.clone(), "-h")]).chain([(Vec::new(), "--help")]);
    for (verb, flag) in asked {
        let line: Vec<&str> = verb.iter().map(String::as_str).chain([flag]).collect();
        let (_, english, _) = run(&line, None);
        assert!(sentences.iter().any(|s| joined(&english).contains(s.as_str())), "the check knows English: {line:?}");
        for lang in OTHERS {
            let all: Vec<&str> = line.iter().copied().chain(["--lang", lang]).collect();
            let (code, said, faults) = run(&all, None);
            assert!(code == 0 && faults.is_empty(), "{lang} {line:?}: {code} {faults}");
            let said = joined(&said);
            let left: Vec<&String> = sentences.iter().filter(|s| said.contains(s.as_str())).collect();
            assert!(left.is_empty(), "{lang}: {line:?} says {left:?}");
            let frame: Vec<&&str> = FRAME.iter().filter(|w| said.contains(**w)).collect();
            assert!(frame.is_empty(), "{lang}: {line:?} says {frame:?}");
        }
    }
}

#[test]
fn help_knows_the_flag_before_the_verb_and_the_variable() {
    let asked = run(&["flow", "--help", "--lang", "kk"], None).1;
    assert!(asked.contains("Қолданылуы: keruen flow"), "{asked}");
    assert_eq!(run(&["--lang", "kk", "flow", "--help"], None).1, asked);
    assert_eq!(run(&["flow", "--lang=kk", "--help"], Some("ru")).1, asked);
    assert_eq!(run(&["flow", "--help"], Some("kk")).1, asked);
    assert_eq!(run(&["flow", "--help"], Some("fr")).1, run(&["flow", "--help"], None).1, "what is not spoken is passed over");
}

#[test]
fn the_greeting_speaks_every_language() {
    let (code, english, _) = run(&[], None);
    assert!(code == 0 && !english_left(&english).is_empty(), "the check knows English: {english}");
    for lang in OTHERS {
        let (code, said, _) = run(&[], Some(lang));
        assert_eq!(code, 0, "{lang}");
        says_no_english(lang, &[], &said, &[]);
        assert_eq!(said.lines().count(), english.lines().count(), "{lang}");
        assert_eq!(run(&["--lang", lang], None).1, said, "{lang}");
    }
}

/// Lines that are not understood, each for another reason.
const FAULTY: &[&[&str]] = &[
    &["flow", "--foo"],
    &["flow", "--yaer", "2024"],
    &["flow", "--top"],
    &["flow", "--top", "x"],
    &["flow", "--top", ""],
    &["flow", "--spread", "x"],
    &["flow", "--method", "nothing"],
    &["flow", "--method", "choise"],
    &["flow", "--months", "--empties", "--storage"],
    &["flow", "--storage"],
    &["flow", "--top", "3", "--top", "4"],
    &["flow", "--months=3"],
    &["flow", MINI, "again"],
    &["simulate", MINI, "--against", "third-ferry", "--csv", "x", "--html", "y"],
    &["simulate", "--replications", "99999999999"],
    &["serve", "--port", "70000"],
    &["serve", "--listen", "here"],
    &["route", "a", "b", "c", "d"],
    &["compare"],
    &["compare", "base"],
    &["export", MINI],
    &["scenario"],
    &["scenario", "show"],
    &["scenario", "shwo", "base"],
    &["flwo"],
    &["nothing-like-it"],
    &["--json"],
    &["--lang", "fr"],
];

#[test]
fn faults_of_a_line_speak_every_language() {
    for line in FAULTY {
        let (code, _, english) = run(line, None);
        assert!(code == 2 && english.contains("--help"), "{line:?}: {code} {english}");
        for lang in OTHERS {
            let (same, out, said) = run(line, Some(lang));
            assert!(same == 2 && out.is_empty(), "{lang} {line:?}: {same} {out}");
            says_no_english(lang, line, &said, &[]);
            let frame: Vec<&&str> = FRAME.iter().filter(|w| said.contains(**w)).collect();
            assert!(frame.is_empty(), "{lang}: {line:?} says {frame:?} in\n{said}");
        }
    }
}

#[test]
fn a_near_verb_is_offered() {
    let (_, _, said) = run(&["flwo", "--lang", "ru"], None);
    assert!(said.contains("похожая команда: 'flow'"), "{said}");
    let (_, _, said) = run(&["flow", "--yaer", "2024", "--lang", "tr"], None);
    assert!(said.contains("benzer bir argüman var: '--year'"), "{said}");
}
