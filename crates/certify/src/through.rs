//! Through rates: one charge where the run begins, nothing for what the rate covers until it ends.
//!
//! A run begins with a move from one end of the rate and ends with the first move to its other end; every move on it is one that
//! the rate names, work between the moves is free. What the rate does not cover is charged as anywhere.

use crate::case::Case;
use crate::custody::Custody;
use crate::deed::{Deed, What};
use crate::discrepancy::{Check, Findings};
use keruen_model::{Id, Node, Tariff, TariffScope};
use keruen_results::route::Leg;

/// The rate of a leg.
#[derive(Clone, Copy)]
pub(crate) struct Under<'c> {
    pub rate: &'c Tariff,
    /// The run begins here: the rate is owed.
    pub begins: bool,
    /// From the end at which it began to the other.
    pub ends: (Id<Node>, Id<Node>),
}

/// A through rate between two ends.
pub(crate) fn is_rate(t: &Tariff) -> bool {
    t.scope == TariffScope::Through && t.from_node_id.is_some() && t.to_node_id.is_some()
}

/// Whether a row belongs to the same offer: same ends, same moves, same covers.
pub(crate) fn same_offer(t: &Tariff, under: &Under<'_>) -> bool {
    let r = under.rate;
    let ends = t.from_node_id.zip(t.to_node_id);
    let there = ends == Some(under.ends);
    let back = t.both_ways && ends == Some((under.ends.1, under.ends.0));
    is_rate(t) && (there || back) && (t.operator_id, t.mode) == (r.operator_id, r.mode) && t.at == r.at && t.covers == r.covers
}

/// The rate under which a leg runs; follows it in the custody of the goods.
pub(crate) fn follow<'c>(
    case: &Case<'c>,
    leg: &Leg,
    deed: &Deed<'_>,
    custody: &mut Custody,
    findings: &mut Findings,
) -> Option<Under<'c>> {
    let named = leg.through.as_ref().map(|id| (id, crate::case::row(case.corridor, &case.corridor.tables.tariff, id)));
    let moves = !matches!(deed.what, What::Work(..));
    let under = match (custody.rate, named) {
        (None, None) => return None,
        (Some((id, (_, far))), None) => {
            let wanted = format!("under tariff:{} until {}", case.id(id), case.id(far));
            findings.add(Check::Chain, "through rate", "none", wanted);
            return None;
        }
        (_, Some((id, None))) => {
            findings.add(Check::Row, &format!("tariff:{id}"), "a through rate", "a row open on the day");
            return None;
        }
        (Some((id, ends)), Some((_, Some(rate)))) => {
            if rate.tariff_id != id {
                findings.add(Check::Chain, "through rate", case.id(rate.tariff_id), case.id(id));
            }
            Under { rate, begins: false, ends }
        }
        (None, Some((id, Some(rate)))) => match begin(rate, deed) {
            Some(ends) => Under { rate, begins: true, ends },
            None => {
                findings.add(Check::Chain, &format!("tariff:{id}"), "begins here", "a move from one of its ends");
                return None;
            }
        },
    };
    if moves && !takes(under.rate, deed) {
        let subject = format!("tariff:{}", case.id(under.rate.tariff_id));
        findings.add(Check::Chain, &subject, case.name(deed.name()), "a move that the rate names");
    }
    let over = moves && deed.to == under.ends.1;
    custody.rate = (!over).then_some((under.rate.tariff_id, under.ends));
    Some(under)
}

fn begin(rate: &Tariff, deed: &Deed<'_>) -> Option<(Id<Node>, Id<Node>)> {
    let (a, b) = rate.from_node_id.zip(rate.to_node_id).filter(|_| is_rate(rate))?;
    let alone = matches!(deed.what, What::Link(_) | What::Ride(_));
    match () {
        _ if alone && deed.from == a => Some((a, b)),
        _ if alone && deed.from == b && rate.both_ways => Some((b, a)),
        _ => None,
    }
}

fn takes(rate: &Tariff, deed: &Deed<'_>) -> bool {
    let touch = &deed.touch;
    let by_mode = rate.mode.is_none() || rate.mode == touch.mode;
    let named = rate.at.iter().any(|&r| touch.is_of(r));
    let run_by = rate.operator_id.is_some() && rate.operator_id == touch.operators.first().copied();
    by_mode && if rate.at.is_empty() { run_by } else { named }
}
