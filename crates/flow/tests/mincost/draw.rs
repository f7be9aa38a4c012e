//! Small instances drawn at random, always the same for a seed; and their way to the solver.

use super::draws::Draws;
use keruen_certify::mincost::{Arc, Claim, Column, Commodity, Instance, Layer, Way};
use keruen_flow::mincost::{self as flow, Answer, CommodityIx, Goal, LayerIx, Network, Problem, Row, RowIx, Unserved};
use keruen_network::kernel::{GraphBuilder, NodeIx};

/// Parallel links, zero costs and capacities, disconnected pairs, duplicates and side rows all come up; whole numbers make for
/// many ties.
pub fn instance(seed: u64) -> Instance {
    let mut draw = Draws::new(seed);
    let nodes = 2 + draw.below(5);
    let mut instance = Instance::default();
    let mut layer = Layer { nodes, ..Layer::default() };
    // Rows that must be filled may pay for going round in circles, which arc flows can do and ways cannot.
    let acyclic = draw.one_in(2);
    for _ in 0..2 + draw.below(11) {
        let (mut tail, mut head) = (draw.below(nodes), draw.below(nodes));
        if acyclic {
            (tail, head) = (tail.min(head).min(nodes - 2), tail.max(head).max(tail.min(head).min(nodes - 2) + 1));
        }
        let mut arc = Arc { tail, head, cost: f64::from(draw.below(8)), uses: Vec::new() };
        if !draw.one_in(4) {
            arc.uses.push((instance.rows.len() as u32, 1.0));
            instance.rows.push((f64::NEG_INFINITY, f64::from(draw.below(9))));
        }
        layer.arcs.push(arc);
    }
    if draw.one_in(4) {
        layer.closed.push(draw.below(nodes));
    }
    for _ in 0..1 + draw.below(4) {
        let (from, mut to) = (draw.below(nodes), draw.below(nodes));
        if from == to {
            to = (to + 1) % nodes;
        }
        let unserved = if draw.one_in(12) { None } else { Some(f64::from(5 + draw.below(30))) };
        instance.commodities.push(Commodity { layer: 0, from, to, demand: f64::from(draw.below(8)), unserved });
    }
    for _ in 0..draw.below(4) {
        side_row(&mut draw, &mut instance, &mut layer, acyclic);
    }
    instance.layers.push(layer);
    instance
}

/// A row over several arcs, filled up by a column: a capacity that can be bought, or a fleet that must just do.
fn side_row(draw: &mut Draws, instance: &mut Instance, layer: &mut Layer, acyclic: bool) {
    let row = instance.rows.len() as u32;
    for arc in &mut layer.arcs {
        if draw.one_in(3) {
            arc.uses.push((row, [0.5, 1.0, 2.0][draw.below(3) as usize]));
        }
    }
    let equal = acyclic && draw.one_in(2);
    let spare = f64::from(draw.below(5));
    instance.rows.push(if equal { (0.0, 0.0) } else { (f64::NEG_INFINITY, spare) });
    let lower = f64::from(draw.below(6) / 5);
    let upper = if draw.one_in(3) { f64::INFINITY } else { lower + f64::from(draw.below(9)) };
    let mut entries = vec![(row, -[1.0, 2.0, 3.0][draw.below(3) as usize])];
    if row > 0 && draw.one_in(3) {
        entries.push((draw.below(row), -1.0));
    }
    instance.columns.push(Column { cost: f64::from(draw.below(6)), lower, upper, entries });
    if equal {
        // Something else may fill the row up, else few of these have any answer.
        instance.columns.push(Column { cost: 3.0, lower: 0.0, upper: f64::INFINITY, entries: vec![(row, 1.0)] });
    }
}

/// The instance as the solver takes it.
pub fn prepare(instance: &Instance) -> (Problem, Network) {
    let rows = |uses: &[(u32, f64)]| uses.iter().map(|&(row, amount)| (RowIx(row), amount)).collect::<Vec<_>>();
    let mut problem = Problem { goal: Goal::LeastCost, ..Problem::default() };
    for &(lower, upper) in &instance.rows {
        problem.row(Row { lower, upper });
    }
    for k in &instance.commodities {
        let unserved = k.unserved.map_or(Unserved::Never, Unserved::At);
        problem.commodity(flow::Commodity { demand: k.demand, unserved, weight: 1.0 });
    }
    for column in &instance.columns {
        let Column { cost, lower, upper, ref entries } = *column;
        problem.column(flow::Column { cost, lower, upper, entries: rows(entries), commodity: None });
    }
    let mut network = Network::default();
    for layer in &instance.layers {
        let mut build = GraphBuilder::new(layer.nodes);
        layer.arcs.iter().for_each(|arc| {
            build.arc(NodeIx(arc.tail), NodeIx(arc.head));
        });
        let costs = layer.arcs.iter().map(|arc| arc.cost).collect();
        let uses = layer.arcs.iter().map(|arc| rows(&arc.uses)).collect();
        let number = network.layer(&build.build().unwrap(), costs, uses).unwrap();
        layer.closed.iter().for_each(|&node| network.close(number, NodeIx(node)).unwrap());
    }
    for (k, wish) in instance.commodities.iter().enumerate() {
        network.wish(LayerIx(wish.layer), NodeIx(wish.from), NodeIx(wish.to), CommodityIx(k as u32)).unwrap();
    }
    (problem, network)
}

/// The answer as the certificate takes it.
pub fn claim(answer: &Answer) -> Claim {
    let way = |way: &flow::WayFlow| Way { commodity: way.commodity.0, arcs: way.steps.clone(), flow: way.flow };
    Claim {
        objective: answer.objective,
        ways: answer.ways.iter().map(way).collect(),
        unserved: answer.unserved.clone(),
        columns: answer.columns.clone(),
        price: answer.price.clone(),
    }
}
