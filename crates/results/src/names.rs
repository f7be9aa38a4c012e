//! What the rows of a corridor are called in one language, found by their English name: results carry names in English, and views
//! that speak another language look them up here.

use std::collections::BTreeMap;

/// A name in the language, or what it can be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// As table `name` has it.
    Text(String),
    /// Something that runs or lies between two places: the kind of vehicle or the mode, and the English names of its ends.
    Between(String, String, String),
    /// Work: the kind of operation, how the goods stand before and after, and the English name of the place, where it has one.
    Work {
        /// Kind of operation.
        kind: String,
        /// How the goods stand before; empty = any.
        from: String,
        /// How they stand after.
        to: String,
        /// English name of the place; empty for work that is the same everywhere.
        place: String,
    },
    /// A kind of vehicle.
    Vehicle(String),
    /// What is scarce: its kind, the English name of what it belongs to, and of the other end of a stretch; empty = no stretch.
    Limit(String, String, String),
    /// A facility: its kind, and the English name of its place.
    At(String, String),
    /// A charge: what is paid for.
    Price(String),
    /// An emission factor: mode or kind of work, and its country; empty = any.
    Factor(String, String),
}

/// Names of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    by_english: BTreeMap<String, Name>,
    english_of: BTreeMap<String, String>,
}

impl Names {
    /// No names.
    pub const fn none() -> Names {
        Names { by_english: BTreeMap::new(), english_of: BTreeMap::new() }
    }

    /// Adds a row. The first name given to an English one stays; a text takes the place of what is made of words.
    pub fn add(&mut self, row: &str, english: &str, name: Option<Name>) {
        if english.is_empty() {
            return;
        }
        if !row.is_empty() {
            self.english_of.entry(row.to_string()).or_insert_with(|| english.to_string());
        }
        let Some(name) = name else { return };
        let better = match self.by_english.get(english) {
            None => true,
            Some(Name::Text(_)) => false,
            Some(_) => matches!(name, Name::Text(_)),
        };
        if better {
            self.by_english.insert(english.to_string(), name);
        }
    }

    /// Adds texts that no row names: titles of a study, of scenarios, and why they are.
    pub fn add_texts(&mut self, texts: Vec<(String, String)>) {
        texts.into_iter().for_each(|(english, text)| self.add("", &english, Some(Name::Text(text))));
    }

    /// Adds the names of scenarios, which texts may call by their ids.
    pub fn add_scenarios<'s>(&mut self, scenarios: impl Iterator<Item = (&'s str, &'s str)>) {
        scenarios.for_each(|(id, name)| self.add(&format!("scenario:{id}"), name, None));
    }

    /// The name of what is called so in English.
    pub fn of(&self, english: &str) -> Option<&Name> {
        self.by_english.get(english)
    }

    /// The English name of a row, as `table:id`.
    pub fn english(&self, row: &str) -> Option<&str> {
        self.english_of.get(row).map(String::as_str)
    }
}
