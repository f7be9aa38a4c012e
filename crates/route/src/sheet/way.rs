//! A way: its legs, totals, papers and permits.

use super::Sheets;
use crate::labels::Rated;
use crate::lateness::Drawer;
use crate::limits::Promise;
use crate::search::Trip;
use keruen_model::{Date, Dist, Hours, Id, Loading, Permit, Quantity, TableKind, Unit};
use keruen_network::compile::{Arc, ChargeLine, Starts, TimeKind, TimePart, WaitOrigin};
use keruen_results::Range;
use keruen_results::light::LightPath;
use keruen_results::route::{CostTotal, HoursTotal, Lateness, Leg, LegKind, PermitNeed, Totals, Way};

/// An arc as it is gone through on a way.
struct Gone {
    /// With the wait at its gate and what the ground asks for it.
    arc: Arc,
    /// Hours since departure.
    at: f64,
    /// Micro-risk of all its events.
    micro: i64,
}

/// An arc with the place of its leg on the sheet.
#[derive(Clone, Copy)]
pub(super) struct Placed<'p> {
    pub arc: &'p Arc,
    pub leg: usize,
}

impl Sheets<'_> {
    /// What a trip is judged by, the totals of its sheet without the sheet.
    pub fn rated(&self, trip: &Trip) -> Rated {
        let arcs: Vec<&Arc> = trip.arcs.iter().map(|&a| &self.graph.arcs[a]).collect();
        let gone = self.gone(&arcs, trip.start);
        let is_data = self.graph.ticks_per_hour > SECONDS;
        Rated {
            cost: usd(&gone),
            hours: hours_of(gone.iter().map(|g| &g.arc), |_| true),
            co2e_kg: co2e_kg(&gone),
            risk: if is_data { 0.0 } else { risk(&gone) },
        }
    }

    /// The way of a trip.
    pub fn way(&self, trip: &Trip, promise: Option<Promise>, drawer: &mut Drawer<'_>) -> Way {
        let arcs: Vec<&Arc> = trip.arcs.iter().map(|&a| &self.graph.arcs[a]).collect();
        let late = drawer.lateness(&arcs, trip.start, promise, self.question.to);
        let gone = self.gone(&arcs, trip.start);
        let (placed, legs) = self.placed(&gone);
        let went: Vec<&Arc> = gone.iter().map(|g| &g.arc).collect();
        let is_data = self.graph.ticks_per_hour > SECONDS;
        let hours = hours(&went, is_data, &late);
        let ends = trip.start + (hours.p50 * 3600.0).round() as i64;
        let totals = Totals {
            hours,
            cost: self.cost(&legs, usd(&gone)),
            co2e_kg: co2e_kg(&gone),
            co2e_range: co2e_range(&legs),
            distance_km: legs.iter().map(|l| l.distance_km).fold(0.0, |a, b| a + b),
            risk: (!is_data).then(|| risk(&gone)),
            lateness: (!is_data).then_some(late),
        };
        let oil = self.oil(&placed, &legs, self.question.cargo);
        let delivered = oil.as_ref().and_then(|o| self.index.corridor.strings.find(&o.delivered)).map(Id::new);
        let day = self.index.zones[self.graph.states[0].node as usize].local(trip.start).0;
        let permits = self.permits(&went, day);
        Way {
            label: String::new(),
            labels: Vec::new(),
            summary: summary(&legs),
            departs: self.local(trip.start, self.graph.states[0].node),
            arrives: self.local(ends, went.last().map_or(0, |a| self.graph.states[a.to.0 as usize].node)),
            papers: once(legs.iter().flat_map(|l| l.papers.iter().cloned())),
            leave_from: leave_from(&permits, day),
            permits,
            sheet: kind_of_sheet(&legs).into(),
            gaps: [gaps(&legs), lightened(&legs)].concat(),
            parameters: self.lot_parameters(),
            chain: self.chain(&placed, &legs),
            netback: self.netback(self.question.to, delivered.unwrap_or(self.question.cargo), &totals.cost),
            light: self.light(&arcs),
            seats: self.seats(&placed, &legs),
            oil,
            totals,
            legs,
        }
    }

    fn light(&self, arcs: &[&Arc]) -> Option<LightPath> {
        self.graph.lot.on(Loading::Fibre)?;
        let c = self.index.corridor;
        Some(crate::light::path(c, &crate::light::ridden(c, self.graph, arcs)))
    }

    /// The legs, and which of them is the work or ride of each arc.
    fn placed<'p>(&self, gone: &'p [Gone]) -> (Vec<Placed<'p>>, Vec<Leg>) {
        let (mut placed, mut legs) = (Vec::new(), Vec::new());
        for g in gone {
            let own = self.timed_legs(g);
            let main = own.iter().position(|l| l.kind != LegKind::Wait).unwrap_or(0);
            placed.push(Placed { arc: &g.arc, leg: legs.len() + main });
            legs.extend(own);
        }
        (placed, legs)
    }

    /// Day and clock of an instant at a place.
    fn local(&self, instant: i64, node: u32) -> String {
        let (day, clock) = self.index.zones[node as usize].local(instant);
        format!("{day} {clock}")
    }

    /// The arcs with the waits at their gates, one after the other by the medians.
    fn gone(&self, arcs: &[&Arc], start: i64) -> Vec<Gone> {
        let (mut out, mut ticks) = (Vec::with_capacity(arcs.len()), 0);
        for &arc in arcs {
            let at = ticks as f64 / self.graph.ticks_per_hour;
            let mut arc = arc.clone();
            let passage = arc.gate.as_ref().and_then(|g| g.pass(start + ticks, arc.costs[1]));
            let (mut wait, mut missed) = (0, 0);
            ticks += arc.costs[1];
            if let (Some(p), Some(gate)) = (passage, &arc.gate) {
                (wait, missed) = (p.wait, p.missed);
                ticks = p.ends - start;
                let stored = gate.storage.iter().map(|s| (s.tariff, s.of(p.wait))).filter(|s| s.1.1 != 0.0);
                let stored: Vec<ChargeLine> =
                    stored.map(|(tariff, (quantity, usd))| ChargeLine { tariff, quantity, usd, capped: false }).collect();
                if !stored.is_empty() {
                    let mut charges = arc.charges.to_vec();
                    add_storage(&mut charges, &stored);
                    arc.deed_mut().charges = charges.into();
                }
            }
            if wait > 0 {
                let origin = match arc.gate.as_ref().map(|g| &g.starts) {
                    Some(Starts::Runs(_)) => WaitOrigin::Timetable,
                    _ => WaitOrigin::Hours,
                };
                let time = Dist::fixed(Hours(wait as f64 / SECONDS));
                let waits = TimePart { kind: TimeKind::Waiting(origin), time };
                arc.deed_mut().time = arc.time.iter().copied().chain([waits]).collect();
            }
            let micro = arc.costs[3] + missed;
            out.push(Gone { arc, at, micro });
        }
        out
    }

    /// Legs with the hour at which each begins; the risk stands at the work or ride.
    fn timed_legs(&self, gone: &Gone) -> Vec<Leg> {
        let mut at = gone.at;
        let mut legs = self.legs(&gone.arc);
        for leg in &mut legs {
            leg.at = at;
            at += leg.hours;
            leg.risk = if leg.kind == LegKind::Wait { 0.0 } else { chance(gone.micro) };
        }
        legs
    }

    fn cost(&self, legs: &[Leg], amount: f64) -> CostTotal {
        let years = legs.iter().flat_map(|l| &l.charges).map(|c| c.price_year);
        let end =
            |pick: fn(&Range) -> f64| legs.iter().map(|l| l.cost_range.as_ref().map_or(l.cost, pick)).fold(0.0, |a, b| a + b);
        CostTotal {
            amount,
            currency: "USD".into(),
            price_year: years.max().unwrap_or(self.index.corridor.meta.price_year),
            range: Some(Range { low: end(|r| r.low), high: end(|r| r.high) }),
        }
    }

    /// The parameters by which the goods were weighed.
    fn lot_parameters(&self) -> Vec<String> {
        let named = |&(table, row, field): &(TableKind, usize, &str)| {
            self.parameter(table, row, field).map(|p| p.name(self.index.corridor))
        };
        self.graph.lot.rests_on.iter().filter_map(named).collect()
    }

    /// Permits that must be there on the day of departure; asked for on that day, unless the question names another.
    fn permits(&self, arcs: &[&Arc], day: Date) -> Vec<PermitNeed> {
        let (c, asked_on) = (self.index.corridor, self.question.asked_on.unwrap_or(day));
        let mut out: Vec<PermitNeed> = Vec::new();
        for &(permit, rule) in arcs.iter().flat_map(|a| a.permits.iter()) {
            let Some(row) = c.tables.permit.position(permit.sym()) else { continue };
            let p = &c.tables.permit.rows()[row];
            let id = c.strings.id(permit);
            if out.iter().any(|o| o.permit == id) {
                continue;
            }
            let days = p.lead_time.quantile(0.5).value();
            out.push(PermitNeed {
                permit: id.into(),
                name: c.strings.text(p.name).into(),
                authority: c.strings.text(p.authority).into(),
                lead_days: days,
                lead_days_p90: p.lead_time.quantile(0.9).value(),
                asked_on: asked_on.to_string(),
                earliest: asked_on.plus_days(days.ceil() as i32).to_string(),
                quota: p.quota.map(Quantity::value),
                quota_unit: p.quota.and(p.unit).map_or(String::new(), |u| u.name().into()),
                quota_share: self.share_of_quota(p),
                rule: c.strings.id(c.tables.rule.rows()[rule as usize].rule_id).into(),
            });
        }
        out
    }
}

impl Sheets<'_> {
    fn share_of_quota(&self, p: &Permit) -> Option<f64> {
        let tonnes = self.graph.lot.tonnes.value();
        match (p.quota?.value(), p.unit?) {
            (q, Unit::T) => Some(tonnes / q),
            (q, Unit::Kt) => Some(tonnes / 1000.0 / q),
            _ => None,
        }
    }
}

/// The day of departure, or the one on which the last permit is there.
fn leave_from(permits: &[PermitNeed], day: Date) -> String {
    let last = permits.iter().filter_map(|p| Date::parse(&p.earliest)).max();
    last.map_or(day, |d| d.max(day)).to_string()
}

/// Ships that do not go full for want of water.
fn lightened(legs: &[Leg]) -> Vec<String> {
    let one = |l: &Leg| {
        let d = l.draught.as_ref()?;
        Some(format!(
            "{}: the water at {} leaves {:.2} m of the {:.2} m that the {} draws, so that it takes {:.0} of {:.0} t; a price a tonne does not say who bears the lost space",
            l.name, d.name, d.depth_m, d.wanted_m, d.vehicle, d.left_t, d.payload_t
        ))
    };
    once(legs.iter().filter_map(one))
}

/// A wait that is longer by the clock is one stay on the ground: its lines grow.
fn add_storage(charges: &mut Vec<ChargeLine>, stored: &[ChargeLine]) {
    for line in stored {
        match charges.iter_mut().find(|c| c.tariff == line.tariff) {
            Some(same) => {
                same.quantity += line.quantity;
                same.usd += line.usd;
            }
            None => charges.push(*line),
        }
    }
}

/// Seconds of an hour.
const SECONDS: f64 = 3600.0;

/// Dollars of all charges.
fn usd(gone: &[Gone]) -> f64 {
    gone.iter().flat_map(|g| g.arc.charges.iter()).map(|c| c.usd).fold(0.0, |a, b| a + b)
}

fn co2e_kg(gone: &[Gone]) -> f64 {
    let of_leg = |g: &Gone| g.arc.emissions.iter().map(|e| e.grams).fold(0.0, |a, b| a + b) / 1000.0;
    gone.iter().map(of_leg).fold(0.0, |a, b| a + b)
}

fn risk(gone: &[Gone]) -> f64 {
    chance(gone.iter().map(|g| g.micro).sum())
}

/// The medians of what is wanted of the time, added up.
fn hours_of<'a>(arcs: impl Iterator<Item = &'a Arc>, wanted: impl Fn(TimeKind) -> bool) -> f64 {
    let parts = arcs.flat_map(|a| a.time.iter()).filter(|p| wanted(p.kind));
    parts.map(|p| p.time.quantile(0.5).value()).fold(0.0, |a, b| a + b)
}

/// The chance behind a micro-risk.
fn chance(micro: i64) -> f64 {
    -(-(micro as f64) / 1e6).exp_m1()
}

/// The sum of the medians, which the search minimised, by what it is spent on; the 90th percentile is that of the whole.
fn hours(arcs: &[&Arc], is_data: bool, late: &Lateness) -> HoursTotal {
    let sum = |wanted: fn(TimeKind) -> bool| hours_of(arcs.iter().copied(), wanted);
    let what = if is_data {
        "path length x delay of light in glass + equipment"
    } else {
        "sum of the medians of the parts, without queues; 90th percentile of the whole, storms shared"
    };
    HoursTotal {
        p50: sum(|_| true),
        p90: late.p90,
        kind: what.into(),
        moving: sum(|k| matches!(k, TimeKind::Moving | TimeKind::Dwell)),
        handling: sum(|k| k == TimeKind::Handling),
        border: sum(|k| k == TimeKind::Border),
        waiting: sum(|k| matches!(k, TimeKind::Waiting(_))),
    }
}

fn co2e_range(legs: &[Leg]) -> Option<Range> {
    let of = |l: &Leg| l.emission.as_ref().and_then(|e| e.range).unwrap_or(Range { low: l.co2e_kg, high: l.co2e_kg });
    Some(Range {
        low: legs.iter().map(|l| of(l).low).fold(0.0, |a, b| a + b),
        high: legs.iter().map(|l| of(l).high).fold(0.0, |a, b| a + b),
    })
}

/// Countries entered and services taken, in order.
fn summary(legs: &[Leg]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for l in legs.iter().filter(|l| l.kind == LegKind::Move) {
        let part = match &l.service {
            Some(s) => s.clone(),
            None => format!("{} {}", l.mode, l.from.country),
        };
        if parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(" > ")
}

fn once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for t in texts {
        if !out.contains(&t) {
            out.push(t);
        }
    }
    out
}

fn kind_of_sheet(legs: &[Leg]) -> &'static str {
    let mut charges = legs.iter().flat_map(|l| &l.charges).peekable();
    if charges.peek().is_some() && gaps(legs).is_empty() && charges.all(|c| c.method == "read") {
        "quotation"
    } else {
        "indicative cost sheet"
    }
}

/// Moves and handling without a charge or a factor.
fn gaps(legs: &[Leg]) -> Vec<String> {
    let mut out = Vec::new();
    let work = |l: &&Leg| matches!(l.kind, LegKind::Handle | LegKind::GaugeChange | LegKind::Border);
    let free: Vec<String> = legs
        .iter()
        .filter(work)
        .filter(|l| l.charges.is_empty() && l.through.is_none())
        .map(|l| format!("{} at {}", l.name, l.from.name))
        .collect();
    if !free.is_empty() {
        out.push(format!("no charge is known for: {}", once(free.into_iter()).join(", ")));
    }
    let dark: Vec<String> = legs
        .iter()
        .filter(|l| l.kind == LegKind::Move && l.emission.is_none() && l.mode != "fibre")
        .map(|l| l.name.clone())
        .collect();
    if !dark.is_empty() {
        out.push(format!("no emission factor is known for: {}", once(dark.into_iter()).join(", ")));
    }
    out
}
