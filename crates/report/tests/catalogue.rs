//! The catalogue against itself, against the sources that speak from it and against the lists of the schema.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 5] = ["en", "kk", "az", "ru", "tr"];

/// Families of ids whose second half is a value of a list of the schema, and those lists.
const FAMILIES: [(&str, &[&str]); 8] = [
    ("mode-", &["mode"]),
    ("unit-", &["unit", "tariff_unit", "emission_unit"]),
    ("work-", &["operation_kind"]),
    ("loading-", &["loading"]),
    ("facility-", &["facility_kind"]),
    ("vehicle-", &["vehicle_kind", "mode"]),
    ("factor-", &["mode", "activity"]),
    ("limit-", &["resource_kind"]),
];

/// Families whose second half is a word of an engine or of a column of free words: they fall back to the word itself. Those of
/// flags are held against the flags by the command's own test.
const OPEN: [&str; 5] = ["said-", "item-", "list-", "method-", "help-"];

struct Message {
    file: String,
    text: String,
    /// Slots that are shown.
    slots: BTreeSet<String>,
    /// Slots that choose among variants.
    choosers: BTreeSet<String>,
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn catalogue(language: &str) -> BTreeMap<String, Message> {
    let mut out = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language").join(language);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, e)| panic!("{language}/{file}: {e:?}"));
        for entry in read.body {
            if let Entry::Message(m) = entry {
                let value = m.value.unwrap_or_else(|| panic!("{language}/{file}: {} says nothing", m.id.name));
                let (mut slots, mut choosers) = (BTreeSet::new(), BTreeSet::new());
                let shown = pattern(&value, &mut slots, &mut choosers);
                let one = Message { file: file.clone(), text: shown, slots, choosers };
                let twice = out.insert(m.id.name.to_string(), one);
                assert!(twice.is_none(), "{language}/{file}: {} stands twice", m.id.name);
            }
        }
    }
    out
}

/// The text with its slots, the last variant of a choice standing for it.
fn pattern(p: &Pattern<&str>, slots: &mut BTreeSet<String>, choosers: &mut BTreeSet<String>) -> String {
    let mut out = String::new();
    for element in &p.elements {
        match element {
            PatternElement::TextElement { value } => out += value,
            PatternElement::Placeable { expression: Expression::Inline(e) } => out += &inline(e, slots),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inline(selector, choosers);
                for v in variants {
                    let text = pattern(&v.value, slots, choosers);
                    if v.default {
                        out += &text;
                    }
                }
            }
        }
    }
    out
}

fn inline(e: &InlineExpression<&str>, slots: &mut BTreeSet<String>) -> String {
    match e {
        InlineExpression::VariableReference { id } => {
            slots.insert(id.name.to_string());
            format!("{{{}}}", id.name)
        }
        other => panic!("{other:?}: the catalogue holds text, slots and choices only"),
    }
}

/// Every source that may speak from the catalogue, without comments.
fn sources() -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let mut folders = vec![crates()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let skipped = ["target", "tests", "language"].iter().any(|n| path.file_name().is_some_and(|f| f == *n));
            if path.is_dir() && (!skipped || path.ends_with("src/language")) {
                folders.push(path);
            } else if path.extension().is_some_and(|x| x == "rs") && path.components().any(|c| c.as_os_str() == "src") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
                out.push((path, code));
            }
        }
    }
    assert!(out.len() > 100, "the sources are where they were");
    out
}

/// The scripts of the page in the browser, without comments.
fn scripts() -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let mut folders = vec![crates().parent().unwrap().join("web/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|x| x == "ts") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
                out.push((path, code));
            }
        }
    }
    out
}

/// Ids of the page in a script: `'web-...'`, and the labels of ways, `'said-...'`.
fn page_ids(code: &str) -> BTreeSet<String> {
    let ids = code.split('\'').filter(|s| s.starts_with("web-") || s.starts_with("said-"));
    ids.filter(|s| s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).map(str::to_string).collect()
}

/// Calls of `t('web-...', { slot: value })` in a script: the id and the names given. `None` where names are given by a variable.
fn page_calls(code: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut out = Vec::new();
    let starts = ["t('web-", "t('said-"].into_iter().flat_map(|start| code.match_indices(start));
    for (at, _) in starts {
        if code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
            continue;
        }
        let rest = &code[at + "t('".len()..];
        let Some((id, rest)) = rest.split_once('\'') else { continue };
        let names = match rest.strip_prefix(", {") {
            Some(rest) => Some(keys(rest)),
            None if rest.starts_with(')') => Some(BTreeSet::new()),
            None => None,
        };
        out.push((id.to_string(), names));
    }
    out
}

/// Names of an object written out, up to the brace that closes it.
fn keys(code: &str) -> BTreeSet<String> {
    let (mut deep, mut quote, mut part) = (0, None, String::new());
    let mut all = Vec::new();
    for c in code.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None => match c {
                '\'' | '"' | '`' => quote = Some(c),
                '(' | '[' | '{' => deep += 1,
                '}' if deep == 0 => break,
                ')' | ']' | '}' => deep -= 1,
                ',' if deep == 0 => {
                    all.push(std::mem::take(&mut part));
                    continue;
                }
                _ => {}
            },
        }
        part.push(c);
    }
    all.push(part);
    let name = |p: &String| p.split(':').next().unwrap_or("").trim().to_string();
    all.iter().map(name).filter(|n| !n.is_empty()).collect()
}

/// Calls of `say!` and `told!` in a source: the id and the names given.
fn calls(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut out = Vec::new();
    for (at, start) in ["say!(", "told!("].iter().flat_map(|m| code.match_indices(m).map(|(at, m)| (at, at + m.len()))) {
        let word = code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let inside = inside(&code[start..]);
        let parts = parts(inside);
        let Some(id) = parts.iter().find_map(|p| p.trim().strip_prefix('"').and_then(|p| p.strip_suffix('"'))) else { continue };
        if !word {
            let name = |p: &&String| p.split_once('=').map(|(name, _)| name.trim().to_string());
            let names = parts.iter().filter(|p| !p.trim().starts_with('"')).filter_map(|p| name(&p));
            out.push((id.to_string(), names.filter(|n| n.chars().all(|c| c.is_alphanumeric() || c == '_')).collect()));
        }
    }
    out
}

/// Up to the parenthesis that closes.
fn inside(code: &str) -> &str {
    let (mut deep, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => deep += 1,
            ')' | ']' | '}' if !quoted => {
                if deep == 0 {
                    return &code[..at];
                }
                deep -= 1;
            }
            _ => {}
        }
    }
    code
}

/// Arguments, parted at commas that stand in no parenthesis and no text.
fn parts(code: &str) -> Vec<String> {
    let (mut deep, mut quoted, mut escaped) = (0, false, false);
    let mut out = vec![String::new()];
    for c in code.chars() {
        let parting = c == ',' && deep == 0 && !quoted;
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => deep += 1,
            ')' | ']' | '}' if !quoted => deep -= 1,
            _ => {}
        }
        if parting {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

/// Every text literal of a source that could be an id; `>` at its end sets a head to the right.
fn literals(code: &str) -> BTreeSet<String> {
    let is_id = |s: &&str| {
        !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && s.starts_with(char::is_alphabetic)
    };
    code.split('"').map(|s| s.trim_end_matches('>')).filter(is_id).map(str::to_string).collect()
}

#[test]
fn every_language_has_every_message_in_the_same_file_with_the_same_slots() {
    let english = catalogue("en");
    for language in &LANGUAGES[1..] {
        let other = catalogue(language);
        let missing: Vec<&String> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let spare: Vec<&String> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && spare.is_empty(), "{language}: missing {missing:?}, not in English {spare:?}");
        for (id, e) in &english {
            assert_eq!(e.slots, other[id].slots, "{language}: slots of {id}");
            // A language without plurals need not choose; none may choose by what the others are not given.
            assert!(
                other[id].choosers.iter().all(|c| e.slots.contains(c) || e.choosers.contains(c)),
                "{language}: choice of {id}"
            );
            assert_eq!(e.file, other[id].file, "{language}: file of {id}");
        }
    }
}

#[test]
fn what_reads_as_in_english_is_listed() {
    let english = catalogue("en");
    let listed: BTreeSet<&str> = include_str!("same.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let mut found = BTreeSet::new();
    for language in &LANGUAGES[1..] {
        for (id, m) in catalogue(language).iter().filter(|(id, m)| english[*id].text == m.text) {
            let bare = m.slots.iter().fold(m.text.clone(), |t, s| t.replace(&format!("{{{s}}}"), ""));
            // Slots and marks between them are no words.
            if bare.chars().any(char::is_alphabetic) {
                found.insert(format!("{language} {id}"));
            }
        }
    }
    let untold: Vec<&String> = found.iter().filter(|f| !listed.contains(f.as_str())).collect();
    let gone: Vec<&&str> = listed.iter().filter(|l| !found.contains(**l)).collect();
    assert!(untold.is_empty(), "as in English and not in tests/same.txt (translate, or list if it is the same word): {untold:?}");
    assert!(gone.is_empty(), "in tests/same.txt, but not as in English: {gone:?}");
}

#[test]
fn sources_ask_for_messages_that_are_there_and_fill_every_slot() {
    let english = catalogue("en");
    let mut seen = 0;
    for (path, code) in sources() {
        for (id, names) in calls(&code) {
            let m = english.get(&id).unwrap_or_else(|| panic!("{}: no message {id:?}", path.display()));
            let wanted: BTreeSet<String> = m.slots.union(&m.choosers).cloned().collect();
            assert_eq!(wanted, names, "{}: slots of {id:?}", path.display());
            seen += 1;
        }
        for head in literals(&code).iter().filter(|l| l.starts_with("head-")) {
            let m = english.get(head).unwrap_or_else(|| panic!("{}: no message {head:?}", path.display()));
            assert!(m.slots.is_empty(), "{head} is a head and has slots");
        }
    }
    assert!(seen > 50, "only {seen} calls were found: the scan is broken");
}

#[test]
fn the_page_asks_for_messages_that_are_there_and_fills_every_slot() {
    let english = catalogue("en");
    let mut seen = 0;
    for (path, code) in scripts() {
        for id in page_ids(&code) {
            assert!(english.contains_key(&id), "{}: no message {id:?}", path.display());
        }
        for (id, names) in page_calls(&code) {
            let m = english.get(&id).unwrap_or_else(|| panic!("{}: no message {id:?}", path.display()));
            let wanted: BTreeSet<String> = m.slots.union(&m.choosers).cloned().collect();
            assert!(names.is_none_or(|n| n == wanted), "{}: slots of {id:?} are {wanted:?}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} calls were found: the scan is broken");
}

#[test]
fn every_message_is_asked_for() {
    let mut used: BTreeSet<String> = sources().iter().flat_map(|(_, code)| literals(code)).collect();
    used.extend(scripts().iter().flat_map(|(_, code)| page_ids(code)));
    let families = FAMILIES.iter().map(|f| f.0).chain(OPEN);
    let families: Vec<&str> = families.collect();
    let of_family = |id: &str| families.iter().any(|f| id.starts_with(f));
    let english = catalogue("en");
    let unused: Vec<&String> = english.keys().filter(|id| !of_family(id) && !used.contains(*id)).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn families_name_the_values_of_the_schema() {
    let schema = std::fs::read_to_string(crates().join("model/schema/enums.csv")).unwrap();
    let english = catalogue("en");
    for (family, lists) in FAMILIES {
        let rows = schema.lines().filter_map(|l| l.split_once(',')).filter(|(list, _)| lists.contains(list));
        let wanted: BTreeSet<String> = rows.map(|(_, value)| format!("{family}{}", value.replace(['/', '_'], "-"))).collect();
        let there: BTreeSet<String> = english.keys().filter(|id| id.starts_with(family)).cloned().collect();
        assert_eq!(wanted, there, "family {family}");
    }
}

#[test]
fn the_scan_finds_what_it_looks_for() {
    let code = r#"x(say!(v, "a-b", one = f(1, 2), two = "c, d") + &told!("e")); no_say!(v, "z")"#;
    let found = calls(code);
    let names = |l: &[&str]| l.iter().map(|s| s.to_string()).collect::<BTreeSet<_>>();
    assert_eq!(found, [("a-b".to_string(), names(&["one", "two"])), ("e".to_string(), names(&[]))]);
    let script = "h(t('web-a', { n: f({ x: 1 }, ','), m }), t('web-b'), t('web-c', all), at('web-d'))";
    let found = page_calls(script);
    assert_eq!(
        found,
        [("web-a".to_string(), Some(names(&["m", "n"]))), ("web-b".to_string(), Some(names(&[]))), ("web-c".to_string(), None)]
    );
}
