//! A way from its first leg to its last: each leg is found in the tables and every figure of it derived again.

use crate::case::Case;
use crate::clock;
use crate::custody::Custody;
use crate::deed::{Deed, Part, What};
use crate::discrepancy::{Check, Findings};
use crate::hazard;
use crate::leg;
use crate::resolve;
use crate::tariffs;
use crate::through;
use crate::time;
use keruen_model::{Id, Link, Mode, Node, Operator};
use keruen_results::route::{Leg, LegKind, Way};

/// A deed with the legs that show it.
pub(crate) struct Step<'a, 'c> {
    pub deed: Deed<'c>,
    pub leg: &'a Leg,
    pub wait: Option<&'a Leg>,
}

/// Position of the work or ride, and of its wait.
type Group = (usize, Option<usize>);

/// Every leg of a way that stands for something in the tables.
pub(crate) fn walk<'a, 'c>(case: &Case<'c>, way: &'a Way, findings: &mut Findings, at: usize) -> Vec<Step<'a, 'c>> {
    let mut custody = Custody::at_origin(case);
    let mut steps = Vec::new();
    for (main, wait) in groups(&way.legs, findings, at) {
        let (leg, wait) = (&way.legs[main], wait.map(|w| (w, &way.legs[w])));
        findings.look_at(Some(at), Some(main));
        let candidates = resolve::deeds(case, leg, custody.loading, findings);
        let tried = candidates.into_iter().map(|deed| attempt(case, (leg, wait), deed, (&custody, findings)));
        // The first of those with the fewest findings.
        let best = tried.reduce(|a, b| if b.2.list.len() < a.2.list.len() { b } else { a });
        let Some((deed, after, found)) = best else { continue };
        custody = after;
        findings.list.extend(found.list);
        steps.push(Step { deed, leg, wait: wait.map(|w| w.1) });
    }
    findings.look_at(Some(at), None);
    custody.arrived(case, findings);
    entry_exit_prices(case, &steps, findings);
    steps
}

/// Waits belong to the work before them that puts goods aboard the service, or to the ride after them.
fn groups(legs: &[Leg], findings: &mut Findings, at: usize) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut pending = None;
    for (i, leg) in legs.iter().enumerate() {
        findings.look_at(Some(at), Some(i));
        if leg.kind != LegKind::Wait {
            out.push((i, pending.take()));
            continue;
        }
        let before = i
            .checked_sub(1)
            .map(|b| &legs[b])
            .filter(|b| b.operation.is_some() && leg.service.is_some() && b.service == leg.service);
        match out.last_mut() {
            Some(last) if before.is_some() && last.1.is_none() => last.1 = Some(i),
            _ if pending.is_none() && legs.get(i + 1).is_some_and(|n| awaits(leg, n)) => pending = Some(i),
            _ => findings.add(Check::Wait, &leg.name, "a wait", "a wait beside the work or ride that it belongs to"),
        }
    }
    out
}

/// Whether a wait belongs to the leg after it: a ride on its service, or, where it waits for no service, work that begins when the
/// place opens.
fn awaits(wait: &Leg, next: &Leg) -> bool {
    match &wait.service {
        Some(_) => next.operation.is_none() && next.service == wait.service,
        None => next.operation.is_some(),
    }
}

type Attempt<'c> = (Deed<'c>, Custody, Findings);

fn attempt<'c>(
    case: &Case<'c>,
    (leg, wait): (&Leg, Option<(usize, &Leg)>),
    mut deed: Deed<'c>,
    (before, findings): (&Custody, &Findings),
) -> Attempt<'c> {
    // Goods that are aboard have waited.
    if before.aboard.is_some() {
        deed.wait = None;
    }
    let mut custody = before.clone();
    let mut found = findings.aside();
    by_the_clock(case, &mut deed, &mut custody, &mut found);
    let under = through::follow(case, leg, &deed, &mut custody, &mut found);
    let owed = tariffs::owed(case, &deed, under, &mut custody);
    custody.apply(case, &deed, &mut found);
    leg::check(case, leg, &deed, &owed, &mut found);
    leg::check_wait(case, &deed, wait, &mut found);
    (deed, custody, found)
}

/// Waits and rides by the clock, the hour after the deed, and its risk.
fn by_the_clock(case: &Case<'_>, deed: &mut Deed<'_>, custody: &mut Custody, findings: &mut Findings) {
    // By the month in which the goods set out.
    let closed = hazard::closed(case, &hazard::regions(case, deed), case.day.month());
    let mut missed = 0.0;
    match clock::passage(case, deed, custody.now, custody.aboard.is_some()) {
        None => {}
        Some(None) => findings.add(Check::Wait, &case.name(deed.name()), "in time", "too late for every departure and opening"),
        Some(Some(p)) => {
            deed.clocked = Some(p.wait);
            // A departure by the clock replaces the expected wait; opening hours come before it.
            let usual = deed.wait.filter(|_| p.slack.is_none() && p.ride.is_none());
            deed.wait =
                usual.into_iter().chain((p.wait > 0.0).then(|| time::fixed(p.wait))).reduce(|a, b| [a, b].into_iter().sum());
            if let Some(ride) = p.ride {
                deed.time = vec![time::fixed(ride)];
            }
            missed = p.slack.map_or(0.0, |slack| hazard::overrun(deed, slack));
        }
    }
    deed.risk = 1.0 - (1.0 - closed) * (1.0 - missed);
    custody.now += clock::seconds(hours(deed).median);
}

/// Where the rails or pipes of one operator follow each other and the goods stay on them, an entry-exit price between two places of
/// the run stands in the place of its link prices, also where a haul passes one of the two.
fn entry_exit_prices(case: &Case<'_>, steps: &[Step<'_, '_>], findings: &mut Findings) {
    let stays = |s: &&Step<'_, '_>| s.deed.operation().is_some_and(|o| o.from_loading == o.to_loading);
    let mut run: Vec<(&Deed<'_>, Id<Node>)> = Vec::new();
    let mut before = None;
    for s in steps.iter().filter(|s| !stays(s)) {
        let operator = at_link_prices(s);
        if operator.is_none() || operator != before {
            run.clear();
        }
        before = operator;
        for (from, to) in operator.map_or(Vec::new(), |_| hops(&s.deed)) {
            run.push((&s.deed, from));
            for &(first, from) in &run {
                if let Some(t) = tariffs::entry_exit(case, first, (from, to)) {
                    let says = format!("link prices from {} to {}", case.id(from), case.id(to));
                    let subject = format!("tariff:{}", case.id(t.tariff_id));
                    findings.add(Check::PassedOver, &subject, says, "the entry-exit price in their place");
                }
            }
        }
    }
}

/// The operator whose rails or pipes are ridden at link prices.
fn at_link_prices(s: &Step<'_, '_>) -> Option<Id<Operator>> {
    match &s.deed.what {
        _ if s.leg.through.is_some() || !matches!(s.deed.touch.mode, Some(Mode::Rail | Mode::Pipeline)) => None,
        What::Link(l) => l.operator_id,
        What::Haul(links) => links[0].operator_id,
        _ => None,
    }
}

/// The ends of each link ridden.
fn hops(deed: &Deed<'_>) -> Vec<(Id<Node>, Id<Node>)> {
    let mut at = deed.from;
    let hop = |l: &Link| {
        let from = at;
        at = if l.from_node_id == from { l.to_node_id } else { l.from_node_id };
        (from, at)
    };
    deed.links().into_iter().map(hop).collect()
}

/// Hours and variance of a step with its wait.
pub(crate) fn hours(deed: &Deed<'_>) -> Part {
    deed.time.iter().chain(deed.wait.as_ref()).copied().sum()
}
