//! What differs between two corridors, value by value.

use crate::corridor::Corridor;
use crate::rows::TableKind;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Table.
    pub table: &'static str,
    /// Id of the row.
    pub row: String,
    /// Field; empty where the whole row is there on one side only.
    pub field: &'static str,
    /// Value on the first side; `None` = no such row.
    pub left: Option<String>,
    /// Value on the second side; `None` = no such row.
    pub right: Option<String>,
}

/// Every difference from `a` to `b`, in the order of the tables.
pub fn diff(a: &Corridor, b: &Corridor) -> Vec<Difference> {
    let mut out = Vec::new();
    for &table in TableKind::ALL {
        for row in 0..a.tables.len(table) {
            rows(a, b, table, row, &mut out);
        }
        for row in 0..b.tables.len(table) {
            let id = id(b, table, row);
            if find(a, table, &id).is_none() {
                out.push(Difference { table: table.name(), row: id, field: "", left: None, right: Some("added".into()) });
            }
        }
    }
    out
}

fn id(c: &Corridor, table: TableKind, row: usize) -> String {
    c.tables.key(table, row).map(|s| c.text(s).to_string()).unwrap_or_default()
}

fn find(c: &Corridor, table: TableKind, id: &str) -> Option<usize> {
    c.strings.find(id).and_then(|s| c.tables.position(table, s))
}

fn rows(a: &Corridor, b: &Corridor, table: TableKind, row: usize, out: &mut Vec<Difference>) {
    let id = id(a, table, row);
    let Some(other) = find(b, table, &id) else {
        out.push(Difference { table: table.name(), row: id, field: "", left: Some("there".into()), right: None });
        return;
    };
    for (f, spec) in table.spec().fields.iter().enumerate() {
        let (left, right) = (a.tables.cell(table, row, f, &a.strings), b.tables.cell(table, other, f, &b.strings));
        if left != right {
            out.push(Difference { table: table.name(), row: id.clone(), field: spec.name, left: Some(left), right: Some(right) });
        }
    }
}
