//! From flows and prices to the answer.

use super::FlowQuestion;
use super::optimum::Optimum;
use super::plan::Plan;
use super::tally::{Lots, Tally};
use super::wishes::{Wish, WishRow};
use crate::mincost::Goal;
use keruen_model::{Corridor, DemandKind, Id, Quantity, Service, ServiceKind, TableKind, Unit};
use keruen_network::compile::{ArcKind, StateGraph};
use keruen_network::ledger::{Limit, Scarce};
use keruen_results::flow::{
    Certificate, FlowAnswer, FlowAsked, FlowSize, FlowTotals, LimitFlow, OriginShare, PeriodRef, SCHEMA_VERSION, WayFlow,
    WishFlow,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Part of a wish or of a limit below which nothing is meant: rounding of the solver.
const NOTHING: f64 = 1e-9;

/// A way in use: its wish, version of the network, origin and arcs.
type Way = (usize, usize, usize, Vec<u32>);

/// Reads the answer off a solution.
pub(super) fn answer(corridor: &Corridor, question: &FlowQuestion, plan: &Plan, solution: &Optimum) -> FlowAnswer {
    let names: Vec<String> = plan.wishes.iter().map(|w| name(corridor, w)).collect();
    let ways = ways_in_use(plan, solution);
    let graphs = Graphs(plan);
    let limits = limits(corridor, plan, solution);
    let mut tally = Tally::new(corridor, plan.periods.len());
    for ((w, v, o, arcs), amounts) in &ways {
        for (period, &lots) in amounts.iter().enumerate().filter(|x| *x.1 > 0.0) {
            tally.add(&plan.days[*v].1, graphs.of(*v, *w, *o), arcs, Lots { wish: *w, period, lots });
        }
    }
    let wishes = wishes(corridor, plan, solution, &ways, graphs);
    let mut highest: FxHashMap<&str, f64> = FxHashMap::default();
    for l in &limits {
        let share = highest.entry(&l.at).or_insert(l.share);
        *share = share.max(l.share);
    }
    let share = |what: &str| {
        let (row, facility) = what.split_once('@').map_or((what, None), |(o, f)| (o, Some(format!("facility:{f}"))));
        let all = [highest.get(row), facility.and_then(|f| highest.get(f.as_str()))];
        all.into_iter().flatten().copied().reduce(f64::max)
    };
    FlowAnswer {
        schema_version: SCHEMA_VERSION,
        question: asked(corridor, question, plan),
        totals: totals(plan, &ways, graphs),
        origins: origins(corridor, plan, &ways),
        elements: tally.elements(&names, share),
        accounts: tally.accounts(),
        wishes,
        limits,
        certificate: Certificate { gap: solution.gap, checked: None },
        size: FlowSize {
            states: plan.networks.iter().flat_map(|n| &n.ways).map(super::ways::Ways::states).sum(),
            arcs: plan.networks.iter().flat_map(|n| &n.ways).map(|w| w.steps.len()).sum(),
            commodities: plan.commodities.len(),
            rows: plan.problem.rows.len(),
            columns: solution.effort.ways as usize,
        },
        steps: Vec::new(),
        ranges: None,
        notes: notes(),
    }
}

fn notes() -> Vec<String> {
    vec![
        "Times are queue-free: a limit that is full makes goods wait outside the model; its price says what one more unit saves."
            .into(),
        "Lots are continuous; sailings and trains need not be whole numbers.".into(),
    ]
}

pub(super) fn name(corridor: &Corridor, wish: &Wish) -> String {
    match wish.row {
        WishRow::Demand(i) => corridor.strings.id(corridor.tables.demand.rows()[i].demand_id).into(),
        WishRow::Market(i) => corridor.strings.id(corridor.tables.market.rows()[i].market_id).into(),
    }
}

fn asked(corridor: &Corridor, question: &FlowQuestion, plan: &Plan) -> FlowAsked {
    let named = |p: &keruen_network::ledger::Period| PeriodRef {
        name: if question.months { p.first.to_string()[..7].into() } else { question.year.to_string() },
        first: p.first.to_string(),
        last: p.last.to_string(),
    };
    FlowAsked {
        corridor: corridor.meta.id.clone(),
        scenarios: question.scenarios.clone(),
        year: question.year,
        periods: plan.periods.iter().map(named).collect(),
        method: if question.goal == Goal::LeastCost { "least-cost" } else { "max-throughput" }.into(),
    }
}

/// Lots on each way in each period.
fn ways_in_use(plan: &Plan, solution: &Optimum) -> BTreeMap<Way, Vec<f64>> {
    let mut out: BTreeMap<Way, Vec<f64>> = BTreeMap::new();
    for way in &solution.ways {
        let (period, wish) = plan.commodities[way.commodity.index()];
        let Some((&origin, arcs)) = way.steps.split_first() else { continue };
        if way.flow > NOTHING * plan.wishes[wish].lots[period] {
            let key = (wish, plan.version[period], origin as usize, arcs.to_vec());
            out.entry(key).or_insert_with(|| vec![0.0; plan.periods.len()])[period] += way.flow;
        }
    }
    out
}

/// The state graphs of the ways in use, with charges, papers and factors.
#[derive(Clone, Copy)]
struct Graphs<'p>(&'p Plan);

impl<'p> Graphs<'p> {
    fn of(self, version: usize, wish: usize, origin: usize) -> &'p StateGraph {
        &self.0.ways(version, wish, origin).expect("a way was found in it").graph
    }
}

fn wishes(
    corridor: &Corridor,
    plan: &Plan,
    solution: &Optimum,
    ways: &BTreeMap<Way, Vec<f64>>,
    graphs: Graphs<'_>,
) -> Vec<WishFlow> {
    let mut out: Vec<WishFlow> = plan.wishes.iter().map(|w| empty(corridor, w)).collect();
    for ((w, v, o, arcs), amounts) in ways {
        let wish = &plan.wishes[*w];
        let way = way(wish, &plan.days[*v].1, (graphs.of(*v, *w, *o), *o, arcs), amounts);
        if way.outside {
            out[*w].outside += way.amount
        } else {
            out[*w].carried += way.amount
        }
        out[*w].ways.push(way);
    }
    for (w, flow) in out.iter_mut().enumerate() {
        let asked = flow.asked;
        flow.unserved = asked - flow.carried - flow.outside;
        if flow.unserved.abs() <= NOTHING * asked.max(1.0) {
            flow.unserved = 0.0;
        }
        flow.ways.sort_by(|a, b| b.amount.total_cmp(&a.amount));
        if !plan.networks.iter().any(|n| n.leads(w)) {
            flow.no_way =
                Some("no chain of open links, services and operations leads there; ask `keruen route` for the reason".into());
        }
    }
    stopped_by(plan, solution, corridor, &mut out);
    out
}

/// Limits that are full on the cheapest way of what stays behind or goes outside.
fn stopped_by(plan: &Plan, solution: &Optimum, corridor: &Corridor, out: &mut [WishFlow]) {
    for &(period, wish) in &plan.commodities {
        if out[wish].unserved <= 0.0 && out[wish].outside <= 0.0 {
            continue;
        }
        for scarcity in plan.full_on_the_best_way(period, wish, &solution.price) {
            let label = label(corridor, plan.scarcities.list[scarcity as usize]);
            if !out[wish].stopped_by.contains(&label) {
                out[wish].stopped_by.push(label);
            }
        }
    }
}

fn empty(corridor: &Corridor, wish: &Wish) -> WishFlow {
    let node = |n| corridor.strings.id(n).to_string();
    WishFlow {
        wish: name(corridor, wish),
        kind: wish.kind.name().into(),
        from: match wish.row {
            WishRow::Demand(_) => wish.origins.first().map_or(String::new(), |o| node(o.lot.from)),
            WishRow::Market(_) => String::new(),
        },
        to: node(wish.to),
        cargo: corridor.strings.id(wish.cargo).into(),
        unit: wish.unit.name().into(),
        unit_tonnes: wish.tonnes / wish.lot,
        hour_usd: wish.hour / wish.lot,
        asked: wish.lots.iter().sum::<f64>() * wish.lot,
        carried: 0.0,
        outside: 0.0,
        unserved: 0.0,
        ways: Vec::new(),
        stopped_by: Vec::new(),
        no_way: None,
        left_because: None,
    }
}

fn way(wish: &Wish, there: &Corridor, (graph, origin, arcs): (&StateGraph, usize, &[u32]), amounts: &[f64]) -> WayFlow {
    let arcs: Vec<_> = arcs.iter().map(|&a| &graph.arcs[a as usize]).collect();
    let services: Vec<Id<Service>> = arcs.iter().filter_map(|a| super::ways::service(a)).collect();
    let outside = services.iter().any(|&s| there.tables.service.find(s).is_some_and(|s| s.kind == ServiceKind::Outside));
    let amounts: Vec<f64> = amounts.iter().map(|a| a * wish.lot).collect();
    let sum = |f: &dyn Fn(&keruen_network::compile::Arc) -> f64| arcs.iter().map(|a| f(a)).sum::<f64>();
    WayFlow {
        summary: summary(there, graph, &arcs),
        from: there.strings.id(wish.origins[origin].lot.from).into(),
        services: services.iter().map(|&s| there.strings.id(s).to_string()).collect(),
        rows: arcs.iter().flat_map(|a| ridden(there, a)).collect(),
        outside,
        amount: amounts.iter().sum(),
        amounts,
        usd: sum(&super::ways::usd) / wish.lot,
        hours: sum(&super::ways::hours),
        co2e_kg: sum(&|a| a.emissions.iter().map(|e| e.grams).sum()) / 1000.0 / wish.lot,
        km: sum(&|a| a.distance.value()),
    }
}

/// Links or service of an arc, in the order in which they are ridden.
fn ridden(there: &Corridor, arc: &keruen_network::compile::Arc) -> Vec<String> {
    let link = |l: &Id<keruen_model::Link>| format!("link:{}", there.strings.id(*l));
    match &arc.kind {
        ArcKind::Link(l) => vec![link(l)],
        ArcKind::Transit(l) => l.iter().map(link).collect(),
        ArcKind::Ride(s, _) => vec![format!("service:{}", there.strings.id(*s))],
        ArcKind::Operation(..) => Vec::new(),
    }
}

/// Countries entered and services taken, in order.
fn summary(there: &Corridor, graph: &StateGraph, arcs: &[&keruen_network::compile::Arc]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for arc in arcs.iter().filter(|a| a.distance.value() > 0.0 || super::ways::service(a).is_some()) {
        let part = match super::ways::service(arc) {
            Some(s) => there.strings.id(s).to_string(),
            None => {
                let node = &there.tables.node.rows()[graph.states[arc.from.0 as usize].node as usize];
                format!("{} {}", arc.loading.name(), there.strings.text(node.country))
            }
        };
        if parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(" > ")
}

fn totals(plan: &Plan, ways: &BTreeMap<Way, Vec<f64>>, graphs: Graphs<'_>) -> FlowTotals {
    let mut t = FlowTotals::default();
    for ((w, v, o, arcs), amounts) in ways {
        let (wish, graph, lots) = (&plan.wishes[*w], graphs.of(*v, *w, *o), amounts.iter().sum::<f64>());
        let tonnes = graph.lot.tonnes.value() * lots;
        if wish.kind == DemandKind::Background {
            t.background_tonnes += tonnes;
            continue;
        }
        let outside = arcs.iter().any(|&a| {
            super::ways::service(&graph.arcs[a as usize])
                .and_then(|s| plan.days[*v].1.tables.service.find(s))
                .is_some_and(|s| s.kind == ServiceKind::Outside)
        });
        for arc in arcs.iter().map(|&a| &graph.arcs[a as usize]) {
            t.charges_usd += super::ways::usd(arc) * lots;
            t.generalised_usd += (super::ways::usd(arc) + super::ways::hours(arc) * wish.hour) * lots;
            t.co2e_kg += arc.emissions.iter().map(|e| e.grams).sum::<f64>() / 1000.0 * lots;
            t.tonne_km += if outside { 0.0 } else { arc.distance.value() * tonnes };
        }
        if !outside {
            t.tonnes += tonnes;
            t.teu += keruen_model::Loading::ALL.iter().find_map(|&l| graph.lot.on(l)).map_or(0.0, |c| c.teu) * lots;
        }
    }
    t
}

fn origins(corridor: &Corridor, plan: &Plan, ways: &BTreeMap<Way, Vec<f64>>) -> Vec<OriginShare> {
    let mut taken: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for ((w, _, o, _), amounts) in ways {
        if let Some(supply) = plan.wishes[*w].origins[*o].supply {
            *taken.entry((*w, supply)).or_default() += amounts.iter().sum::<f64>() * plan.wishes[*w].lot;
        }
    }
    let all = |w: usize| taken.iter().filter(|(k, _)| k.0 == w).map(|(_, x)| x).sum::<f64>();
    taken
        .iter()
        .map(|(&(w, s), &amount)| OriginShare {
            market: name(corridor, &plan.wishes[w]),
            supply: corridor.strings.id(corridor.tables.supply.rows()[s].supply_id).into(),
            amount,
            unit: plan.wishes[w].unit.name().into(),
            share: amount / all(w),
        })
        .collect()
}

/// Limits that are used, the dearest first: by what the whole of it is worth.
fn limits(corridor: &Corridor, plan: &Plan, solution: &Optimum) -> Vec<LimitFlow> {
    let mut out = Vec::new();
    let mut seen = vec![false; plan.problem.rows.len()];
    for (p, ledger) in plan.ledgers.iter().enumerate() {
        for limit in &ledger.limits {
            let row = plan.scarcities.get(limit.what).and_then(|s| plan.rows[p][s as usize]);
            let Some(row) = row.filter(|r| !std::mem::replace(&mut seen[r.index()], true)) else { continue };
            let brought = plan.brought(p, row, solution);
            let there = solution.upper[row.index()] + brought;
            let used = solution.activity[row.index()] + brought;
            let price = (-solution.price[row.index()]).max(0.0);
            // Sailings cost nothing, so that they bring just what is loaded: full places tell nothing unless they have a price.
            let told = !matches!(limit.what, Scarce::Places(..) | Scarce::Payload(..)) && used > NOTHING * there.max(1.0);
            if told || price > 0.0 {
                out.push(limit_flow(corridor, plan, (p, limit), (there, used, price)));
            }
        }
    }
    out.sort_by(|a: &LimitFlow, b| (b.price * b.amount).total_cmp(&(a.price * a.amount)).then(b.share.total_cmp(&a.share)));
    out
}

fn limit_flow(corridor: &Corridor, plan: &Plan, (p, limit): (usize, &Limit), (there, used, price): (f64, f64, f64)) -> LimitFlow {
    // What is held for a time is shown as the average held at one time.
    let hours = if limit.held { plan.periods[p].hours().value() } else { 1.0 };
    let (kind, at, name) = describe(corridor, limit.what);
    LimitFlow {
        limit: label(corridor, limit.what),
        name,
        kind,
        at,
        period: period_name(plan, p),
        amount: there / hours,
        used: used / hours,
        unit: unit(limit.unit).into(),
        share: if there > 0.0 { used / there } else { 1.0 },
        price: price * hours,
        price_interval: None,
        price_holds: None,
        price_note: None,
    }
}

/// `2024` or `2024-02`.
pub(super) fn period_name(plan: &Plan, p: usize) -> String {
    plan.periods[p].first.to_string()[..if plan.periods.len() > 1 { 7 } else { 4 }].into()
}

fn unit(u: Unit) -> &'static str {
    u.name()
}

/// `resource direction`, `service places hop direction` ...
pub(super) fn label(corridor: &Corridor, what: Scarce) -> String {
    let id = |s| corridor.text(s).to_string();
    let way =
        |d: keruen_model::Direction| if d == keruen_model::Direction::Both { String::new() } else { format!(" {}", d.name()) };
    match what {
        Scarce::Resource(r, d) => format!("{}{}", id(r.sym()), way(d)),
        Scarce::Places(s, hop, d) => format!("{}.places {hop}{}", id(s.sym()), way(d)),
        Scarce::Payload(s, hop, d) => format!("{}.payload {hop}{}", id(s.sym()), way(d)),
        Scarce::Departures(s) => format!("{}.departures", id(s.sym())),
        Scarce::FleetTime(f) => format!("{}.time", id(f.sym())),
    }
}

fn describe(corridor: &Corridor, what: Scarce) -> (String, String, String) {
    let (t, strings) = (&corridor.tables, &corridor.strings);
    let service = |s| t.service.find(s).map_or("", |s| strings.text(s.name));
    let at = |table: TableKind, sym| format!("{}:{}", table.name(), corridor.text(sym));
    match what {
        Scarce::Resource(r, _) => {
            let row = t.resource.find(r);
            let place = row.map_or(String::new(), |r| at(r.at.table, r.at.id));
            (row.map_or("", |r| r.kind.name()).into(), place, row.map_or("", |r| strings.text(r.name)).into())
        }
        Scarce::Places(s, ..) => ("place".into(), at(TableKind::Service, s.sym()), format!("places: {}", service(s))),
        Scarce::Payload(s, ..) => ("payload".into(), at(TableKind::Service, s.sym()), format!("payload: {}", service(s))),
        Scarce::Departures(s) => ("departure".into(), at(TableKind::Service, s.sym()), format!("departures: {}", service(s))),
        Scarce::FleetTime(f) => {
            let name = t.fleet.find(f).map_or("", |f| strings.text(f.name));
            ("fleet".into(), at(TableKind::Fleet, f.sym()), format!("ship-hours: {name}"))
        }
    }
}
