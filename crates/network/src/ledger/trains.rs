//! How many wagons make a train.

use crate::compile::Carriage;
use keruen_model::{AnyRef, Corridor, Equipment, Id, Link, Quantity, TableKind, Unit, Vehicle, VehicleKind};

/// Trains that a carriage makes on a gauge: its wagons over those of one train, by the places of the train and, on a link, by its
/// gross limit. `None` where no kind of train takes the wagon.
pub(super) fn trains(corridor: &Corridor, c: &Carriage, gauge: u16, link: Option<&Link>) -> Option<f64> {
    let wagon = c.under.unwrap_or(c.equipment);
    let by_places = wagons_in_train(corridor, wagon, gauge)?;
    let tare = c.under.and_then(|w| corridor.tables.equipment.find(w)).and_then(|w| w.tare).map_or(0.0, Quantity::value);
    let gross_of_one = c.gross.value() / c.wagons.max(f64::MIN_POSITIVE) + tare;
    let by_weight = link.and_then(|l| l.gross_limit).map(|g| g.value() / gross_of_one.max(f64::MIN_POSITIVE));
    let wagons = by_weight.map_or(by_places, |w| w.min(by_places));
    (wagons > 0.0).then(|| c.wagons / wagons)
}

/// Pieces of a carriage that the longest kind of train takes; `None` where none takes its wagon.
pub fn pieces_of_a_train(corridor: &Corridor, c: &Carriage) -> Option<f64> {
    let wagon = c.under.unwrap_or(c.equipment);
    let gauges = corridor.tables.vehicle.iter().filter_map(|v| v.gauge).map(|g| g.value() as u16);
    let wagons = gauges.filter_map(|g| wagons_in_train(corridor, wagon, g)).reduce(f64::max)?;
    (c.wagons > 0.0).then(|| wagons / c.wagons * c.pieces)
}

/// Most wagons by the places of a train of the gauge.
fn wagons_in_train(corridor: &Corridor, wagon: Id<Equipment>, gauge: u16) -> Option<f64> {
    let me = AnyRef { table: TableKind::Equipment, id: wagon.sym() };
    corridor.tables.fit.iter().filter(|f| f.carried == me).find_map(|f| {
        let train = corridor.tables.vehicle.find(f.carrier.as_id::<Vehicle>()?)?;
        let fits = train.kind == VehicleKind::Train && train.gauge.is_none_or(|g| g.value() as u16 == gauge);
        let each = f.places.map_or(1.0, Quantity::value);
        let places = train.places.filter(|_| fits && train.place_unit != Some(Unit::T))?;
        (each > 0.0).then(|| places.value() / each)
    })
}
