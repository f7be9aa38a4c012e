//! The glossary against the catalogue: its terms are in use, and those that mean one thing alone are said by one word everywhere.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 4] = ["kk", "az", "ru", "tr"];

/// Terms that are no words of everyday English: whatever message speaks of one says it as the glossary does.
const ONE_WORD: [&str; 10] =
    ["wish", "counter", "shipper", "replication", "outside option", "proxy", "latency", "voucher", "regret", "bottleneck"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Rows of the glossary: a term in five languages.
fn glossary() -> Vec<Vec<String>> {
    let page = std::fs::read_to_string(root().join("docs/reference/glossary.md")).unwrap();
    let rows = page.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| English "));
    rows.map(|l| l.trim_matches('|').split('|').map(|c| bare(c.trim())).collect()).collect()
}

/// Without what stands in parentheses.
fn bare(cell: &str) -> String {
    let mut out = String::new();
    let mut deep = 0;
    for c in cell.chars() {
        match c {
            '(' => deep += 1,
            ')' => deep -= 1,
            c if deep == 0 => out.push(c),
            _ => {}
        }
    }
    out.trim().to_string()
}

/// The terms of a cell, `replication; seed`.
fn terms(cell: &str) -> Vec<String> {
    cell.split([';', '/']).map(|t| t.trim().to_string()).filter(|t| !t.is_empty()).collect()
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    parts.filter(|w| w.starts_with(char::is_alphabetic)).map(str::to_lowercase).collect()
}

/// Whether a text holds a term, whatever the endings of its words.
fn holds(text: &str, term: &str) -> bool {
    let stem = |w: &String| w.chars().take(w.chars().count().saturating_sub(2).max(2)).collect::<String>();
    words(term).iter().map(stem).all(|s| text.contains(&s))
}

/// Messages of a language without their slots, in small letters.
fn messages(language: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language").join(language);
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let read = fluent_syntax::parser::parse(text.as_str()).unwrap();
        for entry in read.body {
            if let Entry::Message(m) = entry {
                out.insert(m.id.name.to_string(), said(&m.value.unwrap()).to_lowercase());
            }
        }
    }
    out
}

fn said(p: &Pattern<&str>) -> String {
    let part = |e: &PatternElement<&str>| match e {
        PatternElement::TextElement { value } => (*value).to_string(),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { .. }) } => " ".into(),
        PatternElement::Placeable { expression: Expression::Inline(_) } => String::new(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|v| said(&v.value)).collect::<Vec<_>>().join(" ")
        }
    };
    p.elements.iter().map(part).collect()
}

/// Whether an English message speaks of a term; names of flags do not.
fn speaks_of(message: &str, term: &str) -> bool {
    let told: Vec<String> = message.split_whitespace().filter(|w| !w.contains("--")).map(str::to_string).collect();
    let told = format!(" {} ", words(&told.join(" ")).join(" "));
    let many = term.strip_suffix("ion").map_or(format!("{term}s"), |t| format!("{t}ions"));
    [term.to_string(), many, format!("{term}es")].iter().any(|t| told.contains(&format!(" {t} ")))
}

#[test]
fn a_term_is_said_by_the_word_of_the_glossary_everywhere() {
    let rows = glossary();
    let english = messages("en");
    for term in ONE_WORD {
        let at = |r: &&Vec<String>| terms(&r[0]).iter().position(|t| t == term);
        let row = rows.iter().find(|r| at(r).is_some()).unwrap_or_else(|| panic!("{term} is in no row of the glossary"));
        let at = at(&row).unwrap();
        let speaking: Vec<&String> = english.iter().filter(|(_, m)| speaks_of(m, term)).map(|(id, _)| id).collect();
        assert!(!speaking.is_empty(), "nothing speaks of {term}");
        for (language, cell) in LANGUAGES.iter().zip(&row[1..]) {
            let word = terms(cell).into_iter().nth(at).unwrap_or_else(|| panic!("{language} has no word for {term}"));
            let other = messages(language);
            let left: Vec<String> =
                speaking.iter().filter(|id| !holds(&other[**id], &word)).map(|id| format!("{id}: {}", other[*id])).collect();
            assert!(left.is_empty(), "{language}: {term} is {word}, but\n{}", left.join("\n"));
        }
    }
}

/// Lines of the tables with names and of the texts of the bundled corridor.
fn of_corridor() -> Vec<String> {
    let folder = root().join("corridors/trans-caspian");
    let mut files = vec![folder.join("name.csv")];
    files.extend(std::fs::read_dir(folder.join("languages")).unwrap().map(|f| f.unwrap().path()));
    files.extend([root().join("corridors/trans-caspian/corridor.toml")]);
    let text = |f: &PathBuf| std::fs::read_to_string(f).unwrap_or_default().to_lowercase();
    files.iter().flat_map(|f| text(f).lines().map(str::to_string).collect::<Vec<_>>()).collect()
}

#[test]
fn every_term_of_the_glossary_is_in_use() {
    let corridor = of_corridor();
    let rows = glossary();
    assert!(rows.len() > 50, "{} rows", rows.len());
    for (i, language) in LANGUAGES.iter().enumerate() {
        let said: Vec<String> = messages(language).into_values().chain(corridor.iter().cloned()).collect();
        let all = rows.iter().flat_map(|r| r[1 + i].split([';', '/', ',']).map(|t| t.trim().to_string()).collect::<Vec<_>>());
        let unused: Vec<String> = all.filter(|t| !t.is_empty() && !said.iter().any(|m| holds(m, t))).collect();
        assert!(unused.is_empty(), "{language}: nothing says {unused:?}");
    }
}

#[test]
fn a_term_is_found_in_its_forms_and_nothing_else() {
    assert!(speaks_of("of { $n } wishes", "wish") && speaks_of("two replications", "replication"));
    assert!(!speaks_of("with --replications 4", "replication") && !speaks_of("wishful", "wish"));
    assert!(holds("жүк иелерінің ұтысы", "жүк иесі") && !holds("жөнелтушілер", "жүк иесі"));
}
