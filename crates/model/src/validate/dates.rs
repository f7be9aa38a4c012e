//! Dated rows that are out of order, overlap, or leave days out.

use super::Report;
use crate::date::Date;
use crate::rows::TableKind;
use crate::schema::FieldKind;
use std::collections::BTreeMap;

/// First day, last day, position of the row.
type Version = (Option<Date>, Option<Date>, usize);

/// `valid_from` <= `valid_to`, and `period_start` <= `period_end`.
pub(super) fn order(report: &mut Report<'_>) {
    let c = report.corridor;
    for &table in TableKind::ALL {
        for row in 0..c.tables.len(table) {
            if let (Some(from), Some(to)) = c.tables.validity(table, row)
                && from > to
            {
                report.row(table, row, "valid_to", format!("the row ends before it begins ({from})"), "");
            }
        }
    }
    for (i, o) in c.tables.observation.iter().enumerate() {
        if o.period_start > o.period_end {
            report.row(TableKind::Observation, i, "period_end", "the period ends before it begins", "");
        }
    }
}

/// Rows of one table that say the same thing for different times: equal in every field but id, numbers, dates and notes.
/// Only tables in which such rows really are versions of one value are looked at: prices may be asked side by side.
pub(super) fn gaps(report: &mut Report<'_>) {
    for table in [TableKind::Resource, TableKind::Closure, TableKind::Use] {
        let mut versions: BTreeMap<String, Vec<Version>> = BTreeMap::new();
        let c = report.corridor;
        for row in 0..c.tables.len(table) {
            let (from, to) = c.tables.validity(table, row);
            if from.is_some() || to.is_some() {
                versions.entry(likeness(report, table, row)).or_default().push((from, to, row));
            }
        }
        for mut rows in versions.into_values().filter(|r| r.len() > 1) {
            rows.sort();
            for pair in rows.windows(2) {
                follow(report, table, pair[0], pair[1]);
            }
        }
    }
}

fn likeness(report: &Report<'_>, table: TableKind, row: usize) -> String {
    let c = report.corridor;
    let mut out = String::new();
    for (f, spec) in table.spec().fields.iter().enumerate() {
        let part = matches!(spec.kind, FieldKind::Ref | FieldKind::Refs | FieldKind::Any | FieldKind::Enum | FieldKind::Integer);
        if part || spec.name == "region" {
            c.tables.get(table, row, f, &c.strings, &mut out);
        }
        out.push('|');
    }
    out
}

fn follow(report: &mut Report<'_>, table: TableKind, a: Version, b: Version) {
    let c = report.corridor;
    let before = c.tables.key(table, a.2).map_or("", |s| c.text(s)).to_string();
    match (a.1, b.0) {
        (Some(end), Some(start)) if end.plus_days(1) < start => {
            let (first, last) = (end.plus_days(1), start.plus_days(-1));
            report.row(
                table,
                b.2,
                "valid_from",
                format!("{first} to {last} is left out after row {before:?}"),
                "let one row end the day before the next begins",
            );
        }
        (Some(_), Some(_)) | (None, _) | (_, None) => {}
    }
}
