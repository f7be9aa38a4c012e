//! Which tariff rows hold for an arc.
//!
//! Rows of different items (freight, port dues ...) add up. Of the rows of one scope and item that fit, the narrowest replace the
//! wider: a row that names the very link, service or operation beats one that names its facility, that beats one that names
//! the ends, then an operator, a country, a mode; a named cargo, equipment or class beats any. Rows that are equally narrow add
//! up. A share is a surcharge on the charges of its item.

use super::charges::{ChargeLine, Measured, pieces, quantity};
use super::index::Index;
use super::rules::{Goods, Touch};
use keruen_model::{
    AnyRef, Hours, Id, Km, Loading, Node, OperationKind, Quantity, Service, Tariff, TariffScope, TariffUnit, Vehicle,
};

/// What is to be priced.
pub(super) struct Priced<'a> {
    pub scopes: &'a [TariffScope],
    pub touch: &'a Touch,
    /// Loading that counts the units.
    pub loading: Loading,
    /// Start and end, where a price names them.
    pub ends: Option<(Id<Node>, Id<Node>)>,
    pub operation: Option<OperationKind>,
    pub distance: Km,
    pub time: Hours,
}

type Found = Vec<(Item, (u32, u32, u32), ChargeLine)>;

/// Every charge of an arc; empty where no row fits. Through rates between two ends are not asked for an arc: see [`through`].
pub(super) fn charges(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>) -> Vec<ChargeLine> {
    let rows = index.corridor.tables.tariff.rows();
    let asked = p.scopes.iter().flat_map(|&s| &goods.tariffs[s as usize]).copied();
    of_rows(index, goods, p, asked.filter(|&i| !is_through(&rows[i as usize])))
}

/// What a through rate asks, from its rows and the surcharges on through rates.
pub(super) fn through(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>, own: &[u32]) -> Vec<ChargeLine> {
    let rows = index.corridor.tables.tariff.rows();
    let surcharge = |&i: &u32| rows[i as usize].per == TariffUnit::Share && !is_through(&rows[i as usize]);
    let shares = goods.tariffs[TariffScope::Through as usize].iter().copied().filter(surcharge);
    of_rows(index, goods, p, own.iter().copied().chain(shares))
}

/// A through rate between two ends, asked once for the whole run between them.
pub(super) fn is_through(t: &Tariff) -> bool {
    t.scope == TariffScope::Through && t.from_node_id.is_some() && t.to_node_id.is_some()
}

/// Whether the narrowest rows of some item are by distance belts, so that the haul decides and not the arc.
pub(super) fn by_belts(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>) -> bool {
    let rows = index.corridor.tables.tariff.rows();
    let fitting = || {
        let of_scopes = p.scopes.iter().flat_map(|&s| &goods.tariffs[s as usize]).map(|&i| &rows[i as usize]);
        of_scopes.filter(|t| t.per != TariffUnit::Share && fits(t, goods, p))
    };
    let beaten = |t: &Tariff| fitting().any(|x| item(x) == item(t) && narrowness(x, p) > narrowness(t, p));
    fitting().any(|t| has_belt(t) && !beaten(t))
}

pub(super) fn has_belt(t: &Tariff) -> bool {
    t.from_km.is_some() || t.to_km.is_some()
}

fn of_rows(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>, asked: impl Iterator<Item = u32>) -> Vec<ChargeLine> {
    let rows = index.corridor.tables.tariff.rows();
    let mut found: Found = Vec::new();
    let mut shares: Vec<u32> = Vec::new();
    for i in asked {
        let t = &rows[i as usize];
        if !fits(t, goods, p) {
            continue;
        }
        if t.per == TariffUnit::Share {
            shares.push(i);
        } else if let Some(line) = line(index, goods, p, i, t) {
            found.push((item(t), narrowness(t, p), line));
        }
    }
    let best = |f: Item| found.iter().filter(|x| x.0 == f).map(|x| x.1).max();
    let mut lines: Vec<ChargeLine> = found.iter().filter(|x| Some(x.1) == best(x.0)).map(|x| x.2).collect();
    for i in shares {
        let t = &rows[i as usize];
        let of_item = found.iter().filter(|x| x.0 == item(t) && Some(x.1) == best(x.0));
        let base: f64 = of_item.map(|x| x.2.usd).sum();
        lines.push(ChargeLine { tariff: i, quantity: base, usd: t.amount.value() * base, capped: false });
    }
    lines
}

fn line(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>, i: u32, t: &Tariff) -> Option<ChargeLine> {
    let free = t.free_days.map_or(0.0, Quantity::value);
    let time = Hours((p.time.value() - free * 24.0).max(0.0));
    let measured = Measured { lot: goods.lot, loading: p.loading, distance: p.distance, time, train: train(index, t, p) };
    let quantity = quantity(t.per, &measured)?;
    let step = pieces(t.per, &measured)?;
    let steps = t.from_quantity.is_none_or(|q| step >= q.value()) && t.to_quantity.is_none_or(|q| step < q.value());
    let belts = t.from_km.is_none_or(|k| p.distance >= k) && t.to_km.is_none_or(|k| p.distance < k);
    if !steps || !belts {
        return None;
    }
    let amount = t.amount.value() * quantity;
    let asked = t.minimum.map_or(amount, |m| amount.max(m.value()));
    Some(ChargeLine { tariff: i, quantity, usd: asked * index.usd(t.currency.0)?, capped: false })
}

/// The train that a price by train means: the one it names, else that of the service ridden.
fn train<'c>(index: &Index<'c>, t: &Tariff, p: &Priced<'_>) -> Option<&'c Vehicle> {
    let tables = &index.corridor.tables;
    let ridden = || {
        let service = tables.service.find(p.touch.rows.first()?.as_id::<Service>()?)?;
        service.fleet.iter().find_map(|&f| Some(tables.fleet.find(f)?.vehicle_id))
    };
    tables.vehicle.find(t.train.or_else(ridden)?)
}

/// A subsidy or duty holds only where it says: it names what must be touched, or the ends of the consignment.
fn is_bound(t: &Tariff) -> bool {
    let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
    !policy || !t.at.is_empty() || t.from_node_id.is_some() && t.to_node_id.is_some()
}

fn fits(t: &Tariff, goods: &Goods<'_>, p: &Priced<'_>) -> bool {
    is_bound(t)
        && (t.at.is_empty() || t.at.iter().any(|a| p.touch.touches(a)))
        && t.operator_id.is_none_or(|o| p.touch.operator == Some(o) || !t.at.is_empty())
        && (t.country.is_empty() || p.touch.country == Some(t.country.0))
        && t.mode.is_none_or(|m| p.touch.mode == Some(m))
        && (t.operation_kind.is_empty() || p.operation.is_some_and(|k| t.operation_kind.contains(&k)))
        && t.loading.is_none_or(|l| p.loading == l || p.touch.loadings.contains(&l))
        && ends_fit(t, p)
        && goods.fit(&t.cargo, &t.equipment, t.un_class, &p.touch.loadings)
}

fn ends_fit(t: &Tariff, p: &Priced<'_>) -> bool {
    if t.from_node_id.is_none() && t.to_node_id.is_none() {
        return true;
    }
    let named = |a: Id<Node>, b: Id<Node>| t.from_node_id.is_none_or(|n| n == a) && t.to_node_id.is_none_or(|n| n == b);
    p.ends.is_some_and(|(a, b)| named(a, b) || t.both_ways && named(b, a))
}

/// What a row is paid for.
type Item = (TariffScope, keruen_model::Text);

fn item(t: &Tariff) -> Item {
    (t.scope, t.item)
}

/// How narrow a row is: first the place (the very row > a row touched > both ends > operator > country > mode or kind of work),
/// then how many of cargo, equipment, class and loading it names, then the further places in the same order.
fn narrowness(t: &Tariff, p: &Priced<'_>) -> (u32, u32, u32) {
    let named = |a: &AnyRef| p.touch.rows.first() == Some(a);
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
