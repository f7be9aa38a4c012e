//! CO2e of a deed, found again: the narrowest factor of each stretch, times what it counts.

use crate::case::Case;
use crate::deed::{Deed, What};
use crate::narrow;
use keruen_model::{Activity, Emission, EmissionUnit, Link, Quantity, Text, Traction};

/// A factor that may be used, and the kilograms that it gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Emitted<'c> {
    pub factor: &'c Emission,
    pub kg: f64,
}

/// Of each stretch the factors that no narrower one replaces; several where none is narrower than the other.
pub(crate) fn emitted<'c>(case: &Case<'c>, deed: &Deed<'c>) -> Vec<Vec<Emitted<'c>>> {
    deed.stretches().into_iter().map(|s| on_stretch(case, deed, s)).collect()
}

fn on_stretch<'c>(case: &Case<'c>, deed: &Deed<'c>, stretch: (Option<&Link>, f64, Option<Traction>)) -> Vec<Emitted<'c>> {
    let fitting: Vec<Emitted<'c>> = case
        .corridor
        .tables
        .emission
        .iter()
        .filter(|e| fits(case, e, deed, stretch))
        .filter_map(|e| Some(Emitted { factor: e, kg: kilograms(case, e, deed, stretch.1)? }))
        .collect();
    let beaten = |x: &Emitted<'c>| fitting.iter().any(|y| narrow::beats(y.factor, x.factor));
    fitting.iter().filter(|x| !beaten(x)).copied().collect()
}

fn fits(case: &Case<'_>, e: &Emission, deed: &Deed<'_>, (link, _, traction): (Option<&Link>, f64, Option<Traction>)) -> bool {
    let touch = &deed.touch;
    let home = link.and_then(|l| case.seat_of(l.operator_id)).unwrap_or(touch.home);
    let activity = if matches!(deed.what, What::Work(..)) { Activity::Handle } else { Activity::Move };
    let service = || match &deed.what {
        What::Ride(r) => e.service.contains(&r.service.service_id),
        _ => false,
    };
    e.activity == activity
        && e.mode.is_none_or(|m| touch.mode == Some(m))
        && (e.traction.is_empty() || traction.is_some_and(|t| e.traction.contains(&t)))
        && (e.country.is_empty() || e.country.0 == home)
        && (e.service.is_empty() || service())
        && (e.operation_kind.is_empty() || deed.operation().is_some_and(|o| e.operation_kind.contains(&o.kind)))
        && e.loading.is_none_or(|l| touch.loadings.contains(&l))
        && case.goods.are(&e.cargo, Text::default())
        && case.goods.are_in(&e.equipment, &touch.loadings)
}

fn kilograms(case: &Case<'_>, e: &Emission, deed: &Deed<'_>, km: f64) -> Option<f64> {
    use EmissionUnit as U;
    let (goods, factor) = (&case.goods, e.factor.value());
    let on = goods.on(deed.counting);
    Some(match e.unit {
        U::GPerTKm => factor * goods.tonnes * km / 1000.0,
        U::GPerTEUKm => factor * on?.teu * km / 1000.0,
        U::GPerSeatKm => factor * goods.units * km / 1000.0,
        U::KgPerTEU => factor * on?.teu,
        U::KgPerContainer => factor * on.filter(|s| s.teu > 0.0)?.pieces,
        U::KgPerT => factor * goods.tonnes,
        U::KgPerWagon => factor * on?.wagons,
    })
}
