//! What moves over every link, service and operation, and who earns, carries and emits what.

use super::answer::Part;
use keruen_model::{Corridor, Direction, Facility, Id, Link, Node, Operation, Operator, Quantity, Row, Service, Sym, Table};
use keruen_network::compile::{Arc, ArcKind, StateGraph};
use keruen_results::flow::{Account, ElementFlow};
use std::collections::BTreeMap;

/// Part of the network that goods use, ordered as in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Element {
    Link(usize, Direction),
    Service(usize, Direction),
    Operation(usize, usize),
}

/// Sums over what uses an element.
#[derive(Clone, Debug, Default)]
struct Sum {
    teu: f64,
    wagons: f64,
    trucks: f64,
    units: f64,
    by_period: Vec<f64>,
    users: BTreeMap<usize, f64>,
}

/// Sums of an operator or a country.
#[derive(Clone, Copy, Debug, Default)]
struct Purse {
    revenue_usd: f64,
    tonnes: f64,
    tonne_km: f64,
    tonne_hours: f64,
    grams: f64,
}

/// So many lots of a wish on a way in a period.
#[derive(Clone, Copy)]
pub(super) struct Lots {
    pub wish: usize,
    pub period: usize,
    pub lots: f64,
    /// Of through demand.
    pub through: bool,
}

/// Sums over all ways in use.
pub(super) struct Tally<'c> {
    corridor: &'c Corridor,
    periods: usize,
    elements: BTreeMap<Element, Sum>,
    operators: BTreeMap<usize, Purse>,
    countries: BTreeMap<Sym, Purse>,
}

impl<'c> Tally<'c> {
    pub fn new(corridor: &'c Corridor, periods: usize) -> Self {
        Tally { corridor, periods, elements: BTreeMap::new(), operators: BTreeMap::new(), countries: BTreeMap::new() }
    }

    /// Adds what takes a way; `who` says in which period it starts.
    pub fn add(&mut self, parts: &[Part<'_>], who: Lots) {
        for p in parts {
            let who = Lots { period: who.period + p.later, ..who };
            if p.moves() {
                for element in self.elements_of(p.there, p.graph, p.arc) {
                    self.count(element, p.graph, p.arc, who);
                }
                self.pay(p.there, p.graph, p.arc, who.lots);
                self.keep_for_the_way_back(p, who);
            } else {
                self.lie(p, who.lots);
            }
        }
        self.carry(parts, who.lots);
    }

    /// Storage charges and time of a wait go to who runs the storage.
    fn lie(&mut self, p: &Part<'_>, lots: f64) {
        let place = p.there.tables.node.rows()[p.graph.states[p.arc.from.0 as usize].node as usize].country.0;
        let tonnes = p.graph.lot.tonnes.value() * lots;
        self.purse(self.runs(p.arc), place, |purse| {
            purse.revenue_usd += p.usd() * lots;
            purse.tonne_hours += tonnes * p.hours();
        });
    }

    /// Tonnes of those who carry, each once.
    fn carry(&mut self, parts: &[Part<'_>], lots: f64) {
        let tonnes = parts.first().map_or(0.0, |p| p.graph.lot.tonnes.value() * lots);
        let (mut operators, mut countries): (Vec<usize>, Vec<Sym>) = (Vec::new(), Vec::new());
        for p in parts.iter().filter(|p| p.moves() && p.arc.distance.value() > 0.0) {
            let operator = self.runs(p.arc).and_then(|o| place(&self.corridor.tables.operator, o));
            let node = &p.there.tables.node.rows()[p.graph.states[p.arc.from.0 as usize].node as usize];
            let country = operator.map_or(node.country, |o| self.corridor.tables.operator.rows()[o].country);
            operators.extend(operator.filter(|o| !operators.contains(o)));
            if !countries.contains(&country.0) {
                countries.push(country.0);
            }
        }
        operators.into_iter().for_each(|o| self.operators.entry(o).or_default().tonnes += tonnes);
        countries.into_iter().for_each(|c| self.countries.entry(c).or_default().tonnes += tonnes);
    }

    fn elements_of(&self, there: &Corridor, graph: &StateGraph, arc: &Arc) -> Vec<Element> {
        let t = &self.corridor.tables;
        let node =
            |s: keruen_network::compile::StateIx| there.tables.node.rows()[graph.states[s.0 as usize].node as usize].node_id;
        let (from, to) = (node(arc.from), node(arc.to));
        match &arc.kind {
            ArcKind::Link(l) => self.links(from, std::slice::from_ref(l)),
            ArcKind::Transit(links) => self.links(from, links),
            ArcKind::Ride(v, links) => {
                let mut out = self.links(from, links);
                out.extend(place(&t.service, *v).map(|s| Element::Service(s, self.sense(*v, from, to))));
                out
            }
            ArcKind::Operation(o, f, _) => {
                let ends = place::<Operation>(&t.operation, *o).zip(place::<Facility>(&t.facility, *f));
                ends.map(|(o, f)| Element::Operation(o, f)).into_iter().collect()
            }
        }
    }

    fn links(&self, mut at: Id<Node>, links: &[Id<Link>]) -> Vec<Element> {
        let mut out = Vec::new();
        for &l in links {
            let Some(i) = place(&self.corridor.tables.link, l) else { continue };
            let link = &self.corridor.tables.link.rows()[i];
            let forth = at != link.to_node_id;
            at = if forth { link.to_node_id } else { link.from_node_id };
            out.push(Element::Link(i, if forth { Direction::Forth } else { Direction::Back }));
        }
        out
    }

    /// Along the stops of a service or against them.
    fn sense(&self, v: Id<Service>, from: Id<Node>, to: Id<Node>) -> Direction {
        let stops = self.corridor.tables.stop.iter().filter(|s| s.service_id == v);
        let order = |n: Id<Node>| stops.clone().filter(|s| s.node_id == n).map(|s| s.sequence).min();
        if order(from) <= order(to) { Direction::Forth } else { Direction::Back }
    }

    fn count(&mut self, element: Element, graph: &StateGraph, arc: &Arc, who: Lots) {
        let periods = self.periods;
        let sum = self.elements.entry(element).or_insert_with(|| Sum { by_period: vec![0.0; periods], ..Sum::default() });
        let tonnes = graph.lot.tonnes.value() * who.lots;
        let on = graph.lot.on(arc.loading);
        sum.by_period[who.period] += tonnes;
        sum.teu += on.map_or(0.0, |c| c.teu) * who.lots;
        let aboard = |wanted: &[keruen_model::Loading]| if wanted.contains(&arc.loading) { who.lots } else { 0.0 };
        use keruen_model::Loading as L;
        sum.wagons += on.map_or(0.0, |c| c.wagons) * aboard(&[L::Rail, L::WagonOnShip]);
        sum.trucks += on.map_or(0.0, |c| c.pieces) * aboard(&[L::Road, L::TruckOnShip]);
        sum.units += graph.lot.units * aboard(&[L::Air, L::Fibre]);
        let seats_or_bits = graph.lot.units * aboard(&[L::Air, L::Fibre]);
        *sum.users.entry(who.wish).or_default() += if seats_or_bits > 0.0 { seats_or_bits } else { tonnes };
    }

    /// Charges go to who asks them, else to who runs the arc; the rest to who runs it. A subsidy is paid by the country, not by the
    /// carrier that it helps to fill.
    fn pay(&mut self, there: &Corridor, graph: &StateGraph, arc: &Arc, lots: f64) {
        let runs = self.runs(arc);
        let place = there.tables.node.rows()[graph.states[arc.from.0 as usize].node as usize].country.0;
        for c in arc.charges.iter() {
            let asked = there.tables.tariff.rows()[c.tariff as usize].operator_id.or(runs.filter(|_| c.usd >= 0.0));
            self.purse(asked, place, |p| p.revenue_usd += c.usd * lots);
        }
        let tonnes = graph.lot.tonnes.value() * lots;
        let (km, hours, grams) =
            (arc.distance.value(), super::ways::hours(arc), arc.emissions.iter().map(|e| e.grams).sum::<f64>());
        self.purse(runs, place, |p| {
            p.tonne_km += tonnes * km;
            p.tonne_hours += tonnes * hours;
            p.grams += grams * lots;
        });
    }

    /// What of the price of through demand is for the way back of its wagons is earned by who takes these back.
    fn keep_for_the_way_back(&mut self, p: &Part<'_>, who: Lots) {
        if p.way_back != 0.0 && who.through {
            let place = p.there.tables.node.rows()[p.graph.states[p.arc.from.0 as usize].node as usize].country.0;
            self.purse(self.runs(p.arc), place, |purse| purse.revenue_usd -= p.way_back * who.lots);
        }
    }

    fn runs(&self, arc: &Arc) -> Option<Id<Operator>> {
        let t = &self.corridor.tables;
        match &arc.kind {
            ArcKind::Link(l) => t.link.find(*l)?.operator_id,
            ArcKind::Transit(links) => t.link.find(*links.first()?)?.operator_id,
            ArcKind::Ride(v, _) => t.service.find(*v)?.operator_id,
            ArcKind::Operation(_, f, _) => t.facility.find(*f)?.operator_id,
        }
    }

    fn purse(&mut self, operator: Option<Id<Operator>>, place_country: Sym, add: impl Fn(&mut Purse)) {
        let t = &self.corridor.tables;
        let row = operator.and_then(|o| place(&t.operator, o));
        let country = row.map_or(place_country, |o| t.operator.rows()[o].country.0);
        add(self.countries.entry(country).or_default());
        if let Some(o) = row {
            add(self.operators.entry(o).or_default());
        }
    }

    /// Elements in the order of the tables; `share` tells the highest use of a limit at an element.
    pub fn elements(&self, names: &[String], share: impl Fn(&str) -> Option<f64>) -> Vec<ElementFlow> {
        self.elements.iter().map(|(e, s)| self.element(*e, s, names, &share)).collect()
    }

    fn element(&self, e: Element, s: &Sum, names: &[String], share: &impl Fn(&str) -> Option<f64>) -> ElementFlow {
        let (t, strings) = (&self.corridor.tables, &self.corridor.strings);
        let (what, name, mode, direction) = match e {
            Element::Link(i, d) => {
                let l = &t.link.rows()[i];
                (format!("link:{}", strings.id(l.link_id)), strings.text(l.name), l.mode.name(), d.name())
            }
            Element::Service(i, d) => {
                let v = &t.service.rows()[i];
                (format!("service:{}", strings.id(v.service_id)), strings.text(v.name), v.mode.name(), d.name())
            }
            Element::Operation(o, f) => {
                let (o, f) = (&t.operation.rows()[o], &t.facility.rows()[f]);
                let what = format!("operation:{}@{}", strings.id(o.operation_id), strings.id(f.facility_id));
                (what, strings.text(f.name), "", "")
            }
        };
        let mut users: Vec<(String, f64)> = s.users.iter().map(|(&w, &x)| (names[w].clone(), x)).collect();
        users.sort_by(|a, b| b.1.total_cmp(&a.1));
        ElementFlow {
            share: share(&what),
            what,
            name: name.into(),
            mode: mode.into(),
            direction: direction.into(),
            tonnes: s.by_period.iter().sum(),
            teu: s.teu,
            wagons: s.wagons,
            trucks: s.trucks,
            units: s.units,
            by_period: s.by_period.clone(),
            users,
        }
    }

    /// Countries by code, then operators in the order of their table.
    pub fn accounts(&self) -> Vec<Account> {
        let (t, strings) = (&self.corridor.tables, &self.corridor.strings);
        let account = |kind: &str, id: &str, name: &str, p: &Purse| Account {
            kind: kind.into(),
            id: id.into(),
            name: name.into(),
            revenue_usd: p.revenue_usd,
            tonnes: p.tonnes,
            tonne_km: p.tonne_km,
            tonne_hours: p.tonne_hours,
            co2e_kg: p.grams / 1000.0,
        };
        let mut countries: Vec<(&str, &Purse)> = self.countries.iter().map(|(&c, p)| (self.corridor.text(c), p)).collect();
        countries.sort_unstable_by_key(|x| x.0);
        let countries = countries.into_iter().map(|(code, p)| account("country", code, code, p));
        let operators = self.operators.iter().map(|(&o, p)| {
            let o = &t.operator.rows()[o];
            account("operator", strings.id(o.operator_id), strings.text(o.name), p)
        });
        countries.chain(operators).collect()
    }
}

fn place<R: Row>(table: &Table<R>, id: Id<R>) -> Option<usize> {
    table.position(id.sym())
}
