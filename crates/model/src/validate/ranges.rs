//! Numbers outside what their meaning allows.

use super::Report;
use crate::dist::Law;
use crate::rows::TableKind;
use crate::schema::FieldKind;

/// Fields that may be negative: positions, levels, prices (a subsidy), elasticities, factors of blends and citations.
const MAY_BE_NEGATIVE: &[&str] = &["x_coord", "y_coord", "level", "elasticity", "low", "high", "value"];

/// Fields that are shares of one.
const SHARES: &[&str] = &["availability", "at_least", "at_most", "share", "within_share"];

/// Largest share a field in unit 1 may have where it is a share of a whole.
const WHOLE: f64 = 1.0 + 1e-9;

/// Signs, shares, months, coordinates, speeds and lengths.
pub(super) fn ranges(report: &mut Report<'_>) {
    let c = report.corridor;
    for &table in TableKind::ALL {
        for (f, spec) in table.spec().fields.iter().enumerate() {
            if !matches!(spec.kind, FieldKind::Number | FieldKind::Integer) {
                continue;
            }
            for row in 0..c.tables.len(table) {
                let Some(v) = c.tables.law(table, row, f).and_then(Law::fixed) else { continue };
                if let Some(wanted) = broken(table, spec.name, v) {
                    report.row(table, row, spec.name, wanted, "");
                }
            }
        }
    }
}

fn broken(table: TableKind, field: &str, v: f64) -> Option<&'static str> {
    match (table, field) {
        (TableKind::Node, "x_coord") => (!(-180.0..=180.0).contains(&v)).then_some("longitude goes from -180 to 180"),
        (TableKind::Node, "y_coord") => (!(-90.0..=90.0).contains(&v)).then_some("latitude goes from -90 to 90"),
        (TableKind::Closure, "month") => (!(1.0..=12.0).contains(&v)).then_some("a month goes from 1 to 12"),
        (TableKind::Link, "free_speed" | "free_speed_back") => (v <= 0.0).then_some("a speed is above zero"),
        (TableKind::Tariff, "amount" | "minimum") => None,
        (_, "year" | "price_year") => (!(1990.0..=2100.0).contains(&v)).then_some("a year goes from 1990 to 2100"),
        (_, f) if SHARES.contains(&f) => (!(0.0..=WHOLE).contains(&v)).then_some("a share goes from 0 to 1"),
        (_, f) if !MAY_BE_NEGATIVE.contains(&f) => (v < 0.0).then_some("this cannot be negative"),
        _ => None,
    }
}

/// Two capital letters.
pub(super) fn countries(report: &mut Report<'_>) {
    let c = report.corridor;
    let fields = [
        (TableKind::Node, "country"),
        (TableKind::Operator, "country"),
        (TableKind::Operation, "from_country"),
        (TableKind::Operation, "to_country"),
        (TableKind::Tariff, "country"),
        (TableKind::Emission, "country"),
        (TableKind::Rule, "country"),
        (TableKind::Permit, "country"),
    ];
    for (table, field) in fields {
        let Some(f) = table.spec().field(field) else { continue };
        for row in 0..c.tables.len(table) {
            let code = c.tables.cell(table, row, f, &c.strings);
            if !code.is_empty() && (code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase())) {
                report.row(table, row, field, "a country is two capital letters, as KZ", "");
            }
        }
    }
}
