//! Rows of demand and of opening stock, their shares, and how their lots come.

use super::path::Paths;
use super::way::{Maker, Way, chain, pieces};
use super::{Comes, Row, World};
use crate::CLOCK;
use keruen_events::Tick;
use keruen_events::arrivals::Rates;
use keruen_model::{
    Amount, AnyRef, Arrivals, Cargo, Corridor, Demand, DemandKind, Equipment, Id, Loading, Node, Profile, Quantity, Service,
    ServiceKind, State, TableKind, Unit, UsdPerTonneDay,
};
use keruen_network::compile::{Consignment, Index, Lot, StateGraph, compile_standing};
use keruen_network::ledger::{Period, pieces_of_a_train};
use keruen_results::flow::{FlowAnswer, WayFlow};
use std::collections::BTreeMap;

/// Months of a year.
const MONTHS: usize = 12;
/// Most lots that one row sends in a year, one every twelve hours, where they are no longer than a train.
const MOST_LOTS: f64 = 730.0;
/// Lots a year of what only a large lot is taken of (pipelines, tankers): one a day, two a week, one a week, two a month, one a
/// month, in two months, in four; the smallest that is taken.
const LARGE_LOTS: [f64; 7] = [365.0, 104.0, 52.0, 24.0, 12.0, 6.0, 3.0];
/// A way of less than this part of a row is left out.
const SLIGHT: f64 = 0.01;

/// What rows of one year are made with.
pub(super) struct Rows<'a> {
    pub corridor: &'a Corridor,
    pub index: &'a Index<'a>,
    pub period: Period,
    pub world: &'a mut World,
}

/// How much of a row goes which way: its links and services in order; without any told, the cheapest way takes all.
struct Share {
    amount: f64,
    /// The same by month; none = by the profile of the row.
    by_month: Vec<f64>,
    chain: Option<Vec<String>>,
}

impl Share {
    /// Services ridden, as a name.
    fn name(&self) -> String {
        let services = self.chain.iter().flatten().filter_map(|r| r.strip_prefix("service:"));
        let all: Vec<&str> = services.collect();
        if all.is_empty() { "land".into() } else { all.join(" + ") }
    }
}

impl Rows<'_> {
    fn consignment(
        &self,
        ends: (Id<Node>, Id<Node>),
        goods: (Id<Cargo>, Option<Id<Equipment>>),
        (amount, unit): (f64, Unit),
    ) -> Consignment {
        let plain = Consignment::plain(ends, goods.0, Amount(amount), self.index.day);
        Consignment { equipment: goods.1, unit: Some(unit), ..plain }
    }

    /// Goods that lie somewhere, and where they go.
    pub fn opening(&mut self, s: &State) -> Option<Row> {
        let c = self.corridor;
        let cargo = s.cargo_id?;
        let from = s.at.as_id().or_else(|| c.tables.facility.find(s.at.as_id()?).map(|f| f.node_id))?;
        let to = s.destination_node_id?;
        let on = s.loading.unwrap_or_else(|| usual_loading(c, s));
        let asked = self.without_outside(self.consignment((from, to), (cargo, s.equipment_id), (s.amount.value(), s.unit)), &[]);
        let graph = compile_standing(self.index, &asked, on).ok();
        let way = graph.and_then(|g| self.way(&g, cargo, None, None));
        Some(Row {
            id: c.strings.id(s.state_id).into(),
            wish: None,
            from: c.strings.id(from).into(),
            to: c.strings.id(to).into(),
            cargo: c.strings.id(cargo).into(),
            background: false,
            comes: None,
            way,
            east: self.is_east(from, to),
            marked: false,
        })
    }

    /// The rows of a wish, one for each of its shares, and its outside option where it has one: goods may turn to it.
    pub fn demand(&mut self, d: &Demand, flow: Option<&FlowAnswer>) -> Vec<Row> {
        let mut shares = shares(self.corridor, d, flow);
        let outside = d.outside_service_id.map(|s| format!("service:{}", self.corridor.strings.id(s)));
        let known = |s: &String| shares.iter().any(|x| x.chain.as_ref().is_some_and(|rows| rows.contains(s)));
        if let Some(service) = outside.filter(|s| flow.is_some() && !known(s)) {
            shares.push(Share { amount: 0.0, by_month: Vec::new(), chain: Some(vec![service]) });
        }
        let whole = d.amount.value();
        if whole <= 0.0 || shares.iter().all(|s| s.amount <= 0.0) {
            return Vec::new();
        }
        let usual = d.lot.map_or_else(|| self.whole_lot(d, whole), |l| l.value().max(whole / MOST_LOTS));
        let (lot, ways) = self.smallest_taken(d, (usual, whole), &shares);
        let names: Vec<String> = shares.iter().map(Share::name).collect();
        let named = |i: usize| match names[..i].iter().filter(|n| **n == names[i]).count() {
            _ if names.len() == 1 => String::new(),
            0 => format!(" by {}", names[i]),
            before => format!(" by {}, {}", names[i], before + 1),
        };
        let rows = shares.iter().zip(ways).enumerate();
        let shown = rows.filter(|(_, (s, w))| s.amount > 0.0 || w.is_some());
        shown.map(|(i, (s, w))| self.share(d, (s, named(i)), (lot, w))).collect()
    }

    /// The way of each share for a lot: the one told, else the cheapest.
    fn ways(&mut self, d: &Demand, lot: f64, shares: &[Share]) -> Vec<Option<Way>> {
        let Some(graph) = self.graph(d, lot).filter(|g| !g.goals.is_empty()) else { return vec![None; shares.len()] };
        let one = |share: &Share| {
            let told = share.chain.as_ref().and_then(|rows| chain(self.corridor, rows));
            let by = told.and_then(|t| self.way(&graph, d.cargo_id, Some(&t), d.value_of_time));
            by.or_else(|| {
                self.way(&graph, d.cargo_id, None, d.value_of_time).filter(|_| share.amount > 0.0 && share.chain.is_none())
            })
        };
        shares.iter().map(one).collect()
    }

    fn share(&self, d: &Demand, (share, name): (&Share, String), (lot, way): (f64, Option<Way>)) -> Row {
        let c = self.corridor;
        let id = c.strings.id(d.demand_id);
        Row {
            id: format!("{id}{name}"),
            wish: Some(id.into()),
            from: c.strings.id(d.origin_node_id).into(),
            to: c.strings.id(d.destination_node_id).into(),
            cargo: c.strings.id(d.cargo_id).into(),
            background: d.kind == DemandKind::Background,
            comes: Some(comes(c, d, self.period, (share, lot))),
            way,
            east: self.is_east(d.origin_node_id, d.destination_node_id),
            marked: false,
        }
    }

    fn is_east(&self, from: Id<Node>, to: Id<Node>) -> bool {
        let x = |n| self.corridor.tables.node.find(n).map(|n: &Node| n.x_coord);
        x(from).zip(x(to)).is_some_and(|(a, b)| a < b)
    }

    /// The smallest lot for which each share has a way; where there is none, one for which most have.
    fn smallest_taken(&mut self, d: &Demand, (usual, whole): (f64, f64), shares: &[Share]) -> (f64, Vec<Option<Way>>) {
        let has_all = |ways: &[Option<Way>]| ways.iter().zip(shares).all(|(w, s)| w.is_some() || s.amount <= 0.0);
        let mut best = (usual, self.ways(d, usual, shares));
        for lot in LARGE_LOTS.iter().map(|n| whole / n).filter(|lot| *lot > usual) {
            if has_all(&best.1) {
                break;
            }
            let ways = self.ways(d, lot, shares);
            if ways.iter().flatten().count() > best.1.iter().flatten().count() {
                best = (lot, ways);
            }
        }
        best
    }

    /// A lot of whole pieces of which no more than so many make the year; on rails one that a train takes.
    fn whole_lot(&self, d: &Demand, year: f64) -> f64 {
        let all = self.consignment((d.origin_node_id, d.destination_node_id), (d.cargo_id, d.equipment_id), (year, d.unit));
        let lot = Lot::new(self.corridor, &all).ok();
        let pieces = lot.as_ref().map_or(year, pieces).max(1.0);
        let carriage = lot.as_ref().and_then(|l| l.on(Loading::Rail));
        let train = carriage.and_then(|c| pieces_of_a_train(self.corridor, c)).map_or(f64::INFINITY, |p| p.floor().max(1.0));
        year / pieces * (pieces / MOST_LOTS).ceil().min(train)
    }

    fn graph(&self, d: &Demand, lot: f64) -> Option<StateGraph> {
        let ends = (d.origin_node_id, d.destination_node_id);
        let mut asked = self.consignment(ends, (d.cargo_id, d.equipment_id), (lot, d.unit));
        asked.must_use = d.via.to_vec();
        compile_standing(self.index, &self.without_outside(asked, d.outside_service_id.as_slice()), Loading::Ground).ok()
    }

    /// Outside options of others are not ways of these goods.
    fn without_outside(&self, mut asked: Consignment, own: &[Id<Service>]) -> Consignment {
        let foreign =
            self.corridor.tables.service.iter().filter(|s| s.kind == ServiceKind::Outside && !own.contains(&s.service_id));
        asked.avoid = foreign.map(|s| AnyRef { table: TableKind::Service, id: s.service_id.sym() }).collect();
        asked
    }

    fn way(
        &mut self,
        graph: &StateGraph,
        cargo: Id<Cargo>,
        chain: Option<&[AnyRef]>,
        value: Option<UsdPerTonneDay>,
    ) -> Option<Way> {
        let value = value.or_else(|| self.corridor.tables.cargo.find(cargo)?.value_of_time);
        let hour = value.map_or(0.0, |v| v.value() * graph.lot.tonnes.value() / 24.0);
        let arcs = Paths::new(graph, hour).cheapest(chain)?;
        let w = &mut *self.world;
        Some(Maker::new((self.corridor, &w.ledger), (&w.lines, &mut w.places), (graph, cargo)).way(&arcs))
    }
}

/// Loaded wagons stand on the rails, trucks on the road, all else on the ground.
fn usual_loading(c: &Corridor, s: &State) -> Loading {
    match s.equipment_id.and_then(|e| c.tables.equipment.find(e)).map(|e| e.kind) {
        Some(keruen_model::EquipmentKind::Wagon) => Loading::Rail,
        Some(keruen_model::EquipmentKind::Truck) => Loading::Road,
        _ => Loading::Ground,
    }
}

/// What `flow` says of a row, else all of it on the cheapest way.
fn shares(c: &Corridor, d: &Demand, flow: Option<&FlowAnswer>) -> Vec<Share> {
    let all = || vec![Share { amount: d.amount.value(), by_month: Vec::new(), chain: None }];
    let Some(wish) = flow.and_then(|f| f.wishes.iter().find(|w| w.wish == c.strings.id(d.demand_id))) else { return all() };
    let mut by_rows: BTreeMap<&[String], Vec<&WayFlow>> = BTreeMap::new();
    for way in &wish.ways {
        by_rows.entry(way.rows.as_slice()).or_default().push(way);
    }
    let share = |(rows, ways): (&[String], Vec<&WayFlow>)| {
        let months = ways.iter().map(|w| w.amounts.len()).max().unwrap_or(0);
        let in_month = |m: usize| ways.iter().filter_map(|w| w.amounts.get(m)).sum::<f64>();
        Share {
            amount: ways.iter().map(|w| w.amount).sum(),
            by_month: (0..months).map(in_month).collect(),
            chain: Some(rows.to_vec()),
        }
    };
    by_rows.into_iter().map(share).filter(|s| s.amount > SLIGHT * wish.asked).collect()
}

/// The lots of a share, by its own months where it has any, else by the profile of the row.
fn comes(c: &Corridor, d: &Demand, period: Period, (share, lot): (&Share, f64)) -> Comes {
    let months = d.profile_id.and_then(|p| c.tables.profile.find(p)).map(Profile::months);
    let (mut at, mut by_month) = (0.0, Vec::new());
    let stretches = period.months().into_iter().map(|m| {
        let month = usize::from(m.first.month()) - 1;
        let by_profile = || share.amount * months.map_or(1.0 / 12.0, |s| s[month].value());
        let told = (share.by_month.len() == MONTHS).then(|| share.by_month[month]);
        let amount = if m.first.year() == d.year { told.unwrap_or_else(by_profile) } else { 0.0 };
        at += m.hours().value();
        let whole = Period::month(m.first.year() as i16, m.first.month()).map_or(m.hours(), Period::hours);
        by_month.push(amount / lot / whole.value());
        (Tick(CLOCK.span(at)), amount / lot / whole.value())
    });
    let rates = Rates::new(stretches.collect(), CLOCK);
    Comes { rates, even: d.arrivals == Arrivals::Even, by_month }
}
