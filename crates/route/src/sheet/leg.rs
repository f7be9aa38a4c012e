//! One arc as one or two legs: the work or ride, and the wait before it.

use super::Sheets;
use keruen_model::provenance::Parameter;
use keruen_model::{
    Facility, Id, Link, Observation, Operation, OperationKind, Operator, Quantity, Service, TableKind, TariffScope,
};
use keruen_network::compile::{Arc, ArcKind, Draught, StateIx, TimeKind, TimePart, WaitOrigin, draught};
use keruen_results::route::{DraughtUse, Leg, LegKind};

/// z of the 90th percentile of the standard normal.
const Z90: f64 = 1.281_551_565_544_600_4;

/// What tells one arc from another on a sheet.
#[derive(Default)]
struct Face {
    kind: LegKind,
    name: String,
    mode: String,
    operator: String,
    link: Option<String>,
    links: Vec<String>,
    operation: Option<String>,
    facility: Option<String>,
    service: Option<String>,
}

impl Sheets<'_> {
    /// The legs of an arc.
    pub(super) fn legs(&self, arc: &Arc) -> Vec<Leg> {
        let (waits, rest): (Vec<&TimePart>, Vec<&TimePart>) =
            arc.time.iter().partition(|p| matches!(p.kind, TimeKind::Waiting(_)));
        let work = self.leg(arc, self.face(arc), &rest, true);
        let opens = waits.iter().all(|p| p.kind == TimeKind::Waiting(WaitOrigin::Hours) || p.time.mean().value() == 0.0);
        let here = waits.iter().any(|p| matches!(p.kind, TimeKind::Waiting(WaitOrigin::SeenHere(_))));
        let wait = waits.iter().find(|p| p.time.mean().value() > 0.0).map(|p| {
            // Goods that wait for nothing but the opening wait for no service.
            let face = Face { kind: LegKind::Wait, operation: None, facility: None, ..self.face(arc) };
            let face = match opens {
                true => Face { name: format!("wait until open: {}", self.face(arc).name), service: None, ..face },
                false if here => Face { name: format!("wait for {}", self.face(arc).name), service: None, ..face },
                false => Face { name: format!("wait for {}", self.awaited(arc)), ..face },
            };
            let mut leg = self.leg(arc, face, &waits, false);
            leg.wait_origin = self.origin_text(p);
            leg
        });
        // Goods wait on board or at the berth: after the work that puts them aboard, before a ride that takes them as they stand,
        // before a gate that is not open yet, and in a queue for work.
        match (wait, opens || here || matches!(arc.kind, ArcKind::Ride(..))) {
            (Some(wait), true) => vec![wait, work],
            (Some(wait), false) => vec![work, wait],
            (None, _) => vec![work],
        }
    }

    /// The name of the service that an arc waits for.
    fn awaited(&self, arc: &Arc) -> String {
        let service = match &arc.kind {
            ArcKind::Operation(_, _, v) => *v,
            ArcKind::Ride(v, _) => Some(*v),
            _ => None,
        };
        let c = self.index.corridor;
        service.and_then(|v| c.tables.service.find(v)).map_or_else(|| self.face(arc).name, |v| c.strings.text(v.name).to_string())
    }

    fn leg(&self, arc: &Arc, face: Face, time: &[&TimePart], whole: bool) -> Leg {
        let states = &self.graph.states;
        let (from, to) = (states[arc.from.0 as usize].node as usize, states[arc.to.0 as usize].node as usize);
        let to = if whole { to } else { from };
        let hours: f64 = time.iter().map(|p| p.time.quantile(0.5).value()).fold(0.0, |a, b| a + b);
        let deviation = time.iter().map(|p| p.time.variance()).sum::<f64>().sqrt();
        let (charges, cost_range) = self.charges(if whole { &arc.charges } else { &[] });
        let emissions = if whole { &arc.emissions[..] } else { &[] };
        let parameters = self.parameters_of(arc, whole);
        let mut sources: Vec<_> = parameters.iter().flat_map(|&p| self.sources(p)).collect();
        sources.sort();
        sources.dedup();
        Leg {
            kind: face.kind,
            from: self.place(from),
            to: self.place(to),
            mode: face.mode,
            link: face.link,
            links: face.links,
            operation: face.operation,
            facility: face.facility,
            service: face.service,
            name: face.name,
            operator: face.operator,
            distance_km: if whole { arc.distance.value() } else { 0.0 },
            hours,
            hours_p90: hours + Z90 * deviation,
            wait_origin: String::new(),
            at: 0.0,
            risk: 0.0,
            cost: charges.iter().map(|c| c.usd).fold(0.0, |a, b| a + b),
            cost_range,
            charges,
            through: arc.under.filter(|_| whole).map(|t| self.tariff_id(t)),
            co2e_kg: emissions.iter().map(|e| e.grams).fold(0.0, |a, b| a + b) / 1000.0,
            emission: self.emission(emissions),
            papers: if whole {
                arc.papers.iter().map(|&p| self.index.corridor.strings.text(p).to_string()).collect()
            } else {
                Vec::new()
            },
            draught: if whole { self.lightened(arc).map(|d| self.draught_use(&d)) } else { None },
            sources,
            parameters: parameters.iter().map(|p| p.name(self.index.corridor)).collect(),
        }
    }

    /// What shallow water takes from the ship of a ride.
    fn lightened(&self, arc: &Arc) -> Option<Draught> {
        let ArcKind::Ride(service, _) = &arc.kind else { return None };
        let node = |s: StateIx| self.index.corridor.tables.node.rows()[self.graph.states[s.0 as usize].node as usize].node_id;
        draught(self.index, *service, (node(arc.from), node(arc.to)))
    }

    fn draught_use(&self, d: &Draught) -> DraughtUse {
        let c = self.index.corridor;
        let facility = &c.tables.facility.rows()[d.facility as usize];
        DraughtUse {
            facility: c.strings.id(facility.facility_id).into(),
            name: c.strings.text(facility.name).into(),
            vehicle: c.tables.vehicle.find(d.vehicle).map_or(String::new(), |v| c.strings.text(v.name).into()),
            depth_m: d.depth.value(),
            wanted_m: d.wanted.value(),
            payload_t: d.payload.value(),
            left_t: d.left.value(),
            voyages: (self.graph.lot.tonnes.value() / d.left.value().max(f64::MIN_POSITIVE)).ceil().max(1.0),
        }
    }

    fn tariff_id(&self, row: u32) -> String {
        let c = self.index.corridor;
        c.strings.id(c.tables.tariff.rows()[row as usize].tariff_id).into()
    }

    fn face(&self, arc: &Arc) -> Face {
        let face = match &arc.kind {
            ArcKind::Link(l) => self.face_of_link(*l),
            ArcKind::Transit(links) => Some(self.face_of_chain(arc, links)),
            ArcKind::Ride(v, links) => self.face_of_ride(*v, links),
            ArcKind::Operation(o, f, v) => self.face_of_operation(*o, *f, *v),
        };
        face.unwrap_or_default()
    }

    fn face_of_link(&self, l: Id<Link>) -> Option<Face> {
        let c = self.index.corridor;
        let (link, id) = (c.tables.link.find(l)?, c.strings.id(l).to_string());
        let name = c.strings.text(link.name);
        Some(Face {
            name: if name.is_empty() { id.clone() } else { name.into() },
            mode: link.mode.name().into(),
            operator: self.operator(link.operator_id),
            link: Some(id.clone()),
            links: vec![id],
            ..Face::default()
        })
    }

    fn face_of_chain(&self, arc: &Arc, links: &[Id<Link>]) -> Face {
        let t = &self.index.corridor.tables;
        let first = links.first().and_then(|&l| t.link.find(l));
        let entry_exit = arc.charges.iter().any(|c| t.tariff.rows()[c.tariff as usize].scope == TariffScope::Transit);
        Face {
            name: if entry_exit { "entry-exit transit" } else { "haul on one railway" }.into(),
            mode: first.map_or(String::new(), |l| l.mode.name().into()),
            operator: self.operator(first.and_then(|l| l.operator_id)),
            links: self.ids(links),
            ..Face::default()
        }
    }

    fn face_of_ride(&self, v: Id<Service>, links: &[Id<Link>]) -> Option<Face> {
        let c = self.index.corridor;
        let service = c.tables.service.find(v)?;
        Some(Face {
            name: c.strings.text(service.name).into(),
            mode: service.mode.name().into(),
            operator: self.operator(service.operator_id),
            service: Some(c.strings.id(v).into()),
            links: self.ids(links),
            ..Face::default()
        })
    }

    fn face_of_operation(&self, o: Id<Operation>, f: Id<Facility>, v: Option<Id<Service>>) -> Option<Face> {
        let c = self.index.corridor;
        let op = c.tables.operation.find(o)?;
        let name = Some(c.strings.text(op.name))
            .filter(|n| !n.is_empty())
            .map_or_else(|| op.kind.name().replace('_', " "), str::to_string);
        Some(Face {
            kind: kind_of(op.kind),
            name,
            operator: self.operator(c.tables.facility.find(f).and_then(|f| f.operator_id)),
            operation: Some(c.strings.id(o).into()),
            facility: Some(c.strings.id(f).into()),
            service: v.map(|v| c.strings.id(v).into()),
            ..Face::default()
        })
    }

    fn operator(&self, o: Option<Id<Operator>>) -> String {
        let c = self.index.corridor;
        o.and_then(|o| c.tables.operator.find(o)).map_or(String::new(), |o| c.strings.text(o.name).into())
    }

    fn ids(&self, links: &[Id<Link>]) -> Vec<String> {
        links.iter().map(|&l| self.index.corridor.strings.id(l).to_string()).collect()
    }

    /// The parameters that an arc's figures rest on; of a wait only those of the service.
    fn parameters_of(&self, arc: &Arc, whole: bool) -> Vec<Parameter> {
        let t = &self.index.corridor.tables;
        let mut out: Vec<Option<Parameter>> = Vec::new();
        let service = match &arc.kind {
            ArcKind::Operation(_, _, v) => *v,
            ArcKind::Ride(v, _) => Some(*v),
            _ => None,
        };
        let waits = arc.time.iter().any(|p| matches!(p.kind, TimeKind::Waiting(_)));
        if let Some(v) = service.and_then(|v| t.service.position(v.sym())).filter(|_| waits) {
            out.extend([self.parameter(TableKind::Service, v, "headway"), self.parameter(TableKind::Service, v, "longest_wait")]);
        }
        for o in arc.time.iter().filter_map(seen_in) {
            out.extend(t.observation.position(o.sym()).map(|o| self.parameter(TableKind::Observation, o, "value")));
        }
        if whole {
            self.parameters_of_kind(arc, &mut out);
            let water = self.lightened(arc).map_or(Vec::new(), |d| d.rests_on);
            out.extend(water.into_iter().map(|(table, row, field)| self.parameter(table, row, field)));
            for c in arc.charges.iter() {
                let of_row = |field| self.parameter(TableKind::Tariff, c.tariff as usize, field);
                out.extend([of_row("amount"), of_row("minimum"), of_row("free_days"), self.places_of_train(c.tariff)]);
            }
            out.extend(arc.charges.iter().map(|c| {
                let currency = t.tariff.rows()[c.tariff as usize].currency.0;
                self.parameter(TableKind::Fx, self.index.rate(currency)?.0, "usd")
            }));
            out.extend(arc.emissions.iter().map(|e| self.parameter(TableKind::Emission, e.emission as usize, "factor")));
        }
        out.into_iter().flatten().collect()
    }

    /// The places of the train by which a tariff counts whole trains.
    fn places_of_train(&self, tariff: u32) -> Option<Parameter> {
        let t = &self.index.corridor.tables;
        let train = t.tariff.rows()[tariff as usize].train?;
        self.parameter(TableKind::Vehicle, t.vehicle.position(train.sym())?, "places")
    }

    fn parameters_of_kind(&self, arc: &Arc, out: &mut Vec<Option<Parameter>>) {
        let t = &self.index.corridor.tables;
        let link = |id: Id<Link>, out: &mut Vec<Option<Parameter>>| {
            if let Some(l) = t.link.position(id.sym()) {
                let speed = t.link.rows()[l].mode != keruen_model::Mode::Fibre;
                out.push(self.parameter(TableKind::Link, l, "length"));
                for field in if speed { &["free_speed"][..] } else { &["delay_per_km", "end_delay"][..] } {
                    out.push(self.parameter(TableKind::Link, l, field));
                }
            }
        };
        match &arc.kind {
            ArcKind::Link(l) => link(*l, out),
            ArcKind::Transit(links) => links.iter().for_each(|&l| link(l, out)),
            ArcKind::Operation(o, ..) => {
                if let Some(o) = t.operation.position(o.sym()) {
                    out.extend([
                        self.parameter(TableKind::Operation, o, "time"),
                        self.parameter(TableKind::Operation, o, "time_per_unit"),
                    ]);
                }
            }
            ArcKind::Ride(v, links) => {
                links.iter().for_each(|&l| link(l, out));
                let service = t.service.find(*v);
                for f in service.into_iter().flat_map(|s| s.fleet.iter()).take(1) {
                    let vehicle = t.fleet.find(*f).and_then(|f| t.vehicle.position(f.vehicle_id.sym()));
                    out.push(vehicle.and_then(|v| self.parameter(TableKind::Vehicle, v, "speed")));
                }
                for i in (0..t.stop.len()).filter(|&i| t.stop.rows()[i].service_id == *v) {
                    out.extend([self.parameter(TableKind::Stop, i, "time"), self.parameter(TableKind::Stop, i, "distance")]);
                }
            }
        }
    }
}

/// The row that a wait was seen in.
fn seen_in(part: &TimePart) -> Option<Id<Observation>> {
    match part.kind {
        TimeKind::Waiting(WaitOrigin::Seen(o) | WaitOrigin::SeenHere(o)) => Some(o),
        _ => None,
    }
}

fn kind_of(kind: OperationKind) -> LegKind {
    match kind {
        OperationKind::GaugeChange => LegKind::GaugeChange,
        OperationKind::Border => LegKind::Border,
        OperationKind::Papers => LegKind::Papers,
        _ => LegKind::Handle,
    }
}

impl Sheets<'_> {
    fn origin_text(&self, part: &TimePart) -> String {
        let hours = |share: f64| format!("{:.1}", part.time.quantile(share).value());
        match part.kind {
            TimeKind::Waiting(WaitOrigin::Simulated) => {
                format!(
                    "as simulated, queue included: half of the lots wait up to {} h, nine in ten up to {} h",
                    hours(0.5),
                    hours(0.9)
                )
            }
            TimeKind::Waiting(WaitOrigin::HalfHeadway) => "expected: evenly between no wait and one headway".into(),
            TimeKind::Waiting(WaitOrigin::HalfLongestWait) => {
                "expected without a queue: evenly between no wait and the longest wait of a service that leaves when full".into()
            }
            TimeKind::Waiting(WaitOrigin::Timetable) => "for the first departure of the timetable that is made".into(),
            TimeKind::Waiting(WaitOrigin::Hours) => "until the facility opens".into(),
            TimeKind::Waiting(WaitOrigin::None) => "the cut-off before a departure on demand".into(),
            TimeKind::Waiting(WaitOrigin::Seen(o)) => self.seen_text(o),
            TimeKind::Waiting(WaitOrigin::SeenHere(o)) => self.seen_text(o),
            _ => String::new(),
        }
    }

    /// What was seen, when, and what of it is no wait.
    fn seen_text(&self, observation: Id<Observation>) -> String {
        let c = self.index.corridor;
        let (Some(o), Some(seen)) = (c.tables.observation.find(observation), c.waits.by(observation)) else {
            return String::new();
        };
        format!(
            "as observed from {} to {} ({}): {:.1} to {:.1} h in all, less {:.1} h without a wait",
            o.period_start,
            o.period_end,
            c.strings.text(o.place),
            seen.whole.0.value(),
            seen.whole.1.value(),
            seen.own.value()
        )
    }
}
