//! What the cable adds: latency by each way, availability before and after, the repair ship, whose country the traffic passes, and
//! what a second cable is worth.
//!
//! ```text
//! one way          = sum over spans of km x delay of the glass + delay of the equipment
//! availability     of a span 1 / (1 + faults x repair / year); of a way their product; of the service by factoring (`reliable`)
//! with the ship    by replications of faults and repairs (`repair`)
//! ```
//!
//! Faults of different spans are independent; places never fail; a storm or an anchor that cuts two cables at once is not seen.

mod net;
mod reliable;
mod repair;
#[cfg(test)]
mod tests;
mod ways;

pub use repair::History;

use crate::compare::rate;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::scenario::{Scenario, apply};
use keruen_model::{Corridor, Quantity};
use keruen_results::fibre::{FibreAnswer, FibreCapacity, FibrePair, FibreStage, FibreStep, SCHEMA_VERSION};
use keruen_results::forum::Span;
use net::{Net, YEAR};
use std::num::NonZeroUsize;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FibreQuestion {
    /// Stages: stacks of scenarios, the first is what the rest is compared with.
    pub stages: Vec<Vec<String>>,
    /// Places at one end.
    pub from: Vec<String>,
    /// Places at the other end.
    pub to: Vec<String>,
    /// Faults are so many times rarer and more frequent at the ends of their range.
    pub faults: (f64, f64),
    /// How much is played.
    pub history: History,
}

impl FibreQuestion {
    /// The questions of the round table.
    pub fn new(history: History) -> FibreQuestion {
        let names = |list: &[&str]| list.iter().map(|s| (*s).to_string()).collect();
        FibreQuestion {
            stages: vec![Vec::new(), names(&["cable-in-service"]), names(&["second-cable"])],
            from: names(&["almaty", "astana", "baku"]),
            to: names(&["frankfurt", "istanbul", "singapore"]),
            // 0.3 to 2.1 a year and 1000 km around 0.8 on land; three times the world's mean in a shallow sea.
            faults: (0.375, 3.0),
            history,
        }
    }
}

/// Ways shown of a pair.
const WAYS: usize = 5;

/// The whole answer.
///
/// # Errors
/// When a scenario is not there or does not fit.
pub fn fibre(
    corridor: &Corridor,
    scenarios: &[Scenario],
    q: &FibreQuestion,
    threads: NonZeroUsize,
) -> Result<FibreAnswer, String> {
    let mut stages = Vec::new();
    let mut missing = Vec::new();
    let mut nets = Vec::new();
    for names in &q.stages {
        let chosen = names.iter().map(|n| find(scenarios, n)).collect::<Result<Vec<_>, _>>()?;
        let stacked =
            apply(corridor, &chosen, None).map_err(|f| f.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let net = Net::new(&stacked.corridor, stacked.day);
        stages.push(stage(&net, names, &chosen, q, threads, &mut missing));
        nets.push((net, chosen));
    }
    missing.dedup();
    let steps = stages.windows(2).zip(nets.windows(2)).map(|(s, n)| step(corridor, (&s[0], &s[1]), (&n[0].0, &n[1].0), &n[1].1));
    Ok(FibreAnswer {
        schema_version: SCHEMA_VERSION,
        corridor: corridor.meta.id.clone(),
        steps: steps.collect(),
        capacity: capacity(corridor),
        missing,
        notes: notes(q),
        stages,
    })
}

fn find(scenarios: &[Scenario], name: &str) -> Result<Scenario, String> {
    scenarios.iter().find(|s| s.id == name).cloned().ok_or_else(|| format!("there is no scenario {name:?}"))
}

fn stage(
    net: &Net,
    names: &[String],
    chosen: &[Scenario],
    q: &FibreQuestion,
    threads: NonZeroUsize,
    missing: &mut Vec<String>,
) -> FibreStage {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (from, to) in q.from.iter().flat_map(|f| q.to.iter().map(move |t| (f, t))) {
        match net.node(from).zip(net.node(to)) {
            Some((a, b)) if net.joined(a, b, |_| true) => ends.push((a, b)),
            _ => {
                let why = format!("{from} - {to}: no span of the tables leads there");
                if !missing.contains(&why) {
                    missing.push(why);
                }
            }
        }
    }
    let played = repair::histories(net, &ends, q.history, threads);
    let pairs = ends.iter().zip(&played).map(|(&e, i)| pair(net, e, (i.mean, i.half), q));
    FibreStage {
        id: if names.is_empty() { "base".into() } else { names.join("+") },
        name: chosen.iter().map(|s| s.name.clone()).reduce(|a, b| format!("{a} + {b}")).unwrap_or("As it is".into()),
        pairs: pairs.collect(),
    }
}

fn pair(net: &Net, (from, to): (usize, usize), with_queue: (f64, f64), q: &FibreQuestion) -> FibrePair {
    let list = ways::paths(net, from, to);
    let mut relevant: Vec<usize> = list.iter().flatten().copied().collect();
    relevant.sort_unstable();
    relevant.dedup();
    let up = |i: usize| net.spans[i].up();
    let at = |factor: f64| {
        let up = |i: usize| 1.0 / (1.0 + factor * (1.0 / net.spans[i].up() - 1.0));
        reliable::available(net, (from, to), &relevant, &up)
    };
    let two = |nodes| ways::pair(net, from, &list, nodes).map(|(a, b)| reliable::of_two(&list[a], &list[b], &up));
    let mut shown = Vec::new();
    for p in &list {
        let path = net.path(from, p);
        if shown.len() < WAYS && !shown.iter().any(|x: &keruen_results::light::LightPath| x.countries == path.countries) {
            shown.push(path);
        }
    }
    let fastest_by = shown.first().map_or(Vec::new(), |p| between(&p.countries));
    FibrePair {
        from: net.nodes[from].clone(),
        to: net.nodes[to].clone(),
        available: at(1.0),
        available_range: Span { low: at(q.faults.1), mid: at(1.0), high: at(q.faults.0) },
        fastest_available: shown.first().and_then(|p| p.availability),
        edge_disjoint: two(false),
        node_disjoint: two(true),
        with_queue,
        down_hours: (1.0 - with_queue.0) * YEAR,
        hangs_on: hangs_on(net, (from, to)),
        fastest_by,
        ways: shown,
    }
}

/// Countries without the first and the last.
fn between(countries: &[String]) -> Vec<String> {
    let inner = countries.iter().skip(1).take(countries.len().saturating_sub(2));
    inner.cloned().collect()
}

/// Countries whose spans, all cut at once, part the ends.
fn hangs_on(net: &Net, (from, to): (usize, usize)) -> Vec<String> {
    let mut all: Vec<&String> = net.countries.iter().collect();
    all.sort_unstable();
    all.dedup();
    let ends = [&net.countries[from], &net.countries[to]];
    let touches = |i: usize, c: &String| net.spans[i].ends.iter().any(|&n| net.countries[n] == *c);
    let needed = |c: &&&String| !ends.contains(*c) && !net.joined(from, to, |i| !touches(i, c));
    all.iter().filter(needed).map(|c| (*c).clone()).collect()
}

fn step(
    corridor: &Corridor,
    (a, b): (&FibreStage, &FibreStage),
    (before, after): (&Net, &Net),
    chosen: &[Scenario],
) -> FibreStep {
    let costs = chosen.iter().filter_map(|s| s.cost.as_ref());
    let cost = costs.clone().next().and_then(|c| {
        let rate = rate(corridor, &c.currency, c.price_year)?;
        let span = Span { low: c.low.unwrap_or(c.amount) * rate, mid: c.amount * rate, high: c.high.unwrap_or(c.amount) * rate };
        Some((span, c.life, c.method.clone()))
    });
    let saved: Vec<(String, f64)> = a
        .pairs
        .iter()
        .filter_map(|p| {
            let other = b.pairs.iter().find(|x| x.from == p.from && x.to == p.to)?;
            Some((format!("{} - {}", p.from, p.to), p.down_hours - other.down_hours))
        })
        .collect();
    let most = saved.iter().map(|s| s.1).fold(0.0, f64::max);
    let (by_country, moved_tbit) = traffic(corridor, before, after);
    FibreStep {
        id: b.id.clone(),
        before: a.id.clone(),
        cost_usd: cost.as_ref().map(|c| c.0),
        cost_method: cost.as_ref().map_or(String::new(), |c| c.2.clone()),
        usd_per_hour: cost.as_ref().and_then(|c| Some(c.0.mid / (c.1? * most))).filter(|x| x.is_finite()),
        moved_tbit,
        by_country,
        saved_hours: saved,
    }
}

/// Data wishes of the last year: ends and Tbit/s.
fn wishes(corridor: &Corridor) -> Vec<(String, String, f64)> {
    let t = &corridor.tables;
    let data = || t.demand.iter().filter(|d| d.unit == keruen_model::Unit::TbitPerS);
    let last = data().map(|d| d.year).max();
    let of = |d: &keruen_model::Demand| {
        (
            corridor.strings.id(d.origin_node_id).to_string(),
            corridor.strings.id(d.destination_node_id).to_string(),
            d.amount.value(),
        )
    };
    data().filter(|d| Some(d.year) == last).map(of).collect()
}

/// Share of the traffic whose fastest way passes each country, before and after, and how much of it changes its countries.
fn traffic(corridor: &Corridor, before: &Net, after: &Net) -> (Vec<(String, f64, f64)>, f64) {
    let passes = |net: &Net, from: &str, to: &str| -> Vec<String> {
        let Some((a, b)) = net.node(from).zip(net.node(to)) else { return Vec::new() };
        ways::paths(net, a, b).first().map_or(Vec::new(), |p| between(&net.path(a, p).countries))
    };
    let mut out: Vec<(String, f64, f64)> = Vec::new();
    let (mut all, mut moved) = (0.0, 0.0);
    for (from, to, tbit) in wishes(corridor) {
        let (x, y) = (passes(before, &from, &to), passes(after, &from, &to));
        all += tbit;
        moved += if x == y { 0.0 } else { tbit };
        for c in x.iter().chain(&y) {
            if !out.iter().any(|o| o.0 == *c) {
                out.push((c.clone(), 0.0, 0.0));
            }
        }
        for o in &mut out {
            o.1 += if x.contains(&o.0) { tbit } else { 0.0 };
            o.2 += if y.contains(&o.0) { tbit } else { 0.0 };
        }
    }
    let share = |x: f64| if all > 0.0 { x / all } else { 0.0 };
    (out.into_iter().map(|(c, x, y)| (c, share(x), share(y))).collect(), moved)
}

/// The announced capacity of the first cable, and the fact.
const ANNOUNCED: [(&str, f64, &str); 1] = [("aktau-sumgait-fibre", 400.0, "FIB-003")];

/// Day-one bandwidth of spans that are not open yet.
fn capacity(corridor: &Corridor) -> Vec<FibreCapacity> {
    let c = corridor;
    let provenance = Provenance::new(c);
    let demand = wishes(c).iter().map(|w| w.2).sum();
    let links = c.tables.link.iter().filter(|l| l.mode == keruen_model::Mode::Fibre && l.status != keruen_model::Status::Open);
    let of = |l: &keruen_model::Link| {
        let id = c.strings.id(l.link_id);
        let name = format!("{id}.bandwidth");
        let row = c.tables.resource.position(c.strings.find(&name)?)?;
        let lit = c.tables.resource.rows()[row].amount.value();
        let field = keruen_model::TableKind::Resource.spec().field("amount")?;
        let range = provenance.range(Parameter { table: keruen_model::TableKind::Resource, row, field });
        Some(FibreCapacity {
            link: id.into(),
            name: c.strings.text(l.name).into(),
            day_one: range.map_or(Span::exact(lit), |(low, high)| Span { low: low.min(lit), mid: lit, high: high.max(lit) }),
            announced: ANNOUNCED.iter().find(|a| a.0 == id).map(|a| (a.1, a.2.into())),
            demand,
        })
    };
    links.filter_map(of).collect()
}

fn notes(q: &FibreQuestion) -> Vec<String> {
    vec![
        format!(
            "Ends of availability: every fault rate times {} and {}, the range of the sources for buried and shallow-water cable (FIB-022, FIB-025, FIB-028).",
            q.faults.0, q.faults.1
        ),
        "One repair ship for the cables of one sea; no page names one that is based in the Caspian, so its 20 days of repair are a proxy (FIB-023, FIB-024).".into(),
        "No public price of a Tbit/s was found, so a cable's worth stands in hours of service, not in money.".into(),
    ]
}
