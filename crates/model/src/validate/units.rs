//! Units that do not fit where rows meet.

use super::Report;
use crate::rows::{Activity, Cargo, EmissionUnit, TableKind, TariffScope, TariffUnit, Unit};
use crate::strings::Id;

/// Demand, supply and market against their cargo; tariffs against their scope; emissions against their activity.
pub(super) fn mismatches(report: &mut Report<'_>) {
    let t = &report.corridor.tables;
    for (i, d) in t.demand.iter().enumerate() {
        amount(report, TableKind::Demand, i, d.unit, d.cargo_id);
    }
    for (i, s) in t.supply.iter().enumerate() {
        amount(report, TableKind::Supply, i, s.unit, s.cargo_id);
    }
    for (i, m) in t.market.iter().enumerate() {
        amount(report, TableKind::Market, i, m.unit, m.cargo_id);
    }
    for (i, x) in t.tariff.iter().enumerate() {
        if by_length(x.per)
            && !matches!(
                x.scope,
                TariffScope::Link
                    | TariffScope::Transit
                    | TariffScope::Through
                    | TariffScope::Service
                    | TariffScope::Subsidy
                    | TariffScope::Duty
            )
        {
            report.row(TableKind::Tariff, i, "per", format!("a price by distance does not fit the scope {}", x.scope.name()), "");
        }
    }
    for (i, e) in t.emission.iter().enumerate() {
        if moving(e.unit) != (e.activity == Activity::Move) {
            report.row(TableKind::Emission, i, "unit", format!("this unit does not fit the activity {}", e.activity.name()), "");
        }
    }
}

fn by_length(per: TariffUnit) -> bool {
    use TariffUnit::*;
    matches!(per, TKm | ContainerKm | TeuKm | WagonKm | TruckKm | TrainKm | SeatKm)
}

fn moving(unit: EmissionUnit) -> bool {
    use EmissionUnit::*;
    matches!(unit, GPerTKm | GPerTEUKm | GPerSeatKm)
}

/// Units that can be turned into one another: weight, boxes, vehicles, people, bandwidth.
fn family(unit: Unit) -> u8 {
    match unit {
        Unit::T | Unit::Kt => 1,
        Unit::TEU | Unit::FEU | Unit::Container => 2,
        Unit::Truck => 3,
        Unit::Seat | Unit::Trip => 4,
        Unit::TbitPerS => 5,
        Unit::Wagon => 6,
        _ => 0,
    }
}

fn amount(report: &mut Report<'_>, table: TableKind, row: usize, unit: Unit, cargo: Id<Cargo>) {
    let c = report.corridor;
    let Some(cargo) = c.tables.cargo.find(cargo) else { return };
    if family(unit) == 0 || family(unit) != family(cargo.unit) {
        let message = format!(
            "{} cannot be counted in {}; cargo {:?} is counted in {}",
            table.name(),
            unit.name(),
            c.strings.id(cargo.cargo_id),
            cargo.unit.name()
        );
        report.row(table, row, "unit", message, "");
    }
}
