//! From flows and prices to the answer.

use super::FlowQuestion;
use super::optimum::Optimum;
use super::plan::Plan;
use super::room::Workspace;
use super::tally::{Lots, Tally};
use super::waits::{Leg, WAIT};
use super::wishes::{Wish, WishRow};
use crate::mincost::Goal;
use keruen_model::{Corridor, DemandKind, Id, Quantity, Service, ServiceKind, TableKind, Unit};
use keruen_network::compile::{Arc, ArcKind, StateGraph};
use keruen_network::ledger::{Limit, Scarce};
use keruen_results::flow::{
    Certificate, FlowAnswer, FlowAsked, FlowSize, FlowTotals, LimitFlow, OriginShare, PeriodRef, SCHEMA_VERSION, WayFlow,
    WishFlow,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Part of a wish or of a limit below which nothing is meant: rounding of the solver.
const NOTHING: f64 = 1e-9;

/// What stands behind the label of a storage, of what lies there when a period ends.
pub(super) const CARRIED: &str = ".carried";

/// A way in use: its wish, version of the network at first, origin and steps, each with its version, or with its period where it is a
/// wait: months differ in length.
pub(super) type Way = (usize, usize, usize, Vec<(usize, u32)>);

/// Reads the answer off a solution.
pub(super) fn answer(corridor: &Corridor, question: &FlowQuestion, plan: &Plan, solution: &Optimum) -> FlowAnswer {
    let names: Vec<String> = plan.wishes.iter().map(|w| name(corridor, w)).collect();
    let ways = ways_in_use(plan, solution);
    let limits = limits(corridor, plan, solution);
    let mut tally = Tally::new(corridor, plan.periods.len());
    for (key, amounts) in &ways {
        let parts = parts(plan, key);
        for (period, &lots) in amounts.iter().enumerate().filter(|x| *x.1 > 0.0) {
            let through = plan.wishes[key.0].kind == DemandKind::Through;
            tally.add(&parts, Lots { wish: key.0, period, lots, through });
        }
    }
    let mut wishes = wishes(corridor, plan, solution, &ways);
    // Empties stand behind all others and are told apart.
    wishes.truncate(plan.wishes.iter().take_while(|w| !w.is_empty_equipment()).count());
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
        totals: totals(plan, &ways),
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
        empties: super::empties::empties(corridor, plan, solution, &ways),
        steps: Vec::new(),
        ranges: None,
        notes: notes(plan),
    }
}

/// What equipment that comes back means.
const RETURNS: &str = "Boxes and wagons of through demand come back to where they are wanted, at the prices for empties; a wagon's way back over a railway is in the price of its goods. Background traffic stands as it was counted.";

fn notes(plan: &Plan) -> Vec<String> {
    let carried = "Goods may wait from one month to the next where the tables have a storage for them: `.carried` is what lies there when a month ends; nothing is carried over the end of the year.";
    let mut out = vec![
        "Times are queue-free: a limit that is full makes goods wait outside the model; its price says what one more unit saves."
            .into(),
        "Lots are continuous; sailings and trains need not be whole numbers.".into(),
    ];
    out.extend((!plan.stocks.is_empty()).then(|| carried.to_string()));
    out.extend(plan.returns.is_some().then(|| RETURNS.to_string()));
    out
}

pub(super) fn name(corridor: &Corridor, wish: &Wish) -> String {
    match wish.row {
        WishRow::Demand(i) => corridor.strings.id(corridor.tables.demand.rows()[i].demand_id).into(),
        WishRow::Market(i) => corridor.strings.id(corridor.tables.market.rows()[i].market_id).into(),
        WishRow::State(i) => corridor.strings.id(corridor.tables.state.rows()[i].state_id).into(),
        WishRow::Empty(_) => format!("{} to {}", corridor.strings.id(wish.cargo), corridor.strings.id(wish.to)),
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
        let Some(&origin) = way.steps.first() else { continue };
        if way.flow > NOTHING * plan.wishes[wish].lots[period] {
            let legs = plan.legs((period, wish), &way.steps);
            let steps = legs.map(|l| (if l.stay().is_some() { l.period } else { l.version }, l.step)).collect();
            let key = (wish, plan.version[period], origin as usize, steps);
            out.entry(key).or_insert_with(|| vec![0.0; plan.periods.len()])[period] += way.flow;
        }
    }
    out
}

/// A step of a way as the tables have it.
pub(super) struct Part<'p> {
    pub there: &'p Corridor,
    pub graph: &'p StateGraph,
    /// The arc; of a wait, the work that it is for.
    pub arc: &'p Arc,
    /// So many periods after the start.
    pub later: usize,
    /// Charges and hours of a wait.
    pub wait: Option<(f64, f64)>,
    /// What of the charges is for the way back of the wagons, where these come back for themselves.
    pub way_back: f64,
}

impl Part<'_> {
    pub fn usd(&self) -> f64 {
        self.wait.map_or_else(|| super::ways::usd(self.arc), |w| w.0)
    }

    pub fn hours(&self) -> f64 {
        self.wait.map_or_else(|| super::ways::hours(self.arc), |w| w.1)
    }

    pub fn moves(&self) -> bool {
        self.wait.is_none()
    }

    fn service(&self) -> Option<Id<Service>> {
        if self.moves() { super::ways::service(self.arc) } else { None }
    }

    fn is_outside(&self) -> bool {
        let row = self.service().and_then(|s| self.there.tables.service.find(s));
        row.is_some_and(|s| s.kind == ServiceKind::Outside)
    }

    fn grams(&self) -> f64 {
        if self.moves() { self.arc.emissions.iter().map(|e| e.grams).sum() } else { 0.0 }
    }

    fn km(&self) -> f64 {
        if self.moves() { self.arc.distance.value() } else { 0.0 }
    }
}

/// The steps of a way with their graphs, charges, papers and factors.
pub(super) fn parts<'p>(plan: &'p Plan, (wish, _, origin, steps): &Way) -> Vec<Part<'p>> {
    let mut later = 0;
    let part = |&(at, step): &(usize, u32)| {
        let waits = step & WAIT != 0;
        let version = if waits { plan.version[at] } else { at };
        let ways = plan.ways(version, *wish, *origin)?;
        let leg = Leg { period: if waits { at } else { 0 }, version, ways, step };
        let wait = waits.then(|| plan.leg_cost(*wish, leg));
        let way_back = if waits { 0.0 } else { ways.steps[step as usize].way_back };
        let (there, graph) = (&plan.days[version].1, &ways.graph);
        let part = Part { there, graph, arc: &graph.arcs[leg.arc() as usize], later, wait, way_back };
        later += usize::from(waits);
        Some(part)
    };
    steps.iter().filter_map(part).collect()
}

fn wishes(corridor: &Corridor, plan: &Plan, solution: &Optimum, ways: &BTreeMap<Way, Vec<f64>>) -> Vec<WishFlow> {
    let mut out: Vec<WishFlow> = plan.wishes.iter().map(|w| empty(corridor, w)).collect();
    for (key, amounts) in ways {
        let (w, wish) = (&key.0, &plan.wishes[key.0]);
        let way = way(wish, key.2, &parts(plan, key), amounts);
        if way.outside {
            out[*w].outside += way.amount
        } else {
            out[*w].carried += way.amount
        }
        add(&mut out[*w].ways, way);
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

/// Adds a way, or its amounts to one that looks the same: months have networks of their own where a row begins or ends.
fn add(ways: &mut Vec<WayFlow>, way: WayFlow) {
    let looks = |w: &WayFlow| [w.usd, w.hours, w.co2e_kg, w.km].map(f64::to_bits);
    let same = |w: &&mut WayFlow| {
        let rows = (&w.from, &w.summary, &w.services, &w.rows) == (&way.from, &way.summary, &way.services, &way.rows);
        rows && w.outside == way.outside && looks(w) == looks(&way)
    };
    match ways.iter_mut().find(same) {
        Some(known) => {
            known.amount += way.amount;
            known.amounts.iter_mut().zip(&way.amounts).for_each(|(all, more)| *all += more);
        }
        None => ways.push(way),
    }
}

/// Limits that are full on the cheapest way of what stays behind or goes outside.
fn stopped_by(plan: &Plan, solution: &Optimum, corridor: &Corridor, out: &mut [WishFlow]) {
    let mut work = Workspace::default();
    for &(period, wish) in &plan.commodities {
        if plan.wishes[wish].is_empty_equipment() || out[wish].unserved <= 0.0 && out[wish].outside <= 0.0 {
            continue;
        }
        // What stops background traffic has a price among its own: nobody else saw it free.
        let background = plan.wishes[wish].kind == DemandKind::Background;
        let price = if background { &solution.solved[0].price } else { &solution.price };
        for scarcity in plan.full_on_the_best_way((period, wish), price, &mut work) {
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
            WishRow::Demand(_) | WishRow::State(_) => wish.origins.first().map_or(String::new(), |o| node(o.lot.from)),
            WishRow::Market(_) | WishRow::Empty(_) => String::new(),
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

pub(super) fn way(wish: &Wish, origin: usize, parts: &[Part<'_>], amounts: &[f64]) -> WayFlow {
    let services = parts.iter().filter_map(|p| Some(p.there.strings.id(p.service()?).to_string()));
    let amounts: Vec<f64> = amounts.iter().map(|a| a * wish.lot).collect();
    let sum = |f: fn(&Part<'_>) -> f64| parts.iter().map(f).sum::<f64>();
    let from = wish.origins[origin].lot.from;
    WayFlow {
        summary: summary(parts),
        from: parts.first().map_or_else(String::new, |p| p.there.strings.id(from).into()),
        services: services.collect(),
        rows: parts.iter().filter(|p| p.moves()).flat_map(|p| ridden(p.there, p.arc)).collect(),
        outside: parts.iter().any(Part::is_outside),
        amount: amounts.iter().sum(),
        amounts,
        usd: sum(|p| p.usd()) / wish.lot,
        hours: sum(|p| p.hours()),
        co2e_kg: sum(|p| p.grams()) / 1000.0 / wish.lot,
        km: sum(|p| p.km()),
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

/// Countries entered, services taken and waits, in order.
fn summary(parts: &[Part<'_>]) -> String {
    let mut out: Vec<String> = Vec::new();
    for p in parts.iter().filter(|p| !p.moves() || p.km() > 0.0 || p.service().is_some()) {
        let node = &p.there.tables.node.rows()[p.graph.states[p.arc.from.0 as usize].node as usize];
        let part = match p.service() {
            _ if !p.moves() => format!("waits at {}", p.there.strings.id(node.node_id)),
            Some(s) => p.there.strings.id(s).to_string(),
            None => format!("{} {}", p.arc.loading.name(), p.there.strings.text(node.country)),
        };
        if out.last() != Some(&part) {
            out.push(part);
        }
    }
    out.join(" > ")
}

fn totals(plan: &Plan, ways: &BTreeMap<Way, Vec<f64>>) -> FlowTotals {
    let mut t = FlowTotals::default();
    for (key, amounts) in ways {
        let (wish, lots, parts) = (&plan.wishes[key.0], amounts.iter().sum::<f64>(), parts(plan, key));
        let Some(lot) = parts.first().map(|p| &p.graph.lot) else { continue };
        let tonnes = lot.tonnes.value() * lots;
        if wish.kind == DemandKind::Background {
            t.background_tonnes += tonnes;
            continue;
        }
        let outside = parts.iter().any(Part::is_outside);
        for p in &parts {
            let usd = p.usd() - p.way_back;
            t.charges_usd += usd * lots;
            t.generalised_usd += (usd + p.hours() * wish.hour) * lots;
            t.co2e_kg += p.grams() / 1000.0 * lots;
            t.tonne_km += if outside { 0.0 } else { p.km() * tonnes };
        }
        if !outside && !wish.is_empty_equipment() {
            t.tonnes += tonnes;
            t.teu += keruen_model::Loading::ALL.iter().find_map(|&l| lot.on(l)).map_or(0.0, |c| c.teu) * lots;
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
    let (mut out, brought) = (Vec::new(), plan.brought(solution));
    let mut seen = vec![false; plan.problem.rows.len()];
    for (p, ledger) in plan.ledgers.iter().enumerate() {
        for limit in &ledger.limits {
            let row = plan.scarcities.get(limit.what).and_then(|s| plan.rows[p][s as usize]);
            let Some(row) = row.filter(|r| !std::mem::replace(&mut seen[r.index()], true)) else { continue };
            let more = brought.get(&(p, row)).copied().unwrap_or(0.0);
            let there = solution.upper[row.index()] + more;
            let used = solution.activity[row.index()] + more;
            let price = (-solution.price[row.index()]).max(0.0);
            // Sailings cost nothing, so that they bring just what is loaded: full places tell nothing unless they have a price.
            let told = !matches!(limit.what, Scarce::Places(..) | Scarce::Payload(..)) && used > NOTHING * there.max(1.0);
            if told || price > 0.0 {
                out.push(limit_flow(corridor, plan, (p, limit), (there, used, price)));
            }
        }
    }
    stocks(corridor, plan, solution, &mut out);
    out.sort_by(|a: &LimitFlow, b| (b.price * b.amount).total_cmp(&(a.price * a.amount)).then(b.share.total_cmp(&a.share)));
    out
}

/// What lies in storages when periods end.
fn stocks(corridor: &Corridor, plan: &Plan, solution: &Optimum, out: &mut Vec<LimitFlow>) {
    for (p, rows) in plan.stocks.iter().enumerate() {
        for limit in &plan.ledgers[p].limits {
            let Some(row) = plan.scarcities.get(limit.what).and_then(|s| rows[s as usize]) else { continue };
            let (there, used) = (solution.upper[row.index()], solution.activity[row.index()]);
            let price = (-solution.price[row.index()]).max(0.0);
            if used > NOTHING * there.max(1.0) || price > 0.0 {
                let plain = Limit { held: false, ..limit.clone() };
                let flow = limit_flow(corridor, plan, (p, &plain), (there, used, price));
                let name = format!("{}, at the end of the period", flow.name);
                out.push(LimitFlow { limit: flow.limit.clone() + CARRIED, name, kind: "stock".into(), ..flow });
            }
        }
    }
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
