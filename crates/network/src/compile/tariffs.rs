//! Which tariff rows hold for an arc.
//!
//! Rows of different items (freight, port dues ...) add up. Of the rows of one scope and item that fit, the narrowest replace the
//! wider: a row that names the very link, service or operation beats one that names its facility, that beats one that names
//! the ends, then an operator, a country, a mode; a named cargo, equipment or class beats any. Rows that are equally narrow add
//! up. A share is a surcharge on the charges of its item.

use super::charges::{ChargeLine, quantity};
use super::index::Index;
use super::rules::{Goods, Touch};
use keruen_model::{AnyRef, Hours, Id, Km, Loading, Node, OperationKind, Quantity, Tariff, TariffScope, TariffUnit};

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

/// Every charge of an arc; empty where no row fits.
pub(super) fn charges(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>) -> Vec<ChargeLine> {
    let rows = index.corridor.tables.tariff.rows();
    let mut found: Vec<(Item, (u32, u32, u32), ChargeLine)> = Vec::new();
    let mut shares: Vec<u32> = Vec::new();
    for &i in p.scopes.iter().flat_map(|&s| &goods.tariffs[s as usize]) {
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
        let base: f64 = found.iter().filter(|x| x.0 == item(t) && Some(x.1) == best(x.0)).map(|x| x.2.usd).sum();
        lines.push(ChargeLine { tariff: i, quantity: base, usd: t.amount.value() * base });
    }
    lines
}

fn line(index: &Index<'_>, goods: &Goods<'_>, p: &Priced<'_>, i: u32, t: &Tariff) -> Option<ChargeLine> {
    let free = t.free_days.map_or(0.0, Quantity::value);
    let time = Hours((p.time.value() - free * 24.0).max(0.0));
    let quantity = quantity(t.per, goods.lot, p.loading, p.distance, time)?;
    let steps = t.from_quantity.is_none_or(|q| quantity >= q.value()) && t.to_quantity.is_none_or(|q| quantity < q.value());
    let belts = t.from_km.is_none_or(|k| p.distance >= k) && t.to_km.is_none_or(|k| p.distance < k);
    if !steps || !belts {
        return None;
    }
    let amount = t.amount.value() * quantity;
    let asked = t.minimum.map_or(amount, |m| amount.max(m.value()));
    Some(ChargeLine { tariff: i, quantity, usd: asked * index.usd(t.currency.0)? })
}

/// A subsidy or duty holds only where it says: it names what must be touched, or the ends of the consignment.
fn is_bound(t: &Tariff) -> bool {
    let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
    !policy || !t.at.is_empty() || t.from_node_id.is_some() && t.to_node_id.is_some()
}

fn fits(t: &Tariff, goods: &Goods<'_>, p: &Priced<'_>) -> bool {
    is_bound(t)
        && (t.at.is_empty() || t.at.iter().any(|a| p.touch.rows.contains(a)))
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
