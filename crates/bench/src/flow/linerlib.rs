//! LINERLIB: cargo on the services of a published log.
//!
//! ```text
//! port  --load-->  call of a service  --leg, the vessel's places-->  next call  --unload-->  port
//!                        |  transhipment, to another service at the same port
//! ```
//! A port that a service calls at twice is one node of the service. Loading and unloading cost `CostPerFULL`, transhipment
//! `CostPerFULLTrnsf`. What stays behind costs its revenue and a penalty, so that least cost is most profit.

use std::collections::BTreeMap;
use std::path::Path;

use keruen_certify::mincost::{Commodity, Instance, Layer};

use super::case::{arc, text};
use crate::instance::Fault;

/// Penalty of a container that stays behind, in US dollars.
const PENALTY: f64 = 1000.0;

/// A service of the log.
#[derive(Default)]
struct Service<'a> {
    capacity: f64,
    calls: Vec<&'a str>,
}

/// An instance, and the revenue if all were carried: profit is that less the least cost.
pub fn read(folder: &Path, case: &str) -> Result<(Instance, f64), Fault> {
    let log_name = find(folder, |name| name.starts_with(case) && name.contains(".log"))?;
    let log = text(&folder.join(&log_name))?;
    let demand_name = demand_file(folder, &log_name)?;
    let demand = text(&folder.join(&demand_name))?;
    let ports = text(&folder.join(find(folder, |name| name.starts_with("ports.csv"))?))?;
    let costs = costs(&ports);
    let services = services(&log).map_err(|(line, what)| Fault::Line(folder.join(&log_name), line, what))?;
    build(&services, &costs, &demand).map_err(|(line, what)| Fault::Line(folder.join(&demand_name), line, what))
}

fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let fault = |error| Fault::Read(folder.to_owned(), error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        names.push(entry.map_err(fault)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn find(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<String, Fault> {
    let missing = || Fault::Usage(format!("{}: no such case, or a file of the set is missing", folder.display()));
    names(folder)?.into_iter().find(|name| fits(name)).ok_or_else(missing)
}

/// The demand of the region whose name shares the longest beginning with a part of the log's name; corrected files first.
fn demand_file(folder: &Path, log: &str) -> Result<String, Fault> {
    let log = log.to_lowercase();
    let shared = |name: &str| {
        let region = name.strip_prefix("Demand_").unwrap_or_default().to_lowercase();
        (3..=region.len()).rev().find(|&n| region.get(..n).is_some_and(|part| log.contains(part))).unwrap_or(0)
    };
    let all = names(folder)?.into_iter().filter(|name| shared(name) > 0);
    let best = all.max_by_key(|name| (shared(name), name.contains("Fixed")));
    best.ok_or_else(|| Fault::Usage(format!("{}: no demand file fits the case", folder.display())))
}

/// `CostPerFULL` and `CostPerFULLTrnsf` by port.
fn costs(ports: &str) -> BTreeMap<&str, (f64, f64)> {
    let mut costs = BTreeMap::new();
    for line in ports.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let cost = |at: usize| fields.get(at).and_then(|field| field.trim().parse().ok());
        // Some ports that nobody calls at have no costs.
        if let (Some(full), Some(transfer)) = (cost(8), cost(9)) {
            costs.insert(fields[0], (full, transfer));
        }
    }
    costs
}

fn services(log: &str) -> Result<Vec<Service<'_>>, (usize, &'static str)> {
    let mut services: Vec<Service<'_>> = Vec::new();
    for (number, line) in log.lines().enumerate() {
        if line.contains("Flow Solution") {
            break;
        }
        if line.starts_with("service ") {
            services.push(Service::default());
        } else if let (Some(places), Some(service)) = (line.strip_prefix("capacity "), services.last_mut()) {
            service.capacity = places.trim().parse().map_err(|_| (number + 1, "the capacity is malformed"))?;
        } else if let [place, port, ..] = line.split('\t').collect::<Vec<_>>().as_slice()
            && place.trim().parse::<u32>().is_ok()
            && let Some(service) = services.last_mut()
        {
            service.calls.push(port);
        }
    }
    if services.is_empty() { Err((0, "there is no service in the log")) } else { Ok(services) }
}

/// Numbers nodes as they come up.
#[derive(Default)]
struct Nodes<'a> {
    port: BTreeMap<&'a str, u32>,
    call: BTreeMap<(usize, &'a str), u32>,
}

fn build(
    services: &[Service<'_>],
    costs: &BTreeMap<&str, (f64, f64)>,
    demand: &str,
) -> Result<(Instance, f64), (usize, &'static str)> {
    let (mut layer, mut rows, mut nodes) = (Layer::default(), Vec::new(), Nodes::default());
    for (s, service) in services.iter().enumerate() {
        for &port in &service.calls {
            let &(full, _) = costs.get(port).ok_or((0, "a port of the log has no costs"))?;
            let ashore = *nodes.port.entry(port).or_insert_with(|| add_node(&mut layer, true));
            nodes.call.entry((s, port)).or_insert_with(|| {
                let aboard = add_node(&mut layer, false);
                layer.arcs.push(arc((ashore, aboard), full, None));
                layer.arcs.push(arc((aboard, ashore), full, None));
                aboard
            });
        }
        let ends = service.calls.iter().zip(service.calls.iter().cycle().skip(1));
        for (from, to) in ends.filter(|(from, to)| from != to) {
            layer.arcs.push(arc((nodes.call[&(s, *from)], nodes.call[&(s, *to)]), 0.0, Some(rows.len() as u32)));
            rows.push((f64::NEG_INFINITY, service.capacity));
        }
    }
    for (&(s, port), &from) in &nodes.call {
        for (_, &to) in nodes.call.iter().filter(|((other, at), _)| *other != s && *at == port) {
            layer.arcs.push(arc((from, to), costs[port].1, None));
        }
    }
    let (commodities, revenue) = wishes(demand, &nodes.port, &mut layer)?;
    Ok((Instance { layers: vec![layer], rows, commodities, columns: Vec::new() }, revenue))
}

fn add_node(layer: &mut Layer, closed: bool) -> u32 {
    if closed {
        layer.closed.push(layer.nodes);
    }
    layer.nodes += 1;
    layer.nodes - 1
}

/// Rows of origin, destination, FFE a week, revenue. Ports without a service are nodes without arcs.
fn wishes(demand: &str, ports: &BTreeMap<&str, u32>, layer: &mut Layer) -> Result<(Vec<Commodity>, f64), (usize, &'static str)> {
    let (mut wishes, mut all) = (Vec::new(), 0.0);
    let nowhere = add_node(layer, true);
    for (number, line) in demand.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
        let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        let value = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok());
        let (Some(amount), Some(revenue)) = (value(2), value(3)) else {
            return Err((number + 1, "demand or revenue is missing"));
        };
        let (from, to) = (ports.get(fields[0]), ports.get(fields[1]));
        let (from, to) = match (from, to) {
            (Some(&from), Some(&to)) => (from, to),
            (Some(&from), None) => (from, nowhere),
            (None, to) => (nowhere, to.copied().unwrap_or(nowhere)),
        };
        let from_nowhere = from == to;
        all += amount * revenue;
        let unserved = Some(revenue + PENALTY);
        // A wish from nowhere to nowhere must not be a way without arcs.
        let to = if from_nowhere { add_node(layer, true) } else { to };
        wishes.push(Commodity { layer: 0, from, to, demand: amount, unserved });
    }
    Ok((wishes, all))
}
