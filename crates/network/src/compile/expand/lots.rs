//! Least lots: a pipeline or a line that takes no lot as small as this one.

use super::super::graph::{ArcKind, RefusalReason};
use super::{Expander, Step, any};
use keruen_model::{AnyRef, Id, Link, TableKind, Tonnes};

impl Expander<'_, '_> {
    /// The row whose least lot the goods do not reach.
    pub(super) fn small_lot(&self, step: &Step) -> Option<(AnyRef, RefusalReason)> {
        let t = &self.index.corridor.tables;
        let is_small = |minimum: Option<Tonnes>| minimum.is_some_and(|m| self.goods.lot.tonnes < m);
        let link = |l: &Id<Link>| t.link.find(*l).is_some_and(|l| is_small(l.minimum_lot));
        let what = match &step.kind {
            ArcKind::Link(l) => link(l).then_some(any(TableKind::Link, l.sym())),
            ArcKind::Transit(links) => links.iter().find(|l| link(l)).map(|l| any(TableKind::Link, l.sym())),
            ArcKind::Ride(v, _) => {
                let small = t.service.find(*v).is_some_and(|s| is_small(s.minimum_lot));
                small.then_some(any(TableKind::Service, v.sym()))
            }
            ArcKind::Operation(..) => None,
        };
        what.map(|w| (w, RefusalReason::SmallLot))
    }
}
