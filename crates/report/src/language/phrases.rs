//! Sentences and words that arrive in English, from engines and tables, found again by their English form.
//!
//! `en/phrases.ftl` holds each form once: `said-no-way = no chain of open links ... from { $from } to { $to } ...`. A text that fits a
//! form is said by the same message of the language, each slot filled with its own translation. Engines stay free of languages and
//! JSON stays as it is; a test asks the bundled questions and finds every sentence that fits no form.

use super::catalogue::{english_phrases, say};
use super::figures::{dress, is_day};
use super::{Value, Voice};
use crate::say;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use std::sync::OnceLock;

/// Slots within slots that are followed: a reason may hold a list of sentences, those hold names.
const DEEP: usize = 4;

/// A piece of a form.
#[derive(Debug)]
enum Piece {
    Text(String),
    Slot(String),
}

/// The English form of a message.
#[derive(Debug)]
struct Form {
    id: String,
    pieces: Vec<Piece>,
    /// Letters that are not slots: of two forms that fit, the one that says more is meant.
    letters: usize,
}

/// How the ids of what is found again by its English form begin.
const SAID: &str = "said-";

impl Form {
    /// Whether it holds slots, blanks and marks, and no word of its own.
    fn of_marks(&self) -> bool {
        self.pieces.iter().all(|p| matches!(p, Piece::Slot(_)) || matches!(p, Piece::Text(t) if !t.contains(char::is_alphabetic)))
    }
}

/// The slot of a rule's id, with whose rule it is behind a comma.
const RULE: &str = "rule";

/// `class-7-kz, nuclear authority of Kazakhstan`: an id, which holds no blank and begins with a letter, in front.
fn names_a_rule(slot: &str) -> bool {
    let id = slot.split(", ").next().unwrap_or("");
    let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(sign)
}

static FORMS: OnceLock<Vec<Form>> = OnceLock::new();

/// Forms in the order of their letters, most first.
fn forms() -> &'static [Form] {
    FORMS.get_or_init(|| {
        let read = |text| fluent_syntax::parser::parse(text).unwrap_or_else(|(rest, _)| rest).body;
        let mut out: Vec<Form> = english_phrases().into_iter().flat_map(read).filter_map(|entry| form(&entry)).collect();
        out.sort_by(|a, b| b.letters.cmp(&a.letters).then_with(|| a.id.cmp(&b.id)));
        out
    })
}

fn form(entry: &Entry<&str>) -> Option<Form> {
    let Entry::Message(m) = entry else { return None };
    if !m.id.name.starts_with(SAID) {
        return None;
    }
    let mut pieces = Vec::new();
    for element in &m.value.as_ref()?.elements {
        pieces.push(match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_string()),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
                Piece::Slot(id.name.to_string())
            }
            PatternElement::Placeable { .. } => return None,
        });
    }
    let letters = pieces.iter().map(|p| if let Piece::Text(t) = p { t.len() } else { 0 }).sum();
    Some(Form { id: m.id.name.to_string(), pieces, letters })
}

/// Ways of parting a text into slots that are tried for one form: a text of nothing but commas ends too.
const TRIES: u32 = 10_000;

/// What stands in the slots, where the text fits.
fn slots<'t>(pieces: &'static [Piece], text: &'t str) -> Option<Vec<(&'static str, &'t str)>> {
    parted(pieces, text, &mut TRIES.clone())
}

fn parted<'t>(pieces: &'static [Piece], text: &'t str, tries: &mut u32) -> Option<Vec<(&'static str, &'t str)>> {
    *tries = tries.checked_sub(1)?;
    match pieces {
        [] => text.is_empty().then(Vec::new),
        [Piece::Text(t), rest @ ..] => parted(rest, text.strip_prefix(t.as_str())?, tries),
        [Piece::Slot(name)] => (!text.is_empty()).then(|| vec![(name.as_str(), text)]),
        [Piece::Slot(name), rest @ ..] => {
            let Some(Piece::Text(next)) = rest.first() else { return None };
            text.match_indices(next.as_str()).filter(|(at, _)| *at > 0).find_map(|(at, _)| {
                let mut found = parted(rest, &text[at..], tries)?;
                found.push((name.as_str(), &text[..at]));
                Some(found)
            })
        }
    }
}

impl Voice<'_> {
    /// A sentence, word, name, number or day that is given in English.
    pub fn phrase(self, english: &str) -> String {
        if self.is_english() { english.to_string() } else { self.known(english, DEEP).unwrap_or_else(|| english.to_string()) }
    }

    /// Several of them.
    pub fn phrases(self, english: &[String], between: &str) -> String {
        english.iter().map(|e| self.phrase(e)).collect::<Vec<_>>().join(between)
    }

    /// Whether the catalogue or the names of the corridor know a text and not its marks alone; a figure is known by itself.
    pub fn knows(self, english: &str) -> bool {
        self.known(english, DEEP).is_some() && !self.fits_by_marks(english)
    }

    /// A text that is given in English, where the catalogue or the names of the corridor know it: a sentence, a name, a way in short.
    pub fn found(self, english: &str) -> Option<String> {
        self.known(english, DEEP).filter(|_| !self.fits_by_marks(english)).or_else(|| self.in_short(english))
    }

    /// Whether most of a text is what fills a form and is not known: any text with a bracket and a colon fits some form.
    fn fits_by_marks(self, text: &str) -> bool {
        if self.named(text).is_some() {
            return false;
        }
        let Some((form, found)) = forms().iter().find_map(|f| Some((f, slots(&f.pieces, text)?))) else { return false };
        let unknown = |slot: &str| slot.contains(char::is_alphabetic) && self.slot(slot, DEEP - 1) == slot;
        if form.of_marks() {
            return found.iter().any(|(name, slot)| if *name == RULE { !names_a_rule(slot) } else { unknown(slot) });
        }
        let longest = found.iter().map(|(_, slot)| *slot).max_by_key(|slot| slot.len()).unwrap_or_default();
        longest.len() > form.letters && unknown(longest)
    }

    fn known(self, text: &str, deep: usize) -> Option<String> {
        if let Some(name) = self.named(text) {
            return Some(name);
        }
        if let Some((work, place)) = text.rsplit_once(" at ")
            && let (Some(what), Some(place)) = (self.named(work), self.named(place))
        {
            return Some(say!(self, "at", what = what, place = place));
        }
        if let Some(english) = self.names.english(text) {
            return Some(self.name(english));
        }
        if is_number(text) {
            return Some(dress(self.language, text));
        }
        if text.get(..10).is_some_and(is_day) && text.len() <= "2025-06-01 00:00".len() {
            return Some(self.day(text));
        }
        let fits = |f: &'static Form| Some((f, slots(&f.pieces, text)?));
        if let Some((form, found)) = forms().iter().find_map(fits) {
            let args: Vec<(&'static str, Value<'_>)> =
                found.into_iter().map(|(name, slot)| (name, Value::from(self.slot(slot, deep)))).collect();
            return say(self.language, &form.id, &args);
        }
        self.part(text).or_else(|| self.stack(text, deep))
    }

    /// Names of several scenarios, one upon the other.
    fn stack(self, text: &str, deep: usize) -> Option<String> {
        let parts: Option<Vec<String>> = text.split(" + ").map(|part| self.known(part, deep.checked_sub(1)?)).collect();
        parts.filter(|p| p.len() > 1).map(|p| p.join(" + "))
    }

    /// What stands in a slot: known as a whole, or a list, or kept.
    fn slot(self, text: &str, deep: usize) -> String {
        if deep == 0 {
            return text.to_string();
        }
        if let Some(known) = self.known(text, deep - 1) {
            return known;
        }
        if let Some(known) = text.strip_suffix('.').and_then(|t| self.known(t, deep - 1)) {
            return known + ".";
        }
        // A title and a label that holds a comma itself.
        if let Some((title, label)) = text.split_once(", ")
            && let (Some(title), Some(label)) = (self.known(title, deep - 1), self.known(label, deep - 1))
        {
            return format!("{title}, {label}");
        }
        if let Some((one, other)) = text.split_once(" or ") {
            let said = (self.slot(one, deep - 1), self.slot(other, deep - 1));
            if said != (one.to_string(), other.to_string()) {
                return say!(self, "either", one = said.0, other = said.1);
            }
        }
        // A place with its id, called as whoever asked may have spelt it.
        if let Some((name, id)) = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("))
            && let Some(name) =
                self.names.english(&format!("node:{id}")).map(|english| self.name(english)).or_else(|| self.named(name))
        {
            return format!("{name} ({id})");
        }
        for between in ["; ", ", ", " > ", " + "] {
            if text.contains(between) {
                return self.list(text, between, deep);
            }
        }
        if text.contains(" or ") {
            let or = format!(" {} ", say!(self, "word-or"));
            return text.split(" or ").map(|part| self.slot(part, deep - 1)).collect::<Vec<_>>().join(&or);
        }
        self.bare(text).unwrap_or_else(|| text.to_string())
    }

    /// The parts of a list; what is known may hold the mark between them itself, and the longest that is known is meant.
    fn list(self, text: &str, between: &str, deep: usize) -> String {
        let (mut out, mut rest) = (Vec::new(), text);
        while !rest.is_empty() {
            let ends = rest.match_indices(between).map(|(at, _)| at).chain([rest.len()]);
            let known = ends.filter_map(|at| Some((at, self.known(&rest[..at], deep - 1)?))).last();
            let (at, part) = known.unwrap_or_else(|| {
                let at = rest.find(between).unwrap_or(rest.len());
                (at, self.slot(&rest[..at], deep - 1))
            });
            out.push(part);
            rest = rest[at..].strip_prefix(between).unwrap_or("");
        }
        out.join(between)
    }
}

fn is_number(text: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | '\u{202f}' | '\u{2212}' | '-' | '+');
    text.bytes().any(|b| b.is_ascii_digit()) && text.chars().all(figure) && !is_day(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn the_form_that_says_more_is_meant() {
        let turkish = Voice::plain(Language::Turkish);
        assert_eq!(turkish.phrase("way 3"), "3. yol");
        assert_eq!(turkish.phrase("no such sentence anywhere"), "no such sentence anywhere");
        assert_eq!(turkish.phrase(""), "");
    }

    #[test]
    fn places_that_are_near_are_listed_in_the_language() {
        let mut names = keruen_results::names::Names::none();
        for (english, turkish) in [("Yerevan", "Erivan"), ("Gorgan", "Gürgan")] {
            names.add("", english, Some(keruen_results::names::Name::Text(turkish.into())));
        }
        let voice = Voice::new(Language::Turkish, &names);
        let said = voice.phrase("there is no place \"Nowhere\"; did you mean Yerevan (yerevan) or Gorgan (gorgan)?");
        assert!(said.contains("Erivan (yerevan) ya da Gürgan (gorgan)"), "{said}");
    }

    #[test]
    fn a_text_that_fits_by_its_marks_alone_is_not_found() {
        let turkish = Voice::plain(Language::Turkish);
        assert_eq!(turkish.found("Water is low (in 2025): what is one metre worth?"), None);
        assert_eq!(turkish.found("way 3").as_deref(), Some("3. yol"));
        assert_eq!(turkish.found("rail KZ > road RU").as_deref(), Some("demiryolu KZ > karayolu RU"));
        assert_eq!(turkish.found("rail KZ > nothing"), None);
    }

    #[test]
    fn every_form_has_text_between_its_slots() {
        for f in forms() {
            assert!(f.letters > 0, "{} would fit everything", f.id);
            let adjoining = f.pieces.windows(2).any(|p| matches!(p, [Piece::Slot(_), Piece::Slot(_)]));
            assert!(!adjoining, "{} cannot tell its slots apart", f.id);
        }
    }
}
