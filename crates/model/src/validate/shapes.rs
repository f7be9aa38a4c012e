//! Fields of one row that need each other, and profiles that must add up.

use super::Report;
use crate::calendar::Calendar;
use crate::rows::{Departure, OperationKind, TableKind, TariffScope, TariffUnit};
use crate::units::Quantity;
use crate::zone::Zone;

/// Farthest a profile's sum may lie from 1: one twelfth has no decimal of its own. Readers divide by the sum.
const SUM_TOLERANCE: f64 = 1e-3;

/// Conditions between fields of one row.
pub(super) fn shapes(report: &mut Report<'_>) {
    operations(report);
    departures(report);
    clocks(report);
    prices(report);
    let c = report.corridor;
    for (i, v) in c.tables.vehicle.iter().enumerate() {
        if v.places.is_some() != v.place_unit.is_some() {
            report.row(TableKind::Vehicle, i, "place_unit", "places and place_unit stand together", "");
        }
    }
    for (i, r) in c.tables.resource.iter().enumerate() {
        if r.ban_above.is_some() != r.ban_below.is_some() {
            report.row(TableKind::Resource, i, "ban_below", "ban_above and ban_below stand together", "");
        }
    }
}

/// Calendars and time zones are read by engines, so they must be readable.
fn clocks(report: &mut Report<'_>) {
    let c = report.corridor;
    let unreadable = |text| Calendar::parse(c.strings.text(text)).is_none();
    const HOURS: &str = "always, or days and hours like Mo-Fr 08:00-20:00;Sa 08:00-14:00";
    for (i, _) in c.tables.facility.iter().enumerate().filter(|(_, f)| unreadable(f.calendar)) {
        report.row(TableKind::Facility, i, "calendar", HOURS, "");
    }
    for (i, _) in c.tables.service.iter().enumerate().filter(|(_, s)| unreadable(s.calendar)) {
        report.row(TableKind::Service, i, "calendar", HOURS, "");
    }
    for (i, _) in c.tables.node.iter().enumerate().filter(|(_, n)| Zone::named(c.strings.text(n.time_zone)).is_none()) {
        report.row(TableKind::Node, i, "time_zone", "a zone of the IANA database, like Asia/Baku", "");
    }
}

fn operations(report: &mut Report<'_>) {
    for (i, o) in report.corridor.tables.operation.iter().enumerate() {
        if o.facility_id.is_some() == o.facility_kind.is_some() {
            report.row(TableKind::Operation, i, "facility_id", "an operation has either facility_id or facility_kind", "");
        }
        if o.time_per_unit.is_some() != o.time_unit.is_some() {
            report.row(TableKind::Operation, i, "time_unit", "time_per_unit and time_unit stand together", "");
        }
        let border = o.kind == OperationKind::Border;
        if border && (o.from_country.is_empty() || o.to_country.is_empty()) {
            report.row(TableKind::Operation, i, "to_country", "a border operation names from_country and to_country", "");
        }
        if o.kind == OperationKind::GaugeChange && (o.from_gauge.is_none() || o.to_gauge.is_none()) {
            report.row(TableKind::Operation, i, "to_gauge", "a gauge change names from_gauge and to_gauge", "");
        }
    }
}

fn prices(report: &mut Report<'_>) {
    use TariffUnit::*;
    for (i, t) in report.corridor.tables.tariff.iter().enumerate() {
        let run = t.scope == TariffScope::Through && t.from_node_id.is_some() && t.to_node_id.is_some();
        let grows =
            matches!(t.per, TKm | ContainerKm | TeuKm | WagonKm | TruckKm | TrainKm | SeatKm | TDay | TeuDay | WagonDay | Day);
        if run && (grows || t.from_km.is_some() || t.to_km.is_some()) {
            let message = "the price of a through rate between two ends is known where the run begins";
            report.row(TableKind::Tariff, i, "per", message, "ask it by the container, wagon, t, train or consignment");
        }
        let by_train = matches!(t.per, Train | TrainKm);
        if by_train && t.train.is_none() && t.scope != TariffScope::Service {
            report.row(TableKind::Tariff, i, "train", "a price by train names the train, or is that of a service", "");
        }
        let belts = t.from_km.is_some() || t.to_km.is_some();
        if belts && t.scope == TariffScope::Link && t.operator_id.is_none() {
            report.row(
                TableKind::Tariff,
                i,
                "operator_id",
                "distance belts of links name the operator whose haul they compare",
                "",
            );
        }
    }
}

fn departures(report: &mut Report<'_>) {
    for (i, s) in report.corridor.tables.service.iter().enumerate() {
        match s.departure {
            Departure::Headway if s.headway.is_none() => {
                report.row(TableKind::Service, i, "headway", "a service that runs by headway needs one", "");
            }
            Departure::WhenFull if s.at_least.is_none() && s.longest_wait.is_none() => {
                report.row(
                    TableKind::Service,
                    i,
                    "at_least",
                    "a service that leaves when full needs at_least or longest_wait",
                    "",
                );
            }
            _ => {}
        }
        if s.at_least.is_some_and(|a| a > s.at_most) {
            report.row(TableKind::Service, i, "at_least", "at_least is above at_most", "");
        }
    }
}

/// The twelve shares of a profile.
pub(super) fn profiles(report: &mut Report<'_>) {
    for (i, p) in report.corridor.tables.profile.iter().enumerate() {
        let sum: f64 = p.months().iter().map(|m| m.value()).sum();
        if (sum - 1.0).abs() > SUM_TOLERANCE {
            report.row(
                TableKind::Profile,
                i,
                "",
                format!("the twelve shares add up to {sum:.6}"),
                "divide each share by that sum",
            );
        }
    }
}
