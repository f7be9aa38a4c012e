//! A way: its legs, totals, papers and permits.

use super::Sheets;
use super::leg::Z90;
use keruen_model::{Date, Id, Loading, Permit, Quantity, TableKind, Unit};
use keruen_network::compile::{Arc, TimeKind};
use keruen_results::Range;
use keruen_results::light::LightPath;
use keruen_results::route::{CostTotal, HoursTotal, Leg, LegKind, PermitNeed, Totals, Way};

/// An arc with the place of its leg on the sheet.
#[derive(Clone, Copy)]
pub(super) struct Placed<'p> {
    pub arc: &'p Arc,
    pub leg: usize,
}

impl Sheets<'_> {
    /// The way made of these arcs.
    pub fn way(&self, arcs: &[usize]) -> Way {
        let arcs: Vec<&Arc> = arcs.iter().map(|&a| &self.graph.arcs[a]).collect();
        let (placed, legs) = self.placed(&arcs);
        let totals = Totals {
            hours: hours(&arcs, self.graph.ticks_per_hour),
            cost: self.cost(&legs),
            co2e_kg: legs.iter().map(|l| l.co2e_kg).fold(0.0, |a, b| a + b),
            co2e_range: co2e_range(&legs),
            distance_km: legs.iter().map(|l| l.distance_km).fold(0.0, |a, b| a + b),
            risk: None,
        };
        let oil = self.oil(&placed, &legs, self.question.cargo);
        let delivered = oil.as_ref().and_then(|o| self.index.corridor.strings.find(&o.delivered)).map(Id::new);
        let permits = self.permits(&arcs);
        Way {
            label: String::new(),
            labels: Vec::new(),
            summary: summary(&legs),
            papers: once(legs.iter().flat_map(|l| l.papers.iter().cloned())),
            leave_from: self.leave_from(&permits),
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

    /// The legs, and which of them is the work or ride of each arc.
    fn placed<'p>(&self, arcs: &[&'p Arc]) -> (Vec<Placed<'p>>, Vec<Leg>) {
        let (mut placed, mut legs) = (Vec::new(), Vec::new());
        for &arc in arcs {
            let own = self.legs(arc);
            let main = own.iter().position(|l| l.kind != LegKind::Wait).unwrap_or(0);
            placed.push(Placed { arc, leg: legs.len() + main });
            legs.extend(own);
        }
        (placed, legs)
    }

    fn light(&self, arcs: &[&Arc]) -> Option<LightPath> {
        self.graph.lot.on(Loading::Fibre)?;
        let c = self.index.corridor;
        Some(crate::light::path(c, &crate::light::ridden(c, self.graph, arcs)))
    }

    fn cost(&self, legs: &[Leg]) -> CostTotal {
        let charges: Vec<_> = legs.iter().flat_map(|l| &l.charges).collect();
        let end = |pick: fn(&Range) -> f64| charges.iter().map(|c| c.range.as_ref().map_or(c.usd, pick)).fold(0.0, |a, b| a + b);
        CostTotal {
            amount: charges.iter().map(|c| c.usd).fold(0.0, |a, b| a + b),
            currency: "USD".into(),
            price_year: charges.iter().map(|c| c.price_year).max().unwrap_or(self.index.corridor.meta.price_year),
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

    fn permits(&self, arcs: &[&Arc]) -> Vec<PermitNeed> {
        let c = self.index.corridor;
        let mut out: Vec<PermitNeed> = Vec::new();
        for &(permit, rule) in arcs.iter().flat_map(|a| &a.permits) {
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
                asked_on: self.asked_on().to_string(),
                earliest: self.asked_on().plus_days(days.ceil() as i32).to_string(),
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
    /// Day on which permits are asked for.
    fn asked_on(&self) -> Date {
        self.question.asked_on.unwrap_or(self.index.day)
    }

    /// The day of the question, or the one on which the last permit is there.
    fn leave_from(&self, permits: &[PermitNeed]) -> String {
        let last = permits.iter().filter_map(|p| Date::parse(&p.earliest)).max();
        last.map_or(self.index.day, |d| d.max(self.index.day)).to_string()
    }

    fn share_of_quota(&self, p: &Permit) -> Option<f64> {
        let tonnes = self.graph.lot.tonnes.value();
        match (p.quota?.value(), p.unit?) {
            (q, Unit::T) => Some(tonnes / q),
            (q, Unit::Kt) => Some(tonnes / 1000.0 / q),
            _ => None,
        }
    }
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

/// Median: the sum that the search minimised. 90th percentile: parts independent, their variances added, normal.
fn hours(arcs: &[&Arc], ticks_per_hour: f64) -> HoursTotal {
    let parts = || arcs.iter().flat_map(|a| &a.time);
    let sum = |wanted: fn(TimeKind) -> bool| {
        parts().filter(|p| wanted(p.kind)).map(|p| p.time.quantile(0.5).value()).fold(0.0, |a, b| a + b)
    };
    let p50: f64 = parts().map(|p| p.time.quantile(0.5).value()).fold(0.0, |a, b| a + b);
    let deviation = parts().map(|p| p.time.variance()).sum::<f64>().sqrt();
    let what = if ticks_per_hour > 3600.0 {
        "path length x delay of light in glass + equipment"
    } else {
        "sum of the medians of the parts, without queues"
    };
    HoursTotal {
        p50,
        p90: p50 + Z90 * deviation,
        kind: format!("{what}; 90th percentile with independent parts"),
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
    let free: Vec<String> =
        legs.iter().filter(work).filter(|l| l.charges.is_empty()).map(|l| format!("{} at {}", l.name, l.from.name)).collect();
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
