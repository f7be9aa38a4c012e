//! Rides on services, from one stop to a later one.

use super::super::consignment::Carriage;
use super::super::draught::draught;
use super::super::emissions::{Emitting, factor};
use super::super::graph::{ArcKind, TimeKind, TimePart, WaitOrigin};
use super::super::rules::Touch;
use super::super::state::Standing;
use super::super::tariffs::Ends;
use super::act::{Found, Key};
use super::schedule::timetabled;
use super::{Act, Maker, any};
use keruen_model::dist::Law;
use keruen_model::waits::Awaited;
use keruen_model::{
    Activity, AnyRef, Corridor, Departure, Dist, Hours, Id, Km, KmPerHour, Link, Loading, Mode, Quantity, Service, ServiceKind,
    Stop, Sym, TableKind, TariffScope, Text, Tonnes,
};
use smallvec::{SmallVec, smallvec};

/// A ride between two calls: the stops after which its hops end, and those passed.
pub(super) struct Ride<'a> {
    service: &'a Service,
    ends: (&'a Stop, &'a Stop),
    legs: &'a [&'a Stop],
    passed: &'a [&'a Stop],
}

impl Maker<'_, '_> {
    pub(super) fn rides(&self, s: Standing, service: Id<Service>, out: &mut Found<'_>) {
        let Some(v) = self.index.corridor.tables.service.position(service.sym()) else { return };
        self.rides_of(s, v as u32, s.loading, None, out);
    }

    /// Services that take the goods as they stand, without work of a terminal: trains by timetable, and outside options whose
    /// price and time hold everything from the ground to the ground.
    pub(super) fn boardings_without_work(&self, s: Standing, out: &mut Found<'_>) {
        let mut seen: Vec<u32> = Vec::new();
        for &(v, stop) in &self.index.calls_at[s.node as usize] {
            let (service, stop) = (self.index.service(v), self.index.stop(stop));
            let outside = service.kind == ServiceKind::Outside && s.loading == Loading::Ground;
            let on_rails = s.loading == Loading::Rail && service.mode == Mode::Rail && service.loading.contains(&Loading::Rail);
            let on_road = s.loading == Loading::Road && service.mode == Mode::Road && service.loading.contains(&Loading::Road);
            let at_home = s.cleared == self.index.country[s.node as usize];
            if (outside || at_home && (on_rails || on_road)) && !seen.contains(&v) && self.takes[v as usize] {
                seen.push(v);
                let counts = service.loading.iter().copied().find(|&l| self.goods.any_lot.on(l).is_some()).unwrap_or(s.loading);
                let waits = (!outside && !timetabled(service, stop)).then(|| wait(self.index.corridor, service, stop));
                self.rides_of(s, v, if outside { counts } else { s.loading }, waits, out);
            }
        }
    }

    fn rides_of(&self, s: Standing, v: u32, loading: Loading, waits: Option<TimePart>, out: &mut Found<'_>) {
        let service = self.index.service(v);
        let stops: SmallVec<[&Stop; 16]> = self.index.stops_of[v as usize].iter().map(|&i| self.index.stop(i)).collect();
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        for at in (0..stops.len()).filter(|&i| stops[i].node_id == here) {
            for to in (at + 1..stops.len()).chain(if service.both_ways { 0..at } else { 0..0 }) {
                // A timetable has the clocks of one direction.
                if to < at && timetabled(service, stops[at]) {
                    continue;
                }
                let Some(node) = t.node.position(stops[to].node_id.sym()) else { continue };
                let (aboard, ends) = (s.service.is_some(), (stops[at], stops[to]));
                let key = Key::Ride { service: v, from: at as u32, to: to as u32, on: s.loading, gauge: s.gauge, aboard };
                out.add(self.ashore(s, service, node), key, || {
                    let legs: Vec<&Stop> =
                        if to > at { stops[at + 1..=to].to_vec() } else { stops[to + 1..=at].iter().rev().copied().collect() };
                    let passed = if to > at { &stops[at + 1..to] } else { &stops[to + 1..at] };
                    let ride = Ride { service, ends, legs: &legs, passed };
                    self.ride(s, &ride, node, loading, waits)
                });
            }
        }
    }

    /// How the goods stand when a ride is over.
    fn ashore(&self, s: Standing, service: &Service, node: usize) -> Standing {
        let outside = service.kind == ServiceKind::Outside;
        let cleared = if outside && s.loading == Loading::Ground { self.index.country[node] } else { s.cleared };
        Standing { node: node as u32, cleared, ahead: false, rode: s.service.is_some(), ..s }
    }

    fn ride(&self, s: Standing, ride: &Ride<'_>, node: usize, loading: Loading, waits: Option<TimePart>) -> Option<Act> {
        let &Ride { service, ends, legs, passed } = ride;
        let links = self.ridden(s, legs)?;
        let own: Km = legs.iter().filter(|l| l.via.is_empty()).filter_map(|l| l.distance).sum();
        let distance = links.iter().map(|l| l.length).sum::<Km>() + own;
        let ids = links.iter().map(|l| l.link_id).collect();
        let kind = ArcKind::Ride(service.service_id, ids);
        let mut time = ride_time(self.index.corridor, service, legs, passed).or_else(|| ends.1.arrival.map(|_| Vec::new()))?;
        time.extend(waits);
        let mut made = self.transport((s.node, node as u32), loading, kind, distance, &time);
        if timetabled(service, ends.0) {
            let usual = made.time.iter().map(|p| p.time.quantile(0.5)).sum();
            made.opens = Some(Box::new(self.opening_of_ride(s, service, ends, usual)));
        }
        let calls: Vec<&Stop> = [ends.0].into_iter().chain(passed.iter().copied()).chain([ends.1]).collect();
        self.weather(&mut made, &calls, &links);
        made.touch = self.touch_ride(service, (&links, legs), s.node as usize, node, loading);
        self.touch_passed(&mut made.touch, &links, passed.iter().map(|p| p.node_id));
        let scopes = [TariffScope::Service, TariffScope::Through, TariffScope::Rent];
        let near = self.goods.tariffs.near(&made.touch);
        self.price(&mut made, &near, &scopes, Ends::Of(ends.0.node_id, ends.1.node_id));
        let e = Emitting {
            activity: Activity::Move,
            touch: &made.touch,
            country: made.touch.country,
            mode: made.touch.mode,
            loading,
            traction: None,
            service: Some(service.service_id),
            operation: None,
            distance,
        };
        made.emits.extend(factor(self.index, self.goods, &e));
        let water = draught(self.index, service.service_id, (ends.0.node_id, ends.1.node_id));
        made.shallow = water.filter(|d| d.left <= Tonnes(0.0)).map(|d| d.facility);
        Some(self.finished(made, &near, &[]))
    }

    /// The links of a ride in riding order; `None` where one is closed or of another gauge than the goods stand on.
    fn ridden(&self, s: Standing, legs: &[&Stop]) -> Option<Vec<&Link>> {
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        // Against the order of the service the first hop belongs to the call here.
        let back = legs.first().is_some_and(|l| l.node_id == here);
        let mut out = Vec::new();
        for leg in legs {
            let mut via: Vec<&Link> = leg.via.iter().map(|&l| t.link.find(l)).collect::<Option<_>>()?;
            if back {
                via.reverse();
            }
            out.extend(via);
        }
        let other_gauge = |l: &&Link| {
            l.mode == Mode::Rail && s.loading == Loading::Rail && l.gauge.is_some_and(|g| g.value() as u16 != s.gauge)
        };
        (!out.iter().any(other_gauge)).then_some(out)
    }

    pub(super) fn touch_ride(
        &self,
        service: &Service,
        (links, legs): (&[&Link], &[&Stop]),
        from: usize,
        to: usize,
        loading: Loading,
    ) -> Touch {
        let mut rows: SmallVec<[AnyRef; 4]> = smallvec![any(TableKind::Service, service.service_id.sym())];
        rows.extend(links.iter().map(|l| any(TableKind::Link, l.link_id.sym())));
        rows.extend([self.node_ref(from), self.node_ref(to)]);
        let operator = service.operator_id.and_then(|o| self.index.corridor.tables.operator.find(o));
        Touch {
            rows,
            country: Some(operator.map_or(self.index.country[from], |o| o.country.0)),
            countries: self.countries_of_ride((links, legs), from, to),
            mode: Some(service.mode),
            loadings: smallvec![loading],
            operator: service.operator_id,
        }
    }

    /// Calls and the ends of links are touched on the way, not only the first and the last.
    pub(super) fn touch_passed(&self, touch: &mut Touch, links: &[&Link], calls: impl Iterator<Item = Id<keruen_model::Node>>) {
        for n in links.iter().flat_map(|l| [l.from_node_id, l.to_node_id]).chain(calls) {
            let Some(at) = self.index.corridor.tables.node.position(n.sym()) else { continue };
            let (row, country) = (any(TableKind::Node, n.sym()), self.index.country[at]);
            if !touch.rows.contains(&row) {
                touch.rows.push(row);
            }
            if !touch.countries.contains(&country) {
                touch.countries.push(country);
            }
        }
    }

    /// Countries at the ends of a ride and of each link on it, and those that its stops say are passed.
    fn countries_of_ride(&self, (links, legs): (&[&Link], &[&Stop]), from: usize, to: usize) -> SmallVec<[Sym; 4]> {
        let nodes = &self.index.corridor.tables.node;
        let ends = links.iter().flat_map(|l| [l.from_node_id, l.to_node_id]).filter_map(|n| nodes.position(n.sym()));
        let mut out: SmallVec<[Sym; 4]> = smallvec![self.index.country[from], self.index.country[to]];
        let passed = legs.iter().flat_map(|s| s.passes.iter()).map(|c| c.0);
        for country in ends.map(|n| self.index.country[n]).chain(passed) {
            if !out.contains(&country) {
                out.push(country);
            }
        }
        out
    }

    /// Which services take the goods.
    pub fn services_that_take(&self) -> Vec<bool> {
        self.index.corridor.tables.service.iter().map(|s| self.service_takes(s)).collect()
    }

    pub(super) fn service_takes(&self, service: &Service) -> bool {
        self.goods.fit(&service.cargo, &service.equipment, Text::default(), &service.loading) && self.fits_on_board(service)
    }

    /// A vehicle takes what table `fit` lets on it; one of which the table says nothing takes everything.
    fn fits_on_board(&self, service: &Service) -> bool {
        let t = &self.index.corridor.tables;
        let vehicles: SmallVec<[AnyRef; 8]> =
            service.fleet.iter().filter_map(|&f| t.fleet.find(f)).map(|f| any(TableKind::Vehicle, f.vehicle_id.sym())).collect();
        let mut told = t.fit.iter().filter(|f| vehicles.contains(&f.carrier)).peekable();
        let carriages: SmallVec<[&Carriage; 8]> = service.loading.iter().filter_map(|&l| self.goods.any_lot.on(l)).collect();
        let mine = |e: keruen_model::AnyRef| {
            carriages.iter().any(|c| std::iter::once(c.equipment).chain(c.under).any(|x| any(TableKind::Equipment, x.sym()) == e))
        };
        service.kind == ServiceKind::Outside || told.peek().is_none() || told.any(|f| mine(f.carried))
    }
}

/// Moving and staying at the stops passed; `None` where neither time, speed nor distance is known.
pub fn ride_time(corridor: &Corridor, service: &Service, legs: &[&Stop], passed: &[&Stop]) -> Option<Vec<TimePart>> {
    let t = &corridor.tables;
    let speed =
        service.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter_map(|f| t.vehicle.find(f.vehicle_id)).find_map(|v| v.speed);
    let mut parts = Vec::new();
    for leg in legs {
        let links: Vec<&Link> = leg.via.iter().filter_map(|&l| t.link.find(l)).collect();
        let length: Km = if links.is_empty() { leg.distance.unwrap_or_default() } else { links.iter().map(|l| l.length).sum() };
        let by_links = || -> Option<Dist<Hours>> {
            links
                .iter()
                .map(|l| l.free_speed.map(|v| l.length.at(v)))
                .sum::<Option<Hours>>()
                .filter(|h| h.value() > 0.0)
                .map(Dist::fixed)
        };
        let time = leg.time.or_else(|| speed.map(|v| over(length, &v))).or_else(by_links)?;
        parts.push(TimePart { kind: TimeKind::Moving, time });
    }
    parts.extend(passed.iter().filter_map(|s| s.dwell).map(|time| TimePart { kind: TimeKind::Dwell, time }));
    Some(parts)
}

/// Time over a distance at a speed that varies: the law of the speed turned round.
pub(super) fn over(length: Km, speed: &Dist<KmPerHour>) -> Dist<Hours> {
    let at = |v: f64| length.value() / v.max(1e-9);
    let law = match speed.law() {
        Law::Uniform(a, b) => Law::Uniform(at(b), at(a)),
        Law::Triangular(a, m, b) => Law::Triangular(at(b), at(m), at(a)),
        _ => Law::Fixed(at(speed.quantile(0.5).value())),
    };
    let time: Dist<Hours> = Dist::new(law).unwrap_or_default();
    // The median of length / speed is length / median of the speed; the turned law has its shape, not its centre.
    let centre = time.quantile(0.5).value();
    if centre > 0.0 { time.scaled(at(speed.quantile(0.5).value()) / centre) } else { time }
}

/// What a simulation found, or what was seen; else evenly between the cut-off and the cut-off plus one headway (or the longest wait):
/// goods come at any moment.
pub(super) fn wait(corridor: &Corridor, service: &Service, stop: &Stop) -> TimePart {
    if let Some(time) = corridor.waits.of(service.service_id, stop.node_id) {
        return TimePart { kind: TimeKind::Waiting(WaitOrigin::Simulated), time };
    }
    if let Some(seen) = corridor.waits.seen(Awaited::Departure(service.service_id, stop.node_id)) {
        return TimePart { kind: TimeKind::Waiting(WaitOrigin::Seen(seen.observation)), time: seen.wait() };
    }
    let cut_off = stop.cut_off.value();
    let after = |h: Option<Hours>| Dist::new(Law::Uniform(cut_off, cut_off + h.unwrap_or_default().value())).unwrap_or_default();
    match service.departure {
        Departure::Headway | Departure::Timetable => {
            TimePart { kind: TimeKind::Waiting(WaitOrigin::HalfHeadway), time: after(service.headway) }
        }
        Departure::WhenFull => TimePart {
            kind: TimeKind::Waiting(WaitOrigin::HalfLongestWait),
            time: after(service.longest_wait.or(service.headway)),
        },
        Departure::OnDemand => TimePart { kind: TimeKind::Waiting(WaitOrigin::None), time: Dist::fixed(stop.cut_off) },
    }
}
