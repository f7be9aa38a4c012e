//! CO2e of a way as a transport chain (structure of ISO 14083:2023).
//!
//! ```text
//! chain = elements in order;  transport element: rides of one service, or lines of one operator with one traction
//!                             hub element:       all handling at one place between two transports
//! activity = t (or passengers) x km on the stated distance;  intensity = g CO2e / activity
//! ```
//! Nothing is weighed a second time: grams are those of the arcs that the search summed. Borders, papers and waits have no
//! activity and are in no element.

use super::Sheets;
use super::way::Placed;
use keruen_model::{Link, Quantity, TableKind};
use keruen_network::compile::{ArcKind, EmissionLine};
use keruen_results::Range;
use keruen_results::chain::{Chain, ChainElement, ChainFactor, ElementKind};
use keruen_results::route::{Leg, LegKind};

/// Where a table does not say.
const NOT_STATED: &str = "not_stated";

const SCOPE: &str = "well-to-wheel CO2e of transport and hub operations; activity counted on the distance of the stated basis, without a distance adjustment factor; borders, papers and waits have no activity";

/// Legs that make one element.
struct Group<'p> {
    kind: ElementKind,
    traction: Vec<String>,
    parts: Vec<Placed<'p>>,
}

impl Sheets<'_> {
    /// The chain of a way; `None` for data, which weighs nothing and sits in no seat.
    pub(super) fn chain(&self, placed: &[Placed<'_>], legs: &[Leg]) -> Option<Chain> {
        let (amount, unit) = self.carried()?;
        let elements: Vec<ChainElement> = self.groups(placed, legs).iter().map(|g| self.element(g, legs, amount)).collect();
        let sum = |f: &dyn Fn(&ChainElement) -> f64| elements.iter().map(f).fold(0.0, |a, b| a + b);
        let end = |pick: fn(&Range) -> f64| sum(&|e| e.range.as_ref().map_or(e.co2e_kg, pick));
        let activity = sum(&|e| if e.kind == ElementKind::Transport { e.activity } else { 0.0 });
        let co2e_kg = sum(&|e| e.co2e_kg);
        Some(Chain {
            scope: SCOPE.into(),
            activity,
            activity_unit: format!("{unit}-km"),
            co2e_kg,
            range: Some(Range { low: end(|r| r.low), high: end(|r| r.high) }),
            intensity: (activity > 0.0).then(|| co2e_kg * 1000.0 / activity),
            gaps: gaps(&elements),
            elements,
        })
    }

    /// Tonnes, or people in seats.
    fn carried(&self) -> Option<(f64, &'static str)> {
        let lot = &self.graph.lot;
        let seats = lot.on(keruen_model::Loading::Air).is_some();
        match lot.tonnes.value() {
            t if t > 0.0 => Some((t, "t")),
            _ if seats => Some((lot.units, "passenger")),
            _ => None,
        }
    }

    fn groups<'p>(&self, placed: &[Placed<'p>], legs: &[Leg]) -> Vec<Group<'p>> {
        let mut out: Vec<Group<'p>> = Vec::new();
        for &p in placed {
            let leg = &legs[p.leg];
            let kind = match leg.kind {
                LegKind::Move => ElementKind::Transport,
                LegKind::Handle | LegKind::GaugeChange => ElementKind::Hub,
                LegKind::Border | LegKind::Papers | LegKind::Wait => continue,
            };
            let traction = self.traction(p);
            let same = |g: &Group<'_>| {
                let last = &legs[g.parts[g.parts.len() - 1].leg];
                g.kind == kind
                    && match kind {
                        ElementKind::Hub => last.from.id == leg.from.id,
                        ElementKind::Transport => {
                            (&last.mode, &last.service, &last.operator, &g.traction)
                                == (&leg.mode, &leg.service, &leg.operator, &traction)
                        }
                    }
            };
            match out.last_mut().filter(|g| same(g)) {
                Some(g) => g.parts.push(p),
                None => out.push(Group { kind, traction, parts: vec![p] }),
            }
        }
        out
    }

    fn element(&self, g: &Group<'_>, legs: &[Leg], amount: f64) -> ChainElement {
        let first = &legs[g.parts[0].leg];
        let lines = || g.parts.iter().flat_map(|p| p.arc.emissions.iter());
        let distance_km = g.parts.iter().map(|p| p.arc.distance.value()).fold(0.0, |a, b| a + b);
        let co2e_kg = lines().map(|l| l.grams).fold(0.0, |a, b| a + b) / 1000.0;
        let end = |pick: fn(&(f64, f64)) -> f64| lines().map(|l| pick(&self.grams_range(l))).fold(0.0, |a, b| a + b) / 1000.0;
        let is_hub = g.kind == ElementKind::Hub;
        let activity = if is_hub { amount } else { amount * distance_km };
        ChainElement {
            kind: g.kind,
            legs: g.parts.iter().map(|p| p.leg).collect(),
            name: element_name(first, is_hub),
            mode: first.mode.clone(),
            traction: g.traction.clone(),
            distance_km,
            distance_basis: self.bases(&g.parts, legs),
            activity,
            co2e_kg,
            range: Some(Range { low: end(|r| r.0), high: end(|r| r.1) }),
            intensity: (activity > 0.0).then(|| co2e_kg * 1000.0 / activity),
            factors: self.factors(lines()),
            gap: gap(g, legs),
        }
    }

    fn factors<'l>(&self, lines: impl Iterator<Item = &'l EmissionLine>) -> Vec<ChainFactor> {
        let c = self.index.corridor;
        let mut out: Vec<ChainFactor> = Vec::new();
        for line in lines {
            let row = line.emission as usize;
            let e = &c.tables.emission.rows()[row];
            let id = c.strings.id(e.emission_id);
            if let Some(known) = out.iter_mut().find(|f| f.emission == id) {
                known.co2e_kg += line.grams / 1000.0;
                continue;
            }
            let cite = self.parameter(TableKind::Emission, row, "factor").and_then(|p| self.provenance.citation(p));
            out.push(ChainFactor {
                emission: id.into(),
                name: c.strings.text(e.name).into(),
                factor: e.factor.value(),
                unit: e.unit.name().into(),
                co2e_kg: line.grams / 1000.0,
                data_grade: e.data_grade.map_or(NOT_STATED, |g| g.name()).into(),
                empty_running: e.empty_running.map_or(NOT_STATED, |x| x.name()).into(),
                allocation: c.strings.text(e.allocation).into(),
                method: cite.map_or(String::new(), |x| x.method.name().into()),
                basis: cite.map_or(String::new(), |x| c.strings.text(x.reason).into()),
            });
        }
        out
    }

    pub(super) fn links_of<'s>(&'s self, p: Placed<'_>) -> Vec<&'s Link> {
        let ids = match &p.arc.kind {
            ArcKind::Link(l) => std::slice::from_ref(l),
            ArcKind::Transit(links) | ArcKind::Ride(_, links) => links,
            ArcKind::Operation(..) => &[],
        };
        ids.iter().filter_map(|&l| self.index.corridor.tables.link.find(l)).collect()
    }

    fn traction(&self, p: Placed<'_>) -> Vec<String> {
        words(self.links_of(p).iter().filter_map(|l| l.traction).map(|t| t.name()))
    }

    /// What the distances are, each word once.
    fn bases(&self, parts: &[Placed<'_>], legs: &[Leg]) -> Vec<String> {
        let of_links = parts.iter().flat_map(|&p| self.links_of(p)).map(|l| l.distance_basis);
        let of_stops = parts.iter().flat_map(|&p| self.hops_without_links(p, &legs[p.leg]));
        let stated = of_links.chain(of_stops).map(|b| b.map_or(NOT_STATED, |b| b.name()));
        let mut out = words(stated);
        out.sort_unstable();
        out
    }

    /// The bases of the hops of a ride whose distance stands at the stop.
    fn hops_without_links(&self, p: Placed<'_>, leg: &Leg) -> Vec<Option<keruen_model::DistanceBasis>> {
        let c = self.index.corridor;
        let ArcKind::Ride(service, _) = &p.arc.kind else { return Vec::new() };
        let Some(v) = c.tables.service.position(service.sym()) else { return Vec::new() };
        let stops: Vec<_> = self.index.stops_of[v].iter().map(|&i| self.index.stop(i)).collect();
        let call = |id: &str| stops.iter().position(|s| c.strings.id(s.node_id) == id);
        let Some((a, b)) = call(&leg.from.id).zip(call(&leg.to.id)) else { return Vec::new() };
        let hops = &stops[a.min(b) + 1..=a.max(b)];
        hops.iter().filter(|s| s.via.is_empty()).map(|s| s.distance_basis).collect()
    }
}

fn element_name(first: &Leg, is_hub: bool) -> String {
    match (is_hub, &first.service) {
        (true, _) => first.from.name.clone(),
        (false, Some(_)) => first.name.clone(),
        (false, None) if first.operator.is_empty() => first.mode.clone(),
        (false, None) => format!("{}, {}", first.operator, first.mode),
    }
}

/// What has no factor.
fn gap(g: &Group<'_>, legs: &[Leg]) -> String {
    let stretches = |p: &Placed<'_>| if let ArcKind::Transit(links) = &p.arc.kind { links.len() } else { 1 };
    let missing: Vec<&Placed<'_>> = g.parts.iter().filter(|p| p.arc.emissions.len() < stretches(p)).collect();
    if missing.is_empty() {
        return String::new();
    }
    let names = words(missing.iter().map(|p| legs[p.leg].name.as_str()));
    format!("no factor for {}", names.join(", "))
}

fn gaps(elements: &[ChainElement]) -> Vec<String> {
    let mut out: Vec<String> = elements.iter().filter(|e| !e.gap.is_empty()).map(|e| format!("{}: {}", e.name, e.gap)).collect();
    let unstated =
        |e: &&ChainElement| e.kind == ElementKind::Transport && e.factors.iter().any(|f| f.empty_running == NOT_STATED);
    let names = words(elements.iter().filter(unstated).map(|e| e.name.as_str()));
    if !names.is_empty() {
        out.push(format!("empty running is not stated for {}", names.join(", ")));
    }
    out
}

fn words<'w>(all: impl Iterator<Item = &'w str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for w in all {
        if !out.iter().any(|o| o == w) {
            out.push(w.into());
        }
    }
    out
}
