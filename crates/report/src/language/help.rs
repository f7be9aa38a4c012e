//! What do the verbs and flags of the command say of themselves? The English words stand beside each flag; `help.ftl` holds the same
//! sentence once, however many flags say it, and is found by it.

use super::Voice;
use super::catalogue::{english_help, say};
use fluent_syntax::ast::{Entry, PatternElement};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Ids by the English sentence.
static IDS: OnceLock<BTreeMap<String, String>> = OnceLock::new();

fn ids() -> &'static BTreeMap<String, String> {
    IDS.get_or_init(|| {
        // A part that does not read is found by the catalogue's test; what reads of it is used.
        let read = fluent_syntax::parser::parse(english_help()).unwrap_or_else(|(rest, _)| rest);
        read.body.iter().filter_map(sentence).collect()
    })
}

/// A sentence without slots, and its id.
fn sentence(entry: &Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(m) = entry else { return None };
    let word = |e: &PatternElement<&str>| match e {
        PatternElement::TextElement { value } => Some((*value).to_string()),
        PatternElement::Placeable { .. } => None,
    };
    let text: Option<String> = m.value.as_ref()?.elements.iter().map(word).collect();
    Some((text?, m.id.name.to_string()))
}

/// Every English sentence that the catalogue has for a verb or a flag.
pub fn help_sentences() -> impl Iterator<Item = &'static str> {
    ids().keys().map(String::as_str)
}

impl Voice<'_> {
    /// What a verb or a flag says of itself, found by its English words; `None` where the catalogue has no such sentence.
    pub fn help(self, english: &str) -> Option<String> {
        say(self.language, ids().get(english)?, &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_flag_is_found_by_its_english_words() {
        let russian = Voice::plain(Language::Russian);
        assert_eq!(russian.help("How much").as_deref(), Some("Сколько"));
        assert_eq!(russian.help("no flag says so"), None);
        assert!(help_sentences().all(|s| Voice::ENGLISH.help(s).as_deref() == Some(s)));
    }
}
