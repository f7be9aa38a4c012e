//! Ids that name nothing.

use super::Report;
use crate::fault::nearest;
use crate::rows::TableKind;
use crate::schema::FieldKind;
use crate::strings::Sym;

/// Every reference of every row is looked up.
pub(super) fn dangling(report: &mut Report<'_>) {
    let c = report.corridor;
    for &table in TableKind::ALL {
        for (f, spec) in table.spec().fields.iter().enumerate() {
            if !matches!(spec.kind, FieldKind::Ref | FieldKind::Refs | FieldKind::Any) {
                continue;
            }
            for row in 0..c.tables.len(table) {
                let mut missing: Vec<(TableKind, Sym)> = Vec::new();
                c.tables.references(table, row, f, &mut |t, id| {
                    if id != Sym::EMPTY && c.tables.position(t, id).is_none() {
                        missing.push((t, id));
                    }
                });
                for (t, id) in missing {
                    let hint = suggestion(report, t, c.text(id));
                    report.row(table, row, spec.name, format!("there is no {} {:?}", t.name(), c.text(id)), hint);
                }
            }
        }
    }
}

fn suggestion(report: &Report<'_>, table: TableKind, id: &str) -> String {
    let c = report.corridor;
    let ids = (0..c.tables.len(table)).filter_map(|i| c.tables.key(table, i)).map(|s| c.text(s));
    match nearest(id, ids) {
        Some(near) => format!("did you mean {near:?}?"),
        None => format!("add it to {}.csv or correct the id", table.name()),
    }
}
