//! Ports and berths.

use super::weather::Weather;
use keruen_model::{AnyRef, Corridor, Facility, Id, Quantity, ResourceKind, Service, Status, TableKind, Unit};
use keruen_network::ledger::Period;

/// Berths of one resource.
#[derive(Clone, Debug)]
pub(crate) struct Berth {
    pub name: String,
    pub count: u32,
}

/// Where lines call.
#[derive(Default)]
pub(crate) struct Harbour {
    pub ports: Vec<String>,
    pub berths: Vec<Berth>,
    pub weather: Weather,
    period: Option<Period>,
}

impl Harbour {
    pub fn new(period: Period) -> Harbour {
        Harbour { period: Some(period), ..Harbour::default() }
    }

    /// The number of a port.
    pub fn port(&mut self, name: &str) -> usize {
        let known = self.ports.iter().position(|p| p == name);
        known.unwrap_or_else(|| {
            self.ports.push(name.into());
            self.ports.len() - 1
        })
    }

    /// Berths of a facility that ships of a service take: of several rows the one that holds on the most days of the run.
    pub fn berth(&mut self, c: &Corridor, service: &Service, facility: Id<Facility>) -> Option<usize> {
        let user = AnyRef { table: TableKind::Service, id: service.service_id.sym() };
        let uses = c.tables.r#use.iter().filter(|u| u.by == user && u.unit == Unit::Ship);
        let rows = uses.filter_map(|u| c.tables.resource.find(u.resource_id));
        let days = |r: &keruen_model::Resource| self.period.map_or(1.0, |p| p.days_within(r.valid_from, r.valid_to));
        let here = |r: &&keruen_model::Resource| {
            r.at.as_id::<Facility>() == Some(facility)
                && matches!(r.kind, ResourceKind::Berth | ResourceKind::Ramp)
                && r.status == Status::Open
                && days(r) > 0.0
        };
        let r = rows.filter(here).max_by(|a, b| days(a).total_cmp(&days(b)))?;
        let name = c.strings.id(r.resource_id).to_string();
        let known = self.berths.iter().position(|b| b.name == name);
        Some(known.unwrap_or_else(|| {
            self.berths.push(Berth { name, count: (r.amount.value() as u32).max(1) });
            self.berths.len() - 1
        }))
    }
}
