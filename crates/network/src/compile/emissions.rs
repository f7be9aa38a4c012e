//! Which emission factor holds for an arc, and what it gives.
//!
//! The narrowest row that fits is used: a named service beats an operation kind, a traction and a country, a named cargo or
//! equipment beats any. Factors are well-to-wheel; grams of one consignment = factor x amount x distance.

use super::index::Index;
use super::rules::{Goods, Touch};
use keruen_model::Id;
use keruen_model::{Activity, Emission, EmissionUnit, Km, Loading, OperationKind, Quantity, Service, Traction};

/// The factor used on an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmissionLine {
    /// Position in table `emission`.
    pub emission: u32,
    /// How many of the factor's unit.
    pub quantity: f64,
    /// Grams of CO2e.
    pub grams: f64,
}

/// What emits.
pub(super) struct Emitting<'a> {
    pub activity: Activity,
    pub touch: &'a Touch,
    pub loading: Loading,
    pub traction: Option<Traction>,
    pub service: Option<Id<Service>>,
    pub operation: Option<OperationKind>,
    pub distance: Km,
}

/// The line of the narrowest factor; `None` where none fits.
pub(super) fn emission(index: &Index<'_>, goods: &Goods<'_>, e: &Emitting<'_>) -> Option<EmissionLine> {
    let rows = index.corridor.tables.emission.rows();
    let mut best: Option<(u32, EmissionLine)> = None;
    for &i in &goods.emissions {
        let row = &rows[i as usize];
        if !fits(row, goods, e) {
            continue;
        }
        let Some((quantity, grams)) = amount(row, goods, e) else { continue };
        let narrow = narrowness(row);
        if best.is_none_or(|(n, _)| narrow > n) {
            best = Some((narrow, EmissionLine { emission: i, quantity, grams }));
        }
    }
    best.map(|(_, line)| line)
}

fn fits(row: &Emission, goods: &Goods<'_>, e: &Emitting<'_>) -> bool {
    row.activity == e.activity
        && row.mode.is_none_or(|m| e.touch.mode == Some(m))
        && (row.traction.is_empty() || e.traction.is_some_and(|t| row.traction.contains(&t)))
        && (row.country.is_empty() || e.touch.country == Some(row.country.0))
        && (row.service.is_empty() || e.service.is_some_and(|s| row.service.contains(&s)))
        && (row.operation_kind.is_empty() || e.operation.is_some_and(|k| row.operation_kind.contains(&k)))
        && row.loading.is_none_or(|l| e.loading == l || e.touch.loadings.contains(&l))
        && goods.fit(&row.cargo, &row.equipment, Default::default(), &e.touch.loadings)
}

fn amount(row: &Emission, goods: &Goods<'_>, e: &Emitting<'_>) -> Option<(f64, f64)> {
    let (lot, km, factor) = (goods.lot, e.distance.value(), row.factor.value());
    let on = lot.on(e.loading);
    let quantity = match row.unit {
        EmissionUnit::GPerTKm => lot.tonnes.value() * km,
        EmissionUnit::GPerTEUKm => on?.teu * km,
        EmissionUnit::GPerSeatKm => lot.units * km,
        EmissionUnit::KgPerTEU => on?.teu,
        EmissionUnit::KgPerContainer => on.filter(|c| c.teu > 0.0)?.pieces,
        EmissionUnit::KgPerT => lot.tonnes.value(),
        EmissionUnit::KgPerWagon => on?.wagons,
    };
    let per_gram =
        if matches!(row.unit, EmissionUnit::GPerTKm | EmissionUnit::GPerTEUKm | EmissionUnit::GPerSeatKm) { 1.0 } else { 1000.0 };
    Some((quantity, quantity * factor * per_gram))
}

fn narrowness(row: &Emission) -> u32 {
    32 * u32::from(!row.service.is_empty())
        + 16 * u32::from(!row.operation_kind.is_empty())
        + 8 * u32::from(!row.country.is_empty())
        + 8 * u32::from(!row.traction.is_empty())
        + 4 * u32::from(row.loading.is_some())
        + 2 * u32::from(row.mode.is_some())
        + u32::from(!row.cargo.is_empty())
        + u32::from(!row.equipment.is_empty())
}
