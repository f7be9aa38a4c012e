//! Limits from the rows of table `resource`, and who takes what of them.

use super::{Limit, LimitIx, Period, Scarce, weather};
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, Date, Direction, Equipment, Facility, Id, List, Period as Per, Quantity, Resource,
    ResourceKind, Sharing, Status, Unit, Use, UseKind,
};
use rustc_hash::FxHashMap;

/// One row of table `use`, resolved.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Limit for traffic along the link or stops.
    pub forth: Option<LimitIx>,
    /// Limit for traffic against it.
    pub back: Option<LimitIx>,
    /// Taken by one unit.
    pub amount: f64,
    pub unit: Unit,
    pub cargo: List<Id<Cargo>>,
    pub equipment: List<Id<Equipment>>,
}

/// Look-ups of limits by what they are and by who uses them.
#[derive(Debug, Default)]
pub(super) struct Limits {
    by_scarce: FxHashMap<Scarce, LimitIx>,
    /// Resource of each of the first limits, which are those of table `resource`.
    rows: Vec<Id<Resource>>,
    by_user: FxHashMap<AnyRef, Vec<Line>>,
    /// Wagon pools: used by whatever stands on their wagons.
    pub pools: Vec<Line>,
    /// How goods are counted aboard each service.
    pub aboard: FxHashMap<Id<keruen_model::Service>, super::sailings::Aboard>,
}

impl Limits {
    /// A limit for each row of table `resource` that holds on a day of the period, and the rows of table `use` by user.
    pub fn of_resources(corridor: &Corridor, period: Period, limits: &mut Vec<Limit>) -> Limits {
        let mut index = Limits::default();
        for r in corridor.tables.resource.iter() {
            let share = period.share_within(r.valid_from, r.valid_to);
            if r.status == Status::Open && share > 0.0 {
                let amount = (amount(corridor, period, r) - standing(corridor, period, r)).max(0.0);
                let ways: &[Direction] = match r.direction {
                    Sharing::Each => &[Direction::Forth, Direction::Back],
                    Sharing::Shared => &[Direction::Both],
                };
                for &way in ways {
                    let ix = index.add(limits, Scarce::Resource(r.resource_id, way), amount, counted(r));
                    limits[ix.0 as usize].held = r.per == Per::None && !is_berth(r) && r.kind != ResourceKind::Bandwidth;
                    index.rows.push(r.resource_id);
                }
            }
        }
        for u in corridor.tables.r#use.iter().filter(|u| u.kind == UseKind::PerUnit) {
            index.add_use(corridor, period, u);
        }
        index
    }

    /// Adds a limit.
    pub fn add(&mut self, limits: &mut Vec<Limit>, what: Scarce, amount: f64, unit: Unit) -> LimitIx {
        let ix = LimitIx(limits.len() as u32);
        limits.push(Limit { what, amount: Amount(amount), unit, held: false });
        self.by_scarce.insert(what, ix);
        ix
    }

    pub fn find(&self, what: Scarce) -> Option<LimitIx> {
        self.by_scarce.get(&what).copied()
    }

    /// The row of table `resource` behind a limit.
    pub fn resource(&self, ix: LimitIx) -> Option<Id<Resource>> {
        self.rows.get(ix.0 as usize).copied()
    }

    /// Uses by a row.
    pub fn used_by(&self, user: AnyRef) -> &[Line] {
        self.by_user.get(&user).map_or(&[], Vec::as_slice)
    }

    /// A row that holds on part of the days is used by the traffic of those days alone.
    fn add_use(&mut self, corridor: &Corridor, period: Period, u: &Use) {
        let Some(r) = corridor.tables.resource.find(u.resource_id) else { return };
        let (from, to) = (later(r.valid_from, u.valid_from), earlier(r.valid_to, u.valid_to));
        let shared = self.find(Scarce::Resource(u.resource_id, Direction::Both));
        let way = |d| shared.or_else(|| self.find(Scarce::Resource(u.resource_id, d)));
        let line = Line {
            forth: way(Direction::Forth).filter(|_| u.direction != Direction::Back),
            back: way(Direction::Back).filter(|_| u.direction != Direction::Forth),
            amount: u.amount.value() * period.share_within(from, to),
            unit: u.unit,
            cargo: u.cargo.clone(),
            equipment: u.equipment.clone(),
        };
        if line.forth.is_none() && line.back.is_none() || line.amount == 0.0 {
            return;
        }
        if u.by.table == keruen_model::TableKind::Vehicle {
            self.pools.push(line);
        } else {
            self.by_user.entry(u.by).or_default().push(line);
        }
    }
}

/// Held for a time rather than taken once: berths by ships, storage by goods.
fn is_berth(r: &Resource) -> bool {
    matches!(r.kind, ResourceKind::Berth | ResourceKind::Ramp) && r.per == Per::None
}

fn counted(r: &Resource) -> Unit {
    if is_berth(r) { Unit::BerthH } else { r.unit }
}

/// How much there is in the period.
fn amount(corridor: &Corridor, period: Period, r: &Resource) -> f64 {
    let open = || 1.0 - r.at.as_id::<Facility>().map_or(0.0, |f| weather::closed_share(corridor, period, &[f]));
    let all = r.amount.value() * r.availability.value();
    let there = period.share_within(r.valid_from, r.valid_to);
    match r.per {
        Per::None if is_berth(r) => all * period.hours().value() * there * open(),
        Per::None if r.kind == ResourceKind::Bandwidth => all * there,
        Per::None => all * period.hours().value() * there,
        Per::Departure => 0.0,
        per => all * times(period, per, r.valid_from, r.valid_to),
    }
}

/// Standing uses, in the same unit.
fn standing(corridor: &Corridor, period: Period, r: &Resource) -> f64 {
    let rows = corridor.tables.r#use.iter().filter(|u| u.resource_id == r.resource_id && u.kind == UseKind::Standing);
    rows.map(|u| {
        let (from, to) = (later(r.valid_from, u.valid_from), earlier(r.valid_to, u.valid_to));
        match r.per {
            Per::None if r.kind == ResourceKind::Bandwidth => u.amount.value() * period.share_within(from, to),
            Per::None => u.amount.value() * period.hours().value() * period.share_within(from, to),
            Per::Departure => 0.0,
            per => u.amount.value() * times(period, per, from, to),
        }
    })
    .sum()
}

/// How many of the unit of time lie in the days on which a row holds.
fn times(period: Period, per: Per, from: Option<Date>, to: Option<Date>) -> f64 {
    let days = period.days_within(from, to);
    match per {
        Per::Hour => days * 24.0,
        Per::Day => days,
        Per::Week => days / 7.0,
        Per::Month | Per::Year => period.months().iter().map(|m| part(*m, per, from, to)).sum(),
        Per::None | Per::Departure => 1.0,
    }
}

fn part(month: Period, per: Per, from: Option<Date>, to: Option<Date>) -> f64 {
    let year = month.first.year() as i16;
    let whole = if per == Per::Year { Period::year(year) } else { Period::month(year, month.first.month()) };
    whole.map_or(0.0, |w| month.days_within(from, to) / w.days())
}

fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.max(b)
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
