//! Which emission factor holds for an arc, and what it gives.
//!
//! The narrowest row that fits is used: a named service beats an operation kind, a traction and a country, a named cargo or
//! equipment beats any. Factors are well-to-wheel; grams of one consignment = factor x amount x distance.

use super::consignment::Lot;
use super::index::Index;
use super::rules::{Goods, Touch};
use keruen_model::Id;
use keruen_model::{Activity, Emission, EmissionUnit, Km, Loading, Mode, OperationKind, Quantity, Service, Sym, Traction};

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
    /// Country and mode of what emits: of the touch, or of one link of a chain.
    pub country: Option<Sym>,
    pub mode: Option<Mode>,
    pub loading: Loading,
    pub traction: Option<Traction>,
    pub service: Option<Id<Service>>,
    pub operation: Option<OperationKind>,
    pub distance: Km,
}

/// The factor that holds for an arc, by position in table `emission`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factor {
    row: u32,
    loading: Loading,
    distance: Km,
}

/// A row of table `emission` that can concern the goods, with what is quickly compared.
#[derive(Debug)]
pub(super) struct Emits {
    row: u32,
    activity: Activity,
    country: Option<Sym>,
    mode: Option<Mode>,
    of_service: bool,
}

impl Emits {
    /// Rows of a table by their positions, the narrowest first.
    pub fn all(rows: &[Emission], concerned: impl Iterator<Item = u32>) -> Vec<Emits> {
        let of = |i: u32| {
            let row = &rows[i as usize];
            let country = (!row.country.is_empty()).then_some(row.country.0);
            Emits { row: i, activity: row.activity, country, mode: row.mode, of_service: !row.service.is_empty() }
        };
        let mut out: Vec<Emits> = concerned.map(of).collect();
        out.sort_by_key(|x| std::cmp::Reverse(narrowness(&rows[x.row as usize])));
        out
    }

    fn passes(&self, e: &Emitting<'_>) -> bool {
        self.activity == e.activity
            && self.mode.is_none_or(|m| e.mode == Some(m))
            && self.country.is_none_or(|c| e.country == Some(c))
            && (!self.of_service || e.service.is_some())
    }
}

/// The narrowest factor; `None` where none fits. Whether one has an amount hangs on the equipment, not on the size of the lot.
pub(super) fn factor(index: &Index<'_>, goods: &Goods, e: &Emitting<'_>) -> Option<Factor> {
    let rows = index.corridor.tables.emission.rows();
    let of = |x: &Emits| {
        let factor = Factor { row: x.row, loading: e.loading, distance: e.distance };
        let row = &rows[x.row as usize];
        (fits(row, goods, e) && factor.amount(row, &goods.any_lot).is_some()).then_some(factor)
    };
    goods.emissions.iter().filter(|x| x.passes(e)).find_map(of)
}

impl Factor {
    /// What it gives for a lot.
    pub fn line(&self, index: &Index<'_>, lot: &Lot) -> Option<EmissionLine> {
        let (quantity, grams) = self.amount(&index.corridor.tables.emission.rows()[self.row as usize], lot)?;
        Some(EmissionLine { emission: self.row, quantity, grams })
    }

    fn amount(&self, row: &Emission, lot: &Lot) -> Option<(f64, f64)> {
        let (km, factor) = (self.distance.value(), row.factor.value());
        let on = lot.on(self.loading);
        let quantity = match row.unit {
            EmissionUnit::GPerTKm => lot.tonnes.value() * km,
            EmissionUnit::GPerTEUKm => on?.teu * km,
            EmissionUnit::GPerSeatKm => lot.units * km,
            EmissionUnit::KgPerTEU => on?.teu,
            EmissionUnit::KgPerContainer => on.filter(|c| c.teu > 0.0)?.pieces,
            EmissionUnit::KgPerT => lot.tonnes.value(),
            EmissionUnit::KgPerWagon => on?.wagons,
        };
        let per_gram = if matches!(row.unit, EmissionUnit::GPerTKm | EmissionUnit::GPerTEUKm | EmissionUnit::GPerSeatKm) {
            1.0
        } else {
            1000.0
        };
        Some((quantity, quantity * factor * per_gram))
    }
}

fn fits(row: &Emission, goods: &Goods, e: &Emitting<'_>) -> bool {
    row.activity == e.activity
        && row.mode.is_none_or(|m| e.mode == Some(m))
        && (row.traction.is_empty() || e.traction.is_some_and(|t| row.traction.contains(&t)))
        && (row.country.is_empty() || e.country == Some(row.country.0))
        && (row.service.is_empty() || e.service.is_some_and(|s| row.service.contains(&s)))
        && (row.operation_kind.is_empty() || e.operation.is_some_and(|k| row.operation_kind.contains(&k)))
        && row.loading.is_none_or(|l| e.loading == l || e.touch.loadings.contains(&l))
        && goods.fit(&row.cargo, &row.equipment, Default::default(), &e.touch.loadings)
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
