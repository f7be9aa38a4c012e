//! The schema as values: what the parser, the validator, the reference page and `datapackage.json` are made from.

use crate::rows::{SCHEMA, TableKind};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// The id of the row.
    Id,
    /// Free text.
    Text,
    /// Texts, separated by `;`.
    Texts,
    /// The id of a row of one table.
    Ref,
    /// Ids of rows of one table, separated by `;`.
    Refs,
    /// `table:id`.
    Any,
    /// One word of a fixed set.
    Enum,
    /// Words of a fixed set, separated by `;`.
    Enums,
    /// A decimal number.
    Number,
    /// A whole number.
    Integer,
    /// 0 or 1.
    Bool,
    /// `YYYY-MM-DD`.
    Date,
    /// `HH:MM`.
    Clock,
    /// A distribution.
    Dist,
}

/// One field of a table.
#[derive(Debug)]
pub struct FieldSpec {
    /// Column name.
    pub name: &'static str,
    /// Type.
    pub kind: FieldKind,
    /// Table (of a reference) or set of words (of an enum).
    pub of: &'static str,
    /// Unit; `@x` = it stands in field x of the row.
    pub unit: &'static str,
    /// Whether a row must have it.
    pub required: bool,
    /// Text used where the cell is empty.
    pub default: &'static str,
    /// Group of a parameter that can change an answer; such a field needs a citation.
    pub group: &'static str,
    /// Whose field it is: gmns, csl or keruen.
    pub origin: &'static str,
    /// Meaning.
    pub meaning: &'static str,
}

/// One table.
#[derive(Debug)]
pub struct TableSpec {
    /// Name, also of its file.
    pub name: &'static str,
    /// The same as a value.
    pub kind: TableKind,
    /// Whose table it is: gmns or keruen.
    pub origin: &'static str,
    /// What one row is.
    pub meaning: &'static str,
    /// Columns, the id first.
    pub fields: &'static [FieldSpec],
}

impl TableSpec {
    /// Position of a column.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == name)
    }
}

impl FieldSpec {
    /// A numeric parameter that can change an answer.
    pub fn needs_citation(&self) -> bool {
        !self.group.is_empty() && matches!(self.kind, FieldKind::Number | FieldKind::Dist)
    }
}

impl TableKind {
    /// The table's entry in the schema.
    pub fn spec(self) -> &'static TableSpec {
        &SCHEMA[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_in_the_order_of_its_tables_and_each_begins_with_its_id() {
        for (i, t) in SCHEMA.iter().enumerate() {
            assert_eq!(t.kind as usize, i);
            assert_eq!(t.fields[0].kind, FieldKind::Id, "{}", t.name);
            assert!(t.fields.iter().all(|f| !f.meaning.is_empty()), "{} has a field without meaning", t.name);
        }
    }

    #[test]
    fn units_in_another_field_name_a_field_that_exists() {
        for t in SCHEMA {
            for f in t.fields {
                let Some(other) = f.unit.strip_prefix('@') else { continue };
                let there = t.field(other).is_some() || matches!(other, "resource.unit" | "field");
                assert!(there, "{}.{} takes its unit from {other}", t.name, f.name);
            }
        }
    }
}
