//! The arcs that leave a state: links, operations, boardings and rides.

use super::charges::ChargeLine;
use super::consignment::{Consignment, Lot};
use super::emissions::{EmissionLine, Emitting, emission};
use super::graph::{Arc, ArcKind, RefusalReason, TimeKind, TimePart, WaitOrigin};
use super::index::Index;
use super::rules::{Goods, Touch, judge};
use super::state::{State, StateIx};
use super::tariffs::{Priced, charges};
use keruen_model::dist::Law;
use keruen_model::{
    Activity, AnyRef, Departure, Dist, Hours, Id, Km, KmPerHour, Link, Loading, Mode, Operation, OperationKind, Quantity,
    Service, ServiceKind, Stop, TableKind, TariffScope, Text, Unit,
};

/// One step from a state, allowed or refused.
pub(super) struct Step {
    pub to: State,
    pub refused: Option<(AnyRef, RefusalReason)>,
    /// Whether it leaves the origin as the first step.
    first: bool,
    /// Items granted on this very step.
    fresh: u8,
    kind: ArcKind,
    loading: Loading,
    distance: Km,
    time: Vec<TimePart>,
    charges: Vec<ChargeLine>,
    emissions: Vec<EmissionLine>,
    papers: Vec<Text>,
    permits: Vec<(Id<keruen_model::Permit>, u32)>,
}

/// Largest integer cost of one arc, so that no sum over a way leaves 64 bits.
const COST_LIMIT: f64 = 1.0e15;

fn integer(value: f64) -> i64 {
    value.round().clamp(-COST_LIMIT, COST_LIMIT) as i64
}

impl Step {
    /// The step as an arc between numbered states.
    pub fn arc(self, from: StateIx, to: StateIx, ticks_per_hour: f64) -> Arc {
        let usd: f64 = self.charges.iter().map(|c| c.usd).sum();
        let hours: f64 = self.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        let grams: f64 = self.emissions.iter().map(|e| e.grams).sum();
        let costs = [integer(usd * 100.0), integer(hours * ticks_per_hour), integer(grams), 0];
        Arc {
            from,
            to,
            kind: self.kind,
            loading: self.loading,
            distance: self.distance,
            time: self.time,
            charges: self.charges,
            emissions: self.emissions,
            papers: self.papers,
            permits: self.permits,
            costs,
        }
    }
}

/// Makes the steps from states for one consignment.
pub(super) struct Expander<'a, 'c> {
    index: &'a Index<'c>,
    question: &'a Consignment,
    goods: Goods<'a>,
    /// Items of subsidies and duties that the goods can meet.
    policies: Vec<Text>,
}

impl<'a, 'c> Expander<'a, 'c> {
    pub fn new(index: &'a Index<'c>, question: &'a Consignment, lot: &'a Lot) -> Self {
        let goods = Goods::new(index.corridor, question, lot);
        let policies = policies(index, &goods);
        Expander { index, question, goods, policies }
    }

    /// On the ground at the origin, cleared in its country.
    pub fn origin(&self) -> Option<State> {
        let node = self.index.corridor.tables.node.position(self.question.from.sym())?;
        Some(State { node: node as u32, loading: Loading::Ground, gauge: 0, cleared: self.index.country[node], service: None, used: 0, granted: 0 })
    }

    /// On the ground at the destination, cleared in its country.
    pub fn is_goal(&self, s: &State) -> bool {
        let node = self.index.corridor.tables.node.position(self.question.to.sym());
        let all = ((1u16 << self.question.must_use.len()) - 1) as u8;
        node == Some(s.node as usize)
            && s.loading == Loading::Ground
            && s.cleared == self.index.country[s.node as usize]
            && s.used == all
    }

    /// Every step from a state.
    pub fn steps(&self, s: State) -> Vec<Step> {
        let mut out = Vec::new();
        match s.service {
            Some(service) => self.rides(s, service, &mut out),
            None => {
                self.links(s, &mut out);
                self.boardings_without_work(s, &mut out);
            }
        }
        self.operations(s, &mut out);
        self.transits(s, &mut out);
        out
    }

    fn cleared_to_leave(&self, s: State, to_node: usize) -> bool {
        let free = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air);
        free || s.cleared == self.index.country[s.node as usize] || s.cleared == self.index.country[to_node]
    }

    fn links(&self, s: State, out: &mut Vec<Step>) {
        let Some(mode) = mode_of(s.loading) else { return };
        let t = &self.index.corridor.tables;
        for &(l, forward) in &self.index.links_at[s.node as usize] {
            let link = &t.link.rows()[l as usize];
            let gauge_fits = mode != Mode::Rail || link.gauge.map_or(0, |g| g.value() as u16) == s.gauge;
            let end = if forward { link.to_node_id } else { link.from_node_id };
            let Some(to) = t.node.position(end.sym()) else { continue };
            if link.mode != mode || !gauge_fits || !self.cleared_to_leave(s, to) {
                continue;
            }
            let time = link_time(link, forward);
            let mut step = self.transport(s, State { node: to as u32, ..s }, ArcKind::Link(link.link_id), link.length, time);
            let touch = self.touch_link(link, s.node as usize, to, s.loading);
            self.price(&mut step, &touch, &[TariffScope::Link, TariffScope::Rent], s, to);
            self.emit_on_links(&mut step, &touch, &[(link, link.length)]);
            self.apply_rules(&mut step, &touch, mode != Mode::Fibre);
            out.push(step);
        }
    }

    fn touch_link(&self, link: &Link, from: usize, to: usize, loading: Loading) -> Touch {
        let t = &self.index.corridor.tables;
        let operator = link.operator_id.and_then(|o| t.operator.find(o));
        Touch {
            rows: vec![any(TableKind::Link, link.link_id.sym()), self.node_ref(from), self.node_ref(to)],
            country: Some(operator.map_or(self.index.country[from], |o| o.country.0)),
            countries: vec![self.index.country[from], self.index.country[to]],
            mode: Some(link.mode),
            loadings: vec![loading],
            operator: link.operator_id,
        }
    }

    fn node_ref(&self, node: usize) -> AnyRef {
        any(TableKind::Node, self.index.corridor.tables.node.rows()[node].node_id.sym())
    }

    fn transport(&self, s: State, to: State, kind: ArcKind, distance: Km, time: Dist<Hours>) -> Step {
        Step {
            to,
            refused: None,
            first: Some(s) == self.origin(),
            fresh: 0,
            kind,
            loading: s.loading,
            distance,
            time: vec![TimePart { kind: TimeKind::Moving, time }],
            charges: Vec::new(),
            emissions: Vec::new(),
            papers: Vec::new(),
            permits: Vec::new(),
        }
    }

    fn price(&self, step: &mut Step, touch: &Touch, scopes: &[TariffScope], s: State, to: usize) {
        let nodes = self.index.corridor.tables.node.rows();
        let hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let ends = Some((nodes[s.node as usize].node_id, nodes[to].node_id));
        let priced = Priced { scopes, touch, loading: step.loading, ends, operation: None, distance: step.distance, time: hours };
        step.charges = charges(self.index, &self.goods, &priced);
    }

    fn emit_on_links(&self, step: &mut Step, touch: &Touch, links: &[(&Link, Km)]) {
        for (link, length) in links {
            let operator = link.operator_id.and_then(|o| self.index.corridor.tables.operator.find(o));
            let mut here = touch.clone();
            here.country = operator.map(|o| o.country.0).or(touch.country);
            here.mode = Some(link.mode);
            let e = Emitting {
                activity: Activity::Move,
                touch: &here,
                loading: step.loading,
                traction: link.traction,
                service: None,
                operation: None,
                distance: *length,
            };
            step.emissions.extend(emission(self.index, &self.goods, &e));
        }
    }

    /// Subsidies and duties: of the rows that name something the step touches, or (on the first step) the origin and destination
    /// of the consignment, each item once.
    fn policy(&self, step: &mut Step, touch: &Touch) {
        let rows = self.index.corridor.tables.tariff.rows();
        let hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let ends = step.first.then_some((self.question.from, self.question.to));
        let scopes = [TariffScope::Subsidy, TariffScope::Duty];
        let priced = Priced { scopes: &scopes, touch, loading: step.loading, ends, operation: None, distance: step.distance, time: hours };
        for line in charges(self.index, &self.goods, &priced) {
            let Some(bit) = self.policies.iter().position(|&item| item == rows[line.tariff as usize].item) else { continue };
            let mask = 1u8 << bit;
            if step.to.granted & mask == 0 || step.fresh & mask != 0 {
                step.fresh |= mask;
                step.to.granted |= mask;
                step.charges.push(line);
            }
        }
    }

    /// Rules, the user's own refusals, and the demand for a price.
    fn apply_rules(&self, step: &mut Step, touch: &Touch, must_be_priced: bool) {
        self.policy(step, touch);
        let verdict = judge(self.index, &self.goods, touch);
        for (bit, wanted) in self.question.must_use.iter().enumerate() {
            step.to.used |= u8::from(touch.rows.contains(wanted)) << bit;
        }
        step.papers.extend(verdict.papers);
        step.permits.extend(verdict.permits);
        let what = touch.rows[0];
        let shunned = touch.rows.iter().find(|r| self.question.avoid.contains(r)).copied();
        let shunned_country = touch.countries.iter().any(|&c| self.question.avoid_countries.iter().any(|a| a == self.index.corridor.text(c)));
        let operator = touch.operator.map(|o| any(TableKind::Operator, o.sym())).filter(|o| self.question.avoid.contains(o));
        let transport = |scope: TariffScope| matches!(scope, TariffScope::Link | TariffScope::Service | TariffScope::Through | TariffScope::Transit);
        let rows = self.index.corridor.tables.tariff.rows();
        let priced = step.charges.iter().any(|c| transport(rows[c.tariff as usize].scope));
        step.refused = if let Some(rule) = verdict.refused_by {
            Some((what, RefusalReason::Rule(rule)))
        } else if let Some(own) = shunned.or(operator).or(shunned_country.then_some(what)) {
            Some((own, RefusalReason::Asked))
        } else if must_be_priced && !priced {
            Some((what, RefusalReason::NoPrice))
        } else {
            None
        };
    }

    fn operations(&self, s: State, out: &mut Vec<Step>) {
        let t = &self.index.corridor.tables;
        for &f in &self.index.facilities_at[s.node as usize] {
            for &o in &self.index.operations_of[f as usize] {
                let op = &t.operation.rows()[o as usize];
                if !self.operation_fits(op, s) {
                    continue;
                }
                for (service, waits) in self.services_of(op, s, f) {
                    self.operation(s, op, f, service, waits, out);
                }
            }
        }
    }

    fn operation_fits(&self, op: &Operation, s: State) -> bool {
        let rail_gauge = s.loading != Loading::Rail || op.from_gauge.is_none_or(|g| g.value() as u16 == s.gauge);
        let border = op.kind != OperationKind::Border || self.border_fits(op, s);
        let standing = op.to_loading == Loading::Ground || self.goods.lot.on(op.to_loading).is_some();
        op.from_loading == s.loading
            && rail_gauge
            && border
            && self.cleared_to_leave_the_rails(op, s)
            && standing
            && self.goods.fit(&op.cargo, &op.equipment, Text::default(), &[op.from_loading, op.to_loading])
    }

    /// What came over a border on rails or road is cleared before it leaves them; gauge changes and the clearing itself may be first.
    fn cleared_to_leave_the_rails(&self, op: &Operation, s: State) -> bool {
        let stays = op.to_loading == op.from_loading || !matches!(op.from_loading, Loading::Rail | Loading::Road);
        stays || s.cleared == self.index.country[s.node as usize]
    }

    /// Goods cleared in the country that is left, at a place in either of the two.
    fn border_fits(&self, op: &Operation, s: State) -> bool {
        let here = self.index.country[s.node as usize];
        let (from, to) = (op.from_country.0, op.to_country.0);
        let any_country = self.index.corridor.text(from) == ANY_COUNTRY && s.cleared != here;
        (s.cleared == from || any_country) && (here == to || here == from)
    }

    /// For an operation that puts goods aboard: each service it can be, with its wait; else no service.
    fn services_of(&self, op: &Operation, s: State, facility: u32) -> Vec<(Option<Id<Service>>, Option<TimePart>)> {
        let aboard = |l: Loading| matches!(l, Loading::Ship | Loading::WagonOnShip | Loading::TruckOnShip | Loading::Air);
        if !aboard(op.to_loading) {
            let off = s.service.is_none() || op.service.is_empty() || s.service.is_some_and(|v| op.service.contains(&v));
            return if off { vec![(None, None)] } else { Vec::new() };
        }
        if s.service.is_some() {
            return Vec::new();
        }
        let t = &self.index.corridor.tables;
        let here = t.facility.rows()[facility as usize].facility_id;
        let calls = &self.index.calls_at[s.node as usize];
        let mut out = Vec::new();
        for &(v, stop) in calls {
            let (service, stop) = (self.index.service(v), self.index.stop(stop));
            let there = stop.facility_id.is_none_or(|f| f == here) || !op.service.is_empty();
            let takes = service.loading.contains(&op.to_loading) && self.service_takes(service);
            let named = op.service.is_empty() || op.service.contains(&service.service_id);
            if there && takes && named && !out.iter().any(|(x, _)| *x == Some(service.service_id)) {
                out.push((Some(service.service_id), Some(wait(service, stop))));
            }
        }
        out
    }

    fn service_takes(&self, service: &Service) -> bool {
        self.goods.fit(&service.cargo, &service.equipment, Text::default(), &service.loading)
    }

    /// A border clears; what comes to the ground from air, pipe or fibre is in the country without one.
    fn cleared_after(&self, s: State, op: &Operation) -> keruen_model::Sym {
        let needs_none = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air) && op.to_loading == Loading::Ground;
        match op.kind {
            OperationKind::Border => op.to_country.0,
            _ if needs_none => self.index.country[s.node as usize],
            _ => s.cleared,
        }
    }

    fn operation(&self, s: State, op: &Operation, facility: u32, service: Option<Id<Service>>, waits: Option<TimePart>, out: &mut Vec<Step>) {
        let t = &self.index.corridor.tables;
        let f = &t.facility.rows()[facility as usize];
        let gauge = if op.to_loading == Loading::Rail {
            let kept = if s.loading == Loading::Rail { s.gauge } else { 0 };
            op.to_gauge.map_or(kept, |g| g.value() as u16)
        } else {
            0
        };
        let gauges = if op.to_loading == Loading::Rail && gauge == 0 { self.gauges_at(s.node as usize) } else { vec![gauge] };
        let cleared = self.cleared_after(s, op);
        let riding = service.or(s.service.filter(|_| op.to_loading == s.loading));
        for gauge in gauges {
            let to = State { node: s.node, loading: op.to_loading, gauge, cleared, service: riding, ..s };
            if to == s {
                continue;
            }
            let mut step = self.transport(s, to, ArcKind::Operation(op.operation_id, f.facility_id, service.or(s.service)), Km(0.0), Dist::default());
            step.loading = counting(s.loading, op.to_loading);
            step.time = self.operation_time(op, step.loading, waits);
            step.papers = op.paper.to_vec();
            let touch = self.touch_operation(op, f, s, service.or(s.service));
            self.price_operation(&mut step, op, &touch);
            self.apply_rules(&mut step, &touch, false);
            out.push(step);
        }
    }

    /// Gauges of the railways at a place, for goods that are put on rails there.
    fn gauges_at(&self, node: usize) -> Vec<u16> {
        let t = &self.index.corridor.tables;
        let mut out: Vec<u16> = Vec::new();
        for &(l, _) in &self.index.links_at[node] {
            let link = &t.link.rows()[l as usize];
            let gauge = link.gauge.map_or(0, |g| g.value() as u16);
            if link.mode == Mode::Rail && !out.contains(&gauge) {
                out.push(gauge);
            }
        }
        out
    }

    fn operation_time(&self, op: &Operation, loading: Loading, waits: Option<TimePart>) -> Vec<TimePart> {
        let kind = if op.kind == OperationKind::Border { TimeKind::Border } else { TimeKind::Handling };
        let mut time = vec![TimePart { kind, time: op.time }];
        if let (Some(each), Some(unit)) = (op.time_per_unit, op.time_unit) {
            let extra = each.value() * self.units(unit, loading);
            time.push(TimePart { kind, time: Dist::fixed(Hours(extra)) });
        }
        time.extend(waits);
        time
    }

    fn units(&self, unit: Unit, loading: Loading) -> f64 {
        let on = self.goods.lot.on(loading);
        match unit {
            Unit::T => self.goods.lot.tonnes.value(),
            Unit::Kt => self.goods.lot.tonnes.value() / 1000.0,
            Unit::TEU => on.map_or(0.0, |c| c.teu),
            Unit::FEU => on.map_or(0.0, |c| c.teu / 2.0),
            Unit::Wagon => on.map_or(0.0, |c| c.wagons),
            Unit::Container | Unit::Truck | Unit::Lot => on.map_or(1.0, |c| c.pieces),
            _ => 1.0,
        }
    }

    fn touch_operation(&self, op: &Operation, f: &keruen_model::Facility, s: State, service: Option<Id<Service>>) -> Touch {
        let node = s.node as usize;
        let mut rows = vec![any(TableKind::Operation, op.operation_id.sym()), any(TableKind::Facility, f.facility_id.sym()), self.node_ref(node)];
        rows.extend(service.map(|v| any(TableKind::Service, v.sym())));
        let mut countries = vec![self.index.country[node]];
        if op.kind == OperationKind::Border {
            countries.extend([op.from_country.0, op.to_country.0]);
        }
        Touch {
            rows,
            country: Some(self.index.country[node]),
            countries,
            mode: None,
            loadings: vec![op.from_loading, op.to_loading],
            operator: f.operator_id,
        }
    }

    fn price_operation(&self, step: &mut Step, op: &Operation, touch: &Touch) {
        let time: Hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let waiting: Hours = step.time.iter().filter(|p| matches!(p.kind, TimeKind::Waiting(_))).map(|p| p.time.quantile(0.5)).sum();
        let priced = Priced { scopes: &[TariffScope::Operation], touch, loading: step.loading, ends: None, operation: Some(op.kind), distance: Km(0.0), time };
        step.charges = charges(self.index, &self.goods, &priced);
        if waiting > Hours(0.0) {
            let stored = Priced { scopes: &[TariffScope::Storage], time: waiting, ..priced };
            step.charges.extend(charges(self.index, &self.goods, &stored).into_iter().filter(|c| c.usd != 0.0));
        }
        let e = Emitting {
            activity: Activity::Handle,
            touch,
            loading: step.loading,
            traction: None,
            service: None,
            operation: Some(op.kind),
            distance: Km(0.0),
        };
        step.emissions.extend(emission(self.index, &self.goods, &e));
    }

    fn rides(&self, s: State, service: Id<Service>, out: &mut Vec<Step>) {
        let Some(v) = self.index.corridor.tables.service.position(service.sym()) else { return };
        self.rides_of(s, v as u32, s.loading, None, out);
    }

    /// Services that take the goods as they stand, without work of a terminal: trains by timetable, and outside options whose
    /// price and time hold everything from the ground to the ground.
    fn boardings_without_work(&self, s: State, out: &mut Vec<Step>) {
        let mut seen: Vec<u32> = Vec::new();
        for &(v, stop) in &self.index.calls_at[s.node as usize] {
            let (service, stop) = (self.index.service(v), self.index.stop(stop));
            let outside = service.kind == ServiceKind::Outside && s.loading == Loading::Ground;
            let on_rails = s.loading == Loading::Rail && service.mode == Mode::Rail && service.loading.contains(&Loading::Rail);
            let on_road = s.loading == Loading::Road && service.mode == Mode::Road && service.loading.contains(&Loading::Road);
            let at_home = s.cleared == self.index.country[s.node as usize];
            if (outside || at_home && (on_rails || on_road)) && !seen.contains(&v) && self.service_takes(service) {
                seen.push(v);
                let counts = service.loading.iter().copied().find(|&l| self.goods.lot.on(l).is_some()).unwrap_or(s.loading);
                self.rides_of(s, v, if outside { counts } else { s.loading }, Some(wait(service, stop)), out);
            }
        }
    }

    fn rides_of(&self, s: State, v: u32, loading: Loading, waits: Option<TimePart>, out: &mut Vec<Step>) {
        let service = self.index.service(v);
        let stops: Vec<&Stop> = self.index.stops_of[v as usize].iter().map(|&i| self.index.stop(i)).collect();
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        for at in (0..stops.len()).filter(|&i| stops[i].node_id == here) {
            for to in (at + 1..stops.len()).chain(if service.both_ways { 0..at } else { 0..0 }) {
                let legs: Vec<&Stop> = if to > at { stops[at + 1..=to].to_vec() } else { stops[to + 1..=at].iter().rev().copied().collect() };
                let passed: Vec<&Stop> = if to > at { stops[at + 1..to].to_vec() } else { stops[to + 1..at].to_vec() };
                if let Some(node) = t.node.position(stops[to].node_id.sym()) {
                    out.extend(self.ride(s, service, node, (&legs, &passed), loading, waits));
                }
            }
        }
    }

    fn ride(&self, s: State, service: &Service, node: usize, (legs, passed): (&[&Stop], &[&Stop]), loading: Loading, waits: Option<TimePart>) -> Option<Step> {
        let t = &self.index.corridor.tables;
        let outside = service.kind == ServiceKind::Outside;
        let cleared = if outside && s.loading == Loading::Ground { self.index.country[node] } else { s.cleared };
        let links: Vec<&Link> = legs.iter().flat_map(|l| l.via.iter()).filter_map(|&l| t.link.find(l)).collect();
        let own: Km = legs.iter().filter(|l| l.via.is_empty()).filter_map(|l| l.distance).sum();
        let distance = links.iter().map(|l| l.length).sum::<Km>() + own;
        let ids = links.iter().map(|l| l.link_id).collect();
        let mut step = self.transport(s, State { node: node as u32, cleared, ..s }, ArcKind::Ride(service.service_id, ids), distance, Dist::default());
        step.loading = loading;
        step.time = self.ride_time(service, legs, passed)?;
        step.time.extend(waits);
        let touch = self.touch_ride(service, &links, s.node as usize, node, loading);
        let scopes = [TariffScope::Service, TariffScope::Through, TariffScope::Rent];
        self.price(&mut step, &touch, &scopes, s, node);
        let e = Emitting {
            activity: Activity::Move,
            touch: &touch,
            loading,
            traction: None,
            service: Some(service.service_id),
            operation: None,
            distance,
        };
        step.emissions.extend(emission(self.index, &self.goods, &e));
        self.apply_rules(&mut step, &touch, true);
        Some(step)
    }

    fn touch_ride(&self, service: &Service, links: &[&Link], from: usize, to: usize, loading: Loading) -> Touch {
        let mut rows = vec![any(TableKind::Service, service.service_id.sym())];
        rows.extend(links.iter().map(|l| any(TableKind::Link, l.link_id.sym())));
        rows.extend([self.node_ref(from), self.node_ref(to)]);
        let operator = service.operator_id.and_then(|o| self.index.corridor.tables.operator.find(o));
        Touch {
            rows,
            country: operator.map(|o| o.country.0),
            countries: vec![self.index.country[from], self.index.country[to]],
            mode: Some(service.mode),
            loadings: vec![loading],
            operator: service.operator_id,
        }
    }

    /// Moving and staying at the stops passed; `None` where neither time, speed nor distance is known.
    fn ride_time(&self, service: &Service, legs: &[&Stop], passed: &[&Stop]) -> Option<Vec<TimePart>> {
        let t = &self.index.corridor.tables;
        let speed = service.fleet.iter().filter_map(|&f| t.fleet.find(f)).filter_map(|f| t.vehicle.find(f.vehicle_id)).find_map(|v| v.speed);
        let mut parts = Vec::new();
        for leg in legs {
            let links: Vec<&Link> = leg.via.iter().filter_map(|&l| t.link.find(l)).collect();
            let length: Km = if links.is_empty() { leg.distance.unwrap_or_default() } else { links.iter().map(|l| l.length).sum() };
            let by_links = || -> Option<Dist<Hours>> {
                links.iter().map(|l| l.free_speed.map(|v| l.length.at(v))).sum::<Option<Hours>>().filter(|h| h.value() > 0.0).map(Dist::fixed)
            };
            let time = leg.time.or_else(|| speed.map(|v| over(length, &v))).or_else(by_links)?;
            parts.push(TimePart { kind: TimeKind::Moving, time });
        }
        parts.extend(passed.iter().filter_map(|s| s.dwell).map(|time| TimePart { kind: TimeKind::Dwell, time }));
        Some(parts)
    }

    /// Entry-exit prices of railways and pipelines that begin at this place.
    fn transits(&self, s: State, out: &mut Vec<Step>) {
        let Some(mode @ (Mode::Rail | Mode::Pipeline)) = mode_of(s.loading) else { return };
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        let mut done: Vec<Id<keruen_model::Node>> = Vec::new();
        for x in t.tariff.iter().filter(|x| x.scope == TariffScope::Transit && !x.empty) {
            let (Some(a), Some(b)) = (x.from_node_id, x.to_node_id) else { continue };
            let far = if a == here { b } else if b == here && x.both_ways { a } else { continue };
            if done.contains(&far) || x.mode.is_some_and(|m| m != mode) || !self.goods.fit(&x.cargo, &x.equipment, x.un_class, &[s.loading]) {
                continue;
            }
            done.push(far);
            out.extend(self.transit(s, far, mode, x.operator_id));
        }
    }

    fn transit(&self, s: State, far: Id<keruen_model::Node>, mode: Mode, operator: Option<Id<keruen_model::Operator>>) -> Option<Step> {
        let t = &self.index.corridor.tables;
        let to = t.node.position(far.sym())?;
        let chain = super::chain::shortest(self.index, s.node as usize, to, |l: &Link| {
            l.mode == mode && (mode != Mode::Rail || l.gauge.map_or(0, |g| g.value() as u16) == s.gauge) && operator.is_none_or(|o| l.operator_id == Some(o))
        })?;
        let onward = |&(l, forward): &(u32, bool)| {
            let link = &t.link.rows()[l as usize];
            let (a, b) = if forward { (link.from_node_id, link.to_node_id) } else { (link.to_node_id, link.from_node_id) };
            let ends = t.node.position(a.sym()).zip(t.node.position(b.sym()));
            ends.is_some_and(|(a, b)| self.cleared_to_leave(State { node: a as u32, ..s }, b))
        };
        if !self.cleared_to_leave(s, chain.first_node) || !chain.links[1..].iter().all(onward) {
            return None;
        }
        let links: Vec<&Link> = chain.links.iter().map(|&(l, _)| &t.link.rows()[l as usize]).collect();
        let hours: Hours = chain.links.iter().map(|&(l, f)| link_time(&t.link.rows()[l as usize], f).quantile(0.5)).sum();
        let distance: Km = links.iter().map(|l| l.length).sum();
        let ids = links.iter().map(|l| l.link_id).collect();
        let mut step = self.transport(s, State { node: to as u32, ..s }, ArcKind::Transit(ids), distance, Dist::fixed(hours));
        let mut touch = self.touch_link(links[0], s.node as usize, to, s.loading);
        touch.rows.extend(links[1..].iter().map(|l| any(TableKind::Link, l.link_id.sym())));
        self.price(&mut step, &touch, &[TariffScope::Transit, TariffScope::Rent], s, to);
        let lengths: Vec<(&Link, Km)> = links.iter().map(|&l| (l, l.length)).collect();
        self.emit_on_links(&mut step, &touch, &lengths);
        self.apply_rules(&mut step, &touch, true);
        Some(step)
    }
}

/// Most items of subsidies and duties that one consignment can meet; one bit each in its state.
const MOST_POLICIES: usize = 8;

fn policies(index: &Index<'_>, goods: &Goods<'_>) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    for t in &index.corridor.tables.tariff {
        let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
        if policy && goods.concerns(&t.cargo, t.un_class) && !out.contains(&t.item) && out.len() < MOST_POLICIES {
            out.push(t.item);
        }
    }
    out
}

/// Country code (user-assigned in ISO 3166-1) of a border operation that takes goods from anywhere abroad.
const ANY_COUNTRY: &str = "ZZ";

fn any(table: TableKind, id: keruen_model::Sym) -> AnyRef {
    AnyRef { table, id }
}

/// Modes whose links are used directly; ships and aircraft run as services.
fn mode_of(loading: Loading) -> Option<Mode> {
    match loading {
        Loading::Rail => Some(Mode::Rail),
        Loading::Road => Some(Mode::Road),
        Loading::Pipe => Some(Mode::Pipeline),
        Loading::Fibre => Some(Mode::Fibre),
        _ => None,
    }
}

/// The loading whose pieces an operation counts: the vehicle side, since the ground has no wagons.
fn counting(from: Loading, to: Loading) -> Loading {
    if from == Loading::Ground { to } else { from }
}

fn link_time(link: &Link, forward: bool) -> Dist<Hours> {
    if link.mode == Mode::Fibre {
        let ms = link.length.value() * link.delay_per_km.value() / 1000.0 + link.end_delay.value();
        return Dist::fixed(Hours(ms / 3.6e6));
    }
    let speed = if forward { link.free_speed } else { link.free_speed_back.or(link.free_speed) };
    Dist::fixed(speed.map_or(Hours(0.0), |v| link.length.at(v)))
}

/// Time over a distance at a speed that varies: the law of the speed turned round.
fn over(length: Km, speed: &Dist<KmPerHour>) -> Dist<Hours> {
    let at = |v: f64| length.value() / v.max(1e-9);
    let law = match speed.law() {
        Law::Uniform(a, b) => Law::Uniform(at(b), at(a)),
        Law::Triangular(a, m, b) => Law::Triangular(at(b), at(m), at(a)),
        _ => Law::Fixed(at(speed.quantile(0.5).value())),
    };
    Dist::new(law).unwrap_or_default()
}

/// Evenly between the cut-off and the cut-off plus one headway (or the longest wait): goods come at any moment.
fn wait(service: &Service, stop: &Stop) -> TimePart {
    let cut_off = stop.cut_off.value();
    let after = |h: Option<Hours>| Dist::new(Law::Uniform(cut_off, cut_off + h.unwrap_or_default().value())).unwrap_or_default();
    match service.departure {
        Departure::Headway | Departure::Timetable => {
            TimePart { kind: TimeKind::Waiting(WaitOrigin::HalfHeadway), time: after(service.headway) }
        }
        Departure::WhenFull => {
            TimePart { kind: TimeKind::Waiting(WaitOrigin::HalfLongestWait), time: after(service.longest_wait.or(service.headway)) }
        }
        Departure::OnDemand => TimePart { kind: TimeKind::Waiting(WaitOrigin::None), time: Dist::fixed(stop.cut_off) },
    }
}
