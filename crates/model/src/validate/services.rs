//! Services whose vehicles or stops do not fit their links.

use super::Report;
use crate::rows::{ServiceKind, Stop, TableKind};
use crate::units::Quantity;

/// Mode and gauge of every vehicle of every fleet against the service and its links.
pub(super) fn vehicles(report: &mut Report<'_>) {
    let c = report.corridor;
    let t = &c.tables;
    for (i, s) in t.service.iter().enumerate() {
        for v in s.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter_map(|f| t.vehicle.find(f.vehicle_id)) {
            if v.mode != s.mode {
                let message = format!(
                    "vehicle {:?} runs on {}, the service on {}",
                    c.strings.id(v.vehicle_id),
                    v.mode.name(),
                    s.mode.name()
                );
                report.row(TableKind::Service, i, "fleet", message, "");
            }
            for l in stops_of(report, i).iter().flat_map(|s| s.via.iter()).filter_map(|&l| t.link.find(l)) {
                if let (Some(a), Some(b)) = (v.gauge, l.gauge)
                    && a != b
                {
                    let message = format!(
                        "vehicle {:?} has gauge {}, link {:?} {}",
                        c.strings.id(v.vehicle_id),
                        a.value(),
                        c.strings.id(l.link_id),
                        b.value()
                    );
                    report.row(TableKind::Service, i, "fleet", message, "");
                }
            }
        }
    }
    for (i, s) in t.stop.iter().enumerate() {
        let Some(service) = t.service.find(s.service_id).filter(|s| s.kind == ServiceKind::Line) else { continue };
        for l in s.via.iter().filter_map(|&l| t.link.find(l)).filter(|l| l.mode != service.mode) {
            let message =
                format!("link {:?} is {}, the service runs on {}", c.strings.id(l.link_id), l.mode.name(), service.mode.name());
            report.row(TableKind::Stop, i, "via", message, "");
        }
    }
}

fn stops_of<'c>(report: &Report<'c>, service: usize) -> Vec<&'c Stop> {
    let t = &report.corridor.tables;
    let id = t.service.rows()[service].service_id;
    let mut stops: Vec<&Stop> = t.stop.iter().filter(|s| s.service_id == id).collect();
    stops.sort_by_key(|s| s.sequence);
    stops
}

/// Two stops or more, each reached by its links, or by a distance or time of its own.
pub(super) fn stops(report: &mut Report<'_>) {
    let c = report.corridor;
    for i in 0..c.tables.service.len() {
        let stops = stops_of(report, i);
        if stops.len() < 2 {
            report.row(TableKind::Service, i, "", format!("has {} stops", stops.len()), "add its stops to stop.csv");
        }
        for pair in stops.windows(2) {
            let row = c.tables.stop.position(pair[1].stop_id.sym()).unwrap_or_default();
            if pair[1].via.is_empty() && pair[1].distance.is_none() && pair[1].time.is_none() {
                report.row(TableKind::Stop, row, "via", "neither links, nor distance, nor time from the stop before", "");
            } else if !chained(report, pair[0], pair[1]) {
                report.row(TableKind::Stop, row, "via", "the links do not lead from the stop before to this one", "");
            }
        }
    }
}

/// Whether the links of `to` lead from one stop to the next, each taken in either direction.
fn chained(report: &Report<'_>, from: &Stop, to: &Stop) -> bool {
    let t = &report.corridor.tables;
    let mut at = from.node_id;
    for l in to.via.iter().filter_map(|&l| t.link.find(l)) {
        at = match (l.from_node_id == at, l.to_node_id == at) {
            (true, _) => l.to_node_id,
            (_, true) => l.from_node_id,
            _ => return false,
        };
    }
    to.via.is_empty() || at == to.node_id
}
