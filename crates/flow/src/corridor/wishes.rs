//! What is wished for: rows of `demand`, and of `market` where several origins offer the same goods.
//!
//! A wish is counted in lots: what comes in one go. A market is served from every `supply` of its cargo; what it pays is its
//! limit, what a supply asks is part of the way's cost. Markets stand in the place of demand rows of their cargo into their place,
//! which would count the same goods twice; they compete only where that is asked for.

use super::FlowQuestion;
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, Demand, DemandKind, Equipment, EquipmentKind, Id, Loading, Market, Mode, Node, Profile,
    Quantity, Service, ServiceKind, Supply, TableKind, Unit,
};
use keruen_network::compile::Consignment;
use keruen_network::ledger::Period;

/// Where the goods of a wish may start.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// One lot from here.
    pub lot: Consignment,
    /// Supply that is drawn on.
    pub supply: Option<usize>,
    /// What the supplier asks for a lot, in US dollars.
    pub asked: f64,
    /// On what goods stand that are there already.
    pub standing: Option<Loading>,
    /// They go in the boxes of the carrier that the outside option is.
    pub carriers_own: bool,
}

/// Which row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WishRow {
    Demand(usize),
    Market(usize),
    /// Goods that lie somewhere when the first period begins.
    State(usize),
    /// Empty equipment, by position among the kinds that come back.
    Empty(usize),
}

/// One wish.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub row: WishRow,
    pub kind: DemandKind,
    pub origins: Vec<Origin>,
    pub to: Id<Node>,
    pub cargo: Id<Cargo>,
    pub unit: Unit,
    /// Units in a lot.
    pub lot: f64,
    /// Lots wished for in each period.
    pub lots: Vec<f64>,
    /// Tonnes of a lot.
    pub tonnes: f64,
    /// US dollars that an hour of a lot is worth.
    pub hour: f64,
    /// Change of the amount in parts for a change of generalised cost in parts; 0 where the tables say nothing.
    pub elasticity: f64,
    /// US dollars that a lot left behind costs.
    pub left: f64,
    /// How it stands when it has come.
    pub ends_on: Loading,
}

impl Wish {
    /// Whether it is for empty equipment to come back.
    pub fn is_empty_equipment(&self) -> bool {
        self.empty_kind().is_some()
    }

    /// Which kind of empty equipment it is for, if it is.
    pub fn empty_kind(&self) -> Option<u32> {
        match self.row {
            WishRow::Empty(kind) => Some(kind as u32),
            _ => None,
        }
    }
}

/// A lot of goods that nobody has priced is left behind only when nothing can carry it: US dollars a lot, above any sheet.
const PRICELESS: f64 = 1e7;
/// Background traffic has no say in the price of what it takes: it is left behind only where nothing can carry it.
const BACKGROUND: f64 = 100.0;

/// Every wish of the year, demand rows first, in the order of the tables.
pub(super) fn wishes(corridor: &Corridor, question: &FlowQuestion, periods: &[Period]) -> Vec<Wish> {
    let t = &corridor.tables;
    let year = |y: i32| y == question.year;
    let competes = |i: &usize| question.markets && year(t.market.rows()[*i].year) && is_priced(corridor, question, *i);
    let markets = (0..t.market.len()).filter(competes);
    let competed: Vec<&Market> = markets.clone().map(|i| &t.market.rows()[i]).collect();
    let doubled = |d: &Demand| {
        let same = |m: &&&Market| m.cargo_id == d.cargo_id && m.node_id == d.destination_node_id;
        competed.iter().any(|m| same(&m))
    };
    let rows = (0..t.demand.len()).filter(|&i| year(t.demand.rows()[i].year) && !doubled(&t.demand.rows()[i]));
    let demands = rows.map(|i| of_demand(corridor, periods, i));
    let lying = (0..t.state.len()).filter_map(|i| of_state(corridor, periods, i));
    demands.chain(markets.map(|i| of_market(corridor, question, periods, i))).chain(lying).collect()
}

/// Opening stock: goods that lie somewhere on the first day and are on their way to somewhere.
fn of_state(corridor: &Corridor, periods: &[Period], i: usize) -> Option<Wish> {
    let s = &corridor.tables.state.rows()[i];
    let (cargo_id, to) = (s.cargo_id?, s.destination_node_id?);
    let from = s.at.as_id().or_else(|| corridor.tables.facility.find(s.at.as_id()?).map(|f| f.node_id))?;
    if periods.first()?.first != s.date || s.amount.value() <= 0.0 {
        return None;
    }
    let like = Demand { cargo_id, unit: s.unit, equipment_id: s.equipment_id, ..Demand::default() };
    let lot = usual_lot(corridor, cargo_id, s.equipment_id, s.unit);
    let tonnes = tonnes(corridor, cargo_id, s.equipment_id, s.unit, lot);
    let mut lots = vec![0.0; periods.len()];
    lots[0] = s.amount.value() / lot;
    Some(Wish {
        row: WishRow::State(i),
        kind: DemandKind::Through,
        origins: vec![Origin {
            lot: consignment(corridor, (from, to), &like, lot),
            supply: None,
            asked: 0.0,
            standing: Some(s.loading.unwrap_or_else(|| usual_loading(corridor, s.equipment_id))),
            carriers_own: false,
        }],
        to,
        cargo: cargo_id,
        unit: s.unit,
        lot,
        lots,
        tonnes,
        hour: cargo(corridor, cargo_id).and_then(|c| c.value_of_time).map_or(0.0, |v| v.value() * tonnes / 24.0),
        elasticity: 0.0,
        left: worth(corridor, cargo_id, tonnes),
        ends_on: Loading::Ground,
    })
}

fn usual_loading(corridor: &Corridor, equipment: Option<Id<Equipment>>) -> Loading {
    match equipment.and_then(|e| corridor.tables.equipment.find(e)).map(|e| e.kind) {
        Some(EquipmentKind::Wagon) => Loading::Rail,
        Some(EquipmentKind::Truck) => Loading::Road,
        _ => Loading::Ground,
    }
}

/// A market competes when it has a price and some supply of its cargo has one too.
fn is_priced(corridor: &Corridor, question: &FlowQuestion, market: usize) -> bool {
    let m = &corridor.tables.market.rows()[market];
    m.price.is_some() && supplies(corridor, question, m.cargo_id).next().is_some()
}

fn supplies<'c>(
    corridor: &'c Corridor,
    question: &FlowQuestion,
    cargo: Id<Cargo>,
) -> impl Iterator<Item = (usize, &'c Supply)> + use<'c> {
    let year = question.year;
    corridor.tables.supply.iter().enumerate().filter(move |(_, s)| s.cargo_id == cargo && s.year == year && s.price.is_some())
}

fn of_demand(corridor: &Corridor, periods: &[Period], i: usize) -> Wish {
    let d = &corridor.tables.demand.rows()[i];
    let lot = d.lot.map_or_else(|| usual_lot(corridor, d.cargo_id, d.equipment_id, d.unit), Quantity::value);
    let tonnes = tonnes(corridor, d.cargo_id, d.equipment_id, d.unit, lot);
    let value_of_time = d.value_of_time.or_else(|| cargo(corridor, d.cargo_id).and_then(|c| c.value_of_time));
    let worth = worth(corridor, d.cargo_id, tonnes);
    Wish {
        row: WishRow::Demand(i),
        kind: d.kind,
        origins: vec![Origin {
            lot: consignment(corridor, (d.origin_node_id, d.destination_node_id), d, lot),
            supply: None,
            asked: 0.0,
            standing: None,
            carriers_own: false,
        }],
        to: d.destination_node_id,
        cargo: d.cargo_id,
        unit: d.unit,
        lot,
        lots: spread(corridor, d.profile_id, periods, d.amount.value() / lot),
        tonnes,
        hour: value_of_time.map_or(0.0, |v| v.value() * tonnes / 24.0),
        elasticity: d.elasticity.map_or(0.0, Quantity::value),
        left: if d.kind == DemandKind::Background { worth * BACKGROUND } else { worth },
        ends_on: Loading::Ground,
    }
}

fn of_market(corridor: &Corridor, question: &FlowQuestion, periods: &[Period], i: usize) -> Wish {
    let m = &corridor.tables.market.rows()[i];
    let usd = |price: f64, currency: &str| price * rate(corridor, currency);
    let lot = usual_lot(corridor, m.cargo_id, None, m.unit);
    let tonnes = tonnes(corridor, m.cargo_id, None, m.unit, lot);
    let origins = supplies(corridor, question, m.cargo_id).map(|(s, supply)| {
        let like = Demand {
            cargo_id: m.cargo_id,
            unit: m.unit,
            origin_node_id: supply.node_id,
            destination_node_id: m.node_id,
            ..Demand::default()
        };
        Origin {
            lot: consignment(corridor, (supply.node_id, m.node_id), &like, lot),
            supply: Some(s),
            asked: lot * usd(supply.price.map_or(0.0, Quantity::value), corridor.strings.text(supply.currency)),
            standing: None,
            carriers_own: false,
        }
    });
    Wish {
        row: WishRow::Market(i),
        kind: DemandKind::Through,
        origins: origins.collect(),
        to: m.node_id,
        cargo: m.cargo_id,
        unit: m.unit,
        lot,
        lots: spread(corridor, m.profile_id, periods, m.amount.value() / lot),
        tonnes,
        hour: cargo(corridor, m.cargo_id).and_then(|c| c.value_of_time).map_or(0.0, |v| v.value() * tonnes / 24.0),
        elasticity: m.elasticity.map_or(0.0, Quantity::value),
        left: lot * usd(m.price.map_or(PRICELESS, Quantity::value), corridor.strings.text(m.currency)),
        ends_on: Loading::Ground,
    }
}

fn cargo(corridor: &Corridor, id: Id<Cargo>) -> Option<&Cargo> {
    corridor.tables.cargo.find(id)
}

/// What is left behind costs its worth: nobody pays more for carriage than the goods are worth.
fn worth(corridor: &Corridor, id: Id<Cargo>, tonnes: f64) -> f64 {
    let value = cargo(corridor, id).and_then(|c| c.value).map(|v| v.value() * tonnes);
    value.filter(|&v| v > 0.0).unwrap_or(PRICELESS)
}

/// One unit of the outermost equipment: a box, a truck, a wagon's load.
fn usual_lot(corridor: &Corridor, cargo_id: Id<Cargo>, equipment: Option<Id<Equipment>>, unit: Unit) -> f64 {
    if !matches!(unit, Unit::T | Unit::Kt) {
        return 1.0;
    }
    let first = equipment.or_else(|| cargo(corridor, cargo_id).and_then(|c| c.equipment.first().copied()));
    let load = first.and_then(|e| load(corridor, cargo_id, e)).unwrap_or(1.0).max(least_lot(corridor, cargo_id));
    if unit == Unit::Kt { load / 1000.0 } else { load }
}

/// A year's stream comes in lots that every pipeline and ship on its cargo takes.
fn least_lot(corridor: &Corridor, cargo_id: Id<Cargo>) -> f64 {
    let t = &corridor.tables;
    let kinds = |e: &Id<Equipment>| t.equipment.find(*e).is_some_and(|e| e.kind == EquipmentKind::Pipe);
    let piped = cargo(corridor, cargo_id).is_some_and(|c| c.equipment.iter().any(kinds));
    let links = t.link.iter().filter(|l| piped && l.mode == Mode::Pipeline).filter_map(|l| l.minimum_lot);
    let services = t.service.iter().filter(|s| s.cargo.contains(&cargo_id)).filter_map(|s| s.minimum_lot);
    links.chain(services).map(Quantity::value).fold(0.0, f64::max)
}

fn load(corridor: &Corridor, cargo_id: Id<Cargo>, e: Id<Equipment>) -> Option<f64> {
    let (carried, carrier) =
        (AnyRef { table: TableKind::Cargo, id: cargo_id.sym() }, AnyRef { table: TableKind::Equipment, id: e.sym() });
    let row = corridor.tables.fit.iter().find(|f| f.carried == carried && f.carrier == carrier);
    let payload = || corridor.tables.equipment.find(e).and_then(|e| e.payload);
    row.and_then(|f| f.load).or_else(payload).map(Quantity::value).filter(|&l| l > 0.0)
}

fn tonnes(corridor: &Corridor, cargo_id: Id<Cargo>, equipment: Option<Id<Equipment>>, unit: Unit, lot: f64) -> f64 {
    match unit {
        Unit::T => lot,
        Unit::Kt => lot * 1000.0,
        Unit::Container | Unit::FEU | Unit::Truck | Unit::Wagon => lot * usual_lot(corridor, cargo_id, equipment, Unit::T),
        _ => 0.0,
    }
}

/// One lot as a question of `route`. Outside options other than its own are not its ways.
fn consignment(corridor: &Corridor, (from, to): (Id<Node>, Id<Node>), d: &Demand, lot: f64) -> Consignment {
    let foreign = |s: &&Service| s.kind == ServiceKind::Outside && Some(s.service_id) != d.outside_service_id;
    let avoid = corridor.tables.service.iter().filter(foreign);
    Consignment {
        equipment: d.equipment_id,
        unit: Some(d.unit),
        avoid: avoid.map(|s| AnyRef { table: TableKind::Service, id: s.service_id.sym() }).collect(),
        must_use: d.via.to_vec(),
        ..Consignment::plain((from, to), d.cargo_id, Amount(lot), corridor.as_of())
    }
}

/// A year's amount over the periods.
pub(super) fn spread(corridor: &Corridor, profile: Option<Id<Profile>>, periods: &[Period], amount: f64) -> Vec<f64> {
    periods.iter().map(|&p| share_of_year(corridor, profile, p) * amount).collect()
}

/// Share of a year's amount in a period: by the months of its profile, without one a twelfth a month.
pub(super) fn share_of_year(corridor: &Corridor, profile: Option<Id<Profile>>, period: Period) -> f64 {
    let months = profile.and_then(|p| corridor.tables.profile.find(p)).map(Profile::months);
    let share = |month: &Period| months.map_or(1.0 / 12.0, |m| m[usize::from(month.first.month()) - 1].value());
    period.months().iter().map(share).sum()
}

/// US dollars for one unit of a currency, the last rate known.
fn rate(corridor: &Corridor, currency: &str) -> f64 {
    let rows = corridor.tables.fx.iter().filter(|f| corridor.strings.text(f.currency) == currency);
    if currency == "USD" { 1.0 } else { rows.max_by_key(|f| f.date).map_or(0.0, |f| f.usd.value()) }
}
