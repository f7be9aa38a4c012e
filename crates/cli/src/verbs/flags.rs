//! Every verb and its flags as one page, from the descriptions that the program itself reads its command line by.

use crate::args::Args;
use clap::{Arg, Command, CommandFactory};

/// The page in Markdown.
pub fn flags_markdown() -> String {
    let mut all = Args::command();
    all.build();
    let mut out = String::from("# Verbs and flags\n\nMade by `keruen reference flags`.\n");
    for verb in all.get_subcommands().filter(|c| c.get_name() != "help") {
        write_verb(verb, "keruen", &mut out);
    }
    out
}

fn write_verb(verb: &Command, above: &str, out: &mut String) {
    let name = format!("{above} {}", verb.get_name());
    *out += &format!("\n## `{name}`\n\n{}\n", one_line(&verb.get_about().map_or(String::new(), ToString::to_string)));
    let shown: Vec<&Arg> = verb.get_arguments().filter(|a| !a.is_hide_set() && a.get_id() != "help").collect();
    if !shown.is_empty() {
        *out += "\n| flag | what it does | without it |\n|---|---|---|\n";
        shown.into_iter().for_each(|a| *out += &row(a));
    }
    for below in verb.get_subcommands().filter(|c| c.get_name() != "help") {
        write_verb(below, &name, out);
    }
}

fn row(a: &Arg) -> String {
    let help = a.get_long_help().or_else(|| a.get_help()).map_or(String::new(), ToString::to_string);
    let values: Vec<String> = a.get_possible_values().iter().map(|v| v.get_name().to_string()).collect();
    let choice = if values.is_empty() || !a.get_action().takes_values() {
        String::new()
    } else {
        format!("; one of {}", values.join(", "))
    };
    let told = a.get_default_values().iter().filter(|_| a.get_action().takes_values());
    let usual: Vec<String> = told.map(|v| v.to_string_lossy().into_owned()).filter(|v| !v.is_empty()).collect();
    format!("| `{}` | {}{choice} | {} |\n", called(a).replace('|', "\\|"), one_line(&help).replace('|', "\\|"), usual.join(" "))
}

/// `-s, --scenario <NAME>`, or the name of a word that stands without a flag.
fn called(a: &Arg) -> String {
    let names = a.get_value_names().filter(|_| a.get_action().takes_values()).unwrap_or_default();
    let value: String = names.iter().map(|n| format!(" <{n}>")).collect();
    match (a.get_short(), a.get_long()) {
        (Some(s), Some(l)) => format!("-{s}, --{l}{value}"),
        (None, Some(l)) => format!("--{l}{value}"),
        (Some(s), None) => format!("-{s}{value}"),
        (None, None) => value.trim_start().to_string(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
