//! Help in a language: the tree of verbs and flags with its English sentences replaced by those of the catalogue. It reads a line as
//! the English one does, to find the verb whose help is asked for.

use super::usage;
use crate::args::Args;
use clap::{Arg, Command, CommandFactory, Error};
use keruen_report::language::Voice;
use keruen_report::say;
use std::ffi::OsString;

/// The help that an error holds, in a language; as it is where the tree reads the line otherwise.
pub fn told(v: Voice<'_>, line: &[OsString], error: &Error) -> String {
    match spoken(v).try_get_matches_from(line) {
        Err(again) if again.kind() == error.kind() => again.render().to_string(),
        _ => error.render().to_string(),
    }
}

/// Every verb and flag in a language.
fn spoken(v: Voice<'_>) -> Command {
    let mut all = Args::command();
    all.build();
    speak(v, all)
}

fn speak(v: Voice<'_>, mut command: Command) -> Command {
    let usage = usage::line(v, &command.render_usage().to_string());
    let template = template(v, &command);
    let about = command.get_about().map(ToString::to_string);
    let command = command.override_usage(usage).help_template(template);
    let command = match about {
        Some(about) => command.about(sentence(v, &about)),
        None => command,
    };
    command.mut_args(|a| argument(v, a)).mut_subcommands(|below| speak(v, below))
}

/// The sections that a verb has, as the English help orders them.
fn template(v: Voice<'_>, command: &Command) -> String {
    let mut out = format!("{{before-help}}{{about-with-newline}}\n{} {{usage}}", say!(v, "usage-head"));
    let sections = [
        (command.has_subcommands(), say!(v, "usage-commands"), "subcommands"),
        (command.get_positionals().next().is_some(), say!(v, "usage-arguments"), "positionals"),
        (command.get_opts().next().is_some(), say!(v, "usage-options"), "options"),
    ];
    for (_, head, part) in sections.into_iter().filter(|s| s.0) {
        out += &format!("\n\n{head}\n{{{part}}}");
    }
    out + "{after-help}"
}

/// A sentence of the catalogue; a test finds one that it lacks.
fn sentence(v: Voice<'_>, english: &str) -> String {
    v.help(english).unwrap_or_else(|| english.to_string())
}

fn argument(v: Voice<'_>, arg: Arg) -> Arg {
    let short = arg.get_help().map_or(String::new(), |h| sentence(v, &h.to_string()));
    let mut long = arg.get_long_help().map_or_else(|| short.clone(), |h| sentence(v, &h.to_string()));
    let takes = arg.get_action().takes_values();
    let each = if takes { each_value(v, &arg) } else { String::new() };
    if !each.is_empty() {
        long += &format!("\n\n{}\n{each}", say!(v, "usage-each"));
    }
    let (small, large) = (beside(v, &arg, true), beside(v, &arg, each.is_empty()));
    if !large.is_empty() {
        long += &format!("\n\n{}", large.join(" "));
    }
    let short = [vec![short], small].concat().join(" ");
    let arg = arg.help(short).long_help(long).hide_env(true);
    if takes { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// Values that explain themselves, a line each.
fn each_value(v: Voice<'_>, arg: &Arg) -> String {
    let values = arg.get_possible_values();
    if values.iter().all(|value| value.get_help().is_none()) {
        return String::new();
    }
    let wide = values.iter().map(|value| value.get_name().len() + 1).max().unwrap_or_default();
    let one = |value: &clap::builder::PossibleValue| {
        let help = value.get_help().map_or(String::new(), |h| sentence(v, &h.to_string()));
        format!("- {:wide$} {help}", format!("{}:", value.get_name()))
    };
    values.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// What stands in brackets behind a sentence: a variable, what holds without the flag, and the values there are.
fn beside(v: Voice<'_>, arg: &Arg, values: bool) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(name) = arg.get_env() {
        out.push(say!(v, "usage-env", name = name.to_string_lossy().into_owned()));
    }
    if !arg.get_action().takes_values() {
        return out;
    }
    let usual: Vec<String> = arg.get_default_values().iter().map(|d| quoted(&d.to_string_lossy())).collect();
    if !usual.is_empty() {
        out.push(say!(v, "usage-default", list = usual.join(" ")));
    }
    let all = arg.get_possible_values();
    if values && !all.is_empty() {
        let names: Vec<String> = all.iter().map(|value| quoted(value.get_name())).collect();
        out.push(say!(v, "usage-values", list = names.join(", ")));
    }
    out
}

/// In quotes where it would be parted or not be seen.
pub fn quoted(text: &str) -> String {
    if text.is_empty() || text.contains(char::is_whitespace) { format!("{text:?}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;
    use keruen_report::language::{Language, help_sentences};
    use std::collections::BTreeSet;

    /// Every English sentence that a verb, a flag or a value says of itself.
    fn said(command: &Command, out: &mut BTreeSet<String>) {
        let mut add = |text: Option<&clap::builder::StyledStr>| out.extend(text.map(ToString::to_string));
        add(command.get_about());
        add(command.get_long_about());
        for arg in command.get_arguments() {
            add(arg.get_help());
            add(arg.get_long_help());
            arg.get_possible_values().iter().for_each(|value| add(value.get_help()));
        }
        command.get_subcommands().for_each(|below| said(below, out));
    }

    fn everything() -> BTreeSet<String> {
        let (mut all, mut out) = (Args::command(), BTreeSet::new());
        all.build();
        said(&all, &mut out);
        out
    }

    #[test]
    fn every_flag_has_words_in_every_language_and_no_words_lack_a_flag() {
        let all = everything();
        assert!(all.len() > 150, "{} sentences: the tree is walked", all.len());
        for language in Language::ALL {
            let lacking: Vec<&String> = all.iter().filter(|s| Voice::plain(language).help(s).is_none()).collect();
            assert!(lacking.is_empty(), "{language:?}: help.ftl lacks {lacking:#?}");
        }
        let spare: Vec<&str> = help_sentences().filter(|s| !all.contains(*s)).collect();
        assert!(spare.is_empty(), "no flag says {spare:#?}");
    }

    #[test]
    fn a_flag_without_words_is_found() {
        let command = Command::new("x").arg(Arg::new("y").long("y").help("Words that no catalogue has"));
        let mut out = BTreeSet::new();
        said(&command, &mut out);
        assert!(out.iter().any(|s| Voice::plain(Language::Kazakh).help(s).is_none()));
    }

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_string).collect()
    }

    /// Lines of help: of the program, and of each verb and the verbs below it.
    fn lines() -> Vec<Vec<String>> {
        let (all, mut out) = (Args::command(), vec![vec!["keruen".to_string()]]);
        for verb in all.get_subcommands() {
            out.push(vec!["keruen".into(), verb.get_name().into()]);
            out.extend(verb.get_subcommands().map(|b| vec!["keruen".into(), verb.get_name().into(), b.get_name().into()]));
        }
        out
    }

    /// The frame that the catalogue gives help is the one that English help has.
    #[test]
    fn in_english_the_catalogue_says_what_the_reader_of_lines_says() {
        let all = lines();
        assert!(all.len() > 25);
        for (line, flag) in all.iter().flat_map(|l| [(l, "--help"), (l, "-h")]) {
            let line: Vec<OsString> = line.iter().map(OsString::from).chain([flag.into()]).collect();
            let error = Args::command().try_get_matches_from(&line).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::DisplayHelp);
            assert_eq!(words(&told(Voice::ENGLISH, &line, &error)), words(&error.render().to_string()), "{line:?}");
        }
    }
}
