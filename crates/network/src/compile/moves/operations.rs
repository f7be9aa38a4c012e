//! Work at the facilities of a place: loading, rolling, gauge change, border; and going aboard a service.

use super::super::bill::{Priced, Span};
use super::super::emissions::{Emitting, factor};
use super::super::graph::{ArcKind, TimeKind, TimePart, WaitOrigin};
use super::super::near::Near;
use super::super::rules::Touch;
use super::super::state::Standing;
use super::super::tariffs::{Case, Ends, bill};
use super::act::{Found, Key};
use super::rides::wait;
use super::schedule::timetabled;
use super::{Act, Each, Keeps, Maker, any};
use keruen_model::waits::Awaited;
use keruen_model::{
    Activity, AnyRef, Facility, Hours, Id, Km, Loading, Mode, Operation, OperationKind, Quantity, Service, Sym, TableKind,
    TariffScope, Text,
};
use smallvec::{SmallVec, smallvec};

/// Work at a facility, and the service on which it puts goods, with its wait.
struct Work<'w> {
    op: &'w Operation,
    at: &'w Facility,
    service: Option<Id<Service>>,
    waits: Option<TimePart>,
}

/// Gauges at a place, in millimetres.
pub(in crate::compile) type Gauges = SmallVec<[u16; 4]>;

/// A service on which work puts goods, with the wait for it; neither where it puts them on none.
type Aboard = (Option<Id<Service>>, Option<TimePart>);

impl Maker<'_, '_> {
    pub(super) fn operations(&self, s: Standing, out: &mut Found<'_>) {
        let t = &self.index.corridor.tables;
        for &f in &self.index.facilities_at[s.node as usize] {
            for &o in &self.index.operations_of[f as usize] {
                let op = &t.operation.rows()[o as usize];
                if !self.operation_fits(op, s) {
                    continue;
                }
                for (service, waits) in self.services_of(op, s, f) {
                    let work = Work { op, at: &t.facility.rows()[f as usize], service, waits };
                    let (service, aboard) = (service.or(s.service), s.service.is_some());
                    let key = Key::Work { operation: o, facility: f, service, aboard, rode: s.rode };
                    for gauge in self.gauges_after(op, s) {
                        out.add(self.after(s, &work, gauge), key, || Some(self.operation(s, &work)));
                    }
                }
            }
        }
    }

    pub(super) fn operation_fits(&self, op: &Operation, s: Standing) -> bool {
        if op.from_loading != s.loading {
            return false;
        }
        let rail_gauge = s.loading != Loading::Rail || op.from_gauge.is_none_or(|g| g.value() as u16 == s.gauge);
        let border = op.kind != OperationKind::Border || self.border_fits(op, s);
        let standing = op.to_loading == Loading::Ground || self.goods.any_lot.on(op.to_loading).is_some();
        rail_gauge
            && border
            && self.cleared_to_leave_the_rails(op, s)
            && standing
            && self.goods.fit(&op.cargo, &op.equipment, Text::default(), &[op.from_loading, op.to_loading])
    }

    /// What came over a border on rails or road is cleared before it leaves them; gauge changes and the clearing itself may be first.
    pub(super) fn cleared_to_leave_the_rails(&self, op: &Operation, s: Standing) -> bool {
        let stays = op.to_loading == op.from_loading || !matches!(op.from_loading, Loading::Rail | Loading::Road);
        stays || s.cleared == self.index.country[s.node as usize]
    }

    /// Goods cleared in the country that is left, at a place in either of the two.
    pub(super) fn border_fits(&self, op: &Operation, s: Standing) -> bool {
        let here = self.index.country[s.node as usize];
        let (from, to) = (op.from_country.0, op.to_country.0);
        let any_country = self.index.corridor.text(from) == ANY_COUNTRY && s.cleared != here;
        (s.cleared == from || any_country) && (here == to || here == from)
    }

    /// For an operation that puts goods aboard: each service it can be, with its wait; else no service.
    pub(super) fn services_of(&self, op: &Operation, s: Standing, facility: u32) -> SmallVec<[Aboard; 2]> {
        let aboard = |l: Loading| matches!(l, Loading::Ship | Loading::WagonOnShip | Loading::TruckOnShip | Loading::Air);
        if !aboard(op.to_loading) {
            let off = s.service.is_none_or(|v| s.rode && self.serves(op, v, s.node, facility));
            return if off { smallvec![(None, None)] } else { SmallVec::new() };
        }
        if s.service.is_some() {
            return SmallVec::new();
        }
        let t = &self.index.corridor.tables;
        let here = t.facility.rows()[facility as usize].facility_id;
        let calls = &self.index.calls_at[s.node as usize];
        let mut out: SmallVec<[Aboard; 2]> = SmallVec::new();
        for &(v, stop) in calls {
            let takes = self.takes[v as usize];
            let (service, stop) = (self.index.service(v), self.index.stop(stop));
            let there = stop.facility_id.is_none_or(|f| f == here) || !op.service.is_empty();
            let takes = takes && service.loading.contains(&op.to_loading);
            let named = op.service.is_empty() || op.service.contains(&service.service_id);
            if there && takes && named && !out.iter().any(|(x, _)| *x == Some(service.service_id)) {
                let waits = (!timetabled(service, stop)).then(|| wait(self.index.corridor, service, stop));
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
    pub(super) fn cleared_after(&self, s: Standing, op: &Operation) -> keruen_model::Sym {
        let needs_none = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air) && op.to_loading == Loading::Ground;
        match op.kind {
            OperationKind::Border => op.to_country.0,
            _ if needs_none => self.index.country[s.node as usize],
            _ => s.cleared,
        }
    }

    /// The gauges on which the goods may stand after the work.
    fn gauges_after(&self, op: &Operation, s: Standing) -> Gauges {
        if op.to_loading != Loading::Rail {
            return smallvec![0];
        }
        let kept = if s.loading == Loading::Rail { s.gauge } else { 0 };
        match op.to_gauge.map_or(kept, |g| g.value() as u16) {
            0 => self.gauges_at(s.node as usize),
            gauge => smallvec![gauge],
        }
    }

    /// How the goods stand when the work is done.
    fn after(&self, s: Standing, &Work { op, service, .. }: &Work<'_>, gauge: u16) -> Standing {
        let cleared = self.cleared_after(s, op);
        let ahead = if op.kind == OperationKind::Border { cleared != self.index.country[s.node as usize] } else { s.ahead };
        let riding = service.or(s.service.filter(|_| op.to_loading == s.loading));
        let rode = s.rode && riding.is_some();
        Standing { node: s.node, loading: op.to_loading, gauge, cleared, ahead, service: riding, rode }
    }

    fn operation(&self, s: Standing, &Work { op, at: f, service, waits }: &Work<'_>) -> Act {
        let kind = ArcKind::Operation(op.operation_id, f.facility_id, service.or(s.service));
        let spent = if op.kind == OperationKind::Border { TimeKind::Border } else { TimeKind::Handling };
        let parts = [TimePart { kind: spent, time: op.time }].into_iter().chain(waits.or_else(|| self.queue(op)));
        let time: SmallVec<[TimePart; 2]> = parts.collect();
        let mut made = self.transport((s.node, s.node), s.loading, kind, Km(0.0), &time);
        let same = op.to_loading == s.loading;
        made.keeps = Keeps::Work { entered: same, hauled: same && op.kind != OperationKind::Border };
        made.loading = counting(s.loading, op.to_loading);
        made.each = op.time_per_unit.zip(op.time_unit).map(|(hours, unit)| Each { kind: spent, hours, unit });
        made.touch = self.touch_operation(op, f, s, service.or(s.service));
        let near = self.goods.tariffs.near(&made.touch);
        self.price_operation(&mut made, op, &near);
        self.opening_of_work(&mut made, s, (service, f), &near);
        self.finished(made, &near, &op.paper)
    }

    /// The queue that was seen before work.
    fn queue(&self, op: &Operation) -> Option<TimePart> {
        let seen = self.index.corridor.waits.seen(Awaited::Work(op.operation_id))?;
        Some(TimePart { kind: TimeKind::Waiting(WaitOrigin::SeenHere(seen.observation)), time: seen.wait() })
    }

    /// Gauges of the railways at a place, for goods that are put on rails there.
    pub fn gauges_at(&self, node: usize) -> Gauges {
        let t = &self.index.corridor.tables;
        let mut out = Gauges::new();
        for &(l, _) in &self.index.links_at[node] {
            let link = &t.link.rows()[l as usize];
            let gauge = link.gauge.map_or(0, |g| g.value() as u16);
            if link.mode == Mode::Rail && !out.contains(&gauge) {
                out.push(gauge);
            }
        }
        out
    }

    pub(super) fn touch_operation(&self, op: &Operation, f: &Facility, s: Standing, service: Option<Id<Service>>) -> Touch {
        let node = s.node as usize;
        let mut rows: SmallVec<[AnyRef; 4]> = smallvec![
            any(TableKind::Operation, op.operation_id.sym()),
            any(TableKind::Facility, f.facility_id.sym()),
            self.node_ref(node),
        ];
        rows.extend(service.map(|v| any(TableKind::Service, v.sym())));
        let mut countries: SmallVec<[Sym; 4]> = smallvec![self.index.country[node]];
        if op.kind == OperationKind::Border {
            countries.extend([op.from_country.0, op.to_country.0]);
        }
        Touch {
            rows,
            country: Some(self.index.country[node]),
            countries,
            mode: None,
            loadings: smallvec![op.from_loading, op.to_loading],
            operator: f.operator_id,
        }
    }

    fn price_operation(&self, made: &mut Act, op: &Operation, near: &Near<'_>) {
        let bill_of = |scopes: &[TariffScope], loading: Loading, priced: Priced| {
            let case = Case { scopes, touch: &made.touch, near, loading, ends: Ends::None, operation: Some(op.kind) };
            bill(self.index, self.goods, &case, priced)
        };
        // The hire of a wagon runs while it is worked and while it waits.
        let stored = Priced { distance: false, time: Span::Waiting };
        let bills = [
            Some(bill_of(&[TariffScope::Operation], made.loading, Priced::WORK)),
            Some(bill_of(&[TariffScope::Rent], on_wheels(op, made.loading), Priced::WORK)),
            (made.waiting() > Hours(0.0)).then(|| bill_of(&[TariffScope::Storage], made.loading, stored)),
        ];
        let bills = bills.into_iter().flatten().filter(|b| !b.is_empty()).collect();
        let e = Emitting {
            activity: Activity::Handle,
            touch: &made.touch,
            country: made.touch.country,
            mode: made.touch.mode,
            loading: made.loading,
            traction: None,
            service: None,
            operation: Some(op.kind),
            distance: Km(0.0),
        };
        let emits = factor(self.index, self.goods, &e);
        made.bills = bills;
        made.emits.extend(emits);
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
