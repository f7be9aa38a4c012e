//! How much of a tariff's unit a consignment makes on an arc.

use super::consignment::{Carriage, Lot};
use keruen_model::{Hours, Km, Loading, Quantity, TariffUnit};

/// One charge on an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChargeLine {
    /// Position in table `tariff`.
    pub tariff: u32,
    /// How many of the tariff's unit.
    pub quantity: f64,
    /// Sum in US dollars at the day's rate.
    pub usd: f64,
}

/// Wagons in a block train for prices by train, where the vehicle is not named: 55 container platforms.
pub(super) const WAGONS_IN_TRAIN: f64 = 55.0;

/// The number of units of `per`; `None` where the unit does not fit the goods on this loading.
pub(super) fn quantity(per: TariffUnit, lot: &Lot, loading: Loading, distance: Km, time: Hours) -> Option<f64> {
    use TariffUnit as U;
    let on = lot.on(loading);
    let (tonnes, km, days) = (lot.tonnes.value(), distance.value(), time.value() / 24.0);
    let pieces = |c: &Carriage| c.pieces;
    Some(match per {
        U::T => tonnes,
        U::TKm => tonnes * km,
        U::TDay => tonnes * days,
        U::Container => boxes(on?)?,
        U::ContainerKm => boxes(on?)? * km,
        U::Teu => teu(on?)?,
        U::TeuKm => teu(on?)? * km,
        U::TeuDay => teu(on?)? * days,
        U::Wagon => wagons(on?, loading)?,
        U::WagonKm => wagons(on?, loading)? * km,
        U::WagonM => wagons(on?, loading)? * on?.length,
        U::WagonDay => wagons(on?, loading)? * days,
        U::Truck => trucks(on?, loading)?,
        U::TruckKm => trucks(on?, loading)? * km,
        U::TruckM => trucks(on?, loading)? * on?.length,
        U::Train => (wagons(on?, loading)? / WAGONS_IN_TRAIN).max(f64::MIN_POSITIVE),
        U::TrainKm => wagons(on?, loading)? / WAGONS_IN_TRAIN * km,
        U::Consignment | U::Ship => 1.0,
        U::Operation | U::Crossing => on.map_or(1.0, pieces),
        U::Day => days,
        U::Seat => lot.units,
        U::SeatKm => lot.units * km,
        U::Rotation => lot.units,
        U::Share => 1.0,
    })
}

fn boxes(c: &Carriage) -> Option<f64> {
    (c.teu > 0.0).then_some(c.pieces)
}

fn teu(c: &Carriage) -> Option<f64> {
    (c.teu > 0.0).then_some(c.teu)
}

fn wagons(c: &Carriage, loading: Loading) -> Option<f64> {
    matches!(loading, Loading::Rail | Loading::WagonOnShip).then_some(c.wagons)
}

fn trucks(c: &Carriage, loading: Loading) -> Option<f64> {
    matches!(loading, Loading::Road | Loading::TruckOnShip).then_some(c.pieces)
}
