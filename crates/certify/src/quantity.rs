//! How many of a tariff's unit a consignment makes.

use crate::deed::Deed;
use crate::goods::Goods;
use keruen_model::{Loading, TariffUnit};

/// `None` where the goods do not come in this unit here: a hopper has no containers.
pub(crate) fn of(per: TariffUnit, goods: &Goods<'_>, deed: &Deed<'_>, hours: f64) -> Option<f64> {
    use TariffUnit as U;
    let on = goods.on(deed.counting);
    let boxes = || on.filter(|s| s.teu > 0.0);
    let rails = || on.filter(|_| matches!(deed.counting, Loading::Rail | Loading::WagonOnShip));
    let trucks = || on.filter(|_| matches!(deed.counting, Loading::Road | Loading::TruckOnShip));
    let (km, days) = (deed.km, hours / 24.0);
    Some(match per {
        U::T => goods.tonnes,
        U::TKm => goods.tonnes * km,
        U::TDay => goods.tonnes * days,
        U::Container => boxes()?.pieces,
        U::ContainerKm => boxes()?.pieces * km,
        U::Teu => boxes()?.teu,
        U::TeuKm => boxes()?.teu * km,
        U::TeuDay => boxes()?.teu * days,
        U::Wagon => rails()?.wagons,
        U::WagonKm => rails()?.wagons * km,
        U::WagonM => rails()?.wagons * rails()?.metres,
        U::WagonDay => rails()?.wagons * days,
        U::Truck => trucks()?.pieces,
        U::TruckKm => trucks()?.pieces * km,
        U::TruckM => trucks()?.pieces * trucks()?.metres,
        U::Operation | U::Crossing => on.map_or(1.0, |s| s.pieces),
        U::Consignment | U::Ship => 1.0,
        U::Day => days,
        U::Seat | U::Rotation => goods.units,
        U::SeatKm => goods.units * km,
        // No table says how many wagons make the train of a consignment, and a share is no amount of its own.
        U::Train | U::TrainKm | U::Share => return None,
    })
}
