//! From a leg's words to what it is in the tables. A leg may be several things (a service that calls twice, two cranes at one
//! port): all of them are returned, and the one that fits best is taken.

use crate::case::{Case, row};
use crate::deed::{Deed, Part, Ride, Touch, What, any, loading_on};
use crate::discrepancy::{Check, Findings};
use crate::time;
use keruen_model::waits::Awaited;
use keruen_model::{
    Departure, Facility, Id, Link, Loading, Node, Operation, OperationKind, Quantity, Service, ServiceKind, Stop,
};
use keruen_results::route::Leg;

/// Everything that the leg can be; empty, with a finding, where it is nothing.
pub(crate) fn deeds<'c>(case: &Case<'c>, leg: &Leg, standing: Loading, findings: &mut Findings) -> Vec<Deed<'c>> {
    let t = &case.corridor.tables;
    let end = |id: &str| row(case.corridor, &t.node, id).map(|n| n.node_id);
    let Some((from, to)) = end(&leg.from.id).zip(end(&leg.to.id)) else { return Vec::new() };
    let found = match (&leg.operation, &leg.service, &leg.link) {
        (Some(o), service, _) => work(case, leg, (o, service.as_deref()), from),
        (None, Some(s), _) => rides(case, s, (from, to), standing),
        (None, None, Some(l)) => link(case, l, from, to).into_iter().collect(),
        (None, None, None) => chains(case, &leg.links, from, to),
    };
    if found.is_empty() {
        let name = leg.operation.as_ref().or(leg.service.as_ref()).or(leg.link.as_ref()).or(leg.links.first());
        let says = format!("{} from {} to {}", leg.name, leg.from.id, leg.to.id);
        findings.add(Check::Row, name.map_or("leg", |n| n), says, "a row that is open on the day and joins the two places");
    }
    found
}

/// The end of a link ridden from a place, and whether it is ridden forth; `None` where it does not leave from there.
fn ridden(link: &Link, from: Id<Node>) -> Option<(Id<Node>, bool)> {
    if link.from_node_id == from {
        return Some((link.to_node_id, true));
    }
    (link.to_node_id == from && !link.directed).then_some((link.from_node_id, false))
}

fn link<'c>(case: &Case<'c>, id: &str, from: Id<Node>, to: Id<Node>) -> Option<Deed<'c>> {
    let link = row(case.corridor, &case.corridor.tables.link, id)?;
    let (end, forth) = ridden(link, from)?;
    let counting = loading_on(link.mode)?;
    (end == to).then(|| Deed {
        what: What::Link(link),
        from,
        to,
        counting,
        touch: touch_links(case, &[link], &[from, to], counting),
        km: link.length.value(),
        time: time::on_link(link, forth).into_iter().collect(),
        wait: None,
        clocked: None,
        risk: 0.0,
    })
}

/// A chain touches every place on it, not only its ends.
fn touch_links(case: &Case<'_>, links: &[&Link], places: &[Id<Node>], counting: Loading) -> Touch {
    let first = links[0];
    let itself = (links.len() == 1).then(|| any(first.link_id));
    let others = links.iter().map(|l| any(l.link_id)).filter(|l| itself != Some(*l));
    Touch {
        itself,
        others: others.chain(places.iter().map(|&n| any(n))).collect(),
        countries: places.iter().map(|&n| case.country_of(n)).collect(),
        home: case.seat_of(first.operator_id).unwrap_or_else(|| case.country_of(places[0])),
        mode: Some(first.mode),
        loadings: vec![counting],
        operators: links.iter().filter_map(|l| l.operator_id).collect(),
    }
}

/// A chain of links is ridden at an entry-exit price or as a haul.
fn chains<'c>(case: &Case<'c>, ids: &[String], from: Id<Node>, to: Id<Node>) -> Vec<Deed<'c>> {
    let transit = chain(case, ids, from, to);
    let haul = transit.as_ref().and_then(|deed| match &deed.what {
        What::Transit(links) => Some(Deed { what: What::Haul(links.clone()), ..deed.clone() }),
        _ => None,
    });
    transit.into_iter().chain(haul).collect()
}

/// A link by itself, as its prices see it, ridden as it is drawn; `None` where its mode is not ridden directly.
pub(crate) fn alone<'c>(case: &Case<'c>, link: &'c Link) -> Option<Deed<'c>> {
    self::link(case, case.id(link.link_id), link.from_node_id, link.to_node_id)
}

fn chain<'c>(case: &Case<'c>, ids: &[String], from: Id<Node>, to: Id<Node>) -> Option<Deed<'c>> {
    let links = ids.iter().map(|id| row(case.corridor, &case.corridor.tables.link, id)).collect::<Option<Vec<&Link>>>()?;
    over(case, links, from, to)
}

/// Over links one after the other; `None` where they do not join.
pub(crate) fn over<'c>(case: &Case<'c>, links: Vec<&'c Link>, from: Id<Node>, to: Id<Node>) -> Option<Deed<'c>> {
    let (mut places, mut time, mut km) = (vec![from], Vec::new(), 0.0);
    for &link in &links {
        let (end, forth) = ridden(link, places[places.len() - 1])?;
        places.push(end);
        time.extend(time::on_link(link, forth));
        km += link.length.value();
    }
    let counting = loading_on(links.first()?.mode)?;
    let touch = touch_links(case, &links, &places, counting);
    let touch = Touch { itself: None, others: touch.others.into_iter().chain(touch.itself).collect(), ..touch };
    (places.last() == Some(&to)).then_some(Deed {
        what: What::Transit(links),
        from,
        to,
        counting,
        touch,
        km,
        time,
        wait: None,
        clocked: None,
        risk: 0.0,
    })
}

fn rides<'c>(case: &Case<'c>, id: &str, ends: (Id<Node>, Id<Node>), standing: Loading) -> Vec<Deed<'c>> {
    let t = &case.corridor.tables;
    let Some(service) = row(case.corridor, &t.service, id) else { return Vec::new() };
    let mut stops: Vec<&Stop> = t.stop.iter().filter(|s| s.service_id == service.service_id).collect();
    stops.sort_by_key(|s| s.sequence);
    let mut out = Vec::new();
    for a in (0..stops.len()).filter(|&i| stops[i].node_id == ends.0) {
        for b in (0..stops.len()).filter(|&i| stops[i].node_id == ends.1 && i != a) {
            // A timetable has the clocks of one direction.
            let clocked = service.departure == Departure::Timetable && stops[a].departure.is_some();
            if b > a || service.both_ways && !clocked {
                out.push(ride(case, service, &stops, (a, b), standing));
            }
        }
    }
    out
}

/// A ride as it is put together, call by call.
struct Put<'c> {
    ride: Ride<'c>,
    time: Vec<Part>,
    km: f64,
    /// Every place passed, links' ends and calls.
    places: Vec<Id<Node>>,
}

fn ride<'c>(case: &Case<'c>, service: &'c Service, stops: &[&'c Stop], (a, b): (usize, usize), standing: Loading) -> Deed<'c> {
    let order: Vec<usize> = if a < b { (a..=b).collect() } else { (b..=a).rev().collect() };
    let ride = called(case, service, stops, &order);
    let mut put = Put { places: vec![ride.calls[0]], ride, time: Vec::new(), km: 0.0 };
    for pair in order.windows(2) {
        ride_hop(case, stops, (pair[0], pair[1]), &mut put);
    }
    let stays = order[1..order.len() - 1].iter().filter_map(|&i| stops[i].dwell.as_ref());
    put.time.extend(stays.map(time::of));
    put.places.dedup();
    let Put { ride: mut r, time, km, places } = put;
    // A timetable that says when it comes needs no speed.
    let says = stops[b].arrival.is_some() && service.departure == Departure::Timetable && stops[a].departure.is_some();
    r.timed |= says;
    r.usual = time.iter().map(|p| p.median).sum();
    let counting = counting_on(case, service, standing);
    let outside = service.kind == ServiceKind::Outside;
    let first = stops.iter().find(|s| s.node_id == r.calls[0]);
    let wait = first.filter(|_| !outside).and_then(|s| time::wait(case, service, s));
    let touch = touch_ride(case, &r, &places, counting);
    let (from, to) = (r.calls[0], stops[b].node_id);
    Deed { from, to, what: What::Ride(r), counting, touch, km, time, wait, clocked: None, risk: 0.0 }
}

/// A ride with its calls and berths, before its hops.
fn called<'c>(case: &Case<'c>, service: &'c Service, stops: &[&'c Stop], order: &[usize]) -> Ride<'c> {
    let (first, last) = (order[0].min(order[order.len() - 1]), order[0].max(order[order.len() - 1]));
    Ride {
        service,
        links: Vec::new(),
        missing: Vec::new(),
        joined: true,
        calls: order.iter().map(|&i| stops[i].node_id).collect(),
        // In the order of the service: of two calls with the same water the earlier one counts.
        berths: stops[first..=last].iter().filter_map(|s| case.corridor.tables.facility.find(s.facility_id?)).collect(),
        timed: true,
        stops: order.iter().map(|&i| stops[i]).collect(),
        passed: Vec::new(),
        usual: 0.0,
    }
}

/// Adds the hop between two calls that follow each other.
fn ride_hop<'c>(case: &Case<'c>, stops: &[&'c Stop], (here, next): (usize, usize), put: &mut Put<'c>) {
    // The links and the time between two calls stand at the later of the two in the order of the service.
    let (stop, back) = (stops[here.max(next)], here > next);
    let hop = hop(case, stop, back, put.places[put.places.len() - 1], &mut put.ride);
    put.ride.passed.extend(stop.passes.iter().map(|c| c.0));
    put.ride.joined &= stop.via.is_empty() || hop.last().is_some_and(|h| h.2 == stops[next].node_id);
    put.places.extend(hop.iter().map(|h| h.2));
    put.places.push(stops[next].node_id);
    put.km += if stop.via.is_empty() {
        stop.distance.map_or(0.0, Quantity::value)
    } else {
        hop.iter().map(|h| h.0.length.value()).sum()
    };
    let ridden: Vec<(&Link, bool)> = hop.iter().map(|h| (h.0, h.1)).collect();
    let part = time::hop(case, put.ride.service, stop, &ridden);
    put.ride.timed &= part.is_some();
    put.time.extend(part);
}

/// The links of a hop in riding order: link, whether it is ridden forth, and its end.
fn hop<'c>(case: &Case<'c>, stop: &Stop, back: bool, start: Id<Node>, r: &mut Ride<'c>) -> Vec<(&'c Link, bool, Id<Node>)> {
    let mut ids: Vec<Id<Link>> = stop.via.to_vec();
    if back {
        ids.reverse();
    }
    let (mut out, mut at) = (Vec::new(), start);
    for id in ids {
        let Some(link) = case.corridor.tables.link.find(id) else {
            r.missing.push(id.sym());
            continue;
        };
        r.joined &= ridden(link, at).is_some();
        let (end, forth) = ridden(link, at).unwrap_or((at, true));
        out.push((link, forth, end));
        r.links.push(link);
        at = end;
    }
    out
}

/// An outside service counts the goods as they stand on it, though it takes them from the ground to the ground.
fn counting_on(case: &Case<'_>, service: &Service, standing: Loading) -> Loading {
    if service.loading.contains(&standing) {
        return standing;
    }
    service.loading.iter().copied().find(|&l| case.goods.on(l).is_some()).unwrap_or(standing)
}

/// A ride touches its links, the places that it passes and their countries.
fn touch_ride(case: &Case<'_>, r: &Ride<'_>, places: &[Id<Node>], counting: Loading) -> Touch {
    let links = r.links.iter().map(|l| any(l.link_id));
    Touch {
        itself: Some(any(r.service.service_id)),
        others: links.chain(places.iter().map(|&n| any(n))).collect(),
        countries: places.iter().map(|&n| case.country_of(n)).chain(r.passed.iter().copied()).collect(),
        home: case.seat_of(r.service.operator_id).unwrap_or_else(|| case.country_of(r.calls[0])),
        mode: Some(r.service.mode),
        loadings: vec![counting],
        operators: r.service.operator_id.into_iter().collect(),
    }
}

fn work<'c>(case: &Case<'c>, leg: &Leg, (operation, service): (&str, Option<&str>), at: Id<Node>) -> Vec<Deed<'c>> {
    let t = &case.corridor.tables;
    let Some(op) = row(case.corridor, &t.operation, operation) else { return Vec::new() };
    let service = service.map(|s| row(case.corridor, &t.service, s));
    if service == Some(None) || leg.to.id != leg.from.id {
        return Vec::new();
    }
    let here = |f: &&Facility| match op.facility_id {
        Some(own) => f.facility_id == own,
        None => op.facility_kind == Some(f.kind) && !replaced(case, op, f),
    };
    case.facilities_at(at).filter(here).map(|f| work_at(case, op, f, service.flatten())).collect()
}

/// A template does not hold where the facility has a row of its own for the same work that also fits the goods.
fn replaced(case: &Case<'_>, template: &Operation, facility: &Facility) -> bool {
    let shape = |o: &Operation| (o.kind, o.from_loading, o.to_loading, o.from_gauge, o.to_gauge, o.from_country, o.to_country);
    let loadings = [template.from_loading, template.to_loading];
    let fits = |o: &Operation| case.goods.are(&o.cargo, Default::default()) && case.goods.are_in(&o.equipment, &loadings);
    let own = case.corridor.tables.operation.iter().filter(|o| o.facility_id == Some(facility.facility_id));
    own.filter(|o| shape(o) == shape(template)).any(fits)
}

fn work_at<'c>(case: &Case<'c>, op: &'c Operation, f: &'c Facility, service: Option<&'c Service>) -> Deed<'c> {
    // The ground has no wagons: work counts the vehicle's side.
    let counting = if op.from_loading == Loading::Ground { op.to_loading } else { op.from_loading };
    let here = case.country_of(f.node_id);
    let border = [op.from_country, op.to_country].into_iter().filter(|_| op.kind == OperationKind::Border).map(|c| c.0);
    let stop =
        service.and_then(|s| case.corridor.tables.stop.iter().find(|x| x.service_id == s.service_id && x.node_id == f.node_id));
    let leads_aboard = crate::deed::aboard(op.to_loading) && op.from_loading != op.to_loading;
    let touch = Touch {
        itself: Some(any(op.operation_id)),
        others: [any(f.facility_id), any(f.node_id)].into_iter().chain(service.map(|s| any(s.service_id))).collect(),
        countries: std::iter::once(here).chain(border).collect(),
        home: here,
        mode: None,
        loadings: vec![op.from_loading, op.to_loading],
        operators: f.operator_id.into_iter().collect(),
    };
    Deed {
        what: What::Work(op, f, service),
        from: f.node_id,
        to: f.node_id,
        counting,
        touch,
        km: 0.0,
        time: time::work(&case.goods, op, counting),
        wait: match service.zip(stop).filter(|_| leads_aboard) {
            Some((s, stop)) => time::wait(case, s, stop),
            None => time::seen(case, Awaited::Work(op.operation_id)).filter(|p| p.median > 0.0),
        },
        clocked: None,
        risk: 0.0,
    }
}
