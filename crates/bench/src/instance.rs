//! Reads graphs and lists of nodes.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use keruen_network::kernel::{Graph, GraphBuilder, NodeIx};

/// What can go wrong, and where.
#[derive(Debug)]
pub enum Fault {
    Usage(String),
    Read(PathBuf, std::io::Error),
    Line(PathBuf, usize, &'static str),
    OtherArcs(PathBuf),
    Criteria(usize),
    Network(keruen_network::Error),
    Flow(keruen_flow::mincost::Error),
    Uncertain(String),
    Table(keruen_tables::ReadError),
    Equilibrium(keruen_flow::equilibrium::EquilibriumError),
    Differs { line: usize, expected: u64, found: u64 },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => f.write_str(what),
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Line(path, line, what) => write!(f, "{}, line {line}: {what}", path.display()),
            Self::OtherArcs(path) => {
                write!(f, "{}: its arcs are not those of the first graph, in the same order", path.display())
            }
            Self::Criteria(count) => write!(f, "{count} criteria; there may be 1 to 4"),
            Self::Network(error) => error.fmt(f),
            Self::Flow(error) => error.fmt(f),
            Self::Uncertain(what) => write!(f, "the answer is not certified: {what}"),
            Self::Table(error) => error.fmt(f),
            Self::Equilibrium(error) => error.fmt(f),
            Self::Differs { line, expected, found } => {
                write!(f, "query {line}: {found} found where {expected} were expected; the answer is wrong")
            }
        }
    }
}

impl From<keruen_network::Error> for Fault {
    fn from(error: keruen_network::Error) -> Self {
        Self::Network(error)
    }
}

impl From<keruen_flow::mincost::Error> for Fault {
    fn from(error: keruen_flow::mincost::Error) -> Self {
        Self::Flow(error)
    }
}

impl From<keruen_tables::ReadError> for Fault {
    fn from(error: keruen_tables::ReadError) -> Self {
        Self::Table(error)
    }
}

impl From<keruen_flow::equilibrium::EquilibriumError> for Fault {
    fn from(error: keruen_flow::equilibrium::EquilibriumError) -> Self {
        Self::Equilibrium(error)
    }
}

/// A graph with one or more columns of costs.
pub struct Instance {
    pub graph: Graph,
    pub columns: Vec<Vec<u32>>,
}

/// The arcs of one file.
#[derive(Default)]
struct Arcs {
    nodes: u32,
    ends: Vec<(u32, u32)>,
    columns: Vec<Vec<u32>>,
}

/// Reads graphs with the same arcs into one; the word `ones` adds a column of ones.
pub fn load(paths: &[PathBuf]) -> Result<Instance, Fault> {
    let (first, others) = paths.split_first().ok_or_else(|| Fault::Usage("name a graph".to_owned()))?;
    let mut arcs = read_arcs(first)?;
    for path in others {
        if path.as_os_str() == "ones" {
            arcs.columns.push(vec![1; arcs.ends.len()]);
            continue;
        }
        let more = read_arcs(path)?;
        if more.ends != arcs.ends {
            return Err(Fault::OtherArcs(path.clone()));
        }
        arcs.columns.extend(more.columns);
    }
    let ends = || arcs.ends.iter().flat_map(|&(tail, head)| [tail, head]);
    // The standard counts nodes from 1; some files count from 0.
    let first_node = ends().min().unwrap_or(1).min(1);
    let nodes = ends().max().map_or(0, |last| last + 1 - first_node).max(arcs.nodes);
    let mut build = GraphBuilder::new(nodes);
    build.reserve(arcs.ends.len());
    for &(tail, head) in &arcs.ends {
        build.arc(NodeIx(tail - first_node), NodeIx(head - first_node));
    }
    Ok(Instance { graph: build.build()?, columns: arcs.columns })
}

pub fn open(path: &Path) -> Result<BufReader<Box<dyn Read>>, Fault> {
    let file = File::open(path).map_err(|error| Fault::Read(path.to_owned(), error))?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    Ok(BufReader::with_capacity(1 << 16, if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) }))
}

fn read_arcs(path: &Path) -> Result<Arcs, Fault> {
    let mut reader = open(path)?;
    let mut arcs = Arcs::default();
    let mut line = String::new();
    for number in 1.. {
        line.clear();
        if reader.read_line(&mut line).map_err(|error| Fault::Read(path.to_owned(), error))? == 0 {
            break;
        }
        read_line(&line, &mut arcs).map_err(|what| Fault::Line(path.to_owned(), number, what))?;
    }
    Ok(arcs)
}

fn read_line(line: &str, arcs: &mut Arcs) -> Result<(), &'static str> {
    let mut words = line.split_ascii_whitespace();
    match words.next() {
        Some("a") => {}
        Some("p") => {
            let mut counts = words.skip(1);
            arcs.nodes = counts.next().and_then(|word| word.parse().ok()).ok_or("`p sp NODES ARCS` expected")?;
            let expected: usize = counts.next().and_then(|word| word.parse().ok()).ok_or("`p sp NODES ARCS` expected")?;
            arcs.ends.reserve_exact(expected.min(1 << 28));
            return Ok(());
        }
        _ => return Ok(()),
    }
    let mut numbers = words.map(|word| word.parse::<u32>());
    let (Some(Ok(tail)), Some(Ok(head))) = (numbers.next(), numbers.next()) else {
        return Err("`a TAIL HEAD COST` expected");
    };
    let before = arcs.ends.len();
    arcs.ends.push((tail, head));
    let mut column = 0;
    for cost in numbers {
        if column == arcs.columns.len() && before == 0 {
            arcs.columns.push(Vec::with_capacity(arcs.ends.capacity()));
        }
        let costs = arcs.columns.get_mut(column).ok_or("more costs than in the first arc")?;
        costs.push(cost.map_err(|_| "a cost is not a whole number of 32 bits")?);
        column += 1;
    }
    if column == 0 || column < arcs.columns.len() { Err("a cost is missing") } else { Ok(()) }
}

/// The rows of a CSV file with a heading as whole numbers; nodes of the first `nodes` columns counted from 0.
pub fn read_rows(path: &Path, nodes: usize) -> Result<Vec<Vec<u32>>, Fault> {
    let lines = open(path)?.lines().enumerate();
    let fault = |line: usize, what| Fault::Line(path.to_owned(), line + 1, what);
    let mut from_zero = vec![false; nodes];
    let mut rows = Vec::new();
    for (number, line) in lines {
        let line = line.map_err(|error| Fault::Read(path.to_owned(), error))?;
        let words: Vec<&str> = line.trim().split(',').collect();
        if number == 0 && words[0].parse::<u32>().is_err() {
            from_zero.iter_mut().zip(&words).for_each(|(zero, word)| *zero = word.ends_with('0'));
            continue;
        }
        let mut row: Vec<u32> = words.iter().map_while(|word| word.parse().ok()).collect();
        if row.len() < nodes {
            return Err(fault(number, "a node is missing"));
        }
        for (node, _) in row.iter_mut().zip(&from_zero).filter(|(_, zero)| !**zero) {
            *node = node.checked_sub(1).ok_or_else(|| fault(number, "nodes count from 1 here"))?;
        }
        rows.push(row);
    }
    Ok(rows)
}
