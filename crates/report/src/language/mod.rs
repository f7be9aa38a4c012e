//! Which words does a view use? A view is given a [`Voice`]: a language and the names that a corridor has in it. Messages stand in
//! one Fluent catalogue (`en/`, `kk/`, `az/`, `ru/`, `tr/`, a file a view); `say!` picks one and fills it.
//!
//! What an engine or a table says in English (a reason, a paper, the name of a facility) is found again by its English form
//! ([`Voice::phrase`]) and said in the language; what the catalogue does not know stays as it is written. JSON and CSV know nothing
//! of all this.
//!
//! Source: Unicode CLDR 48 for plurals, decimal marks, thousands and days; `docs/reference/glossary.md` for the terms.

mod catalogue;
mod figures;
mod help;
mod named;
mod phrases;
mod words;

pub use fluent_bundle::FluentValue as Value;
pub use help::help_sentences;
use keruen_results::names::Names;
pub use words::page_words;

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English; the language of the tables and of the engines.
    #[default]
    English,
    /// Kazakh, in today's Cyrillic orthography.
    Kazakh,
    /// Azerbaijani, in Latin script.
    Azerbaijani,
    /// Russian.
    Russian,
    /// Turkish.
    Turkish,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 5] =
        [Language::English, Language::Kazakh, Language::Azerbaijani, Language::Russian, Language::Turkish];

    /// ISO 639-1 code, as table name writes it.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Kazakh => "kk",
            Language::Azerbaijani => "az",
            Language::Russian => "ru",
            Language::Turkish => "tr",
        }
    }

    /// By its code.
    pub fn parse(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// A language and what the rows of a corridor are called in it.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The language.
    pub language: Language,
    names: &'a Names,
}

static NO_NAMES: Names = Names::none();

impl<'a> Voice<'a> {
    /// English, which needs no names: results carry them.
    pub const ENGLISH: Voice<'static> = Voice { language: Language::English, names: &NO_NAMES };

    /// A language with the names of a corridor.
    pub fn new(language: Language, names: &'a Names) -> Voice<'a> {
        Voice { language, names }
    }

    /// A language without a corridor.
    pub fn plain(language: Language) -> Voice<'static> {
        Voice { language, names: &NO_NAMES }
    }

    /// Whether English words of tables and engines may stand as they are.
    pub(crate) fn is_english(self) -> bool {
        self.language == Language::English
    }

    /// A message, filled. An id that is not there comes back as it is: a test proves that there is none.
    pub fn say(self, id: &str, args: &[(&'static str, Value<'_>)]) -> String {
        catalogue::say(self.language, id, args).unwrap_or_else(|| id.to_string())
    }

    /// The word for a value of a list of the schema (`unit-t`, `mode-rail`), or the value as it is.
    fn word(self, family: &str, value: &str) -> String {
        self.of_family(family, value).unwrap_or_else(|| value.to_string())
    }

    fn of_family(self, family: &str, value: &str) -> Option<String> {
        catalogue::say(self.language, &format!("{family}-{}", value.replace(['/', '_'], "-")), &[])
    }
}

/// A value for a message. Numbers that plural rules cannot take (not finite, or beyond their digits) go in as text.
pub fn value<'v>(x: impl Into<Value<'v>>) -> Value<'v> {
    match x.into() {
        Value::Number(n) if !n.value.is_finite() || n.value.abs() >= 1e15 => Value::from(crate::format::number(n.value)),
        other => other,
    }
}

/// `say!(voice, "id", name = value, ...)`: a message of the catalogue. Ids and names stand as they are in the source, so that a test
/// can hold them against the catalogue.
#[macro_export]
macro_rules! say {
    ($voice:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $voice.say($id, &[$((stringify!($name), $crate::language::value($value))),*])
    };
}
