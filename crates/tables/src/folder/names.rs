//! Which file holds which table: `TABLE.csv`, or `TABLE.PART.csv` for a part of it.

use keruen_model::fault::nearest;
use keruen_model::{Fault, SCHEMA, TableKind};

/// The cover of a corridor.
pub const COVER: &str = "corridor.toml";

/// Folders in which a write is prepared begin so.
pub(crate) const STAGE: &str = ".keruen-write";

/// What a file of a corridor folder is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `corridor.toml`.
    Cover,
    /// A table, or a part of one.
    Table(TableKind),
    /// A CSV file that is no table.
    Unknown,
    /// A file that the reader of tables leaves alone.
    Other,
}

/// What a file is.
pub fn role(name: &str) -> Role {
    if name == COVER {
        return Role::Cover;
    }
    if !name.to_ascii_lowercase().ends_with(".csv") {
        return Role::Other;
    }
    name.strip_suffix(".csv").and_then(|n| TableKind::from_name(n.split('.').next()?)).map_or(Role::Unknown, Role::Table)
}

/// Files of one table in the order in which they are read: `TABLE.csv` first, then the parts by name.
pub(crate) fn order(name: &str) -> (bool, &str) {
    (name.matches('.').count() > 1, name)
}

/// A CSV file whose name is no table.
pub(crate) fn unknown(name: &str) -> Fault {
    let stem = name.split('.').next().unwrap_or(name);
    let hint = match nearest(stem, SCHEMA.iter().map(|t| t.name)) {
        Some(table) => format!("did you mean {table}.csv or {table}.PART.csv?"),
        None => format!("the tables are {}", SCHEMA.iter().map(|t| t.name).collect::<Vec<_>>().join(", ")),
    };
    whole(name, "unknown-file", "no table has this name", hint)
}

/// A fault of a file as a whole.
pub(crate) fn whole(file: &str, rule: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Fault {
    let mut fault = Fault::of_table("", rule, message).hint(hint);
    if let Role::Table(kind) = role(file) {
        fault.table = kind.name().into();
    }
    fault.file = file.into();
    fault.line = 1;
    fault
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_from_strangers() {
        assert_eq!(role("node.csv"), Role::Table(TableKind::Node));
        assert_eq!(role("link.rail.kz.csv"), Role::Table(TableKind::Link));
        assert_eq!(role("use.csv"), Role::Table(TableKind::Use));
        for name in ["nodes.csv", "Node.csv", "node.CSV", ".csv", "link-rail.csv"] {
            assert_eq!(role(name), Role::Unknown, "{name}");
        }
        assert_eq!((role("corridor.toml"), role("geometry.geojson"), role("node")), (Role::Cover, Role::Other, Role::Other));
    }

    #[test]
    fn the_whole_table_is_read_before_its_parts() {
        let mut names = vec!["link.sea.csv", "link.rail.csv", "link.csv", "link.a.csv"];
        names.sort_by_key(|n| order(n));
        assert_eq!(names, ["link.csv", "link.a.csv", "link.rail.csv", "link.sea.csv"]);
    }

    #[test]
    fn a_misspelt_file_is_offered_its_table() {
        assert_eq!(
            unknown("nodes.csv").to_string(),
            "nodes.csv:1: : no table has this name [unknown-file]; did you mean node.csv or node.PART.csv?"
        );
    }
}
