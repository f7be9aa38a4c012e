//! Everything that does not change from one replication to the next.

pub(crate) mod fleet;
pub(crate) mod way;
pub(crate) mod weather;

use crate::CLOCK;
use fleet::Lines;
use keruen_events::Tick;
use keruen_events::arrivals::Rates;
use keruen_model::{AnyRef, Arrivals, Corridor, Demand, DemandKind, Loading, Profile, Quantity, State, TableKind};
use keruen_network::compile::Index;
use keruen_network::ledger::{Ledger, Period};
use keruen_results::flow::{FlowAnswer, WayFlow};
use std::collections::BTreeMap;
use way::{Way, Ways};
use weather::Weather;

/// Something that lots take turns at.
pub(crate) struct Station {
    pub name: String,
    /// What passes in an hour, in the unit of its resource.
    pub rate: f64,
}

/// A row of demand, or what lies somewhere at the beginning.
pub(crate) struct Row {
    pub id: String,
    pub from: String,
    pub to: String,
    pub cargo: String,
    pub background: bool,
    /// How the lots come; `None` of what is there already.
    pub comes: Option<Comes>,
    /// Its way; `None` where none leads there.
    pub way: Option<Way>,
}

/// How lots come.
pub(crate) struct Comes {
    /// Lots an hour, by month.
    pub rates: Rates,
    pub even: bool,
}

/// The plan of a run.
pub(crate) struct Plan {
    pub end: Tick,
    pub stations: Vec<Station>,
    pub lines: Lines,
    pub weather: Weather,
    pub rows: Vec<Row>,
}

/// Months of a year.
const MONTHS: usize = 12;
/// Most lots that one row sends in a year: one every six hours.
const MOST_LOTS: f64 = 1460.0;
/// Lots of what only a large lot is taken of (pipelines, tankers): one a month.
const LARGE_LOTS: f64 = 12.0;

impl Plan {
    pub fn new(corridor: &Corridor, period: Period, demand: bool, flow: Option<&FlowAnswer>) -> Plan {
        let day = period.first;
        let ledger = Ledger::new(corridor, period);
        let there = corridor.on(day);
        let index = Index::new(&there, day);
        let mut weather = Weather::default();
        let lines = Lines::new(&there, &ledger, period, &mut weather);
        weather.read(corridor, period);
        let ways = Ways { corridor: &there, index: &index, ledger: &ledger, lines: &lines };
        let opening = there.tables.state.iter().filter(|s| s.date == day);
        let mut rows: Vec<Row> = opening.filter_map(|s| opening_row(&ways, s)).collect();
        if demand {
            let years = period.first.year()..=period.last.year();
            let wished = there.tables.demand.iter().filter(|d| years.contains(&d.year));
            rows.extend(wished.flat_map(|d| demand_rows(&ways, d, period, flow)));
        }
        let hours = period.hours().value();
        let stations = ledger.limits.iter().map(|l| Station { name: way::label(&there, l.what), rate: l.amount.value() / hours });
        Plan { end: Tick(CLOCK.span(hours)), stations: stations.collect(), lines, weather, rows }
    }
}

/// Goods that lie somewhere, and where they go.
fn opening_row(ways: &Ways<'_>, s: &State) -> Option<Row> {
    let c = ways.corridor;
    let cargo = s.cargo_id?;
    let from = s.at.as_id().or_else(|| c.tables.facility.find(s.at.as_id()?).map(|f| f.node_id))?;
    let to = s.destination_node_id?;
    let on = s.loading.unwrap_or_else(|| usual_loading(c, s));
    let way = ways.find(&ways.consignment((from, to), cargo, s.equipment_id, s.amount.value(), s.unit), &[], on, None);
    Some(Row {
        id: c.strings.id(s.state_id).into(),
        from: c.strings.id(from).into(),
        to: c.strings.id(to).into(),
        cargo: c.strings.id(cargo).into(),
        background: false,
        comes: None,
        way,
    })
}

/// Loaded wagons stand on the rails, trucks on the road, all else on the ground.
fn usual_loading(c: &Corridor, s: &State) -> Loading {
    match s.equipment_id.and_then(|e| c.tables.equipment.find(e)).map(|e| e.kind) {
        Some(keruen_model::EquipmentKind::Wagon) => Loading::Rail,
        Some(keruen_model::EquipmentKind::Truck) => Loading::Road,
        _ => Loading::Ground,
    }
}

/// How much of a row goes which way: its services in order; without any, the cheapest way takes all.
struct Share {
    amount: f64,
    /// The same by month; none = by the profile of the row.
    by_month: Vec<f64>,
    services: Vec<AnyRef>,
}

/// What `flow` says of a row, else all of it on the cheapest way.
fn shares(c: &Corridor, d: &Demand, flow: Option<&FlowAnswer>) -> Vec<Share> {
    let all = || vec![Share { amount: d.amount.value(), by_month: Vec::new(), services: Vec::new() }];
    let Some(wish) = flow.and_then(|f| f.wishes.iter().find(|w| w.wish == c.strings.id(d.demand_id))) else { return all() };
    let service = |id: &String| {
        let row = c.tables.service.iter().find(|s| c.strings.id(s.service_id) == id)?;
        Some(AnyRef { table: TableKind::Service, id: row.service_id.sym() })
    };
    // Ways that ride the same services are one: on land a lot takes the cheapest between them.
    let mut by_services: BTreeMap<&[String], Vec<&WayFlow>> = BTreeMap::new();
    for way in &wish.ways {
        by_services.entry(way.services.as_slice()).or_default().push(way);
    }
    let share = |(services, ways): (&[String], Vec<&WayFlow>)| {
        let months = ways.iter().map(|w| w.amounts.len()).max().unwrap_or(0);
        let in_month = |m: usize| ways.iter().filter_map(|w| w.amounts.get(m)).sum::<f64>();
        Share {
            amount: ways.iter().map(|w| w.amount).sum(),
            by_month: (0..months).map(in_month).collect(),
            services: services.iter().filter_map(service).collect(),
        }
    };
    by_services.into_iter().map(share).filter(|s| s.amount > SLIGHT * wish.asked).collect()
}

/// A way of less than this part of a row is left out.
const SLIGHT: f64 = 0.01;

fn demand_rows(ways: &Ways<'_>, d: &Demand, period: Period, flow: Option<&FlowAnswer>) -> Vec<Row> {
    let shares = shares(ways.corridor, d, flow);
    let several = shares.len() > 1;
    shares.into_iter().filter_map(|s| demand_row(ways, d, period, (s, several))).collect()
}

fn demand_row(ways: &Ways<'_>, d: &Demand, period: Period, (share, several): (Share, bool)) -> Option<Row> {
    let c = ways.corridor;
    let year = share.amount;
    let find = |amount: f64| {
        let mut asked = ways.consignment((d.origin_node_id, d.destination_node_id), d.cargo_id, d.equipment_id, amount, d.unit);
        asked.must_use = d.via.to_vec();
        asked.must_use.extend(share.services.iter().filter(|s| !d.via.contains(s)));
        ways.find(&asked, d.outside_service_id.as_slice(), Loading::Ground, d.value_of_time)
    };
    if year <= 0.0 {
        return None;
    }
    let lot = d.lot.map_or_else(|| ways.whole_lot(d, year, MOST_LOTS), |l| l.value().max(year / MOST_LOTS));
    let (lot, way) = match find(lot) {
        None => (year / LARGE_LOTS, find(year / LARGE_LOTS)),
        found => (lot, found),
    };
    let names: Vec<&str> = share.services.iter().map(|s| c.text(s.id)).collect();
    let id = c.strings.id(d.demand_id);
    Some(Row {
        id: if several {
            format!("{id} by {}", if names.is_empty() { "land".into() } else { names.join(" + ") })
        } else {
            id.into()
        },
        from: c.strings.id(d.origin_node_id).into(),
        to: c.strings.id(d.destination_node_id).into(),
        cargo: c.strings.id(d.cargo_id).into(),
        background: d.kind == DemandKind::Background,
        comes: Some(comes(c, d, period, (&share, lot))),
        way,
    })
}

/// The lots of a share, by its own months where it has any, else by the profile of the row.
fn comes(c: &Corridor, d: &Demand, period: Period, (share, lot): (&Share, f64)) -> Comes {
    let months = d.profile_id.and_then(|p| c.tables.profile.find(p)).map(Profile::months);
    let mut at = 0.0;
    let stretches = period.months().into_iter().map(|m| {
        let month = usize::from(m.first.month()) - 1;
        let by_profile = || share.amount * months.map_or(1.0 / 12.0, |s| s[month].value());
        let told = (share.by_month.len() == MONTHS).then(|| share.by_month[month]);
        let amount = if m.first.year() == d.year { told.unwrap_or_else(by_profile) } else { 0.0 };
        at += m.hours().value();
        let whole = Period::month(m.first.year() as i16, m.first.month()).map_or(m.hours(), Period::hours);
        (Tick(CLOCK.span(at)), amount / lot / whole.value())
    });
    Comes { rates: Rates::new(stretches.collect(), CLOCK), even: d.arrivals == Arrivals::Even }
}
