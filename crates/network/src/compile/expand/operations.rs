//! Work at the facilities of a place: loading, rolling, gauge change, border; and going aboard a service.

use super::super::emissions::{Emitting, emission};
use super::super::graph::{ArcKind, TimeKind, TimePart};
use super::super::rules::Touch;
use super::super::state::State;
use super::super::tariffs::{Priced, charges};
use super::rides::wait;
use super::schedule::timetabled;
use super::{Expander, Made, Step, any};
use keruen_model::{
    Activity, Dist, Hours, Id, Km, Loading, Mode, Operation, OperationKind, Quantity, Service, TableKind, TariffScope, Text, Unit,
};

impl Expander<'_, '_> {
    pub(super) fn operations(&self, s: State, out: &mut Vec<Step>) {
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

    pub(super) fn operation_fits(&self, op: &Operation, s: State) -> bool {
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
    pub(super) fn cleared_to_leave_the_rails(&self, op: &Operation, s: State) -> bool {
        let stays = op.to_loading == op.from_loading || !matches!(op.from_loading, Loading::Rail | Loading::Road);
        stays || s.cleared == self.index.country[s.node as usize]
    }

    /// Goods cleared in the country that is left, at a place in either of the two.
    pub(super) fn border_fits(&self, op: &Operation, s: State) -> bool {
        let here = self.index.country[s.node as usize];
        let (from, to) = (op.from_country.0, op.to_country.0);
        let any_country = self.index.corridor.text(from) == ANY_COUNTRY && s.cleared != here;
        (s.cleared == from || any_country) && (here == to || here == from)
    }

    /// For an operation that puts goods aboard: each service it can be, with its wait; else no service.
    pub(super) fn services_of(&self, op: &Operation, s: State, facility: u32) -> Vec<(Option<Id<Service>>, Option<TimePart>)> {
        let aboard = |l: Loading| matches!(l, Loading::Ship | Loading::WagonOnShip | Loading::TruckOnShip | Loading::Air);
        if !aboard(op.to_loading) {
            let off = s.service.is_none_or(|v| s.rode && self.serves(op, v, s.node, facility));
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
                let waits = (!timetabled(service, stop)).then(|| wait(service, stop));
                out.push((Some(service.service_id), waits));
            }
        }
        out
    }

    /// Whether a service can be worked at a facility: one of its calls is there, or the operation names it.
    fn serves(&self, op: &Operation, service: Id<Service>, node: u32, facility: u32) -> bool {
        let here = self.index.corridor.tables.facility.rows()[facility as usize].facility_id;
        let calls = |&&(v, _): &&(u32, u32)| self.index.service(v).service_id == service;
        let at_berth = |&(_, stop): &(u32, u32)| self.index.stop(stop).facility_id.is_none_or(|f| f == here);
        let mut calls_here = self.index.calls_at[node as usize].iter().filter(calls);
        if op.service.is_empty() { calls_here.any(at_berth) } else { op.service.contains(&service) }
    }

    /// A border clears; what comes to the ground from air, pipe or fibre is in the country without one.
    pub(super) fn cleared_after(&self, s: State, op: &Operation) -> keruen_model::Sym {
        let needs_none = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air) && op.to_loading == Loading::Ground;
        match op.kind {
            OperationKind::Border => op.to_country.0,
            _ if needs_none => self.index.country[s.node as usize],
            _ => s.cleared,
        }
    }

    pub(super) fn operation(
        &self,
        s: State,
        op: &Operation,
        facility: u32,
        service: Option<Id<Service>>,
        waits: Option<TimePart>,
        out: &mut Vec<Step>,
    ) {
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
        let ahead = if op.kind == OperationKind::Border { cleared != self.index.country[s.node as usize] } else { s.ahead };
        let riding = service.or(s.service.filter(|_| op.to_loading == s.loading));
        for gauge in gauges {
            let to = State {
                node: s.node,
                loading: op.to_loading,
                gauge,
                cleared,
                ahead,
                service: riding,
                rode: s.rode && riding.is_some(),
                entered: if op.to_loading == s.loading { s.entered } else { 0 },
                hauled: s.hauled.filter(|_| op.to_loading == s.loading && op.kind != OperationKind::Border),
                ..s
            };
            if to == s {
                continue;
            }
            let mut step = self.transport(
                s,
                to,
                ArcKind::Operation(op.operation_id, f.facility_id, service.or(s.service)),
                Km(0.0),
                Dist::default(),
            );
            step.loading = counting(s.loading, op.to_loading);
            step.time = self.operation_time(op, step.loading, waits);
            step.papers = op.paper.to_vec();
            let touch = self.touch_operation(op, f, s, service.or(s.service));
            self.price_operation(&mut step, op, &touch);
            self.gate_of_work(&mut step, &touch, s, (service, f));
            self.keep_to_rows(&mut step, &touch, s);
            self.finish(s, Made { step, touch, local: true }, out);
        }
    }

    /// Gauges of the railways at a place, for goods that are put on rails there.
    pub(super) fn gauges_at(&self, node: usize) -> Vec<u16> {
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

    pub(super) fn operation_time(&self, op: &Operation, loading: Loading, waits: Option<TimePart>) -> Vec<TimePart> {
        let kind = if op.kind == OperationKind::Border { TimeKind::Border } else { TimeKind::Handling };
        let mut time = vec![TimePart { kind, time: op.time }];
        if let (Some(each), Some(unit)) = (op.time_per_unit, op.time_unit) {
            let extra = each.value() * self.units(unit, loading);
            time.push(TimePart { kind, time: Dist::fixed(Hours(extra)) });
        }
        time.extend(waits);
        time
    }

    pub(super) fn units(&self, unit: Unit, loading: Loading) -> f64 {
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

    pub(super) fn touch_operation(
        &self,
        op: &Operation,
        f: &keruen_model::Facility,
        s: State,
        service: Option<Id<Service>>,
    ) -> Touch {
        let node = s.node as usize;
        let mut rows = vec![
            any(TableKind::Operation, op.operation_id.sym()),
            any(TableKind::Facility, f.facility_id.sym()),
            self.node_ref(node),
        ];
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

    pub(super) fn price_operation(&self, step: &mut Step, op: &Operation, touch: &Touch) {
        let time: Hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let waiting: Hours =
            step.time.iter().filter(|p| matches!(p.kind, TimeKind::Waiting(_))).map(|p| p.time.quantile(0.5)).sum();
        let priced = Priced {
            scopes: &[TariffScope::Operation],
            touch,
            loading: step.loading,
            ends: None,
            operation: Some(op.kind),
            distance: Km(0.0),
            time,
        };
        step.charges = charges(self.index, &self.goods, &priced);
        // The hire of a wagon runs while it is worked and while it waits.
        let hired = Priced { scopes: &[TariffScope::Rent], loading: on_wheels(op, step.loading), ..priced };
        step.charges.extend(charges(self.index, &self.goods, &hired));
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
}

/// The loading whose pieces an operation counts: the vehicle side, since the ground has no wagons.
pub(super) fn counting(from: Loading, to: Loading) -> Loading {
    if from == Loading::Ground { to } else { from }
}

/// The side of an operation on which the goods stand on wagons or trucks, the one before first; else the side that counts.
fn on_wheels(op: &Operation, counts: Loading) -> Loading {
    let wheels = |l: &Loading| matches!(l, Loading::Rail | Loading::WagonOnShip | Loading::Road | Loading::TruckOnShip);
    [op.from_loading, op.to_loading].into_iter().find(wheels).unwrap_or(counts)
}

/// Country code (user-assigned in ISO 3166-1) of a border operation that takes goods from anywhere abroad.
pub(super) const ANY_COUNTRY: &str = "ZZ";
