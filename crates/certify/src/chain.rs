//! The transport chain of a way, put together again from its legs.
//!
//! Every leg that moves or handles the goods is in one element, in the order of the way; what an element says is the sum over its
//! legs, and what it says of distances, traction and factors is what the tables say of the rows of its legs.

use crate::case::Case;
use crate::deed::What;
use crate::discrepancy::{Check, Findings};
use crate::emissions::emitted;
use crate::leg::range;
use crate::tolerance::{CO2E, DISTANCE, QUANTITY};
use crate::walk::Step;
use keruen_model::{DistanceBasis, Link, Loading, Quantity, Row, TableKind};
use keruen_results::Range;
use keruen_results::chain::{Chain, ChainElement, ChainFactor, ElementKind};
use keruen_results::route::{Leg, LegKind, Way};
use std::collections::BTreeSet;

const NOT_STATED: &str = "not_stated";

pub(crate) fn check(case: &Case<'_>, way: &Way, steps: &[Step<'_, '_>], findings: &mut Findings) {
    let people = case.goods.on(Loading::Air).map(|_| case.goods.units);
    let amount = Some(case.goods.tonnes).filter(|t| *t > 0.0).or(people);
    let (Some(chain), Some(amount)) = (&way.chain, amount) else {
        if way.chain.is_some() != amount.is_some() {
            findings.add(Check::Emission, "chain", way.chain.is_some(), amount.is_some());
        }
        return;
    };
    members(chain, way, findings);
    for e in &chain.elements {
        element(case, e, (way, steps), amount, findings);
    }
    totals(chain, way, findings);
}

fn members(chain: &Chain, way: &Way, findings: &mut Findings) {
    let counts = |l: &Leg| matches!(l.kind, LegKind::Move | LegKind::Handle | LegKind::GaugeChange);
    let wanted: Vec<usize> = (0..way.legs.len()).filter(|&i| counts(&way.legs[i])).collect();
    let got: Vec<usize> = chain.elements.iter().flat_map(|e| e.legs.iter().copied()).collect();
    if got != wanted {
        findings.add(Check::Emission, "legs of the chain", format_args!("{got:?}"), format_args!("{wanted:?}"));
    }
}

fn totals(chain: &Chain, way: &Way, findings: &mut Findings) {
    let moving = chain.elements.iter().filter(|e| e.kind == ElementKind::Transport);
    findings.close((Check::Emission, QUANTITY), "activity", chain.activity, moving.map(|e| e.activity).sum());
    findings.close((Check::Emission, CO2E), "CO2e of the chain", chain.co2e_kg, way.totals.co2e_kg);
    range((Check::Emission, "CO2e of the chain"), chain.range, way.totals.co2e_range, findings);
    intensity("chain", chain.intensity, (chain.co2e_kg, chain.activity), findings);
}

fn intensity(subject: &str, says: Option<f64>, (kg, activity): (f64, f64), findings: &mut Findings) {
    let wanted = if activity > 0.0 { kg * 1000.0 / activity } else { f64::NAN };
    if says.is_some() != (activity > 0.0) {
        findings.add(Check::Emission, &format!("{subject} intensity"), says.is_some(), activity > 0.0);
    } else if let Some(says) = says {
        findings.close((Check::Emission, CO2E), &format!("{subject} intensity"), says, wanted);
    }
}

fn element(case: &Case<'_>, e: &ChainElement, (way, steps): (&Way, &[Step<'_, '_>]), amount: f64, findings: &mut Findings) {
    let legs: Vec<&Leg> = e.legs.iter().filter_map(|&i| way.legs.get(i)).collect();
    let (Some(first), false) = (legs.first(), legs.len() != e.legs.len()) else {
        findings.add(Check::Emission, &e.name, "legs that are not on the way", "legs of the way");
        return;
    };
    let own = |l: &&Leg| (l.kind == LegKind::Move) == (e.kind == ElementKind::Transport);
    let together = |l: &&Leg| match e.kind {
        ElementKind::Hub => l.from.id == first.from.id,
        ElementKind::Transport => (&l.mode, &l.service, &l.operator) == (&first.mode, &first.service, &first.operator),
    };
    if !legs.iter().all(|l| own(l) && together(l)) {
        findings.add(Check::Emission, &e.name, "one element", "legs of one hub, or of one service or operator");
    }
    let sum = |f: fn(&Leg) -> f64| legs.iter().map(|l| f(l)).sum::<f64>();
    let km = sum(|l| l.distance_km);
    findings.close((Check::Emission, DISTANCE), &e.name, e.distance_km, km);
    findings.close((Check::Emission, CO2E), &e.name, e.co2e_kg, sum(|l| l.co2e_kg));
    let activity = if e.kind == ElementKind::Hub { amount } else { amount * km };
    findings.close((Check::Emission, QUANTITY), &format!("{} activity", e.name), e.activity, activity);
    intensity(&e.name, e.intensity, (e.co2e_kg, activity), findings);
    let of = |l: &Leg| l.emission.as_ref().and_then(|x| x.range).unwrap_or(Range { low: l.co2e_kg, high: l.co2e_kg });
    let wanted = Range { low: legs.iter().map(|l| of(l).low).sum(), high: legs.iter().map(|l| of(l).high).sum() };
    range((Check::Emission, &e.name), e.range, Some(wanted), findings);
    let mine: Vec<&Step<'_, '_>> = steps.iter().filter(|s| legs.iter().any(|l| std::ptr::eq(*l, s.leg))).collect();
    words(case, e, &mine, findings);
    factors(case, e, &mine, findings);
}

/// Traction and distance bases, as the rows say.
fn words(case: &Case<'_>, e: &ChainElement, steps: &[&Step<'_, '_>], findings: &mut Findings) {
    let links = || steps.iter().flat_map(|s| links_of(&s.deed.what));
    let tractions: BTreeSet<&str> = links().filter_map(|l| l.traction).map(|t| t.name()).collect();
    let says: BTreeSet<&str> = e.traction.iter().map(String::as_str).collect();
    if says != tractions {
        findings.add(Check::Emission, &format!("{} traction", e.name), format_args!("{says:?}"), format_args!("{tractions:?}"));
    }
    let word = |b: Option<DistanceBasis>| b.map_or(NOT_STATED, |b| b.name());
    let bare = steps.iter().flat_map(|s| bare_hops(case, &s.deed.what));
    let bases: BTreeSet<&str> = links().map(|l| word(l.distance_basis)).chain(bare.map(word)).collect();
    let says: BTreeSet<&str> = e.distance_basis.iter().map(String::as_str).collect();
    if says != bases {
        findings.add(Check::Emission, &format!("{} distance basis", e.name), format_args!("{says:?}"), format_args!("{bases:?}"));
    }
}

fn links_of<'c>(what: &What<'c>) -> Vec<&'c Link> {
    match what {
        What::Link(l) => vec![l],
        What::Transit(links) | What::Haul(links) => links.clone(),
        What::Ride(r) => r.links.clone(),
        What::Work(..) => Vec::new(),
    }
}

/// Hops of a ride that stand in no links: the call at the later end of each, in the order of the service.
fn bare_hops(case: &Case<'_>, what: &What<'_>) -> Vec<Option<DistanceBasis>> {
    let What::Ride(r) = what else { return Vec::new() };
    let mut stops: Vec<_> = case.corridor.tables.stop.iter().filter(|s| s.service_id == r.service.service_id).collect();
    stops.sort_by_key(|s| s.sequence);
    let at = |n| stops.iter().position(|s| s.node_id == n);
    let ends = r.calls.first().zip(r.calls.last()).and_then(|(a, b)| Some((at(*a)?, at(*b)?)));
    let Some((a, b)) = ends else { return Vec::new() };
    stops[a.min(b) + 1..=a.max(b)].iter().filter(|s| s.via.is_empty()).map(|s| s.distance_basis).collect()
}

/// Factors hold here, add up to the element, and say what their rows say; a gap is named where a stretch has none.
fn factors(case: &Case<'_>, e: &ChainElement, steps: &[&Step<'_, '_>], findings: &mut Findings) {
    let stretches: Vec<_> = steps.iter().flat_map(|s| emitted(case, &s.deed)).collect();
    findings.close((Check::Emission, CO2E), &format!("{} factors", e.name), e.factors.iter().map(|f| f.co2e_kg).sum(), e.co2e_kg);
    for f in &e.factors {
        let row = stretches.iter().flatten().map(|x| x.factor).find(|x| case.id(x.emission_id) == f.emission);
        match row {
            None => findings.add(Check::Emission, &f.emission, "used", "a factor that holds for the element"),
            Some(row) => factor(case, f, row, findings),
        }
    }
    let dark = stretches.iter().any(Vec::is_empty);
    if dark == e.gap.is_empty() {
        findings.add(
            Check::Emission,
            &format!("{} gap", e.name),
            format_args!("{:?}", e.gap),
            if dark { "a gap" } else { "none" },
        );
    }
}

fn factor(case: &Case<'_>, f: &ChainFactor, row: &keruen_model::Emission, findings: &mut Findings) {
    let subject = format!("emission:{}", f.emission);
    findings.close((Check::Emission, CO2E), &subject, f.factor, row.factor.value());
    let (method, _) = case.cited(TableKind::Emission, row.key(), "factor");
    for (what, says, should_be) in [
        ("unit", &f.unit, row.unit.name()),
        ("grade", &f.data_grade, row.data_grade.map_or(NOT_STATED, |g| g.name())),
        ("empty running", &f.empty_running, row.empty_running.map_or(NOT_STATED, |x| x.name())),
        ("allocation", &f.allocation, case.words(row.allocation)),
        ("method", &f.method, method),
    ] {
        findings.same(Check::Emission, &format!("{subject} {what}"), says, should_be);
    }
}
