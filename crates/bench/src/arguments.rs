//! What is asked on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::events::{EventsJob, Model};
use crate::flow::FlowJob;
use crate::instance::Fault;
use crate::route::RouteJob;
use crate::schedule::ScheduleJob;

/// How to call the program.
pub const USAGE: &str = "\
usage: keruen-bench yardstick GRAPH [--sources FILE] [--count N]
       keruen-bench paths GRAPH [--sources FILE] [--count N] [--threads N] [--batch N]
       keruen-bench pareto GRAPH [GRAPH | ones]... --queries FILE [--each] [--threads N]
       keruen-bench folder [CORRIDOR-FOLDER]
       keruen-bench corridor-flow CORRIDOR-FOLDER [--day YEAR]
       keruen-bench simulate CORRIDOR-FOLDER [--day YEAR] [--replications R]
       keruen-bench mincost FILE [--trips FILE] [--factor F] [--unserved COST] [--threads N] [--gap G] [--flows OUT.csv]
       keruen-bench cargo-flow DIR CASE [--threads N] [--gap G] [--flows OUT.csv]
       keruen-bench schedule GTFS [--queries FILE | --random N --seed S] [--day YYYY-MM-DD] [--reach M] [--out FOLDER] [--each]
       keruen-bench route CORRIDOR-FOLDER [--consignments N] [--seed S] [--month YYYY-MM]
       keruen-bench equilibrium NET [--trips TRIPS] [--gap G] [--threads N] [--flows OUT.csv] [--system] [--toll W] [--distance W]
       keruen-bench equilibrium --generate large|SIDExZONES [--gap G] [--threads N] [--flows OUT.csv]
       keruen-bench events mm1|mm1-kernel|mm1-recursion|tandem|ferry [--customers N] [--replications R] [--threads N] [--seed S]

GRAPH      .gr or .gr.gz of the DIMACS challenge: `a tail head cost [cost ...]`; all graphs have the same arcs in the same
           order, and every cost is one criterion. `ones` is a criterion of 1 an arc.
--sources  CSV whose first column is a node; without it, --count nodes spread evenly over the graph (default 50)
--queries  CSV of source, target and, if known, the size of the Pareto front
           Nodes in CSV files count from 1, or from 0 where the heading of the column ends in 0.
--batch    sources of the batch over threads (default 1000; 0 leaves it out)
--threads  threads of the batch (default 2); with pareto, all queries again on one thread and on N
--each     also one line a query
mincost    .mmcf, .dow, .mps or _net.tntp (with --trips; capacities times --factor, default 1), packed by gzip or not
cargo-flow a LINERLIB folder and the name of a log of published services in it, or how the name begins
--unserved cost of a trip that stays behind (default: ten times the dearest trip on the empty network)
corridor-flow  least-cost flow of a corridor in a year (--day, default 2024): cold, and warm after one limit has grown by a hundredth
simulate   a year of a corridor (--day, default 2024) in the shares of its flow: the plan, one replication, --replications
           of them (default 200) on all threads
--gap      the run fails when the proven gap is larger (default 1e-9)
--flows    writes link_id,from,to,flow

GTFS       a zip or a folder; --queries then is a CSV of from_stop_id, to_stop_id, departure in seconds of the day
--random   random queries (default 1000), --seed of their dice (default 1); --day of service, by default the first with most trips
--reach    metres on foot between two rides (default 500)
--out      write the mended feed of that day, footpaths included, and the queries here, for a peer to read

route      fronts of single questions, of all departures of a month (default 2025-09), and so many consignments one after the
           other (default 1000), sheets and lateness included

NET        TNTP network, also packed (.gz); trips stand beside it with _trips for _net unless named
--gap      relative gap to reach (default 1e-6)
--flows    writes link_id, from, to, flow; links count from 1 in the order of the file
--system   system optimum instead of user equilibrium
--toll, --distance  cost of a unit of toll and of length; without them, what the collection states for the network, else 0
--generate the network of the speed bar (seed 1), or one with so many streets each way and so many zones";

/// One run of the program.
#[derive(Debug, PartialEq)]
pub enum Job {
    Help,
    Yardstick(PathsJob),
    Paths(PathsJob),
    Pareto(ParetoJob),
    Folder(Option<PathBuf>),
    Corridor(PathBuf, i32),
    Simulate(PathBuf, i32, u32),
    Flow(FlowJob),
    Schedule(ScheduleJob),
    Route(RouteJob),
    Equilibrium(EquilibriumJob),
    Events(EventsJob),
}

/// Traffic equilibrium on a network.
#[derive(Debug, PartialEq)]
pub struct EquilibriumJob {
    pub source: NetworkSource,
    pub gap: f64,
    pub threads: NonZeroUsize,
    pub flows: Option<PathBuf>,
    pub system: bool,
    pub toll: Option<f64>,
    pub distance: Option<f64>,
}

/// Where a network comes from.
#[derive(Debug, PartialEq)]
pub enum NetworkSource {
    Files { network: PathBuf, trips: Option<PathBuf> },
    Generated(String),
}

/// Shortest paths from many sources.
#[derive(Debug, PartialEq, Eq)]
pub struct PathsJob {
    pub graph: PathBuf,
    pub sources: Option<PathBuf>,
    pub count: usize,
    pub batch: usize,
    pub threads: NonZeroUsize,
}

/// Pareto fronts of many pairs.
#[derive(Debug, PartialEq, Eq)]
pub struct ParetoJob {
    pub graphs: Vec<PathBuf>,
    pub queries: PathBuf,
    pub each: bool,
    pub threads: Option<NonZeroUsize>,
}

#[derive(Default)]
struct Given {
    graphs: Vec<PathBuf>,
    sources: Option<PathBuf>,
    queries: Option<PathBuf>,
    count: Option<usize>,
    batch: Option<usize>,
    threads: Option<NonZeroUsize>,
    each: bool,
    random: Option<usize>,
    seed: Option<u64>,
    day: Option<String>,
    reach: Option<f64>,
    out: Option<PathBuf>,
    consignments: Option<usize>,
    month: Option<String>,
    trips: Option<PathBuf>,
    flows: Option<PathBuf>,
    generate: Option<String>,
    gap: Option<f64>,
    toll: Option<f64>,
    distance: Option<f64>,
    system: bool,
    customers: Option<u64>,
    replications: Option<u32>,
}

/// Reads the command line.
pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Job, Fault> {
    let verb = words.next().ok_or_else(|| Fault::Usage("say what to run".to_owned()))?;
    if matches!(verb.as_str(), "mincost" | "cargo-flow") {
        return FlowJob::parse(&verb, words).map(Job::Flow);
    }
    let given = collect(words)?;
    let threads = given.threads.or(NonZeroUsize::new(2)).unwrap_or(NonZeroUsize::MIN);
    match verb.as_str() {
        "help" | "--help" | "-h" => Ok(Job::Help),
        "yardstick" | "paths" => {
            let [graph] = <[PathBuf; 1]>::try_from(given.graphs).map_err(|_| Fault::Usage("name one graph".to_owned()))?;
            let (count, batch) = (given.count.unwrap_or(50), given.batch.unwrap_or(1000));
            let job = PathsJob { graph, sources: given.sources, count, batch, threads };
            Ok(if verb == "paths" { Job::Paths(job) } else { Job::Yardstick(job) })
        }
        "pareto" => {
            let queries = given.queries.ok_or_else(|| Fault::Usage("pareto needs --queries FILE".to_owned()))?;
            Ok(Job::Pareto(ParetoJob { graphs: given.graphs, queries, each: given.each, threads: given.threads }))
        }
        "schedule" => schedule(given).map(Job::Schedule),
        "route" => {
            let corridor = given.graphs.into_iter().next().ok_or_else(|| Fault::Usage("name a corridor folder".to_owned()))?;
            let (consignments, seed) = (given.consignments.unwrap_or(1000), given.seed.unwrap_or(1));
            let month = given.month.unwrap_or_else(|| "2025-09".to_owned());
            Ok(Job::Route(RouteJob { corridor, consignments, seed, month }))
        }
        "equilibrium" => equilibrium(given),
        "events" => events(given),
        "corridor-flow" => {
            let [folder] =
                <[PathBuf; 1]>::try_from(given.graphs).map_err(|_| Fault::Usage("name one corridor folder".to_owned()))?;
            let year = given.day.map_or(Ok(2024), |y| number("--day", &y))?;
            Ok(Job::Corridor(folder, year))
        }
        "simulate" => {
            let [folder] =
                <[PathBuf; 1]>::try_from(given.graphs).map_err(|_| Fault::Usage("name one corridor folder".to_owned()))?;
            let year = given.day.map_or(Ok(2024), |y| number("--day", &y))?;
            Ok(Job::Simulate(folder, year, given.replications.unwrap_or(200)))
        }
        "folder" => Ok(Job::Folder(given.graphs.into_iter().next())),
        other => Err(Fault::Usage(format!("`{other}` is nothing to run"))),
    }
}

fn schedule(given: Given) -> Result<ScheduleJob, Fault> {
    let [feed] = <[PathBuf; 1]>::try_from(given.graphs).map_err(|_| Fault::Usage("name one GTFS feed".to_owned()))?;
    Ok(ScheduleJob {
        feed,
        queries: given.queries,
        random: given.random.unwrap_or(1000),
        seed: given.seed.unwrap_or(1),
        day: given.day,
        reach: given.reach.unwrap_or(crate::schedule::REACH),
        out: given.out,
        each: given.each,
    })
}

fn events(given: Given) -> Result<Job, Fault> {
    let name = given.graphs.first().map(|g| g.to_string_lossy().into_owned()).unwrap_or_default();
    let model = Model::parse(&name).ok_or_else(|| Fault::Usage(format!("`{name}` is no model of events")))?;
    let (customers, replications) = (given.customers.unwrap_or(1_000_000), given.replications.unwrap_or(1));
    let (threads, seed) = (given.threads.unwrap_or(NonZeroUsize::MIN), given.seed.unwrap_or(1));
    Ok(Job::Events(EventsJob { model, customers, replications, threads, seed }))
}

fn equilibrium(given: Given) -> Result<Job, Fault> {
    let source = match (given.generate, <[PathBuf; 1]>::try_from(given.graphs)) {
        (Some(size), _) => NetworkSource::Generated(size),
        (None, Ok([network])) => NetworkSource::Files { network, trips: given.trips },
        (None, Err(_)) => return Err(Fault::Usage("name one network".to_owned())),
    };
    let (gap, threads) = (given.gap.unwrap_or(1e-6), given.threads.unwrap_or(NonZeroUsize::MIN));
    let (flows, system, toll, distance) = (given.flows, given.system, given.toll, given.distance);
    Ok(Job::Equilibrium(EquilibriumJob { source, gap, threads, flows, system, toll, distance }))
}

fn collect(mut words: impl Iterator<Item = String>) -> Result<Given, Fault> {
    let mut given = Given::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| Fault::Usage(format!("{word} needs a value")));
        match word.as_str() {
            "--each" => given.each = true,
            "--system" => given.system = true,
            "--trips" => given.trips = Some(value()?.into()),
            "--flows" => given.flows = Some(value()?.into()),
            "--generate" => given.generate = Some(value()?),
            "--gap" => given.gap = Some(number(&word, &value()?)?),
            "--toll" => given.toll = Some(number(&word, &value()?)?),
            "--distance" => given.distance = Some(number(&word, &value()?)?),
            "--sources" => given.sources = Some(value()?.into()),
            "--queries" => given.queries = Some(value()?.into()),
            "--day" => given.day = Some(value()?),
            "--out" => given.out = Some(value()?.into()),
            "--random" => given.random = Some(number(&word, &value()?)?),
            "--consignments" => given.consignments = Some(number(&word, &value()?)?),
            "--month" => given.month = Some(value()?),
            "--reach" => given.reach = Some(number(&word, &value()?)?),
            "--seed" => given.seed = Some(number(&word, &value()?)?),
            "--customers" => given.customers = Some(number(&word, &value()?)?),
            "--replications" => given.replications = Some(number(&word, &value()?)?),
            "--count" => given.count = Some(number(&word, &value()?)?),
            "--batch" => given.batch = Some(number(&word, &value()?)?),
            "--threads" => given.threads = Some(number(&word, &value()?)?),
            flag if flag.starts_with('-') => return Err(Fault::Usage(format!("there is no {flag}"))),
            graph => given.graphs.push(graph.into()),
        }
    }
    Ok(given)
}

pub(crate) fn number<T: std::str::FromStr>(flag: &str, text: &str) -> Result<T, Fault> {
    text.parse().map_err(|_| Fault::Usage(format!("{flag} takes a number, not `{text}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_a_job() {
        let words = "pareto d.gr t.gr ones --queries q.csv --each".split(' ').map(str::to_owned);
        let Ok(Job::Pareto(job)) = parse(words) else { panic!("a pareto job") };
        assert_eq!(job.graphs, ["d.gr", "t.gr", "ones"].map(PathBuf::from));
        assert!(job.each);
        assert!(parse("paths".split(' ').map(str::to_owned)).is_err());
        assert!(parse("paths a.gr --count many".split(' ').map(str::to_owned)).is_err());
    }
}
