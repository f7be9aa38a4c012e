//! What every test of the languages needs: the command in a language, and what is left of English in what it says.

use std::process::Command;

pub const MINI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corridors/caspian-mini");
pub const OTHERS: [&str; 4] = ["kk", "az", "ru", "tr"];

/// Exit code, stdout and stderr, with the variable of the language set or not.
pub fn run(args: &[&str], variable: Option<&str>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keruen"));
    command.args(args).env_remove("KERUEN_LANG").env("COLUMNS", "100");
    command.envs(variable.map(|v| ("KERUEN_LANG", v)));
    let out = command.output().unwrap();
    let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
    (out.status.code().unwrap(), text(&out.stdout), text(&out.stderr))
}

/// Words that no English sentence of an answer does without, and that are no words of the other four languages.
const ENGLISH: [&str; 16] =
    ["the", "of", "and", "for", "with", "which", "that", "what", "each", "not", "from", "where", "by", "to", "a", "is"];

/// Lines of an answer in which English is left; a command, between backticks or after `./`, is none.
pub fn english_left(said: &str) -> Vec<&str> {
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

/// No English sentence is left but those that are told.
pub fn says_no_english(lang: &str, args: &[&str], said: &str, kept: &[String]) {
    // A remark begins with `not:` in Turkish.
    let said: String = said.lines().map(|l| format!("{}\n", l.strip_prefix("not: ").unwrap_or(l))).collect();
    let said = kept.iter().fold(said, |text, k| text.replace(k.as_str(), ""));
    let left = english_left(&said);
    assert!(left.is_empty(), "{lang}: English is left in {args:?}:\n{}", left.join("\n"));
}
