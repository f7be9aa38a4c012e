//! When moves can be begun: timetables, opening hours, rows that end, months of storms.

use super::super::bill::{Bill, Priced, Span};
use super::super::closures::chance;
use super::super::gate::Run;
use super::super::near::Near;
use super::super::state::Standing;
use super::super::tariffs::{Case, Ends, bill};
use super::{Act, Maker, shared};
use keruen_model::calendar::Calendar;
use keruen_model::{Clock, Departure, Facility, Hours, Id, Link, Quantity, Service, Stop, TableKind, TariffScope, Text};
use smallvec::SmallVec;
use std::sync::Arc as Shared;

/// Seconds of an hour.
pub(in crate::compile) const HOUR: f64 = 3600.0;

/// Opening hours, from the first to the second of each pair, by rising time.
type Spans = Vec<(i64, i64)>;

/// When a move can be begun, for journeys that begin at any moment of the days of the index.
#[derive(Clone, Debug)]
pub(in crate::compile) enum Opening {
    /// A ride by the clock. `lone`: the only call of the service at the place that has one.
    Ride { runs: Vec<Run>, aboard: bool, may_wait: bool, lone: bool },
    /// Work that puts goods aboard a service that leaves by the clock; `latest` of each run is its cut-off.
    Boarding { runs: Vec<Run>, open: Option<Spans>, may_wait: bool, storage: Bill },
    /// Work in opening hours.
    Hours { open: Spans, may_wait: bool, storage: Bill },
}

/// Whether a service leaves a stop by a clock.
pub(super) fn timetabled(service: &Service, stop: &Stop) -> bool {
    service.departure == Departure::Timetable && stop.departure.is_some()
}

impl Maker<'_, '_> {
    /// Goods wait on the ground and in yards, wherever something is there to keep them; and aboard after a ride, until they are
    /// taken off. Not on the open line, and not aboard before the ride.
    fn may_wait(&self, s: Standing) -> bool {
        match s.service {
            Some(_) => s.rode,
            None => !self.index.facilities_at[s.node as usize].is_empty(),
        }
    }

    /// Departures of a service from a place towards the later stop `to`, or towards any where none is named.
    fn runs(&self, service: &Service, from: &Stop, to: Option<(&Stop, Hours)>) -> Vec<Run> {
        let (Some(v), Some(clock)) = (self.index.corridor.tables.service.position(service.service_id.sym()), from.departure)
        else {
            return Vec::new();
        };
        let Some(calendar) = Calendar::parse(self.index.corridor.strings.text(service.calendar)) else { return Vec::new() };
        let (zone, far) = (self.index.zone_of(from.node_id), to.map(|(t, h)| (t, self.index.zone_of(t.node_id), h)));
        // A run that begins days before may pass here today.
        let first = -(clock.0 / (24 * 60)) - 1;
        let days = (first..=self.index.horizon()).map(|d| self.index.day.plus_days(d));
        let holds = |d: &keruen_model::Date| {
            let (from, to) = self.index.corridor.tables.validity(TableKind::Service, v);
            calendar.has_day(d.weekday()) && from.is_none_or(|f| f <= *d) && to.is_none_or(|t| *d <= t)
        };
        let run = |d: keruen_model::Date| {
            let leaves = zone.instant(d, clock);
            let ends = match &far {
                None => leaves,
                Some((t, z, hours)) => t.arrival.map_or(leaves + (hours.value() * HOUR).round() as i64, |c| z.instant(d, c)),
            };
            Run { latest: leaves - (from.cut_off.value() * HOUR).round() as i64, leaves, ends }
        };
        days.filter(holds).map(run).filter(|r| r.ends >= r.leaves).collect()
    }

    fn timetable_calls(&self, service: Id<Service>, node: u32) -> Vec<&Stop> {
        let calls = self.index.calls_at[node as usize].iter();
        calls
            .filter(|&&(v, stop)| {
                let v = self.index.service(v);
                v.service_id == service && timetabled(v, self.index.stop(stop))
            })
            .map(|&(_, stop)| self.index.stop(stop))
            .collect()
    }

    /// A ride by the clock.
    pub(super) fn opening_of_ride(&self, s: Standing, service: &Service, ends: (&Stop, &Stop), usual: Hours) -> Opening {
        let runs = self.runs(service, ends.0, Some((ends.1, usual)));
        let aboard = s.service.is_some();
        let lone = self.timetable_calls(service.service_id, s.node).len() == 1;
        Opening::Ride { runs, aboard, may_wait: !aboard && self.may_wait(s), lone }
    }

    /// Work that leads aboard a service with a clock, or at a facility that is not always open; and what its wait costs.
    pub(super) fn opening_of_work(
        &self,
        made: &mut Act,
        s: Standing,
        (service, f): (Option<Id<Service>>, &Facility),
        near: &Near<'_>,
    ) {
        let (open, may_wait) = (self.spans(f, s), self.may_wait(s));
        let by_clock = service.and_then(|v| {
            let row = self.index.corridor.tables.service.find(v)?;
            let calls = self.timetable_calls(v, s.node);
            (!calls.is_empty()).then(|| calls.iter().flat_map(|c| self.runs(row, c, None)).collect::<Vec<Run>>())
        });
        if by_clock.is_none() && open.is_none() {
            return;
        }
        let case = Case {
            scopes: &[TariffScope::Storage],
            touch: &made.touch,
            near,
            loading: made.loading,
            ends: Ends::None,
            operation: None,
        };
        let storage = bill(self.index, self.goods, &case, Priced { distance: false, time: Span::Long });
        let opening = match (by_clock, open) {
            (Some(runs), open) => Some(Opening::Boarding { runs, open, may_wait, storage }),
            (None, open) => open.map(|open| Opening::Hours { open, may_wait, storage }),
        };
        made.opens = opening.map(Box::new);
    }

    /// Opening hours of a facility; `None` = always.
    fn spans(&self, f: &Facility, s: Standing) -> Option<Spans> {
        let calendar = Calendar::parse(self.index.corridor.strings.text(f.calendar)).filter(|c| !c.is_always())?;
        let zone = &self.index.zones[s.node as usize];
        let mut out: Spans = Vec::new();
        for d in (-1..=self.index.horizon()).map(|d| self.index.day.plus_days(d)) {
            for (from, to) in calendar.spans_of(d.weekday()) {
                let span = (zone.instant(d, from), zone.instant(d, to));
                match out.last_mut() {
                    Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
                    _ => out.push(span),
                }
            }
        }
        Some(out)
    }

    /// The move holds only as long as the rows that it touches.
    pub(super) fn keep_to_rows(&self, made: &mut Act) {
        if self.index.endings.is_empty() {
            return;
        }
        let zone = &self.index.zones[made.from as usize];
        let end = |day: keruen_model::Date| zone.instant(day.plus_days(1), Clock(0));
        let touched = made.touch.rows.iter().filter_map(|row| self.index.endings.get(row));
        made.last = touched.map(|&day| end(day)).min();
    }

    /// Regions whose weather closes a ride, and the chance that one is closed.
    pub(super) fn weather(&self, made: &mut Act, calls: &[&Stop], links: &[&Link]) {
        let regions = self.regions(calls, links);
        made.closed = self.storms(&regions);
        if !regions.is_empty() {
            Shared::make_mut(&mut made.common).regions = shared(&regions, &[]);
        }
    }

    /// Regions whose weather closes a ride: of its berths and of the lines under it.
    fn regions(&self, calls: &[&Stop], links: &[&Link]) -> SmallVec<[Text; 8]> {
        let t = &self.index.corridor.tables;
        let berths = calls.iter().filter_map(|s| t.facility.find(s.facility_id?)).map(|f| f.region);
        let mut out: SmallVec<[Text; 8]> = SmallVec::new();
        for region in berths.chain(links.iter().map(|l| l.region)) {
            if !region.is_empty() && !out.contains(&region) {
                out.push(region);
            }
        }
        out
    }

    /// The chance that one of the regions is closed, by the share of the month in which the goods set out: were it that of the month in
    /// which they come there, to be later could be safer, and the search would have to keep every time apart.
    fn storms(&self, regions: &[Text]) -> f64 {
        let any = !regions.is_empty() && !self.index.corridor.tables.closure.is_empty();
        if any { chance(self.index, regions, self.index.day.month()) } else { 0.0 }
    }
}
