//! The frame of a page.

use crate::format::escape;
use crate::language::{Language, Voice};
use crate::say;
use keruen_results::forum::Span;

/// Look of every page.
const STYLE: &str = include_str!("style.css");

/// A whole page.
pub(super) fn page(v: Voice<'_>, title: &str, body: &str) -> String {
    let (folded, print) = if body.contains("<details") { (folded(v), print(v)) } else { Default::default() };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Keruen\">\n<title>{}</title>\n<style>{STYLE}{folded}</style>\n</head>\n<body>\n{print}{body}\n</body>\n</html>\n",
        v.language.code(),
        escape(title)
    )
}

/// What print says of a part that is folded, and how it prints every part.
fn print(v: Voice<'_>) -> String {
    let (hint, whole) = (escape(&say!(v, "print-hint")), escape(&say!(v, "print-whole")));
    format!("<p class=\"print\">{hint} <label><input type=\"checkbox\" id=\"whole\"> {whole}</label></p>\n")
}

/// The words behind a folded part's title in print. No message of the catalogue holds a quote or a backslash here; one that did would
/// only lose them.
fn folded(v: Voice<'_>) -> String {
    let words: String = say!(v, "print-folded").chars().filter(|c| !matches!(c, '"' | '\\' | '<' | '>' | '\n')).collect();
    format!(":root{{--folded:\" ({words})\"}}")
}

/// The heads of a table by their ids in the catalogue: `head-km>` stands to the right, an empty one has no words.
pub(super) fn heads(v: Voice<'_>, ids: &[&str]) -> String {
    let one = |h: &&str| {
        let id = h.trim_end_matches('>');
        let text = if id.is_empty() { String::new() } else { escape(&v.say(id, &[])) };
        format!("<th{}>{text}</th>", if h.ends_with('>') { " class=\"n\"" } else { "" })
    };
    format!("<div class=\"scroll\"><table><thead><tr>{}</tr></thead><tbody>", ids.iter().map(one).collect::<String>())
}

/// A row under such heads: cells that are safe already.
pub(super) fn row(ids: &[&str], class: &str, cells: &[String]) -> String {
    let cell = |(id, text): (&&str, &String)| format!("<td{}>{text}</td>", if id.ends_with('>') { " class=\"n\"" } else { "" });
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<tr{class}>{}</tr>", ids.iter().zip(cells).map(cell).collect::<String>())
}

/// A table of such heads and rows that are safe already.
pub(super) fn table(v: Voice<'_>, ids: &[&str], rows: &str) -> String {
    format!("{}{rows}</tbody></table></div>", heads(v, ids))
}

/// Middle, and the ends in small.
pub(super) fn span_cell(v: Voice<'_>, s: &Span) -> String {
    let ends =
        if s.low == s.high { String::new() } else { format!("<br><span class=\"range\">{}</span>", v.range(s.low, s.high)) };
    format!("{}{ends}", v.number(s.mid))
}

/// How to come by the same page again.
pub(super) fn repeat(v: Voice<'_>, command: &str) -> String {
    format!("<h2>{}</h2><p><code>{}</code></p>", escape(&say!(v, "repeat-it")), escape(&in_language(v, command)))
}

/// A command that makes the same page in the same language.
pub(super) fn in_language(v: Voice<'_>, command: &str) -> String {
    let told = v.language == Language::English || command.contains("--lang");
    if told { command.to_owned() } else { format!("{command} --lang {}", v.language.code()) }
}

/// A remark in small.
pub(super) fn remark(v: Voice<'_>, english: &str) -> String {
    format!("<p class=\"range\">{}</p>", super::sheet::written(v, english))
}
