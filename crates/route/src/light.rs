//! Light over fibre: latency and availability of a way, and the two ways that share least.
//!
//! ```text
//! one way (ms)  = sum over spans of km x delay of the glass (us/km) / 1000 + delay of the equipment (ms)
//! availability  = product over spans of 1 / (1 + faults a year x mean hours of repair / 8766)
//! of two ways   = A(shared spans) x (1 - (1 - A1)(1 - A2)),  A1 and A2 over the spans that they do not share
//! ```
//! Faults of different spans are independent; nodes never fail; a storm that cuts two cables at once is not seen. The pair is
//! that of [`keruen_network::kernel::disjoint`] with nanoseconds as costs, over the spans that rules and the asker leave.

use crate::{Consignment, RouteError, Router};
use keruen_model::{Corridor, Id, Link, Loading, Quantity, Sym};
use keruen_network::compile::{Arc, ArcKind, StateGraph, compile};
use keruen_network::kernel::NodeIx;
use keruen_network::kernel::disjoint::{Edge, Pair, Passed, pair};
use keruen_results::light::{Apart, LightPath, LightSpan, Protection};

/// Hours of a mean year.
const YEAR: f64 = 8766.0;

/// Nanoseconds of a millisecond.
const NANOS: f64 = 1e6;

/// A span with its direction.
type Ridden<'c> = (&'c Link, bool);

/// The way over these spans.
pub(crate) fn path(c: &Corridor, ridden: &[Ridden<'_>]) -> LightPath {
    let spans: Vec<LightSpan> = ridden.iter().map(|r| span(c, r)).collect();
    let one_way_ms = spans.iter().map(|s| s.glass_ms + s.equipment_ms).fold(0.0, |a, b| a + b);
    LightPath {
        countries: countries(c, ridden),
        path_km: spans.iter().map(|s| s.km).fold(0.0, |a, b| a + b),
        one_way_ms,
        round_trip_ms: 2.0 * one_way_ms,
        availability: spans.iter().map(|s| s.availability).product(),
        spans,
    }
}

fn span(c: &Corridor, &(link, forward): &Ridden<'_>) -> LightSpan {
    let (from, to) = ends(link, forward);
    let km = link.length.value();
    let faults = link.fault_rate.map(|r| r.value() * km / 1000.0);
    let down = faults.zip(link.repair.map(|r| r.mean().value())).map(|(f, h)| f * h / YEAR);
    LightSpan {
        link: c.strings.id(link.link_id).into(),
        name: c.strings.text(link.name).into(),
        from: c.text(from).into(),
        to: c.text(to).into(),
        km,
        glass_ms: km * link.delay_per_km.value() / 1000.0,
        equipment_ms: link.end_delay.value(),
        availability: down.map(|d| 1.0 / (1.0 + d)),
    }
}

fn ends(link: &Link, forward: bool) -> (Sym, Sym) {
    let (a, b) = (link.from_node_id.sym(), link.to_node_id.sym());
    if forward { (a, b) } else { (b, a) }
}

fn countries(c: &Corridor, ridden: &[Ridden<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (link, forward) in ridden {
        let (a, b) = ends(link, *forward);
        for country in [a, b].iter().filter_map(|&n| c.tables.node.find(Id::new(n))).map(|n| c.strings.text(n.country)) {
            if !out.iter().any(|o| o == country) {
                out.push(country.into());
            }
        }
    }
    out
}

/// The spans of a way of arcs.
pub(crate) fn ridden<'c>(c: &'c Corridor, graph: &StateGraph, arcs: &[&Arc]) -> Vec<Ridden<'c>> {
    let of = |a: &&Arc| {
        let ArcKind::Link(id) = a.kind else { return None };
        let link = c.tables.link.find(id)?;
        let from = c.tables.node.rows()[graph.states[a.from.0 as usize].node as usize].node_id;
        Some((link, link.from_node_id == from))
    };
    arcs.iter().filter_map(of).collect()
}

impl Router<'_> {
    /// The two ways that share least and are shortest together; `None` where no way exists or the goods are no data.
    pub fn protection(&self, question: &Consignment) -> Result<Option<Protection>, RouteError> {
        let graph = compile(&self.index, question).map_err(RouteError::Consignment)?;
        if graph.lot.on(Loading::Fibre).is_none() {
            return Err(RouteError::NothingToProtect);
        }
        let c = self.index.corridor;
        let all: Vec<&Arc> = graph.arcs.iter().collect();
        let mut links: Vec<&Link> = ridden(c, &graph, &all).into_iter().map(|r| r.0).collect();
        links.sort_unstable_by_key(|l| l.link_id.sym());
        links.dedup_by_key(|l| l.link_id);
        let node = |id: Sym| c.tables.node.position(id).map(|n| NodeIx(n as u32));
        let Some((from, to)) = node(question.from.sym()).zip(node(question.to.sym())) else { return Ok(None) };
        let (spans, edges): (Vec<&Link>, Vec<Edge>) = links.iter().filter_map(|&l| Some((l, edge(l, &node)?))).unzip();
        let found = pair(c.tables.node.len() as u32, &edges, from, to).map_err(RouteError::Pair)?;
        let fastest = crate::search::least(&graph).map(|sums| sums[1] as f64 / graph.ticks_per_hour * 3.6e6);
        Ok(found.map(|p| protection(c, &spans, &p, fastest)))
    }
}

fn edge(link: &Link, node: &impl Fn(Sym) -> Option<NodeIx>) -> Option<Edge> {
    let ms = link.length.value() * link.delay_per_km.value() / 1000.0 + link.end_delay.value();
    let cost = (ms * NANOS).round().clamp(0.0, f64::from(keruen_network::kernel::LARGEST_COST)) as u32;
    Some(Edge { tail: node(link.from_node_id.sym())?, head: node(link.to_node_id.sym())?, cost, one_way: link.directed })
}

fn protection(c: &Corridor, spans: &[&Link], pair: &Pair, fastest: Option<f64>) -> Protection {
    let of = |way: &[Passed]| path(c, &way.iter().map(|p| (spans[p.edge], p.forward)).collect::<Vec<_>>());
    let (working, protection) = (of(&pair.working), of(&pair.protection));
    let nodes = pair.shared_nodes.iter().map(|n| format!("node:{}", c.strings.id(c.tables.node.rows()[n.index()].node_id)));
    let links = pair.shared_edges.iter().map(|&e| format!("link:{}", c.strings.id(spans[e].link_id)));
    Protection {
        apart: match (pair.shared_edges.is_empty(), pair.shared_nodes.is_empty()) {
            (true, true) => Apart::NodeDisjoint,
            (true, false) => Apart::LinkDisjoint,
            (false, _) => Apart::Shared,
        },
        shared: links.chain(nodes).collect(),
        shared_countries: shared_countries(&working, &protection),
        availability: availability(&working, &protection),
        fastest_ms: fastest.unwrap_or(working.one_way_ms),
        working,
        protection,
    }
}

/// Countries that both pass, without those of the ends.
fn shared_countries(a: &LightPath, b: &LightPath) -> Vec<String> {
    let inner = |x: &&String| Some(*x) != a.countries.first() && Some(*x) != a.countries.last();
    a.countries.iter().filter(inner).filter(|x| b.countries.contains(x)).cloned().collect()
}

fn availability(a: &LightPath, b: &LightPath) -> Option<f64> {
    let in_both = |s: &&LightSpan| a.spans.iter().any(|x| x.link == s.link) && b.spans.iter().any(|x| x.link == s.link);
    let alone = |p: &LightPath| p.spans.iter().filter(|s| !in_both(s)).map(|s| s.availability).product::<Option<f64>>();
    let shared = a.spans.iter().filter(in_both).map(|s| s.availability).product::<Option<f64>>()?;
    Some(shared * (1.0 - (1.0 - alone(a)?) * (1.0 - alone(b)?)))
}
