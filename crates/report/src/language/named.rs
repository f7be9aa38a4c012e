//! Names of rows: as table `name` has them, or made of words of the catalogue and names of places.

use super::Voice;
use crate::say;
use keruen_results::names::Name;
use keruen_results::route::PlaceRef;

impl Voice<'_> {
    /// A name that is given in English; it stays where the language has none.
    pub fn name(self, english: &str) -> String {
        self.named(english).unwrap_or_else(|| english.to_string())
    }

    /// A place.
    pub fn place(self, p: &PlaceRef) -> String {
        self.name(&p.name)
    }

    /// Two places, by their English names or their ids: `Bishkek - Almaty`, `almaty - frankfurt`.
    pub fn pair(self, told: &str) -> String {
        let place = |one: &str| if self.knows(one) { self.phrase(one) } else { self.row("node", one) };
        told.split(" - ").map(place).collect::<Vec<_>>().join(" - ")
    }

    /// A row, as `table:id` or in two parts; its id where the corridor has no such row.
    pub fn row(self, table: &str, id: &str) -> String {
        match self.names.english(&format!("{table}:{id}")) {
            Some(english) if !self.is_english() => self.name(english),
            _ => id.to_string(),
        }
    }

    /// A row by its name, the English one too; its id where the corridor has no such row.
    pub fn titled(self, table: &str, id: &str) -> String {
        self.names.english(&format!("{table}:{id}")).map_or_else(|| id.to_string(), |english| self.name(english))
    }

    /// A row that stands several times: `rail-ferries 2`, `alat-tbilisi.path forth`.
    pub fn one_of(self, table: &str, told: &str) -> String {
        match told.split_once(' ').filter(|_| !self.is_english()) {
            Some((id, which)) => format!("{}, {}", self.row(table, id), self.phrase(which)),
            None => self.row(table, told),
        }
    }

    /// A row as `table:id`.
    pub fn row_name(self, row: &str) -> String {
        let name = self.names.english(row).filter(|_| !self.is_english());
        name.map_or_else(|| row.to_string(), |english| self.name(english))
    }

    /// `rail KZ > ferry-kuryk-alat`: modes by country and services, in order.
    pub fn summary(self, summary: &str) -> String {
        if self.is_english() {
            return summary.to_string();
        }
        let step = |s: &str| match s.split_once(' ') {
            Some((mode, country)) => format!("{} {country}", self.mode(mode)),
            None => self.row("service", s),
        };
        summary.split(" > ").map(step).collect::<Vec<_>>().join(" > ")
    }

    /// A row of demand and what this part of its goods rides, `boxes by ferry-kuryk-alat + train`; nothing where it is no such text.
    pub(super) fn part(self, told: &str) -> Option<String> {
        let (row, way) = told.split_once(" by ")?;
        let (way, more) = way.split_once(", ").map_or((way, String::new()), |(way, n)| (way, format!(", {n}")));
        let service = |s: &str| match s {
            "land" => Some(say!(self, "row-by-land")),
            s => self.names.english(&format!("service:{s}")).map(|english| self.name(english)),
        };
        let services: Option<Vec<String>> = way.split(" + ").map(service).collect();
        Some(say!(self, "row-by", row = row, way = services?.join(" + ")) + &more)
    }

    /// The row of the first of these tables that has such an id.
    pub(super) fn bare(self, id: &str) -> Option<String> {
        let tables = ["service", "node", "fleet", "resource", "facility", "equipment", "cargo", "scenario"];
        let english = tables.iter().find_map(|t| self.names.english(&format!("{t}:{id}")))?;
        Some(self.name(english))
    }

    /// A text that is a way in short; none where a step of it is neither a mode in a country nor a service.
    pub(super) fn in_short(self, text: &str) -> Option<String> {
        let is_step = |s: &str| match s.split_once(' ') {
            Some((mode, country)) => {
                self.of_family("mode", mode).is_some() && country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase())
            }
            None => self.names.english(&format!("service:{s}")).is_some(),
        };
        text.split(" > ").all(is_step).then(|| self.summary(text))
    }

    /// A unit of the schema, or one in which something was counted.
    pub fn unit(self, unit: &str) -> String {
        let word = self.word("unit", unit);
        if word == unit { self.phrase(unit) } else { word }
    }

    /// So many of a unit, in the form that the number asks for.
    pub fn amount(self, quantity: f64, unit: &str) -> String {
        match unit {
            "container" => say!(self, "amount-container", count = quantity),
            "wagon" => say!(self, "amount-wagon", count = quantity),
            "truck" => say!(self, "amount-truck", count = quantity),
            "seat" => say!(self, "amount-seat", count = quantity),
            _ => format!("{} {}", self.number(quantity), self.unit(unit)),
        }
    }

    /// A mode.
    pub fn mode(self, mode: &str) -> String {
        self.word("mode", mode)
    }

    /// How a figure came about; nothing where it has no citation.
    pub fn method(self, method: &str) -> String {
        if method.is_empty() { say!(self, "method-none") } else { self.word("method", method) }
    }

    /// Any other word of a list of the schema.
    pub fn listed(self, value: &str) -> String {
        self.word("list", value)
    }

    pub(super) fn named(self, english: &str) -> Option<String> {
        Some(match self.names.of(english)? {
            Name::Text(text) => text.clone(),
            Name::Between(kind, from, to) => {
                let ends = self.ends(from, to);
                if kind.is_empty() { ends } else { format!("{} {ends}", self.word("vehicle", kind)) }
            }
            Name::Work { kind, from, to, place } => self.work(kind, (from, to), place),
            Name::Vehicle(kind) => self.word("vehicle", kind),
            Name::Limit(kind, at, to) => {
                let place = if to.is_empty() { self.name(at) } else { self.ends(at, to) };
                say!(self, "at", what = self.word("limit", kind), place = place)
            }
            Name::At(kind, place) => say!(self, "at", what = self.word("facility", kind), place = self.name(place)),
            Name::Price(item) => self.word("item", item),
            Name::Factor(what, country) => format!("{} {country}", self.word("factor", what)).trim_end().to_string(),
        })
    }

    fn ends(self, from: &str, to: &str) -> String {
        say!(self, "between", from = self.name(from), to = self.name(to))
    }

    fn work(self, kind: &str, (from, to): (&str, &str), place: &str) -> String {
        let mut out = self.word("work", kind);
        if !from.is_empty() && !to.is_empty() && from != to {
            out += &format!(" ({} \u{2192} {})", self.word("loading", from), self.word("loading", to));
        }
        if place.is_empty() { out } else { say!(self, "at", what = out, place = self.name(place)) }
    }
}
