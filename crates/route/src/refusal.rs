//! What was taken out, and why there is no way.

use crate::sheet::Sheets;
use keruen_model::{AnyRef, Loading, Quantity, TableKind};
use keruen_network::compile::{Consignment, Refusal, RefusalReason};
use keruen_results::route::{NoAnswer, Refused};
use std::collections::{BTreeMap, VecDeque};

/// Refusals grouped by what and why.
pub(crate) fn list<'r>(sheets: &Sheets<'_>, refusals: impl Iterator<Item = &'r Refusal>) -> Vec<Refused> {
    let mut grouped: BTreeMap<(String, String), Refused> = BTreeMap::new();
    for r in refusals {
        let one = describe(sheets, r);
        grouped.entry((one.rule.clone(), one.what.clone())).and_modify(|g| g.arcs += 1).or_insert(one);
    }
    grouped.into_values().collect()
}

fn describe(sheets: &Sheets<'_>, r: &Refusal) -> Refused {
    let c = sheets.index.corridor;
    let (rule, authority, reason) = match r.reason {
        RefusalReason::Rule(i) => {
            let rule = &c.tables.rule.rows()[i as usize];
            (
                c.strings.id(rule.rule_id).to_string(),
                c.strings.text(rule.authority).to_string(),
                c.strings.text(rule.reason).to_string(),
            )
        }
        RefusalReason::Asked => ("asked".into(), String::new(), "you asked to keep away from it".into()),
        RefusalReason::SmallLot => ("minimum-lot".into(), String::new(), small_lot(sheets, r.what)),
        RefusalReason::NoPrice => (
            "no-price".into(),
            String::new(),
            "no tariff row holds for these goods here on this day, and nothing travels free because a table lacks a row".into(),
        ),
    };
    Refused { what: sheets.ref_text(r.what), name: sheets.name_of(r.what), rule, authority, reason, arcs: 1 }
}

/// The least lot beside the one asked.
fn small_lot(sheets: &Sheets<'_>, what: AnyRef) -> String {
    let t = &sheets.index.corridor.tables;
    let of_link = what.as_id().and_then(|id| t.link.find(id)).and_then(|l| l.minimum_lot);
    let least = of_link.or_else(|| t.service.find(what.as_id()?)?.minimum_lot).map_or(0.0, Quantity::value);
    format!("it takes no lot under {least} t, and the lot is {} t", sheets.graph.lot.tonnes.value())
}

/// The fewest refusals that would have to be taken back to open a way, or, where none would, how far the goods get.
pub(crate) fn explain(sheets: &Sheets<'_>, question: &Consignment) -> NoAnswer {
    let graph = sheets.graph;
    match fewest_refusals(sheets) {
        Some(cut) if !cut.is_empty() => {
            let cut = list(sheets, cut.iter().map(|&i| &graph.refusals[i]));
            let reasons: Vec<String> = cut.iter().map(|r| format!("{} ({}): {}", r.name, r.rule, r.reason)).collect();
            NoAnswer {
                reason: format!("no way is left: {}", reasons.join("; ")),
                cut,
                hint:
                    "take back one refusal at a time: a permit, another day, another equipment, or a scenario that opens the way"
                        .into(),
            }
        }
        _ => NoAnswer {
            reason: stuck(sheets, question),
            cut: Vec::new(),
            hint: "check equipment, day and scenario; places on the way are listed by `keruen explain`".into(),
        },
    }
}

/// 0-1 breadth-first search in which a refused step costs one.
fn fewest_refusals(sheets: &Sheets<'_>) -> Option<Vec<usize>> {
    let graph = sheets.graph;
    let n = graph.states.len();
    let mut out: Vec<Vec<(usize, Option<usize>)>> = vec![Vec::new(); n];
    for a in &graph.arcs {
        out[a.from.0 as usize].push((a.to.0 as usize, None));
    }
    for (i, r) in graph.refusals.iter().enumerate() {
        out[r.from.0 as usize].push((r.to.0 as usize, Some(i)));
    }
    let mut best = vec![(u32::MAX, None::<(usize, Option<usize>)>); n];
    let mut queue = VecDeque::new();
    if n > 0 {
        best[0].0 = 0;
        queue.push_back(0);
    }
    while let Some(s) = queue.pop_front() {
        for &(to, refusal) in &out[s] {
            let cost = best[s].0 + u32::from(refusal.is_some());
            if cost < best[to].0 {
                best[to] = (cost, Some((s, refusal)));
                if refusal.is_some() { queue.push_back(to) } else { queue.push_front(to) }
            }
        }
    }
    let goal = graph.goals.iter().map(|g| g.0 as usize).min_by_key(|&g| best[g].0).filter(|&g| best[g].0 < u32::MAX)?;
    let (mut cut, mut at) = (Vec::new(), goal);
    while let Some((before, refusal)) = best[at].1 {
        cut.extend(refusal);
        at = before;
    }
    cut.reverse();
    Some(cut)
}

fn stuck(sheets: &Sheets<'_>, question: &Consignment) -> String {
    let c = sheets.index.corridor;
    let (from, to) = (c.tables.node.position(question.from.sym()), c.tables.node.position(question.to.sym()));
    let name = |n: Option<usize>| n.map_or(String::new(), |n| c.strings.text(c.tables.node.rows()[n].name).to_string());
    let there: Vec<_> = sheets.graph.states.iter().filter(|s| Some(s.node as usize) == to).collect();
    let left_origin = sheets.graph.states.iter().any(|s| Some(s.node as usize) != from);
    if there.is_empty() && !left_origin {
        let facilities = from.map_or(0, |n| sheets.index.facilities_at[n].len());
        return format!(
            "nothing at {} can load this cargo onto a train, ship, truck or pipe ({facilities} facilities are open there on this day)",
            name(from)
        );
    }
    if there.is_empty() {
        return format!(
            "no chain of open links, services and operations leads from {} to {} for this cargo on this day",
            name(from),
            name(to)
        );
    }
    let grounded = there.iter().any(|s| s.loading == Loading::Ground);
    if !grounded {
        let on: Vec<&str> = there.iter().map(|s| s.loading.name()).collect();
        return format!("the goods reach {} (on {}), but no operation unloads this cargo there", name(to), on[0]);
    }
    format!("the goods reach {}, but no border operation there clears them into the country", name(to))
}

/// Table of a reference, for names.
pub(crate) const NAMED: &[TableKind] =
    &[TableKind::Node, TableKind::Link, TableKind::Facility, TableKind::Operation, TableKind::Service, TableKind::Operator];
