//! The words of the page in the browser: its messages as JSON that a few lines of script fill.
//!
//! ```text
//! "text"                                                        a message without slots
//! ["text ", {"slot": "n"}, {"choose": "n", "of": {"one": [..], "other": [..]}}]
//! ```

use super::Language;
use super::catalogue::{page_parts, shared_parts};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use serde_json::{Map, Value, json};

/// Messages of every view that the page needs too: values of lists, amounts and spans, by the beginning of their ids.
const SHARED: [&str; 10] = ["unit-", "amount-", "span-", "km", "mode-", "method-", "work-", "list-", "verdict-", "low-to-high"];

/// Every message of the page in a language.
pub fn page_words(language: Language) -> Value {
    let mut out = Map::new();
    let shared = |id: &str| SHARED.iter().any(|s| id.starts_with(s));
    for text in shared_parts(language) {
        add(text, &mut out, shared);
    }
    for text in page_parts(language) {
        add(text, &mut out, |_| true);
    }
    Value::Object(out)
}

fn add(text: &str, out: &mut Map<String, Value>, wanted: impl Fn(&str) -> bool) {
    // A part that does not read is found by the catalogue's test; what reads of it is used.
    let read = fluent_syntax::parser::parse(text).unwrap_or_else(|(rest, _)| rest);
    for entry in read.body {
        if let Entry::Message(m) = entry
            && let Some(value) = m.value
            && wanted(m.id.name)
        {
            out.insert(m.id.name.into(), message(&value));
        }
    }
}

fn message(p: &Pattern<&str>) -> Value {
    match p.elements.as_slice() {
        [PatternElement::TextElement { value }] => json!(value),
        _ => parts(p),
    }
}

fn parts(p: &Pattern<&str>) -> Value {
    let part = |e: &PatternElement<&str>| match e {
        PatternElement::TextElement { value } => json!(value),
        PatternElement::Placeable { expression: Expression::Inline(e) } => json!({"slot": name(e)}),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let mut of = Map::new();
            for v in variants {
                let key = match &v.key {
                    VariantKey::Identifier { name } => *name,
                    VariantKey::NumberLiteral { value } => *value,
                };
                of.insert(key.into(), parts(&v.value));
            }
            json!({"choose": name(selector), "of": of})
        }
    };
    Value::Array(p.elements.iter().map(part).collect())
}

/// The catalogue holds text, slots and choices only; its test sees to that.
fn name<'s>(e: &InlineExpression<&'s str>) -> &'s str {
    match e {
        InlineExpression::VariableReference { id } => id.name,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_words_of_the_page() {
        let english = page_words(Language::English);
        assert_eq!(english["web-forum-tab"], "Round table");
        for language in Language::ALL {
            let words = page_words(language);
            let ids = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(ids(&words), ids(&english), "{language:?}");
        }
    }

    #[test]
    fn slots_and_choices_are_told() {
        let read = fluent_syntax::parser::parse("a = { $n } of { $m ->\n    [one] day\n   *[other] { $m } days\n }").unwrap();
        let Entry::Message(m) = &read.body[0] else { panic!() };
        let told = message(m.value.as_ref().unwrap());
        assert_eq!(
            told,
            json!([{"slot": "n"}, " of ", {"choose": "m", "of": {"one": ["day"], "other": [{"slot": "m"}, " days"]}}])
        );
    }
}
