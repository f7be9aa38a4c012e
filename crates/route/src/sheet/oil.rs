//! An oil lot on a way: tankers and their flags, pipelines with their line fill, the blend that comes out.
//!
//! ```text
//! line fill (t) = flow (t/d) x days from injection to delivery
//! blend ratio   = quota of such crude / flow;  sulphur by mass, density by volume:  1/d = r/d_lot + (1 - r)/d_stream
//! voyages       = lot / load of the largest ship, rounded up
//! ```
//! The flow of a line is that of the newest whole year counted at it up to the day: an outcome, shown beside the answer and used
//! by no search. The stream of the tables stands for the whole mixture before the quota is filled.

use super::Sheets;
use super::way::Placed;
use keruen_model::{
    AnyRef, Cargo, EquipmentKind, Id, Link, Loading, Quantity, Resource, ResourceKind, Row, Service, Sym, TableKind,
};
use keruen_network::compile::ArcKind;
use keruen_results::Range;
use keruen_results::oil::{BlendLimit, OilLot, PipeUse, Stream, TankerUse, Tonnage};
use keruen_results::route::Leg;

/// Days of a year counted whole: a calendar year, or one less its holidays of counting.
const WHOLE_YEAR: i32 = 360;

/// Days of a year.
const YEAR: f64 = 365.0;

impl Sheets<'_> {
    /// Terms of the lot; `None` where the goods are not pumped.
    pub(super) fn oil(&self, placed: &[Placed<'_>], legs: &[Leg], cargo: Id<Cargo>) -> Option<OilLot> {
        let lot = &self.graph.lot;
        let in_tanks = lot.on(Loading::Ship).is_some_and(|c| c.kind == EquipmentKind::Tank);
        if !in_tanks && lot.on(Loading::Pipe).is_none() {
            return None;
        }
        let services: Vec<AnyRef> = legs.iter().filter_map(|l| self.row(TableKind::Service, l.service.as_deref()?)).collect();
        let (mut tankers, mut pipes, mut delivered) = (Vec::new(), Vec::new(), cargo);
        for p in placed {
            match &p.arc.kind {
                ArcKind::Ride(v, _) if p.arc.loading == Loading::Ship => tankers.extend(self.tanker(*v, p.leg)),
                _ if p.arc.loading == Loading::Pipe => {
                    for link in self.links_of(*p) {
                        delivered = link.stream.unwrap_or(delivered);
                        pipes.push(self.pipe(link, p.leg, &services, cargo));
                    }
                }
                _ => {}
            }
        }
        Some(OilLot { tankers, pipes, delivered: self.index.corridor.strings.id(delivered).into() })
    }

    fn row(&self, table: TableKind, id: &str) -> Option<AnyRef> {
        Some(AnyRef { table, id: self.index.corridor.strings.find(id)? })
    }

    fn tanker(&self, service: Id<Service>, leg: usize) -> Option<TankerUse> {
        let c = self.index.corridor;
        let row = c.tables.service.find(service)?;
        let (mut largest, mut all) = (None::<f64>, Vec::<Tonnage>::new());
        for fleet in row.fleet.iter().filter_map(|&f| c.tables.fleet.find(f)) {
            let Some(load) = c.tables.vehicle.find(fleet.vehicle_id).and_then(|v| v.payload).map(Quantity::value) else {
                continue;
            };
            largest = Some(largest.map_or(load, |l| l.max(load)));
            let owner = fleet.operator_id.and_then(|o| c.tables.operator.find(o));
            let country = owner.map_or("", |o| c.strings.text(o.country));
            let ships = fleet.count.value();
            match all.iter_mut().find(|t| t.country == country) {
                Some(t) => (t.ships, t.tonnes) = (t.ships + ships, t.tonnes + ships * load),
                None => all.push(Tonnage { country: country.into(), ships, tonnes: ships * load, share: 0.0 }),
            }
        }
        let sum: f64 = all.iter().map(|t| t.tonnes).sum();
        all.iter_mut().for_each(|t| t.share = if sum > 0.0 { t.tonnes / sum } else { 0.0 });
        all.sort_by(|a, b| b.tonnes.total_cmp(&a.tonnes).then_with(|| a.country.cmp(&b.country)));
        Some(TankerUse {
            leg,
            service: c.strings.id(service).into(),
            minimum_lot_t: row.minimum_lot.map(Quantity::value),
            largest_ship_t: largest,
            voyages: largest.filter(|l| *l > 0.0).map(|l| (self.graph.lot.tonnes.value() / l - WHOLE).ceil().max(1.0)),
            tonnage: all,
        })
    }

    fn pipe(&self, link: &Link, leg: usize, services: &[AnyRef], cargo: Id<Cargo>) -> PipeUse {
        let c = self.index.corridor;
        let days = link.free_speed.map_or(0.0, |v| link.length.at(v).value() / 24.0);
        PipeUse {
            leg,
            link: c.strings.id(link.link_id).into(),
            name: c.strings.text(link.name).into(),
            minimum_lot_t: link.minimum_lot.map(Quantity::value),
            line_fill_days: days,
            stream: link.stream.map(|stream| {
                let counted = self.counted(link.link_id.sym());
                let flow_t = counted.map(|o| o.1);
                Stream {
                    cargo: c.strings.id(stream).into(),
                    flow_t,
                    observation: counted.map_or(String::new(), |o| c.text(o.0).into()),
                    line_fill_t: flow_t.map(|f| f / YEAR * days),
                    limit: self.limit(link, services, flow_t, (cargo, stream)),
                }
            }),
        }
    }

    /// The newest whole year counted at a link up to the day; of several counters the one that counts most.
    fn counted(&self, link: Sym) -> Option<(Sym, f64)> {
        let c = self.index.corridor;
        let here = Some(AnyRef { table: TableKind::Link, id: link });
        let whole = |o: &&keruen_model::Observation| {
            o.at == here
                && c.strings.text(o.unit) == "t"
                && o.period_end <= self.index.day
                && o.period_start.days_until(o.period_end) >= WHOLE_YEAR
        };
        let newest = c
            .tables
            .observation
            .iter()
            .filter(whole)
            .max_by(|a, b| a.period_end.cmp(&b.period_end).then(a.value.value().total_cmp(&b.value.value())))?;
        Some((newest.key(), newest.value.value()))
    }

    /// The quota on the link that a service of the way counts against.
    fn limit(
        &self,
        link: &Link,
        services: &[AnyRef],
        flow_t: Option<f64>,
        (lot, stream): (Id<Cargo>, Id<Cargo>),
    ) -> Option<BlendLimit> {
        let c = self.index.corridor;
        let here = AnyRef { table: TableKind::Link, id: link.link_id.sym() };
        let counts = |r: &Resource| {
            c.tables.r#use.iter().any(|u| u.resource_id == r.resource_id && (u.by == here || services.contains(&u.by)))
        };
        let at = c.tables.resource.iter().position(|r| r.kind == ResourceKind::Quota && r.at == here && counts(r))?;
        let r = &c.tables.resource.rows()[at];
        let amount_t = r.amount.value();
        let range = self.parameter(TableKind::Resource, at, "amount").and_then(|p| self.provenance.range(p));
        let blend_ratio = flow_t.filter(|f| *f > 0.0).map(|f| amount_t / f).filter(|r| *r <= 1.0);
        let of = |f: fn(&Cargo) -> Option<f64>| {
            let cargo = |id| c.tables.cargo.find(id).and_then(f);
            Some((blend_ratio?, cargo(lot)?, cargo(stream)?))
        };
        Some(BlendLimit {
            resource: c.strings.id(r.resource_id).into(),
            name: c.strings.text(r.name).into(),
            amount_t,
            per: r.per.name().into(),
            range: range.map(|(low, high)| Range { low, high }),
            lot_share: self.graph.lot.tonnes.value() / amount_t,
            blend_ratio,
            sulphur: of(|c| c.sulphur.map(Quantity::value)).map(|(r, a, b)| r * a + (1.0 - r) * b),
            density: of(|c| c.density.map(Quantity::value)).map(|(r, a, b)| 1.0 / (r / a + (1.0 - r) / b)),
        })
    }
}

/// Part of a ship by which a lot may seem to exceed whole ships: doubles are not exact.
const WHOLE: f64 = 1e-9;
