//! When steps can be begun: timetables, opening hours, rows that end, months of storms.

use super::super::charges::ChargeLine;
use super::super::closures::chance;
use super::super::gate::{Gate, Run, Starts, Storage};
use super::super::graph::TimeKind;
use super::super::rules::Touch;
use super::super::state::State;
use super::super::tariffs::{Priced, charges};
use super::{Expander, Step};
use keruen_model::calendar::Calendar;
use keruen_model::{Clock, Departure, Facility, Hours, Id, Link, Quantity, Service, Stop, TableKind, TariffScope, Text};

/// Seconds of an hour.
const HOUR: f64 = 3600.0;

/// The window of what is always allowed.
pub(super) const ALWAYS: (i64, i64) = (i64::MIN, i64::MAX);

/// A wait so long that every free time is over: its charges show the rate of a further hour.
const LONG_WAIT: Hours = Hours(10_000.0);

/// Whether a service leaves a stop by a clock.
pub(super) fn timetabled(service: &Service, stop: &Stop) -> bool {
    service.departure == Departure::Timetable && stop.departure.is_some()
}

impl Expander<'_, '_> {
    /// Goods wait on the ground and in yards, wherever something is there to keep them; and aboard after a ride, until they are
    /// taken off. Not on the open line, and not aboard before the ride.
    fn may_wait(&self, s: State) -> bool {
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
        days.filter(holds).map(run).filter(|r| r.leaves >= self.start && r.ends >= r.leaves).collect()
    }

    /// Work that puts goods aboard a service that leaves by the clock: it is over when the service leaves.
    fn gate_of_boarding(&self, step: &Step, s: State, service: Id<Service>, f: &Facility) -> Option<Gate> {
        let row = self.index.corridor.tables.service.find(service)?;
        let calls = self.timetable_calls(service, s.node);
        let median = step.time.iter().map(|p| p.time.quantile(0.5)).sum::<Hours>();
        let work = (median.value() * HOUR).round() as i64;
        let open = self.spans(f, s);
        let mut runs: Vec<Run> = calls.iter().flat_map(|c| self.runs(row, c, None)).collect();
        for r in &mut runs {
            let latest = r.latest - work;
            r.latest = open.as_ref().map_or(latest, |spans| last_open(spans, latest));
        }
        runs.retain(|r| r.latest >= self.start);
        runs.sort_unstable_by_key(|r| (r.leaves, r.latest));
        let overrun = step.time.iter().map(|p| p.time).find(|d| d.variance() > 0.0);
        (!calls.is_empty()).then(|| Gate {
            window: ALWAYS,
            starts: Starts::Runs(runs),
            may_wait: self.may_wait(s),
            aboard: false,
            storage: Vec::new(),
            overrun,
        })
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

    /// A ride by the clock, and the least time it takes.
    pub(super) fn gate_of_ride(&self, s: State, service: &Service, ends: (&Stop, &Stop), usual: Hours) -> (Gate, Hours) {
        let mut runs = self.runs(service, ends.0, Some((ends.1, usual)));
        let aboard = s.service.is_some();
        if aboard {
            runs.iter_mut().for_each(|r| r.latest = r.leaves);
        }
        let least = runs.iter().map(|r| r.ends - r.leaves).min().unwrap_or(0);
        let lone = self.timetable_calls(service.service_id, s.node).len() == 1;
        let gate = Gate {
            window: ALWAYS,
            starts: Starts::Runs(runs),
            may_wait: !aboard && self.may_wait(s),
            aboard: aboard && lone,
            storage: Vec::new(),
            overrun: None,
        };
        (gate, Hours(least as f64 / HOUR))
    }

    /// Work that leads aboard a service with a clock, or at a facility that is not always open; and what its wait costs.
    pub(super) fn gate_of_work(&self, step: &mut Step, touch: &Touch, s: State, (service, f): (Option<Id<Service>>, &Facility)) {
        let boarding = service.and_then(|v| self.gate_of_boarding(step, s, v, f));
        step.gate = boarding.or_else(|| self.gate_of_hours(s, f));
        let storage = step.gate.is_some().then(|| self.storage(step, touch));
        if let Some((gate, storage)) = step.gate.as_mut().zip(storage) {
            gate.storage = storage;
        }
    }

    fn gate_of_hours(&self, s: State, f: &Facility) -> Option<Gate> {
        let spans = self.spans(f, s)?;
        Some(Gate {
            window: ALWAYS,
            starts: Starts::Open(spans),
            may_wait: self.may_wait(s),
            aboard: false,
            storage: Vec::new(),
            overrun: None,
        })
    }

    /// Opening hours of a facility from the start of the first journey; `None` = always.
    fn spans(&self, f: &Facility, s: State) -> Option<Vec<(i64, i64)>> {
        let calendar = Calendar::parse(self.index.corridor.strings.text(f.calendar)).filter(|c| !c.is_always())?;
        let zone = &self.index.zones[s.node as usize];
        let mut out: Vec<(i64, i64)> = Vec::new();
        for d in (-1..=self.index.horizon()).map(|d| self.index.day.plus_days(d)) {
            for (from, to) in calendar.spans_of(d.weekday()) {
                let span = (zone.instant(d, from), zone.instant(d, to));
                match out.last_mut() {
                    Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
                    _ => out.push(span),
                }
            }
        }
        out.retain(|s| s.1 > self.start);
        Some(out)
    }

    /// What the ground asks for each hour beyond the free time.
    fn storage(&self, step: &Step, touch: &Touch) -> Vec<Storage> {
        let priced = Priced {
            scopes: &[TariffScope::Storage],
            touch,
            loading: step.loading,
            ends: None,
            operation: None,
            distance: keruen_model::Km(0.0),
            time: LONG_WAIT,
        };
        let rows = self.index.corridor.tables.tariff.rows();
        // An expected wait has used up some of the free time before the clock begins to count.
        let waits = step.time.iter().filter(|p| matches!(p.kind, TimeKind::Waiting(_)));
        let usual: f64 = waits.map(|p| p.time.quantile(0.5).value()).sum();
        let free_of = |i: u32| rows[i as usize].free_days.map_or(0.0, Quantity::value) * 24.0;
        let lines = charges(self.index, &self.goods, &priced);
        let first = lines.first().map_or(0.0, |l| free_of(l.tariff));
        let line = |l: &ChargeLine| {
            let free = rows[l.tariff as usize].free_days.map_or(first, |_| free_of(l.tariff));
            let hours = LONG_WAIT.value() - free;
            Storage { tariff: l.tariff, free: (free - usual).max(0.0), quantity: l.quantity / hours, usd: l.usd / hours }
        };
        lines.iter().filter(|l| l.usd != 0.0).map(line).collect()
    }

    /// The step holds only as long as the rows that it touches.
    pub(super) fn keep_to_rows(&self, step: &mut Step, touch: &Touch, s: State) {
        if self.index.endings.is_empty() {
            return;
        }
        let zone = &self.index.zones[s.node as usize];
        let end = |day: keruen_model::Date| zone.instant(day.plus_days(1), Clock(0));
        let last = self.index.endings.iter().filter(|(row, _)| touch.rows.contains(row)).map(|&(_, day)| end(day)).min();
        if let Some(last) = last {
            let gate = step.gate.get_or_insert_with(|| Gate::within(ALWAYS));
            gate.window.1 = gate.window.1.min(last);
        }
    }

    /// Regions whose weather closes a ride: of its berths and of the lines under it.
    pub(super) fn regions(&self, calls: &[&Stop], links: &[&Link]) -> Vec<Text> {
        let t = &self.index.corridor.tables;
        let berths = calls.iter().filter_map(|s| t.facility.find(s.facility_id?)).map(|f| f.region);
        let mut out: Vec<Text> = Vec::new();
        for region in berths.chain(links.iter().map(|l| l.region)) {
            if !region.is_empty() && !out.contains(&region) {
                out.push(region);
            }
        }
        out
    }

    /// The chance that one of the regions is closed, by the share of the month in which the goods set out: were it that of the month in
    /// which they come there, to be later could be safer, and the search would have to keep every time apart.
    pub(super) fn storms(&self, regions: &[Text]) -> f64 {
        let any = !regions.is_empty() && !self.index.corridor.tables.closure.is_empty();
        if any { chance(self.index, regions, self.index.day.month()) } else { 0.0 }
    }
}

/// The last moment at or before `t` that lies in opening hours; before all time where there is none.
fn last_open(spans: &[(i64, i64)], t: i64) -> i64 {
    let before = spans.partition_point(|s| s.0 <= t);
    before.checked_sub(1).map_or(i64::MIN, |i| t.min(spans[i].1 - 1))
}
