//! Answers on which other programs agree, on graphs nobody here made. The instances lie outside the repository, in a folder
//! beside it; without it these tests say so and test nothing.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use keruen_network::kernel::pareto::{Criteria, Dominance};
use keruen_network::kernel::{Costs, Graph, GraphBuilder, NodeIx, ParetoWorkspace, Query};
use keruen_results::Silent;

/// The file of that name among the shared instances, unpacked.
fn read(name: &str) -> Option<BufReader<Box<dyn Read>>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/route").join(name);
    let Ok(file) = std::fs::File::open(&path) else {
        eprintln!("skipped: no shared instance {name}");
        return None;
    };
    Some(BufReader::new(if name.ends_with(".gz") { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) }))
}

struct Instance {
    graph: Graph,
    columns: Vec<Vec<u32>>,
}

/// Graphs with the same arcs, as one with several costs; nodes of the files count from `first`.
fn load(names: &[&str], first: u32) -> Option<Instance> {
    let (mut ends, mut columns) = (Vec::new(), Vec::new());
    for name in names {
        ends.clear();
        let base = columns.len();
        for line in read(name)?.lines() {
            let line = line.unwrap();
            let Some(arc) = line.strip_prefix("a ") else { continue };
            let numbers: Vec<u32> = arc.split_whitespace().map(|word| word.parse().unwrap()).collect();
            ends.push((numbers[0] - first, numbers[1] - first));
            columns.resize(columns.len().max(base + numbers.len() - 2), Vec::new());
            columns[base..].iter_mut().zip(&numbers[2..]).for_each(|(column, &cost)| column.push(cost));
        }
    }
    let nodes = ends.iter().map(|&(tail, head)| tail.max(head)).max()? + 1;
    let mut build = GraphBuilder::new(nodes);
    for &(tail, head) in &ends {
        build.arc(NodeIx(tail), NodeIx(head));
    }
    Some(Instance { graph: build.build().unwrap(), columns })
}

/// The rows of a CSV file below its heading.
fn rows(name: &str) -> Option<Vec<Vec<f64>>> {
    let lines = read(name)?.lines().skip(1).map(Result::unwrap);
    Some(lines.map(|line| line.split(',').map(|word| word.parse().unwrap()).collect()).collect())
}

/// Compares the sizes of fronts with `queries` of source, target and size, those with at most `largest` points.
fn sizes_agree<const D: usize>(instance: &Instance, queries: &[Vec<f64>], first: u32, largest: f64) -> usize
where
    Criteria<D>: Dominance<D>,
{
    let costs = Costs::<D>::new(&instance.graph, std::array::from_fn(|i| instance.columns[i].as_slice())).unwrap();
    let mut workspace = ParetoWorkspace::new();
    let mut compared = 0;
    for row in queries.iter().filter(|row| row[2] <= largest) {
        let query = Query::new(NodeIx(row[0] as u32 - first), NodeIx(row[1] as u32 - first));
        let front = workspace.search(&costs, &query, &Silent, |_| {}).unwrap();
        assert_eq!(front.points.len(), row[2] as usize, "from {} to {}", row[0], row[1]);
        for point in &front.points {
            assert_eq!(costs.total(&front.path(point)), point.costs.map(u64::from));
        }
        compared += 1;
    }
    compared
}

const NEW_YORK: [&str; 2] = ["dimacs-ny/USA-road-d.NY.gr.gz", "dimacs-ny/USA-road-t.NY.gr.gz"];

fn new_york(largest: f64) -> Option<(usize, usize)> {
    let mut instance = load(&NEW_YORK, 1)?;
    let two = sizes_agree::<2>(&instance, &rows("dimacs-ny/queries-2obj.csv")?, 1, largest);
    instance.columns.push(vec![1; instance.graph.arcs()]);
    Some((two, sizes_agree::<3>(&instance, &rows("dimacs-ny/queries-3obj.csv")?, 1, largest)))
}

#[test]
fn new_york_small_fronts() {
    if let Some(compared) = new_york(60.0) {
        assert_eq!(compared, (14, 13));
    }
}

#[test]
#[ignore = "half a minute and more"]
fn new_york_all_fronts() {
    if let Some(compared) = new_york(f64::INFINITY) {
        assert_eq!(compared, (50, 64));
    }
}

#[test]
fn bremen_whole_fronts() {
    let Some(instance) = load(&["bremen/bremen_dist.gr.gz", "bremen/bremen_time.gr.gz"], 0) else { return };
    let (Some(queries), Some(points)) = (rows("bremen/queries-2obj.csv"), rows("bremen/fronts-2obj.csv")) else { return };
    // The lists count nodes from 1, the graph from 0.
    assert_eq!(sizes_agree::<2>(&instance, &queries, 1, f64::INFINITY), 25);
    let costs = Costs::<2>::new(&instance.graph, [&instance.columns[0], &instance.columns[1]]).unwrap();
    let mut workspace = ParetoWorkspace::new();
    let mut found = Vec::new();
    for row in &queries {
        let query = Query::new(NodeIx(row[0] as u32 - 1), NodeIx(row[1] as u32 - 1));
        let front = workspace.search(&costs, &query, &Silent, |_| {}).unwrap();
        found.extend(front.points.iter().map(|p| vec![row[0], row[1], f64::from(p.costs[0]), f64::from(p.costs[1])]));
    }
    let sorted = |mut list: Vec<Vec<f64>>| {
        list.sort_by(|a, b| a.partial_cmp(b).unwrap());
        list
    };
    assert_eq!(sorted(found), sorted(points));
}

#[test]
fn netmaker_published_sizes() {
    let Some(instance) = load(&["netmaker/netMaker_3o_10000n_scorr_79134.gr.gz"], 0) else { return };
    let Some(queries) = rows("netmaker/queries-published.csv") else { return };
    assert_eq!(sizes_agree::<3>(&instance, &queries, 0, f64::INFINITY), 20);
}
