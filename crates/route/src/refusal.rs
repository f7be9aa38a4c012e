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
    let (rule, authority, reason, lifted_by) = match r.reason {
        RefusalReason::Rule(i) | RefusalReason::Quota(i) => by_rule(sheets, r, i as usize),
        RefusalReason::Draught(f) => by_draught(sheets, f as usize),
        RefusalReason::Asked | RefusalReason::Again => {
            word("asked", "you asked to keep away from it", "the same question without this condition")
        }
        RefusalReason::SmallLot => word("minimum-lot", &small_lot(sheets, r.what), "a larger lot"),
        RefusalReason::NoPrice => word(
            "no-price",
            "no tariff row holds for these goods here on this day, and nothing travels free because a table lacks a row",
            "a row of table tariff that holds here",
        ),
    };
    Refused { what: sheets.ref_text(r.what), name: sheets.name_of(r.what), rule, authority, reason, lifted_by, arcs: 1 }
}

/// Rule or word, authority, reason, what lifts it.
type Told = (String, String, String, Vec<String>);

fn word(rule: &str, reason: &str, lifted_by: &str) -> Told {
    (rule.into(), String::new(), reason.into(), vec![lifted_by.into()])
}

fn by_rule(sheets: &Sheets<'_>, r: &Refusal, i: usize) -> Told {
    let c = sheets.index.corridor;
    let rule = &c.tables.rule.rows()[i];
    let permits = || rule.permit.iter().filter_map(|&p| c.tables.permit.find(p));
    let mut lifted_by: Vec<String> = Vec::new();
    let mut reason = c.strings.text(rule.reason).to_string();
    if let RefusalReason::Quota(_) = r.reason {
        for p in permits() {
            let quota = p.quota.map_or(0.0, Quantity::value);
            let unit = p.unit.map_or("", |u| u.name());
            reason += &format!(" The quota of {} is {quota} {unit} a year, and the lot is larger.", c.strings.text(p.name));
            lifted_by.push(format!("a lot of at most {quota} {unit}"));
        }
        return (c.strings.id(rule.rule_id).into(), c.strings.text(rule.authority).into(), reason, lifted_by);
    }
    lifted_by.extend(permits().map(|p| format!("permit {} by {}", c.strings.text(p.name), c.strings.text(p.authority))));
    lifted_by.extend(rule.paper.iter().map(|&p| c.strings.text(p).to_string()));
    lifted_by.extend(rule.valid_to.map(|d| format!("a day from {} on, when the rule no longer holds", d.plus_days(1))));
    if lifted_by.is_empty() {
        let whose = Some(c.strings.text(rule.authority)).filter(|a| !a.is_empty()).map_or(String::new(), |a| format!(" of {a}"));
        lifted_by.push(format!(
            "no paper in the tables; a consent{whose} would be a row of table rule that allows {}",
            sheets.ref_text(r.what)
        ));
    }
    (c.strings.id(rule.rule_id).into(), c.strings.text(rule.authority).into(), reason, lifted_by)
}

fn by_draught(sheets: &Sheets<'_>, facility: usize) -> Told {
    let c = sheets.index.corridor;
    let f = &c.tables.facility.rows()[facility];
    let authority =
        f.operator_id.and_then(|o| c.tables.operator.find(o)).map_or(String::new(), |o| c.strings.text(o.name).into());
    let reason = format!("on this day the water at {} is too shallow for every ship of the service", c.strings.text(f.name));
    ("draught".into(), authority, reason, vec![format!("deeper water at {}, or a ship that draws less", c.strings.text(f.name))])
}

/// Refusals in the order in which a way meets them, each thing once.
pub(crate) fn list_in_order(sheets: &Sheets<'_>, cut: &[usize]) -> Vec<Refused> {
    let mut out: Vec<Refused> = Vec::new();
    for one in cut.iter().map(|&i| describe(sheets, &sheets.graph.refusals[i])) {
        match out.iter_mut().find(|o| o.rule == one.rule && o.what == one.what) {
            Some(same) => same.arcs += 1,
            None => out.push(one),
        }
    }
    out
}

/// Refusals in words, one sentence a rule: what, by which rule, whose, why.
pub(crate) fn sentences(cut: &[Refused]) -> String {
    let mut told: Vec<(&Refused, Vec<&str>)> = Vec::new();
    for r in cut {
        match told.iter_mut().find(|(t, _)| t.rule == r.rule && t.reason == r.reason) {
            Some((_, names)) => names.push(&r.name),
            None => told.push((r, vec![&r.name])),
        }
    }
    let one = |(r, names): &(&Refused, Vec<&str>)| {
        let whose = if r.authority.is_empty() { String::new() } else { format!(", {}", r.authority) };
        let end = if r.reason.ends_with('.') { "" } else { "." };
        format!("{} ({}{whose}): {}{end}", names.join(", "), r.rule, r.reason)
    };
    told.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The least lot beside the one asked.
fn small_lot(sheets: &Sheets<'_>, what: AnyRef) -> String {
    let t = &sheets.index.corridor.tables;
    let of_link = what.as_id().and_then(|id| t.link.find(id)).and_then(|l| l.minimum_lot);
    let least = of_link.or_else(|| t.service.find(what.as_id()?)?.minimum_lot).map_or(0.0, Quantity::value);
    format!("it takes no lot under {least} t, and the lot is {} t", sheets.graph.lot.tonnes.value())
}

/// The fewest refusals that would have to be taken back to open a way, or, where none would, how far the goods get.
pub(crate) fn explain(sheets: &Sheets<'_>, question: &Consignment, limited: bool) -> NoAnswer {
    if limited {
        return NoAnswer {
            reason: "ways exist, but none keeps the limits that you set".into(),
            cut: Vec::new(),
            alternatives: Vec::new(),
            hint: "raise the price cap, the CO2e budget or the latest arrival, one at a time".into(),
        };
    }
    match fewest_refusals(sheets) {
        Some(cut) if !cut.is_empty() => {
            let cut = list_in_order(sheets, &cut);
            NoAnswer {
                reason: format!("what was taken out left none: {}", sentences(&cut)),
                cut,
                alternatives: Vec::new(),
                hint:
                    "take back one refusal at a time: a permit, another day, another equipment, or a scenario that opens the way"
                        .into(),
            }
        }
        _ => NoAnswer {
            reason: stuck(sheets, question),
            cut: Vec::new(),
            alternatives: Vec::new(),
            hint: "check equipment, day and scenario; places on the way are listed by `keruen explain`".into(),
        },
    }
}

/// 0-1 breadth-first search in which a refused step costs one.
pub(crate) fn fewest_refusals(sheets: &Sheets<'_>) -> Option<Vec<usize>> {
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
    let all = ((1u16 << question.wanted()) - 1) as u8;
    if all != 0 && there.iter().any(|s| s.loading == Loading::Ground) && there.iter().all(|s| s.used != all) {
        return format!(
            "the goods reach {}, but no way there uses all that must be used without riding a stretch out and back",
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
