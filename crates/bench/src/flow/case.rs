//! An instance as the certificate sees it, made ready for the solver; and what the readers of formats share.

use std::io::Read;
use std::path::Path;

use keruen_certify::mincost::{Arc, Claim, Instance, Layer, Way};
use keruen_flow::mincost::{Answer, Column, Commodity, CommodityIx, Goal, LayerIx, Network, Problem, Row, RowIx, Unserved};
use keruen_network::kernel::{GraphBuilder, NodeIx};

use crate::instance::{Fault, open};

/// The text of a file, unpacked.
pub fn text(path: &Path) -> Result<String, Fault> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text).map_err(|error| Fault::Read(path.to_owned(), error))?;
    Ok(text)
}

/// The next word as a number.
pub fn next<T: std::str::FromStr>(words: &mut std::str::SplitWhitespace<'_>) -> Result<T, &'static str> {
    words.next().and_then(|word| word.parse().ok()).ok_or("a number is missing or malformed")
}

/// An arc with one use at most.
pub fn arc(ends: (u32, u32), cost: f64, row: Option<u32>) -> Arc {
    Arc { tail: ends.0, head: ends.1, cost, uses: row.map(|row| (row, 1.0)).into_iter().collect() }
}

/// A problem and its network.
pub fn prepare(instance: &Instance) -> Result<(Problem, Network), Fault> {
    let commodity = |k: &keruen_certify::mincost::Commodity| Commodity {
        demand: k.demand,
        unserved: k.unserved.map_or(Unserved::Never, Unserved::At),
        weight: 1.0,
    };
    let column = |column: &keruen_certify::mincost::Column| Column {
        cost: column.cost,
        lower: column.lower,
        upper: column.upper,
        entries: rows(&column.entries),
        commodity: None,
    };
    let problem = Problem {
        commodities: instance.commodities.iter().map(commodity).collect(),
        rows: instance.rows.iter().map(|&(lower, upper)| Row { lower, upper }).collect(),
        columns: instance.columns.iter().map(column).collect(),
        goal: Goal::LeastCost,
        ties: None,
    };
    let mut network = Network::default();
    for layer in &instance.layers {
        add_layer(&mut network, layer)?;
    }
    for (k, commodity) in instance.commodities.iter().enumerate() {
        let (from, to) = (NodeIx(commodity.from), NodeIx(commodity.to));
        network.wish(LayerIx(commodity.layer), from, to, CommodityIx(k as u32))?;
    }
    Ok((problem, network))
}

/// The same uses with rows of the solver.
fn rows(uses: &[(u32, f64)]) -> Vec<(RowIx, f64)> {
    uses.iter().map(|&(row, amount)| (RowIx(row), amount)).collect()
}

fn add_layer(network: &mut Network, layer: &Layer) -> Result<(), Fault> {
    let mut build = GraphBuilder::new(layer.nodes);
    build.reserve(layer.arcs.len());
    for arc in &layer.arcs {
        build.arc(NodeIx(arc.tail), NodeIx(arc.head));
    }
    let costs = layer.arcs.iter().map(|arc| arc.cost).collect();
    let number = network.layer(&build.build()?, costs, layer.arcs.iter().map(|arc| rows(&arc.uses)).collect())?;
    layer.closed.iter().try_for_each(|&node| network.close(number, NodeIx(node)))?;
    Ok(())
}

/// What the solver says, as the certificate reads it.
pub fn claim(answer: &Answer) -> Claim {
    let way = |way: &keruen_flow::mincost::WayFlow| Way { commodity: way.commodity.0, arcs: way.steps.clone(), flow: way.flow };
    Claim {
        objective: answer.objective,
        ways: answer.ways.iter().map(way).collect(),
        unserved: answer.unserved.clone(),
        columns: answer.columns.clone(),
        price: answer.price.clone(),
    }
}
