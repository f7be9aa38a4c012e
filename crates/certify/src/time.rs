//! Hours, derived again: length over speed, work with its amount, stays on board, waits.

use crate::case::Case;
use crate::deed::{Part, Spread};
use crate::goods::Goods;
use keruen_model::dist::Law;
use keruen_model::waits::Awaited;
use keruen_model::{Departure, Dist, Hours, Km, KmPerHour, Link, Loading, Mode, Operation, Quantity, Service, Stop, Unit};

/// Hours of a millisecond.
const MILLISECOND: f64 = 1.0 / 3.6e6;

/// Points at which a speed that varies is looked at.
const POINTS: u32 = 2000;

pub(crate) fn fixed(hours: f64) -> Part {
    Part { median: hours, mean: hours, variance: 0.0, spread: Spread::None }
}

pub(crate) fn of(d: &Dist<Hours>) -> Part {
    let spread = if matches!(d.law(), Law::Fixed(_)) { Spread::None } else { Spread::Own(*d, 0.0) };
    Part { median: d.quantile(0.5).value(), mean: d.mean().value(), variance: d.variance(), spread }
}

/// A link ridden one way; `None` where no speed is known.
pub(crate) fn on_link(link: &Link, forth: bool) -> Option<Part> {
    let km = link.length.value();
    if link.mode == Mode::Fibre {
        return Some(fixed((km * link.delay_per_km.value() / 1000.0 + link.end_delay.value()) * MILLISECOND));
    }
    let back = link.free_speed_back.filter(|_| !forth);
    let speed = back.or(link.free_speed)?.value();
    (speed > 0.0).then(|| fixed(km / speed))
}

/// A length at a speed that varies. The median of length / speed is length / median of the speed, since the one falls as the
/// other grows.
pub(crate) fn over(km: Km, speed: &Dist<KmPerHour>) -> Part {
    let at = |p: f64| km.value() / speed.quantile(p).value().max(1e-9);
    if matches!(speed.law(), Law::Fixed(_)) {
        return fixed(at(0.5));
    }
    let points: Vec<f64> = (0..POINTS).map(|i| at((f64::from(i) + 0.5) / f64::from(POINTS))).collect();
    let mean = points.iter().sum::<f64>() / f64::from(POINTS);
    let variance = points.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / f64::from(POINTS);
    Part { median: at(0.5), mean, variance, spread: Spread::Over(km, *speed, 0.0) }
}

/// One hop of a ride: the time of the stop, else length over speed. Trains run at the speed of the link.
pub(crate) fn hop(case: &Case<'_>, service: &Service, stop: &Stop, links: &[(&Link, bool)]) -> Option<Part> {
    if let Some(time) = &stop.time {
        return Some(of(time));
    }
    let by_links = || links.iter().map(|&(l, forth)| on_link(l, forth)).sum::<Option<Part>>().filter(|p| p.median > 0.0);
    if matches!(service.mode, Mode::Rail | Mode::Pipeline | Mode::Fibre) {
        return by_links();
    }
    let t = &case.corridor.tables;
    let vehicles = service.fleet.iter().filter_map(|&f| t.vehicle.find(t.fleet.find(f)?.vehicle_id));
    let speed = vehicles.filter_map(|v| v.speed).next();
    let km: Km = if links.is_empty() { stop.distance? } else { links.iter().map(|l| l.0.length).sum() };
    speed.map(|v| over(km, &v)).or_else(by_links)
}

/// Work: its own time and that of the amount.
pub(crate) fn work(goods: &Goods<'_>, op: &Operation, counting: Loading) -> Vec<Part> {
    let amount = op.time_per_unit.zip(op.time_unit).map(|(each, unit)| fixed(each.value() * units(goods, unit, counting)));
    std::iter::once(of(&op.time)).chain(amount).collect()
}

fn units(goods: &Goods<'_>, unit: Unit, counting: Loading) -> f64 {
    let on = goods.on(counting);
    match unit {
        Unit::T => goods.tonnes,
        Unit::Kt => goods.tonnes / 1000.0,
        Unit::TEU => on.map_or(0.0, |s| s.teu),
        Unit::FEU => on.map_or(0.0, |s| s.teu / 2.0),
        Unit::Wagon => on.map_or(0.0, |s| s.wagons),
        Unit::Container | Unit::Truck | Unit::Lot => on.map_or(1.0, |s| s.pieces),
        _ => 1.0,
    }
}

/// Goods come at any moment: half a headway, or half the longest wait of a ship that leaves when full, and the cut-off before
/// it. An outside service is taken with all its waits, so it has none of its own. `None` where there is nothing to wait for.
pub(crate) fn wait(case: &Case<'_>, service: &Service, stop: &Stop) -> Option<Part> {
    if let Some(found) = case.corridor.waits.of(service.service_id, stop.node_id) {
        return Some(of(&found)).filter(|p| p.median > 0.0);
    }
    if let Some(wait) = seen(case, Awaited::Departure(service.service_id, stop.node_id)) {
        return Some(wait).filter(|p| p.median > 0.0);
    }
    let between = match service.departure {
        Departure::Headway | Departure::Timetable => service.headway,
        Departure::WhenFull => service.longest_wait.or(service.headway),
        Departure::OnDemand => None,
    };
    let (between, cut_off) = (between.map_or(0.0, Quantity::value), stop.cut_off.value());
    let (median, variance) = (cut_off + between / 2.0, between * between / 12.0);
    let spread = if between > 0.0 { Spread::Evenly(cut_off, cut_off + between) } else { Spread::None };
    let part = Part { median, mean: median, variance, spread };
    (part.median > 0.0).then_some(part)
}

/// A wait that was seen in the world: evenly between what its low and its high end leave beside the ride or work.
pub(crate) fn seen(case: &Case<'_>, awaited: Awaited) -> Option<Part> {
    let seen = case.corridor.waits.seen(awaited)?;
    let [low, high] = [seen.whole.0, seen.whole.1].map(|h| (h.value() - seen.own.value()).max(0.0));
    let (median, variance) = (f64::midpoint(low, high), (high - low).powi(2) / 12.0);
    let spread = if high > low { Spread::Evenly(low, high) } else { Spread::None };
    Some(Part { median, mean: median, variance, spread })
}
