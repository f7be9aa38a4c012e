//! Scarcities that nobody uses.

use super::Report;
use crate::rows::{ResourceKind, TableKind};
use rustc_hash::FxHashSet;

/// Each resource has a `use` row. Storage, yards and tanks need none: what lies at their place fills them.
pub(super) fn unused(report: &mut Report<'_>) {
    let t = &report.corridor.tables;
    let used: FxHashSet<_> = t.r#use.iter().map(|u| u.resource_id).collect();
    for (i, r) in t.resource.iter().enumerate() {
        let fills_itself = matches!(r.kind, ResourceKind::Storage | ResourceKind::Yard | ResourceKind::Tank);
        if !fills_itself && !used.contains(&r.resource_id) {
            report.row(TableKind::Resource, i, "", "nobody uses this resource", "add a row to use.csv, or take the resource out");
        }
    }
}
