//! Which tariff rows hold for an arc.
//!
//! Rows of different items (freight, port dues ...) add up. Of the rows of one scope and item that fit, the narrowest replace the
//! wider: a row that names the very link, service or operation beats one that names its facility, that beats one that names
//! the ends, then an operator, a country, a mode; a named cargo, equipment or class beats any. Rows that are equally narrow add
//! up. A share is a surcharge on the charges of its item.

use super::bill::{Bill, Priced, Row};
use super::index::Index;
use super::near::Near;
use super::rules::{Goods, Touch};
use keruen_model::{AnyRef, Id, Loading, Node, OperationKind, Service, Tariff, TariffScope, TariffUnit, Text, Vehicle};
use smallvec::SmallVec;

/// What is to be priced, but for how much of it there is.
pub(super) struct Case<'a, 'g> {
    pub scopes: &'a [TariffScope],
    pub touch: &'a Touch,
    /// Rows near it.
    pub near: &'a Near<'g>,
    /// Loading that counts the units.
    pub loading: Loading,
    pub ends: Ends,
    pub operation: Option<OperationKind>,
}

/// Start and end that a price can name.
#[derive(Clone, Copy)]
pub(super) enum Ends {
    /// There are none: work at a place.
    None,
    Of(Id<Node>, Id<Node>),
    /// Not known yet; to be asked of each row.
    Open,
}

/// The rows that hold for an arc. Through rates between two ends are not asked for an arc: see [`through`].
pub(super) fn bill(index: &Index<'_>, goods: &Goods, a: &Case<'_, '_>, priced: Priced) -> Bill {
    let rows = index.corridor.tables.tariff.rows();
    of_rows(index, goods, a, a.near.of(a).into_iter().filter(|&i| !is_through(&rows[i as usize])), priced)
}

/// What one row asks, if it holds.
pub(super) fn alone(index: &Index<'_>, goods: &Goods, a: &Case<'_, '_>, row: u32) -> Bill {
    of_rows(index, goods, a, std::iter::once(row), Priced::MOVE)
}

/// What a through rate asks, from its rows and the surcharges on through rates.
pub(super) fn through(index: &Index<'_>, goods: &Goods, a: &Case<'_, '_>, own: &[u32]) -> Bill {
    let rows = index.corridor.tables.tariff.rows();
    let surcharge = |&i: &u32| rows[i as usize].per == TariffUnit::Share && !is_through(&rows[i as usize]);
    let shares = goods.tariffs.all(TariffScope::Through).iter().copied().filter(surcharge);
    of_rows(index, goods, a, own.iter().copied().chain(shares), Priced::ONCE)
}

/// A through rate between two ends, asked once for the whole run between them.
pub(super) fn is_through(t: &Tariff) -> bool {
    t.scope == TariffScope::Through && t.from_node_id.is_some() && t.to_node_id.is_some()
}

/// Whether the narrowest rows of some item are by distance belts, so that the haul decides and not the arc.
pub(super) fn by_belts(index: &Index<'_>, goods: &Goods, a: &Case<'_, '_>) -> bool {
    let rows = index.corridor.tables.tariff.rows();
    let near = a.near.of(a);
    let fitting = || near.iter().map(|&i| &rows[i as usize]).filter(|t| t.per != TariffUnit::Share && fits(t, goods, a));
    let beaten = |t: &Tariff| fitting().any(|x| item(x) == item(t) && narrowness(x, a.touch) > narrowness(t, a.touch));
    fitting().any(|t| has_belt(t) && !beaten(t))
}

pub(super) fn has_belt(t: &Tariff) -> bool {
    t.from_km.is_some() || t.to_km.is_some()
}

fn of_rows(index: &Index<'_>, goods: &Goods, a: &Case<'_, '_>, asked: impl Iterator<Item = u32>, priced: Priced) -> Bill {
    let rows = index.corridor.tables.tariff.rows();
    let (mut plain, mut shares) = (SmallVec::<[Row; 8]>::new(), SmallVec::<[Row; 2]>::new());
    for i in asked {
        let t = &rows[i as usize];
        if !fits(t, goods, a) {
            continue;
        }
        let row = Row { tariff: i, item: item(t), narrow: narrowness(t, a.touch), train: train(index, t, a) };
        if t.per == TariffUnit::Share { shares.push(row) } else { plain.push(row) }
    }
    Bill { rows: plain.as_slice().into(), shares: shares.as_slice().into(), loading: a.loading, priced }
}

/// The train that a price by train means, by position: the one it names, else that of the service ridden.
fn train(index: &Index<'_>, t: &Tariff, a: &Case<'_, '_>) -> Option<u32> {
    if !matches!(t.per, TariffUnit::Train | TariffUnit::TrainKm) {
        return None;
    }
    let tables = &index.corridor.tables;
    let ridden = || {
        let service = tables.service.find(a.touch.rows.first()?.as_id::<Service>()?)?;
        service.fleet.iter().find_map(|&f| Some(tables.fleet.find(f)?.vehicle_id))
    };
    let vehicle: Id<Vehicle> = t.train.or_else(ridden)?;
    tables.vehicle.position(vehicle.sym()).map(|v| v as u32)
}

/// A subsidy or duty holds only where it says: it names what must be touched, or the ends of the consignment.
fn is_bound(t: &Tariff) -> bool {
    let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
    !policy || !t.at.is_empty() || t.from_node_id.is_some() && t.to_node_id.is_some()
}

fn fits(t: &Tariff, goods: &Goods, p: &Case<'_, '_>) -> bool {
    is_bound(t)
        && (t.at.is_empty() || t.at.iter().any(|a| p.touch.touches(a)))
        && t.operator_id.is_none_or(|o| p.touch.operator == Some(o) || !t.at.is_empty())
        && (t.country.is_empty() || p.touch.country == Some(t.country.0))
        && t.mode.is_none_or(|m| p.touch.mode == Some(m))
        && (t.operation_kind.is_empty() || p.operation.is_some_and(|k| t.operation_kind.contains(&k)))
        && t.loading.is_none_or(|l| p.loading == l || p.touch.loadings.contains(&l))
        && match p.ends {
            Ends::None => t.from_node_id.is_none() && t.to_node_id.is_none(),
            Ends::Of(a, b) => joins(t, a, b),
            Ends::Open => true,
        }
        && goods.fit(&t.cargo, &t.equipment, t.un_class, &p.touch.loadings)
}

/// Whether the ends that a row names, if any, are these.
pub(super) fn joins(t: &Tariff, from: Id<Node>, to: Id<Node>) -> bool {
    let named = |a: Id<Node>, b: Id<Node>| t.from_node_id.is_none_or(|n| n == a) && t.to_node_id.is_none_or(|n| n == b);
    t.from_node_id.is_none() && t.to_node_id.is_none() || named(from, to) || t.both_ways && named(to, from)
}

/// What a row is paid for.
pub(super) type Item = (TariffScope, Text);

/// How narrow a row is, see [`narrowness`].
pub(super) type Narrow = (u32, u32, u32);

fn item(t: &Tariff) -> Item {
    (t.scope, t.item)
}

/// How narrow a row is: first the place (the very row > a row touched > both ends > operator > country > mode or kind of work),
/// then how many of cargo, equipment, class and loading it names, then the further places in the same order.
fn narrowness(t: &Tariff, touch: &Touch) -> Narrow {
    let named = |a: &AnyRef| touch.rows.first() == Some(a);
    let places = [
        t.at.iter().any(named),
        !t.at.is_empty(),
        t.from_node_id.is_some() && t.to_node_id.is_some(),
        // Beside a row, the operator says who asks, not where.
        t.operator_id.is_some() && t.at.is_empty(),
        !t.country.is_empty(),
        t.mode.is_some() || !t.operation_kind.is_empty(),
        t.mode.is_some() && !t.operation_kind.is_empty(),
    ];
    let goods = [!t.cargo.is_empty(), !t.equipment.is_empty(), !t.un_class.is_empty(), t.loading.is_some()];
    let all = places.iter().fold(0, |sum, &p| sum * 2 + u32::from(p));
    let place = places[..6].iter().position(|&p| p).map_or(0, |i| 6 - i as u32);
    (place, goods.iter().map(|&g| u32::from(g)).sum(), all)
}
