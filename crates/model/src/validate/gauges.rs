//! Railways of different gauge that meet without a way across.

use super::Report;
use crate::rows::{Mode, Status, TableKind};
use crate::units::{Millimetres, Quantity};

/// At each place where open railways of two gauges meet, some operation must lead from one to the other or to the ground.
pub(super) fn breaks(report: &mut Report<'_>) {
    let t = &report.corridor.tables;
    let mut gauges: Vec<Vec<Millimetres>> = vec![Vec::new(); t.node.len()];
    for l in t.link.iter().filter(|l| l.mode == Mode::Rail && l.status == Status::Open) {
        let Some(gauge) = l.gauge else { continue };
        for end in [l.from_node_id, l.to_node_id] {
            if let Some(n) = t.node.position(end.sym()) {
                let here = &mut gauges[n];
                if !here.contains(&gauge) {
                    here.push(gauge);
                }
            }
        }
    }
    for (n, here) in gauges.into_iter().enumerate().filter(|(_, g)| g.len() > 1) {
        if !has_change(report, n) {
            let list: Vec<String> = here.iter().map(|g| g.value().to_string()).collect();
            report.row(
                TableKind::Node,
                n,
                "",
                format!("railways of {} mm meet here and no operation changes between them", list.join(" and ")),
                "add a gauge_change operation, or load and unload at a terminal here",
            );
        }
    }
}

fn has_change(report: &Report<'_>, node: usize) -> bool {
    use crate::rows::OperationKind::{GaugeChange, Load, Transfer, Unload};
    let t = &report.corridor.tables;
    let id = t.node.rows()[node].node_id;
    let here: Vec<_> = t.facility.iter().filter(|f| f.node_id == id).collect();
    t.operation.iter().any(|o| {
        matches!(o.kind, GaugeChange | Load | Unload | Transfer)
            && here.iter().any(|f| o.facility_id == Some(f.facility_id) || o.facility_kind == Some(f.kind))
    })
}
