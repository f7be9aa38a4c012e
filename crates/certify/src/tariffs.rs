//! What a deed costs, found again: rows of different items add up, of one scope and item the narrowest hold, a share is a
//! surcharge on its own item, a minimum holds for each line.

use crate::case::Case;
use crate::custody::Custody;
use crate::deed::{Deed, What};
use crate::narrow::{self, Narrowness};
use crate::quantity;
use keruen_model::{Id, Node, Quantity, TableKind, Tariff, TariffScope, TariffUnit, Text};

/// A line that is owed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'c> {
    pub tariff: &'c Tariff,
    pub quantity: f64,
    pub usd: f64,
    /// Least sum: a voucher for a seat pays at most the fare.
    floor: f64,
}

/// What is priced, and on which terms.
struct Terms<'a, 'c> {
    scopes: &'a [TariffScope],
    deed: &'a Deed<'c>,
    /// Ends that a row may name.
    ends: Option<(Id<Node>, Id<Node>)>,
    hours: f64,
}

impl Line<'_> {
    /// The sum if rate and minimum were others.
    pub fn at(&self, rate: f64, minimum: Option<f64>, usd: f64) -> f64 {
        let asked = rate * self.quantity;
        let sum = match self.tariff.per {
            TariffUnit::Share => asked,
            _ => minimum.map_or(asked, |m| asked.max(m)) * usd,
        };
        sum.max(self.floor)
    }
}

/// Every line of a deed; marks the subsidies and duties that are met on it.
pub(crate) fn owed<'c>(case: &Case<'c>, deed: &Deed<'c>, custody: &mut Custody) -> Vec<Line<'c>> {
    let work: f64 = deed.time.iter().map(|p| p.median).sum();
    let wait = deed.wait.map_or(0.0, |w| w.median);
    // What is paid by time is paid for the work and the usual wait; a wait by the clock is paid to the ground alone.
    let wait_paid = wait - deed.clocked.unwrap_or(0.0);
    let ends = (!matches!(deed.what, What::Work(..))).then_some((deed.from, deed.to));
    let mut lines = lines(case, &Terms { scopes: deed.scopes(), deed, ends, hours: work + wait_paid });
    if matches!(deed.what, What::Work(..)) && wait > 0.0 {
        let stored = self::lines(case, &Terms { scopes: &[TariffScope::Storage], deed, ends, hours: wait });
        lines.extend(stored.into_iter().filter(|l| l.usd != 0.0));
    }
    for line in policies(case, deed, work + wait_paid, custody) {
        let fare: f64 = lines.iter().map(|l| l.usd).sum();
        let voucher = line.tariff.scope == TariffScope::Subsidy && line.tariff.per == TariffUnit::Seat;
        let floor = if voucher { -fare } else { line.floor };
        lines.push(Line { floor, usd: line.usd.max(floor), ..line });
    }
    lines
}

/// Subsidies and duties: bound to what they name, or to the origin and destination of the consignment; each item once.
fn policies<'c>(case: &Case<'c>, deed: &Deed<'c>, hours: f64, custody: &mut Custody) -> Vec<Line<'c>> {
    let ends = Some((case.from.node_id, case.to.node_id));
    let terms = Terms { scopes: &[TariffScope::Subsidy, TariffScope::Duty], deed, ends, hours };
    // What is granted or asked for a service is so for riding it, not for going aboard.
    let rides = matches!(deed.what, What::Ride(_));
    let named = |t: &Tariff| t.at.iter().any(|&r| (rides || r.table != TableKind::Service) && deed.touch.touches(r));
    let from_end_to_end = |t: &Tariff| t.at.is_empty() && custody.first && t.from_node_id.is_some() && t.to_node_id.is_some();
    let bound = |t: &Tariff| named(t) || from_end_to_end(t);
    let fresh = |t: &Tariff| !custody.met.contains(&(t.scope, t.item));
    let out: Vec<Line<'c>> = lines(case, &terms).into_iter().filter(|l| bound(l.tariff) && fresh(l.tariff)).collect();
    custody.met.extend(out.iter().map(|l| (l.tariff.scope, l.tariff.item)));
    out
}

fn lines<'c>(case: &Case<'c>, terms: &Terms<'_, 'c>) -> Vec<Line<'c>> {
    let rows = || case.corridor.tables.tariff.iter().filter(|t| fits(case, t, terms));
    let plain: Vec<(Line<'c>, Narrowness)> = rows()
        .filter(|t| t.per != TariffUnit::Share)
        .filter_map(|t| Some((line(case, t, terms)?, narrow::tariff(t, &terms.deed.touch))))
        .collect();
    let item = |t: &Tariff| (t.scope, t.item);
    let beaten = |x: &(Line<'c>, Narrowness)| plain.iter().any(|y| item(y.0.tariff) == item(x.0.tariff) && y.1 > x.1);
    let mut out: Vec<Line<'c>> = plain.iter().filter(|x| !beaten(x)).map(|x| x.0).collect();
    for t in rows().filter(|t| t.per == TariffUnit::Share) {
        let base =
            out.iter().filter(|l| l.tariff.per != TariffUnit::Share && item(l.tariff) == item(t)).map(|l| l.usd).sum::<f64>();
        out.push(Line { tariff: t, quantity: base, usd: t.amount.value() * base, floor: f64::NEG_INFINITY });
    }
    out
}

fn line<'c>(case: &Case<'c>, tariff: &'c Tariff, terms: &Terms<'_, 'c>) -> Option<Line<'c>> {
    let free = tariff.free_days.map_or(0.0, |d| d.value() * 24.0);
    let quantity = quantity::of(tariff.per, &case.goods, terms.deed, (terms.hours - free).max(0.0))?;
    let km = terms.deed.km;
    let in_belt = tariff.from_km.is_none_or(|k| km >= k.value()) && tariff.to_km.is_none_or(|k| km < k.value());
    let in_step =
        tariff.from_quantity.is_none_or(|q| quantity >= q.value()) && tariff.to_quantity.is_none_or(|q| quantity < q.value());
    let line = Line { tariff, quantity, usd: 0.0, floor: f64::NEG_INFINITY };
    let minimum = tariff.minimum.map(Quantity::value);
    (in_belt && in_step).then_some(Line { usd: line.at(tariff.amount.value(), minimum, case.usd(tariff.currency)?), ..line })
}

/// Whether a row holds here, for these goods, on this day (rows of other days are not in the tables).
fn fits(case: &Case<'_>, t: &Tariff, terms: &Terms<'_, '_>) -> bool {
    let (deed, touch) = (terms.deed, &terms.deed.touch);
    let operator = || t.operator_id.is_none_or(|o| touch.operators.first() == Some(&o));
    !t.empty
        && terms.scopes.contains(&t.scope)
        && (if t.at.is_empty() { operator() } else { t.at.iter().any(|&r| touch.touches(r)) })
        && (t.country.is_empty() || t.country.0 == touch.home)
        && t.mode.is_none_or(|m| touch.mode == Some(m))
        && (t.operation_kind.is_empty() || deed.operation().is_some_and(|o| t.operation_kind.contains(&o.kind)))
        && t.loading.is_none_or(|l| touch.loadings.contains(&l))
        && ends_fit(t, terms.ends)
        && case.goods.are(&t.cargo, t.un_class)
        && case.goods.are_in(&t.equipment, &touch.loadings)
}

fn ends_fit(t: &Tariff, ends: Option<(Id<Node>, Id<Node>)>) -> bool {
    let named = |(a, b): (Id<Node>, Id<Node>)| t.from_node_id.is_none_or(|n| n == a) && t.to_node_id.is_none_or(|n| n == b);
    let free = t.from_node_id.is_none() && t.to_node_id.is_none();
    free || ends.is_some_and(|(a, b)| named((a, b)) || t.both_ways && named((b, a)))
}

/// The entry-exit price that stands in the place of the link prices of an operator between two places.
pub(crate) fn entry_exit<'c>(case: &Case<'c>, deed: &Deed<'c>, ends: (Id<Node>, Id<Node>)) -> Option<&'c Tariff> {
    let terms = Terms { scopes: &[TariffScope::Transit], deed, ends: Some(ends), hours: 0.0 };
    case.corridor.tables.tariff.iter().find(|t| t.from_node_id.is_some() && t.to_node_id.is_some() && fits(case, t, &terms))
}

/// What is paid for, as text.
pub(crate) fn item_name(case: &Case<'_>, scope: TariffScope, item: Text) -> String {
    format!("{} {}", scope.name(), case.words(item))
}
