//! What is wrong with a line, in sentences of our own: made of the kind of the fault and what it speaks of, not of English words.

use super::help::quoted;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use keruen_report::language::Voice;
use keruen_report::say;

/// The fault, what may have been meant, and how the verb is used.
pub fn told(v: Voice<'_>, e: &Error) -> String {
    let mut out = say!(v, "error", what = reason(v, e));
    let tips = tips(v, e);
    if !tips.is_empty() {
        out += "\n";
    }
    for tip in tips {
        out += &format!("\n  {}", say!(v, "usage-tip", what = tip));
    }
    if let Some(ContextValue::StyledStr(usage)) = e.get(ContextKind::Usage) {
        out += &format!("\n\n{} {}", say!(v, "usage-head"), line(v, &usage.to_string()));
    }
    format!("{out}\n\n{}", say!(v, "usage-more"))
}

/// How a verb is used, as the reader of lines writes it, with its two words in the language.
pub fn line(v: Voice<'_>, english: &str) -> String {
    let bare = english.strip_prefix("Usage: ").unwrap_or(english);
    bare.replace("[OPTIONS]", &say!(v, "usage-any-option")).replace("<COMMAND>", &say!(v, "usage-a-command"))
}

fn reason(v: Voice<'_>, e: &Error) -> String {
    let flag = text(e, ContextKind::InvalidArg);
    let value = text(e, ContextKind::InvalidValue);
    match e.kind() {
        ErrorKind::UnknownArgument => say!(v, "usage-unknown", flag = flag),
        ErrorKind::InvalidSubcommand => say!(v, "usage-no-verb", name = text(e, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => no_verb(v, e),
        ErrorKind::MissingRequiredArgument => say!(v, "usage-required") + &below(&list(e, ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => conflict(v, e, flag),
        ErrorKind::TooManyValues => say!(v, "usage-no-more", value = value, flag = flag),
        ErrorKind::TooFewValues => {
            let (least, given) = (count(e, ContextKind::MinValues), count(e, ContextKind::ActualNumValues));
            say!(v, "usage-few", least = least, flag = flag, given = given)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => bad_value(v, e, (flag, value)),
        ErrorKind::InvalidUtf8 => say!(v, "usage-no-text"),
        _ => say!(v, "usage-not-understood"),
    }
}

fn no_verb(v: Voice<'_>, e: &Error) -> String {
    let verbs = list(e, ContextKind::ValidSubcommand).join(", ");
    let told = say!(v, "usage-verb-wanted", name = text(e, ContextKind::InvalidSubcommand));
    format!("{told}\n  {}", say!(v, "usage-verbs", list = verbs))
}

/// A flag that stands twice, or beside one that it does not go with.
fn conflict(v: Voice<'_>, e: &Error, flag: String) -> String {
    match list(e, ContextKind::PriorArg).as_slice() {
        [same] if *same == flag => say!(v, "usage-twice", flag = flag),
        [other] => say!(v, "usage-conflict", flag = flag, other = other.as_str()),
        others => say!(v, "usage-conflicts", flag = flag) + &below(others),
    }
}

fn bad_value(v: Voice<'_>, e: &Error, (flag, value): (String, String)) -> String {
    let mut out = if value.is_empty() && e.kind() == ErrorKind::InvalidValue {
        say!(v, "usage-value-missing", flag = flag)
    } else {
        say!(v, "usage-value-bad", value = value, flag = flag)
    };
    if let Some(why) = std::error::Error::source(e) {
        out += &format!(": {}", v.phrase(&why.to_string()));
    }
    let values: Vec<String> = list(e, ContextKind::ValidValue).iter().map(|one| quoted(one)).collect();
    if !values.is_empty() {
        out += &format!("\n  {}", say!(v, "usage-values", list = values.join(", ")));
    }
    out
}

fn tips(v: Voice<'_>, e: &Error) -> Vec<String> {
    let near = |kind| list(e, kind).iter().map(|one| format!("'{one}'")).collect::<Vec<_>>().join(", ");
    let mut out = Vec::new();
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        let names = near(kind);
        match kind {
            _ if names.is_empty() => {}
            ContextKind::SuggestedSubcommand => {
                let count = list(e, kind).len() as f64;
                out.push(say!(v, "usage-near-verb", count = count, names = names));
            }
            ContextKind::SuggestedArg => out.push(say!(v, "usage-near-flag", names = names)),
            _ => out.push(say!(v, "usage-near-value", names = names)),
        }
    }
    if let Some(ContextValue::StyledStrs(more)) = e.get(ContextKind::Suggested) {
        out.extend(more.iter().map(|tip| v.phrase(&tip.to_string())));
    }
    out
}

/// Each on a line of its own.
fn below(names: &[String]) -> String {
    names.iter().map(|name| format!("\n  {name}")).collect()
}

fn text(e: &Error, kind: ContextKind) -> String {
    list(e, kind).join(" ")
}

fn list(e: &Error, kind: ContextKind) -> Vec<String> {
    match e.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

fn count(e: &Error, kind: ContextKind) -> f64 {
    match e.get(kind) {
        Some(ContextValue::Number(n)) => *n as f64,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Args;
    use clap::CommandFactory;

    /// Lines that are not understood, each for another reason.
    const FAULTY: &[&str] = &[
        "flow --foo",
        "flow --yaer 2024",
        "flow --top",
        "flow --top x",
        "flow --method nothing",
        "flow --method choise",
        "flow --empties --storage --months",
        "flow --storage",
        "flow --top 3 --top 4",
        "flow --months=3",
        "flow here again",
        "simulate --against x --csv y --html z",
        "serve --port 70000",
        "route a b c d",
        "compare",
        "compare base",
        "export here",
        "scenario show",
        "flwo",
        "nothing-like-it",
        "--json",
        "--lang",
        "--lang fr",
        "-- flow",
    ];

    #[test]
    fn in_english_the_catalogue_says_what_the_reader_of_lines_says() {
        for line in FAULTY {
            let words = std::iter::once("keruen").chain(line.split(' '));
            let error = Args::command().try_get_matches_from(words).unwrap_err();
            assert_eq!(told(Voice::ENGLISH, &error), error.render().to_string().trim_end(), "{line}");
        }
    }
}
