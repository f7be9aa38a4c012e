//! A working way of light and its protection: both lead from start to end over open spans, and what they share is listed.
//!
//! That they share as little as can be is checked by counting: Menger's theorem says that two node-disjoint ways exist when no
//! single inner node cuts the start from the end, and two link-disjoint ones when no single span does.

use crate::case::{Case, row};
use crate::discrepancy::{Check, Findings};
use crate::terms::path;
use crate::tolerance::HOURS;
use keruen_model::{AnyRef, Id, Link, Mode, Node, TableKind};
use keruen_results::light::{Apart, LightPath, Protection};
use std::collections::BTreeSet;

pub(crate) fn check(case: &Case<'_>, p: &Protection, findings: &mut Findings) {
    for way in [&p.working, &p.protection] {
        path(case, way, findings);
        joined(case, way, findings);
    }
    if p.working.one_way_ms > p.protection.one_way_ms * (1.0 + 1e-9) {
        findings.add(Check::Protection, "working way", "the longer one", "the shorter one");
    }
    let both = |of: fn(&LightPath) -> BTreeSet<String>| -> BTreeSet<String> { &of(&p.working) & &of(&p.protection) };
    let (links, nodes) = (both(links), both(nodes));
    let wanted: BTreeSet<String> = links.union(&nodes).cloned().collect();
    let says: BTreeSet<String> = p.shared.iter().cloned().collect();
    if says != wanted {
        findings.add(Check::Protection, "shared", format_args!("{says:?}"), format_args!("{wanted:?}"));
    }
    let apart = match (links.is_empty(), nodes.is_empty()) {
        (true, true) => Apart::NodeDisjoint,
        (true, false) => Apart::LinkDisjoint,
        _ => Apart::Shared,
    };
    if p.apart != apart || is_better_possible(case, apart) {
        findings.add(Check::Protection, "apart", format_args!("{:?}", p.apart), "as far apart as the spans allow");
    }
    available(p, &links, findings);
}

fn links(p: &LightPath) -> BTreeSet<String> {
    p.spans.iter().map(|s| format!("link:{}", s.link)).collect()
}

fn nodes(p: &LightPath) -> BTreeSet<String> {
    p.spans.iter().skip(1).map(|s| format!("node:{}", s.from)).collect()
}

/// Spans follow each other from the start to the end, each an allowed fibre in an allowed direction.
fn joined(case: &Case<'_>, way: &LightPath, findings: &mut Findings) {
    let mut at = case.id(case.from.node_id);
    for s in &way.spans {
        let link = row(case.corridor, &case.corridor.tables.link, &s.link).filter(|l| allowed(case, l));
        let ends = link.map(|l| (case.id(l.from_node_id), case.id(l.to_node_id), l.directed));
        let fits = ends.is_some_and(|(a, b, one_way)| (a, b) == (&s.from, &s.to) || !one_way && (b, a) == (&s.from, &s.to));
        if !fits || s.from != at {
            findings.add(
                Check::Protection,
                &s.link,
                format_args!("{} to {}", s.from, s.to),
                format_args!("an allowed span from {at}"),
            );
        }
        at = &s.to;
    }
    if at != case.id(case.to.node_id) {
        findings.add(Check::Protection, "end", at, case.id(case.to.node_id));
    }
}

fn allowed(case: &Case<'_>, l: &Link) -> bool {
    let shunned = |table, id| case.avoid.contains(&AnyRef { table, id });
    let ends = [l.from_node_id, l.to_node_id];
    l.mode == Mode::Fibre
        && !shunned(TableKind::Link, l.link_id.sym())
        && ends.iter().all(|n| !shunned(TableKind::Node, n.sym()))
        && ends.iter().all(|&n| !case.avoid_countries.iter().any(|c| case.corridor.text(case.country_of(n)) == *c))
        && l.operator_id.is_none_or(|o| !shunned(TableKind::Operator, o.sym()))
}

/// Whether no single inner node (or span) that every way passes stands in the way of a pair further apart.
fn is_better_possible(case: &Case<'_>, apart: Apart) -> bool {
    let spans: Vec<&Link> = case.corridor.tables.link.iter().filter(|l| allowed(case, l)).collect();
    let inner: BTreeSet<Id<Node>> = spans.iter().flat_map(|l| [l.from_node_id, l.to_node_id]).collect();
    let ends = [case.from.node_id, case.to.node_id];
    let no_span_cuts = || spans.iter().all(|x| reaches(case, &spans, |l| l.link_id != x.link_id));
    // A direct span joins the ends whatever node falls out, so beside it any second way at all is needed.
    let touches = |l: &Link, n: Id<Node>| l.from_node_id == n || l.to_node_id == n;
    let no_node_cuts = || inner.iter().filter(|n| !ends.contains(n)).all(|&n| reaches(case, &spans, |l| !touches(l, n)));
    match apart {
        Apart::NodeDisjoint => false,
        Apart::LinkDisjoint => no_node_cuts() && no_span_cuts(),
        Apart::Shared => no_span_cuts(),
    }
}

/// Whether the end is reached from the start over the spans that are kept.
fn reaches(case: &Case<'_>, spans: &[&Link], keep: impl Fn(&Link) -> bool) -> bool {
    let (mut seen, mut open) = (BTreeSet::from([case.from.node_id]), vec![case.from.node_id]);
    while let Some(n) = open.pop() {
        for l in spans.iter().filter(|l| keep(l)) {
            let next = match (l.from_node_id == n, l.to_node_id == n && !l.directed) {
                (true, _) => l.to_node_id,
                (_, true) => l.from_node_id,
                _ => continue,
            };
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    seen.contains(&case.to.node_id)
}

/// The pair is down when a shared span is, or when both of the rest are.
fn available(p: &Protection, shared: &BTreeSet<String>, findings: &mut Findings) {
    let is_shared = |link: &str| shared.contains(&format!("link:{link}"));
    let up = |way: &LightPath, want: bool| -> Option<f64> {
        way.spans.iter().filter(|s| is_shared(&s.link) == want).try_fold(1.0, |a, s| Some(a * s.availability?))
    };
    let rest = up(&p.working, false).zip(up(&p.protection, false)).map(|(a, b)| a + b - a * b);
    let wanted = up(&p.working, true).zip(rest).map(|(a, b)| a * b);
    findings.close((Check::Protection, HOURS), "availability", p.availability.unwrap_or(-1.0), wanted.unwrap_or(-1.0));
}
