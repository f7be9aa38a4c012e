//! The messages: one bundle a language, made when first asked for, never changed.

use super::Language;
use super::figures::dress;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The files of a language; a part a view.
macro_rules! parts {
    ($($lang:literal),*) => { [$(&[
        include_str!(concat!($lang, "/common.ftl")),
        include_str!(concat!($lang, "/phrases.ftl")),
        include_str!(concat!($lang, "/route.ftl")),
        include_str!(concat!($lang, "/study.ftl")),
        include_str!(concat!($lang, "/why-not.ftl")),
        include_str!(concat!($lang, "/flow.ftl")),
        include_str!(concat!($lang, "/simulate.ftl")),
        include_str!(concat!($lang, "/happens.ftl")),
        include_str!(concat!($lang, "/calibrate.ftl")),
        include_str!(concat!($lang, "/together.ftl")),
        include_str!(concat!($lang, "/compare.ftl")),
        include_str!(concat!($lang, "/round-table.ftl")),
        include_str!(concat!($lang, "/cli.ftl")),
        include_str!(concat!($lang, "/help.ftl")),
        include_str!(concat!($lang, "/usage.ftl")),
        include_str!(concat!($lang, "/exchange.ftl")),
        include_str!(concat!($lang, "/labels.ftl")),
        include_str!(concat!($lang, "/web.ftl")),
        include_str!(concat!($lang, "/web-forum.ftl")),
        include_str!(concat!($lang, "/web-scenarios.ftl")),
        include_str!(concat!($lang, "/web-simulate.ftl")),
    ]),*] };
}

/// In the order of [`Language::ALL`].
const PARTS: [&[&str]; 5] = parts!("en", "kk", "az", "ru", "tr");

/// The last so many parts are of the page in the browser; the first of them, the labels of ways, are phrases too.
const OF_PAGE: usize = 5;

/// The files of the page.
pub(super) fn page_parts(language: Language) -> &'static [&'static str] {
    let parts = PARTS[language as usize];
    &parts[parts.len() - OF_PAGE..]
}

/// The files of words that the page shares with other views: lists and amounts, and verdicts.
pub(super) fn shared_parts(language: Language) -> [&'static str; 2] {
    [PARTS[language as usize][0], PARTS[language as usize][4]]
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [OnceLock<Bundle>; 5] = [const { OnceLock::new() }; 5];

/// A message, filled; `None` where the language has none of this id.
pub(super) fn say(language: Language, id: &str, args: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(id)?.value()?;
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    // A name that is not given shows as {$name}; the catalogue's test holds names against the calls.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
}

fn bundle(language: Language) -> &'static Bundle {
    BUNDLES[language as usize].get_or_init(|| make(language))
}

fn make(language: Language) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks help where scripts of two directions meet; none of the five runs from right to left.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |v, _| number(Language::English, v),
        Language::Kazakh => |v, _| number(Language::Kazakh, v),
        Language::Azerbaijani => |v, _| number(Language::Azerbaijani, v),
        Language::Russian => |v, _| number(Language::Russian, v),
        Language::Turkish => |v, _| number(Language::Turkish, v),
    }));
    for text in PARTS[language as usize] {
        // A part that does not read is found by the catalogue's test; what reads of it is used.
        let resource = FluentResource::try_new((*text).to_string()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Numbers inside messages look like those beside them.
fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(dress(language, &crate::format::number(n.value))),
        _ => None,
    }
}

/// Where [`PARTS`] has the flags of the command, and what it says when tables are handed over.
const OF_FLAGS: usize = 13;
const OF_EXCHANGE: usize = 15;

/// Texts of every message of the phrases, English, in order: what engines and tables say.
pub(super) fn english_phrases() -> [&'static str; 3] {
    [PARTS[0][1], page_parts(Language::English)[0], PARTS[0][OF_EXCHANGE]]
}

/// What the verbs and flags of the command say of themselves, in English.
pub(super) fn english_help() -> &'static str {
    PARTS[0][OF_FLAGS]
}
