//! Why a row that is open takes no part in the graph of a consignment: it does not take the goods, or stands on another gauge.

use super::super::consignment::{Consignment, Lot};
use super::super::graph::StateGraph;
use super::super::index::Index;
use super::super::trade::Trade;
use super::Maker;
use keruen_model::{AnyRef, Corridor, Id, Link, Loading, Mode, Quantity, Service, TableKind, Text};

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The goods, in their equipment, cannot stand on any loading of the row.
    Standing,
    /// The row names cargoes or equipment, and these are not among them.
    NotListed,
    /// Table `fit` lets none of the equipment on the vehicles of the service.
    Vehicle,
    /// The rails have another gauge than the one on which the goods come.
    Gauge,
}

/// What keeps goods off a service, link, operation or facility; `None` where nothing of these does.
pub fn unfit(index: &Index<'_>, question: &Consignment, graph: &StateGraph, what: AnyRef) -> Option<Unfit> {
    let c = index.corridor;
    let trade = Trade::new(index, question, &graph.lot);
    let maker = trade.maker(index);
    match what.table {
        TableKind::Service => {
            let service = c.tables.service.find(Id::new(what.id))?;
            of_service(&maker, &graph.lot, service).or_else(|| {
                let rails = links_of(c, service.service_id).filter(|l| l.mode == Mode::Rail);
                rails.into_iter().any(|l| on_other_gauge(index, graph, l)).then_some(Unfit::Gauge)
            })
        }
        TableKind::Link => {
            let link = c.tables.link.find(Id::new(what.id))?;
            let stands = loading_on(link.mode).is_none_or(|l| graph.lot.on(l).is_some());
            (!stands).then_some(Unfit::Standing).or_else(|| on_other_gauge(index, graph, link).then_some(Unfit::Gauge))
        }
        TableKind::Operation => {
            let at = c.tables.operation.position(what.id)?;
            of_work(&maker, &graph.lot, c, at)
        }
        TableKind::Facility => {
            let work = &index.operations_of[c.tables.facility.position(what.id)?];
            let each: Vec<Option<Unfit>> = work.iter().map(|&o| of_work(&maker, &graph.lot, c, o as usize)).collect();
            each.iter().all(Option::is_some).then(|| each.first().copied().flatten()).flatten()
        }
        _ => None,
    }
}

fn of_service(maker: &Maker<'_, '_>, lot: &Lot, s: &Service) -> Option<Unfit> {
    if !s.loading.iter().any(|&l| l == Loading::Ground || lot.on(l).is_some()) {
        return Some(Unfit::Standing);
    }
    if !maker.goods.fit(&s.cargo, &s.equipment, Text::default(), &s.loading) {
        return Some(Unfit::NotListed);
    }
    (!maker.service_takes(s)).then_some(Unfit::Vehicle)
}

fn of_work(maker: &Maker<'_, '_>, lot: &Lot, c: &Corridor, at: usize) -> Option<Unfit> {
    let op = &c.tables.operation.rows()[at];
    let stands = |l: Loading| l == Loading::Ground || lot.on(l).is_some();
    if !stands(op.from_loading) || !stands(op.to_loading) {
        return Some(Unfit::Standing);
    }
    let listed = maker.goods.fit(&op.cargo, &op.equipment, Text::default(), &[op.from_loading, op.to_loading]);
    (!listed).then_some(Unfit::NotListed)
}

fn links_of(c: &Corridor, service: Id<Service>) -> impl Iterator<Item = &Link> {
    let stops = c.tables.stop.iter().filter(move |s| s.service_id == service);
    stops.flat_map(|s| s.via.iter()).filter_map(|&l| c.tables.link.find(l))
}

/// Whether goods come to an end of a railway on rails, and on none of its gauge.
fn on_other_gauge(index: &Index<'_>, graph: &StateGraph, link: &Link) -> bool {
    let gauge = link.gauge.map_or(0, |g| g.value() as u16);
    let ends = [link.from_node_id, link.to_node_id].map(|n| index.corridor.tables.node.position(n.sym()));
    let mut come = graph.states.iter().filter(|s| ends.contains(&Some(s.node as usize)) && s.loading == Loading::Rail).peekable();
    link.mode == Mode::Rail && come.peek().is_some() && come.all(|s| s.gauge != gauge)
}

/// The loading on which links of a mode are used directly.
fn loading_on(mode: Mode) -> Option<Loading> {
    Loading::ALL.iter().copied().find(|&l| super::links::mode_of(l) == Some(mode))
}
