//! Least lots, looked up again.

use crate::case::Case;
use crate::deed::{Deed, What, any};
use keruen_model::{AnyRef, Quantity, Tonnes};

/// The row whose least lot the goods do not reach, and that lot in tonnes.
pub(crate) fn too_small(case: &Case<'_>, deed: &Deed<'_>) -> Option<(AnyRef, f64)> {
    let above = |m: Option<Tonnes>| m.map(Quantity::value).filter(|m| *m > case.goods.tonnes);
    match &deed.what {
        What::Link(l) => above(l.minimum_lot).map(|m| (any(l.link_id), m)),
        What::Transit(links) | What::Haul(links) => links.iter().find_map(|l| above(l.minimum_lot).map(|m| (any(l.link_id), m))),
        What::Ride(r) => above(r.service.minimum_lot).map(|m| (any(r.service.service_id), m)),
        What::Work(..) => None,
    }
}
