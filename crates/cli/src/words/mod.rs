//! In which language does the command line speak of itself? Help, the greeting and what is wrong with a line are told before the line
//! is understood, so the language is looked for by itself.

mod help;
mod usage;
mod welcome;

use clap::Error;
use clap::error::ErrorKind;
use keruen_report::language::{Language, Voice};
use std::ffi::OsString;

pub use welcome::welcome;

/// What a line asks for that is no run of a verb.
pub enum Told {
    /// Help or the version: an answer.
    Answer(String),
    /// Why the line is not understood.
    Fault(String),
}

/// The language of `--lang` anywhere on a line, else that of `KERUEN_LANG`, else English; one that is not spoken is passed over.
pub fn asked(line: &[OsString]) -> Language {
    let variable = || std::env::var("KERUEN_LANG").ok().and_then(|code| Language::parse(&code));
    flag(line).or_else(variable).unwrap_or_default()
}

fn flag(line: &[OsString]) -> Option<Language> {
    let mut words = line.iter().skip(1).map(|w| w.to_string_lossy()).take_while(|w| w != "--");
    let mut last = None;
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|w| w.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_string),
            None => None,
        };
        last = code.as_deref().and_then(Language::parse).or(last);
    }
    last
}

/// Whether nothing stands on a line but perhaps a language that is spoken.
pub fn asks_nothing(line: &[OsString]) -> bool {
    match line.get(1..).unwrap_or_default() {
        [] => true,
        [one] => one.to_string_lossy().starts_with("--lang=") && flag(line).is_some(),
        [name, _] => name == "--lang" && flag(line).is_some(),
        _ => false,
    }
}

/// Help and faults of a line in a language. English is what the reader of lines says itself.
pub fn told(language: Language, line: &[OsString], error: &Error) -> Told {
    let voice = Voice::plain(language);
    let english = language == Language::English;
    let told = || if english { error.render().to_string() } else { help::told(voice, line, error) };
    match error.kind() {
        ErrorKind::DisplayHelp => Told::Answer(told()),
        ErrorKind::DisplayVersion => Told::Answer(error.render().to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Told::Fault(told().trim_end().to_string()),
        _ if english => Told::Fault(error.render().to_string().trim_end().to_string()),
        _ => Told::Fault(usage::told(voice, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> Vec<OsString> {
        words.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_flag_is_found_anywhere_and_the_last_is_meant() {
        for (words, wanted) in [
            ("keruen flow --lang kk --help", Some(Language::Kazakh)),
            ("keruen --lang=ru flow", Some(Language::Russian)),
            ("keruen --lang ru flow --lang tr", Some(Language::Turkish)),
            ("keruen flow --lang", None),
            ("keruen flow --lang fr", None),
            ("keruen flow --language kk", None),
            ("keruen flow -- --lang kk", None),
        ] {
            assert_eq!(flag(&line(words)), wanted, "{words}");
        }
    }

    #[test]
    fn a_language_alone_asks_nothing() {
        for (words, nothing) in [
            ("keruen", true),
            ("keruen --lang kk", true),
            ("keruen --lang=kk", true),
            ("keruen --lang fr", false),
            ("keruen --lang", false),
            ("keruen flow", false),
            ("keruen flow kk", false),
        ] {
            assert_eq!(asks_nothing(&line(words)), nothing, "{words}");
        }
    }
}
