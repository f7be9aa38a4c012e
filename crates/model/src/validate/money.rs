//! Prices without a currency, a rate or a price year.

use super::Report;
use crate::rows::TableKind;
use crate::units::Currency;
use std::collections::HashSet;

/// Every currency is an ISO 4217 code, and all but the dollar have a rate in `fx`.
pub(super) fn prices(report: &mut Report<'_>) {
    let c = report.corridor;
    let rated: HashSet<&str> = c.tables.fx.iter().map(|f| c.strings.text(f.currency)).chain(["USD"]).collect();
    for (i, t) in c.tables.tariff.iter().enumerate() {
        code(report, &rated, TableKind::Tariff, i, c.strings.text(t.currency));
    }
    for (i, s) in c.tables.supply.iter().enumerate() {
        if s.price.is_some() {
            priced(report, &rated, TableKind::Supply, i, c.strings.text(s.currency), s.price_year);
        }
    }
    for (i, m) in c.tables.market.iter().enumerate() {
        if m.price.is_some() {
            priced(report, &rated, TableKind::Market, i, c.strings.text(m.currency), m.price_year);
        }
    }
}

fn priced(report: &mut Report<'_>, rated: &HashSet<&str>, table: TableKind, row: usize, currency: &str, year: Option<i32>) {
    code(report, rated, table, row, currency);
    if year.is_none() {
        report.row(table, row, "price_year", "a price has a price year", "");
    }
}

fn code(report: &mut Report<'_>, rated: &HashSet<&str>, table: TableKind, row: usize, currency: &str) {
    if Currency::parse(currency).is_none() {
        report.row(table, row, "currency", "a currency is a code of three capital letters, as USD", "");
    } else if !rated.contains(currency) {
        report.row(table, row, "currency", format!("{currency} has no rate"), "add it to fx.csv");
    }
}
