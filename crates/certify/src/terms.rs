//! Netback, oil, light and seats of a way, found again.

use crate::case::{Case, row};
use crate::discrepancy::{Check, Findings};
use crate::leg::range;
use crate::tolerance::{HOURS, MONEY, QUANTITY};
use keruen_model::{Cargo, Departure, Loading, Quantity, Row, Service, TableKind, TariffScope, Unit};
use keruen_results::Range;
use keruen_results::light::LightPath;
use keruen_results::oil::{Netback, PipeUse, Stream, TankerUse};
use keruen_results::route::Way;

pub(crate) fn check(case: &Case<'_>, way: &Way, findings: &mut Findings) {
    netback(case, way, findings);
    for p in way.oil.iter().flat_map(|o| &o.pipes) {
        pipe(case, p, findings);
    }
    for t in way.oil.iter().flat_map(|o| &o.tankers) {
        tanker(case, t, findings);
    }
    if let Some(light) = &way.light {
        path(case, light, findings);
        findings.close((Check::Terms, HOURS), "light, hours", light.one_way_ms / 3.6e6, way.totals.hours.p50);
    }
    seats(case, way, findings);
}

/// What is delivered: the stream of the last mixed pipe, else the goods themselves.
fn netback(case: &Case<'_>, way: &Way, findings: &mut Findings) {
    let t = &case.corridor.tables;
    let pipes = way.legs.iter().flat_map(|l| &l.links).filter_map(|l| row(case.corridor, &t.link, l));
    let sold = pipes.filter_map(|l| l.stream).next_back().unwrap_or(case.goods.cargo.cargo_id);
    let here = t.market.iter().filter(|m| m.node_id == case.to.node_id && m.cargo_id == sold && m.unit == Unit::T);
    let priced = here.filter(|m| m.price.is_some() && m.year <= case.day.year()).max_by_key(|m| m.year);
    let wanted = priced.filter(|_| case.goods.tonnes > 0.0).and_then(|m| Some((m, m.price?.value(), case.usd(m.currency)?)));
    match (&way.netback, wanted) {
        (None, None) => {}
        (Some(n), Some((m, price, usd))) => {
            findings.same(Check::Terms, "netback market", &n.market, case.id(m.market_id));
            amounts(case, way, (n, price * usd, usd), findings);
        }
        (says, wanted) => findings.add(Check::Terms, "netback", says.is_some(), wanted.is_some()),
    }
}

fn amounts(case: &Case<'_>, way: &Way, (n, price, usd): (&Netback, f64, f64), findings: &mut Findings) {
    let (cost, tonnes) = (&way.totals.cost, case.goods.tonnes);
    findings.close((Check::Terms, MONEY), "netback price", n.price, price);
    findings.close((Check::Terms, MONEY), "netback", n.amount, price - cost.amount / tonnes);
    let market = case.corridor.strings.find(&n.market);
    let (method, ends) = market.map_or(("", None), |id| case.cited(TableKind::Market, id, "price"));
    findings.same(Check::Terms, "netback price method", &n.price_method, method);
    let (low, high) = ends.map_or((price, price), |(a, b)| (a * usd, b * usd));
    let paid = cost.range.unwrap_or(Range { low: cost.amount, high: cost.amount });
    let wanted = Range { low: low - paid.high / tonnes, high: high - paid.low / tonnes };
    range((Check::Terms, "netback"), n.range, Some(wanted), findings);
}

fn pipe(case: &Case<'_>, p: &PipeUse, findings: &mut Findings) {
    let Some(link) = row(case.corridor, &case.corridor.tables.link, &p.link) else {
        findings.add(Check::Terms, &p.link, "a pipeline", "a link open on the day");
        return;
    };
    let days = link.free_speed.map_or(0.0, |v| link.length.value() / v.value() / 24.0);
    findings.close((Check::Terms, HOURS), &format!("{} line fill days", p.link), p.line_fill_days, days);
    if let Some(s) = &p.stream {
        stream(case, (p, s, days), findings);
    }
}

fn stream(case: &Case<'_>, (p, s, days): (&PipeUse, &Stream, f64), findings: &mut Findings) {
    let t = &case.corridor.tables;
    let seen = case.corridor.strings.find(&s.observation).and_then(|o| t.observation.iter().find(|x| x.key() == o));
    let counted = seen.map(|x| x.value.value());
    if s.flow_t != counted {
        findings.add(Check::Terms, &format!("{} flow", p.link), format_args!("{:?}", s.flow_t), format_args!("{counted:?}"));
    }
    let fill = counted.map_or(0.0, |f| f * days / 365.0);
    findings.close((Check::Terms, QUANTITY), &format!("{} line fill", p.link), s.line_fill_t.unwrap_or(0.0), fill);
    let Some(l) = &s.limit else { return };
    let quota = row(case.corridor, &t.resource, &l.resource).map_or(f64::NAN, |r| r.amount.value());
    let mut close = |what: &str, says: f64, should_be: f64| {
        findings.close((Check::Terms, QUANTITY), &format!("{} {what}", l.resource), says, should_be)
    };
    close("share of the lot", l.lot_share * quota, case.goods.tonnes);
    let ratio = l.blend_ratio.unwrap_or(0.0);
    close("blend ratio", ratio * counted.unwrap_or(0.0), if ratio > 0.0 { quota } else { 0.0 });
    let into = row(case.corridor, &t.cargo, &s.cargo);
    let mix = |of: fn(&Cargo) -> Option<f64>, how: fn(f64, f64, f64) -> f64| {
        let both = of(case.goods.cargo).zip(into.and_then(of)).filter(|_| ratio > 0.0);
        both.map_or(0.0, |(a, b)| how(ratio, a, b))
    };
    close("sulphur", l.sulphur.unwrap_or(0.0), mix(|c| c.sulphur.map(Quantity::value), |r, a, b| a * r + b * (1.0 - r)));
    let by_volume = |r: f64, a: f64, b: f64| a * b / (r * b + (1.0 - r) * a);
    close("density", l.density.unwrap_or(0.0), mix(|c| c.density.map(Quantity::value), by_volume));
}

fn tanker(case: &Case<'_>, t: &TankerUse, findings: &mut Findings) {
    let tables = &case.corridor.tables;
    let Some(service) = row(case.corridor, &tables.service, &t.service) else {
        findings.add(Check::Terms, &t.service, "a tanker", "a service open on the day");
        return;
    };
    let fleets = || service.fleet.iter().filter_map(|&f| tables.fleet.find(f));
    let load = |f: &keruen_model::Fleet| tables.vehicle.find(f.vehicle_id).and_then(|v| v.payload).map_or(0.0, Quantity::value);
    let largest = fleets().map(load).fold(0.0, f64::max);
    findings.close((Check::Terms, QUANTITY), &format!("{} largest ship", t.service), t.largest_ship_t.unwrap_or(0.0), largest);
    if let Some(v) = t.voyages {
        let enough = v * largest >= case.goods.tonnes * (1.0 - 1e-9);
        let needed = v == 1.0 || (v - 1.0) * largest < case.goods.tonnes;
        if !(enough && needed) {
            findings.add(Check::Terms, &format!("{} voyages", t.service), v, case.goods.tonnes / largest);
        }
    }
    let all: f64 = fleets().map(|f| f.count.value() * load(f)).sum();
    findings.close((Check::Terms, QUANTITY), &format!("{} tonnage", t.service), t.tonnage.iter().map(|x| x.tonnes).sum(), all);
}

/// Delays and availability span by span, and their sums.
pub(crate) fn path(case: &Case<'_>, light: &LightPath, findings: &mut Findings) {
    let (mut ms, mut km, mut up) = (0.0, 0.0, Some(1.0));
    for s in &light.spans {
        let Some(link) = row(case.corridor, &case.corridor.tables.link, &s.link) else {
            findings.add(Check::Terms, &s.link, "a span", "a link open on the day");
            continue;
        };
        let delay = (link.length.value() * link.delay_per_km.value() / 1000.0, link.end_delay.value());
        findings.close((Check::Terms, HOURS), &format!("{} delay", s.link), s.glass_ms + s.equipment_ms, delay.0 + delay.1);
        ms += delay.0 + delay.1;
        km += link.length.value();
        let rate = link.fault_rate.zip(link.repair);
        let fails = rate.map(|(r, repair)| r.value() / 1000.0 * link.length.value() * repair.mean().value() / 8766.0);
        up = up.zip(fails).map(|(u, f)| u / (1.0 + f));
    }
    findings.close((Check::Terms, HOURS), "light, one way", light.one_way_ms, ms);
    findings.close((Check::Terms, HOURS), "light, round trip", light.round_trip_ms, 2.0 * ms);
    findings.close((Check::Terms, HOURS), "light, km", light.path_km, km);
    findings.close((Check::Terms, HOURS), "light, availability", light.availability.unwrap_or(-1.0), up.unwrap_or(-1.0));
}

fn seats(case: &Case<'_>, way: &Way, findings: &mut Findings) {
    let Some(seats) = &way.seats else {
        if case.goods.on(Loading::Air).is_some() {
            findings.add(Check::Terms, "seats", "none", "fare, subsidy and frequency");
        }
        return;
    };
    let is_subsidy =
        |id: &str| row(case.corridor, &case.corridor.tables.tariff, id).is_some_and(|t| t.scope == TariffScope::Subsidy);
    let charges = || way.legs.iter().flat_map(|l| &l.charges);
    let paid: f64 = charges().filter(|c| is_subsidy(&c.tariff)).map(|c| -c.usd).sum();
    findings.close((Check::Terms, MONEY), "subsidy", seats.subsidy, paid);
    findings.close((Check::Terms, MONEY), "fare", seats.fare, charges().filter(|c| !is_subsidy(&c.tariff)).map(|c| c.usd).sum());
    findings.close((Check::Terms, MONEY), "price", seats.price, way.totals.cost.amount);
    for f in &seats.flights {
        let service = row(case.corridor, &case.corridor.tables.service, &f.service);
        let wanted = service.and_then(weekly);
        findings.close((Check::Terms, QUANTITY), &f.service, f.departures_per_week.unwrap_or(0.0), wanted.unwrap_or(0.0));
    }
}

fn weekly(s: &Service) -> Option<f64> {
    s.headway.filter(|h| s.departure == Departure::Headway && h.value() > 0.0).map(|h| 7.0 * 24.0 / h.value())
}
