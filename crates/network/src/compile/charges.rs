//! How much of a tariff's unit a consignment makes on an arc.

use super::consignment::{Carriage, Lot, WHOLE};
use keruen_model::{Hours, Km, Loading, Quantity, TariffUnit, Unit, Vehicle};
use smallvec::SmallVec;

/// One charge on an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChargeLine {
    /// Position in table `tariff`.
    pub tariff: u32,
    /// How many of the tariff's unit.
    pub quantity: f64,
    /// Sum in US dollars at the day's rate.
    pub usd: f64,
    /// A voucher that pays at most the fare beside it.
    pub capped: bool,
}

/// Charges of one arc, while they are gathered.
pub(super) type Lines = SmallVec<[ChargeLine; 8]>;

/// What is measured.
pub(super) struct Measured<'a> {
    pub lot: &'a Lot,
    /// Loading that counts the pieces.
    pub loading: Loading,
    pub distance: Km,
    pub time: Hours,
    /// The train whose places make a whole one.
    pub train: Option<&'a Vehicle>,
}

/// The number of units of `per`; `None` where the unit does not fit the goods on this loading.
pub(super) fn quantity(per: TariffUnit, m: &Measured<'_>) -> Option<f64> {
    use TariffUnit as U;
    let (km, days) = (m.distance.value(), m.time.value() / 24.0);
    Some(match per {
        U::TKm | U::ContainerKm | U::TeuKm | U::WagonKm | U::TruckKm | U::TrainKm | U::SeatKm => pieces(per, m)? * km,
        U::TDay | U::TeuDay | U::WagonDay => pieces(per, m)? * days,
        U::Day => days,
        _ => pieces(per, m)?,
    })
}

/// The same without distance and time: what the steps of a tariff compare.
pub(super) fn pieces(per: TariffUnit, m: &Measured<'_>) -> Option<f64> {
    use TariffUnit as U;
    let on = m.lot.on(m.loading);
    let boxes = || on.filter(|c| c.teu > 0.0);
    let wagons = || on.filter(|_| matches!(m.loading, Loading::Rail | Loading::WagonOnShip));
    let trucks = || on.filter(|_| matches!(m.loading, Loading::Road | Loading::TruckOnShip));
    Some(match per {
        U::T | U::TKm | U::TDay => m.lot.tonnes.value(),
        U::Container | U::ContainerKm => boxes()?.pieces,
        U::Teu | U::TeuKm | U::TeuDay => boxes()?.teu,
        U::Wagon | U::WagonKm | U::WagonDay => wagons()?.wagons,
        U::WagonM => wagons()?.wagons * wagons()?.length,
        U::Truck | U::TruckKm => trucks()?.pieces,
        U::TruckM => trucks()?.pieces * trucks()?.length,
        U::Train | U::TrainKm => trains(m.lot, wagons()?, m.train?)?,
        U::Operation | U::Crossing => on.map_or(1.0, |c| c.pieces),
        U::Seat | U::SeatKm | U::Rotation => m.lot.units,
        U::Consignment | U::Ship | U::Day | U::Share => 1.0,
    })
}

/// Whole trains that take the goods: who books a train pays all of it. `None` where the train does not say what it takes.
fn trains(lot: &Lot, on: &Carriage, train: &Vehicle) -> Option<f64> {
    let places = train.places.filter(|p| p.value() > 0.0)?.value();
    let taken = match train.place_unit? {
        Unit::TEU => on.teu,
        Unit::FEU => on.teu / 2.0,
        Unit::Container => on.pieces,
        Unit::Wagon => on.wagons,
        Unit::T => lot.tonnes.value(),
        _ => return None,
    };
    (taken > 0.0).then(|| (taken / places - WHOLE).ceil().max(1.0))
}
