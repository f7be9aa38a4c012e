//! Hauls: where the narrowest price of a link is by distance belts, what counts is the whole distance on the lines of its
//! operator by the shortest way. Such a link is not ridden alone, and a haul is not followed by another of the same operator
//! before the goods leave the rails or cross a border.

use crate::case::Case;
use crate::deed::{Deed, What};
use crate::discrepancy::{Check, Findings};
use crate::resolve::alone;
use crate::tariffs;
use keruen_model::{Id, Link, Node, OperationKind, Operator, Quantity};

/// Metres by which a haul may exceed the shortest: lengths are compared in whole metres, link by link.
const METRES: f64 = 0.5;

/// Whether a link is priced by the haul.
pub(crate) fn by_haul(case: &Case<'_>, link: &Link) -> bool {
    let belts = case.corridor.tables.tariff.iter().any(|t| t.from_km.is_some() || t.to_km.is_some());
    // The row of the tables, which lives as long as they do.
    let row = case.corridor.tables.link.find(link.link_id);
    belts && link.operator_id.is_some() && row.and_then(|l| alone(case, l)).is_some_and(|d| tariffs::by_belts(case, &d))
}

pub(crate) fn check(case: &Case<'_>, links: &[&Link], deed: &Deed<'_>, before: Option<Id<Operator>>, findings: &mut Findings) {
    let operator = links[0].operator_id;
    let subject = format!("haul from {} to {}", case.id(deed.from), case.id(deed.to));
    let name = case.operator_name(operator);
    if let Some(l) = links.iter().find(|l| l.operator_id != operator || !by_haul(case, l)) {
        let says = format!("over link:{}", case.id(l.link_id));
        findings.add(Check::Chain, &subject, says, format_args!("links of {name} that are priced by distance belts"));
    }
    if operator.is_some() && operator == before {
        findings.add(Check::Chain, &subject, "a haul after a haul", format_args!("one haul on the lines of {name}"));
    }
    let slack = METRES * (links.len() as f64 + 1.0);
    let shorter = shortest(case, links[0], (deed.from, deed.to)).filter(|least| deed.km * 1000.0 > least + slack);
    if let Some(least) = shorter {
        findings.add(Check::Distance, &subject, deed.km, format_args!("{} km by the shortest way", least / 1000.0));
    }
}

/// The operator whose haul ended with a deed, or before it if the goods have neither left the rails nor crossed a border.
pub(crate) fn after(deed: &Deed<'_>, before: Option<Id<Operator>>) -> Option<Id<Operator>> {
    match &deed.what {
        What::Haul(links) => links[0].operator_id,
        What::Work(op, ..) => before.filter(|_| op.from_loading == op.to_loading && op.kind != OperationKind::Border),
        _ => None,
    }
}

/// Metres between two places over the lines of the operator of a link, by rounds of relaxation (Bellman 1958).
fn shortest(case: &Case<'_>, like: &Link, (from, to): (Id<Node>, Id<Node>)) -> Option<f64> {
    let same = |l: &&Link| (l.mode, l.operator_id) == (like.mode, like.operator_id) && gauge(l) == gauge(like);
    let lines: Vec<&Link> = case.corridor.tables.link.iter().filter(same).filter(|l| by_haul(case, l)).collect();
    let mut metres: Vec<(Id<Node>, f64)> = vec![(from, 0.0)];
    let at = |list: &[(Id<Node>, f64)], n: Id<Node>| list.iter().find(|x| x.0 == n).map(|x| x.1);
    loop {
        let mut better = false;
        for l in &lines {
            let back = (!l.directed).then_some((l.to_node_id, l.from_node_id));
            for (a, b) in [(l.from_node_id, l.to_node_id)].into_iter().chain(back) {
                let Some(there) = at(&metres, a).map(|m| m + l.length.value() * 1000.0) else { continue };
                match metres.iter_mut().find(|x| x.0 == b) {
                    Some(x) if x.1 <= there + METRES => {}
                    Some(x) => (x.1, better) = (there, true),
                    None => {
                        metres.push((b, there));
                        better = true;
                    }
                }
            }
        }
        if !better {
            return at(&metres, to);
        }
    }
}

fn gauge(l: &Link) -> Option<i64> {
    l.gauge.map(|g| g.value() as i64)
}
