//! A corridor: its tables, its strings and what stands on its cover.

use crate::date::Date;
use crate::rows::{Status, TableKind, Tables};
use crate::strings::{Strings, Sym};
use crate::supposed::Suppositions;
use crate::waits::Waits;

/// The cover (`corridor.toml`).
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it represents, in a sentence or two.
    #[serde(default)]
    pub description: String,
    /// Day on which questions are asked unless they say otherwise, YYYY-MM-DD.
    pub as_of: String,
    /// Currency of totals, ISO 4217.
    pub currency: String,
    /// Price level of totals.
    pub price_year: i32,
    /// Licence of the tables.
    #[serde(default)]
    pub licence: String,
    /// Whether a figure without a citation is a fault.
    #[serde(default)]
    pub citations_required: bool,
    /// Credits that every view prints.
    #[serde(default)]
    pub credits: Vec<String>,
}

impl Default for Meta {
    fn default() -> Self {
        Meta {
            id: "corridor".into(),
            title: "Corridor".into(),
            description: String::new(),
            as_of: "2025-01-01".into(),
            currency: "USD".into(),
            price_year: 2025,
            licence: String::new(),
            citations_required: false,
            credits: Vec::new(),
        }
    }
}

/// A whole corridor, immutable once validated; scenarios make a new one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corridor {
    /// Cover.
    pub meta: Meta,
    /// Every table.
    pub tables: Tables,
    /// Every string.
    pub strings: Strings,
    /// Which figures scenarios changed; none of a corridor as it was read.
    pub supposed: Suppositions,
    /// What goods wait, by a simulation or as seen; nothing where nobody laid it beside the tables.
    pub waits: Waits,
}

impl Corridor {
    /// The day on which questions are asked unless they say otherwise.
    pub fn as_of(&self) -> Date {
        Date::parse(&self.meta.as_of).unwrap_or_default()
    }

    /// The corridor as it stands on a day: rows that hold then, and are open.
    pub fn on(&self, day: Date) -> Corridor {
        let mut there = self.clone();
        for &kind in TableKind::ALL {
            let tables = &self.tables;
            let keep = |row: usize| {
                let (from, to) = tables.validity(kind, row);
                from.is_none_or(|d| d <= day) && to.is_none_or(|d| day <= d) && tables.status(kind, row) == Status::Open
            };
            there.tables.retain(kind, keep);
        }
        there.waits = self.waits.on(day);
        there
    }

    /// The text of a symbol.
    pub fn text(&self, sym: Sym) -> &str {
        self.strings.get(sym)
    }
}

impl crate::rows::Profile {
    /// The twelve shares, January first.
    pub fn months(&self) -> [crate::units::Ratio; 12] {
        [self.m01, self.m02, self.m03, self.m04, self.m05, self.m06, self.m07, self.m08, self.m09, self.m10, self.m11, self.m12]
    }
}
