//! Citations that do not do what they say.

use super::Report;
use crate::dist::Dist;
use crate::provenance::{Provenance, numbers_in};
use crate::rows::{Citation, Method, TableKind};
use crate::units::{Quantity, Ratio};

/// Factors between the unit in which a fact is printed and the unit of a field: thousands and millions, minutes, hours, days,
/// weeks and months of the year, knots, per cent, cents, pounds of the barrel are left to `computed`.
const CONVERSIONS: &[f64] =
    &[1.0, 1e3, 1e-3, 1e6, 1e-6, 1e9, 100.0, 0.01, 60.0, 1.0 / 60.0, 24.0, 1.0 / 24.0, 1.852, 2.0, 0.5, 7.0 * 24.0, 365.0, 12.0];

/// Rounding allowed between a printed figure and the cell.
const PRINT_TOLERANCE: f64 = 0.006;

/// What it is for exists; its method has what it needs.
pub(super) fn shape(report: &mut Report<'_>) {
    let c = report.corridor;
    for (i, cite) in c.tables.citation.iter().enumerate() {
        place(report, i, cite);
        let no_range = cite.low.is_none() || cite.high.is_none();
        match cite.method {
            Method::Read if cite.fact.is_empty() => {
                report.row(TableKind::Citation, i, "fact", "`read` names the fact it was read in", "")
            }
            Method::Computed if cite.fact.is_empty() && cite.geodata.is_empty() && cite.reason.is_empty() => {
                report.row(TableKind::Citation, i, "reason", "`computed` names its facts and shows the arithmetic", "");
            }
            Method::Proxy | Method::Assumed if cite.reason.is_empty() => {
                report.row(TableKind::Citation, i, "reason", format!("`{}` gives its reason", cite.method.name()), "");
            }
            Method::Proxy | Method::Assumed if no_range && c.strings.text(cite.field) != "*" => {
                report.row(TableKind::Citation, i, "low", format!("`{}` gives low and high", cite.method.name()), "");
            }
            _ => {}
        }
        if let (Some(low), Some(high)) = (cite.low, cite.high)
            && low > high
        {
            report.row(TableKind::Citation, i, "low", "low is above high", "");
        }
    }
}

fn place(report: &mut Report<'_>, i: usize, cite: &Citation) {
    let c = report.corridor;
    let (table, row, field) = (c.strings.text(cite.table), c.strings.text(cite.row), c.strings.text(cite.field));
    let Some(kind) = TableKind::from_name(table) else {
        return report.row(TableKind::Citation, i, "table", "there is no such table", "");
    };
    if row != "*" && c.tables.position(kind, cite.row.0).is_none() {
        report.row(TableKind::Citation, i, "row", format!("{table} has no such row"), "");
    }
    if field != "*" && kind.spec().field(field).is_none() {
        report.row(TableKind::Citation, i, "field", format!("{table} has no such field"), "");
    }
}

/// The value against its range, and a `read` value against the figures printed in its facts.
pub(super) fn values(report: &mut Report<'_>) {
    let c = report.corridor;
    let provenance = Provenance::new(c);
    provenance.each(|p, law| {
        let Some(cite) = provenance.citation(p) else { return };
        // Prices and levels may be negative, a distribution may not.
        let dist = Dist::new(law).or_else(|| law.fixed().map(|v| Dist::fixed(Ratio(v))));
        let Some(dist) = dist else { return };
        let at = || c.tables.citation.position(cite.citation_id.sym()).unwrap_or_default();
        if let (Some(low), Some(high)) = (cite.low, cite.high)
            && outside(&dist, (low.0, high.0))
        {
            let message = format!("{} = {} lies outside {} to {}", p.name(c), p.value(c), low.0, high.0);
            report.row(TableKind::Citation, at(), "low", message, "");
        }
        if cite.method == Method::Read && !printed(&provenance, cite, &dist) {
            let message = format!("{} = {} does not stand in the facts it was read in", p.name(c), p.value(c));
            report.row(
                TableKind::Citation,
                at(),
                "fact",
                message,
                "correct the value, or call it computed and show the arithmetic",
            );
        }
    });
}

/// Neither the mean nor the median lies between the ends.
fn outside(dist: &Dist<Ratio>, (low, high): (f64, f64)) -> bool {
    let slack = 1e-9 * low.abs().max(high.abs());
    let within = |v: Ratio| (low - slack..=high + slack).contains(&v.value());
    !within(dist.mean()) && !within(dist.quantile(0.5))
}

fn printed(provenance: &Provenance<'_>, cite: &Citation, dist: &Dist<Ratio>) -> bool {
    let figures: Vec<f64> = provenance.facts(cite).iter().flat_map(|f| facts_figures(provenance, f)).collect();
    let wanted = numbers_in(&dist.to_string());
    figures.is_empty() && wanted.is_empty()
        || wanted.iter().any(|w| {
            figures
                .iter()
                .any(|f| CONVERSIONS.iter().any(|k| (w.abs() - f.abs() * k).abs() <= PRINT_TOLERANCE * (f.abs() * k).max(1e-12)))
                || *w == 0.0
        })
}

fn facts_figures(provenance: &Provenance<'_>, fact: &crate::rows::Fact) -> Vec<f64> {
    numbers_in(provenance.text(fact.value.0))
}

/// Every parameter of a corridor that asks for citations has one.
pub(super) fn uncited(report: &mut Report<'_>) {
    let c = report.corridor;
    if !c.meta.citations_required {
        return;
    }
    let provenance = Provenance::new(c);
    provenance.each(|p, _| {
        if provenance.citation(p).is_none() {
            report.row(
                p.table,
                p.row,
                p.spec().name,
                "this figure has no citation",
                "add a row to citation.csv: read, computed, proxy or assumed",
            );
        }
    });
}
