//! Places with room, borders, opening hours: whatever ways share beside stations and lines.

use super::way::law_of;
use crate::CLOCK;
use keruen_events::calendar::Shifts;
use keruen_events::random::Law;
use keruen_events::store::Trigger;
use keruen_model::calendar::Calendar;
use keruen_model::{Corridor, Date, Facility, Id, Permit as PermitRow, Quantity, Resource, ResourceKind};

/// Room for goods, or wagons of a pool.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    pub id: Id<Resource>,
    pub name: String,
    pub capacity: f64,
    /// Senders are banned when more lies there, until less does.
    pub trigger: Option<Trigger>,
    pub is_pool: bool,
}

/// A permit that goods ask for.
#[derive(Clone, Debug)]
pub(crate) struct Permit {
    id: Id<PermitRow>,
    pub lead: Law,
    /// Ticks for which it is good.
    pub good_for: u64,
}

/// Shared places of all ways.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    pub rooms: Vec<Room>,
    pub borders: Vec<String>,
    pub permits: Vec<Permit>,
    pub hours: Vec<Shifts>,
    hours_of: Vec<(Id<Facility>, Option<usize>)>,
    borders_of: Vec<Id<Facility>>,
    first: Option<Date>,
}

/// Minutes of a week, and ticks of a minute.
const WEEK: u64 = 7 * 24 * 60;
const MINUTE: u64 = 60_000;

impl Places {
    pub fn new(first: Date) -> Places {
        Places { first: Some(first), ..Places::default() }
    }

    /// The room that a resource is, and whether it is a pool of wagons; `None` of whatever else is held.
    pub fn store(&mut self, c: &Corridor, id: Id<Resource>) -> Option<(usize, bool)> {
        if let Some(known) = self.rooms.iter().position(|r| r.id == id) {
            return Some((known, self.rooms[known].is_pool));
        }
        let r = c.tables.resource.find(id)?;
        let is_pool = r.kind == ResourceKind::Fleet;
        let is_room = matches!(r.kind, ResourceKind::Storage | ResourceKind::Tank);
        let trigger = r.ban_above.zip(r.ban_below).map(|(above, below)| Trigger { above: above.value(), below: below.value() });
        self.rooms.push(Room {
            id,
            name: c.text(id.sym()).into(),
            capacity: if is_pool || is_room { r.amount.value() * r.availability.value() } else { f64::INFINITY },
            trigger,
            is_pool,
        });
        Some((self.rooms.len() - 1, is_pool))
    }

    /// The number of a border.
    pub fn border(&mut self, c: &Corridor, at: Id<Facility>) -> usize {
        let known = self.borders_of.iter().position(|&b| b == at);
        known.unwrap_or_else(|| {
            self.borders_of.push(at);
            self.borders.push(c.strings.id(at).into());
            self.borders.len() - 1
        })
    }

    /// The number of a permit.
    pub fn permit(&mut self, c: &Corridor, id: Id<PermitRow>) -> Option<usize> {
        if let Some(known) = self.permits.iter().position(|p| p.id == id) {
            return Some(known);
        }
        let row = c.tables.permit.find(id)?;
        let days = row.validity.map_or(f64::INFINITY, Quantity::value);
        self.permits.push(Permit {
            id,
            lead: days_as_hours(law_of(row.lead_time.law())),
            good_for: if days.is_finite() { CLOCK.span(days * 24.0) } else { u64::MAX },
        });
        Some(self.permits.len() - 1)
    }

    /// Opening hours of a facility, by the clock of the place; `None` where it never closes.
    pub fn hours(&mut self, c: &Corridor, at: Id<Facility>) -> Option<usize> {
        if let Some(known) = self.hours_of.iter().find(|h| h.0 == at) {
            return known.1;
        }
        let text = c.tables.facility.find(at).map_or("", |f| c.strings.text(f.calendar));
        let calendar = Calendar::parse(text).filter(|k| !k.is_always());
        let found = calendar.map(|k| {
            self.hours.push(shifts(&k, self.first));
            self.hours.len() - 1
        });
        self.hours_of.push((at, found));
        found
    }
}

fn shifts(calendar: &Calendar, first: Option<Date>) -> Shifts {
    let day = |d: u64, minute: i32| (d * 24 * 60 + minute as u64) * MINUTE;
    let spans =
        (0..7_u8).flat_map(|d| calendar.spans_of(d).map(move |(from, to)| (day(u64::from(d), from.0), day(u64::from(d), to.0))));
    let begins = first.map_or(0, |d| u64::from(d.weekday()));
    Shifts::new(WEEK * MINUTE, day(begins, 0), &spans.collect::<Vec<_>>())
}

/// A law of days in hours.
fn days_as_hours(law: Law) -> Law {
    const DAY: f64 = 24.0;
    match law {
        Law::Fixed(a) => Law::Fixed(a * DAY),
        Law::Uniform(a, b) => Law::Uniform(a * DAY, b * DAY),
        Law::Triangular(a, m, b) => Law::Triangular(a * DAY, m * DAY, b * DAY),
        Law::LogNormal(m, s) => Law::LogNormal(m * DAY, s),
        Law::Exponential(a) => Law::Exponential(a * DAY),
        Law::Gamma(a, s) => Law::Gamma(a * DAY, s),
    }
}
