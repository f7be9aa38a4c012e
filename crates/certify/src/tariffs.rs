//! What a deed costs, found again: rows of different items add up, of one scope and item the narrowest hold, a share is a
//! surcharge on its own item, a minimum holds for each line.

use crate::case::Case;
use crate::custody::Custody;
use crate::deed::{Deed, What};
use crate::lines;
use crate::narrow::{self, Narrowness};
use crate::quantity::{self, Counted};
use crate::through::{self, Under};
use keruen_model::{Fleet, Id, Loading, Node, Quantity, Service, TableKind, Tariff, TariffScope, TariffUnit, Text, Vehicle};

/// A line that is owed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'c> {
    pub tariff: &'c Tariff,
    pub quantity: f64,
    pub usd: f64,
    /// A voucher for a seat: it pays at most the fare.
    pub voucher: bool,
}

/// What is priced, and on which terms.
struct Terms<'a, 'c> {
    scopes: &'a [TariffScope],
    deed: &'a Deed<'c>,
    /// The loading whose pieces are counted.
    standing: Loading,
    /// Ends that a row may name.
    ends: Option<(Id<Node>, Id<Node>)>,
    km: f64,
    hours: f64,
    /// The offer whose rows are looked at, where a through rate is priced.
    offer: Option<Under<'a>>,
}

impl Line<'_> {
    /// The sum if rate and minimum were others, before the cap of a voucher.
    pub fn at(&self, rate: f64, minimum: Option<f64>, usd: f64) -> f64 {
        let asked = rate * self.quantity;
        match self.tariff.per {
            TariffUnit::Share => asked,
            _ => minimum.map_or(asked, |m| asked.max(m)) * usd,
        }
    }
}

/// Every line of a deed; marks the subsidies and duties that are met on it.
pub(crate) fn owed<'c>(case: &Case<'c>, deed: &Deed<'c>, under: Option<Under<'c>>, custody: &mut Custody) -> Vec<Line<'c>> {
    let work: f64 = deed.time.iter().map(|p| p.median).sum();
    let wait = deed.wait.map_or(0.0, |w| w.median);
    // What is paid by time is paid for the work and the usual wait; a wait by the clock is paid to the ground alone.
    let wait_paid = wait - deed.clocked.unwrap_or(0.0);
    let works = matches!(deed.what, What::Work(..));
    let ends = (!works).then_some((deed.from, deed.to));
    let terms = |scopes, hours| Terms { scopes, deed, standing: deed.counting, ends, km: deed.km, hours, offer: None };
    let mut lines = lines(case, &terms(deed.scopes(), work + wait_paid));
    if works {
        let hired = Terms { standing: wheels(deed), ..terms(&[TariffScope::Rent], work + wait_paid) };
        lines.extend(self::lines(case, &hired));
    }
    if works && wait > 0.0 {
        let stored = self::lines(case, &terms(&[TariffScope::Storage], wait));
        lines.extend(stored.into_iter().filter(|l| l.usd != 0.0));
    }
    take_in(case, &terms(&[TariffScope::Through], 0.0), under, &mut lines);
    for line in policies(case, deed, work + wait_paid, custody) {
        let fare: f64 = lines.iter().map(|l| l.usd).sum();
        let voucher = line.tariff.scope == TariffScope::Subsidy && line.tariff.per == TariffUnit::Seat;
        let usd = if voucher { line.usd.max(-fare) } else { line.usd };
        lines.push(Line { voucher, usd, ..line });
    }
    lines
}

/// Takes out what a through rate or an entry-exit price covers, and adds the rate where its run begins.
fn take_in<'c>(case: &Case<'c>, terms: &Terms<'_, 'c>, under: Option<Under<'c>>, lines: &mut Vec<Line<'c>>) {
    let transits: Vec<&Tariff> = lines.iter().map(|l| l.tariff).filter(|t| t.scope == TariffScope::Transit).collect();
    lines.retain(|l| l.tariff.scope != TariffScope::Rent || !transits.iter().any(|t| t.covers.contains(&l.tariff.item)));
    let Some(under) = under else { return };
    let for_goods =
        |t: &&Tariff| !t.empty && case.goods.are(&t.cargo, t.un_class) && case.goods.are_in(&t.equipment, Loading::ALL);
    let rows = case.corridor.tables.tariff.iter().filter(|t| through::same_offer(t, &under));
    let offer: Vec<&Tariff> = rows.filter(for_goods).collect();
    lines.retain(|l| !offer.iter().any(|t| t.item == l.tariff.item || t.covers.contains(&l.tariff.item)));
    if under.begins {
        let terms = Terms { ends: Some(under.ends), km: 0.0, offer: Some(under), ..*terms };
        lines.splice(0..0, self::lines(case, &terms));
    }
}

/// The side of work on which the goods stand on wagons or trucks, the one before first; else the side that is no ground.
fn wheels(deed: &Deed<'_>) -> Loading {
    let on = |l: &&Loading| matches!(l, Loading::Rail | Loading::Road | Loading::WagonOnShip | Loading::TruckOnShip);
    deed.touch.loadings.iter().find(on).copied().unwrap_or(deed.counting)
}

/// Whether the narrowest link prices of some item are by distance belts.
pub(crate) fn by_belts(case: &Case<'_>, deed: &Deed<'_>) -> bool {
    let ends = Some((deed.from, deed.to));
    let terms = Terms { scopes: &[TariffScope::Link], deed, standing: deed.counting, ends, km: 0.0, hours: 0.0, offer: None };
    let rows: Vec<(&Tariff, Narrowness)> = case
        .corridor
        .tables
        .tariff
        .iter()
        .filter(|t| t.per != TariffUnit::Share && fits(case, t, &terms))
        .map(|t| (t, narrow::tariff(t, &deed.touch)))
        .collect();
    let narrowest = |x: &(&Tariff, Narrowness)| !rows.iter().any(|y| y.0.item == x.0.item && y.1 > x.1);
    rows.iter().filter(|x| narrowest(x)).any(|x| x.0.from_km.is_some() || x.0.to_km.is_some())
}

/// Subsidies and duties: bound to what they name, or to the origin and destination of the consignment; each item once.
fn policies<'c>(case: &Case<'c>, deed: &Deed<'c>, hours: f64, custody: &mut Custody) -> Vec<Line<'c>> {
    let ends = Some((case.from.node_id, case.to.node_id));
    let scopes = &[TariffScope::Subsidy, TariffScope::Duty];
    let terms = Terms { scopes, deed, standing: deed.counting, ends, km: deed.km, hours, offer: None };
    // What is granted or asked for a service is so for riding it, not for going aboard.
    let rides = matches!(deed.what, What::Ride(_));
    let named = |t: &Tariff| t.at.iter().any(|&r| (rides || r.table != TableKind::Service) && deed.touch.touches(r));
    let from_end_to_end = |t: &Tariff| t.at.is_empty() && custody.first && t.from_node_id.is_some() && t.to_node_id.is_some();
    let bound = |t: &Tariff| named(t) || from_end_to_end(t);
    let fresh = |t: &Tariff| !custody.met.contains(&(t.scope, t.item));
    let mut out: Vec<Line<'c>> = lines(case, &terms).into_iter().filter(|l| bound(l.tariff) && fresh(l.tariff)).collect();
    // Subsidies first: a voucher pays the fare, not the duties on it.
    out.sort_by_key(|l| l.tariff.scope == TariffScope::Duty);
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
        out.push(Line { tariff: t, quantity: base, usd: t.amount.value() * base, voucher: false });
    }
    out
}

fn line<'c>(case: &Case<'c>, tariff: &'c Tariff, terms: &Terms<'_, 'c>) -> Option<Line<'c>> {
    let free = tariff.free_days.map_or(0.0, |d| d.value() * 24.0);
    let counted = Counted {
        goods: &case.goods,
        standing: terms.standing,
        km: terms.km,
        hours: (terms.hours - free).max(0.0),
        train: train(case, tariff, terms.deed),
    };
    let (quantity, step) = (quantity::of(tariff.per, &counted)?, quantity::step(tariff.per, &counted)?);
    let in_belt = tariff.from_km.is_none_or(|k| terms.km >= k.value()) && tariff.to_km.is_none_or(|k| terms.km < k.value());
    let in_step = tariff.from_quantity.is_none_or(|q| step >= q.value()) && tariff.to_quantity.is_none_or(|q| step < q.value());
    let line = Line { tariff, quantity, usd: 0.0, voucher: false };
    let minimum = tariff.minimum.map(Quantity::value);
    (in_belt && in_step).then_some(Line { usd: line.at(tariff.amount.value(), minimum, case.usd(tariff.currency)?), ..line })
}

/// The train that a price by train means: the one it names, else the first of the service ridden.
fn train<'c>(case: &Case<'c>, tariff: &Tariff, deed: &Deed<'_>) -> Option<&'c Vehicle> {
    let t = &case.corridor.tables;
    let of_service = |s: &Service| s.fleet.iter().find_map(|&f| t.fleet.find(f)).map(|f: &Fleet| f.vehicle_id);
    let ridden = match &deed.what {
        What::Ride(r) => of_service(r.service),
        _ => None,
    };
    t.vehicle.find(tariff.train.or(ridden)?)
}

/// Whether a row holds here, for these goods, on this day (rows of other days are not in the tables).
fn fits(case: &Case<'_>, t: &Tariff, terms: &Terms<'_, '_>) -> bool {
    let (deed, touch) = (terms.deed, &terms.deed.touch);
    let operator = || t.operator_id.is_none_or(|o| touch.operators.first() == Some(&o));
    // A through rate is asked for its run alone; surcharges on through rates name no ends.
    let offered = match &terms.offer {
        Some(under) => through::same_offer(t, under) || !through::is_rate(t) && t.per == TariffUnit::Share,
        None => !through::is_rate(t),
    };
    !t.empty
        && offered
        && terms.scopes.contains(&t.scope)
        && (if t.at.is_empty() { operator() } else { t.at.iter().any(|&r| touch.is_of(r)) })
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

/// The entry-exit price that stands in the place of the link prices between two places, for goods ridden so: what its row asks
/// of them over the shortest way on some gauge is something.
pub(crate) fn entry_exit<'c>(case: &Case<'c>, ridden: &Deed<'c>, ends: (Id<Node>, Id<Node>)) -> Option<&'c Tariff> {
    let runs_here = |t: &&Tariff| t.operator_id.is_none_or(|o| ridden.touch.operators.first() == Some(&o));
    let between = |t: &&Tariff| t.from_node_id.is_some() && t.to_node_id.is_some() && ends_fit(t, Some(ends));
    let rows = case.corridor.tables.tariff.iter().filter(|t| t.scope == TariffScope::Transit);
    rows.filter(runs_here).filter(between).find(|t| {
        let ways = lines::shortest_ways(case, ridden.touch.mode, t.operator_id, ends);
        ways.iter().any(|way| {
            let scopes = &[TariffScope::Transit];
            let ends = Some(ends);
            let terms = Terms { scopes, deed: way, standing: way.counting, ends, km: way.km, hours: 0.0, offer: None };
            fits(case, t, &terms) && line(case, t, &terms).is_some()
        })
    })
}

/// What is paid for, as text.
pub(crate) fn item_name(case: &Case<'_>, scope: TariffScope, item: Text) -> String {
    format!("{} {}", scope.name(), case.words(item))
}
