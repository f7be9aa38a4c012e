//! How many of a tariff's unit a consignment makes.

use crate::goods::{Goods, Standing};
use crate::tolerance::PIECE;
use keruen_model::{Loading, Quantity, TariffUnit, Unit, Vehicle};

/// What is counted.
pub(crate) struct Counted<'a, 'c> {
    pub goods: &'a Goods<'c>,
    /// The loading whose pieces are counted.
    pub standing: Loading,
    pub km: f64,
    pub hours: f64,
    /// The train whose places make a whole one.
    pub train: Option<&'c Vehicle>,
}

/// `None` where the goods do not come in this unit here: a hopper has no containers.
pub(crate) fn of(per: TariffUnit, c: &Counted<'_, '_>) -> Option<f64> {
    let (unit, by_km, by_day) = parts(per);
    let pieces = match unit {
        TariffUnit::Day => 1.0,
        unit => of_unit(unit, c)?,
    };
    Some(pieces * if by_km { c.km } else { 1.0 } * if by_day { c.hours / 24.0 } else { 1.0 })
}

/// What the steps of a tariff compare: the unit without its distance or time.
pub(crate) fn step(per: TariffUnit, c: &Counted<'_, '_>) -> Option<f64> {
    match parts(per).0 {
        TariffUnit::Day => Some(1.0),
        unit => of_unit(unit, c),
    }
}

/// A unit taken apart: of what, whether for each kilometre, whether for each day.
fn parts(per: TariffUnit) -> (TariffUnit, bool, bool) {
    use TariffUnit as U;
    match per {
        U::TKm => (U::T, true, false),
        U::ContainerKm => (U::Container, true, false),
        U::TeuKm => (U::Teu, true, false),
        U::WagonKm => (U::Wagon, true, false),
        U::TruckKm => (U::Truck, true, false),
        U::TrainKm => (U::Train, true, false),
        U::SeatKm => (U::Seat, true, false),
        U::TDay => (U::T, false, true),
        U::TeuDay => (U::Teu, false, true),
        U::WagonDay => (U::Wagon, false, true),
        U::Day => (U::Day, false, true),
        other => (other, false, false),
    }
}

fn of_unit(unit: TariffUnit, c: &Counted<'_, '_>) -> Option<f64> {
    use TariffUnit as U;
    let on = c.goods.on(c.standing);
    let boxes = || on.filter(|s| s.teu > 0.0);
    let rails = || on.filter(|_| matches!(c.standing, Loading::Rail | Loading::WagonOnShip));
    let trucks = || on.filter(|_| matches!(c.standing, Loading::Road | Loading::TruckOnShip));
    Some(match unit {
        U::T => c.goods.tonnes,
        U::Container => boxes()?.pieces,
        U::Teu => boxes()?.teu,
        U::Wagon => rails()?.wagons,
        U::WagonM => rails()?.wagons * rails()?.metres,
        U::Truck => trucks()?.pieces,
        U::TruckM => trucks()?.pieces * trucks()?.metres,
        U::Train => whole_trains(c.goods, rails()?, c.train?)?,
        U::Operation | U::Crossing => on.map_or(1.0, |s| s.pieces),
        U::Consignment | U::Ship => 1.0,
        U::Seat | U::Rotation => c.goods.units,
        // A share is no amount of its own.
        _ => return None,
    })
}

/// A train is paid whole, however few of its places are taken.
fn whole_trains(goods: &Goods<'_>, on: &Standing<'_>, train: &Vehicle) -> Option<f64> {
    let (places, unit) = (train.places?.value(), train.place_unit?);
    let load = match unit {
        Unit::Wagon => on.wagons,
        Unit::TEU => on.teu,
        Unit::FEU => 0.5 * on.teu,
        Unit::Container => on.pieces,
        Unit::T => goods.tonnes,
        _ => 0.0,
    };
    if !(places > 0.0 && load > 0.0) {
        return None;
    }
    let mut trains = 1.0;
    while trains * places < load * (1.0 - PIECE) {
        trains += 1.0;
    }
    Some(trains)
}
